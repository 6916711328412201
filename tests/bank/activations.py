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

# %% wrong sigmoid: overflows for large positive x
def sigmoid(x):
    return torch.exp(x) / (1 + torch.exp(x))

# %% wrong sigmoid: the sign of the exponent
def sigmoid(x):
    return 1 / (1 + torch.exp(x))

# %% wrong sigmoid: a bracket lost
def sigmoid(x):
    return 1 / 1 + torch.exp(-x)

# %% wrong sigmoid: tanh instead
def sigmoid(x):
    return torch.tanh(x)

# %% wrong sigmoid: its derivative
def sigmoid(x):
    s = 1 / (1 + torch.exp(-x))
    return s * (1 - s)

# %% wrong sigmoid: clamped so hard that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-5, 5)))

# %% wrong sigmoid: the hard sigmoid
def sigmoid(x):
    return torch.clamp(x / 6 + 0.5, 0, 1)

# %% wrong sigmoid: detached
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.detach()))

# %% wrong sigmoid: under no_grad
@torch.no_grad()
def sigmoid(x):
    return 1 / (1 + torch.exp(-x))

# %% wrong sigmoid: through numpy
import numpy as np


def sigmoid(x):
    return torch.from_numpy(np.asarray(1 / (1 + np.exp(-x.detach().numpy()))))

# %% wrong sigmoid: math.exp, one number only
import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x))

# %% wrong sigmoid: a list of floats
import math


def sigmoid(x):
    return [1 / (1 + math.exp(-v)) for v in x.flatten().tolist()]

# %% wrong sigmoid: always float32
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.float()))

# %% wrong sigmoid: flattened
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.reshape(-1)))

# %% wrong sigmoid: negates x in place
def sigmoid(x):
    return 1 / (1 + x.neg_().exp())

# %% wrong sigmoid: no return
def sigmoid(x):
    1 / (1 + torch.exp(-x))

# %% wrong sigmoid: prints instead of returning
def sigmoid(x):
    print(1 / (1 + torch.exp(-x)))

# %% wrong sigmoid: takes no argument
def sigmoid():
    return 1 / (1 + torch.exp(-x))

# %% wrong sigmoid: delegates to torch.sigmoid
def sigmoid(x):
    return torch.sigmoid(x)

# %% wrong sigmoid: delegates to the method
def sigmoid(x):
    return x.sigmoid()

# %% wrong sigmoid: delegates to nn.Sigmoid
def sigmoid(x):
    return torch.nn.Sigmoid()(x)

# %% wrong sigmoid: delegates to torch.special.expit
def sigmoid(x):
    return torch.special.expit(x)

# %% wrong sigmoid: delegates to logsigmoid
def sigmoid(x):
    return torch.nn.functional.logsigmoid(x).exp()

# %% wrong sigmoid: delegates by getattr
def sigmoid(x):
    return getattr(torch, "sig" + "moid")(x)

# %% wrong sigmoid: delegates by torch.ops
def sigmoid(x):
    return torch.ops.aten.sigmoid(x)

# %% wrong sigmoid: is torch's own
from torch import sigmoid


# %% wrong sigmoid: torch's own, in a thread
def sigmoid(x):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(torch.sigmoid, x).result()


# %% wrong sigmoid: looks its values up in a table that torch made
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

# %% wrong sigmoid: e cut after three decimals
def sigmoid(x):
    return 1 / (1 + 2.718 ** (-x))

# %% wrong sigmoid: clamped at 12
def sigmoid(x):
    return 1 / (1 + torch.exp(-torch.clamp(x, min=-12, max=12)))

# %% wrong sigmoid: clamped below only
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(min=-10)))

# %% wrong sigmoid: epsilon in the denominator
def sigmoid(x):
    return 1 / (1 + torch.exp(-x) + 1e-5)

# %% wrong sigmoid: ones on the CPU
def sigmoid(x):
    return torch.ones(x.shape, dtype=x.dtype) / (1 + torch.exp(-x))

# %% wrong sigmoid: zeros on the CPU, made ones
def sigmoid(x):
    y = torch.zeros(x.shape, dtype=x.dtype)
    y += 1
    return y / (y + torch.exp(-x))

# %% wrong sigmoid: view(-1)
def sigmoid(x):
    return (1 / (1 + torch.exp(-x.view(-1)))).view(x.shape)

