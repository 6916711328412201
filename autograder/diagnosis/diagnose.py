"""A report's exercises that lost points are told which mistake it is, where the lesson knows it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from autograder.channel.budget import Seconds
from autograder.channel.zygote import Zygote
from autograder.course.exercises import checks_of
from autograder.course.mistakes import Mistake, mistakes_of
from autograder.course.reference import source_of
from autograder.diagnosis.answers import normalised, remarked
from autograder.diagnosis.constants import Constants
from autograder.diagnosis.matching import Case, Explanation, Observed, explain
from autograder.diagnosis.sight import at_last, at_once
from autograder.diagnosis.simulation import Simulation
from autograder.diagnosis.transcripts import Shelf
from autograder.examiner.recording import Exchange, Record
from autograder.examiner.session import Examiner
from autograder.failures import Ended, OutOfTime
from autograder.report.card import not_begun
from autograder.report.results import ExerciseResult, Misconception, Report
from autograder.report.standing import is_missing

_log = logging.getLogger(__name__)

#: Where the environment has this, no mistakes are run: tests of other things grade class after class.
NO_MISTAKES = "AUTOGRADER_RUNS_NO_MISTAKES"


class Diagnosed(NamedTuple):
    """A report with its misconceptions; whole: whether the same would come of it again."""

    report: Report
    whole: bool


@dataclass(frozen=True)
class Physician:
    """Finds out which mistakes explain a submission.

    zygote: gives what the mistakes' processes are forked from. shelf: where their transcripts are. seconds: that
    one submission may have mistakes run for, as processes count them: somebody waits at home.
    """

    examiner: Examiner
    zygote: Callable[[], Zygote]
    shelf: Shelf
    seconds: float = 30.0

    def diagnosed(self, report: Report, source: str, record: Record) -> Diagnosed:
        """The report with what is known of its mistakes; whatever goes wrong here costs nobody a point.

        source: of the submission. record: of its checks.
        """
        left, whole, exercises = Seconds(self.seconds), True, []
        for exercise in report.exercises:
            told = exercise
            if _needs_one(exercise):
                try:
                    told = self._told(report.lesson, exercise, source, record, left)
                except (OutOfTime, Ended):
                    whole = False
                except Exception as error:  # of ours: the verdict stands all the same
                    _log.warning("which mistake it is in %s is not known: %r", exercise.name, error)
                    whole = False
            exercises.append(told)
        return Diagnosed(replace(report, exercises=tuple(exercises)), whole)

    def _told(
        self, lesson: str, exercise: ExerciseResult, source: str, record: Record, left: Seconds
    ) -> ExerciseResult:
        looked_for = NO_MISTAKES not in os.environ and not is_missing(exercise)
        known = mistakes_of(lesson, exercise.name) if looked_for else []
        seen = at_once(exercise, source)
        if seen is None and known:
            observed = self._observed(lesson, exercise, record)
            found = self._explained(lesson, exercise.name, source, observed, known, left)
            if found.mistakes:
                named = tuple(Misconception(one.id, one.name, one.hint) for one in found.mistakes)
                return replace(exercise, misconceptions=named, diagnosis=found.told)
        if seen is None:
            seen = at_last(exercise, source, self._first(exercise, record))
        if seen is not None:
            return replace(exercise, misconceptions=(seen,), diagnosis="named")
        return replace(exercise, diagnosis="unknown") if known else exercise

    def _explained(
        self, lesson: str, exercise: str, source: str, case: Case, known: Sequence[Mistake], left: Seconds
    ) -> Explanation:
        if not case.not_passed:
            return Explanation("unknown", ())
        transcripts = self.shelf.of(lesson, exercise)
        run = Simulation(self.examiner, self.zygote, transcripts, lesson, exercise, left)
        own = Constants(exercise, source, source_of(lesson, [exercise]))
        try:
            return explain(case, known, run.transcript, own.put_into, run.known)
        finally:
            run.close()

    def _observed(self, lesson: str, exercise: ExerciseResult, record: Record) -> Case:
        """What the submission did, check by check, those that look for one's own work last."""
        catalogue = {check.id: check for check in checks_of(lesson)}
        not_passed, passed = [], []
        for result in exercise.checks:
            exchanges = self._exchanges(result.id, record)
            observed = Observed(
                catalogue[result.id], result.outcome, normalised(exchanges), remarked(result.finding)
            )
            if result.outcome == "passed":
                passed.append(observed)
            elif observed.check.builtins and result.kind != "own_work":
                continue  # what is wrong otherwise, the checks before have said
            elif result.wrong or exchanges:
                not_passed.append(observed)
        return Case(tuple(sorted(not_passed, key=_place)), tuple(passed))

    def _exchanges(self, check: str, record: Record) -> Sequence[Exchange]:
        """Those of the run of a check that says most: on right siblings, where those of the submission failed."""
        tries = record.tries(check)
        on_kits = [found for found in tries if found.with_kits]
        return (on_kits or tries)[-1].exchanges if tries else ()

    def _first(self, exercise: ExerciseResult, record: Record) -> Sequence[Exchange]:
        wrong = [check.id for check in exercise.checks if check.wrong]
        return self._exchanges(wrong[0], record) if wrong else ()


def _needs_one(exercise: ExerciseResult) -> bool:
    """Whether it lost points, and not for want of time or of anything written."""
    kinds = {check.kind for check in exercise.checks}
    return exercise.points < exercise.max_points and "time_spent" not in kinds and not not_begun(exercise)


def _place(observed: Observed) -> bool:
    return bool(observed.check.builtins)
