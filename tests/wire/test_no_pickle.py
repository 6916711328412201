"""Nothing in the kit can unpickle: a pickle from a submission would be a program of the submission's."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import autograder

PACKAGE = Path(autograder.__file__).parent

#: Modules that turn bytes into running code, or that pickle on the way.
MODULES = {
    *("pickle", "_pickle", "cPickle", "pickletools", "marshal", "shelve", "copyreg"),
    *("dill", "cloudpickle", "joblib", "hickle", "jsonpickle"),
    *("multiprocessing.connection", "multiprocessing.managers", "multiprocessing.shared_memory"),
}
CALLS = {"torch.load", "numpy.load", "np.load", "torch.jit.load", "torch.hub.load", "pandas.read_pickle"}
WORDS = {"allow_pickle", "weights_only", "read_pickle", "load_state_dict_from_url", "fromfile"}


def suspicions(source: str) -> Iterator[str]:
    """Every use of something that unpickles, however it is imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = [node.value]
        elif isinstance(node, ast.Attribute):
            names = [ast.unparse(node), node.attr]
        elif isinstance(node, ast.keyword):
            names = [node.arg or ""]
        elif isinstance(node, ast.Name):
            names = [node.id]
        else:
            continue
        for name in names:
            if name in MODULES | CALLS | WORDS or name.partition(".")[0] in MODULES:
                yield f"line {getattr(node, 'lineno', '?')}: {name}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_can_unpickle(path: Path) -> None:
    assert not list(suspicions(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "import pickle as p",
        "def f():\n    from pickle import loads",
        "from multiprocessing import connection",
        "import marshal, json",
        "import joblib.numpy_pickle",
        "import torch\ntorch.load('x')",
        "from torch import load",
        "from torch import load as read",
        "import numpy as np\nnp.load('x')",
        "numpy.lib.format.read_array(f, allow_pickle=True)",
        "frame.read_pickle('x')",
        "__import__('pickle')",
        "import_module('dill')",
        "sys.modules['cloudpickle'].loads",
        "torch.hub.load_state_dict_from_url('x')",
    ],
)
def test_every_way_to_unpickle_is_found(source: str) -> None:
    """The test above would be worth nothing if it looked past one of these."""
    assert list(suspicions(source))


@pytest.mark.parametrize("source", ["json.loads(x)", "safetensors.torch.load(blob)", "module.load(values)"])
def test_other_ways_to_load_are_fine(source: str) -> None:
    assert not list(suspicions(source))
