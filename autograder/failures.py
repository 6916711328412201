"""How a check can end, and what there is to say of one that did not pass; then what is no student's doing.

Exceptions cross from room to room: `wire/` and `sandbox/` have their own, for they import nothing of the grader's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Outcome = Literal["passed", "failed", "error", "timeout", "skipped"]

#: What is wrong, in a word: with what came back, or was done ("value" has no kind of its own); with the run of the
#: student's code ("time_spent": not tried, as none was left); with the check itself ("unmet": something else comes
#: first; "unclear": it could make no sense of what came back).
Kind = (
    Literal["missing", "signature", "type", "shape", "dtype", "device", "value", "gradient", "changed", "own_work"]
    | Literal["not_implemented", "raised", "exited", "timeout", "time_spent", "crash"]
    | Literal["unmet", "unclear"]
)

#: Where nothing came back of the student's code that could be looked at.
NOTHING_BACK: frozenset[Kind] = frozenset({"exited", "timeout", "time_spent", "crash"})

#: The parts of a finding that are shown below its sentence, in this order.
_DETAILS = ("call", "expected", "got", "trouble", "where")
#: Characters of each part: what came back may be of any length.
_LONGEST = 1_000


@dataclass(frozen=True)
class Finding:
    """What is wrong, in parts.

    what: what was required, or, of code that raised or did not end, what happened. call: the student's function
    with its arguments. trouble: why there is nothing to check. where: the line that raised.
    """

    kind: Kind
    what: str
    because: str = ""
    call: str = ""
    expected: str = ""
    got: str = ""
    trouble: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        for part in fields(self):
            object.__setattr__(self, part.name, getattr(self, part.name)[:_LONGEST])

    @property
    def sentence(self) -> str:
        """What is wrong, and why, on one line."""
        return f"{self.what} ({self.because})" if self.because else self.what

    @property
    def details(self) -> dict[str, str]:
        """What there is to show below the sentence, by its label."""
        return {label: text for label in _DETAILS if (text := getattr(self, label))}

    @property
    def opening(self) -> str:
        """The sentence where nothing before it says whose doing it was."""
        return f"Your code raised {self.sentence}" if self.kind == "raised" else self.sentence

    @property
    def message(self) -> str:
        """All of it as a text: the sentence, and a line for each detail."""
        return "\n".join([self.opening, *(f"{label:>8}: {text}" for label, text in self.details.items())])


class Failure(Exception):
    """A check did not pass."""

    outcome: Outcome = "failed"
    #: the start of what the student's code printed before that, for cards and terminals
    printed = ""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding

    def __str__(self) -> str:
        return self.finding.message


class Mismatch(Failure):
    """What came back is not what was required."""

    def __init__(
        self,
        requirement: str,
        because: str | None = None,
        *,
        kind: Kind = "value",
        expected: str = "",
        got: str = "",
        trouble: str = "",
    ) -> None:
        super().__init__(Finding(kind, requirement, because or "", "", expected, got, trouble))


class Unmet(Failure):
    """The check makes no sense before something else is right, which has a check of its own."""

    outcome = "skipped"

    def __init__(self, need: str) -> None:
        super().__init__(Finding("unmet", need))


class StudentError(Failure):
    """The student's code raised an exception, whose class is `type_name` and derives from `bases`."""

    outcome = "error"

    def __init__(self, type_name: str, message: str, where: str = "", bases: tuple[str, ...] = ()) -> None:
        self.type_name = type_name
        self.bases = bases
        self.message = message
        self.where = where
        super().__init__(self._found())

    def _found(self) -> Finding:
        if self.type_name == "NotImplementedError" and not self.message.startswith("Module ["):
            todo = "Not implemented yet: replace `raise NotImplementedError()` with your code."
            return Finding("not_implemented", todo)
        if self.type_name == "SystemExit":
            text = "Your code ended the program: an exercise returns, and calls no exit() or quit()."
            return Finding("exited", text, where=self.where)
        from autograder.causes import told  # torch comes with it, and most errors need none

        text = f"{self.type_name}: {told(self.message, self.where)}".rstrip(": ")
        return Finding("raised", text, where=self.where)


class StudentTimeout(Failure):
    """The student's code did not come back in time."""

    outcome = "timeout"

    def __init__(self, seconds: float) -> None:
        text = f"Your code did not finish within {seconds:g} seconds. Is there a loop that never ends?"
        super().__init__(Finding("timeout", text))


class TimeSpent(StudentTimeout):
    """The submission has used up the time that all of it may take."""

    def __init__(self, seconds: float) -> None:
        text = (
            f"Not tried: all of your submission together may run for {seconds:g} seconds, and they are used up. "
            "Look for cells and functions that take long or never end."
        )
        Failure.__init__(self, Finding("time_spent", text))


class StudentCrash(Failure):
    """The process that ran the student's code ended, or answered something that is no answer."""

    outcome = "error"

    def __init__(self, sentence: str) -> None:
        super().__init__(Finding("crash", sentence))


# --- what is no failure of a student's ------------------------------------------------------------------------


class GraderError(Exception):
    """The grader itself failed; the submission is not graded, and not given 0."""


class Ended(GraderError):
    """Somebody ended it before it was done: nothing follows from it."""


class OutOfTime(Exception):
    """No time is left to find out which mistake it is; it is not told, and nobody's verdict changes by that."""


class Unreadable(Exception):
    """A submission that cannot be read; the message says why and what to do."""


class CourseError(GraderError):
    """A course that cannot be used as it is; the message names the file and says what to do."""


class BuildError(Exception):
    """The author has something to repair; the message says what, and how."""


class UsageError(Exception):
    """The command line asks for something that is not there; the message says what is."""


class CannotWrite(OSError):
    """A file could not be written; nothing of it is there. The message names its folder and the reason."""

    def __str__(self) -> str:
        return f"{self.filename} cannot be written: {self.strerror}"
