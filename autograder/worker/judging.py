"""A test that the student has written, on trial: it is given a version of what it tests, right or wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.wire.messages import Error
from autograder.worker.describe import describe_error

#: What says nothing of the version: the test is not written, or it ends the program.
_NO_VERDICT = (KeyboardInterrupt, SystemExit, NotImplementedError)


def judged(test: Callable[..., Any], source: str, name: str) -> Error | None:
    """What the test raises for the version; None where it lets that pass.

    source: defines the version under `name`, the same for all versions. Nothing but how it behaves tells one from
    another: no file is behind it, and where it is defined has the same name for all.
    """
    made: dict[str, Any] = {"__name__": "version"}
    exec(compile(source, "<version>", "exec"), made)
    try:
        test(made[name])
    except _NO_VERDICT:
        raise
    except BaseException as error:  # pytest.fail, too, raises what is no Exception
        return describe_error(error)
    return None
