"""Markdown that an author wrote, as a hint is, as HTML that needs nothing beside it: formulas are MathML."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

#: `$x$` and `$$x$$`; no space within, so that "$5 and $6" are dollars.
_FORMULA = re.compile(r"\$\$(?P<shown>[^$]+)\$\$|\$(?P<within>[^\s$](?:[^$]*[^\s$])?)\$(?!\d)")


def html_of(text: str) -> Markup:
    """The text as HTML, a lone paragraph without its element; tags in it are shown and not followed."""
    html = _reader().render(text).strip()
    lone = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return Markup(html.removeprefix("<p>").removesuffix("</p>") if lone else html)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    reader.inline.ruler.before("escape", "formula", _read_formula)
    reader.add_render_rule("formula", _shown_formula)
    return reader


def _read_formula(state: StateInline, silent: bool) -> bool:
    """Take a formula as it stands: an underscore in it means no emphasis."""
    found = _FORMULA.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content, token.markup = found["shown"] or found["within"], "$$" if found["shown"] else "$"
    state.pos = found.end()
    return True


def _shown_formula(_: Any, tokens: Any, place: int, *__: Any) -> str:
    return _mathml(tokens[place].content, tokens[place].markup)


def _mathml(formula: str, mark: str) -> str:
    """A formula as browsers draw it by themselves; one that cannot be read as it was written."""
    from latex2mathml.converter import convert  # few hints have a formula

    try:
        drawn = convert(formula, display="block" if mark == "$$" else "inline")
        names = [element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()]
    except Exception:  # it has exceptions of many kinds
        names = []
    if names and all(name.startswith("m") for name in names):
        return str(drawn)
    return f"<code>{escape(mark + formula + mark)}</code>"
