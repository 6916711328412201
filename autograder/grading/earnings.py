"""What reports on work of one's own say of the way through a course."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.course.courses import Course, course_of
from autograder.course.places import own_file
from autograder.course.progress import Progress, Standing, progress_in, remember
from autograder.grading.job import Job
from autograder.report.card import not_begun
from autograder.report.results import Report


def is_own(job: Job) -> bool:
    """Whether a file is the one in which somebody works on its lesson in this folder."""
    file = own_file(job.lesson)
    return file is not None and file.resolve() == job.path


def remembered(reports: Iterable[Report]) -> list[Progress]:
    """Remember what was earned just now, and say how far each course is of which there is a report.

    An exercise that is not begun is remembered only where it was known before, as one that was given back.
    """
    courses: dict[Course, dict[str, Standing]] = {}
    for report in reports:
        course = course_of(report.lesson)
        if course is None or not report.graded:
            continue
        known = progress_in(course).earned
        earned = courses.setdefault(course, {})
        for each in report.exercises:
            if each.name in known or not not_begun(each):
                earned[each.name] = Standing(each.points, each.passed)
    return [remember(course, earned) for course, earned in courses.items()]
