"""The instructor's pages: a class in a lesson, and over the lessons of a course."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from autograder.picture import histogram
from autograder.picture.histogram import Histogram
from autograder.report.html import example_parts, policy, template
from autograder.report.measures import FAIR, LOW, discrimination_in_words
from autograder.report.met import Met, met
from autograder.report.points import number
from autograder.report.results import Flag
from autograder.report.survey import Survey
from autograder.report.together import hardest, overall, pairs, pairs_in_words

#: What a page on all lessons shows of a course; a lesson's own page shows all.
_HARDEST, _MISTAKES = 15, 20
#: A correlation of fewer submissions is mostly chance.
_FEW = 20
_FLAGS = {
    "delegation": "a built-in is called, or may be",
    "cell": "a cell raised, did not end, or could not work here",
    "crash": "a process was ended by its code",
    "file": "which file was graded, or was left out",
}


def lesson_page(survey: Survey) -> str:
    """A lesson's page, as HTML that needs nothing beside it; a student is named only in its folded last part."""
    seconds = tuple(report.seconds for report in survey.graded)
    return template("lesson_report.html").render(
        **_common([survey]),
        survey=survey,
        scores=_plot(Histogram(survey.scores, "points", survey.max_points)) if seconds else None,
        seconds=_plot(Histogram(seconds, "seconds")) if seconds else None,
        checks=[(name, list(of)) for name, of in groupby(survey.checks, lambda check: check.exercise)],
        mistakes=_shown(met(survey)),
    )


def course_page(title: str, surveys: Sequence[Survey]) -> str:
    """The page on all lessons that were graded, as HTML that needs nothing beside it."""
    scores = tuple(100 * share for share in overall(surveys))
    found = sorted((one for survey in surveys for one in met(survey)), key=lambda one: -one.sure)
    goes = pairs(surveys)
    return template("course_report.html").render(
        **_common(surveys),
        title=title,
        scores=_plot(Histogram(scores, "percent of the points", 100.0)) if scores else None,
        hardest=hardest(surveys, _HARDEST),
        mistakes=_shown(found[:_MISTAKES]),
        all_mistakes=len(found),
        together={(pair.first, pair.second): pair for pair in goes},
        together_words=pairs_in_words(goes),
    )


def _common(surveys: Sequence[Survey]) -> dict[str, Any]:
    """What both pages show."""
    return {
        "policy": policy(),
        "surveys": surveys,
        "number": number,
        "percent": _percent,
        "median": statistics.median,
        "mean": statistics.fmean,
        "in_words": discrimination_in_words,
        "few": _FEW,
        "low": LOW,
        "fair": FAIR,
        "counted": _counted([flag for survey in surveys for report in survey.reports for flag in report.flags]),
        "not_graded": [(s.lesson, one) for s in surveys for one in s.reports if not one.graded],
        "flagged": [(s.lesson, one) for s in surveys for one in s.reports if one.flags],
        "kinds": _FLAGS,
    }


def _plot(values: Histogram) -> dict[str, Any]:
    return {"svg": Markup(histogram.drawn(values)), "words": histogram.sentence(values)}


def _shown(found: Sequence[Met]) -> list[tuple[Met, dict[str, Any]]]:
    return [(one, example_parts(one.example)) for one in found]


def _counted(flags: Sequence[Flag]) -> list[tuple[str, int]]:
    """How many flags there are of each kind, in words."""
    counts = [(words, sum(flag.kind == kind for flag in flags)) for kind, words in _FLAGS.items()]
    return [(words, count) for words, count in counts if count]


def _percent(share: float) -> str:
    """A part as a whole percentage; only none is 0, and only all are 100."""
    return f"{round(100 * share) if share in (0.0, 1.0) else min(max(round(100 * share), 1), 99)}%"
