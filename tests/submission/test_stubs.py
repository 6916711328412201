"""An exercise gets its stub back: in a notebook or a script, whatever else stands there, and whoever wrote it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.failures import UsageError
from autograder.submission.stubs import in_notebook, in_script
from tests.banks import ROOT

STUB = "def relu(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
MINE = "def relu(x):\n    return x.clamp(min=0)  # é"


def cell(source: str, grade_id: str | None = None, kind: str = "code") -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": grade_id}} if grade_id else {}
    return {"cell_type": kind, "id": "a", "metadata": metadata, "source": source.splitlines(keepends=True)}


def notebook(*cells: dict[str, Any], **style: Any) -> str:
    return json.dumps({"cells": cells, "metadata": {"kept": 1e-05}, "nbformat": 4}, **style)


WRITERS: dict[str, dict[str, Any]] = {
    "Jupyter": {"indent": 1, "ensure_ascii": False, "sort_keys": True},
    "two spaces": {"indent": 2},
    "tabs": {"indent": "\t"},
    "one line": {},
    "compact": {"separators": (",", ":"), "ensure_ascii": False},
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_other_byte_of_a_notebook_stays(name: str, line_end: str) -> None:
    """The file is the one that the same program would have written, had the stub stood there."""
    others = [cell('# a ] } "quote" \\ é'), cell("x = 1", "check-relu")]
    style = WRITERS[name]
    before, after = (
        notebook(others[0], cell(source, "relu"), others[1], **style).replace("\n", line_end)
        for source in (MINE, STUB)
    )
    done = in_notebook(before, "relu", STUB)
    assert done.old == MINE
    if name == "compact":
        assert json.loads(done.text) == json.loads(after)
    else:
        assert done.text == after
    assert in_notebook(done.text, "relu", MINE).old == STUB


def test_a_notebook_as_it_is_given_out_survives_a_way_there_and_back() -> None:
    text = (ROOT / "release" / "activations" / "activations.ipynb").read_text(encoding="utf-8")
    done = in_notebook(text, "softmax", "softmax = torch.exp\n\n")
    assert json.loads(done.text) != json.loads(text)
    assert in_notebook(done.text, "softmax", done.old).text == text


def test_a_source_that_is_one_string_stays_one() -> None:
    whole = {**cell("", "relu"), "source": MINE}
    done = in_notebook(notebook(whole), "relu", STUB)
    assert json.loads(done.text)["cells"][0]["source"] == STUB


def test_where_no_cell_has_the_name_it_is_the_one_that_defines_it() -> None:
    """Other programs lose the names."""
    done = in_notebook(
        notebook(cell("import torch"), cell(MINE), cell("# def relu", kind="markdown")), "relu", STUB
    )
    assert [json.loads(done.text)["cells"][at]["source"][-1] for at in (0, 1)] == [
        "import torch",
        STUB.splitlines()[-1],
    ]
    named = in_notebook(notebook(cell(MINE, "relu"), cell("relu = abs")), "relu", STUB)
    assert named.note == "cell 2 defines relu as well, and was left as it is"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([cell("x = 1")], "no cell of it defines relu: its cell was deleted.*# YOUR CODE HERE"),
        ([cell(MINE, "relu"), cell("1"), cell(MINE, "relu")], "2 cells of relu in it, the cells 1, 3 of all"),
        ([cell(MINE), cell(MINE)], "2 cells of relu in it"),
    ],
)
def test_a_notebook_without_one_cell_of_it_is_told_so(cells: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(UsageError, match=f"(?s){said}"):
        in_notebook(notebook(*cells), "relu", STUB)


BROKEN = "def relu(x:\n    return (x"


@pytest.mark.parametrize(
    ("before", "mine", "after"),
    [
        ("import torch\n\n\n", MINE + "\n    # why\n", "\ndef tanh(x): ...\n"),
        ("import torch\n", "@decorated\n" + MINE + "\n", "\n\nx = relu(1)"),
        ("", "relu = torch.relu\n", "x = 1\n"),
        ("# %% [markdown]\n# def relu\n\n# %%\n", BROKEN + "\n", "\n# %%\nx = 1\n"),
        ("# %%\ndef tanh(x: return\n\n# %%\nlimit = 0\n", MINE + "\n", "\n# %%\nx = 1\n"),
        ("# %%\n%matplotlib inline\n\n# %%\n", MINE + "\n", ""),
    ],
    ids=["comment", "decorator", "assigned", "broken", "another broken", "magic"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_other_line_of_a_script_stays(before: str, mine: str, after: str, line_end: str) -> None:
    text, wanted = ((before + part + after).replace("\n", line_end) for part in (mine, STUB + "\n"))
    done = in_script(text, "relu", STUB)
    assert done.text == wanted
    assert done.old == mine.replace("\n", line_end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def tanh(x): ...\n", "nothing in it defines relu.*# YOUR CODE HERE"),
        (f"{MINE}\n\n\n{MINE}\n", "relu is defined more than once in it, in the lines 1 and 5"),
        (BROKEN, "has no `# %%` cells"),
        (f"# %%\n{BROKEN}\n\ndef tanh(x):\n    return x\n", "in which tanh stands as well"),
    ],
)
def test_a_script_without_one_definition_of_it_is_told_so(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"(?s){said}"):
        in_script(text, "relu", STUB)
