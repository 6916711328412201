"""The line that a perceptron draws between two classes of samples, the student's over the right one.

given: the samples' xs, their ys, and their classes. right, yours: in one row, the two weights and the bias.
"""

from __future__ import annotations

import math

from autograder.picture.data import Picture, Row
from autograder.picture.frame import Frame, listed, span


def drawn(picture: Picture) -> str:
    """The picture as SVG."""
    xs, ys, classes = picture.given
    left, end = span((min(xs) - 0.5, max(xs) + 0.5), xs)
    low, high = span((min(ys) - 0.5, max(ys) + 0.5), ys)
    frame = Frame(left, end, low, high)
    lines = [_line(frame, row) for (row,) in (picture.right, picture.yours)]
    inside = frame.both(*lines) + frame.samples(xs, ys, classes)
    return frame.alone(inside, sentence(picture), "filled: target 1")


def sentence(picture: Picture) -> str:
    """Weights and biases, and whether there is a line."""
    (right,), (yours,) = picture.right, picture.yours
    said = (
        f"Your weights and bias are {listed(yours)}, the right ones {listed(right)}: "
        "the line is where the weighted sum is 0."
    )
    return said if any(yours[:2]) else f"{said} With both weights 0 there is none."


def _line(frame: Frame, row: Row) -> tuple[Row, Row]:
    """Two points, beyond the frame on either side, of the line w1 x + w2 y + b = 0."""
    w1, w2, b = row
    length = math.hypot(w1, w2)
    if math.isnan(length + b) or length < 1e-9:
        return (math.nan, math.nan), (math.nan, math.nan)
    x0, y0 = -b * w1 / length**2, -b * w2 / length**2
    far = 2 * math.hypot(frame.right - frame.left, frame.high - frame.low) + math.hypot(x0, y0)
    ends = (-far, far)
    return tuple(x0 - t * w2 / length for t in ends), tuple(y0 + t * w1 / length for t in ends)
