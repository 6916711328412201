"""Formulas on a page of nbconvert's: MathJax would have to be fetched, but MathML is drawn as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from autograder.report.formulas import mathml

#: The tags of a page, in which each attribute's value stands within quotes.
_TAG = re.compile(r"""<[A-Za-z/!](?:"[^"]*"|'[^']*'|[^"'>])*>""")
#: Elements in which no dollar means a formula.
_CODE = re.compile(r"<(/?)(?:pre|code|script|style|svg|math)\b")
#: What MathJax takes for formulas.
_FORMULA = re.compile(
    r"\$\$(?P<display>[^$]{1,1000}?)\$\$"
    r"|(?<![\\$])\$(?P<inline>[^$]{1,1000}?)(?<!\\)\$"
    r"|\\begin\{(?P<name>[a-z]{1,20}\*?)\}.{1,1000}?\\end\{(?P=name)\}",
    re.DOTALL,
)


@lru_cache(maxsize=500)  # most of the text in a class is the lesson's own
def with_formulas(page: str) -> str:
    """A part of a page with its formulas as MathML; those that cannot be drawn stay as they were written."""
    return "".join(_pieces(page)) if "$" in page or "\\begin" in page else page


def _pieces(page: str) -> Iterator[str]:
    depth = end = 0
    for tag in _TAG.finditer(page):
        yield _drawn(page[end : tag.start()], depth)
        yield tag[0]
        end, code = tag.end(), _CODE.match(tag[0])
        if code is not None:
            depth = max(0, depth + (-1 if code[1] else 1))
    yield _drawn(page[end:], depth)


def _drawn(text: str, depth: int) -> str:
    return text if depth else _FORMULA.sub(_as_mathml, text)


def _as_mathml(found: re.Match[str]) -> str:
    tex = html.unescape(found["display"] or found["inline"] or found[0])
    return mathml(tex.strip(), display=found["inline"] is None) or found[0]
