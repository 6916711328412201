"""Right versions of softmax in styles that differ: what a test of it must let pass. They are never imported."""

import torch


def softmax_by_the_formula(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It subtracts the largest score of each row, and divides by the sum of the exponentials."""
    exponentials = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return exponentials / exponentials.sum(dim=dim, keepdim=True)


def softmax_of_torch(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It calls torch's own softmax."""
    return torch.softmax(x, dim)


def softmax_in_double(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It computes in float64, and gives the dtype of x back."""
    wide = x.double()
    powers = (wide - wide.max(dim, keepdim=True).values).exp()
    return (powers / powers.sum(dim, keepdim=True)).to(x.dtype)


def softmax_in_place_of_a_copy(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It changes a copy of x in place."""
    result = x.clone()
    result -= result.amax(dim, keepdim=True)
    result.exp_()
    result *= result.sum(dim, keepdim=True).reciprocal()
    return result


def softmax_slice_by_slice(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It goes through the slices along dim one by one, and lays them side by side again."""
    slices = x.unbind(dim)
    largest = slices[0]
    for other in slices[1:]:
        largest = torch.maximum(largest, other)
    powers = [torch.exp(one - largest) for one in slices]
    total = sum(powers)
    return torch.stack([one / total for one in powers], dim)


def softmax_of_differences(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """It divides 1 by the sum of the exponentials of all differences to a score, with dim moved to the end."""
    last = x.movedim(dim, -1)
    differences = last.unsqueeze(-2) - last.unsqueeze(-1)
    return (1 / differences.exp().sum(-1)).movedim(-1, dim)
