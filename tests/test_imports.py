"""Dependencies between the kit's modules run one way, and none of them outgrows its reader."""

from __future__ import annotations

import ast
import graphlib
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import autograder

PACKAGE = Path(autograder.__file__).parent

#: What a sandboxed process must not be able to learn from.
SECRETS = ("checks", "expect", "examiner", "exercises", "reference", "misconceptions", "hints", "salt", "rng")

#: The face of the package names what it offers, but imports nothing until it is asked.
LAZY = {"autograder"}

MODULE_LINES = 300
FUNCTION_LINES = 50
#: Longer than that, and why; a ratchet: these may shrink, and no other may join them.
LONGER = {
    # a lesson's checks are read from top to bottom, exercise by exercise
    **{f"autograder.checks.test_{lesson}": 500 for lesson in ("activations", "losses", "mlp", "optimizers")},
    **{f"autograder.checks.test_{lesson}": 500 for lesson in ("perceptron", "training", "xor")},
}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """The kit's modules that a module imports, also inside its functions and for its annotations."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in MODULES else str(node.module) for name in whole}
    return frozenset(found & MODULES.keys()) - {module}


def reachable(module: str) -> Iterator[str]:
    """Every module of the kit that importing this one may load, sooner or later."""
    seen, queue = {module}, [module]
    while queue:
        current = queue.pop()
        yield current
        new = (set() if current in LAZY else imports(current)) - seen
        seen |= new
        queue += new


def test_there_are_no_cycles() -> None:
    graph = {module: imports(module) for module in MODULES if module not in LAZY}
    try:
        list(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as error:
        pytest.fail(f"these import each other: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.startswith(("autograder.worker.", "autograder.sandbox."))]
)
def test_the_sandbox_knows_nothing_of_the_verdict(module: str) -> None:
    assert not [name for name in reachable(module) if name.split(".")[1:2] and name.split(".")[1] in SECRETS]


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after this statement."""
    code = f"{statement}; import json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_the_package_imports_nothing_else() -> None:
    loaded = loaded_by("import autograder")
    assert [name for name in loaded if name.startswith("autograder")] == ["autograder"]
    assert "torch" not in loaded


def test_a_worker_loads_nothing_of_the_grader() -> None:
    loaded = loaded_by("import autograder.worker.zygote")
    assert "autograder.worker.answers" in loaded
    assert not [name for name in loaded if name.split(".")[0] == "autograder" and {*name.split(".")} & {*SECRETS}]
    assert not {"pytest", "_pytest", "nbgrader", "hypothesis"} & loaded


def test_the_edges_hold_no_logic_that_others_need() -> None:
    """The command, the notebook's check, the demo: nothing below them imports them."""
    edges = {f"autograder.{name}" for name in ("__main__", "cli", "notebook", "terminal", "demo")}
    users = {module: imports(module) & edges for module in MODULES if module not in {*edges, *LAZY}}
    assert not {module: found for module, found in users.items() if found}


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_are_short(module: str) -> None:
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines < LONGER.get(module, MODULE_LINES), f"{module} has {lines} lines: split it"
    functions = [n for n in ast.walk(tree(module)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    long = {f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 >= FUNCTION_LINES}
    assert not long, f"{module}: split {long}"


@pytest.mark.parametrize("module", LONGER)
def test_no_allowance_is_kept_longer_than_needed(module: str) -> None:
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines >= MODULE_LINES, f"{module} is short enough now: take it off the list"
