"""Checks of the lesson on backward propagation.

Of a `Value` each operation has points of its own, for its number and for its slopes; what is asked of the graph as
a whole is built of a sum, or of a product where the student's sum is wrong.
"""

from functools import partial

import torch

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch, Unmet
from autograder.lessons.autograd.functions import (
    CUBE,
    PRODUCT_OF_THREE,
    central,
    polynomial,
    random_functions,
    ratio,
    right_slopes_of,
    slopes_of,
)
from autograder.lessons.autograd.graphs import (
    BINARY,
    EXPONENTS,
    FUNCTIONS,
    NEGATIVE,
    ON_THE_LEFT,
    ON_THE_RIGHT,
    POWER,
    PRODUCT,
    QUOTIENT,
    SUM,
    Expression,
    expect_slopes,
    grown,
    random_graph,
    slopes,
)
from autograder.lessons.autograd.layers import LAYERS, draw_layer, fitting, one_of_three, parts, right_layer, three
from autograder.lessons.autograd.operations import (
    NEEDS_ONE,
    all_of,
    joining,
    numbers_of,
    operands,
    operands_untouched,
    right_data,
    right_slopes,
    slopes_along,
    working,
)
from autograder.lessons.autograd.zeroing import clears, clears_far, clears_some, leaves_data, run

#: What does by itself what the last exercise is about.
_AUTOGRAD = ("backward", "grad", "jvp", "vjp", "jacobian", "jacrev", "jacfwd")
FLOATS = "`float(...)` makes a Python float of an int, or of a tensor with one number"
FRESH = "backward() adds to `grad`, and passes on only what has arrived in this walk"
LOCAL = "the slope that has arrived, times the local slope, for each operand"
ADDED = "the slopes along several ways add up"
WAITING = "a node passes its slope on when all of it has arrived, and not before"
LENGTH = 5_000


# --- numerical_gradient -----------------------------------------------------------------------------


@exercise("numerical_gradient", points=0)
def test_numerical_gradient_exists(student: Student) -> None:
    """There is a function numerical_gradient(function, inputs, eps=1e-4)."""
    expect.defined_somehow(student.numerical_gradient, "function", "inputs", eps=1e-4)


@exercise("numerical_gradient", points=1)
def test_numerical_gradient_list(student: Student, rng: Rng) -> None:
    """The result is a list of Python floats, one slope for each input."""
    for size in (1, 3):
        found = slopes_of(student, polynomial(size), rng.uniform(size, low=0.5, high=1.5).tolist())
        expect.floats(found.result, size)
        expect.that(bool(found.numbers.any()), "the result holds slopes", got=found.result)


@exercise("numerical_gradient", points=2)
def test_numerical_gradient_values(student: Student, rng: Rng) -> None:
    """The slopes are right to three places: each input has its own, in their order."""
    for steps, inputs in random_functions(rng):
        found = slopes_of(student, steps, inputs)
        wanted = right_slopes_of(steps, inputs)
        expect.close(found.numbers, wanted, rtol=2e-3, atol=2e-3, because="a slope for each input, in their order")


@exercise("numerical_gradient", points=1)
def test_numerical_gradient_one_at_a_time(student: Student, rng: Rng) -> None:
    """While one input is moved, the others stay where they are."""
    inputs = rng.uniform(3, low=0.5, high=1.5, dtype=torch.float64).tolist()
    found = slopes_of(student, PRODUCT_OF_THREE, inputs, eps=0.5)
    because = "of x[0] * x[1] * x[2] the difference is exact at any distance, if one input moves at a time"
    expect.close(found.numbers, right_slopes_of(PRODUCT_OF_THREE, inputs), because=because)


@exercise("numerical_gradient", points=2)
def test_numerical_gradient_central(student: Student, rng: Rng) -> None:
    """The differences are central: from eps to the left up to eps to the right."""
    for x in (2.0, *rng.uniform(2, low=-1.5, high=1.5, dtype=torch.float64).tolist()):
        found = slopes_of(student, CUBE, [x], eps=0.5)
        because = "((x + 0.5)^3 - (x - 0.5)^3) / (2 * 0.5)"
        expect.close(found.numbers, torch.tensor([central(x, 0.5)], dtype=torch.float64), because=because)
    for steps, inputs in random_functions(rng):
        found = slopes_of(student, steps, inputs)
        because = "at a distance of 1e-4 a central difference is right to six places"
        expect.close(found.numbers, right_slopes_of(steps, inputs), rtol=1e-6, atol=1e-6, because=because)


