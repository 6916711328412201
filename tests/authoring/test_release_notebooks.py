"""What students get, for real: every release notebook in a fresh kernel, and in stock nbgrader."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, checks_of, lesson_of, points_of
from autograder.examiner.session import Examiner
from autograder.grading.examine import examine_all
from autograder.grading.job import Job
from tests import warm
from tests.banks import ROOT

#: Many times the seconds that stock nbgrader gives a cell: the machine may be slow, and busy.
CELL_SECONDS = 600


def notebook(step: str, lesson: str) -> NotebookNode:
    return nbformat.read(ROOT / step / lesson / f"{lesson}.ipynb", as_version=4)


def cells_of(found: NotebookNode, role: str) -> dict[str, NotebookNode]:
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in found.cells
        if "nbgrader" in cell.metadata and cell.metadata.nbgrader[role]
    }


def solved(lesson: str) -> NotebookNode:
    """The release notebook with the solutions pasted in."""
    found = notebook("release", lesson)
    cells = cells_of(found, "solution")
    for name, solution in cells_of(notebook("source", lesson), "solution").items():
        cells[name].source = solution.source
    return found


# --- in a fresh kernel --------------------------------------------------------------------------------


@cache
def executed(lesson: str, folder: Path) -> tuple[NotebookNode, NotebookNode]:
    """The notebook as it was handed out, and then solved, each after "Run all", in one fresh kernel.

    A kernel takes longer to start than most lessons to run. Drawing takes longest, and is seen in the solved one.
    """
    untouched, right = notebook("release", lesson), solved(lesson)
    quiet, loud = (nbformat.v4.new_code_cell(f"%matplotlib {name}") for name in ("agg", "inline"))
    both = notebook("release", lesson)
    both.cells = [quiet, *untouched.cells, loud, *right.cells]
    run_all(both, folder)
    middle = 1 + len(untouched.cells)
    untouched.cells, right.cells = both.cells[1:middle], both.cells[middle + 1 :]
    return untouched, right


def run_all(found: NotebookNode, folder: Path) -> None:
    """Restart and run all; the first exception of a cell is raised here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        place = {"metadata": {"path": str(folder)}}
        NotebookClient(found, timeout=CELL_SECONDS, kernel_name="python3", resources=place).execute()


#: In a usual run that with an engine of its own stands for all.
LESSONS = [
    pytest.param(lesson, marks=() if lesson == "autograd" else pytest.mark.long) for lesson in available_lessons()
]


def shown(exercise: str) -> str:
    """The points on the card of an exercise, which of an optional one count for nothing."""
    return f"{sum(check.points for check in checks_of(lesson_of(exercise) or '') if check.exercise == exercise):g}"


