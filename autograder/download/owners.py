"""Whose a file of a download is, by the names that the platforms give to what they hand out.

Moodle: mod/assign/classes/downloader.php of moodle/moodle makes `Full Name_123456_assignsubmission_file/x.ipynb`
(before 4.1 with another `_` at the end of the folder), or one name of both where folders are switched off; the
number is the participant's, in this assignment alone. Canvas: lib/content_zipper.rb of instructure/canvas-lms
makes `lovelaceada_LATE_12345_67890_x-1.ipynb` of the sortable name without what is no letter, the user and the
file, the later the higher; anonymous, `anon_x7Yz_67890_x.ipynb`. GitHub Classroom names a repository
ASSIGNMENT-USERNAME.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from autograder.course.exercises import available_lessons
from autograder.download.archive import Download, Item
from autograder.download.commits import committed_at
from autograder.failures import Unreadable
from autograder.nbgrader.times import moment
from autograder.submission.cells import is_code_file

_MOODLE = re.compile(r"(?P<name>.+?)(?:_(?P<number>\d+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<rest>.*))?")
_CANVAS = re.compile(r"(?P<name>[^\W_]\w*?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<version>\d+)_(?P<rest>.+)")
_CANVAS_TEXT = re.compile(r"(?P<name>[^\W_]\w*?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<rest>(?:text|link)\.html)")
_ANONYMOUS = re.compile(r"(?P<name>anon)(?P<late>_LATE)?_(?P<number>\w+?)_(?P<version>\d+)_(?P<rest>.+)")
#: How Canvas tells two files of one name apart.
_COUNTED = re.compile(r"-\d+(?=\.\w+$)")


@dataclass(frozen=True)
class Owner:
    """Somebody who handed in. shown: for messages. name: as the platform spells it. number: their id there.

    id: the student's id, where the folder or repository is named after it. squeezed: the name has no blanks.
    """

    shown: str
    name: str = ""
    number: str = ""
    id: str = ""
    squeezed: bool = False


@dataclass(frozen=True)
class Sent:
    """A file and whose it is. below: what its owner called it. version: the later, the higher, before its time.

    text: whether it was typed into the platform's page, and is no file that was handed in.
    """

    owner: Owner
    item: Item
    below: PurePosixPath
    at: datetime
    version: int = 0
    late: bool = False
    text: bool = False


@dataclass(frozen=True)
class Sorted:
    """The files of a download by owner, those that are nobody's, and which platform it seems to be of.

    folders: those that are somebody's, and of which nothing is taken, each with the reason.
    """

    platform: str
    sent: tuple[Sent, ...]
    others: tuple[Item, ...]
    folders: dict[PurePosixPath, str]


def by_owner(download: Download, known: Iterable[str], lesson: str | None) -> Sorted:
    """Whose each file is. known: the ids of the students, where there is a class list."""
    items = download.items
    moodle = [_moodle(item) for item in items]
    if any(moodle):
        return _sorted("Moodle", download, moodle)
    if download.repositories:
        return _sorted("GitHub Classroom", download, _of_repositories(download, set(known), lesson))
    canvas = [_canvas(item) for item in items]
    code = [sent for sent, item in zip(canvas, items, strict=True) if is_code_file(item.path)]
    if sum(map(bool, code)) * 2 > len(code) or (any(canvas) and not code):
        return _sorted("Canvas", download, canvas)
    return _sorted("", download, _of_folders(download, set(known)))


def _sorted(platform: str, download: Download, found: Sequence[Sent | None]) -> Sorted:
    others = tuple(item for item, one in zip(download.items, found, strict=True) if one is None)
    sent = tuple(one for one in found if one is not None)
    folders = dict.fromkeys(_empty(download, sent), "there is nothing in it")
    folders |= dict.fromkeys(
        _strays(download, others), "it is no git repository, as the others are: clone it again"
    )
    return Sorted(platform, sent, others, folders)


def _empty(download: Download, sent: Sequence[Sent]) -> list[PurePosixPath]:
    """The folders and repositories that hold nothing, but for those within somebody's."""
    full = {place for item in download.items for place in item.path.parents}
    homes = {one.item.path.parents[len(one.below.parts) - 1] for one in sent} - {PurePosixPath()}
    empty = (download.folders | download.repositories) - full
    taken = homes | download.repositories | empty
    return sorted(place for place in empty if not taken.intersection(place.parents))


def _strays(download: Download, others: Sequence[Item]) -> list[PurePosixPath]:
    """The folders beside repositories that are none."""
    level = {place.parent for place in download.repositories}
    places = {place for item in others for place in item.path.parents}
    return sorted(place for place in places - {PurePosixPath()} if place.parent in level)


