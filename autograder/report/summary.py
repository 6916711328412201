"""A report in a few words: what went wrong, and what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.report.results import CheckResult, Report
from autograder.show import cut

#: Problems of one submission that are told; the others are counted.
MOST = 4
_LENGTH = 120
#: Characters of a failure to which what was required is added.
_SHORT = 80
_NOT_PASSED = ("failed", "error", "timeout")
#: Where the reason begins that may follow a requirement: "the values are right (each row sums to 1)".
_REASON = re.compile(r" \((?=[a-z`])")
_LABEL = re.compile(r" *(\w+): (.*)")


def in_short(report: Report, most: int = MOST) -> str:
    """What went wrong in a submission, on one line; why, where it was not graded."""
    found = problems(report)
    more = [f"and {len(found) - most} more"] if len(found) > most else []
    return "; ".join([*found[:most], *more])


def problems(report: Report) -> list[str]:
    """The notes on a submission, then what is wrong with its exercises; those alike are named together."""
    if not report.graded:
        return [*notes(report), report.reason or "no reason is known"]
    wrong: dict[str, list[str]] = {}
    for exercise in report.exercises:
        failures = [check for check in exercise.checks if check.outcome in _NOT_PASSED]
        if failures:
            wrong.setdefault(failure(failures[0]), []).append(exercise.name)
    alone = [note for note in notes(report) if note not in wrong]
    return [*alone, *(f"{', '.join(names)}: {words}" for words, names in wrong.items())]


def notes(report: Report) -> list[str]:
    """What the flags say of the file and of its cells; that a built-in is called, a failed check says too."""
    flags = (flag for flag in report.flags if flag.kind != "delegation")
    said = (f"{flag.exercise}: {flag.detail}" if flag.exercise else flag.detail for flag in flags)
    return list(dict.fromkeys(cut(words, _LENGTH) for words in said))


def failure(check: CheckResult) -> str:
    """What is wrong, from the message of a check that did not pass: what came back, and what was required."""
    if "Not implemented yet" in check.message:
        return "not implemented"
    if check.outcome == "timeout":
        return "does not end"
    first, *rest = check.message.splitlines() or [check.title.rstrip(".")]
    if check.outcome == "error":
        return cut(first.removeprefix("Your code raised "), _LENGTH)
    labelled = _labelled(rest)
    if labelled.get("trouble"):  # why there is nothing to check
        return cut(labelled["trouble"], _LENGTH)
    requirement = f"required: {_REASON.split(first)[0]}"
    if "got" not in labelled:
        return cut(requirement, _LENGTH)
    if "expected" in labelled:
        return cut(f"{labelled['got']} instead of {labelled['expected']}", _LENGTH)
    if labelled["got"] == "no such name":  # what was required is that name
        return "no such name"
    both = f"{labelled['got']} ({requirement})"
    return both if len(both) <= _SHORT else cut(labelled["got"], _LENGTH)


def _labelled(lines: Sequence[str]) -> dict[str, str]:
    """The lines of a message that say what was called, expected and got."""
    found = (_LABEL.fullmatch(line) for line in lines)
    return {match[1]: match[2] for match in found if match}
