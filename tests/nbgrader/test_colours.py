"""Pages are made in time and size that grow no faster than what was handed in."""

from __future__ import annotations

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbformat import v4

from autograder.course.courses import kits_own
from autograder.nbgrader.clean import Clean, clean_outputs, markdown2html
from tests.banks import ROOT


@pytest.mark.timeout(60)  # pygments alone would take minutes for each
@pytest.mark.parametrize("unit", [".", "*.", "\n ", "a.", "%%%%", "x" * 1999 + "\n", "1 + 1\n"])
def test_no_code_takes_long_to_colour(unit: str) -> None:
    """What is long, or looks ahead far, is shown as it is."""
    code = (unit * 60_000)[:60_000]
    found = v4.new_notebook(cells=[v4.new_code_cell(code), v4.new_code_cell("def f(x):\n    return x")])
    Clean().preprocess(found, {})
    page, _ = HTMLExporter().from_notebook_node(found)
    assert found.cells[0].source == code
    shown = BeautifulSoup(page, "html.parser").select(".jp-CodeCell pre")
    assert shown[0].text.strip() == code.strip()
    assert not shown[0].select("span.k, span.n, span.o")
    assert shown[1].select("span.k")


def test_code_is_coloured_up_to_a_bound() -> None:
    """Each character may become thirty on the page."""
    code = "x = [1, 2, 3]\n" * 500
    found = v4.new_notebook(cells=[v4.new_code_cell(code) for _ in range(40)])
    Clean().preprocess(found, {})
    plain = [cell.metadata.get("magics_language") == "text" for cell in found.cells]
    assert plain == sorted(plain)
    assert 10 < plain.count(False) < 20


@pytest.mark.parametrize("lesson", kits_own().order)
def test_the_lessons_are_coloured(lesson: str) -> None:
    found = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4)
    Clean().preprocess(found, {})
    assert not [cell for cell in found.cells if "magics_language" in cell.metadata]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("language", ["python", "html", "mermaid", "julia", "no-such-language"])
@pytest.mark.parametrize("configured", [True, False])
def test_a_block_of_code_that_takes_long_loses_its_colours(language: str, configured: bool) -> None:
    """It is shown all the same, and what stands around it is as it was."""
    text = f"**Before**\n\n> ```{language}\n> {'<?' * 9000}\n> ```\n\n~~~ {language}\n{'.' * 300}\n~~~\n\n_after_"
    found = v4.new_notebook(cells=[v4.new_markdown_cell(text)])
    Clean().preprocess(found, {})
    filters = {"markdown2html": markdown2html} if configured else {}
    page, _ = HTMLExporter(filters=filters).from_notebook_node(found)
    (cell,) = BeautifulSoup(page, "html.parser").select(".jp-MarkdownCell .jp-MarkdownOutput")
    assert "<?" * 9000 in cell.text
    assert not [block for block in cell.select(".highlight") if "<?" in block.text]
    if configured:
        assert cell.select("blockquote")
        assert cell.select("strong")[0].text == "Before"
        assert cell.select("em")[0].text == "after"


def test_an_output_of_many_colours_has_none() -> None:
    """nbconvert repeats the style for each, which makes thirty characters of one."""
    some, many = "\x1b[31mred\x1b[0m", "\x1b[1;4;38;2;250;250;250;48;2;99;99;99m" + "\x1b[Jx" * 5000
    outputs = [v4.new_output("stream", text=text) for text in (some, many)]
    outputs.append(v4.new_output("display_data", {"text/plain": many}))
    first, second, third = clean_outputs(outputs)
    assert first.text == some
    assert second.text == third.data["text/plain"] == "x" * 5000
