"""A class list as a learning platform exports it, and the students that nbgrader's gradebook knows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry

from autograder.course.people import Person
from autograder.failures import UsageError
from autograder.nbgrader.configured import configuration, course_directory, tools_on_the_path
from autograder.nbgrader.people import is_course

#: What columns are called in Moodle, in Canvas, and by people; the first that is there counts.
_ID = (
    *(
        "student id",
        "id",
        "username",
        "user name",
        "login id",
        "sis login id",
        "login",
        "id number",
        "sis user id",
    ),
    *("benutzername", "anmeldename", "matrikelnummer", "kennung"),
)
_FIRST = ("first name", "firstname", "given name", "vorname")
_LAST = ("last name", "lastname", "surname", "family name", "nachname", "familienname")
_WHOLE = ("student", "name", "full name", "student name", "vollständiger name")
_EMAIL = ("email", "email address", "e mail", "mail", "e mail adresse")
#: Rows that Canvas puts among the students.
_NOBODY = ("points possible", "student, test", "test student")
#: Characters that nbgrader's gradebook holds.
_LONGEST = 128
#: What a field is called when it is told that it has changed.
_FIELDS = {"first_name": "first name", "last_name": "last name", "email": "email"}


@dataclass(frozen=True)
class Roster:
    """A class list; what it does not have of somebody is empty.

    ids: the heading of the column that the ids are from. unread: lines that name nobody, and why.
    """

    students: tuple[Person, ...]
    ids: str
    unread: tuple[tuple[int, str], ...] = ()


@dataclass
class Entered:
    """What has become of a gradebook: students that are new, those of whom something changed, how many had not."""

    new: list[str] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    same: int = 0


def roster_in(path: Path) -> Roster:
    """The students in a CSV file. Raises `UsageError` where it is none, or does not say who they are."""
    text = _text_of(path)
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        heading = next((row for row in rows if any(row)), [])
        columns = _columns(heading)
        if "id" not in columns:
            raise UsageError(
                f"{path}: no column holds the students' ids: call it student_id. The first line: {first.strip()}"
            )
        found = list(_read(rows, columns, len(heading)))
    except csv.Error as error:
        raise UsageError(f"{path}, line {rows.line_num}: {error}") from None
    students = {each.id: each for _, each in found if isinstance(each, Person)}
    unread = [(line, each) for line, each in found if isinstance(each, str)]
    return Roster(tuple(students.values()), heading[columns["id"]].strip(), tuple(unread))


def enter(roster: Roster, course: Path) -> Entered:
    """Let the gradebook of a course know the students of a list; what the list leaves empty stays as it is.

    Nobody is removed. Raises `GraderError` where nbgrader's configuration cannot be read, and `UsageError` where
    there is no course.
    """
    if not is_course(course):
        raise UsageError(f"{course.resolve()} is no course directory: there is no nbgrader_config.json")
    directory = course_directory(configuration(course), course, "")
    entered = Entered()
    with tools_on_the_path(), Gradebook(directory.db_url, directory.course_id) as gradebook:
        for student in roster.students:
            told = {name: getattr(student, name) for name in _FIELDS if getattr(student, name)}
            try:
                known = gradebook.find_student(student.id)
            except MissingEntry:
                entered.new.append(student.id)
            else:
                told = {name: new for name, new in told.items() if (getattr(known, name) or "") != new}
                if not told:
                    entered.same += 1
                    continue
                words = (
                    f"{_FIELDS[name]} {getattr(known, name) or 'none'} -> {new}" for name, new in told.items()
                )
                entered.changed.append((student.id, ", ".join(words)))
            gradebook.update_or_create_student(student.id, **told)
    return entered


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    coding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(coding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # as Excel saves it
    if "\0" in text:
        raise UsageError(f"{path} is no CSV file; export the list as CSV")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Which column holds what; the id may be the email address, where nothing else is one."""
    plain = [re.sub(r"[\W_]+", " ", name.lower()).strip() for name in heading]
    kinds = {"id": _ID, "first": _FIRST, "last": _LAST, "whole": _WHOLE, "email": _EMAIL}
    found = {}
    for kind, names in kinds.items():
        places = [plain.index(name) for name in names if name in plain]
        if places:
            found[kind] = places[0]
    if "sis login id" in plain:  # Canvas: its own numbers say nothing to anybody
        found["id"] = plain.index("sis login id")
    if "id" not in found and "email" in found:
        found["id"] = found["email"]
    return found


def _read(rows: Any, columns: dict[str, int], width: int) -> Iterator[tuple[int, Person | str]]:
    """Each line of a reader's with its student, or the reason why it names none."""
    seen: dict[str, int] = {}
    line = rows.line_num
    for row in rows:
        line, begun = rows.line_num, line + 1
        cells = {kind: " ".join(row[place].split()) for kind, place in columns.items() if place < len(row)}
        student, whole = cells.get("id", ""), cells.get("whole", "")
        if not any(row) or whole.lower() in _NOBODY:
            continue
        problem = _problem(student, row, width)
        if not problem and student in seen:
            problem = f"the id {student} stands in line {seen[student]} already"
        if problem:
            yield begun, problem
            continue
        seen[student] = begun
        first, last = cells.get("first", ""), cells.get("last", "")
        if not first and not last:
            first, last = _names(whole)
        yield begun, Person(student, first, last, cells.get("email", ""))


def _problem(student: str, row: Sequence[str], width: int) -> str:
    if len(row) > width:
        return f"it has {len(row)} fields, and the first line {width}: is a name with a comma not in quotes?"
    if not student:
        return "it has no id"
    if len(student) > _LONGEST or not student.isprintable() or student[0] == "." or re.search(r"[/\\]", student):
        return f"the id {student[:40]!r} cannot be the name of a folder"
    return ""


def _names(whole: str) -> tuple[str, str]:
    """First and last name of "Lovelace, Ada" and of "Ada Lovelace"."""
    if "," in whole:
        last, _, first = whole.partition(",")
    else:
        first, _, last = whole.rpartition(" ")
    return first.strip(), last.strip()
