"""What there is to examine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """One submitted file and the lesson that it belongs to; `exercises` None means all of them.

    reason: why there is nothing to examine; `path` is None then. notes: what a person should know of the file.
    alone: whether the files beside it are the student's own, and may be opened by its code.
    """

    path: Path | None
    lesson: str
    submission: str
    exercises: tuple[str, ...] | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()
    alone: bool = True
