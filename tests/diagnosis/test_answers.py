"""Which answers say the same: what the contract leaves free does not count, and everything else does."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from autograder.diagnosis.agreement import agree, same_finding
from autograder.diagnosis.answers import normalised, remarked
from autograder.examiner.recording import TENSOR, Exchange, Record
from autograder.failures import Finding, StudentError
from autograder.wire.messages import Request
from autograder.wire.values import Foreign, Handle

NET = Handle(1, "module", "Net")
ONES = torch.ones(2)


def call(ok: Any, target: Any = "f", **parts: Any) -> Exchange:
    request = {"op": "call", "target": target, "method": "__call__", "args": parts.pop("args", []), "kwargs": {}}
    return Exchange(request, {"ok": ok, **parts})


def of(op: str, ok: Any, **request: Any) -> Exchange:
    return Exchange({"op": op, **request}, {"ok": ok})


def same(one: list[Exchange], other: list[Exchange]) -> bool:
    return agree(normalised(one), normalised(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (call(ONES), call(ONES + 1e-5)),
        (call(torch.tensor([torch.nan, torch.inf])), call(torch.tensor([torch.nan, torch.inf]))),
        (call(Handle(1, "figure", "Figure")), call(Handle(7, "figure", "Figure"))),
        (call((ONES, torch.tensor([1, 0]))), call((ONES, torch.tensor([1.0, 0.0])))),
        (call("an apple"), call("a pear")),
        (of("parameters", [["w", ONES, True]], module=NET), of("parameters", [["v", ONES, True]], module=NET)),
        (of("get_gradients", [None], parameters=NET), of("get_gradients", [0 * ONES], parameters=NET)),
        (of("mode", [True, False, False], module=NET), of("mode", [True, False], module=NET)),
        (of("hooks", [0, 1, 1], module=NET), of("hooks", [0, 1], module=NET)),
        (call(ONES, printed="yes"), call(ONES)),
        (call(Foreign("float32", "np.float32(0.5)")), call(Foreign("float32", "np.float32(0.500001)"))),
    ],
)
def test_what_the_contract_leaves_free(one: Exchange, other: Exchange) -> None:
    assert same([one], [other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (call(ONES), call(ONES + 1e-3)),
        (call(ONES), call(ONES.double())),
        (call(ONES), call(ONES.reshape(2, 1))),
        (call(torch.tensor([torch.nan])), call(torch.tensor([torch.inf]))),
        (call(torch.inf), call(-torch.inf)),
        (call(1), call(1.0)),
        (call(True), call(1)),
        (call([1.0]), call((1.0,))),
        (call(ONES), call(ONES, graph=Handle(3, "graph"))),
        (call(ONES, args=[ONES], inputs=[ONES]), call(ONES, args=[ONES], inputs=[2 * ONES])),
        (of("hooks", [0, 1], module=NET), of("hooks", [0, 2], module=NET)),
        (call(ONES), Exchange({"op": "call"}, None, "ValueError")),
        (Exchange({"op": "call"}, None, "TypeError"), Exchange({"op": "call"}, None, "ValueError")),
        (call(Foreign("ndarray", "array([1.])")), call(Foreign("ndarray", "array([2.])"))),
    ],
)
def test_what_is_another_answer(one: Exchange, other: Exchange) -> None:
    assert not same([one], [other])


def test_more_answers_are_others() -> None:
    assert not same([call(ONES)], [call(ONES), call(ONES)])


def test_a_network_that_nobody_trained_has_values_of_no_meaning() -> None:
    made, loaded = call(NET, "Net"), of("load", None, module=NET, values=[])
    one, other = call(ONES, NET), call(ONES * torch.tensor([2.0, 3.0]), NET)
    assert not same([made, loaded, one], [made, loaded, other])
    assert same([made, call(ONES + torch.tensor([0.0, 1.0]), NET)], [made, other])
    assert not same([made, other], [made, call(torch.ones(3), NET)]), "their shapes have one"


def test_a_long_training_is_told_by_its_first_losses() -> None:
    long = [1.0 / (n + 1) for n in range(300)]
    later = [*long[:100], *(loss + 0.1 for loss in long[100:])]
    assert same([call(long), call(ONES)], [call(later), call(ONES * 1.005)])
    assert not same([call(long)], [call([2.0, *long[1:]])])
    assert not same([call(long)], [call(long[:-1])]), "how many there are is told"


def test_of_texts_a_check_found_only_which_are_empty_counts() -> None:
    def found(*titles: str) -> Any:
        return remarked(Finding("value", "each of the axes has a title", got=repr([*titles])))

    assert same_finding(found("", "", "ReLU"), found("", "", "leaky ReLU"))
    assert not same_finding(found("", "", "ReLU"), found("", "sigmoid", "ReLU"))


ASKED: Request = {"op": "describe", "name": "f"}


def test_an_exception_is_kept_by_its_type() -> None:
    heard = Record().begin("test_f", with_kits=False)
    heard.heard(ASKED, StudentError("ValueError", "no"))
    assert normalised(heard.exchanges) == [{"of": "describe", "error": "ValueError"}]


def test_of_what_is_large_a_part_is_kept() -> None:
    """The student's code decides what comes back, and must not fill the grader's memory with it."""
    huge = torch.ones(1000, 1000)
    for answer in ([huge] * 200, [[0.0] * 1000] * 1000, {"x": "x" * 100_000}):
        heard = Record().begin("test_f", with_kits=False)
        heard.heard(ASKED, {"ok": answer})
        assert len(repr(normalised(heard.exchanges))) < 1_000_000
    heard = Record().begin("test_f", with_kits=False)
    heard.heard(ASKED, {"ok": [huge] * 200})
    reply = heard.exchanges[0].reply
    assert reply is not None
    assert sum(sample.values.numel() for sample in reply["ok"].start) <= 20_000 + TENSOR
