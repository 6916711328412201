"""The kit's right versions of the exercises on training."""

from collections.abc import Iterable

import torch
from torch import nn


def train_step(
    model: nn.Module,
    criterion: nn.Module,
    optimizer: torch.optim.Optimizer,
    inputs: torch.Tensor,
    labels: torch.Tensor,
) -> float:
    """Update the model once, from one batch, and return the loss before the update."""
    optimizer.zero_grad()
    loss: torch.Tensor = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return float(loss.item())


def train(
    model: nn.Module,
    criterion: nn.Module,
    optimizer: torch.optim.Optimizer,
    dataloader: Iterable[tuple[torch.Tensor, torch.Tensor]],
    num_epochs: int,
) -> list[float]:
    """Train the model on all batches, num_epochs times, and return the mean batch loss of each epoch."""
    history = []
    for _ in range(num_epochs):
        losses = [train_step(model, criterion, optimizer, inputs, labels) for inputs, labels in dataloader]
        history.append(sum(losses) / len(losses))
    return history


def evaluate(model: nn.Module, inputs: torch.Tensor, labels: torch.Tensor) -> float:
    """Compute the accuracy of binary logits, in evaluation mode, and restore the mode."""
    was_training = model.training
    model.eval()
    with torch.no_grad():
        right = (model(inputs) > 0) == (labels > 0.5)
    model.train(was_training)
    return float(right.double().mean())
