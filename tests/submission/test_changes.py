"""Which exercises a change touches: what they stand in and depend on, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.submission.cells import submission_of
from autograder.submission.changes import digests

TEXT = """\
# %%
import torch

# %%
def shifted(x, dim):
    return x - x.amax(dim=dim, keepdim=True)

# %%
def sigmoid(x):
    return 1 / (1 + torch.exp(-x))

# %%
def tanh(x):
    return 2 * sigmoid(2 * x) - 1

# %%
def softmax(x, dim=-1):
    e = torch.exp(shifted(x, dim))
    return e / e.sum(dim=dim, keepdim=True)

# %%
print(softmax(torch.zeros(3)))
"""
#: What is replaced by what, and the exercises whose digest is another one then.
CHANGES = {
    "itself": ("1 / (1 + torch.exp(-x))", "1 / (torch.exp(-x) + 1)", {"sigmoid", "tanh"}),
    "what calls another": ("- 1\n", "- 1.0\n", {"tanh"}),
    "a function of one's own": ("x - x.amax", "x + 0 - x.amax", {"softmax"}),
    "what is imported": ("import torch", "import torch, math", {"sigmoid", "tanh", "softmax", "relu"}),
    "what only looks": ("torch.zeros(3)", "torch.ones(3)", set()),
    "empty lines": ("# %%\ndef tanh", "\n\n\n# %%\ndef tanh", set()),
    "no Python any more": ("def sigmoid(x):", "def sigmoid(x:", {"sigmoid", "tanh", "relu"}),
    "what replaces a function": ("# %%\nprint", "# %%\nshifted = torch.sub\n# %%\nprint", {"softmax"}),
    "what changes a library": ("print", "torch.exp = None\nprint", {"sigmoid", "tanh", "softmax", "relu"}),
    "a name by its text": ("torch.exp(-x)", "globals()['torch'].exp(-x)", {"sigmoid", "tanh"}),
}


def digests_of(text: str, **beside: str) -> dict[str, str]:
    files = tuple((f"{name}.py", content.encode()) for name, content in beside.items())
    submission = replace(submission_of(text, Path("activations.py")), beside=files)
    return {name: digest for name, digest in digests(submission, "activations").items() if name in NAMES}


NAMES = ("sigmoid", "tanh", "relu", "softmax")


def touched(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_touches_what_depends_on_it(change: str) -> None:
    old, new, expected = CHANGES[change]
    assert TEXT.count(old) == 1
    assert touched(digests_of(TEXT), digests_of(TEXT.replace(old, new))) == expected


def test_a_broken_cell_that_is_broken_otherwise_is_told_anew() -> None:
    """Its message is another one, for what may stand in it and what uses that; the others need not wait for it."""
    before, after = (digests_of(TEXT.replace("sigmoid(x):", f"sigmoid(x{wrong}:")) for wrong in ("", "]"))
    assert touched(before, after) == {"sigmoid", "tanh", "relu"}


def test_a_module_beside_it_counts_where_it_is_used() -> None:
    mine = "def shifted(x, dim):\n    return x - x.amax(dim=dim, keepdim=True)\n"
    text = TEXT.replace(mine, "from mine import shifted\n")
    other = mine.replace("x -", "0 + x -")
    assert touched(digests_of(text, mine=mine), digests_of(text, mine=other)) == {"softmax"}
    one, two = (digests_of(TEXT, mlp=f"import torch\ndef shifted():\n    return {number}\n") for number in (1, 2))
    assert touched(one, two) == set()
