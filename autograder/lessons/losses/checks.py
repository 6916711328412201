"""Checks of the lesson on losses.

Each looks at one thing: a value that is wrong, a number in the wrong form or a lost gradient is told once, and the
other checks look past it. Gradients are asked for with respect to predictions and logits only, and not where a
clamp acts.
"""

import math

import torch
from torch.nn import functional as F

from autograder import Rng, Student, exercise, expect
from autograder.lessons.losses.functions import (
    Inputs,
    agrees,
    differs,
    grows,
    layout_ignored,
    multiple_of,
    probabilities,
    slope,
    tells_apart,
    unequal_refused,
    zeros_and_ones,
)

# any shape is allowed for the element-wise losses; (5, 1) is what a network with one output returns
SHAPES = [(7,), (5, 1), (4, 3), (2, 3, 4)]
#: Both exercises on binary cross-entropy are about what any of these computes.
_BCE = ("binary_cross_entropy", "binary_cross_entropy_with_logits", "bce_loss", "bce_with_logits_loss")


# --- mse_loss ---------------------------------------------------------------------------------------


@exercise("mse_loss", points=0)
def test_mse_loss_exists(student: Student) -> None:
    """There is a function mse_loss(predictions, targets)."""
    expect.defined(student.mse_loss, "predictions", "targets")


@exercise("mse_loss", points=1)
def test_mse_loss_shape(student: Student, rng: Rng) -> None:
    """The loss is one number, a tensor of shape (), that depends on predictions and targets."""
    for shape in SHAPES:
        expect.shape(student.mse_loss(rng.normal(*shape), rng.normal(*shape)), ())
    ones = torch.ones(2, 2)
    differs(student.mse_loss, (2 * ones, ones), (4 * ones, ones), (2 * ones, 5 * ones))


@exercise("mse_loss", points=1)
def test_mse_loss_single(student: Student) -> None:
    """For a single number the loss is the squared difference."""
    for prediction, target in [(3.0, 0.5), (0.5, 3.0), (0.3, 0.0), (-2.0, -2.0)]:
        agrees(student.mse_loss, F.mse_loss, torch.tensor([prediction]), torch.tensor([target]))


@exercise("mse_loss", points=2)
def test_mse_loss_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of the squared difference."""
    predictions = torch.tensor([[3.0, 4.0, 1.0], [1.5, 1.0, 0.5]])
    targets = torch.tensor([[1.0, 1.0, 2.0], [1.0, 2.0, 2.0]])
    because = "(4 + 9 + 1 + 0.25 + 1 + 2.25) / 6"
    agrees(student.mse_loss, F.mse_loss, predictions, targets, because=because)
    predictions, targets = torch.tensor([1.0, 2.5, 3.8]), torch.tensor([1.2, 2.3, 4.0])
    worked = "the worked example: (0.04 + 0.04 + 0.04) / 3"
    agrees(student.mse_loss, F.mse_loss, predictions, targets, because=worked)
    for shape in SHAPES:
        predictions, targets = rng.normal(*shape), rng.normal(*shape)
        because = f"the mean is over all {predictions.numel()} elements of shape {shape}"
        agrees(student.mse_loss, F.mse_loss, predictions, targets, because=because)


@exercise("mse_loss", points=0)
def test_mse_loss_formula(student: Student) -> None:
    """For single numbers the loss is the squared difference, or a multiple of it."""
    multiple_of(student.mse_loss, F.mse_loss, [(3.0, 1.0), (1.0, 1.5), (-1.0, 2.0), (0.0, 0.7)])


@exercise("mse_loss", points=0)
def test_mse_loss_grows(student: Student) -> None:
    """The loss tells better predictions from worse ones."""
    targets, error = torch.tensor([[0.5, -1.0], [2.0, 0.0]]), torch.tensor([[0.5, 1.0], [-0.3, 0.8]])
    grows(student.mse_loss, *([(targets + sign * far * error, targets) for far in range(3)] for sign in (1, -1)))


@exercise("mse_loss", points=1, needs=["test_mse_loss_grows"])
def test_mse_loss_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    predictions, targets = rng.normal(3, 5).t(), rng.normal(5, 3)
    layout_ignored(student.mse_loss, (predictions, targets), (targets, predictions))
    layout_ignored(student.mse_loss, (rng.normal(4, 3, 2).permute(2, 0, 1), rng.normal(2, 4, 3)))
    expect.device_followed(student, "mse_loss", rng.normal(4, 3), rng.normal(4, 3))


@exercise("mse_loss", points=1)
def test_mse_loss_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    unequal_refused(student.mse_loss, lambda shape: rng.normal(*shape), lambda shape: rng.normal(*shape))


@exercise("mse_loss", points=1, needs=["test_mse_loss_grows"])
def test_mse_loss_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the predictions, and are those of torch."""
    for shape in SHAPES:
        slope(student.mse_loss, F.mse_loss, rng.normal(*shape), rng.normal(*shape))
    slope(student.mse_loss, F.mse_loss, rng.normal(2, 3).double(), rng.normal(2, 3).double())


