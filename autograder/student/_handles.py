"""Objects on the student's side: modules, optimizers and parameters, each with a closed set of questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from autograder.channel.protocol import listed
from autograder.failures import Mismatch
from autograder.student._conversation import Conversation, Remote
from autograder.student._figures import Figure
from autograder.wire.values import Handle


@dataclass(frozen=True)
class Parameter:
    """A parameter of a module: its name, a copy of its value, and whether it is trainable."""

    name: str
    value: torch.Tensor
    requires_grad: bool


class Module(Remote):
    """An `nn.Module` on the student's side."""

    def __call__(self, *args: Any) -> Any:
        answer = self.conversation.call(self.handle, "__call__", self.handle.type_name, args, {})
        return received(self.conversation, answer)

    def parameters(self) -> list[Parameter]:
        """Its parameters in `named_parameters()` order."""
        answer = self.conversation.answer({"op": "parameters", "module": self.handle})
        return [Parameter(*row) for row in _rows(answer, (str, torch.Tensor, bool))]

    def state(self) -> dict[str, torch.Tensor]:
        """Its state_dict."""
        rows = _rows(self.conversation.answer({"op": "state", "module": self.handle}), (str, torch.Tensor))
        return {str(row[0]): row[1] for row in rows}

    def load(self, values: Sequence[torch.Tensor]) -> None:
        """Copy values into its parameters, in order; shapes that differ are a `Mismatch`."""
        found = self.conversation.answer({"op": "load", "module": self.handle, "values": list(values)})
        if found is not None:
            raise Mismatch(
                "the parameters have the required shapes, in the required order",
                kind="shape",
                expected=str([tuple(value.shape) for value in values])[:300],
                got=str(found)[:300],
            )

    def gradients(self, inputs: torch.Tensor, cotangent: torch.Tensor) -> list[torch.Tensor | None]:
        """d sum(module(inputs) * cotangent) / d each parameter; None where no gradient arrives."""
        answer = self.conversation.answer(
            {"op": "gradients", "module": self.handle, "inputs": inputs, "cotangent": cotangent}
        )
        return _optional_tensors(answer)

    def kept_gradients(self) -> list[torch.Tensor | None]:
        """What is in `.grad` of each parameter."""
        return _optional_tensors(self.conversation.answer({"op": "get_gradients", "parameters": self.handle}))

    def train(self, mode: bool = True) -> None:
        """Put it in training mode (or, with False, in evaluation mode)."""
        self.conversation.answer({"op": "mode", "module": self.handle, "training": mode})

    def eval(self) -> None:
        """Put it in evaluation mode."""
        self.train(False)

    def modes(self) -> list[bool]:
        """`training` of the module and of each submodule, root first."""
        answer = self.conversation.answer({"op": "mode", "module": self.handle})
        return [mode is True for mode in listed(answer)]

    def hooks(self) -> list[int]:
        """How many hooks the module and each submodule has, root first."""
        answer = self.conversation.answer({"op": "hooks", "module": self.handle})
        return [number for number in listed(answer) if isinstance(number, int)]

    def to(self, dtype: torch.dtype | None = None, device: str | torch.device | None = None) -> None:
        """Move it to an element type or a device."""
        name = None if dtype is None else str(dtype).removeprefix("torch.")
        place = None if device is None else str(device)
        self.conversation.answer({"op": "to", "module": self.handle, "dtype": name, "device": place})

    def freeze(self, *indices: int) -> None:
        """Parameters at these places are no longer trainable."""
        self.conversation.answer({"op": "freeze", "module": self.handle, "indices": list(indices)})

    def watched(self) -> dict[str, int]:
        """Of a kit's network with a layer "Watch": its runs, those in training mode, and those with a graph."""
        answer = self.conversation.answer({"op": "watched", "module": self.handle})
        found = {key: answer.get(key) if isinstance(answer, dict) else 0 for key in ("runs", "training", "graphs")}
        return {key: value if isinstance(value, int) else 0 for key, value in found.items()}


