"""Submissions of the lesson on XOR: wrong ones must lose a point, right ones none."""
# ruff: noqa: B023, B905, E402, E731, F811, F821, I001, RUF059, UP008 - every cell is a submission of its own

# %% wrong xor_data: the rows in another order
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)

# %% wrong xor_data: OR instead of XOR
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [1.0]], device=device)

# %% wrong xor_data: XNOR instead of XOR
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[1.0], [0.0], [0.0], [1.0]], device=device)

# %% wrong xor_data: flat targets
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([0.0, 1.0, 1.0, 0.0], device=device)

# %% wrong xor_data: integers
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], device=device)
    return inputs, torch.tensor([[0], [1], [1], [0]], device=device)

# %% wrong xor_data: integer targets
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0], [1], [1], [0]], device=device)

# %% wrong xor_data: float64
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64, device=device)
    return inputs, (inputs.sum(dim=1, keepdim=True) == 1).double()

# %% wrong xor_data: the device is ignored
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]])

# %% wrong xor_data: the moved tensors are thrown away
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    device = device or available_device()
    inputs.to(device)
    targets.to(device)
    return inputs, targets

# %% wrong xor_data: only the inputs are moved
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs.to(device or available_device()), torch.tensor([[0.0], [1.0], [1.0], [0.0]])

# %% wrong xor_data: no default for the device
def xor_data(device):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)

# %% wrong xor_data: the two results swapped
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device), inputs

# %% wrong xor_data: a DataLoader instead of tensors
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)

# %% wrong xor_data: nothing is returned
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    print(inputs, targets)

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

# %% wrong XORNet: a sigmoid in the hidden layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.sigmoid(self.fc1(x)))

# %% wrong XORNet: tanh in the hidden layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.tanh(self.fc1(x)))

# %% wrong XORNet: ReLU6, which ends at 6
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.nn.functional.relu6(self.fc1(x)))


# %% wrong XORNet: no activation at all
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(self.fc1(x))

# %% wrong XORNet: leaky ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.act = nn.LeakyReLU()

    def forward(self, x):
        return self.fc2(self.act(self.fc1(x)))

# %% wrong XORNet: a sigmoid at the end
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(torch.relu(self.fc1(x))))

# %% wrong XORNet: a ReLU at the end as well
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return torch.relu(self.fc2(torch.relu(self.fc1(x))))

# %% wrong XORNet: four hidden neurons
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 4)
        self.fc2 = nn.Linear(4, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: other layer names
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))

    def forward(self, x):
        return self.layers(x)

# %% wrong XORNet: no biases
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8, bias=False)
        self.fc2 = nn.Linear(8, 1, bias=False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: a third layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc3 = nn.Linear(1, 1)

    def forward(self, x):
        return self.fc3(self.fc2(torch.relu(self.fc1(x))))

# %% wrong XORNet: flat logits
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x))).squeeze()

# %% wrong XORNet: the hidden layer is cut off from the graph
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        with torch.no_grad():
            hidden = torch.relu(self.fc1(x))
        return self.fc2(hidden)

# %% wrong XORNet: layers made anew in forward
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return nn.Linear(8, 1)(torch.relu(nn.Linear(2, 8)(x)))

