# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # The perceptron
#
# A perceptron is one artificial neuron: the smallest neural network there is. You will build it from its parts,
# see that it draws a straight line through the plane, let it learn that line by itself, and then watch it fail
# on a problem of only four data points.
#
# **After this lesson you can**
#
# - name the parts of a neuron and say what each does;
# - compute a weighted sum for one sample, for a batch and for any number of leading dimensions, without a loop;
# - turn it into a number between 0 and 1, and that number into a decision;
# - draw the decision boundary and say what the weights and the bias do to it;
# - train a perceptron with Rosenblatt's rule, by hand and in code;
# - prove that no perceptron computes XOR.
#
# **Time needed:** about 120 minutes, by our estimate: 40 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `weighted_sum` | \* | weights times inputs, plus the bias |
# | `perceptron` | \* | the output of the neuron |
# | `predict` | \* | its decision, 0 or 1 |
# | `fit_perceptron` | \*\*\* | Rosenblatt's learning rule |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("weighted_sum")` in a cell of your own, then `hint("weighted_sum", 2)`: each tells a little more. `reset("weighted_sum")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
#
# Some cells ask what you expect, with `guess(...)`: write the letter of your answer into the cell, run it, then read on.
# Nobody grades it, and it stays in the cell, so you see later what you thought.
#
# The cells with the imports and the checks are locked: an import of your own goes into a new cell.
# The code of most pictures is folded: a click on the dots below its picture's text shows it.
# A few cells show what your functions do. Until you have written them, such a cell says what it needs.
#
# **Symbols.** Each stands for one thing in this lesson:
#
# | symbol | what it is |
# | --- | --- |
# | $x$, $n$ | the inputs of a sample, and how many they are |
# | $w$, $b$ | weights and bias: what is learned |
# | $z$ | the weighted sum |
# | $\sigma$ | the sigmoid |
# | $y$ | the output of the neuron |
# | $\theta$ | the threshold of a decision |
# | $t$ | the target: the right answer |
# | $\eta$ | the learning rate, `lr` in code |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
import torch

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# import matplotlib.pyplot as plt
# import numpy as np
#
# from autograder import check, guess, hint, needs, play, progress, reset
#
# plt.style.use("autograder.worker.pictures")
# BLUE, ORANGE = "#0072b2", "#d55e00"  # class 0 and class 1, in every picture of this lesson

# %% [markdown]
# ## Before you start
#
# This course takes four things for granted. If one of them is new to you, read up on it first; ten minutes are enough.
#
# | | for example | which gives |
# | --- | --- | --- |
# | **tensors**: numbers in a grid | `a = torch.tensor([[1., 2., 3.], [4., 5., 6.]])` | `a[1, 2]` is 6 |
# | | `a * 10` | every number times 10 |
# | **shapes**: how many along each dimension | `a.shape` | `(2, 3)`: 2 rows, 3 columns |
# | | `a.sum(dim=1)` | shape `(2,)`: the columns are summed away |
# | **broadcasting**: shapes are lined up from the right; 1, or nothing, fits anything | `a + torch.tensor([10., 20., 30.])` | `(2, 3)` and `(3,)`: added to each row |
# | | `a + torch.tensor([[10.], [20.]])` | `(2, 3)` and `(2, 1)`: added to each column |
# | **partial derivatives**: the slope in one direction | $f(x, y) = x^2 y$ | $\partial f / \partial x = 2xy$: only $x$ moves |
# | | at $x = 3$, $y = 2$ | 12: a little more $x$ gives 12 times as much more $f$ |
#
# ### A run that repeats
#
# The "random" numbers of a computer come from a recipe, and the recipe starts from a number, the **seed**. Set it with
# `torch.manual_seed`, and the same numbers come in the same order. Where two runs with one seed differ, something in the code has
# changed, and not your luck.
#
# That holds on one machine with one version of torch. It is *not* promised for another version, nor for a graphics card instead of
# the CPU: there, even sums may be added up in another order. (numpy and Python's own `random` have seeds of their own.)
# So whoever reports a result writes down the versions, the **device** (where the tensors live: `cpu`, `cuda` or `mps`), the seed,
# and what came of *several* seeds, for one can be lucky.
#
# The cell after the next prints three times three random numbers. Guess first; then take out its second `manual_seed`, decide
# again, and run it again.

# %% tags=["active-ipynb"]
# guess(
#     "The seed is set to 7 before the first line and before the third. Which lines are the same?",
#     a="the first and the second",
#     b="the first and the third",
#     c="the second and the third",
#     d="no two of them",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# torch.manual_seed(7)
# print("three numbers:      ", torch.rand(3).tolist())
# print("three more:         ", torch.rand(3).tolist())
# torch.manual_seed(7)
# print("with the seed again:", torch.rand(3).tolist())
#
# device = "cuda" if torch.cuda.is_available() else "cpu"
# print(f"for a report: torch {torch.__version__}, numpy {np.__version__}, device {device}, seed 7")

