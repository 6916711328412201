"""Submissions of the lesson on activations: wrong ones must lose a point, right ones none."""
# ruff: noqa: B028, B905, E402, F811, F821, I001, RUF059 - every cell is a submission of its own

# %% right sigmoid: by tanh
def sigmoid(x):
    return 0.5 * (torch.tanh(x / 2) + 1)

# %% right sigmoid: each sign its own formula, chosen by where
def sigmoid(x):
    e = torch.exp(-x.abs())
    return torch.where(x >= 0, 1 / (1 + e), e / (1 + e))

# %% right sigmoid: each sign its own formula, by masks into a new tensor
def sigmoid(x):
    result = torch.empty_like(x)
    positive = x >= 0
    result[positive] = 1 / (1 + torch.exp(-x[positive]))
    e = torch.exp(x[~positive])
    result[~positive] = e / (1 + e)
    return result

# %% right sigmoid: a lambda, another argument name
sigmoid = lambda z: torch.reciprocal(1 + (-z).exp())  # noqa: E731

# %% right sigmoid: float64 inside
def sigmoid(x: torch.Tensor) -> torch.Tensor:
    return (1.0 / (1.0 + torch.exp(-x.double()))).to(x.dtype)

# %% right sigmoid: a custom autograd.Function
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * y * (1 - y)


def sigmoid(x):
    return Logistic.apply(x)

# %% right sigmoid: an object with __call__
class Sigmoid:
    def __call__(self, x):
        return 1 / (1 + torch.e ** (-x))


sigmoid = Sigmoid()

# %% right sigmoid: an nn.Module instance
class Squash(torch.nn.Module):
    def forward(self, x):
        return (1 + torch.exp(-x)) ** -1


sigmoid = Squash()

# %% right sigmoid: by softplus
def sigmoid(x):
    return torch.exp(-torch.nn.functional.softplus(-x))

# %% right sigmoid: by the softmax of two scores
def sigmoid(x):
    return torch.softmax(torch.stack([x, torch.zeros_like(x)]), dim=0)[0]

# %% right sigmoid: in place on its own copy, clamped
def sigmoid(x):
    y = x.clone()
    y.neg_()
    y.clamp_(max=80)
    return 1 / (1 + y.exp())

# %% right sigmoid: a loop over the elements
def sigmoid(x):
    values = [1 / (1 + torch.exp(-v)) for v in x.flatten()]
    return torch.stack(values).reshape(x.shape)

# %% right sigmoid: prints and warns
import warnings


def sigmoid(x):
    print("sigmoid of", x)
    warnings.warn("about to take an exponential")
    return 1 / (1 + torch.exp(-x))

# %% right sigmoid: decorated, with a helper
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def _denominator(x):
    return torch.ones_like(x) + torch.exp(torch.neg(x))


@logged
def sigmoid(x):
    return torch.ones_like(x) / _denominator(x)

# %% right sigmoid: by the sibling tanh
def sigmoid(x):
    return (tanh(x / 2) + 1) / 2

# %% wrong sigmoid: delegates to the method
# killed by: test_sigmoid_own_work
def sigmoid(x):
    return x.sigmoid()

# %% wrong sigmoid: delegates to nn.Sigmoid
# killed by: test_sigmoid_own_work
def sigmoid(x):
    return torch.nn.Sigmoid()(x)

# %% wrong sigmoid: delegates to torch.special.expit
# killed by: test_sigmoid_own_work
def sigmoid(x):
    return torch.special.expit(x)

# %% wrong sigmoid: delegates by getattr
# killed by: test_sigmoid_own_work
def sigmoid(x):
    return getattr(torch, "sig" + "moid")(x)

# %% wrong sigmoid: delegates by torch.ops
# killed by: test_sigmoid_own_work
def sigmoid(x):
    return torch.ops.aten.sigmoid(x)

# %% wrong sigmoid: is torch's own
# killed by: test_sigmoid_own_work
from torch import sigmoid


# %% wrong sigmoid: torch's own, in a thread
# killed by: test_sigmoid_own_work
def sigmoid(x):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(torch.sigmoid, x).result()


# %% wrong sigmoid: looks its values up in a table that torch made
# killed by: test_sigmoid_dtype
places = torch.linspace(-1100, 1100, 2_200_001, dtype=torch.float64)
table = []
for part in places.split(100_000):
    table.append(part.sigmoid())
table = torch.cat(table)


def sigmoid(x):
    place = ((x.double() + 1100) * 1000).clamp(0, 2_199_999)
    low = place.detach().floor().long()
    return torch.lerp(table[low], table[low + 1], place - low).to(x.dtype)

# %% right sigmoid: a numerator and a denominator that cannot overflow
def sigmoid(x):
    return torch.exp(x.clamp(max=0)) / (1 + torch.exp(-x.abs()))

# %% right sigmoid: log1p in float64
def sigmoid(x):
    y = x.to(torch.float64)
    return torch.exp(-torch.log1p(torch.exp(-y))).to(x)

# %% right sigmoid: by logaddexp
def sigmoid(x):
    return torch.exp(-torch.logaddexp(torch.zeros_like(x), -x))

