"""Files that are no notebooks any more, in every way that a seed makes up."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.attacks.arena import ROOT

Change = Callable[[random.Random, dict[str, Any]], bytes]


def dumped(notebook: Any) -> bytes:
    return json.dumps(notebook).encode()


def truncated(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    data = dumped(notebook)
    return data[: rng.randrange(len(data) - 1)]


def bytes_changed(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    data = bytearray(dumped(notebook))
    for _ in range(rng.randint(1, 30)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return b"{" + bytes(data)


def not_utf8(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    notebook["cells"][0]["source"] = "Grüße, 数, 😀" * rng.randint(1, 5)
    text = json.dumps(notebook, ensure_ascii=False)
    return text.encode(rng.choice(["utf-16", "utf-32", "gb18030", "latin-1"]), "ignore")


def not_a_notebook(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    whole = [
        [],
        7,
        "text",
        None,
        True,
        {},
        {"cells": {}},
        {"cells": None},
        {"cells": "all"},
        [notebook],
        {"nbformat": 4},
    ]
    return dumped(rng.choice(whole))


def format_three(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    cells = [{"cell_type": "code", "input": cell["source"], "language": "python"} for cell in notebook["cells"]]
    return dumped({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]})


def too_many_cells(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    cell = {"cell_type": "code", "source": "pass", "metadata": {}, "outputs": [], "execution_count": None}
    return dumped({**notebook, "cells": [cell] * 5000})


def bottomless(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    return rng.choice([b"[", b'{"cells":', b'{"a":[']) * rng.randint(100_000, 300_000)


def empty(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    return rng.choice(
        [b"", b"\n", b"\0", b"\xef\xbb\xbf", b"\x89PNG\r\n", b"PK\x03\x04", b"<html></html>", b"\x1f\x8b"]
    )


def endless_numbers(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    return dumped(notebook)[:-1] + b', "n": ' + b"9" * rng.randint(5_000, 1_000_000) + b"}"


def fifty_megabytes(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    notebook["cells"][0]["source"] = "x" * (50 * 2**20)
    return dumped(notebook)


#: Nothing of these can be graded.
HOPELESS: list[Change] = [
    *(truncated, bytes_changed, not_utf8, not_a_notebook, format_three, too_many_cells),
    *(bottomless, empty, endless_numbers),
]


def wrong_types(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    odd = [None, 7, -1.5, True, "text", [], {}, [[]], {"a": {"b": []}}, "\ud800", "\0", 10**30]
    for cell in rng.sample(notebook["cells"], 10):
        cell[rng.choice(["cell_type", "source", "metadata", "outputs", "id", "execution_count"])] = rng.choice(odd)
    notebook["cells"] += rng.sample(odd, 3)
    notebook[rng.choice(["metadata", "nbformat", "nbformat_minor", "more"])] = rng.choice(odd)
    return dumped(notebook)


def lines_of_odd_types(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    for cell in rng.sample(notebook["cells"], 10):
        cell["source"] = [
            *rng.sample([None, 7, "x = 1\n", [], "def sigmoid(x):\n", "\t", "\ud800"], 4),
            cell["source"],
        ]
    return dumped(notebook)


def no_code(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    junk = [
        "((((",
        "def",
        "\0",
        "x" * 10_000,
        "\\",
        "%%bash\nls",
        "!ls",
        "$",
        "-" * 50_000 + "1",
        "[" * 5000,
        "é" * 999,
    ]
    for cell in rng.sample(notebook["cells"], 10):
        cell["source"] = rng.choice(junk)
    return dumped(notebook)


def deep_inside(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    deep: Any = []
    for _ in range(rng.randint(10, 300)):
        deep = [deep] if rng.random() < 0.5 else {"a": deep}
    for cell in rng.sample(notebook["cells"], 5):
        cell["metadata"], cell["outputs"] = deep, [deep]
    return dumped(notebook)


def shortened(rng: random.Random, notebook: dict[str, Any]) -> bytes:
    return dumped({**notebook, "cells": rng.sample(notebook["cells"], rng.randint(0, 8))})


#: Of these something is left that can be graded.
DAMAGED: list[Change] = [wrong_types, lines_of_odd_types, no_code, deep_inside, shortened]


def malformed(count: int, seed: int, changes: list[Change] | None = None) -> Iterator[tuple[str, bytes]]:
    """`count` files with a name each, the same for the same seed."""
    rng = random.Random(seed)
    kinds = changes or HOPELESS
    text = (ROOT / "release" / "activations" / "activations.ipynb").read_text(encoding="utf-8")
    for number in range(count):
        change = kinds[number % len(kinds)]
        notebook = json.loads(text)
        # the plots take most of the time, and are not what this is about
        notebook["cells"] = [
            cell for cell in notebook["cells"] if "active-ipynb" not in cell["metadata"].get("tags", ())
        ]
        yield f"{change.__name__}-{number}", change(rng, notebook)
