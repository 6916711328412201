"""What a submission's source defines, imports and refers to; found without executing it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from functools import lru_cache


class Outline:
    """The top level of a source: its own definitions by name, and what its imports stand for."""

    def __init__(self, source: str) -> None:
        self.own: dict[str, ast.AST] = {}
        self.imported: dict[str, str] = {}
        for node in _Bare().visit(parsed(source)).body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self.own[node.name] = node
            elif isinstance(node, ast.Assign):
                self.own |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                self.imported |= {alias.asname or alias.name: module + alias.name for alias in node.names}

    def names_used(self, name: str, siblings: Collection[str] = ()) -> set[str]:
        """The bare names in the definition of `name` and in the helpers that it uses.

        A sibling exercise is named, but not entered: it is graded on its own.
        """
        return {
            child.id
            for node in self._reachable(name, siblings)
            for child in ast.walk(node)
            if isinstance(child, ast.Name)
        }

    def foreign_names(self, name: str, siblings: Collection[str] = ()) -> set[str]:
        """The names of others' that the definition of `name` and its helpers refer to.

        Attributes (`torch.relu`, `x.relu`) by their last part, imported names by what they stand for. Other
        bare names are the student's own variables, even one called `softmax`.
        """
        found = {
            self.imported[n] for n in self.names_used(name, siblings) if n in self.imported and n not in self.own
        }
        for node in self._reachable(name, siblings):
            for child in ast.walk(node):
                if isinstance(child, ast.Attribute) and not _is_own(child.value):
                    found.add(child.attr)
                elif isinstance(child, ast.ImportFrom):
                    found |= {f"{child.module}.{alias.name}" for alias in child.names}
        return found

    def _reachable(self, name: str, siblings: Collection[str]) -> Iterator[ast.AST]:
        seen: set[str] = set()
        queue = [name]
        while queue:
            current = queue.pop()
            if current in seen or current not in self.own:
                continue
            seen.add(current)
            node = self.own[current]
            yield node
            names = {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}
            queue += sorted(names - set(siblings))


@lru_cache(maxsize=1)  # a check after the other asks for the same; a large source's tree fills half a gigabyte
def outline_of(source: str) -> Outline:
    """The outline of a source, made once for all checks of a submission."""
    return Outline(source)


class _Bare(ast.NodeTransformer):
    """Takes annotations away: to name a type is not to call it."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return ast.copy_location(ast.Assign([node.target], self.visit(node.value)), node)


def parsed(source: str) -> ast.Module:
    """The syntax tree, or an empty one of a source that has none."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module(body=[], type_ignores=[])


def _is_own(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id in ("self", "cls")
