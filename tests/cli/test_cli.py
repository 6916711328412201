"""The command: what it shows, its exit codes, and that nobody ever sees a traceback of ours."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.zygote import Worker
from autograder.cli.output import out
from autograder.course import atomic
from autograder.course.courses import kits_own
from autograder.course.exercises import points_of, vocabulary
from autograder.course.mistakes import mistakes
from autograder.course.salt import course_salt
from autograder.grading.classes import Finished
from autograder.grading.job import Job
from autograder.report.results import Report
from autograder.sandbox.probe import Walls
from tests.cli.conftest import Command

RIGHT = "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)\n"
VERBS = (
    "list",
    "start",
    "check",
    "watch",
    "hint",
    "reset",
    "submit",
    "collect",
    "grade",
    "similar",
    "export",
    "mistakes",
    "build",
    "audit",
    "roster",
    "report",
    "init",
    "new",
    "demo",
)
WRONG = "def count_parameters(model):\n    return len(list(model.parameters()))\n"


def write(name: str, text: str = RIGHT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


# --- list, hint, help -------------------------------------------------------------------------------


def test_list_names_every_exercise(autograder: Command) -> None:
    result = autograder("list")
    assert result.code == 0
    assert all(name in result.out for name in (*kits_own().order, *vocabulary()))


def test_list_shows_the_lessons_and_exercises_that_are_named(autograder: Command) -> None:
    rows = autograder("list", "mlp", "tanh").out.splitlines()[1:]
    worth = points_of("mlp")
    assert [row.split() for row in rows if row.strip()] == [
        ["activations", "tanh", f"{points_of('activations')['tanh']:g}"],
        *([*(["mlp"] if name == "SimpleMLP" else []), name, f"{points:g}"] for name, points in worth.items()),
        ["in", "all", f"{sum(worth.values()):g}"],
    ]
    wrong = autograder("list", "perceptrom")
    assert (wrong.code, wrong.err) == (
        autograder("check", "perceptrom").code,
        autograder("check", "perceptrom").err,
    )


def test_list_cuts_no_name_where_the_terminal_is_narrow(
    autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out, "_width", 32)
    done = autograder("list", "binary_cross_entropy")
    assert "…" not in done.out
    assert "binary_cross_entropy" in "".join(row[8:].split(" ")[0] for row in done.out.splitlines())


@pytest.mark.parametrize("command", VERBS)
def test_every_command_explains_itself(autograder: Command, command: str) -> None:
    result = autograder(command, "--help")
    assert result.code == 0
    assert "Usage: autograder" in result.out
    assert "[[" not in result.out.partition("\n\n")[0], "what may be left out is in brackets once"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("export --to foo", "'--to': 'foo' is not one of csv, canvas, moodle, gradescope, github."),
        ("check --device foo", "'--device': 'foo' is not one of cpu, cuda, mps, auto."),
        ("grade xor --device foo", "'--device': 'foo' is not one of cpu, cuda, mps, auto."),
    ],
)
def test_a_word_that_is_no_choice_is_told_with_those_that_are(
    autograder: Command, command: str, words: str
) -> None:
    result = autograder(*command.split())
    assert (result.code, f"Invalid value for {words}" in result.err) == (2, True)


@pytest.mark.parametrize("words", [("chekc",), ("check", "--no-such-option"), ("hint",)])
def test_wrong_usage_is_code_2(autograder: Command, words: tuple[str, ...]) -> None:
    result = autograder(*words)
    assert result.code == 2
    assert "Usage: autograder" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("relu", "0"), "relu has 4 hints, 1 to 4"),
        (("relu", "9"), "relu has 4 hints, 1 to 4"),
        (("activations",), "activations is a lesson, and hints are those of an exercise: sigmoid, tanh"),
    ],
)
def test_a_hint_that_is_not_there_says_which_are(autograder: Command, words: tuple[str, ...], said: str) -> None:
    result = autograder("hint", *words)
    assert result.code == 2
    assert said in result.err


def test_mistakes_are_listed_with_their_hints(autograder: Command) -> None:
    every = {name: mistakes(kits_own(), name) for name in kits_own().lessons}
    for words in (["softmax"], ["losses"], []):
        result = autograder("mistakes", *words)
        assert result.code == 0
        said = " ".join(result.out.split())
        for lesson, found in every.items():
            for mistake in found:
                wanted = not words or words[0] in (lesson, mistake.exercise)
                assert not wanted or (mistake.name in said and mistake.hint in said)
        named = re.findall(r"^\w+  \w+, \d+ mistakes$", result.out, re.MULTILINE)
        assert len(named) == {"softmax": 1, "losses": len(points_of("losses"))}.get(
            "".join(words), len(vocabulary())
        )


def test_mistakes_are_written_as_a_page(autograder: Command, tmp_path: Path) -> None:
    result = autograder("mistakes", "count_parameters", "--html", "page.html")
    assert (result.code, result.out) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    mine = [mistake for mistake in mistakes(kits_own(), "mlp") if mistake.exercise == "count_parameters"]
    assert page.count("<article") == len(mine)
    assert "count_parameters(nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)))" in page
    gone = autograder("mistakes", "count_parameters", "--html", "no/page.html")
    assert gone.code == 2
    assert "there is no folder no" in gone.err


def test_a_misspelt_exercise_has_no_mistakes(autograder: Command) -> None:
    result = autograder("mistakes", "softmx")
    assert result.code == 2
    assert "Did you mean 'softmax'?" in result.err


def test_hints_come_one_by_one(autograder: Command) -> None:
    first, second = autograder("hint", "softmax"), autograder("hint", "softmax", "2")
    assert (first.code, second.code) == (0, 0)
    assert "hint 1 of" in first.out
    assert "autograder hint softmax 2" in first.out
    assert first.out.splitlines()[0] != second.out.splitlines()[0]
    last = autograder("hint", "softmax", "99")
    assert last.code == 2
    assert "softmax has" in last.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("hint", "sofmax"), "'softmax'"),
        (("check", "activation"), "'activations'"),
        (("check", "trainxor"), "'train_xor'"),
        (("grade", "lossses"), "'losses'"),
    ],
)
def test_an_unknown_name_is_guessed(autograder: Command, words: tuple[str, ...], meant: str) -> None:
    result = autograder(*words)
    assert result.code == 2
    assert f"Did you mean {meant}?" in result.err


COMMANDS = ["list", "start", "check", "check x", "check --student .", "watch", "hint x", "reset x", "submit"]
COMMANDS += ["collect . tres", "grade tres", "similar tres", "export --to csv", "export --to github", "report"]
COMMANDS += ["mistakes", "build", "build --check", "audit", "new oaks"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_lesson_that_a_course_names_and_does_not_have_is_told(autograder: Command, command: str) -> None:
    for name in ("trees", "oaks"):
        write(f"lessons/{name}/checks.py", "")
    write("solutions/trees.py", "")
    write("submitted/ada/tres/tres.ipynb", "{}")
    write("course.toml", 'title = "Trees"\nlessons = ["oaks", "tres"]\n')
    done = autograder(*command.split())
    assert done.code == 2
    (said,) = done.err.splitlines()
    assert said.endswith("course.toml names `tres`, and there is no lessons/tres: did you mean `trees`?")


@pytest.mark.parametrize("lessons", ['"oaks"', ""])
def test_a_course_names_the_lessons_that_it_has_by_now(autograder: Command, lessons: str) -> None:
    """It may have none yet, and more in lessons/ than it names."""
    for name in ("trees", "oaks"):
        write(f"lessons/{name}/checks.py", "")
    write("course.toml", f'title = "Trees"\nlessons = [{lessons}]\n')
    done = autograder("list")
    assert (done.code, done.err, "trees" in done.out) == (0, "", False)


def test_a_name_like_no_other_points_at_the_list(autograder: Command) -> None:
    result = autograder("check", "[/bold]qqq")
    assert result.code == 2
    assert "autograder list" in result.err
    assert "[/bold]qqq" in result.err


# --- check ------------------------------------------------------------------------------------------


def test_all_passed_is_code_0(autograder: Command) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py"))
    assert result.code == 0
    assert "mine.py  mlp" in result.out
    assert "✗" not in result.out


def test_something_failed_is_code_1_and_told(autograder: Command) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py", WRONG))
    assert result.code == 1
    for part in ("✗", "expected:", "got:", "Next:", "autograder hint count_parameters"):
        assert part in result.out


def test_a_whole_lesson_and_some_exercises_of_others(autograder: Command) -> None:
    result = autograder("check", "mlp", "sigmoid", "--student", write("mlp.py"), "--json", "-")
    (report,) = result.reports
    assert result.code == 1
    assert [exercise["name"] for exercise in report["exercises"]] == [
        "SimpleMLP",
        "count_parameters",
        "layer_shapes",
    ]


def test_an_unreadable_file_is_code_2_and_the_others_are_checked(autograder: Command) -> None:
    write("class/ada/mlp.py", WRONG)
    write("class/bob/mlp.ipynb", "{")
    write("class/cleo/mlp.py")
    write("class/cleo/xor.py")
    result = autograder("check", "count_parameters", "--student", "class", "--json", "-")
    assert result.code == 2
    assert "left out, as of another lesson or of none: xor.py\n" in result.err
    ada, bob, cleo = result.reports
    assert (ada["graded"], bob["graded"], cleo["graded"]) == (True, False, True)
    assert bob["points"] is None
    assert "not valid JSON" in bob["reason"]
    assert cleo["points"] == cleo["max_points"] > ada["points"]
    assert "not graded: the notebook is not valid JSON" in result.err


def test_json_on_standard_output_is_nothing_but_json(autograder: Command) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py", WRONG), "--json", "-")
    assert len(result.reports) == 1
    assert "mine.py  mlp" in result.err


def test_json_in_a_file(autograder: Command) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py"), "--json", "out.json")
    (report,) = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert (result.code, report["points"]) == (0, report["max_points"])
    assert "mine.py  mlp" in result.out


@pytest.mark.parametrize("destination", ["no/such/folder/out.json", ".", "/proc/out.json"])
def test_json_that_cannot_be_written_is_code_2(autograder: Command, destination: str) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py"), "--json", destination)
    assert result.code == 2
    assert f"cannot write {destination}" in result.err


def test_a_path_that_is_not_there_is_code_2(autograder: Command) -> None:
    result = autograder("check", "--student", "nothing.py")
    assert result.code == 2
    assert "there is no file or folder nothing.py" in result.err


@pytest.mark.parametrize("name", ["mine.py", "empty/notes.txt"])
def test_a_file_of_no_lesson_is_code_2_and_says_how_to_name_it(autograder: Command, name: str) -> None:
    write(name, "x = 1")
    result = autograder("check", "--student", str(Path(name).parent if name.endswith("txt") else name))
    assert result.code == 2
    assert "name the file after its lesson" in result.err


def test_without_a_path_it_looks_here_or_in_exercises(autograder: Command) -> None:
    write("mlp.py")
    assert autograder("check", "count_parameters").code == 0
    write("exercises/mlp.py", WRONG)
    assert autograder("check", "count_parameters").code == 1


def test_without_a_path_nothing_is_run_but_what_is_a_lessons(autograder: Command) -> None:
    """A script of one's own is not, whatever its folder is called; nor are other people's submissions."""
    ran = f"open({str(Path('ran').absolute())!r}, 'w')\n"
    for name in ("training/cluster.py", "submitted/ada/mlp/mlp.py", "train_xor_test.py"):
        write(name, ran)
    assert "`autograder start`" in autograder("check").err
    write("homework (1).py")
    done = autograder("check", "--json", "-")
    assert [each["submission"] for each in done.reports] == ["homework (1).py"]
    assert not Path("ran").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes any name")
def test_a_name_that_is_no_text(autograder: Command) -> None:
    name = os.fsdecode(b"caf\xe9 \x1b[2J.py")
    Path(name).write_bytes(RIGHT.encode())
    result = autograder("check", "count_parameters", "--student", name, "--json", "out.json")
    assert result.code == 0
    assert "\x1b[2J" not in result.out
    (report,) = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert report["submission"] == name


@pytest.mark.parametrize(
    "source", ["import nothing_like_it", "def broken(:", "raise SystemExit", "exit()", "\0", "1 / 0", "input()"]
)
def test_a_file_that_does_not_run_is_a_failure_like_others(autograder: Command, source: str) -> None:
    result = autograder("check", "count_parameters", "--student", write("mine.py", f"{source}\n# %%\n{RIGHT}"))
    assert result.code == 0, "what stands after the cell that fails is right"
    assert autograder("check", "count_parameters", "--student", write("mine.py", source)).code == 1


def test_an_interrupt_is_no_traceback(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.grading.examine.examine_all", interrupted)
    result = autograder("check", "count_parameters", "--student", write("mine.py"))
    assert result.code == 130
    assert "interrupted; run the same command again" in result.err


# --- grade ------------------------------------------------------------------------------------------


def test_an_interrupt_that_a_library_makes_something_else_of(
    autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def importing(*_: Any) -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("cannot load module more than once per process") from None

    monkeypatch.setattr("autograder.grading.examine.examine_all", importing)
    before = signal.getsignal(signal.SIGINT)
    result = autograder("check", "count_parameters", "--student", write("mine.py"))
    assert result.code == 130
    assert "interrupted; run the same command again" in result.err
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.usefixtures("unconfined")
def test_a_class_is_graded(autograder: Command) -> None:
    write("submitted/ada/mlp/mlp.py")
    write("submitted/ben/mlp/mlp.py", WRONG)
    write("submitted/ben/xor/xor.py")
    write("submitted/cleo/mlp/mlp.ipynb", "{")
    write("elsewhere/mlp.py")
    Path("submitted/dan/mlp").mkdir(parents=True)
    Path("submitted/dan/mlp/mlp.py").symlink_to(Path("elsewhere/mlp.py").resolve())
    result = autograder("grade", "mlp", "--json", "all.json")
    reports = {report["submission"]: report for report in json.loads(Path("all.json").read_text())}
    assert result.code == 1, "cleo and dan are not graded"
    assert list(reports) == ["ada", "ben", "cleo", "dan"]
    assert [report["graded"] for report in reports.values()] == [True, True, False, False]
    assert reports["ada"]["points"] > reports["ben"]["points"]
    assert "a link" in reports["dan"]["reason"]
    for name, report in reports.items():
        assert name in result.out
        assert json.loads(Path(f".autograder/reports/mlp/{name}.json").read_text()) == [report]
        assert Path(f".autograder/pages/mlp/{name}.html").exists()
    assert "pages: .autograder/pages/mlp/index.html, and one beside it for each submission" in result.out
    assert Path(".autograder/pages/mlp/index.html").exists()
    assert Path(".autograder/salt").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("unconfined")
def test_one_student_or_a_folder_of_plain_files(autograder: Command) -> None:
    write("handed-in/ada.py")
    write("handed-in/ben.py")
    for name in ("ada_xor", "ben-xor", "ben-losses", "cleo-xor"):
        write(f"handed-in/{name}.py", "x = 1")
    result = autograder("grade", "mlp", "--submitted", "handed-in", "--student", "ben", "--json", "-")
    assert [report["submission"] for report in result.reports] == ["ben"]
    assert "left out" not in result.err
    everybody = autograder("grade", "mlp", "--submitted", "handed-in", "--json", "-")
    assert [report["submission"] for report in everybody.reports] == ["ada", "ben"]
    assert "left out, as of another lesson or of none: ada_xor.py, ben-losses.py, ben-xor.py and 1 more\n" in (
        everybody.err
    )
    nobody = autograder("grade", "mlp", "--submitted", "handed-in", "--student", "zoe")
    assert nobody.code == 2
    assert "no submission of zoe" in nobody.err


@pytest.mark.usefixtures("unconfined")
def test_a_large_class_is_several_tables(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each submission is in one of them, in order, and so is who handed in nothing; the page has them all."""
    monkeypatch.setattr("autograder.cli.grade._ROWS", 2)
    monkeypatch.setattr("autograder.grading.names.names_of", lambda _: {"cleo": "Cleo Cruz", "dan": "Dan Dole"})
    for student in ("ada", "ben", "cleo", "eve"):
        write(f"submitted/{student}/mlp/mlp.ipynb", "{")
    result = autograder("grade", "mlp")
    assert result.out.count("what went wrong") == 2
    lines = [line.split("│")[1:3] for line in result.out.splitlines() if line.startswith("│")]
    rows = [[cell.strip() for cell in line] for line in lines]
    assert [row for row in rows if row[0]] == [  # a reason may take several lines
        ["ada", ""],
        ["ben", ""],
        ["cleo", "Cleo Cruz"],
        ["eve", ""],
        ["dan", "Dan Dole"],
    ]
    page = Path(".autograder/pages/mlp/index.html").read_text(encoding="utf-8")
    assert "4 submissions, 4 not graded, 1 handed in nothing" in page