@exercise("numerical_gradient", points=1)
def test_numerical_gradient_eps(student: Student) -> None:
    """The distance is eps, and 1e-4 where none is given."""
    expect.defined(student.numerical_gradient, "function", "inputs")
    expect.defined(student.numerical_gradient, "function", "inputs", eps=1e-4)
    because = "of a cube at 0, the measured slope grows with the square of the distance"
    expect.close(ratio(student, {"eps": 0.5}, {"eps": 0.25}), 4.0, because=because)
    expect.close(ratio(student, {}, {"eps": 1e-4}), 1.0, because="without eps as with eps=1e-4", rtol=1e-3)


@exercise("numerical_gradient", points=1)
def test_numerical_gradient_untouched(student: Student, rng: Rng) -> None:
    """The list of inputs is left exactly as it was."""
    inputs = rng.uniform(8, low=0.5, high=1.5, dtype=torch.float64).tolist()
    found = slopes_of(student, polynomial(8), inputs, eps=0.1)
    same = torch.equal(found.inputs, torch.tensor(inputs, dtype=torch.float64))
    if not same:
        because = "work on a copy, `list(inputs)`, or put the number itself back: x + eps - eps is not always x"
        raise Mismatch("the inputs are left as they were", because, kind="changed", got=f"{found.inputs.tolist()}")
    expect.that(bool(found.numbers.any()), "the result holds slopes", got=found.result)


# --- Value ------------------------------------------------------------------------------------------


@exercise("Value", points=0)
def test_value_exists(student: Student) -> None:
    """There is a class Value(data)."""
    expect.defined(student.Value, "data")


@exercise("Value", points=1)
def test_value_starts(student: Student, rng: Rng) -> None:
    """A new Value has its number as data, and a grad of zero."""
    for x in (2.5, -3.0, float(rng.normal(dtype=torch.float64))):
        made = Expression()
        made.look([made.leaf(x)])
        (look,) = student.Value.trace(made.steps)
        for name, types in (("data", look.data_types), ("grad", look.grad_types)):
            expect.that(
                types != ["NoneType"], f"a Value has a number in `{name}`", got="no such attribute, or None"
            )
        expect.close(look.data, torch.tensor([x], dtype=torch.float64), because="data is the number that came in")
        expect.close(look.grad, torch.zeros(1, dtype=torch.float64), because="grad is 0.0 at first")


@exercise("Value", points=1)
def test_value_floats(student: Student) -> None:
    """data and grad are Python floats, also where an int came in."""
    operations = working(student, [SUM, PRODUCT])[:1]
    made = Expression()
    nodes = [made.leaf(3), made.leaf(2)]
    nodes += [made.of(operation, *nodes) for operation in operations]
    made.look(nodes)
    made.do("backward", nodes[-1])
    made.look(nodes)
    for look in student.Value.trace(made.steps):
        for name, types in (("data", look.data_types), ("grad", look.grad_types)):
            expect.that(types == ["float"], f"{name} is a Python float", got=", ".join(types), because=FLOATS)


@exercise("Value", points=2)
def test_value_sum_and_product(student: Student, rng: Rng) -> None:
    """The sum and the product of two Values have the right data."""
    numbers_of(student, rng, [SUM, PRODUCT])


@exercise("Value", points=1)
def test_value_difference_and_quotient(student: Student, rng: Rng) -> None:
    """So have the difference and the quotient of two Values, and -a."""
    numbers_of(student, rng, [("-", "nn"), QUOTIENT, NEGATIVE])


@exercise("Value", points=1)
def test_value_power(student: Student, rng: Rng) -> None:
    """A power with a number as its exponent has the right data."""
    pairs = [[operands(rng, POWER)[0], exponent] for exponent in (*EXPONENTS, 1)]
    all_of(partial(right_data, student, POWER, pair) for pair in [*pairs, [-1.5, 3]])


