"""What went wrong when a submission's cells were run, a sentence each, with the exercise and the line.

Of what a worker says of a cell, nothing is taken for granted: it is the student's word, and may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.channel.protocol import listed
from autograder.submission.cells import Cell
from autograder.submission.names import DEFINITION
from autograder.wire.frames import Message

_LINE = re.compile(r"line (\d{1,7})\b")
_NAMES = 12
#: Characters of a cell's first line, where it stands for its name.
_FIRST = 60
#: What became of a cell that is no Python, or did not end.
_LOST = "; nothing in this cell counts"
#: What became of the rest of the cell, by what the worker calls it.
_BELOW = {
    "rest": "; the rest of the cell was run",
    "definitions": "; of what stands below, the definitions count",
}


def name_of(cell: Cell) -> str:
    """What a cell is called where Python names a file, as in warnings: after its exercise, if it has one."""
    names = DEFINITION.findall(cell.source)
    return f"cell {' '.join((cell.grade_id or ', '.join(names[:3])).split())[:60]}".strip()


def troubles_of(cells: Sequence[Cell], results: Sequence[Message]) -> list[str]:
    """What was raised in the cells, then what in them could not be done: a sentence each, and none twice.

    That an exercise is not written yet is no trouble: its check says so.
    """
    pairs = list(zip(cells, results, strict=False))
    raised = [_in_a_line(cell, error) for cell, result in pairs for error in _errors(result)]
    notes = [_of(cell, 0, str(note)[:300]) for cell, result in pairs for note in listed(result.get("notes"))]
    return list(dict.fromkeys([*raised, *notes]))


def explains(trouble: str, name: str) -> bool:
    """Whether a trouble is why a definition of this name is not there: nothing in its cell counts."""
    where, lost, names = trouble.partition(_LOST)
    is_its_cell = re.search(rf"\(cell of {re.escape(name)}[,)]", where) is not None
    return bool(lost) and (is_its_cell or name in names.removeprefix(": ").split(", "))


def _errors(result: Message) -> list[Message]:
    errors = result.get("errors", [result.get("error")])
    told = (error for error in listed(errors) if isinstance(error, dict))
    return [error for error in told if error.get("type") != "NotImplementedError"]


def _in_a_line(cell: Cell, error: Message) -> str:
    kind, message, where, below = (str(error.get(key, ""))[:300] for key in ("type", "message", "where", "below"))
    line = _LINE.match(where)
    place = _of(cell, int(line[1]) if line else 0, _quoted(where))
    if not place and cell.source.strip():
        place = f"the cell `{cell.begins(_FIRST)}`"
    told = f"{kind}: {message}".removesuffix(": ") + (f" ({place})" if place else "")
    if below == "nothing":
        names = DEFINITION.findall(cell.source)[:_NAMES]
        return told + _LOST + (f": {', '.join(names)}" if names else "")
    return told + _BELOW.get(below, "")


def _quoted(where: str) -> str:
    """The place of an error, with the code that stands there in quotes: it may end in a bracket."""
    place, colon, code = where.partition(": ")
    return f"{place}: `{code}`" if colon else where


def _of(cell: Cell, line: int, text: str) -> str:
    """The text after the name of the definition that the line is in, or, where it is in none, of the cell."""
    lines = cell.source.split("\n")[:line]
    found = [match[1] for match in map(DEFINITION.match, lines) if match]
    if lines and found and (lines[-1][:1].isspace() or DEFINITION.match(lines[-1])):
        label = "" if f", in {found[-1]}:" in text else found[-1]
    else:
        name = cell.grade_id or next(iter(DEFINITION.findall(cell.source)), "")
        label = f"cell of {' '.join(name.split())[:60]}" if name else ""
    return ", ".join(part for part in (label, text) if part)
