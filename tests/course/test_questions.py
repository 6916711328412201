"""Questions that a student answers in the cell, before the picture does."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from autograder import guess
from autograder.authoring.guesses import findings
from autograder.authoring.percent import read_cells
from autograder.course import courses
from autograder.course.courses import Course, kits_own
from autograder.course.questions import answers
from autograder.failures import CourseError
from tests.banks import ROOT

QUESTION = "What is predictions - targets?"
CHOICES = {"a": "(3,)", "b": "(3, 1)", "c": "(3, 3)"}
KEPT = f'["{QUESTION}"]\nanswer = "(3, 3)"\nbecause = "Every prediction meets every target."\n'


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    (tmp_path / "course.toml").write_text('title = "Mine"\nlessons = ["shapes"]\n')
    (tmp_path / "lessons" / "shapes").mkdir(parents=True)
    (tmp_path / "lessons" / "shapes" / "checks.py").write_text("")
    (tmp_path / "lessons" / "shapes" / "questions.toml").write_text(KEPT)
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    return Course("Mine", ("shapes",), tmp_path / "lessons", "lessons")


@pytest.mark.parametrize("answer", ["c", " C ", "(3, 3)"])
def test_a_right_guess_is_told_so_and_why(course: Course, answer: str) -> None:
    reply = guess(QUESTION, answer=answer, **CHOICES)
    assert repr(reply) == "Right. Every prediction meets every target."


def test_a_wrong_guess_is_told_what_is_right_and_why(course: Course) -> None:
    reply = guess(QUESTION, answer="a", **CHOICES)
    assert reply._repr_markdown_() == "**Not so: it is c**, (3, 3). Every prediction meets every target."


@pytest.mark.parametrize("answer", [None, "", " "])
def test_without_an_answer_it_says_how_to_give_one_and_not_what_is_right(course: Course, answer: object) -> None:
    reply = repr(guess(QUESTION, answer=answer, **CHOICES))
    assert 'write `answer="a"` or `answer="b"` or `answer="c"` into this cell' in reply
    assert "(3, 3)" not in reply


@pytest.mark.parametrize("answer", ["d", 3, "both"])
def test_what_is_no_choice_gives_nothing_away(course: Course, answer: object) -> None:
    reply = repr(guess(QUESTION, answer=answer, **CHOICES))
    assert "none of the choices" in reply
    assert "Every prediction" not in reply


def test_a_question_that_was_changed_is_to_be_put_back(course: Course) -> None:
    for question, choices in [("What is it?", CHOICES), (QUESTION, {"a": "(3,)", "b": "nine"})]:
        assert "put its words and its choices back" in repr(guess(question, answer="a", **choices))


def test_a_damaged_file_raises_nothing_at_a_student(course: Course) -> None:
    course.file("shapes", "questions.toml").write_text("[what")
    assert "put its words" in repr(guess(QUESTION, answer="a", **CHOICES))
    with pytest.raises(CourseError, match=r"questions\.toml cannot be read"):
        answers(course, "shapes")


@pytest.mark.parametrize(
    ("kept", "cell", "said"),
    [
        (KEPT, "", f"no cell asks {QUESTION!r}"),
        ("", "# guess('What is predictions - targets?', a='(3, 3)')", f"there is no answer to {QUESTION!r}"),
        (KEPT, "# guess('What is predictions - targets?', a='(3,)')", "'(3, 3)' is no choice of"),
        (KEPT, "# guess('What is predictions - targets?', a='(3, 3)', answer='a')", "answers its own question"),
        (KEPT.replace("because", "why"), "", "say what is right in `answer`, and why in `because`"),
    ],
)
def test_the_build_says_what_does_not_belong_together(course: Course, kept: str, cell: str, said: str) -> None:
    course.file("shapes", "questions.toml").write_text(kept)
    cells = read_cells(f'# %% [markdown]\n# Shapes\n\n# %% tags=["active-ipynb"]\n{cell}\n')
    assert any(said in found for found in findings(course, "shapes", cells))


@pytest.mark.parametrize("lesson", kits_own().order)
def test_every_lesson_asks_two_to_four_times_and_tells_no_answer(lesson: str) -> None:
    kept = answers(kits_own(), lesson)
    assert 2 <= len(kept) <= 4
    cells = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4).cells
    assert not list(findings(kits_own(), lesson, cells))
    assert not [one.because for one in kept.values() if any(one.because in cell.source for cell in cells)]
