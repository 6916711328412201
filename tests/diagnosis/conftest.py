"""A course with one small exercise, its mistakes, and somebody who finds out which of them it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course import courses, exercises
from autograder.diagnosis.diagnose import NO_MISTAKES, Diagnosed, Physician
from autograder.diagnosis.transcripts import Shelf
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner
from autograder.submission.cells import Cell, Submission

CHECKS = '''"""Checks."""
import torch
from autograder import exercise, expect

@exercise("line", points=0, timeout=1)
def test_line_exists(student):
    """There is a function line(x)."""
    expect.defined(student.line, "x")

@exercise("line", points=1, timeout=1)
def test_line_values(student, rng):
    """The values are 2x + 1."""
    x = rng.normal(2, 3)
    expect.close(student.line(x), 2 * x + 1)

@exercise("line", points=1, timeout=1)
def test_line_dtype(student):
    """The result has the dtype of x."""
    x = torch.ones(2, dtype=torch.float64)
    expect.tensor(student.line(x), (2,), torch.float64)

@exercise("line", points=1, timeout=1)
def test_line_untouched(student, rng):
    """x is left as it was."""
    expect.untouched(student.line, rng.normal(3))

@exercise("line", points=1, timeout=1, builtins=("lerp",))
def test_line_own_work(student):
    """It does not call torch's own lerp, and is right."""
    expect.close(student.line(torch.ones(2)), torch.tensor([3.0, 3.0]))
'''
MISTAKES = '''"""Mistakes."""

# %% line: adds before it doubles
# hint: What is done first?
def line(x):
    return 2 * (x + 1)

# %% line: adds another number than 1
# hint: What is added?
def line(x):
    return 2 * x + 5

# %% line: always gives float32
# hint: Which dtype comes in?
def line(x):
    return (2 * x + 1).float()

# %% line: changes x
# hint: Who else has this x?
def line(x):
    x *= 2
    return x + 1

# %% line: never comes to an end
# hint: When does the loop end?
def line(x):
    while True:
        pass

# %% line: ends the program
# hint: Who goes on after that?
def line(x):
    import os
    os._exit(1)
'''

Told = Callable[..., Diagnosed]


@pytest.fixture(autouse=True)
def mistakes_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here they are."""
    monkeypatch.delenv(NO_MISTAKES)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The directory of the course."""
    folder = tmp_path / "lessons" / "lines"
    folder.mkdir(parents=True)
    (tmp_path / "course.toml").write_text('title = "Lines"\nlessons = ["lines"]\n', encoding="utf-8")
    (folder / "checks.py").write_text(CHECKS, encoding="utf-8")
    (folder / "mistakes.py").write_text(MISTAKES, encoding="utf-8")
    (folder / "reference.py").write_text("def line(x):\n    return 2 * x + 1\n", encoding="utf-8")
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    monkeypatch.chdir(tmp_path)
    exercises._vocabulary.cache_clear()
    yield tmp_path
    exercises._vocabulary.cache_clear()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what earlier tests found out."""
    return tmp_path_factory.mktemp("transcripts")


@pytest.fixture
def told(course: Path, shelf: Path, zygote: Zygote) -> Told:
    """What a submission is told of the exercise `line`."""
    examiner = Examiner()

    def told(
        source: str,
        *,
        forks: Callable[[], Zygote] = lambda: zygote,
        seconds: float = 60.0,
        folder: Path = shelf,
    ) -> Diagnosed:
        channel = ProcessChannel(zygote, Submission("ada", Path("ada.py"), "script", (Cell(source),)))
        record = Record()
        try:
            report = examiner.examine(channel, "lines", "ada", record=record)
        finally:
            channel.stop()
        physician = Physician(examiner, forks, Shelf(folder, examiner.seed, "cpu"), seconds)
        return physician.diagnosed(report, channel.source(), record)

    return told
