"""`with needs(...)` around what a lesson shows of a student's work: a line instead of an exception."""

from __future__ import annotations

import linecache
from pathlib import Path
from typing import Any

import pytest

from autograder import needs
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.submission.cells import Cell, Submission

STUB = "def train(x):\n    raise NotImplementedError()"


def shown_by(cells: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What these cells of a notebook print; none of them may raise."""
    namespace: dict[str, Any] = {"needs": needs, "__name__": "__main__"}
    for number, cell in enumerate(cells):
        name = f"<cell {number}>"
        linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
        exec(compile(cell, name, "exec"), namespace)
    return capsys.readouterr().out


def test_what_works_is_shown_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["def train(x): return 2 * x", "with needs('train'):\n    result = train(2)\n    print(result)"]
    assert shown_by([*cells, "print(result)"], capsys) == "4\n4\n"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([STUB], "Not yet: this cell needs train, which is not written yet. Run it again then.\n"),
        ([], "Not yet: this cell needs train. Run the cell of train, then run this one again.\n"),
        (["def train(x): raise NotImplementedError"], "needs train, which is not written yet."),
        (["def train(x): return net(x)\ndef net(x): raise NotImplementedError"], "needs net, which"),
        (["class net:\n    def __init__(self, x): raise NotImplementedError\ntrain = net"], "needs net, which"),
        (
            ["def train(x): return 1 / 0"],
            "needs train and net, and ended with ZeroDivisionError: division by zero",
        ),
        (["def train(x): return 1 / 0"], 'Run check("train") and check("net"): they tell more.'),
        (["def train(x): return 1 / 0"], "line 1, in train"),
        (["def train(x): return lenght(x)"], "NameError: name 'lenght' is not defined"),
        (["def train(x): raise KeyError"], "ended with KeyError"),
    ],
)
def test_what_does_not_work_is_told_in_a_line(
    cells: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = shown_by([*cells, "with needs('train', 'net'):\n    train(2)"], capsys)
    assert said in shown
    assert shown.count("\n") == 1


def test_what_an_earlier_cell_should_have_made(capsys: pytest.CaptureFixture[str]) -> None:
    cells = [STUB, "with needs('train'):\n    history = train(2)", "with needs('plot'):\n    print(history)"]
    assert shown_by(cells, capsys).splitlines()[1] == (
        "Not yet: this cell needs history, which a cell above makes. Run that one first."
    )


def test_a_wrong_return_value(capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["def train(x): pass", "with needs('train'):\n    a, b = train(2)"]
    assert "TypeError: cannot unpack non-iterable NoneType object" in shown_by(cells, capsys)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_is_not_held_up(stop: type[BaseException]) -> None:
    with pytest.raises(stop), needs("train"):
        raise stop


def test_a_submission_may_call_all_that_a_notebook_does(zygote: Zygote) -> None:
    """Where it is graded there are neither checks nor hints to show, and still no cell ends in an error."""
    cells = [
        "from autograder import check, hint, needs",
        "check('train')",
        "hint('train', 2)",
        "hint('train', number=2)",
        STUB,
        "with needs('train'):\n    train(2)",
    ]
    channel = ProcessChannel(zygote, Submission("one", Path("one"), "notebook", tuple(map(Cell, cells))))
    try:
        channel.start()
        results = channel.results
    finally:
        channel.stop()
    assert [result["error"] for result in results] == [None] * len(cells)
    assert [len(result["outputs"]) for result in results] == [0, 0, 0, 0, 0, 1]
    shown = results[-1]["outputs"][0]["text"]
    assert shown == "This cell needs train, which is not written yet.\n", "there, nobody can run it again"
