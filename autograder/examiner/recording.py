"""What crosses between the checks and a submission, kept while the checks run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch

from autograder.failures import Failure, StudentError
from autograder.wire.messages import Reply, Request

#: Elements of a tensor that are kept, and of all that came with one reply: what comes back may be of any size.
TENSOR, _REPLY = 512, 20_000
#: Items of a list, and characters of a text.
ITEMS, _TEXT = 200, 200


@dataclass(frozen=True)
class Cut:
    """What is kept of a long list: its start, and how many items it had."""

    start: list[Any]
    length: int


@dataclass(frozen=True)
class Sample:
    """What is kept of a large tensor: elements at equal distances, in order."""

    shape: tuple[int, ...]
    values: torch.Tensor


@dataclass(frozen=True)
class Exchange:
    """A request, and what came of it: the parts of the reply, or the name of an exception."""

    request: Mapping[str, Any]
    reply: Mapping[str, Any] | None
    error: str = ""


@dataclass
class Try:
    """One run of a check; with_kits: whether the kit's versions stood in for what the exercise calls."""

    with_kits: bool
    exchanges: list[Exchange] = field(default_factory=list)

    def heard(self, request: Request, answer: Reply | Failure) -> None:
        """Keep what came of a request, be it asked for this check or for one before that shares it."""
        if isinstance(answer, Failure):
            name = answer.type_name if isinstance(answer, StudentError) else type(answer).__name__
            self.exchanges.append(Exchange(request, None, name))
            return
        room = _Room()
        kept = {str(key)[:_TEXT]: room.kept(part) for key, part in answer.items()}
        self.exchanges.append(Exchange(request, kept))


class Record:
    """What was said in each run of each check of a submission."""

    def __init__(self) -> None:
        self._tries: dict[str, list[Try]] = {}

    def begin(self, check: str, *, with_kits: bool) -> Try:
        """A check runs from its first line: what it hears is added to what comes back."""
        started = Try(with_kits)
        self._tries.setdefault(check, []).append(started)
        return started

    def tries(self, check: str) -> list[Try]:
        """The runs of a check, in order."""
        return self._tries.get(check, [])


class _Room:
    """Room for what is kept of one reply."""

    def __init__(self) -> None:
        self._left = _REPLY

    def kept(self, value: Any) -> Any:
        """The value, or the start of it where it is large; tensors of a usual size are not copied."""
        if isinstance(value, torch.Tensor):
            self._left -= min(value.numel(), TENSOR)
            return value if value.numel() <= TENSOR else _sample(value)
        self._left -= 1
        if isinstance(value, str):
            return value[:_TEXT]
        if isinstance(value, (list, tuple)):
            items = [self.kept(item) for item in value[:ITEMS] if self._left > 0]
            return type(value)(items) if len(items) == len(value) else Cut(items, len(value))
        if isinstance(value, dict):
            return {key: self.kept(item) for key, item in list(value.items())[:ITEMS] if self._left > 0}
        return value


def _sample(value: torch.Tensor) -> Sample:
    flat = value.detach().flatten()
    step = -(-flat.numel() // TENSOR)
    return Sample(tuple(value.shape), flat[::step].clone())