# %% right sigmoid: logaddexp with one number
def sigmoid(x):
    return torch.exp(-torch.logaddexp(-x, x.new_tensor(0.0)))

# %% right sigmoid: math.e to a power, and the power of minus one
import math
def sigmoid(x):
    return torch.pow(1.0 + math.e ** (-x), -1)

# %% right sigmoid: expm1
def sigmoid(x):
    return 1.0 / (2.0 + torch.expm1(-x))

# %% right sigmoid: reshape to one row and back
def sigmoid(x):
    flat = x.reshape(-1)
    return (1 / (1 + torch.exp(-flat))).reshape(x.shape)

# %% right sigmoid: contiguous, then view
def sigmoid(x):
    flat = x.contiguous().view(-1)
    out = 1.0 / (1.0 + (-flat).exp())
    return out.view(x.size())

# %% right sigmoid: vmap over a scalar function
def _one(v):
    return 1 / (1 + torch.exp(-v))
def sigmoid(x):
    return torch.vmap(_one)(x.flatten()).reshape(x.shape)

# %% right sigmoid: recursion over the first dimension
def sigmoid(x):
    if x.dim() > 1:
        return torch.stack([sigmoid(row) for row in x])
    return torch.ones_like(x).div(torch.exp(-x) + 1)

# %% right sigmoid: CUDA asked for by name
def sigmoid(x):
    one = torch.ones(x.shape, dtype=x.dtype).cuda() if x.is_cuda else torch.ones(x.shape, dtype=x.dtype)
    return one / (one + torch.exp(-x))

# %% right sigmoid: a loop over two masks
def sigmoid(x):
    y = torch.empty_like(x)
    for mask, sign in ((x >= 0, 1), (x < 0, -1)):
        e = torch.exp(-sign * x[mask])
        y[mask] = (1 if sign > 0 else e) / (1 + e)
    return y

# %% right sigmoid: clamped where it is flat
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-40, 40)))

# %% right sigmoid: detour by tanh of half
def sigmoid(x):
    return torch.tanh(0.5 * x) * 0.5 + 0.5

# %% wrong sigmoid: zeros on the CPU, made ones
# killed by: test_sigmoid_dtype
def sigmoid(x):
    y = torch.zeros(x.shape, dtype=x.dtype)
    y += 1
    return y / (y + torch.exp(-x))

# %% wrong sigmoid: abs_ in place
# killed by: test_sigmoid_untouched
def sigmoid(x):
    s = torch.where(x < 0, -1.0, 1.0).to(x.dtype)
    e = torch.exp(-x.abs_())
    return torch.where(s > 0, 1 / (1 + e), e / (1 + e))

# %% wrong sigmoid: torch's own for large x
# killed by: test_sigmoid_own_work
def sigmoid(x):
    if x.abs().max() > 100:
        return torch.sigmoid(x)
    return torch.exp(x) / (1 + torch.exp(x))

# %% wrong sigmoid: gradient twice too large
# killed by: test_sigmoid_gradient
class Twice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y
    @staticmethod
    def backward(ctx, g):
        (y,) = ctx.saved_tensors
        return 2 * g * y * (1 - y)
def sigmoid(x):
    return Twice.apply(x)

# %% right tanh: by a sigmoid of torch's
def tanh(x):
    return 2 * torch.sigmoid(2 * x) - 1

# %% right tanh: by the sibling sigmoid
def tanh(x):
    return 2 * sigmoid(2 * x) - 1

# %% right tanh: exponentials of -|x| only
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return torch.sign(x) * (1 - e) / (1 + e)

# %% right tanh: by expm1
def tanh(x):
    t = torch.expm1(-2 * torch.abs(x))
    return torch.copysign(-t / (2 + t), x)

# %% right tanh: clamped before the formula
def tanh(x):
    x = torch.clamp(x, -20.0, 20.0)
    a, b = torch.exp(x), torch.exp(-x)
    return (a - b) / (a + b)

# %% right tanh: both forms, chosen by where
def tanh(x):
    down = torch.exp(-2 * torch.where(x >= 0, x, torch.zeros_like(x)))
    up = torch.exp(2 * torch.where(x < 0, x, torch.zeros_like(x)))
    return torch.where(x >= 0, (1 - down) / (1 + down), (up - 1) / (up + 1))

# %% right tanh: float64 inside, sinh and cosh of a clamped x
def tanh(x):
    y = x.double().clamp(-50, 50)
    return (torch.sinh(y) / torch.cosh(y)).type_as(x)

# %% right tanh: the other end of the fraction
def tanh(x):
    return 1 - 2 / (torch.exp(2 * x) + 1)

# %% right tanh: by log-sigmoids
def tanh(x):
    log_sigmoid = torch.nn.functional.logsigmoid
    return torch.exp(log_sigmoid(2 * x)) - torch.exp(log_sigmoid(-2 * x))

# %% right tanh: masks into a new tensor
def tanh(x):
    out = torch.zeros_like(x)
    pos = x > 0
    out[pos] = 2 / (1 + torch.exp(-2 * x[pos])) - 1
    out[~pos] = 1 - 2 / (1 + torch.exp(2 * x[~pos]))
    return out

