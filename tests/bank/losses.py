"""Submissions of the lesson on losses: wrong ones must lose a point, right ones none."""
# ruff: noqa: B028, B905, E402, E731, F811, F821, I001 - every cell is a submission of its own

# %% wrong mse_loss: calls nn.MSELoss under another name
# killed by: test_mse_loss_own_work
from torch.nn import MSELoss as Loss

def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return Loss()(predictions, targets)

# %% wrong mse_loss: calls torch.ops
# killed by: test_mse_loss_own_work
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.ops.aten.mse_loss(predictions, targets, 1)

# %% wrong mse_loss: the worked number, hard-coded
# killed by: test_mse_loss_shape
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.tensor(0.04)

# %% right mse_loss: float32 inside
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions.float() - targets.float()) ** 2).mean()

# %% wrong mse_loss: takes one argument
# killed by: test_mse_loss_exists
def mse_loss(errors):
    return (errors**2).mean()

# %% right mse_loss: operators
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean()

# %% right mse_loss: sum over numel
def mse_loss(y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    if y_hat.size() != y.size():
        raise ValueError(f"{y_hat.size()} against {y.size()}")
    difference = torch.sub(y_hat, y)
    return torch.sum(torch.mul(difference, difference)) / y.numel()

# %% right mse_loss: a loop over the elements
def mse_loss(predictions, targets):
    if list(predictions.shape) != list(targets.shape):
        raise ValueError("shapes differ")
    total = 0.0
    for p, t in zip(predictions.flatten(), targets.flatten()):
        total = total + (p - t) * (p - t)
    return total / predictions.numel()

# %% right mse_loss: einsum
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    d = (predictions - targets).reshape(-1)
    return torch.einsum("i,i->", d, d) / d.shape[0]

# %% right mse_loss: lambda with a helper
def same(a, b):
    if a.shape != b.shape:
        raise ValueError("shapes differ")
    return a - b

mse_loss = lambda predictions, targets: same(predictions, targets).pow(2).mean()

# %% right mse_loss: a class with __call__
class MeanSquaredError:
    def __call__(self, predictions, targets):
        if predictions.shape != targets.shape:
            raise ValueError("shapes differ")
        return torch.square(predictions - targets).mean()

mse_loss = MeanSquaredError()

# %% right mse_loss: an nn.Module
class MeanSquaredError(torch.nn.Module):
    def forward(self, predictions, targets):
        if predictions.shape != targets.shape:
            raise ValueError("shapes differ")
        return torch.square(predictions - targets).mean()

mse_loss = MeanSquaredError()

# %% right mse_loss: decorated
import functools

def equal_shapes(loss):
    @functools.wraps(loss)
    def checked(first, second):
        if first.shape != second.shape:
            raise ValueError("shapes differ")
        return loss(first, second)
    return checked

@equal_shapes
def mse_loss(predictions, targets):
    return torch.mean((targets - predictions) ** 2)

# %% right mse_loss: float64 inside
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    d = predictions.double() - targets.double()
    return (d * d).mean().to(predictions.dtype)

# %% right mse_loss: in place on its own copy
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    difference = predictions.clone()
    difference -= targets
    return (difference**2).mean()

# %% right mse_loss: prints and warns
import warnings

def mse_loss(predictions, targets):
    warnings.warn("this is my loss")
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    loss = ((predictions - targets) ** 2).mean()
    print("loss", loss)
    return loss

# %% right mse_loss: a vector norm
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.linalg.vector_norm(predictions - targets) ** 2 / predictions.numel()

# %% right mse_loss: variance plus squared mean
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    difference = predictions - targets
    return difference.var(correction=0) + difference.mean() ** 2

# %% right mse_loss: an error of its own kind, with a long message
def mse_loss(predictions, targets):
    if not predictions.shape == targets.shape:
        raise ValueError("shapes differ: " + str(predictions) + str(targets) * 100)
    return predictions.sub(targets).square().mean()

# %% right mse_loss: a subclass of ValueError
class ShapeError(ValueError):
    pass

def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ShapeError("shapes differ")
    return ((predictions - targets) ** 2).mean()

# %% right mse_loss: default arguments and a nested function
def mse_loss(predictions, targets, reduction="mean"):
    def square(x):
        return x * x
    if predictions.shape != targets.shape:
        raise ValueError
    losses = square(predictions - targets)
    return losses.mean() if reduction == "mean" else losses.sum()


# %% right mse_loss: a class method of its own, with the same name
class Losses:
    @classmethod
    def mse_loss(cls, predictions, targets):
        if predictions.shape != targets.shape:
            raise ValueError("the shapes differ")
        return (predictions - targets).square().mean()


def mse_loss(predictions, targets):
    return Losses.mse_loss(predictions, targets)


# %% wrong cross_entropy: calls nn.CrossEntropyLoss in a helper
# killed by: test_cross_entropy_own_work
criterion = torch.nn.CrossEntropyLoss()

def cross_entropy(logits, targets):
    return criterion(logits, targets)

# %% wrong cross_entropy: a column minus a row, broadcast
# killed by: test_cross_entropy_values
def cross_entropy(logits, targets):
    right = logits.gather(1, targets[:, None])
    shift = right[0] - right[0].detach()
    return (torch.logsumexp(logits, dim=1) - right + shift).abs().mean()

# %% right cross_entropy: log_softmax and indexing
def cross_entropy(logits, targets):
    return -F.log_softmax(logits, dim=1)[range(len(targets)), targets].mean()

# %% right cross_entropy: logsumexp and gather
def cross_entropy(z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return torch.mean(torch.logsumexp(z, -1) - torch.gather(z, 1, y.view(-1, 1)).view(-1))

# %% right cross_entropy: one-hot
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, num_classes=logits.size(1)).to(logits.dtype)
    return -torch.sum(one_hot * torch.log_softmax(logits, dim=1)) / logits.size(0)

# %% right cross_entropy: its own shift
def cross_entropy(logits, targets):
    biggest, _ = logits.max(dim=1, keepdim=True)
    shifted = logits - biggest.detach()
    log_sum = torch.log(torch.sum(torch.exp(shifted), dim=1))
    return (log_sum - shifted[torch.arange(shifted.shape[0]), targets]).mean()

# %% right cross_entropy: loops with Python indexing
def cross_entropy(logits, targets):
    losses = []
    for i in range(len(targets)):
        row = logits[i]
        top = max(row.tolist())
        total = 0
        for j in range(len(row)):
            total = total + torch.exp(row[j] - top)
        losses.append(top + torch.log(total) - row[targets[i].item()])
    return torch.stack(losses).mean()

# %% right cross_entropy: differences to the right logit
def cross_entropy(logits, targets):
    right = logits.gather(1, targets.unsqueeze(-1))
    return torch.logsumexp(logits - right, dim=1).mean()

# %% right cross_entropy: a boolean mask
def cross_entropy(logits, targets):
    mask = targets[:, None] == torch.arange(logits.shape[1])
    return -torch.log_softmax(logits, 1)[mask].mean()

# %% right cross_entropy: torch.where
def cross_entropy(logits, targets):
    mask = targets[:, None] == torch.arange(logits.shape[1])
    log_p = logits - logits.logsumexp(dim=1, keepdim=True)
    return -torch.where(mask, log_p, 0.0).sum(dim=1).mean()

# %% right cross_entropy: the diagonal of chosen columns
def cross_entropy(logits, targets):
    return -torch.diagonal(torch.log_softmax(logits, dim=1)[:, targets]).mean()

# %% right cross_entropy: einsum with the identity
def cross_entropy(logits, targets):
    rows = torch.eye(logits.shape[1], dtype=logits.dtype, device=logits.device)[targets]
    return -torch.einsum("ij,ij->i", rows, F.log_softmax(logits, -1)).mean()

# %% right cross_entropy: nn.LogSoftmax in a class
class CrossEntropy(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.log_softmax = torch.nn.LogSoftmax(dim=1)

    def forward(self, logits, targets):
        picked = torch.take_along_dim(self.log_softmax(logits), targets[:, None], dim=1)
        return picked.neg().mean()

cross_entropy = CrossEntropy()

# %% right cross_entropy: lambda
cross_entropy = lambda logits, targets: (logits.logsumexp(1) - logits[torch.arange(len(logits)), targets]).mean()

# %% right cross_entropy: pairwise logaddexp
from functools import reduce

def cross_entropy(logits, targets):
    log_sum = reduce(torch.logaddexp, logits.unbind(dim=1))
    return (log_sum - logits.gather(1, targets.reshape(-1, 1)).reshape(-1)).mean()

# %% right cross_entropy: float64 inside, prints, variable called softmax
def cross_entropy(logits, targets):
    z = logits.to(torch.float64)
    softmax = z - z.amax(1, True)
    print("shifted", softmax)
    loss = softmax.exp().sum(1).log() - softmax.gather(1, targets.view(-1, 1)).flatten()
    return loss.mean().to(logits.dtype)

# %% right cross_entropy: a helper of its own called nll
def nll(log_probabilities, classes):
    return -sum(row[c] for row, c in zip(log_probabilities, classes)) / len(classes)

def cross_entropy(logits, targets):
    return nll(torch.log_softmax(logits, dim=1), targets)

# %% right cross_entropy: raises for targets that do not fit
def cross_entropy(logits, targets):
    if logits.shape[0] != targets.shape[0] or targets.dtype != torch.int64:
        raise ValueError("one int64 class for each row")
    log_p = torch.special.log_softmax(logits, dim=1)
    return -log_p.index_select(1, targets).trace() / len(targets)


# %% right cross_entropy: an alias of a function, in a class
def negative_log_likelihood(logits, targets):
    return (logits.logsumexp(1) - logits.gather(1, targets[:, None])[:, 0]).mean()


class Criteria:
    cross_entropy = staticmethod(negative_log_likelihood)


def cross_entropy(logits, targets):
    return Criteria.cross_entropy(logits, targets)


# %% right binary_cross_entropy: clamp
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.clamp(probabilities, 1e-7, 1 - 1e-7)
    return -torch.mean(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))

# %% right binary_cross_entropy: 1e-8 inside both logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p + 1e-8) + (1 - t) * torch.log(1 - p + 1e-8)).mean()

# %% right binary_cross_entropy: 1e-12 inside both logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return torch.mean(-t * torch.log(p + 1e-12) - (1 - t) * torch.log((1 - p) + 1e-12))

# %% right binary_cross_entropy: logarithms not below -100, as torch
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    log_p = torch.log(probabilities).clamp(min=-100)
    log_q = torch.log1p(-probabilities).clamp(min=-100)
    return ((targets - 1) * log_q - targets * log_p).mean()

# %% right binary_cross_entropy: the machine epsilon
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    eps = torch.finfo(probabilities.dtype).eps
    p = probabilities.clamp(eps, 1 - eps)
    return -(targets * p.log() + (1 - targets) * torch.log1p(-p)).mean()

# %% right binary_cross_entropy: an epsilon of 1e-6
def binary_cross_entropy(probabilities, targets, eps=1e-6):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.minimum(torch.maximum(probabilities, torch.tensor(eps)), torch.tensor(1 - eps))
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% right binary_cross_entropy: xlogy of clamped probabilities
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, q = probabilities.clamp(min=1e-30), (1 - probabilities).clamp(min=1e-30)
    return -(torch.xlogy(targets, p) + torch.xlogy(1 - targets, q)).mean()

# %% right binary_cross_entropy: through its sibling on logits
def binary_cross_entropy(probabilities, targets):
    return bce_with_logits(torch.logit(probabilities, eps=1e-7), targets)

# %% right binary_cross_entropy: through the logit and softplus
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    z = torch.log(p / (1 - p))
    return (F.softplus(z) - targets * z).mean()

# %% right binary_cross_entropy: two columns
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.stack([1 - probabilities, probabilities], dim=-1) + 1e-10
    t = torch.stack([1 - targets, targets], dim=-1)
    return -(t * p.log()).sum(dim=-1).mean()

# %% right binary_cross_entropy: a loop over the elements
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = []
    for p, t in zip(probabilities.reshape(-1), targets.reshape(-1)):
        losses.append(-(t * torch.log(p + 1e-9) + (1 - t) * torch.log(1 - p + 1e-9)))
    return sum(losses) / len(losses)

# %% right binary_cross_entropy: float64 inside
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.double().clamp(1e-12, 1 - 1e-12)
    t = targets.double()
    return -(t * p.log() + (1 - t) * (1 - p).log()).mean().to(probabilities.dtype)

# %% right binary_cross_entropy: nan_to_num of the logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    def log(x):
        return torch.nan_to_num(torch.log(x), neginf=-100.0)
    return -(targets * log(probabilities) + (1 - targets) * log(1 - probabilities)).mean()

# %% right binary_cross_entropy: squeezed into the open interval
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities * (1 - 2e-7) + 1e-7
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% right binary_cross_entropy: an nn.Module with a warning
import warnings

class BinaryCrossEntropy(torch.nn.Module):
    def forward(self, probabilities, targets):
        if probabilities.shape != targets.shape:
            raise ValueError("shapes differ")
        if ((probabilities == 0) | (probabilities == 1)).any():
            warnings.warn("a probability of exactly 0 or 1")
        p = probabilities.clamp(1e-7, 1 - 1e-7)
        return torch.einsum("i,i->", targets.flatten(), -p.flatten().log()) / p.numel() - (
            (1 - targets) * (1 - p).log()
        ).mean()

binary_cross_entropy = BinaryCrossEntropy()

# %% right binary_cross_entropy: torch.where guards the logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    tiny = torch.full_like(probabilities, 1e-10)
    p = torch.where(probabilities == 0, tiny, probabilities)
    q = torch.where(probabilities == 1, tiny, 1 - probabilities)
    return -(targets * p.log() + (1 - targets) * q.log()).mean()

# %% wrong bce_with_logits: calls torch through getattr
# killed by: test_bce_with_logits_own_work
def bce_with_logits(logits, targets):
    return getattr(F, "binary_" + "cross_entropy_with_logits")(logits, targets)

# %% right bce_with_logits: softplus
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.mean(F.softplus(logits) - targets * logits)

# %% right bce_with_logits: max, product, log1p
def bce_with_logits(z: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    if z.shape != t.shape:
        raise ValueError(f"{tuple(z.shape)} != {tuple(t.shape)}")
    return (torch.maximum(z, torch.zeros_like(z)) - z * t + torch.log1p(torch.exp(-z.abs()))).mean()

# %% right bce_with_logits: relu and log(1 + exp)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.relu(logits) - logits * targets + torch.log(1 + torch.exp(-torch.abs(logits)))).mean()

# %% right bce_with_logits: logaddexp
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.logaddexp(logits, torch.zeros_like(logits)) - targets * logits).mean()

# %% right bce_with_logits: logsigmoid of both signs
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * F.logsigmoid(logits) + (1 - targets) * F.logsigmoid(-logits)).mean()