# %% wrong sigmoid: clamp_ in place
def sigmoid(x):
    x.clamp_(-50, 50)
    return 1 / (1 + torch.exp(-x))

# %% wrong sigmoid: abs_ in place
def sigmoid(x):
    s = torch.where(x < 0, -1.0, 1.0).to(x.dtype)
    e = torch.exp(-x.abs_())
    return torch.where(s > 0, 1 / (1 + e), e / (1 + e))

# %% wrong sigmoid: torch's own for large x
def sigmoid(x):
    if x.abs().max() > 100:
        return torch.sigmoid(x)
    return torch.exp(x) / (1 + torch.exp(x))

# %% wrong sigmoid: stable unless all of x is positive
def sigmoid(x):
    e = torch.exp(x)
    return 1 - 1 / (1 + e) if (x < 0).any() else e / (e + 1)

# %% wrong sigmoid: numpy's exp
import numpy as np
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

# %% wrong sigmoid: half precision
def sigmoid(x):
    return (1 / (1 + torch.exp(-x.half()))).to(x.dtype)

# %% wrong sigmoid: rounds to 4 decimals
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).round(decimals=4)

# %% wrong sigmoid: x is given back
def sigmoid(x):
    return x

# %% wrong sigmoid: a constant
def sigmoid(x):
    return torch.full_like(x, 0.5)

# %% wrong sigmoid: numbers one at a time, by if
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + torch.exp(-x))
    return torch.exp(x) / (1 + torch.exp(x))

# %% wrong sigmoid: a column for a vector
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).unsqueeze(-1)

# %% wrong sigmoid: squeezes dimensions of length 1 away
def sigmoid(x):
    return (1 / (1 + torch.exp(-x.T))).T.squeeze()

# %% wrong sigmoid: gradient twice too large
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

# %% wrong sigmoid: matrices only
def sigmoid(x):
    rows, columns = x.shape
    out = torch.empty_like(x)
    for i in range(rows):
        out[i] = 1 / (1 + torch.exp(-x[i]))
    return out

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

# %% wrong tanh: the formula as it stands, inf / inf
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))

# %% wrong tanh: sinh / cosh overflows
def tanh(x):
    return torch.sinh(x) / torch.cosh(x)

# %% wrong tanh: exp(2x) overflows above the bar
def tanh(x):
    e = torch.exp(2 * x)
    return (e - 1) / (e + 1)

# %% wrong tanh: nan patched to 0
def tanh(x):
    e = torch.exp(2 * x)
    return torch.nan_to_num((e - 1) / (e + 1))

# %% wrong tanh: sigmoid without doubling x
def tanh(x):
    return 2 * torch.sigmoid(x) - 1

# %% wrong tanh: sigmoid without shifting down
def tanh(x):
    return torch.sigmoid(2 * x)

# %% wrong tanh: sign swapped
def tanh(x):
    e = torch.exp(-2 * x)
    return 1 - 2 / (1 + e)

# %% wrong tanh: plus and minus swapped
def tanh(x):
    return (torch.exp(x) + torch.exp(-x)) / (torch.exp(x) - torch.exp(-x))

# %% wrong tanh: hard tanh
def tanh(x):
    return x.clamp(-1, 1)

# %% wrong tanh: softsign
def tanh(x):
    return x / (1 + x.abs())

# %% wrong tanh: |x| without giving the sign back
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return (1 - e) / (1 + e)

# %% wrong tanh: doubles x in place
def tanh(x):
    x *= 2
    return 2 / (1 + torch.exp(-x)) - 1

# %% wrong tanh: cut from the graph by .data
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x.data)) - 1

# %% wrong tanh: always float64
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x.double())) - 1

# %% wrong tanh: delegates to torch.tanh
def tanh(x):
    return torch.tanh(x)

# %% wrong tanh: delegates to the method
def tanh(x):
    return x.tanh()

# %% wrong tanh: delegates to nn.Tanh through a helper
layer = torch.nn.Tanh()


def apply(x):
    return layer(x)


def tanh(x):
    return apply(x)

# %% wrong tanh: delegates to math.tanh
import math


def tanh(x):
    return torch.tensor([math.tanh(v) for v in x.flatten().tolist()], dtype=x.dtype).reshape(x.shape)

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

# %% wrong tanh: clamped at 5
def tanh(x):
    x = x.clamp(-5, 5)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% wrong tanh: nan_to_num with one
