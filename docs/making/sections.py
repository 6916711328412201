"""What stands in the README, in CONTRIBUTING, SECURITY and the benchmarks is not written a second time.

A line `{{ FILE: SECTION }}` of a page becomes that section's text, without its heading; `{{ FILE }}` all of the
file below its title.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ROOT = Path(__file__).parents[2]
#: Where on these pages the files of the repository are, that others link to.
PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "writing/index.md",
    "SECURITY.md": "security.md",
    "benchmarks/grading.md": "speed.md",
    "benchmarks/grading.svg": "../benchmarks/grading.svg",
    "benchmarks/devices-h100.md": "speed.md",
}
_CALL = re.compile(r"^\{\{ ([^:}]+?)(?:: (.+?))? \}\}$", re.MULTILINE)
_HEADING = re.compile(r"^(#+) (.+)$")
_LINK = re.compile(r"\]\((?!\w+:|#)([^)#]+)(#[^)]*)?\)")


def expanded(text: str, page: str) -> str:
    """The text of a page (its path below `docs/`) with what it calls for; `ValueError` where that is not there."""
    return _CALL.sub(lambda call: linked(section(call[1], call[2]), page), text)


def called(text: str) -> list[str]:
    """The files that a page takes text from."""
    return [call[1] for call in _CALL.finditer(text)]


def section(name: str, title: str | None) -> str:
    """The section of a file of the repository: its headings begin below those of a page's title."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    levels = _levels(lines)
    starts = [n for n, level in levels.items() if title is None or _HEADING.sub(r"\2", lines[n]) == title]
    if not starts:
        raise ValueError(f"{name} has no section {title!r}; a page of docs/ shows it")
    first = starts[0]
    last = next((n for n, level in levels.items() if n > first and level <= levels[first]), len(lines))
    for number in (n for n in levels if first < n < last):
        lines[number] = "#" + lines[number][levels[first] :]
    return "\n".join(lines[first + 1 : last]).strip()


def linked(text: str, page: str) -> str:
    """The text with its links to files of the repository led to their pages; of other files the name is left."""

    def link(found: re.Match[str]) -> str:
        target = PAGES.get(found[1])
        if target is None:
            raise ValueError(f"{page} shows a link to {found[1]}, of which docs/making/sections.py knows no page")
        return f"]({PurePosixPath(os.path.relpath(target, Path(page).parent)).as_posix()}{found[2] or ''})"

    return _LINK.sub(link, text)


def _levels(lines: list[str]) -> dict[int, int]:
    """The depth of each line that is a heading, and no comment in code."""
    found, in_code = {}, False
    for number, line in enumerate(lines):
        in_code ^= line.startswith("```")
        heading = None if in_code else _HEADING.match(line)
        if heading:
            found[number] = len(heading[1])
    return found


def read(app: Sphinx, name: str, source: list[str]) -> None:
    """Complete a page that is being read."""
    for file in called(source[0]):
        app.env.note_dependency(str(ROOT / file), docname=name)
    source[0] = expanded(source[0], f"{name}.md")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Complete each page as it is read."""
    app.connect("source-read", read)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
