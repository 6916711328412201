"""Reads submitted notebooks for `nbgrader autograde`; one that cannot be read does not stop the class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat.v4
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from traitlets import Bool

from autograder.failures import Unreadable
from autograder.nbgrader import MARK
from autograder.nbgrader.arrivals import Arrivals
from autograder.nbgrader.reading import notebook_of


class SubmissionExporter(NotebookExporter):
    """NotebookExporter that takes of a submission what it says, and nothing that it claims.

    Made once a run, it decides which submissions there are (`Arrivals`). Kept of them are the cells' sources,
    their grade_ids and pasted pictures; tags, points, outputs and all other metadata are not. What cannot be read
    becomes an empty notebook with the reason, marked as ungraded.
    """

    #: A notebook is validated after all preprocessors, not after each: that was a tenth of writing a submission.
    optimistic_validation = Bool(True).tag(config=True)

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        self.arrivals = Arrivals(self.parent)
        #: of each notebook, by assignment and name, what `RestoreCells` puts back
        self.released: dict[tuple[str, str], dict[str, NotebookNode]] = {}

    def from_filename(self, filename: str, resources: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """The exported notebook."""
        path = Path(filename)
        converter: Any = self.parent  # nbgrader's converter makes its exporter its child
        course = converter.coursedir
        if path.is_relative_to(Path(course.root) / course.autograded_directory):
            # the second pass of autograde reads the notebook that the first one wrote
            return super().from_filename(filename, resources=resources, **kwargs)
        try:
            notebook = notebook_of(self.arrivals.entry(filename))
        except Unreadable as error:
            student = (resources or {}).get("nbgrader", {}).get("student", path)
            self.log.error("%s is not graded: %s", student, error)
            notebook = _stand_in(str(error))
        return self.from_notebook_node(notebook, resources=resources, **kwargs)


def _stand_in(reason: str) -> NotebookNode:
    text = f"**This submission could not be read and is not graded:** {reason}.\n\nPlease hand it in again."
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text, id="ungraded")])
    notebook.metadata[MARK] = reason
    return notebook
