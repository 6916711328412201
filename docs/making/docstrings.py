"""In the docstrings of this kit, `name: what it is` tells of a parameter; here its name stands out."""

from __future__ import annotations

import inspect
import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def read(app: Sphinx, what: str, name: str, described: Any, options: Any, lines: list[str]) -> None:
    """Set the names of parameters and fields in bold, where a sentence about them begins."""
    try:
        names = inspect.signature(described).parameters
    except (TypeError, ValueError):
        return
    if names:
        begins = re.compile(rf"(^|(?<=[.;] ))({'|'.join(names)}):(?= )", re.MULTILINE)
        lines[:] = begins.sub(r"\1**\2**:", "\n".join(lines)).split("\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look at each docstring as it is read."""
    app.connect("autodoc-process-docstring", read)
    return {"parallel_read_safe": True}
