"""The hints of each exercise, from gentle to nearly the answer; one Markdown file a lesson."""

from __future__ import annotations

import re

from autograder.course.courses import course_of


def hints_of(lesson: str, exercise: str) -> list[str]:
    """The hints of an exercise, in the order in which to read them."""
    course = course_of(lesson)
    if course is None or not (path := course.file(lesson, "hints.md")).exists():
        return []
    sections = re.split(r"^## +(.+?) *$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    bodies = dict(zip(sections[1::2], sections[2::2], strict=True))
    bullets = re.split(r"^- ", bodies.get(exercise, ""), flags=re.MULTILINE)[1:]
    return [re.sub(r"\n  +", "\n", bullet).strip() for bullet in bullets]
