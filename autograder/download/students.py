"""Which student somebody is, of whom a platform tells a name or a number."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from autograder.course.people import Person, folder_for, words_of
from autograder.download.owners import Owner
from autograder.submission.tree import MADE_BY_TOOLS

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Hashable)

#: Bytes of a student's id: it is the name of a folder and of files.
_MAX_BYTES = 128


class Class:
    """The students that a download is of. people: the class list, empty where there is none."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.ids = {person.id for person in people}
        self._by_number = _together((person.number, person.id) for person in people)
        self._by_words = _together((person.words, person.id) for person in people)
        self._by_squeezed = _together((person.squeezed, person.id) for person in people)

    def ids_of(self, owners: Iterable[Owner]) -> tuple[dict[Owner, str], dict[Owner, str]]:
        """The id of each of them, and of the others why they have none.

        Who is not on the class list is called by the name that the platform knows. Two of one name are never
        taken for the same.
        """
        found: dict[Owner, str] = {}
        reasons: dict[Owner, str] = {}
        for owner in dict.fromkeys(owners):
            ids = self._listed(owner)
            if len(ids) > 1:
                reasons[owner] = f"the class list has {len(ids)} of this name: {', '.join(sorted(ids))}"
                continue
            (student,) = ids or {owner.id or folder_for(owner.name)}
            if is_folder(student):
                found[owner] = student
            else:
                reasons[owner] = "the name cannot be that of a folder: rename it"
        for student, same in _together((student, owner) for owner, student in found.items()).items():
            if len(same) > 1:
                numbers = ", ".join(sorted(owner.number or owner.shown for owner in same))
                for owner in same:
                    del found[owner]
                    reasons[owner] = f"{len(same)} people ({numbers}) would be {student}: hand them in by hand"
        return found, reasons

    def _listed(self, owner: Owner) -> set[str]:
        if owner.id:
            return {owner.id}
        if owner.squeezed:
            return self._by_number.get(owner.number) or self._by_squeezed.get(folder_for(owner.name)) or set()
        return self._by_words.get(words_of(owner.name)) or set()


def is_folder(student: str) -> bool:
    """Whether a student's id can be the name of a folder, and no more than that."""
    if student.startswith(".") or not student.isprintable() or set(student) & set('/\\:*?"<>|'):
        return False
    return bool(student.strip()) and student not in MADE_BY_TOOLS and len(os.fsencode(student)) < _MAX_BYTES


def _together(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, set[Value]]:
    """The values of each key that says something."""
    found: dict[Key, set[Value]] = defaultdict(set)
    for key, value in pairs:
        if key:
            found[key].add(value)
    return found
