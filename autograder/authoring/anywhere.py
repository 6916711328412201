"""What a notebook has on top so that it works away from its course: a way into Colab, and a cell that installs.

Both are there where the course says where it is published, and only in notebooks: a build adds them, and an edit
of a notebook is carried back without them. The badge is a picture from Colab; without a network its text is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.authoring.percent import MADE, Cell, course_extra

_BADGE = (
    "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]"
    "(https://colab.research.google.com/github/{repository}/blob/HEAD/release/{lesson}/{lesson}.ipynb)"
)
_GITHUB = "https://github.com/"
#: A submission never gets as far as to install: where it is graded, the kit is there.
_INSTALL = """\
# Where the kit is missing, as on Colab, this installs it.
try:
    import autograder
except ModuleNotFoundError:
    %pip install --quiet "git+{address}"
"""


def furnished(cells: Sequence[Cell], lesson: str, address: str) -> list[Cell]:
    """The cells of a lesson's notebooks, with both where there is an address: https://github.com/OWNER/REPO.

    The badge comes first, and what installs before the first code.
    """
    if not address:
        return list(cells)
    v4 = course_extra("nbformat").v4
    badge = _BADGE.format(repository=address.removeprefix(_GITHUB), lesson=lesson)
    role = {"grade": False, "grade_id": "install-kit", "locked": True, "schema_version": 3}
    marks = {"tags": [MADE], "nbgrader": {**role, "solution": False, "task": False}}
    install = v4.new_code_cell(_INSTALL.format(address=address).rstrip(), metadata=marks, id="install-kit")
    first = next((place for place, cell in enumerate(cells) if cell.cell_type == "code"), len(cells))
    top = v4.new_markdown_cell(badge, metadata={"tags": [MADE]}, id="colab-badge")
    return [top, *cells[:first], install, *cells[first:]]
