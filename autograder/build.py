"""`autograder build`: everything that is made from `solutions/LESSON.py`.

    solutions/LESSON.py          the truth, a percent script
    source/LESSON/LESSON.ipynb   by jupytext, with cell ids that stay
    release/LESSON/LESSON.ipynb  by the preprocessors of nbgrader's GenerateAssignment
    exercises/LESSON.py          by jupytext, from the release notebook

Lessons are derived as text, in memory, and judged before any file is touched: a mistake in one leaves the
folders as they were, and `--check` writes nothing. jupytext and nbgrader belong to the extra `course`, and
take a while to import, so they are imported when they are used.
"""

from __future__ import annotations

import contextlib
import difflib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from autograder import lesson_rules as rules
from autograder.percent import (
    BuildError,
    Cell,
    Notebook,
    carried_back,
    course_extra,
    read_cells,
    write_script,
)

__all__ = ["BuildError", "PointsOf", "Stale", "build", "from_notebooks", "stale"]

#: lesson -> exercise -> the points of its checks.
PointsOf: TypeAlias = Callable[[str], Mapping[str, float]]

_EXERCISE_HEADER = """\
# %% [markdown]
# *This file is made from the notebook of the same name, for people who prefer an editor.*
#
# Put your code in the place of each `# YOUR CODE HERE` and the line below it, then run in a terminal:
#
#     autograder check {lesson} --student exercises/{lesson}.py
#
# What only works in a notebook, such as plots and `check(...)`, is commented out.

"""


@dataclass(frozen=True)
class Stale:
    """A file that is not what the solutions make, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def build(course: Path, lessons: Sequence[str] = (), *, points_of: PointsOf | None = None) -> list[Path]:
    """Derive source, release and exercise of the lessons (none named: all); return the files that changed.

    `points_of` tells what a lesson's checks are worth, which its check cells must state.
    Raises BuildError, before anything is written, when a lesson cannot be built as it is.
    """
    scripts = {lesson: _read(_script(course, lesson)) for lesson in _chosen(course, lessons)}
    return _write(_derive(course, scripts, points_of))


def stale(course: Path, lessons: Sequence[str] = (), *, points_of: PointsOf | None = None) -> list[Stale]:
    """The files of the lessons (none named: all) that a build would change or does not know; writes nothing.

    Raises BuildError where `build` does.
    """
    chosen = _chosen(course, lessons)
    derived = _derive(course, {lesson: _read(_script(course, lesson)) for lesson in chosen}, points_of)
    found = []
    for path, text in derived.items():
        if not path.exists():
            found.append(Stale(path, "missing: run `autograder build`"))
        elif not _holds(path, text):
            found.append(Stale(path, "stale: run `autograder build`, which makes it anew from solutions/"))
    extra = [path for path in _in_folders(course, chosen) if path not in derived]
    return found + [Stale(path, "extra: nothing in solutions/ makes it; delete or move it") for path in extra]


def from_notebooks(course: Path, lessons: Sequence[str] = (), *, points_of: PointsOf | None = None) -> list[Path]:
    """Carry edits of the source notebooks back into the scripts, then build; return the files that changed.

    Cells that were not edited keep their text in the script to the byte. Raises BuildError, before anything
    is written, when the script is the newer of the two, or when a lesson cannot be built after the edit.
    """
    scripts = {lesson: _with_edits(course, lesson) for lesson in _chosen(course, lessons)}
    derived = _derive(course, scripts, points_of)
    return _write({_script(course, lesson): text for lesson, text in scripts.items()} | derived)


# The files of a course.


def _script(course: Path, lesson: str) -> Path:
    return course / "solutions" / f"{lesson}.py"


def _source(course: Path, lesson: str) -> Path:
    return course / "source" / lesson / f"{lesson}.ipynb"


def _known(course: Path) -> list[str]:
    return sorted(path.stem for path in (course / "solutions").glob("*.py") if not path.stem.startswith("_"))


def _chosen(course: Path, lessons: Sequence[str]) -> list[str]:
    known = _known(course)
    if not known:
        raise BuildError(f"there is no lesson in {course / 'solutions'}: run this at the root of a course")
    for lesson in lessons:
        if lesson not in known:
            close = difflib.get_close_matches(lesson, known, n=1)
            meant = f"did you mean {close[0]!r}?" if close else f"the lessons are {', '.join(known)}"
            raise BuildError(f"no lesson {lesson!r}: {_script(course, lesson)} is missing; {meant}")
    return list(dict.fromkeys(lessons)) or known


def _in_folders(course: Path, lessons: Sequence[str]) -> list[Path]:
    """What lies where the lessons are built; hidden files, such as Jupyter's checkpoints, aside."""
    # With every lesson chosen, what is left of a lesson that is no more counts as well.
    words = ["*"] if set(lessons) == set(_known(course)) else lessons
    patterns = [f"{step}/{word}/**/*" for step in ("source", "release") for word in words]
    patterns += [f"exercises/{word}.py" for word in words]
    paths = {path for pattern in patterns for path in course.glob(pattern) if path.is_file()}
    hidden = {path for path in paths if any(p.startswith(".") for p in path.relative_to(course).parts)}
    return sorted(paths - hidden)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BuildError(f"{path} is missing: run `autograder build` to make it") from error
    except UnicodeDecodeError as error:
        raise BuildError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error


