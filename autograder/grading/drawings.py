"""What the released cells of a lesson draw: once for a class, instead of once for everybody in it.

Most of a notebook's time goes into the lesson's own pictures, and nearly all of them use nothing of the student's.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import GraderError, Zygote
from autograder.course.exercises import exercises_of
from autograder.submission.cells import Cell, Submission, Unreadable, read
from autograder.submission.outline import LOOKUPS, parsed
from autograder.submission.scopes import DEFINITIONS, imports, is_global, walk
from autograder.wire.frames import Message

#: Where a course keeps the text of its lessons, best first.
_PLACES = ("release/{0}/{0}.ipynb", "source/{0}/{0}.ipynb")
#: With these, code can see names that its text does not show.
_LOOKUPS = LOOKUPS | {"dir", "__main__", "_getframe", "currentframe", "run_line_magic"}
_BUILTINS = frozenset(dir(builtins))
#: Most cells are the same in every submission of a class: what they say is found once.
_of_a_source = lru_cache(maxsize=128)


@dataclass(frozen=True)
class Plan:
    """What a submission's cells show that looks the same for everybody, and which of them need not run."""

    shown: dict[int, Message]
    idle: frozenset[int]

    def running(self, submission: Submission) -> Submission:
        """The submission without the cells that need not run."""
        kept = (cell for number, cell in enumerate(submission.cells) if number not in self.idle)
        return replace(submission, cells=tuple(kept))

    def results(self, ran: Sequence[Message], count: int) -> list[Message]:
        """What all cells, `count` of them, show, given what those that ran gave."""
        rest = iter(ran)
        own = [None if number in self.idle else next(rest, {}) for number in range(count)]
        return [self._shown(number, result) for number, result in enumerate(own)]

    def _shown(self, number: int, result: Message | None) -> Message:
        if result is None:
            return self.shown[number]
        is_drawn = number in self.shown and result.get("error") is None
        return {**result, "outputs": self.shown[number].get("outputs")} if is_drawn else result


#: Where each submission draws its own.
NOTHING_SHARED = Plan({}, frozenset())


@dataclass(frozen=True)
class Drawings:
    """What the cells of a lesson gave that show a picture, by their source, and the sources of all of its own."""

    lesson: str
    results: dict[str, Message]
    released: frozenset[str]

    @classmethod
    def of_course(cls, course: Path, lesson: str, zygote: Zygote) -> Drawings:
        """Draw the pictures of the lesson that the course keeps; none where it keeps no text of it.

        The cells run as those of a submission do, in a sandbox, on the release's empty exercises.
        """
        cells = _released(course, lesson)
        submission = Submission(lesson, course, "notebook", cells)
        channel = ProcessChannel(zygote, submission, pictures=True, lesson=lesson)
        try:
            channel.start()
        except GraderError:
            return cls(lesson, {}, frozenset())  # each submission draws its own, or says what is wrong
        finally:
            channel.stop()
        results = zip(cells, channel.results, strict=False)
        drawn = {cell.source: result for cell, result in results if _shows_a_picture(result)}
        return cls(lesson, drawn, frozenset(cell.source for cell in cells))

    def plan(self, cells: Sequence[Cell]) -> Plan:
        """What of a submission's cells need not be drawn, or not even run.

        Released and unchanged, they use nothing that the student wrote; where nothing uses what they define, they
        need not run.
        """
        own = [cell.source for cell in cells if cell.source not in self.released]
        if any(_LOOKUPS & _words(source) or "import *" in source for source in own):
            return NOTHING_SHARED
        drawn = self._the_same_for_everyone(cells)
        used = [_used(c.source) if c.source in self.released else _used_anywhere(c.source) for c in cells]
        idle = set(drawn)
        while True:
            wanted: set[str] = set().union(*(names for number, names in enumerate(used) if number not in idle))
            needed = {number for number in idle if _bound(cells[number].source) & wanted}
            if not needed:
                return Plan({number: self.results[cells[number].source] for number in drawn}, frozenset(idle))
            idle -= needed

    def _the_same_for_everyone(self, cells: Sequence[Cell]) -> set[int]:
        """Pictures that do not depend on the student's code, as far as names tell."""
        modules = {pair for source in self.released for pair in _modules(source)}
        names = {name for name, _ in modules}
        theirs: set[str] = set(exercises_of(self.lesson))
        found = set()
        for number, cell in enumerate(cells):
            if cell.source not in self.released:
                same = {name for name, meaning in _modules(cell.source) if (name, meaning) in modules}
                theirs |= (_bound(cell.source) - same) | (_changed(cell.source) - names)
            elif theirs & (_used_anywhere(cell.source) | _needed(cell.source)):
                theirs |= _bound(cell.source)
            elif cell.source in self.results:
                found.add(number)
        return found


