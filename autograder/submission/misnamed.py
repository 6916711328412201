"""Which name a student has given to what an exercise calls otherwise."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from autograder.course.exercises import vocabulary

_LIKE = 0.75
#: What students put before and after a name: `my_relu`, `relu2`, `relu_fn`.
_BEFORE = re.compile(r"^(?:the|my|own|new|custom)(?=\w{3})")
_AFTER = re.compile(r"(?<=\w{3})(?:function|func|fn|activation|implementation|impl|final|new|v?\d+)$")


def misnamed(name: str, names: Iterable[str]) -> str | None:
    """Which of these names was probably meant to be `name`; None where there is none.

    An exercise of its own is none of them: `relu` is no slip of who has yet to write `leaky_relu`.
    """
    own = {_plain(found): found for found in names if found not in vocabulary()}
    near = difflib.get_close_matches(_plain(name), own, n=1, cutoff=_LIKE)
    return own[near[0]] if near else None


def _plain(name: str) -> str:
    """What is left of a name without its case, underscores and ornaments."""
    return _AFTER.sub("", _BEFORE.sub("", name.lower().replace("_", "")))
