"""Reading what students hand in: every form of it, and every way in which it can be unreadable."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.submission.cells import (
    MAX_BYTES,
    MAX_CELLS,
    Unreadable,
    files_in,
    lesson_for,
    read,
)
from autograder.submission.outline import outline_of
from tests.banks import ROOT

LESSONS = ("activations", "xor")


def script(folder: Path, text: str | bytes, name: str = "activations.py") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def code(source: Any, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def notebook(folder: Path, *cells: Any, name: str = "activations.ipynb") -> Path:
    content = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return script(folder, json.dumps(content), name)


def sources(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells]


# --- scripts ----------------------------------------------------------------------------------------


def test_a_script_without_markers_is_cut_at_its_statements(tmp_path: Path) -> None:
    text = "# comment\nx = 1; y = 2\n\n@decorated\n@again\ndef f():\n    pass\n# end\nz = 3\n"
    found = read(script(tmp_path, text), "s017")
    assert [cell.source.strip("\n") for cell in found.cells] == [
        *("# comment", "x = 1; y = 2", "@decorated\n@again\ndef f():\n    pass\n# end", "z = 3"),
    ]
    assert [cell.source.count("\n") - cell.source.strip("\n").count("\n") for cell in found.cells][2:] == [4, 9]
    assert (found.id, found.kind) == ("s017", "script")


def test_a_script_that_does_not_parse_and_has_no_markers_is_one_cell(tmp_path: Path) -> None:
    assert sources(script(tmp_path, "x = 1\ndef f(:\ny = 2\n")) == ["x = 1\ndef f(:\ny = 2\n"]


def test_lines_are_those_of_python(tmp_path: Path) -> None:
    text = "x = 'a\x0cb\u2028c\x85'\n\x0c\ny = 2\n# %%\nz = 3\n"
    assert sources(script(tmp_path, text)) == ["x = 'a\x0cb\u2028c\x85'\n\x0c\ny = 2\n", "\n\n\n# %%\nz = 3\n"]


@pytest.mark.parametrize("text", ["x = 1\n" * 5000, "# %%\n" * 200_000, "\n" * 10**6 + "x = 1\n" * 100])
def test_a_script_of_endless_parts_is_taken_as_a_whole(tmp_path: Path, text: str) -> None:
    """Each part has the empty lines before it: in parts, these would fill the memory."""
    assert sources(script(tmp_path, text)) == [text]


def test_a_script_is_cut_at_its_markers_and_keeps_its_line_numbers(tmp_path: Path) -> None:
    path = script(tmp_path, "import torch\n# %% first\nx = 1\n#%%\ny = 2\n# %% [markdown]\n# words\n")
    assert sources(path) == [
        "import torch\n",
        "\n# %% first\nx = 1\n",
        "\n\n\n#%%\ny = 2\n",
        "\n\n\n\n\n# %% [markdown]\n# words\n",
    ]


def test_a_syntax_error_costs_its_own_cell_only(tmp_path: Path) -> None:
    found = read(script(tmp_path, "x = 1\n# %%\ndef f(:\n# %%\ny = 2\n"))
    assert len(found.cells) == 3
    assert "x = 1" in found.source
    assert "y = 2" in found.source
    assert "def f" not in found.source


@pytest.mark.parametrize(
    "text",
    [
        'text = """\n# %% not a cell\n"""\n',
        "def f():\n# %% not a cell\n    return 1\n",
        "x = [\n# %% not a cell\n    1,\n]\n",
        "class A:\n    def f(self):\n        '''\n# %% not a cell\n'''\n    y = 1\n",
    ],
)
def test_a_marker_within_a_statement_is_no_marker(tmp_path: Path, text: str) -> None:
    assert sources(script(tmp_path, text)) == [text]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path, ends: str, mark: str) -> None:
    path = script(tmp_path, mark + "x = 'é'\n# %%\ny = 2\n".replace("\n", ends))
    assert sources(path) == ["x = 'é'\n", "\n# %%\ny = 2\n"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_script_is_a_submission(tmp_path: Path, text: str) -> None:
    assert read(script(tmp_path, text)).source.strip() in ("", "# only a comment")


def test_the_exercise_files_have_a_cell_for_each_exercise() -> None:
    path = ROOT / "exercises" / "activations.py"
    assert len(read(path).cells) > 20
    assert {"sigmoid", "tanh", "softmax"} <= outline_of(read(path).source).own.keys()


# --- notebooks --------------------------------------------------------------------------------------


def test_the_code_cells_of_a_notebook(tmp_path: Path) -> None:
    path = notebook(
        tmp_path,
        {"cell_type": "markdown", "source": "# Title", "metadata": {}},
        code(["x = 1\n", "y = 2"]),
        code("z = 3", nbgrader={"grade_id": "sigmoid"}),
        {"cell_type": "raw", "source": "raw", "metadata": {}},
    )
    found = read(path)
    assert found.kind == "notebook"
    assert [(cell.source, cell.grade_id) for cell in found.cells] == [("x = 1\ny = 2", None), ("z = 3", "sigmoid")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ({"cell_type": "code"}, [""]),
        (code(None), [""]),
        (code(5), [""]),
        (code(["x = 1", 5, None]), ["x = 1"]),
        (code("x", nbgrader="text"), ["x"]),
        (code("x", nbgrader={"grade_id": ["sigmoid"]}), ["x"]),
        ({"cell_type": "code", "source": "x", "metadata": 3}, ["x"]),
        ({"cell_type": ["code"], "source": "x"}, []),
        ("not a cell", []),
        (None, []),
    ],
)
def test_odd_cells_are_read_as_far_as_they_go(tmp_path: Path, cell: Any, expected: list[str]) -> None:
    found = read(notebook(tmp_path, cell)).cells
    assert [part.source for part in found] == expected
    assert not any(part.grade_id for part in found)


