"""What takes long is made once, and kept in `docs/.made/` until what it was made of changes."""

from __future__ import annotations

from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from autograder.course import atomic
from autograder.examiner.digest import digest

MADE = Path(__file__).parents[1] / ".made"


def kept(lesson: str, name: str, of: object, make: Callable[[], str]) -> str:
    """The text that `make` makes, or made before of the same.

    of: all that it depends on, as JSON would have it. What was made of something else is thrown away.
    """
    folder = MADE / lesson
    path = folder / f"{name}-{digest(of)}"
    if not path.exists():
        made = make()
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{name}-*"):
            old.unlink()
        atomic.write(path, made)
    return path.read_text(encoding="utf-8")


def look_again(app: Sphinx, env: Any, added: Set[str], changed: Set[str], removed: Set[str]) -> list[str]:
    """The pages that are made of what Sphinx does not see: each build asks for what is kept of them."""
    return [name for name in env.found_docs if name.startswith(("lessons/", "mistakes/")) or name == "student"]
