"""The text of a lesson, as HTML that needs nothing beside it."""

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
    """Markdown of a lesson's author as HTML, with its formulas as MathML. Never for what a student wrote.

    Its headings are below those of the page that it is on.
    """
    renderer = _renderer()
    tokens = renderer.parse(markdown)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    return Markup(renderer.renderer.render(tokens, renderer.options, {}))


@cache
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": True}).enable("table")
    renderer.use(amsmath_plugin, renderer=lambda tex: mathml(tex, display=True) or str(escape(tex)))
    return renderer.use(dollarmath_plugin, allow_labels=False, double_inline=True, renderer=_formula)


def _formula(tex: str, options: dict[str, Any]) -> str:
    return mathml(tex, display=bool(options["display_mode"])) or str(escape(tex))
