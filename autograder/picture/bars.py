"""A table of numbers as bars, with the sums of its rows and of its columns.

right, yours: the rows. given and words are empty.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.picture.data import Picture, Rows
from autograder.picture.frame import RIGHT, YOURS, coordinate, label, listed, short, svg

#: Pixels of a cell of the table, and of a bar in it.
_CELL, _HIGH, _BAR = 72.0, 46.0, 14.0
_SUMS = 96.0
_BOLD = 'font-weight="600"'


def drawn(picture: Picture) -> str:
    """The picture as SVG."""
    right, yours = picture.right, picture.yours
    rows, columns = len(right), len(right[0])
    top = max([1e-9, *(abs(value) for row in right for value in row)])
    width, height = columns * _CELL + _SUMS, rows * (_HIGH + 22) + 42
    parts = [
        label(0, 12, "right", style=f'fill="{RIGHT}" {_BOLD}'),
        label(40, 12, "yours", style=f'fill="{YOURS}" {_BOLD}'),
        label(width, 12, "sum of the row", anchor="end"),
    ]
    for i in range(rows):
        base = 22 + _HIGH + i * (_HIGH + 22)
        parts.append(_ground(base, columns * _CELL))
        for j in range(columns):
            parts += _pair(j * _CELL + 8, base, right[i][j] / top, yours[i][j] / top)
        parts += _two(columns * _CELL + 8, base - 8, sum(right[i]), sum(yours[i]))
    base = height - 8
    for j in range(columns):
        parts += _two(j * _CELL, base, *(sum(row[j] for row in table) for table in (right, yours)))
    parts.append(label(width, base, "of the column", anchor="end"))
    return svg(width, height, "".join(parts), sentence(picture))


def sentence(picture: Picture) -> str:
    """What the rows and the columns add up to."""
    rows, columns = _sums(picture.yours)
    right_rows, right_columns = _sums(picture.right)
    return (
        f"Your rows add up to {listed(rows)}, and your columns to {listed(columns)}. "
        f"The right rows add up to {listed(right_rows)}, the columns to {listed(right_columns)}."
    )


def _sums(table: Rows) -> tuple[Sequence[float], Sequence[float]]:
    return [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]


def _ground(y: float, width: float) -> str:
    return f'<line x1="0" x2="{width:g}" y1="{y:g}" y2="{y:g}" stroke="currentColor" stroke-opacity=".4"/>'


def _pair(x: float, base: float, right: float, yours: float) -> list[str]:
    places = ((x, right, RIGHT), (x + _BAR + 3, yours, YOURS))
    return [_bar(place, base, part, colour) for place, part, colour in places if not math.isnan(part)]


def _bar(x: float, base: float, part: float, colour: str) -> str:
    size = min(abs(part), 1.25) * (_HIGH - 8)
    y = base - size if part >= 0 else base
    return f'<rect x="{x:g}" y="{coordinate(y)}" width="{_BAR:g}" height="{coordinate(size)}" fill="{colour}"/>'


def _two(x: float, y: float, right: float, yours: float) -> list[str]:
    """Two sums beside each other, in the colours of what they are sums of."""
    pairs = ((x, right, RIGHT), (x + 35, yours, YOURS))
    return [label(place, y, _sum(value), style=f'fill="{colour}" {_BOLD}') for place, value, colour in pairs]


def _sum(value: float) -> str:
    if math.isnan(value):
        return "–"
    return f"{value:.2f}" if abs(value) < 10 else short(value)
