"""What a picture that moves is made of: a few shapes in a part of the plane, as SVG and, once, as PNG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from xml.sax.saxutils import escape

#: Pixels beside and below what is drawn, where axes have their numbers and names.
LEFT, BOTTOM, EDGE = 52, 40, 8
#: The classes, as in all pictures of the lessons.
CLASSES = ("#0072b2", "#d55e00")
_DASHES = {"-": "", "--": "6 4", ":": "2 4"}

Corners = list[tuple[float, float]]


@dataclass(frozen=True)
class Axes:
    """The part of the plane that is drawn, in how many pixels, and what stands along its edges."""

    xlim: tuple[float, float]
    ylim: tuple[float, float]
    size: tuple[int, int]
    xticks: Sequence[float] = ()
    yticks: Sequence[float] = ()
    xlabel: str = ""
    ylabel: str = ""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the left and from the top; what is far outside stays so, in fewer digits."""
        (left, right), (low, high), (width, height) = self.xlim, self.ylim, self.size
        across, down = width * (x - left) / (right - left), height * (high - y) / (high - low)
        return round(min(max(across, -999), 1999), 1), round(min(max(down, -999), 1999), 1)


@dataclass(frozen=True)
class Shape:
    """One thing that is drawn. look: the dashes of a line, the marker of dots, the words of a text."""

    kind: Literal["line", "area", "dots", "text"]
    points: tuple[tuple[float, float], ...]
    color: str
    look: str = ""
    size: float = 2.0


@dataclass
class Canvas:
    """What one frame shows: `draw(canvas, ...)` puts shapes onto it, in the coordinates of the axes."""

    title: str = ""
    shapes: list[Shape] = field(default_factory=list)

    def line(self, xs: Sequence[float], ys: Sequence[float], color: str = "black", style: str = "-") -> None:
        """A line through points; style: `-`, `--` or `:`."""
        self._add("line", xs, ys, color, style)

    def dots(
        self, xs: Sequence[float], ys: Sequence[float], color: str = "black", marker: str = "o", size: float = 6
    ) -> None:
        """A dot at each point, `o` or `s` (a square), with a black edge; size: half of its width, in pixels."""
        self._add("dots", xs, ys, color, marker, size)

    def text(self, x: float, y: float, words: str, color: str = "black") -> None:
        """A few words around a point."""
        self._add("text", [x], [y], color, words)

    def samples(self, points: Sequence[Sequence[float]], targets: Sequence[float]) -> None:
        """Samples, as in all pictures: a blue circle for class 0, an orange square for class 1."""
        for (x, y), target in zip(points, targets, strict=True):
            self.dots([x], [y], CLASSES[int(target)], "os"[int(target)], 8)

    def sides(self, w1: float, w2: float, b: float, box: Sequence[float]) -> None:
        """The two sides of a line: orange where w1 x + w2 y + b >= 0, blue elsewhere, and the line between.

        box: its left, right, lower and upper edge.
        """
        left, right, low, high = box
        corners = [(left, low), (right, low), (right, high), (left, high)]
        for sign, color in ((-1, CLASSES[0]), (1, CLASSES[1])):
            part = (
                _part(corners, sign * w1, sign * w2, sign * b) if w1 or w2 else _all_or_nothing(corners, sign, b)
            )
            self._add("area", [x for x, _ in part], [y for _, y in part], color)
        border = (
            [p for p in _part(corners, w1, w2, b) if abs(w1 * p[0] + w2 * p[1] + b) < 1e-9] if w1 or w2 else []
        )
        self.line([x for x, _ in border], [y for _, y in border])

    def _add(
        self, kind: Any, xs: Sequence[float], ys: Sequence[float], color: str, look: str = "", size: float = 2
    ) -> None:
        points = tuple((float(x), float(y)) for x, y in zip(xs, ys, strict=True))
        if points:
            self.shapes.append(Shape(kind, points, color, look, size))

    def svg(self, axes: Axes) -> str:
        """The shapes as the inside of an SVG."""
        return "".join(_svg(shape, [axes.place(*point) for point in shape.points]) for shape in self.shapes)

    def png(self, axes: Axes, behind: Canvas, front: Canvas) -> bytes:
        """The same as a picture, for where nothing moves: with the title above, and what stays as it is."""
        import matplotlib as mpl
        from matplotlib.figure import Figure

        width, height = axes.size
        with mpl.rc_context({"axes.prop_cycle": mpl.rcParamsDefault["axes.prop_cycle"]}):
            figure = Figure(((width + LEFT) / 80, (height + BOTTOM + 30) / 80), dpi=80, layout="constrained")
            ax = figure.subplots()
            for shape in (*behind.shapes, *self.shapes, *front.shapes):
                _paint(ax, shape)
            ax.set(xlim=axes.xlim, ylim=axes.ylim, xticks=axes.xticks, yticks=axes.yticks)
            ax.set(xlabel=axes.xlabel, ylabel=axes.ylabel)
            ax.set_title(self.title, fontsize=10)
            written = io.BytesIO()
            figure.savefig(written, format="png")
        return written.getvalue()


def _svg(shape: Shape, places: Corners) -> str:
    color = f'"{shape.color}"'
    if shape.kind == "text":
        (x, y) = places[0]
        return f'<text x="{x}" y="{y}" text-anchor="middle" fill={color}>{escape(shape.look)}</text>'
    if shape.kind == "dots":
        return "".join(_svg_dot(shape, x, y) for x, y in places)
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in places)
    if shape.kind == "area":
        return f'<path d="{path}Z" fill="{shape.color}40"/>'  # a quarter of the colour
    dashes = f' stroke-dasharray="{_DASHES[shape.look]}"' if _DASHES[shape.look] else ""
    return f'<path d="{path}" fill="none" stroke={color} stroke-width="{shape.size:g}"{dashes}/>'


def _svg_dot(shape: Shape, x: float, y: float) -> str:
    look, r = f'fill="{shape.color}" stroke="black"', shape.size
    if shape.look == "s":
        return f'<rect x="{x - r:g}" y="{y - r:g}" width="{2 * r:g}" height="{2 * r:g}" {look}/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" {look}/>'


def _paint(ax: Any, shape: Shape) -> None:
    xs, ys = zip(*shape.points, strict=True)
    if shape.kind == "text":
        ax.text(xs[0], ys[0], shape.look, color=shape.color, ha="center")
    elif shape.kind == "area":
        ax.fill(xs, ys, color=shape.color, alpha=0.25, linewidth=0)
    elif shape.kind == "dots":
        look = {"color": shape.color, "markeredgecolor": "black", "markersize": 1.8 * shape.size}
        ax.plot(xs, ys, shape.look, linestyle="", **look)
    else:
        ax.plot(xs, ys, shape.look, color=shape.color, linewidth=shape.size * 0.8)


def _part(corners: Corners, a: float, b: float, c: float) -> Corners:
    """The part of a convex area where a x + b y + c >= 0, by its corners."""
    found = []
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        before, after = a * x0 + b * y0 + c, a * x1 + b * y1 + c
        if before >= 0:
            found.append((x0, y0))
        if before * after < 0:
            share = before / (before - after)
            found.append((x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
    return found


def _all_or_nothing(corners: Corners, sign: int, b: float) -> Corners:
    """Without weights the whole area is on the side that the bias says; at 0, on that of class 1."""
    return corners if (b >= 0) == (sign > 0) else []
