"""The trial in a terminal: a section a lesson, and one table in the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from autograder.audit.named import sharp
from autograder.audit.tables import DEAR, Row, alike, costs, row, seen
from autograder.audit.trial import Tried
from autograder.audit.versions import Lesson
from autograder.report.card import folding


def show_lesson(lesson: Lesson, tried: Sequence[Tried], found: Sequence[str], console: Console) -> None:
    """What came of a lesson: its checks, what single mistakes cost, those that look alike, and the findings."""
    console.print(f"\n[bold]{lesson.name}[/]  {_tried(row(lesson, tried))}", soft_wrap=True)
    console.print(_checks(lesson, tried))
    _idle(lesson, tried, console)
    _dear(tried, console)
    _alike(tried, console)
    _named(tried, console)
    for finding in found:
        console.print(finding, style="red", markup=False, soft_wrap=True)
    if not found:
        console.print("nothing was found against it", style="green")


def summary(rows: Sequence[Row]) -> str:
    """A row a lesson, as Markdown has it."""
    lines = [["lesson", "mistakes", "spellings", "right versions", "mutants", "equivalent", "missed"]]
    for one in rows:
        numbers = (one.mistakes, one.spellings, one.right, one.mutants, one.equivalent, one.missed)
        lines.append([one.lesson, *map(str, numbers)])
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * wide[0], *("-" * (width - 1) + ":" for width in wide[1:])]
    cells = [[line[0].ljust(wide[0]), *map(str.rjust, line[1:], wide[1:])] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in (cells[0], rule, *cells[1:]))


def _tried(one: Row) -> str:
    numbers = {
        "mistake": one.mistakes,
        "spelling": one.spellings,
        "right version": one.right,
        "mutant": one.mutants,
    }
    counts = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in numbers.items())
    return f"{counts} ({one.equivalent} listed as equivalent)"


def _checks(lesson: Lesson, tried: Sequence[Tried]) -> Table:
    table = Table("exercise", "check", "kills", "alone", box=None, pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    last = ""
    for line in seen(lesson.name, tried):
        name = line.check.exercise
        table.add_row(name if name != last else "", line.check.id, str(line.kills), str(line.alone))
        last = name
    return folding(table)


def _idle(lesson: Lesson, tried: Sequence[Tried], console: Console) -> None:
    idle = [line.check.id for line in seen(lesson.name, tried) if not line.kills]
    if idle:
        console.print(f"These checks kill nothing: {', '.join(idle)}", style="yellow", soft_wrap=True)


def _dear(tried: Sequence[Tried], console: Console) -> None:
    found = costs(tried)
    for exercise in dict.fromkeys(version.exercise for version, _ in found):
        parts = sorted(part for version, part in found if version.exercise == exercise)
        middle = parts[len(parts) // 2]
        text = (
            f"A mistake costs {parts[0]:.0%} to {parts[-1]:.0%} of {exercise}, half of them at most {middle:.0%}."
        )
        dear = [(version, part) for version, part in found if version.exercise == exercise and part > DEAR]
        console.print(text + (f" Is it fair that these cost over {DEAR:.0%}?" if dear else ""), soft_wrap=True)
        for version, part in dear:
            console.print(f"  {part:4.0%}  {version.title}", markup=False, soft_wrap=True)


def _alike(tried: Sequence[Tried], console: Console) -> None:
    groups = alike(tried)
    if groups:
        console.print("Of these mistakes every check says the same:", soft_wrap=True)
    for group in groups:
        titles = " = ".join(version.title for version in group)
        console.print(f"  {group[0].exercise}: {titles}", markup=False, soft_wrap=True)


def _named(tried: Sequence[Tried], console: Console) -> None:
    for exercise, counts in sharp(tried).items():
        ways = ", ".join(f"{count} {way}" for way, count in counts.most_common())
        console.print(f"The mistakes of {exercise} are named: {ways}.", soft_wrap=True)
