"""Which exercises a change of a file touches: for each, a digest of the cells that it stands in and depends on."""

from __future__ import annotations

import ast
import builtins
import hashlib
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate

from autograder.course.exercises import exercises_of, given_to
from autograder.submission.cells import Submission
from autograder.submission.outline import LOOKUPS, Outline
from autograder.submission.scopes import walk


def digests(submission: Submission, lesson: str) -> dict[str, str]:
    """For each exercise of a lesson, a digest of all text of a submission that it may depend on.

    Cells are compared as they are written: what stands in the same cell counts, so do cells with imports, and for
    an exercise that uses a name which is defined nowhere, the cells that are no Python. Where names are looked up
    by their text, all of it counts.
    """
    dependencies = _Dependencies(submission)
    return {name: dependencies.digest({name, *given_to(lesson, name)}) for name in exercises_of(lesson)}


class _Dependencies:
    """The parts of a submission (the modules beside it, its cells): what each binds, and which names it uses."""

    def __init__(self, submission: Submission) -> None:
        parts = submission.parts
        outline = Outline(submission.source)
        # as the parts are joined: an empty line between two of them
        starts = list(accumulate((part.count("\n") + 2 for part in parts), initial=1))[:-1]
        self._texts = [part.strip("\n") for part in parts]
        cells = zip(submission.cells, parts[-len(submission.cells) :], strict=False)
        self._broken = [cell.source.strip("\n") for cell, python in cells if not python]
        self._used: list[set[str]] = [set() for _ in parts]
        self._for_all: set[int] = set()
        for node in outline.tree.body:
            place = bisect_right(starts, node.lineno) - 1
            for inner, scope in walk(node, None):
                self._used[place].update(outline.names_in(inner, scope))
            if any(_concerns_all(inner, outline.imported) for inner in ast.walk(node)):
                self._for_all.add(place)
        self._bound = _places(outline, starts)
        self._known = {*self._bound, *outline.imported, *vars(builtins)}

    def digest(self, names: Iterable[str]) -> str:
        """What the values of these names depend on."""
        places, seen = self._reached(names)
        texts = [self._texts[place] for place in sorted(places | self._for_all)]
        if seen & LOOKUPS:
            texts = [*self._texts, *self._broken]
        elif seen - self._known:
            texts += self._broken
        return hashlib.sha256("\0".join([*texts, *sorted(seen)]).encode("utf-8", "replace")).hexdigest()

    def _reached(self, names: Iterable[str]) -> tuple[set[int], set[str]]:
        """The parts that bind these names, and those that these use, and so on; and all the names."""
        queue, places, seen = list(names), set[int](), set[str]()
        while queue:
            name = queue.pop()
            if name in seen:
                continue
            seen.add(name)
            for place in self._bound.get(name, set()) - places:
                places.add(place)
                queue += self._used[place]
        return places, seen


def _concerns_all(node: ast.AST, imported: Collection[str]) -> bool:
    """Whether a statement imports something, or changes what is imported, as `torch.exp = exp` does."""
    if not isinstance(node, (ast.Attribute, ast.Subscript)):
        return isinstance(node, (ast.Import, ast.ImportFrom))
    owner: ast.expr = node
    while isinstance(owner, (ast.Attribute, ast.Subscript)):
        owner = owner.value
    return not isinstance(node.ctx, ast.Load) and isinstance(owner, ast.Name) and owner.id in imported


def _places(outline: Outline, starts: list[int]) -> Mapping[str, set[int]]:
    """For each name, the parts in which it is bound, or its value may be changed."""
    found: dict[str, set[int]] = {}
    for name, bindings in outline.bindings.items():
        lines = [getattr(binding.node, "lineno", None) for binding in bindings]
        found[name] = {bisect_right(starts, line) - 1 for line in lines if line is not None}
    return found