def _moodle(item: Item) -> Sent | None:
    for place, part in enumerate(item.path.parts):
        found = _MOODLE.fullmatch(part)
        if found is not None:
            number, rest = found["number"] or "", item.path.parts[place + 1 :]
            # where students are not to be known, all are called Participant
            name = f"{found['name']} {number}" if found["name"] == "Participant" else found["name"]
            below = PurePosixPath(*rest) if rest else PurePosixPath(found["rest"] or part)
            return Sent(Owner(name, name, number), item, below, item.at, text=found["kind"] != "file")
    return None


def _canvas(item: Item) -> Sent | None:
    file = _ANONYMOUS.fullmatch(item.path.name) or _CANVAS.fullmatch(item.path.name)
    found = file or _CANVAS_TEXT.fullmatch(item.path.name)
    if found is None:
        return None
    parts = found.groupdict()
    name, number = parts["name"], parts["number"]
    owner = Owner(f"{name} ({number})", name, number, squeezed=True)
    if name == "anon":
        owner = replace(owner, id=f"anon-{number}")
    below = PurePosixPath(_COUNTED.sub("", parts["rest"]))
    return Sent(owner, item, below, item.at, int(parts.get("version") or 0), bool(parts["late"]), file is None)


def _of_repositories(download: Download, known: set[str], lesson: str | None) -> list[Sent | None]:
    names = {place: place.name or download.name for place in download.repositories}
    username = _usernames(sorted(names.values()), known, lesson)
    times: dict[PurePosixPath, datetime | None] = dict.fromkeys(names)
    if download.folder is not None:
        times = {place: committed_at(download.folder / place) for place in names}

    def sent(item: Item) -> Sent | None:
        homes = [place for place in item.path.parents if place in names]
        if not homes:
            return None
        home = homes[-1]  # a repository within another one is part of it
        owner = Owner(names[home], id=username(names[home]))
        return Sent(owner, item, item.path.relative_to(home), times[home] or item.at)

    return [sent(item) for item in download.items]


def _usernames(names: Sequence[str], known: set[str], lesson: str | None) -> Callable[[str], str]:
    """Whose a repository is: its name is the assignment's, a hyphen, the user's, and both may have hyphens."""
    words = [name.split("-")[:-1] for name in names] if len(names) > 1 else []
    shared = itertools.takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False))
    common = "".join(f"{each[0]}-" for each in shared)

    def username(name: str) -> str:
        ends = [name[place + 1 :] for place, letter in enumerate(name) if letter == "-"]
        listed = [end for end in (name, *ends) if end in known]
        for start in (f"{one}-" for one in ([lesson] if lesson else available_lessons())):
            if name.startswith(start) and not listed:
                return name.removeprefix(start)
        return listed[0] if listed else name.removeprefix(common) or name

    return username


def _of_folders(download: Download, known: set[str]) -> list[Sent | None]:
    """By nbgrader's layout, STUDENT/LESSON/x.ipynb, or STUDENT/x.ipynb, or STUDENT.ipynb."""
    wrapped = _is_wrapped(download, known)
    stated = {item.path.parent: item for item in download.items if item.path.name == "timestamp.txt"}

    def sent(item: Item) -> Sent | None:
        parts = item.path.parts[1:] if wrapped else item.path.parts
        if not parts:
            return None
        if len(parts) == 1:
            student, below = item.path.stem, PurePosixPath(item.path.name)
            if not is_code_file(item.path):
                return None
        else:
            student, below = parts[0], PurePosixPath(*parts[1:])
        at = _stated(stated.get(item.path.parent)) or item.at
        return Sent(Owner(student, id=student), item, below, at)

    return [sent(item) for item in download.items]


def _is_wrapped(download: Download, known: set[str]) -> bool:
    """Whether all lies in one folder that is no student's: the archive's own, or one of folders of students."""
    tops = {item.path.parts[0] for item in download.items}
    if len(tops) != 1 or tops & known or any(len(item.path.parts) == 1 for item in download.items):
        return False
    seconds = {item.path.parts[1] for item in download.items if len(item.path.parts) > 2}
    lessons = {name for name in seconds if name in available_lessons()}
    return not lessons and (len(seconds) > 1 or next(iter(tops)) == download.name)


def _stated(timestamp: Item | None) -> datetime | None:
    if timestamp is None:
        return None
    try:
        return moment(timestamp.content(200).decode("utf-8", "replace").strip())
    except Unreadable:
        return None
