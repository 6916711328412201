"""What has been graded, in the forms that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.output import choice, err, out

if TYPE_CHECKING:
    from autograder.report.scores import Score

#: Where all of it goes: some of it is personal data, and git does not take it.
_FOLDER = Path("exports")

#: What reads it.
Form = StrEnum("Form", ["csv", "canvas", "moodle", "gradescope", "github"])


def export(
    to: Annotated[Form, choice(Form, "What reads it.", show_default=False)],
    lessons: Annotated[
        list[str] | None,
        typer.Argument(metavar="LESSON", help="All that there is where none is named.", show_default=False),
    ] = None,
    worksheet: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Fill in a grading worksheet of Moodle's, of one lesson."),
    ] = None,
) -> None:
    """Write grades for a spreadsheet, Canvas or Moodle, or an autograder for Gradescope or GitHub Classroom.

    Into exports/. A score that stands in the gradebook counts before a report's, late penalties included; what is
    not graded has none, never 0. For Gradescope: the results of each submission, and an autograder to upload for
    each lesson; for GitHub Classroom: a workflow with the points of each exercise.
    """
    from autograder.cli.files import ready_to_write_in
    from autograder.grading.selection import lesson_named

    ready_to_write_in(_FOLDER)
    chosen = list(dict.fromkeys(map(lesson_named, lessons or ())))
    if worksheet is not None:
        _worksheet(to, chosen, worksheet)
    elif to is Form.gradescope:
        _gradescope(chosen)
    elif to is Form.github:
        _github(chosen)
    else:
        _table(to, chosen)


def _scores(lessons: Sequence[str]) -> tuple[Score, ...]:
    from autograder.nbgrader.scores import scores_of

    scores = scores_of(Path.cwd(), lessons)
    for note in scores.notes:
        err.say(note)
    return scores.found


def _worksheet(to: Form, lessons: Sequence[str], worksheet: Path) -> None:
    from autograder.failures import UsageError
    from autograder.report.worksheet import filled

    if to is not Form.moodle or len(lessons) != 1:
        raise UsageError("a worksheet is Moodle's, and of one lesson: export LESSON --to moodle --worksheet FILE")
    try:
        text = worksheet.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{worksheet} is no CSV file in UTF-8, as Moodle writes its worksheets") from None
    done = filled(text, _scores(lessons))
    for note in done.notes:
        err.say(note)
    path = _FOLDER / worksheet.name
    _write(path, done.text)
    out.say(f"{path}: {lessons[0]} {done.count} filled in")


def _table(to: Form, lessons: Sequence[str]) -> None:
    from autograder.report.scores import canvas_table, moodle_table, nbgrader_table

    found = _scores(lessons)
    table = {Form.csv: nbgrader_table, Form.canvas: canvas_table, Form.moodle: moodle_table}[to]
    path = _FOLDER / ("grades.csv" if to is Form.csv else f"{to}.csv")
    _write(path, table(found))
    out.say(f"{path}: {_counted(found)}")


def _counted(scores: Sequence[Score]) -> str:
    """How many of each there are."""
    parts = []
    for lesson in dict.fromkeys(score.lesson for score in scores):
        mine = [score for score in scores if score.lesson == lesson]
        waiting = [score.person.id for score in mine if score.raw is None]
        missing = sum(not score.handed_in for score in mine)
        rest = [f"not graded: {', '.join(waiting)}"] if waiting else []
        rest += [f"{missing} handed in nothing"] if missing else []
        parts.append(", ".join([f"{lesson} {len(mine) - missing - len(waiting)} graded", *rest]))
    return "; ".join(parts)


def _gradescope(lessons: Sequence[str]) -> None:
    import json

    from autograder.course.exercises import available_lessons
    from autograder.grading.reports import report_path, reports_of
    from autograder.report.gradescope import results, write_autograder

    for lesson in lessons or available_lessons():
        folder = _FOLDER / "gradescope" / lesson
        write_autograder(lesson, folder)
        out.say(f"{folder.with_suffix('.zip')}: an autograder to upload; what is in it is in {folder}")
        reports = reports_of(Path.cwd(), lesson)
        place = _FOLDER / "gradescope" / "results" / lesson
        for report in reports:
            if report.graded:
                name = report_path(Path(), lesson, report.submission).name
                _write(place / name, json.dumps(results(report), indent=1))
            else:
                err.say(f"{report.submission} is not graded: {report.reason}")
        if reports:
            out.say(f"{place}: a results.json for each of {sum(report.graded for report in reports)} submissions")


def _github(lessons: Sequence[str]) -> None:
    from autograder.course.exercises import available_lessons
    from autograder.report.classroom import PLACE, workflow

    path = _FOLDER / "github" / PLACE
    _write(path, workflow(lessons or available_lessons()))
    todo = "copy .github into the repository that students get, and see that its KIT says where the kit is"
    out.say(f"{path}: {todo}")


def _write(path: Path, text: str) -> None:
    from autograder.course import atomic

    atomic.write(path, text, mode=atomic.usual_mode())
