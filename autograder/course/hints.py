"""The hints of each exercise, from gentle to nearly the answer; one Markdown file a lesson."""

from __future__ import annotations

import re

from autograder.course.courses import course_of


def hints_of(lesson: str, exercise: str) -> list[str]:
    """The hints of an exercise, in the order in which to read them."""
    course = course_of(lesson)
    body = "" if course is None else sections(course.text(lesson, "hints.md")).get(exercise, "")
    bullets = re.split(r"^- ", body, flags=re.MULTILINE)[1:]
    return [re.sub(r"\n  +", "\n", bullet).strip() for bullet in bullets]


def sections(text: str) -> dict[str, str]:
    """What a text of hints says under the name of each exercise, in order."""
    parts = re.split(r"^## +(.+?) *$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))
