"""One mistake costs once: an exercise that calls another is right when it is right on the kit's version of it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from autograder.channel.protocol import Channel
from autograder.course.exercises import Check, checks_of, exercises_of, given_to
from autograder.course.reference import source_of
from autograder.failures import CourseError, GraderError
from autograder.student import Scripts
from autograder.submission.outline import outline_of


class Siblings:
    """The other exercises of a lesson, in one submission: the student's own versions, or the kit's.

    The kit's stand in for what an exercise is built on. A sibling that leads back to the exercise has nothing
    to stand on, so that two which call each other earn nothing by it. A worker that has seen the kit's version
    of an exercise never answers for that exercise: it is renewed before the checks go on to another one, so
    that student code can keep nothing of the kit's.

    right: whether all of them are known to be right, so that none of the kit's need stand in.
    """

    def __init__(self, channel: Channel, *, right: bool = False) -> None:
        self.channel = channel
        self._right = right
        #: the exercises of which a check passed on the kit's versions only: a sibling's sibling may be wrong
        self.helped: set[str] = set()
        self._replaced: tuple[str, int] | None = None
        self._scripts: dict[str, Scripts] = {}

    def scripts(self, seed: str) -> Scripts:
        """What several checks ask of the versions that are in place now."""
        return self._scripts.setdefault(self._replaced[0] if self._replaced else "", Scripts(seed))

    def begin(self) -> None:
        """The checks begin anew: nothing has been asked yet."""
        self._scripts.clear()

    def stand_ins(self, check: Check) -> frozenset[str]:
        """The siblings that the exercise of a check is built on, and for which the kit's may stand in."""
        source = self.channel.source()
        return frozenset() if self._right else stand_ins(source, check.lesson, check.exercise)

    def broken(self, check: Check, not_passed: Collection[str]) -> bool:
        """Whether the exercise leads, by way of its siblings, to one that is known to be wrong."""
        wrong = {other.exercise for other in checks_of(check.lesson) if other.id in not_passed}
        called = reached(self.channel.source(), check.lesson, check.exercise)
        return check.exercise in self.helped or bool(called & (wrong | self.helped))

    def use_kits(self, check: Check) -> None:
        """The kit's versions stand in for the siblings that the exercise is built on."""
        if self._replaced != (check.exercise, self.channel.generation):
            self.use_own()
            source = kits_source(self.stand_ins(check), check.lesson)
            self.channel.ask({"op": "replace", "source": source}, 10.0)
            self._replaced = (check.exercise, self.channel.generation)

    def use_own(self) -> None:
        """The student's own versions are back, in a worker that has never seen the kit's."""
        if self._replaced is not None:
            self._replaced = None
            self.channel.renew()


def kits_source(names: Collection[str], lesson: str) -> str:
    """The source of the kit's versions of these exercises."""
    try:
        return source_of(lesson, names)
    except CourseError as error:  # a mistake of the course's author must cost no student anything
        raise GraderError(str(error)) from None


@lru_cache(maxsize=64)
def stand_ins(source: str, lesson: str, exercise: str) -> frozenset[str]:
    """The siblings that an exercise is built on, and that do not lead back to it."""
    called = _called(source, lesson, exercise)
    return frozenset(name for name in called if exercise not in reached(source, lesson, name, by_text=True))


def reached(source: str, lesson: str, exercise: str, *, by_text: bool = False) -> frozenset[str]:
    """The siblings that an exercise calls or is handed results of, and those that they call, and so on."""
    found: set[str] = set()
    queue = {exercise}
    while queue:
        new = _called(source, lesson, queue.pop(), by_text=by_text) - found
        found |= new
        queue |= new
    return frozenset(found)


@lru_cache(maxsize=256)
def _called(source: str, lesson: str, exercise: str, *, by_text: bool = False) -> frozenset[str]:
    others = set(exercises_of(lesson)) - {exercise}
    used = outline_of(source).names_used(exercise, others, by_text=by_text)
    return frozenset(others & (used | given_to(lesson, exercise)))
