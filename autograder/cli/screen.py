"""What is written to: a terminal that cannot show every character, a reader who leaves before the end."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
import unicodedata
from typing import TextIO

from rich.console import Console

#: For what a terminal cannot show, one character for one: a table's columns stay straight.
_PLAIN = dict(zip("✓✗…–—−×•“”‘’", "+x.---x*\"\"''", strict=True))


class Screen(Console):
    """A console whose reader may leave, as in `| head`: from then on it is quiet."""

    @property
    def closed(self) -> bool:
        """Whether nobody reads any more."""
        return self.quiet

    def say(self, text: str, style: str | None = None) -> None:
        """Print a text as it is, brackets and all; a terminal breaks its lines, and nobody else does."""
        self.print(text, style=style, markup=False, soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Go on with the work; its exit code stays true."""
        self.quiet = True
        leave_output()


def leave_output() -> None:
    """Write nothing more to standard output, not even at the end, where Python would complain."""
    with contextlib.suppress(OSError, AttributeError):  # no file is behind it, or it is closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_everywhere(*streams: TextIO | None) -> None:
    """Let no character end a command: one that a stream cannot show is replaced by one that it can."""
    codecs.register_error("autograder.plain", _plain)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper) and stream.errors != "surrogateescape":
            stream.reconfigure(errors="autograder.plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(map(_replacement, wrong)), error.end


def _replacement(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[0]
    return _PLAIN.get(character) or (letter if letter.isascii() and letter.isprintable() else "?")
