"""Right versions of the perceptron's exercises, written with torch's own functions."""

import torch


def weighted_sum(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """sum_i w_i x_i + b: inputs (..., n), weights (n,), bias () -> (...)."""
    return torch.matmul(inputs, weights) + bias


def perceptron(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Sigmoid of the weighted sum: inputs (..., n), weights (n,), bias () -> (...)."""
    return torch.sigmoid(torch.matmul(inputs, weights) + bias)


def predict(
    inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor, threshold: float = 0.5
) -> torch.Tensor:
    """1. where the sigmoid of the weighted sum is at least threshold, else 0.; (..., n) -> (...)."""
    return (torch.sigmoid(torch.matmul(inputs, weights) + bias) >= threshold).to(inputs.dtype)


def fit_perceptron(
    inputs: torch.Tensor, targets: torch.Tensor, lr: float = 1.0, max_epochs: int = 100
) -> tuple[torch.Tensor, torch.Tensor, list[int]]:
    """Rosenblatt's rule on inputs (m, n) and targets (m,): weights (n,), bias (), mistakes of each epoch."""
    weights, bias = inputs.new_zeros(inputs.shape[1]), inputs.new_zeros(())
    errors: list[int] = []
    while len(errors) < max_epochs and (not errors or errors[-1] > 0):
        errors.append(0)
        for x, target in zip(inputs, targets, strict=True):
            error = float(target) - float(torch.dot(weights, x) + bias >= 0)
            weights, bias = weights + lr * error * x, bias + lr * error
            errors[-1] += int(error != 0)
    return weights, bias, errors
