"""What all pictures are made of: a frame with axes, traces in it, and the SVG around them.

Text and lines take the colour of the text around the picture, so that it suits light and dark; the right numbers
and the student's have a colour and a width each, and are told apart without colours too. Nothing of a student's
becomes part of it but numbers, and each of these is written by `coordinate` or `short`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from autograder.picture.data import Row

#: The marks of a card for what passed and for what failed, readable on light and on dark.
RIGHT, YOURS = "#2e9e44", "#e5484d"
_THICK = f'stroke="{RIGHT}" stroke-width="6" stroke-opacity=".65"'
_THIN = f'stroke="{YOURS}" stroke-width="2"'
#: Pixels that a line may go beyond its frame.
_BEYOND = 2_000.0
#: How far the frame reaches towards what is outside of the right values, as a part of their range.
_REACH = 0.75
_FONT = "font-family: var(--jp-ui-font-family, system-ui, sans-serif); font-size: 12px"


@dataclass(frozen=True)
class Frame:
    """A part of the plane, from left to right and from low to high, and where it is drawn, in pixels."""

    left: float
    right: float
    low: float
    high: float
    at: tuple[float, float] = (44.0, 40.0)
    width: float = 256.0
    height: float = 136.0

    def x(self, value: float) -> float:
        """The place from the left edge of the frame."""
        return self.width * (value - self.left) / (self.right - self.left)

    def y(self, value: float) -> float:
        """The place from the upper edge of the frame."""
        return self.height * (self.high - value) / (self.high - self.low)

    def trace(self, xs: Sequence[float], ys: Sequence[float], style: str) -> str:
        """A line through the points, broken where one of them is no number."""
        steps, pen_down = [], False
        for x, y in zip(xs, ys, strict=True):
            if math.isnan(x) or math.isnan(y):
                pen_down = False
                continue
            steps.append(f"{'L' if pen_down else 'M'}{coordinate(self.x(x))} {coordinate(self.y(y))}")
            pen_down = True
        shape = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'
        return f'<path d="{"".join(steps)}" {shape} {style}/>'

    def both(self, right: tuple[Row, Row], yours: tuple[Row, Row]) -> str:
        """The right line, thick, and the student's over it, thin; each as its xs and its ys."""
        return self.trace(*right, _THICK) + self.trace(*yours, _THIN)

    def dots(self, xs: Sequence[float], ys: Sequence[float], style: str, radius: float = 3.0) -> str:
        """A dot at each point that is one."""
        pairs = [(x, y) for x, y in zip(xs, ys, strict=True) if not math.isnan(x) and not math.isnan(y)]
        places = [(coordinate(self.x(x)), coordinate(self.y(y))) for x, y in pairs]
        return "".join(f'<circle cx="{x}" cy="{y}" r="{radius:g}" {style}/>' for x, y in places)

    def samples(self, xs: Sequence[float], ys: Sequence[float], targets: Sequence[float]) -> str:
        """A dot for each sample, filled where its target is 1."""
        outline = 'stroke="currentColor" stroke-width="1.5"'
        return "".join(
            self.dots([x], [y], f'fill="{"currentColor" if target == 1 else "none"}" {outline}', 4.5)
            for x, y, target in zip(xs, ys, targets, strict=True)
        )

    def alone(self, inside: str, sentence: str, across: str = "", up: str = "") -> str:
        """A picture of this frame of the usual size, and nothing else."""
        x, y = self.at
        return svg(310, 212, self.within(inside) + self.axes(across, up) + _legend(x, y - 11), sentence)

    def within(self, content: str) -> str:
        """What is in the frame, without what reaches over its edges."""
        x, y = self.at
        size = f'width="{self.width:g}" height="{self.height:g}"'
        edge = f'<rect {size} fill="none" stroke="currentColor" stroke-opacity=".4"/>'
        return f'<svg x="{x:g}" y="{y:g}" {size} overflow="hidden">{content}{edge}</svg>'

    def axes(self, across: str = "", up: str = "") -> str:
        """Numbers along the lower and the left edge, and what is counted there."""
        x0, y0 = self.at
        base = y0 + self.height
        marks = [
            label(x0 + self.x(tick), base + 14, short(tick), anchor="middle")
            for tick in ticks(self.left, self.right)
        ]
        marks += [
            label(x0 - 5, y0 + self.y(tick) + 4, short(tick), anchor="end") for tick in ticks(self.low, self.high)
        ]
        if across:
            marks.append(label(x0 + self.width / 2, base + 29, across, anchor="middle"))
        if up:
            marks.append(label(x0, 12, up))
        return "".join(marks)

    def lines(self) -> str:
        """The axes through zero, where zero is in the frame."""
        style = 'stroke="currentColor" stroke-opacity=".3"'
        found = []
        if self.left < 0 < self.right:
            x = coordinate(self.x(0.0))
            found.append(f'<line x1="{x}" x2="{x}" y1="0" y2="{self.height:g}" {style}/>')
        if self.low < 0 < self.high:
            y = coordinate(self.y(0.0))
            found.append(f'<line x1="0" x2="{self.width:g}" y1="{y}" y2="{y}" {style}/>')
        return "".join(found)


def span(right: Iterable[float], yours: Iterable[float]) -> tuple[float, float]:
    """From where to where an axis goes: all that is right, and of what is not as much as leaves that readable."""
    wanted = [value for value in right if not math.isnan(value)] or [0.0]
    low, high = min(wanted), max(wanted)
    wide = (high - low) or abs(high) or 1.0
    others = [value for value in yours if not math.isnan(value)] or wanted
    low = min(low, max(min(others), low - _REACH * wide))
    high = max(high, min(max(others), high + _REACH * wide))
    edge = 0.06 * ((high - low) or 1.0)
    return low - edge, high + edge


def ticks(low: float, high: float) -> Iterator[float]:
    """A few round numbers between two others."""
    rough = (high - low) / 6
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first = math.ceil(low / step)
    yield from (number * step for number in range(first, math.floor(high / step) + 1))


def svg(width: float, height: float, content: str, sentence: str) -> str:
    """A picture, as wide as there is room for; sentence: what it shows, for who cannot see it."""
    style = quoteattr(f"display: block; width: 100%; max-width: {width:g}px; height: auto; {_FONT}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr(sentence)} '
        f'viewBox="0 0 {width:g} {height:g}" fill="currentColor" style={style}>{content}</svg>'
    )


def _legend(x: float, y: float) -> str:
    """Which line is which."""
    return (
        f'<line x1="{x:g}" x2="{x + 18:g}" y1="{y:g}" y2="{y:g}" {_THICK}/>{label(x + 23, y + 4, "right")}'
        f'<line x1="{x + 60:g}" x2="{x + 78:g}" y1="{y:g}" y2="{y:g}" {_THIN}/>{label(x + 83, y + 4, "yours")}'
    )


def label(x: float, y: float, words: str, *, anchor: str = "start", style: str = "") -> str:
    """A few words at a place."""
    more = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{coordinate(x)}" y="{coordinate(y)}"{more}{style and f" {style}"}>{escape(words)}</text>'


def coordinate(value: float) -> str:
    """A place in pixels; what is far outside stays so, and needs no more digits than the rest."""
    return f"{min(max(value, -_BEYOND), _BEYOND):.1f}".removesuffix(".0")


def short(value: float) -> str:
    """A number as it stands beside a picture, or in its sentence."""
    return "no number" if math.isnan(value) else f"{value + 0.0:.3g}"


def listed(values: Sequence[float]) -> str:
    """Numbers in a sentence."""
    words = [short(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
