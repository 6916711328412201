"""The JSON that graders outside this repository read: exactly the keys and types of the design."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, asdict
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.failures import Finding, Outcome
from autograder.grading.examine import ungraded
from autograder.grading.job import Job
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report, dumps, loads
from autograder.submission.cells import read
from tests.banks import ROOT

KEYS = {
    "report": {
        "lesson": str,
        "submission": str,
        "graded": bool,
        "reason": (str, type(None)),
        "sandbox": str,
        "device": str,
        "versions": dict,
        "points": (float, type(None)),
        "max_points": float,
        "seconds": float,
        "flags": list,
        "exercises": list,
    },
    "flag": {"kind": str, "exercise": str, "detail": str},
    "exercise": {"name": str, "points": float, "max_points": float, "misconceptions": list, "checks": list},
    "misconception": {"id": str, "name": str, "hint": str},
    "check": {
        "id": str,
        "title": str,
        "outcome": str,
        "points": float,
        "max_points": float,
        "message": str,
        "seconds": float,
    },
}


def conforms(value: dict[str, Any], kind: str) -> None:
    wanted: dict[str, Any] = KEYS[kind]
    keys = [key for key in value if (kind, key) not in (("check", "finding"), ("exercise", "diagnosis"))]
    assert keys == list(wanted), f"the keys of a {kind}, in the design's order"
    for key, types in wanted.items():
        allowed = types if isinstance(types, tuple) else (types,)
        assert type(value[key]) in allowed, f"{key} of a {kind} is {value[key]!r}"


def conforms_throughout(reports: list[dict[str, Any]]) -> None:
    for report in reports:
        conforms(report, "report")
        assert set(report["versions"]) == {"autograder", "torch"}
        for flag in report["flags"]:
            conforms(flag, "flag")
        for exercise in report["exercises"]:
            conforms(exercise, "exercise")
            for misconception in exercise["misconceptions"]:
                conforms(misconception, "misconception")
            assert exercise.get("diagnosis") in (None, "named", "both", "possible", "unknown")
            for check in exercise["checks"]:
                conforms(check, "check")
                assert check["outcome"] in ("passed", "failed", "error", "timeout", "skipped")
                assert ("finding" in check) == (check["outcome"] != "passed"), "what is wrong, in parts"
                assert Finding(**check.get("finding", {"kind": "", "what": ""})).message == check["message"]


WRONG = Finding("value", "the value is right", "it must", "f(1)", expected="1", got="2")


def check(name: str, outcome: Outcome, points: float, max_points: float) -> CheckResult:
    finding = None if outcome == "passed" else WRONG
    return CheckResult(name, "A title.", outcome, points, max_points, finding, 0.0021)


VERSIONS = {"autograder": "0.1.0", "torch": "2.13.0"}
FULL = Report(
    "activations",
    "s017",
    6.0,
    device="cpu",
    versions=VERSIONS,
    seconds=0.412345,
    flags=(Flag("delegation", "tanh", "a call of tanh"),),
    exercises=(
        ExerciseResult(
            "softmax",
            (check("test_a", "passed", 1.0, 1.0), check("test_b", "failed", 0.0, 2.0)),
            (Misconception("softmax-whole-tensor", "Softmax over the whole tensor", "Which dim?"),),
        ),
        ExerciseResult("tanh", (check("test_c", "passed", 3.0, 3.0),)),
    ),
)
UNGRADED = Report("xor", "s018", 3.0, graded=False, reason="no sandbox", versions=VERSIONS)


MESSAGE = "the value is right (it must)\n    call: f(1)\nexpected: 1\n     got: 2"
PARTS = {"kind": "value", "what": "the value is right", "because": "it must", "call": "f(1)"}
PARTS |= {"expected": "1", "got": "2"}


def test_a_report_is_written_as_the_design_says() -> None:
    conforms_throughout(json.loads(dumps([FULL, UNGRADED])))
    assert json.loads(dumps([FULL]))[0] == {
        "lesson": "activations",
        "submission": "s017",
        "graded": True,
        "reason": None,
        "sandbox": "none",
        "device": "cpu",
        "versions": {"autograder": "0.1.0", "torch": "2.13.0"},
        "points": 4.0,
        "max_points": 6.0,
        "seconds": 0.4123,
        "flags": [{"kind": "delegation", "exercise": "tanh", "detail": "a call of tanh"}],
        "exercises": [
            {
                "name": "softmax",
                "points": 1.0,
                "max_points": 3.0,
                "misconceptions": [
                    {
                        "id": "softmax-whole-tensor",
                        "name": "Softmax over the whole tensor",
                        "hint": "Which dim?",
                    }
                ],
                "checks": [
                    {
                        "id": f"test_{letter}",
                        "title": "A title.",
                        "outcome": outcome,
                        "points": points,
                        "max_points": most,
                        "message": message,
                        "seconds": 0.0021,
                        **more,
                    }
                    for letter, outcome, points, most, message, more in [
                        ("a", "passed", 1.0, 1.0, "", {}),
                        ("b", "failed", 0.0, 2.0, MESSAGE, {"finding": PARTS}),
                    ]
                ],
            },
            {
                "name": "tanh",
                "points": 3.0,
                "max_points": 3.0,
                "misconceptions": [],
                "checks": [
                    {
                        "id": "test_c",
                        "title": "A title.",
                        "outcome": "passed",
                        "points": 3.0,
                        "max_points": 3.0,
                        "message": "",
                        "seconds": 0.0021,
                    }
                ],
            },
        ],
    }


def test_not_graded_is_not_zero() -> None:
    (written,) = json.loads(dumps([UNGRADED]))
    assert (written["graded"], written["points"], written["reason"]) == (False, None, "no sandbox")
    assert not UNGRADED.passed


def test_a_list_even_of_none_and_a_line_at_its_end() -> None:
    assert json.loads(dumps([])) == []
    assert dumps([FULL]).endswith("]\n")


@pytest.mark.parametrize("text", ["é≤", "a\ud800b", "\x00\x1b", '"\\', "\u2028"])
def test_any_text_is_written_and_read_again(text: str) -> None:
    """A file's name or a message can hold anything; the file of the report is UTF-8 all the same."""
    written = dumps([Report("xor", text, 1.0, graded=False, reason=text)])
    assert json.loads(written.encode("utf-8"))[0]["reason"] == text


