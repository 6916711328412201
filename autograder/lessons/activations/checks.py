"""Checks of the lesson on activation functions."""

from itertools import permutations
from operator import contains

import torch
from torch.nn import functional

from autograder import Rng, Student, exercise, expect
from autograder.failures import StudentError, Unmet
from autograder.lessons.activations.figures import CURVES, POINTS, drawn_axes, expect_each, levels, shown
from autograder.lessons.activations.functions import (
    BENDS,
    EXTREME,
    LARGE,
    SHAPES,
    away_from_zero,
    chooses,
    each_number,
    expect_dtype_and_device,
    expect_gradients,
    expect_own_work,
    expect_saturates,
    expect_shapes,
    expect_tails,
    expect_untouched,
    last_softmax,
    leaky_ways,
    softmax_ways,
)

#: The last exercise is for who likes it. Where it is to count in your course, write False, and build.
OPTIONAL = True


@exercise("sigmoid", points=0)
def test_sigmoid_exists(student: Student) -> None:
    """There is a function sigmoid(x)."""
    expect.defined(student.sigmoid, "x")


@exercise("sigmoid", points=1)
def test_sigmoid_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    expect_shapes(student.sigmoid, rng)


@exercise("sigmoid", points=1)
def test_sigmoid_dtype(student: Student) -> None:
    """The result has the dtype and device of x, float64 too."""
    expect_dtype_and_device(student, student.sigmoid)


@exercise("sigmoid", points=2)
def test_sigmoid_values(student: Student, rng: Rng) -> None:
    """The values are 1 / (1 + exp(-x))."""
    expect.values(student.sigmoid(torch.tensor([-2.0, 0.0, 2.0])), torch.tensor([0.119203, 0.5, 0.880797]))
    x = 3 * rng.normal(4, 5)
    expect.values(student.sigmoid(x), torch.sigmoid(x))


@exercise("sigmoid", points=1)
def test_sigmoid_stability(student: Student) -> None:
    """Large |x| saturates at 0 or 1 instead of turning into nan."""
    expect_saturates(student.sigmoid, torch.sigmoid)


@exercise("sigmoid", points=1)
def test_sigmoid_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right: sigmoid(x) (1 - sigmoid(x))."""
    expect_gradients(each_number(student.sigmoid), torch.sigmoid, rng)


@exercise("sigmoid", points=1)
def test_sigmoid_untouched(student: Student) -> None:
    """x is left as it was."""
    expect_untouched(student.sigmoid, each_number(student.sigmoid), torch.sigmoid)


@exercise("sigmoid", points=3, builtins=("sigmoid", "expit", "logsigmoid"))
def test_sigmoid_own_work(student: Student) -> None:
    """It does not call torch's own sigmoid."""
    expect_own_work(student, "sigmoid", each_number(student.sigmoid), torch.sigmoid)


@exercise("tanh", points=0)
def test_tanh_exists(student: Student) -> None:
    """There is a function tanh(x)."""
    expect.defined(student.tanh, "x")


@exercise("tanh", points=1)
def test_tanh_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    expect_shapes(student.tanh, rng)


@exercise("tanh", points=1)
def test_tanh_dtype(student: Student) -> None:
    """The result has the dtype and device of x, float64 too."""
    expect_dtype_and_device(student, student.tanh)


@exercise("tanh", points=2)
def test_tanh_values(student: Student, rng: Rng) -> None:
    """The values are those of the hyperbolic tangent."""
    expect.values(student.tanh(torch.tensor([-1.0, 0.0, 1.0])), torch.tensor([-0.761594, 0.0, 0.761594]))
    x = 2 * rng.normal(4, 5)
    expect.values(student.tanh(x), torch.tanh(x))


@exercise("tanh", points=1)
def test_tanh_stability(student: Student) -> None:
    """Large |x| saturates at -1 or 1 instead of turning into nan."""
    expect_saturates(student.tanh, torch.tanh)


@exercise("tanh", points=1)
def test_tanh_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right: 1 - tanh(x)**2."""
    expect_gradients(each_number(student.tanh), torch.tanh, rng)


@exercise("tanh", points=1)
def test_tanh_untouched(student: Student) -> None:
    """x is left as it was."""
    expect_untouched(student.tanh, each_number(student.tanh), torch.tanh)


@exercise("tanh", points=3, builtins=("tanh",))
def test_tanh_own_work(student: Student) -> None:
    """It does not call torch's own tanh."""
    expect_own_work(student, "tanh", each_number(student.tanh), torch.tanh)


@exercise("relu", points=0)
def test_relu_exists(student: Student) -> None:
    """There is a function relu(x)."""
    expect.defined(student.relu, "x")


@exercise("relu", points=1)
def test_relu_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    expect_shapes(student.relu, rng)


