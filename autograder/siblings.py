"""One mistake costs once: an exercise that calls another is right when it is right on the kit's version of it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from autograder.channel import Channel
from autograder.exercises import Check, checks_of, exercises_of
from autograder.outline import outline_of
from autograder.reference import source_of


class Siblings:
    """The other exercises of a lesson, in one submission: the student's own versions, or the kit's.

    A worker that has seen the kit's version of an exercise never answers for that exercise: it is renewed
    before the checks go on to another one, so that student code can keep nothing of the kit's.
    """

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        #: the exercises of which a check passed on the kit's versions only: a sibling's sibling may be wrong
        self.helped: set[str] = set()
        self._replaced: tuple[str, int] | None = None

    def called_by(self, check: Check) -> frozenset[str]:
        """The siblings that the exercise of a check refers to."""
        return _called(self.channel.source(), check.lesson, check.exercise)

    def broken(self, check: Check, not_passed: Collection[str]) -> bool:
        """Whether the exercise leads, by way of its siblings, to one that is known to be wrong."""
        wrong = {other.exercise for other in checks_of(check.lesson) if other.id in not_passed}
        reached = _reached(self.channel.source(), check.lesson, check.exercise)
        return check.exercise in self.helped or bool(reached & (wrong | self.helped))

    def use_kits(self, check: Check) -> None:
        """The kit's versions stand in for the siblings that the exercise refers to."""
        if self._replaced != (check.exercise, self.channel.generation):
            self.use_own()
            self.channel.ask("replace", 10.0, source=source_of(check.lesson, self.called_by(check)))
            self._replaced = (check.exercise, self.channel.generation)

    def use_own(self) -> None:
        """The student's own versions are back, in a worker that has never seen the kit's."""
        if self._replaced is not None:
            self._replaced = None
            self.channel.renew()


def _reached(source: str, lesson: str, exercise: str) -> frozenset[str]:
    """The siblings that an exercise calls, and those that they call, and so on."""
    reached: set[str] = set()
    queue = {exercise}
    while queue:
        new = _called(source, lesson, queue.pop()) - reached - {exercise}
        reached |= new
        queue |= new
    return frozenset(reached)


@lru_cache(maxsize=64)
def _called(source: str, lesson: str, exercise: str) -> frozenset[str]:
    others = set(exercises_of(lesson)) - {exercise}
    return frozenset(others & outline_of(source).names_used(exercise, others))
