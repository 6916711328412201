"""One's own files as they are saved: which there are, and that one is read when it is whole."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import nbformat
import pytest

from autograder.failures import UsageError
from autograder.grading.saved import Saved, Watch, own_files, seen, whole

RELU = "def relu(x):\n    return x.clamp(min=0)\n"
WORK, EXERCISES = Path("work/activations.ipynb"), Path("exercises/activations.py")


def notebook(source: str) -> str:
    return str(nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("work", "exercises"):
        Path(folder).mkdir()
    WORK.write_text(notebook(RELU), encoding="utf-8")
    for name in ("xor", "mlp", "activations"):
        Path(f"exercises/{name}.py").write_text("import torch\n", encoding="utf-8")


def test_what_was_picked_and_saved_last_comes_first() -> None:
    older = Path("work/losses.py")
    older.write_text("import torch\n", encoding="utf-8")
    os.utime(older, (0, 0))
    assert [path.as_posix() for path, _ in own_files(None)] == [
        "work/activations.ipynb",
        "work/losses.py",
        "exercises/activations.py",
        "exercises/mlp.py",
        "exercises/xor.py",
    ]
    assert own_files("activations") == [(WORK, "activations"), (EXERCISES, "activations")]
    with pytest.raises(UsageError, match="no file of training in work/ or exercises/"):
        own_files("training")


def test_half_a_notebook_is_waited_for() -> None:
    text = WORK.read_text(encoding="utf-8")
    WORK.write_text(text[:100], encoding="utf-8")
    assert "not valid JSON" in seen(WORK).problem
    threading.Timer(0.2, WORK.write_text, (text,)).start()
    assert whole(WORK).problem == ""


@pytest.mark.parametrize(
    ("path", "text", "said"), [(WORK, "{", "not valid JSON"), (EXERCISES, "", "no code in it")]
)
def test_what_stays_like_that_is_said(path: Path, text: str, said: str) -> None:
    path.write_text(text, encoding="utf-8")
    found = whole(path)
    assert said in found.problem
    assert found.lesson == "activations"
    path.unlink()
    assert "the file is gone" in whole(path).problem


@pytest.fixture
def told() -> Iterator[SimpleQueue[Saved | Exception]]:
    """What is told of the files here, as it happens."""
    events: SimpleQueue[Saved | Exception] = SimpleQueue()
    watch = Watch(events.put)
    watch.start()
    yield events
    watch.stop()
    watch.join()


def next_of(told: SimpleQueue[Saved | Exception], path: Path, text: str) -> Saved:
    """What is told of a file that is saved; until somebody watches it, it is saved again."""
    while True:
        path.write_text(text, encoding="utf-8")
        try:
            found = told.get(timeout=5)
        except Exception:
            continue
        assert isinstance(found, Saved), found
        if found.path == path:
            return found


def test_a_saved_file_is_told_of_and_nothing_else(told: SimpleQueue[Saved | Exception]) -> None:
    found = next_of(told, EXERCISES, RELU)
    assert found.lesson == "activations"
    assert found.submission is not None
    assert found.submission.cells[0].source == RELU
    for name in (
        *("work/.ipynb_checkpoints/activations.ipynb", "work/notes.txt", "work/__pycache__/relu.py"),
        "work/another/project/activations.py",
    ):
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text("1\n", encoding="utf-8")
    assert next_of(told, WORK, notebook("x = 1")).name == "work/activations.ipynb"
    assert next_of(told, Path("work/mine.py"), "y = 1\n").lesson is None
