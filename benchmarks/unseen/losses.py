# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% mse_loss: shapes not checked, broadcasts silently
# told: lets shapes that differ broadcast
def mse_loss(predictions, targets):
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: sum of squares, not the mean
# told: adds the losses of the elements up instead of taking their mean
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes do not match")
    error = predictions - targets
    return (error * error).sum()

# %% mse_loss: takes the root at the end (RMSE)
# told: takes the square root of the mean at the end, RMSE
def mse_loss(predictions, targets):
    if predictions.size() != targets.size():
        raise ValueError(f"{predictions.size()} vs {targets.size()}")
    squared = torch.pow(predictions - targets, 2)
    return torch.sqrt(torch.mean(squared))

# %% mse_loss: divides by the number of rows only and not by the number of all elements
# told: divides by the size of one dimension instead of the number of all elements
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("predictions and targets must have the same shape")
    n = predictions.shape[0]
    loss = torch.sum((targets - predictions) ** 2) / n
    return loss

# %% mse_loss: STRANGE computes the variance of the errors (their mean is taken away first)
# told: takes the variance of the errors
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shape mismatch")
    residuals = predictions - targets
    return torch.var(residuals, unbiased=False)

# %% cross_entropy: softmax before F.cross_entropy, so softmax is done twice
# told: takes the softmax twice
def cross_entropy(logits, targets):
    probs = torch.softmax(logits, dim=1)
    return F.cross_entropy(probs, targets)

# %% cross_entropy: log of the softmax in two steps, log(0) = -inf for large logits
# told: takes the softmax first and its logarithm afterwards
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=-1)
    rows = torch.arange(logits.shape[0], device=logits.device)
    p_true = p[rows, targets]
    return -torch.log(p_true).mean()

# %% cross_entropy: wrong indexing [:, targets], takes every sample's target column for every row
# told: picks whole columns instead of one entry of each row
def cross_entropy(logits, targets):
    logp = logits - torch.logsumexp(logits, dim=1, keepdim=True)
    picked = logp[:, targets]
    return -picked.mean()

# %% cross_entropy: averages over batch times classes, since mean() is taken of the one-hot product
# told: averages over the classes as well as over the batch
def cross_entropy(logits, targets):
    num_classes = logits.shape[1]
    onehot = F.one_hot(targets, num_classes).to(logits.dtype)
    log_probs = F.log_softmax(logits, dim=1)
    return torch.mean(-onehot * log_probs)

# %% cross_entropy: BOTH softmax over the batch (dim=0) instead of the classes; summed up, not averaged
# told: takes the softmax over the batch instead of over the classes
# and: adds the losses of the samples up instead of taking their mean
def cross_entropy(logits, targets):
    lp = torch.log_softmax(logits, dim=0)
    loss = 0
    for i in range(len(targets)):
        loss = loss - lp[i, targets[i]]
    return loss

# %% binary_cross_entropy: nothing against log(0), nan or inf at 0 and 1
# told: lets the logarithm see 0: at probabilities of exactly 0 and 1 it gives nan and inf
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("different shapes!")
    a = targets * torch.log(probabilities)
    b = (1 - targets) * torch.log(1 - probabilities)
    return -(a + b).mean()

# %% binary_cross_entropy: only the term for target 1, the (1-t)*log(1-p) part is missing
# told: leaves out the term for the targets that are 0
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("probabilities and targets need the same shape")
    eps = 1e-7
    p = probabilities.clamp(eps, 1 - eps)
    return torch.mean(-targets * torch.log(p))

# %% binary_cross_entropy: asks targets == 1, so soft targets are treated like 0
# told: takes the targets for exactly 0 or 1
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError
    p = torch.clamp(probabilities, 1e-7, 1 - 1e-7)
    losses = torch.where(targets == 1, -torch.log(p), -torch.log(1 - p))
    return losses.mean()

# %% binary_cross_entropy: replaces inf and nan by 0, so a completely wrong sure answer costs nothing
# told: hides nan and inf, so that a wrong probability of 0 or 1 costs nothing
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shape")
    each = -(targets * probabilities.log() + (1 - targets) * (1 - probabilities).log())
    each = torch.nan_to_num(each, nan=0.0, posinf=0.0, neginf=0.0)
    return each.mean()

# %% binary_cross_entropy: BOTH minus sign missing; shapes not checked
# told: returns the loss with its sign turned round
# and: lets shapes that differ broadcast
def binary_cross_entropy(probabilities, targets):
    tiny = 1e-6
    q = torch.clamp(probabilities, tiny, 1 - tiny)
    log_likelihood = targets * torch.log(q) + (1 - targets) * torch.log(1 - q)
    return log_likelihood.mean()

