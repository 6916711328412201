"""The random generators that student code may draw from without making one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch


@dataclass(frozen=True)
class Generators:
    """Their states: for each generator, how to set it, and to what."""

    states: tuple[tuple[Callable[[Any], Any], Any], ...]

    @classmethod
    def now(cls) -> Generators:
        """Their states at this moment."""
        states: list[tuple[Callable[[Any], Any], Any]] = [
            (torch.set_rng_state, torch.get_rng_state()),
            (random.setstate, random.getstate()),
            (np.random.set_state, np.random.get_state()),
        ]
        if torch.cuda.is_initialized():
            states.append((torch.cuda.set_rng_state_all, torch.cuda.get_rng_state_all()))
        elif torch.backends.cuda.is_built():  # what it starts from when it is used for the first time
            states.append((torch.cuda.manual_seed_all, torch.initial_seed()))
        if torch.backends.mps.is_available():
            states.append((torch.mps.set_rng_state, torch.mps.get_rng_state()))
        return cls(tuple(states))

    def restore(self) -> None:
        """Put them back."""
        for put, state in self.states:
            put(state)


def start(number: int | None) -> None:
    """Start all of them anew, on every device, from a number of at most 63 bits; with None they go on."""
    if number is None:
        return
    random.seed(number)
    np.random.seed(number % 2**32)
    if torch.backends.cuda.is_built() or torch.backends.mps.is_built():
        torch.manual_seed(number)
    else:  # the same for the one device there is, in a hundredth of the time
        torch.default_generator.manual_seed(number)
