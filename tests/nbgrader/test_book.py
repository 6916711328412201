"""`autograder grade --gradebook` leaves what `nbgrader autograde` and `nbgrader generate_feedback` would."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode, v4
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateFeedback

from autograder.course.exercises import exercises_of, points_of
from autograder.failures import CannotWrite, GraderError
from autograder.grading.classes import Class
from autograder.grading.executors import Here
from autograder.grading.store import Store
from autograder.grading.work import Done, Setting, Task
from autograder.nbgrader import book, pool
from autograder.nbgrader.book import Book
from autograder.nbgrader.configured import configuration, course_directory, make_assignment
from autograder.nbgrader.save import SaveVerdicts
from autograder.report.results import CheckResult, ExerciseResult, Misconception, Report
from tests.banks import ROOT

# nbgrader's own use of its data base
pytestmark = [pytest.mark.ci, pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")]

LESSON = "activations"
PICTURE = {"type": "display", "data": {"image/png": "aGVsbG8=", "text/plain": "<Figure>"}}
DUE = datetime(2026, 2, 1)


class Hands(Here):
    """Examines by looking for a word, and counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.examined: list[str] = []

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        self.examined.append(task.submission.id)
        return self.submit(done, task)


def done(task: Task) -> Done:
    source = "\n".join(cell.source for cell in task.submission.cells)
    if "break the grader" in source:
        raise GraderError("the disk is full")
    worth = points_of(LESSON)
    exercises = []
    for name in task.exercises:
        right = f"right {name}" in source
        check = CheckResult(
            f"test_{name}",
            "It is right.",
            "passed" if right else "failed",
            worth[name] if right else 0.0,
            worth[name],
            None,
            0.5,
        )
        exercises.append(ExerciseResult(name, (check,)))
    shown: Any = [{"outputs": [PICTURE] if "plot" in cell.source else []} for cell in task.submission.cells]
    report = Report(LESSON, task.submission.id, sum(worth.values()), sandbox="none", exercises=tuple(exercises))
    return Done(report, True, tuple(shown))


def solved(*names: str) -> NotebookNode:
    made = nbformat.read(ROOT / f"release/{LESSON}/{LESSON}.ipynb", 4)
    for cell in made.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name in names:
            cell.source = f"def {name}(x):  # right {name}\n    return x"
    return made


def hand_in(course: Path, student: str, text: str, time: str = "2026-01-31 10:00:00 UTC") -> None:
    folder = course / "submitted" / student / LESSON
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{LESSON}.ipynb").write_text(text, encoding="utf-8")
    (folder / "timestamp.txt").write_text(time)
    (folder / "notes.txt").write_text("mine")


