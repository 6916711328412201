"""What an author wrote in Markdown, as HTML that needs nothing beside it: formulas are MathML."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from autograder.report.formulas import mathml


@lru_cache(maxsize=500)  # the same for a whole class
def prose(markdown: str) -> Markup:
    """The text of a lesson, with its tags. Never for what a student wrote.

    Its headings are below those of the page that it is on.
    """
    renderer = _renderer(tags=True)
    tokens = renderer.parse(markdown)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    return Markup(renderer.renderer.render(tokens, renderer.options, {}))


def remark(markdown: str) -> Markup:
    """A few words, as a hint is: a lone paragraph without its element; tags in it are shown and not followed."""
    html = _renderer(tags=False).render(markdown).strip()
    lone = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return Markup(html.removeprefix("<p>").removesuffix("</p>") if lone else html)


@cache
def _renderer(*, tags: bool) -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": tags}).enable("table")
    renderer.use(amsmath_plugin, renderer=lambda tex: _drawn(tex, display=True))
    # no space within and no digit after it, so that "$5 and $6" are dollars
    strict = {"allow_labels": False, "allow_space": False, "allow_digits": False}
    return renderer.use(dollarmath_plugin, **strict, double_inline=True, renderer=_formula)


def _formula(tex: str, options: dict[str, Any]) -> str:
    return _drawn(tex, display=bool(options["display_mode"]))


def _drawn(tex: str, *, display: bool) -> str:
    """A formula; one that cannot be read as it was written."""
    mark = "$$" if display else "$"
    return mathml(tex, display=display) or f"<code>{escape(mark + tex + mark)}</code>"
