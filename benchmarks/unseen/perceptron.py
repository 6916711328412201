# Wrong submissions by two people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% weighted_sum: forgot to add the bias
# told: forgets the bias
def weighted_sum(inputs, weights, bias):
    # multiply each input with its weight and add them up
    products = inputs * weights
    return products.sum(dim=-1)

# %% weighted_sum: adds the bias to every product, so it counts n times
# told: adds the bias more than once
def weighted_sum(inputs, weights, bias):
    z = inputs * weights + bias
    return torch.sum(z, dim=-1)

# %% weighted_sum: sums over the whole batch instead of only over the features, one number for all samples
# told: sums over everything, so that all samples become one number
def weighted_sum(inputs, weights, bias):
    return torch.sum(torch.mul(inputs, weights)) + bias

# %% weighted_sum: loop stops one too early, the last feature is left out
# told: leaves out the first or the last input
def weighted_sum(inputs, weights, bias):
    n = inputs.shape[-1]
    total = torch.zeros(inputs.shape[:-1], dtype=inputs.dtype, device=inputs.device)
    i = 0
    while i < n - 1:
        total = total + inputs[..., i] * weights[i]
        i = i + 1
    return total + bias

# %% weighted_sum: multiplies in place and so overwrites the caller's inputs
# told: writes into its arguments
def weighted_sum(inputs, weights, bias):
    inputs *= weights          # w_i * x_i
    s = inputs.sum(-1)
    s += bias
    return s

# %% perceptron: no activation, returns the plain weighted sum
# told: leaves out the sigmoid
def perceptron(inputs, weights, bias):
    """Computes the output of the neuron."""
    output = torch.matmul(inputs, weights) + bias
    return output

# %% perceptron: own sigmoid exp(z)/(1+exp(z)) overflows to nan for large z
# told: takes the exponential of a large number and divides infinity by it
def perceptron(inputs, weights, bias):
    z = (inputs * weights).sum(-1) + bias
    e = torch.exp(z)
    return e / (e + 1)

# %% perceptron: bias added after the sigmoid instead of inside it
# told: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    activated = torch.sigmoid(inputs @ weights)
    return activated + bias

# %% perceptron: BOTH bias is not used; sign of the exponent in the sigmoid is wrong
# told: forgets the bias
# and: has the wrong sign in the exponent
def perceptron(inputs, weights, bias):
    def sig(a):
        return 1.0 / (1.0 + torch.exp(a))

    net = torch.einsum("...i,i->...", inputs, weights)
    return sig(net)

# %% predict: strictly greater, an output exactly at the threshold gives 0
# told: gives 0 at the threshold itself
def predict(inputs, weights, bias, threshold=0.5):
    out = torch.sigmoid(inputs @ weights + bias)
    return torch.where(out > threshold, torch.ones_like(out), torch.zeros_like(out))

# %% predict: returns True/False instead of 1. and 0.
# told: returns booleans instead of 1. and 0.
def predict(inputs, weights, bias, threshold=0.5):
    p = torch.sigmoid((inputs * weights).sum(dim=-1) + bias)
    return p >= threshold

# %% predict: threshold compared to the weighted sum, forgot the sigmoid
# told: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    z = inputs @ weights + bias
    decision = z >= threshold
    return decision.to(inputs.dtype)

# %% predict: plain python if on the output, works for one sample only and not for a batch
# told: decides for one sample only, by an if
def predict(inputs, weights, bias, threshold=0.5):
    y = torch.sigmoid(torch.matmul(inputs, weights) + bias)
    if y >= threshold:
        return torch.tensor(1.0)
    else:
        return torch.tensor(0.0)

# %% fit_perceptron: error taken the wrong way round (y - t), the weights walk away from the solution
# told: has the wrong sign in its correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[1])
    b = torch.tensor(0.0)
    errors = []
    for epoch in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if (w @ x + b).item() >= 0 else 0.0
            delta = y - float(t)
            if delta != 0:
                wrong += 1
                w = w + lr * delta * x
                b = b + lr * delta
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% fit_perceptron: no early stop, always does all max_epochs
# told: goes on after an epoch without a mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    m, n = inputs.shape
    weights = torch.zeros(n)
    bias = torch.zeros(())
    errors = []
    for _ in range(max_epochs):
        mistakes = 0
        for i in range(m):
            z = torch.dot(weights, inputs[i]) + bias
            y = 1 if z >= 0 else 0
            t = int(targets[i])
            if y != t:
                mistakes += 1
            weights = weights + lr * (t - y) * inputs[i]
            bias = bias + lr * (t - y)
        errors.append(mistakes)
    return weights, bias, errors

# %% fit_perceptron: weights only changed once at the end of an epoch (batch update) not after each sample
# told: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.size(1))
    b = torch.tensor(0.)
    history = []
    for epoch in range(max_epochs):
        # vectorised, faster than the loop :)
        y = ((inputs @ w + b) >= 0).float()
        err = targets.float() - y
        w = w + lr * (err[:, None] * inputs).sum(0)
        b = b + lr * err.sum()
        history.append(int((err != 0).sum()))
        if history[-1] == 0:
            break
    return w, b, history

# %% fit_perceptron: step activation says 0 when the weighted sum is exactly 0
# told: fires only where the weighted sum is above 0, not at 0 itself
def step(z):
    if z > 0:
        return 1
    return 0


def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for epoch in range(max_epochs):
        count = 0
        for xi, ti in zip(inputs, targets):
            yi = step(torch.sum(weights * xi) + bias)
            diff = ti.item() - yi
            weights += lr * diff * xi
            bias += lr * diff
            count += int(diff != 0)
        errors.append(count)
        if count == 0:
            return weights, bias, errors
    return weights, bias, errors

# %% fit_perceptron: the bias is never learned and stays zero
# told: never corrects the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias = torch.zeros(inputs.shape[-1]), torch.tensor(0.0)
    errors = []
    while len(errors) < max_epochs:
        n_wrong = 0
        for k in range(len(inputs)):
            out = float(inputs[k] @ weights + bias >= 0)
            e = float(targets[k]) - out
            if e:
                weights = weights + lr * e * inputs[k]
                n_wrong += 1
        errors.append(n_wrong)
        if not n_wrong:
            break
    return weights, bias, errors

# %% fit_perceptron: BOTH learning rate missing in the bias update; the last epoch's 0 is not in errors
# told: forgets the learning rate for the bias
# and: leaves out the final 0 of the errors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[1])
    b = torch.zeros(())
    errors = []
    for epoch in range(max_epochs):
        errs = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ w + b >= 0 else 0.0
            if y != t:
                errs += 1
                w = w + lr * (t - y) * x
                b = b + (t - y)
        if errs == 0:
            break
        errors.append(errs)
    return w, b, errors

# %% fit_perceptron: STRANGE after the first wrong sample it leaves the epoch and begins again at sample 0
# told: ends the epoch, or all learning, at one sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[1])
    b = torch.tensor(0.0)
    errors = []
    for epoch in range(max_epochs):
        mistakes = 0
        for x, t in zip(inputs, targets):
            y = 1 if torch.dot(x, w) + b >= 0 else 0
            if y != int(t):
                mistakes += 1
                w = w + lr * (int(t) - y) * x
                b = b + lr * (int(t) - y)
                break   # weights are new now, so check everything again from the start
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors
