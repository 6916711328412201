"""What the released cells of a lesson draw: once for a class, instead of once for everybody in it.

Most of a notebook's time goes into the lesson's own pictures, and nearly all of them use nothing of the student's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import atomic
from autograder.course.exercises import exercises_of
from autograder.examiner.digest import digest, software
from autograder.failures import GraderError
from autograder.grading.released import Released, has_a_say_unseen, unneeded
from autograder.grading.store import kept_in
from autograder.submission import names
from autograder.submission.cells import Cell, Submission
from autograder.wire.frames import Message

#: Runs the cells of a submission, with pictures: what each gave.
Run = Callable[[Submission], Sequence[Message]]


@dataclass(frozen=True)
class Plan:
    """What a submission's cells show that looks the same for everybody, and which of them need not run."""

    shown: dict[int, Message]
    idle: frozenset[int]

    def running(self, submission: Submission) -> Submission:
        """The submission without the cells that need not run."""
        return submission.without(self.idle)

    def results(self, ran: Sequence[Message], count: int) -> list[Message]:
        """What all cells, `count` of them, show, given what those that ran gave."""
        rest = iter(ran)
        own = [None if number in self.idle else next(rest, {}) for number in range(count)]
        return [self._shown(number, result) for number, result in enumerate(own)]

    def _shown(self, number: int, result: Message | None) -> Message:
        if result is None:
            return self.shown[number]
        is_drawn = number in self.shown and result.get("error") is None
        return {**result, "outputs": self.shown[number].get("outputs")} if is_drawn else result


#: Where each submission draws its own.
NOTHING_SHARED = Plan({}, frozenset())


@dataclass(frozen=True)
class Drawings:
    """What the cells of a lesson gave that show a picture, by their source, and the sources of all of its own."""

    lesson: str
    results: dict[str, Message]
    released: frozenset[str]

    @classmethod
    def of_course(cls, course: Path, lesson: str, run: Run) -> Drawings:
        """The pictures of the lesson that the course keeps; none where it keeps no text of it.

        They are drawn once, as long as the lesson and the grader are the same: `run` runs the cells as those of a
        submission, in a sandbox, on the release's empty exercises.
        """
        released = Released.of_course(course, lesson)
        path = (
            kept_in(course, lesson) / f"pictures-{digest([software(), [c.source for c in released.cells]])}.json"
        )
        try:
            drawn = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            drawn = _drawn(released, run)
            if drawn:
                atomic.write(path, json.dumps(drawn))
        return cls(lesson, drawn, released.sources if drawn else frozenset())

    def plan(self, cells: Sequence[Cell]) -> Plan:
        """What of a submission's cells need not be drawn, or not even run.

        Released and unchanged, they use nothing that the student wrote; where nothing uses what they define, they
        need not run.
        """
        if has_a_say_unseen(cells, self.released):
            return NOTHING_SHARED
        drawn = self._the_same_for_everyone(cells)
        given = {number: names.bound(cells[number].source) for number in drawn}
        shown = {number: self.results[cells[number].source] for number in drawn}
        return Plan(shown, unneeded(cells, drawn, given, self.released))

    def _the_same_for_everyone(self, cells: Sequence[Cell]) -> set[int]:
        """Pictures that do not depend on the student's code, as far as names tell."""
        modules = {pair for source in self.released for pair in names.imported(source)}
        known = {name for name, _ in modules}
        theirs: set[str] = set(exercises_of(self.lesson))
        found = set()
        for number, cell in enumerate(cells):
            if cell.source not in self.released:
                same = {name for name, meaning in names.imported(cell.source) if (name, meaning) in modules}
                theirs |= (names.bound(cell.source) - same) | (names.changed(cell.source) - known)
            elif theirs & (names.used_anywhere(cell.source) | names.exercises_needed(cell.source)):
                theirs |= names.bound(cell.source)
            elif cell.source in self.results:
                found.add(number)
        return found


def _drawn(released: Released, run: Run) -> dict[str, Message]:
    """What each cell gave that shows a picture, by its source."""
    if not released.cells:
        return {}
    try:
        results = run(Submission(released.lesson, Path(released.lesson), "notebook", released.cells))
    except GraderError:
        return {}  # each submission draws its own, or says what is wrong
    pairs = zip(released.cells, results, strict=False)
    return {cell.source: result for cell, result in pairs if _shows_a_picture(result)}


def _shows_a_picture(result: Message) -> bool:
    outputs: Iterable[Message] = result.get("outputs") or ()
    return result.get("error") is None and any("image/png" in output.get("data", ()) for output in outputs)
