"""A submission that loses points is told which mistake it is, and never a guess."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.courses import kits_own
from autograder.course.exercises import exercises_of
from autograder.course.mistakes import mistakes_of
from autograder.course.places import released
from autograder.diagnosis import diagnose
from autograder.diagnosis.diagnose import Physician
from autograder.diagnosis.transcripts import Shelf
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner
from autograder.failures import GraderError
from autograder.grading.released import Released
from autograder.report.results import ExerciseResult
from autograder.report.scores import words_on
from autograder.submission.cells import Cell, Submission, read
from autograder.submission.compared import amiss
from tests.diagnosis.conftest import Told
from tests.seldom import one_in

BRACKET = "def line(x):\n    y = x + 1\n    return y + y\n"


def nobody() -> NoReturn:
    raise GraderError("no worker can be started")


def only(told: Told, source: str) -> ExerciseResult:
    """The exercise, with what is told of it."""
    found = told(source)
    assert found.whole
    return found.report.exercises[0]


def names(exercise: ExerciseResult) -> list[str]:
    return [one.name for one in exercise.misconceptions]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (BRACKET, "adds before it doubles"),
        (
            "def line(numbers):\n    return 1 + numbers.add(numbers).type(torch.float32)\nimport torch",
            "always gives float32",
        ),
        ("def line(x):\n    x.add_(x)\n    return x.add(1)\n", "changes x"),
        ("def line(x):\n    return x + x + 0.25\n", "adds another number than 1"),
        ("SHIFT = 30\ndef line(x):\n    return SHIFT + x * 2\n", "adds another number than 1"),
        ("def line(x):\n    n = 0\n    while n >= 0:\n        n += 1\n", "never comes to an end"),
        ("import os, signal\ndef line(x):\n    os.kill(os.getpid(), signal.SIGKILL)\n", "ends the program"),
    ],
)
def test_a_mistake_is_named_however_it_is_written(told: Told, source: str, name: str) -> None:
    exercise = only(told, source)
    assert (exercise.diagnosis, names(exercise)) == ("named", [name])
    assert exercise.misconceptions[0].hint.endswith("?")


def test_two_mistakes_are_both_named(told: Told) -> None:
    exercise = only(told, "def line(x):\n    x.mul_(2)\n    return (x + 1).float()\n")
    assert exercise.diagnosis == "both"
    assert set(names(exercise)) == {"always gives float32", "changes x"}


@pytest.mark.parametrize(
    ("value", "name"), [("2 * (x + 1)", "adds before it doubles"), ("2 * x + 0.25", "adds another number than 1")]
)
def test_two_mistakes_in_one_answer_are_both_named(told: Told, value: str, name: str) -> None:
    exercise = only(told, f"def line(x):\n    return ({value}).float()\n")
    assert exercise.diagnosis == "both"
    assert set(names(exercise)) == {"always gives float32", name}


@pytest.mark.parametrize(
    "source",
    [
        "def line(x):\n    return 3 * x + 1\n",
        "def line(x):\n    x *= 2\n    return 3 * x + 1\n",
        "def line(x):\n    return (2 * x + 1).half()\n",
        "def line(x):\n    return [2 * x + 1]\n",
        "line = 3\n",
    ],
)
def test_a_mistake_that_nobody_has_written_down_is_unknown(told: Told, source: str) -> None:
    exercise = only(told, source)
    assert exercise.points < exercise.max_points
    assert (exercise.diagnosis, exercise.misconceptions) == ("unknown", ())


@pytest.mark.parametrize("source", ["x = 1\n", "def line(x:\n"])
def test_where_nothing_came_back_there_is_no_mistake_to_look_for(told: Told, source: str) -> None:
    """What the check found says it all: the name is not there."""
    exercise = only(told, source)
    assert exercise.points == 0
    assert (exercise.diagnosis, exercise.misconceptions) == ("", ())


def test_a_right_submission_is_told_nothing(told: Told) -> None:
    exercise = only(told, "def line(x):\n    return x + x + 1\n")
    assert exercise.passed
    assert (exercise.diagnosis, exercise.misconceptions) == ("", ())


def test_a_stub_is_told_nothing(told: Told) -> None:
    exercise = only(told, "def line(x):\n    raise NotImplementedError()\n")
    assert (exercise.diagnosis, exercise.misconceptions) == ("", ())


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("def Line(x):\n    return 2 * x + 1\n", "is called `Line` instead of `line`"),
        ("def line(x):\n    y = 2 * x + 1\n", "computes its result, and does not return it"),
        ("def line(x):\n    print(2 * x + 1)\n", "prints its result instead of returning it"),
        ("import numpy as np\ndef line(x):\n    return np.add(2 * x.numpy(), 1)\n",
         "calls a function of numpy's where torch's is needed"),
        ("def line(x):\n    return np.exp(x)\n", "uses the name `np`, which is not defined"),
        ("def line(x):\n    if x.dim() > 1:\n        return 2 * x + 1\n    raise NotImplementedError()\n",
         "still raises the NotImplementedError that your code is to replace"),
    ],
)  # fmt: skip
def test_what_is_seen_without_running_a_mistake(told: Told, source: str, name: str) -> None:
    exercise = only(told, source)
    assert (exercise.diagnosis, names(exercise)) == ("named", [name])


def with_given(lesson: str, change: Callable[[Cell], Cell | None]) -> Submission:
    """A lesson's notebook as it is given out, its exercises changed; None takes the cell out."""
    given = read(released(kits_own(), lesson))
    cells = (change(cell) if cell.grade_id in exercises_of(lesson) else cell for cell in given.cells)
    return replace(given, cells=tuple(cell for cell in cells if cell is not None))


