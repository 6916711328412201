"""The examiner: how checks end, what they cost, and that nothing around it has a say."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Unpack

import pytest
import torch

import autograder
from autograder.channel.inline import InlineChannel
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course import courses, exercises
from autograder.examiner.session import Examiner
from autograder.failures import CourseError, GraderError, StudentTimeout
from autograder.grading.examine import examine_all
from autograder.grading.job import Job
from autograder.report.results import CheckResult, Report
from autograder.submission.cells import Cell, Submission, read
from autograder.wire.messages import Options, Reply, Request
from tests.banks import ROOT

# --- a lesson of our own ----------------------------------------------------------------------------

HEAD = "import torch\nfrom autograder import exercise, expect\n"

Examine = Callable[..., Report]


def forget() -> None:
    """The next lesson of this name is another one."""
    for name in [name for name in sys.modules if name.startswith("autograder_course_")]:
        del sys.modules[name]
    for cached in (courses._around, courses._in_place, exercises._checks, exercises._vocabulary):
        cached.cache_clear()


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Examine]]:
    """Makes a lesson of these checks, and examines functions by them."""

    def make(checks: str, seed: str = "public") -> Examine:
        folder = tmp_path / "lessons" / "fake"
        folder.mkdir(exist_ok=True, parents=True)
        (folder / "checks.py").write_text(HEAD + checks)
        (tmp_path / "course.toml").write_text('title = "A course"\nlessons = ["fake"]\n')
        monkeypatch.setattr(courses, "_PLACE", [tmp_path])
        forget()
        ours = Examiner(seed)

        def examine(progress: Any = None, **functions: Any) -> Report:
            channel = InlineChannel({"__name__": "submission", **functions})
            return ours.examine(channel, "fake", "someone", progress=progress)

        return examine

    yield make
    forget()


def outcomes(report: Report) -> list[str]:
    return [check.outcome for each in report.exercises for check in each.checks]


def messages(report: Report) -> list[str]:
    return [check.message for each in report.exercises for check in each.checks]


CHAIN = '''
@exercise("f", points=1)
def test_exists(student):
    """It exists."""
    expect.defined(student.f)

@exercise("f", points=2)
def test_values(student):
    """The values are right."""
    expect.equal(student.f(), 1)

@exercise("f", points=4, needs=["test_values"])
def test_more(student):
    """There is more."""
    student.f()

@exercise("f", points=8, needs=["test_more"])
def test_most(student):
    """There is most."""
    student.f()

@exercise("g", points=16)
def test_g(student):
    """g is right."""
    expect.equal(student.g(), 1)
'''


def test_points_are_those_of_the_checks_that_passed(lesson: Callable[..., Examine]) -> None:
    examine = lesson(CHAIN)
    report = examine(f=lambda: 1, g=lambda: 2)
    assert outcomes(report) == ["passed"] * 4 + ["failed"]
    assert (report.points, report.max_points) == (15.0, 31.0)
    assert [(each.name, each.points, each.max_points) for each in report.exercises] == [
        *(("f", 15.0, 15.0), ("g", 0.0, 16.0)),
    ]
    assert [check.points for check in report.exercises[0].checks] == [1, 2, 4, 8]


def test_what_needs_a_failed_check_is_skipped(lesson: Callable[..., Examine]) -> None:
    report = lesson(CHAIN)(f=lambda: 2, g=lambda: 1)
    assert outcomes(report) == ["passed", "failed", "skipped", "skipped", "passed"]
    assert messages(report)[2:4] == ["needs: The values are right.", "needs: There is more."]
    assert report.points == 17


def test_everything_needs_the_first_check_of_its_exercise(lesson: Callable[..., Examine]) -> None:
    report = lesson(CHAIN)(g=lambda: 1)
    assert outcomes(report) == ["failed", "skipped", "skipped", "skipped", "passed"]
    assert messages(report)[1] == "needs: It exists."


def test_the_next_submission_has_no_history(lesson: Callable[..., Examine]) -> None:
    examine = lesson(CHAIN)
    examine()
    assert outcomes(examine(f=lambda: 1, g=lambda: 1)) == ["passed"] * 5


def test_some_exercises_can_be_examined_alone(lesson: Callable[..., Examine]) -> None:
    lesson(CHAIN)
    channel = InlineChannel({"g": lambda: 1})
    report = Examiner().examine(channel, "fake", "someone", ["g"])
    assert [each.name for each in report.exercises] == ["g"]
    assert (report.points, report.max_points) == (16.0, 16.0)


def test_progress_is_told(lesson: Callable[..., Examine]) -> None:
    told: list[tuple[int, int, str]] = []
    lesson(CHAIN)(lambda *step: told.append(step), f=lambda: 1, g=lambda: 1)
    assert told[0] == (0, 5, "It exists.")
    assert told[-1] == (4, 5, "g is right.")


def test_running_out_of_time_skips_the_rest_of_the_exercise(lesson: Callable[..., Examine]) -> None:
    def endless() -> None:
        while True:
            pass

    checks = CHAIN.replace('"f", points=2', '"f", points=2, timeout=0.1').replace(', needs=["test_values"]', "")
    report = lesson(checks)(f=endless, g=lambda: 1)
    assert outcomes(report) == ["passed", "timeout", "skipped", "skipped", "passed"]
    assert "did not finish within 0.1 seconds" in messages(report)[1]
    assert "ran out of time" in messages(report)[2]
    assert report.points == 17


def test_an_exception_of_the_students_is_an_error_and_costs_its_check(lesson: Callable[..., Examine]) -> None:
    def raising() -> int:
        return {}["key"]  # type: ignore[no-any-return]  # it raises

    report = lesson(CHAIN)(f=raising, g=lambda: 1)
    assert outcomes(report) == ["passed", "error", "skipped", "skipped", "passed"]
    assert messages(report)[1].startswith("Your code raised KeyError: 'key'")


@pytest.mark.parametrize(
    "raised", [SystemExit(3), GeneratorExit(), pytest.skip.Exception("full marks"), StopIteration()]
)
def test_no_exception_of_the_students_ends_the_session(
    lesson: Callable[..., Examine], raised: BaseException
) -> None:
    def raising() -> None:
        raise raised

    assert outcomes(lesson(CHAIN)(f=raising, g=lambda: 1)) == ["passed", "error", "skipped", "skipped", "passed"]


@pytest.mark.parametrize("bug", ["valeu.shape", "import a_module_that_nobody_has"])
def test_a_name_that_an_author_has_misspelt_costs_nobody_a_point(lesson: Callable[..., Examine], bug: str) -> None:
    examine = lesson(CHAIN.replace("    expect.equal(student.g(), 1)", f"    value = student.g()\n    {bug}"))
    with pytest.raises(CourseError, match=r"the check test_\w+ is broken: .*checks\.py, line \d+: "):
        examine(f=lambda: 1, g=lambda: torch.ones(2))


@pytest.mark.parametrize("bug", ["value.shape[7]", "value.a", "assert value == 5", "1 / 0", "value.no_such()"])
def test_a_bug_of_a_check_is_an_error_in_words(lesson: Callable[..., Examine], bug: str) -> None:
    report = lesson(CHAIN.replace("    expect.equal(student.g(), 1)", f"    value = student.g()\n    {bug}"))(
        f=lambda: 1, g=lambda: torch.ones(2)
    )
    assert outcomes(report) == ["passed"] * 4 + ["error"]
    assert messages(report)[-1].startswith("The check could not make sense of what came back")
    assert report.points == 15


def test_a_failure_names_the_call_and_what_came_back(lesson: Callable[..., Examine]) -> None:
    checks = '''
@exercise("f", points=1)
def test_f(student):
    """f doubles."""
    expect.close(student.f(torch.tensor([1.0, 2.0]), scale=3), torch.tensor([2.0, 4.0]), because="it must")
'''
    report = lesson(checks)(f=lambda x, scale: x * scale)
    assert messages(report) == [
        "the values are right (it must)\n"
        "    call: f(tensor([1, 2]), scale=3)\n"
        "expected: tensor([2, 4])\n"
        "     got: tensor([3, 6])"
    ]
    finding = report.exercises[0].checks[0].finding
    assert finding is not None
    assert finding.got == "tensor([3, 6])"


def test_a_check_that_cannot_be_collected_is_the_graders_failure(lesson: Callable[..., Examine]) -> None:
    with pytest.raises(GraderError, match=r"checks cannot be read: .*checks\.py, line 3"):
        lesson("import a_module_that_nobody_has\n" + CHAIN)


# --- random inputs ----------------------------------------------------------------------------------

RANDOM = '''
@exercise("f", points=1)
def test_one(student, rng):
    """One."""
    student.f(rng.normal(3), rng.uniform(2), rng.integers(0, 1000, 4), rng.permutation(9))

@exercise("f", points=1)
def test_two(student, rng):
    """Two."""
    student.f(rng.normal(3), rng.uniform(2), rng.integers(0, 1000, 4), rng.permutation(9))
'''


def numbers(examine: Examine) -> list[list[Any]]:
    """What a submission gets to see, check by check."""
    seen: list[list[Any]] = []
    assert outcomes(examine(f=lambda *tensors: seen.append([t.tolist() for t in tensors]))) == ["passed"] * 2
    return seen


def test_the_same_seed_gives_the_same_numbers(lesson: Callable[..., Examine]) -> None:
    examine = lesson(RANDOM)
    torch.manual_seed(1)
    first = numbers(examine)
    torch.manual_seed(2)
    assert numbers(examine) == first == numbers(lesson(RANDOM))


def test_another_salt_gives_other_numbers_and_so_does_another_check(lesson: Callable[..., Examine]) -> None:
    public, salted = numbers(lesson(RANDOM)), numbers(lesson(RANDOM, "a secret"))
    assert all(a != b for one, other in zip(public, salted, strict=True) for a, b in zip(one, other, strict=True))
    assert all(a != b for a, b in zip(*public, strict=True))


# --- real lessons -----------------------------------------------------------------------------------


def examined(examiner: Examiner, zygote: Zygote, lesson: str, *cells: str) -> Report:
    """The report of a lesson's solution with these cells after it."""
    solution = read(ROOT / "solutions" / f"{lesson}.py")
    handed_in = Submission("one", solution.path, "script", (*solution.cells, *map(Cell, cells)))
    channel = ProcessChannel(zygote, handed_in)
    try:
        return examiner.examine(channel, lesson, "one")
    finally:
        channel.stop()


