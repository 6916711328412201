"""What a student sees: readable, escaped, and a bare number where nbgrader looks."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.console import Console

from autograder.channel.inline import InlineChannel
from autograder.examiner.session import Examiner
from autograder.failures import Failure, Finding, Mismatch, Outcome, StudentError, Unmet
from autograder.picture.data import Example, Picture
from autograder.report.card import Card, html_of, next_step, panel
from autograder.report.points import number
from autograder.report.results import CheckResult, ExerciseResult, Misconception, Report, Told
from autograder.report.terminal import class_table, show_report


def result(
    outcome: Outcome = "passed",
    points: float = 1.0,
    max_points: float = 1.0,
    found: Failure | str = "",
    title: str = "A title.",
    printed: str = "",
) -> CheckResult:
    finding = found.finding if isinstance(found, Failure) else Finding("unclear", found)
    shown = None if outcome == "passed" else finding
    points = points if outcome == "passed" else 0.0
    return CheckResult("test_it", title, outcome, points, max_points, shown, 0.1, printed)


def report(*checks: CheckResult, name: str = "softmax", **fields: Any) -> Report:
    exercise = ExerciseResult(name, checks)
    return Report(
        "activations", fields.pop("submission", "s017"), exercise.max_points, exercises=(exercise,), **fields
    )


PARTIAL = report(
    result("passed", 2.0, 2.0, title="It exists."),
    result("failed", 1.5, 1.5, Mismatch("the values are right", expected="1", got="2"), "It is right."),
    result("skipped", 3.0, 3.0, Unmet("needs: It is right."), "It is stable."),
)
STUB = StudentError("NotImplementedError", "")

#: What tells those who hear a card what they cannot see.
ARIA = {"aria-hidden", "aria-label", "aria-level"}

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> & \"'"


class Tags(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def in_terminal(renderable: Any, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=True)
    console.print(renderable)
    return console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO


@pytest.mark.parametrize(
    ("value", "text"), [(2.0, "2"), (2.5, "2.5"), (0.0, "0"), (1 / 3, "0.333333"), (100.0, "100")]
)
def test_points_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_in_a_notebook_the_plain_text_is_the_points() -> None:
    """nbgrader takes it for partial credit: nothing but a number will do."""
    card = Card(PARTIAL, in_notebook=True)
    assert repr(card) == "2"
    assert float(repr(card)) == card.points == 2.0
    assert repr(Card(report(), in_notebook=True)) == "0"


def test_elsewhere_the_plain_text_tells_all() -> None:
    text = repr(Card(PARTIAL, in_notebook=False))
    for part in (
        "softmax  2/6.5",
        "✓ It exists.  2/2",
        "✗ Not yet: It is right.  0/1.5",
        "expected: 1",
        "     got: 2",
        "Not tried yet (1 check, 3 points), needs: It is right.",
        "– It is stable.",
        "Next:",
    ):
        assert part in text
    assert "\x1b" not in text


def test_the_pretty_printer_of_ipython_shows_the_same() -> None:
    class Printer:
        shown = ""

        def text(self, text: str) -> None:
            self.shown += text

    printer = Printer()
    Card(PARTIAL, in_notebook=True)._repr_pretty_(printer, False)
    assert printer.shown == "2"


def test_the_html_card() -> None:
    page = Tags(Card(PARTIAL, in_notebook=True)._repr_html_())
    for part in (
        "softmax",
        "2/6.5 points",
        "It exists.",
        "Not yet: It is right.",
        "0/1.5",
        "the values are right",
        "Next:",
    ):
        assert part in page.text


@pytest.mark.parametrize("outcome", ["failed", "error", "timeout", "skipped"])
def test_nothing_of_a_students_is_html(outcome: str) -> None:
    page = Tags(Card(report(result(outcome, found=HOSTILE), name=HOSTILE), in_notebook=True).html())
    assert page.tags <= {"div", "span", "pre", "b"}
    assert page.attributes <= {"class", "style", "title", "role", "data-lm-suppress-shortcuts"} | ARIA
    assert page.text.count(HOSTILE) >= 2


def test_nothing_of_a_students_moves_the_cursor() -> None:
    """Escape sequences could hide a line, or forge one, in a TA's terminal."""
    hostile = "a\x1b[2Jb\x1b]0;title\x07c\rd\x9be\u202ef"
    shown = in_terminal(panel(ExerciseResult("f", (result("failed", found=hostile),))))
    for character in ("\x1b[2J", "\x1b]", "\x07", "\r", "\x9b", "\u202e"):
        assert character not in shown
    assert "a�[2Jb" in shown


