"""Between a submitted notebook and the gradebook: each of nbgrader's plugin points, and all of them in a row."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode, v4
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums, OverwriteCells, SaveCells
from traitlets.config import Config
from traitlets.config.loader import JSONFileConfigLoader

from autograder.channel.zygote import Zygote
from autograder.course.exercises import points_of
from autograder.course.grade_ids import grade_id_of
from autograder.examiner.session import Examiner
from autograder.failures import GraderError
from autograder.grading import work
from autograder.grading.work import Setting
from autograder.nbgrader import FILE, MARK, examine, pool
from autograder.nbgrader.clean import Clean, as_code, clean_outputs, markdown2html
from autograder.nbgrader.examine import Examine
from autograder.nbgrader.exporter import SubmissionExporter
from autograder.nbgrader.restore import RestoreCells
from autograder.nbgrader.save import SaveVerdicts
from autograder.submission.cells import MAX_CELLS
from tests import warm
from tests.banks import ROOT

# nbgrader's own use of its data base
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

LESSONS = sorted(path.name for path in (ROOT / "release").iterdir())

STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


def cell(source: str, grade_id: str | None = None, kind: str = "code", **nbgrader: Any) -> NotebookNode:
    new = v4.new_code_cell if kind == "code" else v4.new_markdown_cell
    made = new(source)
    if grade_id is not None:
        made.metadata["nbgrader"] = {"grade_id": grade_id, **nbgrader}
    return made


def released_cell(source: str, grade_id: str, role: str, kind: str = "code", points: int = 0) -> NotebookNode:
    roles = {name: name == role or (role == "answer" and name != "task") for name in ("grade", "solution", "task")}
    more = {"points": points} if points else {}
    locked = role not in ("solution", "answer")
    return cell(source, grade_id, kind, **roles, locked=locked, schema_version=3, cell_type=kind, **more)


def quiz() -> NotebookNode:
    """An assignment that is no lesson of ours: plain asserts, a written answer, a task."""
    return v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            v4.new_markdown_cell("# Quiz"),
            released_cell(f"def double(x):\n    {STUB.splitlines()[1]}", "double", "solution"),
            released_cell("assert double(2) == 4", "check-double", "grade", points=3),
            released_cell("Read **this**.", "rules", "locked", kind="markdown"),
            released_cell(f"def halve(x):\n    {STUB.splitlines()[1]}", "halve", "solution"),
            released_cell("assert halve(2) == 1", "check-halve", "grade", points=2),
            released_cell("YOUR ANSWER HERE", "essay", "answer", kind="markdown", points=5),
            released_cell("Draw a picture.", "drawing", "task", kind="markdown", points=1),
        ],
    )


NAMES = ["double", "check-double", "rules", "halve", "check-halve", "essay", "drawing"]
RIGHT = {
    "double": "def double(x):\n    return 2 * x",
    "halve": "def halve(x):\n    return x / 2",
    "essay": "Because.",
}


def handed_in(**sources: str) -> NotebookNode:
    """The quiz with solutions, as the exporter gives it: of nbgrader's metadata only the grade_ids."""
    found = quiz()
    for each in found.cells:
        name = each.metadata.pop("nbgrader", {}).get("grade_id")
        if name:
            each.metadata["nbgrader"] = {"grade_id": name}
            each.source = (RIGHT | sources).get(name, each.source)
    return found


def find(found: NotebookNode, name: str) -> NotebookNode:
    matching = [each for each in found.cells if each.metadata.get("nbgrader", {}).get("grade_id") == name]
    assert len(matching) == 1, f"{len(matching)} cells are {name}"
    return matching[0]


def names_of(found: NotebookNode) -> list[str]:
    return [each.metadata.nbgrader.grade_id for each in found.cells if "nbgrader" in each.metadata]


@pytest.fixture(scope="module")
def empty_gradebook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A gradebook that knows the quiz and a submission of ada's."""
    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    resources = resources_of(path)
    with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
        gradebook.update_or_create_assignment("quiz")
        gradebook.update_or_create_student("ada")
    found, _ = ComputeChecksums().preprocess(quiz(), resources)
    SaveCells().preprocess(found, resources)
    with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
        gradebook.update_or_create_submission("quiz", "ada")
    return path.read_bytes()


def resources_of(path: Path) -> dict[str, Any]:
    names = {"notebook": "quiz", "assignment": "quiz", "student": "ada", "db_url": f"sqlite:///{path}"}
    return {"nbgrader": names, "unique_key": "quiz"}


@pytest.fixture
def resources(empty_gradebook: bytes, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "gradebook.db"
    path.write_bytes(empty_gradebook)
    return resources_of(path)


def grades(resources: dict[str, Any]) -> dict[str, tuple[float | None, bool]]:
    """What the gradebook holds for ada: the automatic score, and whether a person has to look."""
    with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
        found = gradebook.find_submission_notebook("quiz", "quiz", "ada").grades
        return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in found}


class Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname}: {record.getMessage()}")


@pytest.fixture
def messages() -> Iterator[list[str]]:
    """What nbgrader's preprocessors log."""
    from traitlets import log

    logger, handler = log.get_logger(), Messages()
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler.lines
    logger.removeHandler(handler)
    logger.setLevel(before)


# --- RestoreCells -------------------------------------------------------------------------------------