# %% right tanh: a helper called like a variable, extra optional argument
def tanh(x, scale=2.0):
    def squash(t):
        return 1.0 / (1.0 + torch.exp(-t))

    tanh_x = squash(scale * x).mul(2.0).sub(1.0)
    return tanh_x

# %% wrong tanh: delegates to the method
# killed by: test_tanh_own_work
def tanh(x):
    return x.tanh()

# %% wrong tanh: delegates to nn.Tanh through a helper
# killed by: test_tanh_own_work
layer = torch.nn.Tanh()


def apply(x):
    return layer(x)


def tanh(x):
    return apply(x)

# %% right tanh: a sigmoid minus its mirror image
def tanh(x):
    s = sigmoid(2 * x)
    return s - (1 - s)

# %% right tanh: expm1 of a clamped x
def tanh(x):
    up = torch.expm1(2 * x.clamp(-20, 20))
    return up / (up + 2)

# %% right tanh: sinh over cosh of a clamped x
def tanh(x):
    small = x.clamp(-15.0, 15.0)
    return torch.sinh(small) / torch.cosh(small)

# %% right tanh: of the absolute value, with the sign given back
def tanh(x):
    y = x.abs()
    e = (-2 * y).exp()
    return (1 - e).div(1 + e).mul(x.sign())

# %% right tanh: squares of half exponentials in float64
def tanh(x):
    y = x.double().clamp(-30, 30)
    e = torch.exp(y / 2) ** 2
    f = 1 / e
    return ((e - f) / (e + f)).to(dtype=x.dtype, device=x.device)

# %% right tanh: torch.where on both sides with safe arguments
def tanh(x):
    z = torch.exp(-2 * torch.where(x < 0, -x, x))
    t = (1 - z) / (1 + z)
    return torch.where(x < 0, -t, t)

# %% right tanh: double where, masks for saturation
def tanh(x):
    big = x.abs() > 20
    safe = torch.where(big, torch.zeros_like(x), x)
    p, m = safe.exp(), (-safe).exp()
    return torch.where(big, x.sign(), (p - m) / (p + m))

# %% wrong tanh: torch's own for few numbers
# killed by: test_tanh_own_work
def tanh(x):
    if x.numel() > 2:
        return 2 / (1 + torch.exp(-2 * x)) - 1
    return torch.tanh(x)

# %% right relu: where
def relu(x):
    return torch.where(x > 0, x, 0.0)

# %% right relu: maximum with zeros
def relu(x):
    return torch.maximum(x, torch.zeros_like(x))

# %% right relu: maximum with one number
def relu(x):
    return torch.max(x, torch.tensor(0.0, dtype=x.dtype, device=x.device))

# %% right relu: times a mask
def relu(x):
    return x * (x > 0)

# %% right relu: times a float mask
def relu(input):
    mask = (input >= 0).to(input.dtype)
    return mask * input

# %% right relu: half of x plus |x|
def relu(x):
    return (x + x.abs()) / 2

# %% right relu: in place on its own copy
def relu(x):
    y = x.clone()
    y[y < 0] = 0
    return y

# %% right relu: clamp_ on its own copy
def relu(x):
    return (x + 0).clamp_(min=0)

# %% right relu: masked_fill
def relu(x):
    return x.masked_fill(x < 0, 0)

