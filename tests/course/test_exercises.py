"""What there is to do is read without importing a check, and is what importing them says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring.skeleton import add_lesson, make_course
from autograder.course import courses, exercises
from autograder.course.courses import Course, kits_own
from autograder.course.exercises import Check
from autograder.failures import CourseError


def imported(course: Course, lesson: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Check, ...]:
    """The checks of a lesson, as its module has them."""
    exercises._checks.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(exercises, "_read", lambda *_: None)
        found = exercises._checks(course, lesson)
    exercises._checks.cache_clear()
    return found


@pytest.mark.parametrize("lesson", kits_own().lessons)
def test_reading_and_importing_the_checks_of_a_lesson_say_the_same(
    lesson: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert exercises._read(kits_own(), lesson) is not None, "its checks can only be imported, and torch with them"
    wanted = imported(kits_own(), lesson, monkeypatch)
    assert exercises._checks(kits_own(), lesson) == wanted
    assert len(wanted) > 20


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Course]:
    """A course with one lesson, as `init` and `new` make it."""
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    make_course(tmp_path)
    add_lesson(courses.here()[0], "trees")
    yield courses.renewed()
    courses._around.cache_clear()
    exercises._checks.cache_clear()


def test_of_a_new_lesson_too(own: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    assert exercises._read(own, "trees") is not None
    assert [check.points for check in exercises._checks(own, "trees")] == [0.0, 2.0, 1.0]
    assert exercises._checks(own, "trees") == imported(own, "trees", monkeypatch)


def check(words: str = "'leaf', points=2", body: str = "'It is there.'", name: str = "test_leaf") -> str:
    return f"@exercise({words})\ndef {name}(student):\n    {body}\n"


PLAIN = {
    "no docstring": check(body="pass"),
    "a docstring of two lines": check(body='"""It  is.\n    More."""'),
    "constants": "NAMES = ('a', 'b')\n" + check("'leaf', points=1, builtins=NAMES, timeout=30"),
    "two of one name": check() + check("'twig', points=1", "'Another.'"),
    "a helper with a decorator": "import functools\n@functools.cache\ndef drawn(): return torch.ones(2)\n",
    "an import under a condition": "if torch.__version__ < '2': import abc\n",
}


@pytest.mark.parametrize("how", PLAIN)
def test_what_is_read(how: str, own: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    added(own, PLAIN[how])
    assert exercises._read(own, "trees") is not None
    assert exercises._checks(own, "trees") == imported(own, "trees", monkeypatch)


COUNTED = check("'leaf', points=POINTS")
NOT_PLAIN = {
    "in a loop": "for n in '12':\n    globals()[f'test_{n}'] = exercise('leaf', points=2)(drawn)\n",
    "by a function": "def mark(f): return exercise('leaf', points=2)(f)\n@mark\ndef test_a(student): 'It is.'\n",
    "by another name": "from autograder import exercise as mark\n" + check().replace("@exercise", "@mark"),
    "by an attribute": "import autograder\n" + check().replace("@exercise", "@autograder.exercise"),
    "under a condition": "if torch.__version__ > '1':\n    " + check().replace("\n", "\n    "),
    "from another module": "from .more import test_more\n",
    "with another decorator": "def same(test): return test\n@same\n" + check(),
    "with a computed number": "POINTS = max(1, 2)\n" + COUNTED,
    "with a number that changes": "POINTS = 1\nPOINTS += 1\n" + COUNTED,
    "with an imported number": "from .more import POINTS\n" + COUNTED,
}


@pytest.mark.parametrize("how", NOT_PLAIN)
def test_what_can_only_be_imported(how: str, own: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    more = "from autograder import exercise\nPOINTS = 2\n" + check(name="test_more")
    own.file("trees", "more.py").write_text(more, encoding="utf-8")
    added(own, "def drawn(student): 'It is drawn.'\n" + NOT_PLAIN[how])
    assert exercises._read(own, "trees") is None
    assert "leaf" in {check.exercise for check in exercises._checks(own, "trees")}


@pytest.mark.parametrize("more", ["def (:\n", check("'leaf'")])
def test_what_is_wrong_is_said_with_the_line(more: str, own: Course) -> None:
    added(own, more)
    with pytest.raises(CourseError, match=r"checks\.py, line \d+: (SyntaxError|TypeError)"):
        exercises._checks(own, "trees")


def added(course: Course, text: str) -> None:
    """Append to the checks of the lesson."""
    path = course.file("trees", "checks.py")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{text}", encoding="utf-8")
