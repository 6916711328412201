"""The pytest plugin: the fixtures `student` and `rng`, the option `--student`, needs and second chances."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from autograder.channel.protocol import Channel
    from autograder.course.exercises import Check
    from autograder.examiner.history import History
    from autograder.examiner.recording import Record
    from autograder.examiner.siblings import Siblings
    from autograder.examiner.tries import Tries
    from autograder.rng import Rng
    from autograder.student import Student

# autograder's own modules are imported where they are used: every pytest session on this machine loads
# this plugin, and few of them grade anything.

#: The seed of the fixture `rng`, where it is not the public one.
SEED = pytest.StashKey[str]()
#: Gives the channel of a submission; the parameter of `student` where one is set, else None.
CONNECT = pytest.StashKey["Callable[[Any], Channel]"]()
#: Where what the checks hear is kept, if it is.
RECORD: pytest.StashKey[Record | None] = pytest.StashKey()
#: For each submission, what came of its checks so far.
_HISTORIES = pytest.StashKey[dict[str, "History"]]()
#: The siblings of the submission under check.
_SIBLINGS = pytest.StashKey["Siblings"]()
#: Whether the exercises beside the one under check are known to be right.
RIGHT_SIBLINGS = pytest.StashKey[bool]()
#: The check that runs right now.
TRIES = pytest.StashKey["Tries"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--student PATH`: a .py, a .ipynb, or a folder of them, to run the checks against."""
    group = parser.getgroup("autograder")
    group.addoption("--student", action="append", default=[], metavar="PATH", help="a submission to check")


def pytest_configure(config: pytest.Config) -> None:
    """Start with nothing known about any submission."""
    for name in config.getoption("--student"):
        if not Path(name).exists():
            raise pytest.UsageError(f"--student: there is no file or folder {name}")
    config.stash[_HISTORIES] = {}


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """lessons/NAME/checks.py is a file of tests, also where a folder above it was named."""
    is_checks = file_path.name == "checks.py" and file_path.parent.parent.name == "lessons"
    if not is_checks or parent.session.isinitpath(file_path):  # what is named itself, pytest collects
        return None
    return pytest.Module.from_parent(parent, path=file_path)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each check once for each submission that belongs to its lesson."""
    check = getattr(metafunc.function, "check", None)
    if check is None or CONNECT in metafunc.config.stash:
        return
    from autograder.submission.cells import files_in, lesson_for

    paths = [Path(name) for name in metafunc.config.getoption("--student")]
    if not paths:
        raise pytest.Collector.CollectError("name a submission: pytest --student PATH autograder/lessons")
    files = [file for path in paths for file in files_in(path)]
    mine = [file for file in files if lesson_for(file, [check.lesson], alone=len(files) == 1) == check.lesson]
    metafunc.parametrize("student", mine, indirect=True, ids=[file.as_posix() for file in mine])


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Iterator[Student]:
    """The submission under check; see `autograder.student.Student`."""
    from autograder.worker.devices import unasked

    tries = request.node.stash[TRIES] = _tries(request.node, request.function, request.function.check)
    channel = tries.student._conversation.channel
    # what a check computes itself needs no GPU; in a notebook, though, the student's code runs here as well
    with unasked() if channel.apart else nullcontext():
        yield tries.student


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Rng:
    """Random inputs, the same at each run of the same check with the same seed."""
    from autograder.rng import Rng

    return Rng(_seed(request.config), request.function.__name__)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a check whose needs did not pass, or whose exercise ran out of time.

    What its exercise's earlier checks did has a say in that, and in whether it is its own work; those that have
    not run, run now: so a check comes out the same alone.
    """
    check = _check(item)
    if check is None:
        return
    history = _history(item)
    for earlier in history.missing(check):
        _run_unseen(item, earlier, history)
    reason = history.reason_to_skip(check)
    if reason is not None:
        pytest.skip(reason)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> object:
    """Run a check until it passes on what there is to try."""
    if _check(pyfuncitem) is None:
        return None
    from autograder.failures import Unmet

    error = pyfuncitem.stash[TRIES].run(_history(pyfuncitem).not_passed)
    if isinstance(error, Unmet):
        pytest.skip(str(error))
    if error is not None:
        raise error
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember what did not pass, and say of a failure what a student needs, not our traceback."""
    report = yield
    check = _check(item)
    if check is None or (report.passed and call.when != "call"):
        return report
    from autograder.failures import Failure, Unreadable

    error = call.excinfo.value if call.excinfo else None
    _history(item).note(check, passed=report.passed, error=error)
    if report.passed:
        return report
    if isinstance(error, (Failure, Unreadable)):
        report.longrepr = f"Not yet: {check.title}\n{error}"
    elif isinstance(report.longrepr, tuple):
        path, line, _ = item.location
        report.longrepr = (path, (line or 0) + 1, report.longrepr[2])
    return report


def _connect(config: pytest.Config) -> Callable[[Any], Channel]:
    if CONNECT not in config.stash:
        from autograder.channel.process import ProcessChannel
        from autograder.channel.zygote import Zygote
        from autograder.course.exercises import available_lessons
        from autograder.submission.cells import lesson_for, read

        zygote = Zygote()
        config.add_cleanup(zygote.close)

        def opened(path: Path) -> Channel:
            return ProcessChannel(zygote, read(path), lesson=lesson_for(path, available_lessons(), alone=False))

        connect: Callable[[Any], Channel] = cache(opened)
        config.stash[CONNECT] = connect
    return config.stash[CONNECT]


def forget_results(config: pytest.Config, passed: Iterable[str] = ()) -> None:
    """Start over: the next submission's checks have no history, but that some of them count as passed."""
    from autograder.examiner.history import History

    config.stash[_HISTORIES].clear()
    config.stash[_HISTORIES][""] = History(passed)
    siblings = config.stash.get(_SIBLINGS, None)
    if siblings is not None:
        siblings.begin()