@exercise("relu", points=1)
def test_relu_dtype(student: Student) -> None:
    """The result has the dtype and device of x, float64 too."""
    expect_dtype_and_device(student, student.relu)


@exercise("relu", points=1)
def test_relu_values(student: Student, rng: Rng) -> None:
    """Positive values pass, all others become 0."""
    x = torch.tensor([-3.0, -0.5, 0.0, 2.0, 9.0])
    expect.values(student.relu(x), torch.tensor([0.0, 0.0, 0.0, 2.0, 9.0]))
    x = 3 * rng.normal(4, 5)
    expect.values(student.relu(x), torch.relu(x))
    for extreme in (EXTREME, EXTREME.double()):
        expect.values(student.relu(extreme), torch.relu(extreme), because="large values pass as well")


@exercise("relu", points=1)
def test_relu_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x: 1 where x is positive, 0 where it is negative."""
    expect_gradients(each_number(student.relu), torch.relu, rng)


@exercise("relu", points=1)
def test_relu_untouched(student: Student) -> None:
    """x is left as it was."""
    expect_untouched(student.relu, each_number(student.relu), torch.relu)


@exercise("relu", points=2, builtins=("relu", "threshold"))
def test_relu_own_work(student: Student) -> None:
    """It does not call torch's own relu."""
    expect_own_work(student, "relu", each_number(student.relu), torch.relu)


@exercise("leaky_relu", points=0)
def test_leaky_relu_exists(student: Student) -> None:
    """There is a function leaky_relu(x, negative_slope=0.01)."""
    expect.defined_somehow(student.leaky_relu, "x", negative_slope=0.01)


@exercise("leaky_relu", points=1)
def test_leaky_relu_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    expect_shapes(lambda x: expect.first_answer(leaky_ways(student)[::2], x), rng)


@exercise("leaky_relu", points=1)
def test_leaky_relu_dtype(student: Student) -> None:
    """The result has the dtype and device of x, float64 too."""
    expect_dtype_and_device(student, student.leaky_relu, leaky_ways(student))


@exercise("leaky_relu", points=1)
def test_leaky_relu_values(student: Student, rng: Rng) -> None:
    """Positive values pass, all others are multiplied by 0.01 when no slope is given."""
    x = torch.tensor([-100.0, -2.0, 0.0, 3.0])
    expect.values(student.leaky_relu(x), torch.tensor([-1.0, -0.02, 0.0, 3.0]))
    x = 3 * rng.normal(4, 5)
    expect.values(student.leaky_relu(x), functional.leaky_relu(x))
    for extreme in (EXTREME, EXTREME.double()):
        expect.values(student.leaky_relu(extreme), functional.leaky_relu(extreme))


@exercise("leaky_relu", points=1)
def test_leaky_relu_slope(student: Student, rng: Rng) -> None:
    """negative_slope is used: any number from 0 to 1, by keyword or by position."""
    x = away_from_zero(rng, 6)
    because = "the second argument is the slope"
    expect.values(student.leaky_relu(x, 0.3), functional.leaky_relu(x, 0.3), because=because)
    for slope in (0.2, 0.0, 1.0):
        expect.values(student.leaky_relu(x, negative_slope=slope), functional.leaky_relu(x, slope))


@exercise("leaky_relu", points=1)
def test_leaky_relu_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x: 1 where x is positive, the slope where it is negative."""
    expect_gradients(leaky_ways(student), functional.leaky_relu, rng)


@exercise("leaky_relu", points=1)
def test_leaky_relu_untouched(student: Student) -> None:
    """x is left as it was."""
    expect_untouched(student.leaky_relu, leaky_ways(student), functional.leaky_relu, 0.01)


@exercise("leaky_relu", points=2, builtins=("leaky_relu", "prelu", "rrelu"))
def test_leaky_relu_own_work(student: Student) -> None:
    """It does not call torch's own leaky ReLU."""
    expect_own_work(student, "leaky_relu", leaky_ways(student), functional.leaky_relu)


@exercise("softmax", points=0)
def test_softmax_exists(student: Student) -> None:
    """There is a function softmax(x, dim=-1)."""
    expect.defined_somehow(student.softmax, "x", dim=-1)


