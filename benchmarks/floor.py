"""What a class costs at the least. Usage: python benchmarks/floor.py LESSON [COURSE]

Runs the same cells of each submission as `autograder grade` does, and the same calls of the same checks, in one
warm process: no sandbox, no other process, nothing on a wire, no pytest, and no time limits. It is what
`autograder grade` is compared with, and never a way to grade: a submission could do anything here. Prints the
points of each submission.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Unpack, cast

import matplotlib as mpl
import torch

from autograder.channel.inline import InlineChannel
from autograder.channel.protocol import replied
from autograder.course.courses import enter
from autograder.course.exercises import checks_of
from autograder.course.salt import course_salt
from autograder.examiner.history import History
from autograder.examiner.siblings import Siblings
from autograder.examiner.tries import Tries
from autograder.grading.released import Released
from autograder.submission.cells import Submission, read
from autograder.submission.delegation import mentions
from autograder.wire.messages import Options, Reply, Request, Sent
from autograder.wire.values import Foreign
from autograder.worker.magics import python_of


class Direct(InlineChannel):
    """Requests as plain calls, and the source as it was read."""

    def __init__(self, submission: Submission) -> None:
        namespace: dict[str, Any] = {"__name__": "submission"}
        for cell in submission.cells:
            with contextlib.suppress(Exception):  # a cell that fails costs only what it defines
                exec(compile(python_of(cell.source), "<cell>", "exec"), namespace)
        super().__init__(namespace)
        self._source = submission.source
        self._ids = itertools.count(1)

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        if request["op"] == "device":
            return {"ok": "cpu"}
        reply = cast(
            "Reply", self._answers.answer(cast("Sent", {"id": next(self._ids), "ask": request, **options}))
        )
        reply["ok"] = _crossed(reply.get("ok"))
        return replied(reply)


def _crossed(value: object) -> Any:
    """A value as it arrives: a tensor without memory does not."""
    if isinstance(value, (list, tuple)):
        return type(value)(map(_crossed, value))
    return Foreign("Tensor", "device='meta'") if isinstance(value, torch.Tensor) and value.is_meta else value


def points(lesson: str, submission: Submission, salt: str) -> float:
    """The points of a submission."""
    siblings, history, earned = Siblings(Direct(submission)), History(), 0.0
    module = importlib.import_module(f"autograder.lessons.{lesson}.checks")
    for check in checks_of(lesson):
        passed = False
        if history.reason_to_skip(check) is None:
            ran = history.operators(check) if mentions(check.exercise, submission.source) else None
            error = Tries(getattr(module, check.id), check, siblings, salt, ran).run(history.not_passed)
            passed = error is None
            history.note(check, passed=passed, error=error)
        else:
            history.note(check, passed=False)
        earned += check.points * passed
    return earned


def graded(lesson: str, course: Path) -> Iterator[tuple[str, float]]:
    """Each student of a course directory, and their points."""
    released, salt = Released.of_course(course, lesson), course_salt(course)
    for path in sorted((course / "submitted").glob(f"*/{lesson}/{lesson}.ipynb")):
        submission = read(path, path.parent.parent.name)
        yield submission.id, points(lesson, submission.without(released.idle(submission.cells)), salt)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    mpl.use("agg")
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path.cwd()
    enter(folder)
    for student, earned in graded(sys.argv[1], folder):
        print(f"{student} {earned:g}", flush=True)
