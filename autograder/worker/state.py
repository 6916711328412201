"""What code anywhere in a process can set for all of it, and a verdict must not depend on.

A check meets torch, numpy, matplotlib and the filters of warnings as they are shipped, whatever a demonstration
further up has set; in a student's own notebook all of it is afterwards as it was.

What changes no verdict is let alone: how numbers are printed, mkldnn and the number of threads (rounding), and the
recursion limit, which a submission may need.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
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
_NUMPYS_ERRORS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_CPU = torch.device("cpu")
#: All of matplotlib's settings, as last found unchanged: to compare them with the shipped ones one by one is slow.
_unchanged: dict[str, Any] = {}


def _matmul_precision() -> str:
    try:
        return torch.get_float32_matmul_precision()
    except RuntimeError:  # it was set for each backend, by newer names
        return "highest"


def _flushes() -> bool:
    """Whether this processor takes numbers nearly zero for zero; torch has no question for it."""
    return sys.float_info.min * 0.5 == 0.0


#: How to ask, how to set, and what is shipped.
_SETTINGS: tuple[tuple[Callable[[], Any], Callable[[Any], Any], Any], ...] = (
    (torch.get_default_dtype, torch.set_default_dtype, torch.float32),
    (torch.is_grad_enabled, torch.set_grad_enabled, True),
    (torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly, False),
    (_matmul_precision, torch.set_float32_matmul_precision, "highest"),
    (
        partial(torch.is_autocast_enabled, "cpu"),
        partial(torch.set_autocast_enabled, "cpu"),
        False,
    ),
    (_flushes, torch.set_flush_denormal, False),
    (np.geterr, lambda kinds: np.seterr(**kinds), _NUMPYS_ERRORS),
)


@contextmanager
def shipped() -> Iterator[None]:
    """Inside, torch, numpy, matplotlib and the warnings are as they are shipped; afterwards as they were."""
    with ExitStack() as put_back:
        if torch.is_inference_mode_enabled():
            put_back.enter_context(torch.inference_mode(False))
        if any(action == "error" for action, *_ in warnings.filters):
            # a warning is no exception, whatever filter says so; each is told as where there are no filters
            put_back.enter_context(warnings.catch_warnings())
            warnings.resetwarnings()
        device = torch.get_default_device()
        put_back.callback(_set_device_again, device)
        if device != _CPU:  # put around it, not set: it may itself be `with torch.device(...)`
            put_back.enter_context(_CPU)
        put_back.callback(_set_again, [ask() for ask, _, _ in _SETTINGS])
        _set_again([value for _, _, value in _SETTINGS])
        if torch.are_deterministic_algorithms_enabled():  # else not asked: it imports a compiler, for seconds
            again = partial(torch.use_deterministic_algorithms, True)
            put_back.callback(again, warn_only=torch.is_deterministic_algorithms_warn_only_enabled())
            torch.use_deterministic_algorithms(False)
        put_back.callback(_set_looks, _looks())
        _set_looks({})
        yield


def _set_again(values: list[Any]) -> None:
    for (ask, set_it, _), value in zip(_SETTINGS, values, strict=True):
        if ask() != value:
            set_it(value)


def _set_device_again(device: torch.device) -> None:
    if torch.get_default_device() != device:
        torch.set_default_device(None if device == _CPU else device)


def _set_looks(looks: dict[str, Any]) -> None:
    params: Any = mpl.rcParams  # its type lists every setting by name
    default: Any = mpl.rcParamsDefault
    params.update({name: default[name] for name in _looks()} | looks)


def _looks() -> dict[str, Any]:
    """The settings of matplotlib's that are not as shipped."""
    global _unchanged
    if dict.__eq__(mpl.rcParams, _unchanged) is True:
        return {}
    default: Any = mpl.rcParamsDefault
    items = ((name, value) for name, value in dict.items(mpl.rcParams) if name not in _OF_THE_PLACE)
    looks: dict[str, Any] = {name: value for name, value in items if value != dict.get(default, name)}
    if not looks:
        every: Any = dict.items(mpl.rcParams)
        _unchanged = {name: list(value) if isinstance(value, list) else value for name, value in every}
    return looks
