"""What may not be opened of the files that were handed in: links, special files, times without an end."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

#: Characters of a `timestamp.txt`: "2026-11-22 23:59:59.000000 UTC" has 30.
_TIMESTAMP = 200


def irregular_part(path: Path, root: Path) -> Path | None:
    """The part of a path below `root` that is a link, or at its end no regular file; None where there is none."""
    below = path.relative_to(root).parts if path.is_relative_to(root) else path.parts
    steps = [root.joinpath(*below[: count + 1]) for count in range(len(below))]
    link = next((step for step in steps if step.is_symlink()), None)
    return link if link is not None or path.is_file() or not path.exists() else path


def irregular_files(root: Path) -> list[Path]:
    """The links and special files below a folder; no folder is entered through a link."""
    found = []
    for folder, folders, files in os.walk(root):
        paths = [Path(folder, name) for name in (*folders, *files)]
        found += [path for path in paths if path.is_symlink() or not (path.is_file() or path.is_dir())]
    return sorted(found)


def unreadable_times(submitted: Path) -> dict[str, Path]:
    """Students whose `timestamp.txt` is no small file, as a pipe is none: nbgrader would read it for ever.

    submitted: a folder in nbgrader's layout, STUDENT/LESSON/timestamp.txt.
    """
    found = submitted.glob("*/*/timestamp.txt")
    return {time.relative_to(submitted).parts[0]: time for time in sorted(found) if not _is_small(time)}


@cache
def say_once(words: str) -> None:
    """Print a line, once: nbgrader loads its configuration several times in a run."""
    print(words)


def _is_small(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= _TIMESTAMP
    except OSError:  # as of links in a circle
        return False
