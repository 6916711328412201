"""The state of a watch: what a saved file has checked, and which exercise is looked at then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.course.courses import kits_own
from autograder.course.exercises import checks_of, exercises_of, points_of
from autograder.course.progress import Standing, progress_in, remember
from autograder.failures import Finding
from autograder.grading.desk import Desk
from autograder.grading.newest import News, Order
from autograder.grading.saved import Saved, seen
from autograder.report.results import CheckResult, ExerciseResult, Report
from autograder.submission.cells import submission_of
from tests.banks import ROOT

PATH = Path("work/mlp.py")
NAMES = exercises_of("mlp")
STUB = "raise NotImplementedError()"
#: What a report says of an exercise.
WRONG, RIGHT, BARE = "wrong", "right", "bare"


def text(**bodies: str) -> str:
    return "\n".join(f"# %%\ndef {name}(*_):\n    {bodies.get(name, STUB)}\n" for name in NAMES)


def saved(source: str, path: Path = PATH, lesson: str | None = "mlp") -> Saved:
    return Saved(path, path.as_posix(), lesson, submission_of(source, path))


def result(name: str, how: str) -> ExerciseResult:
    finding = {WRONG: Finding("value", "the values are right"), BARE: Finding("not_implemented", "not yet")}
    outcome, points = ("passed", points_of("mlp")[name]) if how == RIGHT else ("failed", 0.0)
    first = next(check for check in checks_of("mlp") if check.exercise == name)
    check = CheckResult(first.id, first.title, outcome, points, points_of("mlp")[name], finding.get(how), 0.0)
    return ExerciseResult(name, (check,))


def report(name: str, how: str) -> Report:
    return Report("mlp", PATH.as_posix(), points_of("mlp")[name], exercises=(result(name, how),))


def answer(desk: Desk, order: Order | None, **how: str) -> None:
    """All that comes of an order; what is not said to be otherwise is a stub."""
    assert order is not None
    for name in order.exercises:
        desk.hears(News(order, report=report(name, how.get(name, BARE)), told=True))
    desk.hears(News(order, over=True))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The lesson on the network as it was given out, and checked."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    desk = Desk(None, {PATH: "mlp", Path("exercises/losses.py"): "losses"})
    desk.lies(saved(text()))
    answer(desk, desk.opened())
    return desk


def test_it_begins_with_the_first_that_is_open(desk: Desk) -> None:
    assert desk.focus == "SimpleMLP"
    assert not desk.progress.of("mlp").begun, "a stub that was looked at is nothing that was begun"


def test_only_what_has_changed_is_checked_and_then_looked_at(desk: Desk) -> None:
    order = desk.saved(saved(text(layer_shapes="return 1")))
    assert order is not None
    assert order.exercises == ("layer_shapes",)
    answer(desk, order, layer_shapes=WRONG)
    assert desk.focus == "layer_shapes"
    assert desk.saved(saved(text(layer_shapes="return 1"))) is None
    assert desk.saved(saved(text(layer_shapes="return 1") + "\n# %%\nprint(1)\n")) is None
    assert "no exercise has changed" in desk.said


def test_what_is_complete_now_is_praised_and_remembered(desk: Desk) -> None:
    order = desk.saved(saved(text(SimpleMLP="return 1")))
    answer(desk, order, SimpleMLP=RIGHT)
    assert desk.completed == ("SimpleMLP",)
    assert progress_in(kits_own()).earned["SimpleMLP"].complete
    answer(desk, desk.saved(saved(text(SimpleMLP="return 2"))), SimpleMLP=RIGHT)
    assert desk.completed == (), "it was complete before"
    assert desk.following == "count_parameters"


def test_a_newer_text_takes_the_place_of_one_that_is_being_checked(desk: Desk) -> None:
    first = desk.saved(saved(text(SimpleMLP="return 1")))
    second = desk.saved(saved(text(SimpleMLP="return 1", layer_shapes="return 1")))
    assert first is not None
    assert second is not None
    assert set(second.exercises) == {"SimpleMLP", "layer_shapes"}, "the first was not told of yet"
    desk.hears(News(first, report=report("SimpleMLP", WRONG), told=True))
    assert desk.result("SimpleMLP") == result("SimpleMLP", BARE), "that text is gone"
    answer(desk, second, SimpleMLP=RIGHT, layer_shapes=RIGHT)
    assert desk.completed == ("SimpleMLP", "layer_shapes")


def test_what_nobody_touched_is_not_looked_at_instead_of_what_is_worked_on(desk: Desk) -> None:
    """As after a new import, with which all exercises have changed."""
    answer(desk, desk.saved(saved(text(layer_shapes="return 1"))), layer_shapes=WRONG)
    answer(desk, desk.saved(saved("import math\n" + text(layer_shapes="return 1"))), layer_shapes=WRONG)
    assert desk.focus == "layer_shapes"


def test_a_file_that_cannot_be_read_is_said_and_costs_nothing(desk: Desk) -> None:
    answer(desk, desk.saved(saved(text(SimpleMLP="return 1"))), SimpleMLP=RIGHT)
    assert desk.saved(Saved(PATH, "work/mlp.py", "mlp", None, "there is no code in it")) is None
    assert desk.said == "work/mlp.py: there is no code in it"
    assert desk.progress.of("mlp").points == points_of("mlp")["SimpleMLP"]


def test_next_goes_round_and_on_to_the_next_lesson(desk: Desk) -> None:
    desk.lies(saved("import torch", Path("exercises/losses.py"), "losses"))
    assert desk.turn() is None
    assert desk.focus == "count_parameters"
    remember(kits_own(), {name: Standing(0.0, False) for name in exercises_of("perceptron")})
    bodies = dict.fromkeys(NAMES, "return 1")
    answer(desk, desk.saved(saved(text(**bodies))), **dict.fromkeys(NAMES, RIGHT))
    assert desk.following == "losses"
    order = desk.turn()
    assert order is not None
    assert order.lesson == desk.lesson == "losses"


def test_an_exercise_is_given_back_when_asked_for_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # where the notebook is that was given out
    path = Path(os.environ["XDG_CACHE_HOME"]) / "mlp.py"
    solved = (ROOT / "solutions" / "mlp.py").read_text(encoding="utf-8")
    path.write_text(solved, encoding="utf-8")
    answer(desk, desk.saved(seen(path)), **dict.fromkeys(NAMES, RIGHT))
    assert desk.focus == "SimpleMLP"
    desk.give_back()
    desk.leave()  # another key
    desk.give_back()
    assert "press r again" in desk.said
    assert path.read_text(encoding="utf-8") == solved
    desk.give_back()
    answer(desk, desk.saved(seen(path)))
    assert "what it held is in" in desk.said
    assert desk.progress.of("mlp").open == "SimpleMLP"


def test_hints_follow_each_other(desk: Desk) -> None:
    shown = []
    for _ in range(5):
        desk.give_hint()
        shown.append(desk.hint)
    assert shown[:2] == [1, 2]
    assert 1 in shown[2:], "after the last one comes the first"
    desk.turn()
    assert desk.hint == 0