@pytest.mark.usefixtures("unconfined")
def test_another_class_leaves_no_trace_in_the_courses_own(autograder: Command) -> None:
    write("submitted/ada/mlp/mlp.py")
    assert "elsewhere" not in autograder("grade", "mlp", "--submitted", "submitted/../submitted").err
    pages = Path(".autograder/pages/mlp")
    before = {path: path.read_bytes() for path in (*pages.iterdir(), *Path(".autograder/reports/mlp").iterdir())}
    write("practice/submitted/ada/mlp/mlp.py", WRONG)
    write("practice/submitted/mia/mlp/mlp.py", WRONG)
    result = autograder("grade", "mlp", "--submitted", "practice/submitted")
    assert result.code == 0
    assert "practice/submitted is not the course's submitted/, where there is more of mlp" in result.err
    assert "pages: .autograder/elsewhere/.autograder/pages/mlp/index.html" in result.out
    assert Path(".autograder/elsewhere/.autograder/pages/mlp/mia.html").exists()
    assert {
        path: path.read_bytes() for path in (*pages.iterdir(), *Path(".autograder/reports/mlp").iterdir())
    } == (before)
    assert "mlp 1 graded" in autograder("export", "mlp", "--to", "moodle").out
    assert "mia" not in Path("exports/moodle.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("unconfined")
def test_who_handed_in_another_lesson_only_handed_in_nothing(
    autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.grading.names.names_of", lambda _: {"ada": "", "ben": "", "otto": ""})
    write("submitted/ada/mlp/mlp.py")
    write("submitted/otto/xor/xor.py", "")
    write("submitted/ben/notes.txt", "")
    for words, code in ((), 1), (("--student", "ada"), 0):
        result = autograder("grade", "mlp", *words)
        assert result.code == code
        page = Path(".autograder/pages/mlp/index.html").read_text(encoding="utf-8")
        assert "2 submissions, 1 not graded, 1 handed in nothing" in page
    assert not Path(".autograder/reports/mlp/otto.json").exists()


@pytest.mark.usefixtures("unconfined")
def test_a_class_of_which_nobody_is_graded_is_code_2(autograder: Command) -> None:
    write("submitted/ada.ipynb", "{")
    assert autograder("grade", "mlp").code == 2


def test_an_exercise_is_no_lesson_to_grade(autograder: Command) -> None:
    write("submitted/ada.py")
    result = autograder("grade", "count_parameters")
    assert result.code == 2
    assert "count_parameters is an exercise of mlp" in result.err


def test_without_submissions_grading_is_code_2(autograder: Command) -> None:
    assert "there is no folder submitted" in autograder("grade", "mlp").err
    Path("submitted").mkdir()
    result = autograder("grade", "mlp")
    assert result.code == 2
    assert "holds no submission" in result.err


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (".autograder", ("grade", "mlp")),
        ("submitted", ("collect", "handed-in")),
        ("exports", ("export", "mlp", "--to", "csv")),
    ],
)
def test_where_nothing_can_be_written_nothing_is_begun(
    folder: str, words: tuple[str, ...], autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for work in ("grading.submissions.submissions", "download.collect.collect", "nbgrader.scores.scores_of"):
        monkeypatch.setattr(f"autograder.{work}", lambda *_: 1 / 0)
    write(folder, "no folder")
    result = autograder(*words)
    assert (result.code, result.err) == (2, f"autograder: {folder} cannot be written: Not a directory\n")


@pytest.mark.usefixtures("unconfined")
def test_a_class_that_was_graded_is_code_0_whatever_the_scores(autograder: Command) -> None:
    write("submitted/ada.py", WRONG)
    result = autograder("grade", "mlp")
    assert result.code == 0
    assert "count_parameters: " in result.out
    assert "instead of" in result.out


def test_the_codes_are_documented(autograder: Command) -> None:
    said = " ".join(autograder("grade", "--help").out.split())
    for words in ("0: the whole class was graded", "1: somebody was not graded", "2: nobody was"):
        assert words in said
    assert "2: something could not be read" in " ".join(autograder("check", "--help").out.split())


@pytest.mark.parametrize(
    "command", [["check", "mlp"], pytest.param(["grade", "mlp", "--trust-submissions"], marks=pytest.mark.long)]
)
def test_a_device_that_is_not_there_is_code_2_and_one_sentence(
    command: list[str], autograder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.grading.sandboxed.probe", Walls)  # no sandbox can be had
    monkeypatch.setattr(
        Worker, "exchange", lambda *_: {"ok": "cpu", "reasons": {"cuda": "No CUDA GPUs are available"}}
    )
    write("submitted/ada.py")
    write("mlp.py")
    result = autograder(*command, "--device", "cuda")
    assert result.code == 2
    assert result.err.endswith(
        "cannot be run on cuda here: No CUDA GPUs are available; ask for the device cpu or auto\n"
    )


@pytest.mark.usefixtures("unconfined")
def test_how_far_a_class_is_is_said(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.grading.classes.Class._begun", lambda _, job: graded(job))
    for name in ("ada", "[red]ben", "cleo"):
        write(f"submitted/{name}.py")
    result = autograder("grade", "mlp")
    assert result.code == 0
    assert "submissions run on the CPU" in result.err
    assert [line.split(";")[0] for line in result.err.splitlines()[-3:]] == ["1 of 3", "2 of 3", "3 of 3"]


@pytest.mark.usefixtures("unconfined")
def test_what_is_known_is_not_examined_again(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    write("submitted/ada.py", WRONG)
    write("submitted/ben.py", WRONG)
    first = autograder("grade", "mlp", "--json", "-")
    assert [report["points"] for report in first.reports] == [first.reports[0]["points"]] * 2
    monkeypatch.setattr("autograder.grading.work.Workplace.examined", lambda *_: 1 / 0)
    again = autograder("grade", "mlp", "--json", "-")
    assert again.reports == first.reports
    assert "2 of 2 verdicts were known already" in again.err
    assert "a second" not in again.err, "nothing was examined"
    assert ("seconds" in first.err, "seconds" in again.err) == (True, False)
    assert "--fresh examines all again" in again.err
    with pytest.raises(ZeroDivisionError):
        autograder("grade", "mlp", "--fresh")


def graded(job: Job) -> Finished:
    return Finished(job, Report(job.lesson, job.submission, 25.0))


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def nothing_fits(monkeypatch: pytest.MonkeyPatch, after: int = 0) -> None:
    """A disk that is full after so many files."""
    written = iter(range(after))

    def fsync(_: int) -> None:
        if next(written, None) is None:
            raise FULL

    monkeypatch.setattr("os.fsync", fsync)


@pytest.mark.usefixtures("unconfined")
class TestWhatCannotBeWritten:
    def test_a_full_disk_is_one_sentence(self, autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        nothing_fits(monkeypatch)
        write("submitted/ada.py")
        result = autograder("grade", "mlp")
        folder = Path(".autograder").resolve()
        sentence = f"autograder: nothing was graded: {folder} cannot be written: No space left on device"
        assert result.code == 2
        assert result.err.splitlines()[-1] == sentence
        assert list(folder.iterdir()) == [], "not even half a secret"

    def test_a_disk_that_fills_up_keeps_what_is_there(
        self, autograder: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("ada", "ben", "cleo"):
            write(f"submitted/{name}.py")
        nothing_fits(monkeypatch, after=7)  # the secret; two verdicts, reports and pages
        result = autograder("grade", "mlp")
        assert result.code == 2
        assert "No space left on device; 2 of 3 submissions were graded, and the reports are in" in result.err
        assert "ada" in result.out
        assert [path.name for path in sorted(Path(".autograder/reports/mlp").iterdir())] == [
            "ada.json",
            "ben.json",
        ]

    def test_json_on_a_full_disk(self, autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        write("submitted/ada.py")
        nothing_fits(monkeypatch, after=5)
        result = autograder("grade", "mlp", "--json", "all.json")
        assert result.code == 2
        assert "cannot write all.json: No space left on device; 1 of 1 submissions were graded" in result.err
        assert "ada" in result.out
        assert not Path("all.json").exists(), "nor half of it"

    @pytest.mark.parametrize("verb", [("check", "mlp", "--student"), ("grade", "mlp", "--submitted")])
    def test_a_folder_that_cannot_be_written_is_known_before_the_work(
        self, autograder: Command, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
    ) -> None:
        monkeypatch.setattr("autograder.grading.examine.examine_all", lambda *_: pytest.fail("it was examined"))
        write("submitted/ada.py")
        result = autograder(*verb, "submitted", "--json", "/proc/out.json")
        assert result.code == 2
        assert "cannot write /proc/out.json: " in result.err
        assert not Path(".autograder").exists()

    def test_where_json_could_not_be_written_nothing_is_graded_first(self, autograder: Command) -> None:
        write("submitted/ada.py")
        result = autograder("grade", "mlp", "--json", "no/folder/all.json")
        assert result.code == 2
        assert "cannot write no/folder/all.json: there is no folder no/folder" in result.err
        assert not Path(".autograder").exists()

    def test_an_interrupt_says_what_is_kept(self, autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(_: Any, job: Job) -> Finished:
            if job.submission == "ben":
                raise KeyboardInterrupt
            return graded(job)

        monkeypatch.setattr("autograder.grading.classes.Class._begun", interrupted)
        write("submitted/ada.py")
        write("submitted/ben.py")
        result = autograder("grade", "mlp")
        assert result.code == 130
        assert "1 of 2 submissions were graded, and the reports are in .autograder/reports/mlp; run" in result.err


@pytest.mark.parametrize("words", ["init here", "check", "grade mlp", "build", "list"])
def test_a_file_that_cannot_be_opened_is_a_sentence(
    autograder: Command, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def closed(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "some/file")

    names = ("course.salt.course_salt", "grading.selection.own_work", "grading.submissions.submissions")
    for name in (*names, "authoring.build.build", "course.exercises.optional_in"):
        monkeypatch.setattr(f"autograder.{name}", closed)
    monkeypatch.setattr("autograder.course.exercises.available_lessons", closed)
    result = autograder(*words.split())
    assert (result.code, result.err) == (2, "autograder: some/file: Permission denied\n")


def test_what_the_extra_brings_is_named(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nbformat", None)
    monkeypatch.delitem(sys.modules, "autograder.demo", raising=False)
    result = autograder("demo")
    assert result.code == 2
    assert 'this needs nbformat, which comes with the extra `course`: pip install -e ".[course]"' in result.err


@pytest.mark.usefixtures("unconfined")
def test_what_the_sandbox_lacks_is_said(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.grading.sandboxed.lacking", lambda: ("landlock: this kernel [5.4] has none",))
    write("submitted/ada.py")
    result = autograder("grade", "mlp", "--json", "all.json")
    assert [report["graded"] for report in json.loads(Path("all.json").read_text())] == [True]
    assert "missing in the sandbox: landlock: this kernel [5.4] has none" in " ".join(result.err.split())


def test_without_a_sandbox_nothing_is_graded(autograder: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.grading.sandboxed.probe", Walls)
    write("submitted/ada.py")
    result = autograder("grade", "mlp")
    assert result.code == 2
    assert "nothing was graded: no sandbox" in result.err


def test_a_secret_is_made_once(autograder: Command) -> None:
    assert autograder("init", ".").code == 0
    secret = Path(".autograder/salt").read_text()
    assert len(secret.strip()) >= 32
    assert course_salt() == secret.strip()
    assert Path(".autograder/salt").read_text() == secret
    assert [path.name for path in Path(".autograder").iterdir()] == ["salt"]


def test_a_secret_that_another_process_has_made_is_the_one(tmp_path: Path) -> None:
    first, second = tmp_path / "salt", tmp_path / "salt"
    atomic.write(first, "one", keep=True)
    atomic.write(second, "two", keep=True)
    assert first.read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["salt"]


def test_an_empty_secret_is_made_anew(autograder: Command) -> None:
    """As one that a full disk left: everybody could guess what it seeds."""
    Path(".autograder").mkdir()
    Path(".autograder/salt").touch(0o600)
    assert len(course_salt()) >= 32
    assert len(Path(".autograder/salt").read_text().strip()) >= 32
    assert Path(".autograder/salt").stat().st_mode & 0o777 == 0o600


# --- for real ---------------------------------------------------------------------------------------


def command(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    program = [Path(sys.executable).parent / "autograder", *words]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", **options.pop("environment", {})}
    return subprocess.run(program, stderr=subprocess.PIPE, text=True, env=environment, check=False, **options)


def test_the_command_is_installed() -> None:
    done = command("hint", "sigmoid", stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert "hint 1 of" in done.stdout
    assert done.stderr == ""


#: A command that prints at once, and one that examines before.
SHORT_AND_LONG = [
    pytest.param(("list",), id="table"),
    pytest.param(("check", "count_parameters", "--json", "-"), id="json", marks=pytest.mark.long),
]


@pytest.mark.parametrize("words", SHORT_AND_LONG)
def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "mlp.py").write_text(RIGHT)
    reading, writing = os.pipe()
    os.close(reading)
    done = command(*words, cwd=tmp_path, stdout=writing)
    os.close(writing)
    assert done.returncode == 0
    assert "Error" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", SHORT_AND_LONG)
def test_an_output_that_is_full_is_a_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "mlp.py").write_text(RIGHT)
    with Path("/dev/full").open("w") as full:
        done = command(*words, cwd=tmp_path, stdout=full)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("autograder: ")
    assert done.stderr.splitlines()[-1].endswith("No space left on device")


ASCII = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "COLUMNS": "100"}


@pytest.mark.ci
def test_a_terminal_with_ascii_only(tmp_path: Path) -> None:
    (tmp_path / "mlp.py").write_text(WRONG + "print('é')\n")
    done = command("check", "count_parameters", cwd=tmp_path, stdout=subprocess.PIPE, environment=ASCII)
    assert done.returncode == 1
    assert "| x " in done.stdout, "the mark of a check that failed"
    assert "+- count_parameters" in done.stdout
    assert done.stdout.isascii()
    assert done.stderr == ""


@pytest.mark.long
def test_json_where_only_ascii_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "mlp_é✓.py").write_text(RIGHT)
    words = ("check", "mlp", "--student", "mlp_é✓.py", "--json", "-")
    done = command(*words, cwd=tmp_path, stdout=subprocess.PIPE, environment=ASCII)
    assert done.stdout.isascii()
    (report,) = json.loads(done.stdout)
    # Python's own way of reading a file name depends on the locale as well
    assert report["submission"].encode("utf-8", "backslashreplace").startswith(b"mlp_")
    assert report["max_points"] == 25.0


def test_where_there_is_no_course_nothing_is_built_and_no_file_blamed(autograder: Command) -> None:
    result = autograder("build")
    assert result.code == 2
    assert "is no directory of a course: there is no solutions/ in it" in result.err


def test_a_file_that_cannot_be_read_says_why_also_where_no_lesson_is_named(autograder: Command) -> None:
    result = autograder("check", "--student", write("mine.ipynb", "no notebook"))
    assert result.code == 2
    assert "mine.ipynb cannot be checked: the notebook is not valid JSON (line 1)" in result.err
