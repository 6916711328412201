"""The benchmarks run, in a short form: that they measure, and not what."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import grading, plot
from tests.banks import ROOT


def run(*words: str) -> str:
    """What a benchmark prints."""
    command = [sys.executable, str(ROOT / "benchmarks" / words[0]), *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.ci
@pytest.mark.timeout(0)  # how long a class takes is the machine's business
def test_the_slowest_and_the_fastest_way_are_timed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The README's commands, which are tried as well, are the others."""
    ways = ["stock nbgrader autograde", "the floor, one process"]
    monkeypatch.setattr(grading, "WAYS", {way: grading.WAYS[way] for way in ways})
    monkeypatch.setattr(sys, "argv", ["grading.py", "perceptron", "--few", "1", "--many", "2"])
    grading.main()
    printed = capsys.readouterr().out
    rows = re.findall(r"^\| (.+?) \| -?\d+\.\d+ \| -?\d+\.\d+ \| -?\d+\.\d+ \|$", printed, re.MULTILINE)
    assert rows == ways


@pytest.mark.ci
@pytest.mark.timeout(0)
def test_classes_of_each_size_are_timed() -> None:
    printed = run("scale.py", "2", "4", "--jobs", "1")
    rows = re.findall(r"^\| (\d+) \| (\d+) \| \d+\.\d+ \| \d+ \|$", printed, re.MULTILINE)
    assert rows == [("2", "1"), ("4", "1")]


def test_the_picture_says_what_the_table_says() -> None:
    picture = plot.PICTURE.read_text(encoding="utf-8")
    ways = [rows for head, rows in plot.tables(plot.TABLES.read_text(encoding="utf-8")) if "times faster" in head]
    assert len(ways) == 2
    for name, each, faster, _ in (row for rows in ways for row in rows):
        assert name in picture
        assert f"{faster} times, {each} s each" in picture


def test_it_is_drawn_anew_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = plot.PICTURE.read_bytes()
    monkeypatch.setattr(plot, "PICTURE", tmp_path / "grading.svg")
    plot.main()
    assert (tmp_path / "grading.svg").read_bytes() == kept
