"""The way of an optimizer over a valley, the student's over the right one.

The valley is (a x**2 + b y**2) / 2. given: a and b. right, yours: the xs and the ys, from the start on.
"""

from __future__ import annotations

import math

from autograder.picture.data import Picture, Rows
from autograder.picture.frame import YOURS, Frame, coordinate, short, span

#: Heights of the lines on the map, as parts of where the way begins.
_LEVELS = (1.0, 0.5, 0.2, 0.05)
_CONTOUR = 'fill="none" stroke="currentColor" stroke-opacity=".3"'


def drawn(picture: Picture) -> str:
    """The picture as SVG."""
    (right_x, right_y), (yours_x, yours_y) = picture.right, picture.yours
    left, end = span((*right_x, 0.0), yours_x)
    low, high = span((*right_y, 0.0), yours_y)
    frame = Frame(left, end, low, high)
    inside = [
        *_contours(frame, picture),
        frame.both((right_x, right_y), (yours_x, yours_y)),
        frame.dots(yours_x, yours_y, f'fill="{YOURS}"', 2.5),
        frame.dots([0.0], [0.0], 'fill="none" stroke="currentColor"', 4),
    ]
    return frame.alone("".join(inside), sentence(picture), "first number", "second number")


def sentence(picture: Picture) -> str:
    """Where the two ways end."""
    steps = len(picture.right[0]) - 1
    return (
        f"After {steps} steps your optimizer is at ({_end(picture.yours)}), the right one at "
        f"({_end(picture.right)}); the lowest point of the valley is at (0, 0)."
    )


def _end(points: Rows) -> str:
    return ", ".join(short(row[-1]) for row in points)


def _contours(frame: Frame, picture: Picture) -> list[str]:
    ((a, b),) = picture.given
    start = a * picture.right[0][0] ** 2 + b * picture.right[1][0] ** 2
    x, y = coordinate(frame.x(0.0)), coordinate(frame.y(0.0))
    found = []
    for level in _LEVELS:
        across, up = math.sqrt(level * start / a), math.sqrt(level * start / b)
        wide = frame.x(across) - frame.x(0.0)
        high = frame.y(0.0) - frame.y(up)
        found.append(f'<ellipse cx="{x}" cy="{y}" rx="{coordinate(wide)}" ry="{coordinate(high)}" {_CONTOUR}/>')
    return found