def test_a_notebook_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = notebook(tmp_path, code("x = 1"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert sources(path) == ["x = 1"]


def test_magics_do_not_hide_the_code_beside_them(tmp_path: Path) -> None:
    path = notebook(
        tmp_path,
        code("%matplotlib inline\nimport torch\ndef sigmoid(x):\n    %time\n    return torch.sigmoid(x)"),
        code("%%time\n!pip list\ndef tanh(x): return x"),
        code("def broken(:"),
        code("await something()"),
    )
    assert {"sigmoid", "tanh"} <= outline_of(read(path).source).own.keys()
    assert "broken" not in read(path).source
    assert "await" in read(path).source
    assert sources(path)[0].startswith("%matplotlib"), "what is run is what was handed in"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("files = !ls\nimport torch\ndef relu(x): return x", {"files", "relu"}),
        (
            "%matplotlib widget\nx = %time 3\ndef relu(x):\n    text = '''\n%no magic\n'''\n    return x",
            {"x", "relu"},
        ),
        ("y = (10\n  % 3)\n!ls\ndef relu(x): return x", {"y", "relu"}),
        ("relu?\n?relu\ndef relu(x): return x", {"relu"}),
        ("\n\n%%time\n%%capture out\n!ls\ndef relu(x): return x", {"relu"}),
        ("%%timeit -n 10 -r 2 a = 3\ndef relu(x): return x", {"a", "relu"}),
        ("%%some_magic\ndef relu(x): return x", {"relu"}),
        ("%%writefile mine.py\ndef relu(x): return torch.relu(x)", set()),
        ("%%bash\nls", set()),
        ("%%javascript\nx = 1", set()),
        ("!ls\n" * 400 + "files = !ls\ndef relu(x): return x", {"files", "relu"}),
        ("%%time\n" * 400 + "def relu(x): return x", {"relu"}),
        ("x = " + " " * 10**5 + "!\n" + "def relu(x): return x", {"x", "relu"}),
    ],
)
def test_of_a_cell_with_magics_no_python_is_lost(tmp_path: Path, cell: str, names: set[str]) -> None:
    assert outline_of(read(notebook(tmp_path, code(cell))).source).own.keys() >= names
    if not names:
        assert outline_of(read(notebook(tmp_path, code(cell))).source).own == {}


# --- what cannot be read ----------------------------------------------------------------------------

