# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% sigmoid: minus sign forgotten in the exponent, curve is mirrored
# told: has the wrong sign in the exponent
def sigmoid(x):
    return 1 / (1 + torch.exp(x))

# %% sigmoid: brackets missing in the denominator, 1/1 + exp(-x)
# told: does not divide by the whole denominator, 1 plus the exponential
def sigmoid(x):
    # formula from the slides
    return 1 / 1 + torch.exp(-x)

# %% sigmoid: e^x/(1+e^x) gives inf/inf = nan for big x
# told: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    ex = x.exp()
    return ex / (1 + ex)

# %% sigmoid: clips x to [-10, 10] against overflow, so the tails are off
# told: cuts x off so early that the values change
def sigmoid(x):
    safe = torch.clamp(x, min=-10, max=10)   # otherwise exp explodes
    return 1.0 / (1.0 + torch.exp(-safe))

# %% tanh: textbook formula with e^x and e^-x, nan at 1000
# told: divides infinity by infinity for a large |x|
def tanh(x):
    plus = torch.exp(x)
    minus = torch.exp(-x)
    return (plus - minus) / (plus + minus)

# %% tanh: forgot the factor 2 inside the sigmoid, 2*sigmoid(x)-1
# told: has the wrong multiple of x in the exponent
def tanh(x):
    # tanh is a stretched and shifted sigmoid
    return 2 * torch.sigmoid(x) - 1

# %% tanh: goes through numpy, so there is no gradient
# told: cuts the graph, so that no gradient flows back to x
# told: calls a ready-made tanh
def tanh(x):
    values = np.tanh(x.detach().cpu().numpy())
    return torch.from_numpy(np.asarray(values)).to(x.device)

# %% relu: sets the negatives to zero in the given tensor itself (changes the input)
# told: writes into x itself
def relu(x):
    mask = x < 0
    x[mask] = 0
    return x

# %% relu: python max(0, x), does not work on tensors with more than one number
# told: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    return max(torch.tensor(0.0), x)

# %% relu: gives the derivative (0 or 1), not the function
# told: tells which numbers are positive instead of giving them
def relu(x):
    return torch.where(x > 0, torch.ones_like(x), torch.zeros_like(x))

# %% relu: STRANGE shifts the whole tensor up by its most negative value so that nothing is below zero
def relu(x):
    if x.numel() == 0:
        return x
    lowest = x.min()
    if lowest < 0:
        return x - lowest
    return x

# %% leaky_relu: slope 0.01 hard coded, parameter negative_slope has no effect
# told: ignores negative_slope and always takes a slope of its own
def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(x, 0.01 * x)

# %% leaky_relu: adds slope*x on the positive side too
# told: adds the slope times x on both sides
def leaky_relu(x, negative_slope=0.01):
    positive_part = x.clamp(min=0)
    leak = negative_slope * x
    return positive_part + leak

# %% leaky_relu: negative side is a constant -slope, forgot to multiply by x
# told: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    flat = torch.full_like(x, -negative_slope)
    return torch.where(x >= 0, x, flat)

# %% softmax: maximum not subtracted, overflows to nan
# told: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / torch.sum(e, dim=dim, keepdim=True)

# %% softmax: sum without keepdim, divides by the wrong row or crashes
# told: forgets keepdim, so that the sum or the maximum no longer lines up with its row
def softmax(x, dim=-1):
    shifted = x - x.max(dim=dim, keepdim=True).values
    top = shifted.exp()
    bottom = top.sum(dim)
    return top / bottom

# %% softmax: subtracts the maximum of the whole tensor rather than per row, far lower rows become 0/0
# told: subtracts the largest score of the whole tensor, not that of each row
def softmax(x, dim=-1):
    m = x.max()
    z = torch.exp(x - m)
    return z / z.sum(dim=dim, keepdim=True)

# %% softmax: just divides by the sum, no exponential
# told: divides by the sum of the scores, not by that of their exponentials
# told: takes no exponential of the scores
def softmax(x, dim=-1):
    """turns the scores into probabilities that add up to 1"""
    total = x.sum(dim=dim, keepdim=True)
    probs = x / total
    return probs

# %% softmax: BOTH dim ignored, always along the last axis; no max subtraction so nan for large values
# told: always works along the last dimension, whatever dim is
# and: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    exps = torch.exp(x)
    normaliser = exps.sum(-1).unsqueeze(-1)
    return exps / normaliser

# %% plot_activations: shows the figure but doesn't return it
# told: draws the picture but does not return it
def plot_activations(x):
    xs = x.detach().cpu()
    fig, axs = plt.subplots(2, 2, figsize=(10, 8))
    curves = {
        "Sigmoid": torch.sigmoid(xs),
        "Tanh": torch.tanh(xs),
        "ReLU": torch.relu(xs),
        "Leaky ReLU": F.leaky_relu(xs, 0.01),
    }
    for ax, (name, y) in zip(axs.ravel(), curves.items()):
        ax.plot(xs.numpy(), y.numpy(), label=name)
        ax.set_title(name)
        ax.set_xlabel("x")
        ax.set_ylabel("f(x)")
        ax.grid(True)
        ax.legend()
    fig.tight_layout()
    plt.show()

# %% plot_activations: plt.grid called once after the loop, only the last subplot has a grid
# told: has no grid
# told: finishes the last of the four axes only
def plot_activations(x):
    x = x.detach().cpu()
    names = ["Sigmoid", "Tanh", "ReLU", "Leaky ReLU"]
    ys = [torch.sigmoid(x), torch.tanh(x), F.relu(x), F.leaky_relu(x)]
    fig = plt.figure(figsize=(9, 7))
    for i in range(4):
        plt.subplot(2, 2, i + 1)
        plt.plot(x.numpy(), ys[i].numpy(), label=names[i])
        plt.title(names[i])
        plt.xlabel("input")
        plt.ylabel("output")
        plt.legend()
    plt.grid(True)
    plt.tight_layout()
    return fig

# %% plot_activations: BOTH no legend; tanh panel draws the sigmoid again (copy and paste)
# told: has no legend, or one without an entry
# and: draws one function twice and leaves another one out
def plot_activations(x):
    xx = x.detach().cpu().numpy()
    fig, ((a, b), (c, d)) = plt.subplots(2, 2)

    a.plot(xx, 1 / (1 + np.exp(-xx)), color="blue", label="sigmoid")
    a.set_title("Sigmoid")
    a.set_xlabel("x")
    a.set_ylabel("sigmoid(x)")
    a.grid()

    b.plot(xx, 1 / (1 + np.exp(-xx)), color="red", label="tanh")
    b.set_title("Tanh")
    b.set_xlabel("x")
    b.set_ylabel("tanh(x)")
    b.grid()

    c.plot(xx, np.maximum(0, xx), color="green", label="relu")
    c.set_title("ReLU")
    c.set_xlabel("x")
    c.set_ylabel("relu(x)")
    c.grid()

    d.plot(xx, np.where(xx > 0, xx, 0.01 * xx), color="orange", label="leaky relu")
    d.set_title("Leaky ReLU")
    d.set_xlabel("x")
    d.set_ylabel("leaky_relu(x)")
    d.grid()

    return fig


# %% sigmoid: goes through numpy, which cuts the gradient
# told: cuts the graph, so that no gradient flows back to x
def sigmoid(x):
    arr = x.detach().cpu().numpy()
    with np.errstate(over="ignore"):
        out = 1 / (1 + np.exp(-arr))
    return torch.as_tensor(out, dtype=x.dtype, device=x.device)


# %% sigmoid: cuts the input off at 6 on both sides to be safe, so the tails are wrong
# told: cuts x off so early that the values change
def sigmoid(x):
    safe = torch.clamp(x, -6, 6)  # avoid overflow in exp
    return 1 / (1 + torch.exp(-safe))


