"""Downloads as they come: what is put where, with which time, and who is said to be missing."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest

from autograder.cli import app as cli
from autograder.course.people import Person
from autograder.download import archive
from autograder.download.collect import Collected, collect
from autograder.failures import UsageError
from autograder.nbgrader.times import handed_in_at

CLASS = (Person("s01", "Ada", "Lovelace", number="12345"), Person("s02", "Grace", "Hopper", number="777"))
Saturday, Sunday = datetime(2026, 11, 21, 18, 30), datetime(2026, 11, 22, 9, 0)


def notebook(answer: str = "return 1 / (1 + torch.exp(-x))", exercise: str = "sigmoid") -> bytes:
    """A notebook with the solution cell and the check cell of one exercise, and nothing in a name that says so."""
    cells = [
        nbformat.v4.new_code_cell(f"def {exercise}(x):\n    {answer}", id="a"),
        nbformat.v4.new_code_cell(f'check("{exercise}")', id="b"),
    ]
    cells[0].metadata["nbgrader"] = {"grade_id": exercise, "solution": True}
    cells[1].metadata["nbgrader"] = {"grade_id": f"check-{exercise}", "grade": True}
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells)).encode()


Files = dict[str, bytes | tuple[bytes, datetime]]


def zipped(path: Path, files: Files) -> Path:
    """An archive with times in this machine's time zone, as most programs write them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            data, at = content if isinstance(content, tuple) else (content, Saturday)
            local = at.replace(tzinfo=UTC).astimezone()
            made.writestr(zipfile.ZipInfo(name, local.timetuple()[:6]), data)
    return path


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    return tmp_path / "submitted"


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def hows(found: Collected) -> dict[tuple[str, str], str]:
    return {(one.student, one.lesson): one.how for one in found.placed}


@pytest.mark.parametrize(
    "form",
    [
        "{name}_{number}_assignsubmission_file_/{file}",
        "{name}_{number}_assignsubmission_file/{file}",
        "{name}_{number}_assignsubmission_file_{file}",
    ],
)
def test_moodle(form: str, tmp_path: Path, submitted: Path) -> None:
    """Folders with and without the last underscore, and none at all; a file with any name."""

    def entry(name: str, number: int, file: str) -> str:
        return form.format(name=name, number=number, file=file)

    download = zipped(
        tmp_path / "DL-activations-42.zip",
        {
            entry("Ada Lovelace", 101, "my work (3).ipynb"): (notebook(), Sunday),
            entry("Zoë O'Neil-Ruiz", 102, "activations.ipynb"): notebook(),
            entry("Grace Hopper", 103, "essay.pdf"): b"%PDF-1.7",
            "__MACOSX/._x.ipynb": b"",
        },
    )
    found = collect(download, submitted, CLASS)
    assert hows(found) == {("s01", "activations"): "new", ("zoe-oneil-ruiz", "activations"): "new"}
    assert found.strangers == ["zoe-oneil-ruiz"]
    assert found.unplaced == [("Grace Hopper", 'there is no notebook; "essay.pdf" is a PDF')]
    folder = submitted / "s01" / "activations"
    assert (folder / "activations.ipynb").read_bytes() == notebook()
    assert handed_in_at(folder / "timestamp.txt") == Sunday
    assert [note for one in found.placed for note in one.notes] == ['from "my work (3).ipynb"']


def test_the_time_that_a_zip_states_in_utc_counts_before_its_clock(tmp_path: Path, submitted: Path) -> None:
    entry = zipfile.ZipInfo("Ada Lovelace_1_assignsubmission_file_/x.ipynb", (2026, 11, 22, 23, 59, 58))
    seconds = int(Saturday.replace(tzinfo=UTC).timestamp())
    entry.extra = b"\x01\x00\x00\x00" + b"UT\x05\x00\x01" + seconds.to_bytes(4, "little")
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as made:
        made.writestr(entry, notebook())
    collect(tmp_path / "m.zip", submitted, CLASS)
    assert handed_in_at(submitted / "s01" / "activations" / "timestamp.txt") == Saturday


