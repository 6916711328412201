"""Submissions of the lesson on the perceptron: wrong ones must lose a point, right ones none."""
# ruff: noqa: B905, E402, E731, F811, F821, I001 - every cell is a submission of its own

# %% wrong weighted_sum: forgets the bias
def weighted_sum(inputs, weights, bias):
    return inputs @ weights

# %% wrong weighted_sum: adds the bias to every product
def weighted_sum(inputs, weights, bias):
    return (inputs * weights + bias).sum(-1)

# %% wrong weighted_sum: sums over the whole batch
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum() + bias

# %% wrong weighted_sum: sums over the first dimension
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(0) + bias

# %% wrong weighted_sum: sums over dimension 1, right for a batch only
def weighted_sum(inputs, weights, bias):
    if inputs.dim() == 1:
        return inputs @ weights + bias
    return (inputs * weights).sum(1) + bias

# %% wrong weighted_sum: one sample only, by torch.dot
def weighted_sum(inputs, weights, bias):
    return torch.dot(inputs, weights) + bias

# %% wrong weighted_sum: batches only, by torch.mv
def weighted_sum(inputs, weights, bias):
    return torch.mv(inputs, weights) + bias

# %% wrong weighted_sum: one sample and batch, but no more dimensions
def weighted_sum(inputs, weights, bias):
    if inputs.dim() == 1:
        return torch.dot(inputs, weights) + bias
    return torch.mv(inputs, weights) + bias

# %% wrong weighted_sum: keeps the last dimension
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(-1, keepdim=True) + bias

# %% wrong weighted_sum: a column, as nn.Linear gives
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.unsqueeze(1) + bias

# %% wrong weighted_sum: squeezes away a batch of one as well
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights.reshape(-1, 1)).squeeze() + bias

# %% wrong weighted_sum: flattens the leading dimensions
def weighted_sum(inputs, weights, bias):
    return inputs.reshape(-1, inputs.shape[-1]) @ weights + bias

# %% wrong weighted_sum: mean instead of sum
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).mean(-1) + bias

# %% wrong weighted_sum: subtracts the bias, as a threshold
def weighted_sum(inputs, weights, bias):
    return inputs @ weights - bias

# %% wrong weighted_sum: two inputs only
def weighted_sum(inputs, weights, bias):
    return weights[0] * inputs[..., 0] + weights[1] * inputs[..., 1] + bias

# %% wrong weighted_sum: a new tensor of items, no gradient
def weighted_sum(inputs, weights, bias):
    rows = inputs.reshape(-1, inputs.shape[-1])
    total = [sum(w * x for w, x in zip(weights.tolist(), row)) + bias.item() for row in rows.tolist()]
    return torch.tensor(total).reshape(inputs.shape[:-1])

# %% wrong weighted_sum: under no_grad
@torch.no_grad()
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + bias

# %% wrong weighted_sum: bias detached, no gradient to it
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + float(bias)

# %% wrong weighted_sum: multiplies into the inputs
def weighted_sum(inputs, weights, bias):
    with torch.no_grad():
        inputs *= weights
    return inputs.sum(-1) + bias

# %% wrong weighted_sum: adds into the bias
def weighted_sum(inputs, weights, bias):
    total = inputs @ weights + bias
    bias.data += total.detach().sum()
    return total

# %% wrong weighted_sum: delegates to functional.linear
def weighted_sum(inputs, weights, bias):
    return torch.nn.functional.linear(inputs, weights.unsqueeze(0), bias.unsqueeze(0)).squeeze(-1)

# %% wrong weighted_sum: delegates to nn.Linear
def weighted_sum(inputs, weights, bias):
    layer = torch.nn.Linear(weights.shape[0], 1)
    with torch.no_grad():
        layer.weight.copy_(weights)
        layer.bias.copy_(bias)
    return layer(inputs).squeeze(-1)

# %% wrong weighted_sum: delegates under another name
from torch.nn.functional import linear as combine
def weighted_sum(inputs, weights, bias):
    return combine(inputs, weights[None], bias[None])[..., 0]

# %% wrong weighted_sum: delegates to torch.ops
def weighted_sum(inputs, weights, bias):
    return torch.ops.aten.linear(inputs, weights[None], bias[None]).squeeze(-1)

# %% wrong weighted_sum: applies the sigmoid already
def weighted_sum(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias)

# %% wrong weighted_sum: prints instead of returning
def weighted_sum(inputs, weights, bias):
    print(inputs @ weights + bias)

# %% wrong weighted_sum: a single Python number for one sample
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    return z.item() if z.dim() == 0 else z

# %% right weighted_sum: multiply and sum
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(dim=-1) + bias

# %% right weighted_sum: matmul, other argument names
def weighted_sum(x, w, b):
    return torch.matmul(x, w) + b

# %% right weighted_sum: einsum
def weighted_sum(inputs, weights, bias):
    return torch.einsum("...i,i->...", inputs, weights) + bias

