"""What a submission's source defines, imports and refers to; found without executing it."""

from __future__ import annotations

import ast
import itertools
import re
import sys
import traceback
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from autograder.submission.scopes import (
    DEFINITIONS,
    FUNCTIONS,
    Binding,
    Scope,
    bindings,
    children,
    imports,
    is_global,
    walk,
)

#: With these a name may be looked up by its text.
LOOKUPS = {"globals", "locals", "vars", "eval", "exec", "compile", "import_module", "__import__"}
LOOKUPS |= {"attrgetter", "methodcaller", "get_ipython", "modules", "user_ns"}
LOOKUPS |= {"__dict__", "__globals__", "__builtins__", "f_globals"}

#: Libraries whose operators a worker sees when they run, and others that have the same functions.
SEEN, UNSEEN = {"torch", "functorch"}, {"scipy", "numpy", "math", "cmath", "mpmath", "sympy"}

#: Methods that have the names of Python's functions, as in `model.eval()`.
_METHODS = {"eval", "exec"}

#: What stands in these may not run.
_PERHAPS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.Match, ast.IfExp, ast.BoolOp)


class Outline:
    """The top level of a source: its own definitions by name, and what its imports stand for."""

    def __init__(self, source: str) -> None:
        self.tree = parsed(source)
        #: for each name what it stands for in the end
        self.own: dict[str, ast.AST] = {}
        self.imported: dict[str, str] = {}
        #: modules of which everything is imported
        self.stars: list[str] = []
        #: all that a name may stand for, or that its value may be changed by
        self.bindings: dict[str, list[Binding]] = {}
        self._said: dict[tuple[int, int], tuple[set[str], bool]] = {}
        for node, certain in _statements(self.tree):
            if not isinstance(node, ast.comprehension):  # its names are its own
                self._take(node, certain)
        self._take_what_functions_change()

    def names_used(self, name: str, siblings: Collection[str] = (), *, by_text: bool = False) -> set[str]:
        """The global names in the definition of `name` and in the helpers that it uses.

        A sibling exercise is named, but not entered: it is graded on its own. by_text: also the words in
        texts, where there is code that looks names up by their text, as in `globals()["tanh"]`.
        """
        reached = list(self._reachable(name, siblings))
        said = [self._names_of(binding) for binding in reached]
        found = set[str]().union(*(names for names, _ in said))
        if by_text and any(looks_up for _, looks_up in said):
            found |= _words(node for binding in reached for node, _ in walk(binding.node, binding.scope))
        return found

    def _names_of(self, binding: Binding) -> tuple[set[str], bool]:
        """The global names in what a name stands for, and whether more are looked up there by their text."""
        key = id(binding.node), id(binding.scope)
        if key not in self._said:
            names, looks_up = set[str](), False
            for node, scope in walk(binding.node, binding.scope):
                names.update(self.names_in(node, scope))
                looks_up = looks_up or self._looks_up(node)
            self._said[key] = names, looks_up
        return self._said[key]

    def names_in(self, node: ast.AST, scope: Scope | None) -> Iterator[str]:
        """The global name that a node is, or those that it takes from a module of the student's own."""
        if isinstance(node, ast.Name) and is_global(node.id, scope):
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            taken = (meaning.rpartition(".")[2] for meaning in imports(node).values() if not _is_librarys(meaning))
            yield from (name for name in taken if name in self.bindings)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in self.bindings:
            owner = scope.owner(node.value.id) if scope is not None else None
            module = (self.imported if owner is None else owner.imported).get(node.value.id)
            if module is not None and not _is_librarys(module):
                yield node.attr

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """Every word that is a name, an attribute, or a part of an import, and every two that stand together.

        A method that is called like one of Python's own functions is not that function.
        """
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.Attribute):
                owner = getattr(node.value, "id", getattr(node.value, "attr", ""))
                found |= {f"{owner}.{node.attr}"} | ({node.attr} - _METHODS)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                for words in [(module + alias.name).split(".") for alias in node.names]:
                    found |= {*words, *map(".".join, itertools.pairwise(words))}
        return frozenset(found)

    @cached_property
    def methods(self) -> frozenset[str]:
        """The names that are defined in the bodies of the source's classes."""
        classes = [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]
        return frozenset(name for node in classes for name in Scope(node, None).names)

    def _looks_up(self, node: ast.AST) -> bool:
        """Whether a name may be looked up by its text here, and not in a library."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            owner = node.args[0] if node.args else node
            while isinstance(owner, ast.Attribute):
                owner = owner.value
            return not (isinstance(owner, ast.Name) and owner.id in self.imported)
        return getattr(node, "id", getattr(node, "attr", "")) in LOOKUPS

    def _take(self, node: ast.AST, certain: bool) -> None:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name, meaning in imports(node).items():
                self._import(name, meaning, certain)
        for name, binding in bindings(node, None):
            if binding.whole:
                self.own[name] = binding.node
                if certain:
                    self.imported.pop(name, None)
                    self.bindings[name] = _still_used(self.bindings.get(name, []), name, binding)
            elif name in self.imported or not (binding.surely or self._is_data(name)):
                continue  # `plt.plot(...)` and `compare(sigmoid)` change neither plt nor sigmoid
            self.bindings.setdefault(name, []).append(binding)

    def _import(self, name: str, meaning: str, certain: bool) -> None:
        module, _, original = meaning.rpartition(".")
        if name == "*":
            self.stars.append(module)
            return
        self.imported[name] = meaning
        if original in self.bindings and not _is_librarys(meaning):
            # a module of the student's, whose source comes first
            if name != original:
                self.bindings[name] = [Binding(ast.Name(original))]
        elif certain:
            self.bindings.pop(name, None)
            self.own.pop(name, None)

    def _is_data(self, name: str) -> bool:
        """Whether a name stands for something other than a function or a class, as far as it is known."""
        return not any(isinstance(binding.node, DEFINITIONS) for binding in self.bindings.get(name, ()))

    def _take_what_functions_change(self) -> None:
        for node, scope in walk(self.tree, None):
            if scope is None:
                continue
            for name, binding in bindings(node, scope):
                known = name in scope.elsewhere if binding.whole else name in self.bindings
                if known and is_global(name, scope) and (binding.surely or self._is_data(name)):
                    self.bindings.setdefault(name, []).append(binding)

    def _reachable(self, name: str, siblings: Collection[str]) -> Iterator[Binding]:
        seen: set[str] = set()
        queue = [name]
        while queue:
            current = queue.pop()
            if current in seen:
                continue
            seen.add(current)
            for binding in self.bindings.get(current, ()):
                yield binding
                queue += sorted(self._names_of(binding)[0] - set(siblings))


def _still_used(before: list[Binding], name: str, new: Binding) -> list[Binding]:
    """What of a name's earlier values its new one may be made of, as in `table = torch.stack(table)`."""
    if isinstance(new.node, (*DEFINITIONS, ast.Lambda)):
        return []
    uses = any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(new.node))
    return [old for old in before if uses or not isinstance(old.node, (*DEFINITIONS, ast.Lambda))]


