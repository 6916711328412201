"""What lies behind an exception whose own words would lead a student astray."""

from __future__ import annotations

import re

_NUMPY_CALL = re.compile(r"\b(np|numpy)\.(?:\w+\.)*(\w+)\s*\(")
_MATH_CALL = re.compile(r"\bmath\.(\w+)\s*\(")
_DRAWING = re.compile(r"\b(?:plt|axe?s?\w*)\b.*\.|\.(?:plot|scatter|semilogy|bar)\(")
_WITHOUT_OVERWRITING = (
    "the gradient needs a value that was overwritten, as by `x -= ...`, `x[...] = ...` or `x.exp_()`: "
    "make a new tensor instead"
)


def told(message: str, where: str) -> str:
    """The message of an exception, with the cure that fits here; `where` is the line that raised it."""
    if "Can't call numpy() on Tensor that requires grad" in message and not _DRAWING.search(where):
        # torch's own advice, `.detach().numpy()`, would be the end of the gradient that is asked for
        return f"numpy cannot follow gradients, so {_use_torchs(where)}"
    if "is not implemented for NumPy arrays" in message:
        return f"an array of numpy's meets a tensor here: {_use_torchs(where)}"
    if "modified by an inplace operation" in message:
        return _WITHOUT_OVERWRITING
    cure = _cure(message, where)
    return f"{message} ({cure})" if cure else message


def _use_torchs(where: str) -> str:
    """What to call instead, where torch has a function of that name."""
    because = "stay with torch's functions"
    names = ((prefix, name) for prefix, name in _NUMPY_CALL.findall(where) if _is_torchs(name))
    return next((f"{because}: torch.{name}, not {prefix}.{name}" for prefix, name in names), because)


def _is_torchs(name: str) -> bool:
    import torch  # here, because whoever only reads a report needs none of it

    return hasattr(torch, name)


def _cure(message: str, where: str) -> str:
    if "Boolean value of Tensor with more than one value is ambiguous" in message:
        return (
            "an `if`, an `and` or Python's `max` wants one yes or no, and this tensor holds many: "
            "torch.where and torch.maximum choose for each element"
        )
    if re.search(r"unexpected keyword argument|invalid combination of arguments", message):
        calls = [(prefix, name) for prefix, name in _NUMPY_CALL.findall(where) if _is_torchs(name)]
        calls.sort(key=lambda call: not message.startswith(f"{call[1]}("))  # the one that it is about comes first
        for prefix, name in calls:
            return f"{prefix}.{name} was called on a tensor: use torch.{name}"
    wants_int = re.search(r"element of type float|'float' object cannot be interpreted as an integer", message)
    if wants_int and re.search(r"(?<!/)/(?!/)", where):
        return "`/` gives a float, `//` divides whole numbers"
    if "before Module.__init__() call" in message:
        return "`super().__init__()` comes first in `__init__`"
    if 'missing the required "forward" function' in message:
        return "is `forward` spelt like this, and indented as a method of the class?"
    if "view size is not compatible" in message:
        return "this tensor is a transposed one: view needs numbers that lie in order, reshape takes any"
    if re.search(r"only one element tensors|cannot be converted to Scalar", message):
        for name in _MATH_CALL.findall(where):
            if _is_torchs(name):
                return f"math.{name} takes one number, torch.{name} a whole tensor"
    return ""
