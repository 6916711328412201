"""Checks of the lesson on losses.

Gradients are asked for with respect to predictions and logits only, and not where a clamp acts.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional as F

from autograder import Rng, Student, exercise, expect

# any shape is allowed for the element-wise losses; (5, 1) is what a network with one output returns
SHAPES = [(7,), (5, 1), (4, 3), (2, 3, 4)]
# torch would broadcast all but two of these pairs without a word
UNEQUAL = [
    ((4, 1), (4,)),
    ((4,), (4, 1)),
    ((4,), (1,)),
    ((4, 3), (3,)),
    ((1, 1), (1,)),
    ((3,), (4,)),
    ((2, 3), (3, 2)),
]


# --- mse_loss ---------------------------------------------------------------------------------------


@exercise("mse_loss", points=0)
def test_mse_loss_exists(student: Student) -> None:
    """There is a function mse_loss(predictions, targets)."""
    expect.defined(student.mse_loss, "predictions", "targets")


@exercise("mse_loss", points=1)
def test_mse_loss_shape(student: Student, rng: Rng) -> None:
    """The loss is one number: a tensor of shape ()."""
    for shape in SHAPES:
        expect.shape(student.mse_loss(rng.normal(*shape), rng.normal(*shape)), ())


@exercise("mse_loss", points=1)
def test_mse_loss_single(student: Student) -> None:
    """For a single number the loss is the squared difference."""
    for prediction, target in [(3.0, 1.0), (1.0, 3.0), (0.5, 0.0), (-2.0, -2.0)]:
        loss = student.mse_loss(torch.tensor([prediction]), torch.tensor([target]))
        expect.close(loss, torch.tensor((prediction - target) ** 2))


@exercise("mse_loss", points=1)
def test_mse_loss_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of the squared difference."""
    worked = student.mse_loss(torch.tensor([1.0, 2.5, 3.8]), torch.tensor([1.2, 2.3, 4.0]))
    expect.close(worked, torch.tensor(0.04), because="the worked example: (0.04 + 0.04 + 0.04) / 3")
    for shape in SHAPES:
        predictions, targets = rng.normal(*shape), rng.normal(*shape)
        because = f"the mean is over all {predictions.numel()} elements of shape {shape}"
        _agrees(student.mse_loss, F.mse_loss, predictions, targets, because=because)


@exercise("mse_loss", points=1, needs=["test_mse_loss_values"])
def test_mse_loss_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors."""
    predictions, targets = rng.normal(3, 5).t(), rng.normal(5, 3)
    _agrees(student.mse_loss, F.mse_loss, predictions, targets)
    _agrees(student.mse_loss, F.mse_loss, targets, predictions)
    predictions, targets = rng.normal(12)[::3], rng.normal(8)[::2]
    _agrees(student.mse_loss, F.mse_loss, predictions, targets)


@exercise("mse_loss", points=2, needs=["test_mse_loss_shape"])
def test_mse_loss_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    for first, second in UNEQUAL:
        expect.raises(ValueError, student.mse_loss, rng.normal(*first), rng.normal(*second))


@exercise("mse_loss", points=1)
def test_mse_loss_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the predictions, and are those of torch."""
    for shape in SHAPES:
        expect.gradient(student.mse_loss, F.mse_loss, rng.normal(*shape), rng.normal(*shape))
    targets = rng.normal(2, 3, dtype=torch.float64)
    expect.gradcheck(lambda predictions: student.mse_loss(predictions, targets), rng.normal(2, 3))


@exercise("mse_loss", points=1, needs=["test_mse_loss_values"])
def test_mse_loss_inputs_untouched(student: Student, rng: Rng) -> None:
    """Predictions and targets are left as they were."""
    expect.untouched(student.mse_loss, rng.normal(4, 3), rng.normal(4, 3))


