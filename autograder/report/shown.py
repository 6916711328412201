"""What a notebook shows as HTML, and a terminal as text."""

from __future__ import annotations

from typing import Any

from rich.console import Console, RenderableType


class Shown:
    """A value of a notebook's last expression, and what a script prints."""

    def text(self) -> str:
        """It for a terminal without colours: also in a notebook, where rich would show it."""
        console = Console(width=100, no_color=True, highlight=False, force_jupyter=False)
        with console.capture() as capture:
            console.print(self._renderable())
        return capture.get().rstrip("\n")

    def html(self) -> str:
        """The same as HTML that can stand in any page."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def _renderable(self) -> RenderableType:
        raise NotImplementedError
