"""The mistakes of a course on one page: each with its hint, and with an example that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.course.mistakes import Mistake
from autograder.picture.data import Example
from autograder.report.html import example_parts, policy, template


@dataclass(frozen=True)
class Chapter:
    """An exercise, and its mistakes; one that no small example shows has none."""

    lesson: str
    exercise: str
    mistakes: Sequence[tuple[Mistake, Example | None]]


def page(chapters: Sequence[Chapter]) -> str:
    """The page, as HTML that needs nothing beside it."""
    shown = [(chapter, _parts(chapter)) for chapter in chapters]
    return template("gallery.html").render(policy=policy(), chapters=shown)


def articles(chapter: Chapter) -> str:
    """The mistakes of an exercise, as HTML for a page of somebody else's."""
    return template("mistakes.html").render(mistakes=_parts(chapter))


def _parts(chapter: Chapter) -> list[tuple[Mistake, dict[str, Any]]]:
    return [(mistake, example_parts(example)) for mistake, example in chapter.mistakes]
