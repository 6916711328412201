"""Pictures with sliders: every frame is there, and where no script runs, a picture is."""

from __future__ import annotations

import re

import pytest

from autograder import play
from autograder.worker.canvas import Axes, Canvas
from autograder.worker.play import Toy

SLIDERS = {"w": [-1, 0, 1], "b": [0, 0.5]}
BOX = (-1, 1, -1, 1)


def line(canvas: Canvas, w: float, b: float) -> None:
    canvas.title = f"w = {w:g} & b = {b:g}"
    canvas.sides(w, w, b, BOX)
    canvas.samples([(0, 0), (1, 1)], [0, 1])


@pytest.fixture(scope="module")
def toy() -> Toy:
    return play(line, SLIDERS, start=[1, 0.5], xlim=(-1, 1), ylim=(-1, 1), size=(200, 200))


def test_each_position_of_the_sliders_has_its_frame(toy: Toy) -> None:
    titles = re.findall(r"w = (-?\d) \\u0026 b = ([\d.]+)", toy.html)
    assert titles == [(f"{w}", f"{b:g}") for w in SLIDERS["w"] for b in SLIDERS["b"]]


def test_where_no_script_runs_the_first_frame_is_a_picture(toy: Toy) -> None:
    shown = toy._repr_mimebundle_()
    assert toy.png.startswith(b"\x89PNG")
    assert f'src="data:image/png;base64,{shown["image/png"]}"' in shown["text/html"]
    assert shown["text/plain"] == repr(toy) == "w = 1 & b = 0.5"


def test_nothing_is_fetched(toy: Toy) -> None:
    assert not re.findall(r"https?:|//(?!www\.w3\.org)\w+\.", toy.html)


def test_a_slider_starts_where_it_can_stand() -> None:
    with pytest.raises(ValueError, match="b cannot start at a value that it does not have"):
        play(line, SLIDERS, start=[1, 7], xlim=(-1, 1), ylim=(-1, 1))


@pytest.mark.parametrize(
    ("w1", "w2", "b", "blue", "orange"),
    [(1, 0, 0, 2.0, 2.0), (1, 0, 1, 0.0, 4.0), (0, 0, 0, 0.0, 4.0), (0, 0, -1, 4.0, 0.0), (1, 1, -1, 3.5, 0.5)],
)
def test_both_sides_of_a_line_fill_the_box(w1: float, w2: float, b: float, blue: float, orange: float) -> None:
    canvas = Canvas()
    canvas.sides(w1, w2, b, BOX)
    sizes = {shape.color: area(shape.points) for shape in canvas.shapes if shape.kind == "area"}
    assert sizes.get("#0072b2", 0.0) == pytest.approx(blue)
    assert sizes.get("#d55e00", 0.0) == pytest.approx(orange)


def area(points: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def test_words_in_a_picture_are_words() -> None:
    canvas = Canvas()
    canvas.text(0, 0, "<script>&")
    assert "&lt;script&gt;&amp;" in canvas.svg(Axes((-1, 1), (-1, 1), (10, 10)))
