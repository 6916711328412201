"""Makes feedback pages as nbgrader does; not graded is not zero there, either, and no page outlives its scores."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from copy import deepcopy
from fnmatch import fnmatchcase
from functools import cache, lru_cache, partial
from glob import escape
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from traitlets.config import Config

from autograder.course.grade_ids import exercise_of
from autograder.failures import Unreadable
from autograder.grading.shown import texts_of
from autograder.nbgrader import MARK
from autograder.nbgrader.clean import WRITTEN, markdown2html
from autograder.nbgrader.formulas import with_formulas
from autograder.report.code import by_night
from autograder.submission.opening import opened

_TEMPLATES = Path(__file__).parent / "templates"
#: Characters of a text that are seen while it is folded.
_SUMMARY = 80

#: The last line of a page: what it was made from.
_MADE_FROM = "<!-- made from {} -->\n"
_LINE = len(_MADE_FROM.format("0" * 64))

_LOST_FONT = re.compile(r"@font-face\s*\{[^}]*Glyphicons[^}]*\}")

#: A picture that nothing is said of, for those who do not see it, and what nbconvert says then.
_WITHOUT_TEXT = re.compile(r"<img(?![^>]*\balt=)(?=\s)")
_WITH_TEXT = '<img alt="No description has been provided for this image"'


class _Highlighter(Highlight2HTML):
    """Highlight2HTML that remembers: most of the code in a class is the lesson's own."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._known = lru_cache(maxsize=500)(partial(super().__call__, metadata=None))

    def __call__(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        """The code in colours, as HTML."""
        if metadata and "magics_language" in metadata:
            return str(super().__call__(source, language, metadata))
        return str(self._known(source, language))


class FeedbackPage(HTMLExporter):
    """HTMLExporter whose page says which file was graded; of an ungraded one it shows no score but a person's.

    nbgrader skips a student whose feedback is there, also when a score or a comment has been given since, or the
    submission was graded again. Before the first page is made, such feedback is removed: so it is made anew.
    """

    def __init__(self, config: Config | None = None, **kwargs: Any) -> None:
        super().__init__(config=_with_our_template(config), **kwargs)
        converter: Any = self.parent  # nbgrader makes its exporter after it has found the submissions
        self._highlighter = cache(lambda lexer: _Highlighter(pygments_lexer=lexer, parent=self))
        #: what a lesson itself says
        self._texts = cache(lambda lesson: texts_of(Path(converter.coursedir.root), lesson))
        if hasattr(converter, "assignments"):
            _add_those_with_odd_names(converter)
        if hasattr(converter, "assignments") and not converter.force:
            for student, lesson, notebooks in _submissions(converter):
                try:
                    self._remove_stale(converter, student, lesson, notebooks)
                except Exception as error:  # whatever it is, it must not cost the class its feedback
                    self.log.error("%s: an old feedback page cannot be looked at or removed: %s", student, error)

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kwargs: Any) -> Any:
        """The page, and the resources that it was made with."""
        resources = resources or {}
        names = resources["nbgrader"]
        names["ungraded"] = MARK in nb.metadata and _waits_for_a_person(names)
        _mark_the_lessons_own(nb, self._texts(names["assignment"]))
        # before the scores are read: what changes in between is seen at the next run
        made_from = _fingerprint(self.parent, names["student"], names["assignment"], names["notebook"])
        page, resources = self._page(nb, resources, **kwargs)
        return f"{page.rstrip()}\n{_MADE_FROM.format(made_from)}", resources

    def _page(self, nb: NotebookNode, resources: Any, **kwargs: Any) -> tuple[str, Any]:
        """What `HTMLExporter` makes of our template, without reading the page anew to give pictures a text."""
        if self.template_name != "graded":
            return super().from_notebook_node(nb, resources, **kwargs)
        language = nb.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        types = WidgetsDataTypeFilter(notebook_metadata=self._nb_metadata, parent=self, resources=resources)
        self.register_filter("highlight_code", self.filters.get("highlight_code", self._highlighter(lexer)))
        self.register_filter("filter_data_type", types)
        self.register_filter("with_formulas", with_formulas)
        self.register_filter("with_our_style", _with_our_style)
        self.register_filter("exercise_name", lambda name: exercise_of(name) or name)
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kwargs)
        return _WITHOUT_TEXT.sub(_WITH_TEXT, page), resources

    @pass_context
    def markdown2html(self, context: Mapping[str, Any], source: str) -> str:
        """The kit's, also where the configuration does not name it."""
        return markdown2html(context, source)

    def _remove_stale(self, converter: Any, student: str, lesson: str, notebooks: list[str]) -> None:
        folder = Path(converter._format_dest(lesson, student))
        root = Path(converter.coursedir.format_path(converter._output_directory, ".", "."))
        if not _is_folder_below(folder, root):
            return
        pages = {folder / f"{name}.html": _fingerprint(converter, student, lesson, name) for name in notebooks}
        stale = [page for page, made_from in pages.items() if _last_line(page) != _MADE_FROM.format(made_from)]
        if not stale:
            return
        self.log.warning("%s: the feedback is older than the scores or comments, and is made again", student)
        if converter.coursedir.notebook_id == "*":  # nbgrader looks whether there is a folder
            shutil.rmtree(folder)
        else:
            for page in stale:
                page.unlink(missing_ok=True)


