"""The instructor's pages, as they are seen: by day and by night, on a screen, on a telephone and on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.report.instructor import course_page, lesson_page
from autograder.report.survey import Survey
from tests.browser import WAYS, Scheme, contrast, opened, overhang
from tests.report.classes import CLASS, EVE, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SURVEY = Survey("activations", CLASS)
TWIN = Survey("mlp", tuple(report(one.submission, *one.exercises, lesson="mlp") for one in CLASS[:4]))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    files = {"lesson": lesson_page(SURVEY), "course": course_page("Trees & more", [SURVEY, TWIN])}
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in files}


def words(page: Page) -> set[str]:
    """What is to be read on a page, as it is seen now."""
    return set(re.findall(r"\w+", page.inner_text("main")))


def cut_off(page: Page) -> list[str]:
    """The tables that are wider than their place."""
    boxes = page.get_by_role("region").all()
    found = [box for box in boxes if box.evaluate("box => box.scrollWidth > box.clientWidth")]
    return [str(box.get_attribute("aria-label")) for box in found]


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_a_lesson_is_read(pages: dict[str, Path], browser: Browser, width: int, scheme: Scheme) -> None:
    with opened(browser, pages["lesson"], width, scheme) as shown:
        assert "5 submissions, of which 4 were graded. The median is 2.5 of 8 points" in shown.inner_text(
            "p >> nth=0"
        )
        mistake = shown.get_by_role("article").first
        assert "softmax divides by the sum over the whole tensor" in mistake.inner_text()
        assert "2 of 4 students, and possibly 1 more" in mistake.inner_text()
        assert mistake.get_by_role("img", name="Your rows add up to").is_visible()
        plot = shown.get_by_role("img", name="4 submissions from 0 to 8 points, half of them at 2.5 or more.")
        assert plot.is_visible()
        row = shown.get_by_role("row", name="The large_inputs.")
        assert row.get_by_role("rowheader").count() == 1
        assert "25%" in row.inner_text()
        assert overhang(shown) == 0
        assert cut_off(shown) == []
        assert min(contrast(shown, part) for part in ("h1", "td", "caption", "figcaption")) > 7


def test_who_is_named_is_folded_and_not_printed(pages: dict[str, Path], browser: Browser) -> None:
    with opened(browser, pages["lesson"]) as shown:
        assert not {one.submission for one in CLASS} & words(shown)
        shown.get_by_text("Not graded (1)").press("Enter")
        assert "eve" in words(shown)
        assert shown.get_by_text("the file is empty").is_visible()
        shown.get_by_text("Flags (1)").click()
        assert shown.get_by_text("<b>no.py</b>").is_visible()
        shown.emulate_media(media="print")
        assert "eve" not in words(shown)
        assert shown.get_by_role("article").first.is_visible()


@pytest.mark.parametrize(("width", "scheme"), [WAYS[0], WAYS[3]])
def test_a_course_is_read(pages: dict[str, Path], browser: Browser, width: int, scheme: Scheme) -> None:
    with opened(browser, pages["course"], width, scheme) as shown:
        assert shown.title() == "Trees & more: what the class did"
        lessons = shown.get_by_role("region", name="Lessons", exact=True)
        assert [row.inner_text().split()[:4] for row in lessons.get_by_role("row").all()[1:]] == [
            ["activations", "4", "1", "3.2"],
            ["mlp", "4", "0", "3.2"],
        ]
        assert "Most alike are activations and mlp (r = 1.00)." in shown.inner_text("main")
        assert "The large_inputs." in shown.get_by_role("region", name="hardest").inner_text()
        assert overhang(shown) == 0
        assert cut_off(shown) == []


def test_a_class_of_which_nobody_was_graded_has_a_page() -> None:
    nobody = Survey("activations", (EVE,))
    assert "1 submission, of which\n0 were graded" in lesson_page(nobody)
    assert "eve" in course_page("Trees", [nobody])
