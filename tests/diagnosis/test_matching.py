"""Which of several mistakes it is, where more than one could be meant."""

from __future__ import annotations

from typing import Any

from autograder.course.exercises import Check
from autograder.course.mistakes import Mistake
from autograder.diagnosis.matching import Case, Explanation, Observed, explain
from autograder.diagnosis.transcripts import Transcript

PASSED = Transcript("passed", [])


def transcript(answer: Any, words: str = "wrong", *, of: str = "call") -> Transcript:
    return Transcript("failed", [{"of": of, "ok": answer}], {"kind": "value", "words": [words], "numbers": []})


def check(name: str) -> Check:
    return Check(name, "title", "lines", "line", 1.0, (), 1.0)


def told(submission: dict[str, Transcript], /, **mistakes: dict[str, Transcript]) -> Explanation:
    """What explains a submission; each is what comes of the checks that it does not pass."""
    names = sorted({name for one in (submission, *mistakes.values()) for name in one})
    observed = [Observed(check(name), *submission.get(name, PASSED)) for name in names]
    case = Case(
        tuple(one for one in observed if one.outcome != "passed"),
        tuple(one for one in observed if one.outcome == "passed"),
    )
    known = [Mistake("line", name, "?", (name,), 1) for name in mistakes]
    return explain(case, known, lambda spelling, asked: mistakes[spelling].get(asked.id, PASSED))


def names(found: Explanation) -> list[str]:
    return [one.name for one in found.mistakes]


def test_of_two_that_raise_alike_the_one_with_the_same_message_is_meant() -> None:
    found = told(
        {"a": transcript(1.0, "not a table")},
        loop={"a": transcript(1.0, "too many values")},
        table={"a": transcript(1.0, "not a table")},
    )
    assert (found.told, names(found)) == ("named", ["table"])


def test_two_that_nothing_tells_apart_are_both_possible() -> None:
    found = told({"a": transcript(1.0)}, one={"a": transcript(1.0)}, other={"a": transcript(1.0)})
    assert (found.told, names(found)) == ("possible", ["one", "other"])


def test_of_a_drawing_it_is_enough_that_the_same_is_wrong() -> None:
    seen = transcript([True, [1.0, 2.0], [3.0]], "no grid", of="figure")
    like_it = transcript([True, [1.0, 2.5], [3.0]], "no grid", of="figure")
    unlike = transcript([False, [1.5, 2.0], [4.0]], "no grid", of="figure")
    otherwise = transcript([True, [1.0, 2.5], [3.0]], "no title", of="figure")
    found = told({"a": seen}, unlike={"a": unlike}, like_it={"a": like_it}, otherwise={"a": otherwise})
    assert (found.told, names(found)) == ("named", ["like_it"])


def test_of_numbers_it_is_not_enough() -> None:
    assert told({"a": transcript(1.0)}, one={"a": transcript(2.0)}).told == "unknown"


def test_of_two_pairs_the_one_is_meant_that_predicts_nothing_else() -> None:
    found = told(
        {"a": transcript(1.0), "b": transcript(2.0)},
        first={"a": transcript(1.0)},
        second={"b": transcript(2.0)},
        more={"a": transcript(7.0, "otherwise"), "b": transcript(2.0)},
    )
    assert (found.told, names(found)) == ("both", ["first", "second"])


def test_of_two_pairs_the_one_is_meant_whose_answers_are_more_like() -> None:
    found = told(
        {"a": transcript(1.0), "b": transcript([[5.0, 6.0], [1.0, 2.0], 1.0])},
        first={"a": transcript(1.0)},
        second={"b": transcript([[5.0, 6.0], [1.0, 2.0], 2.0])},
        third={"b": transcript([[5.0, 6.0], [1.0, 3.0], 2.0])},
    )
    assert (found.told, names(found)) == ("both", ["first", "second"])


def test_a_mistake_that_is_known_to_do_otherwise_is_not_run_again() -> None:
    """Both fail b; what was found out about a before says that it is not the one which fails there."""
    ran = []

    def rehearsed(spelling: str, asked: Check) -> Transcript:
        ran.append((spelling, asked.id))
        return PASSED if (spelling, asked.id) == ("right", "a") else transcript(1.0)

    def known(spelling: str, asked: Check) -> Transcript | None:
        return transcript(2.0) if (spelling, asked.id) == ("wrong", "a") else None

    case = Case((Observed(check("b"), *transcript(1.0)),), (Observed(check("a"), *PASSED),))
    mistakes = [Mistake("line", name, "?", (name,), 1) for name in ("wrong", "right")]
    found = explain(case, mistakes, rehearsed, known=known)
    assert (found.told, names(found)) == ("named", ["right"])
    assert ran == [("right", "b"), ("right", "a")]