def _is_librarys(name: str) -> bool:
    return name.partition(".")[0] in SEEN | UNSEEN


@lru_cache(maxsize=1)  # a check after the other asks for the same; a large source's tree fills half a gigabyte
def outline_of(source: str) -> Outline:
    """The outline of a source, made once for all checks of a submission."""
    return Outline(source)


def _statements(tree: ast.Module) -> Iterator[tuple[ast.AST, bool]]:
    """Every part of the source that runs when its cells do, in order, and whether it surely does."""
    stack: list[tuple[ast.AST, bool]] = [(node, True) for node in reversed(tree.body)]
    while stack:
        node, certain = stack.pop()
        yield node, certain
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            continue
        sure = certain and not isinstance(node, _PERHAPS)
        stack += [(child, sure) for child in reversed(list(children(node)))]


def _words(nodes: Iterator[ast.AST]) -> set[str]:
    """The words in texts that are not docstrings or comments."""
    found: set[str] = set()
    idle: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Expr):
            idle.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in idle:
            found |= set(re.findall(r"\w+", node.value))
    return found


def parsed(source: str) -> ast.Module:
    """The syntax tree, or an empty one of a source that has none."""
    try:
        return _parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module(body=[], type_ignores=[])


def is_too_deep(source: str) -> bool:
    """Whether a source is nested more deeply than Python can read, as `----...1` with thousands of signs."""
    try:
        _parsed(source)
    except (RecursionError, MemoryError):
        return True
    except (SyntaxError, ValueError):
        pass
    return False


def _parsed(source: str) -> ast.Module:
    limit = sys.getrecursionlimit()
    depth = sum(1 for _ in traceback.walk_stack(sys._getframe()))
    try:
        sys.setrecursionlimit(limit + depth)  # what can be read must not depend on who reads it
        return ast.parse(source)
    finally:
        sys.setrecursionlimit(limit)
