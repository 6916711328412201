"""Computing with a tensor that says it is on another device."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from autograder.worker.elsewhere import Elsewhere, followed

X = torch.tensor([[-1.0, 2.0, 3.0], [4.0, -5.0, 6.0]])
Function = Callable[[torch.Tensor], object]


def called(function: Function) -> object:
    """What it gives for X elsewhere."""
    x = Elsewhere(X.clone())
    return followed(function, [x])(x)


def numbers(function: Function) -> torch.Tensor:
    """The numbers of what it computes there, which nobody else sees."""
    seen: list[torch.Tensor] = []

    def look(x: torch.Tensor) -> None:
        result = function(x)
        assert isinstance(result, Elsewhere)
        assert result.device.type == "meta"
        assert result.shape == result.here.shape
        seen.append(result.here)

    called(look)
    return seen[0]


def in_place(x: torch.Tensor) -> torch.Tensor:
    y = x.clone()
    y += 1
    y[0] *= 2
    y[:, 1:].clamp_(max=4)
    y[y < 0] = 7
    return y.transpose(0, 1).contiguous()


SAME: dict[str, Function] = {
    "arithmetic": lambda x: 1 / (1 + torch.exp(-x)),
    "a number on the CPU": lambda x: torch.maximum(x, torch.tensor(0.0)),
    "like it": lambda x: torch.where(x > 0, x, torch.zeros_like(x)),
    "its device": lambda x: torch.maximum(x, torch.zeros(3, device=x.device)),
    "a constant on its device": lambda x: x * torch.tensor([0.0], device=x.device),
    "moved there": lambda x: x + torch.ones(3).to(x) + torch.ones(2, 3).to(x.device),
    "of its own": lambda x: x.new_zeros(2, 3) + x.new_tensor([0.0, 0.0, 0.0]),
    "in place": in_place,
    "a result to fill": lambda x: torch.exp(x, out=torch.empty_like(x)),
    "without a graph": lambda x: x.detach().double().softmax(-1),
    "rows by number": lambda x: x[torch.arange(2), torch.tensor([1, 2])],
    "one of several": lambda x: x.max(dim=1).values - torch.stack([x, x]).sum(0).mean(1),
}


@pytest.mark.parametrize("how", SAME)
def test_the_numbers_are_those_of_the_cpu(how: str) -> None:
    wanted = SAME[how](X.clone())
    assert isinstance(wanted, torch.Tensor)
    torch.testing.assert_close(numbers(SAME[how]), wanted)


def test_what_comes_back_is_on_meta() -> None:
    result = called(lambda x: x.exp().t())
    assert type(result) is torch.Tensor
    assert (result.device.type, result.shape) == ("meta", (3, 2))
    assert called(lambda x: "a word") == "a word"


def test_in_place_it_is_the_tensor_itself() -> None:
    assert called(lambda x: x.add_(1) is x) is True


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x + torch.ones(3),
        lambda x: torch.where(x > 0, x, torch.zeros(2, 3)),
        lambda x: torch.zeros(2, 3).add_(x),
        lambda x: torch.cat([x, torch.zeros(2, 3)]),
        lambda x: x @ torch.eye(3),
    ],
)
def test_two_devices_do_not_meet(function: Function) -> None:
    with pytest.raises(RuntimeError, match="to be on the same device, but found at least two"):
        called(function)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.sum().item(),
        lambda x: x.tolist(),
        lambda x: x.numpy(),
        lambda x: x.cpu(),
        lambda x: x[x > 0],
        lambda x: torch.zeros(2, 3).copy_(x),
        lambda x: x if x.sum() > 0 else -x,
        lambda x: torch.nonzero(x),
    ],
)
def test_nobody_sees_its_numbers(function: Function) -> None:
    with pytest.raises((NotImplementedError, RuntimeError, TypeError), match=r"meta|tensor subclasses"):
        called(function)
