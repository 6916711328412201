"""Wrong versions of the exercises of xor, each with its misconception and a hint.

One cell a version: the exercise, then the misconception in a teacher's words, then the hint. Cells of the same
name are spellings of the same mistake.
"""

# %% xor_data: gives the targets the shape (4,) instead of (4, 1)
# hint: How many brackets stand around your four targets? Each of the four samples has a row of its own, of
# one number.
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([0.0, 1.0, 1.0, 0.0], device=device)


# %% xor_data: gives the targets the shape (4,) instead of (4, 1)
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0, 1.0, 1.0, 0.0]], device=device)
    return inputs, targets


# %% xor_data: makes whole numbers instead of floats
# hint: What dtype has torch.tensor([0, 1])? And torch.tensor([0.0, 1.0])?
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], device=device)
    return inputs, torch.tensor([[0], [1], [1], [0]], device=device)


# %% xor_data: makes whole numbers instead of floats
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0], [1], [1], [0]], device=device)


# %% xor_data: makes whole numbers instead of floats
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: makes float64 or another type than float32
# hint: Which dtype do the weights of a linear layer have? Compare it with that of your tensors.
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64, device=device)
    return inputs, (inputs.sum(dim=1, keepdim=True) == 1).double()


# %% xor_data: makes float64 or another type than float32
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.bool, device=device)
    targets = torch.tensor([[0], [1], [1], [0]], dtype=torch.bool, device=device)
    return inputs, targets


# %% xor_data: makes float64 or another type than float32
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0], [1], [1], [0]], dtype=torch.bool, device=device)
    return inputs, targets


# %% xor_data: makes float64 or another type than float32
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], dtype=torch.float64, device=device)
    return inputs, targets


# %% xor_data: puts the rows of the inputs in another order than 00, 01, 10, 11
# hint: Read your rows one by one next to the truth table in the text. Which row comes second there?
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)


# %% xor_data: puts the rows of the inputs in another order than 00, 01, 10, 11
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: puts the rows of the inputs in another order than 00, 01, 10, 11
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]], device=device)
    targets = torch.tensor([[0.0], [0.0], [1.0], [1.0]], device=device)
    return inputs, targets


# %% xor_data: puts the rows of the inputs in another order than 00, 01, 10, 11
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 1.0], [1.0, 0.0], [0.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[1.0], [1.0], [0.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: gives the targets of OR
# hint: In which rows is exactly one of the two inputs 1? And what does XOR say where both are?
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [1.0]], device=device)


# %% xor_data: gives the targets of OR
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = (inputs.sum(dim=1, keepdim=True) > 0).float()
    return inputs, targets


# %% xor_data: gives the targets of AND
# hint: In which rows is exactly one of the two inputs 1? Compare your targets with the last column of the
# truth table.
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [0.0], [0.0], [1.0]], device=device)
    return inputs, targets


# %% xor_data: gives the targets of AND
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = inputs[:, :1] * inputs[:, 1:]
    return inputs, targets


# %% xor_data: turns the targets round: 1 where the two inputs are the same
# hint: In which rows is exactly one of the two inputs 1? Compare your targets with the last column of the
# truth table.
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[1.0], [0.0], [0.0], [1.0]], device=device)


# %% xor_data: turns the targets round: 1 where the two inputs are the same
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = (inputs[:, :1] == inputs[:, 1:]).float()
    return inputs, targets


# %% xor_data: gives other targets than those of XOR
# hint: Go through the truth table row by row: which target stands in each row there, and which in yours?
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [0.0], [1.0]], device=device)
    return inputs, targets


# %% xor_data: gives other targets than those of XOR
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [0.0], [1.0], [1.0]], device=device)
    return inputs, targets


# %% xor_data: gives other targets than those of XOR
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = inputs.sum(dim=1, keepdim=True)
    return inputs, targets


# %% xor_data: gives other targets than those of XOR
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[-1.0], [1.0], [1.0], [-1.0]], device=device)
    return inputs, targets


# %% xor_data: ignores the device that it is given
# hint: Where are your tensors after xor_data("meta")? Does to(...) change a tensor, or return another one?
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]])


# %% xor_data: ignores the device that it is given
def xor_data(device=None):
    device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: puts only one of the two tensors on the device
# hint: There are two tensors. What is the device of each of them?
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs.to(device or available_device()), torch.tensor([[0.0], [1.0], [1.0], [0.0]])


# %% xor_data: puts only one of the two tensors on the device
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: has no default for the device
# hint: How is the function called in the text when nobody names a device? Look at its def there.
def xor_data(device):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return inputs, torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)


# %% xor_data: has no default for the device
def xor_data():
    device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: returns the targets first, then the inputs
# hint: Which of the two comes first in the text?
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    return torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device), inputs


# %% xor_data: returns something else than a pair of tensors
# hint: What does the function return in the text: how many things, and of which type?
def xor_data(device=None):
    device = device or available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)


# %% xor_data: returns something else than a pair of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return TensorDataset(inputs, targets)


# %% xor_data: returns something else than a pair of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return {"inputs": inputs, "targets": targets}


