"""Checks of the lesson on activation functions."""

from collections.abc import Iterable
from itertools import pairwise, permutations
from operator import contains

import torch
from torch.nn import functional

from autograder import Rng, Student, exercise, expect
from autograder.student import Axes

SHAPES = [(), (5,), (2, 3), (2, 3, 4)]

#: Both signs, moderate and extreme; no zero, where a ReLU has a kink and forms with abs(x) have one too.
WIDE = torch.tensor([-30.0, -7.0, -1.5, -0.25, 0.25, 1.5, 7.0, 30.0])

EXTREME = torch.tensor([-1000.0, -100.0, -40.0, 0.0, 40.0, 100.0, 1000.0])


def expect_dtype_and_device(value: object, x: torch.Tensor) -> None:
    """The value is a tensor with the dtype and the device of x; its shape has a check of its own."""
    result = expect.tensor(value)
    because = "the result takes them from x: no torch.tensor(...), .float() or .double()"
    expect.tensor(result, dtype=x.dtype, because=because)
    expect.that(result.device == x.device, f"it is on {x.device}", got=str(result.device), because=because)


def away_from_zero(rng: Rng, *shape: int) -> torch.Tensor:
    """Random values with 0.1 < |x| < 4, so that none is at a kink."""
    x = rng.uniform(*shape, low=-3.9, high=3.9)
    return torch.where(x < 0, x - 0.1, x + 0.1)


@exercise("sigmoid", points=0)
def test_sigmoid_exists(student: Student) -> None:
    """There is a function sigmoid(x)."""
    expect.defined(student.sigmoid, "x")


@exercise("sigmoid", points=1)
def test_sigmoid_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    for shape in SHAPES:
        expect.shape(student.sigmoid(rng.normal(*shape)), shape)


@exercise("sigmoid", points=1)
def test_sigmoid_dtype(student: Student, rng: Rng) -> None:
    """The result has the dtype and device of x, float64 too."""
    for dtype in (torch.float32, torch.float64):
        x = rng.normal(3, dtype=dtype)
        expect_dtype_and_device(student.sigmoid(x), x)


@exercise("sigmoid", points=2)
def test_sigmoid_values(student: Student, rng: Rng) -> None:
    """The values are 1 / (1 + exp(-x))."""
    expect.close(student.sigmoid(torch.tensor([-2.0, 0.0, 2.0])), torch.tensor([0.119203, 0.5, 0.880797]))
    x = 3 * rng.normal(4, 5)
    expect.close(student.sigmoid(x), torch.sigmoid(x))


@exercise("sigmoid", points=1, needs=["test_sigmoid_values"])
def test_sigmoid_saturates(student: Student) -> None:
    """Large |x| saturates at 0 or 1 instead of turning into nan."""
    because = "exp overflows above 88.7 in float32 and above 709.7 in float64, and inf / inf is nan"
    for x in (EXTREME, EXTREME.double()):
        expect.close(student.sigmoid(x), torch.sigmoid(x), atol=1e-4, because=because)


@exercise("sigmoid", points=1, needs=["test_sigmoid_values"])
def test_sigmoid_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right: sigmoid(x) (1 - sigmoid(x))."""
    expect.gradient(student.sigmoid, torch.sigmoid, away_from_zero(rng, 3, 4))
    expect.gradient(student.sigmoid, torch.sigmoid, WIDE)


@exercise("sigmoid", points=1, needs=["test_sigmoid_values"])
def test_sigmoid_untouched(student: Student, rng: Rng) -> None:
    """x is left as it was."""
    expect.untouched(student.sigmoid, rng.normal(2, 3))


@exercise("sigmoid", points=3, needs=["test_sigmoid_values"])
def test_sigmoid_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's own sigmoid."""
    x = rng.normal(2, 3)
    expect.not_delegated(student, "sigmoid", lambda: student.sigmoid(x))


@exercise("tanh", points=0)
def test_tanh_exists(student: Student) -> None:
    """There is a function tanh(x)."""
    expect.defined(student.tanh, "x")


