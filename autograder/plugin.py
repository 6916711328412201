"""The pytest plugin: the fixtures `student` and `rng`, the option `--student`, needs and second chances."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from autograder.channel import Channel
    from autograder.exercises import Check
    from autograder.failures import Failure
    from autograder.rng import Rng
    from autograder.siblings import Siblings
    from autograder.student import Student

# autograder's own modules are imported where they are used: every pytest session on this machine loads
# this plugin, and few of them grade anything.

#: The seed of the fixture `rng`, where it is not the public one.
SEED = pytest.StashKey[str]()
#: Gives the channel of a submission; the parameter of `student` where one is set, else None.
CONNECT = pytest.StashKey["Callable[[Any], Channel]"]()
#: For each submission, the checks that did not pass, and the exercises that ran out of time.
_NOT_PASSED = pytest.StashKey[dict[str, set[str]]]()
#: The siblings of the submission under check, in a list of one.
_SIBLINGS = pytest.StashKey[list["Siblings"]]()
#: For each submission and exercise, the operators that ran in its checks, where it matters.
_RAN = pytest.StashKey[dict[tuple[str, str], set[str]]]()
#: What a person should look at in the submission under check, though it costs nothing.
REMARKS = pytest.StashKey[set[str]]()
_CLOSERS = pytest.StashKey[list["Callable[[], None]"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--student PATH`: a .py, a .ipynb, or a folder of them, to run the checks against."""
    group = parser.getgroup("autograder")
    group.addoption("--student", action="append", default=[], metavar="PATH", help="a submission to check")


def pytest_configure(config: pytest.Config) -> None:
    """Start with nothing known about any submission."""
    for name in config.getoption("--student"):
        if not Path(name).exists():
            raise pytest.UsageError(f"--student: there is no file or folder {name}")
    config.stash[_NOT_PASSED] = {}
    config.stash[_RAN] = {}
    config.stash[_CLOSERS] = []


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the workers of the submissions that were checked."""
    for close in config.stash.get(_CLOSERS, []):
        close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each check once for each submission that belongs to its lesson."""
    check = getattr(metafunc.function, "check", None)
    if check is None or CONNECT in metafunc.config.stash:
        return
    from autograder.submission import files_in, lesson_for

    paths = [Path(name) for name in metafunc.config.getoption("--student")]
    if not paths:
        raise pytest.Collector.CollectError("name a submission: pytest --student PATH autograder/checks")
    files = [file for path in paths for file in files_in(path)]
    mine = [file for file in files if lesson_for(file, [check.lesson], alone=len(files) == 1) == check.lesson]
    metafunc.parametrize("student", mine, indirect=True, ids=[file.as_posix() for file in mine])


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Iterator[Student]:
    """The submission under check; see `autograder.student.Student`."""
    from autograder.student import Student

    channel = _connect(request.config)(getattr(request, "param", None))
    check: Check = request.function.check
    yield Student(channel, check.timeout, _ran(request.node, check, channel))
    channel.forget()


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Rng:
    """Random inputs, the same at each run of the same check with the same seed."""
    return _rng(request.node)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a check whose needs did not pass, or whose exercise ran out of time."""
    check: Check | None = getattr(getattr(item, "function", None), "check", None)
    if check is None:
        return
    missing = _not_passed(item)
    if f"timeout:{check.exercise}" in missing:
        pytest.skip(f"an earlier check of {check.exercise} ran out of time")
    from autograder.exercises import checks_of

    catalogue = {other.id: other for other in checks_of(check.lesson)}
    for need in catalogue[check.id].needs:
        if need in missing:
            pytest.skip(f"needs: {catalogue[need].title if need in catalogue else need}")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """A check that fails is run again with the kit's version of the exercises that this one calls.

    Where one of those is known to be wrong, the kit's comes first. Right on either is right: so a mistake in
    one exercise costs once, however the student's functions call each other.
    """
    check: Check | None = getattr(pyfuncitem.function, "check", None)
    if check is None:
        return (yield)
    from autograder.failures import Failure, Unmet

    siblings = _siblings(pyfuncitem)
    may_help = bool(siblings.stand_ins(check))
    kits_first = may_help and siblings.broken(check, _not_passed(pyfuncitem))
    try:
        (siblings.use_kits(check) if kits_first else siblings.use_own())
        return (yield)
    except Failure as error:
        _name_the_call(pyfuncitem, error)
        if may_help and _passes_now(
            pyfuncitem, siblings.use_own if kits_first else partial(siblings.use_kits, check)
        ):
            if not kits_first:
                siblings.helped.add(check.exercise)
            return True
        if isinstance(error, Unmet):
            pytest.skip(str(error))
        raise
    finally:
        pyfuncitem.stash[REMARKS] = _student(pyfuncitem)._conversation.remarks


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember what did not pass, and say of a failure what a student needs, not our traceback."""
    report = yield
    check: Check | None = getattr(getattr(item, "function", None), "check", None)
    if check is None or report.passed:
        return report
    from autograder.failures import Failure, StudentTimeout
    from autograder.submission import Unreadable

    error = call.excinfo.value if call.excinfo else None
    _not_passed(item).add(check.id)
    if isinstance(error, StudentTimeout):
        _not_passed(item).add(f"timeout:{check.exercise}")
    if isinstance(error, (Failure, Unreadable)):
        report.longrepr = f"{check.title}\n{error}"
    elif isinstance(report.longrepr, tuple):
        path, line, _ = item.location
        report.longrepr = (path, (line or 0) + 1, report.longrepr[2])
    return report