# %% right bce_with_logits: softplus of both signs
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    softplus = torch.nn.Softplus()
    return (targets * softplus(-logits) + (1 - targets) * softplus(logits)).mean()

# %% right bce_with_logits: the margin of targets made -1 and 1
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(-(2 * targets - 1) * logits).mean()

# %% right bce_with_logits: torch.where on the target
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.where(targets == 1, F.softplus(-logits), F.softplus(logits)).mean()

# %% right bce_with_logits: its own softplus with a threshold
def softplus(x):
    return torch.where(x > 20, x, torch.log1p(torch.exp(x)))

def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (softplus(logits) - targets * logits).mean()

# %% right bce_with_logits: log_softmax of two classes
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    log_p = torch.log_softmax(torch.stack([torch.zeros_like(logits), logits], dim=-1), dim=-1)
    return -((1 - targets) * log_p[..., 0] + targets * log_p[..., 1]).mean()

# %% right bce_with_logits: logsumexp of two classes
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    both = torch.stack((logits, logits * 0))
    return both.logsumexp(dim=0).sub(logits * targets).mean()

# %% right bce_with_logits: cross-entropy of two classes
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    two = torch.stack([torch.zeros_like(logits), logits], dim=-1).reshape(-1, 2)
    return F.cross_entropy(two, targets.reshape(-1).long())

# %% right bce_with_logits: through its sibling cross_entropy
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    two = torch.stack([torch.zeros_like(logits), logits], dim=-1).reshape(-1, 2)
    return cross_entropy(two, targets.reshape(-1).long())

# %% right bce_with_logits: a detached shift
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    m = logits.detach().clamp(min=0)
    return (m + torch.log(torch.exp(-m) + torch.exp(logits - m)) - targets * logits).mean()

# %% right bce_with_logits: a loop with branches
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for z, t in zip(logits.flatten(), targets.flatten()):
        z = -z if t == 1 else z
        total = total + (z + torch.log1p(torch.exp(-z)) if z > 0 else torch.log1p(torch.exp(z)))
    return total / logits.numel()

# %% right bce_with_logits: lambda through a dictionary
def _loss(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return {"mean": (F.softplus(logits) - targets * logits).mean}["mean"]()

bce_with_logits = lambda logits, targets: _loss(logits, targets)

# %% right bce_with_logits: float64 inside, prints and warns
import warnings

def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    warnings.warn("in double precision")
    z, t = logits.double(), targets.double()
    loss = (z.clamp_min(0) - z * t + (-z.abs()).exp().log1p()).mean()
    print(loss)
    return loss.type(logits.dtype)

# --- what one mistake costs, and what was missed ------------------------------------------------------

# %% wrong mse_loss: always the same
# killed by: test_mse_loss_shape
def mse_loss(predictions, targets):
    return torch.tensor(1.0)

# %% wrong mse_loss: always zero, with a gradient of nothing
# killed by: test_mse_loss_shape
def mse_loss(predictions, targets):
    return (predictions * 0).sum()

# %% wrong mse_loss: the mean of its first argument
# killed by: test_mse_loss_shape
def mse_loss(predictions, targets):
    return predictions.mean()

# %% wrong binary_cross_entropy: always the same
# killed by: test_binary_cross_entropy_shape
def binary_cross_entropy(probabilities, targets):
    return torch.tensor(1.0)

# %% wrong binary_cross_entropy: always zero, with a gradient of nothing
# killed by: test_binary_cross_entropy_shape
def binary_cross_entropy(probabilities, targets):
    return (probabilities * 0).sum()

# %% wrong binary_cross_entropy: the mean of its first argument
# killed by: test_binary_cross_entropy_shape
def binary_cross_entropy(probabilities, targets):
    return probabilities.mean()

# %% wrong bce_with_logits: always the same
# killed by: test_bce_with_logits_shape
def bce_with_logits(logits, targets):
    return torch.tensor(1.0)

# %% wrong bce_with_logits: always zero, with a gradient of nothing
# killed by: test_bce_with_logits_shape
def bce_with_logits(logits, targets):
    return (logits * 0).sum()

# %% wrong bce_with_logits: the mean of its first argument
# killed by: test_bce_with_logits_shape
def bce_with_logits(logits, targets):
    return logits.mean()

# %% wrong cross_entropy: always the same
# killed by: test_cross_entropy_shape
def cross_entropy(logits, targets):
    return torch.tensor(1.0)

# %% wrong cross_entropy: always zero, with a gradient of nothing
# killed by: test_cross_entropy_shape
def cross_entropy(logits, targets):
    return (logits * 0).sum()

# %% wrong cross_entropy: the mean of its first argument
# killed by: test_cross_entropy_shape
def cross_entropy(logits, targets):
    return logits.mean()

# %% wrong mse_loss: np.mean of a tensor
# killed by: test_mse_loss_shape
import numpy as np

def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return np.mean((predictions - targets) ** 2)

# %% right mse_loss: torch.dist
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.dist(predictions, targets) ** 2 / targets.numel()

# %% right mse_loss: the mean of each dimension in turn
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    squares = (predictions - targets) ** 2
    while squares.dim():
        squares = squares.mean(dim=-1)
    return squares

# %% right mse_loss: the square multiplied out
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions**2 - 2 * predictions * targets + targets**2).mean()

