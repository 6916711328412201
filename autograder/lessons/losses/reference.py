"""The kit's right versions of the exercises on losses.

They avoid the built-ins that these exercises may not call: a student's exercise that uses its right
sibling must not look as if it had delegated.
"""

from collections.abc import Callable

import torch
from torch.nn import functional


def mse_loss(predictions: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean squared error of two tensors of one shape: ()."""
    _require_same_shape(predictions, targets)
    return torch.mean(torch.square(predictions - targets))


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean cross-entropy of logits (batch, classes) and classes (batch,) int64: ()."""
    chosen = torch.take_along_dim(functional.log_softmax(logits, dim=1), targets.unsqueeze(1), dim=1)
    return -chosen.mean()


def binary_cross_entropy(probabilities: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean binary cross-entropy of two tensors of one shape, with values in [0, 1]: ()."""
    _require_same_shape(probabilities, targets)
    return bce_with_logits(torch.logit(probabilities, eps=1e-7), targets)


def bce_with_logits(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean binary cross-entropy of logits and targets of one shape: ()."""
    _require_same_shape(logits, targets)
    return torch.mean(functional.softplus(logits) - targets * logits)


def test_cross_entropy(cross_entropy: Callable[..., torch.Tensor]) -> None:
    """Compares with torch's on two samples, one of them large and wrong, and looks at the logits afterwards."""
    logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1000.0, 3.0]])
    classes, given = torch.tensor([0, 2]), logits.clone()
    torch.testing.assert_close(cross_entropy(given, classes), functional.cross_entropy(logits, classes))
    torch.testing.assert_close(given, logits)


def _require_same_shape(first: torch.Tensor, second: torch.Tensor) -> None:
    if first.shape != second.shape:
        raise ValueError(f"the shapes {tuple(first.shape)} and {tuple(second.shape)} differ")
