"""`autograder build`: everything that is made from `solutions/LESSON.py`.

    solutions/LESSON.py          the truth, a percent script
    source/LESSON/LESSON.ipynb   by jupytext, with cell ids that stay
    release/LESSON/LESSON.ipynb  by the preprocessors of nbgrader's GenerateAssignment
    exercises/LESSON.py          by jupytext, from the release notebook

Lessons are derived as text, in memory, and judged before any file is touched: a mistake in one leaves the
folders as they were, and `--check` writes nothing. What somebody has edited since it was built is never
overwritten unasked. jupytext and nbgrader belong to the extra `course`, and take a while to import, so they are
imported when they are used.
"""

from __future__ import annotations

import contextlib
import difflib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from autograder.authoring import rules
from autograder.authoring.anywhere import furnished
from autograder.authoring.edits import Files, edits, read_notebook, record, to_carry_back
from autograder.authoring.leaks import leaks
from autograder.authoring.percent import (
    Cell,
    Notebook,
    carried_back,
    course_extra,
    is_made,
    marks,
    read_cells,
    write_script,
)
from autograder.course.courses import address_of
from autograder.course.grade_ids import grade_id_of
from autograder.failures import BuildError

#: lesson -> exercise -> the points of its checks.
PointsOf: TypeAlias = Callable[[str], Mapping[str, float]]

_EXERCISE_HEADER = """\
# %% [markdown]
# *This file is made from the notebook of the same name, for people who prefer an editor.*
#
# Put your code in the place of each `# YOUR CODE HERE` and the line below it, then run in a terminal, with the
# Python that you installed the kit for (`.venv/bin/python` if you followed its README):
#
#     python -m autograder check {lesson} --student exercises/{lesson}.py
#     python -m autograder hint {exercise}
#
# What only works in a notebook, such as plots, `check(...)` and `hint(...)`, is commented out.

"""


