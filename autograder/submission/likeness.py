"""Which submissions of a class are more alike than the others: a hint for a person, and never more than that."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

#: Fingerprints by the exercise that they are of; "" is what belongs to none.
Parts: TypeAlias = Mapping[str, frozenset[int]]

#: What more than this part of a class has is what anybody may write; in a small class, more than so many.
_COMMON_SHARE, _COMMON = 0.02, 5
#: A pair is told that has so many rare fingerprints in common, and this share of the weight of the poorer one's.
_FEWEST, _SHARE = 8, 0.5
#: The share of an exercise's from which it is named.
_OF_EXERCISE = 0.5


@dataclass(frozen=True)
class Alike:
    """Two submissions. share: of the rarer fingerprints of the one that has fewer, by weight, what both have.

    common: how many these are. weight: what they say; the fewer of the class have one, the more. exercises: where
    they are; "" is outside of all exercises.
    """

    first: str
    second: str
    share: float
    common: int
    weight: float
    exercises: tuple[str, ...]


def alike(works: Mapping[str, Parts], known: Iterable[int]) -> list[Alike]:
    """The pairs of a class that share much that few others have; those alike in most exercises come first.

    works: by student. known: fingerprints of what was handed out and of right answers; they say nothing. What a
    large part of the class has says nothing, either: neither what the task leads everybody to, nor an answer that
    all have from one place.
    """
    nothing = frozenset(known)
    everything = {student: frozenset().union(*parts.values()) - nothing for student, parts in works.items()}
    owners: dict[int, list[str]] = defaultdict(list)
    for student in sorted(everything):
        for mark in everything[student]:
            owners[mark].append(student)
    size = len(works)
    most = max(2, min(size // 2, max(_COMMON, int(size * _COMMON_SHARE))))
    weights = {mark: math.log(size / len(who)) for mark, who in owners.items() if len(who) <= most and size > 2}
    if size == 2:  # there is no class to compare with
        weights = dict.fromkeys(owners, 1.0)
    rare = {student: marks & weights.keys() for student, marks in everything.items()}
    counts: Counter[tuple[str, str]] = Counter()
    for mark in weights:
        counts.update(itertools.combinations(owners[mark], 2))
    pairs = (pair for pair, count in counts.items() if count >= _FEWEST)
    made = (_pair(pair, rare, works, weights) for pair in pairs)
    found = (one for one in made if one.share >= _SHARE)
    return sorted(found, key=lambda one: (-len(one.exercises), -one.weight, one.first, one.second))


def _pair(
    pair: tuple[str, str],
    rare: Mapping[str, frozenset[int]],
    works: Mapping[str, Parts],
    weights: Mapping[int, float],
) -> Alike:
    first, second = pair
    both = rare[first] & rare[second]
    exercises = []
    for name in works[first]:
        mine, theirs = (works[student].get(name, frozenset()) & rare[student] for student in pair)
        if mine & theirs and _share(mine, theirs, weights) >= _OF_EXERCISE:
            exercises.append(name)
    weight = sum(weights[mark] for mark in both)
    return Alike(first, second, _share(rare[first], rare[second], weights), len(both), weight, tuple(exercises))


def _share(mine: frozenset[int], theirs: frozenset[int], weights: Mapping[int, float]) -> float:
    """Of the weight of the lighter of two, what is in both."""
    both, one, other = (math.fsum(weights[mark] for mark in marks) for marks in (mine & theirs, mine, theirs))
    return both / min(one, other)