@pytest.mark.parametrize("hostile", ["[/]", "[/nothing]", "[bold]x", "[link=x]", ":smile:", "\ud800", "[", "\\["])
def test_nothing_of_a_students_is_markup(hostile: str) -> None:
    failing = report(result("failed", found=hostile), name=hostile, submission=hostile)
    ungraded = Report("activations", hostile, 1.0, graded=False, reason=hostile)
    console = Console(file=io.StringIO(), width=100)
    shown = [in_terminal(class_table([failing, ungraded])), Card(failing, in_notebook=False).text()]
    for each in (failing, ungraded):
        show_report(each, console)
    shown.append(console.file.getvalue())  # type: ignore[attr-defined]  # a StringIO
    assert all(hostile.replace("\ud800", "�") in text for text in shown)


def test_the_panel_of_a_terminal_can_leave_out_what_is_well() -> None:
    assert "It exists." not in in_terminal(panel(PARTIAL.exercises[0], full=False))
    assert "It is right." in in_terminal(panel(PARTIAL.exercises[0], full=False))


def test_the_next_step() -> None:
    assert "all checks pass" in next_step(ExerciseResult("f", (result(),)))
    first, second = result("failed", title="First."), result("error", title="Second.")
    assert "“First.”" in next_step(ExerciseResult("f", (result(), first, second)))
    assert "autograder hint f" in next_step(ExerciseResult("f", (first,)))
    stub = result("error", found=STUB)
    assert "write f" in next_step(ExerciseResult("f", (result(), stub)))
    untried = next_step(ExerciseResult("f", (result(), result("skipped", found="needs: values that are right"))))
    assert untried == "see what the checks need that were not tried. For a hint, run `autograder hint f`."


def test_beside_what_failed_no_title_reads_as_praise() -> None:
    """A title says how it should be; the difference is told in words, not by a mark's colour."""
    outcomes: list[Outcome] = ["failed", "error", "timeout"]
    card = Card(report(*(result(each, title=f"x {each}.") for each in outcomes)), in_notebook=False)
    for shown in (Tags(card.html()).text, card.text()):
        assert [shown.count(f"Not yet: x {each}.") for each in outcomes] == [1, 1, 1]
    assert "Not yet" not in Card(report(result()), in_notebook=False).text()


def test_what_is_required_is_labelled_so() -> None:
    """ "The values are right" is no praise below a title, either."""
    for found in (Mismatch("the loss goes down"), Mismatch("the loss goes down", got="1")):
        card = Card(report(result("failed", found=found)), in_notebook=False)
        assert "required: the loss goes down" in card.text()
        assert "required the loss goes down" in " ".join(Tags(card.html()).text.split())


def test_what_waits_is_counted_with_its_points() -> None:
    """Also where a terminal leaves the checks themselves out: the points that are gone add up."""
    wrong = result("failed", 2.0, 2.0, Mismatch("shaped"), "First.")
    waits = [result("skipped", 1.5, 1.5, Unmet("needs: First."), f"Other {n}.") for n in range(2)]
    free = result("skipped", 0.0, 0.0, Unmet("an earlier check of f ran out of time"))
    exercise = report(wrong, *waits, free).exercises[0]
    for full in (True, False):
        shown = " ".join(in_terminal(panel(exercise, full=full)).split())
        assert "Not tried yet (2 checks, 3 points), needs: First." in shown
        assert "Not tried yet (1 check), an earlier check of f ran out of time" in shown
        assert ("Other 1." in shown) is full
    page = Tags(Card(report(wrong, *waits), in_notebook=True).html()).text
    assert page.count("Not tried yet (2 checks, 3 points), needs: First.") == 1


