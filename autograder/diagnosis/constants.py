"""Numbers that a student is free to choose wrongly: a mistake is the same with another slope, threshold or eps."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from autograder.submission.outline import parsed

#: Numbers that stand in any code, and mean something else each time.
_USUAL = frozenset((1, 2))
#: Others are no slopes, thresholds or sizes.
_SMALLEST, _LARGEST = 1e-30, 1e30
#: Numbers of a submission that are tried, and ways of writing one mistake that come of them.
_NUMBERS, _WAYS = 3, 6


class Constants:
    """The numbers of a submission's exercise that its right version does not have.

    source: of the submission. right: of the right version.
    """

    def __init__(self, exercise: str, source: str, right: str) -> None:
        self._given = _numbers(parsed(right)) | _USUAL
        body = parsed(source).body
        (*_, own) = (ast.Module([], []), *(node for node in body if getattr(node, "name", None) == exercise))
        used = {part.id for part in ast.walk(own) if isinstance(part, ast.Name)}
        named = [node for node in body if isinstance(node, ast.Assign) and used & set(_names(node))]
        self._own = sorted(frozenset().union(*map(_numbers, (own, *named))) - self._given)[:_NUMBERS]

    def put_into(self, spelling: str) -> Iterator[tuple[str, float]]:
        """A mistake as it would be with these numbers: for one of its own one of them, wherever it stands.

        With each comes how far the one is from the other, as the logarithm of their ratio.
        """
        if not self._own:
            return
        theirs = _numbers(parsed(spelling)) - self._given
        pairs = [(old, new) for new in self._own if new not in theirs for old in sorted(theirs)]
        for old, new in pairs[:_WAYS]:
            yield ast.unparse(_Replaced(old, new).visit(ast.parse(spelling))), abs(math.log(new / old))


class _Replaced(ast.NodeTransformer):
    def __init__(self, old: float, new: float) -> None:
        self._old, self._new = old, new

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(self._new) if _numbers(node) == {self._old} else node


def _numbers(tree: ast.AST) -> frozenset[float]:
    """The numbers that are written out, without their signs."""
    values = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    numbers = (value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool))
    return frozenset(number for number in numbers if _SMALLEST < number < _LARGEST)


def _names(assignment: ast.Assign) -> Iterator[str]:
    return (part.id for part in assignment.targets if isinstance(part, ast.Name))
