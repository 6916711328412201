"""Points in words."""

from __future__ import annotations


def number(value: float) -> str:
    """A number of points, without a needless `.0`."""
    return f"{value:g}"


def out_of(points: float, worth: float) -> str:
    """What was earned of what there is to earn, as in `7/10`."""
    return f"{number(points)}/{number(worth)}"