@exercise("mse_loss", points=4, needs=["test_mse_loss_values"])
def test_mse_loss_not_delegated(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.mse_loss and its relatives are not called."""
    predictions, targets = rng.normal(5), rng.normal(5)
    expect.not_delegated(student, "mse_loss", lambda: student.mse_loss(predictions, targets))


# --- cross_entropy ----------------------------------------------------------------------------------


@exercise("cross_entropy", points=0)
def test_cross_entropy_exists(student: Student) -> None:
    """There is a function cross_entropy(logits, targets)."""
    expect.defined(student.cross_entropy, "logits", "targets")


@exercise("cross_entropy", points=1)
def test_cross_entropy_shape(student: Student, rng: Rng) -> None:
    """The loss is one number: a tensor of shape ()."""
    for batch, classes in [(6, 3), (4, 4), (3, 10)]:
        loss = student.cross_entropy(rng.normal(batch, classes), rng.integers(0, classes, batch))
        expect.shape(loss, ())


@exercise("cross_entropy", points=1)
def test_cross_entropy_single(student: Student, rng: Rng) -> None:
    """For a batch of one sample the loss is -log of the right class's softmax."""
    expect.close(
        student.cross_entropy(torch.tensor([[2.0, 0.5, -1.0]]), torch.tensor([0])),
        torch.tensor(0.24131),
        because="the first sample of the worked example",
    )
    for target in range(4):
        logits, targets = 2 * rng.normal(1, 4), torch.tensor([target])
        _agrees(student.cross_entropy, F.cross_entropy, logits, targets)


@exercise("cross_entropy", points=1)
def test_cross_entropy_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over the batch of -log softmax at the right class."""
    logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 1.5, 0.2]])
    loss = student.cross_entropy(logits, torch.tensor([0, 1]))
    expect.close(loss, torch.tensor(0.32970), because="the worked example: (0.241 + 0.418) / 2")
    loss = student.cross_entropy(torch.zeros(4, 10), torch.tensor([0, 0, 3, 0]))
    expect.close(loss, torch.tensor(2.302585), because="equal logits give 10 classes 1/10 each: ln 10")
    for batch, classes in [(6, 3), (5, 5), (3, 10), (8, 2)]:
        logits, targets = 2 * rng.normal(batch, classes), rng.integers(0, classes, batch)
        _agrees(student.cross_entropy, F.cross_entropy, logits, targets)


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_values"])
def test_cross_entropy_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors."""
    logits, targets = rng.normal(3, 5).t(), rng.integers(0, 3, 10)[::2]
    _agrees(student.cross_entropy, F.cross_entropy, logits, targets)


@exercise("cross_entropy", points=2, needs=["test_cross_entropy_values"])
def test_cross_entropy_large_logits(student: Student) -> None:
    """Logits of 1000 and -1000 give neither nan nor inf, and no clipped loss."""
    logits = torch.tensor([[1000.0, 0.0, -1000.0]])
    because = "exp overflows above 88.7 and underflows below -104 in float32; so take the log in the same step"
    for target, loss in enumerate([0.0, 1000.0, 2000.0]):
        found = student.cross_entropy(logits, torch.tensor([target]))
        expect.close(found, torch.tensor(loss), atol=1e-3, because=because)


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_values"])
def test_cross_entropy_each_row_its_own_size(student: Student) -> None:
    """A sample with logits near 1000 and one with logits near -1000 fit into one batch."""
    logits = torch.tensor([[1000.0, 999.0], [-999.0, -1000.0], [1.0, 0.0]])
    because = "only the differences within a row count, so subtract each row's own maximum"
    for target, loss in [(0, 0.313262), (1, 1.313262)]:
        found = student.cross_entropy(logits, torch.full((3,), target))
        expect.close(found, torch.tensor(loss), atol=1e-3, because=because)


@exercise("cross_entropy", points=1)
def test_cross_entropy_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the logits, and are those of torch: (softmax - one-hot) / batch."""
    for batch, classes, scale in [(6, 3, 1.0), (1, 4, 1.0), (5, 5, 5.0)]:
        logits, targets = scale * rng.normal(batch, classes), rng.integers(0, classes, batch)
        expect.gradient(student.cross_entropy, F.cross_entropy, logits, targets)
    targets = rng.integers(0, 3, 2)
    expect.gradcheck(lambda logits: student.cross_entropy(logits, targets), rng.normal(2, 3))


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_values"])
def test_cross_entropy_inputs_untouched(student: Student, rng: Rng) -> None:
    """Logits and targets are left as they were."""
    expect.untouched(student.cross_entropy, rng.normal(4, 3), rng.integers(0, 3, 4))


@exercise("cross_entropy", points=4, needs=["test_cross_entropy_values"])
def test_cross_entropy_not_delegated(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.cross_entropy, F.nll_loss and their relatives are not called."""
    logits, targets = rng.normal(4, 3), rng.integers(0, 3, 4)
    expect.not_delegated(student, "cross_entropy", lambda: student.cross_entropy(logits, targets))


# --- binary_cross_entropy ---------------------------------------------------------------------------


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_exists(student: Student) -> None:
    """There is a function binary_cross_entropy(probabilities, targets)."""
    expect.defined(student.binary_cross_entropy, "probabilities", "targets")


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_shape(student: Student, rng: Rng) -> None:
    """The loss is one number: a tensor of shape ()."""
    for shape in SHAPES:
        loss = student.binary_cross_entropy(_probabilities(rng, *shape), _zeros_and_ones(rng, *shape))
        expect.shape(loss, ())


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_single(student: Student) -> None:
    """For a single sample the loss is -log p if the target is 1, and -log(1 - p) if it is 0."""
    rows = [(0.9, 1.0, 0.105361), (0.2, 0.0, 0.223144), (0.6, 1.0, 0.510826), (0.9, 0.0, 2.302585)]
    for probability, target, loss in rows:
        found = student.binary_cross_entropy(torch.tensor([probability]), torch.tensor([target]))
        expect.close(found, torch.tensor(loss))


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of -(t log p + (1 - t) log(1 - p))."""
    loss = student.binary_cross_entropy(torch.tensor([0.9, 0.2, 0.6]), torch.tensor([1.0, 0.0, 1.0]))
    expect.close(loss, torch.tensor(0.279777), because="the worked example: (0.105 + 0.223 + 0.511) / 3")
    for shape in SHAPES:
        probabilities, targets = _probabilities(rng, *shape), _zeros_and_ones(rng, *shape)
        because = f"the mean is over all {targets.numel()} elements of shape {shape}"
        _agrees(student.binary_cross_entropy, F.binary_cross_entropy, probabilities, targets, because=because)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_soft_targets(student: Student, rng: Rng) -> None:
    """Targets between 0 and 1 count in both terms."""
    for probability, target, loss in [(0.7, 0.7, 0.610864), (0.2, 0.5, 0.916291)]:
        found = student.binary_cross_entropy(torch.tensor([probability]), torch.tensor([target]))
        expect.close(found, torch.tensor(loss))
    probabilities, targets = _probabilities(rng, 4, 3), rng.uniform(4, 3, low=0.0, high=1.0)
    _agrees(student.binary_cross_entropy, F.binary_cross_entropy, probabilities, targets)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors."""
    probabilities, targets = _probabilities(rng, 3, 5).t(), _zeros_and_ones(rng, 5, 3)
    _agrees(student.binary_cross_entropy, F.binary_cross_entropy, probabilities, targets)
    probabilities, targets = _probabilities(rng, 5, 3), _zeros_and_ones(rng, 3, 5).t()
    _agrees(student.binary_cross_entropy, F.binary_cross_entropy, probabilities, targets)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_sure_and_right(student: Student) -> None:
    """Probabilities of exactly 0 and 1 cost nothing where they are right."""
    because = "0 * log(0) is nan; so keep the logarithms away from 0, but not by more than about 1e-7"
    for probability in (0.0, 1.0):
        found = student.binary_cross_entropy(torch.tensor([probability]), torch.tensor([probability]))
        expect.close(found, torch.tensor(0.0), atol=1e-4, because=because)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_sure_and_wrong(student: Student) -> None:
    """Probabilities of exactly 0 and 1 cost much where they are wrong, but not infinitely much."""
    for probability in (0.0, 1.0):
        found = student.binary_cross_entropy(torch.tensor([probability]), torch.tensor([1 - probability]))
        loss = expect.shape(found, ())
        because = "log(0) is -inf (and in float32, 1 - 1e-8 is exactly 1)"
        expect.that(bool(torch.isfinite(loss)), "the loss is finite", got=loss, because=because)
        expect.that(bool(loss > 10), "the loss is large, above 10", got=loss, because="p could not be worse")


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_shape"])
def test_binary_cross_entropy_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    for first, second in UNEQUAL:
        probabilities, targets = _probabilities(rng, *first), _zeros_and_ones(rng, *second)
        expect.raises(ValueError, student.binary_cross_entropy, probabilities, targets)


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the probabilities, and are those of torch."""
    for shape in SHAPES:
        probabilities, targets = _probabilities(rng, *shape), _zeros_and_ones(rng, *shape)
        expect.gradient(student.binary_cross_entropy, F.binary_cross_entropy, probabilities, targets)
    targets = _zeros_and_ones(rng, 2, 3).double()
    expect.gradcheck(lambda p: student.binary_cross_entropy(p, targets), _probabilities(rng, 2, 3))


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_inputs_untouched(student: Student) -> None:
    """Probabilities and targets are left as they were, those of exactly 0 and 1 too."""
    probabilities, targets = torch.tensor([0.0, 0.3, 0.8, 1.0]), torch.tensor([0.0, 1.0, 1.0, 1.0])
    expect.untouched(student.binary_cross_entropy, probabilities, targets)


@exercise("binary_cross_entropy", points=5, needs=["test_binary_cross_entropy_values"])
def test_binary_cross_entropy_not_delegated(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.binary_cross_entropy and its relatives are not called."""
    p, targets = _probabilities(rng, 5), _zeros_and_ones(rng, 5)
    expect.not_delegated(student, "binary_cross_entropy", lambda: student.binary_cross_entropy(p, targets))


# --- bce_with_logits --------------------------------------------------------------------------------


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_exists(student: Student) -> None:
    """There is a function bce_with_logits(logits, targets)."""
    expect.defined(student.bce_with_logits, "logits", "targets")


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_shape(student: Student, rng: Rng) -> None:
    """The loss is one number: a tensor of shape ()."""
    for shape in SHAPES:
        expect.shape(student.bce_with_logits(rng.normal(*shape), _zeros_and_ones(rng, *shape)), ())


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_single(student: Student) -> None:
    """For a single logit z, and p = sigmoid(z), the loss is -log p if the target is 1, else -log(1 - p)."""
    rows = [(-0.5, 0.0, 0.474077), (1.5, 1.0, 0.201413), (0.0, 1.0, 0.693147), (2.0, 0.0, 2.126928)]
    for logit, target, loss in rows:
        found = student.bce_with_logits(torch.tensor([logit]), torch.tensor([target]))
        expect.close(found, torch.tensor(loss))


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of the binary cross-entropy of sigmoid(logits)."""
    loss = student.bce_with_logits(torch.tensor([-0.5, 1.5, -2.0, 3.0]), torch.tensor([0.0, 1.0, 0.0, 1.0]))
    expect.close(loss, torch.tensor(0.212752), because="(0.474 + 0.201 + 0.127 + 0.049) / 4")
    for shape in SHAPES:
        logits, targets = 3 * rng.normal(*shape), _zeros_and_ones(rng, *shape)
        because = f"the mean is over all {targets.numel()} elements of shape {shape}"
        _agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, logits, targets, because=because)


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_values"])
def test_bce_with_logits_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors."""
    logits, targets = rng.normal(3, 5).t(), _zeros_and_ones(rng, 5, 3)
    _agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, logits, targets)
    logits, targets = rng.normal(5, 3), _zeros_and_ones(rng, 3, 5).t()
    _agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, logits, targets)


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_values"])
def test_bce_with_logits_large_and_right(student: Student) -> None:
    """Logits of 1000 and -1000 cost nothing where they are right."""
    for logit, target in [(1000.0, 1.0), (-1000.0, 0.0)]:
        found = student.bce_with_logits(torch.tensor([logit]), torch.tensor([target]))
        expect.close(found, torch.tensor(0.0), atol=1e-3, because="exp overflows above 88.7 in float32")


