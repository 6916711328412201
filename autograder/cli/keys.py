"""Single keys of a terminal, without Enter; the terminal is left as it was."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import termios
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Seconds between two looks whether keys are still read.
_LOOK = 0.2
_ESCAPE = b"\x1b"


@contextmanager
def pressed(tell: Callable[[str], None]) -> Iterator[Callable[[], None] | None]:
    """Tell of each key that is pressed until the block ends, in a thread.

    Gives what puts the terminal into that state again, as after Ctrl-Z; None where standard input is no terminal,
    or belongs to somebody else now: then no key is read.
    """
    if not _is_ours():
        yield None
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    over = threading.Event()
    reader = threading.Thread(target=_read, args=(descriptor, tell, over), name="keys", daemon=True)
    try:
        tty.setcbreak(descriptor)
        reader.start()
        yield lambda: tty.setcbreak(descriptor)
    finally:
        over.set()
        with contextlib.suppress(termios.error):  # it is gone
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _is_ours() -> bool:
    """Whether standard input is a terminal in which this process is in the foreground."""
    try:
        return sys.stdin.isatty() and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError, AttributeError):  # it is closed, or not there
        return False


def _read(descriptor: int, tell: Callable[[str], None], over: threading.Event) -> None:
    while not over.is_set():
        try:
            if not select.select([descriptor], [], [], _LOOK)[0]:
                continue
            typed = os.read(descriptor, 64)
        except OSError:
            return
        if not typed:
            return
        if not typed.startswith(_ESCAPE):  # an arrow, say, is no letter
            for key in typed.decode(errors="ignore"):
                tell(key)
