"""A submission in a worker of its own: what all of it together may take, and what is lost with a worker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.protocol import replied
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.failures import StudentError, TimeSpent
from autograder.report.card import Card
from autograder.report.results import Report, dumps
from autograder.report.summary import notes
from autograder.submission.cells import Cell, Submission

FATAL = "import os; os._exit(0)"
ENDLESS = "while True: pass"
RELU = "import torch\ndef relu(x):\n    return torch.where(x > 0, x, torch.zeros_like(x))"
SLEEPY = "import time\ndef relu(x):\n    time.sleep(60)"


def graded(examiner: Examiner, zygote: Zygote, *cells: str, **seconds: float) -> tuple[Report, ProcessChannel]:
    """The report of cells on ReLU, and the channel that they went through."""
    channel = ProcessChannel(
        zygote, Submission("one", Path("one"), "notebook", tuple(map(Cell, cells))), **seconds
    )
    try:
        channel.start()
        return examiner.examine(channel, "activations", "one", ["relu"]), channel
    finally:
        channel.stop()


def outcomes(report: Report) -> set[str]:
    return {check.outcome for exercise in report.exercises for check in exercise.checks}


# --- time -------------------------------------------------------------------------------------------


@pytest.mark.ci
@pytest.mark.parametrize("fatal", [FATAL, ENDLESS])
def test_cells_that_end_the_process_or_never_end_cost_themselves(
    examiner: Examiner, zygote: Zygote, fatal: str
) -> None:
    cells = (fatal, "x = 1", fatal, RELU, fatal)
    report, channel = graded(examiner, zygote, *cells, cell_seconds=1.5, total_seconds=120.0)
    assert outcomes(report) == {"passed"}
    assert [bool(result["error"]) for result in channel.results] == [True, False, True, False, True]


@pytest.mark.ci
@pytest.mark.timeout(300)
def test_many_cells_that_never_end_leave_time_for_the_checks(examiner: Examiner, zygote: Zygote) -> None:
    """Each gets less than the one before, so that what stands below them is still run."""
    cells = (*[ENDLESS] * 5, RELU)
    report, channel = graded(examiner, zygote, *cells, cell_seconds=1.0, total_seconds=30.0)
    assert len(channel.results) == 6
    assert outcomes(report) == {"passed"}


@pytest.mark.ci
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("fatal", "count"), [(FATAL, 2000), pytest.param(ENDLESS, 500, marks=pytest.mark.long)])
def test_thousands_of_fatal_cells_come_to_an_end(
    examiner: Examiner, zygote: Zygote, fatal: str, count: int
) -> None:
    """The time of a submission is one bound on all of it; the checks have the half that is theirs."""
    report, channel = graded(examiner, zygote, RELU, *[fatal] * count, cell_seconds=4.0, total_seconds=6.0)
    assert outcomes(report) == {"passed"}
    assert len(channel.results) < 1 + count
    last = channel.results[-1]["error"]
    assert last["message"] == "this cell and those below it were not run: those above took 3 seconds"


def test_when_all_time_is_used_up_the_rest_is_not_tried(examiner: Examiner, zygote: Zygote) -> None:
    """Each check that is left says so; none is said to have failed, or to wait for another."""
    report, channel = graded(examiner, zygote, SLEEPY, total_seconds=4.0)
    checks = report.exercises[0].checks
    assert checks[0].outcome == "passed"
    assert {check.outcome for check in checks[1:]} == {"timeout"}
    for check in checks[1:]:
        assert "all of your submission together may run for 4 seconds" in check.message
    assert channel.spent()
    with pytest.raises(TimeSpent):
        channel.ask({"op": "describe", "name": "relu"}, 5.0)


def test_a_cell_that_ran_is_not_blamed_when_time_ends_while_it_runs_again(
    examiner: Examiner, zygote: Zygote
) -> None:
    """A check kills the worker; its cells run once more, and there is no time left for that."""
    slow = "import time\ntime.sleep(2)"
    deadly = "import os\ndef relu(x):\n    os._exit(0)"
    report, channel = graded(examiner, zygote, slow, deadly, total_seconds=5.0)
    assert outcomes(report) <= {"passed", "error", "timeout"}
    assert [result["error"] for result in channel.results] == [None, None]


def test_seconds_are_those_of_the_cells_too(examiner: Examiner, zygote: Zygote) -> None:
    report, _ = graded(examiner, zygote, "import time\ntime.sleep(1.5)", RELU)
    assert report.seconds > 1.5


# --- outputs ----------------------------------------------------------------------------------------

LOUD = "print('é' * 90_000)\n" + "display({'text/plain': 'x' * 90_000}, raw=True)\n" * 15


def test_outputs_are_bounded_together(examiner: Examiner, zygote: Zygote) -> None:
    """However many cells there are: the first are kept, and it is said what is left out."""
    report, channel = graded(examiner, zygote, "print('first')", *[LOUD] * 20, "print('last')", RELU)
    assert outcomes(report) == {"passed"}
    assert len(json.dumps(channel.results)) < 9 * 2**20
    assert channel.results[0]["outputs"][0]["text"] == "first\n"
    left_out = [o["text"] for result in channel.results for o in result["outputs"] if "left out here" in str(o)]
    assert "outputs left out here: all those of a submission together may have 8 MB" in left_out[-1]


def test_what_a_worker_says_in_a_report_is_short() -> None:
    """Whatever it sends: a name, a message and a place of a megabyte each, and as many bases as it likes."""
    long = "x" * 2**20
    error = {"type": long, "message": long, "where": long, "bases": [long] * 1000}
    with pytest.raises(StudentError) as raised:
        replied({"error": error})
    assert len(str(raised.value)) < 4000


@pytest.mark.parametrize(
    "result",
    [
        None,
        [],
        {"outputs": "x" * 2**20},
        {"outputs": [None, 3, "x", {"type": "stream"}], "error": "x" * 2**20},
        {"outputs": [], "error": {"type": "x" * 2**20, "message": ["x"] * 2**16}, "more": {"x" * 2**20: 1}},
    ],
)
def test_any_result_of_a_cell_is_kept_in_bounds(result: Any) -> None:
    from autograder.channel.budget import Room

    kept = Room().kept(result)
    assert isinstance(kept["outputs"], list)
    assert len(json.dumps(kept)) < 300_000


def test_a_tensor_is_no_output() -> None:
    import torch

    from autograder.channel.budget import Room

    room = Room()
    assert room.kept({"outputs": [{"data": {"image/png": torch.ones(9)}}], "error": None})["outputs"][-1]["text"]
    assert room.kept({"outputs": [], "error": torch.ones(9)})


def test_pictures_count_once_and_text_as_often_as_a_page_repeats_it() -> None:
    from autograder.channel.budget import Room

    room = Room(1_000_000)
    picture = {"type": "display", "data": {"image/png": "A" * 300_000}}
    text = {"type": "stream", "name": "stdout", "text": "<" * 100_000}
    kept = room.kept({"outputs": [picture, picture, text], "error": None})["outputs"]
    assert [each.get("type") for each in kept] == ["display", "display", "stream"]
    assert "left out here" in kept[-1]["text"]


def test_a_report_has_bounded_messages_and_flags(examiner: Examiner, zygote: Zygote) -> None:
    raising = "def relu(x):\n    raise type('E' * 9000, (Exception,), {})('m' * 9000)"
    cells = [f"raise ValueError('{number}' * 5000)" for number in range(40)]
    report, _ = graded(examiner, zygote, *cells, raising)
    assert len(report.flags) <= 10
    assert len(dumps([report])) < 60_000


# --- last words -------------------------------------------------------------------------------------

DYING = "os.write(2, b'\\n'.join([b'noise'] * 9000 + [b'free(): \\x1b[31minvalid \\xff\\x00pointer', b'']))"


@pytest.mark.parametrize("in_a_cell", [True, False])
def test_what_a_dying_process_wrote_is_for_a_person_only(
    examiner: Examiner, zygote: Zygote, in_a_cell: bool
) -> None:
    """It says why there was a crash, is the student's to forge, and no part of the verdict."""
    dying = f"import os\n{DYING}\nos.abort()"
    cells = [dying, RELU] if in_a_cell else [RELU.replace("return", f"import os; {DYING}; os.abort(); return")]
    report, _ = graded(examiner, zygote, *cells)
    words = [flag.detail for flag in report.flags if flag.kind == "crash"]
    assert words == ["its process ended, and wrote last: noise; noise; free(): ?[31minvalid \ufffd?pointer"]
    assert notes(report)[-1] == words[0]
    assert outcomes(report) == ({"passed"} if in_a_cell else {"passed", "error"})
    assert "pointer" not in Card(report, in_notebook=True).html()
    assert not [check for check in report.exercises[0].checks if "pointer" in repr(check)]


def test_a_process_that_dies_in_silence_has_no_last_words(examiner: Examiner, zygote: Zygote) -> None:
    report, _ = graded(examiner, zygote, FATAL, RELU)
    assert [flag.kind for flag in report.flags] == ["cell"]
