"""The lessons to read: the released notebooks, with the pictures that the source notebooks draw.

Nothing of a solution is on them: the text and the code are those that students get.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from pathlib import Path

import matplotlib
import nbformat
import torch
from nbclient import NotebookClient
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from docs.making.kept import MADE, kept, look_again

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "autograder" / "worker" / "pictures.mplstyle"
#: A cell of a source notebook may take this long.
SECONDS = 600
#: What a notebook draws with here: lines that stay sharp, in files that are the same each time.
SHARP = """\
%config InlineBackend.figure_formats = ["svg"]
import matplotlib
matplotlib.rcParams["svg.hashsalt"] = "docs"
"""
_BADGE = re.compile(r"!\[([^\]]*)\]\(https?:[^)]*\)")

log = logging.getLogger(__name__)


def page(lesson: str, drawn: bool) -> str:
    """A lesson as Markdown; drawn: with what its cells print and draw."""
    cells = notebook("release", lesson).cells
    results = outputs(lesson) if drawn else {}
    return "\n\n".join(_cell(cell, lesson, results.get(cell.id, [])) for cell in cells)


def notebook(folder: str, lesson: str) -> NotebookNode:
    """A lesson's notebook, of `source` or of `release`."""
    found: NotebookNode = nbformat.read(ROOT / folder / lesson / f"{lesson}.ipynb", as_version=4)
    return found


def outputs(lesson: str) -> dict[str, list[NotebookNode]]:
    """What each cell of the source notebook gives, by the cell's id; it is run where it has changed."""
    source = notebook("source", lesson)
    style = STYLE.read_text(encoding="utf-8")
    text = kept(
        lesson,
        "notebook",
        [source, SHARP, style, torch.__version__, matplotlib.__version__],
        lambda: nbformat.writes(drawn_by(lesson, source)),
    )
    return {cell.id: cell.outputs for cell in nbformat.reads(text, as_version=4).cells if cell.cell_type == "code"}


def drawn_by(lesson: str, source: NotebookNode) -> NotebookNode:
    """The notebook after a run of all its cells but the checks, which draw nothing."""
    log.info("drawing the pictures of %s ...", lesson)
    cells = [cell for cell in source.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    return executed([nbformat.v4.new_code_cell(SHARP), *cells])


def executed(cells: Sequence[NotebookNode]) -> NotebookNode:
    """A notebook of these cells after a run in a kernel; raises what nbclient does where one of them raises."""
    run: NotebookNode = nbformat.v4.new_notebook(cells=list(cells))
    place = {"metadata": {"path": str(ROOT)}}
    quiet = ["--IPKernelApp.log_level=ERROR"]
    NotebookClient(run, timeout=SECONDS, kernel_name="python3", resources=place, extra_arguments=quiet).execute()
    return run


def _cell(cell: NotebookNode, lesson: str, results: list[NotebookNode]) -> str:
    if cell.cell_type == "markdown":
        return _BADGE.sub(r"\1", cell.source)  # a picture from elsewhere; its words are in it
    code = f"```python\n{cell.source}\n```"
    if "folded" in cell.metadata.get("tags", ()):
        code = f'<details class="folded"><summary>The code of this picture</summary>\n\n{code}\n\n</details>'
    return "\n\n".join([code, *(_output(one, lesson, f"{cell.id}-{n}") for n, one in enumerate(results))])


def _output(output: NotebookNode, lesson: str, name: str) -> str:
    """A picture or a text; what only a notebook can show is left out."""
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return _picture(data["image/svg+xml"].encode(), lesson, f"{name}.svg")
    if "image/png" in data:
        return _picture(base64.b64decode(data["image/png"]), lesson, f"{name}.png")
    text = output.get("text", "" if "text/html" in data else data.get("text/plain", ""))
    return f"```{{code-block}} text\n:class: printed\n\n{text.rstrip()}\n```" if text.strip() else ""


def _picture(data: bytes, lesson: str, name: str) -> str:
    path = MADE / lesson / name
    path.write_bytes(data)
    return f"![What the code above draws](/.made/{lesson}/{name})"


def read(app: Sphinx, name: str, source: list[str]) -> None:
    """Make the page of a lesson, in place of the line that stands for it."""
    folder, _, lesson = name.rpartition("/")
    if folder == "lessons" and lesson != "index":
        source[0] = page(lesson, app.config.drawn)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the lessons' pages; `-D drawn=0` does without pictures and examples, in seconds."""
    app.add_config_value("drawn", True, "env", types=frozenset({bool}))
    app.connect("source-read", read)
    app.connect("env-get-outdated", look_again)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
