"""Cards and tables in a real browser: legible by day and by night, wide and narrow, with a keyboard and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.progress import Progress, Standing
from autograder.failures import Finding
from autograder.report.card import Card
from autograder.report.results import Report
from autograder.report.standing import CourseTable, LessonCard
from tests.browser import WAYS, Scheme, opened, overhang
from tests.report.test_card import EXAMPLE, HINTS, PARTIAL, STUB, report, result, with_example

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: What JupyterLab's themes say of a page, as far as a card asks.
_THEMES: dict[Scheme, str] = {
    "light": "--jp-layout-color1: #fff; --jp-ui-font-color1: rgba(0, 0, 0, .87)",
    "dark": "--jp-layout-color1: #111; --jp-ui-font-color1: #fff",
}
#: How well an element's own colour stands out from a card's background, as WCAG measures it.
_CONTRAST = """
element => {
  const pixel = colour => {
    const drawing = new OffscreenCanvas(1, 1).getContext("2d");
    drawing.fillStyle = colour;
    drawing.fillRect(0, 0, 1, 1);
    return [...drawing.getImageData(0, 0, 1, 1).data];
  };
  const luminance = colour => pixel(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const box = element.closest("[class^=autograder-]");
  const [a, b] = [getComputedStyle(element).color, getComputedStyle(box).backgroundColor].map(luminance);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
"""


def everything() -> Iterator[str]:
    """A card of each kind, a lesson and a course."""
    call = "softmax(tensor of shape (2, 3, 4)" + " 0.5" * 40
    finding = Finding("value", "it is right", call=call, expected="1" * 90, got="2")
    wide = replace(result("failed"), finding=finding)
    late = report(result("timeout", found="too late"), wide, name="leaky_relu")
    wrong = with_example(PARTIAL, EXAMPLE)
    stub = report(result("error", found=STUB), name="relu")
    for each in (report(result(), name="sigmoid"), wrong, late, stub):
        yield Card(
            each, in_notebook=True, hints=HINTS, standing="activations 1/60 · course 1/322 · next: tanh"
        ).html()
    exercises = tuple(each.exercises[0] for each in (report(result(), name="sigmoid"), wrong, late, stub))
    yield LessonCard(Report("activations", "a", 60.0, exercises=exercises), HINTS, "activations 1/60").html()
    earned = {name: Standing(points, complete=True) for name, points in points_of("perceptron").items()}
    yield CourseTable(Progress(kits_own(), {**earned, "sigmoid": Standing(1.0, complete=False)})).html()


def page_of(folder: Path, scheme: Scheme) -> Path:
    style = f"<style>:root {{ {_THEMES[scheme]} }} body {{ background: var(--jp-layout-color1) }}</style>"
    head = f'<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">{style}'
    path = folder / f"{scheme}.html"
    path.write_text(head + "\n".join(everything()), encoding="utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_it_fits_and_its_marks_are_legible(browser: Browser, tmp_path: Path, width: int, scheme: Scheme) -> None:
    with opened(browser, page_of(tmp_path, scheme), width, scheme) as page:
        assert overhang(page) == 0
        marks = page.locator("[role=img][aria-label]:not(svg)")
        assert marks.count() > 10
        assert min(mark.evaluate(_CONTRAST) for mark in marks.all()) >= 4.5


def test_hints_open_by_keyboard_one_after_another(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page_of(tmp_path, "light")) as page:
        card = page.get_by_role("group", name="softmax: 2/6.5 points").first
        hints = card.locator("summary", has_text=" of 3)")
        assert [hint.is_visible() for hint in hints.all()] == [True, False, False]
        hints.first.focus()
        for place, key in enumerate(["Enter", "Space", "Enter"]):
            page.keyboard.press(key)
            assert _focused(page).startswith("Hint (1" if not place else f"The next hint ({place + 1}")
            page.keyboard.press("Tab")
        assert card.locator("math").is_visible()
        assert card.get_by_text("At last:").is_visible()


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText"))


def test_who_hears_it_is_told_the_same(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page_of(tmp_path, "light")) as page:
        card = page.get_by_role("group", name="softmax: 2/6.5 points").first
        assert card.get_by_role("heading", level=4).inner_text().split() == ["softmax", "2/6.5", "points"]
        checks = card.get_by_role("list").get_by_role("listitem")
        said = [check.get_by_role("img").first.get_attribute("aria-label") for check in checks.all()]
        assert said == ["passed", "failed", "skipped"]
        table = card.get_by_role("table", name="what was required, and what came")
        assert [row.inner_text() for row in table.get_by_role("rowheader").all()] == [
            "required",
            "expected",
            "got",
        ]
        assert card.get_by_role("img", name="rows add up").count() == 1, "the picture says what is to be seen"
        lesson = page.get_by_role("table", name="activations")
        assert lesson.get_by_role("rowheader", name="relu").first.is_visible()
        course = page.get_by_role("table", name="Fundamentals of neural networks")
        assert course.get_by_role("columnheader").all_inner_texts() == ["lesson", "points", "exercises"]