# %% right relu: a custom autograd.Function
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clip(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * (x > 0).type_as(grad)


relu = Rectify.apply

# %% right relu: a loop over the elements
def relu(x):
    zero = torch.zeros((), dtype=x.dtype)
    flat = [v if v > 0 else zero for v in x.reshape(-1)]
    return torch.stack(flat).view(x.shape)

# %% right relu: the sibling leaky_relu with slope 0
def relu(x):
    return leaky_relu(x, negative_slope=0.0)

# %% right relu: a lambda
relu = lambda x: torch.clamp_min(x, 0)  # noqa: E731

# %% right relu: boolean indexing into zeros
def relu(x):
    result = torch.zeros_like(x)
    result[x > 0] = x[x > 0]
    return result

# %% wrong relu: delegates to F.relu
# killed by: test_relu_own_work
import torch.nn.functional as F


def relu(x):
    return F.relu(x)

# %% wrong relu: delegates to nn.ReLU
# killed by: test_relu_own_work
relu = torch.nn.ReLU()

# %% wrong relu: delegates to relu_ on a copy
# killed by: test_relu_own_work
def relu(x):
    return x.clone().relu_()


# %% right relu: compares itself with torch's behind a flag that is off
COMPARE = False


def relu(x):
    kept = x * (x > 0)
    if COMPARE:
        print((kept - torch.relu(x)).abs().max())
    return kept


# %% wrong relu: torch's own when tensors ask for gradients
# killed by: test_relu_own_work
def relu(x):
    return torch.relu(x) if x.requires_grad else x.clamp(min=0)

# %% right relu: sqrt of the square
def relu(x):
    return 0.5 * (x + torch.sqrt(x ** 2))

# %% right relu: amax over a stack
def relu(x):
    return torch.stack((x, torch.zeros_like(x))).amax(dim=0)

# %% right relu: heaviside times x
def relu(x):
    return torch.heaviside(x.detach(), x.new_zeros(())) * x

# %% right relu: fmax with one number on the CPU
def relu(x):
    return torch.fmax(x, torch.tensor(0.0, dtype=x.dtype))

# %% right relu: zeros made and moved
def relu(x):
    return torch.maximum(x, torch.zeros(x.shape).to(x))

# %% right relu: zeros made where x is
def relu(x):
    return torch.max(torch.zeros(x.shape, dtype=x.dtype, device=x.device), x)

# %% right relu: where with zero times x
def relu(x):
    zero = 0 * x
    return torch.where(x.gt(zero), x, zero)

# %% right relu: minus the negative part
def relu(x):
    return x - x.clamp(max=0)

# %% right relu: sign
def relu(x):
    return x * (x.sign() + 1) / 2

# %% right relu: list of rows
def relu(x):
    if x.dim() == 0:
        return x if x > 0 else x * 0
    return torch.stack([relu(part) for part in x.unbind(0)])

# %% right relu: clip by keywords
def relu(x):
    return torch.clip(input=x, min=0.0)

# %% right relu: a mask made by numpy
def relu(x):
    mask = (x.detach().cpu().numpy() > 0)
    return x * torch.from_numpy(__import__("numpy").asarray(mask)).to(x.device)

# %% wrong relu: a mask on the CPU
# killed by: test_relu_dtype
def relu(x):
    y = torch.zeros(x.shape, dtype=x.dtype)
    y.masked_fill_(x > 0, 1.0)
    return y * x

# %% wrong relu: mean removed
# killed by: test_relu_values
def relu(x):
    return (x - x.mean()).clamp(min=0)

# %% wrong relu: torch's own for matrices
# killed by: test_relu_own_work
def relu(x):
    if x.dim() > 1:
        return torch.relu(x)
    return x.clamp(min=0)

# %% right leaky_relu: maximum of the two lines
def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(x, negative_slope * x)

# %% right leaky_relu: positive part plus slope times negative part
def leaky_relu(x, negative_slope=0.01):
    return x.clamp(min=0) + negative_slope * x.clamp(max=0)

# %% right leaky_relu: two ReLUs of torch's
def leaky_relu(x, negative_slope=0.01):
    return torch.relu(x) - negative_slope * torch.relu(-x)

# %% right leaky_relu: the sibling relu
def leaky_relu(x, negative_slope=0.01):
    return relu(x) - negative_slope * relu(-x)

# %% right leaky_relu: times a factor
def leaky_relu(x, negative_slope=0.01):
    return x * torch.where(x > 0, 1.0, negative_slope)

# %% right leaky_relu: in place on its own copy
def leaky_relu(x, negative_slope=0.01):
    out = x.clone()
    out[x < 0] *= negative_slope
    return out

# %% right leaky_relu: by the absolute value
def leaky_relu(x, negative_slope=0.01):
    return 0.5 * ((1 + negative_slope) * x + (1 - negative_slope) * x.abs())

# %% right leaky_relu: masks as numbers
def leaky_relu(z, negative_slope=1e-2):
    return (z > 0) * z + (z <= 0) * negative_slope * z

# %% right leaky_relu: a custom autograd.Function
class Leak(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x)
        ctx.slope = slope
        return torch.where(x > 0, x, slope * x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return torch.where(x > 0, grad, ctx.slope * grad), None


def leaky_relu(x, negative_slope=0.01):
    return Leak.apply(x, negative_slope)

# %% right leaky_relu: a lambda with a default
leaky_relu = lambda x, negative_slope=0.01: torch.where(x < 0, x * negative_slope, x)  # noqa: E731

# %% right leaky_relu: a closure, and keywords passed on
def make(default):
    def inner(x, negative_slope=default, **unused):
        positive = x >= 0
        return torch.lerp(negative_slope * x, x, positive.to(x.dtype))

    return inner


leaky_relu = make(0.01)

# %% right leaky_relu: a loop over the elements
def leaky_relu(x, negative_slope=0.01):
    return torch.stack([v if v > 0 else v * negative_slope for v in x.flatten()]).reshape(x.shape)

# %% wrong leaky_relu: delegates to rrelu
# killed by: test_leaky_relu_own_work
def leaky_relu(x, negative_slope=0.01):
    return torch.nn.functional.rrelu(x, negative_slope, negative_slope)

# %% right leaky_relu: lerp
def leaky_relu(x, negative_slope=0.01):
    return torch.lerp(x * negative_slope, x, (x >= 0).to(x))

# %% right leaky_relu: max of two by stack
def leaky_relu(x, negative_slope=0.01):
    return torch.amax(torch.stack([x, x * negative_slope]), 0)

# %% right leaky_relu: a tensor of slopes
def leaky_relu(x, negative_slope=0.01):
    slope = torch.full_like(x, float(negative_slope))
    slope[x > 0] = 1.0
    return slope * x

# %% right leaky_relu: x by position only
def leaky_relu(x, /, negative_slope=0.01):
    return torch.clamp(x, min=0.0) + torch.clamp(x, max=0.0).mul(negative_slope)

# %% right leaky_relu: args and kwargs
def leaky_relu(*args, **kwargs):
    def inner(x, negative_slope=0.01):
        return torch.where(x >= 0, x, x * negative_slope)
    return inner(*args, **kwargs)

# %% right leaky_relu: x minus what leaks away
def leaky_relu(x, negative_slope: float = 0.01):
    return x - (1 - negative_slope) * x.clamp(max=0)

# %% right leaky_relu: a class
class LeakyReLU:
    def __init__(self, slope):
        self.slope = slope
    def forward(self, x):
        return x.where(x > 0, x * self.slope)
def leaky_relu(x, negative_slope=0.01):
    return LeakyReLU(negative_slope).forward(x)

# %% wrong leaky_relu: only slopes below 0.5
# killed by: test_leaky_relu_slope
def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(x, min(negative_slope, 0.5) * x)

# %% wrong leaky_relu: divides by one minus the slope
# killed by: test_leaky_relu_slope
def leaky_relu(x, negative_slope=0.01):
    k = 1 / (1 - negative_slope)
    return torch.where(x > 0, x, (1 - 1 / k) * x)

# %% wrong leaky_relu: mul_ in place
# killed by: test_leaky_relu_shape
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x.mul_(negative_slope) / negative_slope * negative_slope)

# %% right softmax: by logsumexp
def softmax(x, dim=-1):
    return torch.exp(x - torch.logsumexp(x, dim=dim, keepdim=True))

# %% right softmax: max gives values and indices
def softmax(x, dim=-1):
    largest, _ = torch.max(x, dim=dim, keepdim=True)
    e = torch.exp(x - largest)
    total = torch.sum(e, dim=dim, keepdim=True)
    return e / total

# %% right softmax: the maximum detached, sums unsqueezed
def softmax(x, dim=-1):
    shifted = x - x.detach().max(dim)[0].unsqueeze(dim)
    e = shifted.exp()
    return e / e.sum(dim).unsqueeze(dim)

# %% right softmax: log-sum-exp by hand
def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    log_total = m + torch.log(torch.exp(x - m).sum(dim, keepdim=True))
    return torch.exp(x - log_total)

# %% right softmax: in place on its own copy
def softmax(x, dim=-1):
    y = x.clone()
    y -= y.amax(dim=dim, keepdim=True).detach()
    e = y.exp()
    return e.div(e.sum(dim=dim, keepdim=True))

# %% right softmax: the dimension moved to the end
def softmax(x, dim=-1):
    rows = x.movedim(dim, -1)
    e = torch.exp(rows - rows.max(dim=-1, keepdim=True).values)
    probabilities = torch.einsum("...i,...->...i", e, 1 / e.sum(-1))
    return probabilities.movedim(-1, dim)

# %% right softmax: float64 inside
def softmax(x, dim=-1):
    y = x.to(torch.float64)
    y = torch.exp(y - y.amax(dim, keepdim=True))
    return (y / y.sum(dim, keepdim=True)).to(x.dtype)

# %% right softmax: normalize
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim, keepdim=True)[0])
    return torch.nn.functional.normalize(e, p=1, dim=dim)

