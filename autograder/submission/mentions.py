"""Where the code that an exercise reaches names something of a library's."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Collection
from dataclasses import dataclass

from autograder.submission.outline import SEEN, UNSEEN, Outline, parsed
from autograder.submission.scopes import (
    DEFINITIONS,
    FUNCTIONS,
    Binding,
    Scope,
    imports,
    is_global,
    own_nodes,
    parts,
    walk,
)

#: All that these have of what an exercise should implement.
_ALL_THAT_THEY_HAVE = {"numpy": "tanh", "math": "tanh", "cmath": "tanh", "mpmath": "tanh", "sympy": "tanh"}

#: What a name stands for where the source does not say: a notebook that lost its imports, or a student's own.
_USUAL = {"torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional", "optim": "torch.optim"}
_USUAL |= {"np": "numpy", "numpy": "numpy", "math": "math", "scipy": "scipy"}

_OWN = ""
_STEPS = 40


@dataclass(frozen=True)
class Mention:
    """A forbidden name; shown: whether the operators that ran would have it, if it was called."""

    name: str
    shown: bool


class Search:
    """A search through all code that an exercise reaches, for names that are forbidden to it.

    Code that ran while the cells did is looked at apart: its operators are not seen any more. So are other
    libraries' functions. A name counts where it is a library's, or may be a method of a tensor.
    """

    def __init__(self, outline: Outline, siblings: Collection[str], is_forbidden: Callable[[str], bool]) -> None:
        self._outline = outline
        self._siblings = siblings
        self._is_forbidden = is_forbidden
        self._found: set[Mention] = set()
        self._methods: set[str] = set()
        self._libraries: set[str] = set()
        self._seen: set[tuple[str, bool]] = set()
        self._queue: list[tuple[str, bool]] = []
        self._built: set[int] = set()
        self._origins: dict[tuple[str, Scope | None], str | None] = {}

    def from_name(self, name: str) -> set[Mention]:
        """What the definition of `name` mentions, and all that it uses."""
        self._queue.append((name, False))
        while self._queue:
            current = self._queue.pop()
            if current not in self._seen:
                self._seen.add(current)
                self._name(*current)
        other = any(self._knows(library, method) for library in self._libraries for method in self._methods)
        own = self._outline.methods if not other else frozenset()
        self._found |= {Mention(method, shown=not other) for method in self._methods if method not in own}
        return self._found

    def _name(self, name: str, built: bool) -> None:
        """A global name that is used, in code that runs when the exercise is called, or that ran already."""
        self._mention(self._origin(ast.Name(name), None), built)
        for binding in self._outline.bindings.get(name, ()):
            is_code = isinstance(binding.node, (*DEFINITIONS, ast.Lambda))
            self._scan(binding, built or (not is_code and self._calls(binding.node, binding.scope)))

    def _scan(self, binding: Binding, built: bool) -> None:
        stack = [(binding.node, binding.scope, built)]
        while stack:
            node, scope, ran = stack.pop()
            self._look(node, scope, ran)
            within = isinstance(node, (*FUNCTIONS, ast.ClassDef))
            for child, where in parts(node, scope):
                # what stands around a function's body, or in that of a class, has run when the cells did
                at_once = within and not (where is not scope and isinstance(node, FUNCTIONS))
                is_data = at_once and _at_the_top(where) and not isinstance(child, (*DEFINITIONS, ast.Lambda))
                decorates = is_data and child in getattr(node, "decorator_list", ())
                is_own = decorates and self._origin(child, where) == _OWN
                stack.append((child, where, ran or is_own or (is_data and self._calls(child, where))))

    def _look(self, node: ast.AST, scope: Scope | None, built: bool) -> None:
        self._queue += [(n, built) for n in self._outline.names_in(node, scope) if n not in self._siblings]
        if isinstance(node, ast.Name):
            if not is_global(node.id, scope):
                self._mention(self._origin(node, scope), built)
        elif isinstance(node, ast.Attribute):
            self._attribute(node.value, node.attr, scope, built)
        elif isinstance(node, ast.ImportFrom):
            for origin in imports(node).values():
                self._mention(origin, built)
        elif isinstance(node, (ast.Call, ast.Subscript)):
            looked_up = _looked_up(node)
            if looked_up is not None:
                self._attribute(*looked_up, scope, built)
            text = _executed(node)
            if text:
                self._scan(Binding(parsed(text), scope), built)

    def _attribute(self, base: ast.AST, name: str, scope: Scope | None, built: bool) -> None:
        owner = self._origin(base, scope)
        if owner:
            self._mention(f"{owner}.{name}", built)
        elif owner is None and self._is_forbidden(name):
            if built:
                self._found.add(Mention(name, shown=False))
            else:
                self._methods.add(name)

    def _mention(self, origin: str | None, built: bool) -> None:
        if not origin:
            return
        library = origin.partition(".")[0]
        if library in UNSEEN:
            self._libraries.add(library)
        if self._is_forbidden(origin) and self._knows(library, origin):
            last = origin.split(".")[-1]
            optimizer = origin.startswith("torch.optim.")
            # of optimizers, the steps of classes are seen, and not the functions that they are made of
            shown = library in SEEN and not built and (last[0].isupper() or not optimizer)
            self._found.add(Mention("torch.optim" if optimizer else last, shown))

    def _knows(self, library: str, name: str) -> bool:
        return library not in _ALL_THAT_THEY_HAVE or name.split(".")[-1] == _ALL_THAT_THEY_HAVE[library]

    def _calls(self, node: ast.AST, scope: Scope | None) -> bool:
        """Whether an expression calls something when it is evaluated, other than to make an object."""
        found = False
        for call, where in walk(node, scope, at_once=True):
            if isinstance(call, ast.Call):
                made = self._class_of(call.func, where)
                if made is not None:
                    self._make(made)
                origin = self._origin(call.func, where)
                name = (origin or "").split(".")[-1]
                found |= made is None and not (name[:1].isupper() or origin == "functools.partial")
        return found

    def _make(self, made: ast.ClassDef) -> None:
        """An object was made when the cells ran: so its `__init__` ran, and the methods that it calls."""
        if id(made) in self._built:
            return
        self._built.add(id(made))
        methods = {node.name: node for node in made.body if isinstance(node, FUNCTIONS) if hasattr(node, "name")}
        queue = ["__init__", "__new__", "__post_init__"]
        while queue:
            method = methods.pop(queue.pop(), None)
            if method is not None:
                self._scan(Binding(method, Scope(made, None)), built=True)
                queue += [n.attr for n in own_nodes(method) if isinstance(n, ast.Attribute)]

    def _class_of(self, node: ast.AST, scope: Scope | None) -> ast.ClassDef | None:
        values = self._bindings(node.id, scope) if isinstance(node, ast.Name) else []
        return next((value.node for value in values if isinstance(value.node, ast.ClassDef)), None)

    def _bindings(self, name: str, scope: Scope | None) -> list[Binding]:
        owner = scope.owner(name) if scope is not None else None
        return self._outline.bindings.get(name, []) if owner is None else owner.names.get(name, [])

    def _origin(self, node: ast.AST, scope: Scope | None, steps: int = _STEPS) -> str | None:
        """The dotted name of what an expression stands for, where it is a library's.

        `_OWN` for the student's own functions, classes and instances of these; None for any other value.
        """
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        base = self._origin_of_root(node, scope, steps - 1) if steps > 0 else None
        if not attributes or base is None:
            return base
        return ".".join([base, *reversed(attributes)]) if base else None

    def _origin_of_root(self, node: ast.AST, scope: Scope | None, steps: int) -> str | None:
        if isinstance(node, ast.Name):
            return self._origin_of_name(node.id, scope, steps)
        if isinstance(node, DEFINITIONS):
            return _OWN
        if isinstance(node, ast.NamedExpr):
            return self._origin(node.value, scope, steps)
        if isinstance(node, ast.IfExp):
            return self._origin(node.body, scope, steps) or self._origin(node.orelse, scope, steps)
        looked_up = _looked_up(node)
        if looked_up is not None:
            owner = self._origin(looked_up[0], scope, steps)
            return f"{owner}.{looked_up[1]}" if owner else None
        module = _module_named(node)
        if module:
            return module if module.partition(".")[0] in SEEN | UNSEEN else _OWN
        if isinstance(node, ast.Call):
            return None if self._class_of(node.func, scope) is None else _OWN
        return None

    def _origin_of_name(self, name: str, scope: Scope | None, steps: int) -> str | None:
        owner = scope.owner(name) if scope is not None else None
        place = (name, owner)
        if place not in self._origins:
            self._origins[place] = None  # of names that stand for each other
            self._origins[place] = self._origin_in(name, owner, steps)
        return self._origins[place]

    def _origin_in(self, name: str, owner: Scope | None, steps: int) -> str | None:
        imported = self._outline.imported if owner is None else owner.imported
        if name in imported:
            known = imported[name].partition(".")[0] in SEEN | UNSEEN | {"functools"}
            return imported[name] if known else _OWN
        if owner is not None and name in ("self", "cls") and not owner.names[name]:
            return _OWN
        values = [binding for binding in self._bindings(name, owner) if binding.whole]
        origins = [self._origin(value.node, value.scope, steps) for value in values]
        if origins:
            return next((origin for origin in origins if origin), _OWN if _OWN in origins else None)
        return self._origin_of_nothing(name) if owner is None else None

    def _origin_of_nothing(self, name: str) -> str | None:
        """What a global name stands for that the source gives no value."""
        if name in _USUAL or hasattr(builtins, name):
            return _USUAL.get(name)
        stars = [star for star in self._outline.stars if star.partition(".")[0] in SEEN | UNSEEN]
        return next((f"{star}.{name}" for star in stars if self._is_forbidden(f"{star}.{name}")), None)


def _at_the_top(scope: Scope | None) -> bool:
    """Whether what stands here runs when the cells do: at the top level, or in the body of a class there."""
    while scope is not None and isinstance(scope.node, ast.ClassDef):
        scope = scope.outer
    return scope is None


def _looked_up(node: ast.AST) -> tuple[ast.AST, str] | None:
    """The object and the name in `getattr(object, "name")`, `vars(object)["name"]`, `object.__dict__["name"]`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        name = node.args[1] if len(node.args) > 1 else None
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            return node.args[0], name.value
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        held = node.value
        if isinstance(held, ast.Attribute) and held.attr == "__dict__":
            return held.value, str(node.slice.value)
        if isinstance(held, ast.Call) and isinstance(held.func, ast.Name) and held.func.id == "vars" and held.args:
            return held.args[0], str(node.slice.value)
    return None


def _executed(node: ast.AST) -> str:
    """The source in `eval("source")` and `exec("source")`."""
    if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in ("eval", "exec"):
        text = node.args[0]
        return str(text.value) if isinstance(text, ast.Constant) else ""
    return ""


def _module_named(node: ast.AST) -> str:
    """The module in `import_module("module")` and `__import__("module")`."""
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in ("import_module", "__import__"):
            return str(node.args[0].value)
    return ""
