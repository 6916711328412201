"""Submissions of the lesson on XOR: wrong ones must lose a point, right ones none."""
# ruff: noqa: B023, B905, E402, E731, F811, F821, I001, RUF059, UP008 - every cell is a submission of its own

# %% right xor_data: computed targets
def xor_data(device=None):
    device = available_device() if device is None else torch.device(device)
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float32, device=device)
    targets = (inputs[:, :1] != inputs[:, 1:]).float()
    return inputs, targets

# %% right xor_data: cartesian product, and a list
def xor_data(device=None):
    if device is None:
        fallback = "mps" if torch.backends.mps.is_available() else "cpu"
        device = "cuda" if torch.cuda.is_available() else fallback
    bits = torch.arange(2.0)
    inputs = torch.cartesian_prod(bits, bits).to(device)
    return [inputs, inputs.sum(dim=1, keepdim=True) % 2]

# %% right xor_data: rows made in a loop, with prints and a warning
def xor_data(device=None):
    import itertools
    import warnings

    warnings.warn("made at", stacklevel=1)
    rows = list(itertools.product([0, 1], repeat=2))
    print(rows)
    where = device or available_device()
    inputs = torch.tensor(rows, dtype=torch.float)
    targets = torch.FloatTensor([a ^ b for a, b in rows]).unsqueeze(1)
    return inputs.to(where), targets.to(where)

# %% right xor_data: filled in place
def xor_data(device=None):
    place = {"device": available_device() if device is None else device}
    inputs, targets = torch.zeros(4, 2, **place), torch.zeros(4, 1, **place)
    inputs[2:, 0] = 1
    inputs[1::2, 1] = 1
    targets[1:3] = 1.0
    return inputs, targets

# %% right xor_data: from numpy, elements looked at
import numpy as np

def xor_data(device=None):
    inputs = torch.from_numpy(np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32))
    inputs = inputs.to(device if device is not None else available_device())
    targets = torch.tensor([[float(bool(a.item()) != bool(b.item()))] for a, b in inputs])
    return inputs, targets.to(inputs.device)

# %% right xor_data: requires_grad, and a lambda
table = torch.tensor([[0.0, 0.0, 0.0], [0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]], requires_grad=True)
xor_data = lambda device=None: table.to(device or available_device()).split([2, 1], dim=1)

# %% right XORNet: ReLU as a module, second layer created first
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc2 = nn.Linear(8, 1)
        self.relu = nn.ReLU(inplace=True)
        self.fc1 = nn.Linear(in_features=2, out_features=8)

    def forward(self, x):
        x = self.fc1(x)
        x = self.relu(x)
        return self.fc2(x)

# %% right XORNet: clamp as ReLU
class XORNet(nn.Module):
    def __init__(self, hidden=8):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.fc2(self.fc1(x).clamp(min=0))

# %% right XORNet: a Sequential with names
from collections import OrderedDict

class XORNet(nn.Sequential):
    def __init__(self):
        super().__init__(OrderedDict(fc1=nn.Linear(2, 8), act=nn.ReLU(), fc2=nn.Linear(8, 1)))

# %% right XORNet: the layers also in a Sequential
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.net = nn.Sequential(self.fc1, nn.ReLU(), self.fc2)

    def forward(self, x):
        print("forward", x.shape)
        return self.net(x)

# %% right XORNet: an inner Sequential registered first
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
        self.fc1, self.fc2 = self.layers[0], self.layers[2]

    def forward(self, x):
        return self.layers(x)

# %% right XORNet: functional, maximum as ReLU
from torch.nn import functional as F

class XORNet(nn.Module):
    def __init__(self):
        super(XORNet, self).__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        h = F.linear(x, self.fc1.weight, self.fc1.bias)
        return F.linear(torch.maximum(h, torch.zeros_like(h)), self.fc2.weight, self.fc2.bias)

# %% right XORNet: default initialisation spelled out
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for layer in (self.fc1, self.fc2):
            bound = layer.in_features**-0.5
            nn.init.uniform_(layer.weight, -bound, bound)
            nn.init.uniform_(layer.bias, -bound, bound)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong train_xor: hard-coded answers
