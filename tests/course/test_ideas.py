"""Ideas: whoever has solved an exercise reads one sentence on it, and its hints are what they were."""

from __future__ import annotations

import re

import pytest

from autograder.course.exercises import available_lessons, exercises_of
from autograder.course.hints import hints_of
from autograder.course.ideas import idea_of

EXERCISES = [(lesson, name) for lesson in available_lessons() for name in exercises_of(lesson)]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_an_exercise_has_an_idea_in_one_sentence(lesson: str, exercise: str) -> None:
    idea = idea_of(lesson, exercise)
    assert 60 <= len(idea) <= 240
    assert idea.endswith(".")
    assert not re.search(r"[.?!] ", idea), "a second sentence"
    assert not any(idea in hint for hint in hints_of(lesson, exercise))


def test_there_is_no_idea_of_what_is_no_exercise() -> None:
    assert idea_of("activations", "swish") == ""
    assert idea_of("cooking", "sigmoid") == ""