# %% [markdown]
# ## 1. The parts of a neuron
#
# **Why it is called a neuron.** A nerve cell collects signals from other cells, over connections of different strengths, and sends
# one of its own when enough comes together. In 1943 McCulloch and Pitts made that into a formula, and this much is left of it:
# strengths, a sum, a threshold. Nearly everything else is left out. Real cells send pulses whose timing counts, they grow and lose
# connections, and nobody knows of them to learn by the rules of this course. So take the word as a name, and not as an explanation
# of brains.
#
# A neuron takes $n$ numbers in and gives one number out. It has four parts:
#
# - the **inputs** $x_1, \dots, x_n$: what is known about one sample;
# - the **weights** $w_1, \dots, w_n$: how much each input counts, and in which direction;
# - the **bias** $b$: how easily the neuron says yes when all inputs are 0;
# - the **activation** $\sigma$: a function that turns the weighted sum into the output.
#
# The weights and the bias are the **parameters**: learning means changing them, and nothing else.

# %% tags=["active-ipynb", "folded"]
# fig, ax = plt.subplots(figsize=(9, 3.8))
# node = {"boxstyle": "circle,pad=0.45", "facecolor": "#f0f0f0", "edgecolor": "black"}
# arrow = {"arrowstyle": "-|>", "color": "black", "shrinkA": 17, "shrinkB": 21}
# for i, height in enumerate([3.0, 2.0, 1.0], start=1):
#     ax.annotate("", xy=(3, 2), xytext=(0, height), arrowprops=arrow)
#     ax.text(0, height, f"$x_{i}$", fontsize=14, ha="center", va="center", bbox=node)
#     middle = height + (2 - height) * 0.42
#     ax.text(1.26, middle, f"$w_{i}$", fontsize=14, ha="center", va="center", color=ORANGE,
#             bbox={"facecolor": fig.get_facecolor(), "edgecolor": "none", "pad": 1.5})
# ax.annotate("", xy=(3, 2), xytext=(3, 0.6), arrowprops=arrow)
# ax.text(3, 0.6, "$b$", fontsize=14, ha="center", va="center", color=ORANGE, bbox=node)
# ax.annotate("", xy=(5, 2), xytext=(3, 2), arrowprops=arrow)
# ax.annotate("", xy=(7, 2), xytext=(5, 2), arrowprops=arrow)
# ax.text(3, 2, r"$\Sigma$", fontsize=18, ha="center", va="center", bbox=node)
# ax.text(4, 2.12, "$z$", fontsize=14, ha="center")
# ax.text(5, 2, r"$\sigma$", fontsize=18, ha="center", va="center", bbox=node)
# ax.text(7, 2, "$y$", fontsize=14, ha="center", va="center", bbox=node)
# names = {0: "inputs", 1.26: "weights", 3: "weighted sum", 5: "activation", 7: "output"}
# for x, name in names.items():
#     ax.text(x, 3.75, name, fontsize=12, ha="center")
# ax.text(3.4, 0.55, "bias", fontsize=12, va="center")
# ax.set(xlim=(-0.7, 7.7), ylim=(0.2, 4.1))
# ax.set_title("A neuron with three inputs; what it learns is orange")
# ax.axis("off")
# plt.show()

# %% [markdown]
# ## 2. The weighted sum
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b = \sum_{i=1}^{n} w_i x_i + b$$
#
# **By hand.** With inputs $x = (2, 1)$, weights $w = (0.5, -1)$ and bias $b = 0.25$:
#
# $$z = 0.5 \cdot 2 + (-1) \cdot 1 + 0.25 = 1 - 1 + 0.25 = 0.25$$
#
# The bias is added **once**, however many inputs there are.
#
# **Many samples at once.** Real data comes as a *batch*: a tensor of shape `(m, n)`, one sample in each row. The
# weights are the same for every row, so the result has one number a row:
#
# | sample | $0.5\,x_1$ | $-1\,x_2$ | $+\,b$ | $z$ |
# | --- | --- | --- | --- | --- |
# | (2, 1) | 1 | -1 | 0.25 | **0.25** |
# | (0, 3) | 0 | -3 | 0.25 | **-2.75** |
# | (4, 0) | 2 | 0 | 0.25 | **2.25** |
#
# In shapes: `(3, 2)` goes in, `(3,)` comes out. The last dimension is summed away and every dimension before it
# stays. A single sample `(n,)` gives a single number, of shape `()`. A stack of batches `(5, 3, 2)` gives
# `(5, 3)`. If you sum over the *last* dimension, one line of code does them all.