class TestRestoreCells:
    @pytest.fixture
    def restore(self, resources: dict[str, Any]) -> Any:
        def restored(found: NotebookNode) -> NotebookNode:
            found, _ = RestoreCells().preprocess(found, resources)
            # what nbgrader does next has nothing left to correct, or to complain about
            before = [(each.cell_type, each.source, json.dumps(each.metadata)) for each in found.cells]
            found, _ = OverwriteCells().preprocess(found, resources)
            CheckCellMetadata().preprocess(found, resources)
            assert [(c.cell_type, c.source, json.dumps(c.metadata)) for c in found.cells] == before
            nbformat.validate(found)
            return found

        return restored

    def test_what_was_handed_in_stays_and_roles_are_the_releases(self, restore: Any) -> None:
        found = restore(handed_in())
        assert names_of(found) == NAMES
        expected = {each.metadata.nbgrader.grade_id: each for each in quiz().cells[1:]}
        for name in NAMES:
            assert find(found, name).source == RIGHT.get(name, expected[name].source)
            nbgrader = find(found, name).metadata.nbgrader
            same = {key: value for key, value in nbgrader.items() if key != "checksum"}
            assert same == expected[name].metadata.nbgrader
        assert found.cells[0].source == "# Quiz"
        assert "nbgrader" not in found.cells[0].metadata

    @pytest.mark.parametrize(
        "deleted",
        [
            ["check-double"],
            ["double", "check-double"],
            ["drawing"],
            ["rules"],
            ["essay"],
            ["double"],
            NAMES,
            NAMES[2:],
        ],
        ids=" ".join,
    )
    def test_deleted_cells_come_back_where_they_were(
        self, restore: Any, messages: list[str], deleted: list[str]
    ) -> None:
        found = handed_in()
        found.cells = [c for c in found.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in deleted]
        found = restore(found)
        assert names_of(found) == NAMES
        for name in set(deleted) & {"double", "halve"}:
            assert "NotImplementedError" in find(found, name).source, "as it was released"
        (said,) = [line for line in messages if "missing" in line]
        in_order = ", ".join(name for name in NAMES if name in deleted)
        assert said == f"WARNING: ada: missing from the submission, and put back: {in_order}"

    def test_a_stub_that_comes_back_does_not_hide_what_stands_in_another_cell(self, restore: Any) -> None:
        found = handed_in(halve=f"{RIGHT['double']}\n\n{RIGHT['halve']}")
        found.cells = [c for c in found.cells if c.metadata.get("nbgrader", {}).get("grade_id") != "double"]
        found.cells.insert(0, cell("%matplotlib inline\nfrom numpy import divide as halve_them"))
        found = restore(found)
        assert names_of(found) == NAMES
        assert "NotImplementedError" not in find(found, "double").source
        assert "double: written in another cell" in find(found, "double").source

    def test_where_all_names_are_lost_cards_stand_below_what_they_are_about(self, restore: Any) -> None:
        """Some programs drop the metadata of cells."""
        written = ["# Quiz", "A word of mine.", "import math", RIGHT["double"], "print(double(2))", RIGHT["halve"]]
        found = handed_in()
        found.cells = [v4.new_markdown_cell(text) for text in written[:2]]
        found.cells += [v4.new_code_cell(text) for text in written[2:]]
        found = restore(found)
        assert names_of(found) == NAMES
        order = [grade_id_of(each.metadata) or each.source for each in found.cells]
        assert order[:4] == written[:4]
        assert order[4:7] == ["double", "check-double", "rules"]
        assert order[7:] == [*written[4:], "halve", "check-halve", "essay", "drawing"]

    def test_what_is_put_back_first_stands_below_the_title(self, restore: Any) -> None:
        found = handed_in()
        del found.cells[1:3]
        found = restore(found)
        assert found.cells[0].source == "# Quiz"
        assert names_of(found) == NAMES

    def test_what_was_added_to_a_locked_cell_stands_below_it(self, restore: Any, messages: list[str]) -> None:
        mine = f"assert double(2) == 4\n{RIGHT['halve']}"
        found = handed_in(**{"check-double": mine, "check-halve": "12345"})
        found = restore(found)
        below = found.cells.index(find(found, "check-double")) + 1
        assert find(found, "check-double").source == "assert double(2) == 4"
        assert found.cells[below].source == mine
        assert "nbgrader" not in found.cells[below].metadata
        assert "12345" not in [each.source for each in found.cells], "what defines nothing is nobody's loss"
        assert any("the locked cell check-double was changed" in line for line in messages)

    def test_of_cells_with_the_same_name_the_first_counts(self, restore: Any, messages: list[str]) -> None:
        found = handed_in()
        found.cells[2:2] = [cell("second = True", "double"), cell("check = 1", "check-halve")]
        found = restore(found)
        assert find(found, "double").source == RIGHT["double"]
        assert find(found, "check-halve").source == "assert halve(2) == 1"
        assert "second = True" in [each.source for each in found.cells if "nbgrader" not in each.metadata]
        assert "WARNING: ada: the cell double is there more than once; the first one counts" in messages

    def test_points_and_roles_of_the_submission_are_not_believed(self, restore: Any) -> None:
        found = handed_in()
        lie = {"grade": False, "solution": True, "locked": False, "points": 1000, "task": False, "checksum": "0"}
        for each in found.cells[1:]:
            each.metadata.nbgrader.update(lie)
        found.cells[0].metadata["nbgrader"] = {**lie, "grade": True, "grade_id": "mine"}
        found = restore(found)
        assert find(found, "check-double").metadata.nbgrader.points == 3
        assert find(found, "check-double").metadata.nbgrader.grade
        assert find(found, "rules").metadata.nbgrader.locked
        assert not find(found, "double").metadata.nbgrader.grade
        assert "nbgrader" not in found.cells[0].metadata, "an unknown name makes a cell of the student's own"

    def test_locked_text_is_the_releases(self, restore: Any) -> None:
        changed = {"check-double": "pass", "rules": "No rules.", "drawing": "Draw nothing."}
        found = restore(handed_in(**changed))
        assert find(found, "check-double").source == "assert double(2) == 4"
        assert find(found, "rules").source == "Read **this**."
        assert find(found, "drawing").source == "Draw a picture."

    def test_a_changed_cell_type_is_changed_back(self, restore: Any) -> None:
        found = handed_in()
        found.cells[1:3] = [
            cell(RIGHT["double"], "double", "markdown"),
            cell("some words", "check-double", "markdown"),
        ]
        found.cells[6] = cell("print('an essay')", "essay")
        found = restore(found)
        assert find(found, "double").cell_type == find(found, "check-double").cell_type == "code"
        assert find(found, "double").source == RIGHT["double"]
        assert find(found, "check-double").source == "assert double(2) == 4"
        assert find(found, "essay").cell_type == "markdown"
        assert find(found, "essay").source == "print('an essay')"

    def test_tags_outputs_and_attachments_go(self, restore: Any) -> None:
        found = handed_in()
        found.cells[2].metadata["tags"] = ["skip-execution", "raises-exception"]
        found.cells[2].outputs = [v4.new_output("execute_result", {"text/plain": "3"})]
        found = restore(found)
        assert set(find(found, "check-double").metadata) == {"nbgrader"}
        assert find(found, "check-double").outputs == []

    def test_own_cells_and_another_order_stay(self, restore: Any) -> None:
        found = handed_in()
        found.cells.insert(3, cell("mine = 1"))
        found.cells.append(found.cells.pop(1))
        found = restore(found)
        assert names_of(found) == [*NAMES[1:], "double"]
        assert [each.source for each in found.cells].index("mine = 1") == 2

    @pytest.mark.parametrize("nbgrader", [{}, {"grade_id": ""}, {"grade_id": "check-double "}, {"points": 3}])
    def test_odd_metadata(self, restore: Any, nbgrader: dict[str, Any]) -> None:
        found = handed_in()
        found.cells[0].metadata["nbgrader"] = nbgrader
        assert names_of(restore(found)) == NAMES


