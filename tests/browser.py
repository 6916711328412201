"""Pages in a real browser; the fixture `browser` of conftest.py starts it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

#: Each way to look at a page: a wide window and a telephone, by day and by night.
WAYS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (1280, "dark"), (400, "light"), (400, "dark"))

_CONTRAST = """
element => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = colour => channels(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let behind = element;
  while (behind && (channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) < 1) behind = behind.parentElement;
  const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
  const ground = luminance(behind ? getComputedStyle(behind).backgroundColor : canvas);
  const text = luminance(getComputedStyle(element).color);
  return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
}
"""


@contextmanager
def opened(browser: Browser, page: Path, width: int = 1280, scheme: Scheme = "light") -> Iterator[Page]:
    """A page that is a file, in a window of that width.

    It fails the test where the page asks another place for something, or where the browser complains of it.
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    shown = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        shown.goto(page.resolve().as_uri())
        yield shown
        assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []
        assert complaints == []
    finally:
        context.close()


def overhang(page: Page) -> int:
    """Pixels that a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def contrast(page: Page, selector: str) -> float:
    """How well the text of the first such element stands out, as WCAG measures it: 4.5 is legible, 21 the most."""
    return float(page.locator(selector).first.evaluate(_CONTRAST))
