"""What came of a submission's checks so far: a check depends on the earlier ones of its exercise."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.course.exercises import Check, checks_of
from autograder.failures import StudentTimeout


class History:
    """The checks of one submission that have run; each is remembered as it came out last.

    passed: checks that count as passed though they do not run.
    """

    def __init__(self, passed: Iterable[str] = ()) -> None:
        self.done = set(passed)
        self.not_passed: set[str] = set()
        self._out_of_time: set[str] = set()
        #: the operators that had run when a check was over, where it matters
        self._ran: dict[str, set[str]] = {}

    def missing(self, check: Check) -> list[Check]:
        """The earlier checks of its exercise that have not run, in order."""
        return [other for other in _before(check) if other.id not in self.done]

    def reason_to_skip(self, check: Check) -> str | None:
        """Why a check is skipped: it needs another that did not pass, or its exercise ran out of time."""
        before = _before(check)
        if any(other.id in self._out_of_time for other in before):
            return f"an earlier check of {check.exercise} ran out of time"
        catalogue = {other.id: other for other in checks_of(check.lesson)}
        unmet = (need for need in catalogue[check.id].needs if need in self.not_passed)
        return next((f"needs: {catalogue[need].title if need in catalogue else need}" for need in unmet), None)

    def operators(self, check: Check) -> set[str]:
        """Where to note the operators that run in a check; those of its exercise's earlier ones are in it."""
        self._ran[check.id] = set().union(*(self._ran.get(other.id, ()) for other in _before(check)))
        return self._ran[check.id]

    def note(self, check: Check, *, passed: bool, error: BaseException | None = None) -> None:
        """A check is over."""
        self.done.add(check.id)
        (self.not_passed.discard if passed else self.not_passed.add)(check.id)
        (self._out_of_time.add if isinstance(error, StudentTimeout) else self._out_of_time.discard)(check.id)


def _before(check: Check) -> list[Check]:
    mine = [other for other in checks_of(check.lesson) if other.exercise == check.exercise]
    return mine[: [other.id for other in mine].index(check.id)]
