"""The pictures that everybody sees alike: drawn once, shown to all, and never instead of a student's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.failures import GraderError
from autograder.grading.drawings import Drawings
from autograder.submission.cells import Cell, Submission, read
from tests.banks import ROOT

RELEASED = read(ROOT / "release" / "activations" / "activations.ipynb").cells
LESSONS_OWN = "x = torch.linspace(0, 1, 5)\nplt.plot(x)\nplt.show()"
PICTURE = {"outputs": [{"type": "display", "data": {"image/png": "released"}}], "error": None}


@pytest.fixture(scope="module")
def drawings(zygote: Zygote, tmp_path_factory: pytest.TempPathFactory) -> Drawings:
    course = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "release", course / "release")
    return Drawings.of_course(course, "activations", partial(results_of, zygote))


def results_of(zygote: Zygote, submission: Submission) -> list[Any]:
    """What the cells of a submission give, with pictures."""
    channel = ProcessChannel(zygote, submission, pictures=True, lesson="activations")
    try:
        channel.start()
    finally:
        channel.stop()
    return channel.results


@pytest.fixture
def small() -> Drawings:
    """A lesson with one picture, and a cell that calls the student's tanh."""
    names = ("import torch", "import matplotlib.pyplot as plt", LESSONS_OWN, "y = tanh(x)", "plt.plot(y)")
    return Drawings("activations", {LESSONS_OWN: PICTURE, "plt.plot(y)": PICTURE}, frozenset(names))


def cells(*sources: str) -> list[Cell]:
    return [Cell(source) for source in ("import torch", "import matplotlib.pyplot as plt", *sources)]


def test_every_picture_of_the_lesson_itself_is_there(drawings: Drawings) -> None:
    shown = [cell.source for cell in RELEASED if ".plot(" in cell.source and "needs(" not in cell.source]
    assert len(shown) >= 5
    assert [source for source in shown if source not in drawings.results] == []


def test_a_lesson_of_which_the_course_keeps_no_text(tmp_path: Path) -> None:
    assert Drawings.of_course(tmp_path, "activations", lambda _: []).plan(RELEASED).shown == {}


def test_they_are_drawn_once(tmp_path: Path) -> None:
    (tmp_path / "release").symlink_to(ROOT / "release")
    first = Drawings.of_course(tmp_path, "activations", lambda submission: [PICTURE] * len(submission.cells))
    assert first.results
    assert Drawings.of_course(tmp_path, "activations", lambda _: pytest.fail("drawn again")) == first


def test_where_they_cannot_be_drawn_each_submission_draws_its_own(tmp_path: Path) -> None:
    def failing(_: Submission) -> list[Any]:
        raise GraderError("no worker can be started")

    (tmp_path / "release").symlink_to(ROOT / "release")
    assert Drawings.of_course(tmp_path, "activations", failing).plan(RELEASED).shown == {}
    assert not (tmp_path / ".autograder").exists(), "and so the next run tries again"


def test_what_everybody_sees_alike_is_not_run(drawings: Drawings) -> None:
    submission = Submission("ada", ROOT, "notebook", RELEASED)
    plan = drawings.plan(submission.cells)
    assert {RELEASED[number].source for number in plan.idle} == set(drawings.results)
    left = plan.running(submission).cells
    assert len(left) == len(RELEASED) - len(plan.idle)
    results = plan.results([{"outputs": [], "error": None, "is": cell.source} for cell in left], len(RELEASED))
    for cell, result in zip(RELEASED, results, strict=True):
        assert result.get("is") == cell.source or result == drawings.results[cell.source]


#: What a student's own cell may hold above the lesson's picture.
OWN = {
    "another meaning of a name": "plt = None",
    "a value changed in place": "x = torch.zeros(3)\nx.add_(1)",
    "a value changed by a function": "torch = wrapped(torch)",
    "everything of a module": "from helper import *",
    "names looked up by their text": "globals()['x'] = 3",
    "no Python": "x = = 3",
}


@pytest.mark.parametrize("name", OWN)
def test_a_cell_of_the_students_own_that_has_a_say(name: str, small: Drawings) -> None:
    assert small.plan(cells(OWN[name], LESSONS_OWN)).shown == {}


@pytest.mark.parametrize(
    "own",
    [
        "import torch\nimport matplotlib.pyplot as plt",
        "def tanh(x):\n    x = torch.exp(x)\n    return x",
        "print('x')",
        "result = 3",
    ],
)
def test_a_cell_of_the_students_own_that_has_none(own: str, small: Drawings) -> None:
    plan = small.plan(cells(own, LESSONS_OWN))
    assert (set(plan.shown), plan.idle) == ({3}, {3})


@pytest.mark.parametrize("own", ["print(x)", "def later():\n    return x", "%timeit x", "print(x"])
def test_a_cell_that_uses_what_a_picture_defines(own: str, small: Drawings) -> None:
    """It is run for its names, and not drawn."""
    submission = Submission("ada", ROOT, "notebook", tuple(cells(LESSONS_OWN, own)))
    plan = small.plan(submission.cells)
    assert (set(plan.shown), plan.idle) == ({2}, set())
    ran = [{"outputs": [], "error": None} for _ in submission.cells]
    assert plan.results(ran, 4)[2]["outputs"] == PICTURE["outputs"]
    ran[2]["error"] = {"type": "KeyboardInterrupt"}
    assert plan.results(ran, 4)[2] == ran[2]


def test_a_released_cell_that_shows_what_the_students_functions_do(small: Drawings) -> None:
    assert small.plan(cells("y = tanh(x)", "plt.plot(y)")).shown == {}


def test_a_changed_cell_is_the_students_own(small: Drawings) -> None:
    assert small.plan(cells(LESSONS_OWN + "  # mine")).shown == {}


class TestInAWorker:
    """What runs shows no picture where none is wanted, and all the others."""

    @pytest.fixture
    def channel(self, zygote: Zygote) -> Iterator[Any]:
        parts = (Cell(LESSONS_OWN), Cell("plt.plot(x)\nplt.show()"))
        first = Cell("import torch, matplotlib.pyplot as plt")
        submission = Submission("ada", Path("ada.ipynb"), "notebook", (first, *parts))
        made = ProcessChannel(zygote, submission, pictures=True, undrawn={LESSONS_OWN})
        yield made
        made.stop()

    def test_only_what_is_wanted_is_drawn(self, channel: Any) -> None:
        channel.start()
        drawn = [
            any("image/png" in output.get("data", {}) for output in result["outputs"])
            for result in channel.results
        ]
        assert drawn == [False, False, True]
        assert [result["error"] for result in channel.results] == [None] * 3
