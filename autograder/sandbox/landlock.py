"""Landlock: this process may touch only the files named, for good.

Source: Linux, Documentation/userspace-api/landlock.rst.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from autograder.sandbox.kernel import syscall

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION, _PATH_BENEATH = 1, 1

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REG, _MAKE_SYM = 1 << 7, 1 << 8, 1 << 12
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15

_READ = _READ_FILE | _READ_DIR
_CHANGE = _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _MAKE_SYM | _REFER | _TRUNCATE
_DRIVE = _WRITE_FILE | _READ_FILE | _IOCTL_DEV
_OF_A_FILE = _DRIVE | _TRUNCATE

# How many of the file system rights each version of the interface knows: they are bits 0, 1, 2 ...
_RIGHTS_KNOWN = {1: 13, 2: 14, 3: 15, 4: 15}
_RIGHTS_KNOWN_SINCE_5 = 16

_BIND_AND_CONNECT_TCP = 0b11  # since version 4
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # since version 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The version of the kernel's Landlock interface; raises `OSError` where there is none."""
    return syscall(_CREATE_RULESET, None, 0, _VERSION)


def restrict(read: Iterable[Path], write: Iterable[Path], drive: Iterable[Path] = ()) -> None:
    """Let this thread, and those it starts, read below `read`, read and change below `write`, and no more.

    `drive` are device files, to be read, written and given commands.
    Paths that do not exist are passed over. Needs no_new_privs. Raises `OSError` where Landlock is missing.
    """
    known = version()
    handled = (1 << _RIGHTS_KNOWN.get(known, _RIGHTS_KNOWN_SINCE_5)) - 1
    attributes = _Ruleset(
        handled,
        _BIND_AND_CONNECT_TCP if known >= 4 else 0,
        _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if known >= 6 else 0,
    )
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    ruleset = syscall(_CREATE_RULESET, ctypes.byref(attributes), size, 0)
    try:
        for paths, rights in ((read, _READ), (write, _READ | _CHANGE), (drive, _DRIVE)):
            for path in paths:
                _allow(ruleset, path, rights & handled)
        syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        rule = _PathBeneath(rights if path.is_dir() else rights & _OF_A_FILE, place)
        syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(place)
