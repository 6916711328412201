"""A submission as a person reads it: its code and its text, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.course.grade_ids import grade_id_of
from autograder.submission.cells import is_code, notebook_cells, source_of, submission_of


@dataclass(frozen=True)
class Part:
    """A cell as it was handed in.

    number: which of the file's cells it is, from 1. is_code: whether it counts as code; the others are text.
    """

    number: int
    source: str
    is_code: bool
    grade_id: str | None = None


def parts_of(text: str, path: Path) -> tuple[Part, ...]:
    """The cells that are in the text of a file, but for empty ones. Raises `Unreadable`."""
    submission = submission_of(text, path)
    if submission.kind == "script":
        found = [Part(n, cell.source.strip("\n"), True) for n, cell in enumerate(submission.cells, 1)]
    else:
        found = [
            Part(n, source_of(cell), is_code(cell), grade_id_of(cell.get("metadata")))
            for n, cell in enumerate(notebook_cells(text), 1)
            if isinstance(cell, dict)
        ]
    return tuple(part for part in found if part.source.strip())
