"""A zygote behind both walls, or a clear word on what is missing."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

from autograder.channel.devices import not_here, tried
from autograder.channel.zygote import Zygote
from autograder.course.courses import here
from autograder.failures import GraderError
from autograder.sandbox import gpu
from autograder.sandbox.inner import Limits
from autograder.sandbox.outer import bwrap_command
from autograder.sandbox.probe import probe

#: Bytes of private memory beside a GPU, of which its driver and libraries need some.
_GPU_MEMORY = 8 * 2**30


def lacking() -> tuple[str, ...]:
    """What the sandbox of this machine lacks, where submissions may be graded in it all the same."""
    found = probe()
    return found.missing if found.sufficient else ()


def sandboxed_zygote(*, trusted: bool = False, device: str = "cpu") -> Zygote:
    """A zygote for untrusted submissions; every wall is tried first, with real attempts.

    trusted: where no sandbox can be had, run submissions as plain processes instead of raising `GraderError`.
    device: of `autograder.channel.devices.CHOICES`; raises `GraderError` where it cannot be had.
    """
    name = sandbox_name(trusted=trusted)
    return tried(Zygote(device=device)) if name == "none" else _walled(name, device)


def sandbox_name(*, trusted: bool = False) -> str:
    """What submissions run in here, as reports say it: "none" where they are trusted and there is no sandbox.

    Raises `GraderError` where they are not trusted.
    """
    found = probe()
    if found.sufficient or trusted:
        return found.name
    missing = "\n  ".join(found.missing)
    raise GraderError(
        f"no sandbox can be had on this machine:\n  {missing}\n"
        "Install bubblewrap (Debian: `apt install bubblewrap`), or grade on Linux. If you trust every submission "
        "as you trust your own code, `--trust-submissions` runs them as plain processes."
    )


def wall() -> partial[list[str]]:
    """The outer wall; the lessons of a course that is installed beside the libraries are not seen behind it."""
    return partial(bwrap_command, hidden=tuple(course.content for course in here()))


def _walled(sandbox: str, device: str) -> Zygote:
    """A zygote behind the walls, with an opening for the driver of a GPU where one is asked for."""
    files = gpu.files()
    if device == "auto":
        try:
            return _walled(sandbox, "cuda" if files else "cpu")
        except GraderError:  # there are files of it, but it cannot be used
            return _walled(sandbox, "cpu")
    if device == "cpu":
        return Zygote(wall(), sandbox, asdict(Limits()), device)
    if device != "cuda":
        raise not_here(device, "in a sandbox there can only be cuda")
    if not files:
        raise not_here(device, "there is no NVIDIA card (no file /dev/nvidia0)")
    opened = probe(files)
    if not opened.sufficient:
        raise not_here(device, "; ".join(opened.missing))
    limits = Limits(gpu=True, memory=_GPU_MEMORY)
    return tried(Zygote(partial(wall(), gpu=files), sandbox, asdict(limits), device))
