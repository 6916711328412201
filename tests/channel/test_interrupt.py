"""A zygote that another thread interrupts: nothing follows for what ran in it, and it can go on."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.failures import Ended
from autograder.submission.cells import Cell, Submission


def channel(zygote: Zygote, source: str) -> ProcessChannel:
    return ProcessChannel(zygote, Submission("one", Path("one.py"), "script", (Cell(source),)))


def test_what_runs_is_given_up_and_the_next_one_runs(zygote: Zygote, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    endless = channel(zygote, f"open({str(begun)!r}, 'w').close()\nwhile True: pass")

    def interrupt() -> None:
        while not begun.exists():
            time.sleep(0.01)
        zygote.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        with pytest.raises(Ended):  # and no cell that did not end
            endless.start()
        thread.join()
        assert endless.results == []
        with pytest.raises(Ended):
            zygote.fork()
    finally:
        zygote.resume()
        endless.stop()
    following = channel(zygote, "x = 1")
    following.start()
    following.stop()
    assert following.troubles() == []
