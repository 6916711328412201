"""A zygote behind both walls, or a clear word on what is missing."""

from __future__ import annotations

from dataclasses import asdict

from autograder.sandbox.inner import Limits
from autograder.sandbox.outer import bwrap_command
from autograder.sandbox.probe import probe
from autograder.workers import GraderError, Zygote


def lacking() -> tuple[str, ...]:
    """What the sandbox of this machine lacks, where submissions may be graded in it all the same."""
    found = probe()
    return found.missing if found.sufficient else ()


def sandboxed_zygote(*, trusted: bool = False) -> Zygote:
    """A zygote for untrusted submissions; every wall is tried first, with real attempts.

    trusted: where no sandbox can be had, run submissions as plain processes instead of raising `GraderError`.
    """
    found = probe()
    if found.sufficient:
        return Zygote(bwrap_command, found.name, asdict(Limits()))
    if trusted:
        return Zygote()
    missing = "\n  ".join(found.missing)
    raise GraderError(
        f"no sandbox can be had on this machine:\n  {missing}\n"
        "Install bubblewrap (Debian: `apt install bubblewrap`), or grade on Linux. If you trust every submission "
        "as you trust your own code, `--trust-submissions` runs them as plain processes."
    )
