"""Makes what a student wrote safe to show in feedback pages and in formgrader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.nbgrader import colours

#: Representations of an output that cannot run anything in a browser.
_SAFE_OUTPUTS = ("text/plain", "image/png", "image/jpeg")

#: Characters of Markdown that are parsed, in a cell and in a notebook: nbconvert takes seconds for 20,000 of
#: the worst kind, with the square of their number. The lessons have 20,000 in all.
_CELL, _NOTEBOOK = 20_000, 200_000
#: Characters of a notebook that are shown as they were written; then a few of each cell.
_SHOWN, _FEW = 1_000_000, 200

#: Elements that do nothing; of them, these are never closed; and what they may say.
_NAMES = (
    "a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h1|h2|h3|h4|h5|h6|hr|i|img|ins|kbd|li|mark|"
    "ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
_VOID = {"br", "hr", "img"}
_WORDS = "align|alt|color|colspan|height|href|open|rowspan|size|src|start|title|width"
_TAGS, _ATTRIBUTES = set(_NAMES.split("|")), set(_WORDS.split("|"))
#: Elements that are taken out. Any other word after a `<` is no HTML: somebody compares two variables.
_DROPPED = re.compile(
    "applet|audio|base|body|button|canvas|embed|form|frame|frameset|head|html|iframe|input|link|math|meta|noscript|"
    "object|script|select|style|svg|template|textarea|title|video"
)
_SCHEMES = {"http", "https", "mailto", "attachment"}

# `[ \t\n]` and not `\s`: a tag that a browser ends elsewhere would hide what follows
_VALUE = r"""[ \t\n]*=[ \t\n]*("[^"]*"|'[^']*'|[\w.%#-]+)"""
_ATTRIBUTE = rf"[ \t\n]+(?:{_WORDS})(?:{_VALUE})?"
_TAG = rf"<(?P<close>/?)(?P<name>{_NAMES})(?P<attributes>(?:{_ATTRIBUTE})*)[ \t\n]*/?>"
_COMMENT = r"<!--(?!-?>)(?:[^-]|-(?!-))*-->"
_HARMLESS = re.compile(rf"[^<]+|<(?=[\s\d=])|{_COMMENT}|{_TAG}", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(rf"(?:href|src){_VALUE}", re.IGNORECASE | re.ASCII)
_OPENING = re.compile(r"<(?=/?(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)(?P<end>>?))")
_SCHEME = re.compile(r"(?:javascript|vbscript):|data:(?=\w+/(?!png|jpeg|gif))", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[\w+/=]*")

#: MathJax makes links, styles and classes of these.
_ACTIVE_TEX = re.compile(r"\\(?=(?:href|style|class|cssId|require|mmlToken)(?![A-Za-z]))")

#: Code and formulas, where `<` is no HTML; what this takes for one and Markdown does not is found afterwards.
_VERBATIM = re.compile(
    r"""
    ^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}(?P=fence)[`~]*[ \t]*$|\Z)
    | (?:(?:\A|(?<=\n\n))(?:[ ]{4}|\t)[^\n]*(?:\n(?:[ ]{4}|\t)[^\n]*)*)
    | (?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)
    | \$\$.*?\$\$ | \\\\\[.*?\\\\\] | \\\\\(.*?\\\\\)
    | \\begin\{(?P<environment>[a-z]*\*?)\}.*?\\end\{(?P=environment)\}
    | (?<![$\\])\$[^$]+(?<!\\)\$
    | <(?:https?://|[\w.+-]+@)[^<>\s]*>
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_PLACE = re.compile("\ue000(\\d+)\ue001")

#: The words behind the marks that open a block of code: its language.
_LANGUAGE = re.compile(r"^((?:[ \t>*+-]|\d+[.)])*(?:`{3,}|~{3,}))[^\n]*", re.MULTILINE)


class Clean(NbGraderPreprocessor):  # one of nbconvert's own would have to be enabled
    """Cleans Markdown of active HTML, and outputs of everything but text and pictures.

    Code that would take long to colour is shown without colours. The cards of check cells are the grader's own;
    `Examine` puts them in after this.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean one notebook, in place."""
        left, coloured = _NOTEBOOK, colours.NOTEBOOK
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.outputs = clean_outputs(cell.get("outputs", []))
                coloured -= len(cell.source)
                if coloured < 0 or not colours.is_quick(cell.source):
                    cell.metadata["magics_language"] = "text"  # what nbconvert colours the cell as
                continue
            left -= len(cell.source)
            attachments = cell.get("attachments", {})
            if left >= 0:
                cell.source = clean_markdown(cell.source, attachments)
            else:
                cell.source = as_code(cell.source, _CELL if left >= _NOTEBOOK - _SHOWN else _FEW)
        return nb, resources


def clean_markdown(text: str, attachments: dict[str, Any] | None = None) -> str:
    """Markdown that runs nothing: without scripts, handlers, frames, styles and `javascript:` links.

    What is harmless stays as it is, character by character. Of the rest, code and formulas do, and the HTML is
    cleaned; what is active even then is shown as it was written. `attachments`: the pictures that there are.
    """
    if len(text) > _CELL:
        return as_code(text)
    if _is_harmless(text, attachments):
        return text
    for same in (text, _LANGUAGE.sub(r"\1", text)):
        cleaned = _without_active_html(same)
        if _is_harmless(cleaned, attachments):
            return cleaned
    return as_code(text)


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
                if kind in texts:
                    texts[kind] = colours.without_many_colours(texts[kind])
        if output.get("data", True):
            kept.append(output)
    return kept


class _Inspector(IPythonRenderer):
    """nbconvert's renderer, which makes those pages; it takes down what could be active."""

    def __init__(self, attachments: dict[str, Any] | None) -> None:
        super().__init__(escape=False, attachments=attachments)
        self.html: list[str] = []
        self.harmless = True
        self._all_there = attachments is None

    def block_html(self, html: str) -> str:
        self.html.append(html)
        return str(super().block_html(html))

    def inline_html(self, html: str) -> str:
        self.html.append(html)
        return str(super().inline_html(html))

    def link(self, text: str, url: str, title: str | None = None) -> str:
        self.harmless &= _is_harmless_address(url)
        return str(super().link(text, url, title))

    def image(self, text: str, url: str, title: str | None = None) -> str:
        self.harmless &= _is_harmless_address(url)
        known = self._all_there and url.startswith("attachment:")
        return "" if known else str(super().image(text, url, title))

    def block_code(self, code: str, info: str | None = None) -> str:
        """Mermaid's is not escaped, and to colour some other languages takes for ever."""
        self.harmless &= not info or not info.strip() or colours.is_quick_in(info.split()[0], code)
        return ""


def _is_harmless(text: str, attachments: dict[str, Any] | None) -> bool:
    if _ACTIVE_TEX.search(unescape(text)):
        return False
    inspector = _Inspector(attachments)
    try:
        MarkdownWithMath(renderer=inspector).render(text)
    except Exception:  # as of a picture that is missing: nbconvert could not make the page either
        return False
    return inspector.harmless and _is_harmless_html(inspector.html)


def _is_harmless_html(pieces: Iterable[str]) -> bool:
    """Whether pieces of HTML hold only tags that are known to do nothing, each closed where it should be."""
    opened: list[str] = []
    for piece in pieces:
        place = 0
        while place < len(piece):
            found = _HARMLESS.match(piece, place)
            if found is None:
                return False
            place = found.end()
            name = (found["name"] or "").lower()
            if found["close"]:
                if not opened or opened.pop() != name:
                    return False
            elif name and name not in _VOID:
                opened.append(name)
            if not all(map(_is_harmless_address, _ADDRESS.findall(found["attributes"] or ""))):
                return False
    return not opened


def _is_harmless_address(url: str) -> bool:
    # browsers skip spaces and control characters here
    plain = "".join(c for c in unescape(url).strip("\"'") if c > " ")
    scheme = re.match(r"([^/?#]*?):", plain)
    return scheme is None or scheme[1].lower() in _SCHEMES or _PICTURE.fullmatch(plain) is not None


def _without_active_html(text: str) -> str:
    verbatim: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        verbatim.append(match[0])
        return f"\ue000{len(verbatim) - 1}\ue001"

    aside = _VERBATIM.sub(put_aside, text.replace("\ue000", "").replace("\ue001", ""))
    html = _OPENING.sub(lambda opening: "<" if _begins_a_tag(opening) else "&lt;", aside)
    # nh3 escapes a lone `<` or `&`, which Markdown shows as they were; `>` begins a quotation and is kept
    cleaned = nh3.clean(html, tags=_TAGS, attributes={"*": _ATTRIBUTES}, link_rel=None, url_schemes=_SCHEMES)
    cleaned = _SCHEME.sub("", cleaned.replace("&gt;", ">").replace("&amp;", "&"))
    cleaned = _PLACE.sub(lambda place: verbatim[int(place[1])], cleaned)
    return _ACTIVE_TEX.sub("", cleaned)


def _begins_a_tag(opening: re.Match[str]) -> bool:
    """Whether a `<` begins a tag, and not a comparison as in `a <b and c> d`."""
    name, rest = opening["name"].lower(), opening["rest"].strip(" \t\n/")
    if _DROPPED.fullmatch(name):
        return True
    known = not rest or "=" in rest or set(rest.lower().split()) <= _ATTRIBUTES
    return name in _TAGS and bool(opening["end"]) and known