# %% bce_with_logits: sigmoid and clipped log, the loss saturates at about 16 instead of growing with the logit
# told: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("logits and targets must have equal shape")
    p = torch.sigmoid(logits)
    p = torch.clamp(p, 1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: sigmoid applied first and then the function that does it again
# told: takes the sigmoid twice
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("Shapes differ: %s %s" % (logits.shape, targets.shape))
    criterion = nn.BCEWithLogitsLoss()
    return criterion(torch.sigmoid(logits), targets)

# %% bce_with_logits: absolute value forgotten in the stable formula, exp(-x) instead of exp(-|x|)
# told: forgets the absolute value in the exponent
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shape mismatch")
    # max(x, 0) - x*t + log(1 + e^-x)
    first = torch.clamp(logits, min=0)
    second = logits * targets
    third = torch.log1p(torch.exp(-logits))
    return (first - second + third).mean()

# %% bce_with_logits: mean forgotten, gives back one loss per element
# told: returns one loss for each element instead of their mean
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("wrong shape")
    return F.softplus(logits) - logits * targets

# %% bce_with_logits: STRANGE weights the positives by negatives/positives of the batch to balance the classes
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("logits and targets have different shapes")
    positives = targets.sum().clamp(min=1.0)
    negatives = (1 - targets).sum().clamp(min=1.0)
    balance = negatives / positives
    return F.binary_cross_entropy_with_logits(logits, targets, pos_weight=balance)


# %% mse_loss: never compares the shapes, so (4, 1) against (4,) is broadcast to 16 differences
# told: lets shapes that differ broadcast
def mse_loss(predictions, targets):
    diff = predictions - targets
    return (diff * diff).mean()


# %% mse_loss: averages the absolute differences, the square is missing
# told: takes the absolute error instead of the squared one
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.mean(torch.abs(predictions - targets))


# %% mse_loss: divides by the number of rows rather than by the number of elements
# told: divides by the size of one dimension instead of the number of all elements
def mse_loss(predictions, targets):
    if predictions.size() != targets.size():
        raise ValueError(f"{predictions.size()} is not {targets.size()}")
    n = len(predictions)
    total = torch.sum((targets - predictions) ** 2)
    return total / n


# %% mse_loss: compares only the number of elements, so (4, 1) and (4,) raise nothing
# told: compares only the number of elements, not the shapes
def mse_loss(predictions, targets):
    if predictions.numel() != targets.numel():
        raise ValueError("predictions and targets must match")
    return (predictions - targets).square().mean()


# %% cross_entropy: softmax first and the log of it afterwards, which is log(0) for large logits
# told: takes the softmax first and its logarithm afterwards
def cross_entropy(logits, targets):
    probs = torch.softmax(logits, dim=1)
    picked = probs[torch.arange(len(targets)), targets]
    return -torch.log(picked).mean()


# %% cross_entropy: the mask of zeros is averaged too, so the loss is smaller by the number of classes
# told: averages over the classes as well as over the batch
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits, dim=-1)
    onehot = F.one_hot(targets, num_classes=logits.shape[1]).to(logits.dtype)
    return -(onehot * log_p).mean()


# %% cross_entropy: normalises down the batch in place of across the classes
# told: takes the softmax over the batch instead of over the classes
def cross_entropy(logits, targets):
    lse = torch.logsumexp(logits, dim=0)
    logp = logits - lse
    return -logp.gather(1, targets.unsqueeze(1)).mean()


# %% cross_entropy: slices the columns instead of picking one entry in each row, and averages the whole square
# told: picks whole columns instead of one entry of each row
def cross_entropy(logits, targets):
    lp = logits - logits.logsumexp(dim=1, keepdim=True)
    return -lp[:, targets].mean()


# %% cross_entropy: one maximum is taken for the whole batch, so a row far below it becomes log(0); and it is subtracted inside the caller's tensor
# told: subtracts the largest logit of the whole batch, not each sample's own
# and: overwrites the logits
def cross_entropy(logits, targets):
    with torch.no_grad():
        logits.sub_(logits.max())
    log_sum = logits.exp().sum(dim=1).log()
    rows = torch.arange(logits.shape[0], device=logits.device)
    return (log_sum - logits[rows, targets]).mean()


# %% binary_cross_entropy: the logarithm is not protected, 0 and 1 give inf or nan
# told: lets the logarithm see 0: at probabilities of exactly 0 and 1 it gives nan and inf
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shape mismatch")
    p, t = probabilities, targets
    loss = -(t * torch.log(p) + (1 - t) * torch.log(1 - p))
    return loss.mean()


# %% binary_cross_entropy: only the term of the positive class is there
# told: leaves out the term for the targets that are 0
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("the shapes must be the same")
    logs = torch.log(probabilities.clamp(min=1e-12))
    return -(targets * logs).mean()


# %% binary_cross_entropy: decides between the two terms with targets == 1, which is wrong for soft targets
# told: takes the targets for exactly 0 or 1
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    per_sample = torch.where(targets == 1, -p.log(), -(1 - p).log())
    return per_sample.mean()


# %% binary_cross_entropy: the clamp is so coarse that a certain mistake costs less than 10
# told: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("expected equal shapes")
    eps = 1e-3
    p = torch.clamp(probabilities, min=eps, max=1 - eps)
    pos = targets * p.log()
    neg = (1 - targets) * (1 - p).log()
    return -(pos + neg).mean()


# %% bce_with_logits: the absolute value in the exponent is lost, so very negative logits overflow
# told: forgets the absolute value in the exponent
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("logits and targets need one shape")
    z, t = logits, targets
    loss = z.clamp(min=0) - z * t + torch.log(1 + torch.exp(-z))
    return loss.mean()


# %% bce_with_logits: adds up the samples and does not average; and accepts any shapes that broadcast
# told: adds the losses of the elements up instead of taking their mean
# and: lets shapes that differ broadcast
def bce_with_logits(logits, targets):
    losses = F.softplus(logits) - targets * logits
    return losses.sum()