# %% tags=["active-ipynb", "folded"]
# samples = np.array([[2.0, 1.0], [0.0, 3.0], [4.0, 0.0]])
# parts = np.column_stack([samples * [0.5, -1.0], np.full(3, 0.25)])
# fig, ax = plt.subplots(figsize=(8, 3.6))
# names = {"$w_1 x_1$": BLUE, "$w_2 x_2$": "#56b4e9", "$b$": "#999999"}
# for i, (name, colour) in enumerate(names.items()):
#     place = np.arange(3) + 0.18 * (i - 1.5)
#     ax.bar(place, parts[:, i], width=0.18, color=colour, label=name)
# ax.bar(np.arange(3) + 0.18 * 1.5, parts.sum(1), width=0.18, color=ORANGE, label="their sum $z$")
# ax.axhline(0, color="black", linewidth=0.8)
# ax.set_xticks(range(3), [f"sample ({a:g}, {b:g})" for a, b in samples])
# ax.set(ylabel="value", title="What each part contributes to the weighted sum")
# ax.legend(loc="upper left", ncols=2)
# plt.show()

# %% [markdown]
# ### Exercise: `weighted_sum`
#
# Write the weighted sum for inputs of shape `(..., n)`, where `...` stands for any leading dimensions, even none.
# The result has shape `(...)` and the dtype of the inputs.
#
# `torch.nn.functional.linear` and `torch.nn.Linear` compute just this: your result is compared with theirs, so
# here you may not call them. Everything else is fair. Stay with tensors (no `.item()`, no numpy), so that
# gradients can flow back to inputs, weights and bias, and leave the three arguments as they are.

# %% nbgrader={"grade": false, "grade_id": "weighted_sum", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_sum(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Add up every input times its weight, and the bias: sum_i w_i x_i + b.

    Args: inputs: (..., n), any leading dimensions; weights: (n,); bias: ().
    Returns: (...), dtype of inputs.
    """
    ### BEGIN SOLUTION
    return inputs @ weights + bias
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-weighted_sum", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
# check("weighted_sum")

# %% [markdown]
# ## 3. The output: from any number to one between 0 and 1
#
# The weighted sum can be any number. The **sigmoid** squashes it into $(0, 1)$, so that it can be read as "how
# sure is the neuron that the answer is yes":
#
# $$y = \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# **By hand**, for the three samples above:
#
# | $z$ | $e^{-z}$ | $y = 1 / (1 + e^{-z})$ | in words |
# | --- | --- | --- | --- |
# | 0.25 | 0.779 | **0.562** | rather yes |
# | -2.75 | 15.64 | **0.060** | almost surely no |
# | 2.25 | 0.105 | **0.905** | fairly surely yes |
#
# Three things to remember: $\sigma(0) = 0.5$ exactly; $\sigma(-z) = 1 - \sigma(z)$; and far out the curve is
# flat, so very large and very small sums give (nearly) 1 and 0.

# %% tags=["active-ipynb", "folded"]
# z = torch.linspace(-7, 7, 281)
# fig, ax = plt.subplots(figsize=(8, 3.8))
# ax.plot(z, torch.special.expit(z), color="black", label=r"$\sigma(z)$")
# for value, name in [(0.25, "(2, 1)"), (-2.75, "(0, 3)"), (2.25, "(4, 0)")]:
#     height = 1 / (1 + np.exp(-value))
#     colour = ORANGE if value >= 0 else BLUE
#     ax.plot(value, height, "o", color=colour, markersize=9, label=f"sample {name}: {height:.3f}")
# ax.axhline(0.5, color="grey", linestyle="--", linewidth=1, label="one half")
# ax.axvline(0, color="grey", linewidth=0.6)
# ax.set(xlabel="weighted sum $z$", ylabel="output $y$", title="The sigmoid and our three samples")
# ax.grid(alpha=0.3)
# ax.legend(loc="upper left")
# plt.show()

# %% [markdown]
# ### Exercise: `perceptron`
#
# Give the neuron's output, the sigmoid of its weighted sum. Torch's own sigmoid may be used (you write your own
# in the next lesson), and so may your `weighted_sum`.
#
# The result must be finite and right for weighted sums as large as 1000 and as small as -1000. This is a trap
# only for those who write the sigmoid themselves: $e^{1000}$ is `inf` in a computer, and `inf / inf` is `nan`.

# %% nbgrader={"grade": false, "grade_id": "perceptron", "locked": false, "schema_version": 3, "solution": true, "task": false}
def perceptron(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Output of the neuron: the sigmoid of its weighted sum, finite for sums of 1000 and -1000.

    Args: inputs: (..., n), any leading dimensions; weights: (n,); bias: ().
    Returns: (...), dtype of inputs.
    """
    ### BEGIN SOLUTION
    return torch.sigmoid(weighted_sum(inputs, weights, bias))
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-perceptron", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# check("perceptron")

