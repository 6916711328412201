"""A session of pytest that stays open: what it takes from pytest, and what is said where that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.failures import GraderError
from autograder.submission.cells import Submission


@pytest.mark.parametrize("name", ["from_config", "perform_collect"])
def test_what_a_version_of_pytest_lacks_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pytest.Session, name)
    with pytest.raises(GraderError, match=rf"pytest {pytest.__version__} .*'{name}'.*pip install -c"):
        Examiner()


def test_a_session_that_cannot_go_on_after_main_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a plugin has given back by then what it needs to collect."""
    monkeypatch.setattr(pytest.Session, "perform_collect", lambda self: self.config.stash["gone"])
    with pytest.raises(GraderError, match="cannot be run by pytest"):
        Examiner()


def test_a_pytest_that_asks_no_plugin_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytest, "main", lambda arguments, plugins: pytest.ExitCode.INTERNAL_ERROR)
    with pytest.raises(GraderError, match=r"ended before it collected the checks: <ExitCode\.INTERNAL_ERROR"):
        Examiner()


def test_a_check_that_did_not_run_has_not_passed(
    examiner: Examiner, zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examiner._config.hook, "pytest_runtest_protocol", lambda item, nextitem: True)
    channel = ProcessChannel(zygote, Submission("one", Path("one"), "script", ()))
    with pytest.raises(GraderError, match="did not run test_sigmoid_exists"):
        examiner.examine(channel, "activations", "one", ["sigmoid"])
