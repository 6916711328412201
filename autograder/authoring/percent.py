"""A lesson's percent script, `solutions/LESSON.py`, as notebook cells and back again, by jupytext.

Of a cell only what an author writes travels: its type, source, tags and nbgrader's marks. Outputs, execution
counts, folded cells, timings, versions and whatever else Jupyter adds stay behind, in both directions.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, TypeAlias

from autograder.course.grade_ids import grade_id_of
from autograder.failures import BuildError

#: NotebookNodes of nbformat, which has no types: dicts whose keys are attributes too.
Notebook: TypeAlias = Any
Cell: TypeAlias = Any

#: Where a cell of a script begins.
_CELL_START = re.compile(r"^(?=# %%)", re.MULTILINE)
#: The tag of a cell whose code is folded away: what it shows is the point, and not how.
FOLDED = "folded"
#: The tag of a cell that a build adds to the notebooks, and that is in no script.
MADE = "made-by-build"

_NBGRADER_FLAGS = ("grade", "locked", "solution", "task")


def course_extra(module: str) -> Any:
    """Import a module that only instructors have; BuildError says how to install it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise BuildError(f'building needs {error.name}: run `pip install -e ".[course]"`') from error


def read_cells(script: str) -> list[Cell]:
    """The cells of a percent script, with the ids that they have in the notebooks."""
    cells = [_essence(cell) for cell in _parsed(script)]
    for cell, stable_id in zip(cells, _stable_ids(cells), strict=True):
        cell.id = stable_id
    return cells


def _parsed(script: str) -> list[Cell]:
    """The cells as jupytext reads them. Raises BuildError with the line of a cell that it cannot read."""
    reads = course_extra("jupytext").reads
    try:
        return list(reads(script, fmt="py:percent").cells)
    except Exception as error:  # whatever comes of metadata that are not what jupytext looks for
        starts = [match.start() for match in _CELL_START.finditer(script)]
        for start, end in pairwise([*starts, len(script)]):
            try:
                reads(script[start:end], fmt="py:percent")
            except Exception:
                line, first = script.count("\n", 0, start) + 1, script[start:end].partition("\n")[0]
                what = f"the marks of the cell {first[:60]!r} (line {line}) cannot be read: {error}"
                raise BuildError(what) from error
        raise BuildError(f"it cannot be read: {error}") from error


def write_script(cells: Sequence[Cell], keep: str = "tags,nbgrader") -> str:
    """A percent script without a header, its cells marked with the metadata named in `keep`.

    Cells with the tag active-ipynb are commented out.
    """
    fmt = {"extension": ".py", "format_name": "percent"}
    fmt |= {"notebook_metadata_filter": "-all", "cell_metadata_filter": f"{keep},-all"}
    notebook = course_extra("nbformat").v4.new_notebook(cells=list(cells))
    return str(course_extra("jupytext").writes(notebook, fmt=fmt)).strip("\n") + "\n"


def marks(cell: Cell) -> dict[str, Any]:
    """What nbgrader knows of the cell: grade_id, grade, solution, locked, points; empty for a plain cell."""
    found = cell.metadata.get("nbgrader")
    return found if isinstance(found, dict) else {}


def place(cell: Cell) -> str:
    """A cell in words, for messages: its grade_id, else its first line."""
    if grade_id := grade_id_of(cell.metadata):
        return f"the cell {grade_id!r}"
    first = cell.source.strip().partition("\n")[0]
    return f"the {cell.cell_type} cell that begins with {first[:60]!r}"


def is_made(cell: Cell) -> bool:
    """Whether a build added the cell, and no author."""
    return MADE in cell.metadata.get("tags", ())


def content(cell: Cell) -> tuple[str, str, dict[str, Any]]:
    """What an author wrote: the cell's type, its source, and its tags and nbgrader's marks."""
    essence = _essence(cell)
    return essence.cell_type, essence.source, essence.metadata


def carried_back(script: str, notebook: Notebook) -> str:
    """The script with the notebook's cells; cells that are the same in both keep their text to the byte.

    Raises BuildError where a script cannot say what the notebook does.
    """
    before, after = read_cells(script), [_essence(cell) for cell in notebook.cells if not is_made(cell)]
    if list(map(content, before)) == list(map(content, after)):
        return script
    for cell in notebook.cells:
        if cell.get("attachments"):
            raise BuildError(f"{place(cell)} holds a pasted image, which a script cannot: draw it in code")
    header, *texts = _CELL_START.split(script)
    if len(texts) != len(before):
        raise BuildError("the script has text before its first cell, or a line `# %%` within one")
    kept = {cell.id: (content(cell), text) for cell, text in zip(before, texts, strict=True)}
    written = header
    for cell, stable_id in zip(after, _stable_ids(after), strict=True):
        # Jupyter keeps the id of an edited cell, but loses the ids of all when it saves an older format.
        known, text = kept.get(cell.id) or kept.get(stable_id) or (None, "")
        body = text.rstrip("\n")
        blank_lines = text[len(body) :]
        written += body if known == content(cell) else write_script([cell]).rstrip("\n")
        written += blank_lines if len(blank_lines) > 1 else "\n\n"
    written = written.rstrip("\n") + "\n"
    _require_same(read_cells(written), after)
    return written


def _essence(cell: Cell) -> Cell:
    v4 = course_extra("nbformat").v4
    new = {"code": v4.new_code_cell, "markdown": v4.new_markdown_cell, "raw": v4.new_raw_cell}[cell.cell_type]
    metadata: dict[str, Any] = {}
    if tags := cell.metadata.get("tags"):
        metadata["tags"] = list(tags)
    if FOLDED in cell.metadata.get("tags", ()):
        metadata["jupyter"] = {"source_hidden": True}
    if any(marks(cell).get(flag) for flag in _NBGRADER_FLAGS):
        # A checksum and a cell type are for nbgrader to add, to the release only.
        known = sorted(marks(cell).items())
        metadata["nbgrader"] = {key: value for key, value in known if key not in ("checksum", "cell_type")}
    garbled = cell.metadata.get("incorrectly_encoded_metadata")
    if not garbled and not isinstance(cell.metadata.get("nbgrader", {}), dict):
        garbled = f"nbgrader={cell.metadata.nbgrader!r}"
    if garbled:
        metadata["incorrectly_encoded_metadata"] = garbled  # jupytext's word for it; the rules report it
    essence = new(cell.source.strip("\n").rstrip(), metadata=metadata)
    if "id" in cell:
        essence.id = cell.id
    return essence


def _stable_ids(cells: Sequence[Cell]) -> list[str]:
    """The grade_id, else a hash of the content: adding or moving one leaves the other ids alone."""
    seen: Counter[str] = Counter()
    ids = []
    for cell in cells:
        digest = hashlib.sha256(cell.source.encode()).hexdigest()
        name = grade_id_of(cell.metadata) or f"{cell.cell_type}-{digest[:8]}"
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return ids


def _require_same(written: Sequence[Cell], wanted: Sequence[Cell]) -> None:
    for one, other in zip(written, wanted, strict=False):
        if content(one) != content(other):
            raise BuildError(f"{place(other)} cannot be written in a script: change it, or split it")
    if len(written) != len(wanted):
        raise BuildError("the last cells cannot be written in a script: change or split them")
