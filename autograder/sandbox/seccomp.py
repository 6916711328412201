"""A seccomp filter, assembled here: it needs no library, so no machine can lack it.

Student code may start threads, but no process and no program; it has no sockets but pairs of its own, and
signals nobody but itself. What is denied fails with EPERM; what the list does not know, with ENOSYS, as on an
older kernel, so that the C library falls back on what it does know.
Sources: seccomp(2), Linux Documentation/userspace-api/seccomp_filter.rst and networking/filter.rst.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable

from autograder.sandbox import gpu as nvidia
from autograder.sandbox.kernel import PR_SET_SECCOMP, prctl
from autograder.sandbox.syscalls import ALLOWED, CONDITIONAL, OF_A_GPU, PRETENDED, UNKNOWN_FROM, numbers

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# One instruction: operation, jump if true, jump if false, operand.
_INSTRUCTION = struct.Struct("=HBBI")
_LOAD, _AND, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_MODE_FILTER = 2
_ALLOW = _INSTRUCTION.pack(_RETURN, 0, 0, 0x7FFF0000)

_CLONE_THREAD = 0x10000
# A thread, and no new namespace (bits 17 and 25 to 30), no tracing of or hiding from a tracer (13, 23).
_CLONE_DECIDES = _CLONE_THREAD | 0x20000 | 0x7E000000 | 0x2000 | 0x800000

_AF_UNIX, _SOCK_STREAM, _SOCK_SEQPACKET, _SOCK_TYPE_MASK = 1, 1, 5, 0xF
# Urgent data on Unix sockets: nobody here uses it, and its code in the kernel had holes (CVE-2025-38236).
_MSG_OOB = 1
# Duplicating, flags, record locks, the size of a pipe: not owners of signals, leases, seals or notifications.
_FCNTL = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032)
# TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX: a terminal's state and a descriptor's flags.
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_SET_NAME, PR_SET_VMA (the C library names its mappings), PR_SVE_GET_VL, and harmless getters.
_PRCTL = (15, 0x53564D41, 51, 3, 16, 21, 23, 30, 39)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install(*, gpu: bool = False) -> None:
    """Confine this thread, and those it starts, to the calls of `autograder.sandbox.syscalls`, for good.

    gpu: with those that the driver of a GPU needs. Needs no_new_privs. Raises `OSError`.
    """
    architecture = os.uname().machine
    if architecture not in _AUDIT_ARCH:
        raise OSError(errno.ENOSYS, f"no list of system calls for {architecture}")
    code = program(architecture, os.getpid(), gpu=gpu)
    prctl(PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(_Program(len(code) // _INSTRUCTION.size, code)))


def program(architecture: str, pid: int, *, gpu: bool = False) -> bytes:
    """The filter for the process `pid`, as classic BPF instructions."""
    decided = numbers(CONDITIONAL, architecture)
    code = _load(_ARCH) + _unless(_JUMP_EQUAL, _AUDIT_ARCH[architecture], _deny())
    # The second system call table of x86_64 (x32) has bit 30 set, so this turns it away as well.
    code += _load(_NUMBER) + _when(_JUMP_GREATER_EQUAL, UNKNOWN_FROM, _deny(errno.ENOSYS))
    for number in numbers(ALLOWED, architecture).values():
        code += _when(_JUMP_EQUAL, number, _ALLOW)
    for number in numbers(PRETENDED, architecture).values():
        code += _when(_JUMP_EQUAL, number, _deny(0))
    only_self = {"kill": (pid,), "tgkill": (pid,), "prlimit64": (0, pid), "sched_setaffinity": (0,)}
    blocks = {name: _allow_if(0, pids) for name, pids in only_self.items()}
    blocks["clone"] = _allow_if(0, (_CLONE_THREAD,), mask=_CLONE_DECIDES)
    # Its flags lie behind a pointer, which a filter cannot follow; the C library then tries clone.
    blocks["clone3"] = _deny(errno.ENOSYS)
    blocks["prctl"] = _allow_if(0, _PRCTL)
    blocks["fcntl"] = _allow_if(1, _FCNTL)
    blocks["ioctl"] = _allow_if(1, _IOCTL)
    no_times = _when(_JUMP_EQUAL, 0, _deny())  # a null pointer means now
    blocks["utimensat"] = _argument(2) + no_times + _deny(0)
    stream = _allow_if(1, (_SOCK_STREAM,), mask=_SOCK_TYPE_MASK)
    blocks["socketpair"] = _argument(0) + _when(_JUMP_EQUAL, _AF_UNIX, stream) + _deny()
    blocks |= dict.fromkeys(("sendto", "recvfrom"), _allow_if(3, (0,), mask=_MSG_OOB))
    if gpu:
        blocks |= _gpu_blocks(architecture)
        decided |= numbers(OF_A_GPU, architecture)
    for name, block in blocks.items():
        code += _when(_JUMP_EQUAL, decided[name], block)
    return code + _deny()


def _gpu_blocks(architecture: str) -> dict[str, bytes]:
    """What decides on the calls of a GPU's driver; which file a command goes to, no filter can see."""
    blocks = dict.fromkeys(numbers(OF_A_GPU, architecture), _ALLOW)
    packets = _allow_if(1, (_SOCK_SEQPACKET,), mask=_SOCK_TYPE_MASK)
    blocks["socket"] = _argument(0) + _when(_JUMP_EQUAL, _AF_UNIX, packets) + _deny()
    small = _unless(_JUMP_GREATER_EQUAL, nvidia.IOCTLS_BELOW, _ALLOW)
    named = b"".join(_when(_JUMP_EQUAL, command, _ALLOW) for command in (*_IOCTL, *nvidia.IOCTLS))
    of_its_type = _INSTRUCTION.pack(_AND, 0, 0, 0xFF00) + _when(_JUMP_EQUAL, nvidia.IOCTL_TYPE, _ALLOW)
    blocks["ioctl"] = _argument(1) + small + named + of_its_type + _deny()
    return blocks


def _allow_if(index: int, values: Iterable[int], mask: int | None = None) -> bytes:
    """Allow the call if its argument, masked, is one of `values`, else deny it."""
    code = _argument(index)
    if mask is not None:
        code += _INSTRUCTION.pack(_AND, 0, 0, mask)
    return code + b"".join(_when(_JUMP_EQUAL, value, _ALLOW) for value in values) + _deny()


def _when(comparison: int, value: int, block: bytes) -> bytes:
    """Run `block` if the accumulator compares so, else jump over it."""
    return _INSTRUCTION.pack(comparison, 0, len(block) // _INSTRUCTION.size, value) + block


def _unless(comparison: int, value: int, block: bytes) -> bytes:
    """Jump over `block` if the accumulator compares so."""
    return _INSTRUCTION.pack(comparison, len(block) // _INSTRUCTION.size, 0, value) + block


def _argument(index: int) -> bytes:
    # The lower half: each of these arguments is an int, or flags, of which the kernel reads no more.
    return _load(_FIRST_ARGUMENT + 8 * index)


def _load(offset: int) -> bytes:
    return _INSTRUCTION.pack(_LOAD, 0, 0, offset)


def _deny(error: int = errno.EPERM) -> bytes:
    return _INSTRUCTION.pack(_RETURN, 0, 0, 0x00050000 | error)
