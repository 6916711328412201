"""The closed set of requests: what is answered, what is refused, and that nothing is left behind."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from torch import nn

from autograder.wire import frames as wire
from autograder.wire.frames import Message
from autograder.wire.values import Foreign, Handle
from autograder.worker.answers import Answers


def answers(source: str = "") -> Answers:
    """The answers of a submission with this source."""
    namespace: dict[str, Any] = {"__name__": "submission", "torch": torch, "nn": nn, "np": np, "plt": plt}
    exec(compile(source, "<submission>", "exec"), namespace)
    return Answers(namespace)


def ask(served: Answers, op: str, **parameters: Any) -> Message:
    """The reply to a request, after both have crossed the wire, as copies."""
    options = {name: True for name in ("watch", "fresh") if parameters.pop(name, False)}
    request: Any = wire.decode(wire.encode({"id": 5, "ask": {"op": op, **parameters}, **options}))
    reply = wire.decode(wire.encode(served.answer(request)))
    assert reply["id"] == 5
    return reply


def call(served: Answers, target: str | Handle, *args: Any, method: str = "__call__", **options: Any) -> Message:
    kwargs = options.pop("kwargs", {})
    return ask(served, "call", target=target, method=method, args=list(args), kwargs=kwargs, **options)


def error_type(reply: Message) -> str:
    assert "ok" not in reply
    name: str = reply["error"]["type"]
    return name


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize("op", ["", "eval", "_stage", "__class__", "Call", 3, None])
def test_an_unknown_request_is_refused(op: Any) -> None:
    assert error_type(answers().answer({"id": 5, "ask": {"op": op}})) == "AttributeError"


@pytest.mark.parametrize(
    "request_", [{"id": 5}, {"id": 5, "ask": {"op": "describe"}}, {"id": 5, "ask": {}}, {"id": 5, "ask": 3}]
)
def test_an_incomplete_request_is_an_error_reply(request_: Any) -> None:
    assert error_type(answers().answer(request_)) in ("KeyError", "TypeError")


@pytest.mark.parametrize("method", ["__init__", "__class__", "_secret", "share_memory", "forward"])
def test_only_three_methods_can_be_called(method: str) -> None:
    served = answers("called = []\nclass Net(nn.Module):\n    def _secret(self): called.append(1)")
    net = call(served, "Net")["ok"]
    assert error_type(call(served, net, method=method)) == "PermissionError"
    assert served.namespace["called"] == []


@pytest.mark.parametrize("op", ["parameters", "state", "mode", "figure", "values", "get_gradients"])
def test_a_handle_that_was_never_given_is_refused(op: str) -> None:
    name = {"figure": "figure", "values": "parameters", "get_gradients": "parameters"}
    assert error_type(ask(answers(), op, **{name.get(op, "module"): Handle(99, "module")})) == "KeyError"


def test_a_handle_of_another_kind_is_refused() -> None:
    served = answers("class SGD:\n    def step(self): pass")
    handle = call(served, "SGD")["ok"]
    assert error_type(ask(served, "parameters", module=handle)) == "TypeError"


def test_a_name_that_is_not_there() -> None:
    reply = call(answers(), "sigmoid")
    assert error_type(reply) == "NameError"
    assert "sigmoid" in reply["error"]["message"]


# --- errors of student code -----------------------------------------------------------------------


def test_an_exception_is_told_with_the_students_own_line() -> None:
    served = answers("def f(x):\n    return helper(x)\ndef helper(x):\n    return x.reshape(7)\n")
    error = call(served, "f", torch.zeros(3))["error"]
    assert error["type"] == "RuntimeError"
    assert "shape" in error["message"]
    assert error["where"].startswith("line 4, in helper")


def test_the_bases_of_an_exception_are_told() -> None:
    served = answers("class ShapeError(ValueError): pass\ndef f(): raise ShapeError('no')")
    error = call(served, "f")["error"]
    assert error["type"] == "ShapeError"
    assert "ValueError" in error["bases"]
    assert "LookupError" not in error["bases"]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("raise SystemExit(1)", "SystemExit"),
        ("exit()", "SystemExit"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("return f()", "RecursionError"),
        ("class Mute(Exception):\n        __str__ = None\n    raise Mute", "Mute"),
        ("class Mute(Exception):\n        def __str__(self): raise OSError\n    raise Mute", "Mute"),
    ],
)
def test_whatever_is_raised_becomes_a_reply(statement: str, expected: str) -> None:
    assert error_type(call(answers(f"def f():\n    {statement}"), "f")) == expected


def test_a_message_is_short_however_long_it_was() -> None:
    served = answers(f"def f():\n    raise ValueError('x' * 10**6) # {'x' * 10**5}")
    error = call(served, "f")["error"]
    assert len(error["message"]) < 1000
    assert len(error["where"]) < 1000


def test_an_interrupt_is_the_users() -> None:
    with pytest.raises(KeyboardInterrupt):
        call(answers("def f(): raise KeyboardInterrupt"), "f")


# --- what comes back ------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["None", "True", "3", "2.5", "'text'", "[1, (2, 3)]", "{'a': 1}", "[[[[]]]]"])
def test_plain_values_come_back_as_they_are(value: str) -> None:
    result = call(answers(f"def f(): return {value}"), "f")["ok"]
    assert result == eval(value)
    assert type(result) is type(eval(value))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("nn.Linear(2, 1)", "module"),
        ("plt.figure()", "figure"),
        ("torch.optim.SGD([torch.zeros(1)], lr=1)", "instance"),
    ],
)
def test_objects_stay_and_come_back_as_handles(value: str, kind: str) -> None:
    served = answers(f"def f(): return [{value}]")
    (handle,) = call(served, "f")["ok"]
    assert isinstance(handle, Handle)
    assert handle.kind == kind
    assert served.objects[handle] is not None


@pytest.mark.parametrize("value", ["{1}", "np.ones(2)", "np.bool_(True)", "range(3)", "f", "int", "1j", "{1: 2}"])
def test_anything_else_comes_back_as_a_description(value: str) -> None:
    assert isinstance(call(answers(f"def f(): return {value}"), "f")["ok"], Foreign)


@pytest.mark.parametrize("claimed", ["torch.Tensor", "nn.Module", "plt.Figure", "float", "list", "str"])
def test_what_an_object_says_of_its_class_is_not_believed(claimed: str) -> None:
    """A mock with a `__class__` of its own is what it is made of."""
    served = answers(f"""
