"""What a lesson's examples are written with: small calls that are shown whole, and numbers to draw.

An example is a function `NAME(student, sketch)` in the lesson's `examples.py`, NAME being the exercise. It is run
with the submission, when that has lost points, and with the lesson's own right version: what the two give is shown
side by side. Its inputs are fixed, for everybody sees them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch

from autograder.failures import Mismatch, StudentError
from autograder.picture.data import Kind, Picture, Row, Rows
from autograder.show import call_text, cut, kind
from autograder.student import Function

#: Elements of a tensor, items of a list and characters of an answer that are shown.
_ELEMENTS, _ITEMS, _LENGTH = 24, 12, 400
#: Numbers beyond this are none that could be drawn.
_LARGEST = 1e6
#: What part of all numbers must differ, and by what part of their range, for a person to see it.
_SEEN = 0.015
#: Characters of a list that stay on one line.
_LINE = 60
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")


@dataclass(frozen=True)
class Said:
    """A call, and in words what it gave."""

    call: str
    answer: str


#: Of a call that there is none of.
NOTHING_SAID = Said("", "")


class Sketch:
    """What one side gives: the submission, or the right version."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        #: where the numbers of this side stand under `right`
        self.pictures: list[Picture | None] = []

    def call(self, function: Function, *args: Any, **kwargs: Any) -> Any:
        """Call a function, show what it gives, and give it back."""
        return self.show(call_text(function.name, args, kwargs), lambda: function(*args, **kwargs))

    def show(self, call: str, ask: Callable[[], Any]) -> Any:
        """Show what comes of asking, under these words, and give it back."""
        try:
            value = ask()
        except (StudentError, Mismatch) as error:
            found = error.finding.got or error.finding.sentence
            self.said.append(Said(call, cut(found, _LENGTH)))
            raise
        self.said.append(Said(call, _shown(value)[:_LENGTH]))
        return value

    def curve(self, x: torch.Tensor, y: Any, across: str = "x", up: str = "") -> None:
        """Draw the values at these places: a tensor of that many, or a list."""
        given = _row([round(place, 6) for place in x.flatten().tolist()], x.numel())
        self._draw("curve", (across, up), (given,), [_numbers(y, x.numel())])

    def bars(self, table: Any, rows: int, columns: int) -> None:
        """Draw a table of so many rows and columns, with the sums of both."""
        fits = isinstance(table, torch.Tensor) and tuple(table.shape) == (rows, columns)
        self._draw("bars", (), (), [_numbers(row, columns) for row in table] if fits else [])

    def path(self, points: Sequence[Any], valley: tuple[float, float]) -> None:
        """Draw the way of an optimizer, points of two numbers, over the valley (a x**2 + b y**2) / 2."""
        places = [_numbers(point, 2) for point in points]
        self._draw("path", (), (valley,), list(zip(*places, strict=True)))

    def plane(self, values: Any, reach: tuple[float, float], samples: torch.Tensor, targets: torch.Tensor) -> None:
        """Draw where the plane is of class 1: values above 0.5 at the places of `grid(*reach)`."""
        side = len(_places(*reach))
        flat = _numbers(values, side * side)
        classes = tuple(math.nan if math.isnan(value) else float(value > 0.5) for value in flat)
        rows = [classes[start : start + side] for start in range(0, side * side, side)]
        self._draw("plane", (), (reach, *_samples(samples, targets)), rows)

    def line(self, weights: Any, bias: Any, samples: torch.Tensor, targets: torch.Tensor) -> None:
        """Draw the line where the weighted sum is 0, and the samples."""
        row = (*_numbers(weights, 2), *_numbers(bias, 1))
        self._draw("line", (), _samples(samples, targets), [row])

    def _draw(self, of: Kind, words: tuple[str, ...], given: Rows, rows: Sequence[Row]) -> None:
        """A picture of these rows; none where there is no number in them."""
        found = any(not math.isnan(value) for row in rows for value in row)
        self.pictures.append(Picture(of, words, given, tuple(rows), ()) if found else None)


def grid(low: float, high: float) -> torch.Tensor:
    """The places of a plane that are looked at, row by row from the lowest: (n, 2)."""
    places = torch.tensor(_places(low, high))
    return torch.stack([places.repeat(len(places)), places.repeat_interleave(len(places))], dim=1)


