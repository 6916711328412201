"""Values as a student reads them in a message: short, and never more than a few numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from autograder.wire.values import Foreign

_FEW = 8


def text(value: Any) -> str:
    """A value in one short line."""
    if isinstance(value, torch.Tensor):
        return _tensor(value)
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, (list, tuple)):
        items = ", ".join(text(item) for item in value[:_FEW]) + (", ..." if len(value) > _FEW else "")
        if isinstance(value, tuple):
            return cut(f"({items},)" if len(value) == 1 else f"({items})")
        return cut(f"[{items}]")
    return cut(_foreign(value) if isinstance(value, Foreign) else repr(value))


def cut(line: str, length: int = 160) -> str:
    """The text on one line, and no longer than that: it ends with a whole word, where words are not that long."""
    line = " ".join(line.split())
    if len(line) <= length:
        return line
    words = line[: length - 3].rpartition(" ")[0]
    return f"{words} ..." if len(words) > length // 2 else line[: length - 3] + "..."


def number_of(count: int, one: str, many: str = "") -> str:
    """So many of something: "1 item", "2 items", "2 losses"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def first_lines(printed: str, characters: int = 300, lines: int = 6) -> str:
    """The first lines of a text, and "..." where there is more."""
    kept = "\n".join(printed[: characters + 1].rstrip().split("\n")[:lines])
    short = kept[:characters].rstrip()
    return short if short == printed.rstrip() else f"{short}..."


def kind(value: Any) -> str:
    """What a value is: "a tensor of shape (2, 3)", "None", "int"."""
    if value is None:
        return "None (is a `return` missing?)"
    if isinstance(value, torch.Tensor):
        return f"a tensor of shape {tuple(value.shape)} and {value.dtype}"
    if isinstance(value, Foreign):
        return cut(_foreign(value), 200)
    name = getattr(value, "type_name", None) or type(value).__name__
    shown = text(value)
    return cut(f"{name}: {shown}" if shown and shown != name else str(name), 200)


def call_text(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """A call as it would be written."""
    parts = [text(value) for value in args] + [f"{key}={text(value)}" for key, value in kwargs.items()]
    return cut(f"{name}({', '.join(parts)})", 300)


def _foreign(value: Foreign) -> str:
    """The name of its type and how it shows itself, without saying one thing twice."""
    name, shown = value.type_name, value.text
    if name == "ndarray":
        name, shown = "a numpy ndarray", shown.removeprefix("array(").removesuffix(")")
    if not shown or shown.lower().lstrip("<").removeprefix("np.").startswith(name.lower()):
        return shown or name
    return f"{name}: {shown}"


def _tensor(value: torch.Tensor) -> str:
    plain = value.detach().cpu()
    suffix = "" if plain.dtype in (torch.float32, torch.int64, torch.bool) else f", dtype={plain.dtype}"
    if max(plain.shape, default=0) <= _FEW and plain.numel() <= _FEW and plain.dim() <= 2:
        return f"tensor({text_of_items(plain.tolist())}{suffix})"
    start = ", ".join(_number(item) for item in plain.flatten()[:4].tolist())
    return f"tensor of shape {tuple(plain.shape)} [{start}, ...]{suffix}"


def text_of_items(items: Any) -> str:
    """A nested list of numbers, as torch would print it but shorter."""
    if isinstance(items, list):
        return "[" + ", ".join(text_of_items(item) for item in items) + "]"
    return _number(items)


def _number(item: Any) -> str:
    return f"{item:.5g}" if isinstance(item, float) else str(item)