# %% [markdown]
# ## 4. The decision and its boundary
#
# To decide, compare the output with a **threshold** $\theta$:
#
# $$\text{class} = \begin{cases} 1 & \text{if } y \ge \theta \\ 0 & \text{otherwise} \end{cases}$$
#
# With $\theta = 0.5$ the class changes where $\sigma(z) = 0.5$, and that is where $z = 0$. For two inputs this is the
# equation of a **straight line**:
#
# $$w_1 x_1 + w_2 x_2 + b = 0$$
#
# (For three inputs it is a plane, for more a *hyperplane*.) This line is the **decision boundary**. A point
# exactly on it has output $0.5$ and gets class 1, because the comparison is $\ge$ and not $>$.
#
# **By hand.** Take $w = (1, 2)$ and $b = -2$, so the boundary is $x_1 + 2 x_2 = 2$. Set $x_1 = 0$ to get the point
# $(0, 1)$, set $x_2 = 0$ to get $(2, 0)$; the line goes through both.
#
# | point | $z = x_1 + 2 x_2 - 2$ | output | class at $\theta = 0.5$ |
# | --- | --- | --- | --- |
# | (2, 1) | 2 | 0.881 | 1 |
# | (0, 0) | -2 | 0.119 | 0 |
# | (0, 1) | 0 | 0.5 | 1 (on the line) |

# %% tags=["active-ipynb", "folded"]
# x1, x2 = np.meshgrid(np.linspace(-1, 3, 201), np.linspace(-1, 2, 201))
# output = 1 / (1 + np.exp(-(x1 + 2 * x2 - 2)))
# fig, ax = plt.subplots(figsize=(7.5, 5.2), layout="constrained")
# shades = ax.contourf(x1, x2, output, levels=np.linspace(0, 1, 21), cmap="RdBu_r", alpha=0.8)
# fig.colorbar(shades, label="output $y$", ticks=[0, 0.25, 0.5, 0.75, 1])
# corners = np.array([-1.0, 3.0])
# for threshold, style in [(0.1, ":"), (0.5, "-"), (0.9, "--")]:
#     boundary = (np.log(threshold / (1 - threshold)) + 2 - corners) / 2
#     ax.plot(corners, boundary, "k" + style, label=f"boundary for threshold {threshold}")
# ax.arrow(1, 0.5, 0.4, 0.8, width=0.025, color="black", length_includes_head=True)
# ax.text(1.46, 1.12, "$w$", fontsize=13)
# for point, beside in [((2, 1), (-12, -17)), ((0, 0), (8, 4)), ((0, 1), (6, 6))]:
#     ax.plot(*point, "o", color="white", markeredgecolor="black", markersize=9)
#     ax.annotate(str(point), point, xytext=beside, textcoords="offset points")
# ax.set(xlim=(-1, 3), ylim=(-1, 2), aspect="equal", xlabel="$x_1$", ylabel="$x_2$",
#        title="The output over the plane, for $w = (1, 2)$ and $b = -2$")
# fig.legend(loc="outside lower center", ncols=3, fontsize=9)
# plt.show()

# %% tags=["active-ipynb"]
# guess(
#     "What becomes of the boundary when w1, w2 and b are all multiplied by 5?",
#     a="it moves away from the origin",
#     b="it moves towards the origin",
#     c="it turns",
#     d="it stays where it is",
#     answer=None,
# )

# %% [markdown]
# Read the picture:
#
# - the arrow $w$ stands at right angles to the boundary and points to the side of class 1;
# - another threshold shifts the line but does not turn it: asking for $y \ge 0.9$ is harder, so the line moves
#   towards the yes side;
# - however you choose the three numbers, the boundary is straight. The direction of $w$ turns it, and the bias shifts
#   it. (Where $b$ is not 0, longer weights shift it as well, towards the origin: its distance from there is
#   $|b| / \sqrt{w_1^2 + w_2^2}$.) Only multiplying *all three* numbers by one positive factor leaves the line where it
#   is; it makes the step sharper, or softer:

# %% tags=["active-ipynb", "folded"]
# x1, x2 = np.meshgrid(np.linspace(-2, 2, 201), np.linspace(-2, 2, 201))
# settings = [("start", 1, 1, 0), ("another weight turns it", 1, -3, 0),
#             ("the bias shifts it", 1, 1, -2), ("five times all three sharpens it", 5, 5, -10)]
# levels = np.linspace(0, 1, 21)
# fig, axes = plt.subplots(1, 4, figsize=(14, 3.6), sharey=True, layout="constrained")
# for ax, (title, w1, w2, b) in zip(axes, settings):
#     z = w1 * x1 + w2 * x2 + b
#     output = 1 / (1 + np.exp(-z))
#     shades = ax.contourf(x1, x2, output, levels=levels, cmap="RdBu_r", alpha=0.8)
#     ax.contour(x1, x2, z, levels=[0], colors="black")
#     ax.set(aspect="equal", xlabel="$x_1$", title=f"{title}\nw = ({w1}, {w2}), b = {b}")
# axes[0].set_ylabel("$x_2$")
# fig.colorbar(shades, ax=axes, label="output $y$", ticks=[0, 0.5, 1], shrink=0.8)
# plt.show()

