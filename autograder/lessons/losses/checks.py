"""Checks of the lesson on losses.

Each looks at one thing: a value that is wrong, a number in the wrong form or a lost gradient is told once, and the
other checks look past it. Gradients are asked for with respect to predictions and logits only, and not where a
clamp acts.
"""

import math
from functools import partial

import torch
from torch.nn import functional as F

from autograder import Rng, Student, exercise, expect
from autograder.lessons.losses.functions import (
    SHAPES,
    Inputs,
    agrees,
    grows,
    layout_and_device,
    layout_ignored,
    means,
    multiple_for_both,
    multiple_of,
    one_number,
    pairs,
    probabilities,
    singles,
    slopes,
    tells_apart,
    unequal_refused,
    zeros_and_ones,
)
from autograder.lessons.losses.tried import MISTAKES

#: Both exercises on binary cross-entropy are about what any of these computes.
_BCE = ("binary_cross_entropy", "binary_cross_entropy_with_logits", "bce_loss", "bce_with_logits_loss")
#: The last exercise is for who likes it. Where it is to count in your course, write False, and build.
OPTIONAL = True


# --- mse_loss ---------------------------------------------------------------------------------------


@exercise("mse_loss", points=0)
def test_mse_loss_exists(student: Student) -> None:
    """There is a function mse_loss(predictions, targets)."""
    expect.defined(student.mse_loss, "predictions", "targets")


@exercise("mse_loss", points=1)
def test_mse_loss_shape(student: Student, rng: Rng) -> None:
    """The loss is one number, a tensor of shape (), that depends on predictions and targets."""
    ones = torch.ones(2, 2)
    others = [(2 * ones, ones), (4 * ones, ones), (2 * ones, 5 * ones)]
    one_number(student.mse_loss, pairs(rng.normal, rng.normal), others)


@exercise("mse_loss", points=1)
def test_mse_loss_single(student: Student) -> None:
    """For a single number the loss is the squared difference."""
    singles(student.mse_loss, F.mse_loss, [(3.0, 0.5), (0.5, 3.0), (0.3, 0.0), (-2.0, -2.0)])


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
    means(student.mse_loss, F.mse_loss, pairs(rng.normal, rng.normal))


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
    layout_and_device(student, "mse_loss", rng.normal, rng.normal)
    layout_ignored(student.mse_loss, (rng.normal(4, 3, 2).permute(2, 0, 1), rng.normal(2, 4, 3)))


@exercise("mse_loss", points=1)
def test_mse_loss_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    unequal_refused(student.mse_loss, rng.normal, rng.normal)


@exercise("mse_loss", points=1, needs=["test_mse_loss_grows"])
def test_mse_loss_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the predictions, and are those of torch."""
    slopes(student.mse_loss, F.mse_loss, pairs(rng.normal, rng.normal, [*SHAPES, (2, 3)]))


@exercise("mse_loss", points=1, needs=["test_mse_loss_grows"])
def test_mse_loss_untouched(student: Student, rng: Rng) -> None:
    """Predictions and targets are left as they were."""
    expect.untouched(student.mse_loss, rng.normal(4, 3), rng.normal(4, 3))


@exercise("mse_loss", points=2, needs=["test_mse_loss_formula"], builtins=("mse_loss",))
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
    logits, targets = torch.tensor([[2.0, 0.0, -1.0], [1.0, 0.0, 3.0]]), torch.tensor([0, 2])
    others = [(logits, targets), (-logits, targets), (logits, torch.tensor([2, 1]))]
    one_number(student.cross_entropy, [some_logits(rng, *sizes) for sizes in [(6, 3), (4, 4), (3, 10)]], others)


@exercise("cross_entropy", points=1)
def test_cross_entropy_single(student: Student, rng: Rng) -> None:
    """For a batch of one sample the loss is -log of the right class's softmax."""
    logits, because = torch.tensor([[2.0, 0.5, -1.0]]), "the first sample of the worked example"
    agrees(student.cross_entropy, F.cross_entropy, logits, torch.tensor([0]), because=because)
    for target in range(4):
        logits, targets = rng.uniform(1, 4, low=-3.0, high=3.0), torch.tensor([target])
        agrees(student.cross_entropy, F.cross_entropy, logits, targets)


@exercise("cross_entropy", points=2)
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


@exercise("cross_entropy", points=3, needs=["test_cross_entropy_formula"])
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
    drawn = [some_logits(rng, *sizes) for sizes in [(6, 3), (4, 4), (5, 5), (4, 3)]]
    slopes(student.cross_entropy, F.cross_entropy, drawn)


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
    ones = torch.ones(2, 2)
    others = [(0.2 * ones, ones), (0.7 * ones, ones), (0.2 * ones, 0 * ones)]
    drawn = pairs(partial(probabilities, rng), partial(zeros_and_ones, rng))
    one_number(student.binary_cross_entropy, drawn, others)


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_single(student: Student) -> None:
    """For a single sample the loss is -log p if the target is 1, and -log(1 - p) if it is 0."""
    singles(student.binary_cross_entropy, F.binary_cross_entropy, [(0.9, 1.0), (0.2, 0.0), (0.6, 1.0), (0.9, 0.0)])


