"""A test of the student's is given a version, and what it raises is told: nothing else of either crosses."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from autograder.worker.answers import Answers

SOURCE = "def double(x):\n    return 2 * x\n"


def judge(test: str, source: str = SOURCE) -> Any:
    namespace: dict[str, Any] = {"__name__": "submission", "inspect": inspect}
    exec(test, namespace)
    ask: Any = {"op": "judge", "target": "test_double", "source": source, "name": "double"}
    return Answers(namespace).answer({"id": 1, "ask": ask})


RAISES = {
    "an assertion": ("assert double(2) == 5, 'no'", "AssertionError"),
    "any other exception": ("raise ValueError('no')", "ValueError"),
    "what is no Exception, as pytest.fail raises": ("raise BaseException('no')", "BaseException"),
    "the version itself": ("double(None)", "TypeError"),
}


@pytest.mark.parametrize(("body", "kind"), RAISES.values(), ids=RAISES)
def test_what_a_test_raises_is_told(body: str, kind: str) -> None:
    assert judge(f"def test_double(double):\n    {body}\n")["ok"]["type"] == kind


@pytest.mark.parametrize("body", ["assert double(2) == 4", "return False", "print('wrong')"])
def test_what_raises_nothing_lets_pass(body: str) -> None:
    assert judge(f"def test_double(double):\n    {body}\n")["ok"] is None


@pytest.mark.parametrize("body", ["raise NotImplementedError()", "exit()"])
def test_a_stub_and_what_ends_the_program_are_no_verdict(body: str) -> None:
    answer = judge(f"def test_double(double):\n    {body}\n")
    assert "ok" not in answer
    assert answer["error"]["type"] in ("NotImplementedError", "SystemExit")


def test_a_version_has_no_source_and_no_name_of_its_own() -> None:
    looks = "inspect.getsource(double)"
    assert judge(f"def test_double(double):\n    {looks}\n")["ok"]["type"] == "OSError"
    names = "('version', 'double', '<version>')"
    told = "(double.__module__, double.__qualname__, double.__code__.co_filename)"
    assert judge(f"def test_double(double):\n    assert {told} == {names}, {told}\n")["ok"] is None
