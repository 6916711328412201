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
#: The same, where it is known without running it.
Known = Callable[[str, Check], Transcript | None]


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


#: Whether what came of a check of a mistake could be what was observed.
_Claim = Callable[[Transcript, Observed], bool]


class _Written(NamedTuple):
    """A mistake, written in one way; far: how far that is from the way in which somebody wrote it down."""

    mistake: Mistake
    spelling: str
    far: float = 0.0


def explain(
    case: Case,
    mistakes: Sequence[Mistake],
    rehearsed: Rehearsed,
    varied: Varied = lambda _: (),
    known: Known = lambda *_: None,
) -> Explanation:
    """What explains a case. Raises whatever `rehearsed` raises.

    varied: further ways of writing a mistake, which are tried where none of the known ones explains it.
    known: what was found out before: a mistake that it excludes is not run again.
    """
    search = _Search(case, mistakes, rehearsed, known)
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


def _explains(found: Transcript, observed: Observed) -> bool:
    return found.outcome == observed.outcome and agree(found.answers, observed.answers)


def _found_alike(found: Transcript, observed: Observed) -> bool:
    return same_finding(found.finding, observed.finding)


def _accounts(found: Transcript, observed: Observed) -> bool:
    """Whether a check would have found the same wrong, whatever else there is to be found."""
    return found.outcome == observed.outcome and (_found_alike(found, observed) or _explains(found, observed))


def _passed(found: Transcript, _: Observed) -> bool:
    return found.outcome == "passed"


def _accounts_or_passed(found: Transcript, observed: Observed) -> bool:
    return _passed(found, observed) or _accounts(found, observed)


def _explains_by_sight(found: Transcript, observed: Observed) -> bool:
    """Of a drawing it is enough that the same is wrong with it."""
    drawn = any(answer.get("of") == "figure" for answer in observed.answers)
    return (_accounts if drawn else _explains)(found, observed)


class _Search:
    """Runs no more checks of a mistake than it takes to see that it explains nothing."""

    def __init__(self, case: Case, mistakes: Sequence[Mistake], rehearsed: Rehearsed, known: Known) -> None:
        self._case, self._rehearsed, self._known = case, rehearsed, known
        self._all = [_Written(mistake, spelling) for mistake in mistakes for spelling in mistake.spellings]

    def alone(self, among: Iterable[_Written] | None = None, *, by_sight: bool = False) -> list[_Written]:
        """Those that explain everything; by_sight: see `_explains_by_sight`."""
        claim = _explains_by_sight if by_sight else _explains
        claims = (claim, self._case.not_passed), (_passed, self._case.passed)
        return [w for w in (self._all if among is None else among) if self._holds(w, *claims)]

    def found_alike(self, found: Iterable[_Written]) -> list[_Written]:
        """Those of which each check that did not pass says the same, in the same words."""
        return [w for w in found if self._holds(w, (_found_alike, self._case.not_passed))]

    def varied(self, varied: Varied) -> list[_Written]:
        """Those that end the first check as the submission does, written in further ways."""
        first = self._case.not_passed[0]
        near = (written for written in self._all if self._found(written, first).outcome == first.outcome)
        found = (_Written(w.mistake, text, far) for w in near for text, far in varied(w.spelling))
        return list(itertools.islice(found, _VARIED))

    def agreeing_to_the_end(self, found: Iterable[_Written]) -> list[_Written]:
        """Those that answer alike in the checks that passed, too."""
        return [w for w in found if self._holds(w, (_explains, self._case.passed))]

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
        wholly = sum(any(_explains(self._found(w, o), o) for w in pair) for o in self._case.not_passed)
        parts = (max(self._resemblance(w, o) for w in pair if self._accounts(w, o)) for o in self._case.not_passed)
        return wholly, sum(parts)

    def most_alike(self, found: Sequence[_Written]) -> list[_Written]:
        """Those whose answers are most like the submission's."""
        parts = [sum(self._resemblance(w, observed) for observed in self._case.not_passed) for w in found]
        most = max(parts, default=0)
        return [written for written, alike in zip(found, parts, strict=True) if alike == most]

    def _resemblance(self, written: _Written, observed: Observed) -> int:
        return resemblance(self._found(written, observed).answers, observed.answers)

    def _accounting(self, observed: Observed, further: Sequence[_Written]) -> list[_Written]:
        """Those that account for this check, and fail in none where something else was found, or nothing."""
        claims = (
            (_accounts, [observed]),
            (_passed, self._case.passed),
            (_accounts_or_passed, self._case.not_passed),
        )
        return [w for w in (*self._all, *further) if self._holds(w, *claims)]

    def _accounts(self, written: _Written, observed: Observed) -> bool:
        return _accounts(self._found(written, observed), observed)

    def _holds(self, written: _Written, *claims: tuple[_Claim, Iterable[Observed]]) -> bool:
        """Whether each of these holds of all that it is claimed of; what is known may save running the rest."""
        unknown = []
        for claim, about in claims:
            for observed in about:
                found = self._known(written.spelling, observed.check)
                if found is None:
                    unknown.append((claim, observed))
                elif not claim(found, observed):
                    return False
        return all(claim(self._found(written, observed), observed) for claim, observed in unknown)

    def _found(self, written: _Written, observed: Observed) -> Transcript:
        return self._rehearsed(written.spelling, observed.check)
