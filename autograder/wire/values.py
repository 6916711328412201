"""What may cross the seam between a check and student code.

None, bool, int, float, str, torch.device, lists, tuples, dicts with string keys and dense tensors
cross as copies.
Anything that lives on the student's side crosses as a `Handle`; anything else as a `Foreign` description.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

#: Element types that cross; each keeps its bits, nan payloads and infinities included.
DTYPES: dict[str, torch.dtype] = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}

#: What computes: the kinds of device that a tensor may come from.
DEVICES = ("cpu", "cuda", "mps")

#: Integers outside this range are described, not sent: JSON readers disagree about them.
INT_BOUND = 2**63


#: Where a tensor remembers the device that it was on.
_THERE = "_autograder_device"


@dataclass(frozen=True)
class Handle:
    """A reference to an object on the student's side.

    `kind` is "module", "figure", "instance", "parameters", "generator", "criterion", "optimizer",
    "loader" or "graph"; `type_name` is the name of its class, for messages.
    """

    id: int
    kind: str
    type_name: str = ""


@dataclass(frozen=True)
class Foreign:
    """A value that does not cross: only the name of its type and the start of its repr do."""

    type_name: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.type_name} ({self.text})" if self.text else self.type_name


@dataclass(frozen=True)
class Bounds:
    """The most that one frame may hold; checked before memory is allocated for it."""

    frame_bytes: int = 64 * 2**20
    header_bytes: int = 4 * 2**20
    tensors: int = 256
    rank: int = 16
    elements: int = 8 * 2**20
    items: int = 100_000
    string: int = 2**20
    depth: int = 24


BOUNDS = Bounds()


def is_a(value: object, *kinds: type) -> bool:
    """Whether the type of the value is, or derives from, one of these.

    `isinstance` would believe what an object says of itself in `__class__`.
    """
    return issubclass(type(value), kinds)


def device_of(tensor: torch.Tensor) -> torch.device:
    """Where a tensor is; of one from the student's side, which is on the CPU here, where it was there."""
    there = getattr(tensor, _THERE, None)
    return there if isinstance(there, torch.device) else tensor.device


def said_to_be_on(tensor: torch.Tensor, device: torch.device) -> torch.Tensor:
    """The same tensor, which remembers that it was there."""
    if device.type != "cpu":
        setattr(tensor, _THERE, device)
    return tensor


def crosses(tensor: torch.Tensor) -> bool:
    """Whether a tensor can be sent as it is: dense, of an allowed element type, and with data."""
    return tensor.layout is torch.strided and tensor.dtype in DTYPES.values() and tensor.device.type != "meta"
