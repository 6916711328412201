"""The pages of docs/, made as `make docs` makes them, but for what takes minutes: pictures and examples."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import autograder
from autograder.authoring.leaks import BEGIN, END
from autograder.course.exercises import available_lessons
from autograder.course.mistakes import mistakes_of
from autograder.failures import Finding
from autograder.picture.data import Example, Picture
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report
from tests.banks import ROOT
from tests.browser import WAYS, contrast, opened, overhang

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("sphinx")
pytest.importorskip("furo")
pytest.importorskip("myst_parser")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages; a link that leads nowhere, or a page that no other names, makes none."""
    place = tmp_path_factory.mktemp("docs")
    words = ["--fail-on-warning", "-q", "-D", "drawn=0", "-d", place / "tree", ROOT / "docs", place / "site"]
    done = subprocess.run([sys.executable, "-m", "sphinx", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return place / "site"


class Loads(HTMLParser):
    """What a browser gets to show a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        place = given.get("href" if tag == "link" else "src")
        if place and (tag != "link" or given.get("rel") in ("stylesheet", "icon", "preload")):
            self.found.append(place)


@pytest.mark.ci
def test_a_page_needs_no_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        assert loads.found
        assert [place for place in loads.found if re.match(r"\w+:|//", place)] == []
        assert [place for place in loads.found if not (page.parent / place.partition("?")[0]).exists()] == []
    for style in site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//", text) == [], style.name


@pytest.mark.ci
def test_pages_are_legible_in_a_browser(site: Path, browser: Browser) -> None:
    """From a file, wide and narrow, by day and by night; the browser asks no other place for anything."""
    for width, scheme in WAYS:
        for name in ("ta", "lessons/activations", "api"):
            with opened(browser, site / f"{name}.html", width, scheme) as page:
                assert overhang(page) == 0, name
                assert contrast(page, "article p") > 4.5, name


@pytest.mark.ci
def test_the_search_works_from_a_file(site: Path, browser: Browser) -> None:
    with opened(browser, site / "index.html") as page:
        page.get_by_role("textbox").first.fill("softmax")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Activation functions").last.wait_for()


@pytest.mark.parametrize("lesson", available_lessons())
def test_each_lesson_is_there_to_read_without_its_solutions(site: Path, lesson: str) -> None:
    text = (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")
    solved = re.findall(rf"### {BEGIN}\n(.*?)### {END}", text, re.DOTALL)
    lines = {line.strip() for part in solved for line in part.splitlines() if len(line.strip()) >= 12}
    assert lines
    for folder in ("lessons", "mistakes"):
        page = (site / folder / f"{lesson}.html").read_text(encoding="utf-8")
        assert [line for line in lines if _words(line) in _words(page)] == []
        assert "$" not in re.sub(r"<(pre|code|script)\b.*?</\1>", "", page, flags=re.DOTALL), "a formula"
        listed = (site / folder / "index.html").read_text(encoding="utf-8")
        assert f'href="{lesson}.html"' in listed


def _words(text: str) -> str:
    """Letters, digits and signs as somebody reads them: no tags, no spaces."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^<>]+>", "", text)))


def test_the_gallery_names_each_mistake(site: Path) -> None:
    shown = _words((site / "mistakes" / "activations.html").read_text(encoding="utf-8"))
    found = mistakes_of("activations", "softmax")
    assert found
    for mistake in found:
        assert _words(mistake.name.replace("`", "")) in shown
        assert _words(mistake.hint.replace("`", "")) in shown


def test_what_stands_elsewhere_is_told_once(site: Path) -> None:
    page = (site / "writing" / "mistake.html").read_text(encoding="utf-8")
    assert "divides by the sum over the whole tensor" in page, "the example in CONTRIBUTING"
    assert "{{" not in _words(page)


@pytest.mark.parametrize("name", [name for name in autograder.__all__ if name != "__version__"])
def test_the_api_has_each_public_name(site: Path, name: str) -> None:
    page = (site / "api.html").read_text(encoding="utf-8")
    assert re.search(rf'id="(module-)?autograder(\.\w+)*\.{name}"', page), f"a line in docs/api.md for {name}"


# --- the report format --------------------------------------------------------------------------------------

FINDING = Finding("value", "w", "b", "c", "e", "g", "t", "p")
EXAMPLE = Example("f(1)", "1", "2", Picture("bars", ("x",), ((0.0,),), ((1.0,),), ((2.0,),)))
FULL = Report(
    "activations",
    "s017",
    1.0,
    flags=(Flag("delegation", "tanh", "a call of tanh"),),
    exercises=(
        ExerciseResult(
            "softmax",
            (CheckResult("test_a", "A title.", "failed", 0.0, 1.0, FINDING, 0.1),),
            (Misconception("softmax-a", "a", "Which?"),),
            "named",
            EXAMPLE,
        ),
    ),
)


def test_the_report_format_has_each_field() -> None:
    told: dict[str, set[str]] = {}
    for part in re.split(r"^### ", (ROOT / "docs" / "report.md").read_text(encoding="utf-8"), flags=re.M)[1:]:
        told[part.split("\n", 1)[0]] = set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE))
    report: dict[str, Any] = FULL.as_json()
    (exercise,), (flag,) = report["exercises"], report["flags"]
    (check,), (misconception,) = exercise["checks"], exercise["misconceptions"]
    parts = {"Report": report, "Flag": flag, "Exercise": exercise, "Misconception": misconception, "Check": check}
    parts |= {"Finding": check["finding"], "Example": exercise["example"]}
    parts["Picture"] = exercise["example"]["picture"]
    assert told == {name: set(part) for name, part in parts.items()}
