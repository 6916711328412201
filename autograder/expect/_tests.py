"""What a test that the student has written must do: let right versions pass, and raise for wrong ones."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.failures import Mismatch
from autograder.student import Student


def lets_pass(student: Student, test: str, mistakes: Sequence[str]) -> None:
    """The test raises for no right version of what it tests, in whatever style that is written."""
    refused = [one for one in student.judged(test, mistakes) if one.right and one.raised]
    if refused:
        one = refused[0]
        others = f"; so are {len(refused) - 1} more" if len(refused) > 1 else ""
        because = f"one that it refuses is right: {one.name}{others}"
        raise Mismatch(f"{test} lets every right version pass", because, got=f"it raises {one.raised}")


def notices(student: Student, test: str, mistake: str, mistakes: Sequence[str]) -> None:
    """The test raises for the version with this mistake, one of those that it is tried on."""
    one = next(one for one in student.judged(test, mistakes) if one.name == mistake)
    if not one.raised:
        requirement = f"{test} raises for a version that {mistake}"
        raise Mismatch(requirement, got="it raises nothing: your test does not notice it")
