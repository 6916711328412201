"""When a submission was handed in, as its `timestamp.txt` says: nothing there waits, raises or moves the clock."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

from autograder.failures import Unreadable
from autograder.nbgrader.times import handed_in_at

MOMENT = datetime(2026, 1, 1, 23, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-01 23:30:00 UTC",
        "2026-01-01 23:30:00.000000 UTC\n",
        "2026-01-01 23:30",
        "2026-01-01T23:30:00Z",
        "2026-01-02 01:30:00 +0200",
        "2026-01-02 01:30:00+02:00",
        "2026-01-01 18:00:00 -0530",
        "2026-01-02 00:30:00 CET",
        "2026-01-02 01:30:00 CEST",
        "\ufeff2026-01-01 23:30:00 UTC",
    ],
)
def test_a_date_is_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "timestamp.txt").write_text(text, encoding="utf-8")
    assert handed_in_at(tmp_path / "timestamp.txt") == MOMENT


def test_no_file_and_an_empty_one_say_nothing(tmp_path: Path) -> None:
    assert handed_in_at(tmp_path / "timestamp.txt") is None
    (tmp_path / "timestamp.txt").write_text(" \n")
    assert handed_in_at(tmp_path / "timestamp.txt") is None


@pytest.mark.parametrize(
    "content",
    [
        b"yesterday evening",
        b"1767313800",
        b"10:00",
        b"2026-13-01 10:00:00 UTC",
        b"2026-01-01 10:00:00 +9900",
        b"0001-01-01 00:00:00 +0200",
        b"2026-01-01 10:00:00 XYZ",
        b"\xff\xfe2",
        b"2026-01-01 10:00:00 UTC, " * 1000,
    ],
)
def test_what_is_no_date_is_said(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "timestamp.txt").write_bytes(content)
    with pytest.raises(Unreadable, match=r"timestamp\.txt"):
        handed_in_at(tmp_path / "timestamp.txt")


@pytest.mark.timeout(20)
def test_no_link_or_special_file_is_opened(tmp_path: Path) -> None:
    pipe, link, folder = (tmp_path / name for name in ("pipe", "link", "folder"))
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    folder.mkdir()
    for path in (pipe, link, folder):
        with pytest.raises(Unreadable, match="link or a special file"):
            handed_in_at(path)
