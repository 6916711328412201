"""The log of a sandbox: what it writes to standard output and error below Python, as a crash does."""

from __future__ import annotations

import os
from contextlib import suppress

#: Lines and characters that are told of what a process wrote last.
_LINES, _CHARACTERS = 3, 600


def open_log() -> tuple[int, int]:
    """The reading and the writing end of a log that keeps the first 64 KiB or so.

    It is a pipe that nobody empties: when it is full, what more is written is lost, and nobody waits.
    """
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    return reading, writing


def read_log(reading: int) -> str:
    """All that a log holds; it is empty afterwards."""
    chunks = []
    with suppress(BlockingIOError):
        while chunk := os.read(reading, 2**16):
            chunks.append(chunk)
    return b"".join(chunks).decode(errors="replace")


def last_words(log: str) -> str:
    """The last lines of a log, on one line that a terminal can show: what wrote it may not be trusted."""
    lines = [" ".join(line.split()) for line in log.splitlines()]
    told = [line for line in lines if any(map(str.isalnum, line))]  # Python underlines what it quotes
    words = "; ".join(told[-_LINES:])[-_CHARACTERS:]
    return "".join(character if character.isprintable() else "?" for character in words)
