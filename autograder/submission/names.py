"""Which names the code of a cell gives a meaning to, and which it uses, as far as its text tells."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from autograder.submission.outline import LOOKUPS, parsed
from autograder.submission.scopes import DEFINITIONS, imports, is_global, walk

#: What a text begins to define, at its left edge, whether it is Python or not yet.
DEFINITION = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
#: With these, code can see names that its text does not show.
_LOOKUPS = LOOKUPS | {"dir", "__main__", "_getframe", "currentframe", "run_line_magic"}
_BUILTINS = frozenset(dir(builtins))
#: Most cells are the same in every submission of a class: what they say is found once.
_of_a_source = lru_cache(maxsize=128)


def looks_up_names(source: str) -> bool:
    """Whether code may use or bind names that its text does not show."""
    return bool(_LOOKUPS & _words(source)) or "import *" in source


def _words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d]\w*", source))


def _unread(source: str) -> frozenset[str]:
    """Every word of what is not plain Python; none of what is a comment as a whole."""
    is_comment = all(line.lstrip()[:1] in ("", "#") for line in source.splitlines())
    return frozenset() if is_comment else _words(source)


@_of_a_source
def bound(source: str) -> frozenset[str]:
    """The global names that a cell gives a meaning to; every word of one that is not plain Python."""
    tree = parsed(source)
    if not tree.body:
        return _unread(source)
    by_name = (_bound_by_name(step) for step in _steps(tree.body))
    return frozenset(_names(tree, ast.Store).union(*by_name))


@_of_a_source
def changed(source: str) -> frozenset[str]:
    """The global names that are used outside of functions, where a value may be changed in place."""
    top = [node for node in parsed(source).body if not isinstance(node, DEFINITIONS)]
    names = (node.id for one in top for node in ast.walk(one) if isinstance(node, ast.Name))
    return frozenset(names) - _BUILTINS


@_of_a_source
def used_anywhere(source: str) -> frozenset[str]:
    """The global names that code uses, whenever it runs; every word of a cell that is not plain Python."""
    tree = parsed(source)
    return frozenset(_names(tree, ast.Load)) if tree.body else _unread(source)


@_of_a_source
def used(source: str) -> frozenset[str]:
    """The names that a cell of ours uses without giving them a meaning of its own before."""
    found: set[str] = set()
    known: set[str] = set()
    for step in _steps(parsed(source).body):
        found |= _names(step, ast.Load) - known
        known |= _names(step, ast.Store) | _bound_by_name(step)
    return frozenset(found)


@_of_a_source
def exercises_needed(source: str) -> frozenset[str]:
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
    parts = list(walk(node, None))
    named = [
        (part, scope) for part, scope in parts if isinstance(part, ast.Name) and isinstance(part.ctx, context)
    ]
    if context is ast.Load:
        added = [(part.target, scope) for part, scope in parts if isinstance(part, ast.AugAssign)]
        named += [(target, scope) for target, scope in added if isinstance(target, ast.Name)]
    return {name.id for name, scope in named if is_global(name.id, scope)}


def _bound_by_name(node: ast.AST) -> set[str]:
    """What a definition or an import binds."""
    if isinstance(node, DEFINITIONS):
        return {node.name}
    return set(imports(node)) if isinstance(node, (ast.Import, ast.ImportFrom)) else set()


@_of_a_source
def imported(source: str) -> frozenset[tuple[str, str]]:
    """The names that a cell imports, with what they mean."""
    nodes = [node for node in ast.walk(parsed(source)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return frozenset(pair for node in nodes for pair in imports(node).items())


@_of_a_source
def defined(source: str) -> frozenset[str]:
    """The functions and classes that a cell defines at its top."""
    return frozenset(node.name for node in parsed(source).body if isinstance(node, DEFINITIONS))
