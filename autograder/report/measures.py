"""Numbers that describe a class, with None where there is nothing to say."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

#: Below the first, a check tells next to nothing about the rest; below the second, little (Ebel, 1972).
LOW, FAIR = 0.2, 0.3


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's correlation of two numbers of each submission, in [-1, 1].

    None where one of them is the same for all, or there are fewer than three. Where one is 0 or 1, as whether a
    check passed, this is the point-biserial correlation.
    """
    if len(xs) < 3 or len(set(xs)) < 2 or len(set(ys)) < 2:
        return None
    return statistics.correlation(xs, ys)


def discrimination_in_words(value: float | None) -> str:
    """What a check tells of the rest of the score, by its correlation with it; nothing where that is well."""
    if value is None:
        return "undefined"
    if value < 0:
        return "the opposite"
    if value < LOW:
        return "next to nothing"
    return "little" if value < FAIR else ""
