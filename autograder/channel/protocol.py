"""What carries requests to the student's code, and what a reply of it means."""

from __future__ import annotations

from typing import Any, Protocol, Unpack

from autograder.failures import StudentError, TimeSpent
from autograder.wire.messages import Options, Reply, Request


class Channel(Protocol):
    """Where a `Student` sends its requests; what is said here holds where a channel says nothing else."""

    #: the name of the sandbox, as reports give it: "bubblewrap", "none" ...
    sandbox: str = "none"
    #: whether the student's code runs in another process than the checks
    apart: bool
    #: grows whenever what earlier requests left on the student's side is gone
    generation: int = 0
    #: when the submission was first started, as `time.perf_counter()` says it; None where it runs anyway
    began: float | None = None
    #: where the submission trains, as its own process said; "cpu" where it was not asked
    device: str = "cpu"

    def spent(self) -> TimeSpent | None:
        """What there is to say when all of the submission's time is used up."""
        return None

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        """The reply to one request; raises a `Failure` when the student's code gives none."""
        ...

    def source(self) -> str:
        """The source of the submission."""
        ...

    def troubles(self) -> list[str]:
        """What went wrong when the submission itself was run, in order."""
        return []

    def crashes(self) -> list[str]:
        """What processes that the submission ended had written last: for a person, and not for the student."""
        return []

    def renew(self) -> None:
        """Undo whatever earlier requests left behind, as far as this channel can."""
        ...


#: Characters of an exception's message, its base classes, and characters of what was printed, that are read.
_TEXT, _BASES, _PRINTED = 1_000, 30, 20_000


def listed(answer: object) -> list[Any]:
    """The answer where it is a list; it is the student's word and may be anything."""
    return answer if isinstance(answer, list) else []


def replied(reply: Reply) -> Reply:
    """The reply, or the exception of the student's that it reports."""
    error = reply.get("error")
    if error is None:
        return reply
    fields = error if isinstance(error, dict) else {}
    names = tuple(map(str, listed(fields.get("bases"))))
    type_name, message, where = (str(fields.get(key, ""))[:_TEXT] for key in ("type", "message", "where"))
    raised = StudentError(type_name, message, where, names[:_BASES])
    raised.printed = str(reply.get("printed", ""))[:_PRINTED]
    raise raised
