"""Makes what a student wrote safe to show in feedback pages and in formgrader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import nh3
from jinja2 import pass_context
from nbconvert.filters.ansi import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from pygments.token import STANDARD_TYPES

from autograder.report.code import NOTEBOOK, is_quick

#: Representations of an output that cannot run anything in a browser.
_SAFE_OUTPUTS = ("text/plain", "image/png", "image/jpeg")

#: Characters of Markdown that are parsed, in a cell and in a notebook: nbconvert takes seconds for 20,000 of
#: the worst kind, with the square of their number. The lessons have 20,000 in all.
_CELL, _NOTEBOOK = 20_000, 200_000
#: Characters of a notebook that are shown as they were written; then a few of each cell.
_SHOWN, _FEW = 1_000_000, 200
#: Of the languages that pygments knows, those whose rules have been looked at.
_LANGUAGES = {"python", "python3", "py", "py3", "ipython", "ipython3", "text", "bash", "sh", "json", "html"}
#: Characters of a block of code in Markdown that is coloured, shorter than a cell: its author names the language,
#: and the rules of some take the square of any text's length.
_BLOCK = 4_000
#: Colours in a text that nbconvert makes into HTML; it copies the rest of the text for each of them.
_COLOURS = 500

#: Where a cell keeps what was written, if no page but ours may be made of that.
WRITTEN = "autograder_written"

#: Elements that do nothing, and what they may say.
_NAMES = (
    "a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h1|h2|h3|h4|h5|h6|hr|i|img|ins|kbd|li|mark|"
    "ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
_WORDS = "align|alt|class|color|colspan|height|href|id|open|rowspan|size|src|start|style|title|width"
_TAGS, _ATTRIBUTES = set(_NAMES.split("|")), {"*": set(_WORDS.split("|"))}
_SCHEMES = {"http", "https", "mailto", "data"}
#: Elements that are taken out. Any other word after a `<` is no HTML: somebody compares two variables.
_DROPPED = re.compile(
    "applet|audio|base|body|button|canvas|embed|form|frame|frameset|head|html|iframe|input|link|math|meta|noscript|"
    "object|script|select|style|svg|template|textarea|title|video",
    re.IGNORECASE,
)
_COMPARISON = re.compile(r"<(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>=]*)>")
#: The classes that nbconvert and pygments give.
_CLASSES = {*STANDARD_TYPES.values(), "highlight", "anchor-link", "task-list-item"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[\w+/=]*")

#: MathJax makes links, styles and classes of these.
_ACTIVE_TEX = re.compile(r"\\+(?=(?:href|style|class|cssId|require|mmlToken)(?![A-Za-z]))")

#: What Markdown makes of `- [ ]` and `- [x]`: the only input fields, so they are shown as characters.
_BOX = '<input class="task-list-item-checkbox" type="checkbox" disabled'


class Clean(NbGraderPreprocessor):  # one of nbconvert's own would have to be enabled
    """Leaves no Markdown that takes long or that runs something, and of outputs text and pictures only.

    Markdown with active HTML is put aside, where `markdown2html` finds it. The cell shows it as code, so that it
    runs nothing in a formgrader either that was started without the course's configuration. Code that would take
    long to colour is shown without colours. The cards of check cells are the grader's own; `Examine` puts them in
    after this.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean one notebook, in place."""
        left, coloured = _NOTEBOOK, NOTEBOOK
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.outputs = clean_outputs(cell.get("outputs", []))
                coloured -= len(cell.source)
                if coloured < 0 or not is_quick(cell.source):
                    cell.metadata["magics_language"] = "text"  # what nbconvert colours the cell as
                continue
            left -= len(cell.source)
            if left < 0 or len(cell.source) > _CELL:
                cell.source = as_code(cell.source, _CELL if left >= _NOTEBOOK - _SHOWN else _FEW)
            elif _is_active(cell):
                cell.metadata[WRITTEN] = cell.source
                cell.source = as_code(cell.source)
        return nb, resources


@pass_context
def markdown2html(context: Mapping[str, Any], source: str) -> str:
    """The HTML of Markdown without scripts, handlers, frames, styles and `javascript:` links.

    `HTMLExporter.filters` names it: all pages are made with it, those of formgrader as well. What takes long to
    colour has no colours, and what nbconvert could not make a page of is shown as it was written.
    """
    cell = context.get("cell", {})
    written = cell.get("metadata", {}).get(WRITTEN, source) if source == cell.get("source") else source
    attachments = cell.get("attachments", {})
    return _html(written, attachments) if attachments else _html_of_text(written)


@lru_cache(maxsize=500)  # most of the text in a class is the lesson's own
def _html_of_text(written: str) -> str:
    return _html(written, {})


def _html(written: str, attachments: dict[str, Any]) -> str:
    try:
        html, _ = _rendered(written, attachments)
    except Exception:  # as of a picture that is missing
        html, _ = _rendered(as_code(written), {})
    return _clean(html)


def as_code(text: str, length: int = _CELL) -> str:
    """Markdown that shows a text, or its first `length` characters, as it is."""
    cut = text if len(text) <= length else f"{text[:length]}\n[{len(text):,} characters, cut here]"
    fence = "~" * max(3, 1 + max(map(len, re.findall("~+", cut)), default=0))
    return f"{fence}\n{cut}\n{fence}"


def clean_outputs(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """The outputs with only their plain text and pictures; those that have neither are left out."""
    kept = []
    for output in outputs:
        if "data" in output:
            output.data = NotebookNode({kind: output.data[kind] for kind in _SAFE_OUTPUTS if kind in output.data})
            output.metadata = NotebookNode()
        for texts in (output, output.get("data", {})):
            for kind in ("text", "text/plain"):
                if texts.get(kind, "").count("\x1b") > _COLOURS:
                    texts[kind] = str(strip_ansi(texts[kind])).replace("\x1b", "")
        if output.get("data", True):
            kept.append(output)
    return kept


class _Renderer(IPythonRenderer):
    """nbconvert's renderer, but for code in languages whose colours take for ever, and for comparisons."""

    #: whether nbconvert's own gives the same
    same = True

    def block_code(self, code: str, info: str | None = None) -> str:
        language = (info or "").split()[:1]
        if language and not (language[0].lower() in _LANGUAGES and is_quick(code, _BLOCK)):
            self.same, info = False, None
        return str(super().block_code(code, info))

    def inline_html(self, html: str) -> str:
        found = _COMPARISON.fullmatch(html)
        if found is None or _DROPPED.fullmatch(found["name"]):
            return str(super().inline_html(html))
        words = set(found["rest"].strip(" /").lower().split())
        if found["name"].lower() in _TAGS and words <= _ATTRIBUTES["*"]:
            return str(super().inline_html(html))
        self.same = False
        return str(self.escape_html(html))


