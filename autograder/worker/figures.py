"""A matplotlib figure as plain values: what the checks may ask of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from autograder.wire.messages import AxesShown, LineShown
from autograder.wire.values import BOUNDS


def describe(figure: Figure) -> list[AxesShown]:
    """One dict for each axes: title, labels, scales, grid, legend texts, lines with their data."""
    return [_axes(axes) for axes in figure.axes[:64]]


@contextmanager
def closed_afterwards() -> Iterator[None]:
    """Figures that are opened inside, and left open, are closed."""
    before = set(plt.get_fignums())
    try:
        yield
    finally:
        for number in set(plt.get_fignums()) - before:
            plt.close(number)


def _axes(axes: Axes) -> AxesShown:
    legend = axes.get_legend()
    return {
        "title": _title(axes),
        "xlabel": axes.get_xlabel() or _of_the_whole(axes, "get_supxlabel"),
        "ylabel": axes.get_ylabel() or _of_the_whole(axes, "get_supylabel"),
        "xscale": axes.get_xscale(),
        "yscale": axes.get_yscale(),
        "grid": _has_grid(axes),
        "legend": [text.get_text() for text in legend.get_texts()] if legend else [],
        "lines": [_line(line) for line in axes.get_lines()[:64]],
        "center": _center(axes),
    }


def _of_the_whole(axes: Axes, label: str) -> str:
    """A label of the figure, where it has one axes only."""
    figure = axes.figure
    return str(getattr(figure, label)()) if figure is not None and len(figure.axes) == 1 else ""


def _has_grid(axes: Axes) -> bool:
    # asking for the grid lines themselves would lay out every tick: most of the cost of a description
    sides = (axes.xaxis, axes.yaxis)
    settings = [side.get_tick_params(which) for side in sides for which in ("major", "minor")]
    return any(setting.get("gridOn") is True for setting in settings)


def _center(axes: Axes) -> list[float]:
    place = axes.get_position(original=True)
    part = axes.figure  # a figure, or the part of one that subfigures() makes
    middle = part.transSubfigure.transform(((place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2))
    x, y = part.figure.transFigure.inverted().transform(middle)
    return [float(x), float(y)]


def _title(axes: Axes) -> str:
    titles = (axes.get_title(loc) for loc in ("center", "left", "right"))
    return next((title for title in titles if title), "")


def _line(line: Any) -> LineShown:
    return {
        "label": str(line.get_label()),
        "x": _data(line.get_xdata(orig=False)),
        "y": _data(line.get_ydata(orig=False)),
    }


def _data(values: Any) -> torch.Tensor:
    array = np.ma.filled(np.ma.asarray(values, dtype=np.float64), np.nan).ravel()
    return torch.from_numpy(array[: BOUNDS.elements // 256].copy())
