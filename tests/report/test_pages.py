"""The pages of a class, as a TA opens them: by day and by night, on a screen and on a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.failures import Mismatch, StudentError
from autograder.picture.data import Example, Picture
from autograder.report import roll, sheet
from autograder.report.results import ExerciseResult, Flag, Misconception, Report
from autograder.report.sheet import Cell, Output, Sheet
from tests.browser import WAYS, Scheme, contrast, opened, overhang
from tests.report.test_card import HOSTILE, result

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROWS = tuple(float(x) for x in range(5))
CURVE = Picture("curve", ("x", "y"), (ROWS,), (ROWS,), (tuple(x / 2 for x in ROWS),))
WRONG = result("failed", 2.0, 2.0, Mismatch("the values are right", expected="1", got=HOSTILE), "It is right.")
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

BEN = Report(
    "activations",
    "ben",
    6.0,
    flags=(Flag("cell", "", f"NameError {HOSTILE}"), Flag("delegation", "tanh", "a call of tanh")),
    seconds=0.5,
    exercises=(
        ExerciseResult("tanh", (result("passed", 2.0, 2.0),)),
        ExerciseResult("relu", (result("failed", 2.0, 2.0, StudentError("NotImplementedError", "")),)),
        ExerciseResult(
            "softmax",
            (WRONG,),
            (Misconception("m", "halves its input", "Which line halves it?"),),
            "named",
            Example("softmax(1)", "1", "0.5", CURVE),
        ),
    ),
)
ADA = Report("activations", "ada", 6.0, seconds=2.0, exercises=(ExerciseResult("tanh", (result(points=6.0),)),))
DAN = Report("activations", "dan", 6.0, graded=False, reason="the file is empty")


def sheet_of_ben() -> Sheet:
    cells = (
        Cell(1, "# Activations\n\nA slope of $\\frac{1}{2}$.", False, released=True),
        Cell(2, f"mine {HOSTILE}", False),
        Cell(
            3,
            "def softmax(x):\n\treturn x / 2  # " + "long " * 60,
            True,
            outputs=(Output(HOSTILE), Output("", PIXEL)),
        ),
        Cell(4, "def relu(x): ...\ndef tanh(x): ...", True),
        Cell(5, f"print('{HOSTILE}')", True),
        Cell(6, 'check("softmax")', True, released=True, outputs=(Output("not shown"),)),
    )
    homes = {"softmax": (3,), "relu": (4,), "tanh": (4,)}
    return Sheet(BEN, f"Ben {HOSTILE}", cells, homes, {"softmax": "Divide $e^x$ by the sum."}, "ben/page.html")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of ben, and that of the class."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "ben.html").write_text(sheet.page(sheet_of_ben()), encoding="utf-8")
    entries = [
        roll.Entry("ada", "Ada Lovelace", ADA, "ada.html"),
        roll.Entry("ben", "Ben Bright", BEN, "ben.html"),
        roll.Entry("cleo", "Cleo Cruz", None),
        roll.Entry("dan", "", DAN, "dan.html"),
    ]
    (folder / "index.html").write_text(roll.page("activations", entries), encoding="utf-8")
    return folder


class TestASubmission:
    @pytest.mark.parametrize(("width", "scheme"), WAYS)
    def test_failures_come_first_and_what_is_the_lessons_is_folded(
        self, pages: Path, browser: Browser, width: int, scheme: Scheme
    ) -> None:
        with opened(browser, pages / "ben.html", width, scheme) as shown:
            assert shown.locator("nav a").all_inner_texts() == ["softmax", "relu", "tanh"]
            assert shown.locator("h2").all_inner_texts()[1:] == [
                "softmax lost points",
                "relu not begun",
                "tanh passed",
                "The other cells",
            ]
            shown.get_by_text("It looks as if your softmax halves its input.").wait_for()
            assert shown.locator("section svg").first.is_visible()
            for summary, inside in (
                ("The exercise", "Divide"),
                ("The lesson's own text and code, a cell", "A slope of"),
            ):
                text = shown.get_by_text(inside)
                assert not text.is_visible()
                shown.get_by_text(summary, exact=True).first.click()
                assert text.is_visible()
            assert shown.locator("math mfrac").bounding_box() is not None, "drawn, without a script or a network"
            assert overhang(shown) == 0
            for element in ("h1", ".cell pre .c-k", "nav .bad", "nav .good", ".muted"):
                assert contrast(shown, element) > 4.5, element

    def test_each_cell_is_there_once_and_nothing_of_it_is_html(self, pages: Path, browser: Browser) -> None:
        with opened(browser, pages / "ben.html") as shown:
            assert shown.locator(".where").all_inner_texts() == ["Cell 3", "Cell 4", "Cell 2", "Cell 5"]
            assert HOSTILE in shown.locator("pre.text").inner_text()
            assert HOSTILE in shown.locator("pre.shown").inner_text()
            assert HOSTILE in shown.locator("h1").inner_text()
            assert HOSTILE in shown.locator("ul.flags").inner_text()
            assert shown.locator("img").count() == 1, "the cell's own picture"
            assert shown.locator("script").count() == 0
            assert shown.get_by_text("It is written in cell 4.").count() == 1

    def test_a_script_that_came_through_would_not_run(self, pages: Path, browser: Browser, tmp_path: Path) -> None:
        text = (pages / "index.html").read_text(encoding="utf-8")
        bad = tmp_path / "bad.html"
        bad.write_text(text.replace("</h1>", "</h1><script>document.title = 'ran'</script>"), encoding="utf-8")
        shown = browser.new_page()
        shown.goto(bad.as_uri())
        assert shown.title() == "The class in activations"
        assert shown.get_by_role("button").count() == 6, "the page's own script has run"
        shown.close()

    def test_what_is_not_graded_says_why_and_what_was_handed_in_is_there(
        self, browser: Browser, tmp_path: Path
    ) -> None:
        page = tmp_path / "dan.html"
        page.write_text(sheet.page(Sheet(DAN, cells=(Cell(1, "x = 1", True),))), encoding="utf-8")
        with opened(browser, page) as shown:
            assert shown.get_by_text("Not graded: the file is empty").is_visible()
            assert shown.locator("h2").all_inner_texts() == ["What was handed in"]
            assert "x = 1" in shown.locator("pre").inner_text()

    def test_what_counts_for_nothing_says_so(self) -> None:
        extra = Report("activations", "eve", 6.0, exercises=(ExerciseResult("tanh", (result(),), optional=True),))
        assert "passed, optional" in sheet.page(Sheet(extra))


class TestTheClass:
    @pytest.mark.parametrize(("width", "scheme"), WAYS)
    def test_it_sorts_by_what_is_asked_for(
        self, pages: Path, browser: Browser, width: int, scheme: Scheme
    ) -> None:
        with opened(browser, pages / "index.html", width, scheme) as shown:
            assert students(shown) == ["ada", "ben", "cleo", "dan"]
            summary = "3 submissions, 1 not graded, 1 handed in nothing, median 4 of 6 points"
            assert shown.get_by_text(summary).is_visible()
            for column, order, first in (
                ("score", "ascending", ["cleo", "dan", "ben", "ada"]),
                ("score", "descending", ["ada", "ben", "dan", "cleo"]),
                ("flags", "descending", ["ben", "ada", "dan", "cleo"]),
                ("first mistake", "ascending", ["dan", "cleo", "ben", "ada"]),
                ("name", "ascending", ["ada", "ben", "cleo", "dan"]),
            ):
                shown.get_by_role("button", name=column).press("Enter")
                head = shown.get_by_role("columnheader", name=column)
                assert (students(shown), head.get_attribute("aria-sort")) == (first, order), column
            assert shown.locator("th[aria-sort]").count() == 1
            assert overhang(shown) == 0
            assert shown.locator("tbody td").evaluate_all(
                "cells => cells.every(cell => cell.getBoundingClientRect().right <= innerWidth)"
            ), "all of a row is to be seen, however narrow the window"
            for element in ("thead button", "td.bad", "td.good", "td.odd", "td.muted", "td a"):
                assert contrast(shown, element) > 4.5, element

    def test_a_name_leads_to_the_submission(self, pages: Path, browser: Browser) -> None:
        with opened(browser, pages / "index.html") as shown:
            assert "not graded: the file is empty" in shown.get_by_role("row", name="dan").inner_text()
            assert "Ben Bright" in shown.get_by_role("row", name="ben").inner_text()
            assert shown.get_by_role("row", name="cleo").inner_text().split("\t")[2:5] == [
                "–",
                "",
                "nothing handed in",
            ]
            assert shown.get_by_role("link").all_inner_texts() == ["ada", "ben", "dan"]
            shown.get_by_role("link", name="ben").click()
            assert shown.get_by_role("heading", level=1).inner_text().startswith("Ben ")
            shown.get_by_role("link", name="The class in activations").click()
            assert students(shown) == ["ada", "ben", "cleo", "dan"]

    def test_without_scripts_it_is_a_table(self, pages: Path, browser: Browser) -> None:
        shown = browser.new_page(java_script_enabled=False)
        shown.goto((pages / "index.html").as_uri())
        assert shown.get_by_role("columnheader").all_inner_texts() == [
            "student",
            "name",
            "score",
            "flags",
            "first mistake",
            "seconds",
        ]
        assert shown.get_by_role("button").count() == 0
        shown.close()


def students(page: Page) -> Sequence[str]:
    """Whose rows there are, from top to bottom."""
    return page.locator("tbody td:first-child").all_inner_texts()
