"""What a student sees after a check: an HTML card in a notebook, the same as text in a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from autograder.report.results import PRINTED, CheckResult, ExerciseResult, Report

MARKS = {"passed": "✓", "failed": "✗", "error": "!", "timeout": "…", "skipped": "–"}
_CONTROLS = ("Cc", "Cf", "Cs")
_STYLES = {"passed": "green", "failed": "red", "error": "red", "timeout": "yellow", "skipped": "dim"}

#: What a check says where the student has written nothing.
_STUB = "Not implemented yet"

#: Outcomes of checks that cost points and say why.
_WRONG = ("failed", "error", "timeout")
_COLOURS = {
    "passed": "#2e9e44",
    "failed": "#e5484d",
    "error": "#e5484d",
    "timeout": "#c77700",
    "skipped": "currentColor",
}
_GREY = "rgba(128, 128, 128, .4)"
_TINTS = {
    "failed": "rgba(229, 72, 77, .10)",
    "error": "rgba(229, 72, 77, .10)",
    "timeout": "rgba(199, 119, 0, .12)",
}


class Card:
    """The result of `check(...)`.

    In a notebook its plain text is the points as a bare number: nbgrader reads that as partial credit.
    """

    def __init__(self, report: Report, *, in_notebook: bool) -> None:
        self.report = report
        self._in_notebook = in_notebook

    @property
    def points(self) -> float:
        """The points earned."""
        return self.report.points or 0.0

    def __repr__(self) -> str:
        return number(self.points) if self._in_notebook else self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def html(self) -> str:
        """The card of every exercise in the report."""
        return "\n".join(_html(exercise) for exercise in self.report.exercises)

    def text(self) -> str:
        """The same for a terminal without colours."""
        console = Console(width=100, no_color=True, highlight=False)
        with console.capture() as capture:
            for exercise in self.report.exercises:
                console.print(panel(exercise, in_notebook=True))
        return capture.get().rstrip("\n")


def panel(exercise: ExerciseResult, *, full: bool = True, in_notebook: bool = False) -> RenderableType:
    """An exercise's checks for a terminal; without `full`, only those that did not pass."""
    now = next_step(exercise, in_notebook=in_notebook)
    title = words(f"{exercise.name}  {number(exercise.points)}/{number(exercise.max_points)}")
    if not_begun(exercise):
        line = words(f"Not begun yet: {now}")
        return Panel(line, title=title, title_align="left", style="dim")
    lines: list[RenderableType] = []
    before = printed = ""
    for check in exercise.checks:
        if not full and check.outcome not in _WRONG:
            continue
        worth = f"  {number(check.points)}/{number(check.max_points)}" if check.max_points else ""
        lines.append(words(f"{MARKS[check.outcome]} {check.title}{worth}", style=_STYLES[check.outcome]))
        if check.message != before and check.outcome != "passed":
            lines.append(Padding(words(check.message), (0, 0, 0, 4)))
            if _printed(check) not in ("", printed):
                lines.append(Padding(words(f"{PRINTED}: {_printed(check)}", style="dim"), (0, 0, 0, 4)))
        before, printed = check.message, _printed(check)
    lines.append(words(f"Next: {now}", style="bold"))
    return Panel(Group(*lines), title=title, title_align="left")


def words(text: str, style: str = "") -> Text:
    """The text for a terminal, where control characters of a student's would move the cursor or hide lines."""
    return Text(_harmless(text), style=style)


def not_begun(exercise: ExerciseResult) -> bool:
    """Whether the exercise is as it was released: nothing is earned, and the stub is all that went wrong."""
    wrong = [check for check in exercise.checks if check.outcome in _WRONG]
    return bool(wrong) and not exercise.points and all(_STUB in check.message for check in wrong)


def next_step(exercise: ExerciseResult, *, in_notebook: bool = False) -> str:
    """What to do now, in one sentence: in a notebook, which has cells and `hint(...)`, or in a terminal."""
    wrong = next((check for check in exercise.checks if check.outcome in _WRONG), None)
    if wrong is None:
        return "all checks pass. Go on with the lesson."
    if _STUB in wrong.message:
        return f"write {exercise.name}, {'run its cell, ' if in_notebook else ''}and run this check again."
    if not exercise.max_points:
        return "run it again with the name of an exercise."
    hint = f'hint("{exercise.name}")' if in_notebook else f"autograder hint {exercise.name}"
    return f"look at “{wrong.title}” first: it is the earliest that fails. For a hint, run `{hint}`."


def number(value: float) -> str:
    """A number of points, without a needless `.0`."""
    return f"{value:g}"


@dataclass(frozen=True)
class _Row:
    """A check on a card: a heading above it, and below it a text or lines of (label, text), and prints."""

    check: CheckResult
    heading: str = ""
    again: bool = False
    text: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    printed: str = ""


def _rows(checks: tuple[CheckResult, ...]) -> Iterator[_Row]:
    """The checks in order; a message that repeats the one before is not shown again, nor what is printed."""
    before = printed_before = ""
    for check in checks:
        again = check.message == before
        printed = "" if _printed(check) == printed_before else _printed(check)
        before, printed_before = check.message, _printed(check)
        if check.outcome == "passed":
            yield _Row(check)
        elif check.outcome == "skipped":
            yield _Row(check, heading="" if again else f"Not tried yet, {check.message}")
        elif again:
            yield _Row(check, again=True)
        else:
            lines = _lines(check)
            yield _Row(check, text="" if lines else check.message, lines=lines, printed=printed)


def _lines(check: CheckResult) -> tuple[tuple[str, str], ...]:
    """A failure as (label, text) lines; empty where it is a plain sentence."""
    details = tuple(detail for detail in check.details if detail[0] != PRINTED)
    if details:
        shown = "\n".join(f"{label:>8}: {text}" for label, text in details)
        return (("required", check.message.removesuffix(shown).rstrip()), *details)
    what, _, where = check.message.rpartition("\n   where: ")
    return (("error", what.removeprefix("Your code raised ")), ("where", where)) if what else ()


def _printed(check: CheckResult) -> str:
    """What the student's code printed while the check ran, or nothing."""
    return dict(check.details).get(PRINTED, "")


def _html(exercise: ExerciseResult) -> str:
    return _HTML.render(
        title=exercise.name,
        score=f"{number(exercise.points)}/{number(exercise.max_points)}",
        percent=number(100 * exercise.points / exercise.max_points if exercise.max_points else 0),
        colour=_colour(exercise),
        not_begun=not_begun(exercise),
        colours=_COLOURS,
        tints=_TINTS,
        marks=MARKS,
        rows=_rows(exercise.checks),
        next=next_step(exercise, in_notebook=True),
        number=number,
    )


def _colour(exercise: ExerciseResult) -> str:
    if exercise.passed or not_begun(exercise):
        return _COLOURS["passed"] if exercise.passed else _GREY
    slow = all(check.outcome in ("passed", "timeout", "skipped") for check in exercise.checks)
    return _COLOURS["timeout" if slow else "failed"]


def _harmless(text: str) -> str:
    """The text without characters that nobody sees and that make others look different."""
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in _CONTROLS else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def _shown(value: Any) -> Any:
    return _harmless(value) if type(value) is str else value


_HTML = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_shown).from_string(
    (Path(__file__).parent / "card.html").read_text(encoding="utf-8")
)
