"""What all commands write to, and a choice that several of them offer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import typer

from autograder.cli.screen import Screen


def choice(words: type[StrEnum], help: str, *, show_default: bool = True) -> Any:
    """An option that takes one of these words; for another one, Typer's own would say "Value error," first."""

    def chosen(word: str) -> StrEnum:
        if word not in list(words):
            raise typer.BadParameter(f"{word!r} is not one of {', '.join(words)}.")
        return words(word)

    return typer.Option(parser=chosen, metavar="|".join(words), help=help, show_default=show_default)


#: What submissions can be trained on.
Device = StrEnum("Device", ["cpu", "cuda", "mps", "auto"])

out = Screen(highlight=False)
err = Screen(stderr=True, highlight=False)
#: Files that are named in a line; of others it says how many.
_NAMES = 3


def say_left_out(files: Sequence[str]) -> None:
    """Say in a line which files of a folder were not looked at; nothing where there is none."""
    if files:
        more = f" and {len(files) - _NAMES} more" if len(files) > _NAMES else ""
        names = f"{', '.join(files[:_NAMES])}{more}"
        err.say(f"left out, as of another lesson or of none: {names}")
