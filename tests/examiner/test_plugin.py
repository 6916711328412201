"""`pytest --student PATH autograder/lessons`, as someone who knows pytest uses it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import autograder.lessons
from autograder.course.exercises import checks_of

LESSONS = Path(autograder.lessons.__file__).parent
CHECKS = str(LESSONS / "mlp" / "checks.py")
COUNT = ("-k", "test_count", CHECKS)

RIGHT = "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)\n"
WRONG = "def count_parameters(model):\n    return len(list(model.parameters()))\n"


@pytest.fixture(autouse=True)
def quick(lent_zygote: None, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in this process neither start a zygote nor load plugins that have no part in this."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    options = ("-p autograder.examiner.plugin", f"--config-file={os.devnull}", f"--rootdir={pytester.path}")
    monkeypatch.setenv("PYTEST_ADDOPTS", " ".join(options))


@pytest.fixture
def as_installed(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a process of its own, which loads what pytest loads."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    monkeypatch.delenv("PYTEST_ADDOPTS")


def notebook(source: str) -> str:
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def shows_nothing_of_ours(result: pytest.RunResult) -> None:
    text = result.stdout.str() + result.stderr.str()
    rooms = [f"autograder/{room}/" for room in ("expect", "examiner", "channel", "student", "worker")]
    for word in ("Traceback", *rooms, "INTERNALERROR", "def pytest_"):
        assert word not in text


@pytest.mark.parametrize(("name", "text"), [("mine.py", RIGHT), ("mine.ipynb", notebook(RIGHT))])
def test_a_right_file_passes(pytester: pytest.Pytester, name: str, text: str) -> None:
    pytester.path.joinpath(name).write_text(text)
    result = pytester.runpytest_inprocess("--student", name, *COUNT, "-v")
    assert result.ret == 0
    result.stdout.fnmatch_lines([f"*::test_count_parameters_*[[]{name}[]] PASSED*"])


def test_a_failure_is_told_by_its_title_in_words(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mine.py").write_text(WRONG)
    result = pytester.runpytest_inprocess("--student", "mine.py", *COUNT)
    assert result.ret == 1
    assert result.parseoutcomes()["failed"] >= 1
    result.stdout.fnmatch_lines(["*expected: *", "*got: *"])
    titles = [check.title for check in checks_of("mlp") if check.exercise == "count_parameters"]
    assert any(title in result.stdout.str() for title in titles)
    shows_nothing_of_ours(result)


def test_exceptions_of_the_students_and_skips(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mine.py").write_text("def count_parameters(model):\n    return model.nothing\n")
    result = pytester.runpytest_inprocess("--student", "mine.py", *COUNT, "-rs")
    result.stdout.fnmatch_lines(["Your code raised AttributeError*", "*line 2, in count_parameters*"])
    shows_nothing_of_ours(result)
    pytester.path.joinpath("mine.py").write_text("")
    result = pytester.runpytest_inprocess("--student", "mine.py", *COUNT, "-rs")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert outcomes["skipped"] >= 1
    assert "passed" not in outcomes
    result.stdout.fnmatch_lines(["SKIPPED*needs: *"])


def test_a_folder_of_both_kinds_is_checked_file_by_file(pytester: pytest.Pytester) -> None:
    for name, text in {"ada/mlp.py": RIGHT, "ben/mlp.ipynb": notebook(WRONG), "cleo/losses.py": WRONG}.items():
        path = pytester.path / "class" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    result = pytester.runpytest_inprocess("--student", "class", *COUNT, "-v")
    result.stdout.fnmatch_lines(["*class/ada/mlp.py[]] PASSED*"])
    result.stdout.fnmatch_lines(["*class/ben/mlp.ipynb[]] FAILED*"])
    result.stdout.no_fnmatch_line("*class/ada/mlp.py[]] FAILED*")
    result.stdout.no_fnmatch_line("*cleo*")


def test_the_mistakes_of_one_file_are_not_those_of_the_next(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mlp_a.py").write_text("")
    pytester.path.joinpath("mlp_b.py").write_text(RIGHT)
    result = pytester.runpytest_inprocess("--student", "mlp_a.py", "--student", "mlp_b.py", *COUNT)
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert outcomes["passed"] == outcomes["skipped"] + 1


def test_a_check_alone_comes_out_as_among_the_others(pytester: pytest.Pytester) -> None:
    """What it needs has run before it, unseen."""
    pytester.path.joinpath("mine.py").write_text("")
    result = pytester.runpytest_inprocess("--student", "mine.py", f"{CHECKS}::test_count_parameters_values", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED*needs: *"])
    pytester.path.joinpath("mine.py").write_text(RIGHT)
    pytester.runpytest_inprocess(
        "--student", "mine.py", f"{CHECKS}::test_count_parameters_values"
    ).assert_outcomes(passed=1)


def test_a_file_that_cannot_be_read_says_why(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mlp.ipynb").write_text("{")
    result = pytester.runpytest_inprocess("--student", "mlp.ipynb", *COUNT)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*the notebook is not valid JSON*"])
    shows_nothing_of_ours(result)


def test_a_path_that_is_not_there(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess("--student", "nothing.py", *COUNT)
    assert result.ret != 0
    assert "there is no file or folder nothing.py" in result.stdout.str() + result.stderr.str()
    shows_nothing_of_ours(result)


def test_without_a_student_pytest_says_how_to_name_one(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess(*COUNT)
    assert result.ret != 0
    assert "pytest --student PATH autograder/lessons" in result.stdout.str() + result.stderr.str()
    shows_nothing_of_ours(result)


@pytest.mark.usefixtures("as_installed")
def test_other_peoples_tests_notice_nothing(pytester: pytest.Pytester) -> None:
    """The plugin is loaded by every pytest session on the machine."""
    pytester.makepyfile(
        """
        import sys
        import pytest

        @pytest.fixture
        def student():
            return "Ada"

        @pytest.fixture
        def rng():
            return 4

        def test_theirs(student, rng, request):
            assert (student, rng) == ("Ada", 4)
            assert request.config.pluginmanager.has_plugin("autograder")
            assert not {"torch", "autograder.examiner.session", "autograder.submission.cells"} & {*sys.modules}
        """
    )
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=1)


@pytest.mark.ci
@pytest.mark.usefixtures("as_installed")
def test_it_is_there_without_being_asked_for(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("mine.py").write_text(RIGHT)
    result = pytester.runpytest_subprocess("--student", "mine.py", "-p", "no:cacheprovider", *COUNT)
    assert result.ret == 0
    assert result.parseoutcomes()["passed"] >= 3