@exercise("softmax", points=1)
def test_softmax_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of x, for any shape."""
    shapes = [shape for shape in SHAPES if shape]
    expect_shapes(lambda x: expect.first_answer(softmax_ways(student)[:2], x), rng, shapes)


@exercise("softmax", points=1)
def test_softmax_dtype(student: Student) -> None:
    """The result has the dtype and device of x, float64 too."""
    ways = softmax_ways(student)[:2]
    expect_dtype_and_device(student, student.softmax, (*ways, lambda x: student.softmax(x[0])))


@exercise("softmax", points=2)
def test_softmax_values(student: Student, rng: Rng) -> None:
    """A vector, and each row of a matrix, becomes probabilities that sum to 1."""
    # square, so that a sum whose dimension was lost still broadcasts, along the wrong way
    x = 2 * rng.normal(3, 3)
    expect.values(student.softmax(x), last_softmax(x), because="by default each row sums to 1")
    try:
        vector = student.softmax(torch.tensor([2.0, 1.0, 0.0]))
    except StudentError:  # that it takes any shape is another check
        return
    expect.values(vector, torch.tensor([0.665241, 0.244728, 0.090031]))


@exercise("softmax", points=2)
def test_softmax_dim(student: Student, rng: Rng) -> None:
    """dim chooses the dimension that sums to 1: positive, negative or 0."""
    x = 2 * rng.normal(2, 3, 4)
    expect.right_way(softmax_ways(student), last_softmax, x[0])
    expect.values(student.softmax(x, 1), torch.softmax(x, dim=1), because="the second argument is dim")
    for dim in (1, 0, 2, -1, -2, -3):
        because = f"with dim={dim} the sum runs over dimension {dim}"
        expect.values(student.softmax(x, dim=dim), torch.softmax(x, dim=dim), because=because)
    expect.values(student.softmax(x), last_softmax(x), because="the last dimension is the default")


@exercise("softmax", points=2)
def test_softmax_stability(student: Student) -> None:
    """Scores of 1000 and of -1000 give probabilities, not nan, in every row."""
    because = "exp(1000) is inf and exp(-1000) is 0: subtract the largest score first, each row its own"
    way = expect.right_way(softmax_ways(student)[:2], last_softmax, BENDS)
    for x in (LARGE, LARGE.double()):
        expect.values(way(x), last_softmax(x), atol=1e-4, because=because)
    for dim, x in ((0, LARGE.mT), (1, LARGE.mT.reshape(1, 3, 4)), (1, LARGE.reshape(2, 2, 3).mT)):
        if chooses(student, dim, x.shape):
            expect.values(student.softmax(x, dim=dim), torch.softmax(x, dim), atol=1e-4, because=because)
    expect_tails(lambda x: way(x.view(-1, 3)), lambda x: last_softmax(x.view(-1, 3)))


@exercise("softmax", points=2)
def test_softmax_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to x and are right, also through the sum."""
    expect_gradients(softmax_ways(student), last_softmax, rng)


@exercise("softmax", points=1)
def test_softmax_untouched(student: Student) -> None:
    """x is left as it was."""
    expect_untouched(student.softmax, softmax_ways(student), last_softmax, -1)


@exercise("softmax", points=4, builtins=("softmax", "log_softmax", "softmin"))
def test_softmax_own_work(student: Student) -> None:
    """It does not call torch's own softmax."""
    expect_own_work(student, "softmax", softmax_ways(student), last_softmax)


@exercise("plot_activations", points=0)
def test_plot_activations_exists(student: Student) -> None:
    """There is a function plot_activations(x)."""
    expect.defined(student.plot_activations, "x")


@exercise("plot_activations", points=1)
def test_plot_activations_figure(student: Student) -> None:
    """It returns a matplotlib Figure, with something drawn in it."""
    with student.shared("plot_activations"):
        result = student.plot_activations(POINTS.clone())
        figure = expect.figure(result, because="return the figure itself, without its axes")
        expect.that(any(axes.lines for axes in figure.axes), "there are curves in the figure", got="no line")


@exercise("plot_activations", points=1)
def test_plot_activations_grid_of_axes(student: Student) -> None:
    """The figure is a grid of 2 rows and 2 columns."""
    centers = [axes.center for axes in drawn_axes(student)]
    columns, rows = levels(x for x, _ in centers), levels(y for _, y in centers)
    expect.that((rows, columns) == (2, 2), "the figure has 2 rows and 2 columns", got=(rows, columns))


@exercise("plot_activations", points=1)
def test_plot_activations_curves(student: Student) -> None:
    """Sigmoid, tanh, ReLU and leaky ReLU are drawn, over exactly the points x."""
    drawn = sorted(frozenset().union(*map(shown, drawn_axes(student))))
    for name in CURVES:
        expect.that(name in drawn, f"there is a curve of the {name} over exactly the points x", got=drawn)


@exercise("plot_activations", points=2)
def test_plot_activations_own_axes(student: Student) -> None:
    """Each of the curves is in axes of its own."""
    sets = [names for names in map(shown, drawn_axes(student)) if names][:8]
    drawn = sorted(frozenset().union(*sets))
    if len(drawn) < 3:
        raise Unmet("needs: curves of the functions over the points x")
    # a second curve to compare with is welcome, the same curves in two axes are not
    choices = [chosen for chosen in permutations(sets, len(drawn)) if len(set(chosen)) == len(drawn)]
    own = any(all(map(contains, chosen, drawn)) for chosen in choices)
    expect.that(own, "each function has axes of its own", got=[sorted(names) for names in sets])


