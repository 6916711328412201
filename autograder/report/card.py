"""What a student sees after a check: an HTML card in a notebook, the same as text in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from autograder.picture.data import Example
from autograder.picture.draw import sentence
from autograder.report.html import example_parts, harmless, lines_of, template
from autograder.report.points import number, out_of
from autograder.report.prose import remark
from autograder.report.results import CheckResult, ExerciseResult, Report
from autograder.report.shown import Shown
from autograder.report.told import told

MARKS = {"passed": "✓", "failed": "✗", "error": "!", "timeout": "…", "skipped": "–"}
_STYLES = {"passed": "green", "failed": "red", "error": "red", "timeout": "yellow", "skipped": "dim"}

COLOURS = {
    "passed": "#2e9e44",
    "failed": "#e5484d",
    "error": "#e5484d",
    "timeout": "#c77700",
    "skipped": "currentColor",
}
#: Columns of a terminal for a label and its colon, of which "required" and "expected" are the longest.
_LABEL = 9
#: A check's title says how it should be; beside what failed, that alone would read as praise.
_NOT_YET = "Not yet: "
_GREY = "rgba(128, 128, 128, .4)"
_TINTS = {
    "failed": "rgba(229, 72, 77, .10)",
    "error": "rgba(229, 72, 77, .10)",
    "timeout": "rgba(199, 119, 0, .12)",
}


@dataclass(frozen=True, eq=False, repr=False)
class Card(Shown):
    """The result of `check(...)`.

    In a notebook its plain text is the points as a bare number: nbgrader reads that as partial credit.
    hints: by exercise, those that unfold in the HTML card, one after another; the grader's cards have none.
    standing: how far whoever checks has come, in a line.
    """

    report: Report
    _: KW_ONLY
    in_notebook: bool
    hints: Mapping[str, Sequence[str]] = field(default_factory=dict)
    standing: str = ""

    @property
    def points(self) -> float:
        """The points earned."""
        return self.report.points or 0.0

    def __repr__(self) -> str:
        return number(self.points) if self.in_notebook else self.text()

    def html(self) -> str:
        """The card of every exercise in the report."""
        found = self.report.exercises
        return "\n".join(html_of(each, self.hints.get(each.name, ()), self.standing) for each in found)

    def _renderable(self) -> RenderableType:
        panels = [panel(each, in_notebook=True) for each in self.report.exercises]
        return Group(*panels, *([words(self.standing)] if self.standing else []))


def panel(
    exercise: ExerciseResult,
    *,
    full: bool = True,
    in_notebook: bool = False,
    only_first: bool = False,
    now: str | None = None,
) -> RenderableType:
    """An exercise's checks for a terminal; without `full`, only those that did not pass.

    only_first: only the earliest of those. now: what to do, where it is not to run this again.
    """
    now = next_step(exercise, in_notebook=in_notebook) if now is None else now
    title = words(f"{exercise.name}  {_score(exercise)}")
    if not_begun(exercise):
        return Panel(words(f"Not begun yet: {now}"), title=title, title_align="left", style="dim")
    lines = [*_told_in_a_terminal(exercise), *_example_in_a_terminal(exercise.example)]
    shown = [check for check in exercise.checks if full or check.outcome != "passed"]
    for row in _rows([check for check in shown if check.wrong][:1] if only_first else shown):
        check = row.check
        if row.heading:
            lines.append(words(f"Not tried yet {row.heading}", style="dim"))
        if full or check.wrong:
            worth = f"  {out_of(check.points, check.max_points)}" if check.max_points else ""
            told = f"{_NOT_YET}{check.title}" if check.wrong else check.title
            told += " The same again." if row.again else ""
            lines.append(_marked(MARKS[check.outcome], f"{told}{worth}", _STYLES[check.outcome]))
        if check.wrong and not row.again:
            lines.append(_hanging(row.labelled))
            if row.printed:
                lines.append(_hanging([("printed", row.printed)], style="dim"))
    if only_first and len(shown) > 1:
        lines.append(words(f"{len(shown) - 1} more of its checks do not pass yet", style="dim"))
    if now:
        lines.append(words(f"Next: {now}", style="bold"))
    return Panel(Group(*lines), title=title, title_align="left")


def _told_in_a_terminal(exercise: ExerciseResult) -> Iterator[RenderableType]:
    found = told(exercise)
    if found is None:
        return
    yield words(found.sentence, style="bold")
    for about, hint in found.items:
        if about:
            yield Padding(words(about, style="bold"), (0, 0, 0, 2))
        yield Padding(words(hint, style="italic"), (0, 0, 0, 4))


def _example_in_a_terminal(example: Example | None) -> Iterator[RenderableType]:
    """A picture is there in the words that go with it."""
    if example is None:
        return
    yield _hanging(lines_of(example))
    if example.picture is not None:
        yield Padding(words(sentence(example.picture)), (0, 0, 0, 4))


def _marked(mark: str, text: str, style: str) -> RenderableType:
    """A text that stays beside its mark."""
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(mark, words(text), style=style)
    return folding(row)


def _hanging(lines: Iterable[tuple[str, str]], style: str = "") -> RenderableType:
    """Texts that stay beside their labels, however narrow the terminal; one without a label has all the room."""
    parts: list[RenderableType] = []
    for label, text in lines:
        if not label:
            parts.append(words(text, style=style))
            continue
        row = Table.grid(padding=(0, 1, 0, 0))
        row.add_column(justify="right", no_wrap=True, width=_LABEL)
        row.add_column(overflow="fold")
        row.add_row(f"{label}:", words(text), style=style)
        parts.append(row)
    return Padding(Group(*parts), (0, 0, 0, 4))


def words(text: str, style: str = "") -> Text:
    """The text for a terminal, where control characters of a student's would move the cursor or hide lines."""
    return Text(harmless(text), style=style)