def side_by_side(right: Sketch, yours: Sketch) -> tuple[list[tuple[Said, Said]], list[Picture]]:
    """The calls that gave something else than they should, and the pictures in which that is to be seen."""
    pairs = zip(right.said, yours.said, strict=False)
    calls = [(a, b) for a, b in pairs if a.call == b.call and not _says_the_same(a.answer, b.answer)]
    both = (
        replace(a, yours=b.right)
        for a, b in zip(right.pictures, yours.pictures, strict=False)
        if a is not None and b is not None
    )
    return calls, [picture for picture in both if _differ(picture.right, picture.yours)]


def _says_the_same(right: str, yours: str) -> bool:
    """Whether two answers have the same numbers in the same form, as far as rounding lets them."""
    one, other = (text.replace("(", "[").replace(")", "]").replace(",]", "]") for text in (right, yours))
    if _NUMBER.split(one) != _NUMBER.split(other):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(math.isclose(float(a), float(b), rel_tol=1e-3, abs_tol=1e-4) for a, b in pairs)


def _differ(right: Rows, yours: Rows) -> bool:
    """Whether a difference can be seen, of tables of the same form."""
    if list(map(len, right)) != list(map(len, yours)):
        return False
    pairs = [pair for rows in zip(right, yours, strict=True) for pair in zip(*rows, strict=True)]
    known = [a for a, _ in pairs if not math.isnan(a)]
    least = _SEEN * ((max(known) - min(known)) or 1.0) if known else 0.0
    other = [
        pair for pair in pairs if math.isnan(pair[0]) != math.isnan(pair[1]) or abs(pair[0] - pair[1]) > least
    ]
    return len(other) > _SEEN * len(pairs)


def _places(low: float, high: float, count: int = 21) -> list[float]:
    """The middles of so many strips of equal width."""
    return [low + (high - low) * (place + 0.5) / count for place in range(count)]


def _samples(samples: torch.Tensor, targets: torch.Tensor) -> Rows:
    return (*(tuple(row) for row in samples.T.tolist()), tuple(targets.flatten().float().tolist()))


def _numbers(value: Any, count: int) -> Row:
    """So many numbers of a tensor, a list or a number, as many of them as there are; none of another shape."""
    if isinstance(value, torch.Tensor):
        fits = value.numel() == count and not value.is_complex()
        return _row(value.detach().double().flatten().tolist() if fits else [], count)
    if isinstance(value, (list, tuple)):
        return _row(value[:count], count)
    return _row([value] if count == 1 else [], count)


def _row(values: Iterable[Any], count: int) -> Row:
    row = [_number(value) for value in values]
    return (*row, *[math.nan] * (count - len(row)))


def _number(value: Any) -> float:
    """Four digits of a number, or `math.nan` where it is none, or none that can be drawn."""
    if isinstance(value, torch.Tensor):
        value = value.item() if value.numel() == 1 and not value.is_complex() else math.nan
    if not isinstance(value, (bool, int, float)) or not abs(value) <= _LARGEST:
        return math.nan  # the same one each time: so two of them are equal
    return float(f"{value:.4g}") + 0.0


def _shown(value: Any) -> str:
    """An answer as a person reads it: numbers in rows, anything else in a few words."""
    if isinstance(value, torch.Tensor) and value.numel() <= _ELEMENTS and value.dim() <= 2:
        usual = value.dtype in (torch.float32, torch.int64, torch.bool)
        return _rows(value.detach().tolist()) + ("" if usual else f"  ({value.dtype})")
    if isinstance(value, (list, tuple)) and 0 < len(value) <= _ITEMS:
        items = [_shown(item) for item in value]
        short = sum(map(len, items)) <= _LINE and not any("\n" in item for item in items)
        text = ", ".join(items) if short else ",\n ".join(item.replace("\n", "\n ") for item in items)
        if isinstance(value, list):
            return f"[{text}]"
        return f"({text},)" if len(value) == 1 else f"({text})"
    return _digits(value) if isinstance(value, (bool, int, float)) else kind(value)


def _rows(items: Any) -> str:
    if not isinstance(items, list):
        return _digits(items)
    between = ",\n " if items and isinstance(items[0], list) else ", "
    return f"[{between.join(_rows(item) for item in items)}]"


def _digits(value: Any) -> str:
    return f"{value + 0.0:.4g}" if isinstance(value, float) else str(value)[:_LENGTH]