def test_points_are_floats_even_where_there_are_none() -> None:
    none = Report("xor", "s", 0.0, versions=VERSIONS)
    empty = Report("xor", "s", 0.0, versions=VERSIONS, exercises=(ExerciseResult("f", ()),))
    conforms_throughout(json.loads(dumps([none, empty])))


def test_passed_means_everything() -> None:
    assert not FULL.passed
    assert Report("xor", "s", 3.0, exercises=FULL.exercises[1:]).passed
    skipped = ExerciseResult("f", (check("test_a", "skipped", 0.0, 0.0),))
    assert not Report("xor", "s", 0.0, exercises=(skipped,)).passed


def test_results_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FULL.graded = False  # type: ignore[misc]  # the mistake that is tested


def test_real_reports_conform(examiner: Examiner, zygote: Zygote) -> None:
    channel = ProcessChannel(zygote, read(ROOT / "solutions" / "mlp.py"))
    try:
        graded = examiner.examine(channel, "mlp", "s")
    finally:
        channel.stop()
    not_graded = ungraded(Job(ROOT / "nothing", "mlp", "s"), "no such file")
    conforms_throughout(json.loads(dumps([graded, not_graded])))
    assert graded.max_points == not_graded.max_points == graded.points
    assert graded.seconds > 0


def test_what_is_not_graded_keeps_the_notes_on_its_file() -> None:
    job = Job(None, "mlp", "s", notes=("it has another name",))
    assert [(flag.kind, flag.detail) for flag in ungraded(job, "it is empty").flags] == [
        ("file", "it has another name")
    ]


def test_what_was_written_can_be_read_again() -> None:
    passed = CheckResult("test_it", "It works.", "passed", 2.0, 2.0, None, 0.25)
    exercise = ExerciseResult(
        "relu",
        (passed, check("test_b", "failed", 0.0, 2.0)),
        (Misconception("relu-abs", "the absolute value", "try -1"),),
    )
    whole = Report("activations", "ada", 2.0, flags=(Flag("cell", "", "NameError: x"),), exercises=(exercise,))
    torn = Report("activations", "ivy", 2.0, graded=False, reason="the file is empty")
    assert loads(dumps([whole, torn])) == [whole, torn]


def test_a_report_of_messages_alone_can_be_read() -> None:
    """The finding is an addition; whoever writes reports as the design has them leaves it out."""
    (entry,) = json.loads(dumps([FULL]))
    del entry["exercises"][0]["checks"][1]["finding"]
    (report,) = loads(json.dumps([entry]))
    first, second = report.exercises[0].checks
    assert (first.finding, second.message, second.kind) == (None, MESSAGE, "unclear")


def test_no_part_of_a_finding_is_long() -> None:
    found = Finding("value", "w" * 5000, got="g" * 5000)
    assert max(map(len, asdict(found).values())) == 1000


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"lesson": "mlp"}]', "[[]]", "null"])
def test_what_is_no_report_is_told(text: str) -> None:
    with pytest.raises(ValueError):
        loads(text)
