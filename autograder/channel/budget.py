"""What all of a submission may take together: time, however often it is started again, and outputs."""

from __future__ import annotations

import json
from typing import Any

from autograder.channel.protocol import listed
from autograder.wire.frames import Message

#: Characters of all outputs that are kept of a submission; the notebooks of the lessons have 2 million.
OUTPUT_ROOM = 8 * 2**20
#: A character of text may become five on a page, where it is escaped; one of a picture stays one.
_TEXT_WEIGHT = 4
_LINE = 2_000
_ITEMS = 100


class Seconds:
    """Time that a submission uses, as the clocks of its processes count it."""

    def __init__(self, total: float) -> None:
        self.total = total
        self._used = 0.0

    @property
    def left(self) -> float:
        """Seconds that are left; 0 when all are used up."""
        return max(self.total - self._used, 0.0)

    def spend(self, seconds: float) -> None:
        """Note that so many more were used."""
        self._used += seconds


class Room:
    """Room for the outputs of all cells of a submission."""

    def __init__(self, characters: int = OUTPUT_ROOM) -> None:
        self._characters = characters
        self._left = characters

    def kept(self, result: Any) -> Message:
        """What is kept of a cell's result: all but outputs for which there is no room, in bounded words."""
        fields = result if isinstance(result, dict) else {}
        outputs = listed(fields.get("outputs"))
        kept = [output for output in outputs if self._takes(_weight(output))]
        left_out = len(outputs) - len(kept)
        if left_out:
            size = f"{self._characters / 2**20:.0f} MB"
            text = f"[{left_out} outputs left out here: all those of a submission together may have {size}]\n"
            kept.append({"type": "stream", "name": "stdout", "text": text})
        rest = {key: _cut(value) for key, value in fields.items() if key != "outputs"}
        if not self._takes(_TEXT_WEIGHT * len(json.dumps(rest))):
            rest = {"error": _cut(fields.get("error"), 200)}
        return {"error": None, **rest, "outputs": kept}

    def _takes(self, weight: int) -> bool:
        if weight > self._left:
            return False
        self._left -= weight
        return True


def _weight(output: Any) -> int:
    """Characters that an output takes, with those of text counted several times; more than all, if it is none."""
    try:
        text = json.dumps(output)
    except (TypeError, ValueError):  # the worker says it is an output, and it holds a tensor
        return OUTPUT_ROOM + 1
    fields = output if isinstance(output, dict) else {}
    data = fields.get("data")
    pictures = {key: value for key, value in (data if isinstance(data, dict) else {}).items() if "image/" in key}
    size = sum(len(value) for value in pictures.values() if isinstance(value, str))
    return size + _TEXT_WEIGHT * (len(text) - size)


def _cut(value: Any, length: int = _LINE) -> Any:
    """The same value with short texts and short lists."""
    if isinstance(value, str):
        return value[:length]
    if isinstance(value, (list, tuple)):
        return [_cut(item, length) for item in value[:_ITEMS]]
    if isinstance(value, dict):
        return {key[:length]: _cut(item, length) for key, item in list(value.items())[:_ITEMS]}
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)[:length]