@dataclass(frozen=True)
class Stale:
    """A file that is not what the solutions make, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def build(
    course: Path,
    lessons: Sequence[str] = (),
    *,
    points_of: PointsOf | None = None,
    discard_edits: bool = False,
) -> list[Path]:
    """Derive source, release and exercise of the lessons (none named: all); return the files that changed.

    `points_of` tells what a lesson's checks are worth, which its check cells must state.
    Raises BuildError, before anything is written, when a lesson cannot be built as it is, and when one of the
    files has been edited since it was built, unless such edits are to be discarded.
    """
    scripts = {lesson: _read(Files(course, lesson).script) for lesson in _chosen(course, lessons)}
    derived = _derive(course, scripts, points_of)
    if not discard_edits:
        _refuse_edits(course, scripts, derived)
    return _write(derived)


def stale(course: Path, lessons: Sequence[str] = (), *, points_of: PointsOf | None = None) -> list[Stale]:
    """The files of the lessons (none named: all) that a build would change or does not know; writes nothing.

    Raises BuildError where `build` does.
    """
    chosen = _chosen(course, lessons)
    derived = _derive(course, {lesson: _read(Files(course, lesson).script) for lesson in chosen}, points_of)
    edited = _edits(course, chosen, derived)
    found = []
    for path, text in derived.items():
        if not path.exists():
            found.append(Stale(path, "missing: run `autograder build`"))
        elif path in edited:
            found.append(Stale(path, edited[path]))
        elif not _holds(path, text):
            found.append(Stale(path, "stale: run `autograder build`, which makes it anew from solutions/"))
    extra = [path for path in _in_folders(course, chosen) if path not in derived]
    return found + [Stale(path, "extra: nothing in solutions/ makes it; delete or move it") for path in extra]


def from_notebooks(course: Path, lessons: Sequence[str] = (), *, points_of: PointsOf | None = None) -> list[Path]:
    """Carry edits of the source notebooks back into the scripts, then build; return the files that changed.

    Cells that were not edited keep their text in the script to the byte. Raises BuildError, before anything
    is written, when the script was edited as well, when a lesson cannot be built after the edit, and when a
    release notebook or an exercise file was edited.
    """
    scripts = {lesson: _with_edits(course, lesson) for lesson in _chosen(course, lessons)}
    derived = _derive(course, scripts, points_of, carried=True)
    _refuse_edits(course, scripts, derived)
    return _write({Files(course, lesson).script: text for lesson, text in scripts.items()} | derived)


# The files of a course.


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
            raise BuildError(f"no lesson {lesson!r}: {Files(course, lesson).script} is missing; {meant}")
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


def _edits(course: Path, lessons: Iterable[str], derived: Mapping[Path, str]) -> dict[Path, str]:
    """The files whose edits writing these would undo, and for each what to do about it."""
    return {path: out for lesson in lessons for path, out in edits(Files(course, lesson), derived).items()}


def _refuse_edits(course: Path, lessons: Iterable[str], derived: Mapping[Path, str]) -> None:
    if found := _edits(course, lessons, derived):
        raise BuildError("\n".join(f"{path} {ways_out}" for path, ways_out in found.items()))


def _with_edits(course: Path, lesson: str) -> str:
    """The script with the edits of the source notebook, if there are any."""
    files = Files(course, lesson)
    script, notebook = _read(files.script), read_notebook(files.source)
    if not to_carry_back(files, furnished(read_cells(script), lesson, address_of(course)), notebook):
        return script
    try:
        return carried_back(script, notebook)
    except BuildError as error:
        raise BuildError(f"{files.source} cannot be carried back: {error}") from error


# From the script to the three files.


def _derive(
    course: Path, scripts: Mapping[str, str], points_of: PointsOf | None, *, carried: bool = False
) -> dict[Path, str]:
    """Path and text of every file made from the scripts (lesson -> text), which may be carried from notebooks."""
    files: dict[Path, str] = {}
    mistakes: list[str] = []
    config, nbformat = _nbgrader_config(course), course_extra("nbformat")
    for lesson, script in scripts.items():
        place = Files(course, lesson)
        try:
            cells = read_cells(script)
        except BuildError as error:
            mistakes.append(f"{place.script}: {error}")
            continue
        wrong = [*rules.structure(cells), *(rules.points(cells, points_of(lesson)) if points_of else ())]
        if not wrong:
            made = _files_of(course, lesson, cells, config)
            files |= made
            released = nbformat.reads(made[place.release], as_version=4).cells
            wrong = [*leaks(cells, released, made[place.exercise])]
        mistakes += [f"{place.source if carried else place.script}: {mistake}" for mistake in wrong]
    if mistakes:
        raise BuildError("\n".join(mistakes))
    return files


def _files_of(course: Path, lesson: str, cells: Sequence[Cell], config: Any) -> dict[Path, str]:
    nbformat, files = course_extra("nbformat"), Files(course, lesson)
    cells = furnished(cells, lesson, address_of(course))
    release = nbformat.reads(_release_text(course, lesson, _source_text(cells), config), as_version=4)
    first = next((grade_id_of(cell.metadata) for cell in cells if marks(cell).get("solution")), "EXERCISE")
    exercise = _EXERCISE_HEADER.format(lesson=lesson, exercise=first)
    exercise += write_script([cell for cell in release.cells if not is_made(cell)], keep="tags")
    built = record(cells, release.cells, exercise)
    release.metadata.update(built)  # as nbgrader copies it from the source
    return {
        files.source: _source_text(cells, built),
        files.release: _written(release),
        files.exercise: exercise,
    }


def _source_text(cells: Sequence[Cell], built: Mapping[str, Any] | None = None) -> str:
    nbformat = course_extra("nbformat")
    metadata = {
        **(built or {}),
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},  # for highlighting; Jupyter's own has the version of Python
    }
    notebook = nbformat.v4.new_notebook(cells=list(cells), metadata=metadata)
    notebook.nbformat_minor = 5  # the first with cell ids; an upgrade of nbformat must not change files
    return _written(notebook)


def _written(notebook: Notebook) -> str:
    return str(course_extra("nbformat").writes(notebook)).rstrip("\n") + "\n"


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
        raise BuildError(f"{Files(course, lesson).script}: nbgrader cannot make the release: {error}") from error
    return str(text)
