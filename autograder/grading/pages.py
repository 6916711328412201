"""The pages of a class: one a submission, and one with a table of all, in `.autograder/pages/LESSON/`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import autograder
from autograder.course import atomic
from autograder.examiner.digest import digest
from autograder.failures import Unreadable
from autograder.grading.job import Job
from autograder.grading.reports import file_name, reports_in
from autograder.grading.shown import Lesson, outputs_of
from autograder.report import roll, sheet
from autograder.report.results import Report
from autograder.submission.cells import text_of
from autograder.submission.parts import parts_of

_PAGES = Path(".autograder") / "pages"
_INDEX = "index.html"
#: The last line of a page: digests of its own name, and of what it was made from.
_OURS, _MADE_FROM = "<!-- {} made from ", "{} -->\n"
_LINE = len(_OURS.format("0" * 64) + _MADE_FROM.format("0" * 64))


class Pages:
    """Writes the pages of a class in one lesson; a page whose submission and report are as before is left.

    jobs: what is graded. names: of the students on the class list, by id; empty where one is not known. graded:
    where the notebook of a student is that says what its cells showed, and the student's own page; None where
    these are not made. others: students who handed something in as well, and are not graded in this run. home:
    where the pages go and the reports are, the course where it is not said.
    """

    def __init__(
        self,
        course: Path,
        jobs: Sequence[Job],
        names: Mapping[str, str],
        graded: Callable[[str], tuple[Path, Path]] | None = None,
        others: Collection[str] = (),
        home: Path | None = None,
    ) -> None:
        self.home, self._graded = home or course, graded
        self.names = names
        self._jobs = {job.submission: job for job in jobs}
        self._others = set(others) - self._jobs.keys()
        self._lesson = Lesson.of_course(course, jobs[0].lesson)
        self._folder = self.home / _PAGES / self._lesson.name
        self._common = digest([_templates(), *map(ascii, sorted(self._lesson.sources))])

    @property
    def index(self) -> Path:
        """Where the page of the class is."""
        return self._folder / _INDEX

    def path(self, student: str) -> Path:
        """Where the page of a student is."""
        return self._folder / page_name(student)

    @property
    def absent(self) -> list[str]:
        """Who is on the class list and handed in nothing; nobody where it is the list of another class."""
        there = {*self._jobs, *self._others}
        return sorted(self.names.keys() - there) if there & self.names.keys() else []

    def write(self, report: Report) -> None:
        """Write the page of a submission, unless it is there already. Raises `CannotWrite`."""
        student = report.submission
        path, name = self.path(student), self.names.get(student, "")
        text, unread = self._text(self._jobs[student])
        notebook, own = self._graded(student) if self._graded else (None, None)
        feedback = _address(own, self._folder) if own is not None and own.is_file() else ""
        parts = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), unread, repr(report), name]
        made_from = digest([self._common, *map(ascii, parts), feedback, _stamp(notebook)])
        last = _beginning(path) + _MADE_FROM.format(made_from)
        if _last_line(path) == last:
            return
        shown = self._sheet(report, name, text, notebook, feedback)
        atomic.write(path, f"{sheet.page(shown).rstrip()}\n{last}")

    def write_class(self, reports: Iterable[Report]) -> None:
        """Write the page of the class, and remove those of students whose submissions are gone. Raises `OSError`.

        On it are these reports, what was found before of the others, and who handed in nothing.
        """
        text = roll.page(self._lesson.name, self._entries(reports))
        if _text_of(self.index) != text:
            atomic.write(self.index, text)
        self._remove_others()

    def _entries(self, reports: Iterable[Report]) -> Iterator[roll.Entry]:
        earlier = reports_in(self.home, self._lesson.name) if self._others else ()
        for report in chain((each for each in earlier if each.submission in self._others), reports):
            yield self._entry(report.submission, report)
        for student in self.absent:
            yield self._entry(student, None)

    def _entry(self, student: str, report: Report | None) -> roll.Entry:
        page = self.path(student)
        href = quote(os.fsencode(page.name), safe="") if report is not None and page.is_file() else ""
        return roll.Entry(student, self.names.get(student, ""), report, href)

    def _remove_others(self) -> None:
        """What is nobody's page any more; a file that was not written here, or not under that name, stays."""
        there = {page_name(student) for student in (*self._jobs, *self._others)}
        for path in self._folder.glob("*.html"):
            known = path.name in there or path.is_symlink() or not path.is_file()
            if not known and _last_line(path).startswith(_beginning(path)):
                path.unlink()

    def _text(self, job: Job) -> tuple[str, str]:
        """What a file says, or why nothing is to be read there."""
        try:
            return (text_of(job.path), "") if job.path is not None else ("", job.reason or "")
        except Unreadable as error:
            return "", str(error)

    def _sheet(self, report: Report, name: str, text: str, notebook: Path | None, feedback: str) -> sheet.Sheet:
        job = self._jobs[report.submission]
        try:
            parts = parts_of(text, job.path) if job.path is not None and text else ()
        except Unreadable:  # the report says so
            parts = ()
        cells = self._lesson.cells(parts, outputs_of(notebook) if notebook is not None else {})
        return sheet.Sheet(report, name, cells, self._lesson.homes(parts), self._lesson.statements, feedback)


def page_name(student: str) -> str:
    """The file of a student's page; the name of the class's own page is nobody's."""
    suffix = "-.html" if f"{student}.html".lower() == _INDEX else ".html"
    return file_name(student, suffix)


@cache
def _templates() -> str:
    """A digest of all that makes a page of a report."""
    folder = Path(autograder.__file__).parent
    files = [
        path for room in ("report", "picture") for path in sorted((folder / room).iterdir()) if path.is_file()
    ]
    return digest([[path.name, path.read_text(encoding="utf-8")] for path in files])


def _stamp(file: Path | None) -> list[int]:
    """Changes with a file, which is as large as all its pictures, whenever it is written anew."""
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns] if found else []


def _address(file: Path, folder: Path) -> str:
    return quote(os.fsencode(os.path.relpath(file.resolve(), folder.resolve())), safe="/")


def _beginning(page: Path) -> str:
    """How the last line of a page begins that was written under this name."""
    return _OURS.format(hashlib.sha256(os.fsencode(page.name)).hexdigest())


def _last_line(page: Path) -> str:
    try:
        with page.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _LINE))
            return file.read().decode(errors="replace")
    except OSError:
        return ""


def _text_of(page: Path) -> str:
    try:
        return page.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
