"""One cell of a notebook gets another source, and every other character of the file stays as it is.

A notebook that is read and written anew differs wherever its writer had another taste; and who keeps it in git, or
has it open, would see changes that nobody made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)
#: How deep a cell's keys stand below the notebook: in its object, in the list of cells, in the cell.
_DEPTH = 3


class _Part(NamedTuple):
    """A value in JSON, as places in the text: from `start` to `end`, after a key that begins at `key`."""

    key: int
    start: int
    end: int


def with_source(text: str, place: int, source: str) -> str:
    """The text of a notebook in which the cell at this place has this source.

    Raises `KeyError` or `IndexError` where there is no such cell, or it has no source.
    """
    cells = list(_items(text, _members(text, _after_space(text, 0))["cells"].start))
    part = _members(text, cells[place].start)["source"]
    return text[: part.start] + _written(text, part, source) + text[part.end :]


def _written(text: str, part: _Part, source: str) -> str:
    """A source as the file has them: one string or a list of lines, and these indented as the others are."""
    ascii_only = text.isascii()
    if text[part.start] == '"':
        return json.dumps(source, ensure_ascii=ascii_only)
    lines = [json.dumps(line, ensure_ascii=ascii_only) for line in source.splitlines(keepends=True)]
    before = text[text.rfind("\n", 0, part.key) + 1 : part.key]
    if before.strip() or not lines:
        return f"[{', '.join(lines)}]"
    end = "\r\n" if "\r\n" in text else "\n"
    inner = before + before[: len(before) // _DEPTH]
    return f"[{end}{f',{end}'.join(inner + line for line in lines)}{end}{before}]"


def _members(text: str, start: int) -> dict[str, _Part]:
    """The values of the object that begins there, by their keys; of a key that is there twice, the last."""
    found = {}
    at = _after_space(text, start + 1)
    while text[at] != "}":
        name, end = _DECODER.raw_decode(text, at)
        value = _after_space(text, _after_space(text, end) + 1)  # behind the colon
        found[name] = _Part(at, value, _end(text, value))
        at = _next(text, found[name].end)
    return found


def _items(text: str, start: int) -> Iterator[_Part]:
    """The values of the list that begins there."""
    at = _after_space(text, start + 1)
    while text[at] != "]":
        part = _Part(at, at, _end(text, at))
        yield part
        at = _next(text, part.end)


def _end(text: str, start: int) -> int:
    return _DECODER.raw_decode(text, start)[1]


def _next(text: str, end: int) -> int:
    """Where the next value begins, or its list or object ends."""
    at = _after_space(text, end)
    return _after_space(text, at + 1) if text[at] == "," else at


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
