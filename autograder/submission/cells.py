"""Reading a submission: a notebook or a script, as cells of source, without executing anything."""

from __future__ import annotations

import ast
import contextlib
import io
import itertools
import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any, Literal

from autograder.course.exercises import available_lessons, exercises_of, vocabulary
from autograder.course.grade_ids import grade_id_of
from autograder.failures import Unreadable
from autograder.submission.modules import imported
from autograder.submission.opening import MAX_BYTES, content_of
from autograder.submission.outline import outline_of, parsed
from autograder.worker.magics import parses, python_of

MAX_CELLS = 2000
#: Characters of code: the lessons have 20,000, and a syntax tree takes 500 times the memory of its source.
MAX_CODE = 2**20

#: What can be read, in any case.
SUFFIXES = (".py", ".ipynb")
#: How files begin that are sometimes saved under the name of a notebook, and what they are.
_OTHER_FORMATS = {
    b"pk\x03\x04": "a zip archive, not a notebook: unpack it, and hand in the notebook that is in it",
    b"\x1f\x8b": "a gzip archive, not a notebook: unpack it, and hand in the notebook that is in it",
    b"rar!": "an archive, not a notebook: unpack it, and hand in the notebook that is in it",
    b"%pdf": "a PDF, not a notebook: hand in the notebook itself",
    b"\x89png": "a picture, not a notebook: hand in the notebook itself",
    b"<!doctype html": "a web page, not a notebook: download the notebook itself, and hand that in",
    b"<html": "a web page, not a notebook: download the notebook itself, and hand that in",
}
_CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
#: What begins a cell of a script.
MARKER = re.compile(r"# ?%%")


@dataclass(frozen=True)
class Cell:
    """A code cell: its source and, in a notebook made by nbgrader, its grade_id."""

    source: str
    grade_id: str | None = None

    def begins(self, length: int) -> str:
        """Its first line that is not empty, as so many characters of it and "…" where there are more."""
        line = next((line.strip() for line in self.source.splitlines() if line.strip()), "")
        return f"{line[:length]}{'…' if len(line) > length else ''}"


@dataclass(frozen=True)
class Submission:
    """The code cells of one submitted file. `kind` is "notebook" or "script"."""

    id: str
    path: Path
    kind: Literal["notebook", "script"]
    cells: tuple[Cell, ...]
    #: the files beside it that its code may open: relative name and content
    beside: tuple[tuple[str, bytes], ...] = ()

    def without(self, numbers: Collection[int]) -> Submission:
        """The submission less the cells of these numbers."""
        return replace(self, cells=tuple(cell for number, cell in enumerate(self.cells) if number not in numbers))

    @cached_property
    def source(self) -> str:
        """All of its code as one text, without magics; cells that do not parse are left out.

        The modules beside it that they import come first, as they do then.
        """
        return "\n\n".join(self.parts)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What `source` is made of: modules that it imports, then its cells; one that does not parse is empty."""
        written = [cell.source for cell in self.cells]
        sources = list(map(python_of, written))
        return (*imported(sources, written, dict(_modules(self.beside))), *sources)


def _modules(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str]]:
    """The names and sources of Python files, as far as they are read: they have as many characters as code may."""
    left = MAX_CODE
    for name, content in files:
        text = content.decode("utf-8", "replace") if name.endswith(".py") else ""
        left -= len(text)
        if left >= 0 and name.endswith(".py") and parses(text):
            yield name, text


def is_code_file(path: PurePath) -> bool:
    """Whether it is a notebook or a script, by its name."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path, submission_id: str | None = None) -> Submission:
    """Read a `.py` or `.ipynb` file; raises `Unreadable`."""
    return submission_of(text_of(path), path, submission_id)


def text_of(path: Path) -> str:
    """What such a file says; whatever is made of it is made of this text. Raises `Unreadable`."""
    if not is_code_file(path):
        raise Unreadable(f"{path.name} is neither a .py file nor a notebook (.ipynb)")
    return decoded(content_of(path))


