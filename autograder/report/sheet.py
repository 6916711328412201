"""A page of one submission for those who grade: its cards, failures first, with the code that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from markupsafe import Markup

from autograder.report.card import html_of, not_begun
from autograder.report.code import coloured, style
from autograder.report.html import policy, template
from autograder.report.points import number, out_of
from autograder.report.prose import prose
from autograder.report.results import ExerciseResult, Report

#: What a person should look at, in a word or two.
_FLAGS = {"delegation": "A built-in", "cell": "A cell", "crash": "The process ended", "file": "The file"}


@dataclass(frozen=True)
class Output:
    """What a cell showed: a text, or a picture as a `data:` address."""

    text: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell as it was handed in; released: it is the lesson's own, unchanged."""

    number: int
    source: str
    is_code: bool
    released: bool = False
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What is shown of a submission.

    name: the student's, where one is known. cells: in order, none where the file cannot be read. homes: by
    exercise, the numbers of the cells that define it. statements: by exercise, what the lesson asks for.
    feedback: the address of the student's own page; nothing where there is none.
    """

    report: Report
    name: str = ""
    cells: tuple[Cell, ...] = ()
    homes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    feedback: str = ""


def page(sheet: Sheet) -> str:
    """The page, as HTML that needs nothing beside it, and on which nothing runs."""
    report = sheet.report
    sections = list(_sections(sheet))
    shown = {cell.number for section in sections for cell in section["cells"]}
    rest = [cell for cell in sheet.cells if cell.number not in shown]
    return template("submission.html").render(
        policy=policy(),
        style=Markup(style()),
        who=f"{sheet.name} ({report.submission})" if sheet.name else report.submission,
        report=report,
        feedback=sheet.feedback,
        flags=[(_FLAGS[flag.kind], flag.exercise, flag.detail) for flag in report.flags],
        sections=sections,
        runs=list(_runs(rest)),
        number=number,
        coloured=coloured,
        prose=prose,
    )


def _sections(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The exercises: those that lost points, those that nobody has begun, those that are right."""
    taken: set[int] = set()
    for exercise in sorted(sheet.report.exercises, key=_urgency):
        home = sheet.homes.get(exercise.name, ())
        mine = [cell for cell in sheet.cells if cell.number in home and cell.number not in taken]
        taken.update(cell.number for cell in mine)
        kind, state = (("bad", "lost points"), ("muted", "not begun"), ("good", "passed"))[_urgency(exercise)]
        state += ", optional" if exercise.optional else ""
        yield {
            "name": exercise.name,
            "kind": kind,
            "state": state,
            "score": out_of(exercise.points, exercise.max_points),
            "card": Markup(html_of(exercise, finished=True)),
            "statement": sheet.statements.get(exercise.name, ""),
            "cells": mine,
            "elsewhere": home[0] if home and not mine else 0,
        }


def _urgency(exercise: ExerciseResult) -> int:
    return 2 if exercise.passed else 1 if not_begun(exercise) else 0


def _runs(cells: Sequence[Cell]) -> Iterator[dict[str, Any]]:
    """Cells one after another that are the lesson's own are folded, together."""
    for released, group in groupby(cells, key=lambda cell: cell.released):
        run = list(group)
        count = "a cell" if len(run) == 1 else f"{len(run)} cells"
        # what the lesson's cells show is on the student's own page: here it would be most of a class's megabytes
        yield {
            "words": f"The lesson's own text and code, {count}" if released else "",
            "cells": [replace(cell, outputs=()) for cell in run] if released else run,
        }