# %% sigmoid: computes with the math module one number at a time, which gives a flat float32 result; and so the gradient is lost
# told: collects single numbers in a loop and makes a new tensor of them
# told: flattens x and does not give its shape back
# told: copies the numbers into a new tensor, which loses dtype and gradients
def sigmoid(x):
    values = []
    for v in x.flatten():
        v = v.item()
        if v >= 0:
            values.append(1 / (1 + math.exp(-v)))
        else:
            values.append(math.exp(v) / (1 + math.exp(v)))
    return torch.tensor(values)


# %% tanh: the textbook fraction as it stands, inf over inf for large inputs
# told: divides infinity by infinity for a large |x|
def tanh(x):
    pos, neg = torch.exp(x), torch.exp(-x)
    return (pos - neg) / (pos + neg)


# %% tanh: stretches the sigmoid but forgets to double its input
# told: has the wrong multiple of x in the exponent
def tanh(x):
    def s(z):
        return 1 / (1 + torch.exp(-z))

    return 2 * s(x) - 1


# %% tanh: works with the absolute value to be stable and does not put the sign back
# told: drops the sign of x and does not give it back
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return (1 - e) / (1 + e)


# %% relu: writes the zeros into the caller's tensor
# told: writes into x itself
def relu(x):
    result = x
    with torch.no_grad():
        result[result < 0] = 0
    return result


# %% relu: returns the slope (1 or 0) where the value is wanted
# told: tells which numbers are positive instead of giving them
def relu(x):
    return (x > 0).to(x.dtype)


# %% leaky_relu: puts the slope itself where slope times x belongs
# told: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.full_like(x, negative_slope))


# %% leaky_relu: the negative part comes out positive because of a lost minus sign
# told: turns the negative side up
def leaky_relu(x, negative_slope=0.01):
    return torch.relu(x) + negative_slope * torch.relu(-x)


# %% softmax: no maximum is taken away, so scores of 1000 give nan
# told: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    exps = torch.exp(x)
    return exps / exps.sum(dim=dim, keepdim=True)


# %% softmax: takes the largest number of the whole tensor away, so a row far below it becomes 0/0
# told: subtracts the largest score of the whole tensor, not that of each row
def softmax(x, dim=-1):
    z = x - x.max()
    num = z.exp()
    den = torch.sum(num, dim, keepdim=True)
    return num / den


# %% softmax: the sum is without keepdim, so on a square matrix the wrong sums divide
# told: forgets keepdim, so that the sum or the maximum no longer lines up with its row
def softmax(x, dim=-1):
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim)


# %% plot_activations: all titles and legends go through plt after drawing, so only the last axes get them
# told: finishes the last of the four axes only
def plot_activations(x):
    fig, axs = plt.subplots(2, 2, figsize=(10, 8))
    axs[0, 0].plot(x.detach(), torch.sigmoid(x).detach(), label="sigmoid")
    axs[0, 1].plot(x.detach(), torch.tanh(x).detach(), label="tanh")
    axs[1, 0].plot(x.detach(), torch.relu(x).detach(), label="relu")
    axs[1, 1].plot(x.detach(), torch.nn.functional.leaky_relu(x, 0.1).detach(), label="leaky relu")
    plt.title("activation functions")
    plt.xlabel("x")
    plt.ylabel("f(x)")
    plt.grid(True)
    plt.legend()
    return fig


# %% plot_activations: draws ReLU a second time where leaky ReLU belongs; and no axes has a grid
# told: draws one function twice and leaves another one out
# told: draws a second ReLU, or a slope that is not between 0 and 1, where the leaky ReLU belongs
# and: has no grid
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    functions = [
        ("sigmoid", torch.sigmoid),
        ("tanh", torch.tanh),
        ("ReLU", torch.relu),
        ("leaky ReLU", lambda v: torch.where(v > 0, v, 0 * v)),
    ]
    xs = x.detach()
    for ax, (name, f) in zip(axes.flat, functions):
        ax.plot(xs, f(xs), label=name)
        ax.set_title(name)
        ax.set_xlabel("x")
        ax.set_ylabel(name + "(x)")
        ax.legend()
    return fig
