# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% SimpleMLP: second ReLU missing, fc2 goes straight into fc3
# told: leaves out the ReLU between fc2 and fc3
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.relu(self.fc1(x))
        x = self.fc2(x)
        return self.fc3(x)

# %% SimpleMLP: second hidden layer not halved, hidden -> hidden
# told: does not halve the hidden size
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super(SimpleMLP, self).__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)

# %% SimpleMLP: softmax at the end, so probabilities and no logits
# told: applies a softmax to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        h1 = F.relu(self.fc1(x))
        h2 = F.relu(self.fc2(h1))
        out = self.fc3(h2)
        # class probabilities
        return F.softmax(out, dim=1)

# %% SimpleMLP: layers kept in an ordinary python list, so the module has no parameters
# told: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        self.layers = []
        for a, b in zip(sizes[:-1], sizes[1:]):
            self.layers.append(nn.Linear(a, b))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)

# %% SimpleMLP: BOTH last layer has no bias; ReLU also on the output
# told: has layers without a bias, or with one that is not registered
# and: applies a ReLU after the last layer, too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes, bias=False)
        self.relu3 = nn.ReLU()

    def forward(self, x):
        x = self.relu1(self.fc1(x))
        x = self.relu2(self.fc2(x))
        x = self.relu3(self.fc3(x))
        return x

# %% SimpleMLP: STRANGE every sample is scaled to length 1 before the first layer
# told: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        # neural networks like normalised data
        x = x / (x.norm(dim=1, keepdim=True) + 1e-8)
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)

# %% count_parameters: frozen parameters counted as well
# told: counts the frozen parameters, too
def count_parameters(model):
    total = 0
    for p in model.parameters():
        total += p.numel()
    return total

# %% count_parameters: counts the parameter tensors, not the numbers in them
# told: counts the tensors instead of the numbers in them
def count_parameters(model):
    trainable = [p for p in model.parameters() if p.requires_grad]
    return len(trainable)

# %% count_parameters: goes through all modules and their (recursive) parameters, so nested ones count several times
# told: counts nested layers several times
def count_parameters(model):
    n = 0
    for module in model.modules():
        for p in module.parameters():
            if p.requires_grad:
                n += int(np.prod(p.shape))
    return int(n)

# %% layer_shapes: shape of the input is not in the list, only five entries
# told: leaves out the shape of the inputs
def layer_shapes(model, inputs):
    shapes = []
    x = inputs
    with torch.no_grad():
        for layer in [model.fc1, model.relu1, model.fc2, model.relu2, model.fc3]:
            x = layer(x)
            shapes.append(tuple(x.shape))
    return shapes

# %% layer_shapes: leaves out the batch dimension
# told: leaves out the batch size
def layer_shapes(model, inputs):
    h = inputs
    result = [tuple(h.shape[1:])]
    for name, layer in model.named_children():
        h = layer(h)
        result.append(tuple(h.shape[1:]))
    return result

# %% layer_shapes: forward hooks are registered and never removed
# told: leaves its hooks on the network
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]

    def remember(module, args, output):
        shapes.append(tuple(output.shape))

    for child in model.children():
        child.register_forward_hook(remember)

    with torch.no_grad():
        model(inputs)
    return list(shapes)

# %% layer_shapes: switches to eval mode and doesn't switch back
# told: leaves the network in evaluation mode
def layer_shapes(model, inputs):
    model.eval()
    out = [inputs.shape]
    with torch.no_grad():
        a = model.fc1(inputs)
        b = model.relu1(a)
        c = model.fc2(b)
        d = model.relu2(c)
        e = model.fc3(d)
    for t in (a, b, c, d, e):
        out.append(t.shape)
    return out


# %% SimpleMLP: the second ReLU is missing, fc2 and fc3 collapse into one layer
# told: leaves out the ReLU between fc2 and fc3
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.relu1(self.fc1(x))
        x = self.fc2(x)
        return self.fc3(x)


# %% SimpleMLP: the second hidden layer is as wide as the first
# told: does not halve the hidden size
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: gives probabilities, a softmax stands after the last layer
# told: applies a softmax to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        h = torch.relu(self.fc1(x))
        h = torch.relu(self.fc2(h))
        return F.softmax(self.fc3(h), dim=1)


