"""The messages between grader and worker: every request is named, and a worker takes what is named."""

from __future__ import annotations

import inspect
from typing import Any, NotRequired, get_args, get_origin, get_type_hints

import pytest

from autograder.wire import messages
from autograder.worker.answers import Answers
from autograder.worker.kit import MAKERS

#: What a worker does itself, whose answers are not those of a namespace.
OF_A_WORKER = {"device", "place", "open", "run"}
OPS = [(op, form) for form in get_args(messages.Request) for op in get_args(get_type_hints(form)["op"])]
REQUESTS: dict[str, Any] = dict(OPS)
ANSWERED = {name.removeprefix("on_") for name in vars(Answers) if name.startswith("on_")}


def test_every_request_has_one_name_and_whatever_is_answered_is_one() -> None:
    assert len(OPS) == len(REQUESTS)
    assert REQUESTS.keys() == ANSWERED | OF_A_WORKER


@pytest.mark.parametrize("op", sorted(ANSWERED))
def test_a_request_says_what_its_answer_takes(op: str) -> None:
    taken = inspect.signature(getattr(Answers, f"on_{op}")).parameters.values()
    needed = {p.name for p in taken if p.default is p.empty} - {"self"}
    named = get_type_hints(REQUESTS[op], include_extras=True)
    optional = {name for name, kind in named.items() if get_origin(kind) is NotRequired}
    assert named.keys() - optional == needed | {"op"}
    assert optional == {p.name for p in taken if p.default is not p.empty}


def test_what_the_kit_makes_is_named() -> None:
    assert set(get_args(messages.Made)) == set(MAKERS)