# %% right mse_loss: a matrix product
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    row = (predictions - targets).reshape(1, -1)
    return (row @ row.T).squeeze() / row.numel()

# %% right mse_loss: float64 by default, constants without dimensions
torch.set_default_dtype(torch.float64)

def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    two = torch.tensor(2.0)
    return torch.pow(predictions - targets, two).sum() / torch.tensor(float(targets.numel()))

# %% right mse_loss: an autograd function of its own
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, gradient):
        return 2 * ctx.saved_tensors[0] * gradient


def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return Square.apply(predictions - targets).mean()

# %% wrong cross_entropy: np.exp of a tensor
# killed by: test_cross_entropy_stability
import numpy as np

def cross_entropy(logits, targets):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return -np.log(p[range(len(targets)), targets]).mean()

# %% wrong cross_entropy: np.mean of a tensor
# killed by: test_cross_entropy_shape
import numpy as np

def cross_entropy(logits, targets):
    return -np.mean(torch.log_softmax(logits, dim=1)[range(len(targets)), targets])

# %% right cross_entropy: float32 inside
def cross_entropy(logits, targets):
    z = logits.float()
    right = z.gather(1, targets.reshape(-1, 1)).flatten()
    return (z.logsumexp(dim=1) - right).mean()

# %% right cross_entropy: a float64 result
def cross_entropy(logits, targets):
    z = logits.double()
    return (z.logsumexp(dim=1) - z[torch.arange(len(z)), targets]).mean()

