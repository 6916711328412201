"""Pictures are SVG that fits anywhere, says what it shows, and holds nothing of a student's but numbers."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from autograder.picture import histogram
from autograder.picture.data import Picture, Row
from autograder.picture.draw import drawn, sentence
from autograder.picture.frame import span, ticks
from autograder.picture.histogram import Histogram

NAN = math.nan
SVG = "{http://www.w3.org/2000/svg}"

XS = tuple(float(x) for x in range(-3, 4))
CORNERS = ((0.0, 0.0, 1.0, 1.0), (0.0, 1.0, 0.0, 1.0), (0.0, 0.0, 0.0, 1.0))
FIELD = tuple(tuple(float(i + j > 2) for j in range(4)) for i in range(4))
PICTURES = {
    "curve": Picture("curve", ("x", "relu(x)"), (XS,), (tuple(max(x, 0.0) for x in XS),), (XS,)),
    "bars": Picture("bars", (), (), ((0.25, 0.75), (0.5, 0.5)), ((0.125, 0.375), (0.25, 0.25))),
    "path": Picture(
        "path", (), ((1.0, 8.0),), ((-4.0, -2.0, 0.0), (2.0, 1.0, 0.0)), ((-4.0, 5.0, 9.0), (2.0, 3.0, 4.0))
    ),
    "plane": Picture("plane", (), ((-0.5, 1.5), *CORNERS), FIELD, FIELD[::-1]),
    "line": Picture("line", (), CORNERS, ((2.0, 1.0, -3.0),), ((2.0, 1.0, -2.0),)),
}
SAID = {
    "curve": "furthest from the right one at x = -3: it is -3 there instead of 0",
    "bars": "Your rows add up to 0.5 and 0.5, and your columns to 0.375 and 0.625",
    "path": "After 2 steps your optimizer is at (9, 4), the right one at (0, 0)",
    "plane": "50% of the plane gets another class",
    "line": "Your weights and bias are 2, 1 and -2, the right ones 2, 1 and -3",
}


def texts(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def filled(picture: Picture, value: float) -> Picture:
    """The picture with this for each number of the student's."""
    return replace(picture, yours=tuple(tuple(value for _ in row) for row in picture.yours))


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_carries_its_sentence(kind: str) -> None:
    """For who cannot see it."""
    svg = ET.fromstring(drawn(PICTURES[kind]))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == sentence(PICTURES[kind])
    assert SAID[kind] in sentence(PICTURES[kind])
    assert any("yours" in text for text in texts(svg))


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_suits_light_and_dark(kind: str) -> None:
    """Text and axes are of the colour of the text around it, and nothing has a background."""
    svg = ET.fromstring(drawn(PICTURES[kind]))
    assert svg.get("fill") == "currentColor"
    colours = {part.get(name) for part in svg.iter() for name in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor", "#2e9e44", "#e5484d"}


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("value", [NAN, 0.0, 1e6, -1e6])
def test_a_picture_is_made_of_any_numbers(kind: str, value: float) -> None:
    picture = filled(PICTURES[kind], value)
    svg = drawn(picture)
    ET.fromstring(svg)
    assert len(svg) < 8_000
    assert "nan" not in svg
    assert "inf" not in svg
    assert len(sentence(picture)) < 400


def test_the_rows_and_columns_of_bars_have_their_sums() -> None:
    assert [text for text in texts(ET.fromstring(drawn(PICTURES["bars"]))) if text[0].isdigit()] == [
        *("1.00", "0.50"),
        *("1.00", "0.50"),
        *("0.75", "0.38"),
        *("1.25", "0.62"),
    ]


def test_a_curve_breaks_where_there_is_no_number() -> None:
    broken: Row = (*XS[:2], NAN, NAN, *XS[4:])
    picture = replace(PICTURES["curve"], right=(XS,), yours=(broken,))
    traces = [part.get("d", "") for part in ET.fromstring(drawn(picture)).iter(f"{SVG}path")]
    assert [trace.count("M") for trace in traces] == [1, 2]
    assert sentence(picture) == "Your curve has no number at 2 of 7 places, the first at x = -1."


def test_no_line_is_drawn_of_no_weights() -> None:
    picture = filled(PICTURES["line"], 0.0)
    assert [part.get("d") for part in ET.fromstring(drawn(picture)).iter(f"{SVG}path")][1] == ""
    assert "there is none" in sentence(picture)


def test_words_are_escaped() -> None:
    hostile = '"><script>alert(1)</script>'
    svg = drawn(replace(PICTURES["curve"], words=(hostile, hostile)))
    assert hostile in texts(ET.fromstring(svg))
    assert "<script" not in svg


def test_what_is_right_stays_readable_beside_a_large_number() -> None:
    low, high = span([0.0, 1.0], [1e6, -1e6])
    assert high - low < 3
    assert len(list(ticks(low, high))) in range(3, 8)


def bars(values: tuple[float, ...], most: float | None) -> list[float]:
    """The heights of the bars, as parts of the frame's."""
    svg = ET.fromstring(histogram.drawn(Histogram(values, "points", most)))
    return [float(part.get("height", 0)) / 136 for part in svg.iter(f"{SVG}rect")][:-1]


def test_a_histogram_counts_from_each_edge_to_the_next() -> None:
    """Full marks are in the last bar, and not beyond it."""
    found = Histogram((0.0, 5.9, 6.0, 54.0, 59.0, 60.0, 60.0), "points", 60.0)
    assert found.counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 4]
    svg = ET.fromstring(histogram.drawn(found))
    assert svg.get("aria-label") == "7 submissions from 0 to 60 points, half of them at 54 or more."
    assert {"points", "submissions", "60"} <= {*texts(svg)}


@pytest.mark.parametrize("values", [(0.0,), (0.0, 0.0), (0.25,) * 9, (1e-9, 1e6)])
def test_a_histogram_is_made_of_any_class(values: tuple[float, ...]) -> None:
    assert sum(Histogram(values, "seconds").counts) == len(values)
    assert all(0 < height <= 1 for height in bars(values, None))


def test_a_bar_of_two_is_not_high_in_a_class_of_two() -> None:
    assert max(bars((1.0, 1.0), 10.0)) == pytest.approx(1 / 3, abs=0.01)
