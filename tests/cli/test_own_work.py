"""The way of a student in a terminal: start a lesson, check it, give an exercise back, hand in."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from autograder.course import places
from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.progress import Standing, forget, progress_in, remember
from autograder.failures import GraderError
from tests.banks import ROOT
from tests.cli.conftest import Command
from tests.cli.test_cli import RIGHT, WRONG, write

#: What the exercises of the lesson are worth that most of these tests are about.
MINE = points_of("mlp")


@pytest.fixture(autouse=True)
def _nothing_is_known(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))


def release(lesson: str) -> Path:
    return ROOT / "release" / lesson / f"{lesson}.ipynb"


# --- start ------------------------------------------------------------------------------------------------


def test_a_lesson_is_put_to_work_and_never_written_over(autograder: Command) -> None:
    done = autograder("start", "activations")
    mine = Path("work/activations.ipynb")
    assert done.code == 0
    assert mine.read_bytes() == release("activations").read_bytes()
    for command in ("autograder check activations", "autograder hint sigmoid", "autograder submit activations"):
        assert command in done.out
    mine.write_text("my work")
    again = autograder("start", "softmax")  # an exercise stands for its lesson
    assert (again.code, mine.read_text()) == (0, "my work")
    assert "work/activations.ipynb is there already" in again.out
    assert "to begin anew" in again.out
    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["work", "work/activations.ipynb"]


def test_who_has_begun_elsewhere_is_told_what_counts(autograder: Command) -> None:
    write("exercises/mlp.py", (ROOT / "exercises" / "mlp.py").read_text(encoding="utf-8"))
    assert "you have begun" not in autograder("start", "mlp").out
    Path("work/mlp.ipynb").unlink()
    solved("exercises/mlp.py", "mlp", "layer_shapes")
    assert "you have begun in exercises/mlp.py" in autograder("start", "mlp").out
    write("work/losses.py", "mine")
    assert "work/losses.py is there already" in autograder("start", "losses").out


def test_without_a_name_it_is_the_next_lesson_that_is_not_complete(autograder: Command) -> None:
    def complete(*lessons: str) -> None:
        earned = {name: Standing(points, True) for each in lessons for name, points in points_of(each).items()}
        remember(kits_own(), earned)

    complete("perceptron", "mlp")
    assert autograder("start").code == 0
    assert [path.name for path in Path("work").iterdir()] == ["activations.ipynb"]
    complete(*kits_own().order)
    done = autograder("start")
    assert "every lesson is complete" in done.out
    assert len(list(Path("work").iterdir())) == 1
    forget(kits_own())


def test_a_file_in_the_place_of_a_folder_is_named(autograder: Command) -> None:
    Path("work").write_text("mine")
    done = autograder("start", "mlp")
    assert (done.code, Path("work").read_text()) == (2, "mine")
    assert "work: there is a file where a folder has to be: rename it" in done.err


def test_what_cannot_be_started(autograder: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "Did you mean 'activations'?" in autograder("start", "activation").err
    for folder in ("release", "release/mlp"):
        monkeypatch.chdir(ROOT / folder)
        done = autograder("start", "mlp")
        assert done.code == 2
        assert "in the folder above it" in done.err
        assert not Path("work").exists()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(places, "_RELEASE", "nowhere")
    done = autograder("start", "mlp")
    assert done.code == 2
    assert "ask whoever gave it to you for nowhere/mlp/mlp.ipynb" in done.err
    assert not Path("work").exists()


# --- reset ------------------------------------------------------------------------------------------------


def solved(name: str, lesson: str = "activations", exercise: str = "softmax") -> Path:
    """A file of the lesson with something else than the stub in one exercise."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    given = release(lesson) if path.suffix == ".ipynb" else ROOT / "exercises" / f"{lesson}.py"
    head, tail = given.read_text(encoding="utf-8").split(f"def {exercise}(", 1)
    path.write_text(f"{head}def {exercise}({tail.replace('YOUR CODE HERE', 'mine', 1)}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "name", ["work/activations.ipynb", "exercises/activations.py", "elsewhere/activations.py"]
)
def test_an_exercise_is_begun_anew(autograder: Command, name: str) -> None:
    path = solved(name)
    remember(kits_own(), {each: Standing(3.0, False) for each in ("softmax", "tanh")})
    where = ("--student", name) if name.startswith("elsewhere") else ()
    done = autograder("reset", "softmax", *where)
    given = release("activations") if path.suffix == ".ipynb" else ROOT / "exercises" / "activations.py"
    assert (done.code, path.read_bytes()) == (0, given.read_bytes())
    (old,) = (path.parent / "old").iterdir()
    assert old.as_posix() in done.out
    assert old.name.startswith("softmax-20")
    assert "# mine" in old.read_text(encoding="utf-8")
    assert ("Reload Notebook" in done.out) is (path.suffix == ".ipynb")
    known = progress_in(kits_own()).of("activations").exercises
    assert known["softmax"] is None
    assert known["tanh"] is not None
    again = autograder("reset", "softmax", *where)
    assert "nothing was changed" in again.out
    assert len(list((path.parent / "old").iterdir())) == 1