@exercise("binary_cross_entropy", points=1)
def test_binary_cross_entropy_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of -(t log p + (1 - t) log(1 - p))."""
    p, t = torch.tensor([[0.9, 0.2], [0.6, 0.4]]), torch.tensor([[1.0, 0.0], [1.0, 1.0]])
    because = "(0.105 + 0.223 + 0.511 + 0.916) / 4"
    agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t, because=because)
    p, t = torch.tensor([0.9, 0.2, 0.6]), torch.tensor([1.0, 0.0, 1.0])
    worked = "the worked example: (0.105 + 0.223 + 0.511) / 3"
    agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t, because=worked)
    drawn = pairs(partial(probabilities, rng), partial(zeros_and_ones, rng))
    means(student.binary_cross_entropy, F.binary_cross_entropy, drawn)


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_formula(student: Student) -> None:
    """For single samples the loss is -log p or -log(1 - p), or a multiple of it."""
    given = (0.2, 0.5, 0.7, 0.9)
    multiple_for_both(student.binary_cross_entropy, F.binary_cross_entropy, given, given)


@exercise("binary_cross_entropy", points=0)
def test_binary_cross_entropy_grows(student: Student) -> None:
    """The loss tells better probabilities from worse ones."""
    worse = (0.1, 0.3, 0.5, 0.7, 0.9)
    tells_apart(student.binary_cross_entropy, F.binary_cross_entropy, [1 - p for p in worse], worse)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_formula"])
def test_binary_cross_entropy_soft_targets(student: Student, rng: Rng) -> None:
    """Targets between 0 and 1 count in both terms."""
    singles(student.binary_cross_entropy, F.binary_cross_entropy, [(0.2, 0.5), (0.7, 0.7)])
    for _ in range(3):
        p, t = probabilities(rng, 1), rng.uniform(1, low=0.2, high=0.8)
        agrees(student.binary_cross_entropy, F.binary_cross_entropy, p, t)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    layout_and_device(student, "binary_cross_entropy", partial(probabilities, rng), partial(zeros_and_ones, rng))


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_formula"])
def test_binary_cross_entropy_sure_and_right(student: Student) -> None:
    """Probabilities of exactly 0 and 1 cost nothing where they are right."""
    because = "0 * log(0) is nan; so keep the logarithms away from 0, but not by more than about 1e-7"
    rows = [(0.0, 0.0), (1.0, 1.0)]
    singles(student.binary_cross_entropy, F.binary_cross_entropy, rows, atol=1e-4, because=because)


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
    unequal_refused(student.binary_cross_entropy, partial(probabilities, rng), partial(zeros_and_ones, rng))


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the probabilities, and are those of torch."""
    inner = partial(rng.uniform, low=0.2, high=0.8)
    drawn = pairs(inner, partial(zeros_and_ones, rng), [*SHAPES, (2, 3)])
    slopes(student.binary_cross_entropy, F.binary_cross_entropy, drawn)


@exercise("binary_cross_entropy", points=1, needs=["test_binary_cross_entropy_grows"])
def test_binary_cross_entropy_untouched(student: Student) -> None:
    """Probabilities and targets are left as they were, those of exactly 0 and 1 too."""
    p, t = torch.tensor([0.0, 0.3, 0.8, 1.0]), torch.tensor([0.0, 1.0, 1.0, 1.0])
    expect.untouched(student.binary_cross_entropy, p, t)


@exercise("binary_cross_entropy", points=4, needs=["test_binary_cross_entropy_formula"], builtins=_BCE)
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
    ones = torch.ones(2, 2)
    others = [(2 * ones, ones), (-2 * ones, ones), (2 * ones, 0 * ones)]
    one_number(student.bce_with_logits, pairs(rng.normal, partial(zeros_and_ones, rng)), others)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_single(student: Student) -> None:
    """For a single logit z, and p = sigmoid(z), the loss is -log p if the target is 1, else -log(1 - p)."""
    rows = [(-0.5, 0.0), (1.5, 1.0), (0.0, 1.0), (2.0, 0.0)]
    singles(student.bce_with_logits, F.binary_cross_entropy_with_logits, rows)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_values(student: Student, rng: Rng) -> None:
    """The loss is the mean over all elements of the binary cross-entropy of sigmoid(logits)."""
    z, t = torch.tensor([[-0.5, 1.5], [-2.0, 3.0]]), torch.tensor([[0.0, 1.0], [0.0, 1.0]])
    worked = "(0.474 + 0.201 + 0.127 + 0.049) / 4"
    agrees(student.bce_with_logits, F.binary_cross_entropy_with_logits, z, t, because=worked)
    drawn = pairs(partial(rng.uniform, low=-4.0, high=4.0), partial(zeros_and_ones, rng))
    means(student.bce_with_logits, F.binary_cross_entropy_with_logits, drawn)


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_formula(student: Student) -> None:
    """For single logits the loss is the right one, or a multiple of it."""
    given = (-2.0, 0.5, 1.0, 1.5)
    multiple_for_both(student.bce_with_logits, F.binary_cross_entropy_with_logits, given, given)