# %% wrong XORNet: weights all zero
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for parameter in self.parameters():
            nn.init.zeros_(parameter)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: tiny weights
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for parameter in self.parameters():
            nn.init.normal_(parameter, std=0.01)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: a seed in the constructor
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(42)
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: Kaiming weights and zero biases
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for layer in (self.fc1, self.fc2):
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: frozen first layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc1.requires_grad_(False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: super().__init__() is missing
class XORNet(nn.Module):
    def __init__(self):
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

# %% wrong XORNet: forward returns nothing
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        self.fc2(torch.relu(self.fc1(x)))

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

# %% wrong train_xor: MSE of the probabilities
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(torch.sigmoid(model(inputs)), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: MSE of the logits
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: trained on MSE, but the BCE is reported
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        logits = model(inputs)
        nn.functional.mse_loss(torch.sigmoid(logits), targets).backward()
        optimizer.step()
        losses.append(nn.functional.binary_cross_entropy_with_logits(logits, targets).item())
    return losses

# %% wrong train_xor: SGD
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: SGD with momentum and a larger step
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=4 * lr, momentum=0.9)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: AdamW
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: RMSprop
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.RMSprop(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: an optimizer made anew each epoch
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    losses = []
    for _ in range(num_epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: a sigmoid too many
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(torch.sigmoid(model(inputs)), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: no zero_grad
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        for x, y in loader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: zero_grad between backward and step
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: batches of one
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=1, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses

# %% wrong train_xor: the sum over the samples is reported
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x)
        losses.append(total)
    return losses

# %% wrong train_xor: the loss is summed, not averaged
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss(reduction="sum")
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: tensors in the list
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    return losses

# %% wrong train_xor: lr is ignored
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: num_epochs is ignored
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(1000):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: other defaults
def train_xor(model, num_epochs=500, lr=0.01):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: a copy of the model is trained
import copy

def train_xor(model, num_epochs=1000, lr=0.05):
    model = copy.deepcopy(model)
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: a model of its own is trained
def train_xor(model, num_epochs=1000, lr=0.05):
    model = XORNet()
    inputs, targets = xor_data("cpu")
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: only the last loss
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
    return loss.item()

# %% wrong train_xor: one epoch too many
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs + 1):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: the loss is measured after the update
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        criterion(model(inputs), targets).backward()
        optimizer.step()
        losses.append(criterion(model(inputs), targets).item())
    return losses

# %% wrong train_xor: stops early when the loss is small
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if loss.item() < 0.01:
            break
    return losses

# %% wrong train_xor: only the last layer learns
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(list(model.parameters())[2:], lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: the weights are drawn anew first
def train_xor(model, num_epochs=1000, lr=0.05):
    model.apply(lambda m: m.reset_parameters() if hasattr(m, "reset_parameters") else None)
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: a scheduler lowers the learning rate
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.99)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    return losses

# %% wrong train_xor: hard-coded answers
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

# %% wrong predict_xor: no sigmoid
def predict_xor(model, inputs):
    with torch.no_grad():
        probabilities = model(inputs)
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: the logits against 0.5
def predict_xor(model, inputs):
    logits = model(inputs)
    return torch.sigmoid(logits), (logits > 0.5).float()

# %% wrong predict_xor: the probabilities against 0
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0).float()

# %% wrong predict_xor: two sigmoids
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(torch.sigmoid(model(inputs)))
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: the two results swapped
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return (probabilities > 0.5).float(), probabilities

# %% wrong predict_xor: softmax over one logit
def predict_xor(model, inputs):
    probabilities = torch.softmax(model(inputs), dim=1)
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: argmax over one logit
def predict_xor(model, inputs):
    logits = model(inputs)
    return torch.sigmoid(logits), logits.argmax(dim=1, keepdim=True)

# %% wrong predict_xor: booleans
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, probabilities > 0.5

# %% wrong predict_xor: flat results
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).squeeze()
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: flat classes
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float().flatten()

# %% wrong predict_xor: classes turned round
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities < 0.5).float()

# %% wrong predict_xor: only the classes
def predict_xor(model, inputs):
    return (torch.sigmoid(model(inputs)) > 0.5).float()

# %% wrong predict_xor: always on the truth table
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(xor_data("cpu")[0]))
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: trains a bit more first
def predict_xor(model, inputs):
    train_xor(model, 2)
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: rounds the inputs in place
def predict_xor(model, inputs):
    inputs.round_()
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float()

# %% wrong predict_xor: classes as a list
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, [1.0 if p > 0.5 else 0.0 for p in probabilities]

# %% wrong predict_xor: rounded probabilities
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).round(decimals=1)
    return probabilities, (probabilities > 0.5).float()

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

# %% wrong plot_losses: a linear axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig

# %% wrong plot_losses: the logarithm drawn on a linear axis
import math

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([math.log10(loss) for loss in losses])
    ax.set(xlabel="epoch", ylabel="log10 of the loss")
    return fig

# %% wrong plot_losses: the logarithm drawn on a log axis
import math

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([-math.log10(loss) for loss in losses])
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig

# %% wrong plot_losses: the x axis is logarithmic
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogx(range(1, len(losses) + 1), losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig

# %% wrong plot_losses: no labels
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set_title("loss per epoch")
    return fig

# %% wrong plot_losses: only one label
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set_ylabel("loss")
    return fig

# %% wrong plot_losses: shown, not returned
def plot_losses(losses):
    plt.semilogy(losses)
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.show()

# %% wrong plot_losses: the axes are returned
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return ax

# %% wrong plot_losses: every tenth loss only
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses[::10])
    ax.set(xlabel="epoch", ylabel="loss")
    return fig

# %% wrong plot_losses: losses on the x axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses, range(len(losses)))
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig

# %% wrong plot_losses: bars instead of a line
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.bar(range(len(losses)), losses)
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig

# %% wrong plot_losses: a smoothed curve
def plot_losses(losses):
    fig, ax = plt.subplots()
    smooth = losses[:1]
    for loss in losses[1:]:
        smooth.append(0.9 * smooth[-1] + 0.1 * loss)
    ax.semilogy(smooth)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig

# %% wrong plot_losses: an empty figure
def plot_losses(losses):
    return plt.figure()

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