# %% xor_data: returns something else than a pair of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return torch.cat([inputs, targets], dim=1)


# %% xor_data: returns something else than a pair of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs


# %% xor_data: returns something else than a pair of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets, device


# %% xor_data: returns lists or arrays instead of tensors
# hint: What does type(...) say of your inputs and your targets? torch.tensor makes a tensor of a nested
# list.
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    targets = [[0.0], [1.0], [1.0], [0.0]]
    return inputs, targets


# %% xor_data: returns lists or arrays instead of tensors
import numpy as np

def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], dtype=np.float32)
    targets = np.array([[0.0], [1.0], [1.0], [0.0]], dtype=np.float32)
    return inputs, targets


# %% xor_data: returns lists or arrays instead of tensors
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = [[0.0], [1.0], [1.0], [0.0]]
    return inputs, targets


# %% xor_data: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def xor_data(device=None):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    print(inputs, targets)


# %% xor_data: returns nothing
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)


# %% xor_data: turns the inputs round, with a column for each sample
# hint: Which shape have your inputs? The first dimension counts the samples.
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: turns the inputs round, with a column for each sample
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], device=device).T
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: leaves out a row of the truth table, or has one twice
# hint: How many rows has the truth table? Read yours one by one.
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 0.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: leaves out a row of the truth table, or has one twice
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: leaves out a row of the truth table, or has one twice
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: leaves out a row of the truth table, or has one twice
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[0.0, 1.0], [1.0, 0.0]], device=device)
    targets = torch.tensor([[1.0], [1.0]], device=device)
    return inputs, targets


# %% xor_data: uses -1 and 1 instead of 0 and 1
# hint: Which two numbers stand in the truth table of the text?
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]], device=device)
    return inputs, targets


# %% xor_data: uses -1 and 1 instead of 0 and 1
def xor_data(device=None):
    if device is None:
        device = available_device()
    inputs = torch.tensor([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]], device=device)
    targets = torch.tensor([[-1.0], [1.0], [1.0], [-1.0]], device=device)
    return inputs, targets


# %% XORNet: applies a sigmoid to the logit
# hint: The outputs are logits. Which step of the lesson turns them into probabilities, and does it come
# inside the network?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(torch.relu(self.fc1(x))))


# %% XORNet: applies a sigmoid to the logit
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        return self.sigmoid(self.fc2(x))


# %% XORNet: lets no activation act between the two layers
# hint: What are two linear layers with nothing in between? Which line of forward uses what a ReLU gives
# back?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(self.fc1(x))


# %% XORNet: lets no activation act between the two layers
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        x = self.fc1(x)
        torch.relu(x)
        return self.fc2(x)


# %% XORNet: applies a ReLU to the logit as well
# hint: Can a logit be negative? What is left of a negative number after your last line?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return torch.relu(self.fc2(torch.relu(self.fc1(x))))


# %% XORNet: applies a ReLU to the logit as well
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        for layer in (self.fc1, self.fc2):
            x = torch.relu(layer(x))
        return x


# %% XORNet: applies its ReLU after the last layer only
# hint: Where does the ReLU stand in the text: before fc2 or after it?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return torch.relu(self.fc2(self.fc1(x)))


# %% XORNet: applies a ReLU to the inputs instead of after fc1
# hint: Which numbers should the ReLU cut off: the inputs, or what fc1 makes of them?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(self.fc1(torch.relu(x)))


# %% XORNet: uses a sigmoid in the hidden layer
# hint: Which activation function does the text name for the hidden layer?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.sigmoid(self.fc1(x)))


# %% XORNet: uses a tanh in the hidden layer
# hint: Which activation function does the text name for the hidden layer?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.tanh(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
# hint: What is left of a hidden neuron of -2 after a ReLU, and of one of 10? And after your function?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.act = nn.LeakyReLU()

    def forward(self, x):
        return self.fc2(self.act(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(nn.functional.leaky_relu(self.fc1(x), 0.1))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(nn.functional.leaky_relu(self.fc1(x), 0.2))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.nn.functional.relu6(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(nn.functional.elu(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(nn.functional.gelu(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(nn.functional.softplus(self.fc1(x)))


# %% XORNet: uses a leaky ReLU or another relative of the ReLU
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.abs(self.fc1(x)))


# %% XORNet: squeezes the logits
# hint: Which shape do the logits of four samples have in the text, and which of one sample?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x))).squeeze()


# %% XORNet: squeezes the logits
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x))).squeeze(-1)


# %% XORNet: squeezes the logits
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x))).squeeze(0)