# %% [markdown]
# ### Exercise: `predict`
#
# Return the class of each sample as a floating-point tensor of shape `(...)`: `1.` where the output is at least
# `threshold`, `0.` elsewhere. Mind three things: `>=` rather than `>`, floats rather than booleans, and the
# threshold belongs to the *output* $y$, not to the weighted sum $z$. The threshold is a number between 0 and 1
# (never 0 or 1 itself).

# %% nbgrader={"grade": false, "grade_id": "predict", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict(
    inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor, threshold: float = 0.5
) -> torch.Tensor:
    """Class of each sample: 1. where the perceptron's output is at least threshold, else 0.

    Args: inputs: (..., n); weights: (n,); bias: (); threshold: strictly between 0 and 1.
    Returns: (...), floating point.
    """
    ### BEGIN SOLUTION
    return (perceptron(inputs, weights, bias) >= threshold).to(inputs.dtype)
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-predict", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# check("predict")

# %% [markdown]
# ## 5. Learning: Rosenblatt's rule
#
# So far somebody else chose the weights. In 1958 Frank Rosenblatt found a rule by which the neuron chooses them
# itself, from samples whose right answer, the **target** $t$, is known.
#
# For learning he used the bluntest activation there is, the **step**: $y = 1$ if $z \ge 0$, else $y = 0$. (This is
# the decision of section 4 at threshold 0.5, without the detour through the sigmoid.) Then, one sample after
# the other:
#
# $$w \leftarrow w + \eta\,(t - y)\,x \qquad\qquad b \leftarrow b + \eta\,(t - y)$$
#
# The **learning rate** $\eta$ (called `lr` in code) says how big a step is. There are only three cases:
#
# | target $t$ | decision $y$ | $t - y$ | what happens |
# | --- | --- | --- | --- |
# | same as $y$ | | 0 | nothing: never change a winning team |
# | 1 | 0 | +1 | too low: add $\eta x$ to the weights, $\eta$ to the bias, so $z$ grows for this sample |
# | 0 | 1 | -1 | too high: subtract them, so $z$ shrinks for this sample |
#
# One pass over all samples is an **epoch**. Count the mistakes as you go: each sample is judged with the
# parameters it meets, that is *after* the corrections made by the samples before it. An epoch without a mistake
# means that every sample is right, so learning stops there.
#
# **By hand: OR**, with $\eta = 1$, all parameters starting at zero. The first two epochs, line by line:
#
# | epoch | $x$ | $t$ | $z$ | $y$ | $t - y$ | $w$ after | $b$ after |
# | --- | --- | --- | --- | --- | --- | --- | --- |
# | 1 | (0, 0) | 0 | 0 | 1 | -1 | (0, 0) | -1 |
# | 1 | (0, 1) | 1 | -1 | 0 | +1 | (0, 1) | 0 |
# | 1 | (1, 0) | 1 | 0 | 1 | 0 | (0, 1) | 0 |
# | 1 | (1, 1) | 1 | 1 | 1 | 0 | (0, 1) | 0 |
# | 2 | (0, 0) | 0 | 0 | 1 | -1 | (0, 1) | -1 |
# | 2 | (0, 1) | 1 | 0 | 1 | 0 | (0, 1) | -1 |
# | 2 | (1, 0) | 1 | -1 | 0 | +1 | (1, 1) | 0 |
# | 2 | (1, 1) | 1 | 2 | 1 | 0 | (1, 1) | 0 |
#
# Two mistakes in each. Epoch 3 makes one more (at (0, 0), giving $b = -1$) and epoch 4 makes none: learning ends
# with $w = (1, 1)$, $b = -1$, and the mistakes per epoch were `[2, 2, 1, 0]`. Check the last epoch yourself before
# you go on; it takes a minute and is the best preparation for the exercise.
#
# Here are those four epochs in the plane. A point on the line counts as class 1.

