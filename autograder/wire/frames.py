"""Frames: a length prefix, then a `safetensors` blob whose metadata holds the message as JSON.

Nothing is ever unpickled. A frame is checked against `Bounds` from its header alone, before memory is
allocated for its tensors; what does not fit raises `WireError`, whatever the bytes were.
"""

from __future__ import annotations

import json
import math
import re
import socket
import struct
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import safetensors.torch
import torch

from autograder.wire.values import (
    BOUNDS,
    DEVICES,
    DTYPES,
    INT_BOUND,
    Bounds,
    Foreign,
    Handle,
    crosses,
    device_of,
    is_a,
    said_to_be_on,
)

Message = dict[str, Any]
#: When an exchange must be done: a `time.monotonic()` value, or what says how many seconds it has left.
Deadline = float | Callable[[], float]
Result = TypeVar("Result")

_LENGTH = struct.Struct("<Q")
# possessive, and content with an unclosed string: linear in the length of whatever was sent
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


class WireError(Exception):
    """A frame that is malformed, oversized or late, or a peer that is gone."""


class WireTimeout(WireError):
    """The deadline of an exchange passed."""


class WireClosed(WireError):
    """The other side closed the connection."""


def encode(message: Mapping[str, object], bounds: Bounds = BOUNDS) -> bytes:
    """The blob of a message: a dict of the values described in `autograder.wire.values`."""
    tensors: dict[str, torch.Tensor] = {}
    text = json.dumps(_pack(message, tensors, iter(range(bounds.items)), bounds), separators=(",", ":"))
    blob = safetensors.torch.save(tensors, {"message": text})
    if len(text) > bounds.header_bytes or len(tensors) > bounds.tensors or len(blob) > bounds.frame_bytes:
        raise WireError(f"a message of {len(blob):,} bytes and {len(tensors)} tensors is too large to send")
    return blob


def decode(blob: bytes, bounds: Bounds = BOUNDS, *, placed: bool = False) -> Message:
    """The message of a blob; raises `WireError` for anything but a well-formed blob within bounds.

    placed: put each tensor on the device that it was on, as on the student's side. Else it is on the CPU and
    remembers that (`device_of`): the grader never starts the driver of a GPU.
    """
    try:
        text = _checked_header(blob, bounds)
        plain = _parse_json(text, bounds)
        tensors = safetensors.torch.load(blob)
        message = _unpack(plain, tensors, iter(range(bounds.items)), bounds, placed)
    except WireError:
        raise
    except Exception as error:  # any malformed byte is the sender's failure, never an exception of ours
        raise WireError(f"a malformed frame: {type(error).__name__}") from error
    if not isinstance(message, dict):
        raise WireError("a frame whose message is not a dict")
    return message


def send(sock: socket.socket, message: Mapping[str, object], deadline: Deadline) -> None:
    """Send one frame before `deadline`."""
    blob = encode(message)
    rest = memoryview(_LENGTH.pack(len(blob)) + blob)
    while rest:
        rest = rest[_before(deadline, sock, partial(sock.send, rest)) :]


def receive(sock: socket.socket, deadline: Deadline, *, placed: bool = False) -> Message:
    """Receive one frame before `deadline`; its length is checked before any of it is read."""
    (length,) = _LENGTH.unpack(_read(sock, _LENGTH.size, deadline))
    if length > BOUNDS.frame_bytes:
        raise WireError(f"a frame of {length:,} bytes; at most {BOUNDS.frame_bytes:,} are allowed")
    return decode(_read(sock, length, deadline), placed=placed)


def _read(sock: socket.socket, size: int, deadline: Deadline) -> bytes:
    chunks = bytearray()
    while len(chunks) < size:
        chunk = _before(deadline, sock, partial(sock.recv, min(size - len(chunks), 2**18)))
        if not chunk:
            raise WireClosed("the other side closed the connection")
        chunks += chunk
    return bytes(chunks)


def _before(deadline: Deadline, sock: socket.socket, act: Callable[[], Result]) -> Result:
    """What one call on a socket gives, tried until the deadline, which may be put off while it waits."""
    while (left := deadline() if callable(deadline) else deadline - time.monotonic()) > 0:
        sock.settimeout(min(left, 1e6) if math.isfinite(left) else None)
        try:
            return act()
        except TimeoutError:
            continue
        except OSError as error:
            raise WireClosed("the connection broke") from error
    raise WireTimeout("no answer in time")


def _checked_header(blob: bytes, bounds: Bounds) -> str:
    """The JSON text of a blob, after its tensors' dtypes, ranks and sizes were found within bounds."""
    (length,) = _LENGTH.unpack_from(blob)
    if length > bounds.header_bytes + 4096 * bounds.tensors or length > len(blob) - _LENGTH.size:
        raise WireError("a frame whose header is longer than allowed")
    header = _parse_json(blob[_LENGTH.size : _LENGTH.size + length].decode("utf-8"), bounds, depth=4)
    metadata = header.pop("__metadata__")
    if len(header) > bounds.tensors:
        raise WireError(f"a frame with {len(header)} tensors; at most {bounds.tensors} are allowed")
    for entry in header.values():
        shape = entry["shape"]
        if entry["dtype"] not in DTYPES or len(shape) > bounds.rank:
            raise WireError("a tensor of an element type or rank that is not allowed")
        if any(type(n) is not int or n < 0 for n in shape) or _size(shape) > bounds.elements:
            raise WireError(f"a tensor of shape {shape}; at most {bounds.elements:,} elements are allowed")
    text: str = metadata["message"]
    if len(text) > bounds.header_bytes:
        raise WireError("a frame whose message is longer than allowed")
    return text


