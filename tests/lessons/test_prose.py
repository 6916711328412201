"""The numbers of the prose: each that can be computed is computed here, and stands in the text as it comes out."""

from __future__ import annotations

import ast
import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from autograder.authoring.percent import read_cells
from tests.banks import ROOT

CORNERS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GATES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0], "XOR": [0, 1, 1, 0]}


@cache
def prose(lesson: str) -> str:
    """What a lesson tells outside of code, with plain minus signs and single spaces."""
    return " ".join(" ".join(text(lesson, "markdown")).replace("−", "-").split())


@cache
def text(lesson: str, kind: str) -> tuple[str, ...]:
    script = (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")
    return tuple(cell.source for cell in read_cells(script) if cell.cell_type == kind)


def says(lesson: str, *fragments: str) -> None:
    assert [fragment for fragment in fragments if fragment not in prose(lesson)] == []


def row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def stored(lesson: str, name: str) -> Any:
    """The numbers that a picture's cell keeps under a name."""
    for source in text(lesson, "code"):
        for node in ast.parse(source).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
                return eval(ast.unparse(node.value), {"__builtins__": {}})  # `[0.691] * 15` is no literal
    raise AssertionError(f"{lesson} keeps no {name}")


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def softplus(z: float) -> float:
    return math.log1p(math.exp(z))


# --- perceptron


def rosenblatt(truth: Sequence[int], lr: float = 1.0, epochs: int = 12) -> tuple[list[float], float, list[int]]:
    w, b, mistakes = CORNERS.new_zeros(2), CORNERS.new_zeros(()), []
    for _ in range(epochs):
        wrong = [_visit(x, t, w, b, lr) for x, t in zip(CORNERS, truth, strict=True)]
        mistakes.append(sum(wrong))
        if not mistakes[-1]:
            break
    return w.tolist(), b.item(), mistakes


def _visit(x: torch.Tensor, t: int, w: torch.Tensor, b: torch.Tensor, lr: float) -> int:
    """One sample of Rosenblatt's rule, w and b in place; whether it was a mistake."""
    error = t - int(x @ w + b >= 0)
    w += lr * error * x
    b += lr * error
    return abs(error)


class TestPerceptron:
    def test_weighted_sums_and_outputs(self) -> None:
        for (x1, x2), shown in {(2, 1): "1 | -1", (0, 3): "0 | -3", (4, 0): "2 | 0"}.items():
            z = 0.5 * x1 - x2 + 0.25
            assert shown == f"{0.5 * x1:g} | {-x2:g}"
            says("perceptron", row(f"({x1}, {x2})", shown, 0.25, f"**{z:g}**"))
            power = math.exp(-z)
            says("perceptron", f"| {z:g} | {power:.{2 if power > 1 else 3}f} | **{sigmoid(z):.3f}** |")

    def test_the_boundary(self) -> None:
        for x1, x2 in ((2, 1), (0, 0), (0, 1)):
            z = x1 + 2 * x2 - 2
            says("perceptron", f"| ({x1}, {x2}) | {z} | {round(sigmoid(z), 3):g} | {int(z >= 0)} ")

    def test_rosenblatts_rule_by_hand(self) -> None:
        w, b = CORNERS.new_zeros(2), CORNERS.new_zeros(())
        for epoch, (x, t) in itertools.product((1, 2), zip(CORNERS, GATES["OR"], strict=True)):
            z = int(x @ w + b)
            error = _visit(x, t, w, b, 1.0) * (1 if z < 0 else -1)
            pair, after = (f"({int(v[0])}, {int(v[1])})" for v in (x, w))
            says("perceptron", row(epoch, pair, t, z, int(z >= 0), f"{error:+d}" if error else 0, after, int(b)))

    def test_the_gates(self) -> None:
        w, b, mistakes = rosenblatt(GATES["OR"])
        says(
            "perceptron", f"$w = ({w[0]:g}, {w[1]:g})$, $b = {b:g}$, and the mistakes per epoch were `{mistakes}`"
        )
        both = [rosenblatt(GATES[name])[2] for name in ("AND", "NAND")]
        says("perceptron", f"(mistakes `{both[0]}` and `{both[1]}`)")

    def test_the_learning_rate_changes_nothing_but_rounding(self) -> None:
        w, b, mistakes = rosenblatt(GATES["AND"])
        assert rosenblatt(GATES["AND"], lr=0.5) == ([v / 2 for v in w], b / 2, mistakes)
        says("perceptron", f"with `lr=0.1` the mistakes of AND are `{rosenblatt(GATES['AND'], lr=0.1)[2]}`")

    def test_xor_goes_in_circles(self) -> None:
        before, after = (rosenblatt(GATES["XOR"], epochs=epochs) for epochs in (2, 12))
        assert before[:2] == after[:2] == ([-1.0, 0.0], 0.0)
        assert after[2][2:] == [4] * 10
        says(
            "perceptron",
            "From the third epoch on, every single sample is a mistake",
            "at $w = (-1, 0)$ and $b = 0$",
        )

    def test_only_one_factor_for_all_three_leaves_the_line(self) -> None:
        distance = [abs(b) / math.hypot(*w) for w, b in (((1, 1), -2), ((5, 5), -10), ((2, 2), -2))]
        assert distance[0] == pytest.approx(distance[1])
        assert distance[2] < distance[0]


# --- activations


class TestActivations:
    def test_the_sigmoid(self) -> None:
        for x in (-2, 0, 2):
            y = sigmoid(x)
            says("activations", row(f"${x}$", f"{math.exp(-x):.4f}", f"{y:.4f}", f"{y * (1 - y):.4f}"))
        y = sigmoid(10)
        says("activations", row("$10$", f"{math.exp(-10):.7f}", f"{y:.5f}", f"{y * (1 - y):.7f}"))
        says("activations", "$4^{10} \\approx 1{,}000{,}000$")
        assert round(4**10, -6) == 1_000_000

    def test_where_a_gradient_is_nan_and_the_value_right(self) -> None:
        for z, is_nan in ((-88.0, False), (-89.0, True)):
            x = torch.tensor(z, requires_grad=True)
            (1 / (1 + torch.exp(-x))).backward()
            assert x.grad is not None
            assert bool(x.grad.isnan()) is is_nan
        for lesson in ("activations", "losses"):
            says(lesson, r"\le -89$")

    def test_tanh(self) -> None:
        e, inverse = math.e, 1 / math.e
        says("activations", f"\\frac{{{e - inverse:.4f}}}{{{e + inverse:.4f}}} \\approx {math.tanh(1):.4f}$")

    def test_the_neuron_that_dies(self) -> None:
        samples = torch.linspace(0, 2, 51)
        w, b = torch.tensor(1.0, requires_grad=True), torch.tensor(0.0, requires_grad=True)
        labels = samples.clone()
        labels[25] = -1000.0
        (torch.relu(w * samples + b) - labels).square().mean().backward()
        assert w.grad is not None
        assert b.grad is not None
        assert w.grad == pytest.approx(b.grad)
        after = [(1 - 0.1 * w.grad).item(), (-0.1 * b.grad).item()]
        ends = [after[1] + 2 * after[0], after[1]]
        says(
            "activations", rf"/ 51 \approx {w.grad:.0f}$", f"= {after[0]:.1f}$ and $b = 0 - 3.9 = {after[1]:.1f}$"
        )
        says("activations", f"between ${ends[0]:.1f}$ and ${ends[1]:.1f}$")

    def test_softmax(self) -> None:
        raised = [math.exp(x) for x in (2, 1, 0)]
        shares = [x / sum(raised) for x in raised]
        says("activations", row("$e^{x_i}$", *(f"{x:.3f}" for x in (*raised, sum(raised)))))
        says("activations", row("probability", *(f"{x:.3f}" for x in (*shares, 1))))
        says("activations", f"cat is $0.665 / 0.245 \\approx {shares[0] / shares[1]:.2f}$ times")
        small = [math.exp(x) for x in (-2, -1)]
        says("activations", rf"${small[0]:.3f},\ {small[1]:.3f},\ 1$, their sum ${sum(small) + 1:.3f}$")


# --- mlp


class TestMlp:
    def test_the_worked_example(self) -> None:
        first, second = np.array([[1, -1], [0.5, 1]]), np.array([[3, 1]])
        b1, b2 = np.array([0, -0.5]), np.array([-1])
        third, b3 = np.array([[2], [-1]]), np.array([0.5, 0])
        z1 = first @ [1, 2] + b1
        z2 = second @ z1.clip(0) + b2
        logits = third @ z2.clip(0) + b3
        bare = third @ (second @ z1 + b2).clip(0) + b3
        says(
            "mlp", rf"| $({z1[0]:g},\; {z1[1]:g})$ |", f"| $({z2[0]:g})$ |", rf"$({logits[0]:g},\; {logits[1]:g})$"
        )
        says(
            "mlp",
            rf"the logits are $({bare[0]:g},\; {bare[1]:g})$",
            f"$3 \\cdot (-1) + 2 - 1 = {(second @ z1 + b2)[0]:g}$",
        )
        product, bias = second @ first, second @ b1 + b2
        says(
            "mlp",
            rf"\begin{{pmatrix}} {product[0, 0]:g} & {product[0, 1]:g} \end{{pmatrix}}",
            f"= -0.5 - 1 = {bias[0]:g}$",
        )
        assert product @ [1, 2] + bias == second @ z1 + b2

    def test_twice_as_many_bends_leave_a_quarter_of_the_error(self) -> None:
        (source,) = (source for source in text("mlp", "code") if "def follow_sine" in source)
        names: dict[str, Any] = {"torch": torch}
        exec(source[: source.index("figure, panels")], names)
        errors = []
        for neurons in (8, 16, 32):
            x, _, y = names["follow_sine"](neurons)
            errors.append((y - x.sin()).abs().max().item())
        assert [one / two for one, two in itertools.pairwise(errors)] == pytest.approx([4, 4], abs=0.3)

    def test_the_parameters(self) -> None:
        sizes = (100, 64, 32, 5)
        pairs = list(itertools.pairwise(sizes))
        for number, (n, m) in enumerate(pairs, 1):
            says("mlp", row(f"`fc{number}`: {n} to {m}", f"{m} · {n} = {m * n:,}", m, f"{m * n + m:,}"))
        weights, biases = sum(n * m for n, m in pairs), sum(sizes[1:])
        says("mlp", row("**sum**", f"{weights:,}", biases, f"**{weights + biases:,}**"))


# --- losses


class TestLosses:
    def test_mean_squared_error(self) -> None:
        p, t = torch.tensor([1.0, 2.5, 3.8]), torch.tensor([1.2, 2.3, 4.0])
        for one, other in zip(p.tolist(), t.tolist(), strict=True):
            says("losses", row(f"{one:.1f}", f"{other:.1f}", f"{one - other:.1f}", f"{(one - other) ** 2:.2f}"))
        says("losses", f"is only ${(p - t).mean():.2f}$")
        wide = (p[:, None] - t).square().mean()
        says("losses", f"a loss of ${wide:.2f}$ instead of ${(p - t).square().mean():.2f}$")

    def test_cross_entropy(self) -> None:
        logits, right = [[2.0, 0.5, -1.0], [0.1, 1.5, 0.2]], [0, 1]
        losses = []
        for z, y in zip(logits, right, strict=True):
            raised = [math.exp(v) for v in z]
            share = raised[y] / sum(raised)
            losses.append(-math.log(share))
            shown = ", ".join(f"**{v:.3f}**" if k == y else f"{v:.3f}" for k, v in enumerate(raised))
            whole = f"{raised[y]:.3f} / {sum(raised):.3f} = {share:.3f}"
            names = ", ".join(map(str, z))
            says("losses", row(names, shown, f"{sum(raised):.3f}", y, whole, f"{losses[-1]:.3f}"))
        says(
            "losses", f"$({losses[0]:.3f} + {losses[1]:.3f}) / 2 = {sum(losses) / 2:.3f}$", f"${math.log(10):.2f}$"
        )

    def test_where_float32_ends(self) -> None:
        z = torch.tensor([-103.0, -104.0])
        assert (z.exp() == 0).tolist() == [False, True]
        ends = torch.tensor([16.0, 17.0]).sigmoid() == 1
        assert ends.tolist() == [False, True]
        says("losses", "below -104", "above 17")

    def test_log_of_softmax_at_1000(self) -> None:
        z = torch.tensor([1000.0, 999.0, -1000.0])
        assert (z.exp() / z.exp().sum()).log()[:2].isnan().all()
        two, one = z.softmax(0).log().tolist(), z.log_softmax(0).tolist()
        assert two[1] == pytest.approx(one[1], abs=1e-3)
        assert two[2] == -math.inf
        says(
            "losses",
            f"1000.313 - 999 = {-one[1]:.3f}$",
            f"`{two[2]}` for the third one, where {one[2]:.3f} is right",
        )
        says("losses", f"not the {-math.log(1e-8):.0f} that")

    def test_binary_cross_entropy(self) -> None:
        losses = []
        for p, t in ((0.9, 1), (0.2, 0), (0.6, 1)):
            left = p if t else 1 - p
            losses.append(-math.log(left))
            says("losses", row(p, t, rf"$-\ln {left:g}$", f"{losses[-1]:.3f}"))
        says("losses", f"/ 3 = {sum(losses) / 3:.3f}$")
        half = -0.7 * math.log(0.7) - 0.3 * math.log(0.3)
        assert any(f"smallest at p = 0.7, but {half:.3f}" in source for source in text("losses", "code"))

    def test_where_a_clamp_does_nothing(self) -> None:
        assert torch.tensor(1.0) - 1e-8 == 1
        assert torch.tensor(1.0) - 1e-7 < 1
        ends = [-math.log(1e-7), -torch.log(1 - (torch.tensor(1.0) - 1e-7)).item()]
        assert [f"{end:.0f}" for end in ends] == ["16", "16"]
        says("losses", r"large loss (16 for $\varepsilon = 10^{-7}$)")

    def test_the_loss_of_logits(self) -> None:
        losses = []
        for z, t in ((-0.5, 0), (1.5, 1), (-2.0, 0), (3.0, 1)):
            losses.append(-t * math.log(sigmoid(z)) - (1 - t) * math.log(1 - sigmoid(z)))
            says("losses", row(z, t, *(f"{number:.3f}" for number in (softplus(z), softplus(-z), losses[-1]))))
        says("losses", f"${sum(losses):.3f} / 4 = {sum(losses) / 4:.3f}$")


# --- optimizers


def valley(x: Any, y: Any) -> Any:
    return 0.5 * x**2 + 25 * y**2


def ends(make: Callable[..., torch.optim.Optimizer], rates: Iterable[float], **settings: Any) -> list[float]:
    """The loss of the valley after 60 steps, for each learning rate."""
    found = []
    for lr in rates:
        point = torch.tensor([-4.5, 0.6], dtype=torch.float64, requires_grad=True)
        optimizer = make([point], lr=float(lr), **settings)
        for _ in range(60):
            optimizer.zero_grad()
            valley(*point).backward()
            optimizer.step()
        found.append(valley(*point).item())
    return found


class TestOptimizers:
    def test_descent_and_momentum_by_hand(self) -> None:
        w = 4.0
        for step in (1, 2, 3):
            after = w - 0.1 * 2 * w
            says("optimizers", row(step, *(f"{v:.3f}" for v in (w, 2 * w, after))))
            w = after
        w, v = 4.0, 0.0
        for step in (1, 2, 3, 4):
            g = 2 * w
            v = 0.9 * v + g
            says("optimizers", row(step, *(f"{n:.3f}" for n in (w, g, v, w - 0.1 * v))))
            w -= 0.1 * v
        for lr in (0.02, 0.4, 0.9, 1.05):
            says("optimizers", rf"$\eta = {lr}$ gives a factor of ${1 - 2 * lr:.3g}$")

    def test_adam_by_hand(self) -> None:
        w, m, v = 4.0, 0.0, 0.0
        for t in (1, 2):
            g = 2 * w
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
            m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
            ratio = m_hat / (math.sqrt(v_hat) + 1e-8)
            shown = (f"{w:.4f}", f"{g:.1f}", f"{m:.2f}", f"{v:.4f}", f"{m_hat:.3f}", f"{v_hat:.2f}")
            w -= 0.1 * ratio
            says("optimizers", row(t, *shown, f"{ratio:.4f}", f"{w:.4f}"))

    def test_wrong_optimizers_go_down_as_well(self) -> None:
        averages = r"it averages: $u \leftarrow \mu\, u + (1 - \mu)\, g$"
        forgets = "it forgets its velocity after each step"
        for what, kept, taken in (("what it should", 0.9, 1), (forgets, 0, 1), (averages, 0.9, 0.1)):
            w, u, shown = 4.0, 0.0, []
            for _ in range(3):
                u = kept * u + taken * 2 * w
                w -= 0.1 * u
                shown.append(f"{w:.3f}")
            says("optimizers", row(what, *shown))

    def test_how_long_adams_steps_can_be(self) -> None:
        k = np.arange(1, 100)
        jump = ((1 - 0.9**k) / np.sqrt(1 - 0.999**k)).max()
        bound = 0.1 / math.sqrt(0.001 * (1 - 0.9**2 / 0.999))  # Cauchy and Schwarz, over all gradients
        says(
            "optimizers",
            f"is {jump:.1f} `lr`",
            f"longer than {bound:.1f} `lr`.)",
            f"longer than {bound:.1f} `lr`; but",
        )
        assert any(f"{0.1 / math.sqrt(0.001):.2f} lr" in source for source in text("optimizers", "code"))

    def test_which_optimizer_is_best_in_the_valley(self) -> None:
        rates = np.logspace(-3, 0.5, 36)
        sgd, adam = torch.optim.SGD, torch.optim.Adam
        runs = [ends(sgd, rates), ends(adam, rates), ends(sgd, rates, momentum=0.8)]
        best = [int(np.argmin(found)) for found in runs]
        tenth = [found[place - 10] for found, place in zip(runs, best, strict=True)]
        assert rates[10] / rates[0] == pytest.approx(10)
        plain, adams, rolling = (found[place] for found, place in zip(runs, best, strict=True))
        says("optimizers", f"at {plain:.2f} (SGD), {adams:.4f} (Adam) and {rolling:.6f} (momentum)")
        says("optimizers", f"from {valley(-4.5, 0.6):.1f} at the start")
        says("optimizers", "at {:.1f}, {:.1f} and {:.1f}, and all".format(*tenth))
        assert max(runs[1]) < valley(-4.5, 0.6), "Adam never explodes here"


# --- training


def moons(how_many: int, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The data of the lesson, from its own cell."""
    names: dict[str, Any] = {"torch": torch}
    (source,) = (source for source in text("training", "code") if "def moons(" in source)
    exec(source[: source.index("def draw_points")], names)
    points, labels = names["moons"](how_many, seed)
    return points, labels


def small_network(seed: int) -> nn.Sequential:
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))


def by_batch_size(batch_size: int) -> list[float]:
    """The mean loss of the batches of each of 30 epochs, shuffled."""
    network, criterion = small_network(seed=3), nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.3)
    loader = DataLoader(TensorDataset(*moons(150, seed=1)), batch_size, shuffle=True)
    epochs = [[_step(network, criterion, optimizer, x, y) for x, y in loader] for _ in range(30)]
    return [sum(losses) / len(losses) for losses in epochs]


def _step(network: nn.Module, criterion: nn.Module, optimizer: torch.optim.Optimizer, *batch: Any) -> float:
    optimizer.zero_grad()
    loss = criterion(network(batch[0]), batch[1])
    loss.backward()
    optimizer.step()
    return float(loss.item())


def in_order(
    order: str,
    batch_size: int = 32,
    passes: int = 15,
    *,
    lr: float = 0.3,
    last_only: bool = False,
    mixed: bool = False,
) -> list[float]:
    """The mean loss of the batches of each epoch, when the actions come in this order."""
    points, labels = moons(150, seed=1)
    if mixed:
        torch.manual_seed(0)
        labels = labels[torch.randperm(150)]
    loader = DataLoader(TensorDataset(points, labels), batch_size)
    network, criterion = small_network(seed=3), nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD((network[2] if last_only else network).parameters(), lr=lr)
    losses, loss = [], torch.zeros(())
    for _, (number, (x, y)) in itertools.product(range(passes), enumerate(list(loader))):
        for action in order.split(", "):
            if action == "clear" or (action == "clear once an epoch" and number == 0):
                optimizer.zero_grad()
            elif action == "forward":
                loss = criterion(network(x), y)
                losses.append(loss.item())
            elif action == "backward":
                loss.backward()
            elif action == "step":
                optimizer.step()
    return torch.tensor(losses).reshape(passes, -1).mean(dim=1).tolist()


RIGHT = "clear, forward, backward, step"
ONCE = "clear once an epoch, forward, backward, step"


@pytest.mark.ci
class TestTraining:
    def test_a_step_by_hand(self) -> None:
        w = 1.0
        for step in (1, 2, 3):
            y, gradient = 2 * w, 2 * (2 * w - 6) * 2
            after = w - 0.1 * gradient
            numbers = (f"{w:.2f}", f"{y:.2f}", f"{(y - 6) ** 2:.2f}", f"{gradient:.1f}", f"{after:.2f}")
            says("training", row(step, *numbers))
            w = after
        says("training", "$-16.0 - 3.2 = -19.2$, and the new weight is $2.60 + 1.92 = 4.52$")
        assert pytest.approx(4.52) == 2.6 + 0.1 * 19.2

    def test_the_curves_of_four_orders(self) -> None:
        orders = [RIGHT, "forward, backward, step", "forward, backward, clear, step", ONCE]
        for order, kept in zip(orders, stored("training", "in_order").values(), strict=True):
            assert in_order(order) == pytest.approx(kept, abs=0.002)

    def test_the_patients_of_the_clinic(self) -> None:
        """Those that the first picture has not shown."""
        (source,) = (source for source in text("training", "code") if "patients = {" in source)
        names: dict[str, Any] = {"in_order": stored("training", "in_order")}
        exec(source[: source.index("fig, panels")], names)
        ill: dict[str, dict[str, Any]] = {"A": {"lr": 0.01}, "C": {"last_only": True}, "D": {"lr": 30}}
        for name, what in (ill | {"E": {"mixed": True}}).items():
            assert in_order(RIGHT, **what) == pytest.approx(names["patients"][name], rel=0.02, abs=0.002), name

    def test_the_right_order_begun_at_its_end(self) -> None:
        """The same losses to the last digit, so nothing that a curve could show."""
        assert in_order("step, clear, forward, backward", passes=3) == in_order(RIGHT, passes=3)

    def test_the_curves_of_three_batch_sizes(self) -> None:
        for batch_size, kept in stored("training", "by_batch_size").items():
            assert by_batch_size(batch_size) == pytest.approx(kept, abs=0.02), batch_size

    def test_the_accuracies_of_a_network_with_dropout(self) -> None:
        """In training mode they are many, around less than the one of evaluation mode."""
        torch.manual_seed(5)
        network = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 1))
        optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
        loader = DataLoader(TensorDataset(*moons(150, seed=1)), batch_size=32)
        for x, y in itertools.chain.from_iterable(loader for _ in range(40)):  # each pass draws a number, too
            _step(network, nn.BCEWithLogitsLoss(), optimizer, x, y)
        points, labels = moons(50, seed=2)
        with torch.no_grad():
            measured = [int(((network(points) > 0) == (labels > 0)).sum()) for _ in range(300)]
            network.eval()
            right = int(((network(points) > 0) == (labels > 0)).sum())
        assert Counter(measured) == pytest.approx(stored("training", "in_training_mode"), abs=3)
        assert right / 50 == stored("training", "in_evaluation_mode")

    def test_what_clearing_once_an_epoch_does_to_many_batches(self) -> None:
        wrong, right = (in_order(order, batch_size=4)[-1] for order in (ONCE, RIGHT))
        says("training", f"ends at {wrong:.2f}, where the right order ends at {right:.2f}")
        assert -(-150 // 4) == 38

    def test_the_loss_of_an_epoch(self) -> None:
        losses, sizes = (0.9, 0.7, 0.2), (4, 4, 2)
        plain = sum(losses) / 3
        weighted = sum(loss * size for loss, size in zip(losses, sizes, strict=True)) / 10
        says("training", rf"\frac{{0.9 + 0.7 + 0.2}}{{3}} = {plain:.1f}", f"/ 10 = {weighted:.2f}$")

    def test_the_evaluation_by_hand(self) -> None:
        logits = (2.0, -1.0, 0.3, -0.2)
        says("training", row("probability", *(f"{sigmoid(z):.2f}" for z in logits)))
        says("training", row("predicted", *(int(z > 0) for z in logits)))


# --- xor


class TestXor:
    def test_the_network_made_by_hand(self) -> None:
        for (x1, x2), t in zip(CORNERS.int().tolist(), GATES["XOR"], strict=True):
            h1, h2 = max(0, x1 + x2), max(0, x1 + x2 - 1)
            z = h1 - 2 * h2 - 0.5
            says("xor", row(x1, x2, h1, h2, z, f"{sigmoid(z):.3f}", int(z > 0), t))

    def test_the_loss(self) -> None:
        says(
            "xor",
            row(
                0,
                "0.500",
                rf"$\log 2 = {math.log(2):.3f}$",
                f"{math.log(2):.3f}",
                "no idea: where training starts",
            ),
        )
        for z in (0.5, 2, 6):
            says("xor", f"| {z} | {sigmoid(z):.3f} | {softplus(-z):.3f} | {softplus(z):.3f} |")
        says("xor", f"has a loss of {softplus(-0.5):.3f}")

    def test_where_an_unlucky_start_gets_stuck(self) -> None:
        """Two answers right and two undecided; one right and three alike; all undecided."""
        two, all_four = math.log(2) / 2, math.log(2)
        three = 0.75 * -(math.log(1 / 3) / 3 + 2 * math.log(2 / 3) / 3)
        says("xor", f"flat at about {two:.2f}, {three:.2f} or {all_four:.2f}")
        says("xor", f"3,841 ({3841 / 4000:.0%})")

    def test_a_falling_curve_and_two_answers(self) -> None:
        assert pytest.approx(0.07, abs=0.002) == 0.7 * 0.99**230
        assert pytest.approx(0.007, abs=0.0005) == 0.7 * 0.99**460
        says("xor", f"$z = 0.3$ gives $p = {sigmoid(0.3):.3f}$", f"$z = -1.2$ gives $p = {sigmoid(-1.2):.3f}$")
        assert sum(p.numel() for p in (*nn.Linear(2, 8).parameters(), *nn.Linear(8, 1).parameters())) == 33
