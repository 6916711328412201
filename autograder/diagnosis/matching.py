"""Which mistakes explain what a submission did: one of them, two together, or none.

A mistake explains a submission where all checks end alike and, in every check that did not pass, all answers
agree. Looser rules name more and are wrong more often.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from autograder.course.exercises import Check
from autograder.course.mistakes import Mistake
from autograder.diagnosis.agreement import agree, resemblance, same_finding
from autograder.diagnosis.transcripts import Transcript
from autograder.report.results import Told

#: Names that are given as possible; where there are more, none of them says anything.
_MOST = 3

#: Mistakes that are tried in further ways.
_VARIED = 100

#: Further ways of writing what is written in a certain way, each with how far it is from that.
Varied = Callable[[str], Iterable[tuple[str, float]]]
#: What comes of a check of a mistake that is written in a certain way.
Rehearsed = Callable[[str, Check], Transcript]


@dataclass(frozen=True)
class Observed:
    """What a submission did in one check."""

    check: Check
    outcome: str
    answers: list[Any]
    finding: Any = None


@dataclass(frozen=True)
class Case:
    """What a submission did in the checks of an exercise; those that were not tried are in neither list."""

    not_passed: tuple[Observed, ...]
    passed: tuple[Observed, ...]


class Explanation(NamedTuple):
    """What a submission is told, and the mistakes that are named."""

    told: Told
    mistakes: tuple[Mistake, ...]


class _Written(NamedTuple):
    """A mistake, written in one way; far: how far that is from the way in which somebody wrote it down."""

    mistake: Mistake
    spelling: str
    far: float = 0.0


def explain(
    case: Case, mistakes: Sequence[Mistake], rehearsed: Rehearsed, varied: Varied = lambda _: ()
) -> Explanation:
    """What explains a case. Raises whatever `rehearsed` raises.

    varied: further ways of writing a mistake, which are tried where none of the known ones explains it.
    """
    search = _Search(case, mistakes, rehearsed)
    alone, further = search.alone() or search.most_alike(search.alone(by_sight=True)), list[_Written]()
    if not alone:
        further = search.varied(varied)
        alone = _nearest(search.alone(further))
    if alone:
        names = _names(alone)
        if len(names) > 1:
            alone = search.found_alike(alone) or alone
            names = _names(search.agreeing_to_the_end(alone) or alone)
        return _told("named" if len(names) == 1 else "possible", names)
    pairs = search.pairs() or search.pairs(further)
    if len(pairs) == 1:
        return _told("both", [m for m in mistakes if m in pairs[0]])
    return Explanation("unknown", ())


def _told(told: Told, names: Sequence[Mistake]) -> Explanation:
    return Explanation(told, tuple(names)) if len(names) <= _MOST else Explanation("unknown", ())


def _nearest(found: Sequence[_Written]) -> list[_Written]:
    least = min((written.far for written in found), default=0.0)
    return [written for written in found if written.far == least]


def _names(found: Iterable[_Written]) -> list[Mistake]:
    return list(dict.fromkeys(written.mistake for written in found))


def _is_drawn(observed: Observed) -> bool:
    return any(answer.get("of") == "figure" for answer in observed.answers)


class _Search:
    """Runs no more checks of a mistake than it takes to see that it explains nothing."""

    def __init__(self, case: Case, mistakes: Sequence[Mistake], rehearsed: Rehearsed) -> None:
        self._case, self._rehearsed = case, rehearsed
        self._all = [_Written(mistake, spelling) for mistake in mistakes for spelling in mistake.spellings]

    def alone(self, among: Iterable[_Written] | None = None, *, by_sight: bool = False) -> list[_Written]:
        """Those that explain everything; by_sight: of a drawing it is enough that the same is wrong with it."""

        def explains(written: _Written, observed: Observed) -> bool:
            seen = by_sight and _is_drawn(observed) and self._accounts(written, observed)
            return seen or self._explains(written, observed)

        return [
            written
            for written in (self._all if among is None else among)
            if all(explains(written, observed) for observed in self._case.not_passed) and self._passes(written)
        ]

    def found_alike(self, found: Iterable[_Written]) -> list[_Written]:
        """Those of which each check that did not pass says the same, in the same words."""
        return [w for w in found if all(self._found_alike(w, observed) for observed in self._case.not_passed)]

    def varied(self, varied: Varied) -> list[_Written]:
        """Those that end the first check as the submission does, written in further ways."""
        first = self._case.not_passed[0]
        near = (written for written in self._all if self._outcome(written, first) == first.outcome)
        found = (_Written(w.mistake, text, far) for w in near for text, far in varied(w.spelling))
        return list(itertools.islice(found, _VARIED))

    def agreeing_to_the_end(self, found: Iterable[_Written]) -> list[_Written]:
        """Those that answer alike in the checks that passed, too."""
        return [w for w in found if all(self._explains(w, observed) for observed in self._case.passed)]

    def pairs(self, further: Sequence[_Written] = ()) -> list[frozenset[Mistake]]:
        """Two mistakes, of which each check that did not pass found one, and that do no other harm.

        Both have their part in each answer, so that it is enough if a check finds the same wrong; but neither may
        fail where something else was found. Of several pairs those are given that explain most, to the last part.
        """
        first, *others = self._case.not_passed
        if not others:
            return []
        found: dict[frozenset[Mistake], tuple[int, int]] = {}
        partners: dict[str, list[_Written]] = {}  # by the first check that they account for
        for one in self._accounting(first, further):
            rest = [observed for observed in others if not self._accounts(one, observed)]
            if not rest:
                continue
            if rest[0].check.id not in partners:
                partners[rest[0].check.id] = self._accounting(rest[0], further)
            for other in partners[rest[0].check.id]:
                if other.mistake != one.mistake and all(self._accounts(other, each) for each in rest[1:]):
                    pair = frozenset((one.mistake, other.mistake))
                    found[pair] = max(self._merit(one, other), found.get(pair, (0, 0)))
        most = max(found.values(), default=None)
        return [pair for pair, merit in found.items() if merit == most]

    def _merit(self, *pair: _Written) -> tuple[int, int]:
        """In how many checks one of a pair explains all, and how many parts are alike of what accounts for it."""
        wholly = sum(any(self._explains(w, o) for w in pair) for o in self._case.not_passed)
        parts = (max(self._resemblance(w, o) for w in pair if self._accounts(w, o)) for o in self._case.not_passed)
        return wholly, sum(parts)

    def most_alike(self, found: Sequence[_Written]) -> list[_Written]:
        """Those whose answers are most like the submission's."""
        parts = [sum(self._resemblance(w, observed) for observed in self._case.not_passed) for w in found]
        most = max(parts, default=0)
        return [written for written, alike in zip(found, parts, strict=True) if alike == most]

    def _resemblance(self, written: _Written, observed: Observed) -> int:
        return resemblance(self._rehearsed(written.spelling, observed.check).answers, observed.answers)

    def _outcome(self, written: _Written, observed: Observed) -> str:
        return self._rehearsed(written.spelling, observed.check).outcome

    def _accounting(self, observed: Observed, further: Sequence[_Written]) -> list[_Written]:
        """Those that account for this check, and fail in none where something else was found, or nothing."""
        return [
            w for w in (*self._all, *further) if self._accounts(w, observed) and self._passes(w) and self._fits(w)
        ]

    def _fits(self, written: _Written) -> bool:
        return all(
            self._outcome(written, o) == "passed" or self._accounts(written, o) for o in self._case.not_passed
        )

    def _accounts(self, written: _Written, observed: Observed) -> bool:
        """Whether a check would have found the same wrong, whatever else there is to be found."""
        return self._outcome(written, observed) == observed.outcome and (
            self._found_alike(written, observed) or self._explains(written, observed)
        )

    def _found_alike(self, written: _Written, observed: Observed) -> bool:
        return same_finding(self._rehearsed(written.spelling, observed.check).finding, observed.finding)

    def _explains(self, written: _Written, observed: Observed) -> bool:
        rehearsed = self._rehearsed(written.spelling, observed.check)
        return rehearsed.outcome == observed.outcome and agree(rehearsed.answers, observed.answers)

    def _passes(self, written: _Written) -> bool:
        """Whether it passes what the submission passed."""
        return all(self._rehearsed(written.spelling, o.check).outcome == "passed" for o in self._case.passed)