def test_canvas(tmp_path: Path, submitted: Path) -> None:
    """By the id on the platform, or by the squeezed name; the file of the higher number is the newer one."""
    download = zipped(
        tmp_path / "submissions.zip",
        {
            "lovelaceada_12345_9001_activations.ipynb": notebook("return x"),
            "lovelaceada_12345_9100_activations-1.ipynb": notebook(),
            "hoppergrace_LATE_99_9002_Final.ipynb": notebook(),
            "mullerjurgen_55_9003_losses.ipynb": notebook(exercise="mse_loss"),
            "neumannjohn_56_text.html": b"<p>I could not upload it",
            "anon_x7Yz_9004_a.ipynb": notebook(),
        },
    )
    found = collect(download, submitted, CLASS)
    assert hows(found) == {
        ("s01", "activations"): "new",
        ("s02", "activations"): "new",
        ("mullerjurgen", "losses"): "new",
        ("anon-x7Yz", "activations"): "new",
    }
    assert found.late == ["s02"]
    assert (submitted / "s01" / "activations" / "activations.ipynb").read_bytes() == notebook()
    (note,) = [note for one in found.placed if one.student == "s01" for note in one.notes]
    assert note.startswith("2 versions: taken is")
    assert "the newest" in note
    assert found.unplaced == [
        ("neumannjohn (56)", "there is no notebook: a text was typed into the page instead"),
    ]


def test_an_umlaut_on_canvas_is_one_on_the_class_list(tmp_path: Path, submitted: Path) -> None:
    download = zipped(tmp_path / "s.zip", {"müllerjürgen_55_9003_x.ipynb": notebook()})
    found = collect(download, submitted, [Person("jm", "Jürgen", "Müller")])
    assert hows(found) == {("jm", "activations"): "new"}


def test_repositories(tmp_path: Path, submitted: Path) -> None:
    """The commit's time, in whatever file it was; a username may have hyphens; no setting of theirs is obeyed."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    names = {"activations-ada-l": "nb/work.ipynb", "activations-octocat": "activations.py"}
    marker = tmp_path / "ran"
    for name, file in names.items():
        home = tmp_path / "clones" / name
        (home / file).parent.mkdir(parents=True)
        source = b"def sigmoid(x):\n    return 1 / (1 + (-x).exp())\n"
        (home / file).write_bytes(notebook() if file.endswith("ipynb") else source)
        (home / "data.csv").write_text("1,2\n")
        if "/" in file:
            (home / "nb" / "own.py").write_text("LIMIT = 80\n")
        stamp = "2026-11-22T09:00:00+0000"
        environment = {"PATH": os.environ["PATH"], "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        for words in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "mine"],
            ["config", "core.fsmonitor", f"touch {marker}"],
            ["config", "core.pager", f"touch {marker}"],
        ):
            subprocess.run(["git", *words], cwd=home, env=environment, check=True)
    found = collect(tmp_path / "clones", submitted, ())
    assert hows(found) == {("ada-l", "activations"): "new", ("octocat", "activations"): "new"}
    assert handed_in_at(submitted / "ada-l" / "activations" / "timestamp.txt") == Sunday
    assert (submitted / "ada-l" / "activations" / "own.py").read_text() == "LIMIT = 80\n"
    assert sorted(path.name for path in (submitted / "octocat" / "activations").iterdir()) == [
        "activations.py",
        "data.csv",
        "timestamp.txt",
    ]
    assert not marker.exists()


def test_folders_of_students(tmp_path: Path, submitted: Path) -> None:
    """nbgrader's own layout keeps its times, and two lessons of one student are two submissions."""
    files: Files = {
        "class/ada/activations/activations.ipynb": notebook(),
        "class/ada/activations/timestamp.txt": b"2026-11-22 09:00:00.000000 UTC\n",
        "class/ada/losses/x.ipynb": notebook(exercise="mse_loss"),
        "class/ben/notes.ipynb": nbformat.writes(nbformat.v4.new_notebook()).encode(),
        "class/ben/broken.ipynb": b"{",
        "class/cleo/losses/essay.pdf": b"%PDF",
    }
    found = collect(zipped(tmp_path / "all.zip", files), submitted, ())
    assert hows(found) == {("ada", "activations"): "new", ("ada", "losses"): "new"}
    assert handed_in_at(submitted / "ada" / "activations" / "timestamp.txt") == Sunday
    reasons = dict(found.unplaced)
    assert reasons.keys() == {"ben", "cleo"}
    assert "broken.ipynb" in reasons["ben"]
    assert reasons["cleo"] == 'there is no notebook; "losses/essay.pdf" is a PDF'
    only = collect(tmp_path / "all.zip", submitted / "only", (), "losses")
    assert ("ada", "losses") in hows(only)
    assert ("ada", "activations") not in hows(only)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("wrapped", ["", "all/"])
