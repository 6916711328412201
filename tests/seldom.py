"""Where a list is long, `make test` tries a part of it, spread over all of it; `make test-all` tries the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def one_in(number: int, values: Iterable[Any], name: Callable[[Any], str] = str) -> list[Any]:
    """Parameters of a test: every `number`th as usual, the others marked `long`.

    values: one for each test; tuples where a test has several arguments. name: what a test is called by.
    """
    return [
        pytest.param(
            *(value if isinstance(value, tuple) else (value,)),
            id=name(value),
            marks=() if i % number == 0 else pytest.mark.long,
        )
        for i, value in enumerate(values)
    ]
