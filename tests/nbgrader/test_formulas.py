"""Formulas without a network: they are drawn, what is no formula stays, and nothing in one is active."""

from __future__ import annotations

import nbformat
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.nbgrader.formulas import with_formulas
from autograder.report.formulas import mathml
from autograder.report.prose import prose
from tests.banks import ROOT
from tests.nbgrader.test_preprocessors import LESSONS, PIECES, active_in, page_of

DRAWN = {
    "<p>$x^2$ and $a&lt;b$</p>": ["x^2", "a<b"],
    "<p>$$\n\\frac{1}{2}\n$$</p>": ["\\frac{1}{2}"],
    "\\begin{cases} x \\\\ y \\end{cases}": ["\\begin{cases} x \\\\ y \\end{cases}"],
    '<h2 id="of-$x$" title="a > $y$">of $x$</h2>': ["x"],
    "<pre>$x$ <b>$y$</b></pre><code>$z$</code> $w$": ["w"],
    "It costs \\$5, and \\$6.": [],
    "$\\frac{$": [],
    "$" + "x" * 1001 + "$": [],
}
HOSTILE = (
    "\\text{<img src=x onerror=alert(1)>}",
    "\\text{</math><script>alert(1)</script>}",
    "\\href{javascript:alert(1)}{x}",
    "\\style{position: fixed}{x}",
    "\\class{btn}{x}",
    "\\text{&lt;script&gt;}",
)


@pytest.mark.parametrize(("page", "formulas"), DRAWN.items())
def test_what_is_drawn(page: str, formulas: list[str]) -> None:
    made = with_formulas(page)
    assert [element["alttext"] for element in BeautifulSoup(made, "html.parser").find_all("math")] == formulas
    assert formulas or made == page, "what cannot be drawn is as it was written"


@pytest.mark.parametrize("tex", HOSTILE)
def test_nothing_in_a_formula_is_active(tex: str) -> None:
    found = mathml(tex) or ""
    elements = BeautifulSoup(found, "html.parser").find_all()
    assert all(
        element.name[0] == "m" and not {"href", "style", "class"} & element.attrs.keys() for element in elements
    )
    assert not active_in(with_formulas(page_of(f"${tex}$")).replace("<math", "<b").replace("</math", "</b"))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([*HOSTILE, *PIECES, "$", "\\text{", "}", "^", "<math>"]), max_size=12).map("".join)
)
def test_no_mixture_is_active(text: str) -> None:
    elements = BeautifulSoup(with_formulas(page_of(text)), "html.parser").find_all()
    assert not {"script", "iframe", "style"} & {element.name for element in elements}
    assert not {"onerror", "onclick"} & {name for element in elements for name in element.attrs}
    assert not [element for element in elements if "javascript:" in str(element.attrs.get("href"))]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["$", "$$", "$x", "\\begin{a}", "$a&", "{", "\\frac", "<", "<a "])
def test_no_text_takes_long(unit: str) -> None:
    assert with_formulas((unit * 20_000)[:20_000])
    assert mathml(unit * 1000, display=True) != ""


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_formula_of_the_lessons_is_drawn(lesson: str) -> None:
    found = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4)
    for cell in (cell for cell in found.cells if cell.cell_type == "markdown"):
        for page in (prose(cell.source), with_formulas(page_of(cell.source))):
            soup = BeautifulSoup(page, "html.parser")
            for element in soup.find_all(["code", "pre", "math"]):
                element.extract()
            assert "$" not in soup.text, cell.source
            assert "\\" not in soup.text, cell.source
