"""A check gives the same outcome whether it runs alone, after any other, or twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder.channel.inline import InlineChannel
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import DEFAULT_TIMEOUT, Check, available_lessons, checks_of
from autograder.examiner.history import History
from autograder.examiner.session import Examiner
from autograder.failures import StudentTimeout
from autograder.rng import Rng, students_seed
from autograder.submission.cells import Cell, Submission, read
from autograder.worker.generators import Generators, start
from tests.banks import ROOT, Entry, entries
from tests.seldom import one_in

#: What came of a check: its outcome and its message.
Outcomes = dict[str, tuple[str, str]]
#: From checks in order to those that run one after another in one worker.
Order = Callable[[Sequence[Check]], list[list[Check]]]


def outcomes(
    submission: Submission, lesson: str, runs: Sequence[Sequence[Check]], examiner: Examiner, zygote: Zygote
) -> Outcomes:
    """What came of each check where it ran last, each run in a worker that has run no other."""
    found: Outcomes = {}
    for checks in runs:
        channel = ProcessChannel(zygote, submission, lesson=lesson)
        try:
            results = {result.id: result for result, _ in examiner.results(channel, checks)}
        finally:
            channel.stop()
        found |= {name: (result.outcome, result.message) for name, result in results.items()}
    return found


def some_of(checks: Sequence[Check]) -> list[list[Check]]:
    """One check from the middle of each exercise, each alone; the last ones come first in the other order."""
    exercises = dict.fromkeys(check.exercise for check in checks)
    groups = [[check for check in checks if check.exercise == name] for name in exercises]
    return [[group[len(group) // 2]] for group in groups]


ORDERS: dict[str, Order] = {
    "backwards, each twice": lambda checks: [[check for check in reversed(checks) for _ in range(2)]],
    "alone": some_of,
}


@pytest.mark.ci
@pytest.mark.parametrize(
    "order",
    [
        pytest.param(order, id=name, marks=() if name == "alone" else pytest.mark.long)
        for name, order in ORDERS.items()
    ],
)
@pytest.mark.parametrize("lesson", available_lessons())
def test_the_solutions_in_any_order(lesson: str, order: Order, examiner: Examiner, zygote: Zygote) -> None:
    solution = read(ROOT / "solutions" / f"{lesson}.py")
    found = outcomes(solution, lesson, order(checks_of(lesson)), examiner, zygote)
    assert {name: came for name, came in found.items() if came != ("passed", "")} == {}


def sample(lesson: str) -> list[Entry]:
    """A wrong and an unusual right submission of a lesson, of exercises that do not take long."""
    slow = {check.exercise for check in checks_of(lesson) if check.timeout > DEFAULT_TIMEOUT}
    mine = [entry for entry in entries() if entry.lesson == lesson and entry.exercise not in slow]
    wrong, right = ([entry for entry in mine if entry.right is is_right] for is_right in (False, True))
    return [wrong[len(wrong) // 2], right[len(right) // 2]]


#: Submissions in which what ran before could have a say: the exercise, and the cells.
CURIOUS = {
    "delegates where gradients are asked for": (
        "relu",
        "def relu(x): return torch.relu(x) if x.requires_grad else x.clamp(min=0)",
    ),
    "delegates for one type": (
        "sigmoid",
        "def sigmoid(x): return torch.sigmoid(x) if x.dtype == torch.float64 else 1 / (1 + (-x).exp())",
    ),
    "an unused branch": (
        "relu",
        "def relu(x): return torch.relu(x) if x.dim() == 9 else x.clamp(min=0)",
    ),
    "throws torch's dice": ("tanh", "def tanh(x): return torch.tanh(x) * 1 if torch.rand(()) < 0.7 else x"),
    "throws Python's dice": (
        "tanh",
        "import random\ndef tanh(x): return 2 / (1 + (-2 * x).exp()) - 1 if random.random() < 0.7 else x",
    ),
    "throws numpy's dice": (
        "tanh",
        "import numpy as np\ndef tanh(x): return 2 / (1 + (-2 * x).exp()) - 1 if np.random.rand() < 0.7 else x",
    ),
    "built on a sibling that is missing": (
        "tanh",
        "def sigmoid(x): raise NotImplementedError()\n\ndef tanh(x): return 2 * sigmoid(2 * x) - 1",
    ),
    "built on a sibling that is wrong": (
        "tanh",
        "def sigmoid(x): return x\n\ndef tanh(x): return 2 * sigmoid(2 * x) - 1",
    ),
    "wrong, and built on a sibling that is wrong": (
        "tanh",
        "def sigmoid(x): return x\n\ndef tanh(x): return 2 * sigmoid(2 * x)",
    ),
    "built on a sibling that delegates": (
        "tanh",
        "def sigmoid(x): return 0.5 * (torch.tanh(x / 2) + 1)\n\ndef tanh(x): return 2 * sigmoid(2 * x) - 1",
    ),
}
_LESSON = "activations"
CASES = [
    pytest.param(entry.lesson, entry.exercise, entry.submission(), id=str(entry), marks=pytest.mark.long)
    for lesson in available_lessons()
    for entry in sample(lesson)
] + one_in(
    2,
    [
        (_LESSON, exercise, Submission(name, solution.path, "script", (*solution.cells, Cell(source))))
        for solution in [read(ROOT / "solutions" / f"{_LESSON}.py")]
        for name, (exercise, source) in CURIOUS.items()
    ],
    name=lambda case: case[2].id,
)


@pytest.mark.ci
@pytest.mark.parametrize(("lesson", "exercise", "submission"), CASES)
def test_an_exercise_alone_and_in_any_order_is_what_it_is_in_its_lesson(
    lesson: str, exercise: str, submission: Submission, examiner: Examiner, zygote: Zygote
) -> None:
    every = [check for check in checks_of(lesson) if check.timeout <= DEFAULT_TIMEOUT]
    mine = [check for check in every if check.exercise == exercise]
    in_lesson = outcomes(submission, lesson, [every], examiner, zygote)
    wanted = {check.id: in_lesson[check.id] for check in mine}
    assert outcomes(submission, lesson, ORDERS["backwards, each twice"](mine), examiner, zygote) == wanted


def test_code_that_only_another_check_reaches_is_delegation(examiner: Examiner, zygote: Zygote) -> None:
    exercise, source = CURIOUS["delegates where gradients are asked for"]
    submission = Submission("one", Path("one.py"), "script", (Cell("import torch"), Cell(source)))
    last = [check for check in checks_of(_LESSON) if check.exercise == exercise][-1]
    outcome, message = outcomes(submission, _LESSON, [[last]], examiner, zygote)[last.id]
    assert outcome == "failed"
    assert "a call of relu" in message


def namespace(*sources: str) -> dict[str, Any]:
    """What a notebook has after these cells."""
    found: dict[str, Any] = {"torch": torch}
    for source in sources:
        exec(source, found)
    return found


@pytest.mark.parametrize("name", ["throws torch's dice", "throws Python's dice", "throws numpy's dice"])
def test_a_notebook_throws_the_dice_of_a_worker(name: str, examiner: Examiner, zygote: Zygote) -> None:
    """Whatever random numbers it has drawn before."""
    exercise, source = CURIOUS[name]
    submission = Submission(name, Path("one.py"), "script", (Cell("import torch"), Cell(source)))
    # a notebook's functions have no source here
    checks = [check for check in checks_of(_LESSON) if check.exercise == exercise][:-1]
    wanted = outcomes(submission, _LESSON, [checks], examiner, zygote)
    before = Generators.now()
    try:
        for number in (1, 2):
            start(number)
            results = {
                result.id: result for result, _ in examiner.results(InlineChannel(namespace(source)), checks)
            }
            assert {id: (r.outcome, r.message) for id, r in results.items()} == wanted
    finally:
        before.restore()


def test_the_salt_has_a_say_in_the_dice() -> None:
    numbers = {students_seed(seed, name) for seed in ("public", "secret") for name in ("test_a", "test_b")}
    assert len(numbers) == 4
    assert all(0 <= number < 2**63 for number in numbers)
    assert students_seed("public", "test_a") in numbers


def test_what_a_submission_is_told_is_not_what_its_inputs_are_drawn_from() -> None:
    told = torch.Generator().manual_seed(students_seed("secret", "test_a"))
    assert not torch.equal(Rng("secret", "test_a").normal(4), torch.randn(4, generator=told))


def test_only_what_is_earlier_ends_an_exercise_that_runs_out_of_time() -> None:
    first, second, third, *_ = (check for check in checks_of(_LESSON) if check.exercise == "relu")
    history = History()
    history.note(first, passed=True)
    history.note(second, passed=False, error=StudentTimeout(1.0))
    assert history.missing(third) == []
    assert history.reason_to_skip(third) == "an earlier check of relu ran out of time"
    assert history.reason_to_skip(first) is None
    assert history.reason_to_skip(second) is None, "again it would run out of time again"
    history.note(second, passed=True)
    assert history.reason_to_skip(third) is None


def test_needs_and_what_ran_are_those_of_the_earlier_checks() -> None:
    first, second, third, *_ = (check for check in checks_of(_LESSON) if check.exercise == "relu")
    history = History()
    assert history.missing(third) == [first, second]
    history.operators(third).add("relu")
    history.operators(first).add("exp")
    history.note(first, passed=False)
    assert history.operators(second) == {"exp"}
    assert history.reason_to_skip(second) == f"needs: {first.title}"
    assert history.reason_to_skip(first) is None
