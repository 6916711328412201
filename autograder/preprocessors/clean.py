"""Makes what a student wrote safe to show in feedback pages and in formgrader."""

from __future__ import annotations

from typing import Any

import nh3
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

#: Representations of an output that cannot run anything in a browser.
_SAFE_OUTPUTS = ("text/plain", "image/png", "image/jpeg")


class Clean(Preprocessor):
    """Cleans Markdown of active HTML, and outputs of everything but text and pictures.

    The cards of check cells are the grader's own; `Examine` puts them in after this.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean one cell."""
        if cell.cell_type in ("markdown", "raw"):
            cell.source = clean_markdown(cell.source)
        elif cell.cell_type == "code":
            cell.outputs = [clean_output(output) for output in cell.get("outputs", [])]
        return cell, resources


def clean_markdown(text: str) -> str:
    """Markdown whose HTML holds no scripts, handlers, frames or styles; `javascript:` links lose their target."""
    if "<" not in text and "javascript:" not in text.lower() and "data:" not in text.lower():
        return text
    # nh3 escapes a lone `<` or `&`, which Markdown shows as they were; `>` begins a quotation and is kept
    cleaned = nh3.clean(text).replace("&gt;", ">").replace("&amp;", "&")
    for scheme in ("javascript:", "vbscript:", "data:text"):
        while scheme in cleaned.lower():
            place = cleaned.lower().index(scheme)
            cleaned = cleaned[:place] + cleaned[place + len(scheme) :]
    return cleaned


def clean_output(output: NotebookNode) -> NotebookNode:
    """An output with only its plain text and pictures."""
    if "data" in output:
        output.data = NotebookNode({kind: output.data[kind] for kind in _SAFE_OUTPUTS if kind in output.data})
        output.metadata = NotebookNode()
    return output