@lru_cache(maxsize=10)  # it is the same on most pages
def _with_our_style(head: str) -> str:
    """The head of a page with our style, and without a font of nbgrader's that lies nowhere."""
    css = (_TEMPLATES / "graded" / "page.css").read_text(encoding="utf-8")
    style = f"<style>{css}\n{by_night('.highlight', '')}</style>"
    return _LOST_FONT.sub("", head).replace("</head>", f"{style}</head>")


def _mark_the_lessons_own(nb: NotebookNode, texts: frozenset[str]) -> None:
    """Give each text cell that is the lesson's own the words that it is folded under."""
    for cell in nb.cells:
        text = cell.metadata.get(WRITTEN, cell.source).strip()
        if cell.cell_type == "markdown" and text in texts:
            cell.metadata["autograder_lesson"] = f"The lesson: {_beginning(text)}"


def _beginning(text: str) -> str:
    """The heading of a text, or its first words, without marks and formulas."""
    line = re.sub("[`*_]", "", text.partition("\n")[0].strip("# "))
    words = line.partition("$")[0].split()
    while len(" ".join(words)) > _SUMMARY:
        words.pop()
    shown = " ".join(words)
    return shown if shown == line else f"{shown} ..."


def _with_our_template(config: Config | None) -> Config:
    """The configuration with our template for nbgrader's, unless the course has one of its own."""
    changed = Config(deepcopy(config or {}))
    section = changed.HTMLExporter
    if section.get("template_name") == "feedback":  # what nbgrader sets where nobody else does
        section.template_name, section.template_file = "graded", "page.html.j2"
        section.extra_template_basedirs = [str(_TEMPLATES), *section.extra_template_basedirs]
    return changed


def _add_those_with_odd_names(converter: Any) -> None:
    """Submissions that nbgrader does not find: it takes a bracket in a student's name for a pattern."""
    course = converter.coursedir
    root = Path(course.root) / course.autograded_directory
    for folder in root.iterdir() if root.is_dir() else ():
        wanted = folder.name == course.student_id or fnmatchcase(folder.name, course.student_id)
        if wanted and escape(folder.name) != folder.name:
            path = converter._format_source(course.assignment_id, folder.name)
            notebooks = sorted(Path(path).glob("*.ipynb"))
            found = [str(file) for file in notebooks if fnmatchcase(file.stem, course.notebook_id)]
            if found:
                converter.assignments.setdefault(path, found)


def _submissions(converter: Any) -> Iterator[tuple[str, str, list[str]]]:
    """Student, lesson and names of notebooks of all that feedback is asked for."""
    form = re.compile(converter._format_source("(?P<lesson>.*)", "(?P<student>.*)", escape=True))
    excluded = converter.coursedir.student_id_exclude.split(",")
    for folder, notebooks in converter.assignments.items():
        found = form.match(folder)
        if found is not None and found["student"] not in excluded:
            yield found["student"], found["lesson"], [Path(notebook).stem for notebook in notebooks]


def _fingerprint(converter: Any, student: str, lesson: str, notebook: str) -> str:
    """Changes with whatever the page shows: the graded notebook, its scores, its comments, its penalty."""
    with Path(converter._format_source(lesson, student), f"{notebook}.ipynb").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    with Gradebook(converter.coursedir.db_url) as gradebook:
        found = gradebook.find_submission_notebook(notebook, lesson, student)
        scores = [(g.name, g.score, g.max_score, g.needs_manual_grade) for g in found.grades]
        comments = [(comment.name, comment.comment) for comment in found.comments]
        digest.update(repr((sorted(scores), sorted(comments), found.late_submission_penalty)).encode())
    return digest.hexdigest()


def _is_folder_below(folder: Path, root: Path) -> bool:
    """Whether this is a folder inside of the course's feedback folder, and no part of its way there is a link."""
    if root not in folder.parents or ".." in folder.parts:
        return False
    steps = [place for place in (folder, *folder.parents) if root in place.parents]
    return all(step.is_dir() and not step.is_symlink() for step in steps)


def _last_line(page: Path) -> str:
    """The last characters of a page, as many as its last line has; nothing where it is no regular file."""
    try:
        with opened(page) as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _LINE))
            return file.read(_LINE).decode(errors="replace")
    except (OSError, Unreadable):
        return ""


def _waits_for_a_person(names: dict[str, str]) -> bool:
    with Gradebook(names["db_url"]) as gradebook:
        submitted = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
        return bool(submitted.needs_manual_grade)
