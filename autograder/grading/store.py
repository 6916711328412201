"""Verdicts that are kept: the same submission, checked in the same way, is not examined twice."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from autograder.course import atomic
from autograder.course.exercises import exercises_of, points_of
from autograder.examiner.digest import content, digest, handed_in, software, told
from autograder.examiner.session import versions
from autograder.failures import Finding
from autograder.grading.work import Setting, Task
from autograder.report.results import (
    CheckResult,
    ExerciseResult,
    Flag,
    Misconception,
    Report,
    example_as_json,
    read_example,
)
from autograder.wire.frames import Message

_FOLDER = Path(".autograder") / "verdicts"


@dataclass(frozen=True)
class Store:
    """The verdicts of a course, one JSON file for each submission.

    Its name is a digest of all that they depend on but the checks; those it holds for each exercise. fresh: what
    is kept already is not looked at.
    """

    setting: Setting
    fresh: bool = False

    def key(self, task: Task) -> str:
        """What the verdicts of a task are kept under, whichever of the lesson's exercises it asks for."""
        place = self.setting.sandbox, self.setting.device, self.setting.salt
        shown = [[sorted(task.undrawn), task.cell_seconds]] if task.shown else []
        return digest([software(), place, task.lesson, handed_in(task.submission), *shown])

    def known(self, key: str, lesson: str) -> Report | None:
        """The report of the exercises that are known, as of nobody in particular; None where none is."""
        try:
            fields = {} if self.fresh else json.loads(self._path(key, lesson).read_text(encoding="utf-8"))
            if fields.pop("digest", None) != digest(fields):
                return None
            found = [_exercise(kept["result"]) for kept in self._valid(fields, lesson)]
            flags = tuple(Flag(**flag) for flag in fields.get("flags", ()))
            seconds, device = float(fields.get("seconds", 0.0)), str(fields.get("device", "cpu"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # not there, or damaged: it is examined again
        if not found:
            return None
        worth = sum(exercise.max_points for exercise in found if not exercise.optional)
        return Report(
            lesson=lesson,
            submission="",
            max_points=worth,
            sandbox=self.setting.sandbox,
            device=device,
            versions=versions(),
            seconds=seconds,
            flags=flags,
            exercises=tuple(found),
        )

    def keep(self, key: str, report: Report) -> None:
        """Keep the verdicts of a report; where they cannot be kept, they are found again another time."""
        current, known = content(report.lesson), told(report.lesson)
        fields = {
            "exercises": {
                exercise.name: {
                    "checks": current[exercise.name],
                    "told": known[exercise.name],
                    "result": {**asdict(exercise), "example": example_as_json(exercise.example)},
                }
                for exercise in report.exercises
            },
            "flags": [asdict(flag) for flag in report.flags if flag.kind != "file"],
            "seconds": report.seconds,
            "device": report.device,
        }
        with contextlib.suppress(OSError):
            atomic.write(self._path(key, report.lesson), json.dumps({"digest": digest(fields), **fields}))

    def shown(self, key: str, lesson: str) -> tuple[Message, ...] | None:
        """What the cells of a submission showed that is kept; None where that is not known."""
        try:
            kept = None if self.fresh else json.loads(self._outputs(key, lesson).read_text(encoding="utf-8"))
            return tuple(kept["results"]) if kept and kept["digest"] == digest(kept["results"]) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # not there, or damaged

    def keep_shown(self, key: str, lesson: str, results: Sequence[Message]) -> None:
        """Keep what the cells of a submission showed, where that can be kept."""
        kept = {"digest": digest(list(results)), "results": list(results)}
        with contextlib.suppress(OSError):
            atomic.write(self._outputs(key, lesson), json.dumps(kept))

    def _valid(self, fields: dict[str, Any], lesson: str) -> list[dict[str, Any]]:
        """What is kept of exercises whose checks are still the same, and what is told of them."""
        kept, checks, words = fields.get("exercises", {}), content(lesson), told(lesson)
        found = {name: kept[name] for name in exercises_of(lesson) if name in kept}
        return [
            known
            for name, known in found.items()
            if (known.get("checks"), known.get("told")) == (checks[name], words[name])
        ]

    def _path(self, key: str, lesson: str) -> Path:
        return kept_in(self.setting.course, lesson) / f"{key}.json"

    def _outputs(self, key: str, lesson: str) -> Path:
        return kept_in(self.setting.course, lesson) / f"outputs-{key}.json"


def kept_in(course: Path, lesson: str) -> Path:
    """The folder where a course keeps what need not be found again."""
    return course / _FOLDER / lesson


def missing(known: Report | None, lesson: str) -> tuple[str, ...]:
    """The exercises of a lesson that are to be examined."""
    have = {exercise.name for exercise in known.exercises} if known else set()
    return tuple(name for name in exercises_of(lesson) if name not in have)


def joined(known: Report | None, new: Report) -> Report:
    """The whole report: what was known, with what was examined now in its place."""
    if known is None or not new.graded:
        return new
    found = {exercise.name: exercise for exercise in (*known.exercises, *new.exercises)}
    again = {exercise.name for exercise in new.exercises}
    kept = (flag for flag in known.flags if flag.exercise and flag.exercise not in again)
    ordered = tuple(found[name] for name in exercises_of(new.lesson))
    return replace(
        new,
        max_points=sum(points_of(new.lesson).values()),
        seconds=known.seconds + new.seconds,
        exercises=ordered,
        flags=tuple(dict.fromkeys((*kept, *new.flags))),
    )


def _exercise(fields: dict[str, Any]) -> ExerciseResult:
    checks = (
        CheckResult(**{**check, "finding": Finding(**check["finding"]) if check["finding"] else None})
        for check in fields["checks"]
    )
    misconceptions = tuple(Misconception(**found) for found in fields["misconceptions"])
    example = read_example(fields["example"])
    return ExerciseResult(
        fields["name"], tuple(checks), misconceptions, fields["diagnosis"], example, fields["optional"]
    )