def test_what_is_wrong_in_the_same_way_is_shown_once() -> None:
    twice = [result("error", found=StudentError("KeyError", "3", "line 1"), title=f"{n}.") for n in "ab"]
    card = Card(report(*twice, result("error", found=StudentError("KeyError", "4"))), in_notebook=False)
    for shown in (Tags(card.html()).text, card.text()):
        assert (shown.count("KeyError: 3"), shown.count("The same again.")) == (1, 1)
        assert "KeyError: 4" in shown


def test_an_exercise_not_begun_is_grey() -> None:
    stub = result("error", found=STUB, title="It is right.")
    untouched = report(result(points=0.0, max_points=0.0, title="It exists."), stub, result("skipped"))
    page = Tags(Card(untouched, in_notebook=True).html())
    assert " ".join(page.text.split()) == (
        "softmax 0/2 points Not begun yet: write softmax, run its cell, and run this check again."
    )
    assert "#e5484d" not in Card(untouched, in_notebook=True).html()
    for full in (True, False):
        shown = in_terminal(panel(untouched.exercises[0], full=full))
        assert "Not begun yet: write softmax, and run this check again." in shown, "a terminal has no cells"
        assert "It is right." not in shown


@pytest.mark.parametrize("other", [result("failed", title="Wrong."), result(title="Earned.")])
def test_an_exercise_begun_shows_its_checks(other: CheckResult) -> None:
    """A class with one method written, say."""
    stub = result("error", found=STUB)
    card = Card(report(result(points=0.0, max_points=0.0), other, stub), in_notebook=True)
    assert other.title in card.html()
    assert "Not begun" not in card.html()


def test_a_class_in_a_table() -> None:
    reports = [
        report(result(), submission="ada"),
        report(result("timeout"), name="relu", submission="ben"),
        report(result("error", found=StudentError("KeyError", "3", "line 3")), submission="cleo"),
        report(result("error", found=STUB), submission="dan"),
        Report("activations", "eve", 1.0, graded=False, reason="not valid JSON"),
    ]
    shown = in_terminal(class_table(reports, absent=["zoe"]))
    for part in (
        "1/1",
        "relu: does not end",
        "softmax: KeyError: 3",
        "not implemented",
        "not graded",
        "zoe",
        "nothing handed in",
    ):
        assert part in shown
    assert "not valid JSON" in shown


def test_a_narrow_terminal_breaks_long_words_and_cuts_none() -> None:
    student = "ada.lovelace@an-institute-of-mathematics.example.org"
    table = class_table([report(result("failed"), name="fit_perceptron", submission=student)])
    columns = zip(*(line.split("│") for line in in_terminal(table, 40).splitlines() if "│" in line), strict=True)
    cells = ["".join(cell.split()) for cell in map("".join, columns)]
    assert student in cells[1]
    assert "fit_perceptron" in cells[-2]


def test_what_was_printed_is_shown_below_what_went_wrong() -> None:
    printed = "x is <b>3</b>"
    wrong = result("failed", found=Mismatch("right", got="2"), printed=printed)
    raised = result("error", found=StudentError("E", "no", "line 1"), printed=printed)
    late = result("timeout", found="too late", printed="y")
    card = Card(report(wrong, raised, late), in_notebook=False)
    page = Tags(card.html())
    assert page.text.count("x is <b>3</b>") == 1, "not once more where it is the same"
    assert page.text.count("Your code printed:") == 2
    assert [word for word in ("right", "got", "E: no", "line 1", "too late") if word not in page.text] == []
    assert "printed: x is <b>3</b>" in card.text()
    assert "printed" not in str(report(wrong).as_json())


