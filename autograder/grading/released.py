"""The cells that a lesson releases: which of them are the same for everybody, and which need not even run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.courses import course_of
from autograder.course.exercises import exercises_of
from autograder.course.places import released
from autograder.failures import Unreadable, UsageError
from autograder.submission import names
from autograder.submission.cells import Cell, Submission, read

#: Where a course keeps the text of its lessons as notebooks, best first.
NOTEBOOKS = ("release/{0}/{0}.ipynb", "source/{0}/{0}.ipynb")


@dataclass(frozen=True)
class Released:
    """The cells of a lesson's text that are not for the student to write."""

    lesson: str
    cells: tuple[Cell, ...] = ()

    @classmethod
    def of_course(cls, course: Path, lesson: str) -> Released:
        """Those that the course keeps; none where it keeps no text of the lesson."""
        return cls._of(lesson, [course / place.format(lesson) for place in NOTEBOOKS])

    @classmethod
    def at_home(cls, lesson: str) -> Released:
        """Those that whoever works on it was given; none where that is not here."""
        course = course_of(lesson)
        try:
            return cls._of(lesson, [released(course, lesson)] if course is not None else [])
        except UsageError:
            return cls(lesson)

    @classmethod
    def _of(cls, lesson: str, notebooks: Iterable[Path]) -> Released:
        for notebook in notebooks:
            try:
                cells = read(notebook).cells
            except (Unreadable, OSError):
                continue
            exercises = exercises_of(lesson)
            return cls(lesson, tuple(cell for cell in cells if cell.grade_id not in exercises))
        return cls(lesson)

    @property
    def sources(self) -> frozenset[str]:
        """What stands in them."""
        return frozenset(cell.source for cell in self.cells)

    def needed(self, submission: Submission) -> Submission:
        """The submission without the cells that need not run."""
        return submission.without(self.idle(submission.cells))

    def idle(self, cells: Sequence[Cell]) -> frozenset[int]:
        """The cells of a submission that need not run where nobody looks at what they show.

        Released and unchanged, they give and change nothing that a cell of the student's uses. What they call, a
        student's function or class, is taken to change nothing but its arguments.
        """
        sources = self.sources
        if has_a_say_unseen(cells, sources):
            return frozenset()
        candidates = {number for number, cell in enumerate(cells) if cell.source in sources}
        free = {name for source in sources for name, _ in names.imported(source)}
        free |= {*exercises_of(self.lesson)}.union(*(names.defined(source) for source in sources))
        touched = {
            number: names.bound(cells[number].source) | (names.changed(cells[number].source) - free)
            for number in candidates
        }
        return unneeded(cells, candidates, touched, sources)


def has_a_say_unseen(cells: Sequence[Cell], released: Collection[str]) -> bool:
    """Whether a cell of the student's own uses or binds names that its text does not show."""
    return any(names.looks_up_names(cell.source) for cell in cells if cell.source not in released)


def unneeded(
    cells: Sequence[Cell],
    candidates: Collection[int],
    given: dict[int, frozenset[str]],
    released: Collection[str],
) -> frozenset[int]:
    """Those of the candidates that give nothing to what runs: neither to the other cells nor to each other."""
    used = [(names.used if c.source in released else names.used_anywhere)(c.source) for c in cells]
    idle = set(candidates)
    while True:
        wanted: set[str] = set().union(*(found for number, found in enumerate(used) if number not in idle))
        needed = {number for number in idle if given[number] & wanted}
        if not needed:
            return frozenset(idle)
        idle -= needed