# --- SubmissionExporter -------------------------------------------------------------------------------


def converter(course: Path, assignment: str = "quiz", **changes: Any) -> Autograde:
    """nbgrader's converter with the kit's configuration, as `nbgrader autograde` makes it."""
    config = JSONFileConfigLoader("nbgrader_config.json", path=str(ROOT)).load_config()
    config.Autograde.update(changes)
    directory = CourseDirectory(root=str(course), assignment_id=assignment, config=config)
    made = Autograde(coursedir=directory, config=config)
    with contextlib.suppress(NbGraderException):  # nobody has a notebook
        made.init_notebooks()
    return made


class TestSubmissionExporter:
    @pytest.fixture
    def submitted(self, tmp_path: Path, resources: dict[str, Any]) -> Path:
        path = tmp_path / "submitted" / "ada" / "quiz" / "quiz.ipynb"
        path.parent.mkdir(parents=True)
        return path

    def exported(self, path: Path, content: Any) -> NotebookNode:
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        exporter = SubmissionExporter(parent=converter(path.parents[3]), config=Config())
        text, _ = exporter.from_filename(str(path), resources={"nbgrader": {"student": "ada"}})
        text.encode("utf-8")
        found = nbformat.reads(text, as_version=4)
        nbformat.validate(found)
        assert len({each.id for each in found.cells}) == len(found.cells)
        return found

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "is empty"),
            (b'{"cells": [', "not valid JSON"),
            (b"\xff\xfe{}", "not UTF-8"),
            (b"[" * 100_000, "not valid JSON"),
            ([], "not a notebook"),
            ({"cells": None}, "no list of cells"),
            ({"cells": {"0": {}}}, "no list of cells"),
            ({"nbformat": 3, "worksheets": [{"cells": []}]}, "old format 3"),
            ({"cells": [{}] * (MAX_CELLS + 1)}, f"{MAX_CELLS + 1} cells"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_what_cannot_be_read_is_marked(
        self, submitted: Path, messages: list[str], content: Any, reason: str
    ) -> None:
        found = self.exported(submitted, content)
        assert reason in found.metadata[MARK]
        assert "not graded" in found.cells[0].source
        assert reason in found.cells[0].source
        assert any(line.startswith("ERROR: ada is not graded: ") and reason in line for line in messages)

    @pytest.mark.parametrize("kind", ["file", "folder", "broken", "fifo", "directory"])
    def test_links_and_special_files_are_not_followed(self, submitted: Path, tmp_path: Path, kind: str) -> None:
        secret = tmp_path / "secret"
        secret.mkdir()
        (secret / "quiz.ipynb").write_text(json.dumps({"cells": [{"cell_type": "code", "source": "the secret"}]}))
        if kind == "folder":
            submitted.parent.rmdir()
            submitted.parent.symlink_to(secret)
        elif kind == "fifo":
            os.mkfifo(submitted)
        elif kind == "directory":
            submitted.mkdir()
        else:
            submitted.symlink_to(secret / "quiz.ipynb" if kind == "file" else "nowhere")
        found = self.exported(submitted, None)
        assert "not a file that was handed in" in found.metadata[MARK]
        assert "the secret" not in json.dumps(found)

    def test_kept_are_sources_and_names_and_nothing_else(self, submitted: Path) -> None:
        found = self.exported(
            submitted,
            {
                "nbformat": 4,
                "nbformat_minor": 5,
                "metadata": {
                    MARK: "forged",
                    "kernelspec": {"name": "evil"},
                    "language_info": {"name": "<script>"},
                },
                "cells": [
                    {
                        "id": "same",
                        "cell_type": "code",
                        "source": ["x = 1\n", "y = 2"],
                        "metadata": {"tags": ["skip-execution"], "nbgrader": {"grade_id": "double", "points": 9}},
                        "outputs": [{"output_type": "execute_result", "data": {"text/plain": "9"}}],
                        "execution_count": 7,
                    },
                    {"id": "same", "cell_type": "markdown", "source": "words", "metadata": {"hidden": True}},
                    {"id": "same", "cell_type": "raw", "source": "<script>", "metadata": {"format": "text/html"}},
                ],
            },
        )
        assert found.metadata == {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            FILE: {"name": "quiz.ipynb", "notes": []},
        }
        assert [(each.cell_type, each.source, each.metadata) for each in found.cells] == [
            ("code", "x = 1\ny = 2", {"nbgrader": {"grade_id": "double"}}),
            ("markdown", "words", {}),
            ("markdown", "<script>", {}),
        ]
        assert found.cells[0].outputs == []
        assert found.cells[0].execution_count is None

    def test_pasted_pictures_stay(self, submitted: Path) -> None:
        pictures = {
            "a.png": {"image/png": "AAAA", "text/html": "<script>", "image/svg+xml": "<svg onload=1>"},
            "b.svg": {"image/svg+xml": "<svg onload=1>"},
            "c.jpg": {"image/jpeg": ["AAAA"]},
            "d": "AAAA",
            "\ud800": {"image/png": "AAAA"},
            "e.png": {"image/png": "\ud800"},
            "f.png": {"image/png": '"><script>'},
        }
        shown = {"cell_type": "markdown", "source": "![](attachment:a.png)", "attachments": pictures}
        found = self.exported(submitted, {"cells": [shown]})
        assert found.cells[0].attachments == {"a.png": {"image/png": "AAAA"}}

    ODD = (
        5, None, "x", [], {}, True, {"cell_type": "code"}, {"cell_type": "code", "source": 5},
        {"cell_type": "code", "source": ["x", 5, None]}, {"cell_type": ["code"], "source": "x"},
        {"cell_type": "code", "source": "x", "metadata": []}, {"cell_type": "code", "source": "\ud800 x"},
        {"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": ["double"]}}},
        {"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": "\ud800"}}},
        {"cell_type": "code", "source": "x", "metadata": {"nbgrader": "double"}, "outputs": {"0": 1}},
        {"cell_type": "markdown", "source": "x", "attachments": [1], "id": ["x"]},
        {"cell_type": "markdown", "source": "x", "attachments": {"a": {"image/png": {}}}},
        {"cell_type": "code", "source": "x\x00\x1b[2J\u202e", "execution_count": "x", "outputs": "x"},
    )  # fmt: skip

    @pytest.mark.parametrize("odd", ODD, ids=repr)
    def test_wrong_types_cost_no_more_than_their_cell(self, submitted: Path, odd: Any) -> None:
        right = {"cell_type": "code", "source": "y = 2"}
        found = self.exported(submitted, {"cells": [right, odd, right], "metadata": 3, "nbformat": "x"})
        assert MARK not in found.metadata
        assert [each.source for each in found.cells].count("y = 2") == 2

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["cells", "cell_type", "source", "metadata", "nbgrader", "grade_id", "attachments"]
                    ),
                    inner | st.sampled_from(["code", "markdown"]),
                    max_size=4,
                )
            ),
            max_leaves=20,
        )
    )
    def test_anything(self, submitted: Path, content: Any) -> None:
        self.exported(submitted, {"cells": content})

    def test_the_second_pass_reads_what_the_first_one_wrote(
        self, tmp_path: Path, resources: dict[str, Any]
    ) -> None:
        path = tmp_path / "autograded" / "ada" / "quiz" / "quiz.ipynb"
        path.parent.mkdir(parents=True)
        found = quiz()
        found.metadata[MARK] = "unreadable"
        assert self.exported(path, found).metadata[MARK] == "unreadable"
        assert self.exported(path, None).cells[2].metadata.nbgrader.points == 3


