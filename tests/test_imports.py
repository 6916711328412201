"""Dependencies between the kit's modules run one way, and none of them outgrows its reader."""

from __future__ import annotations

import ast
import graphlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import autograder

PACKAGE = Path(autograder.__file__).parent

#: The rooms that are bound into the sandbox: a process there must not be able to learn anything from the others.
INSIDE = ("wire", "worker", "sandbox")
#: What a check is written with.
FACE = ("expect", "student", "rng", "failures", "show", "sketch")
#: Where the kit meets its users.
EDGES = ("__main__", "cli", "notebook", "demo")

#: The face of the package names what it offers, but imports nothing until it is asked.
LAZY = {"autograder"}

MODULE_LINES = 300
FUNCTION_LINES = 50
#: Longer than that, and why; a ratchet: these may shrink, and no other may join them.
LONGER = {
    # a lesson's checks are read from top to bottom, exercise by exercise
    **{f"autograder.lessons.{lesson}.checks": 500 for lesson in ("activations", "losses", "mlp", "optimizers")},
    **{f"autograder.lessons.{lesson}.checks": 500 for lesson in ("autograd", "perceptron", "training", "xor")},
}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


#: A lesson's mistakes are read as text, and never imported.
MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "mistakes.py"}


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


def room(module: str) -> str:
    """The folder below the package that a module is in, or its own name where it is in none."""
    return [*module.split("."), ""][1]


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) in INSIDE])
def test_the_sandbox_knows_nothing_of_the_verdict(module: str) -> None:
    """What is bound into it imports nothing of ours but each other."""
    assert not {name for name in reachable(module) if room(name) not in (*INSIDE, "")}


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) == "lessons"])
def test_a_lesson_imports_only_the_face_of_the_package(module: str) -> None:
    own = module.rpartition(".")[0]
    assert not {name for name in imports(module) if room(name) not in (*FACE, "") and not name.startswith(own)}


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
    ours = [name for name in loaded if name.split(".")[0] == "autograder"]
    assert not [name for name in ours if room(name) not in (*INSIDE, "")]
    assert not {"pytest", "_pytest", "nbgrader", "hypothesis"} & loaded


def test_nothing_imports_an_edge() -> None:
    """The command, the notebook's check, the demo: nothing below them needs what is in them."""
    others = [module for module in MODULES if room(module) not in EDGES and module not in LAZY]
    users = {module: {name for name in imports(module) if room(name) in EDGES} for module in others}
    assert not {module: found for module, found in users.items() if found}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_what_pytest_keeps_to_itself(module: str) -> None:
    nodes = [node for node in ast.walk(tree(module)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = [getattr(node, "module", alias.name) for node in nodes for alias in node.names]
    assert not [name for name in names if name.partition(".")[0] == "_pytest"]


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) not in (*INSIDE, *EDGES)])
def test_exceptions_have_one_home(module: str) -> None:
    classes = [node for node in tree(module).body if isinstance(node, ast.ClassDef)]
    bases = {c.name: [getattr(base, "id", "") for base in c.bases] for c in classes if not c.name.startswith("_")}
    found = [name for name, of in bases.items() if any(re.search("(Error|Exception|Failure)$", b) for b in of)]
    assert not found or module == "autograder.failures"


def test_failures_are_named_without_torch() -> None:
    """So that a command can say at once what went wrong."""
    assert "torch" not in loaded_by("import autograder.failures")


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