# %% right weighted_sum: lambda and inner
weighted_sum = lambda inputs, weights, bias: torch.inner(inputs, weights).add(bias)

# %% right weighted_sum: a column, squeezed in its last dimension
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights.unsqueeze(-1)).squeeze(-1) + bias

# %% right weighted_sum: tensordot
def weighted_sum(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    return torch.tensordot(inputs, weights, dims=1) + bias

# %% right weighted_sum: loop over the features, in place on its own total
def weighted_sum(inputs, weights, bias):
    total = torch.zeros(inputs.shape[:-1])
    for i in range(len(weights)):
        total += weights[i] * inputs[..., i]
    total += bias
    return total

# %% right weighted_sum: loop that begins with the bias
def weighted_sum(inputs, weights, bias):
    z = bias
    for w, x in zip(weights, inputs.unbind(-1)):
        z = z + w * x
    return z

# %% right weighted_sum: addmv on flattened samples, shape restored
def weighted_sum(inputs, weights, bias):
    flat = inputs.reshape(-1, inputs.size(-1))
    return torch.addmv(bias, flat, weights).reshape(inputs.shape[:-1])

# %% right weighted_sum: the bias as the weight of a constant input
def weighted_sum(inputs, weights, bias):
    ones = torch.ones_like(inputs[..., :1])
    return torch.cat([inputs, ones], dim=-1) @ torch.cat([weights, bias.reshape(1)])

# %% right weighted_sum: recursion over the leading dimensions with torch.dot
def weighted_sum(inputs, weights, bias):
    if inputs.dim() > 1:
        return torch.stack([weighted_sum(row, weights, bias) for row in inputs])
    return torch.dot(inputs, weights) + bias

# %% right weighted_sum: float64 inside
def weighted_sum(inputs, weights, bias):
    return (inputs.double() @ weights.double() + bias.double()).to(inputs.dtype)

# %% right weighted_sum: a decorated helper, warnings and prints
import functools
import warnings
def noisy(function):
    @functools.wraps(function)
    def wrapper(*args):
        warnings.warn("computing a weighted sum", stacklevel=2)
        print("shapes:", [a.shape for a in args])
        return function(*args)
    return wrapper
@noisy
def weighted_sum(inputs, weights, bias):
    return inputs.matmul(weights) + bias

# %% right weighted_sum: an object with __call__
class WeightedSum:
    def __call__(self, inputs, weights, bias):
        return (weights * inputs).sum(-1) + bias
weighted_sum = WeightedSum()


# %% right weighted_sum: a method called linear, of a class of one's own
class Cell:
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def linear(self, inputs):
        return (inputs * self.weights).sum(-1) + self.bias


def weighted_sum(inputs, weights, bias):
    return Cell(weights, bias).linear(inputs)

# %% right weighted_sum: a column, its first entry
def weighted_sum(inputs, weights, bias):
    return torch.matmul(inputs, weights[:, None])[..., 0] + bias

# %% right weighted_sum: mul and cumsum
def weighted_sum(inputs, weights, bias):
    return torch.cumsum(inputs * weights, dim=-1)[..., -1] + bias

# %% right weighted_sum: vmap of dot
def weighted_sum(inputs, weights, bias):
    f = lambda x: torch.dot(x, weights) + bias
    for _ in range(inputs.dim() - 1):
        f = torch.vmap(f)
    return f(inputs)

# %% right weighted_sum: transposed product
def weighted_sum(inputs, weights, bias):
    return (weights * inputs).T.sum(0).T + bias if inputs.dim() <= 2 else (weights * inputs).sum(-1) + bias

# %% right weighted_sum: mean times n
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).mean(-1) * weights.numel() + bias

# %% right weighted_sum: einsum with letters
def weighted_sum(inputs, weights, bias):
    return bias + torch.einsum("...n,n", inputs, weights)

# %% right weighted_sum: bmm on reshaped
def weighted_sum(inputs, weights, bias):
    shape = inputs.shape[:-1]
    rows = inputs.reshape(-1, 1, inputs.shape[-1])
    column = weights.reshape(1, -1, 1).expand(rows.shape[0], -1, 1)
    return torch.bmm(rows, column).reshape(shape) + bias

# %% right weighted_sum: list of terms, Python sum
def weighted_sum(inputs, weights, bias):
    return sum(inputs[..., i] * weights[i] for i in range(weights.shape[0])) + bias

# %% right weighted_sum: functools.reduce
from functools import reduce
def weighted_sum(inputs, weights, bias):
    terms = [x * w for x, w in zip(inputs.unbind(-1), weights)]
    return reduce(torch.add, terms, bias)

# %% right weighted_sum: contiguous view
def weighted_sum(inputs, weights, bias):
    flat = inputs.contiguous().view(-1, weights.numel())
    return (flat @ weights).view(inputs.shape[:-1]) + bias

# %% right weighted_sum: own class with a method called linear
class Neuron:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def total(self, x):
        return (x * self.w).sum(-1) + self.b
