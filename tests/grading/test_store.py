"""Verdicts that are kept hold exactly as long as what they depend on."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import courses, exercises
from autograder.examiner.digest import content
from autograder.failures import Finding
from autograder.grading.store import Store, joined, missing
from autograder.grading.work import Setting, Task
from autograder.picture.data import Example, Picture
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report
from autograder.submission.cells import Cell, Submission

CHECKS = '''"""Checks."""
from autograder import exercise

LIMIT = 3

@exercise("one", points=1)
def test_one(student):
    """One."""
    student.one(LIMIT)

@exercise("two", points=1)
def test_two(student):
    """Two."""
    student.two(LIMIT)
'''
SUBMISSION = Submission("ada", Path("numbers.ipynb"), "notebook", (Cell("def one(x): return x", "one"),))
TASK = Task(SUBMISSION, "numbers", ())


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a lesson with two exercises."""
    folder = tmp_path / "lessons" / "numbers"
    folder.mkdir(parents=True)
    (tmp_path / "course.toml").write_text('title = "Numbers"\nlessons = ["numbers"]\n', encoding="utf-8")
    (folder / "checks.py").write_text(CHECKS, encoding="utf-8")
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    exercises._vocabulary.cache_clear()
    return folder


def changed(lesson: Path, name: str, before: str, after: str) -> set[str]:
    """The exercises whose verdicts no longer hold when a file of the lesson changes."""
    from autograder.examiner.digest import _content

    old = content("numbers")
    path = lesson / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(text.replace(before, after) if before else after, encoding="utf-8")
    _content.cache_clear()
    new = content("numbers")
    return {exercise for exercise in old if old[exercise] != new[exercise]}


@pytest.mark.parametrize(
    ("name", "before", "after", "exercises"),
    [
        ("checks.py", "student.one(LIMIT)", "student.one(-LIMIT)", {"one"}),
        ("checks.py", '"two", points=1', '"two", points=2', {"two"}),
        ("checks.py", "LIMIT = 3", "LIMIT = 4", {"one", "two"}),
        ("paths.py", "", "FAR = 1000\n", {"one", "two"}),
        ("hints.md", "", "## one\n\n- Think.\n", set()),
        ("mistakes.py", "", "# %% one: none\n# hint: one?\none = None\n", set()),
        ("examples.py", "", "def one(student, sketch):\n    sketch.call(student.one, 1)\n", set()),
    ],
)
def test_a_change_of_a_lesson_concerns(
    lesson: Path, name: str, before: str, after: str, exercises: set[str]
) -> None:
    assert changed(lesson, name, before, after) == exercises


def report(*names: str, points: float = 1.0) -> Report:
    found = tuple(
        ExerciseResult(name, (CheckResult(f"test_{name}", name, "passed", points, 1.0, None, 0.1),))
        for name in names
    )
    return Report(
        "numbers", "ada", float(len(names)), sandbox="none", exercises=found, flags=(Flag("cell", "", "x"),)
    )


@pytest.fixture
def store(lesson: Path, tmp_path: Path) -> Store:
    return Store(Setting(tmp_path, "secret"))


def test_what_is_kept_is_known(store: Store) -> None:
    key = store.key(TASK)
    assert store.known(key, "numbers") is None
    store.keep(key, report("one", "two"))
    found = store.known(key, "numbers")
    assert found is not None
    assert (found.exercises, found.points, found.flags) == (report("one", "two").exercises, 2.0, report().flags)
    assert missing(found, "numbers") == ()
    assert replace(store, fresh=True).known(key, "numbers") is None


def test_what_was_found_is_kept_in_all_its_parts(store: Store) -> None:
    finding = Finding("value", "the value is right", "it must", "one(1)", expected="1", got="2")
    wrong = CheckResult("test_one", "one", "failed", 0.0, 1.0, finding, 0.1, "hello")
    mistake = Misconception("one-adds", "adds", "What does it add?")
    picture = Picture("curve", ("x", "one(x)"), ((0.0, 1.0),), ((1.0, 2.0),), ((math.nan, 0.5),))
    example = Example("one(1)", "1", "2", picture)
    new = replace(report("one"), exercises=(ExerciseResult("one", (wrong,), (mistake,), "named", example),))
    store.keep("key", new)
    found = store.known("key", "numbers")
    assert found is not None
    assert found.exercises == new.exercises