# %% SimpleMLP: layers are kept in an ordinary Python list, so the module knows no parameters
# told: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.layers = []
        self.layers.append(nn.Linear(input_size, hidden_size))
        self.layers.append(nn.Linear(hidden_size, hidden_size // 2))
        self.layers.append(nn.Linear(hidden_size // 2, num_classes))

    def forward(self, x):
        x = self.layers[0](x).clamp(min=0)
        x = self.layers[1](x).clamp(min=0)
        return self.layers[2](x)


# %% SimpleMLP: squeezes its output, so a batch of one loses its first dimension
# told: squeezes its result, so that a batch of one, or a single class, loses a dimension
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.act = nn.ReLU()

    def forward(self, x):
        out = self.act(self.fc1(x))
        out = self.act(self.fc2(out))
        return self.fc3(out).squeeze()


# %% SimpleMLP: the half is rounded up for an odd hidden size; and the last layer has no bias
# told: rounds half of an odd hidden size up
# and: has layers without a bias, or with one that is not registered
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        hidden2 = (hidden_size + 1) // 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden2, num_classes, bias=False)

    def forward(self, x):
        x = self.relu1(self.fc1(x))
        x = self.relu2(self.fc2(x))
        return self.fc3(x)


# %% count_parameters: frozen parameters are counted, too
# told: counts the frozen parameters, too
def count_parameters(model):
    return sum(p.numel() for p in model.parameters())


# %% count_parameters: counts the parameter tensors and not the numbers in them
# told: counts the tensors instead of the numbers in them
def count_parameters(model):
    trainable = [p for p in model.parameters() if p.requires_grad]
    return len(trainable)


# %% count_parameters: walks through the modules by itself and counts a shared parameter for each layer that has it
# told: counts a weight that two layers share twice
def count_parameters(model):
    total = 0
    for name, p in model.named_parameters(remove_duplicate=False):
        if p.requires_grad:
            total += p.numel()
    return total


# %% count_parameters: knows linear layers only, everything else counts as nothing
# told: counts linear layers only
def count_parameters(model):
    n = 0
    for layer in model.modules():
        if isinstance(layer, nn.Linear):
            if layer.weight.requires_grad:
                n += layer.in_features * layer.out_features
            if layer.bias is not None and layer.bias.requires_grad:
                n += layer.out_features
    return n


# %% layer_shapes: the shape of the input is not in the list
# told: leaves out the shape of the inputs
def layer_shapes(model, inputs):
    shapes = []
    x = inputs
    for name in ["fc1", "relu1", "fc2", "relu2", "fc3"]:
        x = getattr(model, name)(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: the batch size is left out of each shape
# told: leaves out the batch size
def layer_shapes(model, inputs):
    x = inputs
    result = [tuple(x.shape[1:])]
    for layer in (model.fc1, model.relu1, model.fc2, model.relu2, model.fc3):
        x = layer(x)
        result.append(tuple(x.shape[1:]))
    return result


# %% layer_shapes: the hooks are never removed
# told: leaves its hooks on the network
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]

    def remember(module, args, output):
        shapes.append(tuple(output.shape))

    for child in [model.fc1, model.relu1, model.fc2, model.relu2, model.fc3]:
        child.register_forward_hook(remember)
    with torch.no_grad():
        model(inputs)
    return list(shapes)


# %% layer_shapes: lists the shapes of the weights in place of the outputs
# told: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    last = None
    for name in ("fc1", "relu1", "fc2", "relu2", "fc3"):
        layer = getattr(model, name)
        if hasattr(layer, "weight"):
            last = tuple(layer.weight.shape)
        shapes.append(last)
    return shapes


# %% layer_shapes: switches to evaluation mode and does not switch back; and each hook notes what came in instead of what went out
# told: leaves the network in evaluation mode
# and: notes the shape of the inputs twice
def layer_shapes(model, inputs):
    model.eval()
    shapes = [tuple(inputs.shape)]
    handles = []
    for n in ["fc1", "relu1", "fc2", "relu2", "fc3"]:
        hook = lambda mod, inp, out: shapes.append(tuple(inp[0].shape))
        handles.append(getattr(model, n).register_forward_hook(hook))
    model(inputs)
    for h in handles:
        h.remove()
    return shapes
