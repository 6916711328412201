"""`autograder build`: what it makes, what it refuses, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest

from autograder.authoring.build import build, from_notebooks, stale
from autograder.failures import BuildError
from tests.banks import ROOT
from tests.warm import nbgrader

LESSONS = sorted(path.stem for path in (ROOT / "solutions").glob("*.py"))

HEADER = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

"""


def solution(name: str) -> str:
    return (
        f'# %% nbgrader={{"grade": false, "grade_id": "{name}", "locked": false, "schema_version": 3, '
        '"solution": true, "task": false}\n'
    )


def checked(name: str, points: int = 3) -> str:
    return (
        f'# %% tags=["active-ipynb"] nbgrader={{"grade": true, "grade_id": "check-{name}", "locked": true, '
        f'"points": {points}, "schema_version": 3, "solution": false, "task": false}}\n# check("{name}")\n'
    )


def locked(name: str) -> str:
    return (
        f'nbgrader={{"grade": false, "grade_id": "{name}", "locked": true, "schema_version": 3, '
        '"solution": false, "task": false}'
    )


DOUBLE = f'''\
{solution("double")}def double(x):
    """Twice x, also when x is ½."""
    ### BEGIN SOLUTION
    twice_the_value = x + x
    return twice_the_value
    ### END SOLUTION
'''

SCALE = f'''\
{solution("Scale")}class Scale:
    """Multiply by a factor."""

    def __init__(self, factor):
        ### BEGIN SOLUTION
        self.remembered = factor
        ### END SOLUTION

    def __call__(self, x):
        ### BEGIN SOLUTION
        return x * self.remembered
        ### END SOLUTION
'''

PICTURE = """\
# # a picture
# for i in range(3):
#     print(math.sqrt(i))"""

SAMPLE = f"""\
{HEADER}# %% [markdown]
# # Doubling — déjà vu
#
# Twice $x$ is $x + x$.

# %% {locked("imports")}
import math

# %% tags=["active-ipynb"]
# from autograder import check
# %matplotlib inline

# %% [markdown]
# Now you.

{DOUBLE}
{checked("double")}
# %% [markdown]
# Now you.

{SCALE}

{checked("Scale", points=4)}
# %% tags=["active-ipynb"]
{PICTURE}
"""

MADE = ["source/doubling/doubling.ipynb", "release/doubling/doubling.ipynb", "exercises/doubling.py"]


def course_of(folder: Path, script: str = SAMPLE) -> Path:
    (folder / "solutions").mkdir(parents=True)
    (folder / "solutions" / "doubling.py").write_text(script, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return course_of(tmp_path / "course")


def made(course: Path) -> dict[str, bytes]:
    folders = [course / name for name in ("source", "release", "exercises")]
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(course).as_posix(): path.read_bytes() for path in paths}


def notebook(course: Path, step: str, lesson: str = "doubling") -> Any:
    return nbformat.read(course / step / lesson / f"{lesson}.ipynb", as_version=4)


def cell(found: Any, name: str) -> Any:
    return next(cell for cell in found.cells if cell.id == name)