# %% right cross_entropy: one-hot of zeros_like
def cross_entropy(logits, targets):
    one_hot = torch.zeros_like(logits).scatter_(1, targets.unsqueeze(1), 1)
    return -(one_hot * F.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% right cross_entropy: one-hot of new_zeros, filled by index
def cross_entropy(logits, targets):
    one_hot = logits.new_zeros(logits.shape)
    one_hot[torch.arange(len(targets)), targets] = 1
    return -(one_hot * F.log_softmax(logits, dim=1)).sum() / len(targets)

# %% right cross_entropy: one-hot filled in a loop over Python numbers
def cross_entropy(logits, targets):
    one_hot = torch.zeros(logits.shape, dtype=logits.dtype, device=logits.device)
    for row, target in enumerate(targets.tolist()):
        one_hot[row, target] = 1
    return -(one_hot * torch.log_softmax(logits, 1)).sum(1).mean()

# %% right cross_entropy: the last of logcumsumexp
def cross_entropy(logits, targets):
    return (torch.logcumsumexp(logits, dim=1)[:, -1] - logits[range(len(logits)), targets]).mean()

# %% right cross_entropy: vmap
def cross_entropy(logits, targets):
    def one(z, t):
        return torch.logsumexp(z, 0) - z.gather(0, t[None]).squeeze(0)
    return torch.vmap(one)(logits, targets).mean()

# %% wrong binary_cross_entropy: np.clip and np.mean of tensors
# killed by: test_binary_cross_entropy_shape
import numpy as np

def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = np.clip(probabilities, 1e-7, 1 - 1e-7)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

# %% right binary_cross_entropy: float32 inside
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.float().clamp(1e-7, 1 - 1e-7), targets.float()
    return -(t * p.log() + (1 - t) * (1 - p).log()).mean()

# %% right binary_cross_entropy: ones_like and full_like
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    one, tiny = torch.ones_like(probabilities), torch.full_like(probabilities, 1e-8)
    yes, no = torch.log(probabilities + tiny), torch.log(one - probabilities + tiny)
    return -(targets * yes + (one - targets) * no).mean()

# %% right binary_cross_entropy: lerp of the two logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.lerp((1 - p).log(), p.log(), targets).mean()

# %% right binary_cross_entropy: clamps only where it must
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities
    if bool(((p == 0) | (p == 1)).any()):
        p = p.clamp(1e-7, 1 - 1e-7)
    return -(targets * p.log() + (1 - targets) * (1 - p).log()).mean()

# %% wrong bce_with_logits: np.maximum of a tensor
# killed by: test_bce_with_logits_gradient
import numpy as np

def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))).mean()

