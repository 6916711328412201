"""What a Python interpreter reads from the file system: all that either wall lets student code see."""

from __future__ import annotations

import functools
import site
import sys
from pathlib import Path

#: The folder of the package `autograder`, on whichever side of the outer wall this runs.
PACKAGE = Path(__file__).resolve().parent.parent

#: The devices in a sandbox's /dev.
DEVICES = (Path("/dev/null"), Path("/dev/zero"), Path("/dev/urandom"))

_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache")

# Without these torch cannot tell the processor: its kernels would be slower, and round differently.
_CPU = "/sys/devices/system/cpu"
_PROCESSOR = ("/proc/cpuinfo", f"{_CPU}/online", f"{_CPU}/possible", f"{_CPU}/present")


@functools.cache
def executables() -> tuple[Path, ...]:
    """The path that this interpreter was started by, and the file it stands for."""
    started = Path(sys.executable).absolute()
    return tuple(dict.fromkeys((started, started.resolve())))


@functools.cache
def readable() -> tuple[Path, ...]:
    """The existing files and folders that this interpreter, its libraries and torch read from."""
    paths = [Path(path) for path in (*_SYSTEM, *_PROCESSOR)]
    for prefix in (sys.base_prefix, sys.base_exec_prefix, sys.prefix, sys.exec_prefix):
        # A prefix behind a symbolic link is looked for under both names.
        for folder in (Path(prefix).absolute(), Path(prefix).resolve()):
            paths += [folder / "lib", folder / "lib64", folder / "pyvenv.cfg"]
    packages = site.getsitepackages()
    if site.ENABLE_USER_SITE:
        packages.append(site.getusersitepackages())
    paths += [Path(folder).absolute() for folder in packages]
    return tuple(path for path in dict.fromkeys(paths) if path.exists())
