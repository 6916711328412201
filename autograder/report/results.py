"""The report of one submission and lesson: what every path of grading produces, and its JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from autograder.failures import Finding, Kind, Outcome
from autograder.picture.data import Example, Picture, Row

FlagKind = Literal["delegation", "cell", "crash", "file"]
#: What an exercise's misconceptions are: the one that explains it, two that do so together, some of which one
#: does, or none that is known; nothing where nobody looked.
Told = Literal["", "named", "both", "possible", "unknown"]
#: The numbers of a picture.
_ROWS = ("given", "right", "yours")


@dataclass(frozen=True)
class CheckResult:
    """How one check ended, and what was found where it did not pass.

    printed: the start of what the student's code printed, for cards; it is not part of the JSON.
    """

    id: str
    title: str
    outcome: Outcome
    points: float
    max_points: float
    finding: Finding | None
    seconds: float
    printed: str = ""

    @property
    def message(self) -> str:
        """The finding as a text."""
        return self.finding.message if self.finding else ""

    @property
    def kind(self) -> Kind | None:
        """What is wrong, in a word."""
        return self.finding.kind if self.finding else None

    @property
    def wrong(self) -> bool:
        """Whether it was tried, and lost its points."""
        return self.outcome in ("failed", "error", "timeout")


@dataclass(frozen=True)
class Misconception:
    """A named wrong idea that explains a failing submission, and a hint against it."""

    id: str
    name: str
    hint: str


@dataclass(frozen=True)
class ExerciseResult:
    """The checks of one exercise; its points are the sum of those of the checks that passed.

    misconceptions: which mistake it is, in words; diagnosis: how they are meant. example: in which it shows.
    optional: its points are shown, and count for nothing.
    """

    name: str
    checks: tuple[CheckResult, ...]
    misconceptions: tuple[Misconception, ...] = ()
    diagnosis: Told = ""
    example: Example | None = None
    optional: bool = False

    @property
    def points(self) -> float:
        return sum((check.points for check in self.checks), 0.0)

    @property
    def max_points(self) -> float:
        return sum((check.max_points for check in self.checks), 0.0)

    @property
    def passed(self) -> bool:
        return all(check.outcome == "passed" for check in self.checks)


@dataclass(frozen=True)
class Flag:
    """Something that a TA should look at.

    kind: "delegation", a built-in is called that should have been written, or stands in code that did not run
    (then it costs nothing), or the source does not show what is called; "cell", a cell of the submission raised
    or did not end, or a line of it could not work here; "crash", the last words of a process that its code
    ended; "file", which file was graded, or was left out (`exercise` is empty for these three).
    """

    kind: FlagKind
    exercise: str
    detail: str

    @property
    def words(self) -> str:
        """All of it on one line."""
        return f"{self.exercise}: {self.detail}" if self.exercise else self.detail


@dataclass(frozen=True)
class Report:
    """A submission's result in one lesson; not graded (with a reason) is not zero."""

    lesson: str
    submission: str
    max_points: float
    graded: bool = True
    reason: str | None = None
    sandbox: str = "none"
    device: str = "cpu"
    versions: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    flags: tuple[Flag, ...] = ()
    exercises: tuple[ExerciseResult, ...] = ()

    @property
    def points(self) -> float | None:
        return sum((one.points for one in self.exercises if not one.optional), 0.0) if self.graded else None

    @property
    def passed(self) -> bool:
        """Whether all that counts has passed; where nothing counts, all that was asked."""
        counting = [one for one in self.exercises if not one.optional] or self.exercises
        return self.graded and all(exercise.passed for exercise in counting)

    def as_json(self) -> dict[str, Any]:
        """The report in the format that graders outside this repository read."""
        return {
            "lesson": self.lesson,
            "submission": self.submission,
            "graded": self.graded,
            "reason": self.reason,
            "sandbox": self.sandbox,
            "device": self.device,
            "versions": self.versions,
            "points": self.points,
            "max_points": self.max_points,
            "seconds": round(self.seconds, 4),
            "flags": [asdict(flag) for flag in self.flags],
            "exercises": [_exercise(exercise) for exercise in self.exercises],
        }


def dumps(reports: Iterable[Report]) -> str:
    """Reports as a JSON list."""
    text = json.dumps([report.as_json() for report in reports], indent=1, ensure_ascii=False) + "\n"
    # a file's name need not be Unicode; what of it cannot be encoded becomes an escape of JSON's
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def loads(text: str) -> list[Report]:
    """The reports in a JSON list; raises `ValueError` where it holds anything else."""
    entries = json.loads(text)
    if not isinstance(entries, list):
        raise ValueError("this is no list of reports")
    try:
        return [_read(entry) for entry in entries]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no report: {error!r}") from None


def _read(entry: dict[str, Any]) -> Report:
    known = {name: entry[name] for name in entry.keys() - {"points", "flags", "exercises"}}
    exercises = (
        ExerciseResult(
            one["name"],
            tuple(_read_check(check) for check in one["checks"]),
            tuple(Misconception(**found) for found in one["misconceptions"]),
            one.get("diagnosis", ""),
            read_example(one.get("example")),
            one.get("optional", False),
        )
        for one in entry["exercises"]
    )
    return Report(**known, flags=tuple(Flag(**flag) for flag in entry["flags"]), exercises=tuple(exercises))


def _read_check(entry: dict[str, Any]) -> CheckResult:
    known = {name: entry[name] for name in entry.keys() - {"message", "finding"}}
    parts = entry.get("finding") or {"kind": "unclear", "what": entry["message"]}
    return CheckResult(**known, finding=Finding(**parts) if parts["what"] else None)


def _exercise(exercise: ExerciseResult) -> dict[str, Any]:
    written = {
        "name": exercise.name,
        "points": exercise.points,
        "max_points": exercise.max_points,
        "misconceptions": [asdict(found) for found in exercise.misconceptions],
        "checks": [_check(check) for check in exercise.checks],
    }
    example = example_as_json(exercise.example)
    more = {"optional": exercise.optional, "diagnosis": exercise.diagnosis, "example": example}
    return written | {key: value for key, value in more.items() if value}


def example_as_json(example: Example | None) -> dict[str, Any] | None:
    """An example as reports have it: each row of numbers is a line, of numbers that JSON does not know as well."""
    if example is None:
        return None
    written: dict[str, Any] = {"call": example.call, "expected": example.expected, "got": example.got}
    if example.picture is not None:
        rows = {key: [_line(row) for row in getattr(example.picture, key)] for key in _ROWS}
        written["picture"] = {"kind": example.picture.kind, "words": list(example.picture.words), **rows}
    return written


def read_example(entry: dict[str, Any] | None) -> Example | None:
    """An example from a report; None where it has none."""
    if entry is None:
        return None
    drawn = entry.get("picture")
    if drawn is not None:
        rows = {key: tuple(map(_row, drawn[key])) for key in _ROWS}
        drawn = Picture(drawn["kind"], tuple(drawn["words"]), **rows)
    return Example(entry["call"], entry["expected"], entry["got"], drawn)


def _line(row: Row) -> str:
    return " ".join(f"{value:g}" for value in row)


def _row(line: str) -> Row:
    # one nan is not another, unless it is the same object
    return tuple(math.nan if word == "nan" else float(word) for word in line.split())


def _check(check: CheckResult) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": check.id,
        "title": check.title,
        "outcome": check.outcome,
        "points": check.points,
        "max_points": check.max_points,
        "message": check.message,
        "seconds": check.seconds,
    }
    if check.finding is not None:
        written["finding"] = {part: text for part, text in asdict(check.finding).items() if text}
    return written
