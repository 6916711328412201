"""The banks, `tests/bank/` and the mistakes of the lessons: each cell is one submission of one exercise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.audit.bank import banked
from autograder.course.courses import kits_own
from autograder.course.mistakes import mistakes
from autograder.submission.cells import Cell, Submission, read

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Entry:
    """One submission of a bank: what it says of the exercise replaces the solution's version."""

    lesson: str
    exercise: str
    right: bool
    title: str
    source: str
    #: which way of writing a mistake it is; of those that are no mistake of a lesson's there is one
    spelling: int = 0
    #: the check that it is there to try; what a mistake loses is the matter of its transcript
    killed_by: str | None = None

    def submission(self) -> Submission:
        """The lesson's solution with this exercise overridden."""
        path = ROOT / "solutions" / f"{self.lesson}.py"
        solution = read(path)
        return Submission(self.title, path, "script", (*solution.cells, Cell(self.source)))

    def __str__(self) -> str:
        number = f"-{self.spelling}" if self.spelling else ""
        return f"{self.lesson}-{self.exercise}-{'right' if self.right else 'wrong'}-{self.title}{number}"


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of every bank, in teaching order."""
    return tuple(entry for lesson in kits_own().order for entry in _entries_of(lesson))


def _entries_of(lesson: str) -> list[Entry]:
    """The mistakes that the lesson knows by name, and what stands in `tests/bank/`."""
    named = [
        Entry(lesson, mistake.exercise, False, mistake.name, source, number)
        for mistake in mistakes(kits_own(), lesson)
        for number, source in enumerate(mistake.spellings)
    ]
    return named + _banked(lesson)


def _banked(lesson: str) -> list[Entry]:
    return [
        Entry(lesson, cell.exercise, cell.right, cell.title, cell.source, 0, cell.killed_by)
        for cell in banked(ROOT, lesson)
    ]
