"""The proxy that a check holds: calls by name, and what the kit makes to hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import torch

from autograder.channel.protocol import Channel
from autograder.course.exercises import DEFAULT_TIMEOUT
from autograder.rng import Rng
from autograder.student import _expressions, _judging
from autograder.student._conversation import Conversation, Remote
from autograder.student._expressions import Look, Slopes
from autograder.student._figures import Figure
from autograder.student._handles import Module, Parameters, received
from autograder.student._judging import Judged
from autograder.wire.steps import Step
from autograder.wire.values import DEVICES

#: Seconds that a driver may take to start.
_DEVICE_SECONDS = 60.0


class Student:
    """`student.NAME(...)` calls the submission's NAME; `student.kit` makes things to hand to it.

    ran: gets the names of all operators that run in calls of the submission's, where they are asked for.
    seed: what the submission's random numbers start from, in the first request.
    """

    def __init__(
        self,
        channel: Channel,
        timeout: float = DEFAULT_TIMEOUT,
        ran: set[str] | None = None,
        seed: int | None = None,
    ) -> None:
        self._conversation = Conversation(channel, timeout, ran, seed)
        self.kit = Kit(self._conversation)

    def shared(self, name: str) -> AbstractContextManager[Rng]:
        """What is asked inside is asked once for a submission, by the first check that comes to it.

        It is for what is costly and looked at by several checks: `with student.shared("curve") as rng: ...`. All
        of them ask the same, in the same order, with the random inputs of the `rng` that is given; the student's
        random numbers start anew, inside and after it. Nothing that was made inside is used after it, but numbers.
        """
        return self._conversation.shared(name)

    def aside(self) -> AbstractContextManager[None]:
        """What is asked inside says nothing of which mistake it is, for it hangs on another exercise."""
        return self._conversation.aside()

    def judged(self, test: str, mistakes: Sequence[str]) -> list[Judged]:
        """What a test of the submission's did with versions of the exercise that it tests, right and wrong ones.

        test: the exercise, whose mark says what it `tests`. mistakes: names of mistakes of that one. It is asked
        once for a submission, in an order of its own for each salt.
        """
        with self.shared(f"what {test} does") as rng:
            return _judging.judged(self._conversation, test, mistakes, rng)

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(self._conversation, name)


class Function:
    """A function or class of the submission, by name."""

    def __init__(self, conversation: Conversation, name: str) -> None:
        self.conversation = conversation
        self.name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return received(self.conversation, self.conversation.call(self.name, "__call__", self.name, args, kwargs))

    def describe(self) -> dict[str, Any]:
        """exists, callable, type, and parameters as [name, kind, has default], or None where not known."""
        answer = self.conversation.answer({"op": "describe", "name": self.name})
        return answer if isinstance(answer, dict) else {}

    def trace(self, steps: Sequence[Step]) -> list[Look]:
        """Compute an expression with this class of scalars: what is in its nodes whenever a step looks."""
        return _expressions.trace(self.conversation, self.name, steps)

    def of_function(self, steps: Sequence[Step], inputs: Sequence[float], **options: float) -> Slopes:
        """Call it with a function of a list of floats, and with such a list.

        steps: what the function computes; the last of them is its value.
        """
        return _expressions.apply(self.conversation, self.name, steps, inputs, options)

    def raises_for(self, source: str, name: str) -> str:
        """What this test raises for a version of `name`, which the source defines; "" where it lets that pass."""
        return _judging.raises_for(self.conversation, self.name, source, name)

    def drawn(self) -> Figure | None:
        """The last figure that the last call drew by pyplot, whether it was returned or not."""
        handle = self.conversation.drawn
        return None if handle is None else Figure(self.conversation, handle)

    @contextmanager
    def guarded(self) -> Iterator[list[int]]:
        """Calls inside append the positions of tensor arguments that they modified."""
        found: list[int] = []
        self.conversation.guard, self.conversation.modified = True, []
        try:
            yield found
        finally:
            found += self.conversation.modified
            self.conversation.guard = False

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Collects the names of the torch functions and operators that calls execute, here or before."""
        before = self.conversation.ran
        self.conversation.ran = set() if before is None else before
        try:
            yield self.conversation.ran
        finally:
            self.conversation.ran = before


class Kit:
    """Makes objects of torch's on the student's side."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def network(self, **layers: Sequence[Any]) -> Module:
        """An nn.Sequential with named children: `network(fc1=("Linear", 2, 8), relu=("ReLU",))`.

        One inside another: `network(body=("Sequential", ("fc1", "Linear", 2, 8), ("relu", "ReLU")))`. Two
        layers with one weight: `network(fc1=("Linear", 4, 4), fc2=("Tied", "fc1", 4, 4))`.
        """
        spec = [[name, *layer] for name, layer in layers.items()]
        return Module(self._conversation, self._conversation.make("network", spec))

    def criterion(self, name: str) -> Remote:
        """torch's loss module: "bce_with_logits", "cross_entropy" or "mse"."""
        return Remote(self._conversation, self._conversation.make("criterion", name))

    def optimizer(self, name: str, parameters: Module | Parameters, **options: float) -> Remote:
        """torch's optimizer: "SGD" or "Adam", over a module's parameters or a list of them."""
        return Remote(self._conversation, self._conversation.make("optimizer", name, parameters.handle, options))

    def loader(
        self,
        inputs: torch.Tensor,
        labels: torch.Tensor,
        batch_size: int,
        orders: Sequence[Sequence[int]] | None = None,
    ) -> Remote:
        """A DataLoader over the samples, in order; or in the order that `orders` gives for each pass."""
        dealt = None if orders is None else [list(order) for order in orders]
        return Remote(self._conversation, self._conversation.make("loader", inputs, labels, batch_size, dealt))

    def parameters(self, values: Sequence[torch.Tensor]) -> Parameters:
        """Trainable parameters with these values."""
        handle = self._conversation.make("parameters", list(values))
        return Parameters(self._conversation, handle, [tuple(value.shape) for value in values])

    def meta(self, value: torch.Tensor) -> Remote:
        """The tensor on the device "meta", where code that makes its constants on the CPU fails."""
        return Remote(self._conversation, self._conversation.make("meta", value))

    def device(self) -> str:
        """Where the submission's process computes, as it says itself: "cuda", "mps" or "cpu"."""
        channel = self._conversation.channel
        answer = channel.ask({"op": "device"}, _DEVICE_SECONDS).get("ok")
        channel.device = answer if answer in DEVICES else "cpu"
        return channel.device

    def seed(self, number: int) -> None:
        """Start torch's random numbers anew on the student's side, so that two calls draw the same."""
        self._conversation.make("seed", number)
