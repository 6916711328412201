"""The gallery of mistakes: each lesson's on a page, with what the mistake gives beside what is right."""

from __future__ import annotations

import html
from contextlib import closing
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from autograder.channel.zygote import Zygote
from autograder.course.exercises import exercises_of
from autograder.course.mistakes import mistakes_of
from autograder.diagnosis import gallery as examples
from autograder.examiner.digest import software
from autograder.report import gallery
from autograder.report.gallery import Chapter
from docs.making.kept import kept

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "autograder"

log = logging.getLogger(__name__)


def page(lesson: str, drawn: bool) -> str:
    """A lesson's mistakes as Markdown around HTML; drawn: each with an example, where there is one."""
    if not drawn:
        return written([Chapter(lesson, name, plain(lesson, name)) for name in exercises_of(lesson)])
    return kept(lesson, "mistakes", [software(), sources(lesson)], lambda: written(shown(lesson)))


def plain(lesson: str, exercise: str) -> list[tuple[examples.Mistake, None]]:
    """The mistakes of an exercise, by their names and hints alone."""
    return [(mistake, None) for mistake in mistakes_of(lesson, exercise)]


def shown(lesson: str) -> list[Chapter]:
    """The mistakes of a lesson, each run once."""
    log.info("running the mistakes of %s ...", lesson)
    with closing(Zygote(device="cpu")) as zygote:
        return examples.chapters(lesson, exercises_of(lesson), lambda: zygote)


def written(chapters: list[Chapter]) -> str:
    """The page: a title, and a section for each exercise."""
    parts = [f"# {html.escape(chapters[0].lesson)}"]
    for chapter in chapters:
        count = len(chapter.mistakes)
        parts.append(f"## {chapter.exercise}\n\n{count} mistake{'' if count == 1 else 's'}.")
        parts.append(f"`````{{raw}} html\n{gallery.articles(chapter)}\n`````")
    return "\n\n".join(parts)


def sources(lesson: str) -> dict[str, str]:
    """The files that what is shown depends on, besides the grader's."""
    files = [path for path in sorted((PACKAGE / "lessons" / lesson).iterdir()) if path.is_file()]
    files += sorted((PACKAGE / "picture").glob("*.py")) + sorted((PACKAGE / "report").glob("*.html"))
    return {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def read(app: Sphinx, name: str, source: list[str]) -> None:
    """Make the page of a lesson's mistakes, in place of the line that stands for it."""
    folder, _, lesson = name.rpartition("/")
    if folder == "mistakes" and lesson != "index":
        source[0] = page(lesson, app.config.drawn)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the pages of mistakes; the value `drawn` is that of the lessons."""
    app.connect("source-read", read)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