@exercise("bce_with_logits", points=0)
def test_bce_with_logits_grows(student: Student) -> None:
    """The loss tells better logits from worse ones."""
    worse = (-2.0, 0.5, 1.0, 1.5)
    tells_apart(student.bce_with_logits, F.binary_cross_entropy_with_logits, [-z for z in worse], worse)


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_grows"])
def test_bce_with_logits_layout(student: Student, rng: Rng) -> None:
    """Inputs may be transposed or strided views of other tensors, and stand on any device."""
    layout_and_device(student, "bce_with_logits", rng.normal, partial(zeros_and_ones, rng))


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_formula"])
def test_bce_with_logits_large_and_right(student: Student) -> None:
    """Logits of 1000 and -1000 cost nothing where they are right."""
    because = "exp overflows above 88.7 in float32"
    rows = [(-1000.0, 0.0), (1000.0, 1.0)]
    singles(student.bce_with_logits, F.binary_cross_entropy_with_logits, rows, atol=1e-3, rounding=because)


@exercise("bce_with_logits", points=3, needs=["test_bce_with_logits_formula"])
def test_bce_with_logits_large_and_wrong(student: Student) -> None:
    """Logits of 1000 and -1000 cost 1000 where they are wrong, and those of 50 cost 50."""
    because = "a sigmoid rounded to 0 or 1 has lost how wrong it was; so take the log in the same step"
    rows = [(50.0, 0.0), (-1000.0, 1.0), (1000.0, 0.0), (-50.0, 1.0)]
    singles(student.bce_with_logits, F.binary_cross_entropy_with_logits, rows, rounding=because)


@exercise("bce_with_logits", points=1)
def test_bce_with_logits_unequal_shapes(student: Student, rng: Rng) -> None:
    """Shapes that differ are a ValueError, not a broadcast."""
    unequal_refused(student.bce_with_logits, rng.normal, partial(zeros_and_ones, rng))


@exercise("bce_with_logits", points=1, needs=["test_bce_with_logits_grows"])
def test_bce_with_logits_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to the logits, and are those of torch: (sigmoid - target) / n."""
    moderate = partial(rng.uniform, low=-4.0, high=4.0)
    drawn = pairs(moderate, partial(zeros_and_ones, rng), [*SHAPES, (2, 3)])
    slopes(student.bce_with_logits, F.binary_cross_entropy_with_logits, drawn)


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


# --- test_cross_entropy -----------------------------------------------------------------------------


@exercise("test_cross_entropy", points=0, optional=OPTIONAL, tests="cross_entropy")
def test_test_cross_entropy_exists(student: Student) -> None:
    """There is a function test_cross_entropy(cross_entropy)."""
    expect.defined(student.test_cross_entropy, "cross_entropy")


@exercise("test_cross_entropy", points=0, timeout=20)  # at its first use, torch.testing imports what takes seconds
def test_test_cross_entropy_lets_pass(student: Student) -> None:
    """It raises for no right version, in whatever style that is written."""
    expect.lets_pass(student, "test_cross_entropy", MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_sum(student: Student) -> None:
    """It notices a loss that adds the losses up."""
    expect.notices(student, "test_cross_entropy", MISTAKES[0], MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_sign(student: Student) -> None:
    """It notices a loss that has the wrong sign."""
    expect.notices(student, "test_cross_entropy", MISTAKES[1], MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_batch(student: Student) -> None:
    """It notices a loss that takes the softmax over the batch."""
    expect.notices(student, "test_cross_entropy", MISTAKES[2], MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_columns(student: Student) -> None:
    """It notices a loss that picks whole columns."""
    expect.notices(student, "test_cross_entropy", MISTAKES[3], MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_stability(student: Student) -> None:
    """It notices a loss that overflows for logits of 1000."""
    expect.notices(student, "test_cross_entropy", MISTAKES[4], MISTAKES)


@exercise("test_cross_entropy", points=1, needs=["test_test_cross_entropy_lets_pass"])
def test_test_cross_entropy_untouched(student: Student) -> None:
    """It notices a loss that changes its logits."""
    expect.notices(student, "test_cross_entropy", MISTAKES[5], MISTAKES)
