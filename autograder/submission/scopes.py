"""Whose names the names in a syntax tree are, by Python's rules of scope; nothing here recurses or executes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
#: To name a type is not to call it.
_TYPES = ("annotation", "returns", "type_params")
#: What gives the names of a namespace as a dict.
_NAMESPACES = ("globals", "vars", "locals")


@dataclass(frozen=True, eq=False)
class Binding:
    """Something that a name stands for: a definition, or an expression that it gets its value from.

    whole: whether the name stands for nothing else from then on; else a part of its value is changed. surely:
    whether it is; a function that is given an object may change it or not.
    """

    node: ast.AST
    scope: Scope | None = None
    whole: bool = True
    surely: bool = True


_Names = dict[str, list[Binding]]


@dataclass(eq=False)
class Scope:
    """A function, a class body or a comprehension, with the names that are local to it."""

    node: ast.AST
    outer: Scope | None
    names: _Names = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if isinstance(self.node, FUNCTIONS):
            self.names |= _parameters(self.node, self.outer)
        loops = getattr(self.node, "generators", ())
        for node in own_nodes(self.node):
            if isinstance(node, (ast.Global, ast.Nonlocal)):
                self.elsewhere |= set(node.names)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                self.imported |= imports(node)
            elif isinstance(node, ast.comprehension) and node not in loops:
                continue  # its names are its own
            for name, binding in bindings(node, self):
                if binding.whole:
                    self.names.setdefault(name, []).append(binding)
        for name in self.elsewhere:
            self.names.pop(name, None)

    def owner(self, name: str) -> Scope | None:
        """The scope that a name used in this one is local to; None for a global name."""
        scope: Scope | None = self
        while scope is not None:
            seen = scope is self or not isinstance(scope.node, ast.ClassDef)  # methods do not see its body
            if seen and (name in scope.names or name in scope.imported):
                return scope
            scope = scope.outer
        return None


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, outer: Scope | None) -> _Names:
    """The parameters of a function, with their defaults."""
    given = function.args
    placed = [*given.posonlyargs, *given.args]
    defaults = dict(zip(reversed(placed), reversed(given.defaults), strict=False))
    defaults |= {arg: value for arg, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value}
    every = [arg for arg in (*placed, *given.kwonlyargs, given.vararg, given.kwarg) if arg is not None]
    return {arg.arg: [Binding(defaults[arg], outer)] if arg in defaults else [] for arg in every}


def is_global(name: str, scope: Scope | None) -> bool:
    """Whether a name used in this scope is the module's."""
    return scope is None or scope.owner(name) is None


def children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node, without annotations."""
    for name, value in ast.iter_fields(node):
        if name in _TYPES:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, ast.AST):
                yield item


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in the body of a function, class or comprehension itself, not in a scope within it."""
    stack = _inside(node)
    while stack:
        current = stack.pop()
        yield current
        if isinstance(current, (*FUNCTIONS, ast.ClassDef)):
            stack += _outside(current)
        else:
            stack += children(current)


def walk(node: ast.AST, scope: Scope | None, *, at_once: bool = False) -> Iterator[tuple[ast.AST, Scope | None]]:
    """Every node below and including one, with the scope that it stands in; at_once: as for `parts`."""
    stack = [(node, scope)]
    while stack:
        current, where = stack.pop()
        yield current, where
        stack += parts(current, where, at_once=at_once)


def parts(node: ast.AST, scope: Scope | None, *, at_once: bool = False) -> Iterator[tuple[ast.AST, Scope | None]]:
    """The parts of a node, each with its scope; at_once: those that are evaluated with it, no function's body."""
    if not isinstance(node, (*FUNCTIONS, ast.ClassDef, *_COMPREHENSIONS)):
        yield from ((child, scope) for child in children(node))
        return
    yield from ((child, scope) for child in _outside(node))
    if at_once and isinstance(node, FUNCTIONS):
        return
    within = Scope(node, scope)
    yield from ((child, within) for child in _inside(node))


def _inside(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.Lambda):
        return [node.body]
    if isinstance(node, DEFINITIONS):
        return list(node.body)
    return list(children(node))


def _outside(node: ast.AST) -> list[ast.AST]:
    """What of a definition is evaluated where it stands: decorators, defaults, base classes."""
    found: list[ast.AST] = list(getattr(node, "decorator_list", []))
    if isinstance(node, FUNCTIONS):
        found += [*node.args.defaults, *(default for default in node.args.kw_defaults if default is not None)]
    if isinstance(node, ast.ClassDef):
        found += [*node.bases, *node.keywords]
    return found


def imports(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """The names that a statement imports, with what they stand for."""
    if isinstance(node, ast.ImportFrom):
        return {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    roots = ((alias, alias.name.partition(".")[0]) for alias in node.names)  # `import a.b` gives the name a
    return {alias.asname or root: alias.name if alias.asname else root for alias, root in roots}


def bindings(node: ast.AST, scope: Scope | None) -> Iterator[tuple[str, Binding]]:
    """The names that this node itself gives a value, or a part of one."""
    if isinstance(node, DEFINITIONS):
        yield node.name, Binding(node, scope)
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _targets(target, node.value, scope)
    elif isinstance(node, ast.AugAssign):
        yield from ((name, Binding(node.value, scope, whole=False)) for name in _roots(node.target))
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
        yield from _targets(node.target, node.value, scope)
    elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        yield from _targets(node.target, node.iter, scope)
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield from _targets(node.optional_vars, node.context_expr, scope)
    elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name, Binding(node, scope)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _changed_by(node.value, scope)


def _targets(target: ast.AST, value: ast.AST, scope: Scope | None) -> Iterator[tuple[str, Binding]]:
    stack = [target]
    while stack:
        current = stack.pop()
        if isinstance(current, ast.Name):
            yield current.id, Binding(value, scope)
        elif isinstance(current, (ast.Tuple, ast.List, ast.Starred)):
            stack += children(current)
        else:
            yield from ((name, Binding(value, scope, whole=False)) for name in _roots(current))


def _roots(node: ast.AST) -> Iterator[str]:
    """The name whose value `a.b[c].d` is a part of; `globals()["a"]` is a name of the module."""
    last = node
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        last, node = node, node.value
    if isinstance(node, ast.Name):
        yield node.id
    elif _is_namespace(node) and isinstance(last, ast.Subscript) and isinstance(last.slice, ast.Constant):
        yield str(last.slice.value)


def _is_namespace(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NAMESPACES


def _changed_by(call: ast.Call, scope: Scope | None) -> Iterator[tuple[str, Binding]]:
    """What a call that stands alone may change: the object whose method it is, and what it is given by name."""
    names = [argument.id for argument in call.args if isinstance(argument, ast.Name)]
    sets = isinstance(call.func, ast.Name) and call.func.id == "setattr"
    for place, name in enumerate(names):
        yield name, Binding(call, scope, whole=False, surely=sets and place == 0)
    if isinstance(call.func, ast.Attribute):
        yield from ((name, Binding(call, scope, whole=False)) for name in _roots(call.func))
        if _is_namespace(call.func.value):  # globals().update(name=value)
            given = [keyword for keyword in call.keywords if keyword.arg]
            yield from ((str(keyword.arg), Binding(keyword.value, scope, whole=False)) for keyword in given)
