"""Which code in a student's text, and which of its output, is shown in colours."""

from __future__ import annotations

from nbconvert.filters.ansi import strip_ansi

from autograder.report.code import is_quick

#: Characters of a block of code in Markdown that is coloured.
_BLOCK = 4_000

#: Of the languages that pygments knows, those whose rules have been looked at.
_LANGUAGES = {"python", "python3", "py", "py3", "ipython", "ipython3", "text", "bash", "sh", "json", "html"}

#: Colours in a text that nbconvert makes into HTML; it copies the rest of the text for each of them.
_COLOURS = 500


def is_quick_in(language: str, code: str) -> bool:
    """Whether pygments colours a block of code in Markdown quickly, whose author names a language.

    The rules of some languages take the square of any text's length, so a block is shorter than a cell.
    """
    return language.lower() in _LANGUAGES and is_quick(code, _BLOCK)


def without_many_colours(text: str) -> str:
    """An output without its escape sequences, where they are many."""
    return text if text.count("\x1b") <= _COLOURS else str(strip_ansi(text)).replace("\x1b", "")