def lost(report: Report) -> dict[str, list[CheckResult]]:
    """The checks that did not pass, by exercise."""
    found = {each.name: [c for c in each.checks if c.outcome != "passed"] for each in report.exercises}
    return {name: checks for name, checks in found.items() if checks}


@pytest.mark.parametrize(
    ("lesson_name", "wrong", "cells"),
    [
        (
            "activations",
            "sigmoid",
            [
                "def tanh(x):\n    return 2 * sigmoid(2 * x) - 1",
                "def sigmoid(x):\n    return x",
            ],
        ),
        (
            "activations",
            "relu",
            [
                "def relu(x):\n    raise NotImplementedError()",
                "def leaky_relu(x, negative_slope=0.01):\n    return relu(x) - negative_slope * relu(-x)",
            ],
        ),
        (
            "perceptron",
            "weighted_sum",
            [
                "def weighted_sum(inputs, weights, bias):\n    return inputs @ weights - bias",
                "def perceptron(inputs, weights, bias):\n"
                "    return torch.sigmoid(weighted_sum(inputs, weights, bias))",
                "def predict(inputs, weights, bias, threshold=0.5):\n"
                "    return (perceptron(inputs, weights, bias) >= threshold).float()",
            ],
        ),
    ],
    ids=["tanh by a wrong sigmoid", "leaky_relu by no relu", "a perceptron of a wrong sum"],
)
def test_one_mistake_costs_once(
    examiner: Examiner, zygote: Zygote, lesson_name: str, wrong: str, cells: list[str]
) -> None:
    report = examined(examiner, zygote, lesson_name, *cells)
    assert list(lost(report)) == [wrong]