# %% XORNet: has another number of hidden neurons
# hint: How many neurons does the hidden layer have in the text? 33 parameters is what comes out when you
# count.
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 4)
        self.fc2 = nn.Linear(4, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has another number of hidden neurons
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 2)
        self.fc2 = nn.Linear(2, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has another number of hidden neurons
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 16)
        self.fc2 = nn.Linear(16, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has another number of hidden neurons
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 3)
        self.fc2 = nn.Linear(3, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: gives its layers other names than fc1 and fc2
# hint: The names of the two layers are fixed here. What does list(XORNet().state_dict()) show?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))

    def forward(self, x):
        return self.layers(x)


# %% XORNet: gives its layers other names than fc1 and fc2
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(2, 8)
        self.linear2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.linear2(torch.relu(self.linear1(x)))


# %% XORNet: creates layers without biases
# hint: 33 parameters: 2 * 8 + 8 in the first layer, 8 * 1 + 1 in the second. Which of them are missing in
# yours?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8, bias=False)
        self.fc2 = nn.Linear(8, 1, bias=False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: creates layers without biases
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1, bias=False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: creates layers without biases
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8, bias=False)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has a layer too many
# hint: How many linear layers are there in the text, and how many parameters do they have together?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc3 = nn.Linear(1, 1)

    def forward(self, x):
        return self.fc3(self.fc2(torch.relu(self.fc1(x))))


# %% XORNet: has a layer too many
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 8)
        self.fc3 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% XORNet: has a layer too many
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 4)
        self.fc3 = nn.Linear(4, 1)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% XORNet: has a layer too many
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc3 = nn.Linear(8, 8)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has a single layer and no hidden one
# hint: Section 1 proves what a single neuron cannot do. Where is the hidden layer?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 1)

    def forward(self, x):
        return self.fc1(x)


# %% XORNet: has a single layer and no hidden one
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc(x))


# %% XORNet: has two outputs instead of one
# hint: There is one logit for each sample. How many numbers leave your last layer?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 2)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has two outputs instead of one
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 2)

    def forward(self, x):
        return torch.softmax(self.fc2(torch.relu(self.fc1(x))), dim=1)


# %% XORNet: swaps the numbers of inputs and outputs of its layers
# hint: Which number comes first in nn.Linear(...): that of the values that come in, or that of those that
# go out?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 2)
        self.fc2 = nn.Linear(1, 8)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: swaps the numbers of inputs and outputs of its layers
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(1, 8)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: cuts the graph in forward, so that no gradient reaches some weights
# hint: Training needs the way back from the logit to every weight. Which line of forward leaves it: detach,
# no_grad, or a new tensor?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        with torch.no_grad():
            hidden = torch.relu(self.fc1(x))
        return self.fc2(hidden)


# %% XORNet: cuts the graph in forward, so that no gradient reaches some weights
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    @torch.no_grad()
    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: creates layers anew in forward
# hint: When are the random weights of a layer drawn? How long does a layer live that is made in forward?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return nn.Linear(8, 1)(torch.relu(nn.Linear(2, 8)(x)))


# %% XORNet: creates layers anew in forward
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        x = torch.relu(nn.Linear(2, 8)(x))
        return self.fc2(x)


# %% XORNet: creates layers anew in forward
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        return nn.Linear(8, 1)(x)


# %% XORNet: has weights that are not registered: in a plain list, as plain tensors, or in local variables
# hint: What does list(XORNet().parameters()) show? What does nn.Module look for when you assign something
# to self?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 8), nn.Linear(8, 1)]

    def forward(self, x):
        x = torch.relu(self.layers[0](x))
        return self.layers[1](x)


# %% XORNet: has weights that are not registered: in a plain list, as plain tensors, or in local variables
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        fc1 = nn.Linear(2, 8)
        fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: starts every network from the same weights, with a seed of its own
# hint: Make two networks and look at their weights. Which line makes them the same?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(42)
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: starts every network from the same weights, with a seed of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: sets its weights to a constant
# hint: If all hidden neurons start with the same weights, how will they ever become different? Leave the
# initial weights as nn.Linear draws them.
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for parameter in self.parameters():
            nn.init.zeros_(parameter)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: sets its weights to a constant
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        nn.init.ones_(self.fc1.weight)
        nn.init.ones_(self.fc2.weight)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: sets its weights to a constant
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for layer in (self.fc1, self.fc2):
            nn.init.constant_(layer.weight, 0.5)
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
# hint: The text asks for the initial weights that nn.Linear draws by itself. Which of your lines draws
# others?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for parameter in self.parameters():
            nn.init.normal_(parameter, std=0.01)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
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