def without_colon(cell: Cell) -> Cell:
    torn = re.sub(r"^((?:def|class|\)) .*):$", r"\1", cell.source, count=1, flags=re.MULTILINE)
    assert torn != cell.source
    return replace(cell, source=torn)


@pytest.mark.parametrize("lesson", kits_own().lessons)
def test_a_syntax_error_is_told_as_one_whatever_the_lesson_calls_its_variables(
    lesson: str, examiner: Examiner, zygote: Zygote, tmp_path: Path
) -> None:
    torn, record = with_given(lesson, without_colon), Record()
    channel = ProcessChannel(zygote, torn.without(Released.at_home(lesson).idle(torn.cells)), lesson=lesson)
    try:
        channel.start()
        report = examiner.examine(channel, lesson, "ada", record=record)
    finally:
        channel.stop()
    physician = Physician(examiner, nobody, Shelf(tmp_path, examiner.seed, "cpu"))
    report = physician.diagnosed(report, torn.source, record).report
    assert [exercise.name for exercise in report.exercises] == [*exercises_of(lesson)]
    for exercise in report.exercises:
        assert (names(exercise), exercise.diagnosis) == ([], "")
        finding = exercise.checks[0].finding
        assert finding is not None
        assert "did you mean" not in finding.sentence
        assert finding.trouble.startswith(("SyntaxError: expected ':' (", "SyntaxError: invalid syntax ("))
        assert re.search(rf"line \d+: .*; nothing in this cell counts: .*\b{exercise.name}\b", finding.trouble)
        assert finding.trouble in words_on(report) or exercise.optional


@pytest.mark.parametrize("lesson", kits_own().lessons)
def test_what_the_lesson_defines_is_no_misspelling_of_a_cell_that_was_deleted(lesson: str) -> None:
    left = with_given(lesson, lambda _: None)
    said = [line for line in amiss(left, '{"cells": []}', kits_own(), lesson) if "nothing in it defines" in line]
    assert said == [
        f"nothing in it defines {name}: `autograder reset {name}` says how to get it back"
        for name in exercises_of(lesson)
    ]


def test_a_misspelling_beside_what_the_lesson_defines_is_found(told: Told, course: Path) -> None:
    """What its cells give out is none, as they stand or changed; what is no Python is none either."""
    given = {"cells": [{"cell_type": "code", "source": "def my_line(x):\n    return x\n", "metadata": {}}]}
    notebook = course / "release" / "lines" / "lines.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text(json.dumps(given), encoding="utf-8")
    assert names(only(told, "def my_line(x):\n    return x\n")) == []
    misspelt = "def my_line(x):\n    return x\nlines = [1]\ndef lime(x):\n    return 2 * x + 1\n"
    assert names(only(told, misspelt)) == ["is called `lime` instead of `line`"]
    assert names(only(told, "line2 = lambda x: 2 * x + 1\n")) == ["is called `line2` instead of `line`"]
    assert names(only(told, "lines = [1]\n")) == []


def test_what_was_found_out_is_not_found_out_again(told: Told) -> None:
    first = told(BRACKET)
    again = told(BRACKET, forks=nobody)
    assert again.whole
    assert names(again.report.exercises[0]) == names(first.report.exercises[0]) == ["adds before it doubles"]


def test_a_mistake_that_is_new_is_looked_at(told: Told, course: Path) -> None:
    source = "def line(x):\n    return 3 * x + 1\n"
    assert told(source).report.exercises[0].diagnosis == "unknown"
    with (course / "lessons" / "lines" / "mistakes.py").open("a", encoding="utf-8") as file:
        file.write("\n# %% line: triples\n# hint: How often?\ndef line(x):\n    return x + x + x + 1\n")
    assert names(told(source).report.exercises[0]) == ["triples"]


