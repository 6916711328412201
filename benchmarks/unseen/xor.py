# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import copy
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


def available_device():
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")

# %% xor_data: the targets are a flat (4,) vector instead of (4, 1)
# told: gives the targets the shape (4,) instead of (4, 1)
def xor_data(device=None):
    if device is None:
        device = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]], device=device)
    y = torch.tensor([0., 1., 1., 0.], device=device)
    return X, y

# %% xor_data: made from numpy arrays, so the tensors are float64
# told: makes float64 or another type than float32
def xor_data(device=None):
    if device is None:
        if torch.cuda.is_available():
            device = torch.device("cuda")
        elif torch.backends.mps.is_available():
            device = torch.device("mps")
        else:
            device = torch.device("cpu")
    x = np.array([[0, 0],
                  [0, 1],
                  [1, 0],
                  [1, 1]]).astype(float)
    t = np.logical_xor(x[:, 0], x[:, 1]).astype(float).reshape(-1, 1)
    return torch.from_numpy(x).to(device), torch.from_numpy(t).to(device)

# %% xor_data: the rows come as 00 10 01 11, not in truth-table order
# told: puts the rows of the inputs in another order than 00, 01, 10, 11
def xor_data(device=None):
    dev = device
    if dev is None:
        dev = "cpu"
        if torch.backends.mps.is_available(): dev = "mps"
        if torch.cuda.is_available(): dev = "cuda"
    rows = []
    answers = []
    for b in (0, 1):
        for a in (0, 1):
            rows.append([float(a), float(b)])
            answers.append([float(a ^ b)])
    inputs = torch.tensor(rows, dtype=torch.float32).to(dev)
    targets = torch.tensor(answers, dtype=torch.float32).to(dev)
    return inputs, targets

# %% XORNet: a sigmoid at the end, it returns probabilities and not logits
# told: applies a sigmoid to the logit
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(8, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = self.relu(self.fc1(x))
        x = self.sigmoid(self.fc2(x))
        return x

# %% XORNet: no activation between the two layers, the network is linear
# told: lets no activation act between the two layers
class XORNet(nn.Module):
    def __init__(self):
        super(XORNet, self).__init__()
        self.fc1 = nn.Linear(in_features=2, out_features=8)
        self.fc2 = nn.Linear(in_features=8, out_features=1)

    def forward(self, inputs):
        hidden = self.fc1(inputs)
        logits = self.fc2(hidden)
        return logits

# %% XORNet: BOTH the hidden layer has 4 units instead of 8; the hidden activation is a sigmoid instead of ReLU
# told: has another number of hidden neurons
# and: uses a sigmoid in the hidden layer
class XORNet(nn.Module):
    HIDDEN = 4

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, self.HIDDEN)
        self.fc2 = nn.Linear(self.HIDDEN, 1)

    def forward(self, x):
        return self.fc2(torch.sigmoid(self.fc1(x)))

# %% train_xor: a sigmoid on the outputs although BCEWithLogitsLoss has one already
# told: applies a sigmoid before BCEWithLogitsLoss, which has one inside
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float32, device=device)
    Y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float32, device=device)
    loader = DataLoader(TensorDataset(X, Y), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for x, y in loader:
            optimizer.zero_grad()
            out = torch.sigmoid(model(x))
            loss = criterion(out, y)
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses

# %% train_xor: no zero_grad, the gradients of all epochs add up
# told: never clears the gradients
def train_xor(model, num_epochs=1000, lr=0.05):
    dev = next(iter(model.parameters())).device
    inputs = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]).to(dev)
    targets = torch.tensor([[0.], [1.], [1.], [0.]]).to(dev)

    dataset = TensorDataset(inputs, targets)
    dataloader = DataLoader(dataset, batch_size=4, shuffle=True)

    opt = torch.optim.Adam(model.parameters(), lr=lr)
    loss_fn = nn.BCEWithLogitsLoss()

    all_losses = []
    for e in range(num_epochs):
        epoch_loss = 0.0
        for xb, yb in dataloader:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            opt.step()
            epoch_loss += loss.item()
        all_losses.append(epoch_loss / len(dataloader))
    return all_losses

# %% train_xor: lr is not passed on, Adam runs with its default of 0.001
# told: ignores lr
def train_xor(model, num_epochs=1000, lr=0.05):
    device = [p.device for p in model.parameters()][0]
    x = torch.tensor([[i, j] for i in (0., 1.) for j in (0., 1.)], device=device)
    y = (x[:, :1] != x[:, 1:]).float()
    data = DataLoader(TensorDataset(x, y), batch_size=4, shuffle=True)
    loss_function = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters())
    history = []
    for _ in range(num_epochs):
        for a, b in data:
            optimizer.zero_grad()
            loss = loss_function(model(a), b)
            loss.backward()
            optimizer.step()
            history.append(loss.item())
    return history

