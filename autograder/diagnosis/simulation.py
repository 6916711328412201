"""Mistakes are run: under the same checks and salt as a submission, each in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing

from autograder.channel.budget import Seconds
from autograder.channel.zygote import Zygote
from autograder.course.courses import course_of
from autograder.course.exercises import Check, checks_of, exercises_of
from autograder.course.reference import source_of
from autograder.diagnosis.answers import normalised, remarked
from autograder.diagnosis.rehearsal import Rehearsal, remembers
from autograder.diagnosis.transcripts import Transcript, Transcripts
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner
from autograder.failures import OutOfTime
from autograder.submission.delegation import mentions


class Simulation:
    """What comes of the mistakes of an exercise: looked up where it is known, and else found out.

    Close it after use. zygote: gives what their process is forked from. seconds: what is left for it.
    """

    def __init__(
        self,
        examiner: Examiner,
        zygote: Callable[[], Zygote],
        transcripts: Transcripts,
        lesson: str,
        exercise: str,
        seconds: Seconds,
    ) -> None:
        course = course_of(lesson)
        self._examiner, self._transcripts, self._seconds = examiner, transcripts, seconds
        self._rehearsal = Rehearsal(zygote, course.given(lesson) if course else ())
        self._right = source_of(lesson, exercises_of(lesson))
        self._checks = checks_of(lesson)
        self._exercise = exercise
        transcripts.read()

    def known(self, spelling: str, check: Check) -> Transcript | None:
        """The same, where nothing need be run for it."""
        found = self._transcripts.find(check.id, spelling)
        if found is None and check.builtins and not mentions(self._exercise, spelling):
            found = Transcript("passed", [])
            self._transcripts.add(check.id, spelling, found)
        return found

    def transcript(self, spelling: str, check: Check) -> Transcript:
        """What comes of a check of a mistake, written in this way. Raises `OutOfTime` and `GraderError`."""
        found = self.known(spelling, check)
        if found is None:
            if not self._seconds.left:
                raise OutOfTime
            # whether work is one's own is told by what ran in the checks before, and some of it stays
            mine = [other for other in self._checks if other.exercise == self._exercise]
            self._run(spelling, mine if check.builtins or remembers(spelling) else [check])
            found = self.known(spelling, check)
            assert found is not None, "it was added"
        return found

    def close(self) -> None:
        """End the mistakes' process, and keep what was found out."""
        self._rehearsal.close()
        self._transcripts.write()

    def _run(self, spelling: str, checks: Sequence[Check]) -> None:
        began = time.process_time(), self._rehearsal.used
        looked_at = any(check.builtins for check in checks) or "device" in spelling or "is_cuda" in spelling
        self._rehearsal.put_on(self._right, spelling, shown=looked_at)
        record = Record()
        others = [check.id for check in self._checks if check not in checks]
        try:
            with closing(self._examiner.results(self._rehearsal, checks, passed=others, record=record)) as results:
                for check, (result, _) in zip(checks, results, strict=True):
                    # its siblings are right, and the kit's say nothing new
                    own = [found for found in record.tries(result.id) if not found.with_kits]
                    answers = normalised(own[-1].exchanges) if own else []
                    found = Transcript(result.outcome, answers, remarked(result.finding))
                    if check.builtins and result.kind != "own_work":
                        found = Transcript("passed", [])  # all else that is wrong, other checks say
                    self._transcripts.add(result.id, spelling, found)
        finally:
            self._seconds.spend(time.process_time() - began[0] + self._rehearsal.used - began[1])