def test_what_a_mistake_remembers_from_check_to_check_is_part_of_it(told: Told, course: Path) -> None:
    then = "    return 2 * x + 1 if len(seen) == 1 else x[:1]\n"
    with (course / "lessons" / "lines" / "mistakes.py").open("a", encoding="utf-8") as file:
        file.write(f"\n# %% line: forgets\n# hint: And then?\ndef line(x, seen=[]):\n    seen += [x]\n{then}")
    source = f"seen = []\ndef line(x):\n    seen.append(0)\n{then}"
    assert names(told(source).report.exercises[0]) == ["forgets"]


def test_where_no_mistake_can_be_run_the_verdict_stands(
    told: Told, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    found = told(BRACKET, forks=nobody, folder=tmp_path / "new")
    exercise = found.report.exercises[0]
    assert (exercise.points, exercise.diagnosis) == (2.0, "")
    assert not found.whole, "it is not kept as if nothing more could be said"
    assert "no worker can be started" in caplog.text


def test_time_for_it_is_bounded(told: Told, tmp_path: Path) -> None:
    found = told(BRACKET, seconds=0.0, folder=tmp_path / "new")
    assert (found.whole, found.report.exercises[0].diagnosis) == (False, "")


@pytest.mark.parametrize("damage", one_in(4, ["{", "", "[1]", '{"test_line_values x": 3}']))
def test_what_is_damaged_is_found_out_again(told: Told, tmp_path: Path, damage: str) -> None:
    told(BRACKET, folder=tmp_path / "new")
    (kept,) = (tmp_path / "new" / "lines").iterdir()
    kept.write_text(damage, encoding="utf-8")
    assert names(told(BRACKET, folder=tmp_path / "new").report.exercises[0]) == ["adds before it doubles"]
    assert json.loads(kept.read_text(encoding="utf-8"))


def diagnosed(exercise: str, source: str, examiner: Examiner, zygote: Zygote, folder: Path) -> ExerciseResult:
    """An exercise of the lesson activations, with what is told of it."""
    channel = ProcessChannel(zygote, Submission("ada", Path("ada.py"), "script", (Cell(source),)))
    record = Record()
    try:
        report = examiner.examine(channel, "activations", "ada", [exercise], record=record)
    finally:
        channel.stop()
    physician = Physician(examiner, lambda: zygote, Shelf(folder, examiner.seed, "cpu"), 300.0)
    return physician.diagnosed(report, channel.source(), record).report.exercises[0]


def test_softmax_over_the_whole_tensor(examiner: Examiner, zygote: Zygote, tmp_path: Path) -> None:
    """The most common mistake of all, in a spelling of nobody's."""
    source = "def softmax(x, dim=-1):\n    powers = (x - x.max()).exp()\n    return powers.div(powers.sum())\n"
    softmax = diagnosed("softmax", source, examiner, zygote, tmp_path)
    assert names(softmax) == ["divides by the sum over the whole tensor instead of along dim"]
    assert "over which numbers" in softmax.misconceptions[0].hint


def test_a_mistake_that_only_keeps_checks_from_being_tried(
    examiner: Examiner, zygote: Zygote, tmp_path: Path
) -> None:
    """No check fails: the first ones draw no number beyond 5, and the others need values that are right."""
    source = "import torch\ndef sigmoid(x):\n    return 1 / (1 + torch.exp(-x.clamp(-5, 5)))\n"
    sigmoid = diagnosed("sigmoid", source, examiner, zygote, tmp_path)
    assert {check.outcome for check in sigmoid.checks} == {"passed", "skipped"}
    assert names(sigmoid) == ["cuts x off so early that the values change"]


@pytest.mark.parametrize("network", ["", "class SimpleMLP:\n    def __init__(self, *sizes):\n        1 / 0\n"])
def test_what_is_tried_on_another_exercise_as_well_is_named_all_the_same(
    network: str, examiner: Examiner, zygote: Zygote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """layer_shapes is right on the student's own network, too: where that is missing or wrong, it says nothing."""
    known = [one for one in mistakes_of("mlp", "layer_shapes") if one.name == "leaves its hooks on the network"]
    monkeypatch.setattr(diagnose, "mistakes_of", lambda *_: known)
    cells = (Cell(network), Cell(known[0].spellings[0]))
    channel, record = ProcessChannel(zygote, Submission("ada", Path("ada.py"), "script", cells)), Record()
    try:
        report = examiner.examine(channel, "mlp", "ada", ["layer_shapes"], record=record)
    finally:
        channel.stop()
    physician = Physician(examiner, lambda: zygote, Shelf(tmp_path, examiner.seed, "cpu"))
    (exercise,) = physician.diagnosed(report, channel.source(), record).report.exercises
    assert names(exercise) == ["leaves its hooks on the network"]