class Instance(Remote):
    """An optimizer of the student's."""

    def step(self) -> None:
        """Call its step()."""
        self.conversation.call(self.handle, "step", f"{self.handle.type_name}.step", (), {})

    def zero_grad(self) -> None:
        """Call its zero_grad()."""
        self.conversation.call(self.handle, "zero_grad", f"{self.handle.type_name}.zero_grad", (), {})


class Parameters(Remote):
    """A list of `nn.Parameter` made by the kit."""

    def __init__(self, conversation: Conversation, handle: Handle, shapes: Sequence[tuple[int, ...]]) -> None:
        super().__init__(conversation, handle)
        self.shapes = shapes

    def values(self) -> list[torch.Tensor]:
        """Their values."""
        answer = listed(self.conversation.answer({"op": "values", "parameters": self.handle}))
        return [value for value in answer if isinstance(value, torch.Tensor)]

    def set_gradients(self, gradients: Sequence[torch.Tensor | None]) -> None:
        """Give each its gradient, or None; a parameter that has another shape by now is a `Mismatch`."""
        fitting = self.conversation.answer(
            {"op": "set_gradients", "parameters": self.handle, "gradients": list(gradients)}
        )
        if fitting is not True:
            self._expect_shapes(self.values())

    def walk(
        self,
        optimizer: Instance,
        history: Sequence[Sequence[torch.Tensor | None]],
        start: Sequence[torch.Tensor] | None = None,
    ) -> list[list[torch.Tensor]]:
        """The values after each step of an optimizer, with these gradients; from `start` each, if it is given.

        A step that changes a parameter's shape is a `Mismatch`.
        """
        self.conversation.last_call = f"{optimizer.handle.type_name}.step()"
        answer = self.conversation.answer(
            {
                "op": "walk",
                "parameters": self.handle,
                "optimizer": optimizer.handle,
                "history": [list(step) for step in history],
                "start": start,
            }
        )
        path = [_optional_tensors(values) for values in listed(answer)]
        for values in path:
            self._expect_shapes(values)
        return [[value for value in values if value is not None] for values in path]

    def gradients(self) -> list[torch.Tensor | None]:
        """The gradient of each, or None."""
        return _optional_tensors(self.conversation.answer({"op": "get_gradients", "parameters": self.handle}))

    def _expect_shapes(self, values: Sequence[torch.Tensor | None]) -> None:
        found = [tuple(value.shape) for value in values if value is not None]
        if found and found != list(self.shapes):
            raise Mismatch(
                "a step leaves the shapes of the parameters as they are",
                "each has a memory of its own, of its own shape: shapes that differ are broadcast",
                kind="shape",
                expected=str(list(self.shapes))[:300],
                got=str(found)[:300],
            )

    def generator(self) -> Remote:
        """The same parameters as a generator, which can be walked through once."""
        return Remote(self.conversation, self.conversation.make("generator", self.handle))


def received(conversation: Conversation, value: Any) -> Any:
    """A value that came back, with handles wrapped in what a check can ask of them."""
    if isinstance(value, Handle):
        wrapper = {"module": Module, "figure": Figure, "instance": Instance}.get(value.kind, Remote)
        return wrapper(conversation, value)
    if isinstance(value, (list, tuple)):
        return type(value)(received(conversation, item) for item in value)
    if isinstance(value, dict):
        return {key: received(conversation, item) for key, item in value.items()}
    return value


def _rows(answer: Any, types: tuple[type, ...]) -> list[list[Any]]:
    """The rows of an answer that have the promised types; an answer is the student's word and may be anything."""
    return [
        row
        for row in listed(answer)
        if isinstance(row, list) and len(row) == len(types) and all(map(isinstance, row, types))
    ]


def _optional_tensors(answer: Any) -> list[torch.Tensor | None]:
    return [value if isinstance(value, torch.Tensor) else None for value in listed(answer)]