@exercise("mse_loss", points=1, needs=["test_mse_loss_grows"])
def test_mse_loss_untouched(student: Student, rng: Rng) -> None:
    """Predictions and targets are left as they were."""
    expect.untouched(student.mse_loss, rng.normal(4, 3), rng.normal(4, 3))


@exercise("mse_loss", points=4, needs=["test_mse_loss_formula"], builtins=("mse_loss",))
def test_mse_loss_own_work(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.mse_loss and its relatives are not called."""
    predictions, targets = rng.normal(5, 1), rng.normal(5, 1)
    expect.not_delegated(student, "mse_loss", lambda: student.mse_loss(predictions, targets))


# --- cross_entropy ----------------------------------------------------------------------------------


@exercise("cross_entropy", points=0)
def test_cross_entropy_exists(student: Student) -> None:
    """There is a function cross_entropy(logits, targets)."""
    expect.defined(student.cross_entropy, "logits", "targets")


@exercise("cross_entropy", points=1)
def test_cross_entropy_shape(student: Student, rng: Rng) -> None:
    """The loss is one number, a tensor of shape (), that depends on logits and targets."""
    for batch, classes in [(6, 3), (4, 4), (3, 10)]:
        logits, targets = some_logits(rng, batch, classes)
        expect.shape(student.cross_entropy(logits, targets), ())
    logits, targets = torch.tensor([[2.0, 0.0, -1.0], [1.0, 0.0, 3.0]]), torch.tensor([0, 2])
    differs(student.cross_entropy, (logits, targets), (-logits, targets), (logits, torch.tensor([2, 1])))


@exercise("cross_entropy", points=1)
def test_cross_entropy_single(student: Student, rng: Rng) -> None:
    """For a batch of one sample the loss is -log of the right class's softmax."""
    logits, because = torch.tensor([[2.0, 0.5, -1.0]]), "the first sample of the worked example"
    agrees(student.cross_entropy, F.cross_entropy, logits, torch.tensor([0]), because=because)
    for target in range(4):
        logits, targets = rng.uniform(1, 4, low=-3.0, high=3.0), torch.tensor([target])
        agrees(student.cross_entropy, F.cross_entropy, logits, targets)


@exercise("cross_entropy", points=1)
def test_cross_entropy_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over the batch of -log softmax at the right class."""
    logits, targets = torch.tensor([[2.0, 0.5, -1.0], [0.1, 1.5, 0.2]]), torch.tensor([0, 1])
    because = "the worked example: (0.241 + 0.418) / 2"
    agrees(student.cross_entropy, F.cross_entropy, logits, targets, because=because)
    logits, targets = torch.zeros(4, 10), torch.tensor([0, 0, 3, 0])
    because = "equal logits give 10 classes 1/10 each: ln 10"
    agrees(student.cross_entropy, F.cross_entropy, logits, targets, because=because)
    for batch, classes in [(6, 3), (5, 5), (3, 10), (8, 2)]:
        agrees(student.cross_entropy, F.cross_entropy, *some_logits(rng, batch, classes))


@exercise("cross_entropy", points=0)
def test_cross_entropy_formula(student: Student) -> None:
    """The loss is the right one, or a multiple of it."""
    logits = torch.tensor([[2.0, 0.5, -1.0], [-2.0, 0.1, 1.3], [0.4, 3.0, 0.2]])
    targets = [torch.tensor(row) for row in ([0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 2, 2])]
    multiple_of(student.cross_entropy, F.cross_entropy, [(logits, row) for row in targets])


@exercise("cross_entropy", points=0)
def test_cross_entropy_grows(student: Student) -> None:
    """The loss tells better logits from worse ones."""
    logits, targets = torch.tensor([[0.3, -0.2, 0.1], [0.0, 0.4, -0.3], [-0.1, 0.2, 0.5]]), torch.tensor([1, 0, 2])
    worse = torch.tensor([[1.0, -2.0, 1.0], [-2.0, 1.0, 1.0], [1.0, 1.0, -2.0]]) / 3  # each row sums up to 0
    grows(student.cross_entropy, [(logits + far * worse, targets) for far in range(-2, 3)])


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_grows"])
def test_cross_entropy_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    logits, targets = some_logits(rng, 5, 3)
    layout_ignored(student.cross_entropy, (logits.t().contiguous().t(), targets))
    expect.device_followed(student, "cross_entropy", logits, targets)


@exercise("cross_entropy", points=2, needs=["test_cross_entropy_formula"])
def test_cross_entropy_stability(student: Student) -> None:
    """Logits of 1000 and -1000 give neither nan nor inf, and no clipped loss."""
    logits = torch.tensor([[1000.0, 0.0, -1000.0]])
    because = "exp overflows above 88.7 and underflows below -104 in float32; so take the log in the same step"
    for target in range(3):
        targets = torch.tensor([target])
        agrees(student.cross_entropy, F.cross_entropy, logits, targets, atol=1e-3, rounding=because)


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_formula"])
def test_cross_entropy_each_row_its_own_size(student: Student) -> None:
    """A sample with logits near 1000 and one with logits near -1000 fit into one batch."""
    logits = torch.tensor([[1000.0, 999.0], [-999.0, -1000.0], [1.0, 0.0]])
    because = "only the differences within a row count, so subtract each row's own maximum"
    for target in (0, 1):
        targets = torch.full((3,), target)
        agrees(student.cross_entropy, F.cross_entropy, logits, targets, atol=1e-3, rounding=because)


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_grows"])
def test_cross_entropy_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the logits, and are those of torch: (softmax - one-hot) / batch."""
    for batch, classes in [(6, 3), (4, 4), (5, 5)]:
        slope(student.cross_entropy, F.cross_entropy, *some_logits(rng, batch, classes))
    logits, targets = some_logits(rng, 4, 3)
    slope(student.cross_entropy, F.cross_entropy, logits.double(), targets)


@exercise("cross_entropy", points=1, needs=["test_cross_entropy_grows"])
def test_cross_entropy_untouched(student: Student, rng: Rng) -> None:
    """Logits and targets are left as they were."""
    expect.untouched(student.cross_entropy, *some_logits(rng, 4, 3))


@exercise("cross_entropy", points=4, needs=["test_cross_entropy_formula"], builtins=("cross_entropy", "nll_loss"))
def test_cross_entropy_own_work(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.cross_entropy, F.nll_loss and their relatives are not called."""
    logits, targets = some_logits(rng, 4, 3)
    expect.not_delegated(student, "cross_entropy", lambda: student.cross_entropy(logits, targets))


# --- binary_cross_entropy ---------------------------------------------------------------------------


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_exists(student: Student) -> None:
    """There is a function binary_cross_entropy(probabilities, targets)."""
    expect.defined(student.binary_cross_entropy, "probabilities", "targets")


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_shape(student: Student, rng: Rng) -> None:
    """The loss is one number, a tensor of shape (), that depends on probabilities and targets."""
    for shape in SHAPES:
        loss = student.binary_cross_entropy(probabilities(rng, *shape), zeros_and_ones(rng, *shape))
        expect.shape(loss, ())
    ones = torch.ones(2, 2)
    differs(student.binary_cross_entropy, (0.2 * ones, ones), (0.7 * ones, ones), (0.2 * ones, 0 * ones))


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_single(student: Student) -> None:
    """For a single sample the loss is -log p if the target is 1, and -log(1 - p) if it is 0."""
    for probability, target in [(0.9, 1.0), (0.2, 0.0), (0.6, 1.0), (0.9, 0.0)]:
        p, t = torch.tensor([probability]), torch.tensor([target])
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t)


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of -(t log p + (1 - t) log(1 - p))."""
    p, t = torch.tensor([[0.9, 0.2], [0.6, 0.4]]), torch.tensor([[1.0, 0.0], [1.0, 1.0]])
    because = "(0.105 + 0.223 + 0.511 + 0.916) / 4"
    agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t, because=because)
    p, t = torch.tensor([0.9, 0.2, 0.6]), torch.tensor([1.0, 0.0, 1.0])
    worked = "the worked example: (0.105 + 0.223 + 0.511) / 3"
    agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t, because=worked)
    for shape in SHAPES:
        p, t = probabilities(rng, *shape), zeros_and_ones(rng, *shape)
        because = f"the mean is over all {t.numel()} elements of shape {shape}"
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t, because=because)


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_formula(student: Student) -> None:
    """For single samples the loss is -log p or -log(1 - p), or a multiple of it."""
    for target in (1.0, 0.0):
        rows = [(probability, target) for probability in (0.2, 0.5, 0.7, 0.9)]
        multiple_of(student.binary_cross_entropy, F.binary_cross_entropy, rows)


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_grows(student: Student) -> None:
    """The loss tells better probabilities from worse ones."""
    worse = (0.1, 0.3, 0.5, 0.7, 0.9)
    tells_apart(student.binary_cross_entropy, F.binary_cross_entropy, [1 - p for p in worse], worse)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_formula"])