def folding(table: Table) -> Table:
    """A table of which nothing is cut where the terminal is narrow: it goes on in the next line."""
    for column in table.columns:
        column.overflow = "fold"
    return table


def not_begun(exercise: ExerciseResult) -> bool:
    """Whether the exercise is as it was released: nothing is earned, and the stub is all that went wrong."""
    wrong = [check.kind for check in exercise.checks if check.wrong]
    return bool(wrong) and not exercise.points and set(wrong) == {"not_implemented"}


def next_step(exercise: ExerciseResult, *, in_notebook: bool = False, with_hints: bool = False) -> str:
    """What to do now, in one sentence: in a notebook, which has cells and `hint(...)`, or in a terminal.

    with_hints: where the hints stand below that sentence.
    """
    wrong = next((check for check in exercise.checks if check.wrong), None)
    if wrong is None and exercise.passed:
        return "all checks pass. Go on with the lesson."
    hint = f'hint("{exercise.name}")' if in_notebook else f"autograder hint {exercise.name}"
    for_a_hint = "" if with_hints else f" For a hint, run `{hint}`."
    if wrong is None:
        return f"see what the checks need that were not tried.{for_a_hint}"
    if wrong.kind == "not_implemented":
        return f"write {exercise.name}, {'run its cell, ' if in_notebook else ''}and run this check again."
    if not exercise.max_points:
        return "run it again with the name of an exercise."
    return f"look at “{wrong.title}” first: it is the earliest that fails.{for_a_hint}"


def _score(exercise: ExerciseResult, unit: str = "") -> str:
    optional = ", optional" if exercise.optional else ""
    return f"{out_of(exercise.points, exercise.max_points)}{unit}{optional}"


@dataclass(frozen=True)
class _Row:
    """A check as it is shown, the same on a card and in a terminal.

    heading: above it, how many wait there, and for what. again: it is wrong just as the one above. printed: what
    the student's code printed, where that is new.
    """

    check: CheckResult
    heading: str
    again: bool
    printed: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The finding as (label, text) lines; empty where it is a plain sentence."""
        finding = self.check.finding
        if finding is None or not (finding.details or self.check.outcome == "failed"):
            return ()
        label = "required" if self.check.outcome == "failed" else "error"
        return ((label, finding.sentence), *finding.details.items())

    @property
    def labelled(self) -> tuple[tuple[str, str], ...]:
        """The finding for a terminal, as (label, text) lines; a sentence that says it all has no label."""
        finding = self.check.finding
        if finding is None:
            return ()
        label = "required" if self.check.outcome == "failed" else ""
        return ((label, finding.opening), *finding.details.items())


def _rows(checks: Iterable[CheckResult]) -> Iterator[_Row]:
    """The checks in order; a finding that repeats the one before is not shown again, nor what is printed."""
    printed = ""
    for alike in (list(group) for _, group in groupby(checks, lambda check: check.finding)):
        for place, check in enumerate(alike):
            heading = _waiting(alike) if check.outcome == "skipped" and not place else ""
            new = "" if check.printed == printed else check.printed
            yield _Row(check, heading, check.wrong and place > 0, new)
            printed = check.printed


def _waiting(skipped: Sequence[CheckResult]) -> str:
    """How many checks wait for the same thing, what they are worth, and what that is."""
    worth = sum(check.max_points for check in skipped)
    count = "1 check" if len(skipped) == 1 else f"{len(skipped)} checks"
    points = f", {number(worth)} {'point' if worth == 1 else 'points'}" if worth else ""
    return f"({count}{points}), {skipped[0].message}"


def html_of(
    exercise: ExerciseResult, hints: Sequence[str] = (), standing: str = "", *, finished: bool = False
) -> str:
    """The card of an exercise as HTML that can stand in any page. hints, standing: as for a `Card`.

    finished: whether it is about what was handed in, so that it says nothing of what to do next.
    """
    hints = () if exercise.passed else hints
    return template("card.html").render(
        title=exercise.name,
        score=_score(exercise, " points"),
        percent=number(100 * exercise.points / exercise.max_points if exercise.max_points else 0),
        colour=_colour(exercise),
        passed=exercise.passed,
        not_begun=not_begun(exercise),
        told=told(exercise),
        **example_parts(exercise.example),
        colours=COLOURS,
        tints=_TINTS,
        marks=MARKS,
        rows=_rows(exercise.checks),
        finished=finished,
        failed="Failed: " if finished else _NOT_YET,
        next=next_step(exercise, in_notebook=True, with_hints=bool(hints)),
        hints=[remark(hint) for hint in hints],
        standing=standing,
        number=number,
    )


def _colour(exercise: ExerciseResult) -> str:
    if exercise.passed or not_begun(exercise):
        return COLOURS["passed"] if exercise.passed else _GREY
    slow = all(check.outcome in ("passed", "timeout", "skipped") for check in exercise.checks)
    return COLOURS["timeout" if slow else "failed"]