def _connect(config: pytest.Config) -> Callable[[Any], Channel]:
    if CONNECT not in config.stash:
        from autograder.exercises import available_lessons
        from autograder.process_channel import ProcessChannel
        from autograder.submission import Submission, lesson_for, read
        from autograder.workers import Zygote

        zygote = Zygote()
        config.stash[_CLOSERS].append(zygote.close)
        channels: dict[Path, ProcessChannel] = {}

        def connect(path: Path) -> ProcessChannel:
            if path not in channels:
                submission: Submission = read(path)
                lesson = lesson_for(path, available_lessons(), alone=False)
                channels[path] = ProcessChannel(zygote, submission, lesson=lesson)
            return channels[path]

        config.stash[CONNECT] = connect
    return config.stash[CONNECT]


def forget_results(config: pytest.Config) -> None:
    """Start over: the next submission's checks have no history."""
    config.stash[_NOT_PASSED].clear()
    config.stash[_RAN].clear()


def _submission(item: pytest.Item) -> str:
    callspec = getattr(item, "callspec", None)
    return callspec.id if callspec else ""


def _not_passed(item: pytest.Item) -> set[str]:
    return item.config.stash[_NOT_PASSED].setdefault(_submission(item), set())


def _ran(item: pytest.Item, check: Check, channel: Channel) -> set[str] | None:
    """Where to note the operators that run: whether a built-in that the source has is called in any check.

    None where it has none: to look on costs time, and may disturb what is unusual.
    """
    from autograder.delegation import mentions

    if not mentions(check.exercise, channel.source()):
        return None
    return item.config.stash[_RAN].setdefault((_submission(item), check.exercise), set())


def _rng(item: pytest.Item) -> Rng:
    from autograder.rng import PUBLIC_SEED, Rng

    name = getattr(item, "originalname", None) or item.name
    return Rng(item.config.stash.get(SEED, PUBLIC_SEED), name)


def _name_the_call(item: pytest.Function, error: Failure) -> None:
    """A failure says with which input it came about, and what was printed until then."""
    from autograder.failures import Mismatch

    student = cast("Student | None", item.funcargs.get("student"))
    if student is None:
        return
    error.printed = student._conversation.printed
    if isinstance(error, Mismatch) and student._conversation.last_call:
        error.details = {"call": student._conversation.last_call, **error.details}


def _student(item: pytest.Function) -> Student:
    return cast("Student", item.funcargs["student"])


def _siblings(item: pytest.Function) -> Siblings:
    from autograder.siblings import Siblings

    channel = _student(item)._conversation.channel
    known = item.config.stash.setdefault(_SIBLINGS, [])
    if not known or known[-1].channel is not channel:
        known[:] = [Siblings(channel)]
    return known[-1]


def _passes_now(item: pytest.Function, prepare: Callable[[], None]) -> bool:
    """Whether a check passes when it is run again, after something was prepared."""
    from autograder.workers import GraderError

    names = item._fixtureinfo.argnames
    arguments = {name: item.funcargs[name] for name in names}
    if "rng" in arguments:
        arguments["rng"] = _rng(item)
    try:
        prepare()
        item.obj(**arguments)
    except (GraderError, OSError):
        raise  # no fault of the submission's
    except Exception:
        return False
    return True