def test_what_cells_showed_is_kept_unless_it_is_damaged(store: Store, tmp_path: Path) -> None:
    assert store.shown("key", "numbers") is None
    shown = ({"outputs": [{"type": "stream", "text": "é"}]}, {"error": None})
    store.keep_shown("key", "numbers", shown)
    assert store.shown("key", "numbers") == shown
    assert replace(store, fresh=True).shown("key", "numbers") is None
    (path,) = tmp_path.rglob("outputs-*.json")
    path.write_text(path.read_text().replace("stream", "strems"))
    assert store.shown("key", "numbers") is None


def test_what_is_shown_has_a_place_of_its_own(store: Store) -> None:
    shown = replace(TASK, shown=True)
    others = (replace(shown, undrawn=frozenset({"plot()"})), replace(shown, cell_seconds=1.0))
    assert len({store.key(each) for each in (TASK, shown, *others)}) == 4


@pytest.mark.parametrize("field", ["sandbox", "device", "salt"])
def test_each_thing_that_a_verdict_depends_on_has_its_own(store: Store, field: str) -> None:
    other = Store(replace(store.setting, **{field: "other"}))
    assert other.key(TASK) != store.key(TASK)


def test_another_submission_has_its_own(store: Store) -> None:
    others = [
        replace(SUBMISSION, cells=(Cell("def one(x): return -x", "one"),)),
        replace(SUBMISSION, cells=(Cell("def one(x): return x", "two"),)),
        replace(SUBMISSION, beside=(("helper.py", b"x = 1"),)),
        replace(SUBMISSION, kind="script"),
    ]
    keys = {store.key(replace(TASK, submission=each)) for each in (SUBMISSION, *others)}
    assert len(keys) == 5
    assert store.key(replace(TASK, submission=replace(SUBMISSION, id="ben", path=Path("b.ipynb")))) in keys


def test_after_a_change_of_one_check_the_other_exercise_is_known(store: Store, lesson: Path) -> None:
    key = store.key(TASK)
    store.keep(key, report("one", "two"))
    assert changed(lesson, "checks.py", "student.one(LIMIT)", "student.one(0)") == {"one"}
    known = store.known(key, "numbers")
    assert missing(known, "numbers") == ("one",)
    whole = joined(known, report("one", points=0.0))
    assert [(found.name, found.points) for found in whole.exercises] == [("one", 0.0), ("two", 1.0)]
    assert (whole.points, whole.max_points) == (1.0, 2.0)


def test_after_a_change_of_its_mistakes_an_exercise_is_examined_again(store: Store, lesson: Path) -> None:
    """Its points would be the same; which mistake it is may have another name now."""
    store.keep("key", report("one", "two"))
    (lesson / "mistakes.py").write_text("# %% one: adds\n# hint: What?\ndef one(x): return x + 1\n")
    assert missing(store.known("key", "numbers"), "numbers") == ("one",)


def test_after_a_change_of_the_examples_a_lesson_is_examined_again(store: Store, lesson: Path) -> None:
    store.keep("key", report("one", "two"))
    (lesson / "examples.py").write_text("def one(student, sketch):\n    sketch.call(student.one, 1)\n")
    assert missing(store.known("key", "numbers"), "numbers") == ("one", "two")


def test_points_that_were_changed_by_hand_are_not_believed(store: Store) -> None:
    key = store.key(TASK)
    store.keep(key, report("one", "two"))
    path = store._path(key, "numbers")
    path.write_text(path.read_text(encoding="utf-8").replace('"points": 1.0', '"points": 77.0'), encoding="utf-8")
    assert store.known(key, "numbers") is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"exercises": {"one": 3}}'])
def test_what_is_damaged_is_examined_again(store: Store, damage: str) -> None:
    key = store.key(TASK)
    store.keep(key, report("one", "two"))
    store._path(key, "numbers").write_text(damage, encoding="utf-8")
    assert store.known(key, "numbers") is None


def test_what_cannot_be_kept_stops_nobody(store: Store) -> None:
    key = store.key(TASK)
    store._path(key, "numbers").mkdir(parents=True)
    store.keep(key, report("one", "two"))
    assert store.known(key, "numbers") is None


def test_a_report_of_two_examinations_took_as_long_as_both() -> None:
    known = replace(report("one"), seconds=2.0)
    assert joined(known, replace(report("two"), seconds=1.0)).seconds == 3.0