@pytest.mark.parametrize("ending", ["return x.tolist()", "raise KeyError", "return None", "exit()"])
def test_what_a_function_prints_is_kept_of_a_check_that_fails(ending: str) -> None:
    namespace: dict[str, Any] = {"__name__": "submission"}
    exec(f"def relu(x):\n    for i in range(50): print('line', i, 'x' * 30)\n    {ending}", namespace)
    (exercise,) = Examiner().examine(InlineChannel(namespace), "activations", "a", ["relu"]).exercises
    first = next(check for check in exercise.checks if check.outcome != "passed")
    printed = first.printed
    assert printed.startswith("line 0 xxx")
    assert printed.endswith("...")
    assert len(printed) <= 303
    assert printed.count("\n") < 6
    assert not any(check.printed for check in exercise.checks if check.outcome == "passed")


def diagnosed(told: Told, *names: str) -> Report:
    """A report in which this is said of the mistake."""
    found = tuple(Misconception(name, name, f"Why {name}?") for name in names)
    exercise = replace(PARTIAL.exercises[0], misconceptions=found, diagnosis=told)
    return replace(PARTIAL, exercises=(exercise,))


@pytest.mark.parametrize(
    ("told", "names", "said"),
    [
        ("named", ["divides by x"], ["It looks as if your softmax divides by x."]),
        ("both", ["adds", "prints"], ["there are two mistakes", "Your softmax adds.", "Your softmax prints."]),
        ("possible", ["adds", "prints"], ["possible", "cannot tell which", "Your softmax adds."]),
        # said of a test that a student writes as well, from which nothing comes back
        ("unknown", [], ["This mistake is not one that we know", "required,", "instead."]),
    ],
)
def test_the_mistake_comes_first(told: Told, names: list[str], said: list[str]) -> None:
    """In a notebook its hint is folded; a terminal has it below."""
    card = Card(diagnosed(told, *names), in_notebook=True)
    page, terminal = Tags(card.html()), in_terminal(panel(card.report.exercises[0]))
    assert ("details" in page.tags) == bool(names)
    for text in (page.text, " ".join(terminal.split())):
        places = [text.index(part) for part in (*said, *(f"Why {name}?" for name in names))]
        assert max(places) < text.index("Not yet: It is right.")


def test_where_nobody_looked_nothing_is_said_of_a_mistake() -> None:
    assert "mistake" not in Card(PARTIAL, in_notebook=True).html()


def test_of_what_never_ends_nothing_is_said_of_what_came_back() -> None:
    endless = replace(result("timeout"), finding=Finding("timeout", "this did not finish within 5 seconds"))
    exercise = replace(PARTIAL.exercises[0], checks=(endless,), diagnosis="unknown")
    card = Card(replace(PARTIAL, exercises=(exercise,)), in_notebook=True)
    assert "did not finish within 5 seconds" in card.html()
    assert "mistake" not in card.html()


def test_a_mistake_with_hostile_words_is_escaped() -> None:
    assert "script" not in Tags(Card(diagnosed("named", HOSTILE), in_notebook=True).html()).tags


BARS = Picture("bars", (), (), ((0.25, 0.75),), ((0.125, 0.375),))
EXAMPLE = Example("softmax(tensor([0, 1]))", "[0.25, 0.75]", "[0.125, 0.375]", BARS)


def with_example(report: Report, example: Example) -> Report:
    return replace(report, exercises=(replace(report.exercises[0], example=example),))


@pytest.mark.parametrize("told", ["named", "unknown"])
def test_an_example_comes_between_the_mistake_and_the_details(told: Told) -> None:
    """Input, what is right, what came, and a picture; a terminal has the picture in words."""
    names = ["divides by x"] if told == "named" else []
    card = Card(with_example(diagnosed(told, *names), EXAMPLE), in_notebook=True)
    page, terminal = Tags(card.html()), in_terminal(panel(card.report.exercises[0]))
    mistake = "divides by x" if names else "not one that we know"
    shown = (EXAMPLE.call, EXAMPLE.expected, EXAMPLE.got, "Your rows add up to 0.5, and your columns to")
    for text in (page.text, " ".join(terminal.split())):
        places = [text.index(part) for part in (mistake, *shown, "Not yet: It is right.")]
        assert places == sorted(places)
    assert "svg" in page.tags
    assert "svg" not in terminal


