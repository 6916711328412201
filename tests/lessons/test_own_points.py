"""One small mistake costs its own points and is told as what it is; nothing earns nothing."""

from __future__ import annotations

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.report.results import ExerciseResult
from tests.banks import entries
from tests.seldom import one_in

#: An entry of a bank: what it keeps, and a word that each of its failures is told with.
KEEPS = {
    "SimpleMLP-wrong-applies a softmax to the logits-1": (13, "softmax"),
    "SimpleMLP-wrong-applies a softmax to the logits": (13, "softmax"),
    "SimpleMLP-wrong-applies a softmax over the samples of the batch-1": (13, "softmax"),
    "SimpleMLP-wrong-applies a ReLU after the last layer, too": (13, "ReLU of the logits"),
    "SimpleMLP-wrong-drops logits at random in training mode (dropout after fc3)": (14, "dropout"),
    "SimpleMLP-wrong-drops logits at random, in evaluation mode too (dropout after fc3)": (12, "dropout"),
    "SimpleMLP-wrong-drops neurons at random, in evaluation mode too-1": (13, "dropout"),
    "SimpleMLP-wrong-leaves out the ReLU between fc1 and fc2": (
        13,
        "no activation function in the place of the ReLU after fc1",
    ),
    "SimpleMLP-wrong-lets no ReLU act between its layers": (11, "no activation function"),
    "SimpleMLP-wrong-uses a sigmoid where a ReLU belongs": (10, "a sigmoid in the place of each ReLU"),
    "SimpleMLP-wrong-does not halve the hidden size": (13, "5 -> 8 -> 4 -> 3"),
    "SimpleMLP-wrong-has layers without a bias, or with one that is not registered": (13, "each layer has a bias"),
    "SimpleMLP-wrong-returns something else beside the logits": (13, "the result is a tensor"),
    "count_parameters-wrong-returns a number of numpy's instead of an int-1": (4, "a Python int"),
    "count_parameters-wrong-returns a number of numpy's instead of an int": (4, "a Python int"),
    "count_parameters-wrong-returns a text instead of a number": (4, "a Python int"),
    "count_parameters-wrong-counts a weight that two layers share twice": (4, "share"),
    "layer_shapes-wrong-leaves its hooks on the network": (4, "hook"),
    "layer_shapes-wrong-returns a dictionary instead of a list": (4, "list"),
    "layer_shapes-wrong-leaves out the shape of the inputs": (2, ""),
    "mse_loss-wrong-adds the losses of the elements up instead of taking their mean": (8, "this is a sum"),
    "mse_loss-wrong-halves the loss": (7, "half"),
    "mse_loss-wrong-takes the square root of the mean at the end, RMSE": (5, ""),
    "mse_loss-wrong-returns a Python float instead of a tensor": (8, "the result is a tensor"),
    "mse_loss-wrong-returns more than the loss, or wraps it in a list": (8, "the result is a tensor"),
    "mse_loss-wrong-flattens with view, which fails for a transposed tensor": (9, "view"),
    "mse_loss-wrong-makes a tensor of its own on the CPU, wherever the inputs are": (9, "GPU"),
    "cross_entropy-wrong-adds the losses of the samples up instead of taking their mean": (12, "this is a sum"),
    "cross_entropy-wrong-returns the loss with its sign turned round": (8, "a minus is missing"),
    "cross_entropy-wrong-makes a tensor of its own on the CPU, wherever the inputs are": (14, "GPU"),
    "binary_cross_entropy-wrong-returns one loss for each element instead of their mean": (12, ""),
    "binary_cross_entropy-wrong-uses the logarithm to another base than e-1": (10, ""),
    "binary_cross_entropy-wrong-puts the minus in front of the first term only": (10, ""),
    "binary_cross_entropy-wrong-np.clip and np.mean of tensors": (
        0,
        "np.mean was called on a tensor: use torch.mean",
    ),
    "bce_with_logits-wrong-makes a tensor of its own on the CPU, wherever the inputs are": (15, "GPU"),
    "bce_with_logits-wrong-forgets the absolute value in the exponent": (9, ""),
    "numerical_gradient-wrong-looks to the right only: a forward difference": (6, ""),
    "numerical_gradient-wrong-cannot be called without eps": (
        7,
        "can be called as numerical_gradient(function, inputs)",
    ),
    "numerical_gradient-wrong-returns a tensor or an array instead of a plain list": (7, "list"),
    "Value-wrong-keeps the number as it came, an int too": (35, "is a Python float"),
    "Value-wrong-starts with a grad of 1": (35, "grad is 0.0 at first"),
    "Value-wrong-forgets the square in the slope of tanh": (35, "tanh()"),
    "Value-wrong-takes the slopes of a product for 1, as in a sum": (32, "grad of"),
    "Value-wrong-passes on its whole grad, in which the last walk still is": (34, "what has arrived in this walk"),
    "Value-wrong-finds its order by a function that calls itself, too deep for a long chain": (
        34,
        "RecursionError",
    ),
    "Value-wrong-leaves out the node that backward() is called on": (35, "slope along itself is 1"),
    "zero_grad-wrong-clears the leaves only": (4, "the root last"),
    "zero_grad-wrong-clears the numbers as well": (5, "data"),
    "linear_backward-wrong-takes the mean over the batch for the bias": (10, "grad_bias"),
    "linear_backward-wrong-transposes the weight on the way back": (9, ""),
    "linear_backward-wrong-returns a dictionary": (11, "a list of 3 items"),
}
#: What was written for nothing.
NOTHING = (
    "SimpleMLP-wrong-gives its inputs back",
    "SimpleMLP-wrong-random numbers",
    "SimpleMLP-wrong-zeros of the right shape",
    "count_parameters-wrong-nothing",
    "count_parameters-wrong-the answer of the worked example",
    "layer_shapes-wrong-nothing in a list",
    "layer_shapes-wrong-six times the shape of the inputs",
    "numerical_gradient-wrong-is zero whatever the function",
    "zero_grad-wrong-clears nothing",
    "linear_backward-wrong-is zero whatever comes",
    *(
        f"{loss}-wrong-{what}"
        for loss in ("mse_loss", "cross_entropy", "binary_cross_entropy", "bce_with_logits")
        for what in (
            "always the same",
            "always zero, with a gradient of nothing",
            "the mean of its first argument",
        )
    ),
)
#: Said of what has nothing to do with a ReLU, it would send a student the wrong way.
MISLEADING = ("softmax", "dropout")


def examined(name: str, examiner: Examiner, zygote: Zygote) -> ExerciseResult:
    (entry,) = [entry for entry in entries() if str(entry) == f"{entry.lesson}-{name}"]
    channel = ProcessChannel(zygote, entry.submission())
    try:
        return examiner.examine(channel, entry.lesson, entry.title, [entry.exercise]).exercises[0]
    finally:
        channel.stop()


@pytest.mark.ci
@pytest.mark.parametrize("name", one_in(3, KEEPS))
def test_a_mistake_costs_its_own_points(name: str, examiner: Examiner, zygote: Zygote) -> None:
    result = examined(name, examiner, zygote)
    points, told = KEEPS[name]
    failures = [c.message for c in result.checks if c.outcome in ("failed", "error")]
    assert sum(c.points for c in result.checks) == points, failures
    assert failures
    assert [message for message in failures if told not in message] == []
    if any(word in name for word in MISLEADING):
        assert not [message for message in failures if "ReLU" in message]


@pytest.mark.parametrize("name", one_in(3, NOTHING))
def test_nothing_earns_nothing(name: str, examiner: Examiner, zygote: Zygote) -> None:
    result = examined(name, examiner, zygote)
    assert [(c.id, c.points) for c in result.checks if c.points] == []
