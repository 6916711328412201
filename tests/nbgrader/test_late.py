"""Points off for late submissions: what the rule says, and who has more time. A late class: test_formgrader."""

from __future__ import annotations

from pathlib import Path

import pytest
from traitlets.config import Config

from autograder.failures import GraderError
from autograder.nbgrader.late import LatePenalty, days_more, extensions_of

HOUR = 3600.0
EXTENSIONS = "student,lesson,days\nada,mlp,2\nada,,0.5\nben,,3\n"


def penalty(late: float, student: str = "cleo", score: float = 20.0, **options: object) -> float | None:
    config = Config({"LatePenalty": {"points_per_day": 3, **options}})
    plugin = LatePenalty(config=config)
    plugin.parent = None
    return plugin.late_submission_penalty(student, score, late)


@pytest.mark.parametrize(
    ("late", "lost"), [(1, 3.0), (24 * HOUR, 3.0), (24 * HOUR + 1, 6.0), (6.5 * 24 * HOUR, 20.0)]
)
def test_each_day_that_has_begun_costs_the_same_and_never_more_than_there_is(late: float, lost: float) -> None:
    assert penalty(late) == lost


def test_within_the_grace_nothing_is_lost_and_after_it_the_whole_day(tmp_path: Path) -> None:
    assert penalty(15 * 60, grace_minutes=15) is None
    assert penalty(16 * 60, grace_minutes=15) == 3.0


def test_who_has_more_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "extensions.csv").write_text(EXTENSIONS)
    monkeypatch.chdir(tmp_path)
    named = {"extensions": "extensions.csv"}
    assert penalty(47 * HOUR, "ben", **named) is None
    assert penalty(80 * HOUR, "ben", **named) == 3.0
    assert penalty(47 * HOUR, "cleo", **named) == 6.0


def test_an_extension_of_one_lesson_is_none_of_another() -> None:
    given = {
        (who, lesson): days_more(EXTENSIONS, who, lesson) for who in ("ada", "ben") for lesson in ("mlp", "xor")
    }
    assert given == {("ada", "mlp"): 2.0, ("ada", "xor"): 0.5, ("ben", "mlp"): 3.0, ("ben", "xor"): 3.0}


@pytest.mark.parametrize(
    "text", ["ada,mlp,2\n", "student,lesson,days\nada,mlp,\n", "student,lesson,days\nada,mlp,two\n"]
)
def test_nobody_loses_points_for_a_file_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    with pytest.raises(GraderError, match="extensions"):
        days_more(text, "ada", "mlp")
    with pytest.raises(GraderError, match=r"lost\.csv cannot be read"):
        extensions_of(Config({"LatePenalty": {"extensions": "lost.csv"}}), tmp_path)
    assert extensions_of(Config(), tmp_path) == ""
