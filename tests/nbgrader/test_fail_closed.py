"""However the course's configuration is broken, no submission says its own score or runs outside the sandbox."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbgrader")

from nbgrader.api import Gradebook, MissingEntry

from tests.banks import ROOT
from tests.warm import nbgrader

pytestmark = pytest.mark.ci

CONFIG = json.loads((ROOT / "nbgrader_config.json").read_text(encoding="utf-8"))

#: What a forger hands in: every check cell would be worth full marks, and the file shows where it ran.
FORGERY = "import pathlib\npathlib.Path({mark!r}).touch()\ncheck = lambda *names: 10.0\n"


def configured(**autograde: Any) -> str:
    return json.dumps({**CONFIG, "Autograde": {**CONFIG["Autograde"], **autograde}})


def without(name: str) -> str:
    kept = [each for each in CONFIG["Autograde"]["autograde_preprocessors"] if not each.endswith(name)]
    return configured(autograde_preprocessors=kept)


#: what breaks -> the files of the course directory then, and whether grading goes on
BROKEN: dict[str, tuple[dict[str, str], bool]] = {
    "a nbgrader_config.py that raises": ({"nbgrader_config.py": "1 / 0"}, True),
    "a nbgrader_config.py that ends the command": ({"nbgrader_config.py": "raise SystemExit(1)"}, False),
    "half a nbgrader_config.json": ({"nbgrader_config.json": json.dumps(CONFIG)[:300]}, False),
    "no Examine": ({"nbgrader_config.json": without("Examine")}, False),
    "stock's Execute beside ours": (
        {"nbgrader_config.json": configured(autograde_preprocessors=["nbgrader.preprocessors.Execute"])},
        False,
    ),
    "a plugin that is not there": (
        {"nbgrader_config.json": configured(sanitize_preprocessors=["autograder.gone.RestoreCells"])},
        False,
    ),
    "an exporter that is not there": (
        {"nbgrader_config.json": configured(exporter_class="autograder.gone.X")},
        False,
    ),
    "stock's exporter": (
        {"nbgrader_config.json": configured(exporter_class="nbconvert.exporters.NotebookExporter")},
        False,
    ),
}


#: What a usual run tries: a list that lacks something.
OFTEN = ("no Examine",)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose assignment was made with the kit's configuration."""
    course = tmp_path_factory.mktemp("template")
    shutil.copy(ROOT / "nbgrader_config.json", course)
    shutil.copytree(ROOT / "source" / "perceptron", course / "source" / "perceptron")
    done = nbgrader(course, "generate_assignment", "perceptron")
    assert done.returncode == 0, done.stderr
    return course


def hand_in(course: Path, mark: Path) -> None:
    notebook = json.loads((course / "release" / "perceptron" / "perceptron.ipynb").read_text(encoding="utf-8"))
    named = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    forgery = {"cell_type": "code", "metadata": {}, "source": FORGERY.format(mark=str(mark)), "outputs": []}
    notebook["cells"] = [{**forgery, "execution_count": None, "id": "forgery"}, *named]
    folder = course / "submitted" / "eve" / "perceptron"
    folder.mkdir(parents=True)
    (folder / "perceptron.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def scores(course: Path) -> list[float | None]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        try:
            notebooks = gradebook.find_submission("perceptron", "eve").notebooks
        except MissingEntry:
            return []
        return [grade.auto_score for notebook in notebooks for grade in notebook.grades]


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own use of its data base
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.long) for name in BROKEN]
)
def test_a_broken_configuration_scores_nobody_and_runs_nothing(name: str, template: Path, tmp_path: Path) -> None:
    files, goes_on = BROKEN[name]
    course, mark = tmp_path / "course", tmp_path / "it-ran"
    shutil.copytree(template, course)
    hand_in(course, mark)
    for file, text in files.items():
        (course / file).write_text(text, encoding="utf-8")
    from autograder.sandbox.probe import probe

    if goes_on and not probe().sufficient:
        pytest.skip("no sandbox on this machine, in which grading could go on")
    done = nbgrader(course, "autograde", "perceptron")
    assert not mark.exists(), "a cell ran outside of the sandbox"
    assert (done.returncode == 0) == goes_on, done.stderr
    found = scores(course)
    assert not any(found), found
    assert (found == [0.0] * len(found) != []) == goes_on, "nobody is graded, or in the sandbox"


def test_a_gradebook_made_without_the_kit_gets_the_wall_at_the_first_run(template: Path, tmp_path: Path) -> None:
    """Then the configuration is lost, and the forger has nothing of it."""
    course, mark = tmp_path / "course", tmp_path / "it-ran"
    shutil.copytree(template, course)
    (course / "gradebook.db").unlink()
    config = (course / "nbgrader_config.json").read_text(encoding="utf-8")
    (course / "nbgrader_config.json").unlink()
    assert nbgrader(course, "generate_assignment", "perceptron", "--force").returncode == 0
    (course / "submitted" / "nobody" / "perceptron").mkdir(parents=True)
    (course / "submitted" / "nobody" / "perceptron" / "perceptron.ipynb").write_text("{", encoding="utf-8")
    (course / "nbgrader_config.json").write_text(config, encoding="utf-8")
    nbgrader(course, "autograde", "perceptron")
    (course / "nbgrader_config.json").unlink()
    hand_in(course, mark)
    done = nbgrader(course, "autograde", "perceptron")
    assert "NoSuchKernel" in done.stderr
    assert not mark.exists()
    assert not any(scores(course))


def test_an_assignment_that_was_never_made_is_said_in_one_sentence(template: Path, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(template, course)
    (course / "gradebook.db").unlink()
    hand_in(course, tmp_path / "it-ran")
    done = nbgrader(course, "autograde", "perceptron")
    assert done.returncode == 1
    assert "run `nbgrader generate_assignment perceptron --force` once" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_configuration_computes_nothing() -> None:
    """Names and values alone: a submission cannot make it fail."""
    assert not (ROOT / "nbgrader_config.py").exists()
    assert set(CONFIG) == {"CourseDirectory", "GenerateAssignment", "ClearSolutions", "Autograde"} | {
        "GenerateFeedback",
        "HTMLExporter",
        "ExportApp",
    }
