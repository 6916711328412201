"""The `student` of a check: asks for things on the student's side, and never touches an object of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from autograder.channel import Channel
from autograder.exercises import DEFAULT_TIMEOUT
from autograder.failures import Mismatch, StudentCrash
from autograder.show import call_text
from autograder.values import Handle
from autograder.wire import Message


class Student:
    """`student.NAME(...)` calls the submission's NAME; `student.kit` makes things to hand to it."""

    def __init__(self, channel: Channel, timeout: float = DEFAULT_TIMEOUT) -> None:
        self._session = _Session(channel, timeout)
        self.kit = Kit(self._session)

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(self._session, name)


class _Session:
    """One check's conversation with the submission."""

    def __init__(self, channel: Channel, timeout: float) -> None:
        self.channel = channel
        self.timeout = timeout
        self.guard = False
        self.modified: list[int] = []
        self.operators: set[str] | None = None
        self.last_call = ""

    def ask(self, op: str, **parameters: Any) -> Message:
        return self.channel.ask(op, self.timeout, **parameters)

    def answer(self, op: str, **parameters: Any) -> Any:
        return self.ask(op, **parameters).get("ok")

    def make(self, kind: str, *args: Any) -> Handle:
        handle = self.answer("make", kind=kind, args=list(args))
        if not isinstance(handle, Handle):
            raise StudentCrash(f"The process that runs your code did not make a {kind}.")
        return handle

    def call(self, target: str | Handle, method: str, name: str, args: Any, kwargs: Any) -> Any:
        self.last_call = call_text(name, args, kwargs)
        plain_args = [_sent(value) for value in args]
        plain_kwargs = {key: _sent(value) for key, value in kwargs.items()}
        inputs = [v for v in (*args, *kwargs.values()) if isinstance(v, torch.Tensor) and v.requires_grad]
        request = {"target": target, "method": method, "args": plain_args, "kwargs": plain_kwargs}
        if inputs and torch.is_grad_enabled():
            return self._differentiable(request, inputs)
        return self._received(self._exchange(request, graph=False))

    def _exchange(self, request: Message, graph: bool) -> Message:
        watch = self.operators is not None
        reply = self.ask("call", **request, graph=graph, guard=self.guard, watch=watch)
        if self.operators is not None:
            self.operators |= {str(name) for name in _listed(reply.get("operators"))}
        self.modified = [index for index in _listed(reply.get("modified")) if isinstance(index, int)]
        return reply

    def _differentiable(self, request: Message, inputs: list[torch.Tensor]) -> Any:
        reply = self._exchange(request, graph=True)
        result, graph = reply.get("ok"), reply.get("graph")
        if isinstance(result, torch.Tensor) and isinstance(graph, Handle):
            return _Remote.apply(self, graph, result, *inputs)  # type: ignore[no-untyped-call]  # torch's
        return self._received(reply)

    def _received(self, reply: Message) -> Any:
        return received(self, reply.get("ok"))


class _Remote(torch.autograd.Function):
    """A call on the student's side as a node of the graph here; its backward is another request."""

    @staticmethod
    def forward(ctx: Any, session: _Session, graph: Handle, result: torch.Tensor, *inputs: torch.Tensor) -> Any:
        ctx.session, ctx.graph, ctx.inputs = session, graph, inputs
        return result

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx: Any, cotangent: torch.Tensor) -> Any:
        # an expanded cotangent is a view of one number; a frame carries it whole
        answer = ctx.session.answer("backward", graph=ctx.graph, cotangent=cotangent.contiguous())
        fitting = [g if _fits(g, x) else None for g, x in zip(_listed(answer), ctx.inputs, strict=False)]
        return (None, None, None, *fitting, *[None] * (len(ctx.inputs) - len(fitting)))


def _fits(gradient: Any, value: torch.Tensor) -> bool:
    return isinstance(gradient, torch.Tensor) and all(
        getattr(gradient, of) == getattr(value, of) for of in ("shape", "dtype", "device")
    )


