"""Real attempts to get through the walls, made inside: `python -m autograder.sandbox.attempts FACTS`.

FACTS is what there is outside to be found, as JSON (see `Facts`); standard output gets what became of the
attempts (see `Tried`). Nothing here harms a machine whose walls are missing: an attempt that succeeds
changes nothing outside of the sandbox's own folder.
"""

from __future__ import annotations

import asyncio
import errno
import json
import mmap
import os
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from autograder.sandbox import scratch
from autograder.sandbox.inner import Limits, confine
from autograder.sandbox.kernel import capabilities, syscall

Attempts = Mapping[str, Callable[[], object]]

_LIMITS = Limits(memory=2**30, cpu_seconds=30)
_PTRACE, _UNSHARE = {"x86_64": (101, 272)}.get(os.uname().machine, (117, 97))
_PTRACE_TRACEME, _CLONE_NEWUSER, _IO_URING_SETUP = 0, 0x10000000, 425

# A new process namespace holds bwrap, Python and its child: higher numbers are seen only from outside.
_FEW_PROCESSES = 9


class Facts(TypedDict):
    """What there is outside of the sandbox to be found."""

    port: int  # of a listener on the host's loopback
    abstract: str  # the name of a listening abstract socket on the host
    secret: str  # a file in the host's folder for temporary files
    course: str  # a folder that holds the checks
    variable: str  # set in bwrap's own environment
    process: int  # the host's number of a process of this user
    gpu: bool  # whether the walls are open to the driver of a GPU


class Tried(TypedDict):
    """For each attempt what became of it: an error's text, or None when it succeeded."""

    outer: dict[str, str | None]
    inner: dict[str, str | None]
    landlock: dict[str, str | None]
    abilities: dict[str, str | None]
    absent: list[str]  # as `confine` names it


def main() -> None:
    """Make the attempts that the outer wall alone must stop, then those that the inner one must."""
    facts: Facts = json.loads(sys.argv[1])
    own, other = scratch.make(), scratch.make()
    descriptor = os.open(os.devnull, os.O_RDONLY)
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.write(writing, json.dumps(_confined(own, other, descriptor, writing, facts["gpu"])).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        inner, landlock, able, absent = json.load(pipe)
    outer = _outcomes(outer_attacks(facts))
    tried = Tried(outer=outer, inner=inner, landlock=landlock, abilities=able, absent=absent)
    json.dump(tried, sys.stdout)


def _confined(own: Path, other: Path, descriptor: int, writing: int, gpu: bool) -> list[object]:
    """What becomes of the inner attacks, those that Landlock stops, and the abilities; and what is absent."""
    try:
        absent = confine(replace(_LIMITS, gpu=gpu), own, {writing})
    except OSError as error:
        return [{}, {}, {"be confined": str(error)}, []]
    attempts = (inner_attacks(descriptor), landlock_attacks(other), abilities())
    return [*map(_outcomes, attempts), absent]


def outer_attacks(facts: Facts) -> Attempts:
    """What a process behind the outer wall alone must fail to do."""
    return {
        "reach the network": lambda: _connect(socket.AF_INET, ("127.0.0.1", facts["port"])),
        "reach a socket of the host": lambda: _connect(socket.AF_UNIX, "\0" + facts["abstract"]),
        "read the host's temporary files": lambda: Path(facts["secret"]).stat(),
        "read the course": lambda: list(Path(facts["course"]).iterdir()),
        "read the grader's environment": lambda: os.environ[facts["variable"]],
        "see the host's processes": lambda: _see_processes(
            facts["process"], _FEW_PROCESSES if facts["gpu"] else 0
        ),
        "change the interpreter": lambda: os.close(os.open(os.__file__, os.O_WRONLY)),
        "write beside the sandbox's folder": lambda: Path("/attempt").mkdir(),
        "hold a capability": lambda: _require(capabilities() != 0),
    }


def inner_attacks(descriptor: int) -> Attempts:
    """What a process behind both walls must fail to do, with or without Landlock."""
    return {
        "run a program": _run_program,
        "start a process": _start_process,
        "open a socket": lambda: socket.socket().close(),
        "signal another process": lambda: os.kill(os.getppid(), 0),
        "trace a process": lambda: syscall(_PTRACE, _PTRACE_TRACEME, 0, 0, 0),
        "make a user namespace": lambda: syscall(_UNSHARE, _CLONE_NEWUSER),
        "use io_uring": _use_io_uring,
        "send urgent data": _send_urgent_data,
        "use a descriptor of the grader": lambda: os.fstat(descriptor),
        "map memory without end": lambda: mmap.mmap(-1, _LIMITS.memory + 2**21, mmap.MAP_PRIVATE),
        "write a file without end": lambda: os.truncate(_touched("large"), _LIMITS.file_bytes + 1),
        "open files without end": _open_files,
    }


def landlock_attacks(other: Path) -> Attempts:
    """What only Landlock stops: to look into the folder `other`, of another submission."""
    return {
        "read another submission's files": lambda: list(other.iterdir()),
        "write another submission's files": lambda: (other / "left").write_text("here"),
    }


def abilities() -> Attempts:
    """What honest code must be able to do."""
    return {
        "write a file": lambda: _touched("part").rename("whole"),
        "read the interpreter": lambda: Path(os.__file__).read_bytes(),
        "start a thread": _start_thread,
        "run an event loop": lambda: asyncio.run(asyncio.sleep(0)),
    }


def _outcomes(attempts: Attempts) -> dict[str, str | None]:
    outcomes: dict[str, str | None] = {}
    for name, attempt in attempts.items():
        try:
            attempt()
            outcomes[name] = None
        except (OSError, MemoryError, RuntimeError, LookupError) as error:
            outcomes[name] = str(error) or type(error).__name__
    return outcomes


def _require(condition: bool) -> None:
    if not condition:
        raise PermissionError("not so")


def _connect(family: socket.AddressFamily, address: tuple[str, int] | str) -> None:
    with socket.socket(family) as sock:
        sock.settimeout(1)
        sock.connect(address)


def _see_processes(process: int, own: int) -> None:
    """`own`: up to which number processes may be seen, as they are the sandbox's."""
    seen = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    if max(os.getpid(), *seen, 0) > (own if seen else _FEW_PROCESSES):
        return
    _require(process > _FEW_PROCESSES)
    os.kill(process, 0)


def _run_program() -> None:
    with suppress(FileNotFoundError):  # the kernel was willing, and went to look for it
        os.execv("/no/such/program", ["program"])


def _start_process() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _use_io_uring() -> None:
    try:
        syscall(_IO_URING_SETUP, 1, None)
    except OSError as error:
        _require(error.errno not in (errno.EPERM, errno.ENOSYS))


def _send_urgent_data() -> None:
    for end in socket.socketpair():
        with end:
            end.send(b"x", socket.MSG_OOB)


def _open_files() -> None:
    with ExitStack() as files:
        for _ in range(_LIMITS.open_files):
            files.callback(os.close, os.dup(0))


def _start_thread() -> None:
    done = threading.Event()
    threading.Thread(target=done.set).start()
    if not done.wait(60):
        raise RuntimeError("it never ran")


def _touched(name: str) -> Path:
    path = Path(name)
    path.touch()
    return path


if __name__ == "__main__":
    main()
