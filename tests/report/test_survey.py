"""What is counted of a class, by hand for four submissions."""

from __future__ import annotations

import csv
import io
import math

import pytest

from autograder.course.exercises import available_lessons, checks_of
from autograder.report.checks_csv import HEADER, table
from autograder.report.measures import correlation, discrimination_in_words
from autograder.report.met import met
from autograder.report.survey import Survey, endings
from autograder.report.together import hardest, overall, pairs, pairs_in_words
from tests.report.classes import ADA, CLASS, report, softmax

SURVEY = Survey("activations", CLASS)


def test_who_is_not_graded_is_counted_nowhere() -> None:
    assert SURVEY.scores == (8.0, 1.0, 0.0, 4.0)
    assert {check.n for check in SURVEY.checks} == {4}


def test_what_was_not_tried_did_not_pass() -> None:
    large = next(check for check in SURVEY.checks if check.id == "test_softmax_large_inputs")
    assert (large.passed, large.skipped, large.share) == (1, 2, 0.25)


def test_discrimination_is_the_point_biserial_correlation_with_the_rest() -> None:
    """By its own formula: the difference of the two means over the deviation of all, times sqrt(p q)."""
    rest, passed = [6.0, 1.0, 0.0, 2.0], [True, False, False, True]
    mean = sum(rest) / 4
    deviation = math.sqrt(sum((value - mean) ** 2 for value in rest) / 4)
    wanted = ((6.0 + 2.0) / 2 - (1.0 + 0.0) / 2) / deviation * math.sqrt(0.5 * 0.5)
    assert correlation([float(one) for one in passed], rest) == pytest.approx(wanted)
    values = next(check for check in SURVEY.checks if check.id == "test_softmax_values")
    assert values.discrimination == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("xs", "ys"), [([1.0, 1, 1], [1.0, 2, 3]), ([0.0, 1, 1], [2.0, 2, 2]), ([0.0, 1], [0.0, 1])]
)
def test_where_all_end_alike_there_is_no_discrimination(xs: list[float], ys: list[float]) -> None:
    assert correlation(xs, ys) is None


def test_a_low_discrimination_is_told_in_words() -> None:
    assert [discrimination_in_words(value) for value in (None, -0.1, 0.1, 0.25, 0.5)] == [
        *("undefined", "the opposite", "next to nothing", "little", "")
    ]


def test_points_are_lost_by_what_is_asked() -> None:
    found = {one.words: one for one in SURVEY.endings}
    assert list(found) == ["own work", "values", ""]
    own = found["own work"]
    assert (own.exercises, own.worth) == (("softmax", "relu"), 3.0)
    assert (own.lost, own.waiting, own.share) == (7 / 4, 4 / 4, 7 / 12)


def test_the_names_of_all_checks_have_the_endings_that_the_lessons_promise() -> None:
    found = endings({(check.exercise, check.id) for lesson in available_lessons() for check in checks_of(lesson)})
    assert {*["shape", "dtype", "values", "stability", "gradient", "untouched"], "own work"} <= {*found.values()}
    assert found["SGD", "test_sgd_gradients_untouched"] == "untouched"
    assert found["SimpleMLP", "test_mlp_shape"] == "shape"
    assert found["plot_activations", "test_plot_activations_legends"] == ""


def test_mistakes_are_ranked_by_how_many_made_them_for_sure() -> None:
    whole, unknown, other = met(SURVEY)
    assert (whole.exercise, whole.sure, whole.possible, whole.of) == ("softmax", 2, 1, 4)
    assert (unknown.exercise, unknown.name, unknown.sure, unknown.first) == ("relu", "", 1, "The values.")
    assert (other.name, other.sure, other.possible) == ("forgets the exponential", 0, 1)


def test_an_example_that_names_a_student_is_not_shown() -> None:
    """Ben's and Cleo's are of the same mistake; hers is not anonymous."""
    example = met(SURVEY)[0].example
    assert example is not None
    assert example.got == "[0, 0]"
    assert met(Survey("activations", (CLASS[2],)))[0].example is None


def test_a_stub_is_not_begun_and_no_mistake() -> None:
    assert [one.not_begun for one in SURVEY.exercises] == [0, 1]


def test_lessons_side_by_side() -> None:
    twin = Survey("mlp", tuple(report(one.submission, *one.exercises, lesson="mlp") for one in CLASS[:3]))
    ((one,), ()) = pairs([SURVEY, twin]), pairs([SURVEY])
    assert (one.first, one.second, one.n, one.r) == ("activations", "mlp", 3, pytest.approx(1.0))
    assert pairs_in_words([one]) == "Most alike are activations and mlp (r = 1.00)."
    assert "too few" in pairs_in_words(pairs([SURVEY, Survey("mlp", (ADA,))]))
    assert overall([SURVEY, twin]) == [1.0, 1 / 8, 0.0, 0.5]
    assert [check.id for check in hardest([SURVEY], 1)] == ["test_softmax_large_inputs"]
    assert hardest([Survey("mlp", (report("ada", softmax(*["passed"] * 3)),))], 5) == []


def test_the_sheet_has_a_line_for_each_check() -> None:
    lines = list(csv.reader(io.StringIO(table([SURVEY]))))
    assert tuple(lines[0]) == HEADER
    assert lines[1][:8] == [
        *("activations", "softmax", "test_softmax_values", "The values.", "2", "4", "2", "0.5000")
    ]
    assert len(lines) == 6
    alone = table([Survey("activations", (ADA,))]).splitlines()
    assert alone[1].endswith(",1,1,1.0000,"), "no discrimination of one"