def decoded(content: bytes) -> str:
    """The text of a notebook or script, of its content. Raises `Unreadable`."""
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    what = next((what for first, what in _OTHER_FORMATS.items() if start.startswith(first)), None)
    if what is not None:
        raise Unreadable(f"this is {what}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"the file is not UTF-8 text (byte {error.start}); save it as UTF-8") from None


def submission_of(text: str, path: Path, submission_id: str | None = None) -> Submission:
    """The submission that the text of a file is; raises `Unreadable`."""
    name = submission_id or path.as_posix()
    if path.suffix.lower() == ".ipynb":
        code = (cell for cell in notebook_cells(text) if isinstance(cell, dict) and is_code(cell))
        cells = tuple(Cell(source_of(cell), grade_id_of(cell.get("metadata"))) for cell in code)
        _limit_code(sum(len(cell.source) for cell in cells))
        return Submission(name, path, "notebook", cells)
    _limit_code(len(text))
    return Submission(name, path, "script", _script_cells(text))


def files_in(path: Path) -> list[Path]:
    """The file itself, or the submitted files of a folder, sorted; what is hidden below the folder is not."""
    if not path.is_dir():
        return [path]
    found, folders = [], [path]
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif is_code_file(Path(entry.name)) and entry.is_file():
                    found.append(Path(entry.path))
    return sorted(found)


def lesson_for(path: Path, wanted: Sequence[str], *, alone: bool) -> str | None:
    """The lesson of `wanted` that a file belongs to.

    Decided by its name or its folder's, else by the exercises that it defines; a file that was named
    `alone`, for one lesson, belongs to that lesson whatever it holds.
    """
    only = wanted[0] if alone and len(wanted) == 1 else None
    for name in (path.stem, path.parent.name):
        named = [lesson for lesson in available_lessons() if lesson in re.split(r"[^a-z]+", name.lower())]
        if len(named) == 1:
            return named[0] if named[0] in wanted or not alone else only
    return only if only is not None else lesson_in(path, wanted)


def lesson_in(path: Path, wanted: Sequence[str]) -> str | None:
    """The lesson of `wanted` of which a file defines most exercises; None where there is none, or no code."""
    try:
        return lesson_of_names(outline_of(read(path.resolve()).source).own.keys(), wanted)
    except Unreadable:
        return None


def lesson_of_names(names: Set[str], lessons: Iterable[str]) -> str | None:
    """Of these lessons the first with the most exercises of these names; None where none has any."""
    counts = {lesson: len(names & set(exercises_of(lesson))) for lesson in lessons}
    best = max(counts, key=lambda lesson: counts[lesson], default=None)
    return best if best is not None and counts[best] else None


def _refuse_conflict(text: str) -> None:
    found = _CONFLICT.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise Unreadable(
            f"line {line} is a merge conflict marker (<<<<<<<): keep one side, and delete the lines with markers"
        )


def _limit_code(length: int) -> None:
    if length > MAX_CODE:
        raise Unreadable(f"its code has {length:,} characters; at most {MAX_CODE:,} are read")


def notebook_cells(text: str) -> list[Any]:
    """The cells in the text of a notebook, which may be anything; raises `Unreadable` where it is no notebook."""
    if not text.strip("\0 \t\r\n"):
        raise Unreadable("the file is empty: take the file that Jupyter saved")
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        _refuse_conflict(text)
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        what = "it is cut off, or was changed as text: take the file that Jupyter saved"
        raise Unreadable(f"the notebook is not valid JSON{where}; {what}") from None
    if not isinstance(notebook, dict):
        raise Unreadable("the file is JSON, but not a notebook: take the file that Jupyter saved")
    cells = notebook.get("cells")
    if cells is None and notebook.get("worksheets") is not None:
        raise Unreadable("the notebook has the old format 3; `jupyter nbconvert --to notebook` renews it")
    if not isinstance(cells, list):
        raise Unreadable("the notebook has no list of cells: take the file that Jupyter saved")
    if len(cells) > MAX_CELLS:
        raise Unreadable(f"the notebook has {len(cells)} cells; at most {MAX_CELLS} are read")
    return cells


def source_of(cell: dict[str, Any]) -> str:
    """What stands in a cell of a notebook, which may say anything there."""
    return joined(cell.get("source"))


def joined(text: object) -> str:
    """A text that a notebook holds whole or in lines; "" for anything else that it may hold there."""
    lines = text if isinstance(text, list) else [text]
    return "".join(line for line in lines if isinstance(line, str))


def is_code(cell: dict[str, Any]) -> bool:
    """Whether a cell of a notebook counts as code.

    That of an exercise does, whatever it was turned into by a key pressed in the wrong mode.
    """
    return cell.get("cell_type") == "code" or grade_id_of(cell.get("metadata")) in vocabulary()


def _script_cells(text: str) -> tuple[Cell, ...]:
    """A script in parts, so that an exception in one does not cost the others.

    The parts are its `# %%` cells; where it has none, its top-level statements.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = io.StringIO(text).readlines()  # Python's lines: a form feed does not end one
    statements = parsed(text).body
    if not statements:
        _refuse_conflict(text)
    # within a statement, a `# %%` is a part of a string or of a body
    inside = {line for node in statements for line in range(node.lineno + 1, (node.end_lineno or 0) + 1)}
    markers = [number for number, line in enumerate(lines, 1) if MARKER.match(line)]
    starts = [line for line in markers if line not in inside] or sorted(set(map(first_line, statements)))
    if len(starts) > MAX_CELLS or sum(starts) > MAX_BYTES:
        starts = []  # no honest script: in parts, with the empty lines before them, it would fill the memory
    edges = [1, *(line for line in starts if line > 1), len(lines) + 1]
    parts = [(start, "".join(lines[start - 1 : end - 1])) for start, end in itertools.pairwise(edges)]
    # as many empty lines before, so that line numbers in messages are the file's
    return tuple(Cell("\n" * (start - 1) + part) for start, part in parts if part.strip())


def first_line(node: ast.stmt) -> int:
    """The line on which a statement starts, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])
