"""The lessons in teaching order, and what each exercise may not call."""

from __future__ import annotations

LESSONS = ("perceptron", "activations", "mlp", "losses", "optimizers", "training", "xor")

_BCE = ("binary_cross_entropy", "binary_cross_entropy_with_logits", "bce_loss", "bce_with_logits_loss")

#: The built-ins that each exercise re-implements and therefore may not call.
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "weighted_sum": ("linear",),
    "sigmoid": ("sigmoid", "expit", "logsigmoid"),
    "tanh": ("tanh",),
    "relu": ("relu", "threshold"),
    "leaky_relu": ("leaky_relu", "prelu", "rrelu"),
    "softmax": ("softmax", "log_softmax", "softmin"),
    "mse_loss": ("mse_loss",),
    "cross_entropy": ("cross_entropy", "nll_loss"),
    "binary_cross_entropy": _BCE,
    "bce_with_logits": _BCE,
    "SGD": ("torch.optim",),
    "Adam": ("torch.optim",),
}
