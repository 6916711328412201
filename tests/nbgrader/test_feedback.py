"""Feedback pages: made again when what they show has changed, and nothing but feedback is ever removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import v4
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.nbgrader import FILE, MARK, feedback
from tests.browser import WAYS, Scheme, contrast, opened, overhang

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# nbgrader's own use of its data base
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

STUDENTS = ("ada", "ben", "cleo")


class Course:
    """A course in which three students have been graded, in a lesson with one exercise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.gradebook = f"sqlite:///{root / 'gradebook.db'}"

    def make(self) -> None:
        self.root.mkdir()
        with Gradebook(self.gradebook) as gradebook:
            gradebook.add_assignment("quiz")
            gradebook.add_notebook("quiz", "quiz")
            gradebook.add_grade_cell("check-double", "quiz", "quiz", max_score=3, cell_type="code")
            gradebook.add_solution_cell("double", "quiz", "quiz")
            for student in STUDENTS:
                gradebook.add_student(student)
                gradebook.add_submission("quiz", student)
                self.write(student, f"def double(x): return 2 * x  # {student}")
        self.give(*STUDENTS, auto_score=3.0, needs_manual_grade=False)

    def write(self, student: str, source: str, markdown: str = "", **metadata: Any) -> None:
        notebook = v4.new_notebook(cells=[v4.new_code_cell(source, id="one"), v4.new_code_cell("", id="two")])
        for cell, name in zip(notebook.cells, ("double", "check-double"), strict=True):
            roles = {"solution": name == "double", "grade": name != "double", "task": False, "locked": False}
            cell.metadata.nbgrader = {"grade_id": name, "schema_version": 3, **roles}
        notebook.cells += [v4.new_markdown_cell(markdown, id="three")]
        notebook.metadata.update(metadata)
        folder = self.root / "autograded" / student / "quiz"
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, folder / "quiz.ipynb")

    def give(self, *students: str, comment: str | None = None, **grade: Any) -> None:
        """What a person does in formgrader."""
        with Gradebook(self.gradebook) as gradebook:
            for student in students:
                found = gradebook.find_grade("check-double", "quiz", "quiz", student)
                for name, value in grade.items():
                    setattr(found, name, value)
                if comment is not None:
                    gradebook.find_comment("double", "quiz", "quiz", student).manual_comment = comment
            gradebook.db.commit()

    def page(self, student: str) -> Path:
        return self.root / "feedback" / student / "quiz" / "quiz.html"

    def text(self, student: str) -> str:
        return self.page(student).read_text(encoding="utf-8")

    def generate(self, **options: Any) -> list[str]:
        """Generate feedback as nbgrader does; whose pages were made."""
        config = Config()
        config.CourseDirectory.root = str(self.root)
        config.CourseDirectory.assignment_id = "quiz"
        config.GenerateFeedback.exporter_class = feedback.FeedbackPage
        for name, value in options.items():
            other = {"force": config.GenerateFeedback, "template_name": config.HTMLExporter}
            section = other.get(name, config.CourseDirectory)
            section[name] = value
        before = {student: self._state(student) for student in STUDENTS}
        GenerateFeedback(coursedir=CourseDirectory(config=config), config=config).start()
        return [student for student in STUDENTS if self._state(student) != before[student]]

    def _state(self, student: str) -> tuple[int, ...]:
        try:
            status = self.page(student).lstat()
        except OSError:
            return ()
        return (status.st_ino, status.st_mtime_ns)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose feedback is up to date."""
    course = Course(tmp_path_factory.mktemp("feedback") / "course")
    course.make()
    assert course.generate() == list(STUDENTS)
    return course.root


@pytest.fixture
def course(made: Path, tmp_path: Path) -> Course:
    return Course(shutil.copytree(made, tmp_path / "course"))


def test_what_has_not_changed_is_left(course: Course) -> None:
    assert course.generate() == []
    assert course.generate(force=True) == list(STUDENTS)
    assert course.generate() == []


def regraded(course: Course) -> None:
    course.write("ben", "def double(x): return x + x")


CHANGES: dict[str, tuple[Callable[[Course], None], str]] = {
    "a score": (lambda course: course.give("ben", manual_score=1.5), "Score: 1.5 / 3.0"),
    "extra credit": (lambda course: course.give("ben", extra_credit=2.0), "Score: 5.0 / 3.0"),
    "a comment": (lambda course: course.give("ben", comment="Look at line 1 again."), "Look at line 1 again."),
    "graded again": (regraded, "x"),
}


@pytest.mark.parametrize(("change", "shown"), CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_made_again_for_that_student(
    course: Course, change: Callable[[Course], None], shown: str
) -> None:
    change(course)
    assert course.generate() == ["ben"]
    assert shown in course.text("ben")
    assert course.generate() == []


def test_a_penalty_for_lateness(course: Course) -> None:
    with Gradebook(course.gradebook) as gradebook:
        gradebook.find_submission_notebook("quiz", "quiz", "cleo").late_submission_penalty = 1.0
        gradebook.db.commit()
    assert course.generate() == ["cleo"]
    assert "2.0 / 3.0" in course.text("cleo")


def test_a_page_that_was_deleted_or_that_nobody_knows_is_made_again(course: Course) -> None:
    course.page("ada").unlink()
    course.page("cleo").write_text("<html>from another version</html>\n", encoding="utf-8")
    assert course.generate() == ["ada", "cleo"]


def test_only_those_who_are_asked_for(course: Course) -> None:
    course.give(*STUDENTS, manual_score=1.0)
    assert course.generate(student_id="ada") == ["ada"]
    assert course.generate(student_id_exclude="ben") == ["cleo"]
    assert course.generate(notebook_id="quiz") == ["ben"]


def test_other_files_that_came_with_a_page_are_there_again(course: Course) -> None:
    (course.root / "autograded" / "ben" / "quiz" / "data.csv").write_text("1,2\n")
    course.give("ben", manual_score=1.0)
    course.generate()
    assert (course.page("ben").parent / "data.csv").read_text() == "1,2\n"


def test_what_is_not_graded_has_no_score_until_a_person_gives_one(course: Course) -> None:
    course.write("ben", "def double(x): ...", "**This** could not be read", **{MARK: "it is no notebook"})
    course.give("ben", auto_score=None, needs_manual_grade=True, comment="Send it *again*.")
    assert course.generate() == ["ben"]
    page = course.text("ben")
    assert "quiz (not graded)</h4>" in page
    assert "Score:" not in page
    soup = BeautifulSoup(page, "html.parser")
    assert [" ".join(each.text.split()) for each in soup.select(".nbgrader_cell .panel-heading")] == [
        "Student's answer",
        "Grade cell: check-double not graded",
    ]
    assert [each.text for each in soup.select(".panel-footer em")] == ["again"]
    assert [each.text for each in soup.select("#notebook strong")] == ["This"]
    assert "def double(x)" in soup.text
    course.give("ben", manual_score=0.0, needs_manual_grade=False)
    assert course.generate() == ["ben"]
    assert "(Score: 0.0 / 3.0)" in course.text("ben")
    assert "(Score: 3.0 / 3.0)" in course.text("ada")


def test_the_page_says_which_file_was_graded(course: Course) -> None:
    notes = ["there are 2 files", "left out, because it is a link: <i>x</i>"]
    course.write("ben", "", **{FILE: {"name": "quiz <b>(1)</b>.ipynb", "notes": notes}})
    course.generate()
    (said,) = BeautifulSoup(course.text("ben"), "html.parser").select("#notebook-container > .autograder-file")
    words = " ".join(said.get_text(" ").split())
    assert words == f"The file that was graded: quiz <b>(1)</b>.ipynb {notes[0]} {notes[1]}"
    assert "file that was graded" not in course.text("ada"), "whose notebook does not say"


def test_nothing_of_a_student_runs_on_a_page_whatever_the_configuration_says(course: Course) -> None:
    course.write("ben", "", "**mine** <script>alert(1)</script><img src=x onerror=alert(1)>")
    course.give("ben", comment="So *close*. <script>alert(2)</script>")
    course.generate()
    page = course.text("ben")
    assert "<strong>mine</strong>" in page
    assert "<em>close</em>" in page
    assert "alert(" not in page


LESSON = "### Exercise: `double`\n\nTwice as much: $f(x) = \\frac{2x}{1}$, where `a$b$` is no formula."


@pytest.mark.ci
@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_the_page_as_a_student_reads_it(course: Course, browser: Browser, width: int, scheme: Scheme) -> None:
    """The exercise by its name, with what it lost; the lesson's text folded, with its formulas; and no network."""
    release = v4.new_notebook(cells=[v4.new_markdown_cell(LESSON)])
    place = course.root / ("release" if scheme == "light" else "source") / "quiz"
    place.mkdir(parents=True)
    nbformat.write(release, place / "quiz.ipynb")
    course.write("ben", "def double(x): return x", LESSON)
    course.write("cleo", "def double(x): return x", "My own $\\sqrt{2}$, and a $\\href{javascript:x}{link}$.")
    course.give("ben", manual_score=1.5, comment="Look at $x^2$ again.")
    course.generate()
    with opened(browser, course.page("ben"), width, scheme) as shown:
        said = [" ".join(entry.split()) for entry in shown.locator("#toc li").all_inner_texts()]
        assert said == ["double lost points (Score: 1.5 / 3.0)", "Comment on double"]
        formula = shown.locator("details math mfrac")
        assert not formula.is_visible()
        shown.get_by_text("The lesson: Exercise: double").click()
        assert formula.is_visible()
        assert shown.locator("details code").all_inner_texts()[-1] == "a$b$"
        assert shown.locator(".panel-footer math msup").is_visible()
        assert not shown.get_by_text("¶").is_visible()
        shown.get_by_role("link", name="double", exact=True).click()
        assert overhang(shown) == 0
        for element in ("h4", "#toc .lost b", "details summary", ".highlight .k", ".panel-footer"):
            assert contrast(shown, element) > 4.5, element
    with opened(browser, course.page("cleo"), width, scheme) as shown:
        assert shown.locator("math msqrt").is_visible(), "what is the student's own is not folded"
        assert shown.locator("a[href^=javascript]").count() == 0


