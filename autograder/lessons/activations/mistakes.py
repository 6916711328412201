"""Wrong versions of the exercises on activations, each with its misconception and a hint."""

# %% sigmoid: takes the exponential of a large number and divides infinity by it
# hint: What is exp(1000) in a computer, and what is that number divided by itself? Above or below the bar:
# where does infinity do no harm?
def sigmoid(x):
    return torch.exp(x) / (1 + torch.exp(x))

# %% sigmoid: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    return 1 - torch.exp(-x) / (1 + torch.exp(-x))

# %% sigmoid: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    e = torch.exp(x)
    return torch.nan_to_num(e / (1 + e))

# %% sigmoid: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    return 0.5 + 0.5 * torch.sinh(x / 2) / torch.cosh(x / 2)

# %% sigmoid: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    e = torch.exp(x)
    y = e / (1 + e)
    return torch.where(torch.isnan(y), torch.full_like(y, 0.5), y)

# %% sigmoid: takes the exponential of a large number and divides infinity by it
def sigmoid(x):
    return torch.exp(x / 2) / (torch.exp(x / 2) + torch.exp(-x / 2))

# %% sigmoid: has the wrong sign in the exponent
# hint: Should the value be near 1 or near 0 for x = 10? Put 10 into your formula, with pencil and paper.
def sigmoid(x):
    return 1 / (1 + torch.exp(x))

# %% sigmoid: has the wrong sign in the exponent
def sigmoid(x):
    return torch.exp(-x) / (1 + torch.exp(-x))

# %% sigmoid: does not divide by the whole denominator, 1 plus the exponential
# hint: Division binds more tightly than addition. Which part of your line is divided by which, if you draw in
# the brackets that Python sees?
def sigmoid(x):
    return 1 / 1 + torch.exp(-x)

# %% sigmoid: does not divide by the whole denominator, 1 plus the exponential
def sigmoid(x):
    return torch.exp(x) / 1 + torch.exp(x)

# %% sigmoid: does not divide by the whole denominator, 1 plus the exponential
def sigmoid(x):
    return 1 / torch.exp(-x) + 1

# %% sigmoid: does not divide by the whole denominator, 1 plus the exponential
def sigmoid(x):
    return torch.exp(x) / torch.exp(x) + 1

# %% sigmoid: subtracts in the denominator where it should add
# hint: What does your denominator become at x = 0? The table in the text gives the value there.
def sigmoid(x):
    return 1 / (1 - torch.exp(-x))

# %% sigmoid: subtracts in the denominator where it should add
def sigmoid(x):
    return 1 / (torch.exp(-x) - 1)

# %% sigmoid: gives values from -1 to 1, as tanh does
# hint: Between which two numbers must the values of a sigmoid lie? What is your value at x = 0?
def sigmoid(x):
    return torch.tanh(x)

# %% sigmoid: gives values from -1 to 1, as tanh does
def sigmoid(x):
    return 2 / (1 + torch.exp(-x)) - 1

# %% sigmoid: gives values from -1 to 1, as tanh does
def sigmoid(x):
    return x / (1 + torch.abs(x))

# %% sigmoid: has the wrong height, or starts from the wrong level
# hint: Which values should the curve come close to far left and far right, and which at 0? Compare yours.
def sigmoid(x):
    return 0.5 * torch.tanh(x / 2)

# %% sigmoid: has the wrong height, or starts from the wrong level
def sigmoid(x):
    return torch.tanh(x / 2) + 1

# %% sigmoid: has the wrong height, or starts from the wrong level
def sigmoid(x):
    return 0.5 * torch.tanh(x / 2) + 1

# %% sigmoid: has the wrong height, or starts from the wrong level
def sigmoid(x):
    return 1 / (2 + torch.exp(-x))

# %% sigmoid: has the wrong height, or starts from the wrong level
def sigmoid(x):
    return 0.5 / (1 + torch.exp(-x))

# %% sigmoid: stretches or shifts x before it takes the exponential
# hint: Your curve has the right ends. What is its value at x = 0, and how fast does it rise there compared with
# the table in the text?
def sigmoid(x):
    return 0.5 * (1 + torch.tanh(x))

# %% sigmoid: stretches or shifts x before it takes the exponential
def sigmoid(x):
    return 1 / (1 + torch.exp(-x / 2))

# %% sigmoid: stretches or shifts x before it takes the exponential
def sigmoid(x):
    return 0.5 * (1 + torch.tanh(2 * x))

# %% sigmoid: stretches or shifts x before it takes the exponential
def sigmoid(x):
    return 1 / (1 + torch.exp(-x + 1))

# %% sigmoid: stretches or shifts x before it takes the exponential
def sigmoid(x):
    return 1 / (1 + torch.exp(-(x + 1)))

# %% sigmoid: stretches or shifts x before it takes the exponential
def sigmoid(x):
    return 1 / (1 + torch.exp(-10 * x))

# %% sigmoid: leaves out the exponential
# hint: Which operation of the formula has no place in your line? Work out the value at x = 2 by hand.
def sigmoid(x):
    return 1 / (1 - x)

# %% sigmoid: leaves out the exponential
def sigmoid(x):
    return 1 / (1 + x)

# %% sigmoid: leaves out the exponential
def sigmoid(x):
    return x / (1 + x)

# %% sigmoid: leaves out the exponential
def sigmoid(x):
    return 1 / (1 + torch.abs(x))

# %% sigmoid: uses Python's math, which takes one number only
# hint: How many numbers does `math.exp` take, and how many are in x? torch has an exponential for a whole
# tensor.
import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x))

# %% sigmoid: uses Python's math, which takes one number only
import math


def sigmoid(x):
    return [1 / (1 + math.exp(-v)) for v in x]

# %% sigmoid: uses Python's math, which takes one number only
import math


def sigmoid(x):
    return [1 / (1 + math.exp(-v)) for v in x.flatten().tolist()]

# %% sigmoid: uses Python's math, which takes one number only
import math


def sigmoid(x):
    values = [1 / (1 + math.exp(-v)) for v in x.flatten()]
    return torch.tensor(values).reshape(x.shape)

# %% sigmoid: uses Python's math, which takes one number only
import math


def sigmoid(x):
    values = [1 / (1 + math.exp(-v)) for v in x.flatten().tolist()]
    return torch.tensor(values, dtype=x.dtype).reshape(x.shape)

# %% sigmoid: uses Python's math, which takes one number only
import math


def sigmoid(x):
    return torch.tensor(1 / (1 + math.exp(-x)))

# %% sigmoid: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))

# %% sigmoid: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def sigmoid(x):
    return torch.from_numpy(1 / (1 + np.exp(-x.numpy())))

# %% sigmoid: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x.numpy()))

# %% sigmoid: decides for the whole tensor at once, by an if
# hint: x holds many numbers, some positive and some negative. About which of them does your condition speak?
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + torch.exp(-x))
    return torch.exp(x) / (1 + torch.exp(x))

# %% sigmoid: decides for the whole tensor at once, by an if
def sigmoid(x):
    e = torch.exp(x)
    return 1 - 1 / (1 + e) if (x < 0).any() else e / (e + 1)

# %% sigmoid: decides for the whole tensor at once, by an if
def sigmoid(x):
    if x.max() >= 0:
        e = torch.exp(-x)
        return 1 / (1 + e)
    e = torch.exp(x)
    return 1 - e / (1 + e)

# %% sigmoid: cuts the graph, so that no gradient flows back to x
# hint: torch follows the way from x to your result, to find slopes later. At which line does it lose track?
def sigmoid(x):
    x = x.detach()
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: cuts the graph, so that no gradient flows back to x
@torch.no_grad()
def sigmoid(x):
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: cuts the graph, so that no gradient flows back to x
def sigmoid(x):
    y = 1 / (1 + torch.exp(-x))
    return torch.tensor(y.detach().numpy())

# %% sigmoid: changes x in place
# hint: Print x before and after the call. Methods whose name ends in an underscore, and `*=`, write into the
# caller's tensor.
def sigmoid(x):
    return 1 / (1 + x.neg_().exp())

# %% sigmoid: changes x in place
def sigmoid(x):
    x *= -1
    return 1 / (1 + torch.exp(x))

# %% sigmoid: changes x in place
def sigmoid(x):
    x = x.mul_(-1)
    x = x.exp_()
    x = x.add_(1)
    return 1 / x

# %% sigmoid: always gives float32, whatever the dtype of x is
# hint: Give it `torch.tensor([1.0], dtype=torch.float64)` and print the dtype of the result. Where do the
# numbers become float32?
def sigmoid(x):
    x = x.float()
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: always gives float32, whatever the dtype of x is
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).to(torch.float32)

# %% sigmoid: always gives float64, whatever the dtype of x is
# hint: Print the dtype of your result for an x of float32, which is what torch makes of ordinary numbers. Are
# they the same?
def sigmoid(x):
    x = x.double()
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: always gives float64, whatever the dtype of x is
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).to(torch.float64)

# %% sigmoid: makes a new tensor without the dtype or the device of x
# hint: Where does `torch.ones(...)` live, and of what dtype is it, if nobody says so? Is there a function that
# makes ones like x?
def sigmoid(x):
    return torch.ones(x.shape, dtype=x.dtype) / (1 + torch.exp(-x))

# %% sigmoid: makes a new tensor without the dtype or the device of x
def sigmoid(x):
    y = torch.zeros(x.shape)
    y[:] = 1 / (1 + torch.exp(-x))
    return y

# %% sigmoid: makes a new tensor without the dtype or the device of x
def sigmoid(x):
    result = torch.zeros(x.shape)
    positive = x >= 0
    result[positive] = 1 / (1 + torch.exp(-x[positive]))
    e = torch.exp(x[~positive])
    result[~positive] = e / (1 + e)
    return result

# %% sigmoid: makes a new tensor without the dtype or the device of x
def sigmoid(x):
    one = torch.tensor([1.0])
    return one / (one + torch.exp(-x))

# %% sigmoid: computes the result but does not return it
# hint: Try `print(sigmoid(torch.tensor([-1.0, 2.0])))`. What does the caller of your function get, and which
# word hands a value over?
def sigmoid(x):
    result = 1 / (1 + torch.exp(-x))

# %% sigmoid: computes the result but does not return it
def sigmoid(x):
    print(1 / (1 + torch.exp(-x)))

# %% sigmoid: calls torch's own sigmoid
# hint: The exercise asks you to build it from its parts. Which operations stand in the formula?
def sigmoid(x):
    return torch.sigmoid(x)

# %% sigmoid: calls torch's own sigmoid
def sigmoid(x):
    return torch.nn.functional.logsigmoid(x).exp()

# %% sigmoid: cuts x off so early that the values change
# hint: From which x on is the sigmoid 1 in all six places that are asked for? Look at x = 10 in the text's
# table.
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-5, 5)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-6, 6)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-10, 10)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-12, 12)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-1, 1)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-3, 3)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-8, 8)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(min=-5)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(min=0)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(max=0)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(max=5)))

# %% sigmoid: cuts x off so early that the values change
def sigmoid(x):
    return torch.where(x > 5, 1.0, torch.where(x < -5, 0.0, 1 / (1 + torch.exp(-x)))).to(x.dtype)

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
# hint: The values should be right in six places. Does your line hold a number that is not exact, or one that is
# not in the formula?
def sigmoid(x):
    return 1 / (1 + torch.exp(-x) + 1e-5)

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + torch.exp(-x) + 1e-3)

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + 2.718 ** (-x))

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + 2.71 ** (-x))

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + 2.7 ** (-x))

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + 2.72 ** (-x))

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + torch.exp(-x)) + 1e-5

# %% sigmoid: is off by a little: a rounded e, or a small number added where none is needed
def sigmoid(x):
    return 1 / (1 + torch.exp(-x) + 1e-2)

# %% sigmoid: takes another base than e
# hint: Which number is raised to the power -x in the formula? Compare your value at x = 2 with the table in the
# text.
def sigmoid(x):
    return 1 / (1 + 2 ** (-x))

# %% sigmoid: takes another base than e
def sigmoid(x):
    return 1 / (1 + 10 ** (-x))

# %% sigmoid: takes another base than e
def sigmoid(x):
    return 1 / (1 + 3 ** (-x))

# %% sigmoid: gives the slope of the sigmoid instead of its value
# hint: A slope is almost 0 far out on both sides. What should the sigmoid itself be there?
def sigmoid(x):
    s = 1 / (1 + torch.exp(-x))
    return s * (1 - s)

# %% sigmoid: gives the slope of the sigmoid instead of its value
def sigmoid(x):
    return x * (1 - x)

# %% sigmoid: drops the sign of x
# hint: Compare your values at x = 2 and at x = -2. Should they be the same?
def sigmoid(x):
    return 1 / (1 + torch.exp(-torch.abs(x)))

# %% sigmoid: drops the sign of x
def sigmoid(x):
    e = torch.exp(-x.abs())
    return e / (1 + e)

# %% sigmoid: drops the sign of x
def sigmoid(x):
    return 1 / (1 + torch.exp(-x ** 2))

# %% sigmoid: drops the sign of x
def sigmoid(x):
    return 1 / (1 + torch.exp(x ** 2))

# %% sigmoid: draws straight lines or a step instead of the smooth curve
# hint: Is your curve bent everywhere, as the one in the picture is? Compare the values at x = 2 and at x = 4.
def sigmoid(x):
    return torch.clamp(x / 6 + 0.5, 0, 1)

# %% sigmoid: draws straight lines or a step instead of the smooth curve
def sigmoid(x):
    return torch.clamp(0.2 * x + 0.5, 0, 1)

# %% sigmoid: draws straight lines or a step instead of the smooth curve
def sigmoid(x):
    return (x > 0).to(x.dtype)

# %% sigmoid: draws straight lines or a step instead of the smooth curve
def sigmoid(x):
    return torch.clamp(x, 0, 1)

# %% sigmoid: draws straight lines or a step instead of the smooth curve
def sigmoid(x):
    return torch.clamp(0.25 * x + 0.5, 0, 1)

# %% sigmoid: gives the logarithm of the sigmoid, or softplus
# hint: Are your values between 0 and 1? Which step of your line is not in the formula?
def sigmoid(x):
    return -torch.log(1 + torch.exp(-x))

# %% sigmoid: gives the logarithm of the sigmoid, or softplus
def sigmoid(x):
    return torch.log(1 + torch.exp(x))

# %% sigmoid: gives the logarithm of the sigmoid, or softplus
def sigmoid(x):
    return torch.log(1 / (1 + torch.exp(x)))

# %% sigmoid: gives the logarithm of the sigmoid, or softplus
def sigmoid(x):
    return torch.log(1 + torch.exp(-x))

# %% sigmoid: gives another activation function
# hint: Sketch the curve that your line draws. Does it have the shape of an S, between 0 and 1?
def sigmoid(x):
    return torch.clamp(x, min=0)

# %% sigmoid: gives another activation function
def sigmoid(x):
    return torch.softmax(x, dim=-1)

# %% sigmoid: gives another activation function
def sigmoid(x):
    return x / (1 + torch.exp(-x))

# %% sigmoid: gives another activation function
def sigmoid(x):
    return torch.exp(x) / torch.exp(x).sum()

# %% sigmoid: gives another activation function
def sigmoid(x):
    return torch.exp(x)

# %% sigmoid: gives another activation function
def sigmoid(x):
    return torch.exp(-x)

# %% sigmoid: applies the sigmoid twice
# hint: What is the sigmoid of 0, and what does your function give there? Count how often you squash.
def sigmoid(x):
    s = 1 / (1 + torch.exp(-x))
    return 1 / (1 + torch.exp(-s))

# %% sigmoid: works for one number of dimensions only
# hint: Try a single number, a vector and a matrix. For which of them does your loop or your indexing make
# sense?
def sigmoid(x):
    return torch.stack([1 / (1 + torch.exp(-v)) for v in x])

# %% sigmoid: works for one number of dimensions only
def sigmoid(x):
    rows, columns = x.shape
    out = torch.empty_like(x)
    for i in range(rows):
        out[i] = 1 / (1 + torch.exp(-x[i]))
    return out

