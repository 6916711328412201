"""A slice of `benchmarks/salts.py`: under no salt is a solution refused anything."""

from __future__ import annotations

import pytest

from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, checks_of
from autograder.examiner.session import Examiner
from benchmarks.salts import Right, refusals, rights, salted
from tests.banks import Entry
from tests.seldom import one_in

pytestmark = pytest.mark.ci

#: Under these a check of training once drew inputs that a right version could not pass.
SALTS = ["seed330", "salt215", "scan33"]


@pytest.mark.parametrize("lesson", one_in(2, available_lessons()))
def test_every_salt_is_fair(lesson: str, zygote: Zygote) -> None:
    refused = list(refusals(Right(lesson), SALTS, Examiner(), zygote))
    assert not refused, "\n".join(f"{r.check} under {r.salt}: {r.message}" for r in refused)


def test_a_refusal_names_the_check_and_the_salt(zygote: Zygote) -> None:
    """A version that is wrong is refused, so that a sweep without refusals says something."""
    wrong = Entry("activations", "relu", True, "the absolute value", "def relu(x): return x.abs()\n")
    refused = list(refusals(Right("activations", wrong), ["one", "two"], Examiner(), zygote))
    assert {("test_relu_values", "one"), ("test_relu_values", "two")} <= {(r.check, r.salt) for r in refused}


def test_what_depends_on_the_salt_is_known() -> None:
    assert "test_sigmoid_values" in salted("activations")
    assert "test_sigmoid_exists" not in salted("activations")
    for lesson in available_lessons():
        assert salted(lesson) < {check.id for check in checks_of(lesson)}


def test_right_versions_are_the_solution_and_those_of_the_bank() -> None:
    found = rights(["perceptron"])
    assert found[0] == Right("perceptron")
    assert all(r.entry is not None and r.entry.right and r.lesson == "perceptron" for r in found[1:])
    assert len(found) > 30
    assert rights(["perceptron"], solutions_only=True) == found[:1]
