"""The few system calls of Linux that Python does not offer, as plain functions that raise `OSError`.

Sources: prctl(2), capabilities(7), close_range(2), setrlimit(2).
"""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Collection

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.mmap.restype = ctypes.c_void_p
_libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long)
_libc.munmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t)

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38

_CLOSE_RANGE = 436  # by this number on every architecture, as all calls since Linux 5.1
_CAPABILITY_VERSION_3 = 0x20080522
_PROT_NONE, _PROT_READ_WRITE = 0, 3
_MAP_PRIVATE_ANONYMOUS, _MAP_FAILED = 0x22, ctypes.c_void_p(-1).value


def checked(result: int) -> int:
    """The result of a C function, or the `OSError` that its -1 stands for."""
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


def syscall(number: int, *arguments: object) -> int:
    """The system call of that number; integers are passed as C longs, anything else as ctypes would."""
    longs = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return checked(_libc.syscall(ctypes.c_long(number), *longs))


def prctl(option: int, value: int, argument: object = 0) -> None:
    """Set an attribute of this process."""
    tail = ctypes.c_long(argument) if isinstance(argument, int) else argument
    checked(_libc.prctl(ctypes.c_int(option), ctypes.c_long(value), tail, ctypes.c_long(0), ctypes.c_long(0)))


def drop_capabilities() -> None:
    """Give up every capability; with no_new_privs there is no way back."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    checked(_libc.capset(header, (ctypes.c_uint32 * 6)()))


def capabilities() -> int:
    """The permitted capabilities of this process, as a bit mask."""
    header, sets = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    checked(_libc.capget(header, sets))
    return sets[1] | sets[4] << 32


def close_all_but(keep: Collection[int]) -> None:
    """Close every descriptor that is not in `keep`."""
    first = 0
    for fd in sorted(set(keep)):
        if first < fd:
            _close_range(first, fd - 1)
        first = fd + 1
    _close_range(first, 2**31 - 1)


def _close_range(first: int, last: int) -> None:
    try:
        syscall(_CLOSE_RANGE, first, last, 0)
    except OSError:  # before Linux 5.9
        os.closerange(first, min(last, resource.getrlimit(resource.RLIMIT_NOFILE)[1]) + 1)


def memory_used(limit: int) -> int:
    """The bytes that this process uses of a limit on memory, to the MiB above; call it while there is one thread.

    limit: RLIMIT_AS, on all that is mapped, or RLIMIT_DATA, on what it can write to and shares with nobody.
    Found without /proc: the kernel refuses a mapping that would pass the limit, so the least one under which one
    page can still be mapped is the answer.
    """
    protection = _PROT_READ_WRITE if limit == resource.RLIMIT_DATA else _PROT_NONE
    granted = resource.getrlimit(limit)
    page = resource.getpagesize()
    low, high = 0, 2**47 if granted[1] == resource.RLIM_INFINITY else granted[1]
    while high - low > 2**20:
        middle = (low + high) // 2
        # Between these two lines nothing is allocated that does not come from a free list.
        resource.setrlimit(limit, (middle, granted[1]))
        place = _libc.mmap(None, page, protection, _MAP_PRIVATE_ANONYMOUS, -1, 0)
        resource.setrlimit(limit, granted)
        if place == _MAP_FAILED:
            low = middle
        else:
            _libc.munmap(place, page)
            high = middle
    return high
