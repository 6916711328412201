"""What the driver of an NVIDIA GPU needs inside the walls, where a course asks for one.

What this opens is told in SECURITY.md.
Source: NVIDIA, open-gpu-kernel-modules: nv-ioctl-numbers.h and nvidia-uvm/uvm_ioctl.h, uvm_linux_ioctl.h.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_FILE = re.compile(r"nvidia(?P<card>\d+)|nvidia(ctl|-uvm|-uvm-tools)")

#: The commands of its ioctls: those of this type (bits 8 to 15, the letter F), those below this number, and these.
IOCTL_TYPE = ord("F") << 8
IOCTLS_BELOW = 0x100
IOCTLS = (0x30000001, 0x30000002)

#: What it writes to: the names of its threads. The driver of version 580 gives up where it may not.
WRITABLE = (Path("/proc/self/task"),)


def files(folder: Path = Path("/dev")) -> tuple[Path, ...]:
    """The device files of all cards and of the driver; nothing where there is no card."""
    found = [(path, _FILE.fullmatch(path.name)) for path in sorted(folder.glob("nvidia*"))]
    if not any(match and match["card"] for _, match in found):
        return ()
    return tuple(path for path, match in found if match)


def readable() -> tuple[Path, ...]:
    """What else it reads: how the machine is made, and its library where the system's own folders have none."""
    system = (Path("/proc"), Path("/sys"), Path("/etc/alternatives"))
    return (*filter(Path.exists, system), *libraries())


def libraries() -> tuple[Path, ...]:
    """The folders that hold its library and that the loader does not look into by itself."""
    named = os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)
    folders = [Path(folder).absolute() for folder in (*named, "/usr/local/nvidia/lib64") if folder]
    return tuple(folder for folder in dict.fromkeys(folders) if (folder / "libcuda.so.1").exists())
