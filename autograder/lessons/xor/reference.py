"""The kit's own right version of each exercise of the lesson on XOR."""

import torch
from matplotlib.figure import Figure
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def xor_data(device: torch.device | str | None = None) -> tuple[torch.Tensor, torch.Tensor]:
    """Make the inputs (4, 2) and targets (4, 1) of the truth table, in the order 00, 01, 10, 11."""
    if device is None:
        mps = "mps" if torch.backends.mps.is_available() else "cpu"
        device = "cuda" if torch.cuda.is_available() else mps
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    return inputs.to(device), targets.to(device)


class XORNet(nn.Module):
    """Two linear layers, 2 -> 8 -> 1, with a ReLU between them; logits."""

    def __init__(self) -> None:
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Compute logits (m, 1) of inputs (m, 2)."""
        logits: torch.Tensor = self.fc2(self.relu(self.fc1(x)))
        return logits


def train_xor(model: nn.Module, num_epochs: int = 1000, lr: float = 0.05) -> list[float]:
    """Train a model in place with Adam and BCEWithLogitsLoss; return the loss of each epoch."""
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        for x, y in loader:  # one batch, of all four samples
            loss = criterion(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def predict_xor(model: nn.Module, inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Compute the probability of class 1 and the class, both (m, 1)."""
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float()


def plot_losses(losses: list[float]) -> Figure:
    """Draw the loss per epoch as a line on a logarithmic y axis."""
    figure = Figure()
    axes = figure.add_subplot(xlabel="epoch", ylabel="loss", yscale="log")
    axes.plot(losses)
    return figure