def test_two_resets_in_one_second_keep_both_texts(autograder: Command) -> None:
    for _ in range(2):
        solved("work/activations.ipynb")
        assert autograder("reset", "softmax").code == 0
    assert len(list(Path("work/old").iterdir())) == 2


def test_what_cannot_be_begun_anew_stays_as_it_is(autograder: Command) -> None:
    assert "Did you mean 'softmax'?" in autograder("reset", "sofmax").err
    assert "`autograder start mlp`" in autograder("reset", "SimpleMLP").err
    assert "there is no file no.py" in autograder("reset", "softmax", "--student", "no.py").err
    for text in ("{", '{"cells": []}'):
        Path("work").mkdir(exist_ok=True)
        Path("work/activations.ipynb").write_text(text)
        done = autograder("reset", "softmax")
        assert done.code == 2
        assert "work/activations.ipynb: " in done.err
        assert Path("work/activations.ipynb").read_text() == text
    assert not Path("work/old").exists()


# --- check ------------------------------------------------------------------------------------------------


def known(lesson: str) -> dict[str, Standing | None]:
    return dict(progress_in(kits_own()).of(lesson).exercises)


def test_of_a_lesson_what_is_in_work_counts(autograder: Command) -> None:
    write("mlp.py", WRONG)
    assert autograder("check", "count_parameters").code == 1
    write("exercises/mlp.py", WRONG)
    write("work/mlp.py", RIGHT)
    os.utime("exercises/mlp.py", (1, 1))
    done = autograder("check", "count_parameters", "--json", "out.json")
    (report,) = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert (done.code, report["submission"]) == (0, "work/mlp.py")
    assert done.err == ""
    write("exercises/sigmoid.py", "def sigmoid(x): return x")
    both = autograder("check", "count_parameters", "sigmoid", "--json", "-")
    assert [each["submission"] for each in both.reports] == ["exercises/sigmoid.py", "work/mlp.py"]
    write("exercises/mlp.py", WRONG)
    os.utime("work/mlp.py", (1, 1))
    newer = autograder("check", "count_parameters")
    assert newer.code == 0
    assert "exercises/mlp.py is newer than work/mlp.py" in newer.err


def test_of_many_lessons_one_that_is_not_begun_has_a_line(autograder: Command) -> None:
    write("exercises/mlp.py")
    write("exercises/xor.py", (ROOT / "exercises" / "xor.py").read_text(encoding="utf-8"))
    done = autograder("check")
    assert "exercises/xor.py  xor  not begun yet" in done.out
    assert "train_xor" not in done.out
    assert "count_parameters" in done.out
    assert "train_xor" in autograder("check", "xor").out, "it was asked for"


def test_what_is_not_there_to_check_is_started(autograder: Command) -> None:
    write("work/mlp.py", RIGHT)
    done = autograder("check", "sigmoid")
    assert done.code == 2
    assert "`autograder start activations`" in done.err
    Path("work/mlp.py").unlink()
    assert "`autograder start`" in autograder("check").err


