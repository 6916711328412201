"""The mistakes of a course as a page: each is run once, and shown where it gives something else than it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.channel.zygote import Zygote
from autograder.diagnosis import examples
from autograder.diagnosis.gallery import chapters
from autograder.report.gallery import page
from tests.diagnosis.test_examples import EXAMPLES


def test_mistakes_are_shown_with_what_they_give(
    course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    (course / "lessons" / "lines" / "examples.py").write_text(EXAMPLES, encoding="utf-8")
    monkeypatch.setattr(examples, "_KNOWN", {})
    monkeypatch.setattr(examples, "_REQUEST", 0.5)
    (chapter,) = chapters("lines", ["line"], lambda: zygote)
    shown = {mistake.name: example for mistake, example in chapter.mistakes}
    for name, got in {
        "adds before it doubles": "[0, 1, 2, 3, 4]",
        "adds another number than 1": "[3, 4, 5, 6, 7]",
    }.items():
        example = shown.pop(name)
        assert example is not None
        assert (example.expected, example.got) == ("[-1, 0, 1, 2, 3]", got)
    assert len(shown) == 4
    assert not any(shown.values()), "they end the process, do not end, or give the same"
    html = page([chapter])
    assert html.count("<svg ") == 4, "two pictures, and the frame in each"
    assert re.findall(r"<h3>(.*)</h3>", html) == [mistake.name for mistake, _ in chapter.mistakes]
    assert "What is done first?" in html


def test_a_broken_example_leaves_the_page(
    course: Path, zygote: Zygote, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = "import torch\ndef line(student, sketch):\n    assert student.line(torch.zeros(1)) == 1\n"
    (course / "lessons" / "lines" / "examples.py").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(examples, "_KNOWN", {})
    monkeypatch.setattr(examples, "_REQUEST", 0.5)
    (chapter,) = chapters("lines", ["line"], lambda: zygote)
    assert not any(example for _, example in chapter.mistakes)
    assert "the example of line fails" in caplog.text
