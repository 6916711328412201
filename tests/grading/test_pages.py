"""The pages of a class: whose, from what, and written anew only where something has changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from autograder.course.exercises import exercises_of
from autograder.grading.job import Job
from autograder.grading.names import names_of
from autograder.grading.pages import Pages, page_name
from autograder.grading.reports import write_report
from autograder.report.results import CheckResult, ExerciseResult, Report

LESSON = "mlp"
OLDEST = 1_000_000_000


def cell(source: str, kind: str = "code", grade_id: str = "", **parts: Any) -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": grade_id}} if grade_id else {}
    return {"cell_type": kind, "metadata": metadata, "source": source, **parts}


def notebook(*cells: dict[str, Any]) -> str:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


STATEMENT = cell("### Exercise: count\n\nCount $n^2$ numbers.", "markdown")
STUB = cell("def count_parameters(model):\n    raise NotImplementedError()", grade_id="count_parameters")
ANSWER = cell("def count_parameters(model):\n    return 7", grade_id="count_parameters")
PLOT = cell("plot_the_lesson()")


def report(student: str, points: float = 1.0) -> Report:
    check = CheckResult("test_it", "It counts.", "passed", points, points, None, 0.1)
    first, *rest = (ExerciseResult(name, ()) for name in exercises_of(LESSON) if name != "count_parameters")
    return Report(LESSON, student, 1.0, exercises=(ExerciseResult("count_parameters", (check,)), first, *rest))


class Course:
    """A course whose class handed something in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.jobs: dict[str, Job] = {}
        self.write("release/mlp/mlp.ipynb", notebook(STATEMENT, STUB, PLOT))
        for student in ("ada", "ben"):
            self.hand_in(student, notebook(STATEMENT, ANSWER, PLOT, cell("print('mine')")))

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def hand_in(self, student: str, text: str) -> None:
        path = self.write(f"submitted/{student}/{LESSON}/{LESSON}.ipynb", text)
        self.jobs[student] = Job(path, LESSON, student)

    def pages(self, **options: Any) -> Pages:
        return Pages(self.root, list(self.jobs.values()), options.pop("names", {}), **options)

    def written(self, *reports: Report, **options: Any) -> set[str]:
        """The names of the pages that a run writes."""
        folder = self.root / ".autograder" / "pages" / LESSON
        before = {path: path.stat().st_mtime_ns for path in folder.glob("*")}
        pages = self.pages(**options)
        for each in reports or [report(student) for student in self.jobs]:
            pages.write(each)
        pages.write_class(reports or [report(student) for student in self.jobs])
        return {path.name for path in folder.glob("*") if path.stat().st_mtime_ns != before.get(path)}

    def soup(self, name: str) -> BeautifulSoup:
        page = self.root / ".autograder" / "pages" / LESSON / f"{name}.html"
        return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    made = Course(tmp_path)
    assert made.written() == {"ada.html", "ben.html", "index.html"}
    return made


def test_what_the_page_of_a_submission_is_made_of(course: Course) -> None:
    soup = course.soup("ada")
    section = soup.select_one("section[aria-labelledby=count_parameters]")
    assert section is not None
    assert "return 7" in section.select("pre.code")[0].text
    assert "Count" in section.select("details .prose")[0].text
    assert [one.text for one in soup.select("body > .cell pre")] == ["print('mine')"]
    (folded,) = soup.select("body > details")
    assert "plot_the_lesson()" in folded.text
    assert "Exercise: count" in folded.text


CHANGES: dict[str, tuple[Callable[[Course], set[str]], set[str]]] = {
    "nothing": (lambda course: course.written(), set()),
    "a score": (lambda course: course.written(report("ada", 0.5), report("ben")), {"ada.html", "index.html"}),
    "a name": (lambda course: course.written(names={"ben": "Ben Bright"}), {"ben.html", "index.html"}),
}


@pytest.mark.parametrize(("change", "written"), CHANGES.values(), ids=CHANGES)
def test_only_what_has_changed_is_written_anew(
    course: Course, change: Callable[[Course], set[str]], written: set[str]
) -> None:
    assert change(course) == written
    assert {path.suffix for path in (course.root / ".autograder/pages/mlp").iterdir()} == {".html"}


def test_another_submission_and_another_lesson_are_seen(course: Course) -> None:
    course.hand_in("ben", notebook(cell("x = 1")))
    assert course.written() == {"ben.html"}
    course.write("release/mlp/mlp.ipynb", notebook(STUB))
    assert course.written() == {"ada.html", "ben.html"}


