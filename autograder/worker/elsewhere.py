"""A tensor that says it is on another device, to tell which code makes its constants on the CPU.

The device is "meta", which exists everywhere. torch's own tensors there would do, but the first operation on one
imports torch's compiler, which takes as long as torch itself; so the numbers are here, and the CPU computes with
them. What looks at the numbers is refused, as it is on "meta".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_map_only

_META = torch.device("meta")
#: What cannot be done without numbers, and what changes the shape of the tensor itself.
_REFUSED = {torch.Tag.data_dependent_output, torch.Tag.dynamic_output_shape, torch.Tag.inplace_view}
_INDEXING = ("index", "index_put", "index_put_", "_index_put_impl_")


class Elsewhere(torch.Tensor):
    """A tensor on the device "meta" whose numbers are `here`, for functions that are called by `followed`.

    Source: wrapper tensors, in torch's notes on extending it.
    """

    here: torch.Tensor

    @staticmethod
    def __new__(cls, here: torch.Tensor) -> Elsewhere:
        layout = (here.shape, here.stride(), here.storage_offset())
        made: Elsewhere = cls._make_wrapper_subclass(cls, *layout, dtype=here.dtype, device=_META)
        made.here = here
        return made

    @classmethod
    def __torch_function__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        with torch._C.DisableTorchFunctionSubclass():
            return func(*args, **(kwargs or {}))

    @classmethod
    def __torch_dispatch__(  # type: ignore[override]  # torch declares it without its first parameter
        cls, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        return _computed(func, args, kwargs or {})


def followed(function: Callable[..., Any], inputs: Iterable[object]) -> Callable[..., Any]:
    """The function, ready to be called with these; what it makes on the device of an `Elsewhere` is there, too."""
    if not any(isinstance(value, Elsewhere) for value in inputs):
        return function

    def call(*args: Any, **kwargs: Any) -> Any:
        with _There():  # type: ignore[no-untyped-call]  # torch leaves it untyped
            result = function(*args, **kwargs)
        if type(result) is not Elsewhere:
            return result
        return torch.empty_strided(result.shape, result.stride(), dtype=result.dtype, device=_META)

    return call


class _Computing:
    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _computed(func, args, kwargs or {})


class _There(_Computing, TorchDispatchMode):
    """Where such tensors are computed with; it also sees what is made there of nothing, as by torch.zeros.

    Its method is inherited: around one of its own torch puts its compiler. Without the mode, the first operation
    on a class of tensors would import what torch has for tensors that are distributed.
    """


def _computed(func: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """What an operator gives: on "meta" where it was asked to, or one of its tensors is there."""
    tensors: list[torch.Tensor] = []
    tree_map_only(torch.Tensor, tensors.append, (args, kwargs))
    is_there = any(tensor.is_meta for tensor in tensors)
    device = torch.device(kwargs.get("device") or (_META if is_there else "cpu"))
    if not is_there and device != _META:
        return func(*args, **kwargs)
    if is_there:
        _refuse(func, args, device, tensors)
    words = {**kwargs, "device": torch.device("cpu")} if "device" in kwargs else kwargs
    here, words = tree_map_only(torch.Tensor, _here, (args, words))
    result = func(*here, **words)
    written = _written(func, args, kwargs)
    if written:
        return written[0] if isinstance(result, torch.Tensor) else result and type(result)(written)
    return tree_map_only(torch.Tensor, Elsewhere, result) if device == _META else result


def _here(tensor: torch.Tensor) -> torch.Tensor:
    """What is computed with: of torch's own tensors on "meta", which have no numbers, any will do."""
    if isinstance(tensor, Elsewhere):
        return tensor.here
    return torch.zeros(tensor.shape, dtype=tensor.dtype, device="cpu") if tensor.is_meta else tensor


def _refuse(func: Any, args: Sequence[Any], device: torch.device, tensors: Sequence[torch.Tensor]) -> None:
    """Raise what torch raises where a tensor on "meta" meets one on the CPU, or its numbers are asked for."""
    name = func.overloadpacket.__name__
    if (name == "copy_" and not args[0].is_meta) or (name == "_to_copy" and device != _META):
        raise NotImplementedError("Cannot copy out of meta tensor; no data!")
    indices = [index for index in args[1] if index is not None] if name in _INDEXING else []
    masks = any(index.dtype in (torch.bool, torch.uint8) for index in indices)
    if (masks and name == "index") or (not indices and _REFUSED & set(func.tags)):
        raise NotImplementedError(f"{name}: a tensor on the device meta has no numbers")
    met = [tensor for tensor in tensors if not any(tensor is index for index in indices)]
    if name != "copy_" and any(tensor.dim() and not tensor.is_meta for tensor in met):
        raise RuntimeError("Expected all tensors to be on the same device, but found at least two: meta and cpu!")


def _written(func: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
    """The arguments that an operator writes to, such as the tensor of one in place."""
    found = []
    for place, argument in enumerate(func._schema.arguments):
        if argument.alias_info is not None and argument.alias_info.is_write:
            found.append(args[place] if place < len(args) else kwargs.get(argument.name))
    return found
