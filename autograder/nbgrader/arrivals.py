"""What of `submitted/` nbgrader gets to see: decided once a run, before anything is copied or opened.

Called from the constructor of `Autograde.exporter_class`, where the converter's list of submissions can still be
changed: from the command line, the API and formgrader, and wherever the command was started.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from glob import escape
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from traitlets.utils.importstring import import_item

from autograder.course import courses
from autograder.course.exercises import available_lessons
from autograder.failures import GraderError, Unreadable
from autograder.grading.examine import ungraded
from autograder.grading.job import Job
from autograder.grading.reports import write_report
from autograder.nbgrader import wall
from autograder.nbgrader.late import extensions_of, unknown
from autograder.nbgrader.times import handed_in_at
from autograder.submission.intake import HandIn, handed_in
from autograder.submission.tree import scan

#: What grading a submission takes, in this order: without any of these a cell could say its own score.
_PIPELINE = {
    "sanitize_preprocessors": ("RestoreCells",),
    "autograde_preprocessors": ("Clean", "Examine", "SaveVerdicts"),
}


class Arrivals:
    """The submissions of one run of the converter `nbgrader autograde`.

    found: what was handed in, where that is known already. Raises `NbGraderException`, before anything is graded,
    where the configuration would not grade in the sandbox, the assignment is not in the gradebook, or who has more
    time cannot be read. notes: what a person should know of that.
    """

    def __init__(self, converter: Any, found: Sequence[HandIn] | None = None) -> None:
        self._converter = converter
        self._course = converter.coursedir
        courses.enter(Path(self._course.root))
        self._lesson: str = self._course.assignment_id
        #: what was handed in, by the path under which nbgrader asks for it
        self._entries: dict[str, HandIn] = {}
        self.notes: tuple[str, ...] = ()
        if found is None:
            _require_pipeline(converter)
            self._require_assignment()
            self.notes = tuple(self._require_extensions())
        self._course.get_existing_timestamp = self._time_of
        base = [pattern for pattern in self._course.ignore if not Path(pattern).is_absolute()]
        self._course.ignore = base  # formgrader keeps the object from one run to the next
        excluded = set(self._course.student_id_exclude.split(","))
        #: who is not graded, whatever is in the file
        self.left_out: list[HandIn] = []
        for entry in self._found() if found is None else found:
            if entry.student not in excluded:
                self._take(entry)
        #: what nbgrader will convert, in its order, as far as can be told: it begins to write in a moment
        self.coming = tuple(self._coming())

    def entry(self, filename: str) -> HandIn:
        """What was handed in where nbgrader asks for this notebook."""
        unknown = HandIn("", reason="it is no file that was handed in")
        return self._entries.get(os.path.normpath(filename), unknown)

    def of_student(self, student: str) -> HandIn:
        """What a student handed in."""
        return next((each for each in self._entries.values() if each.student == student), HandIn(student))

    def _coming(self) -> Iterator[HandIn]:
        for folder, names in sorted(self._converter.assignments.items()):
            entry = self._entries.get(os.path.normpath(names[0])) if names else None
            if entry is not None and not self._is_done(folder, entry.student):
                yield entry

    def _is_done(self, folder: str, student: str) -> bool:
        there = Path(self._converter._format_dest(self._lesson, student))
        if self._converter.force or not there.exists():
            return False
        new, old = self._time_of(folder), self._time_of(str(there))
        return new is None or old is None or new <= old

    @property
    def _submitted(self) -> Path:
        return Path(self._course.root) / self._course.submitted_directory

    def _found(self) -> list[HandIn]:
        if self._lesson in available_lessons():
            return handed_in(self._submitted, self._lesson, self._course.student_id)
        return [self._as_it_is(Path(folder)) for folder in sorted(self._converter.assignments)]

    def _as_it_is(self, folder: Path) -> HandIn:
        """The submission of an assignment that is no lesson: its notebooks keep their names."""
        student = folder.parent.name
        tree = scan(folder.parent) if folder.parent.is_symlink() else scan(folder)
        for name in self._converter.assignments[str(folder)]:
            kind = tree.irregular.get(Path(name), "no file")
            entry = HandIn(student, reason=f"{Path(name).name} is {kind}, not a file that was handed in")
            if Path(name) in tree.files:
                entry = HandIn(student, Path(name))
            self._entries[os.path.normpath(name)] = entry
        notes = tuple(f"left out, because it is {kind}: {path.name}" for path, kind in tree.irregular.items())
        left_out = tuple(tree.irregular)
        return HandIn(student, None, tree.problem or None, notes[:5], left_out, hopeless=bool(tree.problem))

    def _take(self, entry: HandIn) -> None:
        folder = self._converter._format_source(self._lesson, entry.student)
        for note in entry.notes:
            self._converter.log.warning("%s: %s", entry.student, note)
        problem = self._problem(entry, Path(folder))
        if problem is not None:
            self._converter.assignments.pop(folder, None)
            self.left_out.append(replace(entry, path=None, reason=problem))
            self._leave_ungraded(self.left_out[-1], exists=os.path.lexists(folder))
            return
        self._course.ignore = [*self._course.ignore, *(escape(str(path)) for path in entry.left_out)]
        if self._lesson in available_lessons():
            name = os.path.join(folder, f"{self._lesson}.ipynb")  # noqa: PTH118 - a string that nbgrader matches
            self._converter.assignments[folder] = [name]
            self._entries[os.path.normpath(name)] = entry

    def _problem(self, entry: HandIn, folder: Path) -> str | None:
        """Why nbgrader must not even look at a folder; what it can show on a page is said there."""
        if not entry.student.isprintable():
            return "the name of its folder has characters that cannot be shown: rename it"
        if entry.hopeless or (entry.path is None and entry.reason and not folder.is_dir()):
            return entry.reason
        try:
            handed_in_at(folder / "timestamp.txt")
        except Unreadable as error:
            return str(error)
        return None

    def _leave_ungraded(self, entry: HandIn, *, exists: bool) -> None:
        """Not graded is not zero: the gradebook knows the student, and that a person has to look."""
        shown = entry.student if entry.student.isprintable() else repr(entry.student)
        self._converter.log.error("%s is not graded: %s", shown, entry.reason)
        if self._lesson in available_lessons():
            job = Job(None, self._lesson, entry.student, reason=entry.reason, notes=entry.notes)
            write_report(ungraded(job, entry.reason or ""), Path(self._course.root))
        if not entry.student.isprintable():
            return
        with Gradebook(self._course.db_url, self._course.course_id) as gradebook:
            gradebook.update_or_create_student(entry.student)
            if exists or entry.hopeless:
                submission = gradebook.update_or_create_submission(self._lesson, entry.student)
                for grade in (grade for notebook in submission.notebooks for grade in notebook.grades):
                    if grade.auto_score is None:
                        grade.needs_manual_grade = True
                gradebook.db.commit()

    def _require_assignment(self) -> None:
        with Gradebook(self._course.db_url, self._course.course_id) as gradebook:
            try:
                assignment = gradebook.find_assignment(self._lesson)
            except MissingEntry:
                assignment = None
            if assignment is None or not assignment.notebooks:
                raise _refused(
                    self._converter,
                    f"{self._lesson} is not in the gradebook yet: run "
                    f"`nbgrader generate_assignment {self._lesson} --force` once, then this again",
                )
            if wall.put_up(assignment):
                gradebook.db.commit()

    def _require_extensions(self) -> Iterator[str]:
        try:
            extensions = extensions_of(self._converter.config, Path(self._course.root))
        except GraderError as error:
            self._converter.log.error("nothing is graded: %s", error)
            raise NbGraderException(str(error)) from None
        with Gradebook(self._course.db_url, self._course.course_id) as gradebook:
            people = {student.id for student in gradebook.students}
            lessons = {*available_lessons(), *(str(each.name) for each in gradebook.assignments)}
        there = self._submitted.iterdir() if self._submitted.is_dir() else ()
        people.update(name for path in there for name in (path.name, path.stem))
        for note in unknown(extensions, people, lessons):
            self._converter.log.warning(note)
            yield note

    def _time_of(self, folder: str) -> datetime | None:
        """Stands in for nbgrader's own, which waits for a pipe and raises for words."""
        try:
            return handed_in_at(Path(folder) / "timestamp.txt")
        except Unreadable as error:
            self._converter.log.warning("%s: %s", folder, error)
            return None


