"""One mistake costs once; and exercises that lead back to each other earn nothing by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import exercises_of, given_to
from autograder.examiner.session import Examiner
from autograder.examiner.siblings import stand_ins as stand_ins_of
from autograder.report.results import Report
from autograder.submission.cells import Cell, Submission, read
from autograder.submission.outline import outline_of
from tests.banks import ROOT


def stand_ins(lesson: str, exercise: str, *cells: str) -> set[str]:
    """For which of its siblings the kit's versions stand in."""
    return set(stand_ins_of("\n\n".join(cells), lesson, exercise))


def points(examiner: Examiner, zygote: Zygote, lesson: str, *cells: str) -> dict[str, float]:
    """What each exercise of a lesson earns, where only these cells are handed in."""
    submission = Submission("one", Path("one"), "notebook", tuple(map(Cell, cells)))
    channel = ProcessChannel(zygote, submission)
    try:
        report: Report = examiner.examine(channel, lesson, "one")
    finally:
        channel.stop()
    return {exercise.name: exercise.points for exercise in report.exercises}


@pytest.mark.parametrize("signature", ["zero_grad(root)", "zero_grad(root: Value) -> None"])
def test_what_is_handed_results_of_another_gets_those_of_the_kits(
    signature: str, examiner: Examiner, zygote: Zygote
) -> None:
    """Though nothing in its code names the other."""
    value = "class Value:\n    def __init__(self, data): raise NotImplementedError()"
    clear = "    waiting = [root]\n    for node in waiting:\n        node.grad = 0.0"
    rest = "        waiting += [below for below in node.operands if below not in waiting]"
    earned = points(examiner, zygote, "autograd", value, f"def {signature}:\n{clear}\n{rest}")
    assert earned == {"numerical_gradient": 0, "Value": 0, "zero_grad": 6, "linear_backward": 0}


#: Submissions in which nothing is implemented: each exercise calls another, and all of them in a circle.
CIRCLES = {
    "activations": [
        "import torch",
        "def sigmoid(x): return 0.5 * (tanh(x / 2) + 1)",
        "def tanh(x): return 2 * sigmoid(2 * x) - 1",
        "def relu(x): return leaky_relu(x, 0.0)",
        "def leaky_relu(x, negative_slope=0.01): return relu(x) - negative_slope * relu(-x)",
    ],
    "losses": [
        "import torch",
        "def same(a, b):\n    if a.shape != b.shape: raise ValueError()",
        "def binary_cross_entropy(probabilities, targets):\n    same(probabilities, targets)\n"
        "    return bce_with_logits(torch.logit(probabilities, eps=1e-7), targets)",
        "def bce_with_logits(logits, targets):\n    same(logits, targets)\n"
        "    return binary_cross_entropy(1 / (1 + (-logits).exp()), targets)",
    ],
    "perceptron": [
        "import torch",
        "def weighted_sum(inputs, weights, bias): return torch.logit(perceptron(inputs, weights, bias))",
        "def perceptron(inputs, weights, bias): return torch.sigmoid(weighted_sum(inputs, weights, bias))",
    ],
}


@pytest.mark.parametrize("lesson", CIRCLES)
def test_a_circle_of_exercises_earns_nothing(examiner: Examiner, zygote: Zygote, lesson: str) -> None:
    earned = points(examiner, zygote, lesson, *CIRCLES[lesson])
    assert sum(earned.values()) == 0, earned


def test_a_chain_to_one_that_is_not_implemented_is_right(examiner: Examiner, zygote: Zygote) -> None:
    """That is what the kit's versions are for: the one that is missing costs its points, and no other."""
    cells = [*CIRCLES["activations"][:2], "def tanh(x): raise NotImplementedError()"]
    earned = points(examiner, zygote, "activations", *cells)
    assert earned.pop("sigmoid") == 10
    assert sum(earned.values()) == 0