@exercise("bce_with_logits", points=2, needs=["test_bce_with_logits_values"])
def test_bce_with_logits_large_and_wrong(student: Student) -> None:
    """Logits of 1000 and -1000 cost 1000 where they are wrong, and those of 50 cost 50."""
    because = "a sigmoid rounded to 0 or 1 has lost how wrong it was; so take the log in the same step"
    rows = [(1000.0, 0.0, 1000.0), (-1000.0, 1.0, 1000.0), (50.0, 0.0, 50.0), (-50.0, 1.0, 50.0)]
    for logit, target, loss in rows:
        found = student.bce_with_logits(torch.tensor([logit]), torch.tensor([target]))
        expect.close(found, torch.tensor(loss), because=because)


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_shape"])
def test_bce_with_logits_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    for first, second in UNEQUAL:
        logits, targets = rng.normal(*first), _zeros_and_ones(rng, *second)
        expect.raises(ValueError, student.bce_with_logits, logits, targets)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the logits, and are those of torch: (sigmoid - target) / n."""
    for shape in SHAPES:
        logits, targets = 3 * rng.normal(*shape), _zeros_and_ones(rng, *shape)
        expect.gradient(student.bce_with_logits, F.binary_cross_entropy_with_logits, logits, targets)
    targets = _zeros_and_ones(rng, 2, 3).double()
    expect.gradcheck(lambda logits: student.bce_with_logits(logits, targets), rng.normal(2, 3))


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_values"])
def test_bce_with_logits_inputs_untouched(student: Student, rng: Rng) -> None:
    """Logits and targets are left as they were."""
    expect.untouched(student.bce_with_logits, 3 * rng.normal(4, 3), _zeros_and_ones(rng, 4, 3))


@exercise("bce_with_logits", points=5, needs=["test_bce_with_logits_values"])
def test_bce_with_logits_not_delegated(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.binary_cross_entropy_with_logits and its relatives are not called."""
    logits, targets = rng.normal(5), _zeros_and_ones(rng, 5)
    expect.not_delegated(student, "bce_with_logits", lambda: student.bce_with_logits(logits, targets))


def _agrees(
    function: Callable[..., Any], oracle: Callable[..., Any], *args: Any, because: str | None = None
) -> None:
    expect.close(function(*args), oracle(*args), because=because)


def _probabilities(rng: Rng, *shape: int) -> torch.Tensor:
    """Away from 0 and 1, so that a clamp or a small constant in a logarithm makes no difference."""
    return rng.uniform(*shape, low=0.05, high=0.95)


def _zeros_and_ones(rng: Rng, *shape: int) -> torch.Tensor:
    return rng.integers(0, 2, *shape).float()