def weighted_sum(inputs, weights, bias):
    return Neuron(weights, bias).total(inputs)

# %% wrong weighted_sum: absolute weights
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.abs() + bias

# %% wrong weighted_sum: bias times n
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + bias * weights.numel()

# %% wrong weighted_sum: view
def weighted_sum(inputs, weights, bias):
    return (inputs.view(-1, weights.numel()) @ weights).view(inputs.shape[:-1]) + bias

# %% wrong weighted_sum: as an integer
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).int()

# %% wrong weighted_sum: float64
def weighted_sum(inputs, weights, bias):
    return inputs.double() @ weights.double() + bias

# %% wrong weighted_sum: list
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).tolist()

# %% wrong weighted_sum: cosine
def weighted_sum(inputs, weights, bias):
    return inputs @ (weights / weights.norm()) + bias

# %% wrong weighted_sum: only inputs get a gradient
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.detach() + bias

# %% wrong weighted_sum: zeros
def weighted_sum(inputs, weights, bias):
    return torch.zeros(inputs.shape[:-1])

# %% wrong weighted_sum: the sum of the inputs
def weighted_sum(inputs, weights, bias):
    return inputs.sum(-1)

# %% wrong weighted_sum: normalises the weights in place
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    weights.detach().div_(weights.norm())
    return z

# %% wrong weighted_sum: numpy
import numpy as np
def weighted_sum(inputs, weights, bias):
    return np.dot(inputs, weights) + float(bias)

# %% wrong weighted_sum: reversed weights
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.flip(0) + bias

# %% wrong weighted_sum: clamped at zero
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).clamp(min=0)

# %% wrong weighted_sum: batch of one becomes a sample
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    return z[0] if z.shape[:1] == (1,) else z

# %% wrong perceptron: no activation
def perceptron(inputs, weights, bias):
    return inputs @ weights + bias

# %% wrong perceptron: forgets the bias
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights)

# %% wrong perceptron: adds the bias after the sigmoid
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights) + bias

# %% wrong perceptron: sigmoid of every product
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights).sum(-1)

# %% wrong perceptron: nan for large sums
def perceptron(inputs, weights, bias):
    z = weighted_sum(inputs, weights, bias)
    return torch.exp(z) / (1 + torch.exp(z))

# %% wrong perceptron: sign of the exponent
def perceptron(inputs, weights, bias):
    z = weighted_sum(inputs, weights, bias)
    return 1 / (1 + torch.exp(z))

# %% wrong perceptron: tanh
def perceptron(inputs, weights, bias):
    return torch.tanh(weighted_sum(inputs, weights, bias))

# %% wrong perceptron: the step already
def perceptron(inputs, weights, bias):
    return (weighted_sum(inputs, weights, bias) >= 0).float()

# %% wrong perceptron: softmax over the batch
def perceptron(inputs, weights, bias):
    return torch.softmax(weighted_sum(inputs, weights, bias), dim=-1)

# %% wrong perceptron: math.exp, one sample only
import math
def perceptron(inputs, weights, bias):
    return torch.tensor(1 / (1 + math.exp(-(inputs @ weights + bias))))

# %% wrong perceptron: detached
def perceptron(inputs, weights, bias):
    return torch.sigmoid(weighted_sum(inputs, weights, bias)).detach()

# %% wrong perceptron: in place on a view of the inputs
def perceptron(inputs, weights, bias):
    with torch.no_grad():
        inputs.mul_(weights)
    return torch.sigmoid(inputs.sum(-1) + bias)

# %% wrong perceptron: a column for each sample
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights.view(-1, 1) + bias)

# %% wrong perceptron: sum over dimension 1
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum(1) + bias)

# %% wrong perceptron: rounds the output
def perceptron(inputs, weights, bias):
    return torch.sigmoid(weighted_sum(inputs, weights, bias)).round(decimals=2)

# %% right perceptron: all by hand
def perceptron(inputs, weights, bias):
    return 1 / (1 + torch.exp(-((inputs * weights).sum(-1) + bias)))

# %% right perceptron: by tanh
def perceptron(inputs, weights, bias):
    z = weighted_sum(inputs, weights, bias)
    return 0.5 * (1 + torch.tanh(z / 2))

# %% right perceptron: nn.Sigmoid and functional.linear
def perceptron(inputs, weights, bias):
    z = torch.nn.functional.linear(inputs, weights.unsqueeze(0), bias.reshape(1)).squeeze(-1)
    return torch.nn.Sigmoid()(z)

# %% right perceptron: two branches with torch.where
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    small = torch.exp(-z.abs())
    return torch.where(z >= 0, 1 / (1 + small), small / (1 + small))

# %% right perceptron: softmax over (z, 0)
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.softmax(torch.stack([z, torch.zeros_like(z)]), dim=0)[0]