def test_a_sibling_that_never_ends_is_waited_for_once(examiner: Examiner, zygote: Zygote) -> None:
    """Even where another exercise calls it by way of a third one."""
    waited: list[str] = []

    class Impatient(ProcessChannel):
        def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
            try:
                return super().ask(request, min(timeout, 1.0), **options)
            except StudentTimeout:
                waited.append(request["op"])
                raise

    cells = [
        Cell(source)
        for source in (
            "import torch",
            "def weighted_sum(inputs, weights, bias):\n    while True: pass",
            "def perceptron(inputs, weights, bias):\n"
            "    return torch.sigmoid(weighted_sum(inputs, weights, bias))",
            "def predict(inputs, weights, bias, threshold=0.5):\n"
            "    return (perceptron(inputs, weights, bias) >= threshold).float()",
        )
    ]
    channel = Impatient(zygote, Submission("one", Path("one"), "notebook", tuple(cells)))
    try:
        report = examiner.examine(channel, "perceptron", "one", ["weighted_sum", "perceptron", "predict"])
    finally:
        channel.stop()
    assert list(lost(report)) == ["weighted_sum"]
    assert waited == ["call"]


def test_a_right_sibling_does_not_help_a_wrong_exercise(examiner: Examiner, zygote: Zygote) -> None:
    report = examined(examiner, zygote, "activations", "def tanh(x):\n    return 2 * sigmoid(x) - 1")
    assert list(lost(report)) == ["tanh"]


