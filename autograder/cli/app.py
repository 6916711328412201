"""The command `autograder`, and what its exit codes mean.

check: 0 everything passed, 1 something failed, 2 something could not be read.
submit: the same of what is handed in; the file to upload is there with 0 and with 1.
roster: 0 every line was read, 1 some were not.
grade: 0 the whole class was graded, whatever the scores, 1 somebody was not graded.
watch: 0 whatever the checks said.
collect: 0 all submissions were placed, 1 somebody's was not.
audit: 0 nothing was found against the checks, 1 something was.
build --check: 0 everything is up to date, 1 something is stale.
Any: 2 what was asked for is not there, or the kit itself failed; 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from autograder.cli.audit import audit
from autograder.cli.build import build
from autograder.cli.check import check
from autograder.cli.collect import collect
from autograder.cli.demo import demo
from autograder.cli.ending import INTERRUPTED, USAGE, Interrupted, interrupted, interrupts, sentence
from autograder.cli.export import export
from autograder.cli.grade import grade
from autograder.cli.hint import hint
from autograder.cli.init import init
from autograder.cli.list_lessons import list_lessons
from autograder.cli.mistakes import mistakes
from autograder.cli.new import new
from autograder.cli.output import err
from autograder.cli.report import report
from autograder.cli.reset import reset
from autograder.cli.roster import roster
from autograder.cli.screen import leave_output, show_everywhere
from autograder.cli.similar import similar
from autograder.cli.start import start
from autograder.cli.submit import submit
from autograder.cli.watch import watch

app = typer.Typer(
    help="Lessons on the fundamentals of neural networks in PyTorch, and their autograder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
#: The verbs, for whom they are, and in the order in which they are needed.
_VERBS: dict[str, tuple[Callable[..., None], ...]] = {
    "For students": (start, check, watch, hint, reset, submit),
    "For TAs": (roster, collect, grade, similar, export),
    "For instructors": (report, mistakes, build, audit, init, new, demo),
}
app.command("list", rich_help_panel="For students")(list_lessons)
for _panel, _verbs in _VERBS.items():
    for _verb in _verbs:
        app.command(rich_help_panel=_panel)(_verb)


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
    err.say(f"autograder: {message}")
    sys.exit(code)
