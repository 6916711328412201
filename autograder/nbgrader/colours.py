"""Which code of a student's is shown in colours: the rest would make a page slow, or large."""

from __future__ import annotations

import re

from nbconvert.filters.ansi import strip_ansi

#: Characters of code that are coloured, in a cell and in a notebook; the lessons have 20,000 in all. Each may
#: become thirty on a page.
CELL, NOTEBOOK = 20_000, 100_000
_BLOCK = 4_000

#: pygments looks ahead from each character of such a run to its end, so that 60,000 dots take it a minute.
_LONG_RUN = re.compile(r"[\w.*]{400}|\s{200}|[^\n]{2000}")

#: Of the languages that pygments knows, those whose rules have been looked at.
_LANGUAGES = {"python", "python3", "py", "py3", "ipython", "ipython3", "text", "bash", "sh", "json", "html"}

#: Colours in a text that nbconvert makes into HTML; it copies the rest of the text for each of them.
_COLOURS = 500


def is_quick(code: str, length: int = CELL) -> bool:
    """Whether pygments colours this code quickly: it is no longer than `length`, and has no long runs."""
    return len(code) <= length and _LONG_RUN.search(code) is None


def is_quick_in(language: str, code: str) -> bool:
    """The same for a block of code in Markdown, whose author names a language.

    The rules of some languages take the square of any text's length, so a block is shorter than a cell.
    """
    return language.lower() in _LANGUAGES and is_quick(code, _BLOCK)


def without_many_colours(text: str) -> str:
    """An output without its escape sequences, where they are many."""
    return text if text.count("\x1b") <= _COLOURS else str(strip_ansi(text)).replace("\x1b", "")
