"""The grader against its banks: what each check kills, and what it must let through."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, checks_of, exercises_of
from autograder.examiner.session import Examiner
from tests.banks import Entry, entries


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
                # one lost point is enough: the checks that come after it would take most of the time
                failed = (result for result, _ in results if result.outcome != "passed")
                lost = next((result for result in failed if entry.right or result.max_points), None)
        finally:
            channel.stop()
        assert channel.results[-1]["error"] is None or not entry.right, channel.results[-1]["error"]
        if entry.right:
            assert lost is None, f"{lost.id} {lost.outcome}: {lost.message}"
        else:
            assert lost is not None, "this wrong submission kept every point"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The entries that a run tries."""
    if metafunc.cls is not None and issubclass(metafunc.cls, Bank):
        mine = [entry for entry in entries() if entry.exercise == metafunc.cls.exercise]
        whole = metafunc.config.getoption("--whole")
        metafunc.parametrize("entry", [each for each in mine if whole or not each.spelling], ids=str)


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