def test_habits_that_cost_nothing(examiner: Examiner, zygote: Zygote) -> None:
    """Prints, warnings, a global seed, float64 inside, helpers, state of one's own: none of it is a mistake."""
    noisy = """
import sys, warnings
import numpy as np
torch.manual_seed(0)
np.seterr(all="ignore")
calls = []
print("hello", file=sys.stderr)
def sigmoid(x):
    warnings.warn("look at me")
    print("x is", x)
    print("x is", x, file=sys.stderr)
    calls.append(x.detach())
    wide = 1 / (1 + torch.exp(-x.double().abs()))
    return torch.where(x >= 0, wide, 1 - wide).to(x.dtype)
sigmoid(torch.zeros(3))
"""
    assert lost(examined(examiner, zygote, "activations", noisy)) == {}


def test_a_cell_that_fails_costs_only_what_it_defines(examiner: Examiner, zygote: Zygote) -> None:
    report = examined(examiner, zygote, "activations", "def sigmoid(x): return x\nimport nothing_like_it", "1 / 0")
    assert list(lost(report)) == ["sigmoid"]


def test_delegation_is_flagged_and_costs(examiner: Examiner, zygote: Zygote) -> None:
    report = examined(examiner, zygote, "activations", "def tanh(x):\n    return torch.tanh(x)")
    (flag,) = report.flags
    assert (flag.kind, flag.exercise) == ("delegation", "tanh")
    assert "tanh" in flag.detail
    (check,) = lost(report)["tanh"]
    assert check.max_points > 0
    assert "written by you" in check.message


def test_code_that_does_not_run_is_flagged_and_costs_nothing(examiner: Examiner, zygote: Zygote) -> None:
    cell = "def relu(x, debug=False):\n    if debug:\n        print(torch.relu(x))\n    return x.clamp(min=0)"
    report = examined(examiner, zygote, "activations", cell)
    assert lost(report) == {}
    (flag,) = report.flags
    assert (flag.kind, flag.exercise) == ("delegation", "relu")
    assert flag.detail == "relu stands in code that no check has run"