def test_binary_cross_entropy_soft_targets(student: Student, rng: Rng) -> None:
    """Targets between 0 and 1 count in both terms."""
    for probability, target in [(0.2, 0.5), (0.7, 0.7)]:
        p, t = torch.tensor([probability]), torch.tensor([target])
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t)
    for _ in range(3):
        p, t = probabilities(rng, 1), rng.uniform(1, low=0.2, high=0.8)
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    layout_ignored(student.binary_cross_entropy, (probabilities(rng, 3, 5).t(), zeros_and_ones(rng, 5, 3)))
    layout_ignored(student.binary_cross_entropy, (probabilities(rng, 5, 3), zeros_and_ones(rng, 3, 5).t()))
    expect.device_followed(student, "binary_cross_entropy", probabilities(rng, 4, 3), zeros_and_ones(rng, 4, 3))


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_formula"])
def test_binary_cross_entropy_sure_and_right(student: Student) -> None:
    """Probabilities of exactly 0 and 1 cost nothing where they are right."""
    because = "0 * log(0) is nan; so keep the logarithms away from 0, but not by more than about 1e-7"
    for probability in (0.0, 1.0):
        p = torch.tensor([probability])
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, p, atol=1e-4, because=because)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_formula"])
def test_binary_cross_entropy_sure_and_wrong(student: Student) -> None:
    """Probabilities of exactly 0 and 1 cost much where they are wrong, but not infinitely much."""
    for probability in (1.0, 0.0):
        p, t = torch.tensor([probability]), torch.tensor([1 - probability])
        loss = expect.number(student.binary_cross_entropy(p, t))
        because = "log(0) is -inf (and in float32, 1 - 1e-8 is exactly 1)"
        expect.that(math.isfinite(loss), "the loss is finite", got=loss, because=because)
        expect.that(loss > 10, "the loss is large, above 10", got=loss, because="p could not be worse")


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    loss = student.binary_cross_entropy
    unequal_refused(loss, lambda shape: probabilities(rng, *shape), lambda shape: zeros_and_ones(rng, *shape))


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the probabilities, and are those of torch."""
    for shape in SHAPES:
        p, t = rng.uniform(*shape, low=0.2, high=0.8), zeros_and_ones(rng, *shape)
        slope(student.binary_cross_entropy, F.binary_cross_entropy, p, t)
    p, t = rng.uniform(2, 3, low=0.2, high=0.8), zeros_and_ones(rng, 2, 3)
    slope(student.binary_cross_entropy, F.binary_cross_entropy, p.double(), t.double())


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_untouched(student: Student) -> None:
    """Probabilities and targets are left as they were, those of exactly 0 and 1 too."""
    p, t = torch.tensor([0.0, 0.3, 0.8, 1.0]), torch.tensor([0.0, 1.0, 1.0, 1.0])
    expect.untouched(student.binary_cross_entropy, p, t)


@exercise("binary_cross_entropy", points=5, needs=["test_binary_cross_entropy_formula"], builtins=_BCE)
def test_binary_cross_entropy_own_work(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.binary_cross_entropy and its relatives are not called."""
    p, targets = probabilities(rng, 5, 1), zeros_and_ones(rng, 5, 1)
    expect.not_delegated(student, "binary_cross_entropy", lambda: student.binary_cross_entropy(p, targets))


