"""The mistakes that students make in an exercise: wrong versions, each with a name and a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from autograder.course.courses import Course, course_of
from autograder.failures import CourseError

_CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)
_HEADER = re.compile(r" (\w+): (.+?) *")
_HINT = re.compile(r"(?:^# hint: .*\n(?:^# (?!hint:).*\n)*)+", re.MULTILINE)


@dataclass(frozen=True)
class Mistake:
    """A misconception.

    name: the misconception in a teacher's words. hint: a question that leads out of it. spellings: the sources of
    wrong versions of the exercise that come of it. line: where it first stands in mistakes.py.
    """

    exercise: str
    name: str
    hint: str
    spellings: tuple[str, ...]
    line: int

    @property
    def id(self) -> str:
        """What a report calls it: the exercise, and the words of the name."""
        return "-".join([self.exercise, *re.findall(r"\w+", self.name.lower())])


def mistakes_of(lesson: str, exercise: str) -> list[Mistake]:
    """The mistakes of an exercise, in the order of mistakes.py. Raises `CourseError`."""
    course = course_of(lesson)
    return [] if course is None else [one for one in _mistakes(course, lesson) if one.exercise == exercise]


def mistakes(course: Course, lesson: str) -> list[Mistake]:
    """All mistakes of a lesson: cells of one name are spellings of one. Raises `CourseError`."""
    course.tree(lesson, "mistakes.py")
    return list(_mistakes(course, lesson))


def _mistakes(course: Course, lesson: str) -> tuple[Mistake, ...]:
    return _read(course, lesson, course.text(lesson, "mistakes.py"))


@lru_cache(maxsize=16)
def _read(course: Course, lesson: str, text: str) -> tuple[Mistake, ...]:
    found: dict[tuple[str, str], Mistake] = {}
    for cell in _cells(course, lesson, text):
        key = cell.exercise, cell.name
        known = found.get(key, replace(cell, spellings=()))
        found[key] = replace(known, hint=known.hint or cell.hint, spellings=known.spellings + cell.spellings)
    for mistake in found.values():
        if not mistake.hint:
            raise CourseError(_at(course, lesson, mistake.line, f"{mistake.name!r} has no line `# hint: ...`"))
    return tuple(found.values())


def _cells(course: Course, lesson: str, text: str) -> Iterator[Mistake]:
    """The mistake of each cell, with the spelling that stands there; the hint may stand in another one."""
    cells = list(_CELL.finditer(text))
    starts = [*(cell.start() for cell in cells), len(text)]
    for cell, end in zip(cells, starts[1:], strict=True):
        line = text.count("\n", 0, cell.start()) + 1
        header = _HEADER.fullmatch(cell[1])
        if header is None:
            raise CourseError(_at(course, lesson, line, "write `# %% EXERCISE: the misconception` here"))
        body = text[cell.end() + 1 : end]
        hint = _HINT.match(body)
        source = body[hint.end() :] if hint else body
        if header[1] not in source:
            raise CourseError(_at(course, lesson, line, f"there is no version of {header[1]} in this cell"))
        words = re.sub(r"^# (?:hint: )?", "", hint[0], flags=re.MULTILINE) if hint else ""
        yield Mistake(header[1], header[2], " ".join(words.split()), (source.strip() + "\n",), line)


def _at(course: Course, lesson: str, line: int, words: str) -> str:
    return f"{course.file(lesson, 'mistakes.py')}, line {line}: {words}"