def class_of(course: Path) -> None:
    """All sorts of submissions."""
    everything = exercises_of(LESSON)
    hand_in(course, "ada", nbformat.writes(solved(*everything)))
    hand_in(course, "ben", nbformat.writes(solved(*everything[1:])))
    deleted = solved(*everything)
    deleted.cells = [
        c for c in deleted.cells if "check-" not in c.metadata.get("nbgrader", {}).get("grade_id", "")
    ]
    hand_in(course, "cleo", nbformat.writes(deleted))
    hand_in(course, "dan", '{"cells": [')
    hand_in(course, "eve", nbformat.writes(solved(*everything[:3])), "2026-02-03 10:00:00 +0200")
    changed = solved(everything[0])
    for cell in changed.cells:
        cell.metadata.get("nbgrader", {}).update({"points": 1000, "locked": False})
    changed.cells.insert(4, v4.new_markdown_cell('<script>alert("me")</script>'))
    hand_in(course, "fay", nbformat.writes(changed))
    hand_in(course, "g[us]", nbformat.writes(solved(everything[1])))
    hand_in(course, "hal", nbformat.writes(solved()), "yesterday")
    broken = solved()
    broken.cells.append(v4.new_code_cell("'break the grader'"))
    hand_in(course, "ivy", nbformat.writes(broken))
    hand_in(course, "zoe", nbformat.writes(solved()))
    (course / "submitted" / "otto" / "mlp").mkdir(parents=True)
    (course / "submitted" / "otto" / "mlp" / "mlp.ipynb").write_text(nbformat.writes(v4.new_notebook()))


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with submissions, and without a gradebook."""
    course = tmp_path_factory.mktemp("handed_in") / "course"
    shutil.copytree(ROOT / "source" / LESSON, course / "source" / LESSON)
    shutil.copytree(ROOT / "release" / LESSON, course / "release" / LESSON)
    config = json.loads((ROOT / "nbgrader_config.json").read_text(encoding="utf-8"))
    config["LateSubmissionPlugin"] = {"penalty_method": "zero"}
    config["CourseDirectory"]["student_id_exclude"] = "zoe"
    (course / "nbgrader_config.json").write_text(json.dumps(config), encoding="utf-8")
    class_of(course)
    return course


@contextmanager
def inside(course: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(course)
    try:
        yield
    finally:
        os.chdir(before)


def setting(course: Path) -> Setting:
    return Setting(course, "salt")


def due(course: Path) -> None:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.find_assignment(LESSON).duedate = DUE
        gradebook.db.commit()


def with_nbgrader(course: Path, *, force: bool = False) -> None:
    """What its two commands do."""
    with inside(course), pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "workers", lambda count: Hands())
        patch.setattr(pool, "_setting", lambda *_: setting(course))
        config = configuration(course)
        for converter, may_fail in ((Autograde, True), (GenerateFeedback, False)):
            made = converter(coursedir=course_directory(config, course, LESSON), config=config)
            made.force = force
            try:
                made.start()
            except Exception:
                assert may_fail  # it ends so where the grader itself failed for somebody


def with_ours(course: Path, hands: Hands | None = None, *, fresh: bool = False) -> dict[str, Report]:
    with inside(course):
        made = Book(course, LESSON, None, None, fresh)
        due(course)
        hands = hands or Hands()
        run = Class(made.jobs, hands, Store(setting(course), fresh), made.reader(hands, setting(course)))
        return {report.submission: report for report in made.entered(run, hands)}


def files(course: Path) -> dict[str, tuple[bytes, int]]:
    """What is in autograded/ and feedback/, and who may write to it."""
    found = [path for name in ("autograded", "feedback") for path in (course / name).rglob("*") if path.is_file()]
    return {str(path.relative_to(course)): (path.read_bytes(), path.stat().st_mode) for path in sorted(found)}


def scores(course: Path) -> dict[str, Any]:
    """All that the gradebook holds of the class."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found: dict[str, Any] = {student.id: None for student in gradebook.students}
        for submission in gradebook.find_assignment(LESSON).submissions:
            (notebook,) = submission.notebooks
            grades = [
                (g.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade)
                for g in notebook.grades
            ]
            comments = [(c.name, c.auto_comment, c.manual_comment) for c in notebook.comments]
            penalty = notebook.late_submission_penalty
            found[submission.student_id] = submission.timestamp, penalty, sorted(grades), sorted(comments)
    return found


def states(course: Path) -> dict[str, Any]:
    """When each file was written, and the gradebook's."""
    paths = [*(course / "autograded").rglob("*"), *(course / "feedback").rglob("*"), course / "gradebook.db"]
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths if path.is_file()}


def give(course: Path, student: str, exercise: str, points: float) -> None:
    """What a person does in formgrader."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade(f"check-{exercise}", LESSON, LESSON, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.find_comment(exercise, LESSON, LESSON, student).manual_comment = "Well tried."
        gradebook.db.commit()


@pytest.fixture(scope="module")
def theirs(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, graded with nbgrader."""
    course = shutil.copytree(handed_in, tmp_path_factory.mktemp("theirs") / "course")
    with inside(course):
        make_assignment(configuration(course), course, LESSON)
    due(course)
    with_nbgrader(course)
    return course


@pytest.fixture(scope="module")
def ours_once(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Report]]:
    """The course, graded with `autograder grade --gradebook`."""
    course = shutil.copytree(handed_in, tmp_path_factory.mktemp("ours") / "course")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "/nowhere")  # nbgrader's tools need not be on it
        return course, with_ours(course)


@pytest.fixture
def ours(ours_once: tuple[Path, dict[str, Report]], tmp_path: Path) -> Path:
    return shutil.copytree(ours_once[0], tmp_path / "course")


def test_it_is_what_nbgrader_leaves(theirs: Path, ours: Path) -> None:
    assert scores(ours) == scores(theirs)
    assert files(ours).keys() == files(theirs).keys()
    assert files(ours) == files(theirs)


