"""`tests/bank/LESSON.py` of a course: right versions in unusual styles, wrong ones that try a certain check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_HEADER = re.compile(r"^# %% (wrong|right) (\w+): (.+)$(?:\n# killed by: (\w+)$)?", re.MULTILINE)


@dataclass(frozen=True)
class Banked:
    """A cell of a bank: a version of one exercise.

    title: its style, or what is wrong with it. killed_by: the check that a wrong one is there to try. line: where
    it begins.
    """

    exercise: str
    right: bool
    title: str
    source: str
    killed_by: str | None
    line: int


def bank_of(root: Path, lesson: str) -> Path:
    """Where the bank of a lesson is, in the course directory; it need not be there."""
    return root / "tests" / "bank" / f"{lesson}.py"


def banked(root: Path, lesson: str) -> list[Banked]:
    """The cells of a lesson's bank; none where there is no bank."""
    path = bank_of(root, lesson)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers[1:]] + [len(text)]
    return [
        Banked(
            exercise=header[2],
            right=header[1] == "right",
            title=header[3].strip(),
            source=text[header.end() : end],
            killed_by=header[4],
            line=text.count("\n", 0, header.start()) + 1,
        )
        for header, end in zip(headers, ends, strict=True)
    ]
