"""The names of an exercise's cells, in metadata that may be anything."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.course.grade_ids import check_of, exercise_of, grade_id_of


def test_the_check_of_an_exercise() -> None:
    assert exercise_of(check_of("sigmoid")) == "sigmoid"
    assert exercise_of("sigmoid") is exercise_of("") is exercise_of(None) is None


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        5,
        "nbgrader",
        [],
        {},
        {"nbgrader": None},
        {"nbgrader": "x"},
        {"nbgrader": {}},
        {"nbgrader": {"grade_id": 5}},
    ],
)
def test_metadata_without_a_name(metadata: Any) -> None:
    assert grade_id_of(metadata) is None


def test_metadata_with_one() -> None:
    assert grade_id_of({"nbgrader": {"grade_id": "sigmoid", "points": 3}}) == "sigmoid"
