"""The proxy: calls and gradients cross the seam unchanged, and a lying other side earns a `Failure` at most."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Unpack

import pytest
import torch
from hypothesis import given, settings
from torch import nn

from autograder import expect
from autograder.channel.inline import InlineChannel
from autograder.failures import Failure, Mismatch, StudentCrash, StudentError, StudentTimeout
from autograder.student import Figure, Instance, Module, Parameters, Student
from autograder.wire import frames as wire
from autograder.wire.frames import Message
from autograder.wire.messages import Options, Request
from autograder.wire.values import Foreign, Handle
from tests.wire.test_wire import values


def submission(source: str, timeout: float = 10.0) -> Student:
    namespace: dict[str, Any] = {"__name__": "submission", "torch": torch, "nn": nn}
    exec(compile(source, "<submission>", "exec"), namespace)
    return Student(InlineChannel(namespace), timeout)


# --- calls ------------------------------------------------------------------------------------------


def test_arguments_and_results_are_copies() -> None:
    student = submission("kept = []\ndef f(x, scale):\n    kept.append(x)\n    x *= scale\n    return x")
    x = torch.ones(3)
    result = student.f(x, scale=5)
    assert torch.equal(x, torch.ones(3))
    result += 1
    assert torch.equal(student.f(torch.ones(3), scale=5), torch.full((3,), 5.0))


def test_results_are_wrapped_wherever_they_are() -> None:
    student = submission(
        "class SGD:\n    def step(self): pass\ndef f(): return [nn.Linear(1, 1), (SGD(), {'net': nn.ReLU()}), {1}]"
    )
    net, (optimizer, named), other = student.f()
    assert isinstance(net, Module)
    assert isinstance(optimizer, Instance)
    assert isinstance(named["net"], Module)
    assert isinstance(other, Foreign)


def test_objects_can_be_handed_back() -> None:
    student = submission(
        "def make(): return nn.Linear(2, 1)\n"
        "def use(models, *, extra): return [type(m).__name__ for m in (*models, extra)]"
    )
    assert student.use([student.make(), student.make()], extra=student.kit.criterion("mse")) == [
        *("Linear", "Linear", "MSELoss"),
    ]


def test_an_exception_surfaces_as_a_failure() -> None:
    student = submission("def f(x): return x / y")
    with pytest.raises(StudentError, match="name 'y' is not defined") as raised:
        student.f(torch.ones(1))
    assert raised.value.type_name == "NameError"
    assert raised.value.outcome == "error"
    assert "line 1, in f" in str(raised.value)


@pytest.mark.parametrize(
    ("body", "cure"),
    [
        ("return np.mean(x)", "np.mean was called on a tensor: use torch.mean"),
        ("return -np.sum(np.square(x))", "np.sum was called on a tensor: use torch.sum"),
        ("return nn.Linear(2, len(x) / 2)", "`//` divides whole numbers"),
        ("return Bare(2)", "`super().__init__()` comes first"),
        ("return Misspelt()(x)", "is `forward` spelt like this"),
    ],
)
def test_an_exception_that_leads_astray_comes_with_a_cure(body: str, cure: str, tmp_path: Path) -> None:
    source = f"""
import numpy as np, torch
from torch import nn

class Bare(nn.Module):
    def __init__(self, n):
        self.fc = nn.Linear(n, n)

class Misspelt(nn.Module):
    def foward(self, x): return x

def f(x):
    {body}