class Mock:
    __class__ = property(lambda self: {claimed})
    def __getattr__(self, name):
        return lambda *args, **kwargs: self
    def __float__(self):
        return 0.5
class Quiet(Mock):
    step = zero_grad = None
def f():
    return Quiet()
def g():
    return [Quiet()]
""")
    assert call(served, "f")["ok"].type_name == "Quiet"
    assert isinstance(call(served, "f")["ok"], Foreign)
    assert isinstance(call(served, "g")["ok"][0], Foreign)


def test_where_an_object_lies_in_memory_is_not_told() -> None:
    """It is another place each time, and two that do the same would be told apart by it."""
    served = answers("class Net: pass\ndef f(): return Net()\ndef g(): raise ValueError(Net())")
    assert call(served, "f")["ok"].text.endswith("Net object>")
    assert call(served, "g")["error"]["message"].endswith("Net object>")


def test_a_repr_that_raises_or_is_long_is_no_problem() -> None:
    served = answers(
        "class Bad:\n    def __repr__(self): raise KeyError\n"
        "class Long:\n    def __repr__(self): return 'x' * 10**6\n"
        "def f(): return [Bad(), Long()]"
    )
    bad, long = call(served, "f")["ok"]
    assert bad == Foreign("Bad", "")
    assert len(long.text) <= 200


@pytest.mark.parametrize(
    ("source", "parameters"),
    [
        ("def f(x, /, y=1, *rest, z, **more): pass", ["x", "y", "rest", "z", "more"]),
        ("f = lambda x: x", ["x"]),
        ("class f:\n    def __init__(self, a, b): pass", ["a", "b"]),
        ("class F:\n    def __call__(self, x): pass\nf = F()", ["x"]),
        ("import functools\nf = functools.partial(lambda x, y: x, y=1)", ["x", "y"]),
        ("f = nn.ReLU()", ["args", "kwargs"]),
    ],
)
def test_describe_names_the_parameters(source: str, parameters: list[str]) -> None:
    found = ask(answers(source), "describe", name="f")["ok"]
    assert found["exists"]
    assert found["callable"]
    assert [row[0] for row in found["parameters"]] == parameters


def test_describe_says_what_is_not_there_or_not_callable_or_not_known() -> None:
    served = answers("number = 3\nbuiltin = torch.sigmoid")
    assert ask(served, "describe", name="nothing")["ok"]["exists"] is False
    assert ask(served, "describe", name="number")["ok"]["callable"] is False
    assert ask(served, "describe", name="builtin")["ok"]["parameters"] is None


# --- gradients ------------------------------------------------------------------------------------


def test_gradients_of_a_result() -> None:
    served = answers("def f(x, y, z): return x * y + z.detach()")
    x, y, z = (torch.full((2,), float(n), requires_grad=True) for n in (2, 3, 4))
    graph = call(served, "f", x, y, z, graph=True)["graph"]
    for _ in range(2):
        found = ask(served, "backward", graph=graph, cotangent=torch.tensor([1.0, 10.0]))["ok"]
        assert found[0].tolist() == [3, 30]
        assert found[1].tolist() == [2, 20]
        assert found[2] is None


@pytest.mark.parametrize("value", ["x.detach()", "x.tolist()", "(x, x)", "torch.tensor(1.0)", "x > 0", "None"])
def test_a_result_without_a_graph_has_no_graph(value: str) -> None:
    served = answers(f"def f(x): return {value}")
    assert "graph" not in call(served, "f", torch.ones(2, requires_grad=True), graph=True)


def test_a_graph_is_not_kept_unasked() -> None:
    served = answers("def f(x): return x * 2")
    assert "graph" not in call(served, "f", torch.ones(2, requires_grad=True))
    assert len(served.objects) == 0


# --- the guard against modified inputs ------------------------------------------------------------


def test_guarded_inputs_come_back_as_the_call_left_them() -> None:
    served = answers("def f(x, n, y):\n    x *= 2\n    return y.resize_(1)")
    x, y = torch.ones(2, requires_grad=True), torch.arange(3)
    reply = call(served, "f", x, 3, kwargs={"y": y}, guard=True)
    assert [value.tolist() for value in reply["inputs"]] == [[2.0, 2.0], [0]]
    assert "inputs" not in call(served, "f", x, 3, kwargs={"y": y})


# --- operators ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("torch.sigmoid(x)", "sigmoid"),
        ("x.sigmoid()", "sigmoid"),
        ("x.clone().sigmoid_()", "sigmoid_"),
        ("torch.special.expit(x)", "special_expit"),
        ("torch.ops.aten.sigmoid(x)", "sigmoid"),
        ("torch.ops.aten.sigmoid.default(x)", "sigmoid"),
        ("getattr(torch, 'sig' + 'moid')(x)", "sigmoid"),
        ("nn.Sigmoid()(x)", "sigmoid"),
        ("nn.functional.linear(x, x)", "linear"),
        ("nn.Linear(3, 1)(x)", "linear"),
        ("torch.optim.SGD([nn.Parameter(x)], lr=1).step()", "torch.optim"),
    ],
)
def test_operators_that_ran_are_named(statement: str, name: str) -> None:
    reply = call(answers(f"def f(x): return {statement}"), "f", torch.zeros(2, 3), watch=True)
    assert name in reply["operators"]


def test_operators_are_only_those_that_ran() -> None:
    served = answers("def f(x):\n    if False: torch.sigmoid(x)\n    return x.exp()")
    operators = call(served, "f", torch.zeros(2), watch=True)["operators"]
    assert "exp" in operators
    assert "sigmoid" not in operators
    assert "operators" not in call(served, "f", torch.zeros(2))


# --- nothing is left behind -----------------------------------------------------------------------


def test_replacements_hold_during_calls_only() -> None:
    served = answers("def f(): return helper() + missing()\ndef helper(): return 1\nhelper_before = helper")
    assert error_type(call(served, "f")) == "NameError"
    ask(served, "replace", source="def helper(): return 10\ndef missing(): return 100")
    assert call(served, "f")["ok"] == 110
    assert served.namespace["helper"] is served.namespace["helper_before"]
    assert "missing" not in served.namespace
    ask(served, "replace", source="")
    assert error_type(call(served, "f")) == "NameError"


def test_replacements_are_undone_after_an_exception() -> None:
    served = answers("def f(): raise ValueError\ndef g(): return 1")
    ask(served, "replace", source="def g(): return 10")
    assert error_type(call(served, "f")) == "ValueError"
    assert served.namespace["g"]() == 1


def test_a_fresh_start_drops_what_was_handed_out() -> None:
    served = answers("def f(): return nn.Linear(1, 1)")
    handle = call(served, "f")["ok"]
    call(served, "f", fresh=True)
    assert len(served.objects) == 1
    assert error_type(ask(served, "parameters", module=handle)) == "KeyError"


def test_figures_of_a_call_are_closed_and_others_are_not() -> None:
    before = plt.figure()
    try:
        served = answers("def f():\n    plt.figure()\n    return plt.figure()")
        handle = call(served, "f")["ok"]
        assert plt.get_fignums() == [before.number]
        assert ask(served, "figure", figure=handle)["ok"] == []
    finally:
        plt.close("all")


def test_what_is_printed_comes_back_with_the_answer() -> None:
    served = answers(
        "import sys\ndef f():\n    print('one', end=' ')\n    print('two', file=sys.stderr)\n    return 3\n"
        "def raising():\n    print('before')\n    1 / 0\ndef silent(): return 3\n"
        "def loud():\n    for _ in range(10**5): print('x' * 100)"
    )
    assert call(served, "f")["printed"] == "one two\n"
    assert call(served, "raising")["printed"] == "before\n"
    assert "printed" not in call(served, "silent")
    assert len(call(served, "loud")["printed"]) < 3000


def test_a_call_waits_for_nobody() -> None:
    """As long as it does not insist: a loop that asks until it likes the answer ends in an exception."""
    served = answers(
        "def ask():\n    plt.figure(); plt.waitforbuttonpress(); plt.ginput(1); plt.pause(1000); breakpoint()\n"
        "    return input('continue? ')\n"
        "def insist():\n    while input('continue? ') != 'y': pass"
    )
    before = builtins.input, plt.pause, sys.breakpointhook
    assert call(served, "ask")["ok"] == ""
    assert error_type(call(served, "insist")) == "RuntimeError"
    assert (builtins.input, plt.pause, sys.breakpointhook) == before


def test_what_the_kit_put_into_the_namespace_is_not_the_students() -> None:
    seeds = {"relu": torch.relu, "tanh": torch.tanh}
    served = Answers({"__name__": "submission", **seeds, "tanh": torch.sigmoid}, seeds)
    assert ask(served, "describe", name="relu")["ok"]["exists"] is False
    assert error_type(call(served, "relu", torch.zeros(1))) == "NameError"
    assert ask(served, "describe", name="tanh")["ok"]["exists"] is True


def test_instead_of_a_name_those_that_are_there_are_told() -> None:
    class Secretive:
        __module__ = property(lambda self: 1 / 0)  # type: ignore[assignment]  # a student's object may be so

        def __call__(self) -> None: ...

    served = answers("def ReLU(x): ...\nclass Net: ...\nfrom math import sin\nx = 3")
    served.namespace["secretive"] = Secretive()
    assert ask(served, "describe", name="relu")["ok"]["instead"] == ["ReLU", "Net"]
    assert ask(served, "describe", name="ReLU")["ok"]["instead"] == []


def test_prints_and_warnings_of_a_call_go_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    served = answers(
        "import sys, warnings\ndef f():\n    print('hello')\n    print('hello', file=sys.stderr)\n"
        "    warnings.warn('hello')\n    return 1"
    )
    assert call(served, "f")["ok"] == 1
    assert capfd.readouterr() == ("", "")


# --- modules --------------------------------------------------------------------------------------


NET = """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(2, 3), nn.Dropout(0.5), nn.BatchNorm1d(3))
        self.unused = nn.Parameter(torch.zeros(1))
    def forward(self, x):
        return self.inner(x)
