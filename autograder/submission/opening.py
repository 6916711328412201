"""Opening a file that was handed in: one act. What it is, is asked of what was opened, and never of its path."""

from __future__ import annotations

import errno
import functools
import operator
import os
import stat
from pathlib import Path
from typing import BinaryIO

from autograder.failures import Unreadable

#: A larger file is not read: the release notebooks have 0.1 MB, with every picture drawn 2 MB.
MAX_BYTES = 20 * 2**20
#: Not every system has all of these, and only one needs the last.
_NAMES = ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
_FLAGS = functools.reduce(operator.or_, (getattr(os, name, 0) for name in _NAMES))


def opened(path: Path) -> BinaryIO:
    """A regular file, open for reading. Raises `Unreadable` for a link and for what is special, else `OSError`."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise Unreadable(f"{path.name} is no file: a link, and links are not followed") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable(f"{path.name} is no file: a folder, or something special")
    return os.fdopen(descriptor, "rb")


def content_of(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The content of a file of at most `limit` bytes. Raises `Unreadable`."""
    try:
        with opened(path) as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(limit + 1) if size <= limit else b""
    except FileNotFoundError:
        raise Unreadable(f"there is no file {path}") from None
    except OSError as error:
        raise Unreadable(f"the file cannot be opened: {error.strerror}") from None
    if max(size, len(content)) > limit:
        raise Unreadable(
            f"the file has {size / 2**20:.0f} MB; at most {limit // 2**20} are read. "
            "Clear the notebook's outputs and save it again"
        )
    return content
