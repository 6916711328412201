"""The class list, as it stands in nbgrader's gradebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.course.people import Person


def people_of(course: Path) -> tuple[Person, ...]:
    """The students whom a course's gradebook knows, by id; nobody where there is none. It is only read."""
    url = gradebook_of(course)
    if url is None:
        return ()
    from nbgrader.api import Gradebook

    with Gradebook(url) as gradebook:
        return tuple(sorted(map(person_of, gradebook.students), key=lambda person: person.id))


def person_of(student: Any) -> Person:
    """A student of nbgrader's."""
    names = student.first_name or "", student.last_name or ""
    return Person(student.id, *names, student.email or "", student.lms_user_id or "")


def is_course(course: Path) -> bool:
    """Whether nbgrader's gradebook or configuration is there."""
    return any((course / name).exists() for name in ("gradebook.db", "nbgrader_config.json", "nbgrader_config.py"))


def submitted_in(course: Path) -> Path:
    """The folder with the submissions of a course, whether it is there or not."""
    directory = _directory(course)
    return course / ("submitted" if directory is None else directory.submitted_directory)


def gradebook_of(course: Path) -> str | None:
    """Where the gradebook of a course is, as SQLAlchemy names it; None where there is none, or no nbgrader."""
    directory = _directory(course)
    if directory is None:
        return None
    url = str(directory.db_url)
    file = url.removeprefix("sqlite:///")
    return None if file != url and not Path(file).is_file() else url


def _directory(course: Path) -> Any:
    """The folders of a course as nbgrader's configuration has them; None where there is neither of them."""
    if not is_course(course):
        return None  # without asking nbgrader, which takes a second to say so
    try:
        from autograder.nbgrader.configured import configuration, course_directory
    except ModuleNotFoundError:  # it comes with the extra `course`
        return None
    return course_directory(configuration(course), course, "")