@exercise("tanh", points=1)
def test_tanh_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    for shape in SHAPES:
        expect.shape(student.tanh(rng.normal(*shape)), shape)


@exercise("tanh", points=1)
def test_tanh_dtype(student: Student, rng: Rng) -> None:
    """The result has the dtype and device of x, float64 too."""
    for dtype in (torch.float32, torch.float64):
        x = rng.normal(3, dtype=dtype)
        expect_dtype_and_device(student.tanh(x), x)


@exercise("tanh", points=2)
def test_tanh_values(student: Student, rng: Rng) -> None:
    """The values are those of the hyperbolic tangent."""
    expect.close(student.tanh(torch.tensor([-1.0, 0.0, 1.0])), torch.tensor([-0.761594, 0.0, 0.761594]))
    x = 2 * rng.normal(4, 5)
    expect.close(student.tanh(x), torch.tanh(x))


@exercise("tanh", points=1, needs=["test_tanh_values"])
def test_tanh_saturates(student: Student) -> None:
    """Large |x| saturates at -1 or 1 instead of turning into nan."""
    because = "exp overflows above 88.7 in float32 and above 709.7 in float64, and inf / inf is nan"
    for x in (EXTREME, EXTREME.double()):
        expect.close(student.tanh(x), torch.tanh(x), atol=1e-4, because=because)


@exercise("tanh", points=1, needs=["test_tanh_values"])
def test_tanh_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right: 1 - tanh(x)**2."""
    expect.gradient(student.tanh, torch.tanh, away_from_zero(rng, 3, 4))
    expect.gradient(student.tanh, torch.tanh, WIDE)


@exercise("tanh", points=1, needs=["test_tanh_values"])
def test_tanh_untouched(student: Student, rng: Rng) -> None:
    """x is left as it was."""
    expect.untouched(student.tanh, rng.normal(2, 3))


@exercise("tanh", points=3, needs=["test_tanh_values"])
def test_tanh_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's own tanh."""
    x = rng.normal(2, 3)
    expect.not_delegated(student, "tanh", lambda: student.tanh(x))


@exercise("relu", points=0)
def test_relu_exists(student: Student) -> None:
    """There is a function relu(x)."""
    expect.defined(student.relu, "x")


@exercise("relu", points=1)
def test_relu_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    for shape in SHAPES:
        expect.shape(student.relu(rng.normal(*shape)), shape)


@exercise("relu", points=1)
def test_relu_dtype(student: Student, rng: Rng) -> None:
    """The result has the dtype and device of x, float64 too."""
    for dtype in (torch.float32, torch.float64):
        x = rng.normal(3, dtype=dtype)
        expect_dtype_and_device(student.relu(x), x)


@exercise("relu", points=2)
def test_relu_values(student: Student, rng: Rng) -> None:
    """Positive values pass, all others become 0."""
    x = torch.tensor([-3.0, -0.5, 0.0, 2.0, 9.0])
    expect.close(student.relu(x), torch.tensor([0.0, 0.0, 0.0, 2.0, 9.0]))
    x = 3 * rng.normal(4, 5)
    expect.close(student.relu(x), torch.relu(x))
    for extreme in (EXTREME, EXTREME.double()):
        expect.close(student.relu(extreme), torch.relu(extreme), because="large values pass as well")


@exercise("relu", points=2, needs=["test_relu_values"])
def test_relu_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x: 1 where x is positive, 0 where it is negative."""
    expect.gradient(student.relu, torch.relu, away_from_zero(rng, 3, 4))
    expect.gradient(student.relu, torch.relu, WIDE)


@exercise("relu", points=1, needs=["test_relu_values"])
def test_relu_untouched(student: Student, rng: Rng) -> None:
    """x is left as it was."""
    expect.untouched(student.relu, away_from_zero(rng, 4, 5))


@exercise("relu", points=3, needs=["test_relu_values"])
def test_relu_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's own relu."""
    x = rng.normal(2, 3)
    expect.not_delegated(student, "relu", lambda: student.relu(x))


