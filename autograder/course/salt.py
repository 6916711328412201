"""The course's secret: random inputs of graded checks depend on it, so that no answer can be prepared."""

from __future__ import annotations

import secrets
from pathlib import Path

from autograder.course import atomic

_FILE = Path(".autograder") / "salt"


def course_salt(course: Path | None = None) -> str:
    """The secret of the course directory; made at the first call, readable by its owner alone.

    Processes that ask at the same time get the same one. Raises `OSError` where it can be neither read nor made.
    """
    path = (course or Path.cwd()) / _FILE
    if not _read(path):
        # an empty one, as an older version left on a full disk, is nobody's
        atomic.write(path, secrets.token_hex(32), keep=not path.exists())
    return _read(path)


def kept_salt(course: Path) -> str:
    """The secret of the course directory; "" where there is none."""
    return _read(course / _FILE)


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii", errors="backslashreplace").strip() if path.exists() else ""