# %% right softmax: one slice at a time
def softmax(x, dim=-1):
    pieces = x.unbind(dim)
    biggest = functools.reduce(torch.maximum, pieces)
    exponentials = [torch.exp(piece - biggest) for piece in pieces]
    total = sum(exponentials)
    return torch.stack([e / total for e in exponentials], dim=dim)


import functools

# %% right softmax: a custom autograd.Function
class Probabilities(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, dim):
        e = torch.exp(x - x.amax(dim, keepdim=True))
        p = e / e.sum(dim, keepdim=True)
        ctx.save_for_backward(p)
        ctx.dim = dim
        return p

    @staticmethod
    def backward(ctx, grad):
        (p,) = ctx.saved_tensors
        return p * (grad - (grad * p).sum(ctx.dim, keepdim=True)), None


def softmax(x, dim=-1):
    return Probabilities.apply(x, dim)

# %% right softmax: one over the sum of all differences
def softmax(x, dim=-1):
    x = x.movedim(dim, -1)
    differences = x.unsqueeze(-2) - x.unsqueeze(-1)
    return (1 / differences.clamp(max=80).exp().sum(-1)).movedim(-1, dim)

# %% right softmax: powers of two, a variable called softmax
def softmax(x, dim=-1):
    scaled = x * 1.4426950408889634
    powers = torch.exp2(scaled - scaled.amax(dim, keepdim=True))
    softmax = powers / powers.sum(dim, keepdim=True)
    return softmax

# %% right softmax: a tiny epsilon in the denominator
def softmax(x, dim: int = -1, eps=1e-12):
    e = torch.exp(x - torch.amax(x, dim=dim, keepdim=True))
    return e / (e.sum(dim=dim, keepdim=True) + eps)

# %% wrong softmax: delegates to the method
# killed by: test_softmax_own_work
def softmax(x, dim=-1):
    return x.softmax(dim)

# %% wrong softmax: delegates to nn.Softmax
# killed by: test_softmax_own_work
def softmax(x, dim=-1):
    return torch.nn.Softmax(dim=dim)(x)

