"""What `benchmarks/unseen.py` measures with: labels that are names of mistakes, and what counts as right."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.mistakes import mistakes_of
from autograder.report.results import CheckResult, ExerciseResult, Misconception, Told
from benchmarks import unseen

FILES = sorted((unseen.ROOT / "benchmarks" / "unseen").glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_are_names_of_mistakes(path: Path) -> None:
    found = list(unseen.cells(path))
    assert any(one.told for one in found)
    for one in found:
        names = {mistake.name for mistake in mistakes_of(one.lesson, one.exercise)}
        assert one.told | one.also <= names, one.label


@pytest.mark.parametrize(
    ("told", "also", "diagnosis", "names", "verdict"),
    [
        ("a", "", "named", "a", "right"),
        ("ab", "", "named", "b", "right"),
        ("a", "", "named", "b", "wrong"),
        ("a", "", "possible", "ab", "several"),
        ("a", "", "both", "ab", "several"),
        ("a", "b", "both", "ab", "right"),
        ("a", "b", "both", "ac", "half"),
        ("a", "b", "named", "b", "half"),
        ("a", "", "unknown", "", "unknown"),
        ("", "", "unknown", "", "rightly unknown"),
        ("", "", "named", "a", "wrong"),
        ("", "", "", "", "not looked for"),
    ],
)
def test_what_counts_as_right(told: str, also: str, diagnosis: Told, names: str, verdict: str) -> None:
    one = unseen.Unseen("activations", "softmax", "label", frozenset(told), frozenset(also), "")
    lost = CheckResult("test_softmax", "title", "failed", 0.0, 1.0, None, 0.0)
    found = ExerciseResult("softmax", (lost,), tuple(Misconception(n, n, "?") for n in names), diagnosis)
    assert one.verdict(found) == verdict