# %% XORNet: draws its initial weights in a way of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        nn.init.xavier_uniform_(self.fc1.weight)
        nn.init.xavier_uniform_(self.fc2.weight)
        nn.init.zeros_(self.fc1.bias)
        nn.init.zeros_(self.fc2.bias)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for p in self.parameters():
            nn.init.normal_(p)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for p in self.parameters():
            nn.init.uniform_(p, -1, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        nn.init.kaiming_normal_(self.fc1.weight)
        nn.init.kaiming_normal_(self.fc2.weight)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: draws its initial weights in a way of its own
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        nn.init.zeros_(self.fc1.bias)
        nn.init.zeros_(self.fc2.bias)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: freezes a layer
# hint: Which of your parameters have requires_grad set to False? All 33 are trainable.
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc1.requires_grad_(False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: freezes a layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        for p in self.parameters():
            p.requires_grad = False

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: freezes a layer
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.fc2.requires_grad_(False)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: forgets super().__init__()
# hint: What does the error say about a module that was assigned too early? Which line belongs before the
# first layer?
class XORNet(nn.Module):
    def __init__(self):
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: returns nothing from forward
# hint: What does a Python function give back that ends without a return?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: returns nothing from forward
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        x = self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: is not derived from nn.Module
# hint: Where do parameters() and to(...) come from? What stands in the brackets after the name of the class
# in the text?
class XORNet:
    def __init__(self):
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: is not derived from nn.Module
class XORNet:
    def __init__(self):
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def __call__(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: drops neurons at random (dropout)
# hint: Which layers does the text name? Give your network the same sample twice.
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.drop = nn.Dropout(0.5)

    def forward(self, x):
        return self.fc2(self.drop(torch.relu(self.fc1(x))))


# %% XORNet: drops neurons at random (dropout)
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, x):
        return self.fc2(self.drop(torch.relu(self.fc1(x))))


# %% XORNet: returns the class or the probability beside, or instead of, the logit
# hint: What does forward return in the text? Choosing a class comes later, in predict_xor.
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return (self.fc2(torch.relu(self.fc1(x))) > 0).float()


# %% XORNet: returns the class or the probability beside, or instead of, the logit
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        logits = self.fc2(torch.relu(self.fc1(x)))
        return logits, torch.sigmoid(logits)


# %% XORNet: passes on something in forward that is no tensor, or forgets self
# hint: Does nn.ReLU(...) apply a ReLU, or does it make one? And does the list of arguments of each method
# begin with self?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        x = nn.ReLU(self.fc1(x))
        return self.fc2(x)


# %% XORNet: passes on something in forward that is no tensor, or forgets self
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has no forward that PyTorch finds
# hint: PyTorch calls a method named forward. Is it spelled so, and how far is its def indented?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def foward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% XORNet: has no forward that PyTorch finds
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)


# %% XORNet: uses a name or an attribute that is not there
# hint: The error names what Python does not know. Was it imported, is it created in __init__, or is it
# spelled differently?
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))


# %% XORNet: uses a name or an attribute that is not there
class XORNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(self.relu(self.fc1(x)))


# %% XORNet: needs arguments to be made
# hint: How is the class called in the text? Its sizes are fixed.
class XORNet(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% train_xor: never clears the gradients
# hint: backward() adds to what is in .grad. What is in there in the second epoch?
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


# %% train_xor: never clears the gradients
def train_xor(model, num_epochs=1000, lr=0.05):
    model.zero_grad()
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: applies a sigmoid before BCEWithLogitsLoss, which has one inside
# hint: What does BCEWithLogitsLoss expect: logits or probabilities? How often does a sigmoid act in your
# loop?
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


# %% train_xor: applies a sigmoid before BCEWithLogitsLoss, which has one inside
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(torch.sigmoid(model(x)), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: gives the logits to BCELoss, which expects probabilities
# hint: What does BCELoss expect, and what does the model give? The lesson names another loss that takes
# logits.
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: gives the logits to BCELoss, which expects probabilities
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses the squared error of the probabilities
# hint: Which loss does the text name for this exercise?
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


# %% train_xor: uses the squared error of the probabilities
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = ((torch.sigmoid(model(x)) - y) ** 2).sum()
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses the squared error of the logits
# hint: Which loss does the text name? What should a logit be where the target is 1: 1, or large?
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


# %% train_xor: uses the squared error of the logits
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.L1Loss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: trains on one loss and reports another
# hint: Which loss do you call backward() on, and which one goes into the list?
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


# %% train_xor: trains on one loss and reports another
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += nn.functional.mse_loss(torch.sigmoid(model(x)), y).item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses SGD instead of Adam
# hint: Which optimizer does the text name?
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


# %% train_xor: uses SGD instead of Adam
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


# %% train_xor: uses SGD instead of Adam
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses another optimizer of Adam's family
# hint: Which optimizer does the text name? AdamW, RMSprop and the others move the weights differently.
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


# %% train_xor: uses another optimizer of Adam's family
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


# %% train_xor: uses another optimizer of Adam's family
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=0.01)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses another optimizer of Adam's family
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adagrad(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses another optimizer of Adam's family
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, betas=(0.9, 0.99))
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: makes a new optimizer in every epoch
# hint: Adam remembers averages of the gradients. What becomes of them when the optimizer is made anew?
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


# %% train_xor: trains on one sample at a time instead of on batches of four
# hint: What is the batch size in the text? How many updates does one epoch make then?
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


# %% train_xor: trains on one sample at a time instead of on batches of four
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=1)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: trains on one sample at a time instead of on batches of four
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = zip(inputs, targets)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / 4)
    return losses


# %% train_xor: trains on batches of two
# hint: What is the batch size in the text? How many updates does one epoch make then?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=2, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: clears the gradients between backward and step, or never computes them
# hint: What is in .grad at the moment of step()? Is backward() called, and does zero_grad() come between
# the two?
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


# %% train_xor: clears the gradients between backward and step, or never computes them
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: reports the sum of the four losses instead of their mean
# hint: Is the loss of a batch a sum or a mean in your function? Look at reduction, and at what you multiply
# by.
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


