"""A picture of any kind, and its sentence."""

from __future__ import annotations

from collections.abc import Callable

from autograder.picture import bars, curve, line, path, plane
from autograder.picture.data import Kind, Picture

_DRAWN: dict[Kind, Callable[[Picture], str]] = {
    "bars": bars.drawn,
    "curve": curve.drawn,
    "line": line.drawn,
    "path": path.drawn,
    "plane": plane.drawn,
}
_SAID: dict[Kind, Callable[[Picture], str]] = {
    "bars": bars.sentence,
    "curve": curve.sentence,
    "line": line.sentence,
    "path": path.sentence,
    "plane": plane.sentence,
}


def drawn(picture: Picture) -> str:
    """The picture as SVG, which can stand in any HTML."""
    return _DRAWN[picture.kind](picture)


def sentence(picture: Picture) -> str:
    """What is to be seen in it."""
    return _SAID[picture.kind](picture)