# --- Clean --------------------------------------------------------------------------------------------


class Active(HTMLParser):
    """Finds what would run, load or restyle in a page."""

    TAGS = re.compile(
        "script|iframe|object|embed|applet|svg|math|style|link|meta|base|form|input|button|textarea|select|frame|"
        "frameset|video|audio|source|canvas|template|noscript|title|body|html|head"
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.TAGS.fullmatch(tag):
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "action"):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src") and re.match(
                r"(?!https?:|mailto:|data:image/(png|jpeg|gif);)[a-z][a-z0-9+.-]*:", address
            ):
                self.found.append(f"{tag} {name}={value}")


def cleaned(markdown: str) -> NotebookNode:
    """The cell that is left of a notebook's one cell, which has one attachment."""
    written = v4.new_markdown_cell(markdown, attachments={"a.png": {"image/png": "AAAA"}})
    (found,) = Clean().preprocess(v4.new_notebook(cells=[written]), {})[0].cells
    return found


def page_of(markdown: str) -> str:
    """What a person sees of a cell: the kit's HTML of what `Clean` leaves."""
    found = cleaned(markdown)
    return markdown2html({"cell": found}, found.source)


def stock(markdown: str) -> str:
    """nbconvert's own HTML, where there is one attachment."""
    renderer = IPythonRenderer(escape=False, attachments={"a.png": {"image/png": "AAAA"}})
    return MarkdownWithMath(renderer=renderer).render(markdown)


def active_in(page: str) -> list[str]:
    """What would run, load or restyle, but for what nbconvert itself puts there."""
    page = re.sub(r' style="text-align:\w+"|<input class="task-list-item-checkbox"[^<>]*>', "", page)
    without_code = re.sub(r"(?s)<code.*?</code>|<pre.*?</pre>", "", page)
    return Active(page).found + re.findall(r"\\(?:href|style|class|cssId|require)\b", without_code)


def looks(page: str) -> tuple[list[str], list[str]]:
    """The words and the elements of a page, but for how an empty box is drawn and what a browser adds."""
    soup = BeautifulSoup(page, "html.parser")
    elements = [element.name for element in soup.find_all() if element.name not in ("tbody", "input")]
    return soup.get_text().replace("\N{BALLOT BOX}", " ").split(), elements


