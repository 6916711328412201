"""A submission that lost points is asked small things; whatever comes back, the verdict stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.courses import course_of, kits_own
from autograder.course.exercises import exercises_of
from autograder.diagnosis import examples
from autograder.diagnosis.examples import asked, in_a_process, with_examples
from autograder.examiner.session import Examiner
from autograder.report.card import Card
from autograder.report.results import Report, dumps, loads
from autograder.sketch import side_by_side
from autograder.submission.cells import Cell, Submission, read

EXAMPLES = '''"""Examples."""
import torch

def line(student, sketch):
    x = torch.linspace(-1.0, 1.0, 5)
    sketch.call(student.line, x)
    sketch.curve(x, student.line(x))
'''
ROOT = Path(__file__).parents[2]

#: The report of a source, with examples.
Shown = Callable[[str], Report]


@pytest.fixture
def shown(course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Checks a submission to the exercise `line`, and asks it for its example."""
    (course / "lessons" / "lines" / "examples.py").write_text(EXAMPLES, encoding="utf-8")
    monkeypatch.setattr(examples, "_KNOWN", {})
    examiner = Examiner()

    def shown(source: str, seed: str = "public") -> Report:
        examiner.reseed(seed)
        return _shown(examiner, zygote, "lines", source)

    return shown


def _shown(examiner: Examiner, zygote: Zygote, lesson: str, source: str, *names: str) -> Report:
    channel = ProcessChannel(zygote, Submission("ada", Path("ada.py"), "script", (Cell(source),)), lesson=lesson)
    try:
        report = examiner.examine(channel, lesson, "ada", names or None)
        given = asked(report, channel)
    finally:
        channel.stop()
    return with_examples(report, given, in_a_process(lambda: zygote))


def test_a_wrong_answer_is_shown_beside_the_right_one(shown: Shown) -> None:
    example = shown("def line(x):\n    return 3 * x + 1\n").exercises[0].example
    assert example is not None
    assert example.call == "line(tensor([-1, -0.5, 0, 0.5, 1]))"
    assert (example.expected, example.got) == ("[-1, 0, 1, 2, 3]", "[-2, -0.5, 1, 2.5, 4]")
    assert example.picture is not None
    assert example.picture.yours == ((-2.0, -0.5, 1.0, 2.5, 4.0),)


def test_who_lost_nothing_and_who_has_not_begun_is_asked_nothing(shown: Shown) -> None:
    for body in ("return x + x + 1", "raise NotImplementedError()"):
        assert shown(f"def line(x):\n    {body}\n").exercises[0].example is None


def test_what_is_right_in_the_example_is_not_shown(shown: Shown) -> None:
    """Points were lost for something that it does not show."""
    report = shown("def line(x):\n    return (2 * x + 1).float()\n")
    assert 0 < report.exercises[0].points < report.exercises[0].max_points
    assert report.exercises[0].example is None


@pytest.mark.parametrize(
    ("body", "got"),
    [
        ("return x * float('nan')", "[nan, nan, nan, nan, nan]"),
        ("return x.double() * 0 + 1e308", "[1e+308, 1e+308, 1e+308, 1e+308, 1e+308]  (torch.float64)"),
        ("return (2 * x + 1)[:1]", "[-1]"),
        ("return 'nothing'", "str: 'nothing'"),
        ("raise ValueError('no <b> numbers')", "ValueError: no <b> numbers"),
    ],
)
def test_what_cannot_be_drawn_is_told(shown: Shown, body: str, got: str) -> None:
    (exercise,) = shown(f"def line(x):\n    {body}\n").exercises
    assert exercise.example is not None
    assert (exercise.example.got, exercise.example.picture) == (got, None)
    assert "<svg" not in Card(Report("lines", "ada", 3.0, exercises=(exercise,)), in_notebook=True).html()


@pytest.mark.parametrize(
    "body",
    [
        "while len(x) == 5: pass\n    return 3 * x",
        "import os\n    if len(x) == 5: os._exit(0)\n    return 3 * x",
        "if len(x) == 5: return torch.zeros(9_000_000)\n    return 3 * x",
    ],
)
def test_who_does_not_answer_the_example_keeps_the_verdict(shown: Shown, body: str) -> None:
    source = f"import torch\ndef line(x):\n    {body}\n"
    plain, hostile = shown("def line(x):\n    return 3 * x\n"), shown(source)
    assert hostile.exercises[0].example is None or hostile.exercises[0].example.picture is None
    assert [check.outcome for check in hostile.exercises[0].checks] == [
        check.outcome for check in plain.exercises[0].checks
    ]


def test_time_for_all_examples_is_bounded(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "_ALL", -1.0)
    (exercise,) = shown("def line(x):\n    return 3 * x\n").exercises
    assert exercise.points > 0
    assert exercise.example is None