# %% tags=["active-ipynb", "folded"]
# corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
#
#
# def draw_gate(ax, truth, w, b, title):
#     """Draw a truth table of two inputs and, shaded, the two sides of the boundary of (w, b)."""
#     g1, g2 = np.meshgrid(np.linspace(-0.6, 1.6, 401), np.linspace(-0.6, 1.6, 401))
#     z = w[0] * g1 + w[1] * g2 + b
#     says_1 = (z >= -1e-9).astype(float)
#     ax.contourf(g1, g2, says_1, levels=[-0.5, 0.5, 1.5], colors=[BLUE, ORANGE], alpha=0.22)
#     if np.any(w):
#         ax.contour(g1, g2, z, levels=[0], colors="black")
#     for (a, c), t in zip(corners, truth):
#         marker, colour = ("s", ORANGE) if t else ("o", BLUE)
#         ax.plot(a, c, marker, color=colour, markersize=12, markeredgecolor="black")
#     ax.set(aspect="equal", xticks=[0, 1], yticks=[0, 1])
#     ax.set(xlabel="$x_1$", ylabel="$x_2$", title=title)
#
#
# def legend_of_classes(fig):
#     """One legend for all panels: the two markers and the two shades."""
#     edge = {"linestyle": "", "markeredgecolor": "black", "markersize": 10}
#     handles = [
#         plt.Line2D([], [], marker="o", color=BLUE, label="target 0", **edge),
#         plt.Line2D([], [], marker="s", color=ORANGE, label="target 1", **edge),
#         plt.Rectangle((0, 0), 1, 1, color=BLUE, alpha=0.3, label="predicted 0"),
#         plt.Rectangle((0, 0), 1, 1, color=ORANGE, alpha=0.3, label="predicted 1"),
#     ]
#     fig.legend(handles=handles, loc="outside lower center", ncols=4)
#
#
# fig, axes = plt.subplots(1, 4, figsize=(13, 4.0), layout="constrained")
# epochs = [((0, 1), 0, 2), ((1, 1), 0, 2), ((1, 1), -1, 1), ((1, 1), -1, 0)]
# for epoch, (ax, (w, b, wrong)) in enumerate(zip(axes, epochs), start=1):
#     title = f"OR after epoch {epoch}\nw = {w}, b = {b}, mistakes: {wrong}"
#     draw_gate(ax, [0, 1, 1, 1], w, b, title)
# legend_of_classes(fig)
# plt.show()

# %% [markdown]
# **AND** and **NAND** are learned in the same way, in six epochs each (mistakes `[2, 3, 3, 2, 1, 0]` and
# `[1, 3, 3, 2, 1, 0]`). This is no accident: whenever *some* straight line separates the two classes (the data is
# **linearly separable**), Rosenblatt's rule finds one after finitely many corrections. That is the perceptron
# convergence theorem (Novikoff, 1962).
#
# So AND takes six epochs with $\eta = 1$. And with another learning rate?

# %% tags=["active-ipynb"]
# guess(
#     "How many epochs does AND take with a learning rate of 10?",
#     a="fewer than six",
#     b="six, as with 1",
#     c="more than six",
#     d="it never ends",
#     answer=None,
# )

# %% [markdown]
# **What the learning rate does.** Here it decides nothing. All three numbers start at zero, and every correction is a multiple of
# $\eta$. Another $\eta$ multiplies all three by one factor, so the line and the mistakes are the same. On paper, that is:
# with `lr=0.1` the mistakes of AND are `[2, 3, 3, 0]`, because 0.1 is rounded in a computer, and a sum that is 0 on paper
# comes out a little below 0.

# %% tags=["active-ipynb", "folded"]
# gates = [("AND", [0, 0, 0, 1], (2, 1), -3), ("OR", [0, 1, 1, 1], (1, 1), -1),
#          ("NAND", [1, 1, 1, 0], (-2, -1), 2)]
# fig, axes = plt.subplots(1, 3, figsize=(10, 4.0), layout="constrained")
# for ax, (name, truth, w, b) in zip(axes, gates):
#     draw_gate(ax, truth, w, b, f"{name}, learned\nw = {w}, b = {b}")
# legend_of_classes(fig)
# plt.show()

# %% [markdown]
# **To play with.** AND is learned here, sample by sample. Move the slider (the arrow keys do it, too), and before each step say what the
# rule will do.

# %% tags=["active-ipynb", "folded"]
# # The weights and the bias at the start, and after each of the 24 visits.
# after = [(0, 0, 0), (0, 0, -1), (0, 0, -1), (0, 0, -1), (1, 1, 0), (1, 1, -1), (1, 0, -2),
#          (1, 0, -2), (2, 1, -1), (2, 1, -1), (2, 0, -2), (1, 0, -3), (2, 1, -2), (2, 1, -2),
#          (2, 1, -2), (1, 1, -3), (2, 2, -2), (2, 2, -2), (2, 1, -3), (2, 1, -3), (2, 1, -3),
#          (2, 1, -3), (2, 1, -3), (2, 1, -3), (2, 1, -3)]
#
#
# def visit(canvas, number):
#     """The plane after a visit, with a ring around the sample that was visited."""
#     w1, w2, b = after[number]
#     canvas.sides(w1, w2, b, (-0.6, 1.6, -0.6, 1.6))
#     canvas.title = "AND, before the first sample:\nall three are 0, and z = 0 means 1"
#     if number:
#         x1, x2 = corners[(number - 1) % 4]
#         canvas.dots([x1], [x2], color="#f0e442", size=15)
#         change = "right, no change" if after[number] == after[number - 1] else "wrong, corrected"
#         canvas.title = f"epoch {(number + 3) // 4}, sample ({x1}, {x2}): {change}"
#         canvas.title += f"\nw = ({w1}, {w2}), b = {b}"
#     canvas.samples(corners, [0, 0, 0, 1])
#
#
# play(visit, {"samples visited": range(25)}, start=[0], size=(300, 300),
#      xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), xticks=[0, 1], yticks=[0, 1], xlabel="x1", ylabel="x2")

