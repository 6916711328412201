"""Who is more alike than the others: copies in disguise are, what everybody writes is not."""

from __future__ import annotations

import random

import pytest

from autograder.submission.fingerprints import fingerprints
from autograder.submission.likeness import Alike, Parts, alike

SOFTMAX = '''
def softmax(x, dim=-1):
    """The softmax."""
    top = x.max(dim=dim, keepdim=True).values
    shifted = (x - top).clamp(min=-80.0)
    powers = 2.718281828 ** shifted
    total = powers.sum(dim=dim, keepdim=True)
    for row in range(3):
        total = total + 0.0 * row
    return powers / total
'''
DISGUISED = """
def softmax(x: Tensor, dim: int = -1) -> Tensor:
    # first of all, look for the largest
    biggest = x.max(
        dim=dim,
        keepdim=True,
    ).values
    moved = (x - biggest).clamp(min=-80.0)  # so that nothing overflows

    e_to_the = 2.718281828 ** moved
    norm = e_to_the.sum(dim=dim, keepdim=True)
    for i in range(3):
        norm = norm + 0.0 * i
    return e_to_the / norm
"""


def test_names_comments_and_layout_leave_no_trace() -> None:
    assert fingerprints(SOFTMAX) == fingerprints(DISGUISED)


def test_another_computation_does() -> None:
    other = "def softmax(x, dim=-1):\n    return torch.exp(x - torch.logsumexp(x, dim, keepdim=True))\n"
    assert not fingerprints(SOFTMAX) & fingerprints(other)
    assert fingerprints("def (") == fingerprints("") == frozenset()


def anybody(number: int) -> str:
    """Code that is nobody else's, about as long as an exercise."""
    chance = random.Random(number)
    names = [chance.choice("abcdefgh") for _ in range(8)]
    lines = [f"    y = x.{name}({chance.randrange(99)}) + {chance.random():.3f}" for name in names]
    return "def softmax(x):\n" + "\n".join(lines)


def works(*softmax: str, tanh: str = "") -> dict[str, Parts]:
    """A class in which each wrote softmax in their own way, and everybody tanh in the same way."""
    return {
        f"s{number:02}": {"tanh": fingerprints(tanh), "softmax": fingerprints(source)}
        for number, source in enumerate(softmax)
    }


def named(found: list[Alike]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(pair.first, pair.second, pair.exercises) for pair in found]


def test_a_copy_in_disguise_is_told_and_where_it_is() -> None:
    found = alike(works(SOFTMAX, *map(anybody, range(10)), DISGUISED, tanh=anybody(99)), ())
    assert named(found) == [("s00", "s11", ("softmax",))]
    assert found[0].share == pytest.approx(1.0)


def test_what_a_large_part_of_the_class_has_says_nothing() -> None:
    assert alike(works(*[SOFTMAX] * 9, *map(anybody, range(3))), ()) == []


def test_what_was_handed_out_and_what_is_right_anyway_say_nothing() -> None:
    class_ = works(SOFTMAX, *map(anybody, range(10)), DISGUISED)
    assert alike(class_, fingerprints(SOFTMAX)) == []


def test_a_few_together_are_told_as_pairs_and_those_alike_in_most_exercises_come_first() -> None:
    class_ = works(*map(anybody, range(20)))
    for student in ("s02", "s05", "s08"):
        class_[student] = {"softmax": fingerprints(SOFTMAX)}
    for student in ("s11", "s12"):
        class_[student] = {"softmax": fingerprints(anybody(50)), "tanh": fingerprints(anybody(51))}
    pairs = [(one.first, one.second) for one in alike(class_, ())]
    assert pairs == [("s11", "s12"), ("s02", "s05"), ("s02", "s08"), ("s05", "s08")]


def test_a_line_in_common_is_no_likeness() -> None:
    line = "    z = x.max(dim=1, keepdim=True).values.clamp(min=-80.0)\n"
    sources = [anybody(number) for number in range(10)]
    sources[3] += f"\n{line}"
    sources[7] += f"\n{line}"
    assert alike(works(*sources), ()) == []


def test_two_alone_have_no_class_to_be_compared_with() -> None:
    assert named(alike(works(SOFTMAX, DISGUISED), ())) == [("s00", "s01", ("softmax",))]
    assert alike(works(SOFTMAX), ()) == []
