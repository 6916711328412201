"""Which device student code computes on: asked here, in the process where that code runs, and nowhere else.

To ask whether there is a GPU starts the driver, and with it a thread, which no fork survives: so nobody asks in
the process that workers are forked from, nor in the grader.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch

#: From a device's name to why it cannot be computed on.
Reasons = dict[str, str]
#: Whose attribute, its name, and what stands in for it.
StandIn = tuple[Any, str, Callable[..., Any]]

# the last are what the others ask in the end, and what they are asked by name in other modules
_QUESTIONS: tuple[tuple[str, str, object], ...] = (
    ("cuda", "is_available", False),
    ("cuda", "device_count", 0),
    ("xpu", "is_available", False),
    ("xpu", "device_count", 0),
    ("mtia", "is_available", False),
    ("backends.mps", "is_available", False),
    ("accelerator", "is_available", False),
    ("accelerator", "device_count", 0),
    ("accelerator", "current_accelerator", None),
    ("_C", "_cuda_getDeviceCount", 0),
    ("_C", "_xpu_getDeviceCount", 0),
    ("_C", "_mps_is_available", False),
    ("_C", "_accelerator_getAccelerator", None),
)


def computes_on() -> tuple[str, Reasons]:
    """The device that this process computes on: CUDA, then MPS, then the CPU; and why none before it.

    Each is tried: a sandbox, or another process that holds its memory, may keep a GPU from being used.
    """
    reasons: Reasons = {}
    for name, is_available in (("cuda", torch.cuda.is_available), ("mps", torch.backends.mps.is_available)):
        try:
            with warnings.catch_warnings(record=True) as said:  # torch warns of a driver that it cannot start
                warnings.simplefilter("always")
                if is_available():
                    torch.ones(1, device=name).add(1).item()
                    return name, reasons
            reasons[name] = _in_a_line(f"torch {torch.__version__} finds none", *(w.message for w in said))
        except Exception as error:  # whatever it is, nothing can be computed there
            reasons[name] = _in_a_line(error) or type(error).__name__
    return "cpu", reasons


def _in_a_line(*words: object) -> str:
    return " ".join(": ".join(map(str, words)).split())[:300]


@contextmanager
def standing_in(stand_ins: Sequence[StandIn]) -> Iterator[None]:
    """Inside, these stand in for what their owners have; afterwards all is as it was."""
    saved = [(owner, name, getattr(owner, name)) for owner, name, _ in stand_ins]
    for owner, name, stand_in in stand_ins:
        setattr(owner, name, stand_in)
    try:
        yield
    finally:
        for owner, name, original in saved:
            setattr(owner, name, original)


@contextmanager
def unasked() -> Iterator[None]:
    """Inside, whoever asks for a GPU is told that there is none, and no driver is started to find out."""
    with standing_in(list(_answered_no())):
        yield


def hide() -> None:
    """From now on there is no GPU in this process and its children. Before anything has asked for one."""
    os.environ |= {"CUDA_VISIBLE_DEVICES": "-1", "HIP_VISIBLE_DEVICES": "-1"}
    for owner, name, no in _answered_no():
        setattr(owner, name, no)


def _answered_no() -> Iterator[StandIn]:
    """The questions that this version and build of torch has, and functions that answer each with "no"."""
    for place, name, answer in _QUESTIONS:
        owner: Any = torch
        for part in place.split("."):
            owner = getattr(owner, part, None)
        if hasattr(owner, name):
            yield owner, name, _always(answer)


def _always(answer: object) -> Callable[..., object]:
    return lambda *_, **__: answer
