"""Hints: there are enough of them for every exercise, and none gives the answer away."""

from __future__ import annotations

from pathlib import Path

import pytest

import autograder.lessons
from autograder.course.exercises import available_lessons, exercises_of
from autograder.course.hints import hints_of
from tests.banks import ROOT

EXERCISES = [(lesson, name) for lesson in available_lessons() for name in exercises_of(lesson)]


def solution_lines(lesson: str) -> set[str]:
    """The lines between BEGIN and END SOLUTION that are long enough to say something."""
    lines: set[str] = set()
    inside = False
    for line in (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8").splitlines():
        if "BEGIN SOLUTION" in line or "END SOLUTION" in line:
            inside = "BEGIN" in line
        elif inside and len(line.strip()) >= 12:
            lines.add(line.strip())
    return lines


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_an_exercise_has_at_least_two_hints(lesson: str, exercise: str) -> None:
    hints = hints_of(lesson, exercise)
    assert len(hints) >= 2
    assert all(len(hint) >= 20 and not hint.startswith("-") for hint in hints)
    assert len(set(hints)) == len(hints)


@pytest.mark.parametrize("lesson", available_lessons())
def test_no_hint_contains_a_line_of_the_solution(lesson: str) -> None:
    lines = solution_lines(lesson)
    assert lines, "a lesson without a solution would pass this test whatever the hints say"
    text = (Path(autograder.lessons.__path__[0]) / lesson / "hints.md").read_text(encoding="utf-8")
    assert not [line for line in lines if line in text]


@pytest.mark.parametrize("lesson", available_lessons())
def test_every_section_is_of_an_exercise(lesson: str) -> None:
    text = (Path(autograder.lessons.__path__[0]) / lesson / "hints.md").read_text(encoding="utf-8")
    sections = [line.removeprefix("## ").strip() for line in text.splitlines() if line.startswith("## ")]
    assert sorted(sections) == sorted(exercises_of(lesson))


def test_there_are_no_hints_for_what_is_no_exercise() -> None:
    assert hints_of("activations", "swish") == []
    assert hints_of("cooking", "sigmoid") == []