# %% right bce_with_logits: float32 inside
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z, t = logits.float(), targets.float()
    return (F.softplus(z) - z * t).mean()

# %% right bce_with_logits: zeros_like
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    zero = torch.zeros_like(logits)
    return (torch.maximum(logits, zero) - logits * targets + torch.logaddexp(zero, -logits.abs())).mean()

# %% right bce_with_logits: one logsigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((1 - targets) * logits - F.logsigmoid(logits)).mean()

# %% right bce_with_logits: each class by its own mask
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = torch.empty_like(logits)
    yes = targets == 1
    losses[yes] = F.softplus(-logits[yes])
    losses[~yes] = F.softplus(logits[~yes])
    return losses.mean()

# %% right test_cross_entropy: known numbers
def test_cross_entropy(cross_entropy):
    """Equal logits lose log C; one that is sure loses nothing, or all."""
    same = cross_entropy(torch.zeros(4, 3), torch.tensor([0, 1, 2, 0]))
    assert abs(same.item() - 1.0986) < 1e-3
    z = torch.tensor([[1000.0, 0.0, 0.0], [0.0, 0.0, 1000.0]])
    assert cross_entropy(z.clone(), torch.tensor([0, 2])).item() == 0
    loss = cross_entropy(z, torch.tensor([0, 1]))
    assert abs(loss.item() - 500) < 1e-2
    assert z.tolist() == [[1000.0, 0.0, 0.0], [0.0, 0.0, 1000.0]]
    one = cross_entropy(torch.tensor([[0.0, 2.0], [1.0, 0.0], [3.0, 0.0]]), torch.tensor([1, 0, 0]))
    assert abs(one.item() - 0.1629) < 1e-3