# %% train_xor: reports the sum of the four losses instead of their mean
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


# %% train_xor: divides the loss by the number of samples once more
# hint: The criterion has already taken the mean over the batch. By what do you divide?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / 4)
    return losses


# %% train_xor: divides the loss by the number of samples once more
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(inputs) / len(loader))
    return losses


# %% train_xor: puts tensors into the list instead of Python floats
# hint: What type has losses[0]? Which method gives the plain number?
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


# %% train_xor: puts tensors into the list instead of Python floats
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss)
    return losses


# %% train_xor: returns a tensor or an array instead of a list
# hint: What does type(...) say of your result?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return torch.tensor(losses)


# %% train_xor: returns a tensor or an array instead of a list
import numpy as np

def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return np.array(losses)


# %% train_xor: returns only the last loss
# hint: How many losses are asked for, and how many do you return?
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


# %% train_xor: returns only the last loss
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
    return total / len(loader)


# %% train_xor: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))


# %% train_xor: returns nothing
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        if epoch % 100 == 0:
            print(epoch, total / len(loader))


# %% train_xor: returns something else beside the losses
# hint: How many things do you return? The model is trained in place; the list of losses alone is asked for.
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return model, losses


# %% train_xor: returns something else beside the losses
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses, model


# %% train_xor: returns something else beside the losses
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return model


# %% train_xor: lets the total go on from epoch to epoch
# hint: What is in your total when the second epoch begins?
def train_xor(model, num_epochs=1000, lr=0.05):
    total = 0.0
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: measures the loss after the update
# hint: The loss of an epoch is the one that backward() was called on. Which weights does yours belong to?
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


# %% train_xor: measures the loss after the update
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += criterion(model(x), y).item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: ignores lr
# hint: What happens when somebody calls train_xor(model, lr=0.001)? Where do you use lr?
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


# %% train_xor: ignores lr
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters())
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: ignores lr
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: ignores num_epochs
# hint: What happens when somebody calls train_xor(model, num_epochs=5)? Where do you use num_epochs?
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


# %% train_xor: ignores num_epochs
def train_xor(model, num_epochs=1000, lr=0.05):
    num_epochs = 1000
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: has other defaults, or none, for num_epochs and lr
# hint: Which defaults do num_epochs and lr have in the text?
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


# %% train_xor: has other defaults, or none, for num_epochs and lr
def train_xor(model, num_epochs, lr):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: has other defaults, or none, for num_epochs and lr
def train_xor(model, num_epochs=1000, lr=0.01):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: has other defaults, or none, for num_epochs and lr
def train_xor(model, num_epochs=1000, lr=0.001):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: has other defaults, or none, for num_epochs and lr
def train_xor(model, num_epochs=500, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: takes lr before num_epochs
# hint: In which order do the arguments come in the text?
def train_xor(model, lr=0.05, num_epochs=1000):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: trains another model than the given one
# hint: Whose weights does your optimizer move: those of the given model, of a copy, or of a new network?
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


# %% train_xor: trains another model than the given one
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


# %% train_xor: trains one epoch too many
# hint: What are the numbers of range(3), and of yours for num_epochs = 3?
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


# %% train_xor: trains one epoch too many
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(0, num_epochs + 1):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: trains one epoch too few
# hint: What are the numbers of range(3), and of yours for num_epochs = 3?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(1, num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: trains one epoch too few
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs - 1):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: returns inside the loop, after the first epoch
# hint: How far is return indented? How many epochs run before it ends the function?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
        return losses


# %% train_xor: reports only some of the epochs
# hint: How many numbers does your list hold for 100 epochs? Which line decides when one is added?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        if epoch % 100 == 0:
            losses.append(total / len(loader))
    return losses


# %% train_xor: reports only some of the epochs
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        if epoch % 10 == 0:
            losses.append(total / len(loader))
    return losses


# %% train_xor: empties its list in every epoch
# hint: Where do you make the list that you return? How often does that line run?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for epoch in range(num_epochs):
        losses = []
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: stops early
# hint: num_epochs epochs are asked for. Under which condition does your loop end earlier?
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


# %% train_xor: stops early
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
        if epoch > 0 and losses[-1] > losses[-2]:
            break
    return losses


# %% train_xor: stops early
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
        if epoch > 0 and abs(losses[-1] - losses[-2]) < 1e-6:
            break
    return losses


# %% train_xor: trains only a part of the parameters
# hint: Which parameters does your optimizer know? Adam gets those of the whole model.
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


# %% train_xor: trains only a part of the parameters
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.fc1.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: draws the weights anew first
# hint: The model comes with weights. Which line of yours replaces them?
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


# %% train_xor: changes the learning rate on the way
# hint: lr is the same from the first epoch to the last. Which line of yours changes it?
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


# %% train_xor: changes the learning rate on the way
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=200, gamma=0.5)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
        scheduler.step()
    return losses