# %% wrong softmax: delegates to softmin
# killed by: test_softmax_own_work
def softmax(x, dim=-1):
    return torch.nn.functional.softmin(-x, dim=dim)

# %% wrong softmax: delegates to a renamed import
# killed by: test_softmax_own_work
from torch.nn.functional import softmax as probabilities


def softmax(x, dim=-1):
    return probabilities(x, dim=dim)


# %% right softmax: a static method of a class of one's own, with the same name
class Activations:
    @staticmethod
    def softmax(values, axis):
        powers = torch.exp(values - values.max(axis, keepdim=True).values)
        return powers / powers.sum(axis, keepdim=True)


def softmax(x, dim=-1):
    return Activations.softmax(x, dim)


# %% right softmax: a method of an object made once, and an unused method that compares with torch's
class Probabilities:
    def softmax(self, values, axis):
        return (values - values.logsumexp(axis, keepdim=True)).exp()

    def compare(self, values):
        return torch.allclose(self.softmax(values, -1), torch.softmax(values, -1))


probabilities = Probabilities()


def softmax(x, dim=-1):
    return probabilities.softmax(x, dim)

# %% right softmax: the mean taken away first, float64 inside
def softmax(x, dim=-1):
    y = x.double() - x.double().mean(dim, keepdim=True).detach()
    y = y - y.max(dim, keepdim=True)[0]
    e = torch.exp(y)
    return (e / e.sum(dim, keepdim=True)).to(x.dtype)

# %% right softmax: transposed to the front
def softmax(x, dim=-1):
    y = x.transpose(0, dim)
    e = (y - y.amax(0)).exp()
    return (e / e.sum(0)).transpose(0, dim)

# %% right softmax: the last of logcumsumexp
def softmax(x, dim=-1):
    top = x.amax(dim, keepdim=True)
    total = torch.logcumsumexp(x - top, dim).narrow(dim, x.size(dim) - 1, 1)
    return torch.exp(x - top - total)

# %% right softmax: a loop over flattened rows
def softmax(x, dim=-1):
    moved = x.transpose(dim, -1)
    rows = moved.reshape(-1, moved.shape[-1])
    out = torch.stack([torch.exp(r - r.max()) / torch.exp(r - r.max()).sum() for r in rows])
    return out.reshape(moved.shape).transpose(dim, -1)

# %% right softmax: negative dims made positive
def softmax(x, dim=-1):
    if dim < 0:
        dim = x.ndim + dim
    shape = list(x.shape)
    shape[dim] = 1
    m = x.max(dim=dim).values.reshape(shape)
    e = torch.exp(x - m)
    return e / e.sum(dim=dim).reshape(shape)

# %% right softmax: reciprocal and multiplication
def softmax(x, dim=-1):
    e = x.sub(x.max(dim=dim, keepdim=True).values).exp()
    return e.mul(e.sum(dim=dim, keepdim=True).reciprocal())

# %% right softmax: vmap
def softmax(x, dim=-1):
    def row(r):
        e = torch.exp(r - r.max())
        return e / e.sum()
    f = row
    for _ in range(x.dim() - 1):
        f = torch.vmap(f)
    return f(x.movedim(dim, -1)).movedim(-1, dim)

# %% right softmax: clamped differences
def softmax(x, dim=-1):
    d = (x - x.amax(dim, True)).clamp(min=-100)
    e = d.exp()
    return e / e.sum(dim, True)

# %% right softmax: one over the sum of all differences, score by score
def softmax(x, dim=-1):
    y = x.movedim(dim, 0)
    return torch.stack([1 / torch.exp((y - v).clamp(max=85)).sum(0) for v in y]).movedim(0, dim)

# %% right softmax: cumsum for the sum
def softmax(x, dim=-1):
    e = torch.exp(x - torch.max(x, dim, True).values)
    return e / torch.cumsum(e, dim).select(dim, -1).unsqueeze(dim)

# %% right softmax: None stands for the last dimension
def softmax(x, dim=None):
    if dim is None:
        dim = x.dim() - 1
    z = x - torch.logsumexp(x, (dim,), keepdim=True)
    return z.exp()

# %% wrong softmax: average of two maxima
# killed by: test_softmax_stability
def softmax(x, dim=-1):
    top = (x.amax(dim, keepdim=True) + x.max()) / 2
    e = torch.exp(x - top)
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: shifts x in place and back, by one too much
# killed by: test_softmax_gradient
def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    e = x.sub_(m).exp()
    x.add_(m + 1)
    return e / e.sum(dim, keepdim=True)

# %% right plot_activations: add_subplot, torch's own functions, ax.set
def plot_activations(x):
    fig = plt.figure(figsize=(9, 6))
    functions = [torch.sigmoid, torch.tanh, torch.relu, torch.nn.functional.leaky_relu]
    for i, f in enumerate(functions):
        ax = fig.add_subplot(2, 2, i + 1)
        ax.plot(x.numpy(), f(x).numpy(), "r--", label=f.__name__)
        ax.set(title=f.__name__, xlabel="input", ylabel="output")
        ax.grid()
        ax.legend(loc="best")
    fig.tight_layout()
    return fig

