"""The mistakes of a lesson are run once, to see an example of each."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from contextlib import closing

from autograder.channel.zygote import Zygote
from autograder.course.courses import course_of
from autograder.course.exercises import exercises_of
from autograder.course.mistakes import Mistake, mistakes_of
from autograder.course.reference import source_of
from autograder.diagnosis.examples import Ask, compared, in_a_process, right_sketch, sketched
from autograder.diagnosis.rehearsal import Rehearsal
from autograder.failures import Failure
from autograder.picture.data import Example
from autograder.report.gallery import Chapter

_log = logging.getLogger(__name__)


def chapters(lesson: str, exercises: Sequence[str], zygote: Callable[[], Zygote]) -> list[Chapter]:
    """The mistakes of some exercises of a lesson, each in its first spelling, with what they give.

    zygote: gives what their processes are forked from. Raises `CourseError` and `GraderError`.
    """
    course = course_of(lesson)
    if course is None:
        return []
    asks, given, right = course.examples(lesson), course.given(lesson), source_of(lesson, exercises_of(lesson))
    found = []
    for name in exercises:
        with closing(Rehearsal(zygote, given)) as rehearsal:
            shown = []
            for mistake in mistakes_of(lesson, name):
                rehearsal.put_on(right, mistake.spellings[0], shown=False)
                example = _example(lesson, mistake, asks[name], rehearsal, zygote) if name in asks else None
                shown.append((mistake, example))
        found.append(Chapter(lesson, name, shown))
    return found


def _example(
    lesson: str, mistake: Mistake, ask: Ask, rehearsal: Rehearsal, zygote: Callable[[], Zygote]
) -> Example | None:
    """What a mistake gives beside what is right; None where it does not end, or gives the same."""
    try:
        given = sketched(ask, rehearsal, mistake.exercise, math.inf)
    except Failure:
        return None
    except Exception as error:  # of the lesson's: all others are shown
        _log.warning("%s: the example of %s fails at %r: %r", lesson, mistake.exercise, mistake.name, error)
        return None
    return compared(right_sketch(lesson, mistake.exercise, in_a_process(zygote)), given)
