"""The mistakes of a lesson are read as text: a name, a hint, and every way in which they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import courses
from autograder.course.mistakes import Mistake, mistakes_of

TEXT = '''"""Wrong versions."""

# %% square: doubles instead of squaring
# hint: What is the square of 3?
# And of 4?
def square(x):
    return 2 * x

# %% square: doubles instead of squaring
def square(x):
    # a comment of the student's own
    return x + x

# %% square: gives the square root, not the square
# hint: Which of the two grows?
square = lambda x: x**0.5
'''


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mistake]:
    """The mistakes of a lesson that consists of `TEXT`."""
    return read(TEXT, tmp_path, monkeypatch)


def read(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mistake]:
    folder = tmp_path / "lessons" / "squares"
    folder.mkdir(parents=True)
    (tmp_path / "course.toml").write_text('title = "Squares"\nlessons = ["squares"]\n', encoding="utf-8")
    (folder / "checks.py").write_text("", encoding="utf-8")
    (folder / "mistakes.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    return mistakes_of("squares", "square")


def test_cells_of_one_name_are_spellings_of_one_mistake(found: list[Mistake]) -> None:
    assert [(mistake.name, len(mistake.spellings), mistake.line) for mistake in found] == [
        ("doubles instead of squaring", 2, 3),
        ("gives the square root, not the square", 1, 14),
    ]
    assert "return x + x" in found[0].spellings[1]


def test_a_hint_may_go_on_in_the_next_lines(found: list[Mistake]) -> None:
    assert [mistake.hint for mistake in found] == ["What is the square of 3? And of 4?", "Which of the two grows?"]
    assert not any("hint" in spelling for mistake in found for spelling in mistake.spellings)


def test_a_mistake_is_called_by_its_exercise_and_its_name(found: list[Mistake]) -> None:
    assert found[0].id == "square-doubles-instead-of-squaring"


@pytest.mark.parametrize("text", ["", TEXT.splitlines()[0]])
def test_a_lesson_may_know_no_mistake(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(text, tmp_path, monkeypatch) == []
