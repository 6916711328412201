"""Code in colours, as far as that is quick: some would make a page slow, or large."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.report.html import harmless

#: Characters of code that are coloured, in a cell and in a notebook; the lessons have 20,000 in all. Each may
#: become thirty on a page.
CELL, NOTEBOOK = 20_000, 100_000

#: pygments looks ahead from each character of such a run to its end, so that 60,000 dots take it a minute.
_LONG_RUN = re.compile(r"[\w.*]{400}|\s{200}|[^\n]{2000}")
#: Their colours are legible on white, and on black.
_BY_DAY, _BY_NIGHT = "default", "github-dark"
#: What the classes of the colours begin with, where nothing else gives them names.
_PREFIX = "c-"


def is_quick(code: str, length: int = CELL) -> bool:
    """Whether pygments colours this code quickly: it is no longer than `length`, and has no long runs."""
    return len(code) <= length and _LONG_RUN.search(code) is None


def coloured(code: str) -> Markup:
    """Python code as HTML, in colours where that is quick."""
    if not is_quick(code):
        return Markup(escape(harmless(code.expandtabs(4))))
    return _coloured(code)


@lru_cache(maxsize=500)  # most of the code in a class is the lesson's own
def _coloured(code: str) -> Markup:
    html = highlight(harmless(code.expandtabs(4)), PythonLexer(stripnl=False), _formatter(_BY_DAY))
    return Markup(html.rstrip("\n"))


@cache
def style() -> str:
    """The style sheet of the colours, by day and by night."""
    return f"{_formatter(_BY_DAY).get_style_defs('pre')}\n{by_night('pre')}"


def by_night(within: str, prefix: str = _PREFIX) -> str:
    """The style sheet of the colours on a dark ground. within: a selector. prefix: of the names of classes."""
    rules = _formatter(_BY_NIGHT, prefix).get_style_defs(within)
    return f"@media (prefers-color-scheme: dark) {{\n{rules}\n}}"


@cache
def _formatter(name: str, prefix: str = _PREFIX) -> HtmlFormatter:
    return HtmlFormatter(nowrap=True, classprefix=prefix, style=name)
