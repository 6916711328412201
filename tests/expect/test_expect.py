"""Each expectation: what it lets through, what it refuses, in which words; whatever came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from autograder import expect
from autograder.channel.inline import InlineChannel
from autograder.failures import Mismatch, StudentError, Unmet
from autograder.student import Student
from autograder.wire.values import Foreign


def submission(source: str) -> Student:
    namespace: dict[str, Any] = {"__name__": "submission", "torch": torch, "nn": nn, "np": np}
    exec(compile(source, "<submission>", "exec"), namespace)
    return Student(InlineChannel(namespace))


def refused(action: Callable[[], Any]) -> str:
    """What a student reads; fails when nothing is refused."""
    with pytest.raises(Mismatch) as found:
        action()
    message = str(found.value)
    assert len(message) < 700, "a message holds a few values, not all of them"
    assert all(ord(character) >= 32 or character == "\n" for character in message)
    return message


X = torch.tensor([1.0, 2.0, 3.0])

# --- silly values -----------------------------------------------------------------------------------

SILLY: dict[str, str] = {
    "None": "None",
    "bool": "True",
    "int": "7",
    "large int": "10**30",
    "text": "'a text'",
    "long text": "'x' * 10**5",
    "numpy array": "np.ones(3)",
    "large numpy array": "np.ones((50, 50))",
    "numpy scalar": "np.float32(1)",
    "set": "{1, 2}",
    "dict": "{'a': torch.ones(2)}",
    "function": "torch.sigmoid",
    "class": "int",
    "generator": "(i for i in range(3))",
    "empty list": "[]",
    "list of texts": "['a', 'b', 'c']",
    "list of tensors": "[torch.ones(2), torch.ones(3)]",
    "list of None": "[None, None]",
    "ragged": "[[1.0], [1.0, 2.0]]",
    "deep": "[[[[[[[[[[1.0]]]]]]]]]]",
    "wide and deep": "[[[[0.123456789] * 10] * 10] * 10] * 10",
    "long list": "[0.5] * 50_000",
    "other shape": "torch.ones(2, 2)",
    "empty tensor": "torch.ones(0)",
    "huge empty tensor": "torch.ones(5_000_000, 0)",
    "huge tensor": "torch.ones(1000, 1000)",
    "complex": "torch.ones(3) * 1j",
    "sparse": "torch.eye(3).to_sparse()",
    "bool tensor": "torch.tensor([True, False])",
    "module": "nn.ReLU()",
    "an object": "type('Odd', (), {'__repr__': lambda self: 'two\\nlines'})()",
    "an object without repr": "type('Odd', (), {'__repr__': None})()",
}

EXPECTATIONS: dict[str, Callable[[Any], Any]] = {
    "tensor": lambda v: expect.tensor(v, (3,), torch.float32),
    "shape": lambda v: expect.shape(v, (3,)),
    "close to a tensor": lambda v: expect.close(v, X),
    "close to a number": lambda v: expect.close(v, 0.25),
    "close to numbers": lambda v: expect.close(v, [0.25, 0.5]),
    "equal to an int": lambda v: expect.equal(v, 42),
    "equal to a text": lambda v: expect.equal(v, "yes"),
    "equal to shapes": lambda v: expect.equal(v, [(2, 3), (4,)]),
    "equal to False": lambda v: expect.equal(v, False),
    "number": lambda v: expect.equal(expect.number(v), 42),
    "python_float": expect.python_float,
    "floats": lambda v: expect.floats(v, 3),
    "sequence": lambda v: expect.sequence(v, 17),
    "figure": expect.figure,
    "instance": expect.instance,
    "that": lambda v: expect.that(False, "something else", got=v),
}


@pytest.fixture(scope="module")
def arrived() -> dict[str, Any]:
    """The silly values, as they come out of the wire."""
    student = submission("\n".join(f"def f{i}(): return {v}" for i, v in enumerate(SILLY.values())))
    return {name: getattr(student, f"f{i}")() for i, name in enumerate(SILLY)}


@pytest.mark.parametrize("expectation", EXPECTATIONS.values(), ids=EXPECTATIONS)
def test_a_silly_value_is_a_short_mismatch(expectation: Callable[[Any], Any], arrived: dict[str, Any]) -> None:
    for value in arrived.values():
        refused(lambda value=value: expectation(value))


# --- tensors ----------------------------------------------------------------------------------------


def test_tensor_shape_and_type() -> None:
    assert expect.tensor(X, (3,), torch.float32) is X
    assert expect.shape(X, [3]) is X
    assert "a `return` missing" in refused(lambda: expect.tensor(None))
    assert "shape (3, 1)" in refused(lambda: expect.shape(X, (3, 1)))
    assert "torch.float64" in refused(lambda: expect.tensor(X, (3,), torch.float64))
    assert "(because of that)" in refused(lambda: expect.tensor(3, because="because of that"))


def test_close_lets_small_differences_through() -> None:
    expect.close(X + 1e-6, X)
    expect.close(X.double() * (1 + 1e-5), X)
    expect.close(X, X + 0.4, atol=0.5)
    expect.close(torch.tensor([1, 2, 3]), X)
    expect.close(torch.tensor([torch.inf, -torch.inf]), torch.tensor([torch.inf, -torch.inf]))
    expect.close(torch.tensor([torch.nan, 1.0]), torch.tensor([torch.nan, 1.0]))
    expect.close(torch.zeros(0, 3), torch.zeros(0, 3))


@pytest.mark.parametrize("wrong", [X + 0.01, -X, X.flip(0), X * torch.nan, X / 0, X.reshape(3, 1), X[:2]])
def test_close_refuses_others(wrong: torch.Tensor) -> None:
    refused(lambda: expect.close(wrong, X))


def test_close_shows_few_values_or_the_first_place() -> None:
    assert "expected: tensor([1, 2, 3])" in refused(lambda: expect.close(X + 1, X))
    big = torch.zeros(40, 50)
    wrong = big.clone()
    wrong[3, 4] = 7
    message = refused(lambda: expect.close(wrong, big))
    assert "0 at index (3, 4)" in message
    assert "7 (values that differ: 1 of 2000)" in message
    assert "nan" in refused(lambda: expect.close(torch.full((40,), torch.nan), torch.ones(40)))


@pytest.mark.parametrize("value", [0.5, [0.5, 1.0], (0.5, 1), torch.tensor(0.5), torch.tensor([0.5, 1.0])])
def test_close_takes_numbers_in_any_clothes(value: Any) -> None:
    expect.close(value, 0.5 if isinstance(value, float) or getattr(value, "shape", None) == () else [0.5, 1.0])


def test_close_wants_a_tensor_where_a_tensor_is_expected() -> None:
    assert "the result is a tensor" in refused(lambda: expect.close([1.0, 2.0, 3.0], X))
    assert "one number" in refused(lambda: expect.close([0.5], 0.5))
    assert "2 values" in refused(lambda: expect.close(torch.ones(3), [1.0, 1.0]))


# --- plain values -----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [3, "abc", True, None, [1, (2, "a")], (), [(2, 3), (4,)]])
def test_equal_is_exact(value: Any) -> None:
    expect.equal(value, value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, 1), (1, True), (0, False), (None, 0), ("3", 3), ([1], [1, 2]), (X, [1.0, 2.0, 3.0]), ([X], [3])],
)
def test_equal_refuses_what_only_looks_alike(value: Any, expected: Any) -> None:
    refused(lambda: expect.equal(value, expected))


def test_equal_takes_a_list_for_a_tuple() -> None:
    expect.equal([(2, 3), [4]], ([2, 3], (4,)))


def test_python_numbers() -> None:
    assert expect.python_float(0.5) == 0.5
    assert expect.python_int(3) == 3
    assert ".item()" in refused(lambda: expect.python_float(torch.tensor(0.5)))
    assert ".item()" in refused(lambda: expect.python_int(torch.tensor(3)))
    refused(lambda: expect.python_float(3))
    refused(lambda: expect.python_int(3.0))
    refused(lambda: expect.python_int(True))


@pytest.mark.parametrize(
    ("body", "value"),
    [
        *(("8709", 8709), ("8709.0", 8709), ("torch.tensor(8709)", 8709), ("torch.tensor([[0.25]])", 0.25)),
        *(("np.int64(8709)", 8709), ("np.prod([3, 4])", 12), ("np.float32(0.25)", 0.25), ("np.array(-1.5)", -1.5)),
        *(("np.array(0.25, dtype=np.float32)", 0.25), ("np.float64(1e-9)", 1e-9), ("'8,709'", 8709)),
        *(("'8_709'", 8709), ("[torch.tensor(0.5)]", 0.5), ("(3,)", 3), ("np.float64('inf')", torch.inf)),
    ],
)
def test_a_number_may_come_in_any_clothes(body: str, value: float) -> None:
    assert expect.number(submission(f"def f(): return {body}").f()) == value


@pytest.mark.parametrize(
    "body",
    ["None", "True", "'many'", "[1, 2]", "torch.ones(2)", "np.ones(2)", "'1' * 10**6 + 'x'", "1j", "{'a': 1}"],
)
def test_what_is_no_number_is_none(body: str) -> None:
    assert "one number" in refused(lambda: expect.number(submission(f"def f(): return {body}").f()))


def test_floats_and_sequences() -> None:
    assert expect.floats((0.5, 1.5), 2) == [0.5, 1.5]
    assert expect.sequence([1, "a"], 2) == [1, "a"]
    assert expect.pair((1, 2)) == (1, 2)
    assert "3 items" in refused(lambda: expect.sequence([1, 2, 3], 2))
    assert "[1, 2, 3]" in refused(lambda: expect.pair([1, 2, 3]))
    assert ".item()" in refused(lambda: expect.floats([0.5, torch.tensor(0.5)], 2))
    refused(lambda: expect.floats([1, 2], 2))


def test_one_is_told_in_the_singular() -> None:
    assert refused(lambda: expect.sequence([1, 2], 1)).startswith("the result has 1 item\n")
    assert refused(lambda: expect.sequence(None, 1)).startswith("the result is a list of 1 item\n")
    assert refused(lambda: expect.close([1.0, 2.0], [1.0])).startswith("the result has 1 value\n")


def test_objects() -> None:
    student = submission(
        "import matplotlib.pyplot as plt\nclass SGD:\n    def step(self): pass\n"
        "def plot(): return plt.figure()\ndef net(): return nn.ReLU()"
    )
    assert expect.module(student.net()).modes() == [True]
    assert expect.figure(student.plot()).axes == []
    expect.instance(student.SGD()).step()
    assert "nn.Module" in refused(lambda: expect.module(student.SGD()))
    assert "Figure" in refused(lambda: expect.figure(student.net()))


def test_that() -> None:
    expect.that(True, "is not looked at", got=X)
    message = refused(lambda: expect.that(False, "the loss falls", got=0.5, because="it should"))
    assert message.splitlines() == ["the loss falls (it should)", "     got: 0.5"]
    assert "got" not in refused(lambda: expect.that(False, "the loss falls"))


# --- calls ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "definition",
    [
        "def softmax(x, dim=-1): pass",
        "def softmax(x, dim): pass",
        "def softmax(z, *, dim=-1): pass",
        "def softmax(x, /, dim=0, more=1): pass",
        "def softmax(*args, **kwargs): pass",
        "def softmax(x, **kwargs): pass",
        "def softmax(dim, /, **kwargs): pass",
        "def softmax(x, dim=0, /, **kwargs): pass",
        "softmax = lambda x, dim=1: x",
        "softmax = torch.softmax",
        "class softmax:\n    def __init__(self, x, dim): pass",
        "class S:\n    def __call__(self, x, dim=0): pass\nsoftmax = S()",
    ],
)
def test_defined_takes_every_way_to_define(definition: str) -> None:
    expect.defined(submission(definition).softmax, "x", dim=-1)


@pytest.mark.parametrize(
    ("definition", "got"),
    [
        ("", "no such name"),
        ("softmax = 3", "int"),
        ("softmax = None", "NoneType"),
        ("def softmax(): pass", "softmax()"),
        ("def softmax(x): pass", "softmax(x)"),
        ("def softmax(dim): pass", "softmax(dim)"),
        ("def softmax(x, axis=-1): pass", "softmax(x, axis)"),
        ("def softmax(x, y, dim): pass", "softmax(x, y, dim)"),
        ("def softmax(x, *, dim, more): pass", "softmax(x, dim, more)"),
        ("def softmax(x, dim, /): pass", "softmax(x, dim)"),
        ("def softmax(*, x, dim): pass", "softmax(x, dim)"),
        ("def softmax(dim, **kwargs): pass", "softmax(dim, kwargs)"),
        ("def softmax(x, dim, /, **kwargs): pass", "softmax(x, dim, kwargs)"),
    ],
)
def test_defined_refuses_what_cannot_be_called_so(definition: str, got: str) -> None:
    message = refused(lambda: expect.defined(submission(definition).softmax, "x", dim=-1))
    assert "softmax(x, dim=-1)" in message
    assert f"got: {got}" in message


def test_gradient() -> None:
    student = submission(
        "def right(x, y): return x.exp() * y\n"
        "def wrong(x, y): return x.exp().detach() * y + x * 0\n"
        "def cut(x, y): return (x.exp() * y).detach()\n"
        "def half(x, y): return x.exp().detach() * y\n"
        "def other(x, y): return (x.exp() * y).sum()\n"
        "def number(x, y): return 1.0\n"
    )
    y = torch.tensor([1.0, -1.0, 2.0])

    def oracle(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return x.exp() * y

    expect.gradient(student.right, oracle, X, y)
    expect.gradient(student.right, oracle, X, y, wrt=(0, 1))
    expect.gradient(student.half, oracle, X, y, wrt=(1,))
    assert "argument 1 is right" in refused(lambda: expect.gradient(student.wrong, oracle, X, y))
    assert ".detach()" in refused(lambda: expect.gradient(student.cut, oracle, X, y))
    assert "flow to argument 1" in refused(lambda: expect.gradient(student.half, oracle, X, y, wrt=(0, 1)))
    assert "shape" in refused(lambda: expect.gradient(student.other, oracle, X, y))
    assert "is a tensor" in refused(lambda: expect.gradient(student.number, oracle, X, y))


def test_gradient_tells_softmax_from_softmax_of_all() -> None:
    """Under a plain sum both have the gradient zero."""
    student = submission("def f(x): return torch.softmax(x.flatten(), 0).reshape(x.shape)")
    refused(lambda: expect.gradient(student.f, lambda x: torch.softmax(x, -1), torch.randn(2, 3)))


def test_gradcheck() -> None:
    student = submission(
        "class Bad(torch.autograd.Function):\n"
        "    forward = staticmethod(lambda ctx, x: x * 2)\n"
        "    backward = staticmethod(lambda ctx, g: g * 3)\n"
        "def right(x): return x.tanh()\n"
        "def wrong(x): return Bad.apply(x)\n"
        "def single(x): return x.float()\n"
        "def cut(x): return x.detach()\n"
        "def raising(x): raise KeyError('k')\n"
    )
    expect.gradcheck(student.right, X)
    assert "finite differences" in refused(lambda: expect.gradcheck(student.wrong, X))
    assert "float64" in refused(lambda: expect.gradcheck(student.single, X))
    assert "gradients flow" in refused(lambda: expect.gradcheck(student.cut, X))
    with pytest.raises(StudentError):
        expect.gradcheck(student.raising, X)


def test_raises() -> None:
    student = submission(
        "class ShapeError(ValueError): pass\n"
        "def f(error): raise {'value': ValueError, 'shape': ShapeError, 'key': KeyError,"
        " 'stub': NotImplementedError}[error]('no')\n"
        "def silent(): return 3\n"
    )
    expect.raises(ValueError, student.f, "value")
    expect.raises(ValueError, student.f, "shape")
    assert "KeyError" in refused(lambda: expect.raises(ValueError, student.f, "key"))
    assert "no exception, but int: 3" in refused(lambda: expect.raises(ValueError, student.silent))
    with pytest.raises(StudentError, match="Not implemented yet"):
        expect.raises(NotImplementedError, student.f, "stub")


def test_untouched() -> None:
    student = submission("def f(x, y): return x.add(1) + y\ndef g(x, y): return x + y.mul_(2)")
    expect.untouched(student.f, X, X)
    told = refused(lambda: expect.untouched(student.g, X, y=X))
    assert "y was changed: it was tensor([1, 2, 3]) and is tensor([2, 4, 6]) now" in told
    expect.untouched(student.f, X, X)


@pytest.mark.parametrize("name", ["ReLU", "Relu", "my_relu", "re_lu", "reluu", "relu_function", "relu2", "reLu"])
def test_a_name_that_was_meant_is_named(name: str) -> None:
    student = submission(f"def tanh(x): return x\ndef {name}(x): return x\ndef plot(x): return x")
    told = refused(lambda: expect.defined(student.relu, "x"))
    assert f"you wrote `{name}`: did you mean `relu`?" in told


@pytest.mark.parametrize("name", ["leaky_relu", "plot_relu", "softmax", "reply", "x", "no_such_thing"])
def test_another_name_is_not_taken_for_it(name: str) -> None:
    """`leaky_relu` is an exercise itself, and a plot is a plot."""
    student = submission(f"import torch as ReLU\nrelu_value = 3\ndef {name}(x): return x")
    assert "did you mean" not in refused(lambda: expect.defined(student.relu, "x"))


def test_an_argument_that_was_changed_is_shown() -> None:
    student = submission(
        "def wide(z): z[1, 2] = -1\ndef turned(x, /): x.t_()\ndef many(*args): args[1].zero_()\n"
        "def key(*, weights): weights += 1"
    )
    wide = refused(lambda: expect.untouched(student.wide, torch.ones(4, 5)))
    assert "z was changed: at index (1, 2) it was 1 and is -1 now" in wide
    turned = refused(lambda: expect.untouched(student.turned, torch.ones(2, 3)))
    assert "x was changed: it was tensor([[1, 1, 1], [1, 1, 1]])" in turned
    assert "shape (3, 2)" in turned
    assert "argument 2 was changed: it was tensor([1, 2, 3]) and is tensor([0, 0, 0]) now" in refused(
        lambda: expect.untouched(student.many, X, X)
    )
    assert "weights was changed" in refused(lambda: expect.untouched(student.key, weights=X))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Foreign("ndarray", "array([0., 1.], dtype=float32)"), "a numpy ndarray: [0., 1.], dtype=float32"),
        (Foreign("set", "{1}"), "set: {1}"),
        (Foreign("float64", "np.float64(0.5)"), "np.float64(0.5)"),
        (Foreign("float64", "0.5"), "float64: 0.5"),
        (Foreign("Counter", "Counter({1: 2})"), "Counter({1: 2})"),
        (Foreign("Thing", "<Thing object>"), "<Thing object>"),
        (Foreign("Mute", ""), "Mute"),
        (3, "int: 3"),
    ],
)
def test_what_came_back_is_said_once(value: Any, told: str) -> None:
    assert refused(lambda: expect.tensor(value)).endswith(f"got: {told}")


def test_not_delegated() -> None:
    student = submission("def sigmoid(x): return torch.special.expit(x)\ndef tanh(x): return x.exp()")
    expect.not_delegated(student, "tanh", lambda: student.tanh(X))
    with pytest.raises(Mismatch, match=r"a call of .*expit"):
        expect.not_delegated(student, "sigmoid", lambda: student.sigmoid(X))


def test_a_description_is_shown_by_its_type() -> None:
    assert "ndarray" in refused(lambda: expect.tensor(Foreign("ndarray", "array([1., 1.])")))


def test_a_missing_function_is_told_with_what_went_wrong_in_its_cell() -> None:
    class Channel(InlineChannel):
        def troubles(self) -> list[str]:
            return [
                "KeyError: 'k' (line 1: a[k])",
                "SyntaxError: no (relu, line 2: x); nothing in this cell counts",
            ]

    missing = Student(Channel({"__name__": "submission"}))
    assert "trouble: SyntaxError: no (relu, line 2" in refused(lambda: expect.defined(missing.relu, "x"))
    assert "trouble" not in refused(lambda: expect.defined(missing.tanh, "x"))


# --- right in part ------------------------------------------------------------------------------------


def halves(x: torch.Tensor) -> torch.Tensor:
    return x / 2


@pytest.mark.parametrize(
    "value",
    ["x / 2", "(x / 2).tolist()", "(x / 2)[None]", "tuple(x / 2)", "x.double() / 2", "[float(v) / 2 for v in x]"],
)
def test_values_come_in_any_shape_and_type(value: str) -> None:
    expect.values(submission(f"def f(x): return {value}").f(X), halves(X))


@pytest.mark.parametrize(
    "value", ["x", "x[:2] / 2", "'a text'", "None", "{'a': x}", "[x / 2, None]", "x.numpy() / 2"]
)
def test_values_that_are_wrong_or_none_are_refused(value: str) -> None:
    refused(lambda: expect.values(submission(f"def f(x): return {value}").f(X), halves(X)))


def test_the_first_way_that_is_right_is_taken() -> None:
    student = submission(
        "def whole(x): return x / 2\n"
        "def numbers(x):\n"
        "    if x.dim(): raise ValueError('one number only')\n"
        "    return float(x) / 2\n"
        "def rows(x): return x / (2 if x.dim() == 1 else 3)\n"
        "def wrong(x): return x / 3\n"
        "def stub(x): raise NotImplementedError\n"
    )
    x = torch.arange(6.0).reshape(2, 3)
    for name, dims in (("whole", 0), ("numbers", 0), ("rows", 1)):
        function = getattr(student, name)
        way = expect.right_way([function, expect.by_parts(function, dims)], halves, x)
        expect.values(way(2 * x), x)
    for function in (student.wrong, student.stub):
        with pytest.raises(Unmet, match="needs"):
            expect.right_way([function, expect.by_parts(function, 0)], halves, x)


def test_parts_are_put_together_again_and_gradients_flow_through_them() -> None:
    student = submission("def f(x): return (x ** 2).sum()\ndef g(x): return x ** 3\ndef h(x): return x[:1]")
    x = torch.arange(6.0).reshape(1, 2, 3)
    expect.gradient(expect.by_parts(student.f, 1, summed=True), lambda x: (x**2).sum(-1), x)
    expect.gradient(expect.by_parts(student.g, 0), lambda x: x**3, x)
    assert "shape (3,)" in refused(lambda: expect.by_parts(student.h, 1)(x))


def test_the_first_answer_is_of_the_first_way_that_does_not_raise() -> None:
    student = submission("def f(x): raise KeyError('k')\ndef g(x): return x\ndef h(x): raise ValueError('v')")
    assert torch.equal(expect.first_answer([student.f, student.g], X), X)
    with pytest.raises(StudentError, match="KeyError"):
        expect.first_answer([student.f, student.h], X)


def test_what_is_no_answer_can_be_said() -> None:
    def wrong(x: torch.Tensor) -> None:
        raise Mismatch(f"{len(x)} is right")

    assert torch.equal(expect.first_answer([wrong, torch.clone], X, unless=(Mismatch, StudentError)), X)
    with pytest.raises(Mismatch):
        expect.first_answer([wrong, torch.clone], X)


@pytest.mark.parametrize(
    "definition",
    [
        "def f(x, dim=-1): pass",
        "def f(x, axis=-1): pass",
        "def f(x, dim): pass",
        "def f(x): pass",
        "f = torch.exp",
    ],
)
def test_defined_somehow_leaves_the_optional_arguments_open(definition: str) -> None:
    expect.defined_somehow(submission(definition).f, "x", dim=-1)


@pytest.mark.parametrize("definition", ["", "f = 3", "def f(): pass", "def f(x, y, z): pass"])
def test_defined_somehow_names_the_whole_signature(definition: str) -> None:
    assert "f(x, dim=-1)" in refused(lambda: expect.defined_somehow(submission(definition).f, "x", dim=-1))


def test_one_untouched_case_is_enough_and_one_touched_is_too_many() -> None:
    student = submission(
        "def f(x):\n    if x.dim() > 1: raise ValueError('vectors only')\n    return x + 1\n"
        "def g(x):\n    return x.clamp_(max=2)\n"
        "def h(x):\n    raise KeyError('k')\n"
    )
    cases = ((X.reshape(1, 3),), (X,))
    expect.untouched_in(student.f, *cases)
    refused(lambda: expect.untouched_in(student.g, (X[:1],), *cases))
    with pytest.raises(StudentError, match="KeyError"):
        expect.untouched_in(student.h, *cases)


@pytest.mark.parametrize(
    "body",
    [
        "torch.maximum(x, torch.zeros_like(x))",
        "torch.maximum(x, torch.tensor(0.0))",
        "torch.zeros(x.shape, device=x.device) + x",
        "torch.zeros(x.shape).to(x) + x",
        "x[x > 0]",
        "torch.stack([v if v > 0 else v * 0 for v in x])",
        "x * (torch.arange(3) == 1)",
        "torch.from_numpy(np.maximum(x.numpy(), 0))",
        "[1.0, 2.0]",
    ],
)
def test_device_followed_or_not_to_be_seen(body: str) -> None:
    student = submission(f"def f(x): return {body}")
    expect.device_followed(student, "f", X)


@pytest.mark.parametrize(
    "body",
    [
        "torch.maximum(x, torch.zeros(3))",
        "torch.where(x > 0, x, torch.zeros(x.shape))",
        "torch.ones(1) / (1 + torch.exp(-x))",
        "torch.cat([x[:1], torch.zeros(2)])",
        "torch.zeros(x.shape)",
        "torch.ones(3).masked_fill_(x > 0, 0.0)",
    ],
)
def test_device_not_followed(body: str) -> None:
    student = submission(f"def f(x): return {body}")
    assert "device=x.device" in refused(lambda: expect.device_followed(student, "f", X))


def test_a_gradient_in_another_shape_is_judged_as_a_gradient() -> None:
    student = submission("def f(x): return x.exp()[None]\ndef g(x): return 2 * x.exp()[None]")
    expect.gradient(student.f, torch.exp, X)
    assert "argument 1 is right" in refused(lambda: expect.gradient(student.g, torch.exp, X))


def test_a_turned_tensor_arrives_turned() -> None:
    student = submission("def f(x): return x.is_contiguous()")
    x = torch.zeros(2, 3, 4)
    assert student.f(x) is True
    assert student.f(expect.turned(x, 0, 1)) is False
    assert torch.equal(expect.turned(x, 1, 2), x)