# %% train_xor: the optimizer is made anew in every epoch, so Adam forgets its moments
# told: makes a new optimizer in every epoch
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device

    def get_loader():
        x = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]]).to(device)
        t = torch.FloatTensor([[0], [1], [1], [0]]).to(device)
        return DataLoader(TensorDataset(x, t), batch_size=4, shuffle=True)

    loader = get_loader()
    losses = []
    for epoch in range(num_epochs):
        criterion = nn.BCEWithLogitsLoss()
        optimizer = torch.optim.Adam(model.parameters(), lr)
        sum_loss = 0
        for x, t in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), t)
            loss.backward()
            optimizer.step()
            sum_loss += float(loss)
        losses.append(sum_loss)
    return losses

# %% train_xor: BOTH uses SGD instead of Adam; the list holds loss tensors instead of floats
# told: uses SGD instead of Adam
# and: puts tensors into the list instead of Python floats
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]], device=device)
    y = torch.tensor([[0.], [1.], [1.], [0.]], device=device)
    train_loader = DataLoader(TensorDataset(X, y), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for inputs, labels in train_loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
        losses.append(loss.detach())
    return losses

# %% train_xor: STRANGE trains a deep copy in order not to modify its input, the model given stays untrained
# told: trains another model than the given one
import copy

def train_xor(model, num_epochs=1000, lr=0.05):
    net = copy.deepcopy(model)      # functions should not modify their inputs!
    device = next(net.parameters()).device
    X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]], device=device)
    T = torch.tensor([[0.], [1.], [1.], [0.]], device=device)
    batches = DataLoader(TensorDataset(X, T), batch_size=4, shuffle=True)
    adam = torch.optim.Adam(net.parameters(), lr=lr)
    bce = nn.BCEWithLogitsLoss()
    curve = []
    for epoch in range(num_epochs):
        for x, t in batches:
            adam.zero_grad()
            loss = bce(net(x), t)
            loss.backward()
            adam.step()
            curve.append(loss.item())
    return curve

# %% predict_xor: the logits are returned as probabilities, the sigmoid is missing
# told: returns logits instead of probabilities
# told: compares the logits with 0.5
def predict_xor(model, inputs):
    with torch.no_grad():
        probabilities = model(inputs)
        classes = (probabilities > 0.5).float()
    return probabilities, classes

# %% predict_xor: the classes are booleans, not converted to 0. and 1.
# told: returns the classes as True and False
def predict_xor(model, inputs):
    with torch.no_grad():
        p = 1 / (1 + torch.exp(-model(inputs)))
    return p, p > 0.5

# %% predict_xor: softmax over the single output column, every probability is 1
# told: takes a softmax over a single logit, which always gives 1
@torch.no_grad()
def predict_xor(model, inputs):
    logits = model(inputs)
    probs = F.softmax(logits, dim=1)
    classes = torch.zeros_like(probs)
    classes[probs > 0.5] = 1.0
    return probs, classes

# %% plot_losses: the y axis is linear, no log scale
# told: leaves the y axis linear
def plot_losses(losses):
    fig, ax = plt.subplots(figsize=(8, 5))
    ax.plot(range(1, len(losses) + 1), losses, color="red", label="training loss")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss")
    ax.set_title("XOR training")
    ax.grid(True)
    ax.legend()
    return fig

# %% plot_losses: shows the figure but returns nothing
# told: returns nothing
def plot_losses(losses):
    plt.figure()
    plt.semilogy(losses)
    plt.xlabel("epoch")
    plt.ylabel("loss (log)")
    plt.title("Loss per epoch")
    plt.show()


# %% xor_data: the targets are a flat vector of four
# told: gives the targets the shape (4,) instead of (4, 1)
def xor_data(device=None):
    if device is None:
        device = available_device()
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    y = torch.tensor([0.0, 1.0, 1.0, 0.0], device=device)
    return x, y


# %% xor_data: integers, since no number has a decimal point
# told: makes whole numbers instead of floats
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[a, b] for a in (0, 1) for b in (0, 1)], device=device)
    targets = inputs[:, :1] ^ inputs[:, 1:]
    return inputs, targets


# %% xor_data: the table of OR, the last row is 1
# told: gives the targets of OR
def xor_data(device=None):
    dev = available_device() if device is None else device
    X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]]).to(dev)
    Y = torch.clamp(X.sum(dim=1, keepdim=True), max=1.0)
    return X, Y


