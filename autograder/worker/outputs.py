"""The outputs of a cell as plain values, bounded so that they fit into a frame."""

from __future__ import annotations

import base64
import io
import itertools
import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, Literal

from autograder.wire.messages import Display, Output, Stream
from autograder.wire.values import BOUNDS
from autograder.worker.describe import without_folders

_TEXT = 100_000
_PICTURE = BOUNDS.string
#: How many a cell may display.
MOST = 100
#: Characters of all outputs of a cell; more would not fit into a frame.
_TOTAL = BOUNDS.header_bytes // 2
#: Characters that are kept of what student code prints while it answers one request.
_PRINTED = 1000


def streams(captured: Any) -> list[Output]:
    """What was printed to standard output and error."""
    both = [_stream("stdout", captured.stdout), _stream("stderr", captured.stderr)]
    return [stream for stream in both if stream["text"]]


def display(shown: Any, kind: Literal["display", "result"] = "display") -> Display:
    """A displayed object, by MIME type."""
    data: dict[str, str] = {}
    for mime, value in (shown or {}).items():
        if isinstance(value, bytes):
            value = base64.b64encode(value).decode("ascii")
        if isinstance(value, str) and len(value) <= (_PICTURE if mime.startswith("image/") else _TEXT):
            data[str(mime)] = value
    return {"type": kind, "data": data}


def fitting(outputs: list[Output]) -> list[Output]:
    """The first outputs that fit into a frame together, and a note when there are more."""
    sizes = (len(json.dumps(output)) for output in outputs)
    count = sum(total <= _TOTAL for total in itertools.accumulate(sizes))
    left_out = len(outputs) - count
    note = [_stream("stdout", f"[{left_out} more outputs, left out here]\n")] if left_out else []
    return outputs[:count] + note


def _stream(name: Literal["stdout", "stderr"], text: str) -> Stream:
    text = without_folders(text)
    cut = text if len(text) <= _TEXT else text[:_TEXT] + f"\n[{len(text):,} characters, cut here]"
    return {"type": "stream", "name": name, "text": cut}


class Printed(io.TextIOBase):
    """Where prints of student code go while a check runs: they cost nothing, and their start is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.start = ""

    def write(self, text: str) -> int:
        if len(self.start) < _PRINTED:
            self.start += str.__getitem__(text, slice(_PRINTED))  # the slices of a subclass may be anything
        return len(text)

    @contextmanager
    def instead_of_the_screen(self) -> Iterator[None]:
        """What is printed inside, on either stream, arrives here; a warning arrives nowhere."""
        with redirect_stdout(self), redirect_stderr(self), warnings.catch_warnings(action="ignore"):
            yield
