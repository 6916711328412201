"""What a lesson gives to play with is small, and right in each frame that is looked at."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from nbformat import from_dict

from autograder import play
from autograder.nbgrader.clean import clean_outputs
from autograder.worker.canvas import Canvas
from autograder.worker.play import Toy
from tests.lessons import test_prose as prose

#: Of each: its lesson, and a function that its cell defines.
TOYS = {"visit": "perceptron", "three_gates": "perceptron", "fold": "xor", "race": "optimizers"}


@cache
def cell(name: str) -> dict[str, Any]:
    """What the cell of a toy defines, and the toy."""
    names: dict[str, Any] = {"np": np, "torch": torch, "plt": plt, "play": play}
    names["corners"] = prose.CORNERS.int().numpy()
    before = ["def path("] if TOYS[name] == "optimizers" else []
    for part in (*before, f"def {name}("):
        (source,) = (text for text in prose.text(TOYS[name], "code") if part in text)
        exec(source.replace("\nplay(", "\ntoy = play("), names)
        plt.close("all")
    return names


@pytest.mark.parametrize("name", TOYS)
def test_a_toy_is_small_and_has_a_picture(name: str) -> None:
    toy = cell(name)["toy"]
    assert isinstance(toy, Toy)
    assert len(toy.html) < 300_000
    assert toy.png.startswith(b"\x89PNG")


def test_a_graded_page_shows_the_picture_alone() -> None:
    (shown,) = clean_outputs(
        [from_dict({"output_type": "display_data", "data": cell("fold")["toy"]._repr_mimebundle_()})]
    )
    assert set(shown.data) == {"image/png", "text/plain"}


def frame(name: str, *values: float) -> Canvas:
    canvas = Canvas()
    cell(name)[name](canvas, *values)
    return canvas


def test_and_is_learned_as_the_rule_learns_it() -> None:
    w, b = prose.CORNERS.new_zeros(2), prose.CORNERS.new_zeros(())
    after = cell("visit")["after"]
    assert after[0] == (0, 0, 0)
    for number in range(1, 25):
        x, target = prose.CORNERS[(number - 1) % 4], prose.GATES["AND"][(number - 1) % 4]
        wrong = prose._visit(x, target, w, b, 1.0)
        assert after[number] == (w[0].item(), w[1].item(), b.item())
        assert ("wrong" in frame("visit", number).title) == bool(wrong)
    assert f"epoch {(24 + 3) // 4}" in frame("visit", 24).title


def test_no_place_of_the_sliders_solves_xor_and_some_solve_the_others() -> None:
    titles = re.findall(r"AND (\d), OR (\d), XOR (\d)", cell("three_gates")["toy"].html)
    best = [max(int(title[place]) for title in titles) for place in range(3)]
    assert (len(titles) > 100, best) == (True, [4, 4, 3])


def test_the_fold_ends_where_the_network_made_by_hand_puts_the_points() -> None:
    seen = cell("fold")["seen"]
    assert [seen(corner, 0) for corner in [(0, 1), (1, 1)]] == [[0, 1], [1, 1]]
    assert [seen(corner, 1) for corner in [(0, 0), (0, 1), (1, 0), (1, 1)]] == [[0, 0], [1, 0], [1, 0], [2, 1]]
    assert "one line is enough" in frame("fold", 1).title


def test_the_race_ends_as_the_lesson_says() -> None:
    assert "SGD is out" in frame("race", 0.05, 60).title
    assert "out" not in frame("race", 0.036, 60).title
    (loss,) = prose.ends(torch.optim.Adam, [1.0])
    assert f"Adam {loss:.2g}" in frame("race", 1, 60).title