def test_the_class_is_as_it_should_be(ours: Path, ours_once: tuple[Path, dict[str, Report]]) -> None:
    """The comparison above would hold of two empty gradebooks, too."""
    found, reports = scores(ours), ours_once[1]
    assert set(found) == {"ada", "ben", "cleo", "dan", "eve", "fay", "g[us]", "hal", "ivy"}
    assert {name for name, report in reports.items() if not report.graded} == {"dan", "hal", "ivy"}
    assert reports["ivy"].reason == "the disk is full"
    auto = {name: sum(g[1] or 0 for g in each[2]) for name, each in found.items() if each}
    worth = points_of(LESSON)
    assert auto["ada"] == auto["cleo"] == sum(worth.values())
    assert auto["fay"] == worth[exercises_of(LESSON)[0]]
    assert found["eve"][1] == auto["eve"] > 0, "late: the penalty that the configuration asks for"
    for student in ("dan", "hal", "ivy"):
        assert all(g[1] is None and g[4] for g in found[student][2]), "not graded is not zero"
    assert not (ours / "feedback" / "zoe").exists()
    assert (ours / "feedback" / "g[us]" / LESSON / f"{LESSON}.html").exists()
    assert (ours / "release" / LESSON / f"{LESSON}.ipynb").stat().st_ino, "release/ is left alone"
    assert "<script>alert" not in (ours / "feedback" / "fay" / LESSON / f"{LESSON}.html").read_text("utf-8")


def test_a_run_that_changes_nothing_writes_nothing(ours: Path) -> None:
    before, hands = states(ours), Hands()
    reports = with_ours(ours, hands)
    assert states(ours) == before
    assert set(hands.examined) <= {"ivy", LESSON}, "whoever was not graded is tried again"
    assert reports["ada"].points == sum(points_of(LESSON).values())


class Told(Hands):
    """Says of what is wrong which mistake it is."""

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        future = super().examine(setting, task)
        if future.exception() is not None or (known := future.result().report) is None:
            return future
        named = (Misconception("x", "is a mistake that somebody wrote down today", "Why?"),)
        exercises = tuple(
            one if one.passed else replace(one, misconceptions=named, diagnosis="named") for one in known.exercises
        )
        return self.submit(lambda _: replace(future.result(), report=replace(known, exercises=exercises)), task)


def test_a_page_is_made_again_where_more_is_told_of_a_mistake(ours: Path) -> None:
    before = scores(ours)
    shutil.rmtree(ours / ".autograder" / "verdicts")
    with_ours(ours, Told())
    page = files(ours)[f"feedback/ben/{LESSON}/{LESSON}.html"][0].decode()
    assert "is a mistake that somebody wrote down today" in page
    assert scores(ours) == before


def test_a_manual_score_stays_and_is_shown(theirs: Path, ours: Path, tmp_path: Path) -> None:
    stock = shutil.copytree(theirs, tmp_path / "stock")
    for course in (stock, ours):
        give(course, "ben", exercises_of(LESSON)[0], 3.5)
    with_nbgrader(stock)
    with_ours(ours)
    assert scores(ours) == scores(stock)
    assert files(ours) == files(stock)
    page = files(ours)[f"feedback/ben/{LESSON}/{LESSON}.html"][0].decode()
    assert "3.5" in page
    assert "Well tried." in page
    # graded again, it is kept, and a person is asked to look
    with_nbgrader(stock, force=True)
    with_ours(ours, fresh=True)
    assert scores(ours) == scores(stock)
    (grade,) = [g for g in scores(ours)["ben"][2] if g[2] is not None]
    assert grade[2:] == (3.5, None, True)
    assert files(ours) == files(stock)


def test_what_is_handed_in_anew_is_graded_anew(ours: Path) -> None:
    before = states(ours)
    hand_in(ours, "ben", nbformat.writes(solved(*exercises_of(LESSON))), "2026-01-31 11:00:00 UTC")
    hands = Hands()
    reports = with_ours(ours, hands)
    assert reports["ben"].points == sum(points_of(LESSON).values())
    changed = {name for name, state in states(ours).items() if before.get(name) != state}
    assert {Path(name).relative_to(ours).parts[1] for name in changed if "gradebook" not in name} == {"ben"}
    assert scores(ours)["ben"][0] == datetime(2026, 1, 31, 11)


class Killed(BaseException):
    """Stands for the end of the process."""