def test_a_course_may_have_a_template_of_its_own(course: Course) -> None:
    course.write("ben", "", **{FILE: {"name": "quiz.ipynb", "notes": []}})
    assert course.generate(template_name="lab") == ["ben"]
    assert "autograder-file" not in course.text("ben")
    assert "jp-Notebook" in course.text("ben")


class TestNothingElseIsRemoved:
    @pytest.fixture
    def outside(self, tmp_path: Path) -> Path:
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        (folder / "quiz.html").write_text("precious")
        return folder

    @pytest.mark.parametrize("depth", ["lesson", "student"])
    def test_through_a_link(self, course: Course, outside: Path, depth: str) -> None:
        folder = course.page("ben").parent
        place = folder if depth == "lesson" else folder.parent
        inside = outside if depth == "lesson" else outside.parent
        (outside / "quiz").symlink_to(outside)
        place.rename(place.with_name("aside"))
        place.symlink_to(inside, target_is_directory=True)
        course.give("ben", manual_score=1.0)
        course.generate()
        assert (outside / "quiz.html").exists()
        assert place.is_symlink()

    def test_a_link_within_is_removed_and_what_it_names_is_not(self, course: Course, outside: Path) -> None:
        (course.page("ben").parent / "link").symlink_to(outside)
        (course.page("ada").parent / "pipe").touch()
        course.give("ben", manual_score=1.0)
        assert course.generate() == ["ben"]
        assert (outside / "quiz.html").read_text() == "precious"

    def test_a_page_that_is_a_link_or_a_pipe_is_not_read(self, course: Course, outside: Path) -> None:
        course.page("ada").unlink()
        course.page("ada").symlink_to(outside / "quiz.html")
        course.page("ben").unlink()
        os.mkfifo(course.page("ben"))
        assert course.generate() == ["ada", "ben"]
        assert (outside / "quiz.html").read_text() == "precious"
        assert not course.page("ada").is_symlink()

    def test_where_the_feedback_folder_itself_is_elsewhere(self, course: Course, tmp_path: Path) -> None:
        """A course may keep it on another disk."""
        (course.root / "feedback").rename(tmp_path / "disk")
        (course.root / "feedback").symlink_to(tmp_path / "disk", target_is_directory=True)
        course.give("ben", manual_score=1.0)
        assert course.generate() == ["ben"]


def test_what_cannot_be_removed_does_not_cost_the_others_their_pages(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = feedback.shutil.rmtree

    def fails_for_ada(folder: Path, **options: Any) -> None:
        if "ada" in folder.parts:
            raise RecursionError("a folder too deep")
        remove(folder, **options)

    monkeypatch.setattr(feedback.shutil, "rmtree", fails_for_ada)
    course.give(*STUDENTS, manual_score=1.0)
    assert course.generate() == ["ben", "cleo"]
