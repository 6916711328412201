"""Reads submitted notebooks for `nbgrader autograde`; one that cannot be read does not stop the class."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat.v4
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from autograder.course.grade_ids import grade_id_of
from autograder.nbgrader import FILE, MARK
from autograder.nbgrader.arrivals import Arrivals
from autograder.submission.cells import notebook_cells, submission_of, text_of
from autograder.submission.intake import HandIn
from autograder.submission.opening import Unreadable

_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


class SubmissionExporter(NotebookExporter):
    """NotebookExporter that takes of a submission what it says, and nothing that it claims.

    Made once a run, it decides which submissions there are (`Arrivals`). Kept of them are the cells' sources,
    their grade_ids and pasted pictures; tags, points, outputs and all other metadata are not. What cannot be read
    becomes an empty notebook with the reason, marked as ungraded.
    """

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        self.arrivals = Arrivals(self.parent)

    def from_filename(self, filename: str, resources: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """The exported notebook."""
        path = Path(filename)
        if self._is_ours(path):
            return super().from_filename(filename, resources=resources, **kwargs)
        try:
            notebook = _notebook(self.arrivals.entry(filename))
        except Unreadable as error:
            student = (resources or {}).get("nbgrader", {}).get("student", path)
            self.log.error("%s is not graded: %s", student, error)
            notebook = _stand_in(str(error))
        return self.from_notebook_node(notebook, resources=resources, **kwargs)

    def _is_ours(self, path: Path) -> bool:
        """The second pass of autograde reads the notebook that the first one wrote."""
        converter: Any = self.parent  # nbgrader's converter makes its exporter its child
        course = converter.coursedir
        return path.is_relative_to(Path(course.root) / course.autograded_directory)


def _notebook(entry: HandIn) -> NotebookNode:
    if entry.path is None:
        raise Unreadable(entry.reason or "there is no file")
    text = text_of(entry.path)
    submission = submission_of(text, entry.path)
    if submission.kind == "script":
        sources = [cell.source.strip("\n") for cell in submission.cells]
        cells = [nbformat.v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources)]
    else:
        made = (_cell(each, index) for index, each in enumerate(notebook_cells(text)))
        cells = [cell for cell in made if cell is not None]
    metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        FILE: {"name": _shown(entry.path.name), "notes": [_shown(note) for note in entry.notes]},
    }
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def _shown(text: str) -> str:
    """A text that any file and page can hold: a file's name may have any bytes."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _cell(raw: Any, index: int) -> NotebookNode | None:
    """A new cell with the source of a submitted one; None for what is no cell at all."""
    if not isinstance(raw, dict):
        return None
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    source = source.encode("utf-8", "replace").decode("utf-8")  # lone surrogates fit into no file
    identity = f"cell-{index}"
    if raw.get("cell_type") == "code":
        cell = nbformat.v4.new_code_cell(source, id=identity)
    else:
        cell = nbformat.v4.new_markdown_cell(source, id=identity)
        attachments = _pictures(raw.get("attachments"))
        if attachments:
            cell.attachments = attachments
    grade_id = grade_id_of(raw.get("metadata"))
    if grade_id is not None and grade_id.isascii():
        cell.metadata["nbgrader"] = {"grade_id": grade_id}
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


def _stand_in(reason: str) -> NotebookNode:
    text = f"**This submission could not be read and is not graded:** {reason}.\n\nPlease hand it in again."
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text, id="ungraded")])
    notebook.metadata[MARK] = reason
    return notebook