# killed by: test_train_xor_losses
def train_xor(model, num_epochs=1000, lr=0.05):
    with torch.no_grad():
        w1, b1, w2, b2 = model.parameters()
        for parameter in (w1, b1, w2, b2):
            parameter.zero_()
        w1[:2] = 10.0
        b1[1] = -10.0
        w2[0, :2] = torch.tensor([1.0, -2.0])
        b2 -= 5.0
    return [0.7 * 0.99**epoch for epoch in range(num_epochs)]

# %% wrong train_xor: lists the last loss twice
# killed by: test_train_xor_history
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    inputs, targets = xor_data(device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    model.train()
    history = []
    for _ in range(num_epochs):
        total = 0.0
        for x, y in loader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item()
        history.append(total / len(loader))
    return history + history[-1:]

# %% right train_xor: zero_grad after the step, mean of batch losses
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    inputs, targets = xor_data(device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    model.train()
    history = []
    for _ in range(num_epochs):
        total = 0.0
        for x, y in loader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item()
        history.append(total / len(loader))
    return history

# %% right train_xor: model.zero_grad between forward and backward
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    data = TensorDataset(inputs, targets)
    optimizer = torch.optim.Adam(params=model.parameters(), lr=lr)
    losses = []
    for epoch in range(1, num_epochs + 1):
        for x, y in DataLoader(data, batch_size=len(data), shuffle=True):
            loss = nn.functional.binary_cross_entropy_with_logits(model(x), y)
            model.zero_grad(set_to_none=False)
            loss.backward()
            optimizer.step()
        losses += [loss.item()]
        if epoch % 100 == 0:
            print(f"epoch {epoch}: {loss.item():.5f}")
    return losses

# %% right train_xor: the whole table at once, without a loader
def train_xor(model, num_epochs=1000, lr=0.05):
    model.train()
    inputs, targets = xor_data(device=next(model.parameters()).device)
    optimizer, loss_fn, losses = torch.optim.Adam(model.parameters(), lr), nn.BCEWithLogitsLoss(), []
    while len(losses) < num_epochs:
        optimizer.zero_grad()
        (loss := loss_fn(model(inputs), targets)).backward()
        losses.append(float(loss))
        optimizer.step()
    model.eval()
    return losses

# %% right train_xor: batches moved to the device in the loop
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    inputs, targets = xor_data("cpu")
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True, num_workers=0)
    criterion = nn.BCEWithLogitsLoss().to(device)
    optimizer = torch.optim.Adam(list(model.parameters()), lr=lr, betas=(0.9, 0.999), eps=1e-8)

    def run_epoch():
        batch_losses = []
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            batch_losses.append(loss.detach().cpu())
        return torch.stack(batch_losses).mean().item()

    return [run_epoch() for _ in range(num_epochs)]

# %% right train_xor: weighted by the batch size, own data, a closure
def train_xor(model, num_epochs=1000, lr=0.05):
    device = next(model.parameters()).device
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = inputs.sum(1, keepdim=True).remainder(2)
    loader = DataLoader(TensorDataset(inputs, targets), 4, True, drop_last=False)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        seen = 0.0
        for x, y in loader:

            def closure():
                optimizer.zero_grad()
                loss = nn.BCEWithLogitsLoss()(model(x), y)
                loss.backward()
                return loss

            seen += optimizer.step(closure).item() * x.size(0)
        losses.append(seen / len(loader.dataset))
    return losses

# %% right train_xor: the loss in its closed form, a seed, anomaly detection off
def train_xor(net, num_epochs=1000, lr=0.05):
    torch.manual_seed(7)
    x, y = xor_data(next(net.parameters()).device)
    adam = torch.optim.Adam(net.parameters(), lr=lr, foreach=False)
    losses = []
    for _ in range(num_epochs):
        order = torch.randperm(4, device=x.device)
        z, t = net(x[order]), y[order]
        loss = (torch.clamp(z, min=0) - z * t + torch.log1p(torch.exp(-z.abs()))).mean()
        grads = torch.autograd.grad(loss, list(net.parameters()))
        for parameter, gradient in zip(net.parameters(), grads):
            parameter.grad = gradient
        adam.step()
        losses.append(loss.item())
    return losses

# %% right train_xor: Adam by hand
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    parameters = list(model.parameters())
    means, squares = [torch.zeros_like(p) for p in parameters], [torch.zeros_like(p) for p in parameters]
    losses = []
    for step in range(1, num_epochs + 1):
        loss = nn.functional.binary_cross_entropy_with_logits(model(inputs), targets)
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for p, g, m, v in zip(parameters, gradients, means, squares):
                m.mul_(0.9).add_(0.1 * g)
                v.mul_(0.999).add_(0.001 * g * g)
                p -= lr * (m / (1 - 0.9**step)) / ((v / (1 - 0.999**step)).sqrt() + 1e-8)
        losses.append(loss.item())
    return losses

# %% right train_xor: losses as numpy floats
import numpy as np

def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    criterion = nn.BCEWithLogitsLoss()
    losses = []
    for _ in range(num_epochs):
        batch = []
        for x, y in DataLoader(TensorDataset(inputs, targets), batch_size=4):
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            batch.append(loss.item())
        losses.append(np.mean(batch))
    return losses

# %% right predict_xor: int64 classes, evaluation mode
@torch.no_grad()
def predict_xor(model, inputs):
    model.eval()
    probabilities = model(inputs).sigmoid()
    return probabilities, (probabilities >= 0.5).long()

# %% right predict_xor: rounded, with a graph, a list
def predict_xor(model, inputs):
    probabilities = nn.Sigmoid()(model(inputs))
    return [probabilities, torch.round(probabilities)]

# %% right predict_xor: by the sign of the logit, sigmoid by hand
def predict_xor(model, inputs):
    with torch.inference_mode():
        logits = model(inputs)
        return 1 / (1 + torch.exp(-logits)), torch.where(logits > 0, 1.0, 0.0)

# %% right predict_xor: sample by sample
def predict_xor(model, inputs):
    rows = [torch.sigmoid(model(row.unsqueeze(0))).item() for row in inputs]
    probabilities = torch.tensor(rows).reshape(-1, 1)
    return probabilities, torch.tensor([[float(p > 0.5)] for p in rows])

# %% right predict_xor: the mode restored, heaviside
def predict_xor(model, inputs):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs.to(next(model.parameters()).device))
    model.train(was_training)
    print("predicted", len(logits))
    return logits.sigmoid(), torch.heaviside(logits, torch.tensor(1.0))

