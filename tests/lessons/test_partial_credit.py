"""What a mistake costs: its own points, not nearly all; and what earns nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.report.results import Report
from tests.banks import Entry, entries
from tests.seldom import one_in

#: Of an entry of the banks: the points that it keeps, and words that a student reads of what it lost.
KEPT: dict[tuple[str, str], tuple[float, str]] = {
    ("weighted_sum", "works for one sample only"): (6, "1D tensors"),
    ("weighted_sum", "keeps the last dimension, with length 1"): (8, "has shape (3,)"),
    ("weighted_sum", "forgets the bias"): (5, "0.5 * 2 - 1 * 1 + 0.25"),
    ("weighted_sum", "uses numpy or plain numbers and returns no tensor"): (7, "is a tensor"),
    ("weighted_sum", "uses view, which fails for transposed inputs"): (8, "transposed"),
    ("perceptron", "keeps or adds a dimension of length 1"): (5, "has shape (3,)"),
    ("perceptron", "takes the exponential of a large number and divides infinity by it"): (5, "inf / inf is nan"),
    ("predict", "gives 0 at the threshold itself"): (5, "the output is exactly 0.5"),
    ("predict", "decides for one sample only, by an if"): (4, "torch.where"),
    ("predict", "cannot be called without a threshold"): (5, "threshold"),
    ("predict", "returns a list, a numpy array or plain numbers"): (5, "is a tensor"),
    ("fit_perceptron", "fires only where the weighted sum is above 0, not at 0 itself"): (
        14,
        "a weighted sum of exactly 0 counts as 1",
    ),
    ("fit_perceptron", "returns no list of errors, or one number instead of the list"): (
        11,
        "return weights, bias, errors",
    ),
    ("fit_perceptron", "returns no list of errors, or one number instead of the list-1"): (11, "list"),
    ("fit_perceptron", "writes down one number a sample instead of one an epoch"): (13, "judged by"),
    ("fit_perceptron", "writes down one number a sample instead of one an epoch-2"): (13, "judged by"),
    ("fit_perceptron", "leaves out the number of the first or of the last epoch"): (13, "judged by"),
    ("fit_perceptron", "leaves out the final 0 of the errors"): (13, "[2, 3, 3, 2, 1, 0]"),
    ("fit_perceptron", "goes on after an epoch without a mistake"): (14, "learning has stopped"),
    ("fit_perceptron", "runs one epoch too many or too few"): (14, "max_epochs=1"),
    ("fit_perceptron", "calls its arguments something else"): (13, "max_epochs"),
    ("fit_perceptron", "visits the samples in another order than the one given"): (7, "no shuffling"),
    ("sigmoid", "cuts x off so early that the values change-3"): (9, "right to six places"),
    ("sigmoid", "decides for the whole tensor at once, by an if"): (7, "torch.where"),
    ("sigmoid", "flattens x and does not give its shape back"): (9, "has shape (2, 3)"),
    ("sigmoid", "calls numpy on a tensor, which fails once gradients are asked for"): (9, "torch.exp, not np.exp"),
    ("relu", "makes a new tensor without the dtype or the device of x"): (6, "on the device of x"),
    ("relu", "uses view, which fails for a transposed x"): (6, "reshape"),
    ("leaky_relu", "calls the slope something other than negative_slope"): (7, "negative_slope"),
    ("leaky_relu", "cannot be called without a slope"): (7, "negative_slope"),
    ("softmax", "always works along dimension 1, which a vector does not have"): (12, "Dimension out of range"),
    ("softmax", "takes the scores for a vector, whatever shape they have"): (8, "torch"),
    ("softmax", "divides by the sum over the whole tensor instead of along dim"): (9, "each row sums to 1"),
    ("softmax", "subtracts the largest score of the whole tensor, not that of each row-1"): (
        13,
        "each row its own",
    ),
    ("softmax", "cannot be called without dim"): (11, "dim"),
    ("plot_activations", "draws the picture but does not return it"): (9, "return"),
    ("plot_activations", "returns the figure together with something else"): (9, "without its axes"),
    ("plot_activations", "draws all four curves into the same axes"): (7, "axes of its own"),
    ("plot_activations", "draws one function twice and leaves another one out"): (9, "tanh"),
    ("train_xor", "lists the last loss twice"): (14, "the result has 1 item"),
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


@pytest.mark.parametrize(("exercise", "title"), one_in(3, KEPT, "-".join))
def test_one_mistake_costs_its_own_points(exercise: str, title: str, examiner: Examiner, zygote: Zygote) -> None:
    (entry,) = [e for e in entries() if str(e) == f"{e.lesson}-{exercise}-wrong-{title}"]
    report = graded(entry, examiner, zygote)
    points, words = KEPT[exercise, title]
    told = "\n".join(c.message for e in report.exercises for c in e.checks if c.outcome in ("failed", "error"))
    assert report.points == points, told
    assert words in told


@pytest.mark.parametrize(
    ("exercise", "body"),
    one_in(3, [(name, body) for name, bodies in NOTHING.items() for body in bodies], "-".join),
)
def test_nothing_earns_nothing(exercise: str, body: str, examiner: Examiner, zygote: Zygote) -> None:
    lesson = (
        "perceptron" if exercise in ("weighted_sum", "perceptron", "predict", "fit_perceptron") else "activations"
    )
    source = f"def {exercise}({HEADS.get(exercise, 'x')}):\n    {body}\n"
    report = graded(Entry(lesson, exercise, False, body, source), examiner, zygote)
    assert report.points == 0.0, [c.id for e in report.exercises for c in e.checks if c.points]


def test_expected_weights_are_those_of_the_call_however_long_the_list_is(
    examiner: Examiner, zygote: Zygote
) -> None:
    per_sample = "fit_perceptron-wrong-writes down one number a sample instead of one an epoch"
    (entry,) = [e for e in entries() if str(e) == f"perceptron-{per_sample}"]
    source = entry.source.replace("torch.zeros(inputs.shape[1])", "torch.full((inputs.shape[1],), 9.0)")
    report = graded(replace(entry, source=source), examiner, zygote)
    (told,) = [c.message for e in report.exercises for c in e.checks if c.id == "test_fit_perceptron_first_epoch"]
    assert "the weights after one epoch of OR" in told
    assert "expected: tensor([0, 1])" in told


def test_a_check_that_makes_no_sense_yet_is_skipped_and_says_what_it_needs(
    examiner: Examiner, zygote: Zygote
) -> None:
    source = "def tanh(x):\n    return 1 / (1 + torch.exp(-x))\n"
    report = graded(Entry("activations", "tanh", False, "a sigmoid", source), examiner, zygote)
    outcomes = {c.id: (c.outcome, c.message) for e in report.exercises for c in e.checks}
    assert outcomes["test_tanh_values"][0] == "failed"
    assert outcomes["test_tanh_gradient"] == ("skipped", "needs: values that are right")