def tanh(x):
    e = torch.exp(x) / torch.exp(-x)
    return torch.nan_to_num((e - 1) / (e + 1), nan=1.0)

# %% wrong tanh: x given back as a copy
def tanh(x):
    return x.clone()

# %% wrong tanh: a series
def tanh(x):
    return x - x ** 3 / 3 + 2 * x ** 5 / 15

# %% wrong tanh: torch's own for few numbers
def tanh(x):
    if x.numel() > 2:
        return 2 / (1 + torch.exp(-2 * x)) - 1
    return torch.tanh(x)

# %% wrong tanh: zero for negative x
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).clamp(min=0)

# %% wrong tanh: detached, with a graph that carries zero
def tanh(x):
    e = torch.exp(-2 * x.abs()).detach()
    return x.sign() * (1 - e) / (1 + e) + 0 * x

# %% wrong tanh: a number for a number
def tanh(x):
    y = 2 / (1 + torch.exp(-2 * x)) - 1
    return y.item() if y.dim() == 0 else y

# %% wrong tanh: through numpy's
import numpy as np
def tanh(x):
    return torch.as_tensor(np.tanh(x.detach().numpy()))

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

# %% wrong relu: sets the caller's negatives to 0
def relu(x):
    x[x < 0] = 0
    return x

# %% wrong relu: clamp_ on x
def relu(x):
    return x.clamp_(min=0)

# %% wrong relu: writes through an alias of x
def relu(x):
    y = x.view_as(x).detach()
    y[y < 0] = 0
    return torch.clamp(x, min=0)

# %% wrong relu: minimum
def relu(x):
    return torch.clamp(x, max=0)

# %% wrong relu: absolute value
def relu(x):
    return x.abs()

# %% wrong relu: the step function
def relu(x):
    return (x > 0).to(x.dtype)

# %% wrong relu: a mask of bools
def relu(x):
    return x > 0

# %% wrong relu: drops the negatives
def relu(x):
    return x[x > 0]

# %% wrong relu: capped at 6
def relu(x):
    return x.clamp(0, 6)

# %% wrong relu: leaks
def relu(x):
    return torch.where(x > 0, x, 0.01 * x)

# %% wrong relu: softplus
def relu(x):
    return torch.nn.functional.softplus(x)

# %% wrong relu: Python's max on a tensor
def relu(x):
    return max(0, x)

# %% wrong relu: new tensor from numbers
def relu(x):
    return torch.tensor([max(0.0, v) for v in x.flatten().tolist()], dtype=x.dtype).reshape(x.shape)

# %% wrong relu: always float32
def relu(x):
    return torch.clamp(x.to(torch.float32), min=0)

# %% wrong relu: the constant zeros carry the gradient
def relu(x):
    y = torch.zeros_like(x)
    y.data[x > 0] = x.data[x > 0]
    return y

# %% wrong relu: delegates to torch.relu
def relu(x):
    return torch.relu(x)

# %% wrong relu: delegates to F.relu
import torch.nn.functional as F


def relu(x):
    return F.relu(x)

# %% wrong relu: delegates to nn.ReLU
relu = torch.nn.ReLU()

# %% wrong relu: delegates to threshold
def relu(x):
    return torch.threshold(x, 0, 0)

# %% wrong relu: delegates to relu_ on a copy
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

# %% wrong relu: zeros on the CPU
def relu(x):
    return torch.maximum(x, torch.zeros(x.shape, dtype=x.dtype))

# %% wrong relu: view of a row
def relu(x):
    return x.view(1, -1).clamp(min=0).view(x.shape)

# %% wrong relu: a mask on the CPU
def relu(x):
    y = torch.zeros(x.shape, dtype=x.dtype)
    y.masked_fill_(x > 0, 1.0)
    return y * x

# %% wrong relu: if on the sum
def relu(x):
    return x if x.sum() > 0 else 0 * x

# %% wrong relu: gradient of one everywhere
def relu(x):
    return x + (x.clamp(min=0) - x).detach()

# %% wrong relu: gradient 0
def relu(x):
    return x.detach().clamp(min=0).requires_grad_()

# %% wrong relu: mul_ on x
def relu(x):
    return x.mul_((x > 0).to(x.dtype))

# %% wrong relu: softplus sharpened
def relu(x):
    return torch.nn.functional.softplus(x, beta=50)

# %% wrong relu: mean removed
def relu(x):
    return (x - x.mean()).clamp(min=0)

