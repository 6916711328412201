"""What code anywhere in a process can set for all of it, and a verdict must not depend on.

A check meets torch and matplotlib as they are shipped, whatever a demonstration further up has set; in a student's
own notebook all of it is afterwards as it was, and so are the random generators.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import numpy as np
import torch

#: Settings of matplotlib's that belong to where it runs, and not to how a figure looks.
_OF_THE_PLACE = {
    "backend",
    "backend_fallback",
    "interactive",
    "toolbar",
    "timezone",
    "webagg.port",
    "webagg.address",
}


@dataclass(frozen=True)
class Generators:
    """The state of the random generators that student code may draw from without making one."""

    torch: torch.Tensor
    python: Any
    numpy: Any

    @classmethod
    def now(cls) -> Generators:
        """Their state at this moment."""
        return cls(torch.get_rng_state(), random.getstate(), np.random.get_state())

    def restore(self) -> None:
        """Put them back."""
        torch.set_rng_state(self.torch)
        random.setstate(self.python)
        np.random.set_state(self.numpy)


@contextmanager
def shipped() -> Iterator[None]:
    """Inside, torch and matplotlib are set as they are shipped; afterwards as they were."""
    dtype, grad, anomaly = torch.get_default_dtype(), torch.is_grad_enabled(), torch.is_anomaly_enabled()
    deterministic = torch.are_deterministic_algorithms_enabled()
    warn_only = torch.is_deterministic_algorithms_warn_only_enabled()
    params: Any = mpl.rcParams  # its type lists every setting by name
    default: Any = mpl.rcParamsDefault
    looks = _looks()
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    if deterministic:  # else not asked: it imports a compiler, which takes seconds
        torch.use_deterministic_algorithms(False)
    params.update({name: default[name] for name in looks})
    try:
        yield
    finally:
        torch.set_default_dtype(dtype)
        torch.set_grad_enabled(grad)
        torch.autograd.set_detect_anomaly(anomaly)
        if deterministic:
            torch.use_deterministic_algorithms(True, warn_only=warn_only)
        params.update(looks)


def _looks() -> dict[str, Any]:
    """The settings of matplotlib's that are not as shipped."""
    default: Any = mpl.rcParamsDefault
    items = ((name, value) for name, value in dict.items(mpl.rcParams) if name not in _OF_THE_PLACE)
    return {name: value for name, value in items if value != dict.get(default, name)}