@exercise("plot_activations", points=1)
def test_plot_activations_titles(student: Student) -> None:
    """Each of the four axes has a title."""
    axes = drawn_axes(student)
    titles = [a.title for a in axes]
    expect_each(axes, map(str.strip, titles), "each of the four axes has a title", titles, "ax.set_title(...)")


@exercise("plot_activations", points=1)
def test_plot_activations_labels(student: Student) -> None:
    """Each of the four axes has a label on its x axis and on its y axis."""
    axes = drawn_axes(student)
    for axis, labels in (("x", [a.xlabel for a in axes]), ("y", [a.ylabel for a in axes])):
        requirement = f"each of the four axes has a label on the {axis} axis"
        expect_each(axes, map(str.strip, labels), requirement, labels, f"ax.set_{axis}label(...)")


@exercise("plot_activations", points=1)
def test_plot_activations_grids(student: Student) -> None:
    """Each of the four axes has a grid."""
    axes = drawn_axes(student)
    grids = [a.grid for a in axes]
    expect_each(axes, grids, "each of the four axes has a grid", f"{sum(grids)} with a grid", "ax.grid(True)")


@exercise("plot_activations", points=1)
def test_plot_activations_legends(student: Student) -> None:
    """Each of the four axes has a legend."""
    axes = drawn_axes(student)
    legends = ["".join(a.legend) for a in axes]
    because = "ax.legend() names the lines that were plotted with a label"
    expect_each(axes, map(str.strip, legends), "each of the four axes has a legend with text", legends, because)


@exercise("plot_activations", points=1)
def test_plot_activations_untouched(student: Student) -> None:
    """x is left as it was."""
    drawn_axes(student)
    expect.untouched(student.plot_activations, POINTS.clone())


#: What the students' test is tried on, besides right versions.
MISTAKES = (
    "divides by the sum over the whole tensor instead of along dim",
    "always works along the last dimension, whatever dim is",
    "has another dimension than the last one as its default",
    "takes no exponential of the scores",
    "raises another number than e to the power of the scores",
    "takes the sigmoid of each score for itself",
    "returns the logarithm of the probabilities",
    "does not subtract the largest score first, so that the exponential overflows",
    "flattens x and does not give its shape back",
    "changes x in place",
)
LETS_PASS = ["test_test_softmax_lets_pass"]


@exercise("test_softmax", points=0, optional=OPTIONAL, tests="softmax")
def test_test_softmax_exists(student: Student) -> None:
    """There is a function test_softmax(softmax)."""
    expect.defined(student.test_softmax, "softmax")


@exercise("test_softmax", points=0, timeout=20)  # at its first use, torch.testing imports what takes seconds
def test_test_softmax_lets_pass(student: Student) -> None:
    """It raises for no right version, in whatever style that is written."""
    expect.lets_pass(student, "test_softmax", MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_whole_tensor(student: Student) -> None:
    """It notices a softmax that divides by the sum over the whole tensor."""
    expect.notices(student, "test_softmax", MISTAKES[0], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_dim(student: Student) -> None:
    """It notices a softmax that ignores dim."""
    expect.notices(student, "test_softmax", MISTAKES[1], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_default(student: Student) -> None:
    """It notices a softmax that takes another dimension than the last by itself."""
    expect.notices(student, "test_softmax", MISTAKES[2], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_exponential(student: Student) -> None:
    """It notices a softmax that forgets the exponential."""
    expect.notices(student, "test_softmax", MISTAKES[3], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_base(student: Student) -> None:
    """It notices a softmax that has another base than e."""
    expect.notices(student, "test_softmax", MISTAKES[4], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_sum(student: Student) -> None:
    """It notices a softmax that gives no probabilities, for they do not sum to 1."""
    expect.notices(student, "test_softmax", MISTAKES[5], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_logarithm(student: Student) -> None:
    """It notices a softmax that returns logarithms."""
    expect.notices(student, "test_softmax", MISTAKES[6], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_stability(student: Student) -> None:
    """It notices a softmax that overflows for scores of 1000."""
    expect.notices(student, "test_softmax", MISTAKES[7], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_shape(student: Student) -> None:
    """It notices a softmax that flattens its result."""
    expect.notices(student, "test_softmax", MISTAKES[8], MISTAKES)


@exercise("test_softmax", points=1, needs=LETS_PASS)
def test_test_softmax_untouched(student: Student) -> None:
    """It notices a softmax that changes its input."""
    expect.notices(student, "test_softmax", MISTAKES[9], MISTAKES)
