"""Submissions of the lesson on the perceptron: wrong ones must lose a point, right ones none."""
# ruff: noqa: B905, E402, E731, F811, F821, I001 - every cell is a submission of its own

# %% wrong weighted_sum: delegates under another name
# killed by: test_weighted_sum_own_work
from torch.nn.functional import linear as combine
def weighted_sum(inputs, weights, bias):
    return combine(inputs, weights[None], bias[None])[..., 0]

# %% wrong weighted_sum: delegates to torch.ops
# killed by: test_weighted_sum_own_work
def weighted_sum(inputs, weights, bias):
    return torch.ops.aten.linear(inputs, weights[None], bias[None]).squeeze(-1)

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