HARMLESS = {
    "formula": "If $a<b$ and $c > d$, then $a < b \\& c>d$ and $x<y$ or $i<s$.",
    "display": "$$\nf(x) = \\begin{cases} x & x>0 \\\\ 0 & x<0 \\end{cases}\n$$",
    "environment": "\\begin{align}\na &< b \\\\\nc &> d<e>f\n\\end{align}",
    "latex delimiters": "Here \\\\(a<b>c\\\\) and \\\\[ a<b \\\\].",
    "code span": "Use `List<int>` and ``a `<b>` c`` or `if a < b and c > d:`.",
    "fence": "```python\nif a < b and c > d:\n    print('<script>alert(1)</script>', 'a & b')\n```",
    "tildes": "~~~html\n<iframe src='x'></iframe>\n~~~",
    "indented": "So:\n\n    for i in range(3): print(i < 2, '<b>')\n\nand on.",
    "table": "| a < b | $x<y$ |\n| --- | ---: |\n| `<b>` | 1 > 0 |\n",
    "quote": "> To be, or not to be\n>\n> > that & this\n\n1. one\n2. two\n   - three > two",
    "picture": "![a curve](https://example.org/a.png \"title\") ![](attachment:a.png) ![](figures/b.png)",
    "links": "[text](https://a.org/?a=1&b=2#c) <https://a.org> <me@a.org> [here](#there) [x][y]\n\n[y]: z",
    "inline picture": "![dot](data:image/png;base64,iVBORw0KGgo=)",
    "comparison": "Is 3 < 5 or x <= y? And a<5, b<-3. The loss went 1 -> 0 & stayed.",
    "words": "The data: five of them. Write javascript: never. R&D, caf\u00e9, \u221e and &lt;b&gt;, &amp;amp;.",
    "html": "Water is H<sub>2</sub>O.<br>Press <kbd>Shift</kbd>. <b>B</b><img src=\"a.png\" width=\"9%\" alt='a'>",
    "details": "<details><summary>More</summary>\n\nInside **it**.\n\n</details>",
    "html table": "<table>\n<tr><th>a</th><td align=\"right\">1 < 2</td></tr>\n</table>",
    "comment": "before <!-- a note --> after",
    "emphasis": "**bold** _it_ ~~gone~~ # no heading\n\n# Heading < here\n\n---\n\n- [ ] todo",
    "tex words": "$\\displaystyle \\textstyle \\mathcal{L} \\langle x, y \\rangle$ and C:\\temp",
}  # fmt: skip

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script in capitals": "<SCRIPT SRC=//evil.org/x.js></SCRIPT>",
    "open script": "<script>alert(1)",
    "nested script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "iframe": '<iframe src="https://evil.org"></iframe>',
    "onerror": '<img src="x" onerror="alert(1)">',
    "onerror without quotes": "<img src=x onerror=alert(1)//>",
    "unknown element": "<x onclick=alert(1)>y</x>",
    "svg": "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "math": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "style": "<style>* { display: none }</style>",
    "style attribute": '<div style="position: fixed; inset: 0">x</div>',
    "form": '<form action="https://evil.org"><input name="x"><button>OK</button></form>',
    "meta": '<meta http-equiv="refresh" content="0; url=https://evil.org">',
    "object": '<object data="x"></object><embed src="x">',
    "closing the page's own": "</div></div></body><h1>(Score: 60 / 60)</h1>",
    "link": "[x](javascript:alert(1))",
    "link in capitals": "[x](JaVaScRiPt:alert(1))",
    "link with an entity": "[x](java&#115;cript:alert(1))",
    "link with a named entity": "[x](javascript&colon;alert(1))",
    "link with an escape": "[x](javascript\\:alert(1))",
    "link by reference": "[x][y]\n\n[y]: java&#x73;cript:alert(1)",
    "link in angles": "[x](<javascript:alert(1)>)",
    "doubled link": "[x](javajavascript:script:alert(1))",
    "autolink": "<javascript:alert(1)>",
    "html link": '<a href="javascript:alert(1)">x</a>',
    "html link with entities": '<a href="java&#10;script&colon;alert(1)">x</a>',
    "data page": "[x](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "vbscript": "![x](vbscript:x)",
    "tag within an attribute": '<a title="\n\n<img src=x onerror=alert(1)>\n\n">x</a>',
    "comment within an attribute": '<b title="<!-- "><script>alert(1)</script><i title=" -->"></i></b>',
    "odd space": '<details\u00a0title="><script>alert(1)</script>">x</details>',
    "vertical tab": '<details\x0btitle="><script>alert(1)</script>">x</details>',
    "short comment": "<!--><script>alert(1)</script>-->",
    "bang comment": "<!-- --!><script>alert(1)</script> -->",
    "code that is none": '<a title="`<img src=x onerror=alert(1)>`">',
    "code that ends early": "`a <b title=`<img src=x onerror=alert(1)>`",
    "formula that is none": "\\$<img src=x onerror=alert(1)>\\$",
    "mermaid": "```mermaid\n<img src=x onerror=alert(1)>\n```",
    "href in a formula": "$\\href{javascript:alert(1)}{x}$",
    "href by entity": "&#92;href{javascript:alert(1)}{x} $x$",
    "style in a formula": "$\\style{position: fixed}{x} \\class{btn}{y} \\cssId{z}{z} \\require{html}$",
    "processing": "<?php x ?><!DOCTYPE html><![CDATA[<script>alert(1)</script>]]>",
}

PIECES = [*"`$<>\"'&\\|[]x=/\x00\r\n", "$$", "\n\n", "~~~", "```\n", "javascript:", "    ", "> ", "- ", "](", "</"]
PIECES += ["<b>", "</b>", "<div>", "</div>", "<details>", "\ue0000\ue001"]

SCRIPTED = "<script>alert(1)</script>\n\n<img src='x' onerror='alert(1)'>"


class TestClean:
    @pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
    def test_what_is_harmless_looks_the_same(self, text: str) -> None:
        assert not active_in(stock(text))
        assert looks(page_of(text)) == looks(stock(text))

    @pytest.mark.parametrize("lesson", LESSONS)
    def test_the_lessons_stay_to_the_letter(self, lesson: str) -> None:
        found = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4)
        before = [each.source for each in found.cells]
        assert [each.source for each in Clean().preprocess(found, {})[0].cells] == before
        for each in found.cells:
            if each.cell_type == "markdown":
                assert looks(markdown2html({"cell": each}, each.source)) == looks(stock(each.source))

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_what_is_active_is_not_any_more(self, text: str) -> None:
        assert not active_in(page_of(text))

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_nor_is_it_on_a_page_that_is_made_without_our_configuration(self, text: str) -> None:
        page = stock(cleaned(text).source)
        assert not active_in(page)
        assert page.startswith("<pre><code>")

    @pytest.mark.parametrize(
        "name", ["script", "iframe", "onerror", "svg", "style", "link", "html link", "object"]
    )
    def test_the_plain_kinds_are_taken_out(self, name: str) -> None:
        page = page_of(f"Before.\n\n{HOSTILE[name]}\n\nAfter **all**.")
        assert page.startswith("<p>Before.</p>\n")
        assert page.endswith("<p>After <strong>all</strong>.</p>\n")
        assert not re.search(r"(?i)script|iframe|onerror|svg|style|object|embed", page)

    @pytest.mark.parametrize("name", HARMLESS)
    def test_beside_a_script_the_rest_looks_the_same(self, name: str) -> None:
        text = HARMLESS[name]
        page = page_of(f"{text}\n\n{SCRIPTED}")
        words, elements = looks(stock(text))
        assert looks(page) == (words, [*elements, "img"])
        assert not active_in(page)

    @pytest.mark.parametrize(
        "text", ["a <b and c> d", "x<y and z>3", "for i<n do s<t", "List<int>", "a<b\nc>d", "1<i>j"]
    )
    @pytest.mark.parametrize("more", ["", f"\n\n{SCRIPTED}"])
    def test_a_comparison_is_no_tag(self, text: str, more: str) -> None:
        page = page_of(text + more)
        assert text.replace("<", "&lt;").replace(">", "&gt;") in page or text == "1<i>j"
        assert "alert" not in page

    def test_a_comment_of_a_grader_is_cleaned_as_well(self) -> None:
        found = cleaned(HOSTILE["script"])
        assert markdown2html({"cell": found}, "**Look** <script>x</script>") == "<p><strong>Look</strong> </p>\n"

    def test_a_missing_picture_does_not_stop_the_page(self) -> None:
        """nbconvert raises an exception for it."""
        text = "![mine](attachment:lost.png) *here*"
        assert page_of(text) == stock(as_code(text)) == stock(cleaned(text).source)

    def test_as_code_cannot_be_left(self) -> None:
        text = "~~~\n<script>\n~~~~~~\n```\n    x\n" + "~" * 90 + "\n<b>"
        page = stock(as_code(text))
        assert page.count("<code>") == page.count("</code>") == 1
        assert "&lt;script&gt;" in page

    @settings(max_examples=300, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                [*HOSTILE.values(), *HARMLESS.values(), *PIECES, "<!--", "-->", "<b title=", "<a href="]
            ),
            max_size=12,
        ).map("".join)
    )
    def test_no_mixture_is_active(self, text: str) -> None:
        assert not active_in(page_of(text))
        assert not active_in(stock(cleaned(text).source))

    @pytest.mark.timeout(60)  # nbconvert alone would take hours
    @pytest.mark.parametrize(
        "unit", ["\\begin{a}", "\\\\[", "$$", "`", "<div>", "[", "> ", "<a ", "<b title=", "&lt;"]
    )
    @pytest.mark.parametrize("length", [4_999, pytest.param(19_999, marks=pytest.mark.long), 1_000_000])
    def test_no_text_takes_long(self, unit: str, length: int) -> None:
        found = cleaned((unit * length)[:length])
        assert len(found.source) < 30_000
        assert markdown2html({"cell": found}, found.source)

    @pytest.mark.timeout(60)
    def test_a_notebook_of_many_long_cells_takes_no_longer_than_some(self) -> None:
        long = "\\begin{a}" * 1000
        found = v4.new_notebook(cells=[v4.new_markdown_cell(long) for _ in range(500)])
        Clean().preprocess(found, {})
        assert found.cells[40].source == as_code(long)
        assert sum(len(each.source) for each in found.cells) < 1_200_000
        assert found.cells[-1].source.startswith("~~~\n\\begin{a}")

    def test_outputs_keep_text_and_pictures(self) -> None:
        data = {"text/plain": "x", "text/html": "<script>", "image/png": "AAAA", "image/svg+xml": "<svg>"}
        data |= {"application/javascript": "alert(1)", "text/markdown": "<script>", "text/latex": "$x$"}
        (output,) = clean_outputs(
            [v4.new_output("display_data", data, metadata={"image/png": {"width": '"><script>'}})]
        )
        assert set(output.data) == {"text/plain", "image/png"}
        assert output.metadata == {}
        stream = v4.new_output("stream", name="stdout", text="<script>")
        assert clean_outputs([stream]) == [v4.new_output("stream", name="stdout", text="<script>")]

    def test_what_has_nothing_safe_to_show_is_left_out(self) -> None:
        assert clean_outputs([v4.new_output("display_data", {"text/html": "<b>bold</b>"})]) == []


# --- SaveVerdicts -------------------------------------------------------------------------------------


def restored(resources: dict[str, Any], **sources: str) -> NotebookNode:
    return RestoreCells().preprocess(handed_in(**sources), resources)[0]


def with_result(found: NotebookNode, **results: str) -> NotebookNode:
    for name, text in results.items():
        output = v4.new_output("execute_result", {"text/plain": text})
        find(found, f"check-{name}").outputs = [output]
    return found


class TestSaveVerdicts:
    def test_scores_are_what_the_check_cells_say(self, resources: dict[str, Any]) -> None:
        SaveVerdicts().preprocess(with_result(restored(resources), double="1.5", halve="0"), resources)
        assert grades(resources) == {
            "check-double": (1.5, False),
            "check-halve": (0.0, False),
            "essay": (None, True),
            "drawing": (None, True),
        }

    def test_ungraded_is_not_zero(self, resources: dict[str, Any]) -> None:
        found = restored(resources)
        found.metadata[MARK] = "it cannot be read"
        SaveVerdicts().preprocess(found, resources)
        assert grades(resources) == dict.fromkeys(
            ["check-double", "check-halve", "essay", "drawing"], (None, True)
        )

    def test_an_unreadable_resubmission_does_not_keep_the_score_of_the_last(
        self, resources: dict[str, Any]
    ) -> None:
        SaveVerdicts().preprocess(with_result(restored(resources), double="3", halve="2"), resources)
        self.test_ungraded_is_not_zero(resources)
        SaveVerdicts().preprocess(with_result(restored(resources), double="3", halve="2"), resources)
        assert grades(resources)["check-double"] == (3.0, False)

    def test_a_score_given_by_a_person_stays(self, resources: dict[str, Any]) -> None:
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            grade = gradebook.find_grade("check-double", "quiz", "quiz", "ada")
            grade.manual_score = 2.5
            gradebook.db.commit()
        found = restored(resources)
        found.metadata[MARK] = "it cannot be read"
        SaveVerdicts().preprocess(found, resources)
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            assert gradebook.find_grade("check-double", "quiz", "quiz", "ada").score == 2.5


# --- Examine ------------------------------------------------------------------------------------------


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, examiner: Examiner, zygote: Zygote) -> None:
    """The session's zygote and examiner, instead of a sandbox and a secret of their own."""
    monkeypatch.setattr(pool, "_setting", lambda course, *_: Setting(course, "salt"))
    monkeypatch.setattr(work, "sandboxed_zygote", lambda **_: zygote)
    monkeypatch.setattr(work, "Examiner", lambda _: examiner)
    monkeypatch.chdir(tmp_path)  # where reports are written


def score(found: NotebookNode, name: str) -> float | None:
    return utils.determine_grade(find(found, name))[0]