# %% right test_cross_entropy: random batches, a ValueError of its own
def test_cross_entropy(loss):
    generator = torch.Generator().manual_seed(1)
    for rows, classes in ((1, 2), (5, 3), (8, 10)):
        for scale in (1, 100, 1000):
            z = scale * torch.randn(rows, classes, generator=generator)
            t = torch.randint(classes, (rows,), generator=generator)
            copy = z.clone()
            found = loss(copy, t)
            if found.shape != () or not torch.isclose(found, F.cross_entropy(z, t), rtol=1e-3, atol=1e-4):
                raise ValueError(f"{found} for {rows} samples of {classes} classes")
            if not torch.equal(copy, z):
                raise ValueError("the logits were changed")

# %% right test_cross_entropy: a helper and torch's assertions
def expect_loss(function, logits, targets):
    z, t = torch.tensor(logits), torch.tensor(targets)
    torch.testing.assert_close(function(z, t), F.nll_loss(torch.log_softmax(torch.tensor(logits), 1), t))
    torch.testing.assert_close(z, torch.tensor(logits))

def test_cross_entropy(cross_entropy):
    expect_loss(cross_entropy, [[0.0, 1.0], [2.0, -1.0], [0.5, 0.5]], [1, 0, 1])
    expect_loss(cross_entropy, [[1e3, -1e3, 5.0], [1.0, 2.0, 3.0]], [1, 2])
    return "fine"
