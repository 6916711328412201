"""What a page shows of a file that was handed in: its cells, which of them are the lesson's, what they showed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from autograder.course.exercises import exercises_of
from autograder.failures import Unreadable
from autograder.grading.released import NOTEBOOKS
from autograder.report.sheet import Cell, Output
from autograder.submission.cells import notebook_cells, source_of, text_of
from autograder.submission.opening import content_of
from autograder.submission.outline import outline_of
from autograder.submission.parts import Part, parts_of
from autograder.worker.magics import python_of

#: Where a course keeps the text of a lesson as students get it.
_PLACES = (*NOTEBOOKS, "exercises/{0}.py")
#: Characters that are shown of a text of the student's, of an output, and of all pictures together.
_TEXT, _OUTPUT, _PICTURES = 20_000, 5_000, 4 * 2**20
#: A notebook with what its cells showed may be larger than one that is handed in.
_NOTEBOOK_BYTES = 100 * 2**20
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Lesson:
    """A lesson as it was released: its cells' sources, and by exercise the text that asks for it."""

    name: str
    sources: frozenset[str] = frozenset()
    statements: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_course(cls, course: Path, name: str) -> Lesson:
        """What a course keeps of it; nothing where it keeps no text of the lesson."""
        sources: set[str] = set()
        statements: dict[str, str] = {}
        for place in _PLACES:
            path = course / place.format(name)
            try:
                parts = parts_of(text_of(path), path)
            except (Unreadable, OSError):
                continue
            sources |= {part.source.strip() for part in parts}
            for before, part in pairwise(parts):
                if part.grade_id in exercises_of(name) and not before.is_code:
                    statements.setdefault(part.grade_id, before.source)
        return cls(name, frozenset(sources), statements)

    def cells(self, parts: Sequence[Part], outputs: dict[str, list[tuple[Output, ...]]]) -> tuple[Cell, ...]:
        """The cells of a submission; `outputs` has what they showed, by source, in order."""
        return tuple(self._cell(part, outputs) for part in parts)

    def homes(self, parts: Sequence[Part]) -> dict[str, tuple[int, ...]]:
        """By exercise, the numbers of the cells that define it, or are meant to."""
        found: dict[str, tuple[int, ...]] = {}
        for part in parts:
            defined = set(_defined(part.source)) if part.is_code else set()
            for name in exercises_of(self.name):
                if name in defined or name == part.grade_id:
                    found[name] = (*found.get(name, ()), part.number)
        return found

    def _cell(self, part: Part, outputs: dict[str, list[tuple[Output, ...]]]) -> Cell:
        source = part.source.strip()
        released = source in self.sources
        if not part.is_code:
            return Cell(part.number, source if released else _cut(part.source, _TEXT), False, released)
        shown = outputs.get(source, [])
        return Cell(part.number, part.source.strip("\n"), True, released, shown.pop(0) if shown else ())


def texts_of(course: Path, lesson: str) -> frozenset[str]:
    """The texts of a lesson's notebook; none where the course keeps none of it."""
    return frozenset(text for place in NOTEBOOKS for text in _texts(course / place.format(lesson)))


def _texts(notebook: Path) -> Iterator[str]:
    try:
        cells = notebook_cells(text_of(notebook))
    except (Unreadable, OSError):
        return
    for cell in cells:
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown":
            yield source_of(cell).strip()


def outputs_of(notebook: Path) -> dict[str, list[tuple[Output, ...]]]:
    """What the cells of a graded notebook showed, by their sources, in order; nothing where there is none."""
    try:
        cells = json.loads(content_of(notebook, _NOTEBOOK_BYTES))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
    except (Unreadable, ValueError, KeyError, TypeError):
        return {}
    found: dict[str, list[tuple[Output, ...]]] = {}
    left = _PICTURES
    for cell in code:
        shown = tuple(output for each in cell.get("outputs", ()) if (output := _output(each, left)) is not None)
        left -= sum(len(output.picture) for output in shown)
        found.setdefault(source_of(cell).strip(), []).append(shown)
    return found


def _output(output: dict[str, Any], left: int) -> Output | None:
    data = output.get("data", {})
    for kind in ("image/png", "image/jpeg"):
        picture = "".join(_lines(data.get(kind)))
        if picture and len(picture) <= left and _BASE64.fullmatch(picture):
            return Output(picture=f"data:{kind};base64,{''.join(picture.split())}")
    lines = [*_lines(output.get("text")), *_lines(data.get("text/plain")), *_lines(output.get("traceback"), "\n")]
    text = _COLOUR.sub("", "".join(lines)).strip("\n")
    return Output(_cut(text, _OUTPUT)) if text else None


def _lines(value: Any, end: str = "") -> Iterator[str]:
    """A text of a notebook's, which may be a list of its lines."""
    return (line + end for line in ([value] if isinstance(value, str) else value or ()) if isinstance(line, str))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}\n[{len(text):,} characters, cut here]"


@lru_cache(maxsize=1000)  # most cells of a class are the released ones
def _defined(source: str) -> tuple[str, ...]:
    return tuple(outline_of(python_of(source)).own)
