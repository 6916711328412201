"""Running a submission's cells: what they print and show, how they end, and what is made to work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.process_channel import ProcessChannel
from autograder.submission import Cell, Submission
from autograder.workers import Zygote

Run = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def run(zygote: Zygote) -> Iterator[Run]:
    """Runs cells in a worker: for each, its outputs and the exception that ended it."""
    channels = []

    def results(kind: str, *cells: str, seconds: float = 60.0) -> list[dict[str, Any]]:
        submission = Submission("one", Path("one"), kind, tuple(map(Cell, cells)))
        channels.append(ProcessChannel(zygote, submission, seconds, pictures=True))
        channels[-1].start()
        return channels[-1].results

    yield results
    for channel in channels:
        channel.stop()


def texts(result: dict[str, Any], name: str = "stdout") -> str:
    return "".join(output["text"] for output in result["outputs"] if output.get("name") == name)


@pytest.mark.parametrize("kind", ["notebook", "script"])
def test_a_cell_that_raises_does_not_stop_the_next(run: Run, kind: str) -> None:
    first, second, third = run(kind, "x = 1", "print('before')\nx.nothing", "print(x)")
    assert (first["outputs"], first["error"]) == ([], None)
    assert texts(second) == "before\n"
    assert second["error"]["type"] == "AttributeError"
    assert "x.nothing" in second["error"]["where"]
    assert texts(third) == "1\n"


@pytest.mark.parametrize("kind", ["notebook", "script"])
@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("def f(:", "SyntaxError"),
        ("raise SystemExit(3)", "SystemExit"),
        ("exit()", None),
        ("input('name? ')", "RuntimeError"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("import os; os._exit(0)", "Crash"),
        ("import os; os.abort()", "Crash"),
        ("while True: pass", "Timeout"),
    ],
)
def test_however_a_cell_ends_the_others_run(run: Run, kind: str, cell: str, error: str | None) -> None:
    seconds = 1.0 if error == "Timeout" else 60.0
    before, ending, after = run(kind, "print('before')", cell, "print('after')", seconds=seconds)
    assert (texts(before), texts(after)) == ("before\n", "after\n")
    if error is not None:
        assert ending["error"]["type"] == error


def test_a_notebook_can_do_what_notebooks_can(run: Run) -> None:
    magic, shown, awaited, picture = run(
        "notebook",
        "%matplotlib inline\n%time x = 1",
        "from IPython.display import HTML, display\ndisplay(HTML('<b>bold</b>'))",
        "import asyncio\nawait asyncio.sleep(0)\nprint('awaited')",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    )
    assert [result["error"] for result in (magic, shown, awaited, picture)] == [None] * 4
    assert shown["outputs"][0]["data"]["text/html"] == "<b>bold</b>"
    assert texts(awaited) == "awaited\n"
    assert any("image/png" in output.get("data", {}) for output in picture["outputs"])


def test_a_script_is_one_module(run: Run) -> None:
    future, use = run(
        "script",
        "from __future__ import annotations\nimport inspect, sys",
        "def f(x: NotYetDefined): return x\n"
        "print(f.__module__, sys.modules['submission'].f is f, 'NotYet' in inspect.getsource(f))",
    )
    assert future["error"] is None
    assert texts(use) == "submission True True\n"


@pytest.mark.parametrize("kind", ["notebook", "script"])
def test_loaders_need_no_processes(run: Run, kind: str) -> None:
    (result,) = run(
        kind,
        "from torch.utils.data import DataLoader\n"
        "loader = DataLoader([1, 2, 3], batch_size=2, num_workers=2, persistent_workers=True)\n"
        "print([batch.tolist() for batch in loader])",
    )
    assert result["error"] is None
    assert "num_workers=0" in texts(result)
    assert "[[1, 2], [3]]" in texts(result)


def test_check_in_a_submission_does_nothing(run: Run) -> None:
    (result,) = run("notebook", "from autograder import check\ncheck('sigmoid')")
    assert (result["outputs"], result["error"]) == ([], None)


@pytest.mark.parametrize(
    "cell",
    [
        "print('x' * 10**7)",
        "from IPython.display import HTML, display\nfor _ in range(80): display(HTML('x' * 90_000))",
        "from IPython.display import HTML, display\nfor _ in range(5000): display(HTML('x'))",
        "print('\\U0001F600' * 10**5); import sys; print('\\U0001F600' * 10**5, file=sys.stderr)",
        "from IPython.display import publish_display_data\npublish_display_data({'image/png': 'x' * 10**7})",
    ],
)
def test_too_much_output_is_cut_and_the_rest_of_the_result_arrives(run: Run, cell: str) -> None:
    first, second = run("notebook", f"{cell}\n1 / 0", "print('next')")
    assert first["error"]["type"] == "ZeroDivisionError"
    assert first["outputs"]
    assert texts(second) == "next\n"