# %% train_xor: takes the data from another device than the model's
# hint: Where does the model live, and where are your data? A parameter of the model can tell you.
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data()
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: takes the data from another device than the model's
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: gives the criterion logits and targets of different shapes
# hint: Print the shapes of what goes into the criterion. The error names both: which of your lines squeezes
# one of them?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x).squeeze(), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: gives the criterion logits and targets of different shapes
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y.flatten())
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: hands the targets to the criterion first, then the logits
# hint: In which order does the criterion take its two arguments?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(y, model(x))
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: uses up the iterator in the first epoch
# hint: iter(loader) can be walked through once. What does the second epoch find?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = iter(DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True))
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total)
    return losses


# %% train_xor: uses up the iterator in the first epoch
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = iter(DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True))
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        count = 0
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
            count += 1
        losses.append(total / count)
    return losses


# %% train_xor: cuts the graph before backward
# hint: backward() follows the graph from the loss to the weights. Which line cuts it: no_grad, detach, a
# new tensor, or a comparison?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion((model(x) > 0).float(), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: cuts the graph before backward
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x).detach(), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(loader))
    return losses


# %% train_xor: takes the plain number out of the loss before it calls backward
# hint: A Python number has no backward(). When may item() come?
def train_xor(model, num_epochs=1000, lr=0.05):
    inputs, targets = xor_data(next(model.parameters()).device)
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, shuffle=True)
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y).item()
            loss.backward()
            optimizer.step()
            total += loss
        losses.append(total / len(loader))
    return losses


# %% plot_losses: returns nothing
# hint: Showing a picture is not returning it. What does the function give back in the text?
def plot_losses(losses):
    plt.semilogy(losses)
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.show()


# %% plot_losses: returns nothing
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")


# %% plot_losses: leaves the y axis linear
# hint: On which axis can one see a loss of 0.001 beside one of 0.7? Which method of the axes changes the
# scale?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig


# %% plot_losses: leaves the y axis linear
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    ax.set_title("log loss")
    return fig


# %% plot_losses: draws the logarithms of the losses on a plain axis
# hint: Change the axis and leave the losses as they are: what should one read off the y axis?
import math

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([math.log10(loss) for loss in losses])
    ax.set(xlabel="epoch", ylabel="log10 of the loss")
    return fig


# %% plot_losses: draws the logarithms of the losses on a plain axis
import numpy as np

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(np.log(losses))
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: draws logarithms on a logarithmic axis
# hint: How often do you take a logarithm? The logarithm of a loss below 1 is negative: can a log axis show
# that?
import math

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([-math.log10(loss) for loss in losses])
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig


# %% plot_losses: draws logarithms on a logarithmic axis
import math

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([math.log(loss) for loss in losses])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: draws logarithms on a logarithmic axis
import numpy as np

def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(np.log10(losses))
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: makes the x axis logarithmic instead of the y axis
# hint: Which axis shows the losses, and which one has your log scale?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogx(range(1, len(losses) + 1), losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig


# %% plot_losses: makes the x axis logarithmic instead of the y axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_xscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: labels neither axis
# hint: What does a reader see beside your two axes? A title is no label.
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set_title("loss per epoch")
    return fig


# %% plot_losses: labels neither axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    return fig


# %% plot_losses: labels only one axis
# hint: There are two axes. What does a reader see beside the other one?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: labels only one axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    return fig


# %% plot_losses: labels only one axis
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_xlabel("loss")
    return fig


# %% plot_losses: returns the axes, or something else, instead of the figure
# hint: plt.subplots() gives two things. Which one is asked for?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses)
    ax.set(xlabel="epoch", ylabel="loss")
    return ax


# %% plot_losses: returns the axes, or something else, instead of the figure
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig, ax


# %% plot_losses: returns the axes, or something else, instead of the figure
def plot_losses(losses):
    fig, ax = plt.subplots()
    line = ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return line


# %% plot_losses: leaves out losses
# hint: How many points has your line for 100 losses?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.semilogy(losses[::10])
    ax.set(xlabel="epoch", ylabel="loss")
    return fig


# %% plot_losses: leaves out losses
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses[1:])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: leaves out losses
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses[:-1])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: leaves out losses
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses[:20])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: swaps the two axes
# hint: plot takes x first, then y. Which of the two are the losses?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses, range(len(losses)))
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig


# %% plot_losses: swaps the two axes
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses, range(1, len(losses) + 1))
    ax.set_yscale("log")
    ax.set_xlabel("loss")
    ax.set_ylabel("epoch")
    return fig


# %% plot_losses: draws no line in the figure that it returns: points, bars, or nothing
# hint: Which kind of picture shows how a number develops from epoch to epoch? And is it drawn on the axes
# of the figure that you return?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.bar(range(len(losses)), losses)
    ax.set(xlabel="epoch", ylabel="loss", yscale="log")
    return fig


# %% plot_losses: draws no line in the figure that it returns: points, bars, or nothing
def plot_losses(losses):
    fig, ax = plt.subplots()
    plt.figure()
    plt.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: smooths or scales the losses before it draws them
# hint: Which number should one read off at the first epoch? Draw the losses as they are.
def plot_losses(losses):
    fig, ax = plt.subplots()
    smooth = losses[:1]
    for loss in losses[1:]:
        smooth.append(0.9 * smooth[-1] + 0.1 * loss)
    ax.semilogy(smooth)
    ax.set(xlabel="epoch", ylabel="loss")
    return fig


