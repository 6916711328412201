"""The command `autograder`, and what its exit codes mean.

check: 0 everything passed, 1 something failed, 2 something could not be read.
grade: 0 the whole class was graded, whatever the scores, 1 somebody was not graded.
build --check: 0 everything is up to date, 1 something is stale.
Any: 2 what was asked for is not there, or the kit itself failed; 130 interrupted.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.markdown import Markdown
from rich.table import Table

from autograder.cli.ending import INTERRUPTED, Interrupted, file_problem, interrupted, interrupts, sentence
from autograder.cli.screen import Screen, leave_output, show_everywhere

if TYPE_CHECKING:
    from rich.console import RenderableType

    from autograder.grading.examine import Job
    from autograder.report.results import Report


#: What submissions can be trained on.
Device = StrEnum("Device", ["cpu", "cuda", "mps", "auto"])

app = typer.Typer(
    help="Lessons on the fundamentals of neural networks in PyTorch, and their autograder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Screen(highlight=False)
err = Screen(stderr=True, highlight=False)

PASSED, FAILED, USAGE, UNREAD = 0, 1, 2, 141


def main() -> None:
    """The entry point: runs a command, and turns what went wrong into a message and an exit code."""
    show_everywhere(sys.stdout, sys.stderr)
    with interrupts() as pressed:
        try:
            app(prog_name="autograder")
        except BaseException as error:
            if pressed or interrupted(error):
                how = str(error) if isinstance(error, Interrupted) else "run the same command again"
                _end(f"interrupted; {how}", INTERRUPTED)
            message = sentence(error)
            if message is None:
                raise
            leave_output()  # it may be what cannot be written
            _end(message, USAGE)


def _end(message: str, code: int) -> NoReturn:
    err.print(f"autograder: {message}", markup=False, soft_wrap=True)
    sys.exit(code)


@app.command("list")
def list_lessons() -> None:
    """Show the lessons, their exercises, and what each is worth."""
    from autograder.course.exercises import available_lessons, points_of

    table = Table("lesson", "exercise", "points", box=None, pad_edge=False)
    table.columns[2].justify = "right"
    for lesson in available_lessons():
        worth = points_of(lesson)
        for name, points in worth.items():
            table.add_row(lesson if name == next(iter(worth)) else "", name, f"{points:g}")
        table.add_row("", "in all", f"{sum(worth.values()):g}", style="bold", end_section=True)
    out.print(table)


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="LESSON|EXERCISE", show_default=False)] = None,
    student: Annotated[
        list[Path] | None,
        typer.Option(help="A .py, a .ipynb, or a folder of them. [default: exercises/, or this folder]"),
    ] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the reports; - is standard output.")
    ] = None,
    device: Annotated[Device, typer.Option(help="What it is trained on.")] = Device.auto,
) -> None:
    """Run the checks on your own work, or on files that you trust.

    Exit code 0: everything passed; 1: something failed; 2: something could not be read.
    """
    from autograder.channel.devices import tried
    from autograder.channel.zygote import Zygote
    from autograder.examiner.session import Examiner
    from autograder.grading.examine import examine_all
    from autograder.grading.selection import default_path, jobs, selected
    from autograder.report.terminal import ready_for_json, show_report, write_json

    ready_for_json(json)
    work = jobs(selected(names or []), student or [default_path()])
    zygote = tried(Zygote(device=device.value))
    console = err if json == "-" else out
    try:
        reports = []
        for report in examine_all(work, Examiner(), zygote):
            reports.append(report)
            show_report(report, console)
            if console.closed and json is None:
                raise typer.Exit(UNREAD)
    finally:
        zygote.close()
    if json is not None:
        write_json(reports, json)
    if any(not report.graded for report in reports):
        raise typer.Exit(USAGE)
    raise typer.Exit(PASSED if all(report.passed for report in reports) else FAILED)


@app.command()
def hint(
    exercise: Annotated[str, typer.Argument(help="The exercise, as in `autograder hint softmax`.")],
    number: Annotated[int, typer.Argument(help="Which hint; they grow more telling.", min=1)] = 1,
) -> None:
    """Show a hint for an exercise."""
    from autograder.course.exercises import lesson_of, vocabulary
    from autograder.course.hints import hints_of
    from autograder.grading.selection import UsageError, unknown

    lesson = lesson_of(exercise)
    if lesson is None:
        raise UsageError(unknown(exercise, list(vocabulary())))
    hints = hints_of(lesson, exercise)
    if number > len(hints):
        raise UsageError(f"{exercise} has {len(hints)} hints")
    out.print(Markdown(hints[number - 1]))
    more = f"; the next: autograder hint {exercise} {number + 1}" if number < len(hints) else ""
    out.print(f"\n(hint {number} of {len(hints)}{more})", style="dim")


@app.command()
def build(
    lessons: Annotated[list[str] | None, typer.Argument(metavar="LESSON", show_default=False)] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is stale; exit code 1 if anything is.")
    ] = False,
    from_notebooks: Annotated[
        bool,
        typer.Option("--from-notebooks", help="First carry edits of source/*.ipynb back into solutions/."),
    ] = False,
    discard_edits: Annotated[
        bool,
        typer.Option("--discard-edits", help="Overwrite what was edited in source/, release/ and exercises/."),
    ] = False,
) -> None:
    """Make source/, release/ and exercises/ from solutions/."""
    from autograder.authoring import build as building
    from autograder.course.exercises import available_lessons, points_of
    from autograder.grading.selection import UsageError

    wanted = lessons or list(available_lessons())
    try:
        if check:
            stale = building.stale(Path.cwd(), wanted, points_of=points_of)
            for item in stale:
                out.print(str(item), markup=False, soft_wrap=True)
            out.print("" if stale else "everything is up to date")
            raise typer.Exit(FAILED if stale else PASSED)
        if from_notebooks and discard_edits:
            raise UsageError("--from-notebooks keeps the edits, --discard-edits throws them away: choose one")
        course = Path.cwd()
        if from_notebooks:
            written = building.from_notebooks(course, wanted, points_of=points_of)
        else:
            written = building.build(course, wanted, points_of=points_of, discard_edits=discard_edits)
        for path in written:
            out.print(f"wrote {path}", markup=False)
    except building.BuildError as error:
        raise UsageError(str(error)) from None


@app.command()
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
        Device, typer.Option(help="What they are trained on; SECURITY.md says what a GPU gives away.")
    ] = Device.cpu,
) -> None:
    """Grade a class of untrusted submissions in a sandbox, without a gradebook.

    Exit code 0: the whole class was graded, whatever the scores; 1: somebody was not graded; 2: nobody was.
    """
    from autograder.channel.zygote import GraderError
    from autograder.grading.selection import UsageError, lesson_named
    from autograder.grading.submissions import submissions
    from autograder.report.terminal import class_table, ready_for_json, write_json

    ready_for_json(json)
    jobs = submissions(submitted, lesson_named(lesson), student)
    reports: list[Report] = []
    failed = ""
    try:
        _grade(jobs, trust_submissions, device.value, reports)
    except OSError as error:
        failed = file_problem(error)
    except KeyboardInterrupt:
        raise Interrupted(f"{_kept(reports, jobs)}; run the same command again to grade everybody") from None
    if failed and not reports:
        raise GraderError(failed)
    if json is not None:
        try:
            write_json(reports, json)
        except UsageError as error:
            failed = failed or str(error)
    (err if json == "-" else out).print(class_table(reports))
    if failed:
        raise UsageError(f"{failed}; {_kept(reports, jobs)}")
    raise typer.Exit(PASSED if all(report.graded for report in reports) else FAILED)


def _grade(jobs: list[Job], trusted: bool, device: str, reports: list[Report]) -> None:
    """Grade a class, and say who is being graded; each report is appended as it is done."""
    from autograder.channel.devices import in_words
    from autograder.grading.sandboxed import lacking, sandboxed_zygote
    from autograder.grading.submissions import grade as grade_all

    zygote = sandboxed_zygote(trusted=trusted, device=device)
    err.print(f"submissions run {in_words(zygote.device, zygote.sandbox)}", soft_wrap=True)
    for wall in lacking():
        err.print(f"missing in the sandbox: {wall}", style="yellow", markup=False, soft_wrap=True)
    try:
        with err.status(_now(jobs, 0), spinner="line") as status:  # the usual one cannot be shown in ASCII
            for report in grade_all(jobs, zygote, Path.cwd()):
                reports.append(report)
                status.update(_now(jobs, len(reports)))
    finally:
        zygote.close()


def _now(jobs: list[Job], done: int) -> RenderableType:
    """Who is being graded."""
    from autograder.report.card import words

    return words(f"grading {jobs[done].submission} ({done + 1} of {len(jobs)})" if done < len(jobs) else "")


def _kept(reports: list[Report], jobs: list[Job]) -> str:
    """How far grading came, and where that is."""
    where = f", and the reports are in .autograder/reports/{jobs[0].lesson}" if reports else ""
    return f"{len(reports)} of {len(jobs)} submissions were graded{where}"


@app.command()
def init() -> None:
    """Make the course's secret in this folder: it seeds the random inputs of graded checks."""
    from autograder.course.salt import course_salt

    course_salt()
    out.print("the course's secret is in .autograder/salt; keep it out of git and of students' reach")


@app.command()
def demo(
    course: Annotated[
        Path | None, typer.Option(help="Where to make the course directory. [default: a temporary folder]")
    ] = None,
) -> None:
    """Grade a class of nine made-up students with nbgrader, and show what comes out."""
    import tempfile

    from autograder.demo import grade_class, lessons_built
    from autograder.report.terminal import demo_table
    from autograder.sandbox.probe import probe

    kit = Path.cwd()
    lessons = lessons_built(kit)
    folder = course or Path(tempfile.mkdtemp(prefix="autograder-demo-"))
    with err.status("making the class", spinner="line") as status:
        rows = grade_class(folder, kit, lessons, lambda words: status.update(f"nbgrader: {words}"))
    Screen(width=max(out.width, 140), highlight=False).print(demo_table(rows))
    if not probe().sufficient:
        out.print("no sandbox can be had here, so this class ran as plain processes; `grade` would not do that")
    out.print(f"feedback pages: {folder}/feedback/STUDENT/LESSON/LESSON.html", soft_wrap=True, markup=False)
