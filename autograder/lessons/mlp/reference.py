"""The kit's own right version of each exercise of the lesson on multi-layer perceptrons."""

import torch
from torch import nn


class SimpleMLP(nn.Module):
    """Three linear layers, input -> hidden -> hidden // 2 -> classes, with a ReLU after the first two."""

    def __init__(self, input_size: int, hidden_size: int, num_classes: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Compute logits (batch, num_classes) of inputs (batch, input_size)."""
        hidden = self.relu2(self.fc2(self.relu1(self.fc1(x))))
        logits: torch.Tensor = self.fc3(hidden)
        return logits


def count_parameters(model: nn.Module) -> int:
    """Count the trainable scalars of a model."""
    return sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)


def layer_shapes(model: nn.Module, inputs: torch.Tensor) -> list[tuple[int, ...]]:
    """List the shapes of the inputs and of what fc1, relu1, fc2, relu2 and fc3 make of them."""
    shapes = [tuple(inputs.shape)]
    with torch.no_grad():
        for name in ("fc1", "relu1", "fc2", "relu2", "fc3"):
            inputs = model.get_submodule(name)(inputs)
            shapes.append(tuple(inputs.shape))
    return shapes