class TestPlainAsserts:
    """An assignment of the instructor's own: its test cells run beside the student's code."""

    def examined(self, resources: dict[str, Any], **sources: str) -> NotebookNode:
        return Examine(timeout=5).preprocess(restored(resources, **sources), resources)[0]

    def test_right_and_wrong(self, shared: None, resources: dict[str, Any], messages: list[str]) -> None:
        found = self.examined(resources, halve="def halve(x):\n    return x // 2 + 1")
        assert score(found, "check-double") == 3.0
        assert score(found, "check-halve") == 0.0
        assert find(found, "check-halve").outputs[-1].ename == "AssertionError"
        assert [line for line in messages if "not forge-proof" in line] == [
            "WARNING: check-double runs beside the student's code: not forge-proof",
            "WARNING: check-halve runs beside the student's code: not forge-proof",
        ]
        assert not [line for line in messages if "points; ran" in line], "only a lesson has a verdict"

    def test_nothing_written(self, shared: None, resources: dict[str, Any]) -> None:
        stubs = {each.metadata.nbgrader.grade_id: each.source for each in quiz().cells[1:]}
        found = self.examined(resources, double=stubs["double"], halve=stubs["halve"])
        assert score(found, "check-double") == score(found, "check-halve") == 0.0

    @pytest.mark.ci
    def test_a_cell_that_kills_or_hangs_costs_itself(self, shared: None, resources: dict[str, Any]) -> None:
        fatal = "import os\ndef double(x):\n    os._exit(0)"
        found = self.examined(resources, double=fatal, halve=f"{RIGHT['halve']}\nwhile True: pass")
        assert score(found, "check-double") == 0.0
        assert find(found, "check-double").outputs[0].ename == "Crash"
        assert find(found, "halve").outputs[0].ename == "Timeout"
        assert score(found, "check-halve") == 0.0, "the cell that defines it did not end"

    def test_partial_credit(self, shared: None, resources: dict[str, Any]) -> None:
        """As in stock nbgrader, the value of a test cell's last expression is its points."""
        found = restored(resources)
        find(found, "check-double").source = "0.5 * double(2)"
        found = Examine(timeout=5).preprocess(found, resources)[0]
        assert score(found, "check-double") == 2.0

    def test_outputs_are_shown_without_what_could_run(self, shared: None, resources: dict[str, Any]) -> None:
        noisy = (
            "from IPython.display import HTML, display\nimport sys, matplotlib.pyplot as plt\n"
            "display(HTML('<script>alert(1)</script>'))\nprint('out'); print('err', file=sys.stderr)\n"
            "plt.plot([1, 2]); plt.show()\n" + RIGHT["double"]
        )
        found = self.examined(resources, double=noisy)
        outputs = find(found, "double").outputs
        assert {(o.name, o.text) for o in outputs if o.output_type == "stream"} == {
            ("stdout", "out\n"),
            ("stderr", "err\n"),
        }
        kinds = [set(output.data) for output in outputs if "data" in output]
        assert {"text/plain", "image/png"} in kinds
        assert set().union(*kinds) == {"text/plain", "image/png"}
        assert score(found, "check-double") == 3.0, "what a solution prints costs nothing"

    def test_markdown_tests_are_left_for_a_person(self, shared: None, resources: dict[str, Any]) -> None:
        found = self.examined(resources)
        assert score(found, "essay") is None


@pytest.fixture(scope="module")
def lesson() -> NotebookNode:
    return nbformat.read(ROOT / "source" / "activations" / "activations.ipynb", as_version=4)


class TestALesson:
    """An assignment with checks of ours: the verdict comes from the examiner."""

    def examined(self, lesson: NotebookNode, **sources: str) -> NotebookNode:
        found = NotebookNode(nbformat.from_dict(json.loads(json.dumps(lesson))))
        # the plots take long, and are nobody's points
        found.cells = [c for c in found.cells if "nbgrader" in c.metadata or "import torch" in c.source]
        for name, source in sources.items():
            find(found, name).source = source
        names = {"notebook": "activations", "assignment": "week 2", "student": "ada", "db_url": ""}
        return Examine(timeout=5).preprocess(found, {"nbgrader": names})[0]

    def test_points_and_cards(self, shared: None, lesson: NotebookNode, messages: list[str]) -> None:
        forged = "12345"  # a check cell's source is not run: whatever it says, its exercise is examined
        found = self.examined(lesson, relu="def relu(x):\n    return x", **{"check-tanh": forged})
        scores = {name: score(found, f"check-{name}") for name in points_of("activations")}
        points = points_of("activations")
        assert scores.pop("relu") < points.pop("relu")
        assert scores == points
        for name in points_of("activations"):
            (card,) = find(found, f"check-{name}").outputs
            assert card.output_type == "execute_result"
            assert float(card.data["text/plain"]) == score(found, f"check-{name}")
            assert name in card.data["text/html"]
        assert not [line for line in messages if "forge-proof" in line]
        judged = [line for line in messages if "ran without a sandbox" in line]
        assert len(judged) == 1
        assert re.search(r"ada: 5\d of 60 points", judged[0])

    @pytest.mark.parametrize("points", [20, 5, 0])
    def test_points_that_were_changed_in_the_notebook_scale_the_score(
        self, shared: None, lesson: NotebookNode, points: int
    ) -> None:
        changed = NotebookNode(nbformat.from_dict(json.loads(json.dumps(lesson))))
        for name in ("relu", "tanh"):
            find(changed, f"check-{name}").metadata.nbgrader.points = points
        found = self.examined(changed, relu="relu = torch.nn.functional.relu")
        assert score(found, "check-tanh") == points
        assert 0 <= (score(found, "check-relu") or 0.0) <= points

    def test_the_report_is_written_with_what_a_person_should_know(
        self, shared: None, lesson: NotebookNode, tmp_path: Path
    ) -> None:
        self.examined(lesson, relu="def relu(x):\n    return x")
        (report,) = json.loads((tmp_path / ".autograder/reports/activations/ada.json").read_text(encoding="utf-8"))
        assert report["graded"]
        assert report["submission"] == "ada"
        assert 50 <= report["points"] < report["max_points"] == 60

    def test_delegation_is_logged(self, shared: None, lesson: NotebookNode, messages: list[str]) -> None:
        found = self.examined(lesson, tanh="def tanh(x):\n    return torch.tanh(x)")
        assert 0 < (score(found, "check-tanh") or 0) < 10.0
        assert [line for line in messages if line.startswith("WARNING: ada: delegation in tanh")]

    def test_a_card_cannot_be_given_by_the_submission(self, shared: None, lesson: NotebookNode) -> None:
        sigmoid = (
            "import autograder\nfrom IPython.display import display\n"
            "autograder.check = lambda name: 10\ndisplay(10)\n"
            "def sigmoid(x):\n    display({'text/plain': '10'}, raw=True)\n    return x"
        )
        assert (score(self.examined(lesson, sigmoid=sigmoid), "check-sigmoid") or 0) < 10.0