def test_an_example_needs_no_picture_and_a_picture_no_call() -> None:
    bare = Card(with_example(PARTIAL, replace(EXAMPLE, picture=None)), in_notebook=True)
    assert EXAMPLE.got in bare.html()
    assert "<svg" not in bare.html()
    alone = Card(with_example(PARTIAL, Example("", "", "", BARS)), in_notebook=True)
    assert "<svg" in alone.html()
    assert "yours:" not in alone.text()


def test_an_example_with_hostile_words_is_escaped() -> None:
    hostile = Example(HOSTILE, "1", f"{HOSTILE}\x1b[2J", None)
    card = Card(with_example(PARTIAL, hostile), in_notebook=True)
    page = Tags(card.html())
    assert page.tags <= {"div", "span", "pre", "b"}
    assert page.text.count(HOSTILE) == 2
    assert "\x1b[2J" not in in_terminal(panel(card.report.exercises[0]))


HINTS = {"softmax": ["First, look at `dim`.", "Then at $e^x$.", f"At last: {HOSTILE}"]}


@pytest.mark.parametrize("wrong", [PARTIAL, report(result("error", found=STUB))], ids=["wrong", "not begun"])
def test_hints_unfold_one_after_another(wrong: Report) -> None:
    """Each within the one before, from gentle to telling; formulas need no network, and no text becomes HTML."""
    html = Card(wrong, in_notebook=True, hints=HINTS).html()
    page = Tags(html)
    places = [
        html.index(part) for part in ("(1 of 3)", "First, look at", "(2 of 3)", "Then at", "(3 of 3)", "At last")
    ]
    assert places == sorted(places)
    assert "</details></details></details>" in "".join(html.split())
    assert {"details", "math", "msup"} <= page.tags
    assert not {"script", "img"} & page.tags
    assert "For a hint, run" not in page.text


def test_the_graders_cards_and_those_of_what_passed_have_no_hints() -> None:
    assert "1 of 3" not in Card(report(result()), in_notebook=True, hints=HINTS).html()
    assert 'For a hint, run hint("softmax")' in " ".join(Tags(Card(PARTIAL, in_notebook=True).html()).text.split())


def test_what_was_handed_in_is_not_to_be_gone_on_with() -> None:
    """A hint is still a help to whoever reads it; nothing is there to run, or to do next."""
    stub = report(result("error", found=STUB))
    wrong = [result("failed", 2.0, 2.0), result("skipped", 1.0, 1.0, Unmet("needs: It is right."))]
    named = replace(diagnosed("named", "divides by x").exercises[0], checks=tuple(wrong))
    found = (*stub.exercises, named, *report(result()).exercises)
    text = " ".join(Tags("\n".join(html_of(each, finished=True) for each in found)).text.split())
    for words in (
        "Not begun.",
        "Failed: A title.",
        "Not tried (1 check, 1 point), needs",
        "Why divides by x?",
    ):
        assert words in text
    assert text.endswith("All checks pass.")
    assert not re.search(r"\b(yet|Next|[Rr]un|hint\()", text)


def test_a_card_says_how_far_one_is() -> None:
    for shown in (PARTIAL, report(result())):
        card = Card(shown, in_notebook=True, standing="activations 1/60 · next: <tanh>")
        assert "activations 1/60 · next: <tanh>" in Tags(card.html()).text
        assert card.text().endswith("activations 1/60 · next: <tanh>")
        assert repr(card) == number(shown.points or 0.0), "nbgrader reads the points"


def test_who_hears_a_card_is_told_its_marks_and_its_table() -> None:
    html = Card(PARTIAL, in_notebook=True).html()
    for part in (
        'role="heading" aria-level="4"',
        'aria-label="softmax: 2/6.5 points"',
        'role="img" aria-label="failed"',
        'role="img" aria-label="skipped"',
        'role="rowheader"',
    ):
        assert part in html
    assert html.count('role="listitem"') == len(PARTIAL.exercises[0].checks)


def test_what_a_student_wrote_is_no_formula() -> None:
    """MathJax leaves it alone."""
    html = Card(report(result("failed", found=Mismatch("it is right", got="$x$"))), in_notebook=True).html()
    assert 'class="autograder-card mathjax_ignore tex2jax_ignore"' in html