def test_what_ones_own_work_has_earned_is_remembered(autograder: Command) -> None:
    write("other.py", RIGHT)
    done = autograder("check", "count_parameters", "--student", "other.py")
    assert known("mlp")["count_parameters"] is None, "somebody else's"
    assert "next:" not in done.out
    write("work/mlp.py", RIGHT)
    for words in (("count_parameters",), ("count_parameters", "--student", "work/mlp.py")):
        forget(kits_own())
        done = autograder("check", *words)
        assert known("mlp") == {
            "SimpleMLP": None,
            "count_parameters": Standing(MINE["count_parameters"], True),
            "layer_shapes": None,
        }
        (row,) = [line for line in done.out.splitlines() if "mlp  " in line and "━" in line]
        score = f"{MINE['count_parameters']:g}/{sum(MINE.values()):g}"
        assert row.split()[-2:] == [score, "SimpleMLP"]
        assert done.out.splitlines()[-1].split(" · ")[::2] == [f"mlp {score}", "next: SimpleMLP"]
    write("work/mlp.py", "def count_parameters(model):\n    raise NotImplementedError()\n")
    autograder("check", "mlp")
    assert known("mlp")["count_parameters"] == Standing(0.0, False)
    assert known("mlp")["layer_shapes"] == Standing(0.0, False), "it was looked for, and is not there"


# --- submit -----------------------------------------------------------------------------------------------


