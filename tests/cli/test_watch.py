"""`autograder watch` as somebody uses it: in a terminal, with keys, on a file that is saved again and again."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course.exercises import points_of
from tests.banks import ROOT

#: What moves the cursor, and colours.
_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_STUB = "raise NotImplementedError()"
WORTH = points_of("activations")["relu"]
RIGHT = "return x.clamp(min=0)"
WRONG = "return x.abs()"
#: Becomes a command that the terminal belongs to, as a shell has it.
IN_FRONT = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """A terminal of 80 columns in which a command runs; what is read of it is read once."""

    def __init__(self, words: list[str], folder: Path) -> None:
        # the one in which the command runs is this side's to ask about its state, too
        self._fd, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
        self.settings = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-c", IN_FRONT, sys.executable, *words],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._theirs = theirs
        self._seen = ""

    def press(self, key: str) -> None:
        os.write(self._fd, key.encode())

    def shows(self, *texts: str) -> str:
        """Wait until each of the texts was shown after what was waited for last; all that was."""
        while not all(text in self._seen for text in texts):
            if not select.select([self._fd], [], [], 0.5)[0]:
                assert self.process.poll() is None, self._seen
                continue
            read = os.read(self._fd, 65536).decode(errors="replace")
            self._seen += _CODES.sub("", read).replace("\r\n", "\n")
        shown, self._seen = self._seen, ""
        return shown

    def ends(self) -> int:
        """What the command ends with; the terminal has to be as it was."""
        while self.process.poll() is None:  # it may have something left to write
            if select.select([self._fd], [], [], 0.1)[0]:
                self._seen += os.read(self._fd, 65536).decode(errors="replace")
        assert termios.tcgetattr(self._theirs) == self.settings
        return self.process.returncode

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._fd)
        os.close(self._theirs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of one lesson, as a fresh clone has it."""
    (tmp_path / "exercises").mkdir()
    text = (ROOT / "exercises" / "activations.py").read_text(encoding="utf-8")
    (tmp_path / "exercises" / "activations.py").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "caches"))
    opened = Terminal(["-m", "autograder", "watch"], folder)
    yield opened
    opened.close()


def save(folder: Path, body: str) -> None:
    """The file with this body of relu."""
    path = folder / "exercises" / "activations.py"
    head, found, tail = (ROOT / "exercises" / "activations.py").read_text(encoding="utf-8").partition("def relu(")
    path.write_text(head + found + tail.replace(_STUB, body, 1), encoding="utf-8")


@pytest.mark.ci
def test_a_student_watches(folder: Path, terminal: Terminal) -> None:
    terminal.shows("q: quit", "Not begun yet: write sigmoid")
    save(folder, RIGHT)
    terminal.shows(
        "Well done: all checks of relu pass",
        "its slope is exactly 1",
        f"activations {WORTH:g}/60, next: leaky_relu",
    )
    save(folder, WRONG)
    terminal.shows("✗\u00a0relu", "required:", "more of its checks do not pass")
    terminal.press("h")
    terminal.shows("the larger of two numbers", "hint 1 of 4")
    terminal.press("h")
    terminal.shows("hint 2 of 4")
    terminal.press("l")
    terminal.shows("leaky_relu", "perceptron", "xor")
    terminal.press("n")
    terminal.shows("write leaky_relu")
    save(folder, "while True: pass")
    terminal.shows("relu: The result has the shape")
    save(folder, RIGHT)
    terminal.shows("Well done: all checks of relu pass")
    terminal.press("r")
    terminal.shows("press r again to begin relu anew")
    terminal.press("r")
    terminal.shows("relu is as it was given to you", "exercises/old/relu", "write relu, and save")
    terminal.press("q")
    assert terminal.ends() == 0


@pytest.mark.long
def test_without_a_terminal_it_writes_and_ctrl_c_ends_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "caches"))
    process = subprocess.Popen(
        [sys.executable, "-m", "autograder", "watch", "activations"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    with process:
        try:
            read = ""
            for line in process.stdout:
                read += line
                if "Not begun yet" in line:
                    break
            save(folder, RIGHT)
            for line in process.stdout:
                read += line
                if "next: leaky_relu" in line:
                    break
            assert "q: quit" not in read
            assert "\x1b" not in read
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0
        finally:
            process.kill()


CRASH = """
from autograder.cli.keys import pressed
with pressed(print) as again:
    assert again is not None
    raise RuntimeError("a bug of ours")
"""


def test_a_crash_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    terminal = Terminal(["-c", CRASH], tmp_path)
    try:
        assert terminal.ends() == 1
    finally:
        terminal.close()


def test_where_nothing_is_to_be_watched_it_says_what_is_missing(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "autograder", "watch"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 2
    assert "there is no file of a lesson in work/ or exercises/ here: `autograder start LESSON`" in done.stderr
