"""Answers without what the contract leaves free: what two submissions with the same mistake have in common.

An answer becomes what JSON can say. Handles are their kind, exceptions their type; names of parameters and texts
are nobody's business, nor are the values of a network that nobody has trained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import torch

from autograder.examiner.recording import Cut, Exchange, Sample
from autograder.failures import Finding
from autograder.wire.values import Foreign, Handle

#: After so many losses in a list, what follows hangs on the order of additions.
_LONG = 100
#: Of a list of many losses, those that are compared.
_FIRST = 20
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?|\bnan\b|-?\binf\b")
#: A text, as Python shows it.
_QUOTED = re.compile(r"(['\"])((?:(?!\1).)*)\1")
#: Numbers in the text of an object that does not cross.
_NUMBERS = 8


def normalised(exchanges: Iterable[Exchange]) -> list[Any]:
    """Each answer of a run of a check, in order, with the question."""
    reader = _Reader()
    return [reader.read(exchange) for exchange in exchanges]


def remarked(finding: Finding | None) -> Any:
    """What a check found wrong, in words and numbers, without the student's own texts. None where nothing is."""
    if finding is None:
        return None
    texts = [
        _QUOTED.sub(lambda quoted: "text" if quoted[2] else "''", text)
        for text in (finding.what, finding.expected, finding.got)
    ]
    return {
        "kind": finding.kind,
        "words": [_NUMBER.sub("", text) for text in texts],
        "numbers": [float(number) for text in texts for number in _NUMBER.findall(text)],
    }


class _Reader:
    """Reads the exchanges of one run in order; remembers which networks have values that mean something."""

    def __init__(self) -> None:
        #: networks of the student's as they were made: their numbers are random
        self._fresh: set[int] = set()
        self._after_training = False

    def read(self, exchange: Exchange) -> Any:
        request, reply = exchange.request, exchange.reply
        op = request["op"]
        if reply is None:
            return {"of": op, "error": exchange.error}
        found = {"of": op, "ok": self._answer(op, request, reply)}
        if op == "call":
            found |= _circumstances(request, reply)
            if isinstance(reply.get("ok"), Handle) and reply["ok"].kind == "figure":
                del found["drawn"]  # it is there, and whether pyplot has it as well is the student's own business
            self._note(request, reply)
        if self._after_training:
            found["loose"] = True
        return found

    def _answer(self, op: str, request: Mapping[str, Any], reply: Mapping[str, Any]) -> Any:
        ok = reply.get("ok")
        values = Values(free=bool(self._fresh & set(_handles(request))))
        if op == "load" and ok is None:
            self._fresh.discard(request["module"].id)
        if op == "get_gradients":
            ok = [None if _is_zero(item) else item for item in _listed(ok)]
        if op in _FORMS:
            return _FORMS[op](values, ok)
        return values.of(ok)

    def _note(self, request: Mapping[str, Any], reply: Mapping[str, Any]) -> None:
        ok = reply.get("ok")
        if isinstance(ok, Handle) and ok.kind == "module" and isinstance(request["target"], str):
            self._fresh.add(ok.id)
        length = ok.length if isinstance(ok, Cut) else len(ok) if isinstance(ok, list) else 0
        self._after_training |= length >= _LONG