# %% right plot_activations: the state machine of pyplot
def plot_activations(x):
    plt.figure()
    for i, (name, y) in enumerate(
        [("Sigmoid", sigmoid(x)), ("Tanh", tanh(x)), ("ReLU", relu(x)), ("Leaky ReLU", leaky_relu(x, 0.2))]
    ):
        plt.subplot(2, 2, i + 1)
        plt.plot(x, y)
        plt.title(name)
        plt.xlabel("x")
        plt.ylabel("y")
        plt.grid(True)
        plt.legend([name])
    plt.suptitle("Activation functions")
    return plt.gcf()

# %% right plot_activations: asymptotes, shared axes, another order
def plot_activations(x):
    fig, ((a, b), (c, d)) = plt.subplots(2, 2, sharex=True, constrained_layout=True)
    a.plot(x, leaky_relu(x), label="leaky ReLU")
    a.axvline(0, color="black", linewidth=0.5)
    b.plot(x, relu(x), label="ReLU")
    c.axhline(1, linestyle=":", color="gray", label="asymptotes")
    c.axhline(-1, linestyle=":", color="gray")
    c.plot(x, tanh(x), label="tanh")
    d.axhline(1, linestyle=":")
    d.plot(x, sigmoid(x), label=r"$\sigma(x)$")
    for ax, title in [(a, "LeakyReLU"), (b, "ReLU"), (c, "Tanh"), (d, "Sigmoid")]:
        ax.set_title(title, loc="left")
        ax.set_xlabel("$x$")
        ax.set_ylabel("$f(x)$")
        ax.grid(True, linestyle="--", alpha=0.5)
        ax.legend(loc="upper left")
    return fig

# %% right plot_activations: a mosaic, no pyplot state left behind
def plot_activations(x):
    fig, axes = plt.subplot_mosaic([["sigmoid", "tanh"], ["relu", "leaky"]])
    values = {"sigmoid": sigmoid(x), "tanh": tanh(x), "relu": relu(x), "leaky": leaky_relu(x, 0.05)}
    for key in axes:
        (line,) = axes[key].plot(x.tolist(), values[key].tolist())
        line.set_label(key)
        axes[key].set_title(key.upper())
        axes[key].set_xlabel("x")
        axes[key].set_ylabel(key)
        axes[key].grid(visible=True, which="both")
        axes[key].legend()
    plt.close(fig)
    return fig

