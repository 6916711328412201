"""The command, run in this process."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.cli import app as cli
from autograder.examiner.session import Examiner


@dataclass
class Result:
    """How a run of the command ended."""

    code: int
    out: str
    err: str

    @property
    def reports(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Result]


@pytest.fixture
def autograder(
    tmp_path: Path,
    examiner: Examiner,
    lent_zygote: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Runs the command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("autograder.examiner.session.Examiner", lambda *_: examiner)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["autograder", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        shown = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        assert "Traceback" not in shown.out + shown.err
        return Result(code, shown.out, shown.err)

    return run


@pytest.fixture
def unconfined(lent_zygote: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grading without walls, which have tests of their own."""
    from autograder.channel import zygote as workers

    monkeypatch.setattr("autograder.grading.work.sandboxed_zygote", lambda **_: workers.Zygote())
    monkeypatch.setattr("autograder.grading.work.sandbox_name", lambda **_: "none")
    monkeypatch.setattr("autograder.grading.executors.cores", lambda: 1)  # in this process
