"""A picture of any kind, and its sentence."""

from __future__ import annotations

from typing import Protocol

from autograder.picture import bars, curve, line, path, plane
from autograder.picture.data import Kind, Picture


class _Module(Protocol):
    """What each module of a kind has."""

    def drawn(self, picture: Picture) -> str:
        """The picture as SVG."""

    def sentence(self, picture: Picture) -> str:
        """What is to be seen in it."""


_MODULES: dict[Kind, _Module] = {"bars": bars, "curve": curve, "line": line, "path": path, "plane": plane}


def drawn(picture: Picture) -> str:
    """The picture as SVG, which can stand in any HTML."""
    return _MODULES[picture.kind].drawn(picture)


def sentence(picture: Picture) -> str:
    """What is to be seen in it."""
    return _MODULES[picture.kind].sentence(picture)
