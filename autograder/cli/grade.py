"""A class, without a gradebook or into nbgrader's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from autograder.cli.ending import FAILED, PASSED, USAGE, Interrupted, file_problem
from autograder.cli.output import Device, choice, err, out, say_left_out
from autograder.failures import GraderError, UsageError

if TYPE_CHECKING:
    from autograder.grading.classes import Class, Workers
    from autograder.grading.executors import Local
    from autograder.grading.job import Job
    from autograder.grading.pages import Pages
    from autograder.grading.reports import Kept
    from autograder.grading.work import Setting
    from autograder.nbgrader.book import Book
    from autograder.report.results import Report

#: Where reports and pages go of what is not the course's own class.
_ELSEWHERE = Path(".autograder") / "elsewhere"
#: Submissions in one table: of a larger class there are several.
_ROWS = 1000


def grade(
    lesson: Annotated[str, typer.Argument(help="The lesson, as in `autograder grade activations`.")],
    submitted: Annotated[Path, typer.Option(help="The folder with the submissions.")] = Path("submitted"),
    student: Annotated[str | None, typer.Option(metavar="ID", help="Grade this student only.")] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write all reports; - is standard output.")
    ] = None,
    trust_submissions: Annotated[
        bool, typer.Option("--trust-submissions", help="Without a sandbox, run them as plain processes.")
    ] = False,
    device: Annotated[
        Device, choice(Device, "What they are trained on; SECURITY.md says what a GPU gives away.")
    ] = Device.cpu,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Submissions at a time. [default: one for every 4, at most one a processor]"),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Grade on a Dask cluster, as in tcp://host:8786.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Use no verdict of an earlier run.")] = False,
    gradebook: Annotated[
        bool, typer.Option("--gradebook", help="Write nbgrader's gradebook, autograded/ and feedback/, too.")
    ] = False,
) -> None:
    """Grade a class of untrusted submissions in a sandbox, without a gradebook or into nbgrader's.

    Verdicts are kept: a run that was interrupted goes on where it stopped, and another examines only what has
    changed. Each submission gets a page, and so does the class, in .autograder/pages/LESSON/.

    Exit code 0: the whole class was graded, whatever the scores; 1: somebody was not graded; 2: nobody was.
    """
    from autograder.cli.files import ready_to_write

    ready_to_write(json)
    work, book, pages = _work(lesson, submitted, student, fresh if gradebook else None)
    graded: dict[str, bool] = {}
    failed, timed = "", True
    try:
        with closing(_hands(work, jobs, scheduler)) as hands, closing(_tools(work, jobs)) as tools:
            setting = _setting(trust_submissions, device.value, scheduler)
            timed = _grade(*_run(work, book, setting, fresh, hands, tools, pages.home), graded, pages)
            pages.write_class(_reports(work, graded, pages))
    except OSError as error:
        failed = file_problem(error)
    except KeyboardInterrupt:
        kept = _kept(graded, work, pages)
        raise Interrupted(f"{kept}; run the same command again to grade the others") from None
    _show(work, graded, pages, json, failed, absent=pages.absent if student is None else [], timed=timed)


def _show(
    work: list[Job],
    graded: dict[str, bool],
    pages: Pages,
    json: str | None,
    failed: str,
    *,
    absent: list[str],
    timed: bool,
) -> NoReturn:
    """Show and write the reports, and end with the exit code.

    graded: whether each submission was, of which there is a report. failed: why there are no more of them. absent:
    who handed in nothing. timed: whether any was examined, so that there are seconds to tell of.
    """
    from autograder.cli.files import write
    from autograder.report.results import dumps
    from autograder.report.terminal import class_table

    if failed and not graded:
        raise GraderError(failed)
    if json is not None:
        try:
            write(dumps(list(_reports(work, graded, pages))), json)
        except UsageError as error:
            failed = failed or str(error)
    screen = err if json == "-" else out
    names = {student: pages.names.get(student, "") for student in (*graded, *absent)}
    for first in range(0, len(work), _ROWS):
        part, rest = work[first : first + _ROWS], work[first + _ROWS :]
        nobody = [] if rest else absent
        screen.print(class_table(_reports(part, graded, pages), names, pages.path, nobody, timed=timed))
    if failed:
        raise UsageError(f"{failed}; {_kept(graded, work, pages)}")
    screen.say(f"pages: {pages.index}, and one beside it for each submission")
    everybody, anybody = all(graded.values()), any(graded.values())
    raise typer.Exit(PASSED if everybody else FAILED if anybody else USAGE)


def _reports(work: Sequence[Job], graded: dict[str, bool], pages: Pages) -> Kept:
    """The reports that there are, in the order of the work."""
    from autograder.grading.reports import Kept

    students = [job.submission for job in work if job.submission in graded]
    return Kept(pages.home, work[0].lesson, students)


def _tools(work: list[Job], jobs: int | None) -> Local:
    """This process, or several of this machine."""
    from autograder.grading.executors import at_a_time, workers

    return workers(jobs or at_a_time(len(work)))


def _hands(work: list[Job], jobs: int | None, scheduler: str | None) -> Workers:
    """What examines: the same, or a cluster."""
    if scheduler is None:
        return _tools(work, jobs)
    from autograder.grading.cluster import Cluster

    return Cluster(scheduler)


def _run(
    work: list[Job],
    book: Book | None,
    setting: Setting,
    fresh: bool,
    hands: Workers,
    tools: Local,
    home: Path,
) -> tuple[Class, Iterator[Report]]:
    """The grading of a class, and the reports that come of it."""
    from autograder.grading.classes import Class
    from autograder.grading.store import Store

    store = Store(setting, fresh)
    if book is None:
        run = Class(work, hands, store, home=home)
        return run, run.reports()
    run = Class(work, hands, store, book.reader(hands, setting))
    return run, book.entered(run, tools)


def _work(
    word: str, submitted: Path, student: str | None, anew: bool | None
) -> tuple[list[Job], Book | None, Pages]:
    """What is to be graded, nbgrader's gradebook where it goes in there, and what writes pages.

    anew: None where it does not go in there. Names are on the pages where the course's gradebook has them. What is
    amiss with a path is raised before torch is imported.
    """
    from autograder.cli.files import ready_to_write_in
    from autograder.grading.names import names_of
    from autograder.grading.selection import lesson_named
    from autograder.grading.submissions import require_folder, submissions
    from autograder.submission.intake import of_other_lessons, students_in

    ready_to_write_in(Path(".autograder"))
    lesson, book = lesson_named(word), None
    if anew is None:
        work = submissions(submitted, lesson, student)
    else:
        usual = submitted == Path("submitted")  # then the course's configuration says where they are
        if not usual:
            require_folder(submitted)
        from autograder.nbgrader.book import Book

        book = Book(Path.cwd(), lesson, None if usual else submitted, student, anew)
        for note in book.notes:
            err.say(note, "yellow")
        work = book.jobs or submissions(submitted, lesson, student)
    from autograder.grading.pages import Pages

    if student is None:
        say_left_out(of_other_lessons(book.submitted if book else submitted, lesson))
    folder, gradebook = (book.submitted, book.gradebook) if book else (submitted, Path("gradebook.db"))
    made, home = (book.made, Path()) if book else (None, _home(folder, lesson))
    return work, book, Pages(Path(), work, names_of(gradebook), made, students_in(folder, lesson), home)


def _home(folder: Path, lesson: str) -> Path:
    """Where reports and pages go: not among those of the course's own class, where a folder is another one's."""
    from autograder.submission.intake import students_in

    own = Path("submitted")
    if not own.is_dir() or folder.resolve().is_relative_to(own.resolve()) or not students_in(own, lesson):
        return Path()
    where = f"reports and pages are in {_ELSEWHERE}/, and no export has them"
    err.say(f"{folder} is not the course's submitted/, where there is more of {lesson}: {where}", "yellow")
    return _ELSEWHERE


def _setting(trusted: bool, device: str, scheduler: str | None) -> Setting:
    """What submissions are examined with, and said. Raises `GraderError`."""
    from autograder.channel.devices import in_words
    from autograder.course.salt import course_salt
    from autograder.grading.sandboxed import lacking
    from autograder.grading.work import Setting

    if scheduler is not None:
        where = f"on the cluster at {scheduler}, {in_words(device, 'bubblewrap')}"
        err.print(f"submissions run {where}", soft_wrap=True)
        return Setting(Path.cwd(), course_salt(Path.cwd()), "bubblewrap", trusted, device)
    setting = Setting.here(Path.cwd(), trusted=trusted, device=device)
    err.print(f"submissions run {in_words(setting.device, setting.sandbox)}", soft_wrap=True)
    for wall in lacking():
        err.say(f"missing in the sandbox: {wall}", "yellow")
    return setting


def _grade(run: Class, found: Iterator[Report], graded: dict[str, bool], pages: Pages) -> bool:
    """Grade a class, and say how far it is; of each report that is there is noted whether it is graded.

    Returns whether any submission was examined, and not known already.
    """
    from autograder.cli.progress import shown

    with shown(run, err) as progress:
        for report in found:
            graded[report.submission] = report.graded
            pages.write(report)
            progress.count(report)
    if run.reused:
        known = "known already, or are those of the same file of somebody else's"
        err.print(f"{run.reused} of {run.total} verdicts were {known}; --fresh examines all again", soft_wrap=True)
    return run.examined > 0


def _kept(graded: dict[str, bool], jobs: list[Job], pages: Pages) -> str:
    """How far grading came, and where that is."""
    where = f", and the reports are in {pages.home / '.autograder/reports' / jobs[0].lesson}" if graded else ""
    return f"{len(graded)} of {len(jobs)} submissions were graded{where}"
