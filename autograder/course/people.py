"""Who takes part in a course."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """A student, of whom all but the id may be empty.

    id: what their folder is called. number: their id on the learning platform.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    number: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, in an order that does not depend on which of them comes first."""
        return words_of(f"{self.first_name} {self.last_name}")

    @property
    def squeezed(self) -> str:
        """The name as Canvas writes it into files: the last one first, and letters only."""
        return "".join(_plain(f"{self.last_name} {self.first_name}").split())


def words_of(name: str) -> tuple[str, ...]:
    """The words of somebody's name, without accents and capitals, in a fixed order."""
    return tuple(sorted(_plain(name).split()))


def folder_for(name: str) -> str:
    """What the folder of somebody is called of whom only the name is known: "ada-lovelace"."""
    return "-".join(_plain(name).split())


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    kept = unicodedata.normalize("NFC", bare).replace("'", "").replace("’", "")
    return re.sub(r"[\W_]+", " ", kept).strip()
