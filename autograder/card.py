"""What a student sees after a check: an HTML card in a notebook, the same as text in a terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import jinja2
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from autograder.report import CheckResult, ExerciseResult, Report

MARKS = {"passed": "✓", "failed": "✗", "error": "!", "timeout": "⏱", "skipped": "–"}
_CONTROLS = ("Cc", "Cf", "Cs")
_STYLES = {"passed": "green", "failed": "red", "error": "red", "timeout": "yellow", "skipped": "dim"}

_HTML = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    (Path(__file__).parent / "card.html").read_text(encoding="utf-8")
)
_COLOURS = {
    "passed": "#2e7d32",
    "failed": "#c62828",
    "error": "#c62828",
    "timeout": "#b26a00",
    "skipped": "#888",
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
                console.print(panel(exercise))
        return capture.get().rstrip("\n")


def panel(exercise: ExerciseResult, *, full: bool = True) -> RenderableType:
    """An exercise's checks for a terminal; without `full`, only those that did not pass."""
    shown = [check for check in exercise.checks if full or check.outcome not in ("passed", "skipped")]
    lines: list[RenderableType] = []
    for check in shown:
        worth = f"  {number(check.points)}/{number(check.max_points)}" if check.max_points else ""
        lines.append(words(f"{MARKS[check.outcome]} {check.title}{worth}", style=_STYLES[check.outcome]))
        if check.outcome != "passed":
            lines.append(words("\n".join(f"    {line}" for line in check.message.splitlines())))
    lines.append(words(f"Next: {next_step(exercise)}", style="bold"))
    title = f"{exercise.name}  {number(exercise.points)}/{number(exercise.max_points)}"
    return Panel(Group(*lines), title=words(title), title_align="left")


def words(text: str, style: str = "") -> Text:
    """The text for a terminal, where control characters of a student's would move the cursor or hide lines."""
    harmless = (
        c if c == "\n" or unicodedata.category(c) not in _CONTROLS else "\N{REPLACEMENT CHARACTER}" for c in text
    )
    return Text("".join(harmless), style=style)


def next_step(exercise: ExerciseResult) -> str:
    """What to do now, in one sentence."""
    wrong = next((check for check in exercise.checks if check.outcome in ("failed", "error", "timeout")), None)
    if wrong is None:
        return "all checks pass. Go on to the next exercise."
    if "Not implemented yet" in wrong.message:
        return f"write {exercise.name}, run its cell, and run this check again."
    hint = f"for a hint, run `autograder hint {exercise.name}` in a terminal."
    return f"look at “{wrong.title}” first, it is the earliest that fails; {hint}"


def number(value: float) -> str:
    """A number of points, without a needless `.0`."""
    return f"{value:g}"


def _html(exercise: ExerciseResult) -> str:
    return _HTML.render(
        title=exercise.name,
        score=f"{number(exercise.points)}/{number(exercise.max_points)}",
        colour=_COLOURS["passed" if exercise.passed else _worst(exercise.checks)],
        colours=_COLOURS,
        marks=MARKS,
        checks=exercise.checks,
        next=next_step(exercise),
        number=number,
    )


def _worst(checks: tuple[CheckResult, ...]) -> str:
    return "timeout" if all(c.outcome in ("passed", "timeout", "skipped") for c in checks) else "failed"