def dies(*_: Any) -> None:
    raise Killed


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("before the scores", marks=pytest.mark.long),
        "before the files",
        pytest.param("between the files", marks=pytest.mark.long),
    ],
)
def test_killed_at_any_moment_the_next_run_makes_it_whole(
    handed_in: Path, theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    course = shutil.copytree(handed_in, tmp_path / "course")
    before: Callable[..., Any] = book.write
    with monkeypatch.context() as patch:
        if place == "before the scores":
            patch.setattr(book, "write", dies)
        else:
            calls = iter([False] * (4 if place == "between the files" else 0) + [True] * 1000)
            rename = Path.replace
            moved = lambda path, to: dies() if "stage" in str(path) and next(calls) else rename(path, to)  # noqa: E731 - it is patched in
            patch.setattr(Path, "replace", moved)
        with pytest.raises(Killed):
            with_ours(course)
    assert book.write is before
    left = course / ".autograder" / "stage" / "999999999-left"
    left.mkdir()
    with_ours(course)
    assert not left.exists()
    assert scores(course) == scores(theirs)
    assert files(course) == files(theirs)


def test_a_locked_gradebook_is_said_and_costs_nobody(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy.exc import OperationalError

    def locked(*_: Any) -> None:
        raise OperationalError("insert", {}, Exception("database is locked"))

    with monkeypatch.context() as patch:
        patch.setattr(book, "write", locked)
        with pytest.raises(CannotWrite, match="database is locked"):
            with_ours(ours, fresh=True)
    hands = Hands()
    with_ours(ours, hands)
    assert set(hands.examined) <= {"ivy", LESSON}, "the verdicts were kept"
    assert f"autograded/ada/{LESSON}/{LESSON}.ipynb" in files(ours)


def test_without_the_sandboxs_configuration_nothing_is_graded(handed_in: Path, tmp_path: Path) -> None:
    course = shutil.copytree(handed_in, tmp_path / "course")
    config = json.loads((course / "nbgrader_config.json").read_text(encoding="utf-8"))
    config["Autograde"]["autograde_preprocessors"] = ["nbgrader.preprocessors.Execute"]
    (course / "nbgrader_config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(GraderError, match="nothing is graded"):
        with_ours(course)


def with_extensions(course: Path, text: str | None) -> None:
    """Let the configuration be the README's for late submissions, and name a file with this text, or none."""
    path = course / "nbgrader_config.json"
    late = {
        "AssignLatePenalties": {"plugin_class": "autograder.nbgrader.late.LatePenalty"},
        "LatePenalty": {"points_per_day": 5, "extensions": "extensions.csv"},
    }
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **late}), encoding="utf-8")
    if text is not None:
        (course / "extensions.csv").write_text(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"student,lesson,days\neve,{LESSON},x\n", "extensions.csv, line 2: 'x' is no number of days"),
        (None, "names extensions.csv (LatePenalty.extensions), and that file is not there"),
    ],
)
def test_who_has_more_time_is_read_before_anything_is_graded(
    text: str | None, said: str, ours: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, known = states(ours), scores(ours)
    with_extensions(ours, text)
    with pytest.raises(GraderError, match=re.escape(said)):
        with_ours(ours)
    caplog.clear()
    with_nbgrader(ours, force=True)
    (refusal,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said in refusal
    assert "Traceback" not in caplog.text
    assert scores(ours) == known
    assert states(ours).keys() == before.keys()


def test_an_extension_of_nobody_is_said_and_the_class_is_graded(ours: Path) -> None:
    with_extensions(ours, f"student,lesson,days\neve,{LESSON},9\nevee,,1\n")
    with inside(ours):
        (note,) = Book(ours, LESSON, None, None, False).notes
    assert note.startswith("extensions.csv, line 3: 'evee' is no student")
    assert all(report.graded for student, report in with_ours(ours).items() if student in ("ada", "eve"))
    assert scores(ours)["eve"][1] is None


@pytest.mark.parametrize("error", [GraderError("the disk is full"), ValueError("the disk is full")])
def test_why_one_could_not_be_written_is_said_in_the_errors_own_words(
    error: Exception, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = SaveVerdicts.preprocess

    def fails(self: SaveVerdicts, nb: NotebookNode, resources: Any) -> Any:
        if resources["nbgrader"]["student"] == "ben":
            raise error
        return save(self, nb, resources)

    monkeypatch.setattr(SaveVerdicts, "preprocess", fails)
    reports = with_ours(ours, fresh=True)
    kind = "ValueError: " if isinstance(error, ValueError) else ""
    assert reports["ben"].reason == f"nbgrader could not write it: {kind}the disk is full"
    assert reports["ada"].graded


def test_a_course_without_source_says_what_is_missing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "nbgrader_config.json", tmp_path)
    (tmp_path / "submitted").mkdir()
    with inside(tmp_path), pytest.raises(GraderError, match=r"there is no .*source"):
        Book(tmp_path, LESSON, None, None, False)
