"""The grader against its banks: what each check kills, and what it must let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.courses import kits_own
from autograder.course.exercises import available_lessons, checks_of, exercises_of
from autograder.course.mistakes import mistakes
from autograder.examiner.session import Examiner
from tests.banks import Entry, entries
from tests.seldom import one_in


class Bank:
    """The entries of one exercise: a class each, so that the workers of a test run share them out."""

    exercise = ""

    def test_bank(self, entry: Entry, examiner: Examiner, zygote: Zygote) -> None:
        """A wrong submission loses at least a point of its exercise; a right one loses none."""
        checks = [check for check in checks_of(entry.lesson) if check.exercise == entry.exercise]
        channel = ProcessChannel(zygote, entry.submission())
        try:
            channel.start()
            with closing(examiner.results(channel, checks)) as results:
                killers = []
                for result, _ in results:
                    if result.outcome == "passed":
                        continue
                    killers.append(result)
                    if entry.right or (result.max_points and result.outcome != "skipped"):
                        break  # one lost point is enough: the checks after it would take most of the time
        finally:
            channel.stop()
        assert channel.results[-1]["error"] is None or not entry.right, channel.results[-1]["error"]
        if entry.right:
            assert not killers, f"{killers[0].id} {killers[0].outcome}: {killers[0].message}"
            return
        assert any(killer.max_points for killer in killers), "this wrong submission kept every point"
        if entry.killed_by is not None:
            assert entry.killed_by in {killer.id for killer in killers}


def some_of(mine: Sequence[Entry]) -> list[Entry]:
    """All but the mistakes, and one in 32 of those, in its first spelling: `autograder audit` tries all."""
    mistaken = [entry for entry in mine if not entry.right and entry.killed_by is None]
    first = [entry for entry in mistaken if not entry.spelling]
    return [entry for entry in mine if entry not in mistaken] + first[::32]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is tried: three of four right versions, and of the wrong, only where there is time."""
    if metafunc.cls is not None and issubclass(metafunc.cls, Bank):
        mine = some_of([entry for entry in entries() if entry.exercise == metafunc.cls.exercise])
        right, wrong = ([entry for entry in mine if entry.right == kind] for kind in (True, False))
        metafunc.parametrize("entry", [*one_in(4, right), *one_in(4, wrong)])


for _lesson in available_lessons():
    for _exercise in exercises_of(_lesson):
        _name = f"Test_{_exercise}"
        globals()[_name] = type(_name, (Bank,), {"exercise": _exercise})


@pytest.mark.parametrize("lesson", available_lessons())
def test_every_exercise_has_a_bank(lesson: str) -> None:
    """At least five wrong and three unusual right submissions of each exercise."""
    counts = Counter((entry.exercise, entry.right) for entry in entries() if entry.lesson == lesson)
    short = [name for name in exercises_of(lesson) if counts[name, False] < 5 or counts[name, True] < 3]
    assert not short


def test_banks_name_exercises_that_exist() -> None:
    """A cell with a misspelt exercise would never be looked at."""
    unknown = {entry.exercise for entry in entries() if entry.exercise not in exercises_of(entry.lesson)}
    assert not unknown


def test_what_is_no_mistake_of_a_lesson_names_the_check_that_it_tries() -> None:
    banked = [entry for entry in entries() if not entry.right and entry.killed_by is not None]
    assert len(banked) >= 50
    ids = {check.id for lesson in available_lessons() for check in checks_of(lesson)}
    assert {entry.killed_by for entry in banked} <= ids
    named = {
        (mistake.exercise, mistake.name)
        for lesson in available_lessons()
        for mistake in mistakes(kits_own(), lesson)
    }
    silent = [entry for entry in entries() if not entry.right and entry.killed_by is None]
    assert {(entry.exercise, entry.title) for entry in silent} <= named
