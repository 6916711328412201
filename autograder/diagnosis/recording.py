"""What crosses between the checks and a submission, kept while the checks run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Unpack

import torch

from autograder.channel.protocol import Channel
from autograder.failures import Failure, StudentError, TimeSpent
from autograder.rng import students_seed
from autograder.wire.messages import Options, Reply, Request

#: Elements of a tensor that are kept, and of all that came with one reply: what comes back may be of any size.
TENSOR, _REPLY = 512, 20_000
#: Items of a list, and characters of a text.
ITEMS, _TEXT = 200, 200
#: What is no answer to a question of the check's.
_ASIDE = ("device", "source", "forget", "replace")


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
    """One run of a check: the seed that it began with, and whether the kit's siblings stood in."""

    seed: int
    with_kits: bool
    exchanges: list[Exchange] = field(default_factory=list)


class Recorder:
    """A channel that passes everything on to another one, and keeps it.

    The first request of each run of a check brings the check's own seed: that tells the runs apart.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._tries: list[Try] = []
        self._with_kits = False

    def tries(self, seed: str, check: str) -> list[Try]:
        """The runs of a check, in order; seed: of the random inputs."""
        number = students_seed(seed, check)
        return [found for found in self._tries if found.seed == number]

    @property
    def sandbox(self) -> str:
        return self._channel.sandbox

    @property
    def apart(self) -> bool:
        return self._channel.apart

    @property
    def generation(self) -> int:
        return self._channel.generation

    @property
    def began(self) -> float | None:
        return self._channel.began

    @property
    def device(self) -> str:
        return self._channel.device

    @device.setter
    def device(self, device: str) -> None:
        self._channel.device = device

    def spent(self) -> TimeSpent | None:
        return self._channel.spent()

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        seed = options.get("seed")
        if seed is not None:
            self._tries.append(Try(seed, self._with_kits))
        try:
            reply = self._channel.ask(request, timeout, **options)
        except Failure as error:
            self._keep(request, None, error.type_name if isinstance(error, StudentError) else type(error).__name__)
            raise
        self._keep(request, reply)
        return reply

    def source(self) -> str:
        return self._channel.source()

    def troubles(self) -> list[str]:
        return self._channel.troubles()

    def crashes(self) -> list[str]:
        return self._channel.crashes()

    def forget(self) -> None:
        self._channel.forget()

    def renew(self) -> None:
        self._with_kits = False
        self._channel.renew()

    def _keep(self, request: Request, reply: Reply | None, error: str = "") -> None:
        if request["op"] == "replace":
            self._with_kits = True
        if request["op"] in _ASIDE or not self._tries:
            return
        room = _Room()
        kept = None if reply is None else {str(key)[:_TEXT]: room.kept(part) for key, part in reply.items()}
        self._tries[-1].exchanges.append(Exchange(request, kept, error))


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
            items = []
            for item in value[:ITEMS]:
                if self._left <= 0:
                    break
                items.append(self.kept(item))
            return type(value)(items) if len(items) == len(value) else Cut(items, len(value))
        if isinstance(value, dict):
            return {key: self.kept(item) for key, item in list(value.items())[:ITEMS] if self._left > 0}
        return value


def _sample(value: torch.Tensor) -> Sample:
    flat = value.detach().flatten()
    step = -(-flat.numel() // TENSOR)
    return Sample(tuple(value.shape), flat[::step].clone())
