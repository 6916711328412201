"""What puts a course on trial in this process, with the zygote that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.audit.trial import Tried, tried
from autograder.audit.versions import Lesson
from autograder.channel.zygote import Zygote
from autograder.course import courses, exercises
from autograder.grading import work
from autograder.grading.executors import Here
from autograder.grading.work import Setting
from autograder.rng import PUBLIC_SEED

Trial = Callable[[Lesson], list[Tried]]


@pytest.fixture(autouse=True)
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever course is entered, is left again."""
    monkeypatch.setattr(courses, "_PLACE", [])
    yield
    courses._around.cache_clear()
    exercises._checks.cache_clear()


@pytest.fixture
def hands(zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    """What examines: with an examiner of its own, and a zygote that outlives it."""

    class Lent:
        sandbox = zygote.sandbox
        fork = zygote.fork

        def close(self) -> None:
            pass

    monkeypatch.setattr(work, "sandboxed_zygote", lambda **_: Lent())
    made = Here()
    yield made
    made.close()


@pytest.fixture
def trial(hands: Here) -> Trial:
    """Tries what there is to try of a lesson."""

    def trial(lesson: Lesson) -> list[Tried]:
        (came,) = tried([lesson], Setting(lesson.root, PUBLIC_SEED, trusted=True), hands)
        return came

    return trial


def own_course(folder: Path, files: dict[str, str]) -> courses.Course:
    """The course of a folder with these files, which is meant from now on; its one lesson is `shapes`."""
    files = {"course.toml": 'title = "Shapes"\nlessons = ["shapes"]\n', **files}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    courses.enter(folder)
    return courses.here()[0]