# %% sigmoid: works for one number of dimensions only
def sigmoid(x):
    out = x.clone()
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i, j] = 1 / (1 + torch.exp(-x[i, j]))
    return out

# %% sigmoid: collects single numbers in a loop and makes a new tensor of them
# hint: What is `v` in `for v in x` when x is a matrix, and what when it is a single number? And does a tensor
# that is made of plain numbers still know x?
def sigmoid(x):
    result = []
    for v in x:
        result.append(1 / (1 + torch.exp(-v)))
    return torch.tensor(result)

# %% sigmoid: collects single numbers in a loop and makes a new tensor of them
def sigmoid(x):
    y = torch.zeros(len(x))
    for i in range(len(x)):
        y[i] = 1 / (1 + torch.exp(-x[i]))
    return y

# %% sigmoid: returns from inside its loop, after the first number
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def sigmoid(x):
    for v in x.flatten():
        return 1 / (1 + torch.exp(-v))

# %% sigmoid: returns from inside its loop, after the first number
def sigmoid(x):
    y = torch.zeros_like(x)
    for i in range(x.numel()):
        y.view(-1)[i] = 1 / (1 + torch.exp(-x.reshape(-1)[i]))
        return y

# %% sigmoid: returns from inside its loop, after the first number
def sigmoid(x):
    for v in x:
        return 1 / (1 + torch.exp(-v))

# %% sigmoid: flattens x and does not give its shape back
# hint: Print the shape of x and the shape of the result, for an x of two rows and three columns. Where do the
# rows go?
def sigmoid(x):
    x = x.reshape(-1)
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: flattens x and does not give its shape back
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).flatten()

# %% sigmoid: drops or adds dimensions of length 1
# hint: Print the shape of the result for an x of shape (3, 1), for (1, 3) and for a single number. Which of
# them comes back changed?
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).squeeze()

# %% sigmoid: drops or adds dimensions of length 1
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).unsqueeze(-1)

# %% sigmoid: drops or adds dimensions of length 1
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).unsqueeze(0)

# %% sigmoid: drops or adds dimensions of length 1
def sigmoid(x):
    return torch.atleast_1d(1 / (1 + torch.exp(-x)))

# %% sigmoid: uses view, which fails for a transposed x
# hint: `view` wants the numbers in one piece in memory, and those of a transposed matrix are not. Which
# function is less strict?
def sigmoid(x):
    return (1 / (1 + torch.exp(-x.view(-1)))).view(x.shape)

# %% sigmoid: uses view, which fails for a transposed x
def sigmoid(x):
    return torch.stack([1 / (1 + torch.exp(-v)) for v in x.view(-1)]).view(x.shape)

# %% sigmoid: returns a list, a numpy array or plain numbers instead of a tensor
# hint: Try `type(sigmoid(torch.tensor([-1.0, 2.0])))`. Should the caller not get the same kind of thing that
# went in?
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).tolist()

# %% sigmoid: returns a list, a numpy array or plain numbers instead of a tensor
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).detach().numpy()

# %% sigmoid: returns a list, a numpy array or plain numbers instead of a tensor
def sigmoid(x):
    y = 1 / (1 + torch.exp(-x))
    return y.item() if y.numel() == 1 else y

# %% sigmoid: copies the numbers into a new tensor, which loses dtype and gradients
# hint: A tensor that is made of a list of numbers knows nothing of x. Can every step be an operation on x
# itself?
def sigmoid(x):
    y = 1 / (1 + torch.exp(-x))
    return torch.tensor(y.tolist())

# %% sigmoid: copies the numbers into a new tensor, which loses dtype and gradients
def sigmoid(x):
    y = 1 / (1 + torch.exp(-x))
    return torch.Tensor(y.detach().numpy())

# %% sigmoid: adds up or averages the result to a single number
# hint: How many numbers go in, and how many should come out? Look at the shape of your result.
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).sum()

# %% sigmoid: adds up or averages the result to a single number
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).mean()

# %% sigmoid: has a backward of its own that is not the slope
# hint: backward gets the slope of what comes after, and must multiply it by the slope of your function. What is
# the slope of the sigmoid, in terms of its value?
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return y * (1 - y)


def sigmoid(x):
    return Logistic.apply(x)

# %% sigmoid: has a backward of its own that is not the slope
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(x)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * y * (1 - y)


def sigmoid(x):
    return Logistic.apply(x)

# %% sigmoid: has a backward of its own that is not the slope
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad


def sigmoid(x):
    return Logistic.apply(x)

# %% sigmoid: has a backward of its own that is not the slope
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * y


def sigmoid(x):
    return Logistic.apply(x)

# %% sigmoid: has a backward of its own that is not the slope
class Logistic(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 1 / (1 + torch.exp(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * (1 - y ** 2)


def sigmoid(x):
    return Logistic.apply(x)

# %% sigmoid: rounds its values
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def sigmoid(x):
    return torch.round(1 / (1 + torch.exp(-x)), decimals=2)

# %% sigmoid: rounds its values
def sigmoid(x):
    return torch.round(1 / (1 + torch.exp(-x)), decimals=3)

# %% sigmoid: rounds its values
def sigmoid(x):
    return torch.round(1 / (1 + torch.exp(-x)), decimals=4)

# %% sigmoid: computes in half precision, which keeps three digits only
# hint: How many digits does a float16 hold? Compare your result with the table in the text, digit by digit.
def sigmoid(x):
    y = x.half()
    return (1 / (1 + torch.exp(-y))).to(x.dtype)

# %% sigmoid: gives whole numbers
# hint: Print the dtype of your result. Which numbers between 0 and 1 can it hold?
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).int()

# %% sigmoid: gives whole numbers
def sigmoid(x):
    return (1 / (1 + torch.exp(-x))).long()

# %% sigmoid: returns more than the result
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def sigmoid(x):
    return x, 1 / (1 + torch.exp(-x))

# %% sigmoid: returns more than the result
def sigmoid(x):
    return [1 / (1 + torch.exp(-x))]

# %% sigmoid: takes other arguments than the exercise asks for
# hint: Read the line with `def` in the exercise again. Which arguments does the caller give?
def sigmoid():
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: takes other arguments than the exercise asks for
def sigmoid(x, y):
    return 1 / (1 + torch.exp(-x))

# %% sigmoid: takes other arguments than the exercise asks for
def sigmoid(a, b, c):
    return 1 / (1 + torch.eap(-a))

# %% sigmoid: calls itself without an end
# hint: Inside your function the name `sigmoid` means your function. Who does the work then?
def sigmoid(x):
    return sigmoid(x)

# %% sigmoid: gives x back as it is
# hint: Which line of your function changes the numbers? Work out one value with pencil and paper and compare.
def sigmoid(x):
    return x

# %% sigmoid: gives x back as it is
def sigmoid(x):
    return x.clone()

# %% sigmoid: gives the same numbers whatever x is
# hint: Call it with two different tensors. Why does x make no difference?
def sigmoid(x):
    return torch.zeros_like(x)

# %% sigmoid: gives the same numbers whatever x is
def sigmoid(x):
    return torch.ones_like(x)

# %% sigmoid: gives the same numbers whatever x is
def sigmoid(x):
    return torch.full_like(x, 0.5)

# %% tanh: divides infinity by infinity for a large |x|
# hint: What are exp(1000) and exp(-1000) in a computer, and what is infinity divided by infinity? Above or
# below the bar: where does infinity do no harm?
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))

# %% tanh: divides infinity by infinity for a large |x|
def tanh(x):
    e = torch.exp(2 * x)
    return (e - 1) / (e + 1)

# %% tanh: divides infinity by infinity for a large |x|
def tanh(x):
    return (1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))

# %% tanh: divides infinity by infinity for a large |x|
def tanh(x):
    m = x.max()
    return (torch.exp(x - m) - torch.exp(-x - m)) / (torch.exp(x - m) + torch.exp(-x - m))

# %% tanh: replaces the nan of a large |x| by the wrong number
# hint: Which value does tanh come close to far right, and which far left? Which one do you put there, and would
# you need it if no infinity arose?
def tanh(x):
    e = torch.exp(2 * x)
    return torch.nan_to_num((e - 1) / (e + 1))

# %% tanh: replaces the nan of a large |x| by the wrong number
def tanh(x):
    y = (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))
    return torch.nan_to_num(y)

# %% tanh: replaces the nan of a large |x| by the wrong number
def tanh(x):
    y = (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))
    return torch.nan_to_num(y, nan=1.0)

# %% tanh: replaces the nan of a large |x| by the wrong number
def tanh(x):
    e = torch.exp(x) / torch.exp(-x)
    return torch.nan_to_num((e - 1) / (e + 1), nan=1.0)

# %% tanh: has the wrong multiple of x in the exponent
# hint: The text says of which multiple of x tanh is a sigmoid. Compare your value at x = 1 with the one worked
# out there.
def tanh(x):
    return 2 * torch.sigmoid(x) - 1

# %% tanh: has the wrong multiple of x in the exponent
def tanh(x):
    return 2 / (1 + torch.exp(-4 * x)) - 1

# %% tanh: has the wrong multiple of x in the exponent
def tanh(x):
    return 2 * torch.sigmoid(x / 2) - 1

# %% tanh: is still a sigmoid, with values from 0 to 1
# hint: Which value must tanh have at x = 0? A sigmoid has to be stretched and moved for that.
def tanh(x):
    return torch.sigmoid(2 * x)

# %% tanh: is still a sigmoid, with values from 0 to 1
def tanh(x):
    return 1 / (1 + torch.exp(-x))

# %% tanh: has the wrong height, or starts from the wrong level
# hint: Which values does your curve come close to far left and far right? They should be -1 and 1. Does the
# order of stretching and moving matter?
def tanh(x):
    return 2 * torch.sigmoid(2 * x)

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return torch.sigmoid(2 * x) - 1

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * (torch.sigmoid(2 * x) - 1)

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return torch.sigmoid(2 * x) - 0.5

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * torch.sigmoid(2 * x) + 1

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * torch.sigmoid(2 * x - 1)

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * torch.sigmoid(2 * x - 1) - 1

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * torch.sigmoid(x - 1)

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return 2 * torch.sigmoid(x)

# %% tanh: has the wrong height, or starts from the wrong level
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x)) * 2

# %% tanh: has its sign turned round
# hint: What should tanh of 1 be, and what do you get? Go through the signs of your line, one after the other.
def tanh(x):
    e = torch.exp(-2 * x)
    return 1 - 2 / (1 + e)

# %% tanh: has its sign turned round
def tanh(x):
    return (torch.exp(-x) - torch.exp(x)) / (torch.exp(x) + torch.exp(-x))

# %% tanh: has the plus and the minus of the fraction in the wrong places
# hint: What do your numerator and your denominator become at x = 0? tanh is 0 there.
def tanh(x):
    return (torch.exp(x) + torch.exp(-x)) / (torch.exp(x) - torch.exp(-x))

# %% tanh: has the plus and the minus of the fraction in the wrong places
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) - torch.exp(-x))

# %% tanh: lacks brackets around the numerator or the denominator
# hint: Division binds more tightly than plus and minus. Which part of your line is divided by which, if you
# draw in the brackets that Python sees?
def tanh(x):
    return torch.exp(x) - torch.exp(-x) / torch.exp(x) + torch.exp(-x)

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / torch.exp(x) + torch.exp(-x)

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    return torch.exp(x) - torch.exp(-x) / (torch.exp(x) + torch.exp(-x))

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    return 2 / 1 + torch.exp(-2 * x) - 1

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x) - 1)

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    e = torch.exp(2 * x)
    return (e - 1) / e + 1

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    e = torch.exp(2 * x)
    return e - 1 / (e + 1)

# %% tanh: lacks brackets around the numerator or the denominator
def tanh(x):
    e = torch.exp(2 * x)
    return e - 1 / e + 1

# %% tanh: gives the numerator only, or divides it by a constant
# hint: Does your value stay below 1 when x grows? What is the difference of the exponentials divided by?
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / 2

# %% tanh: gives the numerator only, or divides it by a constant
def tanh(x):
    return torch.exp(x) - torch.exp(-x)

# %% tanh: gives the numerator only, or divides it by a constant
def tanh(x):
    return torch.sinh(x) / 2

# %% tanh: gives the numerator only, or divides it by a constant
def tanh(x):
    return torch.exp(2 * x) - 1

# %% tanh: forgets the minus in one of its exponents
# hint: Look for exp(-x) in the formula. Where does it stand in your line?
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(x))

# %% tanh: forgets the minus in one of its exponents
def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(-x) + torch.exp(-x))

# %% tanh: drops the sign of x and does not give it back
# hint: Compare your values at x = 1 and at x = -1. tanh is symmetric about the point (0, 0).
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return (1 - e) / (1 + e)

# %% tanh: drops the sign of x and does not give it back
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).clamp(min=0)

# %% tanh: drops the sign of x and does not give it back
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return -(1 - e) / (1 + e)

# %% tanh: drops the sign of x and does not give it back
def tanh(x):
    e = torch.exp(-2 * x.abs())
    return torch.where(x >= 0, (1 - e) / (1 + e), (1 - e) / (1 + e) - 1)

# %% tanh: draws straight lines instead of the smooth curve
# hint: What is your value at x = 0.9, and what is the value of the curve in the picture?
def tanh(x):
    return x.clamp(-1, 1)

# %% tanh: draws straight lines instead of the smooth curve
def tanh(x):
    return torch.sign(x)

# %% tanh: draws straight lines instead of the smooth curve
def tanh(x):
    return torch.where(x >= 0, 1.0, -1.0).to(x.dtype)

# %% tanh: gives another function of an S shape
# hint: Does your formula contain an exponential, as the one in the text does? Compare the values at x = 1.
def tanh(x):
    return x / (1 + x.abs())

# %% tanh: gives another function of an S shape
def tanh(x):
    return torch.atan(x)

# %% tanh: gives another function of an S shape
def tanh(x):
    return 2 / torch.pi * torch.atan(x)

# %% tanh: gives another function of an S shape
def tanh(x):
    return torch.sin(x)

# %% tanh: gives another function of an S shape
def tanh(x):
    return torch.erf(x)

# %% tanh: gives another function of an S shape
def tanh(x):
    return x / torch.sqrt(1 + x ** 2)

# %% tanh: gives the tangent of an angle, not the hyperbolic tangent
# hint: The hyperbolic functions are made of exponentials, not of angles. What is your value at x = 1?
def tanh(x):
    return torch.sin(x) / torch.cos(x)

# %% tanh: gives the slope of tanh instead of its value
# hint: A slope is almost 0 far out on both sides. What should tanh itself be there?
def tanh(x):
    t = 2 / (1 + torch.exp(-2 * x)) - 1
    return 1 - t ** 2

# %% tanh: gives the slope of tanh instead of its value
def tanh(x):
    return 1 - x ** 2

# %% tanh: cuts x off so early that the values change
# hint: From which x on is tanh 1 in all six places that are asked for? It is not yet so at 5.
def tanh(x):
    x = x.clamp(-1, 1)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% tanh: cuts x off so early that the values change
def tanh(x):
    x = x.clamp(-3, 3)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% tanh: cuts x off so early that the values change
def tanh(x):
    x = x.clamp(-2, 2)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% tanh: uses Python's math, which takes one number only
# hint: How many numbers does a function of `math` take, and how many are in x? torch has an exponential for a
# whole tensor.
import math


def tanh(x):
    return (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))

# %% tanh: uses Python's math, which takes one number only
import math


def tanh(x):
    return [2 / (1 + math.exp(-2 * v)) - 1 for v in x]

# %% tanh: uses Python's math, which takes one number only
import math


def tanh(x):
    values = [2 / (1 + math.exp(-2 * v)) - 1 for v in x.flatten().tolist()]
    return torch.tensor(values, dtype=x.dtype).reshape(x.shape)

# %% tanh: uses Python's math, which takes one number only
import math


def tanh(x):
    values = [(math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v)) for v in x.flatten()]
    return torch.tensor(values).reshape(x.shape)

# %% tanh: uses Python's math, which takes one number only
import math


def tanh(x):
    return 2 / (1 + math.exp(-2 * x)) - 1

# %% tanh: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def tanh(x):
    return 2 / (1 + np.exp(-2 * x)) - 1

# %% tanh: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))

# %% tanh: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def tanh(x):
    return torch.from_numpy(2 / (1 + np.exp(-2 * x.numpy())) - 1)

# %% tanh: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def tanh(x):
    return torch.from_numpy((np.exp(x.numpy()) - np.exp(-x.numpy())) / (np.exp(x.numpy()) + np.exp(-x.numpy())))

# %% tanh: decides for the whole tensor at once, by an if
# hint: x holds many numbers, some positive and some negative. About which of them does your condition speak?
def tanh(x):
    if x >= 0:
        return (1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))
    return (torch.exp(2 * x) - 1) / (torch.exp(2 * x) + 1)

# %% tanh: decides for the whole tensor at once, by an if
def tanh(x):
    if x.abs().max() > 20:
        return torch.sign(x)
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))

# %% tanh: cuts the graph, so that no gradient flows back to x
# hint: torch follows the way from x to your result, to find slopes later. At which line does it lose track?
def tanh(x):
    x = x.detach()
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: cuts the graph, so that no gradient flows back to x
@torch.no_grad()
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: cuts the graph, so that no gradient flows back to x
def tanh(x):
    y = 2 / (1 + torch.exp(-2 * x)) - 1
    return torch.tensor(y.detach().numpy())

# %% tanh: changes x in place
# hint: Print x before and after the call. Methods whose name ends in an underscore, and `*=`, write into the
# caller's tensor.
def tanh(x):
    x *= 2
    return 2 / (1 + torch.exp(-x)) - 1

# %% tanh: changes x in place
def tanh(x):
    x.clamp_(-20, 20)
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))

# %% tanh: changes x in place
def tanh(x):
    x[x > 20] = 20
    x[x < -20] = -20
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))

# %% tanh: always gives float32, whatever the dtype of x is
# hint: Give it `torch.tensor([1.0], dtype=torch.float64)` and print the dtype of the result. Where do the
# numbers become float32?
def tanh(x):
    x = x.float()
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: always gives float32, whatever the dtype of x is
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).to(torch.float32)

# %% tanh: always gives float64, whatever the dtype of x is
# hint: Print the dtype of your result for an x of float32, which is what torch makes of ordinary numbers. Are
# they the same?
def tanh(x):
    x = x.double()
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: always gives float64, whatever the dtype of x is
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).to(torch.float64)

# %% tanh: makes a new tensor without the dtype or the device of x
# hint: Where does `torch.ones(...)` live, and of what dtype is it, if nobody says so? Is there a function that
# makes ones like x?
def tanh(x):
    one = torch.ones(x.shape, dtype=x.dtype)
    return 2 * one / (one + torch.exp(-2 * x)) - one

# %% tanh: makes a new tensor without the dtype or the device of x
def tanh(x):
    y = torch.zeros(x.shape)
    y[:] = 2 / (1 + torch.exp(-2 * x)) - 1
    return y

# %% tanh: makes a new tensor without the dtype or the device of x
def tanh(x):
    y = torch.zeros(x.shape)
    y[x >= 0] = 2 / (1 + torch.exp(-2 * x[x >= 0])) - 1
    y[x < 0] = 1 - 2 / (1 + torch.exp(2 * x[x < 0]))
    return y

# %% tanh: makes a new tensor without the dtype or the device of x
def tanh(x):
    one = torch.tensor([1.0])
    return 2 / (one + torch.exp(-2 * x)) - one

# %% tanh: computes the result but does not return it
# hint: Try `print(tanh(torch.tensor([-1.0, 2.0])))`. What does the caller of your function get, and which word
# hands a value over?
def tanh(x):
    result = 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: computes the result but does not return it
def tanh(x):
    print(2 / (1 + torch.exp(-2 * x)) - 1)

# %% tanh: calls a ready-made tanh
# hint: The exercise asks you to build it from exponentials, or from a sigmoid. Which of the two forms in the
# text do you like better?
def tanh(x):
    return torch.tanh(x)

# %% tanh: calls a ready-made tanh
import numpy as np


def tanh(x):
    return torch.from_numpy(np.asarray(np.tanh(x.detach().numpy())))

# %% tanh: calls a ready-made tanh
import math


def tanh(x):
    return torch.tensor([math.tanh(v) for v in x.flatten()]).reshape(x.shape)

# %% tanh: calls a ready-made tanh
import math


def tanh(x):
    return math.tanh(x)

# %% tanh: calls a ready-made tanh
import numpy as np


def tanh(x):
    return np.tanh(x)

# %% tanh: stops a series after a few terms
# hint: A sum of a few powers is right near 0 only. What does yours give at x = 3?
def tanh(x):
    return x - x ** 3 / 3

# %% tanh: stops a series after a few terms
def tanh(x):
    return x - x ** 3 / 3 + 2 * x ** 5 / 15

# %% tanh: rounds the number e, or takes another base
# hint: e has more digits than one writes by hand. Which function of torch knows them all?
def tanh(x):
    return 2 / (1 + 2 ** (-2 * x)) - 1

# %% tanh: rounds the number e, or takes another base
def tanh(x):
    return 2 / (1 + 2.71 ** (-2 * x)) - 1

# %% tanh: rounds the number e, or takes another base
def tanh(x):
    return 2 / (1 + 10 ** (-2 * x)) - 1

# %% tanh: rounds the number e, or takes another base
def tanh(x):
    return 2 / (1 + 2.7 ** (-2 * x)) - 1

# %% tanh: works for one number of dimensions only
# hint: Try a single number, a vector and a matrix. For which of them does your loop or your indexing make
# sense?
def tanh(x):
    return torch.stack([2 / (1 + torch.exp(-2 * v)) - 1 for v in x])

# %% tanh: works for one number of dimensions only
def tanh(x):
    out = torch.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i, j] = 2 / (1 + torch.exp(-2 * x[i, j])) - 1
    return out

# %% tanh: collects single numbers in a loop and makes a new tensor of them
# hint: What is `v` in `for v in x` when x is a matrix, and what when it is a single number? And does a tensor
# that is made of plain numbers still know x?
def tanh(x):
    result = []
    for v in x:
        result.append(2 / (1 + torch.exp(-2 * v)) - 1)
    return torch.tensor(result)

# %% tanh: collects single numbers in a loop and makes a new tensor of them
def tanh(x):
    y = torch.zeros(len(x))
    for i in range(len(x)):
        y[i] = 2 / (1 + torch.exp(-2 * x[i])) - 1
    return y

# %% tanh: returns from inside its loop, after the first number
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def tanh(x):
    for v in x.flatten():
        return 2 / (1 + torch.exp(-2 * v)) - 1

# %% tanh: returns from inside its loop, after the first number
def tanh(x):
    for v in x:
        return 2 / (1 + torch.exp(-2 * v)) - 1

# %% tanh: flattens x and does not give its shape back
# hint: Print the shape of x and the shape of the result, for an x of two rows and three columns. Where do the
# rows go?
def tanh(x):
    x = x.reshape(-1)
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: flattens x and does not give its shape back
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).flatten()

# %% tanh: drops or adds dimensions of length 1
# hint: Print the shape of the result for an x of shape (3, 1), for (1, 3) and for a single number. Which of
# them comes back changed?
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).squeeze()

# %% tanh: drops or adds dimensions of length 1
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).unsqueeze(-1)

# %% tanh: drops or adds dimensions of length 1
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).unsqueeze(0)

# %% tanh: drops or adds dimensions of length 1
def tanh(x):
    return torch.atleast_1d(2 / (1 + torch.exp(-2 * x)) - 1)

# %% tanh: uses view, which fails for a transposed x
# hint: `view` wants the numbers in one piece in memory, and those of a transposed matrix are not. Which
# function is less strict?
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x.view(-1))) - 1).view(x.shape)

# %% tanh: returns a list, a numpy array or plain numbers instead of a tensor
# hint: Try `type(tanh(torch.tensor([-1.0, 2.0])))`. Should the caller not get the same kind of thing that went
# in?
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).tolist()

# %% tanh: returns a list, a numpy array or plain numbers instead of a tensor
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).detach().numpy()

# %% tanh: returns a list, a numpy array or plain numbers instead of a tensor
def tanh(x):
    y = 2 / (1 + torch.exp(-2 * x)) - 1
    return y.item() if y.numel() == 1 else y

# %% tanh: copies the numbers into a new tensor, which loses dtype and gradients
# hint: A tensor that is made of a list of numbers knows nothing of x. Can every step be an operation on x
# itself?
def tanh(x):
    y = 2 / (1 + torch.exp(-2 * x)) - 1
    return torch.tensor(y.tolist())

# %% tanh: copies the numbers into a new tensor, which loses dtype and gradients
def tanh(x):
    y = 2 / (1 + torch.exp(-2 * x)) - 1
    return torch.Tensor(y.detach().numpy())

# %% tanh: adds up or averages the result to a single number
# hint: How many numbers go in, and how many should come out? Look at the shape of your result.
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).sum()

# %% tanh: adds up or averages the result to a single number
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).mean()

# %% tanh: has a backward of its own that is not the slope
# hint: backward gets the slope of what comes after, and must multiply it by the slope of your function. What is
# the slope of tanh, in terms of its value?
class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 2 / (1 + torch.exp(-2 * x)) - 1
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return 1 - y ** 2


def tanh(x):
    return Tanh.apply(x)

# %% tanh: has a backward of its own that is not the slope
class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 2 / (1 + torch.exp(-2 * x)) - 1
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * y * (1 - y)


def tanh(x):
    return Tanh.apply(x)

# %% tanh: has a backward of its own that is not the slope
class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 2 / (1 + torch.exp(-2 * x)) - 1
        ctx.save_for_backward(x)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * (1 - y ** 2)


def tanh(x):
    return Tanh.apply(x)

# %% tanh: has a backward of its own that is not the slope
class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 2 / (1 + torch.exp(-2 * x)) - 1
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad):
        (y,) = ctx.saved_tensors
        return grad * (1 - y)


def tanh(x):
    return Tanh.apply(x)

# %% tanh: lets the slope through for part of the formula only
# hint: Which of the two exponentials does torch follow on the way back? A `.detach()` or `.data` in one place
# is enough to bend the slope.
def tanh(x):
    e = torch.exp(-2 * x.abs()).detach()
    return x.sign() * (1 - e) / (1 + e) + 0 * x

# %% tanh: lets the slope through for part of the formula only
def tanh(x):
    x = x.clamp(-20, 20)
    a, b = torch.exp(x), torch.exp(-x)
    return (a - b) / (a + b).detach()

# %% tanh: lets the slope through for part of the formula only
def tanh(x):
    x = x.clamp(-20, 20)
    a, b = torch.exp(x), torch.exp(-x.detach())
    return (a - b) / (a + b)

# %% tanh: rounds its values
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def tanh(x):
    return torch.round(2 / (1 + torch.exp(-2 * x)) - 1, decimals=2)

# %% tanh: rounds its values
def tanh(x):
    return torch.round(2 / (1 + torch.exp(-2 * x)) - 1, decimals=3)

# %% tanh: rounds its values
def tanh(x):
    return torch.round(2 / (1 + torch.exp(-2 * x)) - 1, decimals=4)

# %% tanh: rounds its values
def tanh(x):
    return torch.round(2 / (1 + torch.exp(-2 * x)) - 1)

# %% tanh: computes in half precision, which keeps three digits only
# hint: How many digits does a float16 hold? Compare your result with the table in the text, digit by digit.
def tanh(x):
    y = x.half()
    return (2 / (1 + torch.exp(-2 * y)) - 1).to(x.dtype)

# %% tanh: gives whole numbers
# hint: Print the dtype of your result. Which numbers between 0 and 1 can it hold?
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).int()

# %% tanh: gives whole numbers
def tanh(x):
    return (2 / (1 + torch.exp(-2 * x)) - 1).long()

# %% tanh: returns more than the result
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def tanh(x):
    return x, 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: returns more than the result
def tanh(x):
    return [2 / (1 + torch.exp(-2 * x)) - 1]

# %% tanh: takes other arguments than the exercise asks for
# hint: Read the line with `def` in the exercise again. Which arguments does the caller give?
def tanh():
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: takes other arguments than the exercise asks for
def tanh(x, y):
    return 2 / (1 + torch.exp(-2 * x)) - 1

# %% tanh: takes other arguments than the exercise asks for
def tanh(a, b, c):
    return 2 / (1 + torch.eap(-2 * a)) - 1

# %% tanh: calls itself without an end
# hint: Inside your function the name `tanh` means your function. Who does the work then?
def tanh(x):
    return tanh(x)

# %% tanh: gives x back as it is
# hint: Which line of your function changes the numbers? Work out one value with pencil and paper and compare.
def tanh(x):
    return x

# %% tanh: gives x back as it is
def tanh(x):
    return x.clone()

# %% tanh: gives the same numbers whatever x is
# hint: Call it with two different tensors. Why does x make no difference?
def tanh(x):
    return torch.zeros_like(x)

# %% tanh: gives the same numbers whatever x is
def tanh(x):
    return torch.ones_like(x)

# %% tanh: gives the same numbers whatever x is
def tanh(x):
    return torch.full_like(x, 0.5)

# %% tanh: is off by a little: x is cut off too early, e is rounded, or a small number is added
# hint: The values should be right in six places. Does your line hold a number that is not exact, and is tanh
# already 1 at 5?
def tanh(x):
    x = x.clamp(-5, 5)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% tanh: is off by a little: x is cut off too early, e is rounded, or a small number is added
def tanh(x):
    x = x.clamp(-4, 4)
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())

# %% tanh: is off by a little: x is cut off too early, e is rounded, or a small number is added
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x) + 1e-5) - 1

# %% tanh: is off by a little: x is cut off too early, e is rounded, or a small number is added
def tanh(x):
    x = torch.clamp(x, -20, 20)
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x) + 1e-3)

# %% tanh: is off by a little: x is cut off too early, e is rounded, or a small number is added
def tanh(x):
    return 2 / (1 + torch.exp(-2 * x) + 1e-3) - 1

# %% relu: writes into x itself
# hint: Print x before and after the call. An assignment to `x[...]`, also by another name for x, and every
# method whose name ends in an underscore change the caller's tensor.
def relu(x):
    x[x < 0] = 0
    return x

# %% relu: writes into x itself
def relu(x):
    y = x.view_as(x).detach()
    y[y < 0] = 0
    return torch.clamp(x, min=0)

# %% relu: writes into x itself
def relu(x):
    return torch.clamp(x, min=0, out=x)

# %% relu: decides for the whole tensor at once, by an if or by Python's max
# hint: x holds many numbers, some positive and some negative. Python's `max` and `if` need one single answer.
# Which functions of torch decide for each element?
def relu(x):
    return max(0, x)

# %% relu: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    if x > 0:
        return x
    return torch.zeros_like(x)

# %% relu: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    return x if x.sum() > 0 else 0 * x

# %% relu: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    if (x > 0).any():
        return x
    return torch.zeros_like(x)

# %% relu: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    if (x > 0).all():
        return x
    return torch.zeros_like(x)

# %% relu: decides for the whole tensor at once, by an if or by Python's max
def relu(x):
    return max(x.tolist() + [0])

# %% relu: gives torch's max a plain 0, which it takes for a dimension or refuses
# hint: Read what the second argument of `torch.max` means when it is a whole number, and what `torch.maximum`
# wants. What is there to give instead of 0?
def relu(x):
    return torch.max(x, 0)

# %% relu: gives torch's max a plain 0, which it takes for a dimension or refuses
def relu(x):
    return torch.max(x, 0)[0]

# %% relu: gives torch's max a plain 0, which it takes for a dimension or refuses
def relu(x):
    return torch.maximum(x, 0)

# %% relu: gives the largest number of x only
# hint: How many numbers go in, and how many should come out? The larger of two is wanted for each element, not
# the largest of all.
def relu(x):
    return torch.max(x)

# %% relu: gives the largest number of x only
def relu(x):
    return torch.clamp(torch.max(x), min=0)

# %% relu: compares with a zero of shape (1,), which gives a single number a dimension
# hint: Which shape does the result have for an x that is a single number? A zero of shape () would change
# nothing there.
def relu(x):
    return torch.maximum(x, torch.zeros(1, dtype=x.dtype))

# %% relu: compares with a zero of shape (1,), which gives a single number a dimension
def relu(x):
    return torch.where(x > 0, x, x.new_zeros(1))

# %% relu: keeps the negative numbers and drops the positive ones
# hint: What should come out for 2, and what for -2? Look which of the two your line lets through.
def relu(x):
    return torch.clamp(x, max=0)

# %% relu: keeps the negative numbers and drops the positive ones
def relu(x):
    return torch.where(x > 0, 0, -x)

# %% relu: keeps the negative numbers and drops the positive ones
def relu(x):
    return -torch.clamp(x, min=0)

# %% relu: takes the absolute value
# hint: What should come out for -2? A negative number is not turned round here.
def relu(x):
    return x.abs()

# %% relu: takes the absolute value
def relu(x):
    return torch.where(x > 0, x, -x)

# %% relu: adds x and |x| without halving the sum, or halves only one of them
# hint: Work out x + |x| for x = 2. Which part of your line does the half belong to, and are there brackets
# around it?
def relu(x):
    return x + x.abs()

# %% relu: adds x and |x| without halving the sum, or halves only one of them
def relu(x):
    return x + x.abs() / 2

# %% relu: adds x and |x| without halving the sum, or halves only one of them
def relu(x):
    return x / 2 + x.abs()

# %% relu: tells which numbers are positive instead of giving them
# hint: What should come out for 9: 9 itself, or a one? Your comparison only answers yes or no.
def relu(x):
    return x > 0

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return (x > 0).to(x.dtype)

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return (x > 0).float()

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return torch.sign(x)

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return (x >= 0).to(x.dtype)

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return (x > 0).int()

# %% relu: tells which numbers are positive instead of giving them
def relu(x):
    return torch.where(x > 0)

# %% relu: drops the negative numbers, so that fewer come out than went in
# hint: How many numbers come out for [-1, 2, 3]? Each negative one should still have its place.
def relu(x):
    return x[x > 0]

# %% relu: drops the negative numbers, so that fewer come out than went in
def relu(x):
    return torch.stack([v for v in x if v > 0])

# %% relu: lets a little of the negative numbers through, as the leaky ReLU does
# hint: What exactly should come out for -100? The leaky one is the next exercise.
def relu(x):
    return torch.where(x > 0, x, 0.01 * x)

# %% relu: lets a little of the negative numbers through, as the leaky ReLU does
def relu(x):
    return torch.where(x > 0, x, 0.1 * x)

# %% relu: lets a little of the negative numbers through, as the leaky ReLU does
def relu(x):
    return torch.where(x > 0, x, 1e-3 * x)

# %% relu: lets a little of the negative numbers through, as the leaky ReLU does
def relu(x):
    return torch.where(x > 0, x, 0.2 * x)

# %% relu: cuts large numbers off as well
# hint: What should come out for 9, and what for 1000? Is there a largest value?
def relu(x):
    return x.clamp(0, 6)

# %% relu: cuts large numbers off as well
def relu(x):
    return x.clamp(0, 1)

# %% relu: cuts large numbers off as well
def relu(x):
    return x.clamp(0, 100)

# %% relu: cuts large numbers off as well
def relu(x):
    return torch.clamp(x, 0, 255)

# %% relu: cuts large numbers off as well
def relu(x):
    return torch.clamp(x, 0, 10)

# %% relu: has its bend at another place than 0
# hint: At which x does your line stop giving 0? Try 0.5 and 1.5.
def relu(x):
    return torch.clamp(x, min=1)

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.where(x > 1, x, torch.zeros_like(x))

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.clamp(x, min=-1)

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.clamp(x - 1, min=0)

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.clamp(x + 1, min=0)

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.where(x > -1, x, torch.zeros_like(x))

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.clamp(x, min=0.01)

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.where(x > 0, x, torch.ones_like(x))

# %% relu: has its bend at another place than 0
def relu(x):
    return torch.where(x > 0, x, -torch.ones_like(x))

# %% relu: gives softplus, whose bend is rounded
# hint: What should come out for 0, and what for -0.5? Your curve only comes close to 0 there.
def relu(x):
    return torch.nn.functional.softplus(x)

# %% relu: gives softplus, whose bend is rounded
def relu(x):
    return torch.nn.functional.softplus(x, beta=50)

# %% relu: gives softplus, whose bend is rounded
def relu(x):
    return torch.nn.functional.softplus(x, beta=10)

# %% relu: gives another activation function
# hint: Sketch the curve that your line draws. For negative x it should lie exactly on the axis, and for
# positive x it is a straight line.
def relu(x):
    return torch.sigmoid(x)

# %% relu: gives another activation function
def relu(x):
    return x * torch.sigmoid(x)

# %% relu: gives another activation function
def relu(x):
    return torch.where(x > 0, x, torch.exp(x) - 1)

# %% relu: gives another activation function
def relu(x):
    return torch.tanh(x)

# %% relu: gives another activation function
def relu(x):
    return torch.clamp(x, min=0) ** 2

# %% relu: gives another activation function
def relu(x):
    return torch.nn.functional.gelu(x)

# %% relu: gives another activation function
def relu(x):
    return torch.clamp(torch.tanh(x), min=0)

# %% relu: cuts the graph, so that no gradient flows back to x
# hint: torch follows the way from x to your result, to find slopes later. At which line does it lose track?
def relu(x):
    x = x.detach()
    return torch.clamp(x, min=0)

# %% relu: cuts the graph, so that no gradient flows back to x
@torch.no_grad()
def relu(x):
    return torch.clamp(x, min=0)

# %% relu: cuts the graph, so that no gradient flows back to x
def relu(x):
    y = torch.clamp(x, min=0)
    return torch.tensor(y.detach().numpy())

# %% relu: has the wrong slope, though its values are right
# hint: Which operations does torch see on the way from x to your result? What is hidden behind `.data`,
# `.detach()` or an assignment of numbers?
def relu(x):
    return x + (x.clamp(min=0) - x).detach()

# %% relu: has the wrong slope, though its values are right
def relu(x):
    return x.detach().clamp(min=0).requires_grad_()

# %% relu: has a backward of its own that is not the slope
# hint: backward gets the slope of what comes after. For which x does it go through, and for which is it
# stopped?
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return (x > 0).to(x.dtype)


def relu(x):
    return Rectify.apply(x)

# %% relu: has a backward of its own that is not the slope
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * x.clamp(min=0)


def relu(x):
    return Rectify.apply(x)

# %% relu: has a backward of its own that is not the slope
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad.clamp(min=0)


def relu(x):
    return Rectify.apply(x)

# %% relu: has a backward of its own that is not the slope
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * x


def relu(x):
    return Rectify.apply(x)

# %% relu: has a backward of its own that is not the slope
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * (x < 0)


def relu(x):
    return Rectify.apply(x)

# %% relu: always gives float32, whatever the dtype of x is
# hint: Give it `torch.tensor([1.0], dtype=torch.float64)` and print the dtype of the result. Where do the
# numbers become float32?
def relu(x):
    x = x.float()
    return torch.clamp(x, min=0)

# %% relu: always gives float32, whatever the dtype of x is
def relu(x):
    return (torch.clamp(x, min=0)).to(torch.float32)

# %% relu: always gives float64, whatever the dtype of x is
# hint: Print the dtype of your result for an x of float32, which is what torch makes of ordinary numbers. Are
# they the same?
def relu(x):
    x = x.double()
    return torch.clamp(x, min=0)

# %% relu: always gives float64, whatever the dtype of x is
def relu(x):
    return (torch.clamp(x, min=0)).to(torch.float64)

# %% relu: makes a new tensor without the dtype or the device of x
# hint: Where does `torch.zeros(...)` live, and of what dtype is it, if nobody says so? Is there a function that
# makes zeros like x?
def relu(x):
    return torch.maximum(x, torch.zeros(x.shape))

# %% relu: makes a new tensor without the dtype or the device of x
def relu(x):
    y = torch.zeros(x.shape)
    y[x > 0] = x[x > 0]
    return y

# %% relu: computes the result but does not return it
# hint: Try `print(relu(torch.tensor([-1.0, 2.0])))`. What does the caller of your function get, and which word
# hands a value over?
def relu(x):
    result = torch.clamp(x, min=0)

# %% relu: computes the result but does not return it
def relu(x):
    print(torch.clamp(x, min=0))

# %% relu: calls torch's own relu
# hint: The exercise asks you to build it yourself. Which of torch's other functions choose the larger of two
# numbers, or limit from below?
def relu(x):
    return torch.relu(x)

# %% relu: calls torch's own relu
def relu(x):
    return torch.threshold(x, 0, 0)

# %% relu: goes through x in a loop that suits one number of dimensions only
# hint: Try a single number, a vector and a matrix. For which of them does your loop or your indexing make
# sense?
def relu(x):
    y = x.clone()
    for i in range(len(x)):
        if x[i] < 0:
            y[i] = 0
    return y

# %% relu: goes through x in a loop that suits one number of dimensions only
def relu(x):
    out = x.clone()
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if out[i, j] < 0:
                out[i, j] = 0
    return out

# %% relu: goes through x in a loop that suits one number of dimensions only
def relu(x):
    return torch.stack([torch.clamp(row, min=0) for row in x])

# %% relu: goes through x in a loop that suits one number of dimensions only
def relu(x):
    return torch.tensor([[max(0.0, v) for v in row] for row in x.tolist()])

# %% relu: goes through x in a loop that suits one number of dimensions only
def relu(x):
    return [max(0, v) for v in x]

# %% relu: returns from inside its loop, after the first number
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def relu(x):
    for v in x.flatten():
        return torch.clamp(v, min=0)

# %% relu: returns from inside its loop, after the first number
def relu(x):
    for v in x:
        return v if v > 0 else 0

# %% relu: returns from inside its loop, after the first number
def relu(x):
    y = x.clone()
    for i in range(x.numel()):
        if y.view(-1)[i] < 0:
            y.view(-1)[i] = 0
        return y

# %% relu: flattens x and does not give its shape back
# hint: Print the shape of x and the shape of the result, for an x of two rows and three columns. Where do the
# rows go?
def relu(x):
    x = x.reshape(-1)
    return torch.clamp(x, min=0)

# %% relu: flattens x and does not give its shape back
def relu(x):
    return (torch.clamp(x, min=0)).flatten()

# %% relu: drops or adds dimensions of length 1
# hint: Print the shape of the result for an x of shape (3, 1), for (1, 3) and for a single number. Which of
# them comes back changed?
def relu(x):
    return (torch.clamp(x, min=0)).squeeze()

# %% relu: drops or adds dimensions of length 1
def relu(x):
    return (torch.clamp(x, min=0)).unsqueeze(-1)

# %% relu: drops or adds dimensions of length 1
def relu(x):
    return (torch.clamp(x, min=0)).unsqueeze(0)

# %% relu: uses view, which fails for a transposed x
# hint: `view` wants the numbers in one piece in memory, and those of a transposed matrix are not. Which
# function is less strict?
def relu(x):
    return x.view(-1).clamp(min=0).view(x.shape)

# %% relu: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def relu(x):
    return np.maximum(0, x)

# %% relu: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def relu(x):
    return torch.from_numpy(np.maximum(0, x.numpy()))

# %% relu: returns a list, a numpy array or plain numbers instead of a tensor
# hint: Try `type(relu(torch.tensor([-1.0, 2.0])))`. Should the caller not get the same kind of thing that went
# in?
def relu(x):
    return (torch.clamp(x, min=0)).tolist()

# %% relu: returns a list, a numpy array or plain numbers instead of a tensor
def relu(x):
    return (torch.clamp(x, min=0)).detach().numpy()

# %% relu: returns a list, a numpy array or plain numbers instead of a tensor
def relu(x):
    y = torch.clamp(x, min=0)
    return y.item() if y.numel() == 1 else y

# %% relu: copies the numbers into a new tensor, which loses dtype and gradients
# hint: A tensor that is made of a list of numbers knows nothing of x. Can every step be an operation on x
# itself?
def relu(x):
    y = torch.clamp(x, min=0)
    return torch.tensor(y.tolist())

# %% relu: copies the numbers into a new tensor, which loses dtype and gradients
def relu(x):
    y = torch.clamp(x, min=0)
    return torch.Tensor(y.detach().numpy())

# %% relu: adds up or averages the result to a single number
# hint: How many numbers go in, and how many should come out? Look at the shape of your result.
def relu(x):
    return (torch.clamp(x, min=0)).sum()

# %% relu: adds up or averages the result to a single number
def relu(x):
    return (torch.clamp(x, min=0)).mean()

# %% relu: rounds its values
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def relu(x):
    return torch.round(torch.clamp(x, min=0), decimals=2)

# %% relu: rounds its values
def relu(x):
    return torch.round(torch.clamp(x, min=0), decimals=3)

# %% relu: rounds its values
def relu(x):
    return torch.round(torch.clamp(x, min=0), decimals=4)

# %% relu: rounds its values
def relu(x):
    return torch.round(torch.clamp(x, min=0))

# %% relu: computes in half precision, which keeps three digits only
# hint: How many digits does a float16 hold? Compare your result with the table in the text, digit by digit.
def relu(x):
    y = x.half()
    return (torch.clamp(y, min=0)).to(x.dtype)

# %% relu: gives whole numbers
# hint: Print the dtype of your result. Which numbers between 0 and 1 can it hold?
def relu(x):
    return (torch.clamp(x, min=0)).int()

# %% relu: gives whole numbers
def relu(x):
    return (torch.clamp(x, min=0)).long()

# %% relu: returns more than the result
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def relu(x):
    return x, torch.clamp(x, min=0)

# %% relu: returns more than the result
def relu(x):
    return [torch.clamp(x, min=0)]

# %% relu: takes other arguments than the exercise asks for
# hint: Read the line with `def` in the exercise again. Which arguments does the caller give?
def relu():
    return torch.clamp(x, min=0)

# %% relu: takes other arguments than the exercise asks for
def relu(x, y):
    return torch.clamp(x, min=0)

# %% relu: takes other arguments than the exercise asks for
def relu(a, b, c):
    return torch.clamp(a, min=0)

# %% relu: calls itself without an end
# hint: Inside your function the name `relu` means your function. Who does the work then?
def relu(x):
    return relu(x)

# %% relu: gives x back as it is
# hint: Which line of your function changes the numbers? Work out one value with pencil and paper and compare.
def relu(x):
    return x

# %% relu: gives x back as it is
def relu(x):
    return x.clone()

# %% relu: gives the same numbers whatever x is
# hint: Call it with two different tensors. Why does x make no difference?
def relu(x):
    return torch.zeros_like(x)

# %% relu: gives the same numbers whatever x is
def relu(x):
    return torch.ones_like(x)

# %% relu: gives the same numbers whatever x is
def relu(x):
    return torch.full_like(x, 0.5)

# %% leaky_relu: ignores negative_slope and always takes a slope of its own
# hint: Call it with negative_slope=0.2. Which number in the body of your function should be the argument
# instead?
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, 0.01 * x)

# %% leaky_relu: ignores negative_slope and always takes a slope of its own
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, 0.1 * x)

# %% leaky_relu: ignores negative_slope and always takes a slope of its own
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, 0.2 * x)

# %% leaky_relu: has another slope than 0.01 when none is given
# hint: Call it without a slope and look at the value at -100. Which default does the exercise ask for?
def leaky_relu(x, negative_slope=0.1):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0.2):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0.001):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0.3):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=1):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0.05):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: has another slope than 0.01 when none is given
def leaky_relu(x, negative_slope=0.02):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: cannot be called without a slope
# hint: What happens at `leaky_relu(x)`? An argument may have a default, written in the line with `def`.
def leaky_relu(x, negative_slope):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: cannot be called without a slope
def leaky_relu(negative_slope, x):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: takes no slope as its second argument
# hint: The caller may choose the slope. What happens at `leaky_relu(x, 0.2)`, and what stands in your line with
# `def`?
def leaky_relu(x):
    return torch.where(x > 0, x, 0.01 * x)

# %% leaky_relu: takes no slope as its second argument
def leaky_relu(x):
    negative_slope = 0.1
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: calls the slope something other than negative_slope
# hint: The caller writes `leaky_relu(x, negative_slope=0.2)`. What is that argument called in your line with
# `def`?
def leaky_relu(x, alpha=0.01):
    return torch.where(x > 0, x, alpha * x)

# %% leaky_relu: calls the slope something other than negative_slope
def leaky_relu(x, slope=0.1):
    return torch.where(x > 0, x, slope * x)

# %% leaky_relu: turns the negative side up
# hint: Should the value at -100 be above or below 0? Look for a minus too many, or for an absolute value.
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, -negative_slope * x)

# %% leaky_relu: turns the negative side up
def leaky_relu(x, negative_slope=0.01):
    return torch.relu(x) + negative_slope * torch.abs(x)

# %% leaky_relu: gives a constant on the negative side
# hint: Compare your values at -1 and at -100. The second should lie a hundred times deeper: by what is the
# slope multiplied?
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.full_like(x, negative_slope))

# %% leaky_relu: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=negative_slope)

# %% leaky_relu: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=-negative_slope)

# %% leaky_relu: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    y = x.clone()
    y[y < 0] = negative_slope
    return y

# %% leaky_relu: gives a constant on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.full_like(x, -negative_slope))

# %% leaky_relu: multiplies the positive side by the slope, and not the negative one
# hint: What should come out for 3, and what for -3? See which of the two your line makes smaller.
def leaky_relu(x, negative_slope=0.01):
    return torch.minimum(x, negative_slope * x)

# %% leaky_relu: multiplies the positive side by the slope, and not the negative one
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, negative_slope * x, 0 * x)

# %% leaky_relu: multiplies all of x by the slope
# hint: What should come out for 3? The slope is meant for one side only.
def leaky_relu(x, negative_slope=0.01):
    return negative_slope * x

# %% leaky_relu: multiplies all of x by the slope
def leaky_relu(x, negative_slope=0.01):
    return negative_slope * torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: adds the slope times x on both sides
# hint: What comes out for 3: exactly 3, or a little more or less? The leak belongs to the negative side alone.
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0) + negative_slope * x

# %% leaky_relu: adds the slope times x on both sides
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0) - negative_slope * x

# %% leaky_relu: adds the slope times x on both sides
def leaky_relu(x, negative_slope=0.01):
    return x + negative_slope * torch.clamp(x, min=0)

# %% leaky_relu: is just a ReLU: nothing leaks
# hint: What should come out for -100, where the ReLU gives 0? The slope has not been used.
def leaky_relu(x, negative_slope=0.01):
    return torch.clamp(x, min=0)

# %% leaky_relu: is just a ReLU: nothing leaks
def leaky_relu(x, negative_slope=0.01):
    return torch.maximum(torch.zeros_like(x), negative_slope * x + torch.clamp(x, min=0) * (1 - negative_slope))

# %% leaky_relu: combines x and the slope by another operation than a product
# hint: Work out the value at -2 for a slope of 0.01, with pencil and paper. Which operation did you use there?
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x / negative_slope)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x + negative_slope)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x - negative_slope)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x ** negative_slope)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, (1 - negative_slope) * x)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope ** 2 * x)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x ** 2)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope / x)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * torch.clamp(x, min=-1))

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, (1 + negative_slope) * x)

# %% leaky_relu: combines x and the slope by another operation than a product
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope / 100 * x)

# %% leaky_relu: has its bend at another place than 0
# hint: At which x does your function change from one straight line to the other? Try x = 0.005 and x = 0.5.
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > negative_slope, x, negative_slope * x)

# %% leaky_relu: has its bend at another place than 0
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 1, x, negative_slope * x)

# %% leaky_relu: has its bend at another place than 0
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > -1, x, negative_slope * x)

# %% leaky_relu: gives an exponential on the negative side
# hint: The negative side is a straight line too. What should come out for -100?
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * (torch.exp(x) - 1))

# %% leaky_relu: gives an exponential on the negative side
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.exp(x) - 1)

# %% leaky_relu: gives an exponential on the negative side
def leaky_relu(x, negative_slope=0.01):
    return x * torch.sigmoid(x)

# %% leaky_relu: takes a slope of 0 for a slope that was not given
# hint: What does `or` do with a 0? Somebody may ask for a slope of exactly 0.
def leaky_relu(x, negative_slope=None):
    slope = negative_slope or 0.01
    return torch.where(x > 0, x, slope * x)

# %% leaky_relu: takes a slope of 0 for a slope that was not given
def leaky_relu(x, negative_slope=0.01):
    if not negative_slope:
        negative_slope = 0.01
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: decides for the whole tensor at once, by an if or by Python's max
# hint: x holds many numbers, some positive and some negative. Python's `max` and `if` need one single answer.
# Which functions of torch decide for each element?
def leaky_relu(x, negative_slope=0.01):
    return max(negative_slope * x, x)

# %% leaky_relu: decides for the whole tensor at once, by an if or by Python's max
def leaky_relu(x, negative_slope=0.01):
    return x if x.sum() > 0 else negative_slope * x

# %% leaky_relu: decides for the whole tensor at once, by an if or by Python's max
def leaky_relu(x, negative_slope=0.01):
    if (x > 0).any():
        return x
    return negative_slope * x

# %% leaky_relu: decides for the whole tensor at once, by an if or by Python's max
def leaky_relu(x, negative_slope=0.01):
    if (x > 0).all():
        return x
    return negative_slope * x

# %% leaky_relu: writes into x itself
# hint: Print x before and after the call. An assignment to `x[...]`, also by another name for x, and every
# method whose name ends in an underscore change the caller's tensor.
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x

# %% leaky_relu: writes into x itself
def leaky_relu(x, negative_slope=0.01):
    y = x
    y[y < 0] = negative_slope * y[y < 0]
    return y

# %% leaky_relu: writes into x itself
def leaky_relu(x, negative_slope=0.01):
    with torch.no_grad():
        x[x < 0] *= negative_slope
    return x

# %% leaky_relu: cuts the graph, so that no gradient flows back to x
# hint: torch follows the way from x to your result, to find slopes later. At which line does it lose track?
def leaky_relu(x, negative_slope=0.01):
    x = x.detach()
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: cuts the graph, so that no gradient flows back to x
@torch.no_grad()
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: cuts the graph, so that no gradient flows back to x
def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, x, negative_slope * x)
    return torch.tensor(y.detach().numpy())

# %% leaky_relu: loses the slope of one side, though its values are right
# hint: Which operations does torch see on the way from x to your result, on each of the two sides? What is
# hidden behind `.data` or `.detach()`?
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, negative_slope * x.detach())

# %% leaky_relu: loses the slope of one side, though its values are right
def leaky_relu(x, negative_slope=0.01):
    y = x.clone()
    y.data[y.data < 0] *= negative_slope
    return y

# %% leaky_relu: loses the slope of one side, though its values are right
def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x.detach(), negative_slope * x)

# %% leaky_relu: has a backward of its own that is not the slope
# hint: backward gets the slope of what comes after. By what must it be multiplied where x is positive, and by
# what where it is negative?
class Leak(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x)
        ctx.slope = slope
        return torch.where(x > 0, x, slope * x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return torch.where(x > 0, 1.0, ctx.slope), None


def leaky_relu(x, negative_slope=0.01):
    return Leak.apply(x, negative_slope)

# %% leaky_relu: has a backward of its own that is not the slope
class Leak(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x)
        ctx.slope = slope
        return torch.where(x > 0, x, slope * x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return torch.where(grad > 0, grad, ctx.slope * grad), None


def leaky_relu(x, negative_slope=0.01):
    return Leak.apply(x, negative_slope)

# %% leaky_relu: has a backward of its own that is not the slope
class Leak(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x)
        ctx.slope = slope
        return torch.where(x > 0, x, slope * x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return torch.where(x > 0, grad, ctx.slope * grad)


def leaky_relu(x, negative_slope=0.01):
    return Leak.apply(x, negative_slope)

# %% leaky_relu: always gives float32, whatever the dtype of x is
# hint: Give it `torch.tensor([1.0], dtype=torch.float64)` and print the dtype of the result. Where do the
# numbers become float32?
def leaky_relu(x, negative_slope=0.01):
    x = x.float()
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: always gives float32, whatever the dtype of x is
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).to(torch.float32)

# %% leaky_relu: always gives float64, whatever the dtype of x is
# hint: Print the dtype of your result for an x of float32, which is what torch makes of ordinary numbers. Are
# they the same?
def leaky_relu(x, negative_slope=0.01):
    x = x.double()
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: always gives float64, whatever the dtype of x is
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).to(torch.float64)

# %% leaky_relu: makes a new tensor without the dtype or the device of x
# hint: Where does `torch.zeros(...)` live, and of what dtype is it, if nobody says so? Is there a function that
# makes zeros like x?
def leaky_relu(x, negative_slope=0.01):
    zero = torch.zeros(x.shape)
    return torch.maximum(x, zero) + negative_slope * torch.minimum(x, zero)

# %% leaky_relu: makes a new tensor without the dtype or the device of x
def leaky_relu(x, negative_slope=0.01):
    y = torch.zeros(x.shape)
    y[x > 0] = x[x > 0]
    y[x <= 0] = negative_slope * x[x <= 0]
    return y

# %% leaky_relu: computes the result but does not return it
# hint: Try `print(leaky_relu(torch.tensor([-1.0, 2.0])))`. What does the caller of your function get, and which
# word hands a value over?
def leaky_relu(x, negative_slope=0.01):
    result = torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: computes the result but does not return it
def leaky_relu(x, negative_slope=0.01):
    print(torch.where(x > 0, x, negative_slope * x))

# %% leaky_relu: calls torch's own leaky ReLU
# hint: The exercise asks you to build it yourself. Could your ReLU help, or a choice between two tensors?
def leaky_relu(x, negative_slope=0.01):
    return torch.nn.functional.leaky_relu(x, negative_slope)

# %% leaky_relu: calls torch's own leaky ReLU
def leaky_relu(x, negative_slope=0.01):
    return torch.nn.LeakyReLU(0.01)(x)

# %% leaky_relu: calls torch's own leaky ReLU
def leaky_relu(x, negative_slope=0.01):
    return torch.prelu(x, torch.tensor([negative_slope], dtype=x.dtype))

# %% leaky_relu: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return torch.from_numpy(np.where(x.numpy() > 0, x.numpy(), negative_slope * x.numpy()))

# %% leaky_relu: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return np.maximum(negative_slope * x, x)

# %% leaky_relu: goes through x in a loop that suits one number of dimensions only
# hint: Try a single number, a vector and a matrix. For which of them does your loop or your indexing make
# sense?
def leaky_relu(x, negative_slope=0.01):
    y = x.clone()
    for i in range(len(x)):
        if x[i] < 0:
            y[i] = negative_slope * x[i]
    return y

# %% leaky_relu: goes through x in a loop that suits one number of dimensions only
def leaky_relu(x, negative_slope=0.01):
    out = x.clone()
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i, j] < 0:
                out[i, j] = negative_slope * x[i, j]
    return out

# %% leaky_relu: goes through x in a loop that suits one number of dimensions only
def leaky_relu(x, negative_slope=0.01):
    return torch.stack([torch.where(row > 0, row, negative_slope * row) for row in x])

# %% leaky_relu: goes through x in a loop that suits one number of dimensions only
def leaky_relu(x, negative_slope=0.01):
    return [v if v > 0 else negative_slope * v for v in x]

# %% leaky_relu: returns from inside its loop, after the first number
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def leaky_relu(x, negative_slope=0.01):
    for v in x.flatten():
        return v if v > 0 else negative_slope * v

# %% leaky_relu: returns from inside its loop, after the first number
def leaky_relu(x, negative_slope=0.01):
    y = x.clone()
    for i in range(x.numel()):
        if y.view(-1)[i] < 0:
            y.view(-1)[i] *= negative_slope
        return y

# %% leaky_relu: flattens x and does not give its shape back
# hint: Print the shape of x and the shape of the result, for an x of two rows and three columns. Where do the
# rows go?
def leaky_relu(x, negative_slope=0.01):
    x = x.reshape(-1)
    return torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: flattens x and does not give its shape back
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).flatten()

# %% leaky_relu: drops or adds dimensions of length 1
# hint: Print the shape of the result for an x of shape (3, 1), for (1, 3) and for a single number. Which of
# them comes back changed?
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).squeeze()

# %% leaky_relu: drops or adds dimensions of length 1
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).unsqueeze(-1)

# %% leaky_relu: drops or adds dimensions of length 1
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).unsqueeze(0)

# %% leaky_relu: drops or adds dimensions of length 1
def leaky_relu(x, negative_slope=0.01):
    return torch.atleast_1d(torch.where(x > 0, x, negative_slope * x))

# %% leaky_relu: uses view, which fails for a transposed x
# hint: `view` wants the numbers in one piece in memory, and those of a transposed matrix are not. Which
# function is less strict?
def leaky_relu(x, negative_slope=0.01):
    return torch.stack([v if v > 0 else negative_slope * v for v in x.view(-1)]).view(x.shape)

# %% leaky_relu: returns a list, a numpy array or plain numbers instead of a tensor
# hint: Try `type(leaky_relu(torch.tensor([-1.0, 2.0])))`. Should the caller not get the same kind of thing that
# went in?
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).tolist()

# %% leaky_relu: returns a list, a numpy array or plain numbers instead of a tensor
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).detach().numpy()

# %% leaky_relu: returns a list, a numpy array or plain numbers instead of a tensor
def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, x, negative_slope * x)
    return y.item() if y.numel() == 1 else y

# %% leaky_relu: copies the numbers into a new tensor, which loses dtype and gradients
# hint: A tensor that is made of a list of numbers knows nothing of x. Can every step be an operation on x
# itself?
def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, x, negative_slope * x)
    return torch.tensor(y.tolist())

# %% leaky_relu: copies the numbers into a new tensor, which loses dtype and gradients
def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, x, negative_slope * x)
    return torch.Tensor(y.detach().numpy())

# %% leaky_relu: adds up or averages the result to a single number
# hint: How many numbers go in, and how many should come out? Look at the shape of your result.
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).sum()

# %% leaky_relu: adds up or averages the result to a single number
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).mean()

# %% leaky_relu: rounds its values
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def leaky_relu(x, negative_slope=0.01):
    return torch.round(torch.where(x > 0, x, negative_slope * x), decimals=2)

# %% leaky_relu: rounds its values
def leaky_relu(x, negative_slope=0.01):
    return torch.round(torch.where(x > 0, x, negative_slope * x), decimals=3)

# %% leaky_relu: rounds its values
def leaky_relu(x, negative_slope=0.01):
    return torch.round(torch.where(x > 0, x, negative_slope * x), decimals=4)

# %% leaky_relu: rounds its values
def leaky_relu(x, negative_slope=0.01):
    return torch.round(torch.where(x > 0, x, negative_slope * x))

# %% leaky_relu: computes in half precision, which keeps three digits only
# hint: How many digits does a float16 hold? Compare your result with the table in the text, digit by digit.
def leaky_relu(x, negative_slope=0.01):
    y = x.half()
    return (torch.where(y > 0, y, negative_slope * y)).to(x.dtype)

# %% leaky_relu: gives whole numbers
# hint: Print the dtype of your result. Which numbers between 0 and 1 can it hold?
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).int()

# %% leaky_relu: gives whole numbers
def leaky_relu(x, negative_slope=0.01):
    return (torch.where(x > 0, x, negative_slope * x)).long()

# %% leaky_relu: returns more than the result
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def leaky_relu(x, negative_slope=0.01):
    return x, torch.where(x > 0, x, negative_slope * x)

# %% leaky_relu: returns more than the result
def leaky_relu(x, negative_slope=0.01):
    return [torch.where(x > 0, x, negative_slope * x)]

# %% leaky_relu: calls itself without an end
# hint: Inside your function the name `leaky_relu` means your function. Who does the work then?
def leaky_relu(x, negative_slope=0.01):
    return leaky_relu(x, negative_slope)

# %% leaky_relu: gives x back as it is
# hint: Which line of your function changes the numbers? Work out one value with pencil and paper and compare.
def leaky_relu(x, negative_slope=0.01):
    return x

# %% leaky_relu: gives x back as it is
def leaky_relu(x, negative_slope=0.01):
    return x.clone()

# %% leaky_relu: gives the same numbers whatever x is
# hint: Call it with two different tensors. Why does x make no difference?
def leaky_relu(x, negative_slope=0.01):
    return torch.zeros_like(x)

# %% leaky_relu: gives the same numbers whatever x is
def leaky_relu(x, negative_slope=0.01):
    return torch.ones_like(x)

# %% leaky_relu: gives the same numbers whatever x is
def leaky_relu(x, negative_slope=0.01):
    return torch.full_like(x, 0.5)

# %% softmax: divides by the sum over the whole tensor instead of along dim
# hint: Add up each row of your result. For a matrix every row should give 1: over which numbers does your sum
# run?
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum()

# %% softmax: divides by the sum over the whole tensor instead of along dim
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / torch.sum(e)

# %% softmax: does not subtract the largest score first, so that the exponential overflows
# hint: What is exp(1000) in a computer? Subtracting the same number from all scores of a row does not change
# the result: which number makes it safe?
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / e.sum(dim=dim, keepdim=True)

# %% softmax: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    e = torch.exp(x)
    return torch.nan_to_num(e / e.sum(dim, keepdim=True))

# %% softmax: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    return torch.exp(x - torch.log(torch.exp(x).sum(dim, keepdim=True)))

# %% softmax: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    e = torch.exp(x + x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    e = torch.exp(x) / torch.exp(x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: does not subtract the largest score first, so that the exponential overflows
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / (e.sum(dim, keepdim=True) + 1e-8)

# %% softmax: subtracts the largest score of the whole tensor, not that of each row
# hint: A row of scores near -1000 beside a row near 1000: what does your exponential make of the first? Each
# row has a largest score of its own.
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(dim=dim, keepdim=True)

# %% softmax: subtracts the largest score of the whole tensor, not that of each row
def softmax(x, dim=-1):
    top = x.amax(-1, keepdim=True) if dim in (-1, x.dim() - 1) else x.max()
    e = torch.exp(x - top)
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
# hint: Which number must a score of 1000 lose to become harmless, and which a score of -1000? Try both in one
# row.
def softmax(x, dim=-1):
    e = torch.exp(x - x.mean(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - x.amin(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - x.select(dim, 0).unsqueeze(dim))
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - x.sum(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - 100)
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - x.median(dim, keepdim=True).values)
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts something other than the largest score
def softmax(x, dim=-1):
    e = torch.exp(x - x.abs().amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: always works along the last dimension, whatever dim is
# hint: Call it with dim=0 and add up the columns. Does your function use its argument dim anywhere?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% softmax: always works along the first dimension
# hint: Add up the rows and the columns of your result for a matrix. Along which of them should it sum to 1, and
# which dimension do you name?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(0, keepdim=True))
    return e / e.sum(0, keepdim=True)

# %% softmax: always works along the first dimension
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / sum(e)

# %% softmax: always works along dimension 1, which a vector does not have
# hint: How many dimensions does a vector have, and how many a stack of matrices? The argument dim says which
# one is meant.
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=1, keepdim=True).values)
    return e / e.sum(dim=1, keepdim=True)

# %% softmax: always works along dimension 1, which a vector does not have
def softmax(x, dim=1):
    e = torch.exp(x - x.max(dim=1, keepdim=True).values)
    return e / e.sum(dim=1, keepdim=True)

# %% softmax: has another dimension than the last one as its default
# hint: Call it without dim on a matrix, and add up the rows. Which number stands for the last dimension,
# however many there are?
def softmax(x, dim=0):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: has another dimension than the last one as its default
def softmax(x, dim=1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: has another dimension than the last one as its default
def softmax(x, dim=-2):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: forgets keepdim, so that the sum or the maximum no longer lines up with its row
# hint: Print the shapes of the exponentials and of their sum for an x of shape (2, 3). Can the one be divided
# by the other, row by row?
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(dim=dim)

# %% softmax: forgets keepdim, so that the sum or the maximum no longer lines up with its row
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=dim).values)
    return e / e.sum(dim=dim, keepdim=True)

# %% softmax: forgets keepdim, so that the sum or the maximum no longer lines up with its row
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=dim).values)
    return e / e.sum(dim=dim)

# %% softmax: forgets keepdim, so that the sum or the maximum no longer lines up with its row
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim)

# %% softmax: puts the lost dimension back in the wrong place
# hint: After a sum along dim, where must the dimension of length 1 stand? Try it with dim=0 and with three
# dimensions.
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim)[0].unsqueeze(-1))
    return e / e.sum(dim).unsqueeze(-1)

# %% softmax: puts the lost dimension back in the wrong place
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(dim).unsqueeze(-1)

# %% softmax: puts the lost dimension back in the wrong place
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim).unsqueeze(1)

# %% softmax: puts the lost dimension back in the wrong place
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim).view(-1, 1)

# %% softmax: uses dim in one step and another dimension in the next
# hint: There are two steps that reduce: the maximum and the sum. Does each of them get dim?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% softmax: uses dim in one step and another dimension in the next
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: uses dim in one step and another dimension in the next
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(0, keepdim=True)

# %% softmax: uses dim in one step and another dimension in the next
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(1, keepdim=True)

# %% softmax: uses dim in one step and another dimension in the next
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(0, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: uses dim in one step and another dimension in the next
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(1, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: divides by the sum of the scores, not by that of their exponentials
# hint: What is the sum of each row of your result? Look at what stands below the bar in the formula.
def softmax(x, dim=-1):
    return torch.exp(x) / x.sum(dim, keepdim=True)

# %% softmax: divides by the sum of the scores, not by that of their exponentials
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / x.sum(dim, keepdim=True)

# %% softmax: divides by the sum of the scores, not by that of their exponentials
def softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return torch.exp(z) / z.sum(dim, keepdim=True)

# %% softmax: divides by the sum of the scores, not by that of their exponentials
def softmax(x, dim=-1):
    return torch.exp(x) / torch.exp(x.sum(dim, keepdim=True))

# %% softmax: divides by the sum of the scores, not by that of their exponentials
def softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return torch.exp(z) / torch.exp(z.sum(dim, keepdim=True))

# %% softmax: takes no exponential of the scores
# hint: A probability is never negative. What makes every score positive in the formula, also a negative one?
def softmax(x, dim=-1):
    return x / x.sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    return x.abs() / x.abs().sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z / z.sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    z = x - x.amin(dim, keepdim=True)
    return z / z.sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    return x ** 2 / (x ** 2).sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    return x / torch.exp(x).sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    z = x.clamp(min=0)
    return z / z.sum(dim, keepdim=True)

# %% softmax: takes no exponential of the scores
def softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z / torch.exp(z).sum(dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
# hint: What is the sum of each row of your result? It should be 1. By what must each exponential be divided for
# that?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.mean(dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.amax(dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.norm(dim=dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (1 + e.sum(dim, keepdim=True))

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / x.size(dim)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (e.sum(dim, keepdim=True) - e)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.cumsum(dim)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    return torch.exp(x)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e * e.sum(dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e - e.sum(dim, keepdim=True)

# %% softmax: does not divide by the sum of the exponentials, but by something else or not at all
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e * e.sum(dim, keepdim=True)

# %% softmax: subtracts the maximum in one place only, above or below the bar
# hint: The fraction stays the same only if the same is done above and below the bar. Which exponentials are of
# the shifted scores?
def softmax(x, dim=-1):
    return torch.exp(x - x.amax(dim, keepdim=True)) / torch.exp(x).sum(dim, keepdim=True)

# %% softmax: subtracts the maximum in one place only, above or below the bar
def softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return torch.exp(x) / torch.exp(z).sum(dim, keepdim=True)

# %% softmax: subtracts the maximum in one place only, above or below the bar
def softmax(x, dim=-1):
    return torch.exp(x - x.max()) / torch.exp(x).sum(dim, keepdim=True)

# %% softmax: subtracts the maximum after the exponential, not before
# hint: Which of the two comes first, the shift or the exponential? Only one of the orders leaves the result as
# it was.
def softmax(x, dim=-1):
    e = torch.exp(x) - x.amax(dim, keepdim=True)
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts the maximum after the exponential, not before
def softmax(x, dim=-1):
    e = torch.exp(x)
    e = e - e.amax(dim, keepdim=True)
    return e / e.sum(dim, keepdim=True)

# %% softmax: subtracts the maximum after the exponential, not before
def softmax(x, dim=-1):
    e = torch.exp(x) - x.max()
    return e / e.sum(dim, keepdim=True)

# %% softmax: divides the scores by their maximum instead of subtracting it
# hint: Is exp(a / m) the same as exp(a) divided by exp(m)? Check which operation on the scores leaves all
# ratios as they were.
def softmax(x, dim=-1):
    e = torch.exp(x / x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: divides the scores by their maximum instead of subtracting it
def softmax(x, dim=-1):
    e = torch.exp(x / x.max())
    return e / e.sum(dim, keepdim=True)

# %% softmax: divides the scores by their maximum instead of subtracting it
def softmax(x, dim=-1):
    z = (x - x.mean(dim, keepdim=True)) / x.std(dim, keepdim=True)
    e = torch.exp(z)
    return e / e.sum(dim, keepdim=True)

# %% softmax: divides the scores by their maximum instead of subtracting it
def softmax(x, dim=-1):
    e = torch.exp(x / x.norm(dim=dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: uses the pair that max(dim) gives as if it were a tensor
# hint: Print `x.max(dim=0)`. How many things are in it, and which of them do you need?
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)

# %% softmax: has the wrong sign in the exponent
# hint: The largest score should get the largest probability. Which one gets it in yours?
def softmax(x, dim=-1):
    e = torch.exp(-x)
    return e / e.sum(dim, keepdim=True)

# %% softmax: has the wrong sign in the exponent
def softmax(x, dim=-1):
    e = torch.exp(x.amax(dim, keepdim=True) - x)
    return e / e.sum(dim, keepdim=True)

# %% softmax: returns the logarithm of the probabilities
# hint: Are your values between 0 and 1? One step is missing, or one is too many.
def softmax(x, dim=-1):
    return x - torch.logsumexp(x, dim, keepdim=True)

# %% softmax: returns the logarithm of the probabilities
def softmax(x, dim=-1):
    return torch.nn.functional.log_softmax(x, dim=dim)

# %% softmax: chooses the largest score only
# hint: The softmax is soft: also the second largest score gets a share. What does the table in the text say of
# (2, 1, 0)?
def softmax(x, dim=-1):
    return (x == x.amax(dim, keepdim=True)).to(x.dtype)

# %% softmax: chooses the largest score only
def softmax(x, dim=-1):
    return x.argmax(dim)

# %% softmax: chooses the largest score only
def softmax(x, dim=-1):
    return x.amax(dim)

# %% softmax: chooses the largest score only
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).amax(dim)

# %% softmax: takes the sigmoid of each score for itself
# hint: What is the sum of each row of your result? A score must know of the others in its row.
def softmax(x, dim=-1):
    return torch.sigmoid(x)

# %% softmax: takes the sigmoid of each score for itself
def softmax(x, dim=-1):
    s = torch.sigmoid(x)
    return s / s.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
# hint: Which number is raised to the power of each score in the formula? e has more digits than one writes by
# hand.
def softmax(x, dim=-1):
    e = 2 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
def softmax(x, dim=-1):
    e = 10 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
def softmax(x, dim=-1):
    e = 2.718 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
def softmax(x, dim=-1):
    e = 2.71 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
def softmax(x, dim=-1):
    e = 2.7 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: raises another number than e to the power of the scores
def softmax(x, dim=-1):
    e = 3 ** (x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: multiplies or divides the scores by a number before the exponential
# hint: For (2, 1, 0) the text gives 0.665, 0.245 and 0.090. Is your distribution flatter or more pointed, and
# which step makes it so?
def softmax(x, dim=-1):
    z = x / 2
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: multiplies or divides the scores by a number before the exponential
def softmax(x, dim=-1):
    z = 2 * x
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: multiplies or divides the scores by a number before the exponential
def softmax(x, dim=-1):
    z = x / x.shape[dim] ** 0.5
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: multiplies or divides the scores by a number before the exponential
def softmax(x, dim=-1):
    z = x / 10
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: squashes twice
# hint: Count the exponentials on the way from a score to a probability. The formula has one.
def softmax(x, dim=-1):
    return torch.softmax(torch.softmax(x, dim), dim)

# %% softmax: squashes twice
def softmax(x, dim=-1):
    e = torch.exp(torch.sigmoid(x))
    return e / e.sum(dim, keepdim=True)

# %% softmax: squashes twice
def softmax(x, dim=-1):
    e = torch.exp(torch.exp(x - x.amax(dim, keepdim=True)))
    return e / e.sum(dim, keepdim=True)

# %% softmax: lacks brackets, so that the division comes too early
# hint: Division binds more tightly than plus and minus. Which part of your line is divided by which, if you
# draw in the brackets that Python sees?
def softmax(x, dim=-1):
    return torch.exp(x - x.amax(dim, keepdim=True) / torch.exp(x - x.amax(dim, keepdim=True)).sum(dim, keepdim=True))

# %% softmax: lacks brackets, so that the division comes too early
def softmax(x, dim=-1):
    e = torch.exp(x) - x.amax(dim, keepdim=True)
    return torch.exp(x) - x.amax(dim, keepdim=True) / e.sum(dim, keepdim=True)

# %% softmax: lacks brackets, so that the division comes too early
def softmax(x, dim=-1):
    return torch.exp(x / x.sum(dim, keepdim=True))

# %% softmax: lacks brackets, so that the division comes too early
def softmax(x, dim=-1):
    return torch.exp(x / torch.exp(x).sum(dim, keepdim=True))

# %% softmax: cuts the scores off instead of shifting them
# hint: Two scores of 1000 and 999 should not get equal shares. What is left of their difference after your
# clamp?
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-80, 80))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the scores off instead of shifting them
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-10, 10))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the scores off instead of shifting them
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(max=80))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the scores off instead of shifting them
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(max=10))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the scores off instead of shifting them
def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-100, 100))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the scores off instead of shifting them
def softmax(x, dim=-1):
    z = x.clamp(max=10)
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: adds a number to the sum that is large enough to change the result
# hint: After the shift the sum is at least 1, so it is never 0. What then does the small number protect from?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (e.sum(dim, keepdim=True) + 1e-4)

# %% softmax: adds a number to the sum that is large enough to change the result
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (e.sum(dim, keepdim=True) + 1e-3)

# %% softmax: adds a number to the sum that is large enough to change the result
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / (e.sum(dim, keepdim=True) + 1e-2)

# %% softmax: adds a number to the sum that is large enough to change the result
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True)) + 1e-5
    return e / e.sum(dim, keepdim=True)

# %% softmax: changes x in place
# hint: Print x before and after the call. `-=` and methods whose name ends in an underscore write into the
# caller's tensor.
def softmax(x, dim=-1):
    x -= x.amax(dim, keepdim=True)
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)

# %% softmax: changes x in place
def softmax(x, dim=-1):
    with torch.no_grad():
        x -= x.amax(dim, keepdim=True)
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)

# %% softmax: changes x in place
def softmax(x, dim=-1):
    x -= x.max()
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)

# %% softmax: stops the gradient at the sum below the bar
# hint: A score changes the probabilities of its neighbours too, through the sum. Does torch see that way?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True).detach())
    return e / e.sum(dim, keepdim=True).detach()

# %% softmax: stops the gradient at the sum below the bar
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    s = e.sum(dim, keepdim=True)
    return e / s.data

# %% softmax: stops the gradient at the sum below the bar
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e.detach() / e.sum(dim, keepdim=True)

# %% softmax: cuts the graph, so that no gradient flows back to x
# hint: torch follows the way from x to your result, to find slopes later. At which line does it lose track?
def softmax(x, dim=-1):
    x = x.detach()
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the graph, so that no gradient flows back to x
@torch.no_grad()
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: cuts the graph, so that no gradient flows back to x
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    y = e / e.sum(dim, keepdim=True)
    return torch.tensor(y.detach().numpy())

# %% softmax: has a backward of its own that leaves out the neighbours
# hint: The slope of one probability by its own score is p (1 - p). But each score also changes all the others:
# where are they?
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
        return grad * p * (1 - p), None


def softmax(x, dim=-1):
    return Probabilities.apply(x, dim)

# %% softmax: has a backward of its own that leaves out the neighbours
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
        return p * (1 - p), None


def softmax(x, dim=-1):
    return Probabilities.apply(x, dim)

# %% softmax: has a backward of its own that leaves out the neighbours
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
        return grad, None


def softmax(x, dim=-1):
    return Probabilities.apply(x, dim)

# %% softmax: has a backward of its own that leaves out the neighbours
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
        return p * (grad - grad.sum(ctx.dim, keepdim=True)), None


def softmax(x, dim=-1):
    return Probabilities.apply(x, dim)

# %% softmax: takes no dim as its second argument
# hint: The caller chooses the dimension. What happens at `softmax(x, 0)`, and what stands in your line with
# `def`?
def softmax(x):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)

# %% softmax: takes no dim as its second argument
def softmax(x):
    e = torch.exp(x - x.max())
    return e / e.sum()

# %% softmax: takes no dim as its second argument
def softmax(x):
    e = torch.exp(x - x.amax(0))
    return e / e.sum(0)

# %% softmax: takes no dim as its second argument
def softmax(x):
    e = torch.exp(x)
    return e / e.sum(-1, keepdim=True)

# %% softmax: calls the dimension something other than dim
# hint: The caller writes `softmax(x, dim=0)`. What is that argument called in your line with `def`?
def softmax(x, axis=-1):
    e = torch.exp(x - x.amax(axis, keepdim=True))
    return e / e.sum(axis, keepdim=True)

# %% softmax: cannot be called without dim
# hint: What happens at `softmax(x)`? An argument may have a default, written in the line with `def`.
def softmax(x, dim):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: takes dimension 0 for a dimension that was not given
# hint: What does `or` do with a 0? Somebody may ask for exactly that dimension.
def softmax(x, dim=None):
    dim = dim or -1
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: takes dimension 0 for a dimension that was not given
def softmax(x, dim=-1):
    if not dim:
        dim = -1
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: refuses or misreads a dim that is counted from the end
# hint: torch counts -1, -2 and so on from the end. What does your function do with them?
def softmax(x, dim=None):
    dim = x.dim() - 1 if dim is None else dim
    if dim < 0:
        raise ValueError("dim must not be negative")
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: refuses or misreads a dim that is counted from the end
def softmax(x, dim=-1):
    if dim < 0:
        dim = x.dim() - 1
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: refuses or misreads a dim that is counted from the end
def softmax(x, dim=-1):
    dim = abs(dim)
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: takes the scores for a vector, whatever shape they have
# hint: Try a matrix. How many numbers does Python's `max`, `sum` or your loop meet there, and of which rows?
def softmax(x, dim=-1):
    e = torch.exp(x - max(x.tolist()))
    return e / sum(e)

# %% softmax: takes the scores for a vector, whatever shape they have
import math


def softmax(x, dim=-1):
    e = [math.exp(v) for v in x]
    return torch.tensor([v / sum(e) for v in e])

# %% softmax: takes the scores for a vector, whatever shape they have
def softmax(x, dim=-1):
    e = torch.exp(x - max(x))
    return e / sum(e)

# %% softmax: takes the scores for a vector, whatever shape they have
import math


def softmax(x, dim=-1):
    e = math.exp(x)
    return e / sum(e)

# %% softmax: takes the scores for a vector, whatever shape they have
def softmax(x, dim=-1):
    e = [torch.exp(v - x.max()) for v in x]
    total = sum(e)
    return torch.tensor([v / total for v in e])

# %% softmax: takes the scores for a vector, whatever shape they have
def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    total = 0
    for v in e:
        total += v.item()
    return e / total

# %% softmax: goes through the rows in a loop, and so knows one way only
# hint: Which dim does your loop stand for? Try dim=0, and a stack of matrices.
def softmax(x, dim=-1):
    if x.dim() == 1:
        e = torch.exp(x - x.max())
        return e / e.sum()
    rows = []
    for row in x:
        e = torch.exp(row - row.max())
        rows.append(e / e.sum())
    return torch.stack(rows)

# %% softmax: goes through the rows in a loop, and so knows one way only
def softmax(x, dim=-1):
    rows = []
    for row in x:
        e = torch.exp(row - row.max())
        rows.append(e / e.sum())
    return torch.stack(rows)

# %% softmax: goes through the rows in a loop, and so knows one way only
def softmax(x, dim=-1):
    for row in x:
        e = torch.exp(row - row.max())
        return e / e.sum()

# %% softmax: goes through the rows in a loop, and so knows one way only
def softmax(x, dim=-1):
    if dim == 0:
        e = torch.exp(x - x.amax(0))
        return e / e.sum(0)
    e = torch.exp(x - x.max(1, keepdim=True).values)
    return e / e.sum(1, keepdim=True)

# %% softmax: always gives float32, whatever the dtype of x is
# hint: Give it `torch.tensor([1.0], dtype=torch.float64)` and print the dtype of the result. Where do the
# numbers become float32?
def softmax(x, dim=-1):
    x = x.float()
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: always gives float32, whatever the dtype of x is
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).to(torch.float32)

# %% softmax: always gives float64, whatever the dtype of x is
# hint: Print the dtype of your result for an x of float32, which is what torch makes of ordinary numbers. Are
# they the same?
def softmax(x, dim=-1):
    x = x.double()
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: always gives float64, whatever the dtype of x is
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).to(torch.float64)

# %% softmax: makes a new tensor without the dtype or the device of x
# hint: Where does `torch.zeros(...)` live, and of what dtype is it, if nobody says so? Is there a function that
# makes zeros like x?
def softmax(x, dim=-1):
    out = torch.zeros(x.shape, dtype=x.dtype)
    e = torch.exp(x - x.amax(dim, keepdim=True))
    out = out + e
    return out / out.sum(dim, keepdim=True)

# %% softmax: computes the result but does not return it
# hint: Try `print(softmax(torch.tensor([-1.0, 2.0])))`. What does the caller of your function get, and which
# word hands a value over?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    result = e / e.sum(dim, keepdim=True)

# %% softmax: computes the result but does not return it
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    print(e / e.sum(dim, keepdim=True))

# %% softmax: calls torch's own softmax
# hint: The exercise asks you to build it from its parts. Which three steps lead from the scores to the
# probabilities?
def softmax(x, dim=-1):
    return torch.softmax(x, dim=dim)

# %% softmax: calls torch's own softmax
def softmax(x, dim=-1):
    return torch.softmax(x, dim=-1)

# %% softmax: calls torch's own softmax
def softmax(x, dim=-1):
    return torch.nn.functional.softmax(x, dim=0)

# %% softmax: calls torch's own softmax
def softmax(x, dim=-1):
    return torch.nn.Softmax(dim=1)(x)

# %% softmax: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def softmax(x, dim=-1):
    e = np.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def softmax(x, dim=-1):
    e = np.exp(x.numpy())
    return torch.from_numpy(e / np.sum(e, axis=dim, keepdims=True))

# %% softmax: flattens x and does not give its shape back
# hint: Print the shape of x and the shape of the result, for an x of two rows and three columns. Where do the
# rows go?
def softmax(x, dim=-1):
    x = x.reshape(-1)
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# %% softmax: flattens x and does not give its shape back
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).flatten()

# %% softmax: drops or adds dimensions of length 1
# hint: Print the shape of the result for an x of shape (3, 1), for (1, 3) and for a single number. Which of
# them comes back changed?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).squeeze()

# %% softmax: drops or adds dimensions of length 1
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).unsqueeze(-1)

# %% softmax: drops or adds dimensions of length 1
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).unsqueeze(0)

# %% softmax: turns rows and columns round
# hint: Print the shape of the result for an x of shape (2, 3). Where does the transposing happen, and is it
# undone?
def softmax(x, dim=-1):
    y = x.movedim(dim, 0)
    e = torch.exp(y - y.amax(0))
    return e / e.sum(0)

# %% softmax: turns rows and columns round
def softmax(x, dim=-1):
    e = torch.exp(x.T - x.amax(dim))
    return e / e.sum(0)

# %% softmax: turns rows and columns round
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).mT if x.dim() > 1 else e / e.sum()

# %% softmax: uses view, which fails for a transposed x
# hint: `view` wants the numbers in one piece in memory, and those of a transposed matrix are not. Which
# function is less strict?
def softmax(x, dim=-1):
    y = x.movedim(dim, -1)
    rows = y.view(-1, y.shape[-1])
    e = torch.exp(rows - rows.amax(1, keepdim=True))
    return (e / e.sum(1, keepdim=True)).view(y.shape).movedim(-1, dim)

# %% softmax: returns a list, a numpy array or plain numbers instead of a tensor
# hint: Try `type(softmax(torch.tensor([-1.0, 2.0])))`. Should the caller not get the same kind of thing that
# went in?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).tolist()

# %% softmax: returns a list, a numpy array or plain numbers instead of a tensor
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).detach().numpy()

# %% softmax: returns a list, a numpy array or plain numbers instead of a tensor
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    y = e / e.sum(dim, keepdim=True)
    return y.item() if y.numel() == 1 else y

# %% softmax: copies the numbers into a new tensor, which loses dtype and gradients
# hint: A tensor that is made of a list of numbers knows nothing of x. Can every step be an operation on x
# itself?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    y = e / e.sum(dim, keepdim=True)
    return torch.tensor(y.tolist())

# %% softmax: copies the numbers into a new tensor, which loses dtype and gradients
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    y = e / e.sum(dim, keepdim=True)
    return torch.Tensor(y.detach().numpy())

# %% softmax: adds up or averages the result to a single number
# hint: How many numbers go in, and how many should come out? Look at the shape of your result.
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).sum()

# %% softmax: adds up or averages the result to a single number
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).mean()

# %% softmax: rounds its values
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return torch.round(e / e.sum(dim, keepdim=True), decimals=2)

# %% softmax: rounds its values
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return torch.round(e / e.sum(dim, keepdim=True), decimals=3)

# %% softmax: rounds its values
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return torch.round(e / e.sum(dim, keepdim=True), decimals=4)

# %% softmax: rounds its values
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return torch.round(e / e.sum(dim, keepdim=True))

# %% softmax: computes in half precision, which keeps three digits only
# hint: How many digits does a float16 hold? Compare your result with the table in the text, digit by digit.
def softmax(x, dim=-1):
    y = x.half()
    e = torch.exp(y - y.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).to(x.dtype)

# %% softmax: gives whole numbers
# hint: Print the dtype of your result. Which numbers between 0 and 1 can it hold?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).int()

# %% softmax: gives whole numbers
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return (e / e.sum(dim, keepdim=True)).long()

# %% softmax: returns more than the result
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return x, e / e.sum(dim, keepdim=True)

# %% softmax: returns more than the result
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return [e / e.sum(dim, keepdim=True)]

# %% softmax: calls itself without an end
# hint: Inside your function the name `softmax` means your function. Who does the work then?
def softmax(x, dim=-1):
    return softmax(x, dim)

# %% softmax: gives every score the same share
# hint: Should a score of 2 not get more than a score of 1? Look where the scores get lost.
def softmax(x, dim=-1):
    return torch.ones_like(x) / x.size(dim)

# %% softmax: gives every score the same share
def softmax(x, dim=-1):
    return torch.exp(x) / torch.exp(x)

# %% softmax: gives x back as it is
# hint: Which line of your function changes the numbers? Work out one value with pencil and paper and compare.
def softmax(x, dim=-1):
    return x

# %% softmax: gives x back as it is
def softmax(x, dim=-1):
    return x.clone()

# %% plot_activations: draws the picture but does not return it
# hint: What does `type(plot_activations(torch.linspace(-4, 4, 9)))` give? Showing a figure is not the same as
# handing it to the caller.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    plt.show()

# %% plot_activations: draws the picture but does not return it
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()

# %% plot_activations: returns something else instead of the figure, such as its axes
# hint: What does `type(plot_activations(torch.linspace(-4, 4, 9)))` give? `plt.subplots` gives two things:
# which of them is the figure?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return axes

# %% plot_activations: returns something else instead of the figure, such as its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return ax

# %% plot_activations: returns something else instead of the figure, such as its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return axes.flat

# %% plot_activations: returns something else instead of the figure, such as its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return str(fig)

# %% plot_activations: returns something else instead of the figure, such as its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return True

# %% plot_activations: returns something else instead of the figure, such as its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig.show

# %% plot_activations: returns the figure together with something else
# hint: The caller wants to write `figure.savefig(...)`. Does that work with what your function returns?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig, axes

# %% plot_activations: returns the figure together with something else
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return [fig]

# %% plot_activations: returns the figure together with something else
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig, ax

# %% plot_activations: has no legend, or one without an entry
# hint: A legend lists the lines that are there and have a name. Which argument of `plot` gives a name, and
# which call makes the legend, in each of the four axes?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
    return fig

# %% plot_activations: has no legend, or one without an entry
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
    plt.legend()
    return fig

# %% plot_activations: has no legend, or one without an entry
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
    axes[0, 0].legend()
    return fig

# %% plot_activations: has no legend, or one without an entry
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x))
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no grid
# hint: Which method of the axes draws the fine lines across? It is needed in each of the four.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.legend()
    return fig

# %% plot_activations: has no grid
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.legend()
    plt.grid(True)
    return fig

# %% plot_activations: has no grid
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.legend()
    axes[0, 0].grid(True)
    return fig

# %% plot_activations: has no title over each of the four axes
# hint: Who looks at one of the four must see which function it is. A title for the whole figure does not say
# that.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no title over each of the four axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.title = f.__name__
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no title over each of the four axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    plt.title("Activation functions")
    return fig

# %% plot_activations: has no title over each of the four axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    axes[0, 0].set_title("Activation functions")
    return fig

# %% plot_activations: has no label on the x axis of each of the four
# hint: Each of the four should say what runs from left to right. How many of them do?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no label on the x axis of each of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    for ax in axes[1]:
        ax.set_xlabel("x")
    return fig

# %% plot_activations: has no label on the x axis of each of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    plt.xlabel("x")
    return fig

# %% plot_activations: has no label on the y axis of each of the four
# hint: Each of the four should say what its height means. How many of them do?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no label on the y axis of each of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.grid(True)
        ax.legend()
    for ax in axes[:, 0]:
        ax.set_ylabel("value")
    return fig

# %% plot_activations: has no label on the y axis of each of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.grid(True)
        ax.legend()
    plt.ylabel("value")
    return fig

# %% plot_activations: has no labels on its axes
# hint: What runs from left to right in your picture, and what from bottom to top? Somebody else must be able to
# read it there, on both axes of each of the four.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: has no labels on its axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.grid(True)
        ax.legend()
    plt.xlabel("x")
    plt.ylabel("value")
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
# hint: The exercise names four things that each of the axes needs besides its curve. Tick them off one by one. A
# legend lists the lines that have a name: does each of yours have one?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.grid(True)
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.legend()
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.legend()
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
    return fig

# %% plot_activations: lacks two or more of titles, axis labels, grid, and a legend with entries
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.legend()
    return fig

# %% plot_activations: finishes the last of the four axes only
# hint: `plt.title`, `plt.grid` and `plt.legend` speak to one of the axes, the one used last. Should those lines
# stand inside the loop, as methods of each axes?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
    plt.title("Activations")
    plt.xlabel("x")
    plt.ylabel("value")
    plt.grid(True)
    plt.legend()
    return fig

# %% plot_activations: finishes the last of the four axes only
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
    ax.set(title="leaky ReLU", xlabel="x", ylabel="value")
    ax.grid(True)
    ax.legend()
    return fig

# %% plot_activations: finishes the last of the four axes only
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        plt.title(f.__name__)
        plt.xlabel("x")
        plt.ylabel("value")
        plt.grid(True)
        plt.legend()
    return fig

# %% plot_activations: finishes the last of the four axes only
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        plt.xlabel("x")
        plt.ylabel("value")
        plt.grid(True)
        plt.legend()
    return fig

# %% plot_activations: draws all four curves into the same axes
# hint: Every function should have a place of its own. Which of the four axes does your line with `plot` speak
# to?
def plot_activations(x):
    fig, ax = plt.subplots()
    for f in (sigmoid, tanh, relu, leaky_relu):
        ax.plot(x, f(x), label=f.__name__)
    ax.set(title="Activations", xlabel="x", ylabel="value")
    ax.grid(True)
    ax.legend()
    return fig

# %% plot_activations: draws all four curves into the same axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        plt.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws all four curves into the same axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        axes[0, 0].plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws all four curves into the same axes
def plot_activations(x):
    fig = plt.figure()
    for f in (sigmoid, tanh, relu, leaky_relu):
        ax = fig.add_subplot(2, 2, 1)
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws all four curves into the same axes
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        plt.plot(x, f(x), label=f.__name__)
        plt.title(f.__name__)
        plt.xlabel("x")
        plt.ylabel("value")
        plt.grid(True)
        plt.legend()
    return fig

# %% plot_activations: draws all four curves into each of the four axes
# hint: How many loops are there, and should they run one inside the other or side by side?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax in axes.flat:
        for f in (sigmoid, tanh, relu, leaky_relu):
            ax.plot(x, f(x), label=f.__name__)
        ax.set_title("Activations")
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
# hint: How many rows and how many columns does your figure have? The two numbers stand in `plt.subplots` or in
# `add_subplot`.
def plot_activations(x):
    fig, axes = plt.subplots(1, 4)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
def plot_activations(x):
    fig, axes = plt.subplots(4, 1)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
def plot_activations(x):
    fig, axes = plt.subplots(2, 4)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
def plot_activations(x):
    fig, axes = plt.subplots(4, 4)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
def plot_activations(x):
    fig, axes = plt.subplots(2, 3)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: does not make two rows and two columns
def plot_activations(x):
    fig, axes = plt.subplots(1, 5)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: makes a figure of its own for each function
# hint: How often does your function make a figure, and which of them does it return?
def plot_activations(x):
    for f in (sigmoid, tanh, relu, leaky_relu):
        fig, ax = plt.subplots()
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: makes a figure of its own for each function
def plot_activations(x):
    for i, f in enumerate((sigmoid, tanh, relu, leaky_relu)):
        fig = plt.figure()
        ax = fig.add_subplot(2, 2, i + 1)
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: makes a figure of its own for each function
def plot_activations(x):
    for i, f in enumerate((sigmoid, tanh, relu, leaky_relu)):
        fig, axes = plt.subplots(2, 2)
        ax = axes.flat[i]
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: returns from inside its loop, after the first curve
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
        return fig

# %% plot_activations: draws over points of its own instead of x
# hint: The caller says where the curves are to be drawn. What happens to the argument x in your function?
def plot_activations(x):
    x = torch.linspace(-5, 5, 100)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws over points of its own instead of x
def plot_activations(x):
    x = torch.linspace(-10, 10, 200)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws over points of its own instead of x
def plot_activations(x):
    x = torch.arange(-5, 5, 0.1)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws over points of its own instead of x
def plot_activations(x):
    x = torch.linspace(x.min().item(), x.max().item(), 100)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws over points of its own instead of x
def plot_activations(x):
    x = torch.linspace(-4, 4, 100)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: gives plot the values only, so that it counts 0, 1, 2, ... along the x axis
# hint: Which numbers stand along your x axis? `plot` takes two things: where, and how high.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: swaps x and y
# hint: Does your sigmoid lie between 0 and 1 from bottom to top, or from left to right? Which comes first in
# `plot`?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(f(x), x, label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
# hint: The curves are wanted over exactly the points that the caller gives. Which line changes them?
def plot_activations(x):
    x = x.clamp(-3, 3)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    x = torch.sort(x, descending=True).values
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    x = x[x > 0]
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x[::2], f(x[::2]), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    x = x / x.max()
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    x = torch.unique(x.round())
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: changes, sorts or cuts the points before it draws
def plot_activations(x):
    x = x[:-1]
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
# hint: Four axes, four functions: which one is missing in your picture? Lines that were copied are easily left
# half changed.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, sigmoid, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, leaky_relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, tanh, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (tanh, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (relu, relu, relu, relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws one function twice and leaves another one out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax in axes.flat:
        ax.plot(x, sigmoid(x), label="sigmoid")
        ax.set_title("sigmoid")
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
# hint: The exercise names four functions. Which one of yours is not among them?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, softmax)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, softmax, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (softmax, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, softmax, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, torch.nn.functional.elu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws another function in the place of one of the four
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, torch.nn.functional.softplus)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
# hint: Count the curves in your picture, and compare with the list in the exercise.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
def plot_activations(x):
    fig, axes = plt.subplots(1, 3)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
def plot_activations(x):
    fig, axes = plt.subplots(1, 2)
    for ax, f in zip(axes, (sigmoid, tanh)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves one or more of the four functions out
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws a second ReLU, or a slope that is not between 0 and 1, where the leaky ReLU belongs
# hint: How steep is your leaky ReLU on the negative side? With slope 0 it is a ReLU, with slope 1 a straight line,
# and in the picture it should be neither.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws a second ReLU, or a slope that is not between 0 and 1, where the leaky ReLU belongs
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, lambda v: leaky_relu(v, 1.0))):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws a second ReLU, or a slope that is not between 0 and 1, where the leaky ReLU belongs
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, lambda v: leaky_relu(v, -0.1))):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws a second ReLU, or a slope that is not between 0 and 1, where the leaky ReLU belongs
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, lambda v: leaky_relu(v, 2.0))):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
# hint: The picture should show the values of the functions themselves. What does your line compute from them?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        t = x.clone().requires_grad_()
        (slope,) = torch.autograd.grad(f(t).sum(), t)
        ax.plot(x, slope, label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, torch.log(f(x)), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(f(x)), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        y = f(x)
        ax.plot(x, y / y.max(), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(-x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, x * f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws the slopes, the logarithms or other values made from the functions
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(2 * x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws points or bars instead of a line
# hint: Which method of the axes joins the points by a line?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.scatter(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: draws points or bars instead of a line
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.bar(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: calls a method that is not there: of a row of axes, or by its name in pyplot
# hint: Read the last line of the error: whose method is missing? What is `axes[0]` in a grid of two rows, and
# what are `title` and `xlabel` called when they belong to axes?
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for i, f in enumerate((sigmoid, tanh, relu, leaky_relu)):
        axes[i].plot(x, f(x), label=f.__name__)
        axes[i].set_title(f.__name__)
        axes[i].set_xlabel("x")
        axes[i].set_ylabel("value")
        axes[i].grid(True)
        axes[i].legend()
    return fig

# %% plot_activations: calls a method that is not there: of a row of axes, or by its name in pyplot
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: gives matplotlib something that does not fit: a place outside the grid, or a function instead of numbers
# hint: Read the last line of the error. Which number has the first place of the grid, and does `plot` get
# numbers?
def plot_activations(x):
    fig = plt.figure()
    for i, f in enumerate((sigmoid, tanh, relu, leaky_relu)):
        ax = fig.add_subplot(2, 2, i)
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: gives matplotlib something that does not fit: a place outside the grid, or a function instead of numbers
def plot_activations(x):
    fig = plt.figure()
    for i, f in enumerate((sigmoid, tanh, relu, leaky_relu), start=2):
        ax = fig.add_subplot(2, 2, i)
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: leaves the figure empty
# hint: Which line draws a curve, and into which figure? A new or a cleared figure holds nothing.
def plot_activations(x):
    return plt.figure()

# %% plot_activations: leaves the figure empty
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    return fig

# %% plot_activations: leaves the figure empty
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    fig.clear()
    return fig

# %% plot_activations: writes into x
# hint: Print x before and after the call. Methods whose name ends in an underscore, and assignments to
# `x[...]`, change the caller's tensor.
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    curves = {"sigmoid": sigmoid(x), "tanh": tanh(x), "leaky ReLU": leaky_relu(x), "ReLU": relu(x)}
    points = x.tolist()
    for ax, (name, y) in zip(axes.flat, curves.items()):
        ax.plot(points, y.tolist(), label=name)
        ax.set_title(name)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    x.clamp_(min=0)
    return fig

# %% plot_activations: writes into x
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    x[x < 0] = 0
    return fig

# %% plot_activations: writes into x
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    points, ys = x.tolist(), [f(x).tolist() for f in (sigmoid, tanh, relu, leaky_relu)]
    x.neg_()
    for ax, y in zip(axes.flat, ys):
        ax.plot(points, y, label="curve")
        ax.set_title("curve")
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: takes no x
# hint: The caller says where the curves are to be drawn. Which argument stands in the line with `def`?
def plot_activations():
    x = torch.linspace(-5, 5, 100)
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: takes no x
def plot_activations(x, y):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, (sigmoid, tanh, relu, leaky_relu)):
        ax.plot(x, f(x), label=f.__name__)
        ax.set_title(f.__name__)
        ax.set_xlabel("x")
        ax.set_ylabel("value")
        ax.grid(True)
        ax.legend()
    return fig

# %% plot_activations: calls itself without an end
# hint: Inside your function the name `plot_activations` means your function. Who draws then?
def plot_activations(x):
    return plot_activations(x)

# %% test_softmax: raises nothing for wrong numbers: it prints or returns what it finds, looks at the shape alone, or tests another function
# hint: Run it with a function that is plainly wrong, as `lambda x, dim=-1: x`. What in your test ends with an exception then?
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    print(torch.allclose(softmax(x), torch.softmax(x, -1)))

# %% test_softmax: raises nothing for wrong numbers: it prints or returns what it finds, looks at the shape alone, or tests another function
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    return torch.allclose(softmax(x), torch.softmax(x, -1))

# %% test_softmax: raises nothing for wrong numbers: it prints or returns what it finds, looks at the shape alone, or tests another function
def test_softmax(softmax):
    print(softmax(torch.tensor([[1.0, 2.0], [3.0, 5.0]])))

# %% test_softmax: raises nothing for wrong numbers: it prints or returns what it finds, looks at the shape alone, or tests another function
def test_softmax(function):
    x = torch.tensor([[1.0, 2.0], [1000.0, 1001.0]])
    torch.testing.assert_close(softmax(x), torch.softmax(x, -1))

# %% test_softmax: compares numbers of floating point with ==
# hint: Two right ways to compute a number may differ in its last digit. How close is close enough?
def test_softmax(softmax):
    x = torch.tensor([[0.3, 2.1, -1.7], [1000.0, 1001.3, 999.1]])
    before = x.clone()
    for dim in (0, 1):
        assert torch.equal(softmax(x, dim), torch.softmax(before, dim))
    assert (softmax(x) == torch.softmax(before, -1)).all()
    assert torch.equal(x, before)

# %% test_softmax: compares numbers of floating point with ==
def test_softmax(softmax):
    x = torch.tensor([[0.3, 2.1, -1.7], [0.2, 1.3, 0.9]])
    assert softmax(x).tolist() == torch.softmax(x, -1).tolist()

# %% test_softmax: compares numbers of floating point with ==
def test_softmax(softmax):
    x = torch.tensor([[0.3, 2.1, -1.7], [0.2, 1.3, 0.9]])
    for total in softmax(x).sum(-1):
        assert total == 1

# %% test_softmax: looks only at whether the results add up to 1
# hint: Which other functions give numbers that add up to 1? Equal shares do, for example.
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    torch.testing.assert_close(softmax(x).sum(-1), torch.ones(2))

# %% test_softmax: looks only at whether the results add up to 1
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    for dim in (0, 1):
        assert torch.allclose(softmax(x, dim=dim).sum(dim), torch.ones(2))

# %% test_softmax: looks only at whether the results add up to 1
def test_softmax(softmax):
    for x in (torch.tensor([[1.0, 2.0], [3.0, 5.0]]), torch.tensor([[1000.0, 1001.0], [3.0, 5.0]])):
        for dim in (0, 1):
            assert torch.allclose(softmax(x, dim=dim).sum(dim), torch.ones(2))

# %% test_softmax: tries a single vector only
# hint: What can go wrong with a matrix that cannot with a vector? Try two different rows, and each dim.
def test_softmax(softmax):
    x = torch.tensor([1.0, 2.0, 4.0])
    torch.testing.assert_close(softmax(x), torch.softmax(x, 0))

# %% test_softmax: tries a single vector only
def test_softmax(softmax):
    x = torch.tensor([1.0, 2.0, 4.0])
    given = x.clone()
    torch.testing.assert_close(softmax(given), torch.softmax(x, 0))
    torch.testing.assert_close(given, x)

# %% test_softmax: tries a single vector only
def test_softmax(softmax):
    for x in (torch.tensor([1.0, 2.0, 4.0]), torch.tensor([1000.0, 1001.0])):
        torch.testing.assert_close(softmax(x), torch.softmax(x, 0))

# %% test_softmax: tries no large scores, or compares in a way that lets nan pass
# hint: For which scores does a plain softmax give nan? And what is `nan > 0.001`?
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    given = x.clone()
    torch.testing.assert_close(softmax(given), torch.softmax(x, -1))
    torch.testing.assert_close(given, x)
    torch.testing.assert_close(softmax(x, dim=0), torch.softmax(x, 0))

# %% test_softmax: tries no large scores, or compares in a way that lets nan pass
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [1000.0, 1001.0]])
    given = x.clone()
    for result, expected in ((softmax(given), x.softmax(1)), (given, x), (softmax(x, dim=0), x.softmax(0))):
        if result.shape != expected.shape or (result - expected).abs().max() > 0.001:
            raise ValueError("this is no softmax")

# %% test_softmax: does not look at its input after the call
# hint: What would a caller notice whose tensor holds other numbers after the call? Keep a `clone()`, and compare.
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [1000.0, 1001.0]])
    torch.testing.assert_close(softmax(x.clone()), torch.softmax(x, -1))
    torch.testing.assert_close(softmax(x.clone(), dim=0), torch.softmax(x, 0))

# %% test_softmax: always names dim, and never leaves it out
# hint: Which dimension is meant where the caller gives none? Call it once without `dim`.
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [1000.0, 1001.0]])
    given = x.clone()
    for dim in (0, 1):
        torch.testing.assert_close(softmax(given, dim=dim), torch.softmax(x, dim))
        torch.testing.assert_close(given, x)

# %% test_softmax: never names dim
# hint: What does a softmax do that ignores `dim`? Call it once with another dimension than the last.
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [1000.0, 1001.0]])
    given = x.clone()
    torch.testing.assert_close(softmax(given), torch.softmax(x, -1))
    torch.testing.assert_close(given, x)

# %% test_softmax: raises for every version, also for a right one
# hint: Run it with `torch.softmax`: what does it say then, and what did it expect?
def test_softmax(softmax):
    x = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    assert not torch.allclose(softmax(x), torch.softmax(x, -1))
    assert False, "softmax is wrong"

