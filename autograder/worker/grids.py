"""Tensors as grids of coloured numbers, beside what was made of them: puzzles about shapes, and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

#: How far apart two grids are, and how high a row is, in cells.
_GAP, _ABOVE, _BELOW = 1.5, 1.5, 0.7


def grids(*rows: tuple[str, Sequence[tuple[str, torch.Tensor] | str]]) -> Figure:
    """A figure with a line for each row: what it is called, and its tensors with signs between them.

    A tensor comes with its name, `("X", X)`, and has two dimensions at most. All rows share their colours: the
    stronger, the larger; violet is negative, white 0, orange positive.
    """
    tensors = [item[1] for _, items in rows for item in items if not isinstance(item, str)]
    largest = max((float(tensor.abs().max()) for tensor in tensors), default=1.0) or 1.0
    heights = [_ABOVE + _BELOW + max(_table(item).shape[0] for item in items) for _, items in rows]
    width = max(_width(items) for _, items in rows)
    figure = plt.figure(figsize=(0.55 * width + 0.4, 0.42 * sum(heights) + 0.2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(-0.7, width), ylim=(sum(heights), -0.2), aspect="equal")
    axes.axis("off")
    axes.set_anchor("W")
    top = 0.0
    for (name, items), height in zip(rows, heights, strict=True):
        axes.text(-0.4, top + 0.35, name, fontsize=12, weight="bold", va="center")
        _row(axes, items, top, height, largest)
        top += height
    return figure


def _row(
    axes: Any, items: Sequence[tuple[str, torch.Tensor] | str], top: float, height: float, most: float
) -> None:
    left = 0.0
    middle = top + _ABOVE + (height - _ABOVE - _BELOW) / 2
    for item in items:
        if isinstance(item, str):
            axes.text(left - _GAP / 2 + 0.35 * len(item), middle, item, fontsize=15, ha="center", va="center")
            left += 0.7 * len(item)
            continue
        table = _table(item)
        upper = middle - table.shape[0] / 2
        _cells(axes, table, left, upper, most)
        shape = str(tuple(item[1].shape)).replace(" ", "")
        axes.text(left, upper - 0.3, f"{item[0]} {shape}".strip(), fontsize=10, va="center")
        left += _columns(item) + _GAP


def _cells(axes: Any, table: torch.Tensor, left: float, upper: float, most: float) -> None:
    colours = plt.get_cmap("PuOr_r")
    for i, row in enumerate(table.tolist()):
        for j, number in enumerate(row):
            face = colours(0.5 + 0.32 * number / most)
            place = (left + j, upper + i)
            axes.add_patch(Rectangle(place, 1, 1, facecolor=face, edgecolor="0.35", linewidth=0.8))
            words = f"{number:.2f}".rstrip("0").rstrip(".") if number % 1 else f"{number:g}"
            axes.text(place[0] + 0.5, place[1] + 0.5, words, ha="center", va="center", fontsize=10, color="black")


def _table(item: tuple[str, torch.Tensor] | str) -> torch.Tensor:
    """A tensor as rows of numbers; a sign has one row."""
    tensor = torch.zeros(1, 1) if isinstance(item, str) else item[1].detach()
    return tensor.reshape(-1, tensor.shape[-1] if tensor.dim() else 1)


def _columns(item: tuple[str, torch.Tensor]) -> float:
    """As wide as the grid, or as what stands above it."""
    words = len(item[0]) + len(str(tuple(item[1].shape)))
    return max(float(_table(item).shape[1]), 0.17 * words)


def _width(items: Sequence[tuple[str, torch.Tensor] | str]) -> float:
    return sum(0.7 * len(item) if isinstance(item, str) else _columns(item) + _GAP for item in items)
