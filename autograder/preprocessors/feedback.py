"""Makes feedback pages as nbgrader does; not graded is not zero there, either."""

from __future__ import annotations

import re
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from autograder.preprocessors.exporter import MARK

_NO_SCORE = re.compile(r"Score: 0\.0 / \d+\.\d+")


class FeedbackPage(HTMLExporter):
    """HTMLExporter whose page of an ungraded submission shows no score, until a person has given one."""

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kwargs: Any) -> Any:
        """The page, and the resources that it was made with."""
        page, resources = super().from_notebook_node(nb, resources, **kwargs)
        if MARK in nb.metadata and _waits_for_a_person(resources["nbgrader"]):
            page = _NO_SCORE.sub("not graded", page)
        return page, resources


def _waits_for_a_person(names: dict[str, str]) -> bool:
    with Gradebook(names["db_url"]) as gradebook:
        submitted = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
        return bool(submitted.needs_manual_grade)