class Function:
    """A function or class of the submission, by name."""

    def __init__(self, session: _Session, name: str) -> None:
        self.session = session
        self.name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.session.call(self.name, "__call__", self.name, args, kwargs)

    def describe(self) -> Message:
        """exists, callable, type, and parameters as [name, kind, has default], or None where not known."""
        answer = self.session.answer("describe", name=self.name)
        return answer if isinstance(answer, dict) else {}

    @contextmanager
    def guarded(self) -> Iterator[list[int]]:
        """Calls inside append the positions of tensor arguments that they modified."""
        found: list[int] = []
        self.session.guard, self.session.modified = True, []
        try:
            yield found
        finally:
            found += self.session.modified
            self.session.guard = False

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Collects the names of the torch functions and operators that calls inside execute."""
        names: set[str] = set()
        self.session.operators = names
        try:
            yield names
        finally:
            self.session.operators = None


class Remote:
    """An object on the student's side; can be passed as an argument to the student's functions."""

    def __init__(self, session: _Session, handle: Handle) -> None:
        self.session = session
        self.handle = handle

    def __repr__(self) -> str:
        return f"<{self.handle.type_name or self.handle.kind}>"


@dataclass(frozen=True)
class Parameter:
    """A parameter of a module: its name, a copy of its value, and whether it is trainable."""

    name: str
    value: torch.Tensor
    requires_grad: bool


class Module(Remote):
    """An `nn.Module` on the student's side."""

    def __call__(self, *args: Any) -> Any:
        return self.session.call(self.handle, "__call__", self.handle.type_name, args, {})

    def parameters(self) -> list[Parameter]:
        """Its parameters in `named_parameters()` order."""
        rows = _rows(self.session.answer("parameters", module=self.handle), (str, torch.Tensor, bool))
        return [Parameter(*row) for row in rows]

    def state(self) -> dict[str, torch.Tensor]:
        """Its state_dict."""
        rows = _rows(self.session.answer("state", module=self.handle), (str, torch.Tensor))
        return {str(row[0]): row[1] for row in rows}

    def load(self, values: Sequence[torch.Tensor]) -> None:
        """Copy values into its parameters, in order; shapes that differ are a `Mismatch`."""
        found = self.session.answer("load", module=self.handle, values=list(values))
        if found is not None:
            raise Mismatch(
                "the parameters have the required shapes, in the required order",
                expected=str([tuple(value.shape) for value in values])[:300],
                got=str(found)[:300],
            )

    def gradients(self, inputs: torch.Tensor, cotangent: torch.Tensor) -> list[torch.Tensor | None]:
        """d sum(module(inputs) * cotangent) / d each parameter; None where no gradient arrives."""
        answer = self.session.answer("gradients", module=self.handle, inputs=inputs, cotangent=cotangent)
        return _optional_tensors(answer)

    def train(self, mode: bool = True) -> None:
        """Put it in training mode (or, with False, in evaluation mode)."""
        self.session.answer("mode", module=self.handle, training=mode)

    def eval(self) -> None:
        """Put it in evaluation mode."""
        self.train(False)

    def modes(self) -> list[bool]:
        """`training` of the module and of each submodule, root first."""
        answer = self.session.answer("mode", module=self.handle)
        return [mode is True for mode in _listed(answer)]

    def to(self, dtype: torch.dtype | None = None, device: str | torch.device | None = None) -> None:
        """Move it to an element type or a device."""
        name = None if dtype is None else str(dtype).removeprefix("torch.")
        self.session.answer("to", module=self.handle, dtype=name, device=None if device is None else str(device))

    def freeze(self, *indices: int) -> None:
        """Parameters at these places are no longer trainable."""
        self.session.answer("freeze", module=self.handle, indices=list(indices))


class Instance(Remote):
    """An optimizer of the student's."""

    def step(self) -> None:
        """Call its step()."""
        self.session.call(self.handle, "step", f"{self.handle.type_name}.step", (), {})

    def zero_grad(self) -> None:
        """Call its zero_grad()."""
        self.session.call(self.handle, "zero_grad", f"{self.handle.type_name}.zero_grad", (), {})


class Parameters(Remote):
    """A list of `nn.Parameter` made by the kit."""

    def values(self) -> list[torch.Tensor]:
        """Their values."""
        return [
            v for v in _optional_tensors(self.session.answer("values", parameters=self.handle)) if v is not None
        ]

    def set_gradients(self, gradients: Sequence[torch.Tensor | None]) -> None:
        """Give each its gradient, or None."""
        self.session.answer("set_gradients", parameters=self.handle, gradients=list(gradients))

    def gradients(self) -> list[torch.Tensor | None]:
        """The gradient of each, or None."""
        return _optional_tensors(self.session.answer("get_gradients", parameters=self.handle))

    def generator(self) -> Remote:
        """The same parameters as a generator, which can be walked through once."""
        return Remote(self.session, self.session.make("generator", self.handle))