class TestTheGraderFails:
    """Not graded is not zero, and not for ever."""

    @pytest.mark.parametrize(
        "error", [GraderError("no sandbox can be had"), OSError(28, "No space left on device")]
    )
    def test_nothing_is_graded(
        self,
        error: Exception,
        resources: dict[str, Any],
        messages: list[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def broken(*_: object) -> Zygote:
            raise error

        monkeypatch.setattr(examine, "pool_of", broken)
        with pytest.raises(type(error)):
            Examine().preprocess(restored(resources), resources)
        assert set(grades(resources).values()) == {(None, True)}
        (line,) = [line for line in messages if line.startswith("ERROR")]
        assert line == f"ERROR: ada is not graded, because the grader itself failed; run it again: {error}"

    def test_half_way(
        self, shared: None, resources: dict[str, Any], monkeypatch: pytest.MonkeyPatch, zygote: Zygote
    ) -> None:
        """The worker cannot be started again after a cell has killed it."""
        forks: list[int] = []

        def fork() -> Any:
            forks.append(1)
            if len(forks) > 1:
                raise GraderError("the worker process ended: out of memory")
            return zygote.fork()

        broken = SimpleNamespace(sandbox="none", fork=fork)
        monkeypatch.setattr(work, "sandboxed_zygote", lambda **_: broken)
        with pytest.raises(GraderError):
            Examine().preprocess(restored(resources, double="import os\nos._exit(1)"), resources)
        assert set(grades(resources).values()) == {(None, True)}

    def test_an_earlier_score_is_not_lost(
        self, resources: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        SaveVerdicts().preprocess(with_result(restored(resources), double="3", halve="2"), resources)

        def broken(*_: object) -> Zygote:
            raise GraderError("no sandbox")

        monkeypatch.setattr(examine, "pool_of", broken)
        with pytest.raises(GraderError):
            Examine().preprocess(restored(resources), resources)
        assert grades(resources)["check-double"] == (3.0, True)

    def test_what_could_not_be_read_is_not_run(
        self, resources: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(examine, "pool_of", lambda *_: pytest.fail("it was run"))
        found = restored(resources)
        found.metadata[MARK] = "it cannot be read"
        before = json.dumps(found)
        assert json.dumps(Examine().preprocess(found, resources)[0]) == before


# --- all of them, by nbgrader's own command -------------------------------------------------------------

BROKEN = """
import autograder.nbgrader.examine as examine
from autograder.failures import GraderError

def broken(*_):
    raise GraderError("no sandbox can be had on this machine:\\n  bubblewrap: it is not there")

examine.pool_of = broken
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("course")
    source = quiz()
    write(course / "source" / "quiz", source)
    shutil.copy(ROOT / "nbgrader_config.json", course)
    done = nbgrader(course, "generate_assignment", "quiz")
    assert done.returncode == 0, done.stderr
    right, tampered = handed_in(), handed_in(halve="def halve(x):\n    return 3")
    find(tampered, "check-halve").source = "pass"
    find(tampered, "check-halve").metadata["tags"] = ["skip-execution"]
    tampered.cells = [each for each in tampered.cells if each is not find(tampered, "check-double")]
    tampered.cells += [cell("pass", "halve"), v4.new_markdown_cell("$a<b$ <script>alert('mine')</script>")]
    write(course / "submitted" / "ada" / "quiz", right)
    write(course / "submitted" / "bea" / "quiz", tampered)
    write(course / "submitted" / "cem" / "quiz", right).write_text("{")
    (course / "submitted" / "dov" / "quiz").mkdir(parents=True)
    (course / "submitted" / "dov" / "quiz" / "quiz.ipynb").symlink_to("../../ada/quiz/quiz.ipynb")
    (course / "submitted" / "dov" / "quiz" / "more.txt").symlink_to("/etc/passwd")
    write(course / "submitted" / "eli" / "quiz", right)
    os.mkfifo(course / "submitted" / "eli" / "quiz" / "timestamp.txt")  # nbgrader would wait for it
    return course


@pytest.fixture(scope="module")
def first(course: Path) -> subprocess.CompletedProcess[str]:
    """A run in which no sandbox can be had."""
    config = course / "nbgrader_config.py"
    config.write_text(BROKEN, encoding="utf-8")
    done = nbgrader(course, "autograde", "quiz")
    config.unlink()
    return done


@pytest.fixture(scope="module")
def second(course: Path, first: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    from autograder.sandbox.probe import probe

    # where no sandbox can be had, this class is as good without
    trust = () if probe().sufficient else ("--Examine.trust_submissions=True",)
    return nbgrader(course, "autograde", "quiz", *trust)


@pytest.mark.ci
class TestTheCommand:
    def test_a_grader_that_fails_grades_nobody(
        self, course: Path, first: subprocess.CompletedProcess[str]
    ) -> None:
        assert first.returncode == 1
        assert "ada is not graded, because the grader itself failed; run it again: no sandbox" in first.stderr
        assert "cem is not graded: the notebook is not valid JSON" in first.stderr
        assert "dov is not graded: quiz.ipynb is a link, not a file that was handed in" in first.stderr

    def test_the_next_run_takes_them_up(self, course: Path, second: subprocess.CompletedProcess[str]) -> None:
        assert second.returncode == 0, second.stderr
        assert "Traceback" not in second.stderr
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
            scores = {
                student: {
                    grade.name: (grade.auto_score, grade.needs_manual_grade)
                    for grade in gradebook.find_submission_notebook("quiz", "quiz", student).grades
                }
                for student in ("ada", "bea", "cem", "dov")
            }
        manual = {"essay": (None, True), "drawing": (None, True)}
        ungraded = {"check-double": (None, True), "check-halve": (None, True), **manual}
        assert scores["ada"] == {"check-double": (3.0, False), "check-halve": (2.0, False), **manual}
        assert scores["bea"] == {"check-double": (3.0, False), "check-halve": (0.0, False), **manual}
        assert scores["cem"] == scores["dov"] == ungraded

    def test_what_the_log_and_the_folder_say(self, course: Path, second: subprocess.CompletedProcess[str]) -> None:
        assert "check-double runs beside the student's code: not forge-proof" in second.stderr
        assert second.stderr.count("dov: left out, because it is a link: more.txt") == 1
        assert "eli is not graded: timestamp.txt is a link or a special file" in second.stderr
        assert not (course / "autograded" / "eli").exists()
        assert not (course / "autograded" / "dov" / "quiz" / "more.txt").exists()
        found = nbformat.read(course / "autograded" / "bea" / "quiz" / "quiz.ipynb", as_version=4)
        assert names_of(found) == NAMES
        last = found.cells[-1]
        assert markdown2html({"cell": last}, last.source) == "<p>$a&lt;b$ </p>\n"


def write(folder: Path, found: NotebookNode) -> Path:
    folder.mkdir(parents=True)
    path = folder / "quiz.ipynb"
    nbformat.write(found, path)
    return path


def nbgrader(course: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return warm.nbgrader(course, *words, "--log-level=INFO")