@exercise("Value", points=1)
def test_value_functions(student: Student, rng: Rng) -> None:
    """exp, log, tanh and relu have the right data."""
    numbers_of(student, rng, FUNCTIONS)
    for x in (-2.0, 0.0, 0.5):
        right_data(student, ("relu", "n"), [x])


@exercise("Value", points=1)
def test_value_number_on_the_right(student: Student, rng: Rng) -> None:
    """A plain number may stand on the right of + - * and /."""
    numbers_of(student, rng, ON_THE_RIGHT)
    right_data(student, ("+", "nx"), [1.5, 2])


@exercise("Value", points=1)
def test_value_number_on_the_left(student: Student, rng: Rng) -> None:
    """A plain number may stand on the left of + - * and /."""
    numbers_of(student, rng, ON_THE_LEFT)
    right_data(student, ("+", "xn"), [2, 1.5])


@exercise("Value", points=1)
def test_value_untouched(student: Student, rng: Rng) -> None:
    """Operations change neither operand."""
    operands_untouched(student, rng)


@exercise("Value", points=2)
def test_value_slopes_of_sum_and_product(student: Student, rng: Rng) -> None:
    """After backward(), the operands of a sum and of a product have the right grad."""
    right_slopes(student, PRODUCT, [2.0, 3.0])
    slopes_along(student, rng, [SUM, PRODUCT])


@exercise("Value", points=1)
def test_value_slopes_of_difference_and_quotient(student: Student, rng: Rng) -> None:
    """So have those of a difference and of a quotient, and that of -a."""
    slopes_along(student, rng, [("-", "nn"), QUOTIENT, NEGATIVE])


@exercise("Value", points=1)
def test_value_slope_of_power(student: Student, rng: Rng) -> None:
    """The base of a power has the right grad."""
    pairs = [[operands(rng, POWER)[0], exponent] for exponent in (*EXPONENTS, 1)]
    all_of(partial(right_slopes, student, POWER, pair) for pair in pairs)


@exercise("Value", points=1)
def test_value_slopes_of_exp_and_log(student: Student, rng: Rng) -> None:
    """exp and log have the right slopes."""
    slopes_along(student, rng, FUNCTIONS[:2])


@exercise("Value", points=1)
def test_value_slopes_of_tanh_and_relu(student: Student, rng: Rng) -> None:
    """tanh and relu have the right slopes, relu that of 0 at 0."""
    slopes_along(student, rng, FUNCTIONS[2:])
    for x in (0.0, -1.5, 0.3):
        right_slopes(student, ("relu", "n"), [x])


@exercise("Value", points=1)
def test_value_slopes_beside_numbers(student: Student, rng: Rng) -> None:
    """Slopes are right where the other operand is a plain number."""
    slopes_along(student, rng, [*ON_THE_RIGHT, *ON_THE_LEFT])


@exercise("Value", points=1)
def test_value_inner_nodes(student: Student, rng: Rng) -> None:
    """Every node on the way gets its grad, and the one that backward() is called on gets 1."""
    join = joining(student)
    made = Expression()
    first, second, third, fourth = (made.leaf(x) for x in operands(rng, ("+", "nnnn")))
    left, right = made.of(join, first, second), made.of(join, third, fourth)
    root = made.of(join, left, right)
    inner = [left, right, root]
    because = "grad of the two nodes in between, and of the last one, whose slope along itself is 1"
    expect.close(grown(student, made, [root], inner), slopes(made.steps, root, inner), because=because)


@exercise("Value", points=2)
def test_value_shared(student: Student, rng: Rng) -> None:
    """A node that is used more than once gets the sum of all its slopes."""
    join = joining(student)
    made = Expression()
    a = made.leaf(operands(rng, join)[0])
    root = made.of(join, a, a)
    expect_slopes(student, made, root, [a], f"a is used twice in one operation: {ADDED}")
    made = Expression()
    a, b, c = (made.leaf(x) for x in operands(rng, ("+", "nnn")))
    root = made.of(join, made.of(join, a, b), made.of(join, a, c))
    expect_slopes(student, made, root, [a, b, c], f"two nodes are made of a: {ADDED}")


