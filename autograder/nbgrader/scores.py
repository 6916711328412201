"""The scores of a class, from the gradebook and from the reports of the grader."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.exercises import available_lessons, points_of
from autograder.course.people import Person
from autograder.failures import UsageError
from autograder.grading.reports import report_path, reports_of
from autograder.nbgrader.people import gradebook_of, person_of, submitted_in
from autograder.report.results import Report
from autograder.report.scores import Score, words_on
from autograder.submission.cells import SUFFIXES
from autograder.submission.intake import students_in
from autograder.submission.tree import scan

#: Points that are the same but for how they were added up.
_NOTHING = 0.005


@dataclass(frozen=True)
class Scores:
    """The scores by lesson, in teaching order, and by student; notes: what a person should look at before."""

    found: tuple[Score, ...]
    notes: tuple[str, ...] = ()


def scores_of(course: Path, lessons: Sequence[str] = ()) -> Scores:
    """What everybody has in these lessons; without any, in all of which there are scores.

    A score that stands in the gradebook counts, for a person may have given points or a penalty there; the report
    is taken where the gradebook knows nothing or has no score yet. Raises `UsageError` where there is nothing.
    """
    people, booked = _booked(course, set(lessons or available_lessons()))
    submitted = submitted_in(course)
    found: list[Score] = []
    notes: list[str] = []
    for lesson in lessons or available_lessons():
        reports = {report.submission: report for report in reports_of(course, lesson)}
        mine = {student: score for (name, student), score in booked.items() if name == lesson}
        if not reports and not any(score.handed_in for score in mine.values()):
            if lessons:
                raise UsageError(f"there are no scores of {lesson}: run `autograder grade {lesson}` first")
            continue
        there = students_in(submitted, lesson) if submitted.is_dir() else frozenset()
        everybody = sorted({*reports, *mine, *people, *there})
        ours = [_score(lesson, reports.get(one), mine.get(one), people.get(one, Person(one))) for one in everybody]
        ours = [_ungraded(score) if score.person.id in there and not score.handed_in else score for score in ours]
        notes += [note for score in ours for note in _notes(score, reports.get(score.person.id))]
        scored = [score.person.id for score in ours if score.handed_in and score.raw is not None]
        notes += _doubts(course, submitted, lesson, scored, there or people, there=bool(there))
        found += ours
    if not found:
        raise UsageError("there are no scores: run `autograder grade LESSON` first")
    return Scores(tuple(found), tuple(notes))


def _booked(course: Path, lessons: set[str]) -> tuple[dict[str, Person], dict[tuple[str, str], Score]]:
    """Who is in the gradebook, and the scores that are there."""
    url = gradebook_of(course)
    if url is None:
        return {}, {}
    from nbgrader.api import Gradebook

    from autograder.nbgrader.grades import scores

    with Gradebook(url) as gradebook:
        people = {person.id: person for person in map(person_of, gradebook.students)}
        return people, {(score.lesson, score.person.id): score for score in scores(gradebook, lessons, set())}


def _score(lesson: str, report: Report | None, booked: Score | None, person: Person) -> Score:
    words = "" if report is None else words_on(report)
    if booked is not None and booked.handed_in and (booked.raw is not None or report is None):
        return replace(booked, words=words)
    if report is not None:
        late = 0.0 if booked is None else booked.penalty
        raw, due = report.points, None if booked is None else booked.due
        return Score(lesson, person, report.max_points, raw, late, checked=raw, due=due, words=words)
    return booked or Score(lesson, person, sum(points_of(lesson).values()), 0.0, handed_in=False)


def _ungraded(score: Score) -> Score:
    """The same of who has handed something in by now: not graded is not zero."""
    return replace(score, raw=None, handed_in=True)


def _notes(score: Score, report: Report | None) -> Iterator[str]:
    """Where the gradebook's score is not that of the last report."""
    if report is None or score.raw is None:
        return
    student, checked = f"{score.person.id}, {score.lesson}", score.checked or 0.0
    if report.points is None:
        if score.checked is not None:
            earlier = f"taken is the score in the gradebook, {score.score:g}, of what was there before"
            yield f"{student}: what was handed in last is not graded ({report.reason}): {earlier}"
    elif abs(checked - report.points) > _NOTHING:
        both = f"{checked:g} in the gradebook and {report.points:g} in the last report"
        mend = f"taken is the gradebook's; `autograder grade {score.lesson} --gradebook` brings them together"
        yield f"{student}: the checks gave {both}: {mend}"


def _doubts(
    course: Path, submitted: Path, lesson: str, scored: Sequence[str], known: Collection[str], *, there: bool
) -> Iterator[str]:
    """Whose scores are older than their files, and who has one and is not known.

    known: who has something in `submitted`, where there is anything of the lesson, else who is on the class list.
    """
    again = [one for one in scored if _is_newer(submitted, report_path(course, lesson, one), lesson, one)]
    if again:
        mend = f"their scores are older; grade {lesson} again"
        yield f"{lesson}, changed in {submitted.name}/ since it was graded: {', '.join(again)}: {mend}"
    strangers = [one for one in scored if known and one not in known]
    if strangers:
        why = f"nothing in {submitted.name}/" if there else "not on the class list"
        yield f"{lesson}, with a score, and {why}: {', '.join(strangers)}: see whether they are in your class"


def _is_newer(submitted: Path, report: Path, lesson: str, student: str) -> bool:
    """Whether anything of a submission was written after its report, be it again or by hand."""
    files = [*scan(submitted / student / lesson).kept(), *(submitted / f"{student}{each}" for each in SUFFIXES)]
    try:
        graded = report.stat().st_mtime_ns
        return any(file.stat().st_mtime_ns > graded for file in files if file.is_file())
    except OSError:
        return False
