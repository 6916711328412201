"""What a table says of a submission: what went wrong, not what was checked."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from autograder.failures import Failure, Mismatch, Outcome, StudentError, StudentTimeout, Unmet
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report
from autograder.report.summary import MOST, failure, in_short
from autograder.report.terminal import show_lines


def check(error: Failure | None, outcome: Outcome = "failed") -> CheckResult:
    finding = error.finding if error else None
    return CheckResult("test_it", "x is left as it was.", outcome, 0.0, 1.0, finding, 0.0)


def report(*exercises: ExerciseResult, flags: tuple[Flag, ...] = (), **more: object) -> Report:
    return Report("activations", "ada", 60.0, exercises=exercises, flags=flags, **more)  # type: ignore[arg-type]  # mixed


SAID = {
    "what came back and what was required": (
        Mismatch(
            "the inputs are left as they were",
            "an in-place `x += 1` changes it",
            got="x was changed",
        ),
        "x was changed (required: the inputs are left as they were)",
    ),
    "a requirement that ends in numbers": (
        Mismatch("the result has shape (5, 1)", got="shape (5,)"),
        "shape (5,) (required: the result has shape (5, 1))",
    ),
    "two values": (
        Mismatch("the values are right", "each row sums to 1", expected="0.5 at index (0, 1)", got="0.7"),
        "0.7 instead of 0.5 at index (0, 1)",
    ),
    "a name that is not there": (
        Mismatch("there is a function named relu", kind="missing", got="no such name"),
        "no such name",
    ),
    "a name that is not there, and why": (
        Mismatch(
            "there is a function named relu",
            kind="missing",
            got="no such name",
            trouble="SyntaxError: ( (relu, line 3)",
        ),
        "SyntaxError: ( (relu, line 3)",
    ),
    "no value": (Mismatch("the loss goes down"), "required: the loss goes down"),
    "an exception": (
        StudentError("TypeError", "unsupported", "line 3, in relu: x + None"),
        "TypeError: unsupported",
    ),
    "a loop": (StudentTimeout(10), "does not end"),
    "not begun": (StudentError("NotImplementedError", ""), "not implemented"),
}


@pytest.mark.parametrize(("error", "words"), SAID.values(), ids=SAID)
def test_a_failure_in_short(error: Failure, words: str) -> None:
    assert failure(check(error, error.outcome)) == words


def test_a_long_value_is_shown_without_the_requirement() -> None:
    said = failure(check(Mismatch("there is something to be said " * 3, got="what came back " * 4)))
    assert said == ("what came back " * 4).strip()
    assert len(failure(check(Mismatch("word " * 100)))) <= 160


def test_what_is_wrong_in_the_same_way_is_said_once() -> None:
    todo = check(StudentError("NotImplementedError", ""), "error")
    wrong = check(Mismatch("right", expected="1", got="2"))
    names = ("sigmoid", "tanh")
    found = report(*(ExerciseResult(name, (todo,)) for name in names), ExerciseResult("relu", (wrong, todo)))
    assert in_short(found) == "sigmoid, tanh: not implemented; relu: 2 instead of 1"


def test_an_optional_exercise_that_is_left_out_is_not_wrong() -> None:
    todo = check(StudentError("NotImplementedError", ""), "error")
    wrong = check(Mismatch("right", expected="1", got="2"))
    assert in_short(report(ExerciseResult("test_softmax", (todo,), optional=True))) == ""
    assert (
        in_short(report(ExerciseResult("test_softmax", (wrong,), optional=True))) == "test_softmax: 2 instead of 1"
    )


def test_the_mistake_is_said_where_one_is_known() -> None:
    wrong = check(Mismatch("the values are right", expected="1", got="2"))
    named = Misconception("softmax-whole", "divides by the sum over the whole tensor", "Which sum is 1?")
    found = [
        ExerciseResult("softmax", (wrong,), (named,), "named"),
        ExerciseResult("relu", (wrong,), (named, named), "possible"),
        ExerciseResult("tanh", (wrong,), (), "unknown"),
    ]
    said = "softmax: divides by the sum over the whole tensor; relu, tanh: 2 instead of 1"
    assert in_short(report(*found)) == said


def test_what_passed_or_was_skipped_is_not_said() -> None:
    assert (
        in_short(report(ExerciseResult("relu", (check(None, "passed"), check(Unmet("needs: x"), "skipped")))))
        == ""
    )


def test_notes_on_the_submission_come_first() -> None:
    flags = (
        Flag("file", "", "graded from activations (1).ipynb"),
        Flag("cell", "softmax", "SyntaxError: '(' was never closed (line 3)"),
        Flag("delegation", "tanh", "a call of tanh"),
    )
    said = "graded from activations (1).ipynb; softmax: SyntaxError: '(' was never closed (line 3)"
    assert in_short(report(flags=flags)) == said
    assert in_short(report(flags=flags, graded=False, reason="the file is empty")) == f"{said}; the file is empty"


CODE = "def mse_loss(predictions: torch.Tensor, targets: torch.Tensor) -> torch.Tensor"
LONG = {
    "all of a usual one": (f"SyntaxError: no (line 1: `{CODE}`); nothing in this cell counts: mse_loss", ""),
    "whole clauses": (
        f"NameError: name 'x' is not defined (line 1: `{CODE}`); of what stands below, the definitions count",
        "`); ...",
    ),
    "whole words": ("x; " + "several words " * 20, " several words ..."),
    "some of a long word": ("x" * 1_000, "xxx..."),
}


@pytest.mark.parametrize(("text", "end"), LONG.values(), ids=LONG)
def test_what_is_too_long_for_a_table_ends_where_a_reader_would_and_is_whole_in_its_own_place(
    text: str, end: str
) -> None:
    missing = check(Mismatch("it is there", kind="missing", got="no such name", trouble=text))
    known = ExerciseResult("relu", (missing,), (Misconception("id", text, ""),), "named")
    for found in (
        report(flags=(Flag("cell", "", text),)),
        report(ExerciseResult("relu", (missing,))),
        report(known),
        report(flags=(Flag("file", "", text),), graded=False, reason="it"),
    ):
        said = in_short(found).removeprefix("relu: ").removesuffix("; it")
        assert (said == text) == (not end)
        assert said.endswith(end)
        assert text.startswith(said.removesuffix(" ...").removesuffix("...").removesuffix(";"))
        assert 80 < len(said) <= 160
    console = Console(file=io.StringIO(), width=2_000)
    show_lines(report(flags=(Flag("cell", "", text),)), console)
    assert f"note: {text.strip()}\n" in console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO


def test_what_a_cell_raised_is_not_said_twice() -> None:
    trouble = "SyntaxError: '(' was never closed (relu, line 3)"
    missing = check(Mismatch("relu is there", kind="missing", got="no such name", trouble=trouble))
    found = report(ExerciseResult("relu", (missing,)), flags=(Flag("cell", "", trouble),))
    assert in_short(found) == f"relu: {trouble}"


def test_no_table_is_filled_by_one_student() -> None:
    exercises = [ExerciseResult(f"f{i}", (check(Mismatch(f"number {i}")),)) for i in range(MOST + 3)]
    said = in_short(report(*exercises))
    assert said.count(";") == MOST
    assert said.endswith("and 3 more")