@exercise("Value", points=2)
def test_value_order(student: Student, rng: Rng) -> None:
    """A node passes its slope on once all of it has arrived, whatever the order of operands."""
    join = joining(student)
    for turned in (False, True):
        made = Expression()
        a = made.leaf(operands(rng, join)[0])
        b = made.of(join, a, a)
        c = made.of(join, *((a, b) if turned else (b, a)))
        d = made.of(join, *((c, b) if turned else (b, c)))
        root = made.of(join, *((b, d) if turned else (d, b)))
        expect_slopes(student, made, root, [a], WAITING)


@exercise("Value", points=1)
def test_value_accumulates(student: Student, rng: Rng) -> None:
    """backward() of one node and then of another adds up in what they share."""
    join = joining(student)
    made = Expression()
    a, b, c = (made.leaf(x) for x in operands(rng, ("+", "nnn")))
    first, second = made.of(join, a, b), made.of(join, a, c)
    added = grown(student, made, [first, second], [a, b, c])
    wanted = slopes(made.steps, first, [a, b, c]) + slopes(made.steps, second, [a, b, c])
    expect.close(added, wanted, because="grad of a, b and c: backward() adds to what is there")


@exercise("Value", points=2)
def test_value_twice(student: Student, rng: Rng) -> None:
    """backward() called again adds the same again."""
    join = joining(student)
    made = Expression()
    a, b = (made.leaf(x) for x in operands(rng, join))
    c = made.of(join, a, b)
    d = made.of(join, c, a)
    root = made.of(join, d, c)
    made.look([a, b])
    for _ in range(3):
        made.do("backward", root)
        made.look([a, b])
    before, *looks = student.Value.trace(made.steps)
    for times, look in enumerate(looks, 1):
        because = f"grad of a and b after backward() number {times}: {FRESH}"
        grown = look.grad - before.grad.nan_to_num()
        expect.close(grown, times * slopes(made.steps, root, [a, b]), because=because)


@exercise("Value", points=2)
def test_value_chain(student: Student) -> None:
    """A chain of 5,000 operations works."""
    link = (working(student, [FUNCTIONS[-1]]) or [joining(student)])[0]
    made = Expression()
    start, other = made.leaf(1.0), made.leaf(1.0)
    end = start
    for _ in range(LENGTH):
        end = made.of(link, *[end, other][: len(link[1])])
    added = grown(student, made, [end], [start])
    expect.close(added[0], torch.tensor(1.0, dtype=torch.float64), because="grad of the first node of the chain")


@exercise("Value", points=2)
def test_value_graphs(student: Student, rng: Rng) -> None:
    """In random expressions, every slope agrees with torch's autograd."""
    operations = working(student)
    if not set(operations) & set(BINARY):
        raise Unmet(NEEDS_ONE)
    for size in (6, 12, 20):
        made, leaves, root = random_graph(rng, operations, size)
        expect_slopes(student, made, root, leaves, LOCAL)


@exercise("Value", points=6)
def test_value_own_work(student: Student) -> None:
    """The slopes are your own work: torch's autograd takes no part in it."""
    join = joining(student)
    with student.Value.watched() as operators:
        right_slopes(student, join, [0.7, -1.3])
    used = sorted(operators & {"backward", "grad", "jvp", "vjp"})
    if used:
        because = "the exercise is to build what `.backward()` does"
        raise Mismatch("Value is written by you", because, kind="own_work", got=f"a call of torch's {used[0]}")


@exercise("Value", points=1, timeout=2.0)
def test_value_each_node_once(student: Student) -> None:
    """Each node passes its slope on once, not once for every way that leads to it."""
    join = joining(student)
    made = Expression()
    a = made.leaf(1.0)
    root = a
    for _ in range(40):
        root = made.of(join, root, root)
    expect_slopes(student, made, root, [a], "there are 2 ** 40 ways from the end to a, but only 41 nodes")


# --- zero_grad --------------------------------------------------------------------------------------


@exercise("zero_grad", points=0, given=("Value",))
def test_zero_grad_exists(student: Student) -> None:
    """There is a function zero_grad(root)."""
    expect.defined(student.zero_grad, "root")


@exercise("zero_grad", points=2)
def test_zero_grad_clears(student: Student, rng: Rng) -> None:
    """The grad of the root and of every node below it is 0.0 afterwards."""
    clears(student, operands(rng, ("+", "nnn")))


