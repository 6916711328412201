"""Points off for late submissions: what the rule says, and who has more time. A late class: test_formgrader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from traitlets.config import Config

from autograder.failures import GraderError
from autograder.nbgrader.late import LatePenalty, days_more, extensions_of, unknown

HOUR = 3600.0
EXTENSIONS = "student,lesson,days\nada,mlp,2\nada,,0.5\n,,\nben,,3\n"
CONFIG = Config({"LatePenalty": {"extensions": "more.csv"}})


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


def test_an_extension_of_one_lesson_is_none_of_another(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(EXTENSIONS)
    extensions = extensions_of(CONFIG, tmp_path)
    given = {
        (who, lesson): days_more(extensions, who, lesson) for who in ("ada", "ben") for lesson in ("mlp", "xor")
    }
    assert given == {("ada", "mlp"): 2.0, ("ada", "xor"): 0.5, ("ben", "mlp"): 3.0, ("ben", "xor"): 3.0}


def test_a_line_of_whom_or_what_nobody_knows_is_said(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(EXTENSIONS)
    notes = list(unknown(extensions_of(CONFIG, tmp_path), {"ada"}, {"xor"}))
    assert [note.partition(" is no ")[0] for note in notes] == [
        "more.csv, line 2: 'mlp'",
        "more.csv, line 5: 'ben'",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ada,mlp,2\n", "more.csv, line 1: it has to name the columns: student,lesson,days"),
        ("student,lesson,days\nben,,1\nada,mlp,\n", "more.csv, line 3: '' is no number of days"),
        ("student,lesson,days\nada,mlp,two\n", "more.csv, line 2: 'two' is no number of days"),
        ("student,lesson,days\nada,mlp\n", "more.csv, line 2: '' is no number of days"),
        ("student,lesson,days\nada,mlp,0,5\n", "more.csv, line 2: '0,5' is no number of days"),
        ("student,lesson,days\nada,mlp,-1\n", "more.csv, line 2: '-1' is no number of days"),
        ("student,lesson,days\nada,mlp,nan\n", "more.csv, line 2: 'nan' is no number of days"),
        ("\xe4", "more.csv cannot be read: save it as CSV in UTF-8"),
        (None, "names more.csv (LatePenalty.extensions), and that file is not there"),
    ],
)
def test_nobody_loses_points_for_a_file_that_cannot_be_read(text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "more.csv").write_text(text, encoding="latin-1")
    with pytest.raises(GraderError, match=re.escape(said)):
        extensions_of(CONFIG, tmp_path)
    assert extensions_of(Config(), tmp_path) == ()