"""


@pytest.fixture
def net() -> tuple[Answers, Handle]:
    served = answers(NET)
    return served, call(served, "Net")["ok"]


def test_parameters_and_state(net: tuple[Answers, Handle]) -> None:
    served, handle = net
    rows = ask(served, "parameters", module=handle)["ok"]
    assert [row[0] for row in rows] == [
        "unused",
        *("inner.0.weight", "inner.0.bias", "inner.2.weight", "inner.2.bias"),
    ]
    assert [row[2] for row in rows] == [True] * 5
    assert not any(row[1].requires_grad for row in rows)
    assert "inner.2.running_mean" in [name for name, _ in ask(served, "state", module=handle)["ok"]]


def test_load_fits_or_changes_nothing(net: tuple[Answers, Handle]) -> None:
    served, handle = net
    values = [torch.full_like(row[1], 7.0) for row in ask(served, "parameters", module=handle)["ok"]]
    assert ask(served, "load", module=handle, values=values[:-1])["ok"] == [(1,), (3, 2), (3,), (3,), (3,)]
    assert not any((row[1] == 7).all() for row in ask(served, "parameters", module=handle)["ok"])
    assert ask(served, "load", module=handle, values=values)["ok"] is None
    assert all((row[1] == 7).all() for row in ask(served, "parameters", module=handle)["ok"])


def test_gradients_of_a_module(net: tuple[Answers, Handle]) -> None:
    served, handle = net
    ask(served, "mode", module=handle, training=False)
    found = ask(served, "gradients", module=handle, inputs=torch.ones(4, 2), cotangent=torch.ones(4, 3))["ok"]
    assert found[0] is None
    assert [tuple(g.shape) for g in found[1:]] == [(3, 2), (3,), (3,), (3,)]


def test_modes_type_and_freezing(net: tuple[Answers, Handle]) -> None:
    served, handle = net
    assert ask(served, "mode", module=handle)["ok"] == [True] * 5
    assert ask(served, "mode", module=handle, training=False)["ok"] == [False] * 5
    ask(served, "to", module=handle, dtype="float64")
    ask(served, "freeze", module=handle, indices=[0, 2])
    rows = ask(served, "parameters", module=handle)["ok"]
    assert {row[1].dtype for row in rows} == {torch.float64}
    assert [row[2] for row in rows] == [False, True, False, True, True]


# --- what the kit makes ---------------------------------------------------------------------------


def make(served: Answers, kind: str, *args: Any) -> Handle:
    handle = ask(served, "make", kind=kind, args=list(args))["ok"]
    assert isinstance(handle, Handle)
    return handle


def test_what_the_kit_makes_works_together() -> None:
    served = answers(
        "def train(model, criterion, optimizer, loader):\n"
        "    losses = []\n"
        "    for x, y in loader:\n"
        "        optimizer.zero_grad()\n"
        "        loss = criterion(model(x), y)\n"
        "        loss.backward()\n"
        "        optimizer.step()\n"
        "        losses.append(loss.item())\n"
        "    return losses"
    )
    model = make(served, "network", [["fc", "Linear", 1, 1]])
    before = ask(served, "parameters", module=model)["ok"]
    inputs, labels = torch.arange(5.0).reshape(5, 1), torch.ones(5, 1)
    things = (
        model,
        make(served, "criterion", "mse"),
        make(served, "optimizer", "SGD", model, {"lr": 0.01}),
        make(served, "loader", inputs, labels, 2),
    )
    assert len(call(served, "train", *things)["ok"]) == 3
    after = ask(served, "parameters", module=model)["ok"]
    assert [row[0] for row in after] == ["fc.weight", "fc.bias"]
    assert not torch.equal(before[0][1], after[0][1])


def test_parameters_with_gradients() -> None:
    served = answers("def shapes(params): return [tuple(p.shape) for p in params]")
    sent = [torch.ones(2), torch.zeros(1, 3)]
    handle = make(served, "parameters", sent)
    ask(served, "set_gradients", parameters=handle, gradients=[torch.full((2,), 5.0), None])
    gradients = ask(served, "get_gradients", parameters=handle)["ok"]
    assert gradients[0].tolist() == [5, 5]
    assert gradients[1] is None
    assert [v.tolist() for v in ask(served, "values", parameters=handle)["ok"]] == [v.tolist() for v in sent]
    walked = make(served, "generator", handle)
    assert call(served, "shapes", walked)["ok"] == [(2,), (1, 3)]
    assert call(served, "shapes", walked)["ok"] == []


def test_what_a_module_keeps_in_grad() -> None:
    served = answers("def backward(model): model(torch.tensor([[2.0, 3.0]])).sum().backward()")
    network = make(served, "network", [["fc", "Linear", 2, 1]])
    assert ask(served, "get_gradients", parameters=network)["ok"] == [None, None]
    call(served, "backward", network)
    assert [g.tolist() for g in ask(served, "get_gradients", parameters=network)["ok"]] == [[[2, 3]], [1]]


@pytest.mark.parametrize(
    ("kind", "args", "error"),
    [
        ("system", ["ls"], "KeyError"),
        ("criterion", ["nll"], "ValueError"),
        ("criterion", ["functional"], "ValueError"),
        ("network", [[["a", "Spring"]]], "ValueError"),
        ("optimizer", ["lr_scheduler", [], {}], "ValueError"),
    ],
)
def test_the_kit_makes_nothing_but_layers_criteria_and_optimizers_of_torchs(
    kind: str, args: list[Any], error: str
) -> None:
    assert error_type(ask(answers(), "make", kind=kind, args=args)) == error


# --- figures --------------------------------------------------------------------------------------


def test_a_figure_is_described() -> None:
    served = answers(
        "def plot():\n"
        "    figure, (left, right) = plt.subplots(1, 2)\n"
        "    left.plot([1, 2], [3, 4], label='a')\n"
        "    left.set_title('left', loc='left')\n"
        "    left.set(xlabel='x', ylabel='y', yscale='log')\n"
        "    left.grid(True)\n"
        "    left.legend()\n"
        "    return figure"
    )
    handle = call(served, "plot")["ok"]
    left, right = ask(served, "figure", figure=handle)["ok"]
    assert (left["title"], left["xlabel"], left["ylabel"]) == ("left", "x", "y")
    assert (left["xscale"], left["yscale"], left["grid"], left["legend"]) == ("linear", "log", True, ["a"])
    assert left["lines"][0]["label"] == "a"
    assert left["lines"][0]["y"].tolist() == [3, 4]
    assert (right["title"], right["grid"], right["legend"], right["lines"]) == ("", False, [], [])
    assert left["center"][0] < right["center"][0]
