"""The scores of a class, as the tables that other programs read; not graded is never 0 there.

Canvas reads what lib/gradebook_importer.rb of instructure/canvas-lms says: the columns Student, ID, SIS User ID,
SIS Login ID and Section in this order, a row with "Points Possible", and students found by ID, else by login, else
by name, which may be the last one first. An empty cell is no score.

Moodle reads what docs.moodle.org/en/Grade_import says: any columns, which are mapped by hand. Two things are not
in that manual, but in grade/import/csv/classes/load_data.php of moodle/moodle. No score is "-": an empty cell of a
new grade item is handed on as a grade, and becomes 0 in the data base. And a row whose user is empty counts for
the student of the row before, so that a column that may find the user is full, or is not there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from autograder.course.people import Person
from autograder.report.results import Report

#: What nbgrader's own export has, in its order.
COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)
_CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


@dataclass(frozen=True)
class Score:
    """What somebody has in a lesson.

    raw: None where it is not graded. checked: what of it the checks gave, None where they gave nothing. handed_in:
    whether there is anything; raw is 0 where there is not. at, due: in UTC, where they are known. words: what a
    student may read beside it.
    """

    lesson: str
    person: Person
    max_score: float
    raw: float | None
    penalty: float | None = 0.0
    handed_in: bool = True
    checked: float | None = None
    at: datetime | None = None
    due: datetime | None = None
    words: str = ""

    @property
    def score(self) -> float | None:
        """What counts: less what being late costs, and never below 0."""
        return None if self.raw is None else max(0.0, self.raw - (self.penalty or 0.0))

    @property
    def row(self) -> tuple[object, ...]:
        """The values of nbgrader's columns; None is what is not there."""
        person = self.person
        names = (person.id, person.last_name, person.first_name, person.email)
        return (self.lesson, self.due, self.at, *names, self.raw, self.penalty, self.score, self.max_score)


def words_on(report: Report) -> str:
    """A report in a line: what each exercise that counts got, and which mistake it is where that is known.

    Of one that is not there: why it is not.
    """
    parts = []
    for exercise in report.exercises if report.graded else ():
        if exercise.optional:
            continue
        named = [one.name for one in exercise.misconceptions if exercise.diagnosis == "named"]
        named += [check.finding.trouble for check in exercise.checks if check.finding and check.finding.trouble]
        parts.append(": ".join([f"{exercise.name} {exercise.points:g}/{exercise.max_points:g}", *named[:1]]))
    return "; ".join(parts) or "not graded yet"


def nbgrader_table(scores: Iterable[Score]) -> str:
    """As nbgrader exports grades; who handed in nothing has 0, as there."""
    return in_csv([COLUMNS, *(score.row for score in scores)])


def canvas_table(scores: Sequence[Score]) -> str:
    """As Canvas imports grades: a column a lesson. Who handed in nothing has no score; Canvas knows them."""
    lessons, people, found = _ordered(scores)
    worth = [in_decimals(max(score.max_score for score in scores if score.lesson == lesson)) for lesson in lessons]
    rows = [[*_CANVAS, *lessons], ["    Points Possible", "", "", "", "", *worth]]
    for person in people:
        name = ", ".join(filter(None, (person.last_name, person.first_name))) or person.id
        number = person.number if person.number.isdecimal() else ""
        cells = [_cell(found.get((person.id, lesson)), "") for lesson in lessons]
        rows.append([name, number, "", person.id, "", *cells])
    return in_csv(rows)


def moodle_table(scores: Sequence[Score]) -> str:
    """As Moodle imports grades: for each lesson a column for the grade and one for the feedback to it."""
    lessons, people, found = _ordered(scores)
    by_mail = all(person.email for person in people)
    names = ["Username", "First name", "Last name", *(["Email address"] if by_mail else [])]
    rows = [[*names, *(column for lesson in lessons for column in (lesson, f"{lesson} feedback"))]]
    for person in people:
        row = [person.id, person.first_name, person.last_name, *([person.email] if by_mail else [])]
        for lesson in lessons:
            score = found.get((person.id, lesson))
            row += [_cell(score, "-"), feedback_on(score)]
        rows.append(row)
    return in_csv(rows)


def feedback_on(score: Score | None) -> str:
    """What a student may read beside a score."""
    if score is None or not score.handed_in:
        return ""
    late = [f"late: {-score.penalty:g}"] if score.penalty else []
    return "; ".join(filter(None, [score.words, *late]))


def _cell(score: Score | None, nothing: str) -> str:
    if score is None or not score.handed_in or score.score is None:
        return nothing
    return in_decimals(score.score)


def in_decimals(value: float) -> str:
    """With two decimals at most: Canvas keeps no more."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def in_csv(rows: Iterable[Iterable[object]], delimiter: str = ",") -> str:
    """Rows as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _ordered(scores: Sequence[Score]) -> tuple[list[str], list[Person], dict[tuple[str, str], Score]]:
    """The lessons, the people by id, and the score of a person's id in a lesson."""
    lessons = list(dict.fromkeys(score.lesson for score in scores))
    people = {score.person.id: score.person for score in scores}
    found = {(score.person.id, score.lesson): score for score in scores}
    return lessons, [people[student] for student in sorted(people)], found
