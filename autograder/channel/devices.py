"""The device that submissions train on: asked for by a person, and tried before anything is graded."""

from __future__ import annotations

from autograder.channel.zygote import FORK_SECONDS, Zygote
from autograder.failures import GraderError
from autograder.wire import frames as wire
from autograder.wire.values import DEVICES

#: What can be asked for; "auto" is the best that there is.
CHOICES = (*DEVICES, "auto")

#: Seconds for the first operation on it.
_FIRST_SECONDS = 2 * FORK_SECONDS


def tried(zygote: Zygote) -> Zygote:
    """The zygote, if its workers have the device asked for; else it is closed, and a `GraderError` raised."""
    if zygote.device in ("cpu", "auto"):
        return zygote
    try:
        worker = zygote.fork()
        try:
            reply = worker.exchange({"op": "device"}, _FIRST_SECONDS)
        finally:
            worker.kill()
    except (wire.WireError, GraderError) as error:
        zygote.close()
        raise not_here(zygote.device, str(error)) from None
    if reply.get("ok") != zygote.device:
        zygote.close()
        reasons = reply.get("reasons")
        raise not_here(zygote.device, str((reasons if isinstance(reasons, dict) else {}).get(zygote.device)))
    return zygote


def not_here(device: str, reason: str) -> GraderError:
    """What there is to say of a device that was asked for and cannot be had."""
    return GraderError(f"submissions cannot be run on {device} here: {reason}; ask for the device cpu or auto")


def in_words(device: str, sandbox: str) -> str:
    """Where the submissions of a class ran."""
    if device == "cpu":
        return "on the CPU, and no GPU is within their reach"
    if device == "auto":
        return "on the best device that each of them found"
    opened = ", which opens the sandbox to its driver" if sandbox != "none" else ""
    return f"on {device}{opened}"
