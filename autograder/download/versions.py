"""Which lesson a file of a download is of, told by its cells and not by its name, and which of several counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.course.exercises import available_lessons, exercises_of
from autograder.course.grade_ids import exercise_of
from autograder.download.owners import Sent
from autograder.failures import Unreadable
from autograder.submission.cells import Submission, decoded, is_code_file, submission_of
from autograder.submission.intake import is_stub
from autograder.submission.named import ARCHIVES, DOCUMENTS, plain
from autograder.submission.opening import MAX_BYTES
from autograder.submission.outline import outline_of

#: Files of one person that are opened to see what they are.
_MAX_READ = 12


@dataclass(frozen=True)
class Version:
    """A file of code that somebody handed in. problem: why it cannot be read as one."""

    sent: Sent

    @cached_property
    def _read(self) -> tuple[bytes, Submission | None, str]:
        content = b""
        try:
            if self.sent.item.problem:
                raise Unreadable(self.sent.item.problem)
            content = self.sent.item.content(MAX_BYTES)
            return content, submission_of(decoded(content), Path(self.sent.below)), ""
        except Unreadable as error:
            return content, None, str(error)

    @property
    def content(self) -> bytes:
        return self._read[0]

    @property
    def problem(self) -> str:
        return self._read[2]

    @cached_property
    def lesson(self) -> str | None:
        """The lesson that most of its cells belong to by their grade_ids, else of whose exercises it defines most.

        Where it says neither, its name decides; None where that says nothing, either.
        """
        submission = self._read[1]
        if submission is not None:
            marks = [exercise_of(cell.grade_id) or cell.grade_id for cell in submission.cells]
            found = _most(mark for mark in marks if mark) or _most(outline_of(submission.source).own)
            if found is not None:
                return found
        parts = self.sent.below.parts
        names = [plain(self.sent.below.stem), *(plain(part) for part in reversed(parts[:-1]))]
        return next((name for name in names if name in available_lessons()), None)

    @property
    def answered(self) -> bool:
        """Whether an exercise of its lesson is written in it."""
        submission = self._read[1]
        own = outline_of(submission.source).own if submission is not None else {}
        return any(name in own and not is_stub(own[name]) for name in exercises_of(self.lesson or ""))

    @property
    def time(self) -> tuple[object, ...]:
        return self.sent.version, self.sent.at


@dataclass(frozen=True)
class Chosen:
    """The version of a lesson that counts; others: those that do not, though they are of the same lesson."""

    lesson: str
    version: Version
    others: tuple[Version, ...] = ()


def chosen(sent: Sequence[Sent], wanted: str | None) -> tuple[list[Chosen], str]:
    """What one person handed in: for each lesson the newest file, and why there is none where there is none.

    wanted: the only lesson that is asked for. Of files of the same time, one with answers counts, then the one
    whose name fits. What cannot be read is of the lesson that is asked for: whoever grades it says what is wrong.
    """
    code = [one for one in sent if not one.text and is_code_file(one.below)]
    code.sort(key=lambda one: (len(one.below.parts), -one.version, str(one.below)))
    by_lesson: dict[str, list[Version]] = {}
    reasons = []
    for version in map(Version, code[:_MAX_READ]):
        lesson = version.lesson if version.content else None
        if lesson is None and version.problem and version.content:
            lesson = wanted
        if lesson is None:
            reasons.append(f'"{version.sent.below}": {version.problem or "it has cells of no lesson"}')
        else:
            by_lesson.setdefault(lesson, []).append(version)
    found = [_newest(lesson, by_lesson[lesson]) for lesson in by_lesson if wanted in (None, lesson)]
    return found, "" if found else _why_none(sent, by_lesson, reasons, wanted)


def _newest(lesson: str, versions: Sequence[Version]) -> Chosen:
    newest = max(version.time for version in versions)
    same = [version for version in versions if version.time == newest]
    if len(same) > 1:
        same.sort(key=lambda version: (not version.answered, version.sent.below.stem != lesson))
    others = tuple(version for version in versions if version is not same[0])
    return Chosen(lesson, same[0], others)


def _why_none(sent: Sequence[Sent], by_lesson: Iterable[str], reasons: Sequence[str], wanted: str | None) -> str:
    others = ", ".join(by_lesson)
    if others:
        return f"there is nothing of {wanted}, only of {others}"
    if reasons:
        return reasons[0]
    for one in sent:
        kind = {**ARCHIVES, **DOCUMENTS}.get(one.below.suffix.lower())
        if kind and not one.text:
            mend = ": unpack it there, and collect the folder" if one.below.suffix.lower() in ARCHIVES else ""
            return f'there is no notebook; "{one.below}" is {kind}{mend}'
    if any(one.text for one in sent):
        return "there is no notebook: a text was typed into the page instead"
    return f'there is no notebook, only "{sent[0].below}"'


def _most(names: Iterable[str]) -> str | None:
    """The lesson that has most of these exercises."""
    known = set(names)
    counts = {lesson: len(known.intersection(exercises_of(lesson))) for lesson in available_lessons()}
    best = max(counts, key=lambda lesson: counts[lesson], default=None)
    return best if best is not None and counts[best] else None