@pytest.mark.ci
@pytest.mark.parametrize(
    "choice", ["x.shape != (2, 3)", "x.requires_grad", "x.dtype == torch.float64", "x.abs().max() > 100"]
)
def test_code_that_runs_in_another_check_costs(examiner: Examiner, zygote: Zygote, choice: str) -> None:
    """All calls of all checks are watched, and not only the one that is about it."""
    cell = f"def relu(x):\n    return torch.relu(x) if {choice} else x.clamp(min=0)"
    report = examined(examiner, zygote, "activations", cell)
    assert [check.id for check in lost(report)["relu"]] == ["test_relu_own_work"]


def test_a_step_of_torchs_in_another_check_costs(examiner: Examiner, zygote: Zygote) -> None:
    """It steps by itself with the learning rate of the check that is about it, and by torch's with others."""
    cell = """
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.theirs = torch.optim.SGD(self.params, lr=lr, momentum=momentum)
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        if self.lr != 0.1 or self.momentum != 0.9:
            return self.theirs.step()
        with torch.no_grad():
            for p, v in zip(self.params, self.velocities):
                if p.grad is not None:
                    v.mul_(self.momentum).add_(p.grad)
                    p -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None
"""
    report = examined(examiner, zygote, "optimizers", cell)
    assert [check.id for check in lost(report)["SGD"]] == ["test_sgd_own_work"]


def test_a_gradient_that_is_made_of_the_built_in_costs(examiner: Examiner, zygote: Zygote) -> None:
    cell = """
class Squash(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.where(x >= 0, 1 / (1 + (-x.abs()).exp()), 1 - 1 / (1 + (-x.abs()).exp()))

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return gradient * torch.sigmoid(x) * torch.sigmoid(-x)


def sigmoid(x):
    return Squash.apply(x)
"""
    report = examined(examiner, zygote, "activations", cell)
    assert "test_sigmoid_own_work" in [check.id for check in lost(report)["sigmoid"]]


def test_an_exercise_that_the_source_does_not_show_is_flagged(examiner: Examiner, zygote: Zygote) -> None:
    code = "exec(''.join(['def rel', 'u(x): return x.clamp(min=0)']))"
    solution = [
        cell for cell in read(ROOT / "solutions" / "activations.py").cells if "def relu" not in cell.source
    ]
    submission = Submission("one", Path("one"), "notebook", (*solution, Cell(code)))
    channel = ProcessChannel(zygote, submission)
    try:
        report = examiner.examine(channel, "activations", "one", ["relu"])
    finally:
        channel.stop()
    assert report.passed
    assert [flag.kind for flag in report.flags] == ["delegation"]


@pytest.mark.ci
@pytest.mark.parametrize("terms", [400, 900, 2000, 100_000])
@pytest.mark.parametrize("sign", ["+", "-"])
def test_an_expression_that_is_nested_deeply_costs_no_more_than_its_cell(
    examiner: Examiner, zygote: Zygote, terms: int, sign: str
) -> None:
    """Python itself reads a thousand levels, and so does the grader; more are an error of that cell."""
    cell = "x = " + (" + ".join(["1"] * terms) if sign == "+" else "-" * terms + "1")
    report = examined(examiner, zygote, "activations", cell)
    assert lost(report) == {}
    if terms > 10_000:
        (flag,) = report.flags
        assert "this cell is nested too deeply to be read" in flag.detail


def test_an_exercise_that_is_nested_too_deeply_says_so(examiner: Examiner, zygote: Zygote) -> None:
    cell = "def relu(x):\n    return x.clamp(min=" + "-" * 3000 + "0)"
    solution = [
        cell for cell in read(ROOT / "solutions" / "activations.py").cells if "def relu" not in cell.source
    ]
    submission = Submission("one", Path("one"), "notebook", (*solution, Cell(cell)))
    channel = ProcessChannel(zygote, submission)
    try:
        report = examiner.examine(channel, "activations", "one")
    finally:
        channel.stop()
    assert list(lost(report)) == ["relu"]
    assert "nested too deeply" in lost(report)["relu"][0].message


