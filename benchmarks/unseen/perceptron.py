# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
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


# %% weighted_sum: sums over the first dimension instead of over the last
# told: goes along the first dimension, which holds the samples, not the inputs of one
def weighted_sum(inputs, weights, bias):
    products = inputs * weights
    return torch.sum(products, dim=0) + bias


# %% weighted_sum: the bias is added once for every input rather than once in all
# told: adds the bias more than once
def weighted_sum(inputs, weights, bias):
    # every input times its weight, plus bias, then add up
    return (inputs * weights + bias).sum(-1)


# %% weighted_sum: flattens all leading dimensions into one, so only a matrix of samples keeps its shape
# told: flattens the leading dimensions
def weighted_sum(inputs, weights, bias):
    n = weights.shape[0]
    flat = inputs.reshape(-1, n)
    z = flat.matmul(weights) + bias
    return z


# %% weighted_sum: takes plain numbers out of the tensors and builds a new one, so no gradient comes back
# told: cuts the graph, so that no gradient flows back
def weighted_sum(inputs, weights, bias):
    w = weights.tolist()
    b = float(bias)
    rows = inputs.reshape(-1, len(w)).tolist()
    sums = []
    for row in rows:
        s = 0.0
        for xi, wi in zip(row, w):
            s += xi * wi
        sums.append(s + b)
    return torch.tensor(sums, dtype=inputs.dtype, device=inputs.device).reshape(inputs.shape[:-1])


# %% weighted_sum: takes the bias away instead of adding it; and keeps the summed dimension as a 1 at the end
# told: combines the bias by another operation than a plus
# and: keeps the last dimension, with length 1
def weighted_sum(inputs, weights, bias):
    total = (weights * inputs).sum(dim=-1, keepdim=True)
    return total - bias


# %% perceptron: own sigmoid with exp(z) over 1 + exp(z), nan for large sums
# told: takes the exponential of a large number and divides infinity by it
def perceptron(inputs, weights, bias):
    z = torch.matmul(inputs, weights) + bias
    e = torch.exp(z)
    return e / (1 + e)


# %% perceptron: the minus in the exponent is forgotten, so the curve falls instead of rising
# told: has the wrong sign in the exponent
def perceptron(inputs, weights, bias):
    z = torch.einsum("...n,n->...", inputs, weights) + bias
    return 1.0 / (1.0 + z.exp())


# %% predict: an output exactly at the threshold is put into class 0
# told: gives 0 at the threshold itself
def predict(inputs, weights, bias, threshold=0.5):
    out = torch.sigmoid(inputs @ weights + bias)
    return torch.where(out > threshold, 1.0, 0.0)


# %% predict: compares the weighted sum, not the sigmoid of it, with the threshold
# told: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    z = inputs @ weights + bias
    classes = torch.zeros_like(z)
    classes[z >= threshold] = 1.0
    return classes


# %% predict: calls the lower class -1 rather than 0
# told: gives classes -1 and 1
def predict(inputs, weights, bias, threshold=0.5):
    p = torch.sigmoid(inputs @ weights + bias)
    plus = torch.ones_like(p)
    return torch.where(p >= threshold, plus, -plus)


# %% fit_perceptron: fires only when the sum is strictly positive, so the first answers are different
# told: fires only where the weighted sum is above 0, not at 0 itself
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[1], dtype=inputs.dtype)
    b = torch.tensor(0.0, dtype=inputs.dtype)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if (w @ x + b).item() > 0 else 0.0
            if y != t.item():
                w = w + lr * (t - y) * x
                b = b + lr * (t - y)
                wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors


# %% fit_perceptron: predicts the whole epoch with the old weights and corrects once at its end
# told: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.size(1))
    bias = torch.zeros(())
    history = []
    for epoch in range(max_epochs):
        predictions = (inputs.float() @ weights + bias >= 0).float()
        diff = targets.float() - predictions
        weights = weights + lr * diff @ inputs.float()
        bias = bias + lr * diff.sum()
        history.append(int((diff != 0).sum()))
        if history[-1] == 0:
            break
    return weights, bias, history


# %% fit_perceptron: leaves the loop before the last 0 has been written into the list
# told: leaves out the final 0 of the errors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    m, n = inputs.shape
    w, b = torch.zeros(n, dtype=inputs.dtype), torch.zeros((), dtype=inputs.dtype)
    errors = []
    for _ in range(max_epochs):
        count = 0
        for i in range(m):
            y = float(torch.dot(w, inputs[i]) + b >= 0)
            delta = float(targets[i]) - y
            if delta != 0:
                count += 1
                w = w + lr * delta * inputs[i]
                b = b + lr * delta
        if count == 0:
            break
        errors.append(count)
    return w, b, errors


# %% fit_perceptron: the counter is not set back to 0 for a new epoch, so it only grows and training never stops early
# told: adds the mistakes of all epochs up
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[-1])
    b = torch.zeros(())
    errors = []
    mistakes = 0
    for epoch in range(max_epochs):
        for x, t in zip(inputs.float(), targets.float()):
            y = (torch.sum(w * x) + b >= 0).float()
            if y != t:
                mistakes += 1
            w += lr * (t - y) * x
            b += lr * (t - y)
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


# %% fit_perceptron: the bias is never learned; and the bias comes back with shape (1,)
# told: never corrects the bias
# and: gives the bias the shape (1,)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1], dtype=inputs.dtype)
    bias = torch.zeros(1, dtype=inputs.dtype)
    errors = []
    for _ in range(max_epochs):
        n_wrong = 0
        for k in range(len(targets)):
            s = (weights * inputs[k]).sum() + bias
            guess = 1 if s.item() >= 0 else 0
            err = targets[k].item() - guess
            if err:
                n_wrong += 1
                weights = weights + lr * err * inputs[k]
        errors.append(n_wrong)
        if not n_wrong:
            return weights, bias, errors
    return weights, bias, errors
