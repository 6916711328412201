"""Fixtures that are expensive to make and can be shared: one examiner, one zygote."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest

from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner

pytest_plugins = ["pytester"]


@pytest.fixture(scope="session")
def examiner() -> Examiner:
    """The examiner, with the public seed."""
    return Examiner()


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """A zygote without walls: these submissions are our own."""
    process = Zygote()
    yield process
    process.close()


@pytest.fixture
def lent_zygote(zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever starts a zygote of its own, to close it afterwards, gets the one that is there."""
    # a module that is imported while the name is another's would keep it
    importlib.import_module("autograder.grading.sandboxed")
    importlib.import_module("autograder.channel.process")

    class Lent:
        sandbox = zygote.sandbox
        fork = zygote.fork

        def __init__(self, *_: object, device: str = "auto", warm: bool = True) -> None:
            self.device = device

        def close(self) -> None:
            pass

    monkeypatch.setattr("autograder.channel.zygote.Zygote", Lent)
