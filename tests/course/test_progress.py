"""What is remembered of the way through a course."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.progress import Standing, forget, progress_in, remember


@pytest.fixture(autouse=True)
def _nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_what_was_checked_last_counts():
    remember(kits_own(), {"sigmoid": Standing(3.0, complete=False), "tanh": Standing(1.0, complete=False)})
    remember(kits_own(), {"sigmoid": Standing(2.0, complete=False)})
    lesson = progress_in(kits_own()).of("activations")
    assert (lesson.points, lesson.begun, lesson.complete, lesson.open) == (3.0, True, False, "sigmoid")


def test_after_the_last_exercise_comes_the_next_lesson():
    done = {name: Standing(points, complete=True) for name, points in points_of("activations").items()}
    progress = remember(kits_own(), done)
    assert progress.of("activations").complete
    assert progress.after("activations") == "mlp"
    assert progress.after("xor") == "perceptron"


def test_points_that_an_exercise_is_no_longer_worth_are_not_counted():
    remember(kits_own(), {"sigmoid": Standing(1000.0, complete=True)})
    lesson = progress_in(kits_own()).of("activations")
    assert lesson.points == points_of("activations")["sigmoid"]


def test_some_or_all_of_it_can_be_forgotten():
    remember(kits_own(), {"sigmoid": Standing(3.0, complete=False), "tanh": Standing(1.0, complete=False)})
    forget(kits_own(), ["tanh"])
    assert progress_in(kits_own()).of("activations").points == 3.0
    forget(kits_own())
    assert not progress_in(kits_own()).of("activations").begun


def test_a_damaged_file_is_an_empty_one(tmp_path: Path):
    remember(kits_own(), {"sigmoid": Standing(3.0, complete=False)})
    (file,) = tmp_path.rglob("*.json")
    file.write_text('{"sigmoid": 3}')
    assert not progress_in(kits_own()).of("activations").begun


def test_where_nothing_can_be_kept_the_check_is_not_hurt(tmp_path: Path):
    (tmp_path / "nn-autograder").write_text("a file in the place of the folder")
    progress = remember(kits_own(), {"sigmoid": Standing(3.0, complete=False)})
    assert progress.of("activations").points == 3.0
