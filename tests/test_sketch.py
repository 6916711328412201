"""What a lesson's example keeps of what came back: few numbers and few words, whatever it was."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from autograder.failures import StudentError
from autograder.sketch import Sketch, grid, side_by_side

X = torch.linspace(-1.0, 1.0, 5)


def shown(value: Any) -> str:
    sketch = Sketch()
    sketch.show("f(x)", lambda: value)
    return sketch.said[0].answer


def curve(value: Any) -> Sketch:
    sketch = Sketch()
    sketch.curve(X, value)
    return sketch


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (torch.tensor([[1.0, 2.0], [0.123456, -0.0]]), "[[1, 2],\n [0.1235, 0]]"),
        (torch.tensor([1, 2]), "[1, 2]"),
        (torch.tensor(0.5, dtype=torch.float64), "0.5  (torch.float64)"),
        ([(2, 3), (4,)], "[(2, 3), (4,)]"),
        ((torch.zeros(1, 2), [3]), "([[0, 0]], [3])"),
        (None, "None (is a `return` missing?)"),
        (torch.zeros(9, 9), "a tensor of shape (9, 9) and torch.float32"),
        (math.nan, "nan"),
    ],
)
def test_an_answer_in_words(value: Any, text: str) -> None:
    assert shown(value) == text


def test_an_answer_is_short() -> None:
    assert len(shown(["x" * 1_000] * 12)) <= 400
    assert len(shown(10**4_000)) <= 400


def test_what_raises_is_said_and_ends_the_example() -> None:
    sketch = Sketch()

    def fails() -> None:
        raise StudentError("TypeError", "no numbers")

    with pytest.raises(StudentError):
        sketch.show("f(x)", fails)
    assert sketch.said[0].answer == "TypeError: no numbers"


@pytest.mark.parametrize(
    "value",
    [
        torch.full((5,), math.nan),
        torch.full((5,), math.inf),
        torch.full((5,), 1e308, dtype=torch.float64),
        torch.zeros(4),
        torch.zeros(5, dtype=torch.complex64),
        torch.zeros(0),
        [],
        ["1"] * 5,
        [10**400] * 5,
        None,
        "12345",
        {"a": 1.0},
    ],
)
def test_no_picture_is_made_of_what_cannot_be_drawn(value: Any) -> None:
    assert curve(value).pictures == [None]
    assert side_by_side(curve(X), curve(value)) == ([], [])


def test_a_place_is_a_round_number() -> None:
    """`torch.linspace` has -9e-8 for 0."""
    sketch = Sketch()
    sketch.curve(torch.tensor([-8.9e-8, 0.1]), [1.0, 2.0])
    (picture,) = sketch.pictures
    assert picture is not None
    assert picture.given == ((0.0, 0.1),)


def test_a_list_that_is_too_short_is_drawn_as_far_as_it_goes() -> None:
    (picture,) = curve([1.0, torch.tensor([2.0]), "x", 4]).pictures
    assert picture is not None
    assert picture.right == ((1.0, 2.0, math.nan, 4.0, math.nan),)


@pytest.mark.parametrize("yours", [[[0.5]], [0.5, 0.5], 0.502, math.nan])
def test_answers_are_told_apart(yours: Any) -> None:
    one, other = Sketch(), Sketch()
    one.show("f", lambda: 0.5)
    other.show("f", lambda: yours)
    assert len(side_by_side(one, other)[0]) == 1


@pytest.mark.parametrize("yours", [0.50001, -0.0 + 0.5])
def test_rounding_is_no_difference(yours: float) -> None:
    one, other = Sketch(), Sketch()
    one.show("f", lambda: 0.5)
    other.show("f", lambda: yours)
    assert side_by_side(one, other) == ([], [])
    assert side_by_side(curve(X), curve(X + 1e-4)) == ([], [])


def test_only_pictures_that_show_something_are_kept() -> None:
    (found,) = side_by_side(curve(X), curve(-X))[1]
    assert (found.right, found.yours) == ((tuple(X.tolist()),), (tuple((-X).tolist()),))


def test_a_plane_is_seen_at_the_places_of_its_grid() -> None:
    places = grid(0.0, 2.0)
    sketch = Sketch()
    sketch.plane(places[:, 1], (0.0, 2.0), torch.zeros(1, 2), torch.zeros(1, 1))
    (picture,) = sketch.pictures
    assert picture is not None
    assert picture.right[0] == (0.0,) * 21, "the lowest row comes first"
    assert picture.right[-1] == (1.0,) * 21
