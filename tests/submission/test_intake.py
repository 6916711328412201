"""Whatever lies in a folder of submissions, every student is graded from the file that fits, or told why not."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from autograder.submission import tree
from autograder.submission.intake import HandIn, handed_in, students_in
from autograder.submission.tree import beside

RELU = "def relu(x):\n    return x.clamp(min=0)\n"
STUB = "def relu(x):\n    raise NotImplementedError()\n"
PERCEPTRON = "def weighted_sum(inputs, weights, bias):\n    return inputs @ weights + bias\n"


def notebook(*sources: str) -> str:
    cells = [{"cell_type": "code", "metadata": {}, "source": s, "outputs": []} for s in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def lay(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def entries(root: Path, lesson: str = "activations", only: str = "*") -> dict[str, HandIn]:
    return {entry.student: entry for entry in handed_in(root, lesson, only)}


def the(root: Path, files: dict[str, str], lesson: str = "activations") -> HandIn:
    (found,) = handed_in(lay(root, files), lesson)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "activations/activations (1).ipynb",
        "activations/Activations.ipynb",
        "activations/activations.IPYNB",
        "activations/activations_final.ipynb",
        "activations/Copy of activations.ipynb",
        "activations/activatons.ipynb",
        "activations/activations/activations.ipynb",
        "activations/homework.ipynb",
        "Activations/activations.ipynb",
        "activations/activations-2.PY",
        "activations.ipynb",
        "work/my notebook.ipynb",
        "perceptron/my notebook.ipynb",
    ],
)
def test_a_file_with_another_name_is_found_and_named(name: str, tmp_path: Path) -> None:
    entry = the(tmp_path, {f"ada/{name}": notebook(RELU) if name.lower().endswith("ipynb") else RELU})
    assert entry.path == tmp_path / "ada" / name
    assert entry.reason is None
    assert name == "activations.ipynb" or name in entry.notes[0]


@pytest.mark.parametrize("name", ["activations.ipynb", "activations.py"])
def test_the_file_that_was_asked_for_needs_no_note(name: str, tmp_path: Path) -> None:
    text = notebook(STUB) if name.endswith("ipynb") else STUB
    entry = the(tmp_path, {f"ada/activations/{name}": text, "ada/activations/helper.py": "x = 1"})
    assert (entry.path, entry.reason, entry.notes) == (tmp_path / "ada" / "activations" / name, None, ())


def test_of_two_files_the_one_with_answers_counts_and_both_are_named(tmp_path: Path) -> None:
    names = ("activations.ipynb", "activations (2).ipynb")
    for answered, other in (names, names[::-1]):
        root = tmp_path / answered
        entry = the(root, {f"ada/{answered}": notebook(RELU), f"ada/{other}": notebook(STUB)})
        assert entry.path == root / "ada" / answered
        assert f'"{answered}"' in entry.notes[0]
        assert f'"{other}"' in entry.notes[0]
        assert "has answers" in entry.notes[0]


def test_where_both_have_answers_the_name_decides(tmp_path: Path) -> None:
    files = {"ada/activations/activations (1).ipynb": RELU, "ada/activations/activations.ipynb": RELU}
    entry = the(tmp_path, {name: notebook(source) for name, source in files.items()})
    assert entry.path == tmp_path / "ada" / "activations" / "activations.ipynb"
    assert "2 files" in entry.notes[0]


def test_a_function_from_a_helper_is_an_answer(tmp_path: Path) -> None:
    files = {"activations.ipynb": notebook("from helper import relu"), "helper.py": RELU}
    entry = the(tmp_path, {f"ada/activations/{name}": text for name, text in files.items()})
    assert entry.path == tmp_path / "ada" / "activations" / "activations.ipynb"
    assert beside(entry.path) == (("helper.py", RELU.encode()),)


def test_plain_files_belong_to_who_they_are_named_after(tmp_path: Path) -> None:
    files = {"ada.py": STUB + RELU, "ada.ipynb": notebook(STUB), "ben.PY": RELU, "cy.ipynb": notebook()}
    found = entries(lay(tmp_path, {**files, ".hidden.py": RELU, "notes.md": ""}))
    assert list(found) == ["ada", "ben", "cy"]
    assert found["ada"].path == tmp_path / "ada.py"
    assert "2 files" in found["ada"].notes[0]
    assert found["cy"].reason is None, "an empty notebook is graded: it has no answers"
    assert not any(entry.alone for entry in found.values()), "the files beside it are other students'"


def test_a_plain_file_of_another_lesson_is_left_out(tmp_path: Path) -> None:
    files = {"ada_activations.ipynb": notebook(RELU), "ada_perceptron.ipynb": notebook(PERCEPTRON)}
    assert list(entries(lay(tmp_path, files))) == ["ada_activations"]
    assert list(entries(tmp_path, "perceptron")) == ["ada_perceptron"]


def test_another_lesson_under_the_name_of_this_one_is_not_given_zero(tmp_path: Path) -> None:
    entry = the(tmp_path, {"ada/activations/activations.ipynb": notebook(PERCEPTRON)})
    assert entry.path is None
    assert entry.reason == "activations/activations.ipynb is perceptron, not activations: it defines weighted_sum"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"activations/work.zip": "PK"},
            'no activations.ipynb; "activations/work.zip" is a zip archive: unpack it',
        ),
        ({"activations/answers.pdf": "%PDF"}, '"activations/answers.pdf" is a PDF'),
        ({"answers.pdf": "%PDF"}, '"answers.pdf" is a PDF'),
        ({"activations/data.csv": "1"}, 'there is no activations.ipynb; there is "activations/data.csv"'),
        ({"hw.ipynb": notebook("x = 1")}, "nothing was handed in for activations"),
        ({"activations/activations.ipynb": "{"}, "the notebook is not valid JSON"),
        ({"activations/activations (1).ipynb": ""}, "activations/activations (1).ipynb: the file is empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_handed_in_no_notebook_is_told_why(files: dict[str, str], reason: str, tmp_path: Path) -> None:
    entry = the(tmp_path, {f"ada/{name}": text for name, text in files.items()})
    assert entry.path is None
    assert reason in (entry.reason or "")


OTHERS = {
    "perceptron/perceptron.ipynb": notebook(PERCEPTRON),
    "perceptron/timestamp.txt": "2026-01-31 10:00:00 UTC",
    "perceptron/data/points.csv": "1,2",
    "mlp/mlp (1).ipynb": "{",
    "xor/report.pdf": "%PDF",
}


@pytest.mark.parametrize(
    "files",
    [
        OTHERS,
        {**OTHERS, "perceptron/work.ipynb": notebook(PERCEPTRON)},
        {**OTHERS, "losses.py": ""},
        {"perceptron.ipynb": notebook(PERCEPTRON)},
        {"hw.ipynb": notebook(PERCEPTRON)},
        {"perceptron/perceptron.zip": "PK"},
    ],
)
def test_who_has_only_other_lessons_handed_in_nothing(files: dict[str, str], tmp_path: Path) -> None:
    lay(tmp_path, {"ben/activations/activations.py": RELU})
    lay(tmp_path, {f"ada/{name}": text for name, text in files.items()})
    assert list(entries(tmp_path)) == ["ben"]
    assert students_in(tmp_path, "activations") == {"ben"}


@pytest.mark.parametrize(
    "near",
    [
        "activations/data.csv",
        "Activations/.keep",
        "perceptron/activations.zip",
        "perceptron/work.zip",
        "perceptron/Untitled.ipynb",
        "perceptron/activations/notes.md",
        "work.py",
        "work.pdf",
        "work.zip",
        "week 2/hw.ipynb",
        "perceptron/sigmoid.py",
    ],
)
def test_who_has_anything_near_is_not_graded_which_is_not_zero(near: str, tmp_path: Path) -> None:
    text = notebook("x = 1") if near.endswith("ipynb") else RELU if "sigmoid" in near else ""
    lay(tmp_path, {f"ada/{name}": content for name, content in {**OTHERS, near: text}.items()})
    entry = entries(tmp_path)["ada"]
    assert entry.reason if "sigmoid" not in near else entry.path
    assert students_in(tmp_path, "activations") == {"ada"}


def test_a_link_or_an_empty_folder_may_be_of_any_lesson(tmp_path: Path) -> None:
    lay(tmp_path, {f"{who}/{name}": text for who in ("ada", "ben", "cleo") for name, text in OTHERS.items()})
    (tmp_path / "ada" / "activations").mkdir()
    (tmp_path / "ben" / "work").symlink_to(tmp_path)
    (tmp_path / "cleo.py").symlink_to(tmp_path / "ada")
    assert all(entry.reason for entry in entries(tmp_path).values())
    assert students_in(tmp_path, "activations") == {"ada", "ben", "cleo"}


def test_an_empty_folder_has_an_entry(tmp_path: Path) -> None:
    (tmp_path / "ada" / "activations").mkdir(parents=True)
    assert entries(tmp_path)["ada"].reason == "the folder is empty"


def test_what_other_tools_leave_is_nobody(tmp_path: Path) -> None:
    files = {"__MACOSX/ada/activations/._activations.ipynb": "x", ".git/config": "", "__pycache__/relu.py": RELU}
    assert not entries(lay(tmp_path, files))


def test_a_hidden_student_is_named_and_one_with_two_dashes_is_graded(tmp_path: Path) -> None:
    files = {f"{name}/activations/activations.py": RELU for name in (".ada", "__ben")}
    found = entries(lay(tmp_path, files))
    assert "rename it" in (found[".ada"].reason or "")
    assert found["__ben"].path is not None


def test_one_student_or_a_pattern(tmp_path: Path) -> None:
    files = {f"{name}/activations/activations.py": RELU for name in ("ada", "ben", "a[1]")}
    lay(tmp_path, files)
    assert list(entries(tmp_path, only="ada")) == ["ada"]
    assert list(entries(tmp_path, only="a*")) == ["a[1]", "ada"]
    assert list(entries(tmp_path, only="a[1]")) == ["a[1]"]


def test_only_what_lies_below_the_folder_may_hide_it(tmp_path: Path) -> None:
    root = lay(tmp_path / ".hidden" / "__x__", {"ada/activations/activations.py": RELU})
    assert entries(root)["ada"].path is not None
    (tmp_path / "y").mkdir()
    assert entries(tmp_path / "y" / ".." / ".hidden" / "__x__")["ada"].path is not None


# --- trees --------------------------------------------------------------------------------------------


def test_links_and_special_files_are_left_out_and_named(tmp_path: Path) -> None:
    root = lay(tmp_path / "in", {"ada/activations/activations.py": RELU})
    secret = lay(tmp_path, {"host.txt": "a file of the host"}) / "host.txt"
    folder = root / "ada" / "activations"
    (folder / "notes.txt").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    entry = entries(root)["ada"]
    assert entry.path == folder / "activations.py"
    assert set(entry.left_out) == {folder / "notes.txt", folder / "up", folder / "pipe"}
    assert "left out, because it is a link: activations/notes.txt" in entry.notes
    assert beside(folder / "activations.py") == ()


@pytest.mark.parametrize("name", ["link/activations/activations.py", "link", "file.py"])
def test_a_link_is_not_followed_and_its_student_named(name: str, tmp_path: Path) -> None:
    outside = lay(tmp_path / "out", {"activations/activations.py": RELU})
    path = tmp_path / "in" / name
    path.parent.mkdir(parents=True)
    path.symlink_to(outside / "activations" / "activations.py" if name.endswith(".py") else outside)
    (entry,) = handed_in(tmp_path / "in", "activations")
    assert entry.path is None
    assert "link" in (entry.reason or "")


def deep(folder: Path) -> None:
    here = os.getcwd()  # noqa: PTH109 - a path as long as this can only be made step by step
    os.chdir(folder)
    try:
        for _ in range(1_100):
            os.mkdir("d")  # noqa: PTH102 - the same
            os.chdir("d")
    finally:
        os.chdir(here)


def many(folder: Path) -> None:
    for number in range(tree.MAX_ENTRIES + 1):
        (folder / f"{number}.txt").touch()


def links(folder: Path) -> None:
    for number in range(tree.MAX_IRREGULAR + 1):
        (folder / f"{number}.py").symlink_to("nowhere")


@pytest.mark.parametrize("hopeless", [deep, many, links], ids=lambda function: function.__name__)
def test_a_tree_beyond_all_bounds_costs_its_student_alone(hopeless: object, tmp_path: Path) -> None:
    lay(tmp_path, {f"{name}/activations/activations.py": RELU for name in ("ada", "ben")})
    assert callable(hopeless)
    hopeless(tmp_path / "ada" / "activations")
    found = entries(tmp_path)
    # pytest deletes old folders by recursion, and would end in it
    subprocess.run(["rm", "-rf", str(tmp_path / "ada")], check=True)
    assert found["ada"].path is None
    assert found["ada"].hopeless
    assert found["ada"].reason
    assert found["ben"].path is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_what_may_not_be_opened_is_named(tmp_path: Path) -> None:
    files = {f"{name}/activations/activations.py": RELU for name in ("ada", "ben", "cleo")}
    lay(tmp_path, {**files, "cleo/activations/data/x.csv": "1"})
    closed = [
        tmp_path / "ada" / "activations",
        tmp_path / "ben" / "activations",
        tmp_path / "cleo/activations/data",
    ]
    for folder, mode in zip(closed, (0o444, 0o000, 0o000), strict=True):
        folder.chmod(mode)
    try:
        found = entries(tmp_path)
    finally:
        for folder in closed:
            folder.chmod(0o755)
    assert "cannot be opened" in (found["ada"].reason or "")
    assert "cannot be opened" in (found["ben"].reason or "")
    assert found["cleo"].path is not None
    assert found["cleo"].left_out == (closed[2],)


def test_the_files_beside_are_bounded(tmp_path: Path) -> None:
    path = lay(tmp_path, {"activations.ipynb": notebook(RELU), "data/x.csv": "1,2"}) / "activations.ipynb"
    lay(tmp_path, {"other.ipynb": "{}", "work.zip": "", ".secret": "", "timestamp.txt": "", "a.py": "x = 1"})
    (tmp_path / "large.bin").write_bytes(bytes(tree.BESIDE_BYTES + 1))
    assert beside(path) == (("a.py", b"x = 1"), ("data/x.csv", b"1,2"))
    for number in range(2 * tree.MAX_BESIDE):
        (tmp_path / f"{number}.txt").touch()
    assert len(beside(path)) == tree.MAX_BESIDE
