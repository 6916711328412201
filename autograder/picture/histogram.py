"""How often numbers of a class come: what a report on it shows, and no example does."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.picture.frame import Frame, coordinate, short, svg

_BARS = 10
#: What the upper edge is at least: in a small class a bar of two is not to look like many.
_HIGH = 6.0


@dataclass(frozen=True)
class Histogram:
    """Numbers from 0 on, of which there is one at least.

    unit: what they count, as in "points". most: how far the axis goes; to the largest of them where it is None.
    """

    values: tuple[float, ...]
    unit: str
    most: float | None = None

    @property
    def width(self) -> float:
        """How much of the axis a bar covers."""
        end = self.most or max(self.values)
        return end / _BARS if end else 1 / _BARS

    @property
    def counts(self) -> Sequence[int]:
        """How many numbers are in each bar: from its left edge to below its right one, the last one's included."""
        places = [min(math.floor(value / self.width + 1e-9), _BARS - 1) for value in self.values]
        return [places.count(place) for place in range(_BARS)]


def drawn(histogram: Histogram) -> str:
    """The histogram as SVG."""
    counts, width = histogram.counts, histogram.width
    frame = Frame(0.0, _BARS * width, 0.0, max(_HIGH, 1.06 * max(counts)), at=(44.0, 20.0))
    bars = "".join(_bar(frame, place * width, width, count) for place, count in enumerate(counts) if count)
    axes = frame.axes(histogram.unit, "submissions")
    return svg(320, 192, frame.within(bars) + axes, sentence(histogram))


def sentence(histogram: Histogram) -> str:
    """Least, middle and most."""
    values, unit = histogram.values, histogram.unit
    if len(values) == 1:
        return f"One submission, with {short(values[0])} {unit}."
    middle = f"half of them at {short(statistics.median(values))} or more"
    return f"{len(values)} submissions from {short(min(values))} to {short(max(values))} {unit}, {middle}."


def _bar(frame: Frame, left: float, width: float, count: int) -> str:
    x, y = frame.x(left), frame.y(count)
    place = f'x="{coordinate(x + 1)}" y="{coordinate(y)}"'
    size = f'width="{coordinate(frame.x(width) - 2)}" height="{coordinate(frame.height - y)}"'
    return f'<rect {place} {size} fill="currentColor" fill-opacity=".45"/>'
