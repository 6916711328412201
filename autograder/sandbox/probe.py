"""Which walls hold on this machine, by trying them; `python -m autograder.sandbox.probe` prints it."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.sandbox.interpreter import PACKAGE
from autograder.sandbox.outer import NoBubblewrap, bwrap_command

if TYPE_CHECKING:
    from autograder.sandbox.attempts import Facts, Tried

#: On the wall, for what takes under a second: the machine may be busy.
_SECONDS = 300


@dataclass(frozen=True)
class Walls:
    """What the attempts to get out of a sandbox came to."""

    #: What was tried and denied, and what honest code needs and has.
    holds: tuple[str, ...] = ()
    #: What is missing, with the reason.
    missing: tuple[str, ...] = ()
    #: Whether submissions may be graded: nothing is missing but Landlock or the limit on threads.
    sufficient: bool = False

    @property
    def name(self) -> str:
        """The sandbox's name in reports."""
        return "bubblewrap" if self.sufficient else "none"


@functools.cache
def probe(gpu: tuple[Path, ...] = ()) -> Walls:
    """The walls of this machine, tried once a process (under a second); open to these device files of GPUs."""
    if sys.platform != "linux":
        return Walls(missing=(f"bubblewrap: needs Linux, this is {sys.platform}",))
    try:
        with _outside(gpu=bool(gpu)) as facts:
            attempts = [sys.executable, "-m", "autograder.sandbox.attempts", json.dumps(facts)]
            command = bwrap_command(attempts, gpu=gpu)
            run = subprocess.run(
                command,
                env={facts["variable"]: "1"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_SECONDS,
            )
    except (NoBubblewrap, OSError, subprocess.TimeoutExpired) as error:
        return Walls(missing=(f"bubblewrap: {error}",))
    try:
        return walls_of(json.loads(run.stdout), root=os.geteuid() == 0)
    except ValueError:
        lines = run.stderr.strip().splitlines() or [f"it ended with status {run.returncode}"]
        return Walls(missing=(f"bubblewrap: {lines[-1]}",))


def walls_of(tried: Tried, *, root: bool = False) -> Walls:
    """What the attempts amount to; `root`: whether root made them."""
    attacks = tried["outer"] | tried["inner"]
    held = [f"cannot {attack}" for attack, error in (attacks | tried["landlock"]).items() if error]
    able = [f"can {ability}" for ability, error in tried["abilities"].items() if not error]
    fatal = [f"student code can {attack}" for attack, error in attacks.items() if not error]
    fatal += [f"student code cannot {act}: {error}" for act, error in tried["abilities"].items() if error]
    open_to_landlock = [attack for attack, error in tried["landlock"].items() if not error]
    tolerable = list(tried["absent"])
    if root:
        tolerable.append("limit on threads: the kernel sets none for root; grade as an ordinary user")
    if open_to_landlock:
        tolerable.append("landlock: student code can " + " and ".join(open_to_landlock))
    return Walls((*held, *able), (*fatal, *tolerable), sufficient=not fatal)


@contextlib.contextmanager
def _outside(*, gpu: bool) -> Iterator[Facts]:
    """Things on this side of the wall, for the attempts to find."""
    abstract = f"autograder-{secrets.token_hex(8)}"
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.socket(socket.AF_UNIX) as unix,
        tempfile.NamedTemporaryFile() as secret,
    ):
        unix.bind("\0" + abstract)
        unix.listen()
        yield {
            "port": listener.getsockname()[1],
            "abstract": abstract,
            "secret": secret.name,
            "course": str(PACKAGE / "lessons"),
            "variable": "AUTOGRADER_PROBE",
            "process": os.getpid(),
            "gpu": gpu,
        }


if __name__ == "__main__":
    report = probe()
    for line in report.holds:
        print(f"yes  {line}")
    for line in report.missing:
        print(f"NO   {line}")
    sys.exit(0 if report.sufficient else 1)
