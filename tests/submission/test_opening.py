"""A file that was handed in is opened once, and what it is is asked of what was opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.failures import Unreadable
from autograder.grading.examine import submission_of
from autograder.grading.selection import jobs
from autograder.submission import opening
from autograder.submission.intake import handed_in
from autograder.submission.opening import content_of


def test_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = 1")
    assert content_of(tmp_path / "a.py", 5) == b"x = 1"
    with pytest.raises(Unreadable, match="at most 0 are read"):
        content_of(tmp_path / "a.py", 4)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe that nobody writes to": (os.mkfifo, "something special"),
    "a folder": (Path.mkdir, "a folder"),
    "a link": (lambda path: path.symlink_to(path.with_name("real.py")), "links are not followed"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "links are not followed"),
    "nothing": (lambda path: None, "there is no file"),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("make", "said"), SPECIAL.values(), ids=SPECIAL)
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    (tmp_path / "real.py").write_text("the secret")
    make(tmp_path / "a.py")
    with pytest.raises(Unreadable, match=said):
        content_of(tmp_path / "a.py")


def test_a_file_that_is_exchanged_for_a_link_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at the folder and the opening, too."""
    (tmp_path / "secret.py").write_text("def relu(x): return x")
    path = tmp_path / "submitted" / "ada" / "activations" / "activations.py"
    path.parent.mkdir(parents=True)
    path.write_text("def relu(x): return x")
    whole = os.open

    def exchanged(name: Path, *flags: int) -> int:
        path.unlink()
        path.symlink_to(tmp_path / "secret.py")
        return whole(name, *flags)

    monkeypatch.setattr(opening.os, "open", exchanged)
    (entry,) = handed_in(tmp_path / "submitted", "activations")
    assert entry.path is None
    assert "links are not followed" in (entry.reason or "")


def test_a_link_beside_the_folders_is_not_opened_for_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("def relu(x): return x")
    (tmp_path / "submitted").mkdir()
    (tmp_path / "submitted" / "ada_perceptron.py").symlink_to(tmp_path / "secret.py")
    assert handed_in(tmp_path / "submitted", "activations") == []


def test_ones_own_file_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.py").write_text("def relu(x): return x")
    link = tmp_path / "activations.py"
    link.symlink_to("elsewhere.py")
    (job,) = jobs({"activations": None}, [link])
    assert job.submission == link.as_posix()
    assert "relu" in submission_of(job).source