"""
    file = tmp_path / "submission.py"
    file.write_text(source)
    namespace: dict[str, Any] = {"__name__": "submission"}
    exec(compile(source, str(file), "exec"), namespace)
    with pytest.raises(StudentError) as found:
        Student(InlineChannel(namespace)).f(torch.ones(4))
    assert cure in str(found.value)
    assert "Not implemented yet" not in str(found.value)


def test_a_stub_is_told_what_to_do() -> None:
    with pytest.raises(StudentError, match="Not implemented yet"):
        submission("def f(): raise NotImplementedError()").f()


@pytest.mark.parametrize(
    "loop",
    [
        "while True: pass",
        "while True:\n        try: 1\n        except Exception: pass",
        "while True:\n        try: torch.ones(1)\n        except BaseException: pass",
        "import time; time.sleep(1000)",
    ],
)
def test_an_endless_loop_is_interrupted(loop: str) -> None:
    student = submission(f"def f():\n    {loop}\ndef g(): return 1", timeout=0.1)
    with pytest.raises(StudentTimeout):
        student.f()
    assert student.g() == 1


# --- gradients --------------------------------------------------------------------------------------


def gradients(function: Callable[..., torch.Tensor], *args: torch.Tensor) -> list[list[float] | None]:
    inputs = [arg.clone().requires_grad_() for arg in args]
    output = function(*inputs)
    weights = torch.linspace(1, 2, output.numel()).reshape(output.shape).to(output.dtype)
    found = torch.autograd.grad(output, inputs, weights, allow_unused=True)
    return [None if g is None else g.tolist() for g in found]


@pytest.mark.parametrize(
    ("body", "oracle"),
    [
        ("x.exp() * y", lambda x, y: x.exp() * y),
        ("torch.softmax(x, 0) + y", lambda x, y: torch.softmax(x, 0) + y),
        ("x @ y", lambda x, y: x @ y),
        ("x", lambda x, y: x * 1),
        ("(x * y).expand(2, 3)", lambda x, y: (x * y).expand(2, 3)),
        ("y.flip(0)", lambda x, y: y.flip(0)),
    ],
)
def test_gradients_are_those_of_torch(body: str, oracle: Callable[..., torch.Tensor]) -> None:
    student = submission(f"def f(x, y): return {body}")
    x, y = torch.tensor([1.0, -2.0, 3.0]), torch.tensor([0.5, 4.0, -1.0])
    assert gradients(student.f, x, y) == gradients(oracle, x, y)


def test_gradients_go_through_two_calls_and_what_is_between() -> None:
    student = submission("def f(x): return x ** 3")
    twice = gradients(lambda x: 2 * student.f(student.f(x)), torch.tensor([1.1]))
    assert twice == gradients(lambda x: 2 * (x**3) ** 3, torch.tensor([1.1]))


def test_gradients_with_respect_to_keywords() -> None:
    student = submission("def f(x, *, w): return x * w")
    w = torch.tensor(3.0, requires_grad=True)
    student.f(torch.tensor(2.0), w=w).backward()
    assert w.grad is not None
    assert w.grad.item() == 2


def test_gradcheck_runs_through_the_seam() -> None:
    student = submission(
        "def right(x, y): return torch.tanh(x) * y.exp()\n"
        "class Wrong(torch.autograd.Function):\n"
        "    forward = staticmethod(lambda ctx, x: x * 2)\n"
        "    backward = staticmethod(lambda ctx, g: g * 3)\n"
        "def wrong(x): return Wrong.apply(x)"
    )
    x, y = (torch.randn(2, 3, dtype=torch.float64, requires_grad=True) for _ in range(2))
    assert torch.autograd.gradcheck(student.right, (x, y))
    assert not torch.autograd.gradcheck(student.wrong, (x,), raise_exception=False)


@pytest.mark.parametrize(
    "body", ["x.detach() * 2", "x.data * 2", "torch.tensor(x.tolist())", "x > 0", "x.argmax()"]
)
def test_a_detached_result_is_detached_here(body: str) -> None:
    result = submission(f"def f(x): return {body}").f(torch.ones(2, requires_grad=True))
    assert not result.requires_grad


def test_an_input_that_plays_no_part_has_no_gradient() -> None:
    assert gradients(submission("def f(x, y): return x * 2").f, torch.ones(1), torch.ones(1)) == [[2.0], None]


def test_no_graph_is_asked_for_where_none_is_wanted() -> None:
    student = submission("def f(x): return x * 2")
    with torch.no_grad():
        assert not student.f(torch.ones(1, requires_grad=True)).requires_grad
    assert not student.f(torch.ones(1)).requires_grad
    assert len(student._conversation.channel._answers.objects) == 0, "a graph that nobody can use is not kept"


def test_an_exception_in_the_backward_pass_is_the_students() -> None:
    student = submission(
        "class Bad(torch.autograd.Function):\n"
        "    forward = staticmethod(lambda ctx, x: x * 2)\n"
        "    backward = staticmethod(lambda ctx, g: 1 / 0)\n"
        "def f(x): return Bad.apply(x)"
    )
    with pytest.raises(StudentError, match="ZeroDivisionError"):
        gradients(student.f, torch.ones(1))


# --- handles ----------------------------------------------------------------------------------------


def test_a_module() -> None:
    student = submission("def make(): return nn.Sequential(nn.Linear(2, 1), nn.Dropout(0.5))")
    net = student.make()
    net.load([torch.tensor([[2.0, 3.0]]), torch.tensor([1.0])])
    net.eval()
    assert net.modes() == [False, False, False]
    assert net(torch.tensor([[1.0, 10.0]])).tolist() == [[33.0]]
    assert [p.name for p in net.parameters()] == ["0.weight", "0.bias"]
    assert net.state()["0.bias"].tolist() == [1]
    weight, _ = net.gradients(torch.tensor([[1.0, 10.0]]), torch.tensor([[2.0]]))
    assert weight is not None
    assert weight.tolist() == [[2, 20]]
    assert gradients(net, torch.ones(1, 2)) == [[[2.0, 3.0]]]
    net.to(dtype=torch.float64)
    net.freeze(1)
    assert [(p.value.dtype, p.requires_grad) for p in net.parameters()] == [
        *((torch.float64, True), (torch.float64, False)),
    ]
    with pytest.raises(Mismatch, match="required shapes"):
        net.load([torch.ones(1, 2)])


def test_the_hooks_of_a_module_are_counted() -> None:
    student = submission(
        "def make(): return nn.Sequential(nn.Linear(2, 1), nn.ReLU())\n"
        "def hook(net):\n"
        "    net.register_full_backward_hook(lambda *_: None)\n"
        "    net[0].register_forward_hook(lambda *_: None)\n"
        "    net[0].register_forward_pre_hook(lambda *_: None).remove()\n"
        "    net[1].forward = lambda x: x\n"
    )
    net = student.make()
    assert net.hooks() == [0, 0, 0]
    student.hook(net)
    assert net.hooks() == [1, 1, 1]


def test_the_kits_networks_are_float32_on_the_cpu_whatever_the_default() -> None:
    student = submission(
        "def change():\n"
        "    torch.set_default_dtype(torch.float64)\n"
        "    torch.set_default_device('meta')\n"
        "def back():\n"
        "    torch.set_default_dtype(torch.float32)\n"
        "    torch.set_default_device(None)\n"
    )
    student.change()
    try:
        body = ("Sequential", ("fc", "Linear", 4, 2))
        net = student.kit.network(norm=("BatchNorm1d", 4), body=body)
        values = [parameter.value for parameter in net.parameters()]
        result = net(torch.ones(3, 4, dtype=torch.float32, device="cpu"))
    finally:
        student.back()
    assert {(value.dtype, value.device.type) for value in [*values, result]} == {(torch.float32, "cpu")}


def test_two_layers_of_the_kits_may_share_a_weight() -> None:
    student = submission("def count(net): return sum(p.numel() for p in net.parameters())")
    net = student.kit.network(first=("Linear", 3, 3), second=("Tied", "first", 3, 3))
    assert student.count(net) == 9 + 3 + 3
    assert [parameter.name for parameter in net.parameters()] == ["first.weight", "first.bias", "second.bias"]


def test_a_tensor_on_the_device_meta_tells_who_makes_constants_on_the_cpu() -> None:
    student = submission(
        "def right(x): return torch.maximum(x, torch.zeros_like(x))\n"
        "def wrong(x): return torch.maximum(x, torch.zeros(x.shape))\n"
    )
    x = torch.ones(2)
    assert "torch.Tensor" in str(student.right(student.kit.meta(x)))
    with pytest.raises(StudentError, match="device"):
        student.wrong(student.kit.meta(x))


def test_two_calls_after_one_seed_draw_the_same() -> None:
    student = submission("def f(): return torch.rand(3)")
    drawn = []
    for seed in (1, 1, 2):
        student.kit.seed(seed)
        drawn.append(student.f().tolist())
    assert drawn[0] == drawn[1] != drawn[2]


def test_an_optimizer_of_the_students() -> None:
    student = submission(
        "class SGD:\n"
        "    def __init__(self, params, lr): self.params, self.lr = list(params), lr\n"
        "    def step(self):\n"
        "        for p in self.params: p.data -= self.lr * p.grad\n"
        "    def zero_grad(self):\n"
        "        for p in self.params: p.grad = None\n"
    )
    owned = student.kit.parameters([torch.ones(2)])
    optimizer = student.SGD(owned.generator(), lr=0.5)
    owned.set_gradients([torch.tensor([1.0, 2.0])])
    optimizer.step()
    assert [v.tolist() for v in owned.values()] == [[0.5, 0.0]]
    optimizer.zero_grad()
    assert owned.gradients() == [None]


def test_a_figure() -> None:
    student = submission(
        "import matplotlib.pyplot as plt\n"
        "def plot():\n    figure, axes = plt.subplots()\n"
        "    axes.plot([1, 2], [3, 4], label='a')\n    return figure"
    )
    (axes,) = student.plot().axes
    (line,) = axes.lines
    assert (line.label, line.x.tolist(), line.y.dtype) == ("a", [1, 2], torch.float64)


def test_what_is_too_large_to_look_at_is_said_so() -> None:
    student = submission("def f(): return [[0] * 50_000] * 3\ndef g(): return ['x' * 10**6] * 5")
    for function in (student.f, student.g):
        with pytest.raises(StudentError, match="too large"):
            function()


# --- modified inputs --------------------------------------------------------------------------------


def modified_by(student: Student, *args: torch.Tensor, **kwargs: torch.Tensor) -> list[int]:
    with student.f.guarded() as modified:
        student.f(*args, **kwargs)
    return modified


@pytest.mark.parametrize(
    ("statement", "modified"),
    [
        ("x + y", []),
        ("x.clone().add_(1)", []),
        ("x.add_(1)", [0]),
        ("y.zero_()", [1]),
        ("x.t_()", [0]),
        ("x.resize_(1)", [0]),
        ("torch.exp(x, out=y)", [1]),
        ("[x.mul_(2), y.mul_(2)]", [0, 1]),
        ("x.add_(1).sub_(1)", []),
    ],
)
def test_the_guard_names_modified_inputs(statement: str, modified: list[int]) -> None:
    student = submission(f"def f(x, y): return {statement}")
    x, y = torch.arange(1.0, 7.0).reshape(2, 3), torch.ones(2, 3)
    assert modified_by(student, x, y=y) == modified


@pytest.mark.parametrize("values", [[1.0, float("nan")], [1, 2], [True, False]])
def test_the_guard_works_for_any_type(values: list[Any]) -> None:
    assert modified_by(submission("def f(x): return x"), torch.tensor(values)) == []
    assert modified_by(submission("def f(x): x[0] = 0"), torch.tensor(values)) == [0]


def test_the_guard_sees_an_input_that_asks_for_gradients() -> None:
    student = submission("def f(x):\n    x *= 2\n    return x")
    assert modified_by(student, torch.ones(2, requires_grad=True)) == [0]


# --- a side that lies -------------------------------------------------------------------------------


class Liar:
    """Gives the same reply to whatever is asked."""

    def __init__(self, reply: Message, gradients: Any = None) -> None:
        self.reply = reply
        self.gradients = gradients

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Message:
        wire.encode(request)
        reply = (
            {"ok": self.gradients} if request["op"] == "backward" and self.gradients is not None else self.reply
        )
        return wire.decode(wire.encode(reply))

    def source(self) -> str:
        return "def f(x): return x"

    def troubles(self) -> list[str]:
        return ["KeyError: 'k'"]


X = torch.tensor([1.0, 2.0, 3.0])
HANDLE = Handle(1, "module", "Net")

ACTIONS: dict[str, Callable[[Student], Any]] = {
    "call": lambda s: s.f(X, y=1),
    "defined": lambda s: expect.defined(s.f, "x", dim=-1),
    "close": lambda s: expect.close(s.f(X), X),
    "gradient": lambda s: expect.gradient(s.f, torch.exp, X),
    "gradcheck": lambda s: expect.gradcheck(s.f, X),
    "raises": lambda s: expect.raises(ValueError, s.f, X),
    "untouched": lambda s: expect.untouched(s.f, X),
    "not delegated": lambda s: expect.not_delegated(s, "softmax", lambda: s.softmax(X)),
    "module": lambda s: expect.module(s.f()),
    "figure": lambda s: expect.figure(s.f()).axes,
    "kit network": lambda s: s.kit.network(fc=("Linear", 1, 1))(X),
    "kit parameters": lambda s: s.kit.parameters([X]).generator(),
    "module call": lambda s: Module(s._conversation, HANDLE)(X),
    "module gradient": lambda s: expect.gradient(Module(s._conversation, HANDLE), torch.exp, X),
    "module parameters": lambda s: [p.value.shape for p in Module(s._conversation, HANDLE).parameters()],
    "module state": lambda s: Module(s._conversation, HANDLE).state(),
    "module load": lambda s: Module(s._conversation, HANDLE).load([X]),
    "module hooks": lambda s: Module(s._conversation, HANDLE).hooks(),
    "kit meta": lambda s: s.f(s.kit.meta(X)),
    "kit seed": lambda s: s.kit.seed(0),
    "module modes": lambda s: Module(s._conversation, HANDLE).modes(),
    "module gradients": lambda s: Module(s._conversation, HANDLE).gradients(X, X),
    "parameters values": lambda s: Parameters(s._conversation, HANDLE, [(3,)]).values(),
    "parameters gradients": lambda s: Parameters(s._conversation, HANDLE, [(3,)]).gradients(),
    "figure axes": lambda s: [axes.center for axes in Figure(s._conversation, HANDLE).axes],
    "step": lambda s: Instance(s._conversation, HANDLE).step(),
    "trace": lambda s: [look.data + look.grad for look in s.Value.trace([["make", 1.0], ["look", 0]])],
    "judge": lambda s: s.f.raises_for("def g(): pass", "g"),
    "of function": lambda s: s.f.of_function([["input", 0]], [1.0, 2.0], eps=0.5).numbers.sum(),
}

#: Replies near enough to right ones to get past the first look.
LIES: list[Message] = [
    {},
    {"ok": None},
    {"ok": X, "graph": 3},
    {"ok": X, "graph": HANDLE},
    {"ok": X.long(), "graph": HANDLE},
    {"ok": X > 1, "graph": HANDLE},
    {"ok": X.clone().requires_grad_(), "graph": HANDLE},
    {"ok": X.clone().requires_grad_()},
    {"ok": X.half(), "graph": HANDLE},
    {"ok": torch.zeros(0), "graph": HANDLE},
    {"ok": [X.double()], "graph": HANDLE},
    {"ok": [X[:2]], "graph": HANDLE},
    {"ok": X, "inputs": 5, "operators": 7},
    {"ok": X, "inputs": ["a", 1.5, [0], X.long(), X[:1]], "operators": [None, X]},
    {"ok": X, "inputs": {"a": 1}, "operators": "softmax"},
    {"ok": {"exists": True, "callable": True, "parameters": [[["x"], "KEYWORD_ONLY", True]]}},
    {"ok": {"exists": True, "callable": True, "parameters": [[{}, {}, {}], [X, X, X], 3]}},
    {"ok": {"exists": True, "callable": True, "parameters": "x"}},
    {"ok": {"exists": X, "callable": X, "type": X}},
    {"ok": {"exists": True, "callable": X, "type": ["x"] * 1000}},
    {"ok": [["w", X, 1], ["w", 1, True], ["w"], 3, [None, None, None]]},
    {"ok": [{"lines": 3, "legend": 3, "center": [1, 2]}, {"lines": [3, {"x": 1}], "legend": {"a": 1}}]},
    {"ok": [{"lines": [{"x": X, "y": X.long()}], "center": X, "grid": X, "title": X}]},
    {"ok": [{"data": X, "grad": X.double()[:1], "data_types": 3, "grad_types": [X, None]}]},
    {"ok": {"numbers": X.double(), "inputs": 3, "types": X, "result": HANDLE}},
    {"ok": {"type": [X], "message": HANDLE}},
    {"ok": HANDLE},
    {"ok": Handle(1, "figure")},
    {"ok": Handle(-1, "no such kind", "x" * 1000)},
    {"error": {"type": "ValueError", "message": "no"}},
]


def failure_of(action: Callable[[Student], Any], reply: Message) -> str:
    """What is said of a lie; any other exception than a `Failure` goes through."""
    try:
        action(Student(Liar(reply)))
    except Failure as failure:
        return str(failure)
    return ""


def only_fails(action: Callable[[Student], Any], reply: Message) -> None:
    assert len(failure_of(action, reply)) < 2000, "a failure is short, whatever the lie was"


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_a_lie_is_a_failure_at_most(action: Callable[[Student], Any]) -> None:
    for reply in LIES:
        only_fails(action, reply)


@given(reply=values)
@settings(max_examples=60, deadline=None)
def test_any_lie_at_all_is_a_failure_at_most(reply: Any) -> None:
    for action in ACTIONS.values():
        only_fails(action, {"ok": reply, "graph": HANDLE, "inputs": reply, "operators": reply})
        only_fails(action, {"ok": [reply], "graph": reply, "inputs": [reply]})
        only_fails(action, {"ok": {"exists": True, "callable": True, "parameters": [[reply] * 3]}})


@pytest.mark.parametrize(
    "lie", [3, "x", {}, [], [3], [X[:2]], [X.double()], [X.long()], [X.reshape(3, 1)], [X > 1], [torch.zeros(())]]
)
def test_a_gradient_that_does_not_fit_is_no_gradient(lie: Any) -> None:
    x = X.clone().requires_grad_()
    result = Student(Liar({"ok": X, "graph": HANDLE}, lie)).f(x)
    assert torch.autograd.grad(result.sum(), x, allow_unused=True) == (None,)
    with pytest.raises(Mismatch, match="gradients flow"):
        expect.gradient(Student(Liar({"ok": X, "graph": HANDLE}, lie)).f, torch.exp, X)


def test_more_gradients_than_inputs_are_left_out() -> None:
    x = X.clone().requires_grad_()
    Student(Liar({"ok": X, "graph": HANDLE}, [2 * X, X, X])).f(x).sum().backward()
    assert torch.equal(x.grad, 2 * X)


@pytest.mark.parametrize("lie", [{"data": X}, {"data": X.double()}, {"data": [1.0]}, {}, 3])
def test_what_is_said_to_be_in_nodes_and_does_not_fit_is_no_number(lie: Any) -> None:
    (look,) = Student(Liar({"ok": [lie]})).Value.trace([["make", 1.0], ["look", 0]])
    assert look.data.isnan().tolist() == look.grad.isnan().tolist() == [True]
    assert look.data_types == []


def test_a_look_that_is_not_answered_is_a_crash() -> None:
    with pytest.raises(StudentCrash):
        Student(Liar({"ok": []})).Value.trace([["make", 1.0], ["look", 0]])


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (
            [["make", 3.0], ["*", 0, 0], ["number", 2], ["-", 2, 1], ["exp", 3], ["negative", 4], ["backward", 5]],
            "a = Value(3); b = a * a; c = 2 - b; d = c.exp(); e = -d; e.backward()",
        ),
        (
            [["make", 1.0], ["mark", 0.5], ["look", 0], ["call", "zero_grad", 0], ["look", 0]],
            "a = Value(1); every grad = 0.5; zero_grad(a)",
        ),
        ([["make", 1.0], *(["+", place, 0] for place in range(100)), ["look", 0]], "an expression of 101 steps"),
    ],
)
def test_a_failure_shows_the_statements_of_an_expression(steps: list[Any], told: str) -> None:
    student = Student(Liar({"ok": [{}, {}]}))
    with suppress(StudentCrash):
        student.Value.trace(steps)
    assert student._conversation.last_call.startswith(told)
    assert len(student._conversation.last_call) < 320


def test_a_failure_shows_a_function_as_it_is_written() -> None:
    student = Student(Liar({"ok": {}}))
    steps = [["input", 0], ["number", 3], ["**", 0, 1], ["input", 1], ["tanh", 3], ["*", 2, 4]]
    student.slopes.of_function(steps, [2.0, 0.5], eps=0.5)
    assert student._conversation.last_call == ("slopes(f, [2, 0.5], eps=0.5) for f(x) = (x[0] ** 3) * tanh(x[1])")


def test_a_kit_object_that_was_not_made_is_a_crash() -> None:
    with pytest.raises(StudentCrash):
        Student(Liar({"ok": 3})).kit.criterion("mse")
