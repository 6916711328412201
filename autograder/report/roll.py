"""A page of a class in one lesson: a table that sorts by score, by flags, by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from markupsafe import Markup

from autograder.report.html import policy, template
from autograder.report.points import number, out_of
from autograder.report.results import Report
from autograder.report.summary import NOTHING, brief, mistakes


@dataclass(frozen=True)
class Entry:
    """A row: a student, by name where one is known, the report, and the address of the submission's page.

    report: None of who handed in nothing. href: empty where there is no page.
    """

    student: str
    name: str
    report: Report | None
    href: str = ""


def page(lesson: str, entries: Iterable[Entry]) -> str:
    """The page, as HTML that needs nothing beside it; nothing runs on it but what sorts the table.

    entries: in any order; of each is kept what its row says, and no more.
    """
    script, rows = _script(), sorted(map(_row, entries), key=lambda row: str(row["id"]))
    parts = template("class.html").stream(
        policy=policy(script),
        script=Markup(script),
        lesson=lesson,
        summary=_summary(rows),
        named=any(row["name"] for row in rows),
        rows=rows,
    )
    parts.enable_buffering(1000)  # each row is a dozen parts, which take more room than the page
    return "".join(parts)


@cache
def _script() -> str:
    return (Path(__file__).parent / "sort.js").read_text(encoding="utf-8")


def _summary(rows: Sequence[dict[str, Any]]) -> str:
    there = [row for row in rows if row["kind"] != "muted"]
    scores = [row["points"] for row in there if row["kind"] != "odd"]
    count = f"{len(there)} submission{'' if len(there) == 1 else 's'}"
    parts = [count, f"{len(there) - len(scores)} not graded"]
    if len(rows) > len(there):
        parts.append(f"{len(rows) - len(there)} handed in nothing")
    if scores:
        parts.append(f"median {number(median(scores))} of {number(max(row['worth'] for row in there))} points")
    return ", ".join(parts)


def _row(entry: Entry) -> dict[str, Any]:
    report = entry.report
    row: dict[str, Any] = {"id": entry.student, "name": entry.name, "href": entry.href}
    if report is None:  # below those that are not graded
        row |= {"points": -2, "score": "–", "kind": "muted"}
        return {**row, "flags": (), "mistake": NOTHING, "seconds": None}
    row |= {"seconds": report.seconds, "worth": report.max_points}
    row["flags"] = list(dict.fromkeys(brief(flag.words) for flag in report.flags))
    if report.points is None:
        reason = f"not graded: {report.reason or 'no reason is known'}"
        return {**row, "points": -1, "score": "not graded", "kind": "odd", "mistake": reason}
    row |= {"points": report.points, "score": out_of(report.points, report.max_points)}
    return {**row, "kind": "good" if report.passed else "bad", "mistake": next(iter(mistakes(report)), "")}
