"""Files that are there whole or not at all, whenever the process is killed or the disk is full."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from autograder.failures import CannotWrite


def write(path: Path, content: str | bytes, *, mode: int = 0o600, keep: bool = False) -> None:
    """Write a file in one step, a text as UTF-8; its folder is made where it is missing, for its owner alone.

    mode: who may read it. keep: leave a file that another process has made in the meantime as it is.
    Raises `CannotWrite`.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content.encode("utf-8") if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            (_keep if keep else Path.replace)(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(error.errno, error.strerror or str(error), str(path.parent)) from None


def usual_mode() -> int:
    """Who may read a file that somebody makes with any other program."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _keep(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless there is one of that name."""
    with contextlib.suppress(FileExistsError):
        try:
            path.hardlink_to(temporary)
        except PermissionError:  # as on file systems that have no second names
            temporary.replace(path)
