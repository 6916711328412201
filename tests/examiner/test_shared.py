"""What several checks ask in common is asked once for a submission, and is the same whoever asks first."""

from __future__ import annotations

import re
from collections.abc import Callable

import torch

from tests.examiner.test_examiner import Examine, lesson, messages, outcomes

__all__ = ["lesson"]

CHECKS = '''
def both(student):
    with student.shared("f") as rng:
        return student.f(rng.normal(2)), student.f(rng.normal(2))

@exercise("f", points=0)
def test_exists(student):
    """It is there."""
    expect.defined(student.f, "x")

@exercise("f", points=1)
def test_one(student):
    """One."""
    expect.that(False, "one", got=[value.tolist() for value in both(student)])

@exercise("f", points=1)
def test_two(student, rng):
    """Two."""
    values = [value.tolist() for value in both(student)]
    student.f(rng.normal(2))
    expect.that(False, "two", got=values)

@exercise("f", points=1)
def test_three(student):
    """Three."""
    student.f(torch.zeros(2))
    both(student)
    expect.that(False, "three", got=student.f(torch.zeros(2)).tolist())
'''


def gots(examine: Examine, function: Callable[[torch.Tensor], torch.Tensor]) -> list[str]:
    """What each check says that it got."""
    report = examine(f=function)
    return [message.split("got:")[1].strip() for message in messages(report) if message]


def test_it_is_asked_once_and_what_a_check_asks_for_itself_is_asked(lesson: Callable[..., Examine]) -> None:
    examine = lesson(CHECKS)
    calls: list[torch.Tensor] = []
    one, two, _ = gots(examine, lambda x: calls.append(x) or x)  # type: ignore[func-returns-value]  # appends
    assert len(calls) == 2 + 1 + 2
    assert one == two


def test_the_next_submission_is_asked_anew(lesson: Callable[..., Examine]) -> None:
    examine = lesson(CHECKS)
    first, second = gots(examine, lambda x: x), gots(examine, lambda x: x + 1)
    assert first[0] != second[0]


def test_the_dice_are_the_same_whoever_asks_first(lesson: Callable[..., Examine]) -> None:
    def draws(x: torch.Tensor) -> torch.Tensor:
        return torch.rand(2)

    together = gots(lesson(CHECKS), draws)
    beginning, *parts = re.split("(?=@exercise.*points=1)", CHECKS)
    assert together == [gots(lesson(beginning + part), draws)[0] for part in parts]
    assert together[0] == together[1] != together[2]


def test_a_failure_is_that_of_all_who_share_it(lesson: Callable[..., Examine]) -> None:
    def fails(x: torch.Tensor) -> torch.Tensor:
        print("before it fails")
        raise ValueError("no such thing")

    report = lesson(CHECKS)(f=fails)
    assert outcomes(report) == ["passed"] + ["error"] * 3
    assert all("no such thing" in message for message in messages(report)[1:])


ENDS_EARLY = """
def both(student):
    with student.shared("f"):
        net = student.f()
        expect.that(isinstance(net, (list, tuple)), "a pair", got=type(net).__name__)

@exercise("f", points=0)
def test_exists(student):
    \"\"\"It is there.\"\"\"
    expect.defined(student.f)

@exercise("f", points=1)
def test_one(student):
    \"\"\"One.\"\"\"
    both(student)

@exercise("f", points=1)
def test_two(student):
    \"\"\"Two.\"\"\"
    with student.shared("f"):
        found = student.f().parameters()
        expect.that(len(found[0].value) == 1, "one", got="another")
"""


def test_where_one_check_ends_early_the_next_asks_for_all_of_it(lesson: Callable[..., Examine]) -> None:
    report = lesson(ENDS_EARLY)(f=lambda: torch.nn.Linear(1, 1))
    assert outcomes(report) == ["passed", "failed", "passed"]
