"""The page of mistakes, as it is seen: by day and by night, on a screen and on a telephone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.course.mistakes import Mistake
from autograder.picture.data import Example, Picture
from autograder.report.gallery import Chapter, page
from tests.browser import WAYS, Scheme, contrast, opened, overhang

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROWS = tuple(float(x) for x in range(5))
CURVE = Picture("curve", ("x", "y"), (ROWS,), (ROWS,), (tuple(x / 2 for x in ROWS),))
MISTAKE = Mistake("line", "divides by `2` once too often", "Which line of yours halves it?", (), 1)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    long = "line(tensor([" + ", ".join(["0.333333"] * 40) + "]))"
    chapter = Chapter("lines", "line", [(MISTAKE, Example(long, "1", "0.5", CURVE))])
    file = tmp_path_factory.mktemp("gallery") / "index.html"
    file.write_text(page([chapter]), encoding="utf-8")
    return file


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_a_mistake_is_read_and_its_hint_unfolds(
    gallery: Path, browser: Browser, width: int, scheme: Scheme
) -> None:
    with opened(browser, gallery, width, scheme) as shown:
        shown.get_by_role("heading", name="divides by 2 once too often").wait_for()
        hint = shown.get_by_text("Which line of yours halves it?")
        assert not hint.is_visible()
        shown.get_by_text("A question that may help").click()
        assert hint.is_visible()
        assert shown.locator("svg").first.is_visible()
        assert overhang(shown) == 0
        assert contrast(shown, "h3") > 7
