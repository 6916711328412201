"""A course of one's own."""

from __future__ import annotations

from autograder.cli.output import out


def init() -> None:
    """Make the course's secret in this folder: it seeds the random inputs of graded checks."""
    from autograder.course.salt import course_salt

    course_salt()
    out.print("the course's secret is in .autograder/salt; keep it out of git and of students' reach")
