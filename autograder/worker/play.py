"""Pictures to play with in a notebook: all frames are drawn beforehand, and sliders choose which one is shown.

Nothing is fetched and no kernel is asked. Where scripts do not run, as on a graded page, the first frame is a
picture like any other.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.worker.canvas import BOTTOM, EDGE, LEFT, Axes, Canvas

#: One value for each slider.
Values = Sequence[float]


@dataclass(frozen=True)
class Toy:
    """What a notebook shows of it."""

    html: str
    png: bytes
    sentence: str

    def __repr__(self) -> str:
        return self.sentence

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        picture = base64.b64encode(self.png).decode("ascii")
        return {"text/html": self.html, "image/png": picture, "text/plain": self.sentence}


def play(
    draw: Callable[..., None],
    sliders: Mapping[str, Values],
    *,
    start: Values,
    behind: Callable[[Canvas], None] = lambda canvas: None,
    front: Callable[[Canvas], None] = lambda canvas: None,
    **axes: Any,
) -> Toy:
    """A picture with sliders, drawn by `draw(canvas, ...)` for each of their values.

    sliders: the values of each, by its name, handed to draw in this order. start: where they stand first; one of
    the values of each. behind, front: draw what stays as it is, below and above it. axes: the fields of `Axes`, as
    in `xlim=(0, 1)`.
    Raises ValueError where a slider cannot stand where it should start.
    """
    wrong = [name for (name, values), first in zip(sliders.items(), start, strict=True) if first not in values]
    if wrong:
        raise ValueError(f"{wrong[0]} cannot start at a value that it does not have: choose one of its own")
    part = Axes(**{"size": (560, 300), **axes})
    back, fore = _frame(behind, ()), _frame(front, ())
    frames = {values: _frame(draw, values) for values in itertools.product(*sliders.values())}
    first = frames[tuple(start)]
    png = first.png(part, back, fore)
    return Toy(_html(part, (back, fore), sliders, start, list(frames.values()), png), png, first.title)


def _frame(draw: Callable[..., None], values: Values) -> Canvas:
    canvas = Canvas()
    draw(canvas, *values)
    return canvas


def _html(
    axes: Axes,
    still: tuple[Canvas, Canvas],
    sliders: Mapping[str, Values],
    start: Values,
    frames: list[Canvas],
    png: bytes,
) -> str:
    from jinja2 import Environment
    from matplotlib import rcParams
    from matplotlib.colors import to_hex

    rows = [
        {"name": name, "values": [f"{value:g}" for value in values], "at": list(values).index(first)}
        for (name, values), first in zip(sliders.items(), start, strict=True)
    ]
    shown = [[canvas.title, canvas.svg(axes)] for canvas in frames]
    template = Environment(autoescape=True).from_string(_template())
    return template.render(
        key=hashlib.sha256(json.dumps([rows, shown]).encode()).hexdigest()[:12],
        axes=axes,
        ticks=_ticks(axes),
        back=still[0].svg(axes),
        fore=still[1].svg(axes),
        rows=rows,
        frames=shown,
        left=LEFT,
        bottom=BOTTOM,
        edge=EDGE,
        png=base64.b64encode(png).decode("ascii"),
        paper=to_hex(rcParams["figure.facecolor"]),
    )


def _ticks(axes: Axes) -> list[tuple[float, float, str, str]]:
    """Where the numbers along the edges stand, which, and where they are anchored."""
    low, left = axes.size[1] + 16, -6
    across = [(axes.place(x, axes.ylim[0])[0], low, f"{x:g}", "middle") for x in axes.xticks]
    up = [(left, axes.place(axes.xlim[0], y)[1] + 4, f"{y:g}", "end") for y in axes.yticks]
    return [*across, *up]


def _template() -> str:
    return Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
