"""Whether two answers say the same, as far as rounding lets them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

#: How far numbers may be apart, relative and absolute; after a long training the second pair.
_TIGHT, _LOOSE = (1e-4, 1e-6), (1e-2, 1e-3)

_Tolerance = tuple[float, float]


def agree(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether two runs of a check got the same answers, from the first to the last; see `normalised`."""
    return len(one) == len(other) and all(map(_agree, one, other))


def resemblance(one: Any, other: Any) -> int:
    """In how many parts two runs of a check agree; numbers of one thing are one part."""
    if isinstance(one, dict) and isinstance(other, dict):
        return sum(resemblance(one[key], other[key]) for key in one.keys() & other.keys())
    if isinstance(one, list) and isinstance(other, list) and not all(isinstance(item, float) for item in one):
        return sum(map(resemblance, one, other))
    return int(_alike(one, other, _TIGHT))


def same_finding(one: Any, other: Any) -> bool:
    """Whether a check found the same wrong twice; see `remarked`."""
    return one is not None and _alike(one, other, _TIGHT)


def _agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _alike(one, other, _LOOSE if one.get("loose") else _TIGHT)


def _alike(one: Any, other: Any, tolerance: _Tolerance) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return _near(one, other, tolerance)
    if isinstance(one, list):
        return len(one) == len(other) and all(_alike(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key], tolerance) for key in one)
    return bool(one == other)


def _near(one: float, other: float, tolerance: _Tolerance) -> bool:
    if one == other:
        return True
    if math.isfinite(one) and math.isfinite(other):
        relative, absolute = tolerance
        return abs(one - other) <= absolute + relative * max(abs(one), abs(other))
    return math.isnan(one) and math.isnan(other)