@exercise("leaky_relu", points=0)
def test_leaky_relu_exists(student: Student) -> None:
    """There is a function leaky_relu(x, negative_slope=0.01)."""
    expect.defined(student.leaky_relu, "x")
    expect.defined(student.leaky_relu, "x", negative_slope=0.01)


@exercise("leaky_relu", points=1)
def test_leaky_relu_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    for shape in SHAPES:
        expect.shape(student.leaky_relu(rng.normal(*shape)), shape)


@exercise("leaky_relu", points=1)
def test_leaky_relu_dtype(student: Student, rng: Rng) -> None:
    """The result has the dtype and device of x, float64 too."""
    for dtype in (torch.float32, torch.float64):
        x = rng.normal(3, dtype=dtype)
        expect_dtype_and_device(student.leaky_relu(x), x)


@exercise("leaky_relu", points=2)
def test_leaky_relu_values(student: Student, rng: Rng) -> None:
    """Positive values pass, all others are multiplied by 0.01 when no slope is given."""
    x = torch.tensor([-100.0, -2.0, 0.0, 3.0])
    expect.close(student.leaky_relu(x), torch.tensor([-1.0, -0.02, 0.0, 3.0]))
    x = 3 * rng.normal(4, 5)
    expect.close(student.leaky_relu(x), functional.leaky_relu(x))
    for extreme in (EXTREME, EXTREME.double()):
        expect.close(student.leaky_relu(extreme), functional.leaky_relu(extreme))


@exercise("leaky_relu", points=1)
def test_leaky_relu_slope(student: Student, rng: Rng) -> None:
    """negative_slope is used: any number from 0 to 1, by keyword or by position."""
    x = away_from_zero(rng, 6)
    for slope in (0.2, 0.0, 1.0):
        expect.close(student.leaky_relu(x, negative_slope=slope), functional.leaky_relu(x, slope))
    expect.close(student.leaky_relu(x, 0.3), functional.leaky_relu(x, 0.3))


@exercise("leaky_relu", points=1, needs=["test_leaky_relu_values"])
def test_leaky_relu_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x: 1 where x is positive, the slope where it is negative."""
    expect.gradient(student.leaky_relu, functional.leaky_relu, away_from_zero(rng, 3, 4))
    expect.gradient(student.leaky_relu, functional.leaky_relu, WIDE)


@exercise("leaky_relu", points=1, needs=["test_leaky_relu_values"])
def test_leaky_relu_untouched(student: Student, rng: Rng) -> None:
    """x is left as it was."""
    expect.untouched(student.leaky_relu, away_from_zero(rng, 4, 5))


@exercise("leaky_relu", points=3, needs=["test_leaky_relu_values"])
def test_leaky_relu_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's own leaky ReLU."""
    x = rng.normal(2, 3)
    expect.not_delegated(student, "leaky_relu", lambda: student.leaky_relu(x))


@exercise("softmax", points=0)
def test_softmax_exists(student: Student) -> None:
    """There is a function softmax(x, dim=-1)."""
    expect.defined(student.softmax, "x")
    expect.defined(student.softmax, "x", dim=-1)


@exercise("softmax", points=1)
def test_softmax_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    for shape in [(5,), (2, 3), (3, 1), (2, 3, 4)]:
        expect.shape(student.softmax(rng.normal(*shape)), shape)


@exercise("softmax", points=1)
def test_softmax_dtype(student: Student, rng: Rng) -> None:
    """The result has the dtype and device of x, float64 too."""
    for dtype in (torch.float32, torch.float64):
        x = rng.normal(3, dtype=dtype)
        expect_dtype_and_device(student.softmax(x), x)


@exercise("softmax", points=1)
def test_softmax_values(student: Student, rng: Rng) -> None:
    """A vector, and each row of a matrix, becomes probabilities that sum to 1."""
    scores = torch.tensor([2.0, 1.0, 0.0])
    expect.close(student.softmax(scores), torch.tensor([0.665241, 0.244728, 0.090031]))
    # square, so that a sum whose dimension was lost still broadcasts, along the wrong way
    x = 2 * rng.normal(3, 3)
    expect.close(student.softmax(x), torch.softmax(x, dim=-1), because="by default each row sums to 1")


@exercise("softmax", points=1, needs=["test_softmax_values"])
def test_softmax_dim(student: Student, rng: Rng) -> None:
    """dim chooses the dimension that sums to 1: positive, negative or 0."""
    x = 2 * rng.normal(2, 3, 4)
    expect.close(student.softmax(x), torch.softmax(x, dim=-1), because="the last dimension is the default")
    for dim in (0, 1, 2, -1, -2, -3):
        because = f"with dim={dim} the sum runs over dimension {dim}"
        expect.close(student.softmax(x, dim=dim), torch.softmax(x, dim=dim), because=because)
    expect.close(student.softmax(x, 0), torch.softmax(x, dim=0))


@exercise("softmax", points=1, needs=["test_softmax_values"])
def test_softmax_large(student: Student) -> None:
    """Scores of 1000 and of -1000 give probabilities, not nan, in every row."""
    because = "exp(1000) is inf and exp(-1000) is 0: subtract the largest score first, each row its own"
    pairs = [[1000.0, 999.0], [-1000.0, -999.0]]
    for scores in (*pairs, [-1000.0, 0.0, 1000.0], [[0.0, 1.0], [1000.0, 999.0]]):
        for dtype in (torch.float32, torch.float64):
            x = torch.tensor(scores, dtype=dtype)
            expect.close(student.softmax(x), torch.softmax(x, dim=-1), atol=1e-4, because=because)


@exercise("softmax", points=1, needs=["test_softmax_values"])
def test_softmax_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right, also through the sum."""
    expect.gradient(student.softmax, lambda x: torch.softmax(x, dim=-1), 2 * rng.normal(3, 4))
    expect.gradient(student.softmax, lambda x: torch.softmax(x, dim=-1), WIDE)


@exercise("softmax", points=1, needs=["test_softmax_values"])
def test_softmax_untouched(student: Student, rng: Rng) -> None:
    """x is left as it was."""
    expect.untouched(student.softmax, rng.normal(2, 3))


@exercise("softmax", points=3, needs=["test_softmax_values"])
def test_softmax_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's own softmax."""
    x = rng.normal(2, 3)
    expect.not_delegated(student, "softmax", lambda: student.softmax(x))


CURVES = ("sigmoid", "tanh", "ReLU", "leaky ReLU")

#: The points over which figures are drawn: too few for a good picture, enough to tell the curves apart.
POINTS = torch.linspace(-4.0, 5.0, 37)


def drawn_axes(student: Student) -> list[Axes]:
    """The axes of plot_activations(POINTS) that hold a line; fewer than four is a failure."""
    axes = [a for a in expect.figure(student.plot_activations(POINTS.clone())).axes if a.lines]
    expect.that(len(axes) >= 4, "there are four axes with a curve in each", got=len(axes))
    return axes


def shown(axes: Axes) -> frozenset[str]:
    """Which of CURVES the axes hold, drawn over exactly POINTS."""
    x = POINTS.double()
    right = {"sigmoid": torch.sigmoid(x), "tanh": torch.tanh(x), "ReLU": torch.relu(x)}
    lines = [line for line in axes.lines if line.x.shape == line.y.shape == x.shape]
    curves = [line.y.double() for line in lines if torch.allclose(line.x.double(), x, atol=1e-4)]
    found = {name for name, y in right.items() for curve in curves if torch.allclose(curve, y, atol=1e-4)}
    return frozenset(found | {"leaky ReLU"} if any(map(is_leaky, curves)) else found)


def is_leaky(y: torch.Tensor) -> bool:
    """Whether y is the leaky ReLU of POINTS for some slope between 0 and 1: the lesson leaves it open."""
    x = POINTS.double()
    slope = float(y[0] / x[0])
    return 1e-4 < slope < 1 - 1e-4 and torch.allclose(y, functional.leaky_relu(x, slope), atol=1e-4)


