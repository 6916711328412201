"""Expressions, step by step: with a class of the student's, and as a function of floats."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
import torch

from autograder.wire import frames as wire
from autograder.wire.frames import Message
from autograder.worker.answers import Answers

ENGINE = """
class Value:
    def __init__(self, data):
        self.data, self.grad = data, 0.0
    def __add__(self, other):
        return Value(self.data + getattr(other, "data", other))
    def __rsub__(self, other):
        return Value(other - self.data)
    def __neg__(self):
        return Value(-self.data)
    def exp(self):
        return Value(2.0 ** self.data)
    def backward(self):
        self.grad += 1.0

def clear(node):
    node.grad = None
"""


def ask(source: str, op: str, **parameters: Any) -> Message:
    """The reply to a request, after both have crossed the wire."""
    namespace: dict[str, Any] = {"__name__": "submission", "torch": torch}
    exec(compile(source, "<submission>", "exec"), namespace)
    request: Any = wire.decode(wire.encode({"id": 5, "ask": {"op": op, **parameters}}))
    return wire.decode(wire.encode(Answers(namespace).answer(request)))


def trace(*steps: list[Any], source: str = ENGINE, target: str = "Value") -> Message:
    return ask(source, "trace", target=target, steps=list(steps))


def apply(body: str, *steps: list[Any], inputs: list[float], **options: float) -> Message:
    source = f"def f(function, inputs, eps=1.0):\n    {body}"
    return ask(source, "apply", target="f", steps=list(steps), inputs=inputs, options=options)


# --- a class of scalars -----------------------------------------------------------------------------


def test_what_is_in_the_nodes_is_told_whenever_a_step_looks() -> None:
    reply = trace(
        ["make", 1.5],
        ["number", 2],
        ["-", 1, 0],
        ["+", 2, 0],
        ["exp", 3],
        ["negative", 4],
        ["look", 0, 2, 3, 4, 5],
        ["backward", 4],
        ["look", 4, 0],
    )
    first, second = reply["ok"]
    assert first["data"].tolist() == [1.5, 0.5, 2.0, 4.0, -4.0]
    assert first["grad"].tolist() == [0.0] * 5
    assert (second["data"].tolist(), second["grad"].tolist()) == ([4.0, 1.5], [1.0, 0.0])
    assert first["data"].dtype == torch.float64
    assert first["data_types"] == second["grad_types"] == ["float"]


def test_marks_are_put_on_every_node_and_functions_are_called_by_name() -> None:
    reply = trace(["make", 1.0], ["number", 2], ["+", 0, 1], ["mark", 0.5], ["call", "clear", 2], ["look", 0, 2])
    (look,) = reply["ok"]
    assert look["grad"][0] == 0.5
    assert math.isnan(look["grad"][1])
    assert look["grad_types"] == ["NoneType", "float"]


@pytest.mark.parametrize(
    ("value", "told", "kind"),
    [
        ("3", 3.0, "int"),
        ("torch.tensor(2.5)", 2.5, "Tensor"),
        ("'a'", math.nan, "str"),
        ("[1.0]", math.nan, "list"),
    ],
)
def test_the_type_of_a_number_is_told(value: str, told: float, kind: str) -> None:
    source = f"class Value:\n    def __init__(self, data):\n        self.data = {value}"
    (look,) = trace(["make", 1.0], ["look", 0], source=source)["ok"]
    assert look["data"].tolist() == pytest.approx([told], nan_ok=True)
    assert (look["data_types"], look["grad_types"]) == ([kind], ["NoneType"])


@pytest.mark.parametrize("name", ["__class__", "grad", "__init__", "sqrt", "eval", "", "input"])
def test_a_step_that_nobody_has_named_is_refused(name: str) -> None:
    assert trace(["make", 1.0], [name, 0])["error"]["type"] == "PermissionError"


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ([["*", 0, 0]], "TypeError"),
        ([["exp", 9]], "IndexError"),
        ([["log", 0]], "AttributeError"),
        ([["call", "absent", 0]], "NameError"),
        ([["number", 2.0], ["backward", 1]], "AttributeError"),
    ],
)
def test_what_goes_wrong_is_an_error_reply(steps: list[Any], kind: str) -> None:
    assert trace(["make", 1.0], *steps)["error"]["type"] == kind


def test_a_class_that_is_not_there() -> None:
    assert trace(["make", 1.0], target="Node")["error"]["type"] == "NameError"


# --- a function of a list of floats -------------------------------------------------------------------


def test_a_function_is_its_last_step() -> None:
    steps = [["input", 1], ["number", 2], ["**", 0, 1], ["input", 0], ["relu", 3], ["-", 2, 4], ["tanh", 5]]
    reply = apply("return [function([-1.0, 0.5]), function([1.0, 1.0])]", *steps, inputs=[1.0])
    assert reply["ok"]["numbers"].tolist() == [math.tanh(0.25), 0.0]


def test_a_result_is_told_with_its_types_and_the_inputs_as_they_are_after_it() -> None:
    reply = apply("inputs[0] += eps; return (1, 2.5, None)", ["input", 0], inputs=[1.0, 2.0], eps=0.25)
    told = reply["ok"]
    assert told["result"] == (1, 2.5, None)
    assert told["numbers"].tolist() == pytest.approx([1.0, 2.5, math.nan], nan_ok=True)
    assert told["types"] == ["NoneType", "float", "int"]
    assert told["inputs"].tolist() == [1.25, 2.0]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("return 2.0", [2.0]),
        ("return torch.tensor([1.0, 3.0])", [1.0, 3.0]),
        ("import itertools; return itertools.count()", list(itertools.islice(itertools.count(), 1000))),
    ],
)
def test_whatever_comes_back_is_read_as_numbers(body: str, numbers: list[float]) -> None:
    assert apply(body, ["input", 0], inputs=[1.0])["ok"]["numbers"].tolist() == numbers