def _size(shape: Sequence[int]) -> int:
    """The number of elements, where a dimension of 0 counts as 1: `tolist()` of (10**9, 0) is a long list."""
    return math.prod(max(n, 1) for n in shape)


def _parse_json(text: str, bounds: Bounds, depth: int | None = None) -> Any:
    level = 0
    for bracket in re.finditer(r"[\[\]{}]", _STRING.sub("", text)):
        level += 1 if bracket[0] in "[{" else -1
        if level > (depth or 4 * bounds.depth):
            raise WireError("a frame whose message is nested too deeply")
    return json.loads(text)


def _pack(
    value: Any, tensors: dict[str, torch.Tensor], count: Iterator[int], bounds: Bounds, depth: int = 0
) -> Any:
    if next(count, None) is None:
        raise WireError(f"a message of more than {bounds.items:,} items is too large to send")
    if depth > bounds.depth:
        return {"foreign": [type(value).__name__, "nested too deeply"]}
    if value is None or is_a(value, bool):
        return value
    if is_a(value, torch.Tensor):
        return _pack_tensor(value, tensors, bounds)
    if is_a(value, int):
        number = int(value)
        return number if abs(number) < INT_BOUND else {"foreign": ["int", "too large"]}
    if is_a(value, float):
        return float(value)
    if is_a(value, str):
        return str(value)[: bounds.string]
    if is_a(value, torch.device):
        return {"device": str(value)}
    if is_a(value, Handle):
        return {"handle": [value.id, value.kind, value.type_name]}
    if is_a(value, Foreign):
        return {"foreign": [value.type_name[:200], value.text[:2000]]}
    if is_a(value, list, tuple):
        tag = "list" if is_a(value, list) else "tuple"
        if len(value) > bounds.items:
            return {"foreign": [tag, f"of {len(value):,} items"]}
        return {tag: [_pack(item, tensors, count, bounds, depth + 1) for item in value]}
    if is_a(value, dict) and len(value) <= bounds.items and all(is_a(key, str) for key in value):
        return {"dict": {str(key): _pack(item, tensors, count, bounds, depth + 1) for key, item in value.items()}}
    return {"foreign": [type(value).__name__, ""]}


def _pack_tensor(value: torch.Tensor, tensors: dict[str, torch.Tensor], bounds: Bounds) -> Any:
    if not crosses(value) or _size(value.shape) > bounds.elements or value.dim() > bounds.rank:
        return {"foreign": ["torch.Tensor", f"{value.dtype}, {value.layout}, shape {tuple(value.shape)}"]}
    if len(tensors) >= bounds.tensors:
        return {"foreign": ["torch.Tensor", f"one of more than {bounds.tensors} tensors"]}
    name = str(len(tensors))
    plain = value.detach()
    # clone: safetensors refuses tensors that share memory, and a copy is what crosses anyway
    tensors[name] = plain.to("cpu").clone(memory_format=torch.contiguous_format)
    # what is a transposed view there is one here too, so that code which needs contiguous memory is found out
    order = sorted(range(plain.dim()), key=plain.stride().__getitem__, reverse=True)
    return {"tensor": [name, str(device_of(value)), bool(value.requires_grad), order]}


def _unpack(
    value: Any, tensors: dict[str, torch.Tensor], count: Iterator[int], bounds: Bounds, placed: bool
) -> Any:
    if next(count, None) is None:
        raise WireError(f"a frame with more than {bounds.items:,} items")
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int) and abs(value) < INT_BOUND:
        return value
    if isinstance(value, str) and len(value) <= bounds.string:
        return _written(value)
    if not isinstance(value, dict) or len(value) != 1:
        raise WireError("a frame with a value of no known form")
    ((tag, body),) = value.items()
    if tag in ("list", "tuple") and isinstance(body, list):
        items = [_unpack(item, tensors, count, bounds, placed) for item in body]
        return items if tag == "list" else tuple(items)
    if tag == "dict":
        return {_written(key): _unpack(item, tensors, count, bounds, placed) for key, item in body.items()}
    return _unpack_leaf(tag, body, tensors, placed)


def _unpack_leaf(tag: str, body: Any, tensors: dict[str, torch.Tensor], placed: bool) -> Any:
    if tag == "tensor":
        name, device, requires_grad, order = body
        tensor = _laid_out(tensors.pop(name), order)  # a second mention would be a second copy in memory
        if device != "cpu":
            there = _device(device)
            tensor = tensor.to(there) if placed else said_to_be_on(tensor, there)
        return tensor.requires_grad_(True) if requires_grad is True and tensor.is_floating_point() else tensor
    if tag == "device":
        return _device(body)
    if tag == "handle":
        number, kind, type_name = body
        if type(number) is int and isinstance(kind, str) and isinstance(type_name, str):
            return Handle(number, _written(kind), _written(type_name))
    if tag == "foreign":
        type_name, text = body
        if isinstance(type_name, str) and isinstance(text, str):
            return Foreign(_written(type_name), _written(text))
    raise WireError("a frame with a value of no known form")


def _written(text: str) -> str:
    """The text without lone surrogates: no file and no terminal could take them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _laid_out(tensor: torch.Tensor, order: Any) -> torch.Tensor:
    """The same values, with the dimensions in memory in this order, the one with the largest stride first."""
    dims = list(range(tensor.dim()))
    if not isinstance(order, list) or any(type(dim) is not int for dim in order) or sorted(order) != dims:
        raise WireError("a tensor whose layout is no order of its dimensions")
    if order == dims:
        return tensor
    return tensor.permute(order).contiguous().permute([order.index(dim) for dim in dims])


def _device(name: str) -> torch.device:
    device = torch.device(name)
    if device.type not in DEVICES:
        raise WireError(f"a device of no known kind: {name[:40]}")
    return device