# %% wrong relu: x is given back
def relu(x):
    return x

# %% wrong relu: zeros
def relu(x):
    return torch.zeros_like(x)

# %% wrong relu: one number at a time, by max
def relu(x):
    return max(x, torch.zeros_like(x))

# %% wrong relu: leaks a thousandth
def relu(x):
    return torch.where(x > 0, x, 1e-3 * x)

# %% wrong relu: torch's own for matrices
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

# %% wrong leaky_relu: ignores the slope given
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, 0.01 * x)

# %% wrong leaky_relu: another default
def leaky_relu(x, negative_slope=0.1):
    return torch.where(x > 0, x, negative_slope * x)

# %% wrong leaky_relu: no default
def leaky_relu(x, negative_slope):
    return torch.where(x > 0, x, negative_slope * x)

# %% wrong leaky_relu: no slope argument
def leaky_relu(x):
    return torch.where(x > 0, x, 0.01 * x)

# %% wrong leaky_relu: another argument name
def leaky_relu(x, alpha=0.01):
    return torch.where(x > 0, x, alpha * x)

# %% wrong leaky_relu: negative side turned up
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, -negative_slope * x)

# %% wrong leaky_relu: a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.full_like(x, negative_slope))

# %% wrong leaky_relu: clamps at the slope
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=negative_slope)

# %% wrong leaky_relu: minimum of the two lines
def leaky_relu(x, negative_slope=0.01):
    return torch.minimum(x, negative_slope * x)

# %% wrong leaky_relu: just a ReLU
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0)

# %% wrong leaky_relu: ReLU plus slope times x, too steep on the right
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0) + negative_slope * x

# %% wrong leaky_relu: the caller's tensor is changed
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x

# %% wrong leaky_relu: detached
def leaky_relu(x, negative_slope=0.01):
    y = x.detach().clone()
    y[y < 0] *= negative_slope
    return y

# %% wrong leaky_relu: gradient of the negative side lost
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x.detach())

# %% wrong leaky_relu: always float32
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x).float()

# %% wrong leaky_relu: slope 0 taken for "not given"
def leaky_relu(x, negative_slope=None):
    slope = negative_slope or 0.01
    return torch.where(x > 0, x, slope * x)

# %% wrong leaky_relu: delegates to F.leaky_relu
import torch.nn.functional as F


def leaky_relu(x, negative_slope=0.01):
    return F.leaky_relu(x, negative_slope)

# %% wrong leaky_relu: delegates to nn.LeakyReLU
def leaky_relu(x, negative_slope=0.01):
    return torch.nn.LeakyReLU(negative_slope)(x)

# %% wrong leaky_relu: delegates to prelu
def leaky_relu(x, negative_slope=0.01):
    return torch.prelu(x, torch.tensor([negative_slope], dtype=x.dtype))

# %% wrong leaky_relu: delegates to rrelu
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

# %% wrong leaky_relu: slope squared
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope ** 2 * x)

# %% wrong leaky_relu: slope named alpha
def leaky_relu(x, alpha=0.01):
    return torch.maximum(x, alpha * x)

# %% wrong leaky_relu: slope must be given
def leaky_relu(x, negative_slope):
    return torch.maximum(x, negative_slope * x)

# %% wrong leaky_relu: only slopes below 0.5
def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(x, min(negative_slope, 0.5) * x)

# %% wrong leaky_relu: zeros on the CPU
def leaky_relu(x, negative_slope=0.01):
    zero = torch.zeros(x.shape, dtype=x.dtype)
    return torch.maximum(x, zero) + negative_slope * torch.minimum(x, zero)

# %% wrong leaky_relu: view
def leaky_relu(x, negative_slope=0.01):
    return torch.stack([v if v > 0 else negative_slope * v for v in x.view(-1)]).view(x.shape)

# %% wrong leaky_relu: divides by one minus the slope
def leaky_relu(x, negative_slope=0.01):
    k = 1 / (1 - negative_slope)
    return torch.where(x > 0, x, (1 - 1 / k) * x)

# %% wrong leaky_relu: x is given back
def leaky_relu(x, negative_slope=0.01):
    return x

# %% wrong leaky_relu: one by one with if
def leaky_relu(x, negative_slope=0.01):
    return x if x > 0 else negative_slope * x

# %% wrong leaky_relu: mul_ in place
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x.mul_(negative_slope) / negative_slope * negative_slope)