def test_a_wrong_sibling_that_leads_nowhere_costs_once(examiner: Examiner, zygote: Zygote) -> None:
    cells = ["import torch", "def sigmoid(x): return x", "def tanh(x): return 2 * sigmoid(2 * x) - 1"]
    earned = points(examiner, zygote, "activations", *cells)
    assert earned["tanh"] == 10
    assert earned["sigmoid"] < 10


SIGMOID = "def sigmoid(x): return 0.5 * (tanh(x / 2) + 1)"

#: Ways for tanh to lead back to sigmoid.
BACK = [
    "def tanh(x): return 2 * sigmoid(2 * x) - 1",
    "tanh = lambda x: 2 * sigmoid(2 * x) - 1",
    "def helper(x): return sigmoid(x)\ndef tanh(x): return 2 * helper(2 * x) - 1",
    "squash = sigmoid\ndef tanh(x): return 2 * squash(2 * x) - 1",
    "functions = {'s': sigmoid}\ndef tanh(x): return 2 * functions['s'](2 * x) - 1",
    "functions = []\nfunctions.append(sigmoid)\ndef tanh(x): return 2 * functions[0](2 * x) - 1",
    "functions = {}\nfunctions['s'] = sigmoid\ndef tanh(x): return 2 * functions['s'](2 * x) - 1",
    "class Curve:\n    def at(self, x): return sigmoid(x)\ndef tanh(x): return 2 * Curve().at(2 * x) - 1",
    "class Curve:\n    at = staticmethod(sigmoid)\ntanh = lambda x: 2 * Curve.at(2 * x) - 1",
    "def tanh(x, squash=sigmoid): return 2 * squash(2 * x) - 1",
    "def tanh(x):\n    def inner(y): return sigmoid(y)\n    return 2 * inner(2 * x) - 1",
    "def tanh(x): return [2 * sigmoid(y) - 1 for y in [2 * x]][0]",
    "import functools\ntanh = functools.partial(sigmoid)",
    "def by(f):\n    return lambda g: lambda x: 2 * f(2 * x) - 1\n@by(sigmoid)\ndef tanh(x): pass",
    "if True:\n    def tanh(x): return 2 * sigmoid(2 * x) - 1",
    "try:\n    tanh = lambda x: 2 * sigmoid(2 * x) - 1\nexcept Exception:\n    pass",
    "for tanh in [lambda x: 2 * sigmoid(2 * x) - 1]:\n    pass",
    "def setup():\n    global tanh\n    tanh = lambda x: 2 * sigmoid(2 * x) - 1\nsetup()",
    "def tanh(x): return 2 * globals()['sigmoid'](2 * x) - 1",
    "def tanh(x): return 2 * eval('sigmoid(2 * x)') - 1",
    "import sys\ndef tanh(x): return 2 * getattr(sys.modules[__name__], 'sigmoid')(2 * x) - 1",
    "def tanh(x): return 2 * get_ipython().user_ns['sigmoid'](2 * x) - 1",
    "name = 'sigmoid'\ndef tanh(x): return 2 * globals()[name](2 * x) - 1",
    "globals()['tanh'] = lambda x: 2 * sigmoid(2 * x) - 1",
    "def tanh(x): return softmax(x)\ndef softmax(x, dim=-1): return relu(x)\ndef relu(x): return sigmoid(x)",
    "def tanh(x): pass\ntanh.function = sigmoid\n",
]


@pytest.mark.parametrize("back", BACK)
def test_a_sibling_that_leads_back_gets_no_stand_in(back: str) -> None:
    assert stand_ins("activations", "sigmoid", SIGMOID, back) == set()