# %% [markdown]
# ### Exercise: `fit_perceptron`
#
# Write the rule for any number of samples $m$ and of inputs $n$:
#
# 1. weights (shape `(n,)`) and bias (shape `()`, **not** `(1,)`) start at zero, in the dtype of the inputs or in float32;
# 2. in each epoch visit the samples **in the order given**, one at a time, and correct after each mistake;
# 3. append the number of mistakes of the epoch to `errors`, as a Python `int` (not a tensor, not `2.0`);
# 4. stop after the first epoch without a mistake, its 0 included in `errors`, or after `max_epochs` epochs;
# 5. return the three: `weights`, `bias`, `errors`.
#
# So for OR the call returns weights `[1., 1.]`, bias `-1.` and errors `[2, 2, 1, 0]`. The argument `lr` has the
# value 1 unless the caller says otherwise, and `max_epochs` is 100. No gradients are needed here: this rule is
# older than automatic differentiation.

# %% nbgrader={"grade": false, "grade_id": "fit_perceptron", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit_perceptron(
    inputs: torch.Tensor, targets: torch.Tensor, lr: float = 1.0, max_epochs: int = 100
) -> tuple[torch.Tensor, torch.Tensor, list[int]]:
    """Learn by Rosenblatt's rule (1958), sample by sample: w += lr (t - y) x and b += lr (t - y).

    The decision is the step y = 1 if the weighted sum is >= 0, else 0. Weights and bias start at
    zero, samples are visited in order, and learning stops after the first epoch without a
    mistake, or after max_epochs.

    Args: inputs: (m, n); targets: (m,) of 0. and 1.
    Returns: weights (n,), bias (), and errors: the number of mistakes of each epoch run, a list
        of Python ints; the final 0 is in it.
    """
    ### BEGIN SOLUTION
    weights = inputs.new_zeros(inputs.shape[-1])
    bias = inputs.new_zeros(())
    errors = []
    for _ in range(max_epochs):
        mistakes = 0
        for sample, target in zip(inputs, targets, strict=True):
            decision = (weighted_sum(sample, weights, bias) >= 0).to(inputs.dtype)
            if decision != target:
                weights = weights + lr * (target - decision) * sample
                bias = bias + lr * (target - decision)
                mistakes += 1
        errors.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, errors
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-fit_perceptron", "locked": true, "points": 15, "schema_version": 3, "solution": false, "task": false}
# check("fit_perceptron")

# %% [markdown]
# ## 6. Where it fails: XOR
#
# XOR ("either, but not both") has a truth table of four lines, like the others:
#
# | $x_1$ | $x_2$ | AND | OR | NAND | XOR |
# | --- | --- | --- | --- | --- | --- |
# | 0 | 0 | 0 | 0 | 1 | **0** |
# | 0 | 1 | 0 | 1 | 1 | **1** |
# | 1 | 0 | 0 | 1 | 1 | **1** |
# | 1 | 1 | 1 | 1 | 0 | **0** |
#
# **To play with.** Be the perceptron: choose $w_1$, $w_2$ and $b$. AND and OR are soon done. And XOR?

# %% tags=["active-ipynb", "folded"]
# def three_gates(canvas, w1, w2, b):
#     """The two sides of one line, in the squares of AND, OR and XOR."""
#     right = []
#     for place, truth in enumerate([[0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 0]]):
#         left = 2.4 * place
#         canvas.sides(w1, w2, b - w1 * left, (left - 0.6, left + 1.6, -0.6, 1.6))
#         right.append(sum((w1 * x + w2 * y + b >= 0) == t for (x, y), t in zip(corners, truth)))
#     canvas.title = f"w = ({w1:g}, {w2:g}), b = {b:g}. Right of 4: AND {right[0]}, OR {right[1]}, "
#     canvas.title += f"XOR {right[2]}"
#
#
# def squares(canvas):
#     """The samples of the three, which stay where they are."""
#     for place, (name, truth) in enumerate([("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]),
#                                            ("XOR", [0, 1, 1, 0])]):
#         canvas.samples(corners + [2.4 * place, 0], truth)
#         canvas.text(2.4 * place + 0.5, 1.72, name)
#
#
# weights = [-2, -1, 0, 1, 2]
# play(three_gates, {"w1": weights, "w2": weights, "b": [k / 2 for k in range(-6, 7)]},
#      start=[1, 1, 0], front=squares, size=(600, 220), xlim=(-0.7, 6.5), ylim=(-0.7, 1.95))

# %% [markdown]
# Let your own perceptron try. The next cell but one trains it on all four gates and draws its mistakes in each epoch, and
# then the boundary of the parameters that it ended with.