@dataclass(frozen=True)
class Line:
    """A line of a plot: its label and data, as float64 tensors."""

    label: str
    x: torch.Tensor
    y: torch.Tensor


@dataclass(frozen=True)
class Axes:
    """One axes of a figure; `center` is its place, in fractions of the figure's width and height."""

    title: str
    xlabel: str
    ylabel: str
    xscale: str
    yscale: str
    grid: bool
    legend: list[str]
    lines: list[Line]
    center: tuple[float, float]


class Figure(Remote):
    """A matplotlib figure on the student's side."""

    @property
    def axes(self) -> list[Axes]:
        """Its axes, described."""
        answer = self.session.answer("figure", figure=self.handle)
        return [_axes(fields) for fields in _listed(answer) if isinstance(fields, dict)]


class Kit:
    """Makes objects of torch's on the student's side."""

    def __init__(self, session: _Session) -> None:
        self._session = session

    def network(self, **layers: Sequence[Any]) -> Module:
        """An nn.Sequential with named children: `network(fc1=("Linear", 2, 8), relu=("ReLU",))`."""
        spec = [[name, *layer] for name, layer in layers.items()]
        return Module(self._session, self._session.make("network", spec))

    def criterion(self, name: str) -> Remote:
        """torch's loss module: "bce_with_logits", "cross_entropy" or "mse"."""
        return Remote(self._session, self._session.make("criterion", name))

    def optimizer(self, name: str, parameters: Module | Parameters, **options: float) -> Remote:
        """torch's optimizer: "SGD" or "Adam", over a module's parameters or a list of them."""
        return Remote(self._session, self._session.make("optimizer", name, parameters.handle, options))

    def loader(self, inputs: torch.Tensor, labels: torch.Tensor, batch_size: int) -> Remote:
        """A DataLoader over the samples, in order."""
        return Remote(self._session, self._session.make("loader", inputs, labels, batch_size))

    def parameters(self, values: Sequence[torch.Tensor]) -> Parameters:
        """Trainable parameters with these values."""
        return Parameters(self._session, self._session.make("parameters", list(values)))


def received(session: _Session, value: Any) -> Any:
    """A value that came back, with handles wrapped in what a check can ask of them."""
    if isinstance(value, Handle):
        wrapper = {"module": Module, "figure": Figure, "instance": Instance}.get(value.kind, Remote)
        return wrapper(session, value)
    if isinstance(value, list):
        return [received(session, item) for item in value]
    if isinstance(value, tuple):
        return tuple(received(session, item) for item in value)
    if isinstance(value, dict):
        return {key: received(session, item) for key, item in value.items()}
    return value


def _sent(value: Any) -> Any:
    if isinstance(value, Remote):
        return value.handle
    if isinstance(value, (list, tuple)):
        return type(value)(_sent(item) for item in value)
    return value


def _rows(answer: Any, types: tuple[type, ...]) -> list[list[Any]]:
    """The rows of an answer that have the promised types; an answer is the student's word and may be anything."""
    return [
        row
        for row in _listed(answer)
        if isinstance(row, list) and len(row) == len(types) and all(map(isinstance, row, types))
    ]


def _optional_tensors(answer: Any) -> list[torch.Tensor | None]:
    return [value if isinstance(value, torch.Tensor) else None for value in _listed(answer)]


def _listed(answer: Any) -> list[Any]:
    return answer if isinstance(answer, list) else []


def _text(answer: Any) -> str:
    return answer if isinstance(answer, str) else ""


def _axes(fields: dict[str, Any]) -> Axes:
    texts = {key: _text(fields.get(key)) for key in ("title", "xlabel", "ylabel", "xscale", "yscale")}
    lines = [
        Line(_text(line.get("label")), line["x"].double(), line["y"].double())
        for line in _listed(fields.get("lines"))
        if isinstance(line, dict) and all(isinstance(line.get(axis), torch.Tensor) for axis in "xy")
    ]
    legend = [_text(text) for text in _listed(fields.get("legend"))]
    return Axes(
        grid=fields.get("grid") is True,
        legend=legend,
        lines=lines,
        center=_center(fields.get("center")),
        **texts,
    )


def _center(value: Any) -> tuple[float, float]:
    known = isinstance(value, list) and len(value) == 2 and all(isinstance(v, float) for v in value)
    return (value[0], value[1]) if known else (0.5, 0.5)
