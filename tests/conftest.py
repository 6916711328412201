"""Fixtures that are expensive to make and can be shared: one examiner, one zygote, one browser."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from autograder.channel.zygote import Zygote
from autograder.course import courses
from autograder.diagnosis.diagnose import NO_MISTAKES
from autograder.examiner.session import Examiner

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester"]

#: What takes longest in one piece. Begun first, for begun last it would keep one worker, and the others idle.
FIRST = (
    *("test_readme.py", "test_benchmarks.py", "test_course.py", "test_demo.py", "test_prose.py", "test_docs.py"),
    *("test_crashes.py", "test_book.py", "test_attacks.py", "test_formgrader.py", "test_fail_closed.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests by when they have to begin."""
    items.sort(key=lambda item: FIRST.index(item.path.name) if item.path.name in FIRST else len(FIRST))


@pytest.fixture(scope="session", autouse=True)
def _caches_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is found out about mistakes is kept for the next test, and not for the next run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_mistakes_are_run() -> Iterator[None]:
    """Here and in the processes that are started: most tests are about something else; see diagnosis/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(NO_MISTAKES, "1")
        yield


@pytest.fixture(autouse=True)
def _a_process_of_its_own() -> Iterator[None]:
    """Nothing that a command or a converter of nbgrader leaves behind in its process reaches the next test.

    nbgrader may leave behind that it runs (a check then remembers nothing), and we the course that was entered.
    """
    entered = courses._PLACE
    os.environ.pop("NBGRADER_EXECUTION", None)
    yield
    os.environ.pop("NBGRADER_EXECUTION", None)
    entered.clear()


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, for `tests.browser.opened`.

    It ends with the module: while it is there, an event loop is running in this thread.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no Chromium on the PATH (on Debian: apt install chromium)")
    api = pytest.importorskip("playwright.sync_api", reason="it needs playwright, of the extra `dev`")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
