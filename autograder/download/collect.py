"""A download put into submitted/STUDENT/LESSON/, as nbgrader and `autograder grade` find it there."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Literal

from autograder.course import atomic
from autograder.course.people import Person
from autograder.download.archive import opened
from autograder.download.owners import Owner, Sent, Sorted, by_owner
from autograder.download.students import Class
from autograder.download.versions import Chosen, Version, chosen
from autograder.failures import Unreadable
from autograder.nbgrader.times import handed_in_at
from autograder.submission.cells import SUFFIXES, is_code_file
from autograder.submission.opening import content_of
from autograder.submission.tree import BESIDE_BYTES, MAX_BESIDE, NEVER_BESIDE

#: When it was handed in, as nbgrader reads it.
_TIMESTAMP = "timestamp.txt"
_FORM = "%Y-%m-%d %H:%M:%S.%f UTC"


class _NotPlaced(Exception):
    """Why a submission cannot be put where it belongs."""


@dataclass(frozen=True)
class Placed:
    """A submission that is where it belongs. how: it is new, newer than what was there, the same, or older."""

    student: str
    lesson: str
    how: Literal["new", "newer", "same", "older"]
    at: datetime
    notes: tuple[str, ...] = ()


@dataclass
class Collected:
    """What became of a download. unplaced: who, and why. strangers: who is not on the class list there is."""

    platform: str
    placed: list[Placed] = field(default_factory=list)
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, Counter[str]]:
        """How many submissions of each lesson are new, newer, the same and older."""
        found: dict[str, Counter[str]] = {}
        for one in self.placed:
            found.setdefault(one.lesson, Counter())[one.how] += 1
        return found


def collect(path: Path, submitted: Path, people: Sequence[Person], lesson: str | None = None) -> Collected:
    """Put what a platform gave out into `submitted`, and say what became of each.

    people: the class list. lesson: the only one that is wanted. A submission that is there and newer stays;
    nothing is deleted; a second time changes nothing. Raises `UsageError`, and `CannotWrite`.
    """
    members = Class(people)
    with opened(path) as download:
        files = by_owner(download, members.ids, lesson)
        found = Collected(files.platform)
        ids, reasons = members.ids_of(one.owner for one in files.sent)
        found.unplaced += [(owner.shown, reason) for owner, reason in reasons.items()]
        of_owner: dict[Owner, list[Sent]] = {}
        for one in files.sent:
            of_owner.setdefault(one.owner, []).append(one)
        for owner, student in sorted(ids.items(), key=lambda pair: pair[1]):
            sent = of_owner[owner]
            if _take(found, submitted, student, sent, lesson):
                if people and student not in members.ids:
                    found.strangers.append(student)
                if any(one.late for one in sent):
                    found.late.append(student)
        found.unplaced += [
            (str(place) if place.name else download.name, why) for place, why in files.folders.items()
        ]
        found.unplaced += _of_nobody(files)
    return found


def _take(found: Collected, submitted: Path, student: str, sent: Sequence[Sent], lesson: str | None) -> bool:
    """Place what one person sent; whether anything of it is of a lesson."""
    code, reason = chosen(sent, lesson)
    shown = sent[0].owner.shown
    if reason:
        found.unplaced.append((shown, reason))
    for one in code:
        try:
            found.placed.append(_placed(submitted, student, one, sent))
        except _NotPlaced as error:
            found.unplaced.append((shown, str(error)))
    return bool(code)


def _placed(submitted: Path, student: str, one: Chosen, sent: Sequence[Sent]) -> Placed:
    version = one.version
    folder, suffix = submitted / student / one.lesson, version.sent.below.suffix.lower()
    file = folder / f"{one.lesson}{suffix}"
    for place in (submitted / student, folder, file):
        if place.is_symlink():
            raise _NotPlaced(f"{place} is a link, and links are not followed")
    notes = tuple(_notes(one))
    how: Literal["new", "newer"] = "new"
    there = (file, *(file.with_suffix(other) for other in SUFFIXES if other != suffix))
    old = next((path for path in there if path.is_file()), None)
    if old is not None:
        before = _time_of(old)
        if old == file and _content_of(old) == version.content:
            return Placed(student, one.lesson, "same", before, notes)
        if before >= version.sent.at:
            return Placed(student, one.lesson, "older", before, notes)
        if old != file:
            raise _NotPlaced(f"{old} is older than this {suffix} file: move one of them away, and collect again")
        how = "newer"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _beside(version.sent, sent):
        _write(folder, name, content)
    _write(folder, PurePosixPath(file.name), version.content)
    _write(folder, PurePosixPath(_TIMESTAMP), version.sent.at.strftime(_FORM).encode())
    return Placed(student, one.lesson, how, version.sent.at, notes)


def _notes(one: Chosen) -> Iterator[str]:
    below = one.version.sent.below
    if one.others:
        names = " and ".join(f'"{other.sent.below}"' for other in one.others[:3])
        newest = "the newest" if one.version.time != max(other.time for other in one.others) else "which fits best"
        yield f'{len(one.others) + 1} versions: taken is "{below}", {newest}; left is {names}'
    elif below.stem != one.lesson:
        yield f'from "{below}"'
    if one.version.problem:
        yield one.version.problem


def _time_of(file: Path) -> datetime:
    """When the submission that is there was handed in."""
    try:
        stated = handed_in_at(file.parent / _TIMESTAMP)
    except Unreadable:
        stated = None
    return stated or datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(tzinfo=None)


def _content_of(file: Path) -> bytes:
    try:
        return content_of(file)
    except Unreadable:
        return b""


def _beside(main: Sent, sent: Sequence[Sent]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files that its code may open: those beside it and below its folder that are no version of a lesson."""
    home, left, count = main.below.parent, BESIDE_BYTES, 0
    for one in sent:
        if one is main or one.text or one.item.problem or not one.below.is_relative_to(home):
            continue
        suffix = one.below.suffix.lower()
        if suffix in NEVER_BESIDE or one.below.name == _TIMESTAMP or (suffix == ".py" and Version(one).lesson):
            continue
        with contextlib.suppress(Unreadable):
            content = one.item.content(left)
            if count < MAX_BESIDE:
                left, count = left - len(content), count + 1
                yield one.below.relative_to(home), content


def _write(folder: Path, name: PurePosixPath, content: bytes) -> None:
    path = folder / name
    if any(place.is_symlink() for place in (path, *path.parents) if place != folder and folder in place.parents):
        raise _NotPlaced(f"{path} is reached by a link, and links are not followed")
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, content, mode=atomic.usual_mode())


def _of_nobody(files: Sorted) -> Iterator[tuple[str, str]]:
    """The files of code that are nobody's, and what else was left out because something is wrong with it."""
    for item in files.others:
        if item.problem:
            yield str(item.path), item.problem
        elif is_code_file(item.path) and not files.folders.keys() & set(item.path.parents):
            where = f"its name is none that {files.platform} gives" if files.platform else "it is in no folder"
            yield str(item.path), f"whose it is cannot be told: {where}"
