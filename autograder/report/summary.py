"""A report in a few words: what went wrong, and what a person should look at."""

from __future__ import annotations

from autograder.report.results import CheckResult, Report
from autograder.show import cut

#: What is said of who is on the class list and handed in nothing.
NOTHING = "nothing handed in"
#: Problems of one submission that are told; the others are counted.
MOST = 4
#: Characters of each where there is room for all, and in a table.
_WHOLE, _LENGTH = 1_000, 160
#: Characters of a failure to which what was required is added.
_SHORT = 80


def in_short(report: Report, most: int = MOST) -> str:
    """What went wrong in a submission, on one line; why, where it was not graded."""
    found = problems(report)
    more = [f"and {len(found) - most} more"] if len(found) > most else []
    return "; ".join([*found[:most], *more])


def problems(report: Report) -> list[str]:
    """The notes on a submission, then what is wrong with its exercises; those alike are named together.

    Where it is known which mistake it is, that is what is wrong; else what the first failure says.
    """
    if not report.graded:
        return [*notes(report, _LENGTH), report.reason or "no reason is known"]
    wrong = _wrong(report)
    alone = [note for note in notes(report, _LENGTH) if note not in wrong]
    return [*alone, *_listed(wrong)]


def mistakes(report: Report) -> list[str]:
    """What is wrong with the exercises of a submission, without the notes on it."""
    return _listed(_wrong(report))


def _listed(wrong: dict[str, list[str]]) -> list[str]:
    return [f"{', '.join(names)}: {words}" for words, names in wrong.items()]


def _wrong(report: Report) -> dict[str, list[str]]:
    """What is wrong, in words, with the exercises of which that is said; to leave out an optional one is not."""
    wrong: dict[str, list[str]] = {}
    for exercise in report.exercises:
        failures = [check for check in exercise.checks if check.wrong]
        left_out = exercise.optional and failures and failures[0].kind in ("not_implemented", "missing")
        if failures and not left_out:
            known = [brief(one.name) for one in exercise.misconceptions if exercise.diagnosis == "named"]
            wrong.setdefault((known or [failure(failures[0])])[0], []).append(exercise.name)
    return wrong


def notes(report: Report, length: int = _WHOLE) -> list[str]:
    """What the flags say of the file and of its cells; that a built-in is called, a failed check says too."""
    said = (brief(flag.words, length) for flag in report.flags if flag.kind != "delegation")
    return list(dict.fromkeys(said))


def brief(text: str, length: int = _LENGTH) -> str:
    """A text on one line; where that is too long, its first clauses, and its first words where one is too long."""
    short = cut(text, length)
    clauses = short.rpartition("; ")[0]
    is_cut = short != " ".join(text.split())
    return f"{clauses}; ..." if is_cut and len(clauses) > length // 2 else short


def failure(check: CheckResult) -> str:
    """What is wrong, of a check that did not pass: what came back, and what was required."""
    finding = check.finding
    if finding is None:
        return check.title.rstrip(".")
    if finding.kind == "not_implemented":
        return "not implemented"
    if check.outcome == "timeout":
        return "does not end"
    if check.outcome == "error":
        return brief(finding.sentence)
    if finding.kind == "missing":  # what was required is that name
        return brief(finding.trouble or finding.got or finding.what)
    required = f"required: {finding.what}"
    if not finding.got:
        return brief(required)
    if finding.expected:
        return brief(f"{finding.got} instead of {finding.expected}")
    both = f"{finding.got} ({required})"
    return both if len(both) <= _SHORT else brief(finding.got)