def test_a_process_that_dies_costs_its_check_only(examiner: Examiner, zygote: Zygote) -> None:
    report = examined(
        examiner,
        zygote,
        "activations",
        "import os\ndef sigmoid(x):\n    if x.dim() == 3: os._exit(3)\n    return 1 / (1 + torch.exp(-x))",
    )
    assert list(lost(report)) == ["sigmoid"]
    (shape, *_) = lost(report)["sigmoid"]
    assert shape.outcome == "error"
    assert "ended the process" in shape.message
    assert report.points is not None
    assert report.points > 0.8 * report.max_points


def test_what_the_report_says_of_itself(examiner: Examiner) -> None:
    channel = InlineChannel({})
    channel.device, channel.sandbox = "mps", "bubblewrap"
    report = examiner.examine(channel, "activations", "nobody")
    assert report.points == 0
    assert report.versions == {"autograder": autograder.__version__, "torch": torch.__version__.split("+")[0]}
    assert (report.device, report.sandbox) == ("mps", "bubblewrap")
    assert not report.passed


# --- a class ----------------------------------------------------------------------------------------


def job(path: Path, text: str = "") -> Job:
    path.write_text(text)
    return Job(path, "mlp", path.stem, ("count_parameters",))


def test_what_cannot_be_graded_does_not_stop_the_others(
    examiner: Examiner, zygote: Zygote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be read, and a grader that fails for one of them: ungraded, and not zero."""
    real = examiner.examine

    def failing(channel: Any, lesson: str, submission: str, *rest: Any, **more: Any) -> Report:
        if submission == "unlucky":
            raise OSError(28, "No space left on device")
        return real(channel, lesson, submission, *rest, **more)

    monkeypatch.setattr(examiner, "examine", failing)
    right = (
        "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)"
    )
    jobs = [job(tmp_path / "bad.ipynb", "{"), job(tmp_path / "unlucky.py"), job(tmp_path / "good.py", right)]
    bad, unlucky, good = examine_all(jobs, examiner, zygote)
    assert (bad.graded, bad.points, unlucky.graded, unlucky.points) == (False, None, False, None)
    assert "not valid JSON" in str(bad.reason)
    assert "No space left" in str(unlucky.reason)
    assert good.graded
    assert good.points == good.max_points == bad.max_points


# --- undisturbed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PYTEST_ADDOPTS", "--collect-only -k nothing"),
        ("PYTEST_ADDOPTS", "--no-such-option"),
        ("PYTEST_PLUGINS", "no_such_plugin"),
        ("PYTEST_CURRENT_TEST", "something else"),
    ],
)
def test_the_environment_has_no_say(
    lesson: Callable[..., Examine], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    examine = lesson(CHAIN)
    assert os.environ[name] == value
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" not in os.environ
    assert outcomes(examine(f=lambda: 1, g=lambda: 1)) == ["passed"] * 5


@pytest.mark.ci
def test_files_beside_a_submission_have_no_say(tmp_path: Path) -> None:
    """Neither pytest's nor Python's: a submission may lie next to anything."""
    for name in (
        "conftest.py",
        "torch.py",
        "random.py",
        "autograder.py",
        "sitecustomize.py",
        "test_activations.py",
    ):
        (tmp_path / name).write_text("raise SystemExit('this file had a say')")
    for name in ("pytest.ini", ".pytest.ini", "tox.ini"):
        (tmp_path / name).write_text("[pytest]\naddopts = --collect-only -k nothing -p no_such_plugin\n")
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--no-such-option'\n")
    (tmp_path / "mine.py").write_text(
        "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)\n"
    )
    command = [sys.executable, "-P", "-c", "from autograder.cli.app import main; main()"]
    done = subprocess.run(
        [*command, "check", "count_parameters", "--student", "mine.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTEST_ADDOPTS": "--collect-only"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mine.py  mlp  " in done.stdout
