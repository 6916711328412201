"""What went wrong when a submission's cells were run, a sentence each, with the exercise and the line.

Of what a worker says of a cell, nothing is taken for granted: it is the student's word, and may be anything.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.submission import Cell
from autograder.wire import Message

_DEFINITION = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
_LINE = re.compile(r"line (\d{1,7})\b")
_NAMES = 12
#: What became of the rest of the cell, by what the worker calls it.
_BELOW = {
    "rest": "; the rest of the cell was run",
    "definitions": "; of what stands below, the definitions count",
}


def name_of(cell: Cell) -> str:
    """What a cell is called where Python names a file, as in warnings: after its exercise, if it has one."""
    names = _DEFINITION.findall(cell.source)
    return f"cell {' '.join((cell.grade_id or ', '.join(names[:3])).split())[:60]}".strip()


def troubles_of(cell: Cell, result: Message) -> list[str]:
    """What was raised in a cell, or could not be done, a sentence each."""
    errors = result.get("errors", [result.get("error")])
    notes = result.get("notes")
    told = [_in_a_line(cell, error) for error in _listed(errors) if isinstance(error, dict)]
    return told + [_of(cell, 0, note) for note in _listed(notes) if isinstance(note, str)]


def _in_a_line(cell: Cell, error: Message) -> str:
    kind, message, where, below = (str(error.get(key, ""))[:300] for key in ("type", "message", "where", "below"))
    line = _LINE.match(where)
    place = _of(cell, int(line[1]) if line else 0, where)
    told = f"{kind}: {message}" + (f" ({place})" if place else "")
    if below == "nothing":
        names = _DEFINITION.findall(cell.source)[:_NAMES]
        return f"{told}; nothing in this cell counts" + (f": {', '.join(names)}" if names else "")
    return told + _BELOW.get(below, "")


def _of(cell: Cell, line: int, text: str) -> str:
    """The text after the name of the definition that the line is in, or, where it is in none, of the cell."""
    starts = [
        (cell.source.count("\n", 0, found.start()) + 1, found[1]) for found in _DEFINITION.finditer(cell.source)
    ]
    above = [name for start, name in starts if start <= line]
    label = above[-1] if above else cell.grade_id or (starts[0][1] if starts else "")
    return ", ".join(part for part in (" ".join(label.split())[:60], text) if part)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