def test_outputs_are_there_where_they_are_kept(course: Course) -> None:
    shown = [
        {"output_type": "stream", "text": ["mi", "ne\x1b[31m red\n"]},
        {"output_type": "display_data", "data": {"image/png": "aGk=\n", "text/html": "<b>bold</b>"}},
        {"output_type": "display_data", "data": {"image/png": '"><script>'}},
    ]
    of_the_lesson = cell("plot_the_lesson()", outputs=[{"output_type": "stream", "text": "the same for all"}])
    graded = course.write("autograded.ipynb", notebook(of_the_lesson, cell("print('mine')", outputs=shown)))
    own = course.write("feedback/ada's page.html", "")
    assert course.written(graded=lambda student: (graded, own)) == {"ada.html", "ben.html"}
    soup = course.soup("ada")
    assert [one.text for one in soup.select("pre.shown")] == ["mine red"]
    assert [one["src"] for one in soup.select("img")] == ["data:image/png;base64,aGk="]
    assert [one["href"] for one in soup.select("p a")] == ["../../../feedback/ada%27s%20page.html"]
    assert course.written(graded=lambda student: (graded, own)) == set()


def test_who_is_not_graded_has_a_page_too(course: Course) -> None:
    course.jobs = {"dan": Job(None, LESSON, "dan", reason="the folder is empty")}
    ungraded = Report(LESSON, "dan", 1.0, graded=False, reason="the folder is empty")
    assert "dan.html" in course.written(ungraded)
    assert "Not graded: the folder is empty" in course.soup("dan").text


def test_a_run_for_one_student_leaves_the_others_on_the_page_of_the_class(course: Course) -> None:
    for student in ("ada", "ben", "gone"):
        write_report(report(student), course.root)
    del course.jobs["ada"]
    pages = course.pages(others={"ada", "ben"})
    pages.write_class([replace(report("ben", 0.5), seconds=9.0)])
    rows = [row.text.split() for row in course.soup("index").select("tbody tr")]
    assert rows == [["ada", "1/1", "0.00"], ["ben", "0.5/1", "9.00"]]
    assert [link["href"] for link in course.soup("index").select("tbody a")] == ["ada.html", "ben.html"]


def test_who_handed_in_nothing_is_on_the_page_of_the_class(course: Course) -> None:
    """Neither graded nor 0; but nobody is where the list is that of another class."""
    assert course.written(names={"ada": "", "dan": "Dan Dole"}) == {"index.html"}
    rows = [[cell.text for cell in row.select("td")] for row in course.soup("index").select("tbody tr")]
    assert [row[:3] for row in rows[:2]] == [["ada", "", "1/1"], ["ben", "", "1/1"]]
    assert rows[2:] == [["dan", "Dan Dole", "–", "", "nothing handed in", ""]]
    assert course.pages(names={"dan": "Dan Dole"}).absent == []
    assert course.pages(names={"ada": "", "eve": "", "dan": ""}, others={"eve"}).absent == ["dan"]


def test_the_page_of_who_is_gone_goes_and_no_file_of_anybody_elses(course: Course) -> None:
    folder = course.root / ".autograder/pages/mlp"
    copy = folder / "ada of last week.html"
    copy.write_bytes((folder / "ada.html").read_bytes())
    course.write(".autograder/pages/mlp/notes.html", "mine")
    (folder / "link.html").symlink_to(copy)
    del course.jobs["ada"]
    course.written(report("ben"))
    left = sorted(path.name for path in folder.iterdir())
    assert left == ["ada of last week.html", "ben.html", "index.html", "link.html", "notes.html"]


@pytest.mark.parametrize("student", ["index", "INDEX", "a/../b".replace("/", "%"), "ü" * 200, "\udcff"])
def test_any_name_is_a_files_and_none_is_that_of_the_class(course: Course, student: str) -> None:
    name = page_name(student)
    course.jobs = {student: Job(None, LESSON, student, reason="empty")}
    ungraded = Report(LESSON, student, 1.0, graded=False, reason="empty")
    assert course.written(ungraded) == {name, "index.html"}
    (link,) = course.soup("index").select("tbody a")
    assert name.lower() != "index.html"
    assert (course.root / ".autograder/pages/mlp" / name).is_file()
    assert str(link["href"]).isascii()


class TestNames:
    def test_those_that_the_gradebook_knows(self, tmp_path: Path) -> None:
        gradebook = tmp_path / "grade book?.db"
        with closing(sqlite3.connect(gradebook)) as connection:
            connection.execute("CREATE TABLE student (id, first_name, last_name, email)")
            rows = [("ada", "Ada", "Lovelace", ""), ("ben", None, "Bright", None), ("cleo", None, None, "c@x")]
            connection.executemany("INSERT INTO student VALUES (?, ?, ?, ?)", rows)
            connection.commit()
        assert names_of(gradebook) == {"ada": "Ada Lovelace", "ben": "Bright", "cleo": ""}

    def test_without_a_gradebook_nobody_is_known(self, tmp_path: Path) -> None:
        (tmp_path / "words.db").write_text("no gradebook")
        assert names_of(tmp_path / "gradebook.db") == names_of(tmp_path / "words.db") == {}
        assert not (tmp_path / "gradebook.db").exists()