# %% plot_losses: smooths or scales the losses before it draws them
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([loss / max(losses) for loss in losses])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: smooths or scales the losses before it draws them
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([sum(losses[max(0, i - 4) : i + 1]) / len(losses[max(0, i - 4) : i + 1]) for i in range(len(losses))])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: smooths or scales the losses before it draws them
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot([100 * loss for loss in losses])
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: returns an empty figure, without axes
# hint: Is anything drawn in the figure that you return, or did you make a new one at the end?
def plot_losses(losses):
    return plt.figure()


# %% plot_losses: returns an empty figure, without axes
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return plt.figure()


# %% plot_losses: draws each loss as a line of its own
# hint: How many lines does your picture have? One call of plot takes the whole list.
def plot_losses(losses):
    fig, ax = plt.subplots()
    for epoch, loss in enumerate(losses):
        ax.plot(epoch, loss)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: draws each loss as a line of its own
def plot_losses(losses):
    fig, ax = plt.subplots()
    for epoch, loss in enumerate(losses):
        ax.plot([epoch], [loss], "o")
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% plot_losses: calls methods of the axes by the names of pyplot's functions, or of the figure
# hint: The error names what the object does not have. How are the methods of the axes called that set a
# label or a scale?
def plot_losses(losses):
    fig, ax = plt.subplots()
    ax.plot(losses)
    ax.set_yscale("log")
    ax.xlabel("epoch")
    ax.ylabel("loss")
    return fig


# %% plot_losses: calls methods of the axes by the names of pyplot's functions, or of the figure
def plot_losses(losses):
    fig, ax = plt.subplots()
    fig.plot(losses)
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    return fig


# %% predict_xor: returns logits instead of probabilities
# hint: Between which numbers does a probability lie? The model gives logits: which function turns one into
# the other?
def predict_xor(model, inputs):
    with torch.no_grad():
        probabilities = model(inputs)
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: returns logits instead of probabilities
def predict_xor(model, inputs):
    probabilities = model(inputs)
    classes = (probabilities > 0).float()
    return probabilities, classes


# %% predict_xor: compares the logits with 0.5
# hint: Which logit belongs to a probability of 0.5? What exactly do you compare with 0.5?
def predict_xor(model, inputs):
    logits = model(inputs)
    return torch.sigmoid(logits), (logits > 0.5).float()


# %% predict_xor: compares the logits with 0.5
def predict_xor(model, inputs):
    probabilities = model(inputs)
    classes = (probabilities > 0.5).float()
    return torch.sigmoid(probabilities), classes


# %% predict_xor: gives class 1 to every sample
# hint: Is there a sample for which your class is 0? When is a probability above 0, and when is the sigmoid
# of a probability above 0.5?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0).float()


# %% predict_xor: gives class 1 to every sample
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (torch.sigmoid(probabilities) > 0.5).float()
    return probabilities, classes


# %% predict_xor: applies the sigmoid twice
# hint: How often does a sigmoid act on the way from the logit to your probability? The sigmoid of a
# probability is never below 0.5.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(torch.sigmoid(model(inputs)))
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: applies the sigmoid twice
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(torch.sigmoid(model(inputs)))
    classes = (torch.sigmoid(model(inputs)) > 0.5).float()
    return probabilities, classes


# %% predict_xor: returns the classes first, then the probabilities
# hint: Which of the two comes first in the text?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return (probabilities > 0.5).float(), probabilities


# %% predict_xor: takes a softmax over a single logit, which always gives 1
# hint: What does a softmax give for a single number? There is one logit for each sample.
def predict_xor(model, inputs):
    probabilities = torch.softmax(model(inputs), dim=1)
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: takes a softmax over a single logit, which always gives 1
def predict_xor(model, inputs):
    probabilities = torch.softmax(model(inputs), dim=-1)
    classes = probabilities.round()
    return probabilities, classes


# %% predict_xor: takes a softmax over a single logit, which always gives 1
def predict_xor(model, inputs):
    probabilities = torch.softmax(model(inputs), dim=0)
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: takes the argmax of a single column, which is always 0
# hint: Each sample has one logit. Which is the largest of one number, and what is its index?
def predict_xor(model, inputs):
    logits = model(inputs)
    return torch.sigmoid(logits), logits.argmax(dim=1, keepdim=True)


# %% predict_xor: takes the argmax of a single column, which is always 0
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = probabilities.argmax(dim=1)
    return probabilities, classes


# %% predict_xor: takes the argmax of a single column, which is always 0
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = torch.argmax(probabilities, dim=1).unsqueeze(1).float()
    return probabilities, classes


# %% predict_xor: returns the classes as True and False
# hint: What does a comparison give? The classes are the floats 0. and 1.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, probabilities > 0.5


# %% predict_xor: returns the classes as True and False
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = probabilities >= 0.5
    return probabilities, classes


# %% predict_xor: returns the classes in another type than the floats 0. and 1.
# hint: What dtype do your classes have? The text asks for floats.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).int()
    return probabilities, classes