def _require_pipeline(converter: Any) -> None:
    for trait, needed in _PIPELINE.items():
        names = [_class_name(converter, trait, each) for each in getattr(converter, trait)]
        places = [names.index(name) for name in needed if name in names]
        if len(places) < len(needed) or places != sorted(places) or "Execute" in names:
            raise _refused(
                converter,
                f"nothing is graded: Autograde.{trait} in the course's configuration would not grade in the "
                f"sandbox. It must name {', '.join(needed)} in this order, and never Execute, as the kit's own "
                "nbgrader_config.json does",
            )


def _class_name(converter: Any, trait: str, preprocessor: Any) -> str:
    """The name of a preprocessor's class; refused where it cannot be imported, before nbgrader finds out."""
    if not isinstance(preprocessor, str):
        return str(preprocessor.__name__)
    try:
        import_item(preprocessor)
    except Exception as error:  # importing runs the module, which may raise whatever it likes
        raise _refused(
            converter,
            f"nothing is graded: Autograde.{trait} in the course's configuration names {preprocessor}, and that "
            f"cannot be imported ({error})",
        ) from None
    return preprocessor.rpartition(".")[2]


def _refused(converter: Any, reason: str) -> NbGraderException:
    converter.log.error(reason)
    return NbGraderException(reason)
