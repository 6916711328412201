"""The scratch directory of a submission: made before it starts, emptied whatever it left there."""

from __future__ import annotations

import itertools
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from autograder.sandbox.outer import SANDBOX


def make(below: Path = SANDBOX) -> Path:
    """A new, empty folder that only this user can enter."""
    return Path(tempfile.mkdtemp(prefix="scratch-", dir=below))


def wipe(folder: Path, seconds: float = 2.0) -> bool:
    """Delete everything below `folder`; False when that was not done in time: then end the outer sandbox.

    Copes with any depth, number, name and mode of files, and follows no link. Nothing that could still write
    there may be alive.
    """
    deadline = time.monotonic() + seconds
    names = (folder / secrets.token_hex(8) for _ in itertools.count())
    folder.chmod(0o700)
    while entries := _entries(folder):
        for entry in entries:
            if time.monotonic() > deadline:
                return False
            if entry.is_dir(follow_symlinks=False):
                _flatten(Path(entry.path), names)
            else:
                Path(entry.path).unlink()
    return True


def _flatten(folder: Path, names: Iterator[Path]) -> None:
    """Delete `folder`; its sub-folders move up to `names`, as some lie too deep for recursion or a path."""
    folder.chmod(0o700)
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            path.chmod(0o700)  # else its entry ".." could not be changed
            path.rename(next(names))
        else:
            path.unlink()
    folder.rmdir()


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)
