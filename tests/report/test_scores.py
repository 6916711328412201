"""Grades as other programs read them: what is not graded is never 0 there."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
import yaml

from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.people import Person
from autograder.failures import UsageError
from autograder.picture.data import Example
from autograder.report import classroom
from autograder.report.classroom import workflow
from autograder.report.gradescope import results
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report
from autograder.report.scores import Score, canvas_table, moodle_table, words_on
from autograder.report.worksheet import filled

ADA = Person("ada", "Ada", "Lovelace, Countess", "ada@example.org", "101")
BEN = Person("ben", "Ben", "Nye", "", "no number")
CLEO = Person("cleo")


def scores(*people: Person) -> list[Score]:
    """Ada is late, ben is not graded, and cleo handed in nothing."""
    found = {
        "ada": Score("losses", ADA, 55.0, 50.255, 2.0, words="mse_loss 10/10"),
        "ben": Score("losses", BEN, 55.0, None, words="not graded yet"),
        "cleo": Score("losses", CLEO, 55.0, 0.0, handed_in=False),
    }
    return [found[person.id] for person in people]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_canvas_finds_its_columns_its_students_and_no_zero() -> None:
    """By the rules of its importer: what it looks for in the header, and where a student's id and name are."""
    more = Score("xor", ADA, 23.0, 23.0)
    header, possible, *students = rows(canvas_table([*scores(ADA, BEN, CLEO), more]))
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert header[2:] == ["SIS User ID", "SIS Login ID", "Section", "losses", "xor"]
    assert "Points Possible" in possible[0]
    assert possible[5:] == ["55", "23"]
    assert students == [
        ["Lovelace, Countess, Ada", "101", "", "ada", "", "48.26", "23"],
        ["Nye, Ben", "", "", "ben", "", "", ""],
        ["cleo", "", "", "cleo", "", "", ""],
    ]


def test_moodle_reads_no_score_as_none() -> None:
    header, *students = rows(moodle_table(scores(ADA, BEN, CLEO)))
    assert header == ["Username", "First name", "Last name", "losses", "losses feedback"]
    assert students == [
        ["ada", "Ada", "Lovelace, Countess", "48.26", "mse_loss 10/10; late: -2"],
        ["ben", "Ben", "Nye", "-", "not graded yet"],
        ["cleo", "", "", "-", ""],
    ]


def test_moodle_can_find_students_by_mail_where_all_have_one() -> None:
    """A row without one would give its grade to the student of the row before."""
    assert "Email address" in rows(moodle_table(scores(ADA)))[0]
    assert "Email address" not in rows(moodle_table(scores(ADA, BEN)))[0]


def check(name: str, outcome: str, points: float, worth: float) -> CheckResult:
    return CheckResult(name, f"The title of {name}.", outcome, points, worth, None, 0.1)  # type: ignore[arg-type]


REPORT = Report(
    "activations",
    "s01",
    4.0,
    seconds=1.6,
    flags=(Flag("delegation", "tanh", "a call of tanh"),),
    exercises=(
        ExerciseResult("sigmoid", (check("a", "passed", 1.0, 1.0),)),
        ExerciseResult(
            "softmax",
            (check("b", "passed", 1.0, 1.0), check("c", "failed", 0.0, 2.0), check("d", "skipped", 0.0, 0.0)),
            (Misconception("m", "divides by the sum of all", "What should each row add up to?"),),
            "named",
            Example("softmax(x)", "1", "2"),
        ),
    ),
)


WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Feedback comments
Participant 7,"Ada Lovelace, Countess",ada@example.org,Submitted,,100.00,Yes,
Participant 8,Ben Nye,,Submitted,12.00,100.00,Yes,"by hand"
Participant 9,Cleo,cleo@example.org,No submission,,100.00,Yes,
Participant 10,Dan Dole,dan@example.org,Submitted,50.00,100.00,No,
"""


def test_a_worksheet_of_moodles_is_filled_in() -> None:
    """An empty grade is skipped there, an empty comment is not: what there is nothing to say of stays."""
    dan = Score("losses", Person("dan", "Dan", "Dole"), 55.0, 55.0)
    zoe = Score("losses", Person("zoe"), 55.0, 1.0)
    done = filled(WORKSHEET, [*scores(ADA, BEN, CLEO), dan, zoe])
    before, after = (list(csv.reader(io.StringIO(text))) for text in (WORKSHEET, done.text))
    assert after[1] == [*before[1][:4], "87.74", *before[1][5:-1], "mse_loss 10/10; late: -2"]
    assert [after[0], *after[2:]] == [before[0], *before[2:]]
    assert (done.count, done.notes) == (
        1,
        (
            "a score of 55 points is a grade of 100 there",
            "locked in Moodle, and left: dan",
            "no score here, and left: Ben Nye, Cleo",
            "not in the worksheet: zoe",
        ),
    )


def test_a_worksheet_without_names_has_the_ids_that_its_files_were_given() -> None:
    text = "Identifier;Grade;Maximum Grade\nParticipant 7;;55,00\n"
    done = filled(text, [Score("losses", Person("participant-7"), 55.0, 50.5)])
    assert done.text.splitlines()[1] == "Participant 7;50,5;55,00"
    with pytest.raises(UsageError, match="no column Grade"):
        filled("Identifier,Bewertung\n", [])


def test_a_report_in_a_line() -> None:
    assert words_on(REPORT) == "sigmoid 1/1; softmax 1/3: divides by the sum of all"
    assert words_on(Report("activations", "s01", 4.0, graded=False, reason="no sandbox")) == "not graded yet"
    extra = ExerciseResult("test_softmax", (check("e", "failed", 0.0, 10.0),), optional=True)
    assert words_on(replace(REPORT, exercises=(*REPORT.exercises, extra))) == words_on(REPORT), "it counts nothing"


def test_gradescope_shows_each_check_and_the_mistake_where_it_first_shows() -> None:
    found = results(REPORT)
    assert found["score"] == sum(test["score"] for test in found["tests"]) == 2.0
    assert sum(test["max_score"] for test in found["tests"]) == REPORT.max_points
    assert found["execution_time"] == 2
    assert found["output"] == "tanh: a call of tanh"
    told = {test["number"]: (test["status"], test["output"]) for test in found["tests"]}
    assert told["1.1"] == ("passed", "")
    assert told["2.2"][0] == "failed"
    assert "What should each row add up to?" in told["2.2"][1]
    assert told["2.3"] == ("failed", "")


def test_gradescope_gets_no_score_for_what_is_not_graded() -> None:
    with pytest.raises(UsageError, match="was not graded: no sandbox"):
        results(Report("activations", "s01", 4.0, graded=False, reason="no sandbox"))


def test_a_classroom_gives_the_points_of_each_exercise() -> None:
    """The reporter takes the result of each step from a variable that is named after its id, in capitals."""
    made = yaml.safe_load(workflow(["mlp", "losses"]))
    assert made["on"] == ["push", "workflow_dispatch", "repository_dispatch"]
    steps = made["jobs"]["run-autograding-tests"]["steps"]
    graders = {step["id"]: step["with"] for step in steps if "command-grader" in step.get("uses", "")}
    worth = {name: points for name, points in {**points_of("mlp"), **points_of("losses")}.items() if points}
    assert {name: each["max-score"] for name, each in graders.items()} == worth
    assert graders["mse_loss"]["command"] == "autograder check mse_loss --student ."
    reporter = steps[-1]
    assert reporter["with"]["runners"].split(",") == list(worth)
    assert reporter["env"] == {f"{n.upper()}_RESULTS": f"${{{{steps.{n}.outputs.result}}}}" for n in worth}


def test_a_classroom_installs_the_kit_from_where_the_course_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody says where that is, the step stops with what to write."""
    assert yaml.safe_load(workflow(["mlp"]))["env"] == {"KIT": ""}
    published = replace(kits_own(), address="https://github.com/teacher/course")
    monkeypatch.setattr(classroom, "course_of", lambda lesson: published)
    assert yaml.safe_load(workflow(["mlp"]))["env"] == {"KIT": "git+https://github.com/teacher/course"}