# %% predict_xor: returns the classes in another type than the floats 0. and 1.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).double()
    return probabilities, classes


# %% predict_xor: returns the classes in another type than the floats 0. and 1.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).to(torch.uint8)
    return probabilities, classes


# %% predict_xor: squeezes probabilities and classes
# hint: Which shape does the model's output have, and which one do your results?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).squeeze()
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: squeezes probabilities and classes
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).squeeze(1)
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: squeezes one of the two results
# hint: Print the shape of each of your results. Both are (m, 1).
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float().flatten()


# %% predict_xor: squeezes one of the two results
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities.squeeze(), classes


# %% predict_xor: turns the classes round
# hint: Take a sample with a probability of 0.9. Which class does it get?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities < 0.5).float()


# %% predict_xor: turns the classes round
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = 1 - torch.round(probabilities)
    return probabilities, classes


# %% predict_xor: returns only the classes
# hint: How many things are asked for?
def predict_xor(model, inputs):
    return (torch.sigmoid(model(inputs)) > 0.5).float()


# %% predict_xor: returns only the classes
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return classes


# %% predict_xor: returns only the probabilities
# hint: How many things are asked for?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities


# %% predict_xor: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()


# %% predict_xor: returns nothing
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    print(probabilities, classes)


# %% predict_xor: uses the truth table instead of the inputs that it is given
# hint: For which samples does your function predict when somebody calls it with seven others?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(xor_data("cpu")[0]))
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: uses the truth table instead of the inputs that it is given
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(xor_data()[0]))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: does not ask the model, but computes XOR by itself
# hint: What does your function say of a network that has learned nothing? The answer is the model's.
def predict_xor(model, inputs):
    probabilities = ((inputs[:, :1] > 0.5) != (inputs[:, 1:] > 0.5)).float()
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: does not ask the model, but computes XOR by itself
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(XORNet()(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: trains, or changes weights, before it predicts
# hint: Predicting is not learning. Which line of yours moves a weight?
def predict_xor(model, inputs):
    train_xor(model, 2)
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: changes the inputs in place
# hint: Whose tensor is inputs? Which method of yours ends in _, or assigns to a part of it?
def predict_xor(model, inputs):
    inputs.round_()
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: changes the inputs in place
def predict_xor(model, inputs):
    inputs[inputs > 0.5] = 1.0
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: changes the inputs in place
def predict_xor(model, inputs):
    inputs -= inputs.mean()
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: returns lists, arrays or numbers instead of tensors
# hint: What does type(...) say of each of your results? Both are tensors.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    return probabilities, [1.0 if p > 0.5 else 0.0 for p in probabilities]


# %% predict_xor: returns lists, arrays or numbers instead of tensors
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities.tolist(), classes.tolist()


# %% predict_xor: returns lists, arrays or numbers instead of tensors
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities.detach().numpy(), classes.numpy()


# %% predict_xor: returns lists, arrays or numbers instead of tensors
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities.tolist(), classes


# %% predict_xor: rounds the probabilities
# hint: What is left of a probability of 0.87 in your result? The probabilities are returned as they are.
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).round(decimals=1)
    return probabilities, (probabilities > 0.5).float()


# %% predict_xor: rounds the probabilities
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).round(decimals=2)
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: rounds the probabilities
def predict_xor(model, inputs):
    probabilities = torch.round(torch.sigmoid(model(inputs)))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: compares the probabilities with another threshold than 0.5
# hint: From which probability on is 1 the more likely class?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > 0.6).float()
    return probabilities, classes


# %% predict_xor: compares the probabilities with another threshold than 0.5
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs))
    classes = (probabilities > probabilities.mean()).float()
    return probabilities, classes


# %% predict_xor: writes the sigmoid with a slip in its formula
# hint: Write the formula of the sigmoid from the text next to yours: signs, brackets, and what stands above
# the line.
def predict_xor(model, inputs):
    probabilities = 1 / (1 + torch.exp(model(inputs)))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: writes the sigmoid with a slip in its formula
def predict_xor(model, inputs):
    probabilities = 1 / 1 + torch.exp(-model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: writes the sigmoid with a slip in its formula
def predict_xor(model, inputs):
    probabilities = torch.exp(-model(inputs)) / (1 + torch.exp(-model(inputs)))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: uses a tanh where a sigmoid belongs
# hint: Between which numbers does a tanh lie, and between which a probability?
def predict_xor(model, inputs):
    probabilities = torch.tanh(model(inputs))
    classes = (probabilities > 0.5).float()
    return probabilities, classes


# %% predict_xor: uses a tanh where a sigmoid belongs
def predict_xor(model, inputs):
    probabilities = torch.tanh(model(inputs))
    classes = (probabilities > 0).float()
    return probabilities, classes


# %% predict_xor: calls numpy on a tensor that asks for gradients
# hint: The error says what has to come first. Is there a need for numpy at all?
def predict_xor(model, inputs):
    probabilities = torch.sigmoid(model(inputs)).numpy()
    classes = (probabilities > 0.5).astype(float)
    return probabilities, classes
