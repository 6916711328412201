"""Random inputs for checks: reproducible at home, unpredictable when graded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import torch

Drawn = TypeVar("Drawn")

#: The seed of checks run at home; graders use the course's secret salt instead.
PUBLIC_SEED = "public"
#: What was made from which state of a generator, and the state in which that left it.
_MADE: dict[tuple[Hashable, ...], tuple[Any, torch.Tensor]] = {}
_MOST_MADE = 1000


def students_seed(seed: str, name: str) -> int:
    """What a check starts the student's own random generators from: a number of 63 bits.

    Student code can see it. It tells nothing of the course's secret, nor of the check's own random numbers: it is
    a digest of them of another kind than the one that `Rng` starts from, and neither can be turned back.
    """
    digest = hashlib.blake2b(f"{seed}\0{name}".encode(), digest_size=8, person=b"student").digest()
    return int.from_bytes(digest, "big") >> 1


class Rng:
    """A source of random tensors whose numbers depend on a seed and on the name of the check."""

    def __init__(self, seed: str, name: str) -> None:
        digest = hashlib.blake2b(f"{seed}\0{name}".encode(), digest_size=8).digest()
        self._generator = torch.Generator().manual_seed(int.from_bytes(digest, "big") >> 1)

    def normal(self, *shape: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
        """Standard normal values of the given shape."""
        return torch.randn(shape, generator=self._generator, dtype=dtype)

    def uniform(
        self, *shape: int, low: float = -1.0, high: float = 1.0, dtype: torch.dtype = torch.float32
    ) -> torch.Tensor:
        """Values uniform in [low, high)."""
        return low + (high - low) * torch.rand(shape, generator=self._generator, dtype=dtype)

    def integers(self, low: int, high: int, *shape: int) -> torch.Tensor:
        """int64 values in low, ..., high - 1."""
        return torch.randint(low, high, shape, generator=self._generator)

    def permutation(self, n: int) -> torch.Tensor:
        """A permutation of 0, ..., n - 1."""
        return torch.randperm(n, generator=self._generator)

    def once(self, make: Callable[[], Drawn], *name: Hashable) -> Drawn:
        """What `make` makes of this source, computed once for the many submissions that meet the same numbers.

        name: tells it from other things that are made here from the same state. The result must not be changed.
        """
        state = self._generator.get_state()
        key = (hashlib.blake2b(state.numpy().tobytes()).digest(), *name)
        if key not in _MADE:
            made = make()
            if len(_MADE) >= _MOST_MADE:
                _MADE.clear()
            _MADE[key] = made, self._generator.get_state()
        result: Drawn
        result, after = _MADE[key]
        self._generator.set_state(after)
        return result
