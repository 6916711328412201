"""An exercise that lost points is shown an example: a small call, what it should give, and what it gave."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace

from autograder.channel.protocol import Channel
from autograder.channel.zygote import Zygote
from autograder.course.courses import Course, course_of
from autograder.course.exercises import exercises_of
from autograder.course.reference import source_of
from autograder.diagnosis.rehearsal import Rehearsal
from autograder.examiner.siblings import kits_source, stand_ins
from autograder.failures import NOTHING_BACK, Ended, Failure, OutOfTime, StudentCrash, StudentTimeout
from autograder.picture.data import Example
from autograder.report.results import ExerciseResult, Report
from autograder.rng import PUBLIC_SEED, students_seed
from autograder.sketch import NOTHING_SAID, Sketch, side_by_side
from autograder.student import Student

_log = logging.getLogger(__name__)

#: Seconds that one request of an example may use, and all examples of a submission may take.
_REQUEST, _ALL = 2.0, 5.0
#: Where a check says one of these, there is nothing to ask, or whoever asks may wait for ever.
_NOTHING_TO_ASK = NOTHING_BACK | {"missing", "not_implemented"}

#: Gives a channel to right versions of every exercise of a lesson, as long as it is needed.
Right = Callable[[Course, str], AbstractContextManager[Channel]]
#: The example of an exercise, called with a `Student` and a `Sketch`.
Ask = Callable[[Student, Sketch], None]
#: What is right, by course, lesson and exercise: it is asked once.
_KNOWN: dict[tuple[Course, str, str], Sketch] = {}


def asked(report: Report, channel: Channel) -> dict[str, Sketch]:
    """What a submission gives in the examples of the exercises that lost points, when all checks are done.

    What is asked is the same for everyone, and tells nothing of the course's secret. Whatever goes wrong costs an
    example, and nobody a point.
    """
    found: dict[str, Sketch] = {}
    until = time.perf_counter() + _ALL
    try:
        examples = _examples(report.lesson)
        for exercise in report.exercises:
            if exercise.name in examples and _has_something_to_show(exercise):
                siblings = stand_ins(channel.source(), report.lesson, exercise.name)
                source = kits_source(siblings, report.lesson) if siblings else ""
                channel.ask({"op": "replace", "source": source}, _REQUEST)
                found[exercise.name] = sketched(examples[exercise.name], channel, exercise.name, until)
    except (Failure, OutOfTime, Ended):
        pass  # who does not end, or ends the process, is not asked for more
    except Exception as error:  # of ours: the verdict stands all the same
        _log.warning("%s: a submission is not shown an example: %r", report.lesson, error)
    return found


def with_examples(report: Report, given: dict[str, Sketch], right: Right) -> Report:
    """The report with an example for each exercise in which what was given shows why it lost points.

    right: to what it is compared with; it may need the sandbox of the submission, which has to be done by now.
    """
    exercises = list(report.exercises)
    try:
        for place, exercise in enumerate(exercises):
            if exercise.name in given:
                wanted = right_sketch(report.lesson, exercise.name, right)
                exercises[place] = replace(exercise, example=compared(wanted, given[exercise.name]))
    except Ended:
        pass
    except Exception as error:  # of ours: the verdict stands all the same
        _log.warning("%s: no examples are shown: %r", report.lesson, error)
    return replace(report, exercises=tuple(exercises))


def _examples(lesson: str) -> dict[str, Ask]:
    course = course_of(lesson)
    return {} if course is None else course.examples(lesson)


def _has_something_to_show(exercise: ExerciseResult) -> bool:
    kinds = {check.kind for check in exercise.checks}
    return exercise.points < exercise.max_points and not kinds & _NOTHING_TO_ASK


def compared(right: Sketch, yours: Sketch) -> Example | None:
    """The first call that gave something else than it should, and the first picture in which that is seen."""
    calls, pictures = side_by_side(right, yours)
    if not calls and not pictures:
        return None
    wanted, gave = calls[0] if calls else (NOTHING_SAID, NOTHING_SAID)
    return Example(wanted.call, wanted.answer, gave.answer, pictures[0] if pictures else None)


def sketched(ask: Ask, channel: Channel, exercise: str, until: float) -> Sketch:
    """What a channel gives; as much of it as there is where the code behind it raises."""
    student = Student(channel, _REQUEST, None, students_seed(PUBLIC_SEED, exercise))

    def in_time(*_: object) -> None:
        if time.perf_counter() > until:
            raise OutOfTime

    student._conversation.listener = in_time
    sketch = Sketch()
    try:
        ask(student, sketch)
    except (StudentTimeout, StudentCrash):
        raise
    except Failure:
        pass  # it is in the sketch
    return sketch


def right_sketch(lesson: str, exercise: str, right: Right) -> Sketch:
    course = course_of(lesson)
    assert course is not None, "it has been asked for its examples"
    key = course, lesson, exercise
    if key not in _KNOWN:
        with right(course, lesson) as channel:
            _KNOWN[key] = sketched(course.examples(lesson)[exercise], channel, exercise, math.inf)
    return _KNOWN[key]


def in_a_process(zygote: Callable[[], Zygote]) -> Right:
    """Right versions in a process of their own: so nobody imports here what they import."""

    @contextmanager
    def channel(course: Course, lesson: str) -> Iterator[Channel]:
        with closing(Rehearsal(zygote, course.given(lesson))) as rehearsal:
            rehearsal.put_on(source_of(lesson, exercises_of(lesson)), "", shown=False)
            yield rehearsal

    return channel
