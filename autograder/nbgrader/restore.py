"""Gives a submission the released assignment's cells back, whatever was done to them."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course.grade_ids import exercise_of, grade_id_of
from autograder.nbgrader import MARK
from autograder.nbgrader.reading import code_cell, markdown_cell
from autograder.submission.outline import outline_of
from autograder.worker.magics import python_of


class RestoreCells(NbGraderPreprocessor):
    """Locked cells hold what was released, lost cells come back, and all points and roles are the release's.

    Of the submission, only the sources of its solution cells and of its own cells count. Cells are matched by
    grade_id; of cells with the same one the first is taken, the others become cells of the student's own. Where
    none has one (other programs lose them), each exercise's cells follow the cell that defines it. Nothing that
    comes back hides what the student wrote: neither the stub of a function that now stands in another cell, nor
    the released text of a locked cell to which something was added.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Restore the cells of one notebook, in place."""
        names = resources["nbgrader"]
        for remark in restore(nb, copy.deepcopy(self._released(names))):
            self.log.warning("%s: %s", names["student"], remark)
        return nb, resources

    def _released(self, names: dict[str, str]) -> dict[str, NotebookNode]:
        """The cells of a notebook; an exporter, which lives for a run, keeps them."""
        kept: dict[tuple[str, str], dict[str, NotebookNode]] = getattr(self.parent, "released", {})
        key = names["assignment"], names["notebook"]
        if key not in kept:
            with Gradebook(names["db_url"]) as gradebook:
                kept[key] = released_cells(gradebook.find_notebook(names["notebook"], names["assignment"]))
        return kept[key]


def restore(nb: NotebookNode, released: dict[str, NotebookNode]) -> list[str]:
    """Restore the cells of a notebook, in place, from those released, which become its own: what was amiss."""
    found, remarks = _matched(nb.cells, released)
    written = {name for cell in nb.cells if not _is_locked(cell) for name in _defined(cell)}
    lost = [name for name in released if name not in found]
    if lost and MARK not in nb.metadata:
        remarks.append(f"missing from the submission, and put back: {', '.join(lost)}")
    after = _below_the_title(nb.cells)  # or below the reason why it is not graded
    for name, cell in released.items():
        if name in found:
            after = 1 + next(index for index, other in enumerate(nb.cells) if other is found[name])
            continue
        if not found:
            after = max(after, _below_its_definition(nb.cells, name))
        elsewhere = [] if _is_locked(cell) else [each for each in _defined(cell) if each in written]
        if elsewhere:
            cell.source = f"# {', '.join(elsewhere)}: written in another cell of this notebook"
        nb.cells.insert(after, cell)
        after += 1
    return remarks


def _matched(
    cells: list[NotebookNode], released: dict[str, NotebookNode]
) -> tuple[dict[str, NotebookNode], list[str]]:
    """The cells that were released and are there, by grade_id, and what is amiss with some of them."""
    found: dict[str, NotebookNode] = {}
    kept: list[NotebookNode] = []
    remarks: list[str] = []
    for cell in cells:
        kept.append(cell)
        name = grade_id_of(cell.metadata)
        cell.metadata.pop("nbgrader", None)
        if name is None or name not in released:
            continue
        if name in found:
            remarks.append(f"the cell {name} is there more than once; the first one counts")
            continue
        kept[-1] = found[name] = whole = released[name]
        if not _is_locked(whole):
            whole.source = cell.source
        elif cell.cell_type == "code" and cell.source.strip() != whole.source.strip() and _defined(cell):
            remarks.append(f"the locked cell {name} was changed; what was added stands in a cell below it")
            kept.append(cell)
    cells[:] = kept
    return found, remarks


def _below_the_title(cells: list[NotebookNode]) -> int:
    """The place below the text that a notebook begins with."""
    below = (index for index, cell in enumerate(cells) if cell.cell_type == "code" or _has_name(cell))
    return next(below, len(cells))


def _below_its_definition(cells: list[NotebookNode], name: str) -> int:
    """The place below the student's cell that defines the exercise of a cell of this name; 0 if none does."""
    exercise = exercise_of(name) or name
    places = [index for index, cell in enumerate(cells) if not _has_name(cell) and exercise in _defined(cell)]
    return 1 + max(places, default=-1)


def _has_name(cell: NotebookNode) -> bool:
    return grade_id_of(cell.metadata) is not None


def _is_locked(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("locked"))


def _defined(cell: NotebookNode) -> tuple[str, ...]:
    """The names that a code cell defines or imports."""
    return _names(cell.source) if cell.cell_type == "code" else ()


@lru_cache(maxsize=1000)  # most cells of a class are the released ones
def _names(source: str) -> tuple[str, ...]:
    outline = outline_of(python_of(source))
    return (*outline.own, *outline.imported)


def released_cells(notebook: Any) -> dict[str, NotebookNode]:
    """The released cells that nbgrader keeps an eye on, in order, with their metadata."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    roles = {
        "grade": {cell.name for cell in notebook.grade_cells},
        "solution": {cell.name for cell in notebook.solution_cells},
        "task": {cell.name for cell in notebook.task_cells},
    }
    released = {}
    for cell in notebook.source_cells:
        new = code_cell if cell.cell_type == "code" else markdown_cell
        whole = new(cell.source, cell.name[:64])
        whole.metadata["nbgrader"] = NotebookNode(
            {
                **{role: cell.name in members for role, members in roles.items()},
                "grade_id": cell.name,
                "locked": cell.locked,
                "checksum": cell.checksum,
                "cell_type": cell.cell_type,
                "schema_version": 3,
                **({"points": points[cell.name]} if cell.name in points else {}),
            }
        )
        released[cell.name] = whole
    return released
