"""What an example shows: a call with the right answer and the student's, and the numbers of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["curve", "bars", "path", "plane", "line"]
Row = tuple[float, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Picture:
    """Numbers to draw: right ones, and those of a student in the same order.

    words: what the axes are called. given: what is the same for both, as the places of a curve. Each module of
    this room says what it expects in them. A number that is not finite is `math.nan`.
    """

    kind: Kind
    words: tuple[str, ...]
    given: Rows
    right: Rows
    yours: Rows


@dataclass(frozen=True)
class Example:
    """A call that can be looked at as a whole, what it should give, and what it gave.

    picture: None where there is nothing to see in one. Without a call there is only the picture.
    """

    call: str
    expected: str
    got: str
    picture: Picture | None = None