def test_an_empty_folder_of_a_student_is_named(
    wrapped: str, packed: bool, tmp_path: Path, submitted: Path
) -> None:
    """But none that is within somebody's, nor what a tool has made."""
    root = tmp_path / "all"
    for name in ("ada/losses", "ada/activations", "ben/activations", "cleo", "ada/data", "__MACOSX", "dan/.cache"):
        (root / wrapped / name).mkdir(parents=True)
    for lesson, exercise in (("losses", "mse_loss"), ("activations", "sigmoid")):
        (root / wrapped / "ada" / lesson / "x.ipynb").write_bytes(notebook(exercise=exercise))
    download = Path(shutil.make_archive(str(tmp_path / "all"), "zip", root)) if packed else root
    found = collect(download, submitted, (Person("ada"),))
    assert ("ada", "activations") in hows(found)
    assert found.unplaced == [(f"{wrapped}{name}", "there is nothing in it") for name in ("ben", "cleo", "dan")]


def test_what_is_no_repository_or_an_empty_one_is_named(tmp_path: Path, submitted: Path) -> None:
    root = tmp_path / "clones"
    for name in ("mlp-ada", "mlp-ben", "mlp-cleo/.github"):
        (root / name / ".git").mkdir(parents=True)
    (root / "mlp-ada" / "x.ipynb").write_bytes(notebook())
    (root / "mlp-ada" / "data").mkdir()
    for name in ("mlp-dan", "mlp-eve/nb", "mlp-fay"):
        (root / name).mkdir(parents=True)
    (root / "mlp-eve" / "nb" / "x.ipynb").write_bytes(notebook())
    (root / "mlp-fay" / "README.md").write_text("")
    found = collect(root, submitted, ())
    assert hows(found) == {("ada", "activations"): "new"}
    reasons = {name: reason.partition(",")[0] for name, reason in found.unplaced}
    assert reasons == {
        **dict.fromkeys(("mlp-ben", "mlp-cleo", "mlp-dan"), "there is nothing in it"),
        **dict.fromkeys(("mlp-eve", "mlp-fay"), "it is no git repository"),
    }
    assert len(found.unplaced) == len(reasons), "each is said once"
    (alone,) = collect(root / "mlp-ben", submitted, ()).unplaced
    assert alone == ("mlp-ben", "there is nothing in it")


def test_what_cannot_be_read_is_placed_where_the_lesson_is_named(tmp_path: Path, submitted: Path) -> None:
    """So that whoever grades it says what is wrong with it, as of any other."""
    download = zipped(tmp_path / "m.zip", {"Ada Lovelace_1_assignsubmission_file_/work.ipynb": b'{"cells": ['})
    assert [why for _, why in collect(download, submitted, CLASS).unplaced] == [
        '"work.ipynb": the notebook is not valid JSON (line 1); it is cut off, or was changed as text: '
        "take the file that Jupyter saved"
    ]
    found = collect(download, submitted, CLASS, "activations")
    assert hows(found) == {("s01", "activations"): "new"}
    assert not found.unplaced


def test_a_second_time_changes_nothing(tmp_path: Path, submitted: Path) -> None:
    download = zipped(tmp_path / "m.zip", {"Ada Lovelace_1_assignsubmission_file_/x.ipynb": notebook()})
    collect(download, submitted, CLASS)
    before = tree(submitted)
    assert hows(collect(download, submitted, CLASS)) == {("s01", "activations"): "same"}
    assert tree(submitted) == before


def test_only_what_is_newer_takes_the_place_of_what_is_there(tmp_path: Path, submitted: Path) -> None:
    entry, file = "Ada Lovelace_1_assignsubmission_file_/x.ipynb", submitted / "s01" / "activations"
    collect(zipped(tmp_path / "1.zip", {entry: (notebook("return 1"), Sunday)}), submitted, CLASS)
    older = collect(zipped(tmp_path / "2.zip", {entry: (notebook("return 2"), Saturday)}), submitted, CLASS)
    assert hows(older) == {("s01", "activations"): "older"}
    assert (file / "activations.ipynb").read_bytes() == notebook("return 1")
    late = datetime(2026, 11, 23)
    newer = collect(zipped(tmp_path / "3.zip", {entry: (notebook("return 3"), late)}), submitted, CLASS)
    assert hows(newer) == {("s01", "activations"): "newer"}
    assert (file / "activations.ipynb").read_bytes() == notebook("return 3")
    assert handed_in_at(file / "timestamp.txt") == late


