"""What a student sees of a mistake: the card of one, as a notebook shows it."""

from __future__ import annotations

import nbformat
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from autograder.course.mistakes import mistakes_of
from autograder.examiner.digest import software
from docs.making.kept import kept
from docs.making.lessons import executed
from docs.making.mistakes import sources

LESSON, EXERCISE, WORDS = "activations", "softmax", "over the whole tensor"
#: The line of a page in whose place it is shown.
HERE = "<!-- docs/making/card.py shows a card here -->"


def shown() -> str:
    """The card, as HTML."""
    mistake = next(one for one in mistakes_of(LESSON, EXERCISE) if WORDS in one.name)
    cells = ["import torch\nfrom autograder import check", mistake.spellings[0], f'check("{EXERCISE}")']
    run = executed([nbformat.v4.new_code_cell(cell) for cell in cells])
    return next(str(output.data["text/html"]) for output in run.cells[-1].outputs if "data" in output)


def read(app: Sphinx, name: str, source: list[str]) -> None:
    """Show the card on a page that asks for it."""
    if HERE in source[0] and app.config.drawn:
        card = kept(LESSON, "card", [software(), sources(LESSON)], shown)
        source[0] = source[0].replace(HERE, f"`````{{raw}} html\n{card}\n`````")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look for the line on each page as it is read."""
    app.connect("source-read", read)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
