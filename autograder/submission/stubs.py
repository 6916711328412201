"""An exercise gets its stub back in the text of a file, in which nothing else changes; nothing is executed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autograder.course.exercises import exercises_of, lesson_of
from autograder.course.grade_ids import grade_id_of
from autograder.failures import UsageError
from autograder.submission.cells import MARKER, first_line, notebook_cells, source_of
from autograder.submission.names import DEFINITION
from autograder.submission.outline import parsed
from autograder.submission.scopes import DEFINITIONS
from autograder.submission.splice import with_source
from autograder.worker.magics import python_of

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Restored(NamedTuple):
    """The text of a file with an exercise as it was given out.

    old: what stood in its place. note: what a person should know, if anything.
    """

    text: str
    old: str
    note: str = ""


def in_notebook(text: str, exercise: str, stub: str) -> Restored:
    """A notebook with the stub in the exercise's cell: the one of that grade_id, else the one that defines it.

    Raises `UsageError` where no cell is that, or several are, and `Unreadable`.
    """
    cells = [cell if isinstance(cell, dict) else {} for cell in notebook_cells(text)]
    marked = [at for at, cell in enumerate(cells) if grade_id_of(cell.get("metadata")) == exercise]
    defining = [
        at
        for at, cell in enumerate(cells)
        if at not in marked and cell.get("cell_type") == "code" and _defines(python_of(source_of(cell)), exercise)
    ]
    found = marked or defining
    if not found:
        raise UsageError(
            f"no cell of it defines {exercise}: its cell was deleted. Put this into a new one:\n\n{stub}"
        )
    if len(found) > 1:
        raise UsageError(
            f"there are {len(found)} cells of {exercise} in it, {_places(found)}: delete all but one of them first"
        )
    also = f"{_places(defining)} defines {exercise} as well, and was left as it is" if marked and defining else ""
    return Restored(with_source(text, found[0], stub), source_of(cells[found[0]]), also)


def in_script(text: str, exercise: str, stub: str) -> Restored:
    """A script with the stub in the place of the statement that defines the exercise at its top level.

    Where Python cannot read the file, in the place of what stands in its `# %%` cell. Raises `UsageError` where
    nothing defines it, or several statements do.
    """
    lines = _LINES.findall(text)
    found = _statements(lines, exercise) if parsed(text).body else list(_cells(lines, exercise))
    if not found:
        raise UsageError(f"nothing in it defines {exercise}. Put this there:\n\n{stub}")
    if len(found) > 1:
        rows = " and ".join(str(start + 1) for start, _ in found)
        raise UsageError(f"{exercise} is defined more than once in it, in the lines {rows}: delete all but one")
    start, end = found[0]
    line_end = "\r\n" if "\r\n" in text else "\n"
    new = stub.replace("\n", line_end) + line_end
    return Restored("".join([*lines[:start], new, *lines[end:]]), "".join(lines[start:end]))


def _statements(lines: Sequence[str], exercise: str) -> list[tuple[int, int]]:
    """From which line to which the statements go that give the name a meaning, at the top level."""
    found = []
    for node in parsed("".join(lines)).body:
        if exercise in _bound(node):
            end = node.end_lineno or node.lineno
            while end < len(lines) and re.match(r"[ \t]+#", lines[end]):
                end += 1  # a comment at the end of its body
            found.append((first_line(node) - 1, end))
    return found


def _cells(lines: Sequence[str], exercise: str) -> Iterator[tuple[int, int]]:
    """The same, cell by cell, of a file that Python cannot read: of a cell with the mistake, all of it."""
    starts = [at for at, line in enumerate(lines) if MARKER.match(line)]
    if not starts:
        raise UsageError("Python cannot read it, and it has no `# %%` cells: mend the line that your editor marks")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        body = lines[start + 1 : end]
        if exercise not in _headed(body):
            continue
        if parsed("".join(body)).body:
            yield from ((start + 1 + a, start + 1 + b) for a, b in _statements(body, exercise))
            continue
        others = ", ".join(sorted(_headed(body) & {*exercises_of(lesson_of(exercise) or "")} - {exercise}))
        if others:
            raise UsageError(
                f"Python cannot read the cell of {exercise}, in which {others} stands as well: "
                "put a line `# %%` between them first"
            )
        while body and not body[-1].strip():
            body = body[:-1]
        yield start + 1, start + 1 + len(body)


def _headed(lines: Sequence[str]) -> set[str]:
    """The names of functions and classes by the lines that begin their definitions."""
    return set(DEFINITION.findall("".join(lines)))


def _defines(source: str, name: str) -> bool:
    return any(name in _bound(node) for node in parsed(source).body)


def _bound(node: ast.stmt) -> set[str]:
    """The names to which a statement itself gives a meaning."""
    if isinstance(node, DEFINITIONS):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else []
    targets = [node.target] if isinstance(node, ast.AnnAssign) and node.value is not None else targets
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _places(cells: Sequence[int]) -> str:
    """The cells as people count them."""
    numbers = ", ".join(str(at + 1) for at in cells)
    return f"cell {numbers}" if len(cells) == 1 else f"the cells {numbers} of all"
