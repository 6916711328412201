"""The files of a download, a zip archive or a folder, looked at without trusting it; nothing is ever unpacked."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from autograder.failures import Unreadable, UsageError
from autograder.submission.opening import content_of
from autograder.submission.tree import MADE_BY_TOOLS

#: Files and folders of a download, and levels of folders.
MAX_ENTRIES = 50_000
MAX_DEPTH = 12
#: Where a git repository keeps what it knows.
_GIT = ".git"
_NO_FILE = "it is a link or a special file, and no file that was handed in"
_DRIVE = re.compile(r"[A-Za-z]:")
#: The header of a field that has the time of a zip's entry in UTC, which its own field has not.
_UTC_FIELD = b"\x55\x54"


@dataclass(frozen=True)
class Item:
    """A file of a download.

    path: below the download. at: when it was last changed, in UTC and without a zone. problem: why it is left
    out. content: what it holds, of at most so many bytes; raises `Unreadable`.
    """

    path: PurePosixPath
    at: datetime
    content: Callable[[int], bytes]
    problem: str = ""


@dataclass
class Download:
    """What a platform gave out. folder: None for an archive.

    repositories: the folders that git looks after. folders: all others that a person may have made.
    """

    name: str
    folder: Path | None = None
    items: list[Item] = field(default_factory=list)
    repositories: set[PurePosixPath] = field(default_factory=set)
    folders: set[PurePosixPath] = field(default_factory=set)

    def add(self, item: Item) -> None:
        """Keep a file that a person may have meant; what a tool or a file manager made is left out."""
        parts = item.path.parts
        if _GIT in parts:
            self.repositories.add(PurePosixPath(*parts[: parts.index(_GIT)]))
        elif not _is_by_the_way(item.path):
            self.items.append(item)


@contextmanager
def opened(path: Path) -> Iterator[Download]:
    """A download, until the block ends.

    Raises `UsageError` where it is neither a folder nor a zip archive, or too large to be one.
    """
    if path.is_dir():
        yield _folder(path)
        return
    if not path.exists():
        raise UsageError(f"there is no file or folder {path}")
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, OverflowError, ValueError):
        raise UsageError(
            f"{path} is no folder and no zip archive that can be opened: download it again, or unpack it and "
            "name the folder"
        ) from None
    with archive:
        yield _zip(path, archive)


def _is_by_the_way(path: PurePosixPath) -> bool:
    """Whether a tool or a file manager made it."""
    return any(part.startswith(".") or part in MADE_BY_TOOLS for part in path.parts if part != "..")


def _zip(path: Path, archive: zipfile.ZipFile) -> Download:
    found = Download(path.stem)
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _too_many(path)
    for entry in entries:
        name = PurePosixPath(entry.filename.replace("\\", "/"))
        if entry.is_dir():
            if not (name.is_absolute() or ".." in name.parts or _is_by_the_way(name)):
                found.folders.add(name)
        else:
            item = Item(name, _time_of(entry), _reader(archive, entry), _problem(name, entry))
            found.add(item)
    return found


def _problem(name: PurePosixPath, entry: zipfile.ZipInfo) -> str:
    mode = entry.external_attr >> 16
    if name.is_absolute() or ".." in name.parts or _DRIVE.match(entry.filename):
        return "its name leads out of the archive"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _NO_FILE
    if entry.flag_bits & 1:
        return "it is encrypted: unpack the archive, and name the folder"
    return ""


def _reader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def content(limit: int) -> bytes:
        try:
            with archive.open(entry) as file:  # what an entry says of its own size may be a lie
                found = file.read(limit + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
            raise Unreadable(f"the archive is damaged there: {error}") from None
        except Exception as error:  # zlib, lzma and bz2 have errors of their own
            raise Unreadable(f"the archive is damaged there: {type(error).__name__}") from None
        if len(found) > limit:
            raise Unreadable(f"the file has more than {limit // 2**20} MB")
        return found

    return content


def _time_of(entry: zipfile.ZipInfo) -> datetime:
    """In UTC where the archive says so; else its clock is taken for one of the time zone of this machine."""
    rest = entry.extra
    while len(rest) >= 4:
        size = int.from_bytes(rest[2:4], "little")
        if rest[:2] == _UTC_FIELD and size >= 5 and rest[4] & 1:
            return _moment(int.from_bytes(rest[5:9], "little", signed=True))
        rest = rest[4 + size :]
    try:
        return datetime(*entry.date_time).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):  # a month 0, as of a program that writes no times
        return datetime(1980, 1, 1)


def _folder(root: Path) -> Download:
    """Everything below a folder, at a bounded depth; no link is followed, and what is hidden is left out."""
    found = Download(root.resolve().name, root)
    folders, count = [(root, 0)], 0
    while folders:
        folder, depth = folders.pop()
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: os.fsencode(each.name)):
                count += 1
                if count > MAX_ENTRIES:
                    raise _too_many(root)
                path = Path(entry.path)
                below = PurePosixPath(path.relative_to(root).as_posix())
                if entry.name == _GIT:
                    found.repositories.add(below.parent)
                elif not entry.is_dir(follow_symlinks=False):
                    found.add(_item(path, below, entry))
                elif depth < MAX_DEPTH and not _is_by_the_way(below):
                    folders.append((path, depth + 1))
                    found.folders.add(below)
    found.items.sort(key=lambda item: item.path)
    return found


def _item(path: Path, below: PurePosixPath, entry: os.DirEntry[str]) -> Item:
    about = entry.stat(follow_symlinks=False)
    problem = "" if stat.S_ISREG(about.st_mode) else _NO_FILE
    return Item(below, _moment(about.st_mtime), partial(content_of, path), problem)


def _moment(seconds: float) -> datetime:
    """A time since 1970, in UTC and without a zone, as nbgrader keeps it."""
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)


def _too_many(path: Path) -> UsageError:
    return UsageError(f"{path} has more than {MAX_ENTRIES:,} files: name the folder or zip of one assignment")