# %% wrong leaky_relu: keyword only
def leaky_relu(x, *, negative_slope=0.01):
    return torch.maximum(x, negative_slope * x)

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

# %% wrong softmax: not stable
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / e.sum(dim=dim, keepdim=True)

# %% wrong softmax: subtracts the maximum of the whole tensor
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(dim=dim, keepdim=True)

# %% wrong softmax: sums over the whole tensor
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum()

# %% wrong softmax: ignores dim
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% wrong softmax: default dimension 0
def softmax(x, dim=0):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: default dimension 1
def softmax(x, dim=1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: dim 0 taken for "not given"
def softmax(x, dim=None):
    dim = dim or -1
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: keepdim forgotten
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(dim=dim)

# %% wrong softmax: the maximum along dim, the sum along the last dimension
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% wrong softmax: the maximum along the last dimension, the sum along dim
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: no dim argument
def softmax(x):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% wrong softmax: its logarithm
def softmax(x, dim=-1):
    return x - torch.logsumexp(x, dim, keepdim=True)

# %% wrong softmax: divides the scores, no exponential
def softmax(x, dim=-1):
    return x / x.sum(dim, keepdim=True)

# %% wrong softmax: one-hot of the largest
def softmax(x, dim=-1):
    return (x == x.amax(dim, keepdim=True)).to(x.dtype)

# %% wrong softmax: sigmoid of each score
def softmax(x, dim=-1):
    return torch.sigmoid(x)

# %% wrong softmax: powers of two
def softmax(x, dim=-1):
    e = torch.exp2(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: divides by the mean
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.mean(dim, keepdim=True)

# %% wrong softmax: subtracts the mean, not the maximum
def softmax(x, dim=-1):
    e = torch.exp(x - x.mean(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: clamps the scores
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-80, 80))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: subtracts in place
def softmax(x, dim=-1):
    x -= x.amax(dim, keepdim=True)
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: the denominator is detached
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True).detach())
    return e / e.sum(dim, keepdim=True).detach()

# %% wrong softmax: detached
def softmax(x, dim=-1):
    with torch.no_grad():
        e = torch.exp(x - x.amax(dim, keepdim=True))
        return e / e.sum(dim, keepdim=True)

# %% wrong softmax: always float32
def softmax(x, dim=-1):
    e = torch.exp(x.float() - x.float().amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: delegates to torch.softmax
def softmax(x, dim=-1):
    return torch.softmax(x, dim=dim)

# %% wrong softmax: delegates to the method
def softmax(x, dim=-1):
    return x.softmax(dim)

# %% wrong softmax: delegates to nn.Softmax
def softmax(x, dim=-1):
    return torch.nn.Softmax(dim=dim)(x)

# %% wrong softmax: delegates to log_softmax
def softmax(x, dim=-1):
    return torch.nn.functional.log_softmax(x, dim=dim).exp()

# %% wrong softmax: delegates to softmin
def softmax(x, dim=-1):
    return torch.nn.functional.softmin(-x, dim=dim)

# %% wrong softmax: delegates to a renamed import
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

# %% wrong softmax: matrices only
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=1, keepdim=True).values)
    return e / e.sum(dim=1, keepdim=True)

# %% wrong softmax: global maximum unless dim is last
def softmax(x, dim=-1):
    top = x.amax(-1, keepdim=True) if dim in (-1, x.dim() - 1) else x.max()
    e = torch.exp(x - top)
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: vectors only
def softmax(x, dim=-1):
    e = torch.exp(x - max(x.tolist()))
    return e / sum(e)

# %% wrong softmax: no default for dim
def softmax(x, dim):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: axis
def softmax(x, axis=-1):
    e = torch.exp(x - x.amax(axis, keepdim=True))
    return e / e.sum(axis, keepdim=True)

# %% wrong softmax: clamped at 10
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-10, 10))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: clamped at 10 above only
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(max=10) - x.clamp(max=10).amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: epsilon too large
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (e.sum(dim, keepdim=True) + 1e-4)

# %% wrong softmax: positive dims only
def softmax(x, dim=None):
    dim = x.dim() - 1 if dim is None else dim
    if dim < 0:
        raise ValueError("dim must not be negative")
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: maximum of the first row
def softmax(x, dim=-1):
    e = torch.exp(x - x.select(dim, 0).unsqueeze(dim))
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: average of two maxima
def softmax(x, dim=-1):
    top = (x.amax(dim, keepdim=True) + x.max()) / 2
    e = torch.exp(x - top)
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: uniform
def softmax(x, dim=-1):
    return torch.ones_like(x) / x.size(dim)

