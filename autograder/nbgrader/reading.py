"""A submission as a notebook that holds what it says, and nothing that it claims."""

from __future__ import annotations

import re
from typing import Any

import nbformat.v4
from nbformat import NotebookNode

from autograder.course.grade_ids import grade_id_of
from autograder.failures import Unreadable
from autograder.nbgrader import FILE
from autograder.submission.cells import notebook_cells, source_of, submission_of, text_of
from autograder.submission.intake import HandIn

_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


def notebook_of(entry: HandIn) -> NotebookNode:
    """What a handed-in file says, as a notebook. Raises `Unreadable`."""
    if entry.path is None:
        raise Unreadable(entry.reason or "there is no file")
    text = text_of(entry.path)
    submission = submission_of(text, entry.path)
    if submission.kind == "script":
        sources = [cell.source.strip("\n") for cell in submission.cells]
        cells = [code_cell(source, f"cell-{n}") for n, source in enumerate(sources)]
    else:
        made = (_cell(each, index) for index, each in enumerate(notebook_cells(text)))
        cells = [cell for cell in made if cell is not None]
    metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        FILE: {"name": _shown(entry.path.name), "notes": [_shown(note) for note in entry.notes]},
    }
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def code_cell(source: str, identity: str) -> NotebookNode:
    """What `nbformat.v4.new_code_cell` gives, but not validated: whoever writes the notebook does that anyway."""
    outputs: list[NotebookNode] = []
    return _new("code", source, identity, execution_count=None, outputs=outputs)


def markdown_cell(source: str, identity: str) -> NotebookNode:
    """The same of Markdown."""
    return _new("markdown", source, identity)


def _new(kind: str, source: str, identity: str, **more: Any) -> NotebookNode:
    return NotebookNode(id=identity, cell_type=kind, source=source, metadata=NotebookNode(), **more)


def _shown(text: str) -> str:
    """A text that any file and page can hold: a file's name may have any bytes."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _cell(raw: Any, index: int) -> NotebookNode | None:
    """A new cell with the source of a submitted one; None for what is no cell at all."""
    if not isinstance(raw, dict) or not isinstance(raw.get("source", ""), (str, list)):
        return None
    source = source_of(raw).encode("utf-8", "replace").decode("utf-8")  # lone surrogates fit into no file
    identity = f"cell-{index}"
    if raw.get("cell_type") == "code":
        cell = code_cell(source, identity)
    else:
        cell = markdown_cell(source, identity)
        attachments = _pictures(raw.get("attachments"))
        if attachments:
            cell.attachments = attachments
    grade_id = grade_id_of(raw.get("metadata"))
    if grade_id is not None and grade_id.isascii():
        cell.metadata["nbgrader"] = NotebookNode({"grade_id": grade_id})
    return cell


def _pictures(attachments: Any) -> NotebookNode:
    found = NotebookNode()
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        kept = {
            kind: bundle[kind]
            for kind in _PICTURES
            if isinstance(bundle, dict) and isinstance(bundle.get(kind), str) and _BASE64.fullmatch(bundle[kind])
        }
        if kept and name.isprintable():  # a lone surrogate is not
            found[name] = kept
    return found
