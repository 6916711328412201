"""Mechanical mutants of a solution: each is the solution with one small edit.

Made here, of syntax trees: mutmut and cosmic-ray, the tools that are kept up, make mutants for runners of their
own, leave out no statement, and bring a dozen packages along.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from autograder.audit.edits import edited
from autograder.submission.scopes import DEFINITIONS

_ARROW = " => "


@dataclass(frozen=True)
class Mutant:
    """A version of an exercise that differs from the solution in one place.

    change: the line, an arrow, and what has become of it; no other mutant of the exercise has the same. source: of
    the whole exercise.
    """

    change: str
    source: str


def mutants_of(solution: str, exercise: str) -> list[Mutant]:
    """The mutants of an exercise, top to bottom; none where the solution does not define it at its top level."""
    found = [node for node in ast.parse(solution).body if isinstance(node, DEFINITIONS) and node.name == exercise]
    return list(_mutants(found[-1])) if found else []


def _mutants(definition: Any) -> Iterator[Mutant]:
    definition = _bare(definition)
    seen = {ast.unparse(definition)}
    times: Counter[str] = Counter()
    for before, after, tree in edited(definition):
        source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        if source.strip() in seen or not _compiles(source):
            continue
        seen.add(source.strip())
        change = f"{before}{_ARROW}{after}"
        times[change] += 1
        number = f" ({times[change]})" if times[change] > 1 else ""
        yield Mutant(change + number, source)


def _bare(definition: Any) -> Any:
    """The definition without docstrings and annotations, which do nothing."""
    tree = deepcopy(definition)
    for node in ast.walk(tree):
        if isinstance(node, DEFINITIONS) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
    return tree


def _compiles(source: str) -> bool:
    try:
        compile(source, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True
