"""One check of one submission, tried on the student's own version of what its exercise calls, and on the kit's."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

from autograder.course.exercises import Check
from autograder.examiner.recording import Record
from autograder.examiner.siblings import Siblings
from autograder.failures import Failure, GraderError, Mismatch, StudentError, Unmet
from autograder.rng import Rng, students_seed
from autograder.student import Student

#: Of two failures the one that says more is told; which was first does not matter.
_TELLS_MORE: tuple[type[Exception], ...] = (Mismatch, Unmet, StudentError, Failure, Exception)


class Tries:
    """Runs a check against a submission; every run of it starts from the same state.

    test: the check's function. seed: of the random inputs. ran: see `Student`. record: where
    what is said is kept.
    """

    def __init__(
        self,
        test: Callable[..., Any],
        check: Check,
        siblings: Siblings,
        seed: str,
        ran: set[str] | None,
        record: Record | None = None,
    ) -> None:
        self.student = Student(siblings.channel, check.timeout, ran, students_seed(seed, check.id))
        self._test, self._check, self._siblings, self._seed = test, check, siblings, seed
        self._own, self._record = siblings.use_own, record

    @property
    def remarks(self) -> set[str]:
        """What a person should look at in the submission, though it costs nothing."""
        return self.student._conversation.remarks

    def run(self, not_passed: Collection[str]) -> Exception | None:
        """None where the check passes, else why it does not.

        Where it fails it is run again with the kit's version of the exercises that this one calls; where one of
        those is known to be wrong, the kit's comes first. Right on either is right: so a mistake in one exercise
        costs once, however the student's functions call each other. Raises what is no fault of the submission's.
        """
        own, kits = self._own, partial(self._siblings.use_kits, self._check)
        if not self._siblings.stand_ins(self._check):
            return self._once(own)
        kits_first = self._siblings.broken(self._check, not_passed)
        errors: dict[Callable[[], None], Exception] = {}
        for prepare in (kits, own) if kits_first else (own, kits):
            error = self._once(prepare)
            if error is None:
                if prepare is kits and not kits_first:
                    self._siblings.helped.add(self._check.exercise)
                return None
            errors[prepare] = error
        return min(errors[own], errors[kits], key=_rank)

    def _once(self, prepare: Callable[[], None]) -> Exception | None:
        available = {"student": self.student, "rng": Rng(self._seed, self._check.id)}
        arguments = {name: available[name] for name in inspect.signature(self._test).parameters}
        self.student._conversation.begin()
        if self._record is not None:
            started = self._record.begin(self._check.id, with_kits=prepare is not self._own)
            self.student._conversation.listener = started.heard
        try:
            prepare()
            self.student._conversation.scripts = self._siblings.scripts(self._seed)
            self._test(**arguments)
        except (GraderError, OSError):
            raise
        except Exception as error:
            self._name_the_call(error)
            return error
        return None

    def _name_the_call(self, error: Exception) -> None:
        """A failure says with which input it came about, and what was printed until then."""
        conversation = self.student._conversation
        if isinstance(error, Failure):
            error.printed = conversation.printed
        if isinstance(error, Mismatch) and conversation.last_call:
            error.finding = replace(error.finding, call=conversation.last_call)


def _rank(error: Exception) -> int:
    return next(place for place, kind in enumerate(_TELLS_MORE) if isinstance(error, kind))
