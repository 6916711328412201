"""A student's curve over the right one.

given: the places, in one row. right, yours: the values there. words: what the places are, and what the values are.
"""

from __future__ import annotations

import math

from autograder.picture.data import Picture
from autograder.picture.frame import Frame, short, span

#: How far two curves must be apart, as a part of their values, for a word about it.
_SEEN = 0.01


def drawn(picture: Picture) -> str:
    """The picture as SVG."""
    (xs,), (right,), (yours,) = picture.given, picture.right, picture.yours
    low, high = span(right, yours)
    frame = Frame(xs[0], xs[-1], low, high)
    inside = frame.lines() + frame.both((xs, right), (xs, yours))
    return frame.alone(inside, sentence(picture), *picture.words)


def sentence(picture: Picture) -> str:
    """Where the two are furthest apart."""
    (xs,), (right,), (yours,) = picture.given, picture.right, picture.yours
    across = picture.words[0]
    known = [(abs(a - b), x, a, b) for x, a, b in zip(xs, right, yours, strict=True) if not math.isnan(a + b)]
    said = []
    apart, x, wanted, got = max(known, default=(0.0, 0.0, 0.0, 0.0))
    if apart > _SEEN * max([1.0, *(abs(value) for _, _, value, _ in known)]):
        said.append(
            f"Your curve is furthest from the right one at {across} = {short(x)}: "
            f"it is {short(got)} there instead of {short(wanted)}."
        )
    lost = [x for x, a, b in zip(xs, right, yours, strict=True) if math.isnan(b) and not math.isnan(a)]
    if lost:
        whose = "It" if said else "Your curve"
        said.append(
            f"{whose} has no number at {len(lost)} of {len(xs)} places, the first at {across} = {short(lost[0])}."
        )
    return " ".join(said)
