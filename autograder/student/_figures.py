"""A matplotlib figure on the student's side, described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from autograder.channel.protocol import listed
from autograder.student._conversation import Remote


@dataclass(frozen=True)
class Line:
    """A line of a plot: its label and data, as float64 tensors."""

    label: str
    x: torch.Tensor
    y: torch.Tensor


@dataclass(frozen=True)
class Axes:
    """One axes of a figure; `center` is its place, in fractions of the figure's width and height."""

    # these are the fields of `AxesShown` again: that is what the worker says, and here each has been made sure of
    title: str
    xlabel: str
    ylabel: str
    xscale: str
    yscale: str
    grid: bool
    legend: list[str]
    lines: list[Line]
    center: tuple[float, float]


class Figure(Remote):
    """A matplotlib figure on the student's side."""

    @property
    def axes(self) -> list[Axes]:
        """Its axes, described."""
        answer = self.conversation.answer({"op": "figure", "figure": self.handle})
        return [_axes(fields) for fields in listed(answer) if isinstance(fields, dict)]


def _axes(fields: dict[str, Any]) -> Axes:
    texts = {key: _text(fields.get(key)) for key in ("title", "xlabel", "ylabel", "xscale", "yscale")}
    lines = [
        Line(_text(line.get("label")), line["x"].double(), line["y"].double())
        for line in listed(fields.get("lines"))
        if isinstance(line, dict) and all(isinstance(line.get(axis), torch.Tensor) for axis in "xy")
    ]
    legend = [_text(text) for text in listed(fields.get("legend"))]
    return Axes(
        grid=fields.get("grid") is True,
        legend=legend,
        lines=lines,
        center=_center(fields.get("center")),
        **texts,
    )


def _center(value: Any) -> tuple[float, float]:
    known = isinstance(value, list) and len(value) == 2 and all(isinstance(v, float) for v in value)
    return (value[0], value[1]) if known else (0.5, 0.5)


def _text(answer: Any) -> str:
    return answer if isinstance(answer, str) else ""