def test_an_example_tells_nothing_of_the_secret(shown: Shown) -> None:
    """Its inputs, and the student's random numbers, are the same under every salt."""
    source = "import torch\ndef line(x):\n    return x + torch.rand(1)\n"
    assert shown(source, "one").exercises[0].example == shown(source, "another").exercises[0].example


def test_a_broken_example_costs_nobody_a_point(
    shown: Shown, course: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(student: object, sketch: object) -> None:
        raise RuntimeError("the author's")

    monkeypatch.setattr(type(course_of("lines")), "examples", lambda *_: {"line": broken})
    (exercise,) = shown("def line(x):\n    return 3 * x\n").exercises
    assert exercise.points > 0
    assert exercise.example is None
    assert "the author's" in caplog.text


def test_a_report_keeps_its_example(shown: Shown) -> None:
    report = shown("def line(x):\n    return (3 * x).where(x > -0.9, x.log())\n")
    text = dumps([report])
    assert loads(text)[0].exercises[0].example == report.exercises[0].example
    assert "NaN" not in text, "which not every reader of JSON knows"
    (entry,) = json.loads(text)
    assert entry["exercises"][0]["example"]["picture"]["yours"] == ["nan -1.5 0 1.5 3"]
    del entry["exercises"][0]["example"]
    assert loads(json.dumps([entry]))[0].exercises[0].example is None, "as in an older report"


# --- the kit's own


def test_softmax_over_everything_has_the_sums_of_its_rows(examiner: Examiner, zygote: Zygote) -> None:
    source = "import torch\ndef softmax(x, dim=-1):\n    return torch.exp(x) / torch.exp(x).sum()\n"
    report = _shown(examiner, zygote, "activations", source, "softmax")
    html = Card(report, in_notebook=True).html()
    assert "softmax(tensor([[1, 2, 3], [1, 3, 5]]))" in html
    for text in (">1.00<", ">0.15<", ">0.85<", "Your rows add up to 0.15 and 0.85"):
        assert text in html


def test_only_its_own_mistake_is_shown(examiner: Examiner, zygote: Zygote) -> None:
    """A sibling that is wrong has an example of its own."""
    source = (
        "import torch\ndef weighted_sum(inputs, weights, bias):\n    return inputs @ weights\n"
        "def perceptron(inputs, weights, bias):\n    return torch.tanh(weighted_sum(inputs, weights, bias + 1))\n"
    )
    report = _shown(examiner, zygote, "perceptron", source, "weighted_sum", "perceptron")
    first, second = (exercise.example for exercise in report.exercises)
    assert first is not None
    assert first.got == "[12, 34]"
    assert second is not None
    assert second.got == "[-0.7616, 0.7616, 0.9951]"


def test_a_network_that_gives_nothing_is_told_so(examiner: Examiner, zygote: Zygote) -> None:
    text = (ROOT / "autograder" / "lessons" / "mlp" / "mistakes.py").read_text(encoding="utf-8")
    (_, cell, *_) = text.split("# %% SimpleMLP: returns nothing from forward\n")
    report = _shown(examiner, zygote, "mlp", f"import torch\nfrom torch import nn\n{cell}", "SimpleMLP")
    (example,) = (exercise.example for exercise in report.exercises)
    assert example is not None
    assert "None" in example.got


@pytest.mark.parametrize("lesson", kits_own().lessons)
def test_the_examples_of_a_right_submission_show_nothing(zygote: Zygote, lesson: str) -> None:
    """Beside the lesson's right versions, a solution has no wrong call and no wrong picture."""
    course = course_of(lesson)
    assert course is not None
    functions = {name: ask for name, ask in course.examples(lesson).items() if name in exercises_of(lesson)}
    channel = ProcessChannel(zygote, read(ROOT / "solutions" / f"{lesson}.py"), lesson=lesson)
    try:
        for name, ask in functions.items():
            right = examples.right_sketch(lesson, name, in_a_process(lambda: zygote))
            yours = examples.sketched(ask, channel, name, float("inf"))
            assert side_by_side(right, yours) == ([], []), name
            assert len(yours.said) == len(right.said) > 0, name
            assert None not in right.pictures, name
    finally:
        channel.stop()


@pytest.mark.parametrize(
    "lesson", [name for name in kits_own().lessons if kits_own().file(name, "examples.py").exists()]
)
def test_every_example_is_that_of_an_exercise(lesson: str) -> None:
    course = course_of(lesson)
    assert course is not None
    own = {
        name
        for name, value in course.examples(lesson).items()
        if getattr(value, "__module__", "").endswith(f"{lesson}.examples") and not name.startswith("_")
    }
    drawn_or_tested = {name for name in exercises_of(lesson) if name.startswith(("plot", "test_"))}
    assert own == set(exercises_of(lesson)) - drawn_or_tested
