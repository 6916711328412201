"""How a check can end badly; each kind is told to the student in its own words."""

from __future__ import annotations

from autograder.causes import told


class Failure(Exception):
    """A check did not pass."""

    outcome = "failed"
    #: the start of what the student's code printed before that, for cards and terminals
    printed = ""


class Mismatch(Failure):
    """What came back is not what was required.

    `details` are (label, text) pairs, such as ("expected", "tensor([0., 1.])"), for cards and terminals.
    """

    def __init__(self, requirement: str, because: str | None = None, **details: str) -> None:
        self.requirement = requirement
        self.because = because
        self.details = {label: text for label, text in details.items() if text}
        super().__init__(str(self))

    def __str__(self) -> str:
        lines = [self.requirement + (f" ({self.because})" if self.because else "")]
        lines += [f"{label:>8}: {text}" for label, text in self.details.items()]
        return "\n".join(lines)


class Unmet(Failure):
    """The check makes no sense before something else is right, which has a check of its own."""

    outcome = "skipped"


class Delegation(Mismatch):
    """The exercise calls the built-in that it should implement."""


class StudentError(Failure):
    """The student's code raised an exception, whose class is `type_name` and derives from `bases`."""

    outcome = "error"

    def __init__(self, type_name: str, message: str, where: str = "", bases: tuple[str, ...] = ()) -> None:
        self.type_name = type_name
        self.bases = bases
        self.message = message
        self.where = where
        super().__init__(str(self))

    def __str__(self) -> str:
        if self.type_name == "NotImplementedError" and not self.message.startswith("Module ["):
            return "Not implemented yet: replace `raise NotImplementedError()` with your code."
        if self.type_name == "SystemExit":
            text = "Your code ended the program: an exercise returns, and calls no exit() or quit()."
            return f"{text}\n   where: {self.where}" if self.where else text
        text = f"Your code raised {self.type_name}: {told(self.message, self.where)}".rstrip(": ")
        return f"{text}\n   where: {self.where}" if self.where else text


class StudentTimeout(Failure):
    """The student's code did not come back in time."""

    outcome = "timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Your code did not finish within {seconds:g} seconds. Is there a loop that never ends?")


class TimeSpent(StudentTimeout):
    """The submission has used up the time that all of it may take."""

    def __init__(self, seconds: float) -> None:
        Failure.__init__(
            self,
            f"Not tried: all of your submission together may run for {seconds:g} seconds, and they are used up. "
            "Look for cells and functions that take long or never end.",
        )


class StudentCrash(Failure):
    """The process that ran the student's code ended, or answered something that is no answer."""

    outcome = "error"