# %% right plot_activations: a Figure without pyplot, a GridSpec, formulas by hand
def plot_activations(x):
    figure = Figure(figsize=(8, 8))
    grid = figure.add_gridspec(2, 2, hspace=0.4)
    e = torch.exp(-x)
    for i, (title, y) in enumerate(
        {
            "Sigmoid": 1 / (1 + e),
            "Tanh": (1 - e * e) / (1 + e * e),
            "ReLU": x.clamp(min=0),
            "Leaky ReLU (0.1)": torch.where(x > 0, x, 0.1 * x),
        }.items()
    ):
        axes = figure.add_subplot(grid[i // 2, i % 2])
        axes.plot(x.numpy(), y.numpy(), label=title)
        axes.set_title(title)
        axes.set_xlabel("x")
        axes.set_ylabel(title)
        axes.grid(True)
        axes.legend()
    return figure

# %% right plot_activations: with the slopes, and shown before it is returned
def plot_activations(x):
    t = x.clone().requires_grad_()
    fig, axs = plt.subplots(nrows=2, ncols=2)
    for ax, f in zip(axs.ravel(), (torch.sigmoid, torch.tanh, torch.relu, torch.nn.LeakyReLU(0.1))):
        y = f(t)
        (slope,) = torch.autograd.grad(y.sum(), t)
        name = getattr(f, "__name__", "leaky relu")
        ax.plot(x, y.detach(), label=name)
        ax.plot(x, slope, label=f"slope of {name}")
        ax.set_title(name)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid()
        ax.legend()
    plt.show()
    return fig

# %% right plot_activations: ReLU drawn beside the leaky one, to compare
def plot_activations(x):
    with plt.style.context("ggplot"):
        fig, axs = plt.subplots(2, 2)
        for ax, f in zip(axs.flat, (sigmoid, tanh, relu, leaky_relu)):
            ax.plot(x, f(x), label=f.__name__)
            ax.set(title=f.__name__, xlabel="x", ylabel=f.__name__ + "(x)")
        axs[1, 1].plot(x, relu(x), ":", label="relu")
        for ax in axs.flat:
            ax.legend()
            ax.grid(True)
    return fig

# %% right plot_activations: own helper, axes placed by hand
def _draw(ax, x, y, name):
    ax.plot(x, y, color="purple", label=name)
    ax.set_title(f"The {name} function")
    ax.set_xlabel("z")
    ax.set_ylabel("activation")
    ax.grid(True, axis="y")
    ax.legend()


def plot_activations(x):
    fig = plt.figure()
    places = [(0.1, 0.6), (0.6, 0.6), (0.1, 0.1), (0.6, 0.1)]
    for (left, bottom), f in zip(places, (sigmoid, tanh, relu, leaky_relu)):
        _draw(fig.add_axes((left, bottom, 0.35, 0.3)), x, f(x), f.__name__)
    return fig

# %% right plot_activations: lists and titles, shared labels by loops
def plot_activations(x):
    xs = x.detach().cpu().numpy()
    fig, axs = plt.subplots(2, 2, sharex="col", sharey=False)
    ys = [torch.sigmoid(x), torch.tanh(x), torch.relu(x), torch.nn.functional.leaky_relu(x, 0.2)]
    names = ["sigmoid", "tanh", "relu", "leaky"]
    for i in range(2):
        for j in range(2):
            a = axs[i][j]
            a.plot(xs, ys[2 * i + j].numpy())
            a.set_title(names[2 * i + j])
            a.set_xlabel("in")
            a.set_ylabel("out")
            a.grid()
            a.legend(["curve"])
    return fig

# %% right plot_activations: subfigures
def plot_activations(x):
    fig = plt.figure(layout="constrained")
    subs = fig.subfigures(2, 2).ravel()
    for sub, (n, y) in zip(subs, {"s": sigmoid(x), "t": tanh(x), "r": relu(x), "l": leaky_relu(x)}.items()):
        a = sub.subplots()
        a.plot(x, y, label=n)
        a.set(title=n, xlabel="x", ylabel=n)
        a.grid(True)
        a.legend()
    return fig

# %% right plot_activations: subplot2grid and gca
def plot_activations(x):
    fig = plt.figure()
    for k, f in enumerate([leaky_relu, tanh, sigmoid, relu]):
        plt.subplot2grid((2, 2), divmod(k, 2))
        ax = plt.gca()
        ax.plot(x, f(x), "-", lw=3, label="f")
        ax.title.set_text(f.__name__)
        ax.xaxis.set_label_text("x")
        ax.yaxis.set_label_text("y")
        ax.grid(which="major")
        ax.legend(loc=2)
    plt.show(block=False)
    return fig

# %% right plot_activations: marks, a vertical line and an inset
def plot_activations(x):
    fig, axes = plt.subplots(ncols=2, nrows=2)
    for ax, f in zip(axes.reshape(-1), [sigmoid, tanh, relu, lambda v: leaky_relu(v, 0.3)]):
        ax.axhline(0, color="k")
        ax.axvline(0, color="k")
        ax.plot(x, f(x), marker=".", label="value")
        ax.set_title("f")
        ax.set_xlabel("x")
        ax.set_ylabel("f(x)")
        ax.grid(alpha=0.2)
        ax.legend()
    inset = axes[1, 1].inset_axes([0.1, 0.6, 0.3, 0.3])
    inset.plot(x[:5], leaky_relu(x[:5], 0.3))
    return fig

# %% right test_softmax: known numbers, and what each of them is for
def test_softmax(softmax):
    """One line for each promise."""
    row = [0.04742587, 0.95257413]
    x = torch.tensor([[0.0, 3.0], [3.0, 0.0]])
    for result in (softmax(x), softmax(x, 1), softmax(x, dim=-1), softmax(x.T, dim=0).T):
        assert result.shape == (2, 2)
        assert torch.allclose(result, torch.tensor([row, row[::-1]]), atol=1e-5)
    assert x.tolist() == [[0.0, 3.0], [3.0, 0.0]], "x was changed"
    assert softmax(torch.tensor([[0.0, 1000.0], [1.0, 2.0]])).isfinite().all()
    assert not torch.allclose(softmax(torch.tensor([[0.0, 1.0], [5.0, 5.0]])), softmax(torch.tensor([[0.0, 1.0], [5.0, 5.0]]), 0))

# %% right test_softmax: random tensors, a ValueError of its own
def test_softmax(softmax):
    generator = torch.Generator().manual_seed(0)
    for shape in ((4,), (3, 4), (2, 3, 4)):
        x = 5 * torch.randn(shape, generator=generator)
        for scores in (x, x + 1000, x.double()):
            for dim in range(-len(shape), len(shape)):
                copy = scores.clone()
                y = softmax(copy, dim)
                if y.shape != scores.shape or y.dtype != scores.dtype or not torch.equal(copy, scores):
                    raise ValueError("shape, dtype, or x itself")
                if not (y - scores.softmax(dim)).abs().max() <= 1e-3:
                    raise ValueError(f"wrong along {dim}")
            if (softmax(scores) - scores.softmax(-1)).abs().max() > 1e-3:
                raise ValueError("wrong without dim")

# %% right test_softmax: helpers of its own, and torch's assertions
def same(result, expected):
    torch.testing.assert_close(result, expected, rtol=1e-3, atol=1e-4, msg=lambda text: f"softmax: {text}")

def test_softmax(f):
    matrix = torch.arange(6.0).reshape(2, 3) * 2
    kept = matrix.clone()
    same(f(matrix), kept.softmax(1))
    same(matrix, kept)
    same(f(matrix, 0), kept.softmax(0))
    large = torch.tensor([[1000.0, -1000.0], [999.0, 1000.0]])
    same(f(large, dim=1), large.softmax(1))
    print("all is well")
    return True