def levels(places: Iterable[float]) -> int:
    """How many different places there are, in fractions of a figure's size."""
    return 1 + sum(after - before > 0.05 for before, after in pairwise(sorted(places)))


def how_many(texts: Iterable[str]) -> int:
    """How many of the texts say something."""
    return sum(bool(text.strip()) for text in texts)


@exercise("plot_activations", points=0)
def test_plot_activations_exists(student: Student) -> None:
    """There is a function plot_activations(x)."""
    expect.defined(student.plot_activations, "x")


@exercise("plot_activations", points=1)
def test_plot_activations_figure(student: Student) -> None:
    """It returns a matplotlib Figure."""
    expect.figure(student.plot_activations(POINTS.clone()), because="return the figure itself, not its axes")


@exercise("plot_activations", points=1, needs=["test_plot_activations_figure"])
def test_plot_activations_grid_of_axes(student: Student) -> None:
    """The figure is a grid of 2 rows and 2 columns."""
    centers = [axes.center for axes in drawn_axes(student)]
    columns, rows = levels(x for x, _ in centers), levels(y for _, y in centers)
    expect.that((rows, columns) == (2, 2), "the figure has 2 rows and 2 columns", got=(rows, columns))


@exercise("plot_activations", points=3, needs=["test_plot_activations_figure"])
def test_plot_activations_curves(student: Student) -> None:
    """Sigmoid, tanh, ReLU and leaky ReLU are drawn over x, each in axes of its own."""
    sets = [names for names in map(shown, drawn_axes(student)) if names][:8]
    drawn = sorted(frozenset().union(*sets))
    for name in CURVES:
        expect.that(name in drawn, f"there is a curve of the {name} over exactly the points x", got=drawn)
    # a second curve to compare with is welcome, the same curves in two axes are not
    four = [chosen for chosen in permutations(sets, len(CURVES)) if len(set(chosen)) == len(CURVES)]
    own = any(all(map(contains, chosen, CURVES)) for chosen in four)
    expect.that(own, "each function has axes of its own", got=[sorted(names) for names in sets])


@exercise("plot_activations", points=1, needs=["test_plot_activations_figure"])
def test_plot_activations_titles(student: Student) -> None:
    """Each of the four axes has a title."""
    titles = [axes.title for axes in drawn_axes(student)]
    requirement = "there are four axes with a title"
    expect.that(how_many(titles) >= 4, requirement, got=titles, because="ax.set_title(...)")


@exercise("plot_activations", points=1, needs=["test_plot_activations_figure"])
def test_plot_activations_labels(student: Student) -> None:
    """Each of the four axes has a label on its x axis and on its y axis."""
    axes = drawn_axes(student)
    for axis, labels in (("x", [a.xlabel for a in axes]), ("y", [a.ylabel for a in axes])):
        requirement = f"there are four axes with a label on the {axis} axis"
        expect.that(how_many(labels) >= 4, requirement, got=labels, because=f"ax.set_{axis}label(...)")


@exercise("plot_activations", points=1, needs=["test_plot_activations_figure"])
def test_plot_activations_grids(student: Student) -> None:
    """Each of the four axes has a grid."""
    count = sum(axes.grid for axes in drawn_axes(student))
    expect.that(count >= 4, "the number of axes with a grid is four", got=count, because="ax.grid(True)")


@exercise("plot_activations", points=1, needs=["test_plot_activations_figure"])
def test_plot_activations_legends(student: Student) -> None:
    """Each of the four axes has a legend."""
    count = how_many("".join(axes.legend) for axes in drawn_axes(student))
    because = "ax.legend() names the lines that were plotted with a label"
    expect.that(count >= 4, "the number of axes with a legend with text is four", got=count, because=because)


@exercise("plot_activations", points=1, needs=["test_plot_activations_curves"])
def test_plot_activations_untouched(student: Student) -> None:
    """x is left as it was."""
    expect.untouched(student.plot_activations, POINTS.clone())