# %% tags=["active-ipynb"]
# guess(
#     "How many of the four lines of XOR will it get right after twelve epochs?",
#     a="all four",
#     b="three",
#     c="two",
#     d="none",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# square = torch.tensor(corners, dtype=torch.float32)
# truths = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0], "XOR": [0, 1, 1, 0]}
# colours = {"AND": BLUE, "OR": "#009e73", "NAND": "#cc79a7", "XOR": ORANGE}
#
# with needs("fit_perceptron"):
#     fitted = {}
#     for name, truth in truths.items():
#         target = torch.tensor(truth, dtype=torch.float32)
#         fitted[name] = fit_perceptron(square, target, max_epochs=12)
#
#     fig, ax = plt.subplots(figsize=(8, 3.8))
#     for (name, (w, b, errors)), style in zip(fitted.items(), ["o-", "s--", "^:", "D-"]):
#         epochs = range(1, len(errors) + 1)
#         ax.plot(epochs, errors, style, color=colours[name], label=f"{name}: {errors}")
#     ax.set_title("Three gates are learned, XOR never is")
#     ax.set(xlabel="epoch", ylabel="mistakes in the epoch")
#     ax.set(xticks=range(1, 13), yticks=range(5), ylim=(-0.3, 4.6))
#     ax.grid(alpha=0.3)
#     ax.legend(loc="center left", bbox_to_anchor=(1.01, 0.5))
#     plt.show()
#
#     fig, axes = plt.subplots(1, 4, figsize=(13, 4.0), layout="constrained")
#     for ax, (name, (w, b, errors)) in zip(axes, fitted.items()):
#         (w1, w2), b = w.tolist(), b.item()
#         answers = [w1 * a + w2 * c + b >= 0 for a, c in corners]
#         right = sum(answer == t for answer, t in zip(answers, truths[name]))
#         title = f"{name}: {right} of 4 right\nw = ({w1:g}, {w2:g}), b = {b:g}"
#         draw_gate(ax, truths[name], (w1, w2), b, title)
#     legend_of_classes(fig)
#     plt.show()

# %% [markdown]
# On XOR it goes in circles. From the third epoch on, every single sample is a mistake: each correction spoils what
# the one before repaired, and after the fourth the parameters are back where the epoch began, at $w = (-1, 0)$ and
# $b = 0$. More epochs, another learning rate or more patience cannot help, because there is nothing to find.
#
# **Why not.** Suppose some $w_1, w_2, b$ got all four lines right. Then
#
# $$
# \begin{aligned}
# (0, 0) \to 0: &\qquad b < 0 \\
# (0, 1) \to 1: &\qquad w_2 + b \ge 0 \\
# (1, 0) \to 1: &\qquad w_1 + b \ge 0 \\
# (1, 1) \to 0: &\qquad w_1 + w_2 + b < 0
# \end{aligned}
# $$
#
# Add the two middle lines: $w_1 + w_2 + 2b \ge 0$. Add the first and the last: $w_1 + w_2 + 2b < 0$. Both cannot be
# true, so no such numbers exist. In the picture: the two ones lie on one diagonal of the square and the two zeros
# on the other, and no straight line keeps the diagonals apart. The best any line can do is 3 of 4, and the rule
# does not even promise that: it stops where `max_epochs` stops it.
#
# Of the 16 truth tables of two inputs a perceptron learns 14. The other two are XOR and its opposite, XNOR. Minsky
# and Papert's book *Perceptrons* (1969) made this limit famous.

# %% tags=["active-ipynb", "folded"]
# attempts = [("x_2 = 1/2", (0, 1), -0.5), ("x_1 + x_2 = 1/2", (1, 1), -0.5),
#             ("x_1 + x_2 = 3/2", (-1, -1), 1.5), ("x_1 = x_2", (1, -1), 0)]
# fig, axes = plt.subplots(1, 4, figsize=(13, 4.0), layout="constrained")
# for ax, (line, w, b) in zip(axes, attempts):
#     right = sum((w[0] * a + w[1] * c + b >= 0) == t for (a, c), t in zip(corners, [0, 1, 1, 0]))
#     draw_gate(ax, [0, 1, 1, 0], w, b, f"try ${line}$\n{right} of 4 right")
# legend_of_classes(fig)
# plt.show()

# %% [markdown]
# ## Summary
#
# - A neuron multiplies each input by its weight, adds the bias, and passes the sum through an activation.
# - Its decision boundary is straight: the direction of the weights turns it, the bias shifts it.
# - A point on the boundary has output 0.5; with `>=` it belongs to class 1.
# - Rosenblatt's rule corrects the parameters after each mistake by $\eta\,(t - y)\,x$ and $\eta\,(t - y)$, and stops
#   after an epoch without one.
# - It learns whatever a straight line can separate, and nothing else: not XOR.
#
# ## What's next
#
# Two of our gates can do what one cannot: XOR is "OR, but not AND". So a neuron *behind other neurons* computes
# it. To train such a network we need activations with a slope to follow, instead of the step: they are the next
# lesson, `activations`. Then come networks (`mlp`), what to minimise (`losses`), where slopes come from (`autograd`),
# what to do with them (`optimizers`), the loop around it (`training`), and in `xor` you come back and win. Beyond
# the course, the same parts with more of them read handwritten digits.
