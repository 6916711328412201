"""How fair is the learning check of XOR? Usage: python benchmarks/xor_fairness.py [SEEDS]

Trains networks as `train_xor` should, SEEDS (default 200) at once, and prints how many random starts reach
100% in one run and how likely five of them would all fail. The check's own starts are fixed, so that only the
shuffling is left to chance: each of them is trained SEEDS times as well.
"""

import argparse
from collections.abc import Sequence

import torch
from torch.nn import functional as F

from autograder import Rng
from autograder.lessons.xor.runs import INPUTS, LEARNING_EPOCHS, STARTS, TARGETS, initial_weights, start

LR = 0.05


def successes(starts: Sequence[Sequence[torch.Tensor]]) -> int:
    """How many of these initial weights end with all four rows right; one Adam serves all of them."""
    w1, b1, w2, b2 = leaves = [torch.stack(group).requires_grad_() for group in zip(*starts, strict=True)]
    optimizer = torch.optim.Adam(leaves, lr=LR)

    def logits(inputs: torch.Tensor) -> torch.Tensor:
        hidden = torch.relu(inputs @ w1.mT + b1.unsqueeze(1))
        return hidden @ w2.mT + b2.unsqueeze(1)

    for _ in range(LEARNING_EPOCHS):
        order = torch.rand(len(starts), 4).argsort(dim=1)
        losses = F.binary_cross_entropy_with_logits(logits(INPUTS[order]), TARGETS[order], reduction="none")
        optimizer.zero_grad()
        losses.mean(dim=(1, 2)).sum().backward()
        optimizer.step()
    return int(((logits(INPUTS) > 0) == (TARGETS > 0.5)).all(dim=1).sum())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fair the learning check of XOR is.")
    parser.add_argument("seeds", nargs="?", type=int, default=200, help="networks to train at once")
    seeds = parser.parse_args().seeds
    torch.set_num_threads(1)  # the matrices are tiny
    reached = successes([initial_weights(Rng("fairness", str(seed))) for seed in range(seeds)])
    print(f"random starts that reach 100% in one run: {reached} of {seeds} ({reached / seeds:.1%})")
    # one failure more than seen, so that a small sample without any does not claim certainty
    failing = (seeds - reached + 1) / (seeds + 1)
    print(f"five random starts all fail with a probability of about {failing ** len(STARTS):.1e}")
    together = 1.0
    for number in STARTS:
        reached = successes([start(number)] * seeds)
        together *= (seeds - reached + 1) / (seeds + 1)
        print(f"the check's start {number}: {reached} of {seeds} shuffled runs reach 100%")
    print(f"they all fail with a probability of at most about {together:.1e}")


if __name__ == "__main__":
    main()
