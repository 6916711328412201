"""Tests of students are tried on right versions and on mistakes, in disguise, in an order that nobody knows."""

from __future__ import annotations

import ast
import types
from typing import Any

import pytest
import torch

from autograder.channel.inline import InlineChannel
from autograder.course.courses import kits_own
from autograder.course.exercises import available_lessons, checks_of, points_of
from autograder.course.mistakes import mistakes_of
from autograder.examiner.session import Examiner
from autograder.report.card import Card
from autograder.report.results import Report, dumps, loads
from autograder.rng import Rng
from autograder.student._judging import disguised

TESTS = [(lesson, c.exercise, c.tests) for lesson in available_lessons() for c in checks_of(lesson) if c.tests]
X = "x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])"


def examined(examiner: Examiner, body: str) -> Report:
    """What comes of a test of softmax."""
    namespace: dict[str, Any] = {"__name__": "submission", "torch": torch, "seen": []}
    exec(f"def test_softmax(softmax):\n    {X}\n    {body}\n", namespace)
    return examiner.examine(InlineChannel(namespace), "activations", "mine", ["test_softmax"])


def test_a_mistake_that_is_not_noticed_is_named(examiner: Examiner) -> None:
    body = "torch.testing.assert_close(softmax(x).sum(-1), torch.ones(2))"
    checks = {check.id: check for check in examined(examiner, body).exercises[0].checks}
    assert checks["test_test_softmax_sum"].outcome == "passed"
    base = checks["test_test_softmax_base"]
    assert base.outcome == "failed"
    assert "raises for a version that raises another number than e to the power of the scores" in base.message
    assert "your test does not notice it" in base.message


def test_a_right_version_that_is_refused_is_told_in_words_and_costs_all(examiner: Examiner) -> None:
    body = "assert softmax(x).is_contiguous() and 'Stack' not in str(softmax(x.requires_grad_()).grad_fn)"
    (exercise,) = examined(examiner, body).exercises
    assert exercise.points == 0
    (refused,) = [check for check in exercise.checks if check.wrong]
    assert "it goes through the slices along dim one by one" in refused.message
    assert "it raises AssertionError" in refused.message
    assert all(check.outcome == "skipped" for check in exercise.checks[2:])


BLIND = {
    "whatever it is": "raise AssertionError",
    "every second one": "seen.append(1)\n    assert len(seen) % 2",
}


@pytest.mark.parametrize("body", BLIND.values(), ids=BLIND)
def test_who_does_not_look_earns_nothing(examiner: Examiner, body: str) -> None:
    assert examined(examiner, body).exercises[0].points == 0


def test_an_optional_exercise_is_shown_and_counts_for_nothing(examiner: Examiner) -> None:
    report = examined(examiner, "torch.testing.assert_close(softmax(x), torch.softmax(x, -1))")
    (exercise,) = report.exercises
    assert (exercise.points > 5, report.points, report.max_points, exercise.optional) == (True, 0.0, 0.0, True)
    assert "/10 points, optional" in Card(report, in_notebook=True).html()
    assert "/10, optional" in Card(report, in_notebook=True).text()
    assert loads(dumps([report])) == loads(dumps(loads(dumps([report]))))
    assert loads(dumps([report]))[0].exercises[0].optional
    assert points_of("activations")["test_softmax"] == 0


def test_who_leaves_it_out_has_passed_and_who_asks_for_it_alone_has_not(examiner: Examiner) -> None:
    alone = examined(examiner, "raise NotImplementedError()")
    assert not alone.passed
    rest = examiner.examine(InlineChannel({"__name__": "submission"}), "activations", "mine", ["relu"])
    whole = Report("activations", "mine", 10.0, exercises=(*rest.exercises, *alone.exercises))
    assert whole.passed == rest.passed
    assert "Not begun yet" in Card(alone, in_notebook=True).html()


def fingerprint(source: str) -> list[object]:
    """What somebody could have written down of the code that is in each salt's version."""
    module = compile(source, "<version>", "exec")
    return [part.co_consts for part in module.co_consts if isinstance(part, types.CodeType)]


def attributes(source: str) -> set[str]:
    """The names of attributes that it gives a value."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    return {node.attr for node in nodes if isinstance(node.ctx, ast.Store)}


@pytest.mark.parametrize(("lesson", "test", "tested"), TESTS, ids=lambda word: word)
def test_versions_are_disguised_alike_and_differ_by_salt(lesson: str, test: str, tested: str) -> None:
    trees = [node for node in kits_own().tree(lesson, "versions.py").body if tested in getattr(node, "name", "")]
    trees += [ast.parse(one.spellings[0]).body[-1] for one in mistakes_of(lesson, tested)[:20]]
    for tree in trees:
        one, other = (disguised(tree, tested, Rng(salt, "x")) for salt in ("a", "b"))
        assert one != other
        assert '"""' not in one
        assert fingerprint(one) != fingerprint(other), "neither by its instructions nor by its constants"
        assert attributes(one) & attributes(other) <= {"grad", "data"}, "nor by what its objects keep"
        assert ast.parse(one).body[-1].name == tested  # type: ignore[attr-defined]  # a definition
