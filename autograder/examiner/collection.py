"""pytest, held open: a session whose tests are collected, and run when somebody asks for one.

pytest documents no way to have such a session. What is taken from it beside its documented hooks (`from_config`,
`perform_collect`, a configuration that outlives `pytest.main`) stands here and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from autograder.failures import GraderError


def collected(
    arguments: Sequence[str], plugin: object, prepare: Callable[[pytest.Config], None]
) -> tuple[pytest.Config, dict[str, pytest.Function]]:
    """The configuration of a session with these arguments, and the tests that it collects, by name.

    plugin: an object with hooks. prepare: is called with the configuration before anything is collected.
    Raises `GraderError` where this version of pytest cannot do that.
    """
    parsed = _Parsed()
    with _undisturbed():
        status = pytest.main(list(arguments), [parsed, plugin])
        if parsed.config is None:
            raise GraderError(f"pytest {pytest.__version__} ended before it collected the checks: {status!r}")
        try:
            session = _opened(parsed.config, prepare)
        except pytest.UsageError:
            raise
        except Exception as error:
            raise GraderError(
                f"the checks cannot be run by pytest {pytest.__version__} ({type(error).__name__}: {error}): "
                "install the version that is known to do, with `pip install -c constraints.txt pytest`"
            ) from error
    return parsed.config, {item.name: item for item in session.items if isinstance(item, pytest.Function)}


def _opened(config: pytest.Config, prepare: Callable[[pytest.Config], None]) -> pytest.Session:
    """The session as `pytest.main` has it before it runs the first test."""
    config.hook.pytest_configure.call_historic(kwargs={"config": config})
    prepare(config)
    session: pytest.Session = pytest.Session.from_config(config)
    config.hook.pytest_sessionstart(session=session)
    session.perform_collect()
    return session


class _Parsed:
    """Keeps the configuration that pytest made of its arguments, and has it go no further."""

    config: pytest.Config | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_cmdline_main(self, config: pytest.Config) -> int:
        self.config = config
        return pytest.ExitCode.OK


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nothing of the surroundings (PYTEST_ADDOPTS, other plugins) has a say in a verdict."""
    saved = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PYTEST_")}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update(saved)