# %% right perceptron: exp of logsigmoid
def perceptron(inputs, weights, bias):
    return torch.nn.functional.logsigmoid(weighted_sum(inputs, weights, bias)).exp()

# %% right perceptron: clamped exponent
def perceptron(inputs, weights, bias):
    z = torch.clamp(weighted_sum(inputs, weights, bias), -60, 60)
    e = torch.exp(z)
    return e / (e + 1)

# %% right perceptron: a closure made by a factory
def make_neuron(activation):
    def neuron(inputs, weights, bias):
        return activation(inputs.matmul(weights) + bias)
    return neuron
perceptron = make_neuron(torch.special.expit)

# %% right perceptron: method spelling, in place on its own copy
def perceptron(x, w, b):
    z = (x * w).sum(-1)
    z += b
    return z.sigmoid()

# %% right perceptron: by own stable function
def _squash(z):
    return torch.exp(torch.clamp(z, max=0)) / (1 + torch.exp(-z.abs()))
def perceptron(inputs, weights, bias):
    return _squash(weighted_sum(inputs, weights, bias))

# %% right perceptron: functional.sigmoid and Linear weights
def perceptron(inputs, weights, bias):
    return torch.nn.functional.sigmoid(torch.einsum("...i,i->...", inputs, weights) + bias)

# %% right perceptron: a module
class Neuron(torch.nn.Module):
    def forward(self, inputs, weights, bias):
        return torch.sigmoid((inputs * weights).sum(-1) + bias)
perceptron = Neuron()

# %% right perceptron: softplus
def perceptron(inputs, weights, bias):
    return torch.exp(-torch.nn.functional.softplus(-(inputs @ weights + bias)))

# %% right perceptron: list comprehension over samples
def perceptron(inputs, weights, bias):
    if inputs.dim() == 1:
        return torch.sigmoid(torch.dot(inputs, weights) + bias)
    return torch.stack([perceptron(x, weights, bias) for x in inputs])

# %% right perceptron: float64 inside
def perceptron(inputs, weights, bias):
    z = inputs.double() @ weights.double() + bias
    return (1 / (1 + torch.exp(-z))).float()

# %% wrong perceptron: always one half
def perceptron(inputs, weights, bias):
    return torch.full(inputs.shape[:-1], 0.5)

# %% wrong perceptron: stable on one side
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 - torch.exp(-z) / (1 + torch.exp(-z))

# %% wrong perceptron: branch by any
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    if (z < 0).any():
        return 1 / (1 + torch.exp(-z))
    return torch.exp(z) / (1 + torch.exp(z))

# %% wrong perceptron: clamp hides nan, wrong value
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-4, 4)
    return torch.sigmoid(z)

# %% wrong perceptron: keepdim
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum(-1, keepdim=True) + bias)

# %% wrong perceptron: sigmoid twice
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.sigmoid(inputs @ weights + bias))

# %% wrong perceptron: float64 result
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs @ weights + bias).double())

# %% wrong perceptron: list
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).tolist()

# %% wrong perceptron: bias of the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights - bias)

# %% wrong perceptron: modifies bias
def perceptron(inputs, weights, bias):
    bias.mul_(1.5)
    return torch.sigmoid(inputs @ weights + bias / 1.5)

# %% wrong predict: > instead of >=
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) > threshold).float()

# %% wrong predict: returns booleans
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias) >= threshold

# %% wrong predict: returns integers
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).long()

# %% wrong predict: ignores the threshold
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= 0.5).float()

# %% wrong predict: threshold on the weighted sum
def predict(inputs, weights, bias, threshold=0.5):
    return (weighted_sum(inputs, weights, bias) >= threshold).float()

# %% wrong predict: always where the weighted sum is 0
def predict(inputs, weights, bias, threshold=0.5):
    return (weighted_sum(inputs, weights, bias) >= 0).float()

# %% wrong predict: rounds
def predict(inputs, weights, bias, threshold=0.5):
    return torch.round(perceptron(inputs, weights, bias))

# %% wrong predict: the wrong way round
def predict(inputs, weights, bias, threshold=0.5):
    return torch.where(perceptron(inputs, weights, bias) >= threshold, 0.0, 1.0)

# %% wrong predict: minus one and one
def predict(inputs, weights, bias, threshold=0.5):
    return torch.sign(perceptron(inputs, weights, bias) - threshold)

# %% wrong predict: one sample only
def predict(inputs, weights, bias, threshold=0.5):
    if perceptron(inputs, weights, bias) >= threshold:
        return torch.tensor(1.0)
    return torch.tensor(0.0)

# %% wrong predict: no default threshold
def predict(inputs, weights, bias, threshold):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% wrong predict: a list
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float().tolist()

# %% wrong predict: forgets the bias
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid(inputs @ weights) >= threshold).float()

# %% wrong predict: returns the probability
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias)

# %% wrong predict: probability where it is above the threshold
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.where(p >= threshold, p, 0.0)