UNREADABLE: dict[str, tuple[str, str | bytes, str]] = {
    "another kind of file": ("notes.txt", "x = 1", "neither a .py file nor a notebook"),
    "not UTF-8": ("a.py", b"x = '\xe9'", "not UTF-8 text (byte 5)"),
    "a notebook that is not UTF-8": ("a.ipynb", b'{"cells": "\xff"}', "not UTF-8"),
    "an empty notebook": ("a.ipynb", "", "the file is empty"),
    "nothing but zeros": ("a.ipynb", "\0" * 9, "the file is empty"),
    "a web page": ("a.ipynb", " <!DOCTYPE html><html></html>", "this is a web page, not a notebook"),
    "an archive": ("a.ipynb", "PK\x03\x04more", "this is a zip archive, not a notebook: unpack it"),
    "a suffix in capitals": ("a.IPYNB", '{"cells": [', "not valid JSON"),
    "a conflict": (
        "a.ipynb",
        '{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> other\n]}',
        "line 2 is a merge conflict",
    ),
    "a conflict in a script": (
        "a.py",
        "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> b\n",
        "line 1 is a merge conflict",
    ),
    "half a notebook": ("a.ipynb", '{"cells": [\n', "not valid JSON (line 2)"),
    "brackets without end": ("a.ipynb", "[" * 100_000, "not valid JSON"),
    "a long number": ("a.ipynb", "9" * 10_000, "not valid JSON"),
    "JSON, but a list": ("a.ipynb", "[]", "not a notebook"),
    "JSON, but null": ("a.ipynb", "null", "not a notebook"),
    "format 3": ("a.ipynb", '{"worksheets": [], "nbformat": 3}', "old format 3"),
    "no cells": ("a.ipynb", "{}", "no list of cells"),
    "cells that are no list": ("a.ipynb", '{"cells": {"a": 1}}', "no list of cells"),
    "too many cells": ("a.ipynb", json.dumps({"cells": [{}] * (MAX_CELLS + 1)}), f"at most {MAX_CELLS}"),
}


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as found:
        read(script(tmp_path, content, name))
    assert reason in str(found.value)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = script(tmp_path, "")
    os.truncate(path, MAX_BYTES + 1)
    with pytest.raises(Unreadable, match="at most 20"):
        read(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no file"):
        read(tmp_path / "a.py")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.py")
    with pytest.raises(Unreadable, match="is no file"):
        read(tmp_path / "a.py")


# --- folders and links ------------------------------------------------------------------------------


def test_files_in_a_folder(tmp_path: Path) -> None:
    wanted = [
        script(tmp_path, "", "a/activations.py"),
        notebook(tmp_path, name="a/xor.ipynb"),
        script(tmp_path, "", "b.py"),
    ]
    script(tmp_path, "", "notes.md")
    script(tmp_path, "", "a/.ipynb_checkpoints/activations.py")
    script(tmp_path, "", "a/__pycache__/activations.py")
    (tmp_path / "folder.py").mkdir()
    os.mkfifo(tmp_path / "pipe.py")
    assert files_in(tmp_path) == wanted
    assert files_in(wanted[0]) == [wanted[0]]


# --- which lesson -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "wanted", "alone", "expected"),
    [
        ("activations.py", LESSONS, False, "activations"),
        ("Activations-final (2).py", LESSONS, False, "activations"),
        ("ada_xor.ipynb", LESSONS, False, "xor"),
        ("xor/notebook.ipynb", LESSONS, False, "xor"),
        ("xor/activations.py", LESSONS, False, "activations"),
        ("mine.py", LESSONS, False, None),
        ("mine.py", LESSONS, True, None),
        ("mine.py", ("xor",), True, "xor"),
        ("mine.py", ("xor",), False, None),
        ("losses.py", LESSONS, False, "losses"),
        ("training.py", ("xor",), True, "xor"),
        ("training.py", LESSONS, True, None),
        ("relaxation.py", LESSONS, False, None),
    ],
)
def test_the_name_decides(
    tmp_path: Path, name: str, wanted: tuple[str, ...], alone: bool, expected: str | None
) -> None:
    path = notebook(tmp_path, name=name) if name.endswith("ipynb") else script(tmp_path, "x = 1", name)
    assert lesson_for(path, wanted, alone=alone) == expected


def test_else_what_it_defines_decides(tmp_path: Path) -> None:
    mine = script(tmp_path, "def train_xor(): ...\nclass XORNet: ...\ndef sigmoid(x): ...", "mine.py")
    assert lesson_for(mine, LESSONS, alone=False) == "xor"
    assert lesson_for(mine, ("activations",), alone=False) == "activations"
    assert lesson_for(mine, ("mlp",), alone=False) is None
    assert (
        lesson_for(notebook(tmp_path, code("softmax = 1"), name="a.ipynb"), LESSONS, alone=False) == "activations"
    )


def test_an_unreadable_file_belongs_to_no_lesson_but_the_one_that_it_is_named_after(tmp_path: Path) -> None:
    assert lesson_for(script(tmp_path, "{", "mine.ipynb"), LESSONS, alone=False) is None
    assert lesson_for(script(tmp_path, "{", "xor.ipynb"), LESSONS, alone=False) == "xor"


def test_defined_names_are_those_of_the_top_level() -> None:
    source = (
        "def f():\n    def inner(): ...\nclass A: ...\nx = y = 1\nz: int = 2\nimport torch\nasync def g(): ..."
    )
    assert outline_of(source).own.keys() == {"f", "A", "x", "y", "z", "g"}


def test_nothing_of_a_submission_is_executed(tmp_path: Path) -> None:
    bomb = "if True:\n    raise SystemExit('executed')\n    open('mark', 'w')"
    assert read(script(tmp_path, bomb)).source == bomb
    assert lesson_for(script(tmp_path, bomb, "mine.py"), LESSONS, alone=False) is None
    assert outline_of(bomb).own == {}
