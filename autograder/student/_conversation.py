"""One check's conversation with the submission: requests, answers, and gradients across the seam."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import torch

from autograder.channel.protocol import Channel, listed
from autograder.failures import Failure, StudentCrash
from autograder.rng import PUBLIC_SEED, Rng, students_seed
from autograder.show import call_text, kind, text
from autograder.student._shared import Script, Scripts
from autograder.wire.messages import Call, Made, Options, Reply, Request
from autograder.wire.values import Handle, device_of, said_to_be_on

#: Characters that are kept of what is printed; cards show the first lines of them.
_PRINTED = 1000
#: Elements of a tensor that a message shows.
_SHOWN = 8
#: Names of operators that are remembered of one exercise; torch has no more.
_OPERATORS = 10_000


class Conversation:
    """One check's conversation with the submission.

    ran: gets the names of the operators that run in all calls; None where nobody asks. seed: what the student's
    random numbers start from.
    """

    def __init__(
        self, channel: Channel, timeout: float, ran: set[str] | None = None, seed: int | None = None
    ) -> None:
        self.channel = channel
        self.timeout = timeout
        self.ran = ran
        self._seed = seed
        #: what other checks of the submission have asked before; empty where nobody keeps it
        self.scripts = Scripts(PUBLIC_SEED)
        #: is told each request, and what came of it; None where nobody listens
        self.listener: Callable[[Request, Reply | Failure], None] | None = None
        self.begin()

    def begin(self) -> None:
        """The check runs from its first line: random numbers start anew, and nothing has been said yet."""
        self._first: Options = {**self._anew(), "fresh": True}
        self._script: Script | None = None
        self.guard = False
        self.modified: list[int] = []
        #: what each of them is called, was before and is now, in words
        self.changes: list[str] = []
        self.autograd_left_off = False
        self.last_call = ""
        #: the start of what the student's code has printed
        self.printed = ""
        #: what a person should look at, though it costs nothing
        self.remarks: set[str] = set()
        self.drawn: Handle | None = None

    def _anew(self) -> Options:
        return {} if self._seed is None else {"seed": self._seed}

    @contextlib.contextmanager
    def shared(self, name: str) -> Iterator[Rng]:
        """Requests inside are made once for all checks that name them so."""
        self._script = self.scripts.script(name)
        self._first["seed"] = students_seed(self.scripts.seed, name)
        failure: BaseException | None = None
        try:
            yield Rng(self.scripts.seed, name)
        except BaseException as error:
            failure = error
            raise
        finally:
            self._script.end(failure)
            # as if they had just been made, whether they were or not
            self._script = None
            self._first.pop("seed", None)
            self._first |= self._anew()

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Nobody listens inside."""
        listener, self.listener = self.listener, None
        try:
            yield
        finally:
            self.listener = listener

    def ask(self, request: Request) -> Reply:
        try:
            if self._script is None:
                reply = self._asked(request)
            else:
                reply = self._script.reply(request, partial(self._asked, request), watched=self.ran is not None)
        except Failure as error:
            self._tell(request, error)
            self._hear(error.printed)
            raise
        self._tell(request, reply)
        self._hear(reply.get("printed"))
        if self.ran is not None and len(self.ran) < _OPERATORS:
            self.ran |= {str(name)[:100] for name in listed(reply.get("operators"))}
        return reply

    def _asked(self, request: Request) -> Reply:
        options, self._first = self._first, {}
        if self.ran is not None:
            options["watch"] = True
        return self.channel.ask(request, self.timeout, **options)

    def _tell(self, request: Request, answer: Reply | Failure) -> None:
        if self.listener is not None:
            self.listener(request, answer)

    def _hear(self, printed: Any) -> None:
        if isinstance(printed, str) and len(self.printed) < _PRINTED:
            self.printed += printed[:_PRINTED]

    def answer(self, request: Request) -> Any:
        return self.ask(request).get("ok")

    def make(self, kind: Made, *args: Any) -> Handle:
        handle = self.answer({"op": "make", "kind": kind, "args": list(args)})
        if not isinstance(handle, Handle):
            raise StudentCrash(f"The process that runs your code did not make a {kind}.")
        return handle

    def call(self, target: str | Handle, method: str, name: str, args: Any, kwargs: Any) -> Any:
        self.last_call = call_text(name, args, kwargs)
        plain_args = [sent(value) for value in args]
        plain_kwargs = {key: sent(value) for key, value in kwargs.items()}
        inputs = [v for v in (*args, *kwargs.values()) if isinstance(v, torch.Tensor) and v.requires_grad]
        graph = bool(inputs) and torch.is_grad_enabled()
        reply = self._exchange(
            {
                "op": "call",
                "target": target,
                "method": method,
                "args": plain_args,
                "kwargs": plain_kwargs,
                "graph": graph,
                "guard": self.guard,
            }
        )
        result, held = reply.get("ok"), reply.get("graph")
        if graph and isinstance(result, torch.Tensor) and isinstance(held, Handle):
            called = _RemoteCall.apply(self, held, result, *inputs)  # type: ignore[no-untyped-call]  # torch's
            return said_to_be_on(called, device_of(result))
        return result

    def _exchange(self, request: Call) -> Reply:
        reply = self.ask(request)
        drawn = reply.get("drawn")
        self.drawn = drawn if isinstance(drawn, Handle) else None
        if self.guard:
            before = [v for v in (*request["args"], *request["kwargs"].values()) if isinstance(v, torch.Tensor)]
            after = listed(reply.get("inputs"))[: len(before)]
            pairs = enumerate(itertools.zip_longest(before, after))
            self.modified = [index for index, (old, new) in pairs if not _same(old, new)]
            self.autograd_left_off = reply.get("autograd_left_off") is True
            names = self._names_of_tensors(request) if self.modified else []
            self.changes = [_change(names[i], before[i], after[i : i + 1]) for i in self.modified]
        return reply

    def _names_of_tensors(self, request: Call) -> list[str]:
        """What each tensor argument of a call is called: its parameter's name where that is known."""
        names = self._parameters(request["target"])
        positional = [
            names[place] if place < len(names) else f"argument {place + 1}"
            for place, value in enumerate(request["args"])
            if isinstance(value, torch.Tensor)
        ]
        return positional + [key for key, value in request["kwargs"].items() if isinstance(value, torch.Tensor)]

    def _parameters(self, target: str | Handle) -> list[str]:
        found = None
        if isinstance(target, str):
            with contextlib.suppress(Failure):
                found = self.answer({"op": "describe", "name": target})
        rows = listed(found.get("parameters")) if isinstance(found, dict) else []
        names = [
            str(row[0]) for row in rows if isinstance(row, list) and len(row) > 1 and "VAR" not in str(row[1])
        ]
        return names if all(name.isidentifier() and len(name) <= 40 for name in names) else []