# %% wrong predict: any sample above the threshold
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.ones_like(p) if (p >= threshold).any() else torch.zeros_like(p)

# %% wrong predict: nan for large sums counts as 0
def predict(inputs, weights, bias, threshold=0.5):
    e = torch.exp(inputs @ weights + bias)
    return (e / (1 + e) >= threshold).float()

# %% wrong predict: writes into the weights
def predict(inputs, weights, bias, threshold=0.5):
    weights *= 1000
    return (torch.sigmoid(inputs @ weights + 1000 * bias) >= threshold).float()

# %% right predict: torch.where
def predict(inputs, weights, bias, threshold=0.5):
    return torch.where(perceptron(inputs, weights, bias) >= threshold, 1.0, 0.0)

# %% right predict: on the weighted sum, by the logit of the threshold
import math
def predict(inputs, weights, bias, threshold=0.5):
    z = inputs @ weights + bias
    return (z >= math.log(threshold / (1 - threshold))).float()

# %% right predict: torch.logit
def predict(inputs, weights, bias, threshold=0.5):
    limit = torch.logit(torch.tensor(threshold))
    return torch.ge(weighted_sum(inputs, weights, bias), limit).to(torch.float32)

# %% right predict: not below, and keyword-only threshold
def predict(inputs, weights, bias, *, threshold=0.5):
    return 1 - (perceptron(inputs, weights, bias) < threshold).float()

# %% right predict: heaviside
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.heaviside(p - threshold, torch.ones_like(p))

# %% right predict: mask on its own zeros
def predict(inputs, weights, bias, threshold=0.5):
    p = torch.sigmoid(weighted_sum(inputs, weights, bias))
    classes = torch.zeros_like(p)
    classes[p >= threshold] = 1
    return classes

# %% right predict: loop over the samples
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.tensor([1.0 if q >= threshold else 0.0 for q in p.flatten().tolist()]).reshape(p.shape)

# %% right predict: numpy, so float64
import numpy as np
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias).detach().numpy()
    return torch.from_numpy(np.asarray(np.where(p >= threshold, 1.0, 0.0)))

# %% right predict: times one
def predict(inputs, weights, bias, threshold: float = 0.5):
    with torch.no_grad():
        return (perceptron(inputs, weights, bias) >= threshold) * 1.0

# %% right predict: partial
from functools import partial
def classes(threshold, inputs, weights, bias):
    return (perceptron(inputs, weights, bias) >= threshold).type_as(inputs)
def predict(*args, threshold=0.5):
    return partial(classes, threshold)(*args)

# %% right predict: sign shifted
def predict(inputs, weights, bias, threshold=0.5):
    y = perceptron(inputs, weights, bias)
    return (torch.sign(y - threshold) + 1).clamp(max=1)

# %% right predict: float64 of a comparison
def predict(inputs, weights, bias, threshold=0.5):
    return torch.ge(perceptron(inputs, weights, bias), threshold).double()

# %% right predict: float16 is floating point too
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).half()

# %% right predict: bucketize
def predict(inputs, weights, bias, threshold=0.5):
    y = perceptron(inputs, weights, bias)
    return torch.bucketize(y, y.new_tensor([threshold]), right=True).to(y.dtype)

# %% right predict: logical_not of less
def predict(inputs, weights, bias, threshold=0.5):
    return torch.logical_not(perceptron(inputs, weights, bias) < threshold).float()

# %% right predict: numpy where
import numpy as np
def predict(inputs, weights, bias, threshold=0.5):
    y = perceptron(inputs, weights, bias).detach().numpy()
    return torch.tensor(np.where(y >= threshold, 1.0, 0.0), dtype=torch.float32)

# %% right predict: for loop with own list, any shape
def predict(inputs, weights, bias, threshold=0.5):
    y = perceptron(inputs, weights, bias)
    out = torch.zeros_like(y)
    for i, v in enumerate(y.reshape(-1)):
        if v >= threshold:
            out.reshape(-1)[i] = 1.0
    return out

# %% wrong predict: 0.5 plus epsilon
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold + 1e-6).float()

# %% wrong predict: threshold 0.6 by default
def predict(inputs, weights, bias, threshold=0.6):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% wrong predict: keyword t
def predict(inputs, weights, bias, t=0.5):
    return (perceptron(inputs, weights, bias) >= t).float()

# %% wrong predict: threshold mirrored
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= 1 - threshold).float()

# %% wrong predict: threshold scaled on the sum
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights + bias >= 2 * threshold - 1).float()

# %% wrong predict: column
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).float().unsqueeze(-1)

# %% wrong predict: number for one sample
def predict(inputs, weights, bias, threshold=0.5):
    y = (perceptron(inputs, weights, bias) >= threshold).float()
    return y.item() if y.dim() == 0 else y

# %% wrong predict: always 1
def predict(inputs, weights, bias, threshold=0.5):
    return torch.ones(inputs.shape[:-1])