def _released(course: Path, lesson: str) -> tuple[Cell, ...]:
    """The lesson's own cells, without the exercises and their checks."""
    for place in _PLACES:
        path = course / place.format(lesson)
        try:
            cells = read(path).cells
        except (Unreadable, OSError):
            continue
        names = {*exercises_of(lesson), *(f"check-{name}" for name in exercises_of(lesson))}
        return tuple(cell for cell in cells if cell.grade_id not in names)
    return ()


def _shows_a_picture(result: Message) -> bool:
    outputs: Iterable[Message] = result.get("outputs") or ()
    return result.get("error") is None and any("image/png" in output.get("data", ()) for output in outputs)


def _words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d]\w*", source))


@_of_a_source
def _bound(source: str) -> frozenset[str]:
    """The global names that a cell gives a meaning to; every word of one that is not plain Python."""
    tree = parsed(source)
    if not tree.body:
        return _words(source)
    defined = (_bound_by_name(step) for step in _steps(tree.body))
    return frozenset(_names(tree, ast.Store).union(*defined))


@_of_a_source
def _changed(source: str) -> frozenset[str]:
    """The global names that are used outside of functions, where a value may be changed in place."""
    top = [node for node in parsed(source).body if not isinstance(node, DEFINITIONS)]
    names = (node.id for one in top for node in ast.walk(one) if isinstance(node, ast.Name))
    return frozenset(names) - _BUILTINS


@_of_a_source
def _used_anywhere(source: str) -> frozenset[str]:
    """The global names that code uses, whenever it runs; every word of a cell that is not plain Python."""
    tree = parsed(source)
    return frozenset(_names(tree, ast.Load)) if tree.body else _words(source)


@_of_a_source
def _used(source: str) -> frozenset[str]:
    """The names that a cell of ours uses without giving them a meaning of its own before."""
    found: set[str] = set()
    known: set[str] = set()
    for step in _steps(parsed(source).body):
        found |= _names(step, ast.Load) - known
        known |= _names(step, ast.Store) | _bound_by_name(step)
    return frozenset(found)


@_of_a_source
def _needed(source: str) -> frozenset[str]:
    """The exercises that a cell of ours names in `with needs("NAME"):`."""
    calls = (node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call))
    named = (call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id == "needs")
    return frozenset(str(word.value) for words in named for word in words if isinstance(word, ast.Constant))


def _steps(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Statements in the order in which they run, those that hold others taken apart."""
    for node in nodes:
        inner = [] if isinstance(node, DEFINITIONS) else list(ast.iter_child_nodes(node))
        if any(isinstance(child, ast.stmt) for child in inner):
            yield from _steps(inner)
        else:
            yield node


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    """The global names that are read or bound here; what is added to is read."""
    named = [(part, scope) for part, scope in walk(node, None) if isinstance(part, ast.Name)]
    found = {part.id for part, scope in named if isinstance(part.ctx, context) and is_global(part.id, scope)}
    if context is ast.Load:
        added = (part.target for part in ast.walk(node) if isinstance(part, ast.AugAssign))
        found |= {target.id for target in added if isinstance(target, ast.Name)}
    return found


def _bound_by_name(node: ast.AST) -> set[str]:
    """What a definition or an import binds."""
    if isinstance(node, DEFINITIONS):
        return {node.name}
    return set(imports(node)) if isinstance(node, (ast.Import, ast.ImportFrom)) else set()


@_of_a_source
def _modules(source: str) -> frozenset[tuple[str, str]]:
    """The names that a cell imports, with what they mean."""
    nodes = [node for node in ast.walk(parsed(source)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return frozenset(pair for node in nodes for pair in imports(node).items())