def _rendered(text: str, attachments: dict[str, Any]) -> tuple[str, bool]:
    """The HTML of Markdown, not yet cleaned, and whether nbconvert's own renderer gives the same."""
    renderer = _Renderer(escape=False, attachments=attachments)
    html = str(MarkdownWithMath(renderer=renderer).render(text))
    for end, box in ((" checked/>", "\N{BALLOT BOX WITH CHECK} "), ("/>", "\N{BALLOT BOX} ")):
        html = html.replace(_BOX + end, box)
    return html, renderer.same


def _is_active(cell: NotebookNode) -> bool:
    attachments = cell.get("attachments", {})
    return _holds_more(cell.source, attachments) if attachments else _text_holds_more(cell.source)


@lru_cache(maxsize=500)
def _text_holds_more(text: str) -> bool:
    return _holds_more(text, {})


def _holds_more(text: str, attachments: dict[str, Any]) -> bool:
    """Whether a page of nbconvert's own would hold anything that ours does not, or could not be made at all.

    HTML that is only written in another way than nh3 writes it counts as active.
    """
    try:
        html, same = _rendered(text, attachments)
    except Exception:  # as of a picture that is missing
        return True
    plain = html.replace(" />", ">").replace("&quot;", '"').replace("\xa0", "&nbsp;")
    return not same or _in_ascii(plain) != _in_ascii(_clean(html))


def _in_ascii(html: str) -> bytes:
    return html.encode("ascii", "xmlcharrefreplace")  # as nbconvert writes headings


def _clean(html: str) -> str:
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_harmless,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return _ACTIVE_TEX.sub("", cleaned)


def _harmless(tag: str, name: str, value: str) -> str | None:
    """What an attribute that may be there says, as far as that does nothing to the rest of the page."""
    if name == "class":
        return " ".join(word for word in value.split() if word in _CLASSES) or None
    if name == "id":  # of a heading, which a link may lead to
        return value if re.fullmatch("h[1-6]", tag) else None
    if name == "style":
        return value if re.fullmatch("text-align:[a-z]+", value) else None
    if name in ("href", "src"):
        plain = "".join(c for c in value if c > " ")  # browsers skip spaces and control characters here
        is_data = plain.lower().startswith("data:")
        return value if not is_data or (name == "src" and _PICTURE.fullmatch(plain)) else None
    return value