# %% XORNet: a sigmoid at the end, so it gives probabilities
# told: applies a sigmoid to the logit
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, inputs):
        hidden = F.relu(self.fc1(inputs))
        return torch.sigmoid(self.fc2(hidden))


# %% XORNet: nothing stands between the two layers
# told: lets no activation act between the two layers
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(8, 1)

    def forward(self, inputs):
        x = self.fc1(inputs)
        x = self.fc2(x)
        return x


# %% XORNet: fixes the seed in the constructor, so all networks begin the same
# told: starts every network from the same weights, with a seed of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(42)  # reproducible
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, inputs):
        return self.fc2(torch.relu(self.fc1(inputs)))


# %% XORNet: only four hidden neurons; and the last dimension is squeezed away
# told: has another number of hidden neurons
# and: squeezes the logits
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        hidden = 4
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, inputs):
        h = self.fc1(inputs).clamp(min=0)
        return self.fc2(h).squeeze(-1)


# %% train_xor: a new Adam is made in every epoch
# told: makes a new optimizer in every epoch
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]], device=device)
    y = torch.tensor([[0.0], [1], [1], [0]], device=device)
    loader = DataLoader(TensorDataset(x, y), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    losses = []
    for epoch in range(num_epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        batch = []
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = criterion(model(xb), yb)
            loss.backward()
            optimizer.step()
            batch.append(loss.item())
        losses.append(sum(batch) / len(batch))
    return losses


# %% train_xor: the loss that takes logits is given probabilities, so there is a sigmoid too many
# told: applies a sigmoid before BCEWithLogitsLoss, which has one inside
def train_xor(model, num_epochs=1000, lr=0.05):
    dev = next(model.parameters()).device
    X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float32, device=dev)
    T = torch.tensor([[0], [1], [1], [0]], dtype=torch.float32, device=dev)
    data = DataLoader(TensorDataset(X, T), batch_size=4, shuffle=True)
    opt = torch.optim.Adam(model.parameters(), lr=lr)
    loss_fn = nn.BCEWithLogitsLoss()
    history = []
    for _ in range(num_epochs):
        total = 0.0
        for xs, ts in data:
            probs = torch.sigmoid(model(xs))
            loss = loss_fn(probs, ts)
            opt.zero_grad()
            loss.backward()
            opt.step()
            total += loss.item()
        history.append(total / len(data))
    return history


# %% train_xor: each sample is a batch of its own, hence four steps an epoch
# told: trains on one sample at a time instead of on batches of four
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    y = (x[:, 0] != x[:, 1]).float().unsqueeze(1)
    loader = DataLoader(TensorDataset(x, y), shuffle=True)
    criterion, optimizer = nn.BCEWithLogitsLoss(), torch.optim.Adam(model.parameters(), lr)
    losses = []
    for _ in range(num_epochs):
        s = 0.0
        for a, b in loader:
            optimizer.zero_grad()
            loss = criterion(model(a), b)
            loss.backward()
            optimizer.step()
            s += loss.item()
        losses.append(s / len(loader))
    return losses


# %% train_xor: trains a deep copy and leaves the model that was given untouched; and keeps the losses as tensors
# told: trains another model than the given one
# and: puts tensors into the list instead of Python floats
def train_xor(model, num_epochs=1000, lr=0.05):
    net = copy.deepcopy(model)
    device = next(net.parameters()).device
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    adam = torch.optim.Adam(net.parameters(), lr=lr)
    bce = nn.BCEWithLogitsLoss()
    losses = []
    for epoch in range(num_epochs):
        for xb, yb in loader:
            adam.zero_grad()
            loss = bce(net(xb), yb)
            loss.backward()
            adam.step()
            losses.append(loss.detach())
    return losses


# %% plot_losses: the y axis is an ordinary one
# told: leaves the y axis linear
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(range(1, len(losses) + 1), losses)
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    ax.set_title("training loss")
    return fig


# %% plot_losses: the logarithmic axis is the horizontal one
# told: makes the x axis logarithmic instead of the y axis
def plot_losses(losses):
    figure = plt.figure()
    plt.semilogx(np.arange(1, len(losses) + 1), losses)
    plt.xlabel("Epoch")
    plt.ylabel("Loss")
    return figure


# %% predict_xor: the class comes from comparing the logit with 0.5
# told: compares the logits with 0.5
def predict_xor(model, inputs):
    with torch.no_grad():
        z = model(inputs)
        classes = (z > 0.5).float()
    return torch.sigmoid(z), classes


# %% predict_xor: hands out the logits where the probabilities belong
# told: returns logits instead of probabilities
def predict_xor(model, inputs):
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
    return logits, (logits > 0).float()
