"""Which class a network gives to each place of the plane, beside what is right.

given: from where to where the square reaches, the samples' xs, their ys, and their classes. right, yours: the
classes, 0 or 1, at the places of a grid, row by row from the lowest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from autograder.picture.data import Picture, Row, Rows
from autograder.picture.frame import RIGHT, YOURS, Frame, coordinate, label, svg

_SIDE, _TOP = 138.0, 22.0


def drawn(picture: Picture) -> str:
    """The picture as SVG."""
    low, high = picture.given[0]
    parts = []
    for place, (name, table, colour) in enumerate(
        (("right", picture.right, RIGHT), ("yours", picture.yours, YOURS))
    ):
        frame = Frame(low, high, low, high, (2 + place * (_SIDE + 24), _TOP), _SIDE, _SIDE)
        heading = label(frame.at[0], 14, f"{name}: where the class is 1", style=f'fill="{colour}"')
        parts += [heading, frame.within(_field(frame, table, colour) + frame.samples(*picture.given[1:]))]
    parts.append(label(2, _TOP + _SIDE + 17, "samples: filled where the target is 1"))
    return svg(2 * _SIDE + 34, _TOP + _SIDE + 24, "".join(parts), sentence(picture))


def sentence(picture: Picture) -> str:
    """In how much of the plane the two differ."""
    pairs = [
        (a, b)
        for one, other in zip(picture.right, picture.yours, strict=True)
        for a, b in zip(one, other, strict=True)
    ]
    other = sum(a != b for a, b in pairs)
    return (
        f"{round(100 * other / len(pairs))}% of the plane gets another class than it should: "
        f"class 1 has {_share(picture.yours)}% of it instead of {_share(picture.right)}%."
    )


def _share(table: Rows) -> int:
    values = [value for row in table for value in row]
    return round(100 * sum(value == 1 for value in values) / len(values))


def _field(frame: Frame, table: Rows, colour: str) -> str:
    """The part of the frame with class 1: for each row of the grid, where it begins and ends."""
    step = frame.width / len(table)
    runs = []
    for i, row in enumerate(table):
        y = coordinate(frame.height - (i + 1) * step)
        for first, last in _runs(row):
            runs.append(f"M{coordinate(first * step)} {y}h{coordinate((last - first) * step)}v{step:.2f}")
            runs.append(f"h{coordinate((first - last) * step)}z")
    return f'<path d="{"".join(runs)}" fill="{colour}" fill-opacity=".4" shape-rendering="crispEdges"/>'


def _runs(row: Row) -> Iterator[tuple[int, int]]:
    """From where to where a row is 1."""
    first = None
    for place, value in enumerate((*row, math.nan)):
        if value == 1 and first is None:
            first = place
        elif value != 1 and first is not None:
            yield first, place
            first = None