def test_two_of_one_name_are_never_one(tmp_path: Path, submitted: Path) -> None:
    twins = {f"Ada Lovelace_{n}_assignsubmission_file_/x.ipynb": notebook(f"return {n}") for n in (1, 2)}
    found = collect(zipped(tmp_path / "m.zip", dict(twins)), submitted, CLASS)
    assert not found.placed
    assert not submitted.exists()
    assert [why for _, why in found.unplaced] == ["2 people (1, 2) would be s01: hand them in by hand"] * 2
    double = [Person("s01", "Ada", "Lovelace"), Person("s09", "ADA", "Lovelace")]
    one = zipped(tmp_path / "1.zip", dict(list(twins.items())[:1]))
    ((_, why),) = collect(one, submitted, double).unplaced
    assert why == "the class list has 2 of this name: s01, s09"


def test_an_archive_cannot_write_elsewhere(tmp_path: Path, submitted: Path) -> None:
    """Names that lead out of it, links, and a file that says less of its size than it has."""
    made = zipped(
        tmp_path / "m.zip",
        {
            "../../outside_1_assignsubmission_file_/x.ipynb": notebook(),
            ".._2_assignsubmission_file_/x.ipynb": notebook(),
            "Ada Lovelace_3_assignsubmission_file_/activations.ipynb": notebook(),
            "Ada Lovelace_3_assignsubmission_file_/../../../evil.py": b"print(1)",
        },
    )
    with zipfile.ZipFile(made, "a") as archive_:
        link = zipfile.ZipInfo("Grace Hopper_4_assignsubmission_file_/x.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive_.writestr(link, "/etc/passwd")
    found = collect(made, submitted, CLASS)
    assert hows(found) == {("s01", "activations"): "new"}
    assert sorted(tree(tmp_path)) == [
        "m.zip",
        "submitted/s01/activations/activations.ipynb",
        "submitted/s01/activations/timestamp.txt",
    ]
    assert any("is a link" in why for _, why in found.unplaced)
    assert any("leads out of the archive" in why for _, why in found.unplaced)


def test_a_link_in_submitted_is_not_followed(tmp_path: Path, submitted: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    submitted.mkdir()
    (submitted / "s01").symlink_to(tmp_path / "elsewhere")
    download = zipped(tmp_path / "m.zip", {"Ada Lovelace_1_assignsubmission_file_/x.ipynb": notebook()})
    ((who, why),) = collect(download, submitted, CLASS).unplaced
    assert who == "Ada Lovelace"
    assert "is a link" in why
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_bomb_is_not_read(tmp_path: Path, submitted: Path) -> None:
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Ada Lovelace_1_assignsubmission_file_/activations.ipynb", b" " * (30 * 2**20))
    (tmp_path / "m.zip").write_bytes(zeros.getvalue())
    assert len(zeros.getvalue()) < 100_000
    ((who, why),) = collect(tmp_path / "m.zip", submitted, CLASS, "activations").unplaced
    assert who == "Ada Lovelace"
    assert "more than 20 MB" in why
    assert not submitted.exists()


def damaged(path: Path) -> None:
    whole = zipped(path, {"Ada Lovelace_1_assignsubmission_file_/x.ipynb": notebook()}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def no_zip(path: Path) -> None:
    path.write_bytes(b"Rar!\x1a\x07 and more")


def nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize("make", [damaged, no_zip, nothing])
def test_no_archive(make: Callable[[Path], None], tmp_path: Path, submitted: Path) -> None:
    make(tmp_path / "m.zip")
    with pytest.raises(UsageError, match=r"download it again|there is no file"):
        collect(tmp_path / "m.zip", submitted, ())


def test_a_folder_that_is_no_download(tmp_path: Path, submitted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    write(tmp_path / "home", (f"{number}.txt" for number in range(5)))
    with pytest.raises(UsageError, match="more than 3 files"):
        collect(tmp_path / "home", submitted, ())


def write(folder: Path, names: Iterable[str]) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(name)


def test_the_command_says_what_became_of_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its exit code is 0 when all were placed, 1 when somebody was not, 2 when nobody was."""
    monkeypatch.chdir(tmp_path)
    ada: Files = {"Ada Lovelace_1_assignsubmission_file_/x.ipynb": notebook()}
    essay: Files = {"Grace Hopper_2_assignsubmission_file_/essay.pdf": b"%PDF"}
    codes = {}
    for name, files in {"all": ada, "some": ada | essay, "none": essay}.items():
        zipped(tmp_path / f"{name}.zip", files)
        monkeypatch.setattr(sys, "argv", ["autograder", "collect", f"{name}.zip"])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        codes[name] = ended.value.code
    assert codes == {"all": 0, "some": 1, "none": 2}
    shown = capsys.readouterr()
    assert "activations: 1 new\n" in shown.out
    assert "activations: 1 there already\n" in shown.out
    assert 'not placed: Grace Hopper: there is no notebook; "essay.pdf" is a PDF\n' in shown.err
