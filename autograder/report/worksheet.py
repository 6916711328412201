"""The grading worksheet of an assignment of Moodle's, filled in.

mod/assign/feedback/offline of moodle/moodle reads it: importgradeslib.php finds the participant by the number in
Identifier, and the columns by their names; locallib.php skips a grade that is empty, or above what the assignment
is worth, and writes each comment that differs, an empty one, too. So a row without a score stays as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.people import folder_for, words_of
from autograder.failures import UsageError
from autograder.report.scores import Score, feedback_on, in_csv, in_decimals

_GRADE, _MOST, _MAY, _COMMENT = "Grade", "Maximum Grade", "Grade can be changed", "Feedback comments"
#: Columns that say whose a row is, the surest first; without names, Identifier is all there is.
_WHOSE = ("Username", "Email address", "ID number", "Full name", "Identifier")
#: Columns that say it to a person.
_NAMED = ("Full name", "Email address", "Identifier")


@dataclass(frozen=True)
class Filled:
    """A worksheet with the scores in it, how many, and what a person should know."""

    text: str
    count: int
    notes: tuple[str, ...] = ()


def filled(text: str, scores: Sequence[Score]) -> Filled:
    """A worksheet, given as text, with the scores of a lesson and a comment to each; what it says else stays.

    Where the assignment is worth other points than the lesson, a score is the same part of them. Who handed in
    nothing, or is not graded, is left as it is. Raises `UsageError` where the text is no such worksheet.
    """
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = list(reader.fieldnames or ())
    if missing := [name for name in ("Identifier", _GRADE) if name not in columns]:
        raise UsageError(f"the worksheet has no column {missing[0]}: download it with Moodle in English")
    rows = [{name: row[name] or "" for name in columns} for row in reader]
    left = [score for score in scores if score.score is not None and score.handed_in]
    scaled, locked, empty, count = "", [], [], 0
    for row in rows:
        score = _whose(row, left)
        if score is None or score.score is None:
            empty.append(next((row[column] for column in _NAMED if row.get(column)), "somebody"))
            continue
        left.remove(score)
        if row.get(_MAY, "").strip() == "No":
            locked.append(score.person.id)
            continue
        most = _read(row.get(_MOST, "")) or score.max_score
        grade = in_decimals(score.score * most / score.max_score if score.max_score else 0.0)
        row[_GRADE] = grade.replace(".", ",") if "," in row.get(_MOST, "") else grade
        if _COMMENT in row:
            row[_COMMENT] = feedback_on(score)
        if most != score.max_score:
            scaled = f"a score of {score.max_score:g} points is a grade of {most:g} there"
        count += 1
    notes = [scaled] if scaled else []
    notes += [f"locked in Moodle, and left: {', '.join(locked)}"] if locked else []
    notes += [f"no score here, and left: {', '.join(empty)}"] if empty else []
    notes += [f"not in the worksheet: {', '.join(score.person.id for score in left)}"] if left else []
    written = in_csv([columns, *([row[name] for name in columns] for row in rows)], delimiter)
    return Filled(written, count, tuple(notes))


def _whose(row: dict[str, str], scores: Sequence[Score]) -> Score | None:
    """The score of whoever a row is about, by the first column that says it."""
    for column in _WHOSE:
        cell = row.get(column, "").strip()
        found = [score for score in scores if cell and _is(cell, score)]
        if len(found) == 1:
            return found[0]
    return None


def _is(cell: str, score: Score) -> bool:
    person = score.person
    names = {name.casefold() for name in (person.id, person.email, person.number) if name}
    return cell.casefold() in names or folder_for(cell) == person.id or words_of(cell) == person.words


def _read(number: str) -> float | None:
    """A number, also with a decimal comma; a scale is none."""
    try:
        return float(number.strip().replace(",", "."))
    except ValueError:
        return None
