"""Where the reports go that `--json FILE` asks for, and the page that `--html FILE` does; what can be written."""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from pathlib import Path

from autograder.cli.screen import leave_output
from autograder.course import atomic
from autograder.failures import CannotWrite, UsageError


def ready_to_write(destination: str | None) -> None:
    """Raises `UsageError` where nothing could be written there in the end: that is known before the work."""
    if destination in (None, "-"):
        return
    path = Path(str(destination))
    if path.is_dir():
        raise UsageError(f"cannot write {destination}: it is a folder")
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {destination}: there is no folder {path.parent}")
    try:
        if not path.exists() or path.is_file():
            tempfile.TemporaryFile(dir=path.resolve().parent).close()  # as it is written in one step
        elif not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise UsageError(f"cannot write {destination}: {error.strerror}") from None


def ready_to_write_in(folder: Path) -> None:
    """Raises `CannotWrite` where no file could be written in a folder in the end, or the folder not be made."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        raise CannotWrite(error.errno, error.strerror, str(there)) from None


def write(text: str, destination: str) -> None:
    """Write a text to a file, or to standard output for "-". Raises `UsageError`."""
    try:
        if destination == "-":
            _to_output(text)
        else:
            _to_file(text, Path(destination))
    except BrokenPipeError:  # as of `| head`
        leave_output()
    except OSError as error:
        where = "standard output" if destination == "-" else destination
        raise UsageError(f"cannot write {where}: {error.strerror}") from None


def _to_output(text: str) -> None:
    if sys.stdout is None:
        raise UsageError("cannot write standard output: it is closed")
    if not (sys.stdout.encoding or "").lower().startswith("utf"):
        # in JSON, what is not ASCII stands within strings, and can be written as an escape there
        text = "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)
    sys.stdout.write(text)
    sys.stdout.flush()


def _to_file(text: str, path: Path) -> None:
    """Whole or not at all; only what is no file, such as a pipe, is written to as it is."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
        return
    atomic.write(path.resolve(), text, mode=atomic.usual_mode())
