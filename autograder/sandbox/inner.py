"""The inner wall: what a forked child gives up, for good, before it runs the first line of a submission."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import gpu, landlock, seccomp
from autograder.sandbox.interpreter import DEVICES, PACKAGE, executables, readable
from autograder.sandbox.kernel import (
    PR_SET_DUMPABLE,
    PR_SET_NO_NEW_PRIVS,
    PR_SET_PDEATHSIG,
    close_all_but,
    drop_capabilities,
    memory_used,
    prctl,
)

# RLIMIT_NPROC counts the sandbox's own tasks, rather than all of the user's, since this version of Linux.
_TASKS_COUNTED_PER_NAMESPACE = (5, 14)


@dataclass(frozen=True)
class Limits:
    """What one submission may use up."""

    #: Bytes of address space beyond what is mapped when the submission starts.
    memory: int = 2 * 2**30
    #: Seconds of processor time, of all threads together; the grader counts them too, and gives fewer.
    cpu_seconds: int = 900
    #: Bytes of one file.
    file_bytes: int = 64 * 2**20
    #: Descriptors open at once.
    open_files: int = 256
    #: Threads of all sandboxes of one grader process. The kernel does not limit those of root.
    processes: int = 256
    #: Whether it may use the GPUs, whose driver has files and ioctls of its own, and reserves address space
    #: without end: `memory` then bounds what it can write to and shares with nobody.
    gpu: bool = False


def confine(limits: Limits, scratch: Path, keep_fds: Collection[int], log: int | None = None) -> list[str]:
    """Confine this process and every thread it will have; what could not be had is named in the result.

    `scratch`, an existing folder, becomes the working directory, the home and the only place to write to. All
    descriptors but `keep_fds` are closed; standard input is empty, standard output and error go to the
    descriptor `log`, or nowhere. The caller must be a child just forked from a process of one thread. Only
    Landlock and the limit on threads may be missing: raises `OSError` for anything else, and then nothing of
    the student's may run.
    """
    _settle(scratch)
    _detach(keep_fds, log)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    prctl(PR_SET_DUMPABLE, 0)
    drop_capabilities()
    missing = _limit(limits)
    try:
        read, write = (*readable(), *executables(), PACKAGE, *DEVICES), (scratch, Path(os.devnull))
        if limits.gpu:
            landlock.restrict((*read, *gpu.readable()), (*write, *gpu.WRITABLE), gpu.files())
        else:
            landlock.restrict(read, write)
    except OSError as error:
        missing.append(f"landlock: {error.strerror}")
    seccomp.install(gpu=limits.gpu)
    return missing


def _settle(scratch: Path) -> None:
    os.chdir(scratch)
    os.environ["HOME"] = os.environ["TMPDIR"] = str(scratch)
    tempfile.tempdir = None  # it remembers the folder that it found first


def _detach(keep_fds: Collection[int], log: int | None) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    for output in (1, 2):
        os.dup2(nothing if log is None else log, output)
    close_all_but({0, 1, 2, *keep_fds})


def _limit(limits: Limits) -> list[str]:
    missing = []
    amounts = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_FSIZE: limits.file_bytes,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_CPU: limits.cpu_seconds,
    }
    limit = resource.RLIMIT_DATA if limits.gpu else resource.RLIMIT_AS
    amounts[limit] = memory_used(limit) + limits.memory
    if _kernel() >= _TASKS_COUNTED_PER_NAMESPACE:
        amounts[resource.RLIMIT_NPROC] = limits.processes
    else:
        missing.append("limit on threads: needs Linux 5.14")
    for kind, amount in amounts.items():
        granted = resource.getrlimit(kind)[1]
        if granted != resource.RLIM_INFINITY:
            amount = min(amount, granted)
        resource.setrlimit(kind, (amount, amount))
    return missing


def _kernel() -> tuple[int, ...]:
    major, minor = os.uname().release.split(".")[:2]
    return int(major), int("".join(digit for digit in minor if digit.isdigit()))