# %% wrong predict: rounds half up, ignoring threshold
def predict(inputs, weights, bias, threshold=0.5):
    return torch.floor(perceptron(inputs, weights, bias) + 0.5)

# %% wrong predict: zeroes inputs
def predict(inputs, weights, bias, threshold=0.5):
    y = (perceptron(inputs, weights, bias) >= threshold).float()
    inputs.zero_()
    return y

# %% wrong fit_perceptron: no correction of the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: learning rate forgotten for the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: ignores the learning rate
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: step with > instead of >=
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the whole batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        delta = targets - (inputs @ weights + bias >= 0).float()
        weights = weights + lr * delta @ inputs
        bias = bias + lr * delta.sum()
        errors.append(int(delta.abs().sum()))
        if errors[-1] == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: decisions of the whole epoch made beforehand
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        decisions = (inputs @ weights + bias >= 0).float()
        wrong = 0
        for x, t, y in zip(inputs, targets, decisions):
            if y != t:
                weights = weights + lr * (t - y) * x
                bias = bias + lr * (t - y)
                wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: sigmoid instead of step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = perceptron(x, weights, bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y >= 0.5) != (t >= 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: sign of the correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights - lr * (t - y) * x
            bias = bias - lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: random initial weights
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.randn(inputs.shape[1]), torch.randn(()), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: shuffles the samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for i in torch.randperm(len(inputs)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: visits the samples backwards
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(reversed(inputs), reversed(targets)):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the final 0 is missing
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        if wrong == 0:
            break
        errors.append(wrong)
    return weights, bias, errors

# %% wrong fit_perceptron: never stops early
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
    return weights, bias, errors

# %% wrong fit_perceptron: always 100 epochs at most
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(100):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: one epoch too many
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs + 1):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: stops after the first right sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y == t:
                break
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: mistakes counted over all epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    total = 0
    for _ in range(max_epochs):
        before = total
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            total += int(y != t)
        errors.append(total)
        if total == before:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: mistakes of the finished epoch counted afterwards
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
        errors.append(int(((inputs @ weights + bias >= 0).float() != targets).sum()))
        if errors[-1] == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: signed errors summed, so that they cancel
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        total = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            total += int(t - y)
        errors.append(total)
        if total == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: errors as tensors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = torch.tensor(0)
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong = wrong + (y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: errors as floats
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0.0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += abs(float(t - y))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the number of mistakes divided by the samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong / len(inputs))
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: bias of shape (1,)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.zeros(1), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: bias as a Python float
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias += lr * (t.item() - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: weights as a row
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(1, inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if (x * weights).sum() + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: no errors returned
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias = torch.zeros(inputs.shape[1]), torch.tensor(0.0)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        if wrong == 0:
            break
    return weights, bias

# %% wrong fit_perceptron: two inputs only
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(2), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if weights[0] * x[0] + weights[1] * x[1] + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x[:2]
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: four samples only
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(4):
            y = 1.0 if inputs[i] @ weights + bias >= 0 else 0.0
            weights = weights + lr * (targets[i] - y) * inputs[i]
            bias = bias + lr * (targets[i] - y)
            wrong += int(y != targets[i])
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: only false negatives are corrected
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if t > y:
                weights = weights + lr * x
                bias = bias + lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: targets become -1 and 1 in place
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    targets *= 2
    targets -= 1
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else -1.0
            weights = weights + lr * (t - y) / 2 * x
            bias = bias + lr * (t - y) / 2
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: targets of -1 and 1, so that steps are twice as long
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, 2 * targets - 1):
            y = 1.0 if x @ weights + bias >= 0 else -1.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: weights start again in every epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    errors = []
    for _ in range(max_epochs):
        weights, bias = torch.zeros(inputs.shape[1]), torch.tensor(0.0)
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the default learning rate is 0.1
def fit_perceptron(inputs, targets, lr=0.1, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the default is 10 epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=10):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: the bias is corrected before the decision is used for the weights
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% wrong fit_perceptron: nothing is learned
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    return torch.zeros(inputs.shape[1]), torch.tensor(0.0), [0]

# %% right fit_perceptron: in place on its own parameters, only after a mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        errors.append(0)
        for i in range(len(inputs)):
            y = float(weighted_sum(inputs[i], weights, bias) >= 0)
            if y != targets[i]:
                weights += lr * (targets[i] - y) * inputs[i]
                bias += lr * (targets[i] - y)
                errors[-1] += 1
        if errors[-1] == 0:
            return weights, bias, errors
    return weights, bias, errors

# %% right fit_perceptron: the bias as the weight of a constant input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    m, n = inputs.shape
    samples = torch.cat([inputs, torch.ones(m, 1)], dim=1)
    w = torch.zeros(n + 1)
    errors = []
    while len(errors) < max_epochs:
        wrong = 0
        for x, t in zip(samples, targets):
            delta = t - (torch.dot(w, x) >= 0).float()
            w += lr * delta * x
            wrong += int(delta.abs())
        errors.append(wrong)
        if not wrong:
            break
    return w[:n], w[n], errors

# %% right fit_perceptron: Python floats inside
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    xs, ts = inputs.tolist(), targets.tolist()
    w, b = [0.0] * len(xs[0]), 0.0
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(xs, ts):
            y = 1 if sum(wi * xi for wi, xi in zip(w, x)) + b >= 0 else 0
            w = [wi + lr * (t - y) * xi for wi, xi in zip(w, x)]
            b += lr * (t - y)
            wrong += y != t
        errors.append(wrong)
        if wrong == 0:
            break
    return torch.tensor(w), torch.tensor(b), errors

# %% right fit_perceptron: numpy, so float64
import numpy as np
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    x, t = inputs.numpy(), targets.numpy()
    w, b, errors = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(x.shape[0]):
            y = int(np.dot(x[i], w) + b >= 0)
            w = w + lr * (t[i] - y) * x[i]
            b = b + lr * (t[i] - y)
            wrong += int(y != t[i])
        errors.append(wrong)
        if wrong == 0:
            break
    return torch.from_numpy(w), torch.tensor(float(b)), errors

# %% right fit_perceptron: parameters under no_grad
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.nn.Parameter(torch.zeros(inputs.shape[-1]))
    bias = torch.nn.Parameter(torch.zeros(()))
    errors = []
    with torch.no_grad():
        for _ in range(max_epochs):
            wrong = 0
            for x, t in zip(inputs, targets):
                y = torch.heaviside(x @ weights + bias, torch.tensor(1.0))
                weights.add_(lr * (t - y) * x)
                bias.add_(lr * (t - y))
                wrong += (y != t).item()
            errors.append(wrong)
            if wrong == 0:
                break
    return weights, bias, errors

# %% right fit_perceptron: decides with predict, y and t as booleans
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias = torch.zeros_like(inputs[0]), torch.zeros_like(targets[0])
    errors = []
    for epoch in range(max_epochs):
        mistakes = []
        for x, t in zip(inputs, targets.bool()):
            y = predict(x, weights, bias).bool()
            mistakes.append(bool(y != t))
            if t and not y:
                weights, bias = weights + lr * x, bias + lr
            elif y and not t:
                weights, bias = weights - lr * x, bias - lr
        errors.append(sum(mistakes))
        print(f"epoch {epoch}: {errors[-1]} mistakes")
        if not any(mistakes):
            break
    return weights, bias, errors

# %% right fit_perceptron: helper functions, a generator, and a list returned
def epochs(inputs, targets, lr, w, b):
    while True:
        wrong = 0
        for x, t in zip(inputs, targets):
            error = t - (1.0 if w.dot(x) + b >= 0 else 0.0)
            w += error * lr * x
            b += error * lr
            wrong += int(error != 0)
        yield wrong
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b = inputs.new_zeros(inputs.size(1)), inputs.new_zeros(())
    errors = []
    for wrong in epochs(inputs, targets, lr, w, b):
        errors.append(wrong)
        if wrong == 0 or len(errors) == max_epochs:
            return [w, b, errors]

# %% right fit_perceptron: a named tuple
from collections import namedtuple
Fit = namedtuple("Fit", "weights bias errors")
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights, bias, errors = torch.zeros(inputs.shape[1]), torch.zeros([]), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            z = (x * weights).sum() + bias
            if z >= 0 and t == 0:
                weights, bias, wrong = weights - lr * x, bias - lr, wrong + 1
            if z < 0 and t == 1:
                weights, bias, wrong = weights + lr * x, bias + lr, wrong + 1
        errors += [wrong]
        if wrong == 0:
            break
    return Fit(weights, bias, errors)

# %% right fit_perceptron: rebuilt from the list of samples that were mistaken
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    m = len(inputs)
    alpha = torch.zeros(m)
    gram = inputs @ inputs.T + 1
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(m):
            delta = targets[i] - (gram[i] @ alpha >= 0).float()
            alpha[i] += delta
            wrong += int(delta != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return lr * (alpha @ inputs), lr * alpha.sum(), errors

# %% right fit_perceptron: sklearn-like class
class Perceptron:
    def __init__(self, n, lr):
        self.w, self.b, self.lr = torch.zeros(n), torch.zeros(()), lr
    def epoch(self, X, T):
        bad = 0
        for x, t in zip(X, T):
            d = int(t) - int(self.w @ x + self.b >= 0)
            if d:
                self.w = self.w + self.lr * d * x
                self.b = self.b + self.lr * d
                bad += 1
        return bad
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    p, errors = Perceptron(inputs.shape[1], lr), []
    while len(errors) < max_epochs and (not errors or errors[-1]):
        errors.append(p.epoch(inputs, targets))
    return p.w, p.b, errors

# %% right fit_perceptron: float64 parameters
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1], dtype=torch.float64), torch.zeros((), dtype=torch.float64), []
    for _ in range(max_epochs):
        n = 0
        for x, t in zip(inputs.double(), targets.double()):
            miss = t - (torch.dot(w, x) + b >= 0).double()
            w += lr * miss * x
            b += lr * miss
            n += abs(int(miss))
        errors.append(n)
        if n == 0:
            break
    return w, b, errors

# %% right fit_perceptron: learning rate applied at the end
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        before = (w.clone(), b.clone())
        n = 0
        for i in range(inputs.size(0)):
            step = 1.0 if (inputs[i] * w).sum() + b >= 0 else 0.0
            n += step != targets[i].item()
            w = w + (targets[i] - step) * inputs[i]
            b = b + (targets[i] - step)
        errors.append(int(n))
        if n == 0:
            break
    return w * lr, b * lr, errors

# %% right fit_perceptron: through predict at one half
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros_like(inputs[0]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        mistakes = 0
        for x, t in zip(inputs, targets):
            e = t - predict(x, w, b)
            if e.item() != 0:
                mistakes += 1
            w, b = w + lr * e * x, b + lr * e
        errors.append(mistakes)
        if not mistakes:
            break
    return (w, b, errors)

# %% right fit_perceptron: a flag and a list of booleans
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b = torch.zeros(inputs.shape[1]), torch.tensor(0.0)
    errors = list()
    epoch = 0
    done = False
    while not done and epoch < max_epochs:
        wrong = []
        for k in range(targets.shape[0]):
            x, t = inputs[k, :], targets[k]
            y = torch.where(x.matmul(w).add(b) >= 0, torch.tensor(1.0), torch.tensor(0.0))
            wrong.append(bool(y != t))
            w = w.add(x, alpha=lr * float(t - y))
            b = b.add(lr * float(t - y))
        errors.append(sum(wrong))
        done = errors[-1] == 0
        epoch += 1
    return w, b, errors

# %% right fit_perceptron: the input found as a gradient
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w = torch.zeros(inputs.shape[1], requires_grad=True)
    b = torch.zeros((), requires_grad=True)
    errors = []
    for _ in range(max_epochs):
        n = 0
        for x, t in zip(inputs, targets):
            z = w @ x + b
            y = (z >= 0).float()
            if y != t:
                n += 1
                (gw, gb) = torch.autograd.grad(z, (w, b))
                with torch.no_grad():
                    w += lr * (t - y) * gw
                    b += lr * (t - y) * gb
        errors.append(n)
        if n == 0:
            break
    return w.detach(), b.detach(), errors

# %% wrong fit_perceptron: weights right but nothing else returned
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b = torch.zeros(inputs.shape[1]), torch.tensor(0.0)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        if wrong == 0:
            break
    return w, b

# %% wrong fit_perceptron: total of errors instead of a list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, total = torch.zeros(inputs.shape[1]), torch.tensor(0.0), 0
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        total += wrong
        if wrong == 0:
            break
    return w, b, total

# %% wrong fit_perceptron: errors as a tensor
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, torch.tensor(errors)

# %% wrong fit_perceptron: other argument names
def fit_perceptron(inputs, targets, eta=1.0, epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + eta * miss * x, b + eta * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: lr and max_epochs must be given
def fit_perceptron(inputs, targets, lr, max_epochs):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: initial weights of one
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.ones(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: stops at one mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong <= 1:
            break
    return w, b, errors

# %% wrong fit_perceptron: two clean epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if errors[-2:] == [0, 0]:
            break
    return w, b, errors

# %% wrong fit_perceptron: counts the right ones
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        right = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            right += int(miss == 0)
        errors.append(right)
        if right == len(inputs):
            break
    return w, b, errors

# %% wrong fit_perceptron: bias returned first
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return b, w, errors

# %% wrong fit_perceptron: sorts the samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    order = torch.argsort(targets, stable=True)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs[order], targets[order]):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: lr halves each epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for epoch in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * 0.9 ** epoch * miss * x, b + lr * 0.9 ** epoch * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: best weights kept, pocket algorithm
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    best, kept = 10 ** 9, (w, b)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong < best:
            best, kept = wrong, (w, b)
        if wrong == 0:
            break
    return *kept, errors

# %% wrong fit_perceptron: threshold of one half on the weighted sum
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0.5)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: clears the first sample for its weights
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = inputs[0].mul_(0.0), torch.tensor(0.0), []
    w = w.clone()
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: clears the first target for its bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = inputs[0] * 0, targets[0], []
    b.zero_()
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - float(w @ x + b >= 0)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: step written as z > 0, helper
def step(z):
    return 1.0 if z > 0 else 0.0
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    w, b, errors = torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            miss = t - step(w @ x + b)
            w, b = w + lr * miss * x, b + lr * miss
            wrong += int(miss != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors

# %% wrong fit_perceptron: zeros and an empty list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    return torch.zeros(inputs.shape[1]), torch.tensor(0.0), []
