"""Finds calls of the built-in that an exercise should implement, in its source and in what it executed.

A reminder of the exercise's rule and a flag for the TA, not a security boundary.
"""

from __future__ import annotations

from collections.abc import Iterable

from autograder.lessons import FORBIDDEN
from autograder.outline import outline_of

# aten's and nn's other spellings of one operation, after `_plain`
_ENDINGS = ("", "loss", "forward", "2d", "nd", "kernel", "withnoise")


def forbidden_calls(exercise: str, source: str, operators: Iterable[str]) -> list[str]:
    """The names of `FORBIDDEN[exercise]`, in any spelling, that `source` uses or that ran; sorted."""
    banned = FORBIDDEN.get(exercise, ())
    names = {*operators, *outline_of(source).foreign_names(exercise, FORBIDDEN)}
    if banned == ("torch.optim",):
        return sorted(name for name in names if "optim" in name.split("."))
    return sorted(name for name in names if _matches(name, banned))


def _matches(name: str, banned: Iterable[str]) -> bool:
    return any(_plain(name) == _plain(word) + ending for word in banned for ending in _ENDINGS)


def _plain(name: str) -> str:
    plain = name.split(".")[-1].lower().replace("_", "")
    for prefix in ("special", "safe", "aten"):
        plain = plain.removeprefix(prefix)
    return plain