#: What tanh may hold without leading back to sigmoid.
NOT_BACK = [
    "def tanh(x):\n    'As 2 * sigmoid(2 * x) - 1, but by hand.'\n    return x.sinh() / x.cosh()",
    "def tanh(x):\n    sigmoid = 1 / (1 + (-2 * x).exp())\n    return 2 * sigmoid - 1",
    "def tanh(sigmoid): return sigmoid.exp()",
    "def tanh(x): return 2 * torch.sigmoid(2 * x) - 1",
    "def tanh(x): return [sigmoid for sigmoid in [x]][0]",
    "def tanh(x): return (lambda sigmoid: 2 * sigmoid - 1)(x)",
    "def tanh(x: sigmoid) -> sigmoid: return x",
    "def tanh(x): return 2 * x.sigmoid() - 1",
    "import torch\ndef tanh(x): return 2 * getattr(torch, 'sigmoid')(2 * x) - 1",
    "def tanh(x): return 2 * sigmoid(2 * x) - 1\ndef tanh(x): return x.exp()",
    "def tanh(x): raise NotImplementedError()\nprint(sigmoid(1), tanh(1))",
    "def tanh(x): return x\ntests = [(sigmoid, 's'), (tanh, 't')]\ncompare(sigmoid, tanh)",
]


@pytest.mark.parametrize("other", NOT_BACK)
def test_what_only_has_its_name_gets_a_stand_in(other: str) -> None:
    assert stand_ins("activations", "sigmoid", SIGMOID, other) == {"tanh"}


@pytest.mark.parametrize(
    "other",
    [
        "def tanh(x): return 2 * globals()['sig' + 'moid'](2 * x) - 1",
        "tanh = type(lambda: 0)(sigmoid.__code__, globals())",
        "exec('def tanh(x): return 2 * sigmoid(2 * x) - 1')",
        "%%capture\ntanh = lambda x: 2 * sigmoid(2 * x) - 1",
    ],
)
def test_a_chain_that_the_source_hides_earns_no_more_than_nothing_written(
    examiner: Examiner, zygote: Zygote, other: str
) -> None:
    """At most one of the two is helped: the one whose own code is right."""
    hidden = points(examiner, zygote, "activations", "import torch", SIGMOID, other)
    honest = points(examiner, zygote, "activations", "import torch", SIGMOID)
    assert sum(hidden.values()) <= sum(honest.values())


@pytest.mark.parametrize("lesson", [path.stem for path in sorted((ROOT / "solutions").glob("*.py"))])
def test_no_solution_is_a_circle(lesson: str) -> None:
    source = read(ROOT / "solutions" / f"{lesson}.py").source
    exercises = set(exercises_of(lesson))
    for exercise in exercises:
        called = outline_of(source).names_used(exercise, exercises - {exercise}) & (exercises - {exercise})
        assert stand_ins(lesson, exercise, source) == called | given_to(lesson, exercise)


LEANS = (
    "import torch",
    "def weighted_sum(inputs, weights, bias): return inputs.sum()",
    "def perceptron(inputs, weights, bias): return torch.sigmoid(weighted_sum(inputs, weights, bias))",
)


@pytest.mark.parametrize(("right", "earned"), [(False, 6.0), (True, 0.0)])
def test_none_stands_in_where_they_are_known_to_be_right(
    right: bool, earned: float, examiner: Examiner, zygote: Zygote
) -> None:
    """Whoever says so of a wrong one gets what it makes of the exercise."""
    submission = Submission("one", Path("one"), "notebook", tuple(map(Cell, LEANS)))
    channel = ProcessChannel(zygote, submission)
    try:
        report = examiner.examine(channel, "perceptron", "one", ["perceptron"], right_siblings=right)
    finally:
        channel.stop()
    assert report.points == earned
    assert points(examiner, zygote, "perceptron", *LEANS)["perceptron"] == 6.0, "the next one is examined as ever"


@pytest.mark.parametrize("enough", [1, 2, None])
def test_an_examination_ends_once_enough_is_lost(enough: int | None, examiner: Examiner, zygote: Zygote) -> None:
    """A check that is skipped, or worth nothing, does not count."""
    cells = tuple(map(Cell, ("import torch", "def relu(x): return x")))
    channel = ProcessChannel(zygote, Submission("one", Path("one"), "notebook", cells))
    try:
        report = examiner.examine(channel, "activations", "one", ["relu"], enough=enough)
    finally:
        channel.stop()
    (relu,) = report.exercises
    lost = [check for check in relu.checks if check.wrong and check.max_points]
    assert len(lost) == enough if enough else len(lost) > 2
    assert (relu.checks[-1] in lost) == (enough is not None)
