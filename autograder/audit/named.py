"""How sharply each mistake is told: whether a report on it names it, alone, among others, or not.

What a report names stands in it, where its exercises were diagnosed; of one whose mistakes nobody looked for,
nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from autograder.audit.trial import Tried

Sharpness = Literal["alone", "among others", "as something else", "not at all"]


def sharpness(one: Tried) -> Sharpness:
    """How a mistake is told."""
    names = {found.id for found in one.own.misconceptions}
    if one.version.id in names:
        return "alone" if len(names) == 1 else "among others"
    return "as something else" if names else "not at all"


def looked_for(tried: Sequence[Tried]) -> list[Tried]:
    """The mistakes of those exercises for which a mistake is named at all, in the spelling that all checks saw."""
    whole = [one for one in tried if one.version.kind == "mistake" and one.version.enough is None and one.costs]
    told = {one.version.exercise for one in whole if one.own.misconceptions}
    return [one for one in whole if one.version.exercise in told]


def sharp(tried: Sequence[Tried]) -> dict[str, Counter[Sharpness]]:
    """For each exercise that was diagnosed, how many of its mistakes are told how."""
    found: dict[str, Counter[Sharpness]] = {}
    for one in looked_for(tried):
        found.setdefault(one.version.exercise, Counter())[sharpness(one)] += 1
    return found


def misnamed(tried: Sequence[Tried]) -> Iterator[str]:
    """The mistakes that are not told as what they are."""
    for one in looked_for(tried):
        start = f"{one.version.place}: {one.version.title!r}"
        if sharpness(one) == "not at all":
            yield f"{start} is not known when it is seen"
        elif sharpness(one) == "as something else":
            yield f"{start} is taken for {', '.join(repr(found.name) for found in one.own.misconceptions)}"
