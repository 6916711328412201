"""Which mistake it is, in sentences: what a student reads first."""

from __future__ import annotations

from typing import NamedTuple

from autograder.failures import NOTHING_BACK
from autograder.report.results import ExerciseResult

UNKNOWN = "This mistake is not one that we know: look at what was required, and at what your code did instead."


class Told(NamedTuple):
    """What is said of an exercise: a sentence, and below it what it is about, each with a hint.

    Where one mistake is named the sentence says it all, and `items` has only its hint.
    """

    sentence: str
    items: tuple[tuple[str, str], ...] = ()


def told(exercise: ExerciseResult) -> Told | None:
    """What is said of the mistakes of an exercise; None where there is nothing to say."""
    found, name = exercise.misconceptions, exercise.name
    if exercise.diagnosis == "unknown":
        kinds = {check.kind for check in exercise.checks if check.wrong}
        return None if kinds <= NOTHING_BACK else Told(UNKNOWN)
    if not found:
        return None
    if len(found) == 1:
        return Told(f"It looks as if your {name} {found[0].name}.", (("", found[0].hint),))
    items = tuple((f"Your {name} {one.name}.", one.hint) for one in found)
    if exercise.diagnosis == "both":
        return Told("It looks as if there are two mistakes:", items)
    return Told("These are possible, and the checks cannot tell which it is:", items)