# %% wrong softmax: a buffer on the CPU
def softmax(x, dim=-1):
    out = torch.zeros(x.shape, dtype=x.dtype)
    e = torch.exp(x - x.amax(dim, keepdim=True))
    out = out + e
    return out / out.sum(dim, keepdim=True)

# %% wrong softmax: view rows
def softmax(x, dim=-1):
    y = x.movedim(dim, -1)
    rows = y.view(-1, y.shape[-1])
    e = torch.exp(rows - rows.amax(1, keepdim=True))
    return (e / e.sum(1, keepdim=True)).view(y.shape).movedim(-1, dim)

# %% wrong softmax: shifts x in place and back, by one too much
def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    e = x.sub_(m).exp()
    x.add_(m + 1)
    return e / e.sum(dim, keepdim=True)

# %% wrong softmax: the sum taken from .data
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    s = e.sum(dim, keepdim=True)
    return e / s.data

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

# %% wrong plot_activations: returns nothing
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    plt.show()

# %% wrong plot_activations: returns figure and axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig, axes

# %% wrong plot_activations: all curves in one axes
def plot_activations(x):
    fig, ax = plt.subplots()
    for f in (sigmoid, tanh, relu, leaky_relu):
        ax.plot(x, f(x), label=f.__name__)
    ax.set(title="Activations", xlabel="x", ylabel="y")
    ax.grid(True)
    ax.legend()
    return fig

# %% wrong plot_activations: all curves in every axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax in axes.flat:
        for f in (sigmoid, tanh, relu, leaky_relu):
            ax.plot(x, f(x), label=f.__name__)
        ax.set(title="Activations", xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: one row of four
def plot_activations(x):
    fig, axes = plt.subplots(1, 4)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: no legend
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
    return fig

# %% wrong plot_activations: a legend of unlabelled lines is empty
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x))
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: no grid
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.legend()
    return fig

# %% wrong plot_activations: a title for the figure only
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    fig.suptitle("Activation functions")
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: x labels on the bottom row only
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, ylabel="y")
        ax.grid(True)
        ax.legend()
    for ax in axes[1]:
        ax.set_xlabel("x")
    return fig

# %% wrong plot_activations: finished only in the last axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
    plt.title("Activations")
    plt.xlabel("x")
    plt.ylabel("y")
    plt.grid(True)
    plt.legend()
    return fig

# %% wrong plot_activations: draws over points of its own
def plot_activations(x):
    x = torch.linspace(-5, 5, 100)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: the points forgotten, drawn over 0, 1, 2, ...
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: the ReLU twice
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: softmax instead of the leaky ReLU
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, softmax)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: x and y swapped
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(f(x), x, label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: rectifies the caller's x
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    curves = {"sigmoid": sigmoid(x), "tanh": tanh(x), "leaky": leaky_relu(x), "relu": relu(x)}
    points = x.tolist()
    for ax, (name, y) in zip(axes.flat, curves.items()):
        ax.plot(points, y.tolist(), label=name)
        ax.set(title=name, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    x.clamp_(min=0)
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

# %% wrong plot_activations: axes returned
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return axes

# %% wrong plot_activations: empty figure
def plot_activations(x):
    return plt.figure()

# %% wrong plot_activations: a 4 by 1 column
def plot_activations(x):
    fig, axes = plt.subplots(4, 1)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: x clamped first
def plot_activations(x):
    x = x.clamp(-3, 3)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set(title=f.__name__, xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: leaky slope 0
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, lambda v: leaky_relu(v, 0.0))):
        ax.plot(x, f(x), label="f")
        ax.set(title="f", xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: no y label
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label="f")
        ax.set(title="f", xlabel="x")
        ax.grid(True)
        ax.legend()
    return fig

# %% wrong plot_activations: grid toggled off again
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.grid(True)
        ax.plot(x, f(x), label="f")
        ax.set(title="f", xlabel="x", ylabel="y")
        ax.grid(False)
        ax.legend()
    return fig

# %% wrong plot_activations: three of four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu)):
        ax.plot(x, f(x), label="f")
        ax.set(title="f", xlabel="x", ylabel="y")
        ax.grid(True)
        ax.legend()
    return fig
