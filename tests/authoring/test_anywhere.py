"""A notebook that says where its course is published: a badge for Colab, and a cell that installs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.authoring.build import build, from_notebooks, stale
from autograder.authoring.skeleton import add_lesson, make_course
from autograder.channel.zygote import Zygote
from autograder.course.courses import Course, here, renewed
from autograder.examiner.session import Examiner
from autograder.failures import CourseError
from autograder.grading.examine import examine, submission_of
from autograder.grading.job import Job
from tests.banks import ROOT

ADDRESS = "https://github.com/ada/trees-course"
MADE = ("source/trees/trees.ipynb", "release/trees/trees.ipynb", "exercises/trees.py")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of somebody's own that is published, with what is built of it."""
    root = tmp_path_factory.mktemp("published") / "my-course"
    with pytest.MonkeyPatch.context() as patch:
        make_course(root)
        patch.chdir(root)
        add_lesson(renewed(), "trees")
        with (root / "course.toml").open("a", encoding="utf-8") as file:
            file.write(f'address = "{ADDRESS}"\n')
        renewed()
        build(root)
    return root


@pytest.fixture(autouse=True)
def _in_the_course(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)


def cells(course: Path, name: str) -> list[Any]:
    return list(nbformat.read(course / name, as_version=4).cells)


@pytest.mark.parametrize("name", MADE[:2])
def test_the_notebooks_open_in_colab_and_install_what_is_missing(course: Path, name: str) -> None:
    """In source/ as well: nbgrader makes release/ anew from it."""
    found = cells(course, name)
    link = "https://colab.research.google.com/github/ada/trees-course/blob/HEAD/release/trees/trees.ipynb"
    assert found[0].cell_type == "markdown"
    assert found[0].source.endswith(f"]({link})")
    assert found[0].source.startswith("[![Open in Colab](")
    install, imports = [cell for cell in found if cell.cell_type == "code"][:2]
    assert f'%pip install --quiet "git+{ADDRESS}"' in install.source
    assert install.metadata.nbgrader.locked
    assert imports.metadata.nbgrader.grade_id == "imports"


def test_a_file_for_an_editor_has_neither(course: Path) -> None:
    text = (course / MADE[2]).read_text(encoding="utf-8")
    assert "colab" not in text
    assert "%pip" not in text


def test_where_the_kit_is_there_nothing_is_installed(course: Path) -> None:
    asked: list[str] = []
    install = next(cell for cell in cells(course, MADE[1]) if cell.cell_type == "code")
    from IPython.core.inputtransformer2 import TransformerManager

    class Shell:
        def run_line_magic(self, name: str, line: str) -> None:
            asked.append(f"{name} {line}")

    code = TransformerManager().transform_cell(install.source)
    exec(code, {"get_ipython": Shell})
    assert asked == []
    missing = code.replace("import autograder", "import a_module_that_nobody_has")
    exec(missing, {"get_ipython": Shell})
    assert asked == [f'pip install --quiet "git+{ADDRESS}"']


def test_a_submission_with_it_is_graded_as_any_other(course: Path, examiner: Examiner, zygote: Zygote) -> None:
    job = Job(course / MADE[1], "trees", "ada")
    report = examine(submission_of(job), job, Examiner(), zygote)
    assert (report.graded, report.flags) == (True, ())


def test_builds_are_up_to_date_and_edits_come_back_without_it(course: Path) -> None:
    assert stale(course) == []
    script = (course / "solutions" / "trees.py").read_text(encoding="utf-8")
    assert from_notebooks(course) == []
    path = course / MADE[0]
    notebook = json.loads(path.read_text(encoding="utf-8"))
    title = next(cell for cell in notebook["cells"] if "# Trees" in "".join(cell["source"]))
    title["source"] = ["# Tall trees"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    from_notebooks(course)
    carried = (course / "solutions" / "trees.py").read_text(encoding="utf-8")
    assert "# Tall trees" in carried
    assert "colab" not in carried
    assert "%pip" not in carried
    (course / "solutions" / "trees.py").write_text(script, encoding="utf-8")
    build(course)
    assert stale(course) == []


def test_without_an_address_there_is_neither(course: Path) -> None:
    for lesson in ROOT.glob("release/*/*.ipynb"):
        assert "colab.research" not in lesson.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address", ["'ada/trees'", "3", "'https://example.org/x'", "'https://github.com/a/b.git'"]
)
def test_an_address_of_another_kind_is_refused(course: Path, address: str) -> None:
    file = course / "course.toml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace(f'"{ADDRESS}"', address), encoding="utf-8")
    try:
        with pytest.raises(CourseError, match="`address` is as in"):
            renewed()
    finally:
        file.write_text(before, encoding="utf-8")
        course_now: Course = renewed()
    assert here() == (course_now,)
