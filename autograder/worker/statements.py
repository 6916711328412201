"""A cell statement by statement: what one that raises costs, and what below it is run all the same.

In Jupyter the rest of the cell is lost. For a grade that is too much:

- What cannot work in a sandbox (a package that is not there, a shell, the network, a file, a question) worked
  where the student ran it: it costs its own statement, and everything below is run.
- After any other exception, or an `exit()`, the definitions below are run: functions, classes, imports, and
  assignments that call nothing. Only what they define is not there yet, or is a stub: what the cell has
  defined in Jupyter stays as it is.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from IPython.core.error import StdinNotImplementedError, UsageError

from autograder.wire.messages import Below, CellError
from autograder.worker.describe import describe_error, student_lines
from autograder.worker.notes import say
from autograder.worker.stand_ins import NOBODY_THERE

#: Exceptions that are told of one cell; a loop could make no end of them.
_TOLD = 10
_REFUSED = (ImportError, OSError, EOFError, MemoryError, UsageError, StdinNotImplementedError)
#: What torch and Python say where a device, memory or a thread is missing, beside those.
_MISSING = re.compile(r"\b(?:CUDA|NVIDIA|MPS|HIP|XPU)\b|allocate memory|start new thread", re.IGNORECASE)
#: What a notebook has and a script has not.
_OF_NOTEBOOKS = {"get_ipython", "display"}


class Statements:
    """Decides for each statement of a cell whether it is run, and keeps what was raised.

    namespace: where the cells run. seeds: names that the kit put there, which are not the student's. ended:
    what is said of an `exit()`, "ended this cell, ...".
    """

    def __init__(self, namespace: Mapping[str, Any], seeds: Mapping[str, Any], ended: str) -> None:
        self._namespace = namespace
        self._seeds = seeds
        self._ended = ended
        self._lost: set[str] = set()  # names that a statement would have bound which could not work here
        self._stubs: set[str] = set()
        self.begin()

    def begin(self) -> None:
        """A new cell."""
        self._raised: list[tuple[BaseException, CellError]] = []
        self._stopped = False

    def wants(self, node: ast.stmt) -> bool:
        """Whether this statement is to be run."""
        return not self._stopped or any(map(self._is_missing, defined_by(node)))

    def ran(self, node: ast.stmt) -> None:
        """This statement was run to its end."""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            (self._stubs.add if _is_stub(node) else self._stubs.discard)(node.name)
        ended = self.error() if self._stopped else None
        if ended is not None:
            ended["below"] = "definitions"

    def raised(self, error: BaseException, node: ast.stmt | None = None, *, below: Below = "") -> None:
        """This statement, or something that it called, raised.

        below: "rest" where other statements follow, "nothing" where the cell is not even Python.
        """
        if any(error is other for other, _ in self._raised):
            return  # seen on its way through a magic
        missing_name = getattr(error, "name", None) if isinstance(error, NameError) else None
        refused = _cannot_work_here(error) or missing_name in self._lost | _OF_NOTEBOOKS
        if refused and node is not None:
            self._lost |= _bound_by(node)
        self._stopped = self._stopped or not refused
        counts = below if refused or below == "nothing" else ""
        told: CellError = {**describe_error(error), "refused": refused, "below": counts}
        if isinstance(error, SystemExit):
            told["message"] = f"{_last_line(error)} {self._ended}"
        if told["below"] == "rest":
            say(_left_out(told), matters=False)
        if missing_name not in self._lost and len(self._raised) < _TOLD:
            self._raised.append((error, told))

    def errors(self) -> list[CellError]:
        """What was raised, in order; not what followed from a name that is missing for such a reason."""
        return [told for _, told in self._raised]

    def error(self) -> CellError | None:
        """The one that the cell is said to have ended with: the student's own first one, else the first."""
        return next((e for e in self.errors() if not e["refused"]), next(iter(self.errors()), None))

    def _is_missing(self, name: str) -> bool:
        if name not in self._namespace or name in self._stubs:
            return True
        return name in self._seeds and self._seeds[name] is self._namespace[name]


def split(nodes: Iterable[ast.stmt]) -> list[ast.stmt]:
    """The statements, with `import a, b` as two: where a is not there, b may be."""
    found: list[ast.stmt] = []
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            found += [type(node)(**{**vars(node), "names": [alias]}) for alias in node.names]
        else:
            found.append(node)
    return found


def defined_by(node: ast.stmt) -> set[str]:
    """The names that a statement defines, where it is a definition, which calls nothing; else none."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
        return _bound_by(node)
    if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None and not _calls(node.value):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = itertools.chain.from_iterable(t.elts if isinstance(t, ast.Tuple) else [t] for t in targets)
        return {name.id for name in names if isinstance(name, ast.Name)}
    return set()


def _bound_by(node: ast.stmt) -> set[str]:
    """The names that a statement binds at its own level, and some that it binds within."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    for child in ast.walk(node):
        if isinstance(child, (ast.Import, ast.ImportFrom)):
            names |= {alias.asname or alias.name.partition(".")[0] for alias in child.names}
    return names


def _calls(value: ast.expr) -> bool:
    """Whether a value has to be computed by a call; a function's body does not."""
    queue: list[ast.AST] = [value]
    while queue:
        node = queue.pop()
        if isinstance(node, (ast.Call, ast.Await)):
            return not (isinstance(node, ast.Call) and _is_partial(node.func))
        if not isinstance(node, ast.Lambda):
            queue += ast.iter_child_nodes(node)
    return False


def _is_partial(function: ast.expr) -> bool:
    return getattr(function, "attr", getattr(function, "id", "")) == "partial"


def _is_stub(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether a definition is still to be written: a function of it, or it, does nothing but say so."""
    if isinstance(node, ast.ClassDef):
        inner = (child for child in node.body if isinstance(child, (ast.FunctionDef, ast.ClassDef)))
        return any(map(_is_stub, inner))
    return all(map(_says_nothing, node.body))


def _says_nothing(node: ast.stmt) -> bool:
    if isinstance(node, ast.Raise):
        return node.exc is not None and "NotImplementedError" in ast.dump(node.exc)
    is_constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Pass) or is_constant


def _cannot_work_here(error: BaseException) -> bool:
    """Whether an exception is the sandbox's doing, and not the student's."""
    causes = itertools.islice(_causes(error), 5)
    return any(
        isinstance(cause, _REFUSED)
        or (isinstance(cause, RuntimeError) and cause.args == (NOBODY_THERE,))
        or (isinstance(cause, (RuntimeError, AssertionError)) and _MISSING.search(str(cause)) is not None)
        for cause in causes
    )


def _last_line(error: BaseException) -> str:
    lines = student_lines(error)
    return ((lines[-1].line if lines else None) or "exit()")[:80]


def _left_out(told: CellError) -> str:
    place, _, code = str(told["where"]).partition(": ")
    what = f"{place}, `{code}`, " if code else "a line "
    why = f"{told['type']}: {told['message']}".removesuffix(": ")
    return f"{what}was left out, and the rest of the cell was run ({why})"


def _causes(error: BaseException | None) -> Iterable[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__