def _change(name: str, old: torch.Tensor, new: list[Any]) -> str:
    """What has become of an argument; of a large tensor, its first element that is another."""
    if not new or not _fits(new[0], old):
        return f"{name} was changed: it was {text(old)}" + (f" and is {kind(new[0])} now" if new else "")
    if old.numel() <= _SHOWN:
        return f"{name} was changed: it was {text(old)} and is {text(new[0])} now"
    both = old.detach(), new[0].detach()
    place = tuple(torch.isclose(*both, rtol=0, atol=0, equal_nan=True).logical_not().nonzero()[0].tolist())
    was, now = (text(value[place].item()) for value in both)
    return f"{name} was changed: at index {place[0] if len(place) == 1 else place} it was {was} and is {now} now"


def _same(old: torch.Tensor, new: Any) -> bool:
    return _fits(new, old) and torch.allclose(old.detach(), new, rtol=0, atol=0, equal_nan=True)


class _RemoteCall(torch.autograd.Function):
    """A call on the student's side as a node of the graph here; its backward is another request."""

    @staticmethod
    def forward(
        ctx: Any, conversation: Conversation, graph: Handle, result: torch.Tensor, *inputs: torch.Tensor
    ) -> Any:
        ctx.conversation, ctx.graph, ctx.inputs = conversation, graph, inputs
        return result

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx: Any, cotangent: torch.Tensor) -> Any:
        # an expanded cotangent is a view of one number; a frame carries it whole
        request: Request = {"op": "backward", "graph": ctx.graph, "cotangent": cotangent.contiguous()}
        answer = listed(ctx.conversation.answer(request))
        fitting = [g if _fits(g, x) else None for g, x in zip(answer, ctx.inputs, strict=False)]
        return (None, None, None, *fitting, *[None] * (len(ctx.inputs) - len(fitting)))


def _fits(gradient: Any, value: torch.Tensor) -> bool:
    return isinstance(gradient, torch.Tensor) and all(
        getattr(gradient, of) == getattr(value, of) for of in ("shape", "dtype", "device")
    )


class Remote:
    """An object on the student's side; can be passed as an argument to the student's functions."""

    def __init__(self, conversation: Conversation, handle: Handle) -> None:
        self.conversation = conversation
        self.handle = handle

    def __repr__(self) -> str:
        return f"<{self.handle.type_name or self.handle.kind}>"


def sent(value: Any) -> Any:
    """What crosses for an argument: a handle for an object that lives there."""
    if isinstance(value, Remote):
        return value.handle
    if isinstance(value, (list, tuple)):
        return type(value)(sent(item) for item in value)
    return value
