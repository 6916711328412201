"""What a mistake costs: its own points, not nearly all; and what earns nothing."""

from __future__ import annotations

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.report.results import Report
from tests.banks import Entry, entries

#: Of an entry of the banks: the points that it keeps, and words that a student reads of what it lost.
KEPT: dict[tuple[str, str], tuple[float, str]] = {
    ("weighted_sum", "one sample only, by torch.dot"): (6, "1D tensors"),
    ("weighted_sum", "keeps the last dimension"): (8, "has shape (3,)"),
    ("weighted_sum", "forgets the bias"): (5, "0.5 * 2 - 1 * 1 + 0.25"),
    ("weighted_sum", "list"): (7, "is a tensor"),
    ("weighted_sum", "view"): (8, "transposed"),
    ("perceptron", "a column for each sample"): (5, "has shape (3,)"),
    ("perceptron", "branch by any"): (5, "inf / inf is nan"),
    ("predict", "> instead of >="): (5, "the output is exactly 0.5"),
    ("predict", "one sample only"): (4, "torch.where"),
    ("predict", "no default threshold"): (5, "threshold"),
    ("predict", "a list"): (5, "is a tensor"),
    ("fit_perceptron", "step with > instead of >="): (14, "a weighted sum of exactly 0 counts as 1"),
    ("fit_perceptron", "no errors returned"): (11, "return weights, bias, errors"),
    ("fit_perceptron", "total of errors instead of a list"): (11, "list"),
    ("fit_perceptron", "the final 0 is missing"): (13, "[2, 3, 3, 2, 1, 0]"),
    ("fit_perceptron", "never stops early"): (14, "learning has stopped"),
    ("fit_perceptron", "one epoch too many"): (14, "max_epochs=1"),
    ("fit_perceptron", "other argument names"): (13, "max_epochs"),
    ("fit_perceptron", "visits the samples backwards"): (7, "no shuffling"),
    ("sigmoid", "clamped at 12"): (9, "right to six places"),
    ("sigmoid", "numbers one at a time, by if"): (7, "torch.where"),
    ("sigmoid", "flattened"): (9, "has shape (2, 3)"),
    ("sigmoid", "numpy's exp"): (9, "torch.exp, not np.exp"),
    ("relu", "zeros on the CPU"): (9, "on the device of x"),
    ("relu", "view of a row"): (9, "reshape"),
    ("leaky_relu", "slope named alpha"): (9, "negative_slope"),
    ("leaky_relu", "slope must be given"): (8, "negative_slope"),
    ("softmax", "matrices only"): (8, "Dimension out of range"),
    ("softmax", "vectors only"): (6, "torch"),
    ("softmax", "sums over the whole tensor"): (7, "each row sums to 1"),
    ("softmax", "global maximum unless dim is last"): (9, "each row its own"),
    ("softmax", "no default for dim"): (8, "dim"),
    ("plot_activations", "returns nothing"): (9, "return"),
    ("plot_activations", "returns figure and axes"): (9, "without its axes"),
    ("plot_activations", "all curves in one axes"): (7, "axes of its own"),
    ("plot_activations", "the ReLU twice"): (9, "leaky ReLU"),
}

NOTHING = {
    "weighted_sum": ("return torch.zeros(inputs.shape[:-1])", "return inputs.sum(-1)", "return inputs[..., 0]"),
    "perceptron": ("return torch.full(inputs.shape[:-1], 0.5)", "return torch.sigmoid(inputs.sum(-1))"),
    "predict": ("return torch.zeros(inputs.shape[:-1])", "return torch.ones(inputs.shape[:-1])"),
    "fit_perceptron": (
        "return torch.zeros(inputs.shape[1]), torch.tensor(0.0), [0]",
        "return torch.zeros(inputs.shape[1]), torch.tensor(0.0), []",
        "return torch.zeros(inputs.shape[1]), torch.tensor(0.0)",
    ),
    **dict.fromkeys(
        ("sigmoid", "tanh", "relu", "leaky_relu", "softmax"),
        ("return x", "return x.clone()", "return 2 * x + 1", "return torch.zeros_like(x)", "return None"),
    ),
    "plot_activations": ("return plt.figure()", "return plt.subplots(2, 2)[0]", "return None"),
}

HEADS = {
    "weighted_sum": "inputs, weights, bias",
    "perceptron": "inputs, weights, bias",
    "predict": "inputs, weights, bias, threshold=0.5",
    "fit_perceptron": "inputs, targets, lr=1.0, max_epochs=100",
    "leaky_relu": "x, negative_slope=0.01",
    "softmax": "x, dim=-1",
}


def graded(entry: Entry, examiner: Examiner, zygote: Zygote) -> Report:
    channel = ProcessChannel(zygote, entry.submission())
    try:
        return examiner.examine(channel, entry.lesson, entry.title, [entry.exercise])
    finally:
        channel.stop()


@pytest.mark.parametrize(("exercise", "title"), KEPT, ids=lambda value: value)
def test_one_mistake_costs_its_own_points(exercise: str, title: str, examiner: Examiner, zygote: Zygote) -> None:
    (entry,) = [e for e in entries() if (e.exercise, e.title, e.right) == (exercise, title, False)]
    report = graded(entry, examiner, zygote)
    points, words = KEPT[exercise, title]
    told = "\n".join(c.message for e in report.exercises for c in e.checks if c.outcome in ("failed", "error"))
    assert report.points == points, told
    assert words in told


@pytest.mark.parametrize(
    ("exercise", "body"), [(name, body) for name, bodies in NOTHING.items() for body in bodies]
)
def test_nothing_earns_nothing(exercise: str, body: str, examiner: Examiner, zygote: Zygote) -> None:
    lesson = (
        "perceptron" if exercise in ("weighted_sum", "perceptron", "predict", "fit_perceptron") else "activations"
    )
    source = f"def {exercise}({HEADS.get(exercise, 'x')}):\n    {body}\n"
    report = graded(Entry(lesson, exercise, False, body, source), examiner, zygote)
    assert report.points == 0.0, [c.id for e in report.exercises for c in e.checks if c.points]


def test_a_check_that_makes_no_sense_yet_is_skipped_and_says_what_it_needs(
    examiner: Examiner, zygote: Zygote
) -> None:
    source = "def tanh(x):\n    return 1 / (1 + torch.exp(-x))\n"
    report = graded(Entry("activations", "tanh", False, "a sigmoid", source), examiner, zygote)
    outcomes = {c.id: (c.outcome, c.message) for e in report.exercises for c in e.checks}
    assert outcomes["test_tanh_values"][0] == "failed"
    assert outcomes["test_tanh_gradient"] == ("skipped", "needs: values that are right")
