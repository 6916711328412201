"""What of `benchmarks/devices.py` needs no GPU: it is run by hand, on a machine that has one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from autograder.failures import Finding, Outcome
from autograder.report.results import CheckResult, ExerciseResult, Report
from benchmarks import devices
from tests.banks import entries

DEADLINE = 1e12


def report(
    device: str = "cpu", outcome: Outcome = "passed", sandbox: str = "bubblewrap", points: float = 2.0
) -> Report:
    finding = None if outcome == "passed" else Finding("value", "what was wrong")
    check = CheckResult("test_one", "One.", outcome, points, 2.0, finding, 0.1)
    return Report(
        "xor", "one", 2.0, sandbox=sandbox, device=device, exercises=(ExerciseResult("xor_data", (check,)),)
    )


@pytest.mark.parametrize(
    ("lesson", "way", "device", "given", "problem"),
    [
        ("xor", "check", "cuda", report("cuda"), ""),
        ("xor", "check", "cuda", report(), "trained on cpu"),
        ("xor", "check", "cpu", report("cuda"), "trained on cuda"),
        ("mlp", "check", "cuda", report(), ""),
        ("xor", "kernel", "cpu", report(sandbox="none"), ""),
        ("xor", "grade", "cpu", report(sandbox="none"), "without a sandbox"),
        ("mlp", "grade", "cpu", report(outcome="failed", points=0.0), "what was wrong"),
        ("mlp", "grade", "cpu", Report("mlp", "one", 2.0, False, "no file", "bubblewrap"), "no file"),
    ],
)
def test_a_row_names_what_is_not_as_it_should_be(
    lesson: str, way: str, device: str, given: Report, problem: str
) -> None:
    row = devices.judged(lesson, way, device, 1.0, [given])
    assert row.problem == problem
    assert row.result == f"{given.points or 0:g}/2"


def test_what_goes_wrong_is_a_row_and_what_has_no_time_left_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(devices.WAYS, "check", lambda *_: 1 / 0)
    assert "ZeroDivisionError" in devices.row("xor", "check", "cuda", DEADLINE).problem
    late = devices.row("xor", "check", "cuda", time.monotonic() - 1)
    assert (late.result, late.problem) == ("not tried", "")


def test_without_a_gpu_it_says_so_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(devices, "found_here", lambda: ("cpu", {"cuda": "torch finds none"}, ""))
    assert devices.main([]) == 0
    assert capsys.readouterr().out == "no device here: cuda: torch finds none\n"


@pytest.mark.parametrize(("problem", "code"), [("", 0), ("trained on cpu", 1)])
def test_the_table_can_be_kept(problem: str, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(devices, "found_here", lambda: ("cuda", {}, "A card"))
    asked = []

    def measured(*given: object) -> list[devices.Row]:
        asked.append(given)
        return [devices.Row("xor", "check", "cuda", 2.71, "23/23", problem)]

    monkeypatch.setattr(devices, "measured", measured)
    kept = tmp_path / "card.md"
    assert devices.main(["--keep", str(kept)]) == code
    assert kept.read_text().startswith("A card; ")
    assert f"| xor | check | cuda | 2.7 | 23/23 | {problem} |" in kept.read_text()
    ((lessons, device, bank, _),) = asked
    assert {"xor", "training"} < set(lessons)
    assert device == "cuda"
    assert {entry.lesson for entry in bank} == {"xor", "training"}


def test_the_banks_are_judged_and_summed(
    monkeypatch: pytest.MonkeyPatch, examiner: object, zygote: object
) -> None:
    monkeypatch.setattr(devices, "_tools", lambda _: (examiner, zygote))
    one = {
        right: next(e for e in entries() if e.exercise == "xor_data" and e.right is right)
        for right in (True, False)
    }
    verdicts = [devices.misjudged(one[right], "cpu", DEADLINE) for right in (True, False)]
    assert [verdict for _, verdict in verdicts] == ["", ""]
    assert devices.misjudged(one[True], "cpu", 0.0) == (0.0, None)
    row = devices.summed("xor", True, "cuda", [(1.0, ""), (2.0, "one that was refused"), (0.0, None)])
    assert (row.seconds, row.result, row.problem) == (3.0, "1 of 2, 1 not tried", "one that was refused")


@pytest.mark.long
def test_a_kernel_checks_a_solution(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = devices.by_kernel("perceptron", "cpu", 600.0)
    assert devices.judged("perceptron", "kernel", "cpu", 1.0, reports).problem == ""
    assert len(reports) == 4
