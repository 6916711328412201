"""Whether a file that `autograder build` made has been edited since: a build keeps edits that it did not make.

The notebooks of a lesson remember in their metadata what its three files held when they were built, as digests
of all that an author writes. Neither clocks nor git are asked, so a fresh clone is as good as a working copy,
and running or saving a notebook in Jupyter is no edit.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.authoring.percent import Cell, Notebook, content, course_extra
from autograder.failures import BuildError

_KEY = "autograder"


class Files:
    """Where the files of a lesson are in a course."""

    def __init__(self, course: Path, lesson: str) -> None:
        self.lesson = lesson
        self.script = course / "solutions" / f"{lesson}.py"
        self.source = course / "source" / lesson / f"{lesson}.ipynb"
        self.release = course / "release" / lesson / f"{lesson}.ipynb"
        self.exercise = course / "exercises" / f"{lesson}.py"


def digest(cells: Sequence[Cell]) -> str:
    """A hash of what an author writes in cells: not of outputs, counts, ids or checksums."""
    return _hash(json.dumps([content(cell) for cell in cells], sort_keys=True))


def record(source: Sequence[Cell], release: Sequence[Cell], exercise: str) -> dict[str, Any]:
    """The metadata by which notebooks remember what their lesson's files held when they were built."""
    held = {"source": digest(source), "release": digest(release), "exercise": _hash(exercise)}
    return {_KEY: {"built": held}}


def read_notebook(path: Path) -> Notebook:
    """A notebook of any version 4, or older; raises BuildError where it is none."""
    nbformat = course_extra("nbformat")
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook, relax_add_props=True)
    except FileNotFoundError as error:
        raise BuildError(f"{path} is missing: run `autograder build` to make it") from error
    except Exception as error:  # not UTF-8, not JSON, not a notebook, unknown version: each has its own
        reason = str(error).partition("\n")[0]
        raise BuildError(
            f"{path} is no notebook ({reason}): `autograder build --discard-edits` makes it anew"
        ) from error
    return notebook


def edits(files: Files, made: Mapping[Path, str]) -> dict[Path, str]:
    """The files with edits that writing what is `made` now would undo, and for each what to do about it."""
    found = {}
    for path, step in ((files.source, "source"), (files.release, "release"), (files.exercise, "exercise")):
        if path.is_file() and path.read_bytes() != made[path].encode() and not _is_ours(files, path, step, made):
            found[path] = _ways_out(files, path)
    return found


def to_carry_back(files: Files, script: Sequence[Cell], notebook: Notebook) -> bool:
    """Whether the source notebook holds an edit that the script should have.

    Raises BuildError where that would undo an edit of the script.
    """
    ours, theirs = digest(script), digest(notebook.cells)
    built = _remembered(notebook).get("source")
    if theirs in (ours, built):
        return False
    # of a notebook that remembers nothing, all that is known is which file was saved last
    older = files.script.stat().st_mtime_ns <= files.source.stat().st_mtime_ns
    if ours == built or (built is None and older):
        return True
    raise BuildError(
        f"{files.script} was edited as well since {files.source} was built, and carrying the notebook back would "
        f"undo that. To keep the script, run `autograder build --discard-edits {files.lesson}`; to keep the "
        f"notebook, put the script back as it was (`git checkout -- {files.script}`), and run this again"
    )


def _is_ours(files: Files, path: Path, step: str, made: Mapping[Path, str]) -> bool:
    """Whether a file holds nothing but what was built, now or before."""
    if step == "exercise":
        # other line ends are no edit
        held = _hash(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n"))
        return any(held == _remembered(known).get(step) for known in _readable(files))
    try:
        notebook = read_notebook(path)
    except BuildError:
        return False
    now = course_extra("nbformat").reads(made[path], as_version=4)
    return digest(notebook.cells) in (digest(now.cells), _remembered(notebook).get(step))


def _readable(files: Files) -> list[Notebook]:
    found = []
    for path in (files.source, files.release):
        with contextlib.suppress(BuildError):
            found.append(read_notebook(path))
    return found


def _remembered(notebook: Notebook) -> Mapping[str, Any]:
    ours = notebook.metadata.get(_KEY)
    built = ours.get("built") if isinstance(ours, Mapping) else None
    return built if isinstance(built, Mapping) else {}


def _ways_out(files: Files, path: Path) -> str:
    known = any(_remembered(notebook) for notebook in _readable(files))
    what = "was edited since it was built" if known else "may hold an edit, for nothing says what a build made"
    discard = f"`autograder build --discard-edits {files.lesson}`"
    if path == files.source:
        keep = f"`autograder build --from-notebooks {files.lesson}`"
        return f"{what}: {keep} keeps the edit, {discard} throws it away"
    return f"{what}, but it is made from {files.script}: make the edit there, and {discard} throws this one away"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