# --- bce_with_logits --------------------------------------------------------------------------------


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_exists(student: Student) -> None:
    """There is a function bce_with_logits(logits, targets)."""
    expect.defined(student.bce_with_logits, "logits", "targets")


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_shape(student: Student, rng: Rng) -> None:
    """The loss is one number, a tensor of shape (), that depends on logits and targets."""
    for shape in SHAPES:
        expect.shape(student.bce_with_logits(rng.normal(*shape), zeros_and_ones(rng, *shape)), ())
    ones = torch.ones(2, 2)
    differs(student.bce_with_logits, (2 * ones, ones), (-2 * ones, ones), (2 * ones, 0 * ones))


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_single(student: Student) -> None:
    """For a single logit z, and p = sigmoid(z), the loss is -log p if the target is 1, else -log(1 - p)."""
    for logit, target in [(-0.5, 0.0), (1.5, 1.0), (0.0, 1.0), (2.0, 0.0)]:
        z, t = torch.tensor([logit]), torch.tensor([target])
        agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of the binary cross-entropy of sigmoid(logits)."""
    z, t = torch.tensor([[-0.5, 1.5], [-2.0, 3.0]]), torch.tensor([[0.0, 1.0], [0.0, 1.0]])
    worked = "(0.474 + 0.201 + 0.127 + 0.049) / 4"
    agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t, because=worked)
    for shape in SHAPES:
        z, t = rng.uniform(*shape, low=-4.0, high=4.0), zeros_and_ones(rng, *shape)
        because = f"the mean is over all {t.numel()} elements of shape {shape}"
        agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t, because=because)


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_formula(student: Student) -> None:
    """For single logits the loss is the right one, or a multiple of it."""
    for target in (1.0, 0.0):
        rows = [(logit, target) for logit in (-2.0, 0.5, 1.0, 1.5)]
        multiple_of(student.bce_with_logits, F.binary_cross_entropy_with_logits, rows)


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_grows(student: Student) -> None:
    """The loss tells better logits from worse ones."""
    worse = (-2.0, 0.5, 1.0, 1.5)
    tells_apart(student.bce_with_logits, F.binary_cross_entropy_with_logits, [-z for z in worse], worse)


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_grows"])
def test_bce_with_logits_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    layout_ignored(student.bce_with_logits, (rng.normal(3, 5).t(), zeros_and_ones(rng, 5, 3)))
    layout_ignored(student.bce_with_logits, (rng.normal(5, 3), zeros_and_ones(rng, 3, 5).t()))
    expect.device_followed(student, "bce_with_logits", rng.normal(4, 3), zeros_and_ones(rng, 4, 3))


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_formula"])
def test_bce_with_logits_large_and_right(student: Student) -> None:
    """Logits of 1000 and -1000 cost nothing where they are right."""
    because = "exp overflows above 88.7 in float32"
    for logit, target in [(-1000.0, 0.0), (1000.0, 1.0)]:
        z, t = torch.tensor([logit]), torch.tensor([target])
        agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t, atol=1e-3, rounding=because)


@exercise("bce_with_logits", points=2, needs=["test_bce_with_logits_formula"])
def test_bce_with_logits_large_and_wrong(student: Student) -> None:
    """Logits of 1000 and -1000 cost 1000 where they are wrong, and those of 50 cost 50."""
    because = "a sigmoid rounded to 0 or 1 has lost how wrong it was; so take the log in the same step"
    for logit, target in [(50.0, 0.0), (-1000.0, 1.0), (1000.0, 0.0), (-50.0, 1.0)]:
        z, t = torch.tensor([logit]), torch.tensor([target])
        agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t, rounding=because)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    loss = student.bce_with_logits
    unequal_refused(loss, lambda shape: rng.normal(*shape), lambda shape: zeros_and_ones(rng, *shape))


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_grows"])
def test_bce_with_logits_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the logits, and are those of torch: (sigmoid - target) / n."""
    for shape in SHAPES:
        z, t = rng.uniform(*shape, low=-4.0, high=4.0), zeros_and_ones(rng, *shape)
        slope(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t)
    z, t = rng.uniform(2, 3, low=-4.0, high=4.0), zeros_and_ones(rng, 2, 3)
    slope(student.bce_with_logits, F.binary_cross_entropy_with_logits, z.double(), t.double())


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_grows"])
def test_bce_with_logits_untouched(student: Student, rng: Rng) -> None:
    """Logits and targets are left as they were."""
    expect.untouched(student.bce_with_logits, 3 * rng.normal(4, 3), zeros_and_ones(rng, 4, 3))


@exercise("bce_with_logits", points=5, needs=["test_bce_with_logits_formula"], builtins=_BCE)
def test_bce_with_logits_own_work(student: Student, rng: Rng) -> None:
    """You compute it yourself: F.binary_cross_entropy_with_logits and its relatives are not called."""
    logits, targets = rng.normal(5, 1), zeros_and_ones(rng, 5, 1)
    expect.not_delegated(student, "bce_with_logits", lambda: student.bce_with_logits(logits, targets))


def some_logits(rng: Rng, batch: int, classes: int) -> Inputs:
    """Logits (batch, classes) and targets (batch,), among them the first class and the last."""
    targets = torch.cat([torch.tensor([0, classes - 1]), rng.integers(0, classes, batch - 2)])
    return rng.uniform(batch, classes, low=-3.0, high=3.0), targets[rng.permutation(batch)]