class TestWhatIsMade:
    def test_the_code_of_a_folded_cell_is_hidden_in_jupyter(self, tmp_path: Path) -> None:
        folded = SAMPLE.replace(f'tags=["active-ipynb"]\n{PICTURE}', f'tags=["active-ipynb", "folded"]\n{PICTURE}')
        course = course_of(tmp_path / "course", folded)
        build(course)
        for step in ("source", "release"):
            hidden = [cell.source for cell in notebook(course, step).cells if "jupyter" in cell.metadata]
            assert [source.partition("\n")[0] for source in hidden] == ["# a picture"]
            assert notebook(course, step).cells[-1].metadata.jupyter == {"source_hidden": True}
        assert stale(course) == []

    def test_three_files_and_their_paths_are_returned(self, course: Path) -> None:
        written = build(course, ["doubling"])
        assert [path.relative_to(course).as_posix() for path in written] == MADE
        assert sorted(made(course)) == sorted(MADE)

    def test_all_lessons_when_none_is_named(self, course: Path) -> None:
        (course / "solutions" / "other.py").write_text(HEADER + "# %% [markdown]\n# Only prose.\n")
        (course / "solutions" / "__init__.py").touch()
        build(course)
        assert {path.split("/")[1].removesuffix(".py") for path in made(course)} == {"doubling", "other"}

    @pytest.mark.ci
    def test_same_bytes_in_another_folder_and_another_process(self, course: Path, tmp_path: Path) -> None:
        build(course)
        other = course_of(tmp_path / "elsewhere with (brackets)+")
        command = "from pathlib import Path; from autograder.authoring.build import build; build(Path())"
        environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", command], cwd=other, env=environment, check=True)
        assert made(other) == made(course)

    def test_second_build_writes_nothing(self, course: Path) -> None:
        build(course)
        assert build(course) == []

    def test_gradebook_is_neither_made_nor_read(self, course: Path, tmp_path: Path) -> None:
        build(course)
        assert not (course / "gradebook.db").exists()
        other = course_of(tmp_path / "graded")
        (other / "gradebook.db").write_bytes(b"not a data base")
        build(other)
        assert (other / "gradebook.db").read_bytes() == b"not a data base"
        assert made(other) == made(course)

    def test_working_directory_stays(self, course: Path) -> None:
        before = Path.cwd()
        build(course)
        assert Path.cwd() == before

    @pytest.mark.parametrize("step", ["source", "release"])
    def test_notebooks_are_valid_with_stable_unique_ids(self, course: Path, step: str) -> None:
        build(course)
        found = notebook(course, step)
        nbformat.validate(found)
        ids = [cell.id for cell in found.cells]
        assert len(set(ids)) == len(ids)
        for cell in found.cells:
            assert cell.id == cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)

    def test_a_new_cell_leaves_the_other_ids_alone(self, course: Path, tmp_path: Path) -> None:
        build(course)
        marker = "# %% [markdown]\n# Now you.\n"
        longer = course_of(tmp_path / "longer", SAMPLE.replace(marker, "# %% [markdown]\n# New.\n\n" + marker, 1))
        build(longer)
        before, after = ([c.id for c in notebook(where, "source").cells] for where in (course, longer))
        assert len(after) == len(before) + 1
        assert set(before) < set(after)

    @pytest.mark.parametrize("step", ["source", "release"])
    def test_no_outputs_and_nothing_of_the_machine(self, course: Path, step: str) -> None:
        build(course)
        found = notebook(course, step)
        assert {key: value for key, value in found.metadata.items() if key != "autograder"} == {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
        for cell in found.cells:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None
        assert {key for cell in found.cells for key in cell.metadata} <= {
            "tags", "nbgrader", "deletable", "editable",
        }  # fmt: skip

    def test_text_is_utf8_with_lf_and_a_last_newline(self, course: Path) -> None:
        build(course)
        for content in made(course).values():
            assert "déjà vu" in content.decode()
            assert b"\r" not in content
            assert content.endswith(b"\n")
            assert not content.endswith(b"\n\n")

    def test_notebook_only_code_is_live_in_notebooks(self, course: Path) -> None:
        build(course)
        sources = [cell.source for cell in notebook(course, "release").cells]
        assert 'check("double")' in sources
        assert "from autograder import check\n%matplotlib inline" in sources

    def test_stub_keeps_signature_and_docstring(self, course: Path) -> None:
        build(course)
        assert cell(notebook(course, "release"), "double").source == (
            'def double(x):\n    """Twice x, also when x is ½."""\n'
            "    # YOUR CODE HERE\n    raise NotImplementedError()"
        )
        assert cell(notebook(course, "release"), "Scale").source.count("# YOUR CODE HERE") == 2

    def test_cells_are_locked_and_summed_as_nbgrader_does(self, course: Path) -> None:
        build(course)
        check, exercise = (cell(notebook(course, "release"), name) for name in ("check-double", "double"))
        assert (check.metadata.deletable, check.metadata.editable) == (False, False)
        assert exercise.metadata.deletable is False
        assert "editable" not in exercise.metadata
        for found in (check, exercise):
            assert re.fullmatch("[0-9a-f]{32}", found.metadata.nbgrader.checksum)
        assert "checksum" not in made(course)["source/doubling/doubling.ipynb"].decode()

    def test_exercise_is_a_script_that_raises_only_when_called(self, course: Path) -> None:
        build(course)
        text = (course / "exercises" / "doubling.py").read_text(encoding="utf-8")
        namespace: dict[str, Any] = {}
        exec(compile(text, "doubling.py", "exec"), namespace)
        with pytest.raises(NotImplementedError):
            namespace["double"](1)
        assert "nbgrader" not in text
        assert '# %% tags=["active-ipynb"]\n# check("double")\n' in text
        assert text.startswith("# %% [markdown]\n")
        assert "python -m autograder check doubling --student exercises/doubling.py" in text
        assert "python -m autograder hint double" in text

    def test_exercise_and_release_have_the_same_cells(self, course: Path) -> None:
        build(course)
        _, *cells = jupytext.read(course / "exercises" / "doubling.py").cells
        released = notebook(course, "release").cells
        assert [(c.cell_type, c.source) for c in cells] == [(c.cell_type, c.source) for c in released]

    @pytest.mark.ci
    def test_release_is_what_nbgrader_itself_makes(self, course: Path, tmp_path: Path) -> None:
        config = 'c = get_config()\nc.ClearSolutions.code_stub = {"python": "...  # YOUR CODE HERE"}\n'
        (course / "nbgrader_config.py").write_text(config)
        build(course)
        ours = made(course)
        assert "...  # YOUR CODE HERE" in ours["exercises/doubling.py"].decode()
        nothing = str(tmp_path / "no configuration")
        nbgrader(course, "generate_assignment", "doubling", "--force", JUPYTER_CONFIG_DIR=nothing)
        assert (course / "gradebook.db").exists()
        assert made(course) == ours
        assert stale(course) == []


class TestCheck:
    def test_nothing_is_stale_after_a_build(self, course: Path) -> None:
        build(course)
        assert stale(course) == []
        assert stale(course, ["doubling"]) == []

    def test_everything_is_missing_before_and_nothing_is_written(self, course: Path) -> None:
        found = stale(course)
        assert [item.path.relative_to(course).as_posix() for item in found] == MADE
        assert all("missing" in item.reason for item in found)
        assert made(course) == {}

    @pytest.mark.parametrize("name", MADE)
    def test_other_line_ends_are_stale_and_healed(self, course: Path, name: str) -> None:
        """They come from a checkout, and nobody's work is lost with them."""
        build(course)
        path = course / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        (found,) = stale(course)
        assert found.path == path
        assert "stale" in found.reason
        assert str(found).startswith(str(path))
        assert build(course) == [path]
        assert stale(course) == []

    def test_an_edited_solution_makes_its_notebooks_stale(self, course: Path) -> None:
        build(course)
        script = course / "solutions" / "doubling.py"
        script.write_text(SAMPLE.replace("x + x\n", "2 * x\n"), encoding="utf-8")
        # the release tells from which source it was made
        assert {item.path.parts[-3] for item in stale(course)} == {"source", "release"}

    @pytest.mark.parametrize("name", ["release/doubling/old.ipynb", "release/gone/gone.ipynb",
                                      "exercises/gone.py", "source/doubling/picture.png"])  # fmt: skip
    def test_extra_files_are_named_and_left(self, course: Path, name: str) -> None:
        build(course)
        extra = course / name
        extra.parent.mkdir(exist_ok=True)
        extra.touch()
        (found,) = stale(course)
        assert found.path == extra
        assert "extra" in found.reason
        build(course)
        assert extra.exists()

    def test_checkpoints_are_not_extra(self, course: Path) -> None:
        build(course)
        checkpoints = course / "source" / "doubling" / ".ipynb_checkpoints"
        checkpoints.mkdir()
        (checkpoints / "doubling-checkpoint.ipynb").touch()
        assert stale(course) == []

    def test_another_lesson_is_not_looked_at(self, course: Path) -> None:
        (course / "solutions" / "other.py").write_text(HEADER + "# %% [markdown]\n# Only prose.\n")
        build(course, ["doubling"])
        assert stale(course, ["doubling"]) == []
        assert len(stale(course)) == 3


def saved_by_jupyter(course: Path, edit: Callable[[Any], None] = lambda found: None) -> None:
    """Edit the source notebook, run it, and save it with all that Jupyter and its extensions leave."""
    path = course / "source" / "doubling" / "doubling.ipynb"
    found = nbformat.read(path, as_version=4)
    edit(found)
    found.metadata["language_info"] = {"name": "python", "version": "3.11.4"}
    found.metadata["widgets"] = {}
    for count, cell in enumerate(found.cells, start=1):
        cell.metadata |= {"collapsed": False, "scrolled": True, "trusted": True}
        cell.metadata |= {"ExecuteTime": {"end_time": "now"}, "jupyter": {"source_hidden": True}}
        cell.metadata.setdefault("tags", [])
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader |= {"checksum": "0" * 32, "cell_type": cell.cell_type}
        if cell.cell_type == "code":
            cell.execution_count = count
            cell.outputs = [nbformat.v4.new_output("stream", text="twice\n")]
            cell.source += "\n\n"
    nbformat.write(found, path)


def reword(found: Any) -> None:
    found.cells[0].source = found.cells[0].source.replace("Twice", "The double of")


def edit_by_hand(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Now you.", b"Now me."))


class TestEdits:
    """A build never overwrites an edit that it did not make."""

    @pytest.fixture(autouse=True)
    def built(self, course: Path) -> None:
        build(course)

    def test_an_edit_in_jupyter_is_kept_and_both_ways_out_are_named(self, course: Path) -> None:
        saved_by_jupyter(course, reword)
        before = made(course)
        ways_out = (
            "was edited since it was built: `autograder build --from-notebooks doubling` keeps the edit, "
            "`autograder build --discard-edits doubling` throws it away"
        )
        with pytest.raises(BuildError, match=rf"source/doubling/doubling\.ipynb {re.escape(ways_out)}$"):
            build(course)
        assert [(found.path, found.reason) for found in stale(course)] == [(course / MADE[0], ways_out)]
        assert made(course) == before

    def test_the_first_way_keeps_it(self, course: Path) -> None:
        saved_by_jupyter(course, reword)
        from_notebooks(course)
        assert "The double of" in (course / "solutions" / "doubling.py").read_text(encoding="utf-8")
        assert stale(course) == []
        assert build(course) == []

    def test_the_second_way_throws_it_away(self, course: Path) -> None:
        before = made(course)
        saved_by_jupyter(course, reword)
        build(course, discard_edits=True)
        assert made(course) == before
        assert stale(course) == []

    @pytest.mark.parametrize("name", MADE[1:])
    def test_an_edit_of_what_students_get_belongs_into_the_script(self, course: Path, name: str) -> None:
        edit_by_hand(course / name)
        before = made(course)
        for make in (build, from_notebooks):
            with pytest.raises(BuildError, match=rf"{re.escape(name)} was edited.*solutions/doubling\.py"):
                make(course)
        (found,) = stale(course)
        assert found.path == course / name
        assert "--discard-edits" in found.reason
        assert made(course) == before
        assert build(course, discard_edits=True) == [course / name]
        assert stale(course) == []

    @pytest.mark.parametrize("change", [lambda cells: cells.pop(), lambda cells: cells.insert(0, cells.pop())])
    def test_a_cell_deleted_or_moved_is_an_edit(self, course: Path, change: Callable[[Any], Any]) -> None:
        saved_by_jupyter(course, lambda found: change(found.cells))
        with pytest.raises(BuildError, match="was edited"):
            build(course)

    def test_other_points_are_an_edit(self, course: Path) -> None:
        def edit(found: Any) -> None:
            cell(found, "check-double").metadata.nbgrader["points"] = 5

        saved_by_jupyter(course, edit)
        with pytest.raises(BuildError, match="was edited"):
            build(course)
        checks = {"double": 3.0, "Scale": 4.0}
        with pytest.raises(BuildError, match=r'doubling\.ipynb: .*states 5 points .*write "points": 3 there, or'):
            from_notebooks(course, points_of=lambda lesson: checks)

    def test_running_and_saving_is_no_edit(self, course: Path) -> None:
        before = made(course)
        saved_by_jupyter(course)
        assert build(course) == [course / MADE[0]]
        assert made(course) == before

    def test_a_new_script_overwrites_what_was_built_from_the_old_one(self, course: Path) -> None:
        script = course / "solutions" / "doubling.py"
        script.write_text(SAMPLE.replace("Now you.", "Your turn."), encoding="utf-8", newline="\n")
        for path in made(course):  # as in a fresh clone, where times mean nothing
            os.utime(course / path)
        assert [path.relative_to(course).as_posix() for path in build(course)] == MADE
        assert b"Your turn." in made(course)["release/doubling/doubling.ipynb"]

    def test_a_new_script_and_an_edited_notebook(self, course: Path) -> None:
        """Neither is overwritten, and each way out is named."""
        script = course / "solutions" / "doubling.py"
        edited = SAMPLE.replace("Now you.", "Your turn.")
        script.write_text(edited, encoding="utf-8", newline="\n")
        saved_by_jupyter(course, reword)
        before = made(course)
        with pytest.raises(BuildError, match="was edited"):
            build(course)
        with pytest.raises(BuildError, match=r"edited as well.*`autograder build --discard-edits .*git checkout"):
            from_notebooks(course)
        assert (script.read_text(encoding="utf-8"), made(course)) == (edited, before)

    def test_an_exercise_file_without_the_notebooks_that_know_it(self, course: Path) -> None:
        shutil.rmtree(course / "source")
        shutil.rmtree(course / "release")
        assert len(build(course)) == 2, "it is what it would be"
        shutil.rmtree(course / "source")
        shutil.rmtree(course / "release")
        edit_by_hand(course / "exercises" / "doubling.py")
        with pytest.raises(BuildError, match="may hold an edit"):
            build(course)

    def test_notebooks_of_an_older_kit(self, course: Path) -> None:
        """They remember nothing: the same is fine, and anything else may be somebody's work."""
        for step in ("source", "release"):
            found = notebook(course, step)
            del found.metadata["autograder"]
            nbformat.write(found, course / step / "doubling" / "doubling.ipynb")
        assert len(build(course)) == 2
        found = notebook(course, "source")
        del found.metadata["autograder"]
        reword(found)
        nbformat.write(found, course / "source" / "doubling" / "doubling.ipynb")
        with pytest.raises(BuildError, match="--from-notebooks"):
            build(course)

    @pytest.mark.parametrize("step", ["source", "release"])
    def test_what_is_no_notebook_is_not_overwritten(self, course: Path, step: str) -> None:
        path = course / step / "doubling" / "doubling.ipynb"
        path.write_text("<<<<<<< HEAD\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        with pytest.raises(BuildError, match="--discard-edits"):
            build(course)
        assert path in build(course, discard_edits=True)
        assert stale(course) == []


class TestFromNotebooks:
    @pytest.fixture(autouse=True)
    def built(self, course: Path) -> None:
        build(course)

    def script(self, course: Path) -> str:
        return (course / "solutions" / "doubling.py").read_bytes().decode()

    def test_round_trip_without_edit(self, course: Path) -> None:
        assert from_notebooks(course) == []
        assert self.script(course) == SAMPLE

    def test_nothing_but_the_edit_comes_back(self, course: Path) -> None:
        before = made(course)
        saved_by_jupyter(course)
        changed = from_notebooks(course)
        assert [path.relative_to(course).as_posix() for path in changed] == MADE[:1]
        assert self.script(course) == SAMPLE
        assert made(course) == before

    @pytest.mark.parametrize("ending", ["", "\n\n"])
    def test_round_trip_keeps_an_unusual_end_of_file(self, course: Path, ending: str) -> None:
        script = SAMPLE.rstrip("\n") + ending
        (course / "solutions" / "doubling.py").write_text(script, encoding="utf-8", newline="\n")
        build(course)
        saved_by_jupyter(course)
        from_notebooks(course)
        assert self.script(course) == script

    def test_edits_arrive_and_everything_is_built_anew(self, course: Path) -> None:
        def edit(found: Any) -> None:
            prose, code = found.cells[0], cell(found, "double")
            prose.source = prose.source.replace("Twice", "The double of")
            code.source = code.source.replace("x + x", "2 * x")
            found.cells[-1].source = "# another picture\nprint(math.pi)"

        saved_by_jupyter(course, edit)
        changed = {path.relative_to(course).as_posix() for path in from_notebooks(course)}
        assert changed == {"solutions/doubling.py", *MADE}
        assert self.script(course) == (
            SAMPLE.replace("Twice $x$", "The double of $x$")
            .replace("x + x\n    return", "2 * x\n    return")
            .replace(PICTURE, "# # another picture\n# print(math.pi)")
        )
        assert stale(course) == []
        assert "The double of" in (course / "exercises" / "doubling.py").read_text(encoding="utf-8")

    def test_new_moved_and_deleted_cells(self, course: Path) -> None:
        def edit(found: Any) -> None:
            plot = found.cells.pop()
            plain, live = nbformat.v4.new_code_cell("import cmath"), nbformat.v4.new_code_cell("%time 1")
            live.metadata["tags"] = ["active-ipynb"]
            found.cells[2:4] = [plot, plain, live]

        saved_by_jupyter(course, edit)
        from_notebooks(course)
        live = '# %% tags=["active-ipynb"]\n'
        new = f"{live}{PICTURE}\n\n# %%\nimport cmath\n\n{live}# %time 1\n\n"
        head, tail = SAMPLE.split(f"{live}# from")
        rest = tail[tail.index("# %% nbgrader") :].rpartition(live)[0]
        assert self.script(course) == head + new + rest.rstrip("\n") + "\n"
        assert stale(course) == []

    def test_points_edited_in_jupyter(self, course: Path) -> None:
        def edit(found: Any) -> None:
            cell(found, "check-double").metadata.nbgrader["points"] = 5

        saved_by_jupyter(course, edit)
        from_notebooks(course, ["doubling"], points_of=lambda lesson: {"double": 5, "Scale": 4})
        assert self.script(course) == SAMPLE.replace('"points": 3', '"points": 5')

    def test_a_notebook_without_cell_ids(self, course: Path) -> None:
        path = course / "source" / "doubling" / "doubling.ipynb"
        content = json.loads(path.read_text(encoding="utf-8"))
        content["nbformat_minor"] = 4
        for found in content["cells"]:
            del found["id"]
        content["cells"][0]["source"] = "# Another title"
        path.write_text(json.dumps(content), encoding="utf-8")
        from_notebooks(course)
        edited = SAMPLE.index("# # Doubling"), SAMPLE.index(f"\n\n# %% {locked('imports')}")
        assert self.script(course) == f"{SAMPLE[: edited[0]]}# # Another title{SAMPLE[edited[1] :]}"
        assert stale(course) == []

    def test_an_edit_that_cannot_be_built_changes_nothing(self, course: Path) -> None:
        def edit(found: Any) -> None:
            found.cells[0].source += "\n\ntwice_the_value = x + x"

        saved_by_jupyter(course, edit)
        before = made(course)
        with pytest.raises(BuildError, match="twice_the_value"):
            from_notebooks(course)
        assert self.script(course) == SAMPLE
        assert made(course) == before

    def test_a_notebook_without_edits_does_not_undo_those_of_the_script(self, course: Path) -> None:
        edited = SAMPLE.replace("Now you.", "Your turn.")
        (course / "solutions" / "doubling.py").write_text(edited, encoding="utf-8", newline="\n")
        os.utime(course / "solutions" / "doubling.py", (1, 1))
        saved_by_jupyter(course)
        assert [path.relative_to(course).as_posix() for path in from_notebooks(course)] == MADE
        assert self.script(course) == edited
        assert stale(course) == []

    @pytest.mark.parametrize("source", ["x = 1\n# %% [markdown]\n# y", "# %%\nx = 1"])
    def test_what_a_script_cannot_say_is_refused(self, course: Path, source: str) -> None:
        def edit(found: Any) -> None:
            found.cells.insert(1, nbformat.v4.new_code_cell(source))

        saved_by_jupyter(course, edit)
        with pytest.raises(BuildError, match="cannot be written in a script"):
            from_notebooks(course)
        assert self.script(course) == SAMPLE

    def test_a_pasted_image_is_refused(self, course: Path) -> None:
        def edit(found: Any) -> None:
            found.cells[0].attachments = {"image.png": {"image/png": "AAAA"}}
            found.cells[0].source += "\n![](attachment:image.png)"

        saved_by_jupyter(course, edit)
        with pytest.raises(BuildError, match="pasted image"):
            from_notebooks(course)

    @pytest.mark.parametrize("content", ["", "[]", '{"cells": 3}', '{"nbformat": 4, "cells": [{}]}'])
    def test_an_unreadable_notebook(self, course: Path, content: str) -> None:
        (course / "source" / "doubling" / "doubling.ipynb").write_text(content)
        with pytest.raises(BuildError, match="no notebook"):
            from_notebooks(course)

    def test_a_missing_notebook(self, course: Path) -> None:
        shutil.rmtree(course / "source")
        with pytest.raises(BuildError, match=r"doubling\.ipynb is missing: run `autograder build`"):
            from_notebooks(course)


CHECK_DOUBLE = checked("double")

MISTAKES = {
    "imports that are not locked": (
        f"# %% {locked('imports')}\n", "# %%\n",
        r"'import math' is the first one with code and must hold the imports, locked.*\"grade_id\": \"imports\"",
    ),
    "no check cell": (CHECK_DOUBLE, "", r"the cell 'double' has no check cell after it.*'check-double'"),
    "check before solution": (
        f"{DOUBLE}\n{CHECK_DOUBLE}", f"{CHECK_DOUBLE}\n{DOUBLE}",
        r"'check-double' has no solution cell before it",
    ),
    "check of nothing": (DOUBLE, "", r"'check-double' has no solution cell before it"),
    "solution deleted": (DOUBLE, "", r"put back the one with grade_id 'double', or take the check cell"),
    "graded by another name": ('"check-double"', '"test-double"', r"'test-double' is graded, so its grade_id"),
    "points in words": ('"points": 3', '"points": "two"', r"'check-double' is not valid: points: 'two' is not of"),
    "a grade_id that is none": ('"grade_id": "double"', '"grade_id": ["x"]', r"'def double.* not valid: grade_id"),
    "metadata that are a word": ('# %% nbgrader={"grade": false, "grade_id": "double", "locked": false, '
        '"schema_version": 3, "solution": true, "task": false}', '# %% nbgrader="oops"',
        r"metadata of .* begins with 'def double\(x\):' cannot be read: nbgrader='oops'",
    ),
    "tags that are a number": ('tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-double"',
        'tags=5 nbgrader={"grade": true, "grade_id": "check-double"', r"tags=5 .*\(line \d+\) cannot be read",
    ),
    "check of another exercise": ('# check("double")', '# check("Scale")', r"must call check\('double'\)"),
    "check runs on import": (
        CHECK_DOUBLE, CHECK_DOUBLE.replace('tags=["active-ipynb"] ', "").replace("# check", "check"),
        r"'check-double' would run when the script is imported.*active-ipynb",
    ),
    "grade_id twice": ('"grade_id": "Scale"', '"grade_id": "double"', r"2 cells have the grade_id 'double'"),
    "grade_id too long": ('"grade_id": "Scale"', f'"grade_id": "{"S" * 65}"', r"1 to 64 letters"),
    "no END": ("    ### END SOLUTION\n", "", r"'double' has BEGIN .* and END .* lines that do not match"),
    "no BEGIN": ("    ### BEGIN SOLUTION\n", "", r"'double' has .* lines that do not match"),
    "nested": ("    twice_the", "    ### BEGIN SOLUTION\n    twice_the", r"'double' has .* do not match"),
    "no region": (
        DOUBLE, f"{solution('double')}def double(x):\n    pass\n", r"'double' has no BEGIN SOLUTION",
    ),
    "region in a plain cell": (solution("double"), "# %%\n", r"solution region but is no solution cell"),
    "metadata that is not JSON": ('"schema_version": 3, ', '"schema_version: 3, ', r"metadata of .* be read"),
    "nbgrader's schema": ('"schema_version": 3', '"schema_version": 2', r"'imports' is not valid: Outdated"),
    "no grade_id": ('"grade_id": "double", ', "", r"not valid: .*does not have a grade_id"),
}  # fmt: skip

LEAKS = {
    "in prose": ("# Twice $x$ is", "# Twice $x$: write `return twice_the_value`. It is"),
    "in a worked example": ("# # a picture", "# twice_the_value = x + x"),
    "in an active cell": ("import math\n", "import math\n\nx = 1\ntwice_the_value = x + x\n"),
    "in its own docstring": ("also when x is ½.", "twice_the_value = x + x"),
    "in another exercise": ('"""Multiply by a factor."""', '"""twice_the_value = x + x"""'),
    "indented otherwise": ("# Now you.", "# ```python\n#         return twice_the_value\n# ```"),
}

POINTS = {
    "too few": ({"double": 5, "Scale": 4}, "'double' states 3 points but its checks sum to 5: write"),
    "no checks": ({"double": 3}, "'Scale' has a check cell but no checks"),
    "no cell": ({"double": 3, "Scale": 4, "halve": 1}, "'halve' has checks but no check cell"),
}


class TestMistakes:
    @pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES.values(), ids=MISTAKES)
    def test_structure(self, tmp_path: Path, right: str, wrong: str, message: str) -> None:
        assert right in SAMPLE
        course = course_of(tmp_path / "course", SAMPLE.replace(right, wrong, 1))
        with pytest.raises(BuildError, match=f"(?s){message}") as caught:
            build(course)
        assert all(line.startswith(str(course / "solutions")) for line in str(caught.value).splitlines())
        assert made(course) == {}
        with pytest.raises(BuildError):
            stale(course)

    @pytest.mark.parametrize(("right", "wrong"), LEAKS.values(), ids=LEAKS)
    def test_leak(self, tmp_path: Path, right: str, wrong: str) -> None:
        course = course_of(tmp_path / "course", SAMPLE.replace(right, wrong, 1))
        with pytest.raises(BuildError, match=r"can read the solution line .*twice_the_value.* of 'double' in"):
            build(course)
        assert made(course) == {}

    def test_leak_under_other_names(self, tmp_path: Path) -> None:
        script = SAMPLE.replace("twice_the_value = x + x", "twice_the_value = math.sqrt(x * x * 4)")
        assert build(course_of(tmp_path / "course", script))
        given = script.replace("#     print(math.sqrt(i))", "#     y = math.sqrt(i * i * 4)")
        with pytest.raises(BuildError, match=r"can read `math\.sqrt\(x \* x \* 4\)` of 'double' in the code cell"):
            build(course_of(tmp_path / "given", given))
        assert made(tmp_path / "given") == {}

    def test_a_row_of_small_steps_is_a_leak(self, tmp_path: Path) -> None:
        solution, picture = "math.floor(x)\n    math.ceil(x)\n", "math.floor(a)\n#     math.ceil(b)\n"
        script = SAMPLE.replace("twice_the_value = x + x\n", solution)
        with pytest.raises(BuildError, match=r"can read `math\.floor\(x\); math\.ceil\(x\)` of 'double'"):
            build(course_of(tmp_path / "course", script.replace("print(math.sqrt(i))\n", picture)))

    def test_short_solution_lines_may_be_anywhere(self, tmp_path: Path) -> None:
        script = SAMPLE.replace("return twice_the_value", "return 2").replace("Now you.", "return 2")
        assert build(course_of(tmp_path / "course", script))

    @pytest.mark.parametrize(("points", "message"), POINTS.values(), ids=POINTS)
    def test_points(self, course: Path, points: dict[str, float], message: str) -> None:
        with pytest.raises(BuildError, match=message):
            build(course, points_of=lambda lesson: points)
        assert made(course) == {}

    def test_points_that_are_no_number_are_said_once(self, tmp_path: Path) -> None:
        course = course_of(tmp_path / "course", SAMPLE.replace('"points": 3', '"points": "two"', 1))
        with pytest.raises(BuildError) as caught:
            build(course, points_of=lambda lesson: {"double": 3, "Scale": 4})
        assert str(caught.value).count("'two'") == str(caught.value).count("\n") + 1 == 1

    def test_right_points(self, course: Path) -> None:
        asked = []

        def points_of(lesson: str) -> dict[str, float]:
            asked.append(lesson)
            return {"double": 3.0, "Scale": 4}

        assert build(course, points_of=points_of)
        assert asked == ["doubling"]

    def test_every_mistake_of_every_lesson_is_told_at_once(self, course: Path) -> None:
        (course / "solutions" / "other.py").write_text(HEADER + CHECK_DOUBLE)
        script = course / "solutions" / "doubling.py"
        script.write_text(SAMPLE.replace(CHECK_DOUBLE, "").replace('"Scale"', '"Sc.le"'), encoding="utf-8")
        with pytest.raises(BuildError) as caught:
            build(course)
        for part in ("'double' has no check cell", "Sc.le", "other.py", "'check-double' has no solution"):
            assert part in str(caught.value)

    def test_unknown_lesson(self, course: Path) -> None:
        with pytest.raises(BuildError, match=r"no lesson 'dubling'.*did you mean 'doubling'\?"):
            build(course, ["dubling"])
        with pytest.raises(BuildError, match=r"no lesson 'xyz'.*the lessons are doubling"):
            stale(course, ["xyz"])

    def test_no_course(self, tmp_path: Path) -> None:
        with pytest.raises(BuildError, match="run this at the root of a course"):
            build(tmp_path)

    def test_a_script_that_is_not_utf8(self, course: Path) -> None:
        (course / "solutions" / "doubling.py").write_bytes(SAMPLE.encode("latin-1", errors="ignore"))
        with pytest.raises(BuildError, match=r"doubling\.py is not UTF-8 at byte \d+"):
            build(course)

    def test_an_error_of_nbgrader_is_passed_on(self, course: Path) -> None:
        (course / "nbgrader_config.py").write_text("c = get_config()\nc.ClearSolutions.code_stub = {}\n")
        with pytest.raises(BuildError, match=r"nbgrader cannot make the release: .*code_stub"):
            build(course)

    def test_a_broken_configuration_is_named(self, course: Path) -> None:
        (course / "nbgrader_config.py").write_text("c = get_konfig()\n")
        with pytest.raises(BuildError, match=r"nbgrader_config\.py cannot be read: NameError"):
            build(course)

    @pytest.mark.parametrize("module", ["jupytext", "nbgrader.converters"])
    def test_without_the_extra(self, course: Path, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(BuildError, match=re.escape('pip install -e ".[course]"')):
            build(course)

    def test_a_student_can_import_the_module(self) -> None:
        command = "import sys, autograder.authoring.build; print({'jupytext', 'nbgrader'} & set(sys.modules))"
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        printed = subprocess.check_output([sys.executable, "-c", command], text=True, env=environment)
        assert printed == "set()\n"


@pytest.mark.parametrize("lesson", LESSONS)
class TestTheCourse:
    @pytest.fixture
    def course(self, lesson: str, tmp_path: Path) -> Path:
        (tmp_path / "solutions").mkdir()
        shutil.copy(ROOT / "solutions" / f"{lesson}.py", tmp_path / "solutions")
        build(tmp_path)
        return tmp_path

    def test_no_solution_line_can_be_read(self, course: Path, lesson: str) -> None:
        script = (course / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")
        regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", script, re.DOTALL)
        lines = {line.strip() for region in regions for line in region.splitlines()}
        readable = [cell.source for cell in notebook(course, "release", lesson).cells]
        readable.append((course / "exercises" / f"{lesson}.py").read_text(encoding="utf-8"))
        assert regions
        assert [line for line in lines if len(line) >= 12 and any(line in text for text in readable)] == []

    def test_round_trip(self, course: Path, lesson: str) -> None:
        script, source = course / "solutions" / f"{lesson}.py", course / "source" / lesson / f"{lesson}.ipynb"
        before = script.read_bytes()
        found = nbformat.read(source, as_version=4)
        found.cells[0].source += "\n\nOne more line."
        nbformat.write(found, source)
        from_notebooks(course)
        first, second = re.finditer(rb"^# %%", before, re.MULTILINE), re.compile(rb"\n+# %%")
        end = second.search(before, next(first).end())
        assert end
        assert script.read_bytes() == before[: end.start()] + b"\n#\n# One more line." + before[end.start() :]

    @pytest.mark.skipif(not (ROOT / "release").exists(), reason="the course was never built")
    def test_what_is_committed_is_up_to_date(self, lesson: str) -> None:
        assert stale(ROOT, [lesson]) == []