@pytest.mark.ci
@pytest.mark.parametrize("lesson", LESSONS)
class TestInAKernel:
    @pytest.fixture
    def run(self, lesson: str, tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
        return executed(lesson, tmp_path_factory.getbasetemp())[1]

    def test_every_cell_runs(self, run: NotebookNode, lesson: str) -> None:
        code = [cell for cell in run.cells if cell.cell_type == "code"]
        assert None not in [cell.execution_count for cell in code]
        outputs = [output for cell in code for output in cell.outputs]
        assert not [output for output in outputs if output.output_type == "error"]
        warnings = [output.text for output in outputs if output.get("name") == "stderr"]
        assert not [text for text in warnings if "font cache" not in text], "the lesson itself warns of nothing"
        assert sum("image/png" in output.get("data", {}) for output in outputs) >= 2, "the lesson has pictures"

    def test_every_check_gives_its_points_as_a_bare_number_and_a_card(
        self, run: NotebookNode, lesson: str
    ) -> None:
        worth = points_of(lesson)
        checks = cells_of(run, "grade")
        assert set(checks) == {f"check-{name}" for name in worth}
        for name, points in worth.items():
            cell = checks[f"check-{name}"]
            results = [output for output in cell.outputs if output.output_type == "execute_result"]
            assert len(results) == 1, "nbgrader reads the first"
            assert results[0].data["text/plain"] == f"{points:g}"
            assert cell.metadata.nbgrader.points == points
            assert name in results[0].data["text/html"]
            assert f"{shown(name)}/{shown(name)} points" in results[0].data["text/html"]
            others = [output for output in cell.outputs if output is not results[0]]
            assert all(output.output_type == "display_data" for output in others), "only a progress bar"

    def test_run_all_on_an_untouched_notebook_reaches_every_check(
        self, lesson: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Nothing is red: what is not begun has a grey card, and what needs it says so in a line."""
        run = executed(lesson, tmp_path_factory.getbasetemp())[0]
        for name in points_of(lesson):
            (result,) = [
                o for o in cells_of(run, "grade")[f"check-{name}"].outputs if o.output_type == "execute_result"
            ]
            assert result.data["text/plain"] == "0"
            card = result.data["text/html"]
            assert f"Not begun yet: write {name}, run its cell, and run this check again." in card
            assert f"0/{shown(name)} points" in card
            assert "#e5484d" not in card
        guarded = [cell for cell in run.cells if cell.cell_type == "code" and "with needs(" in cell.source]
        for cell in guarded:
            # matplotlib may say in any cell that it makes its font cache, also in the middle of a line
            said = [output for output in cell.outputs if output.get("name") != "stderr"]
            assert {output.get("name") for output in said} == {"stdout"}
            assert re.fullmatch(r"Not yet: this cell needs \w+, which .+\n", "".join(o.text for o in said))


# --- in stock nbgrader, with its own Execute and nothing of ours configured -------------------------------


def right() -> str:
    return without_plots(solved("activations"))


def untouched() -> str:
    return without_plots(notebook("release", "activations"))


def without_plots(found: NotebookNode) -> str:
    """Drawing takes longer than all the rest, and is seen in the solved one."""
    found.cells = [cell for cell in found.cells if "nbgrader" in cell.metadata or "plt." not in cell.source]
    return str(nbformat.writes(found))


def with_a_wrong_softmax() -> str:
    """It sums over the whole tensor."""
    found = solved("activations")
    cell = cells_of(found, "solution")["softmax"]
    wrong = cell.source.replace(".sum(dim=dim, keepdim=True)", ".sum()")
    assert wrong != cell.source
    cell.source = wrong
    return without_plots(found)


def noisy() -> str:
    """Right; it prints and warns on stderr in its own cells, and whenever one of its functions is called."""
    found = solved("activations")
    for cell in cells_of(found, "solution").values():
        noise = "print('a line', file=sys.stderr)\nwarnings.warn('look at me')\n"
        inside = noise.replace("\n", "\n    ")
        marker = "    ### BEGIN SOLUTION\n"
        assert cell.source.count(marker) == 1
        cell.source = f"import sys, warnings\n{noise}" + cell.source.replace(marker, f"    {inside.rstrip(' ')}")
    return without_plots(found)


CLASS = {"solved": right, "wrong": with_a_wrong_softmax, "untouched": untouched, "noisy": noisy}


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """For each student, the score of each check cell in stock nbgrader's gradebook."""
    from nbgrader.api import Gradebook

    course = tmp_path_factory.mktemp("stock")
    write(course / "source", "activations", (ROOT / "source/activations/activations.ipynb").read_text("utf-8"))
    for student, text in CLASS.items():
        write(course / "submitted" / student, "activations", text())
    for command in ("generate_assignment", "autograde"):
        nbgrader(course, command, "activations")
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        return {
            student: {
                grade.name.removeprefix("check-"): grade.score
                for found in gradebook.find_submission("activations", student).notebooks
                for grade in found.grades
            }
            for student in CLASS
        }


def write(folder: Path, lesson: str, text: str) -> Path:
    path = folder / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def nbgrader(course: Path, command: str, lesson: str) -> None:
    """Run a command of nbgrader's in a course directory that has no configuration."""
    done = warm.nbgrader(course, command, lesson, JUPYTER_CONFIG_DIR=str(course / "no_configuration"))
    assert done.returncode == 0, done.stderr[-3000:]
    assert not list(course.glob("*_config.py"))
    assert "ran in the sandbox" not in done.stderr


@pytest.fixture(scope="module")
def ours(
    tmp_path_factory: pytest.TempPathFactory, examiner: Examiner, zygote: Zygote
) -> dict[str, dict[str, float]]:
    """For each student, the score of each exercise in our own report."""
    folder = tmp_path_factory.mktemp("ours")
    jobs = [Job(write(folder / who, "activations", text()), "activations", who) for who, text in CLASS.items()]
    reports = list(examine_all(jobs, examiner, zygote))
    assert all(report.graded for report in reports)
    return {report.submission: {e.name: e.points for e in report.exercises} for report in reports}


@pytest.mark.long
class TestStockNbgrader:
    @pytest.mark.parametrize("student", CLASS)
    def test_the_same_scores(
        self, student: str, stock: dict[str, dict[str, float]], ours: dict[str, dict[str, float]]
    ) -> None:
        assert stock[student] == ours[student]

    def test_full_partial_and_nothing(self, stock: dict[str, dict[str, float]]) -> None:
        full = points_of("activations")
        assert stock["solved"] == full
        assert set(stock["untouched"].values()) == {0.0}
        assert {name for name, points in stock["wrong"].items() if points != full[name]} == {"softmax"}
        assert 0 < stock["wrong"]["softmax"] < full["softmax"], "partial credit"

    def test_stderr_costs_nothing(self, stock: dict[str, dict[str, float]]) -> None:
        """Stock nbgrader gives 0 for a test cell with anything on stderr; our check keeps it clean."""
        assert stock["noisy"] == points_of("activations")