@exercise("zero_grad", points=1)
def test_zero_grad_leaves_others(student: Student, rng: Rng) -> None:
    """Nodes that the root does not depend on keep their grad."""
    found = run(student, operands(rng, ("+", "nnn")))
    clears_some(found)
    because = "grad of two nodes that the root does not depend on: one beside it, and one that was made of it"
    expect.close(found.after.grad[found.below :], found.before.grad[found.below :], because=because)


@exercise("zero_grad", points=1)
def test_zero_grad_leaves_data(student: Student, rng: Rng) -> None:
    """Values stay as they are, and backward() works afterwards as before."""
    leaves_data(student, operands(rng, ("+", "nnn")))


@exercise("zero_grad", points=1)
def test_zero_grad_at_any_time(student: Student, rng: Rng) -> None:
    """It works on a node on which nobody has called backward()."""
    clears_some(run(student, operands(rng, ("+", "nnn")), never=True))


@exercise("zero_grad", points=1, timeout=2.0)
def test_zero_grad_chain(student: Student) -> None:
    """A chain of 5,000 operations works, and so do nodes that many ways lead to."""
    clears_far(run(student, [1.0, 1.0, 1.0], ladder=40))
    clears_far(run(student, [1.0, 1.0, 1.0], length=LENGTH))


# --- linear_backward --------------------------------------------------------------------------------


@exercise("linear_backward", points=0)
def test_linear_backward_exists(student: Student) -> None:
    """There is a function linear_backward(x, weight, grad_output)."""
    expect.defined(student.linear_backward, "x", "weight", "grad_output")


@exercise("linear_backward", points=1)
def test_linear_backward_shapes(student: Student, rng: Rng) -> None:
    """The results are three tensors, of the shapes of x, weight and bias."""
    for sizes in LAYERS:
        layer = draw_layer(rng, *sizes)
        found = three(student.linear_backward(*layer))
        for got, right in zip(found, right_layer(*layer), strict=True):
            expect.shape(got, right.shape)
            expect.that(bool(got.any()), "the results are not all zero", got=got)


@exercise("linear_backward", points=2)
def test_linear_backward_x(student: Student, rng: Rng) -> None:
    """grad_x is right: for each sample, the slopes along all outputs, through the weights."""
    one_of_three(student, rng, 0)


@exercise("linear_backward", points=2)
def test_linear_backward_weight(student: Student, rng: Rng) -> None:
    """grad_weight is right: added up over the samples of the batch."""
    one_of_three(student, rng, 1)


@exercise("linear_backward", points=2)
def test_linear_backward_bias(student: Student, rng: Rng) -> None:
    """grad_bias is right: added up over the samples of the batch."""
    one_of_three(student, rng, 2)


@exercise("linear_backward", points=0)
def test_linear_backward_one_of_three(student: Student, rng: Rng) -> None:
    """One of the three results is right, or a multiple of it, if only for square matrices."""
    fitting(student, rng)


@exercise("linear_backward", points=1, needs=["test_linear_backward_one_of_three"])
def test_linear_backward_layout(student: Student, rng: Rng) -> None:
    """Arguments may be views of other tensors, in float32 or float64, and on any device."""
    usual = fitting(student, rng)
    layer = [tensor.T.contiguous().T for tensor in usual]
    student.linear_backward(*layer)
    for found in parts(student.linear_backward(*(tensor.double() for tensor in usual))):
        if isinstance(found, torch.Tensor):
            expect.tensor(found, dtype=torch.float64, because="results have the dtype of the arguments")
    expect.device_followed(student, "linear_backward", *layer)


@exercise("linear_backward", points=1, needs=["test_linear_backward_one_of_three"])
def test_linear_backward_untouched(student: Student, rng: Rng) -> None:
    """The arguments are left as they were."""
    expect.untouched(student.linear_backward, *fitting(student, rng))


@exercise("linear_backward", points=3, needs=["test_linear_backward_one_of_three"], builtins=_AUTOGRAD)
def test_linear_backward_own_work(student: Student, rng: Rng) -> None:
    """The rule is your own: neither backward() nor torch.autograd is called."""
    layer = fitting(student, rng)
    expect.not_delegated(student, "linear_backward", partial(student.linear_backward, *layer))