@pytest.fixture
def handing_in(unconfined: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the grader runs it, but for its walls, which have tests of their own."""
    monkeypatch.setattr("autograder.grading.rehearsal.sandbox_name", lambda **_: "none")


def cells_of(step: str, lesson: str) -> Any:
    return json.loads((ROOT / step / lesson / f"{lesson}.ipynb").read_text(encoding="utf-8"))


def name_of(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


@pytest.mark.usefixtures("handing_in")
def test_what_is_amiss_is_said_and_the_file_is_made(autograder: Command) -> None:
    book = cells_of("release", "mlp")
    cells = {name_of(cell): cell for cell in book["cells"]}
    right = {name_of(cell): cell for cell in cells_of("source", "mlp")["cells"]}
    cells["SimpleMLP"]["source"] = right["SimpleMLP"]["source"]
    cells["count_parameters"]["source"] = "late = later + 1\ndef count_parameters(_): return helper(_)"
    cells["imports"]["source"] = ["import torch.nn as other\n", *cells["imports"]["source"]]
    card = {"output_type": "execute_result", "data": {"text/plain": ["5"]}, "metadata": {}, "execution_count": 1}
    cells["check-count_parameters"]["outputs"] = [card]
    book["cells"].remove(cells["check-SimpleMLP"])
    own = "later = 1\nimport mine\n\n\ndef layer_shapes(*_):\n    raise NotImplementedError"
    book["cells"].append({**cells["imports"], "id": "own", "metadata": {}, "source": own})
    text = json.dumps(book)
    write("work/mlp.ipynb", text)
    write("work/mine.py", "x = 1")
    done = autograder("submit", "mlp")
    assert done.code == 1
    assert Path("submit/mlp.ipynb").read_text(encoding="utf-8") == text
    assert "to upload: submit/mlp.ipynb" in done.out
    assert "as `autograder check` does it: the grader's sandbox cannot be had here" in done.out
    said = [line.removeprefix("look: ") for line in done.out.splitlines() if line.startswith("look: ")]
    begun = [
        f"not begun yet ({MINE['layer_shapes']:g} points): layer_shapes",
        "layer_shapes is defined 2 times",
        "the check cell was deleted (SimpleMLP)",
        "the locked cell imports was changed",
        "`later` is used in the cell of count_parameters, which stands above the cell that defines it "
        "(the cell `later = 1`)",
        "mine.py lies beside it, and is not handed in",
        "`helper` is used in count_parameters, and no cell defines it",
        "the card of count_parameters in your notebook says 5 points, a clean start gives 0",
    ]
    assert [line[: len(start)] for line, start in zip(said, begun, strict=True)] == begun
    assert known("mlp")["SimpleMLP"] == Standing(MINE["SimpleMLP"], True)


@pytest.mark.usefixtures("handing_in")
def test_what_is_right_is_handed_in_without_a_word(autograder: Command) -> None:
    write("exercises/mlp.py", (ROOT / "solutions" / "mlp.py").read_text(encoding="utf-8"))
    done = autograder("submit", "SimpleMLP")
    assert (done.code, "look:" in done.out) == (0, False)
    assert "{0:g} of {0:g} points".format(sum(MINE.values())) in done.out
    assert Path("submit/mlp.py").read_bytes() == (ROOT / "solutions" / "mlp.py").read_bytes()
    assert [path.name for path in Path("submit").iterdir()] == ["mlp.py"]


@pytest.mark.usefixtures("handing_in")
def test_a_misspelt_name_and_an_older_upload_are_told(autograder: Command) -> None:
    right = (ROOT / "solutions" / "mlp.py").read_text(encoding="utf-8")
    write("exercises/mlp.py", right.replace("def layer_shapes(", "def layerShape("))
    write("submit/mlp.ipynb", "{}")
    done = autograder("submit", "mlp")
    assert done.code == 1
    said = [line for line in done.out.splitlines() if line.startswith("look: ")]
    assert (
        said[0]
        == "look: nothing in it defines layer_shapes, but something that is called `layerShape`: is it misspelt?"
    )
    assert said[1].startswith("look: submit/mlp.ipynb is from an earlier time")
    assert len(said) == 2


@pytest.mark.usefixtures("handing_in")
def test_what_is_no_python_yet_is_not_given_back_and_what_is_optional_costs_nothing(
    autograder: Command,
) -> None:
    given = (ROOT / "exercises" / "activations.py").read_text(encoding="utf-8")
    write("exercises/activations.py", given.replace("def tanh(x: torch.Tensor)", "def tanh(x: torch.Tensor"))
    done = autograder("submit", "activations")
    said = [line for line in done.out.splitlines() if line.startswith("look: ")]
    assert "the cell of tanh is not Python yet" in said[-1]
    worth = points_of("activations")
    left = sum(worth.values()) - worth["tanh"]
    assert said[0].startswith(f"look: not begun yet ({left:g} points): sigmoid")
    assert "test_softmax (optional)" in said[0]
    assert not any("reset" in line for line in said)


def test_without_a_name_it_is_the_one_that_is_there_or_begun(
    autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def handed_in(*_: object) -> None:
        raise GraderError("that far")

    monkeypatch.setattr("autograder.grading.rehearsal.rehearsed", handed_in)
    assert "there is no lesson here to hand in: `autograder start`" in autograder("submit").err
    for lesson in ("mlp", "xor"):
        write(f"exercises/{lesson}.py", (ROOT / "exercises" / f"{lesson}.py").read_text(encoding="utf-8"))
    assert "none is begun: mlp, xor. Name the one to hand in: autograder submit mlp" in autograder("submit").err
    autograder("start", "xor")
    assert "wrote submit/xor.ipynb" in autograder("submit").out, "the only one in work/"
    autograder("start", "mlp")
    write("work/mlp.ipynb", json.dumps(cells_of("source", "mlp")))
    assert "wrote submit/mlp.ipynb" in autograder("submit").out, "the only one that is begun"
    write("work/xor.ipynb", "{")
    assert "several are begun: mlp, xor." in autograder("submit").err


def test_what_cannot_be_handed_in(autograder: Command) -> None:
    assert "`autograder start mlp`" in autograder("submit", "mlp").err
    write("work/mlp.ipynb", "{")
    done = autograder("submit", "mlp")
    assert done.code == 2
    assert "work/mlp.ipynb cannot be handed in: the notebook is not valid JSON" in done.err
    assert not Path("submit").exists()


def test_where_it_cannot_be_run_the_file_is_there_all_the_same(
    autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise GraderError("no process can be started")

    monkeypatch.setattr("autograder.grading.rehearsal.rehearsed", broken)
    write("work/mlp.py", RIGHT)
    done = autograder("submit", "mlp")
    assert done.code == 2
    assert "no process can be started" in done.err
    assert "wrote submit/mlp.py" in done.out
    assert Path("submit/mlp.py").read_text(encoding="utf-8") == RIGHT
