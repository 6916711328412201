"""The wall behind the configuration: a kernel that only the sandbox knows, named in the gradebook.

Stock nbgrader writes the gradebook's kernel into each submission before it runs it. Where the kit's configuration
is lost, each submission then ends in `NoSuchKernel`: without a score, and without a line of it being run.
"""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells

#: No Jupyter has a kernel of this name.
_SPEC = {"name": "only-in-the-sandbox", "display_name": "only in the sandbox", "language": "python"}


class SaveCellsBehindTheWall(SaveCells):
    """SaveCells that names that kernel in the gradebook; the release keeps its own."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        super()._create_notebook(NotebookNode(metadata=NotebookNode(kernelspec=_SPEC)))


def put_up(assignment: Any) -> bool:
    """Name that kernel in each notebook of an assignment of the gradebook's; whether one had another before."""
    before = [notebook for notebook in assignment.notebooks if notebook.kernelspec != json.dumps(_SPEC)]
    for notebook in before:
        notebook.kernelspec = json.dumps(_SPEC)
    return bool(before)