def _write(files: Mapping[Path, str]) -> list[Path]:
    changed = [path for path, text in files.items() if not _holds(path, text)]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path].encode())
    return changed


def _holds(path: Path, text: str) -> bool:
    # Bytes, because a file with other line ends is another file.
    return path.is_file() and path.read_bytes() == text.encode()


def _with_edits(course: Path, lesson: str) -> str:
    """The script with the edits of the source notebook."""
    path, notebook = _script(course, lesson), _source(course, lesson)
    script, with_edits = _read(path), _read_notebook(notebook)
    try:
        edited = carried_back(script, with_edits)
    except BuildError as error:
        raise BuildError(f"{notebook} cannot be carried back: {error}") from error
    if edited != script and path.stat().st_mtime_ns > notebook.stat().st_mtime_ns:
        raise BuildError(
            f"{path} was edited after {notebook}, and carrying the notebook back would undo that: to keep "
            f"the script, run `autograder build {lesson}`; to keep the notebook, save it once more"
        )
    return edited


def _read_notebook(path: Path) -> Notebook:
    text, nbformat = _read(path), course_extra("nbformat")
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook, relax_add_props=True)
    except Exception as error:  # not JSON, not a notebook, unknown version: each has an exception of its own
        reason = str(error).partition("\n")[0]
        raise BuildError(f"{path} is no notebook ({reason}): `autograder build` makes it anew") from error
    return notebook


# From the script to the three files.


def _derive(course: Path, scripts: Mapping[str, str], points_of: PointsOf | None) -> dict[Path, str]:
    """Path and text of every file made from the scripts (lesson -> text)."""
    files: dict[Path, str] = {}
    mistakes: list[str] = []
    config = _nbgrader_config(course)
    for lesson, script in scripts.items():
        cells = read_cells(script)
        wrong = [*rules.structure(cells), *(rules.points(cells, points_of(lesson)) if points_of else ())]
        if not wrong:
            source = _source_text(cells)
            release = _release_text(course, lesson, source, config)
            released = course_extra("nbformat").reads(release, as_version=4).cells
            exercise = _EXERCISE_HEADER.format(lesson=lesson) + write_script(released, keep="tags")
            wrong = [*rules.leaks(cells, released, exercise)]
            files[_source(course, lesson)] = source
            files[course / "release" / lesson / f"{lesson}.ipynb"] = release
            files[course / "exercises" / f"{lesson}.py"] = exercise
        mistakes += [f"{_script(course, lesson)}: {mistake}" for mistake in wrong]
    if mistakes:
        raise BuildError("\n".join(mistakes))
    return files


def _source_text(cells: Sequence[Cell]) -> str:
    nbformat = course_extra("nbformat")
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},  # for highlighting; Jupyter's own has the version of Python
    }
    notebook = nbformat.v4.new_notebook(cells=list(cells), metadata=metadata)
    notebook.nbformat_minor = 5  # the first with cell ids; an upgrade of nbformat must not change files
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def _nbgrader_config(course: Path) -> Any:
    """The course's configuration, as `nbgrader generate_assignment --no-db` has it.

    The user's own configuration and the gradebook are left out: a build depends on the repository alone.
    """
    loader = course_extra("traitlets.config.loader")
    config = loader.Config()
    loaders = {
        "nbgrader_config.py": loader.PyFileConfigLoader,
        "nbgrader_config.json": loader.JSONFileConfigLoader,
    }
    for name, load in loaders.items():  # in nbgrader's order: of the two, JSON has the last word
        if not (course / name).exists():
            continue
        try:
            config.merge(load(name, path=str(course.resolve())).load_config())
        except Exception as error:  # the one is Python code, the other may be no JSON
            raise BuildError(f"{course / name} cannot be read: {error!r}") from error
    config.SaveCells.enabled = False
    return config


def _release_text(course: Path, lesson: str, source: str, config: Any) -> str:
    converter = course_extra("nbgrader.converters").GenerateAssignment(config=config)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    for preprocessor in converter.preprocessors:
        exporter.register_preprocessor(preprocessor)
    resources = {"unique_key": lesson, "nbgrader": {"student": ".", "assignment": lesson, "notebook": lesson}}
    try:
        with contextlib.chdir(course):  # headers and footers are named relative to the course
            text, _ = exporter.from_file(io.StringIO(source), resources=resources)
    except Exception as error:  # a preprocessor raises whatever it likes
        raise BuildError(f"{_script(course, lesson)}: nbgrader cannot make the release: {error}") from error
    return str(text)