def _check(item: pytest.Item) -> Check | None:
    return getattr(getattr(item, "function", None), "check", None)


def _seed(config: pytest.Config) -> str:
    from autograder.rng import PUBLIC_SEED

    return config.stash.get(SEED, PUBLIC_SEED)


def _history(item: pytest.Item) -> History:
    from autograder.examiner.history import History

    callspec = getattr(item, "callspec", None)
    return item.config.stash[_HISTORIES].setdefault(callspec.id if callspec else "", History())


def _tries(item: pytest.Item, test: Callable[..., None], check: Check) -> Tries:
    """The check, ready to be run against the submission that the item is about.

    Operators are noted where the source has a built-in that the exercise should be: to look on costs time, and
    may disturb what is unusual.
    """
    from autograder.examiner.tries import Tries
    from autograder.submission.delegation import mentions

    callspec = getattr(item, "callspec", None)
    channel = _connect(item.config)(callspec.params.get("student") if callspec else None)
    watched = mentions(check.exercise, channel.source())
    ran = _history(item).operators(check) if watched else None
    record = item.config.stash.get(RECORD, None)
    return Tries(test, check, _siblings(item.config, channel), _seed(item.config), ran, record)


def _run_unseen(item: pytest.Item, check: Check, history: History) -> None:
    """Run a check of the item's module for what it does to later ones; nothing is reported of it."""
    reason = history.reason_to_skip(check)
    error: BaseException | None = None
    if reason is None:
        tries = _tries(item, getattr(cast("pytest.Function", item).module, check.id), check)
        error = tries.run(history.not_passed)
    history.note(check, passed=reason is None and error is None, error=error)


def _siblings(config: pytest.Config, channel: Channel) -> Siblings:
    from autograder.examiner.siblings import Siblings

    known = config.stash.get(_SIBLINGS, None)
    if known is None or known.channel is not channel:
        known = config.stash[_SIBLINGS] = Siblings(channel, right=config.stash.get(RIGHT_SIBLINGS, False))
    return known