class Values:
    """Makes values comparable; free: whether their numbers mean nothing."""

    def __init__(self, *, free: bool = False) -> None:
        self._free = free

    def of(self, value: Any, *, within: bool = False) -> Any:
        """The value, without handles and texts; within: whether it is an item of a tuple."""
        if isinstance(value, (torch.Tensor, Sample)):
            return self.tensor(value, within=within)
        if isinstance(value, Handle):
            return {"handle": value.kind}
        if isinstance(value, Foreign):
            numbers = [float(found) for found in _NUMBER.findall(value.text)[:_NUMBERS]]
            return {"foreign": value.type_name, "numbers": [] if self._free else numbers}
        if isinstance(value, Cut):
            return {"items": value.length, "start": [self.of(item) for item in value.start[:_FIRST]]}
        if isinstance(value, list):
            if len(value) > _FIRST and all(isinstance(item, float) for item in value):
                return {"items": len(value), "start": [self.of(item) for item in value[:_FIRST]]}
            return [self.of(item) for item in value]
        if isinstance(value, tuple):
            return {"tuple": [self.of(item, within=True) for item in value]}
        if isinstance(value, dict):
            return {"dict": [[key, self.of(item)] for key, item in sorted(value.items())]}
        if isinstance(value, str):
            return {"text": bool(value.strip())}
        if isinstance(value, float):
            return {"float": None} if self._free else value
        return value if value is None or isinstance(value, (bool, int)) else {"other": type(value).__name__}

    def tensor(self, value: torch.Tensor | Sample, *, within: bool = False) -> Any:
        """Shape, element type and numbers; in a pair, classes may be integers."""
        flat = value.values if isinstance(value, Sample) else value.detach().flatten()
        kind = str(flat.dtype).removeprefix("torch.")
        found: dict[str, Any] = {
            "shape": list(value.shape),
            "dtype": "float32" if within and kind == "int64" else kind,
        }
        if self._free:
            return found | {"constant": bool((flat == flat[:1]).all()) if flat.numel() else True}
        return found | {"values": [float(f"{item:.8g}") for item in flat.double().tolist()]}

    def described(self, ok: Any) -> Any:
        """What a name stands for, with the number of its parameters that have no default."""
        fields = ok if isinstance(ok, dict) else {}
        rows = fields.get("parameters")
        rows = [row for row in rows if isinstance(row, list) and len(row) == 3] if isinstance(rows, list) else None
        needed = None if rows is None else sum(row[2] is False for row in rows)
        return [fields.get("exists") is True, fields.get("callable") is True, needed]

    def parameters(self, ok: Any) -> Any:
        """The values of parameters, without their names."""
        return [[self.of(item) for item in row[1:]] for row in _listed(ok) if isinstance(row, list)]

    def modes(self, ok: Any) -> Any:
        """The mode of the network, and those that there are in it."""
        found = [mode is True for mode in _listed(ok)]
        return [found[:1], sorted(set(found))]

    def hooks(self, ok: Any) -> Any:
        """The most that one module has, however many modules there are."""
        return max((number for number in _listed(ok) if isinstance(number, int)), default=0)

    def judged(self, ok: Any) -> Any:
        """Whether a test raised, whatever."""
        return ok is not None

    def watched(self, ok: Any) -> Any:
        """Whether there were any runs, of each kind."""
        return {str(key): bool(number) for key, number in ok.items()} if isinstance(ok, dict) else {}

    def figure(self, ok: Any) -> Any:
        """What is drawn, and which texts there are."""
        return [self._axes(axes) for axes in _listed(ok) if isinstance(axes, dict)]

    def _axes(self, axes: dict[str, Any]) -> Any:
        texts = [bool(str(axes.get(key, "")).strip()) for key in ("title", "xlabel", "ylabel")]
        scales = [str(axes.get(key)) == "log" for key in ("xscale", "yscale")]
        lines = [
            [self.of(line.get("x")), self.of(line.get("y"))]
            for line in _listed(axes.get("lines"))
            if isinstance(line, dict)
        ]
        return [*texts, *scales, axes.get("grid") is True, len(_listed(axes.get("legend"))), lines]


_FORMS = {
    "describe": Values.described,
    "parameters": Values.parameters,
    "state": Values.parameters,
    "mode": Values.modes,
    "hooks": Values.hooks,
    "judge": Values.judged,
    "watched": Values.watched,
    "figure": Values.figure,
}


def _circumstances(request: Mapping[str, Any], reply: Mapping[str, Any]) -> dict[str, Any]:
    """Of a call: whether there is a graph, a figure was left open, and which arguments are others now."""
    found: dict[str, Any] = {"graph": "graph" in reply, "drawn": "drawn" in reply}
    if "inputs" in reply:
        before = [v for v in (*request["args"], *request["kwargs"].values()) if isinstance(v, torch.Tensor)]
        after = _listed(reply["inputs"])
        found["changed"] = [not _same(old, new) for old, new in zip(before, after, strict=False)]
        found["left_off"] = reply.get("autograd_left_off") is True
    return found


def _same(old: torch.Tensor, new: Any) -> bool:
    if isinstance(new, Sample):
        step = -(-old.numel() // max(new.values.numel(), 1))
        new, old = new.values, old.detach().flatten()[::step]
    if not isinstance(new, torch.Tensor) or (old.shape, old.dtype) != (new.shape, new.dtype):
        return False
    return torch.allclose(old.detach(), new.detach(), rtol=0, atol=0, equal_nan=True)


def _handles(value: Any) -> Iterable[int]:
    """The handles in a request."""
    if isinstance(value, Handle):
        yield value.id
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _handles(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _handles(item)


def _is_zero(value: Any) -> bool:
    return isinstance(value, torch.Tensor) and not value.any()


def _listed(value: Any) -> Sequence[Any]:
    if isinstance(value, Cut):
        return value.start
    return value if isinstance(value, (list, tuple)) else []
