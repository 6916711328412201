"""A folder that was handed in, looked at without trusting it: bounded, never through a link, never recursive."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder.failures import Unreadable
from autograder.submission.opening import content_of

#: Entries and levels of one student's folder; nbgrader walks them again, by recursion and each against each.
MAX_ENTRIES = 1_000
MAX_DEPTH = 32
#: Links, special files and what cannot be opened: nbgrader is told to leave out each by its name.
MAX_IRREGULAR = 50

#: Files beside a notebook that its code may open: how many, and bytes of all together.
MAX_BESIDE = 50
BESIDE_BYTES = 4 * 2**20

#: Folders that no student made on purpose.
MADE_BY_TOOLS = {"__MACOSX", "__pycache__", "node_modules", "venv"}
NEVER_BESIDE = {".ipynb", ".zip", ".gz", ".rar", ".7z", ".pdf", ".pyc"}


@dataclass
class Tree:
    """What a folder holds, as paths below it in a fixed order.

    `problem` says why the folder cannot be taken in at all; then the rest is not complete.
    """

    root: Path
    files: list[Path] = field(default_factory=list)
    irregular: dict[Path, str] = field(default_factory=dict)
    problem: str = ""

    def kept(self) -> Iterator[Path]:
        """The files that a person may have meant: neither hidden nor made by a tool."""
        return (path for path in self.files if not _is_by_the_way(path.relative_to(self.root)))


def scan(root: Path) -> Tree:
    """Everything below a folder; no link is followed, and no folder opened beyond the bounds above."""
    found = Tree(root)
    if root.is_symlink():
        found.problem = "its folder is a link, and links are not followed"
        return found
    folders, count = deque([(root, 0)]), 0
    while folders:
        folder, depth = folders.popleft()
        for entry in _entries(folder, found):
            count += 1
            if count > MAX_ENTRIES:
                found.problem = f"it has more than {MAX_ENTRIES:,} files and folders; hand in the notebook alone"
                return found
            path = Path(entry.path)
            kind = _kind(entry)
            if kind == "folder" and depth >= MAX_DEPTH:
                found.problem = f"its folders are nested more than {MAX_DEPTH} deep"
                return found
            if kind == "folder":
                folders.append((path, depth + 1))
            elif kind == "file":
                found.files.append(path)
            else:
                found.irregular[path] = kind
    if len(found.irregular) > MAX_IRREGULAR:
        found.problem = f"it has more than {MAX_IRREGULAR} links, special files or files that cannot be opened"
    found.files.sort()
    return found


def beside(path: Path) -> tuple[tuple[str, bytes], ...]:
    """The files that lie beside a handed-in file and below its folder: relative name and content.

    Notebooks, archives and what is hidden are none of them. Of more than fit, the first by name.
    """
    tree, left = scan(path.parent), BESIDE_BYTES
    if tree.problem:
        return ()
    found: list[tuple[str, bytes]] = []
    for other in tree.kept():
        name = other.relative_to(path.parent).as_posix()
        if other == path or other.suffix.lower() in NEVER_BESIDE or name == "timestamp.txt":
            continue
        with contextlib.suppress(Unreadable):
            content = content_of(other, left)
            if len(found) < MAX_BESIDE:
                left -= len(content)
                found.append((name, content))
    return tuple(found)


def _entries(folder: Path, found: Tree) -> list[os.DirEntry[str]]:
    """At most one entry more than may be there, sorted by name."""
    entries: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as listing:
            entries.extend(itertools.islice(listing, MAX_ENTRIES + 1))
    except OSError as error:
        if folder == found.root:
            found.problem = f"its folder cannot be opened: {error.strerror}"
        else:
            found.irregular[folder] = f"a folder that cannot be opened ({error.strerror})"
    return sorted(entries, key=lambda entry: os.fsencode(entry.name))


def _kind(entry: os.DirEntry[str]) -> str:
    """ "folder", "file", or what else it is."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return f"a file that cannot be opened ({error.strerror})"
    if stat.S_ISLNK(mode):
        return "a link"
    if stat.S_ISDIR(mode):
        return "folder"
    if not stat.S_ISREG(mode):
        return "a special file"
    return "file" if os.access(entry.path, os.R_OK) else "a file that may not be read"


def _is_by_the_way(below: Path) -> bool:
    return any(part.startswith(".") or part in MADE_BY_TOOLS for part in below.parts)