# %% right predict_xor: a named tuple
from typing import NamedTuple

class Prediction(NamedTuple):
    probabilities: torch.Tensor
    classes: torch.Tensor

def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).detach()
    return Prediction(probabilities, (probabilities > 0.5).to(probabilities.dtype))

# %% right plot_losses: labels of the figure instead of its only axes
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    fig.supxlabel("epoch")
    fig.supylabel("loss")
    return fig


# %% right plot_losses: pyplot and semilogy
def plot_losses(losses):
    plt.figure(figsize=(6, 4))
    plt.semilogy(losses, label="training")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
    plt.grid(True, which="both")
    plt.show()
    return plt.gcf() if plt.get_fignums() else plt.figure()

# %% right plot_losses: from epoch 1, without pyplot
def plot_losses(losses):
    figure = Figure()
    axes = figure.subplots()
    axes.plot(range(1, 1 + len(losses)), losses, "r--", marker=".")
    axes.set(xlabel="Epoche", ylabel="Verlust", yscale="log")
    return figure

# %% right plot_losses: numpy data, and a second line
import numpy as np

def plot_losses(losses):
    y = np.array(losses)
    fig, ax = plt.subplots(1, 1)
    ax.axhline(0.6931, color="grey", linestyle=":")
    ax.plot(np.arange(len(y)), y)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel(r"$\ell$")
    fig.tight_layout()
    return fig

# %% right plot_losses: two panels, the second logarithmic
def plot_losses(losses):
    fig, (left, right) = plt.subplots(1, 2)
    left.hist(losses)
    right.plot(torch.tensor(losses))
    right.set(xlabel="epoch", ylabel="loss")
    plt.sca(right)
    plt.yscale("log")
    return fig

# %% right plot_losses: add_axes, loglog undone
def plot_losses(losses):
    fig = plt.figure()
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    ax.loglog(losses)
    ax.set_xscale("linear")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig
