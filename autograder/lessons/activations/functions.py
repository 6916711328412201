"""What the checks of the lesson on activations ask of a function of a tensor."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch

from autograder import Rng, Student, expect
from autograder.expect import Way
from autograder.failures import Mismatch, StudentError, Unmet
from autograder.student import Function

#: The most telling ones first: a student, and a diagnosis, see only what is wrong with the first that fails.
SHAPES = [(5,), (2, 3), (), (1,), (3, 1), (1, 3), (2, 1, 4)]

#: Both signs, moderate and extreme; no zero, where a ReLU has a kink and forms with abs(x) have one too.
WIDE = torch.tensor([-30.0, -7.0, -1.5, -0.25, 0.25, 1.5, 7.0, 30.0])

EXTREME = torch.tensor([-1000.0, -100.0, -40.0, 0.0, 40.0, 100.0, 1000.0])

#: Where values are asked for to the sixth place: a clamp at 10 changes them in the fifth.
TAILS = torch.linspace(-20.0, 20.0, 33)

#: Points over which an activation function is told from a straight line.
BENDS = torch.tensor([[-8.0, -2.0, -0.5], [0.5, 2.0, 8.0]])

#: Both signs and no place where a clamp would not show, for code that might write into x.
CALLERS = (torch.tensor([[-1000.0, -3.0, 0.5], [-0.25, 2.0, 1000.0]]), EXTREME, EXTREME[0], EXTREME[-1])

Oracle = Callable[[torch.Tensor], torch.Tensor]


def away_from_zero(rng: Rng, *shape: int) -> torch.Tensor:
    """Random values with 0.1 < |x| < 4, so that none is at a kink; the first is negative, the second positive."""
    x = rng.uniform(*shape, low=0.1, high=4.0)
    signs = torch.where(rng.uniform(*shape) < 0, -1.0, 1.0)
    signs.view(-1)[:2] = torch.tensor([-1.0, 1.0])
    return x * signs


def each_number(function: Way) -> Sequence[Way]:
    """The ways to call an elementwise function: with all of x, or with one number after the other."""
    return function, expect.by_parts(function, 0)


def expect_bent(value: object, x: torch.Tensor) -> None:
    """The value is no straight line of x: giving x back earns nothing."""
    y = expect.reshaped(value, x.shape)
    if isinstance(y, torch.Tensor) and y.shape == x.shape:
        y, x = y.detach().double().flatten(), x.double().flatten()
        line = y[0] + (y[-1] - y[0]) / (x[-1] - x[0]) * (x - x[0])
        bent = not torch.allclose(y, line, rtol=1e-3, atol=1e-3, equal_nan=True)
        because = "x itself, a multiple of it or a constant is no activation"
        expect.that(bent, "the result is not a straight line of x", got=y.float(), because=because)


def expect_shapes(function: Way, rng: Rng, shapes: Iterable[tuple[int, ...]] = SHAPES) -> None:
    """The result has the shape of x, however x lies in memory, and is not just x."""
    for shape in shapes:
        expect.shape(function(rng.normal(*shape)), shape)
    x = away_from_zero(rng, 2, 3, 4)
    straight = expect.shape(function(x), x.shape)
    because = "this x is a transposed one: view cannot flatten it, reshape can"
    for turned in (expect.turned(x, 1, 2), expect.turned(x, 0, 1)):
        expect.close(function(turned), straight, because=because)
    expect_bent(function(BENDS), BENDS)


def expect_dtype_and_device(student: Student, function: Function, ways: Sequence[Way] = ()) -> None:
    """The result has the dtype and the device of x, and is not just x; its shape has a check of its own."""
    because = "the result takes it from x: no torch.tensor(...), .float() or .double()"
    for x in (BENDS, BENDS.double()):
        result = expect.first_answer(ways or (function, lambda x: function(x[0, 0])), x)
        there = expect.device_of(expect.tensor(result))
        expect.that(there == x.device, f"it is on {x.device}", got=str(there))
        expect.tensor(result, dtype=x.dtype, because=because)
        expect_bent(result, x)
    expect.device_followed(student, function.name, BENDS)


def expect_saturates(function: Function, oracle: Oracle) -> None:
    """The values are right where exp overflows, and in the tails, also where all of x is of one sign."""
    way = expect.right_way(each_number(function), oracle, BENDS)
    because = "exp overflows above 88.7 in float32 and above 709.7 in float64, and inf / inf is nan"
    for x in (EXTREME, EXTREME.double(), EXTREME[:3], EXTREME[-3:]):
        expect.values(way(x), oracle(x), atol=1e-4, because=because)
    expect_tails(way, oracle)


def expect_tails(way: Way, oracle: Oracle) -> None:
    """The values are right to six places for |x| <= 20, also where all of x is of one sign."""
    because = "for |x| up to 20 the values are right to six places: a clamp or a tiny number added shows there"
    for x in (TAILS, TAILS.double(), TAILS[:15], TAILS[-15:]):
        expect.values(way(x), oracle(x.double()), rtol=0, atol=1e-6, because=because)


def expect_gradients(ways: Sequence[Way], oracle: Oracle, rng: Rng) -> None:
    """Gradients flow to x and are right, near zero and for |x| up to 30."""
    way = expect.right_way(ways, oracle, BENDS)
    for x in (away_from_zero(rng, 3, 4), WIDE.view(2, 4)):
        expect.gradient(way, oracle, x)


def expect_untouched(function: Function, ways: Sequence[Way], oracle: Oracle, *others: Any) -> None:
    """x is left as it was, with and without the other arguments."""
    expect.right_way(ways, oracle, BENDS)
    expect.untouched_in(function, *[(x,) for x in CALLERS], *[(x, *others) for x in CALLERS if others])


def expect_own_work(student: Student, name: str, ways: Sequence[Way], oracle: Oracle) -> None:
    """What runs for positive and negative, small and large x calls no ready-made version."""
    way = expect.right_way(ways, oracle, BENDS)

    def call() -> None:
        way(BENDS)
        with contextlib.suppress(Mismatch, StudentError):  # where numbers are too large has a check of its own
            way(CALLERS[0])

    expect.not_delegated(student, name, call)


def leaky_ways(student: Student) -> Sequence[Way]:
    """The ways to call leaky_relu for the slope 0.01: it has a check of its own that this is the default."""
    return *each_number(student.leaky_relu), *each_number(lambda x: student.leaky_relu(x, 0.01))


#: Scores of which each row needs a maximum of its own.
LARGE = torch.tensor([[1000.0, 999.0, 0.0], [-1000.0, -999.0, -1000.0], [0.0, 1.0, -2.0], [-1000.0, 0.0, 1000.0]])


def last_softmax(x: torch.Tensor) -> torch.Tensor:
    """torch's softmax along the last dimension, the default of the exercise."""
    return torch.softmax(x, dim=-1)


def softmax_ways(student: Student) -> Sequence[Way]:
    """The ways to call softmax along the last dimension: that it is the default has a check of its own."""

    def with_dim(x: torch.Tensor) -> object:
        return student.softmax(x, -1)

    return student.softmax, with_dim, expect.by_parts(student.softmax, 1), expect.by_parts(with_dim, 1)


def chooses(student: Student, dim: int, shape: Sequence[int]) -> bool:
    """Whether softmax is right along a dimension for moderate scores; that it must be is another check."""
    x = torch.arange(12.0).reshape(shape).remainder(5.0)
    try:
        expect.right_way([lambda x: student.softmax(x, dim=dim)], lambda x: torch.softmax(x, dim), x)
    except Unmet:
        return False
    return True
