"""The wire: what is sent arrives to the bit, and whatever else arrives is a `WireError` and cheap."""

from __future__ import annotations

import json
import math
import os
import socket
import struct
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.channel.zygote import Worker
from autograder.wire import frames as wire
from autograder.wire.values import BOUNDS, DTYPES, Bounds, Foreign, Handle

INTEGERS = {1: torch.uint8, 2: torch.int16, 4: torch.int32, 8: torch.int64}
SMALL = Bounds(frame_bytes=2500, header_bytes=2048, tensors=4, rank=3, elements=100, items=50, string=80, depth=6)


# --- what crosses ---------------------------------------------------------------------------------


@st.composite
def tensors(draw: st.DrawFn) -> torch.Tensor:
    """A tensor of any allowed type and any bits, also transposed, empty, or without dimensions."""
    dtype = draw(st.sampled_from(list(DTYPES.values())))
    shape = draw(st.lists(st.integers(0, 3), max_size=4))
    count = math.prod(shape)
    if dtype is torch.bool:
        flat = torch.tensor(draw(st.lists(st.booleans(), min_size=count, max_size=count)), dtype=dtype)
    else:
        size = count * dtype.itemsize
        raw = bytearray(draw(st.binary(min_size=size, max_size=size)))
        flat = torch.frombuffer(raw, dtype=dtype) if raw else torch.empty(0, dtype=dtype)
    value = flat.reshape(shape).permute(draw(st.permutations(range(len(shape)))))
    return value.clone().requires_grad_() if dtype.is_floating_point and draw(st.booleans()) else value


leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats()
    | st.text(max_size=60)
    | st.just(torch.device("cpu"))
    | st.builds(Handle, st.integers(0, 2**40), st.text(max_size=9), st.text(max_size=9))
    | st.builds(Foreign, st.text(max_size=9), st.text(max_size=9))
    | tensors()
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=12,
)


def bits(value: torch.Tensor) -> list[int]:
    flat = value.detach().flatten()
    return (flat if flat.dtype is torch.bool else flat.view(INTEGERS[flat.dtype.itemsize])).tolist()


def facts(value: Any) -> Any:
    """A value as something that == compares to the bit, and by type."""
    if isinstance(value, torch.Tensor):
        return ["tensor", value.dtype, value.shape, value.requires_grad, value.device, bits(value)]
    if isinstance(value, float):
        return "nan" if math.isnan(value) else struct.pack("<d", value)
    if isinstance(value, (list, tuple)):
        return [type(value), *map(facts, value)]
    if isinstance(value, dict):
        return {key: facts(item) for key, item in value.items()}
    return [type(value), value]


def there_and_back(value: Any, bounds: Bounds = BOUNDS) -> Any:
    return wire.decode(wire.encode({"value": value}, bounds), bounds)["value"]


@given(values)
@settings(max_examples=100, deadline=None)
def test_every_value_arrives_to_the_bit(value: Any) -> None:
    assert facts(there_and_back(value)) == facts(value)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, -0.0, 0.0, 5e-324, 1.7976931348623157e308, 0.1])
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.float16, torch.bfloat16], ids=str)
def test_special_numbers_arrive(number: float, dtype: torch.dtype) -> None:
    tensor = torch.tensor([number], dtype=dtype)
    assert facts(there_and_back([number, tensor])) == facts([number, tensor])


def test_the_payload_of_a_nan_arrives() -> None:
    strange = torch.tensor([0x7FF800000000BEEF, -1], dtype=torch.int64).view(torch.float64)
    assert bits(there_and_back(strange)) == [0x7FF800000000BEEF, -1]


def test_a_transposed_tensor_is_transposed_on_the_other_side() -> None:
    sent = torch.arange(24.0).reshape(2, 3, 4).permute(2, 0, 1)
    arrived = there_and_back(sent)
    assert torch.equal(arrived, sent)
    assert not arrived.is_contiguous()
    assert arrived.stride() == sent.stride()


def test_tensors_that_share_memory_arrive_as_copies() -> None:
    x = torch.zeros(3)
    first, second = there_and_back([x, x])
    first += 1
    assert torch.equal(second, torch.zeros(3))
    assert torch.equal(x, torch.zeros(3))


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        (2**63, "int"),
        (1j, "complex"),
        (b"raw", "bytes"),
        ({1, 2}, "set"),
        ({1: 2}, "dict"),
        (object(), "object"),
        (torch.zeros(2, dtype=torch.complex64), "torch.Tensor"),
        (torch.zeros(2).to_sparse(), "torch.Tensor"),
        (torch.zeros(2, device="meta"), "torch.Tensor"),
        (torch.zeros([1] * 17), "torch.Tensor"),
        (torch.zeros(10**9, 0), "torch.Tensor"),
        ([0] * 100_001, "list"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_cross_is_described(value: Any, type_name: str) -> None:
    arrived = there_and_back(value)
    assert isinstance(arrived, Foreign)
    assert arrived.type_name == type_name


def test_the_last_of_too_many_tensors_are_described() -> None:
    *sent, left_out = there_and_back([torch.ones(1)] * 5, SMALL)
    assert all(torch.equal(tensor, torch.ones(1)) for tensor in sent)
    assert isinstance(left_out, Foreign)


def test_a_value_that_holds_itself_is_cut_short() -> None:
    endless: list[Any] = []
    endless.append(endless)
    assert "nested too deeply" in str(there_and_back(endless))
    endless.append(endless)
    with pytest.raises(wire.WireError, match="too large to send"):
        wire.encode({"value": endless})


def test_a_long_text_is_cut() -> None:
    assert there_and_back("x" * 1000, SMALL) == "x" * 80


@pytest.mark.parametrize("wrap", [str, lambda text: Foreign(text, text), lambda text: {text: text}])
def test_text_that_no_file_could_hold_is_repaired(wrap: Callable[[str], Any]) -> None:
    assert there_and_back(wrap("a\ud800b")) == wrap("a?b")


# --- bounds ---------------------------------------------------------------------------------------


def blob(header: Any, data: bytes = b"") -> bytes:
    """A frame with this header, whatever it claims."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def frame(message: Any, data: bytes = b"", **claimed: Any) -> bytes:
    """A frame with this message, in the form in which it is packed, and these tensors."""
    return blob({"__metadata__": {"message": json.dumps(message)}, **claimed}, data)


def claim(dtype: str, shape: Any, size: int) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [0, size]}


ONE = {"dict": {"x": {"tensor": ["0", "cpu", False, [0]]}}}

TOO_MUCH = {
    "elements": frame(ONE, **{"0": claim("F32", [10**9], 4 * 10**9)}),
    "elements of no bytes": frame(ONE, **{"0": claim("F32", [10**9, 0], 0)}),
    "more elements than a machine counts": frame(ONE, **{"0": claim("F32", [10**9] * 16, 8)}),
    "negative": frame(ONE, **{"0": claim("F32", [-1], 4)}, data=bytes(4)),
    "boolean shape": frame(ONE, **{"0": claim("F32", [True], 4)}, data=bytes(4)),
    "rank": frame(ONE, **{"0": claim("F32", [1] * 17, 4)}, data=bytes(4)),
    "element type": frame(ONE, **{"0": claim("F8_E5M2", [4], 4)}, data=bytes(4)),
    "tensors": frame(ONE, **{str(i): claim("F32", [0], 0) for i in range(257)}),
    "message": blob({"__metadata__": {"message": '"' + "x" * BOUNDS.header_bytes + '"'}}),
    "header": struct.pack("<Q", 2**40) + bytes(100),
    "depth of the header": blob(b"[" * 100_000),
}


@pytest.mark.parametrize("hostile", TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_refused_before_a_tensor_is_loaded(hostile: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(data: bytes) -> Any:
        pytest.fail("bounds are for before loading")

    monkeypatch.setattr(safetensors.torch, "load", loaded)
    with pytest.raises(wire.WireError):
        wire.decode(hostile)


def nested(levels: int) -> Any:
    value: Any = None
    for _ in range(levels):
        value = {"list": [value]}
    return value


MALFORMED = {
    "empty": b"",
    "only a length": struct.pack("<Q", 0),
    "no message": blob({}),
    "no metadata": blob({"__metadata__": {}}),
    "header is a list": blob([]),
    "header is not JSON": blob(b"{'a': 1}"),
    "header is not UTF-8": blob(b"\xff\xfe"),
    "message is a number": blob({"__metadata__": {"message": 3}}),
    "message is not JSON": blob({"__metadata__": {"message": "{"}}),
    "not a dict": frame({"list": []}),
    "bare dict": frame({"id": 1}),
    "two tags": frame({"dict": {}, "list": []}),
    "unknown tag": frame({"dict": {"x": {"set": []}}}),
    "list of a text": frame({"dict": {"x": {"list": "abc"}}}),
    "tuple of a dict": frame({"dict": {"x": {"tuple": {"a": 1}}}}),
    "dict of a list": frame({"dict": {"x": {"dict": [1]}}}),
    "depth": frame({"dict": {"x": nested(60)}}),
    "items": frame({"dict": {"x": {"list": [None] * 100_001}}}),
    "items in parts": frame({"dict": {str(i): {"list": [None] * 50_000} for i in range(3)}}),
    "large int": frame({"dict": {"x": 2**63}}),
    "int of many digits": blob({"__metadata__": {"message": '{"dict":{"x":' + "9" * 5000 + "}}"}}),
    "long text": frame({"dict": {"x": "x" * (BOUNDS.string + 1)}}),
    "tensor that is not there": frame(ONE),
    "tensor with too few bytes": frame(ONE, **{"0": claim("F32", [4], 16)}, data=bytes(8)),
    "tensor with too many bytes": frame(ONE, **{"0": claim("F32", [1], 4)}, data=bytes(8)),
    "tensor of another size": frame(ONE, **{"0": claim("F32", [4], 4)}, data=bytes(4)),
    "tensor name unhashable": frame({"dict": {"x": {"tensor": [[], "cpu", False, []]}}}),
    "tensor layout": frame(
        {"dict": {"x": {"tensor": ["0", "cpu", False, [5]]}}}, bytes(4), **{"0": claim("F32", [1], 4)}
    ),
    "tensor layout of booleans": frame(
        {"dict": {"x": {"tensor": ["0", "cpu", False, [False]]}}}, bytes(4), **{"0": claim("F32", [1], 4)}
    ),
    "tensor device": frame(
        {"dict": {"x": {"tensor": ["0", "meta", False, [0]]}}}, bytes(4), **{"0": claim("F32", [1], 4)}
    ),
    "tensor twice": frame(
        {"dict": {"x": {"list": [ONE["dict"]["x"]] * 2}}}, bytes(4), **{"0": claim("F32", [1], 4)}
    ),
    "device": frame({"dict": {"x": {"device": "nowhere"}}}),
    "device of another kind": frame({"dict": {"x": {"device": {}}}}),
    "handle": frame({"dict": {"x": {"handle": ["1", "module", "Net"]}}}),
    "handle true": frame({"dict": {"x": {"handle": [True, "module", "Net"]}}}),
    "handle short": frame({"dict": {"x": {"handle": [1]}}}),
    "foreign": frame({"dict": {"x": {"foreign": ["int", 5]}}}),
}


@pytest.mark.parametrize("hostile", MALFORMED.values(), ids=MALFORMED)
def test_malformed_frames_are_refused(hostile: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(hostile)


def test_text_with_escaped_quotes_costs_no_more_than_its_length() -> None:
    """A pattern that backtracks would look at this for hours."""
    with pytest.raises(wire.WireError):
        wire.decode(blob({"__metadata__": {"message": '\\"' * 500_000}}))


def test_brackets_in_texts_do_not_count_as_depth() -> None:
    assert there_and_back(["[" * 500, '"' + "{" * 500, "\\"]) == ["[" * 500, '"' + "{" * 500, "\\"]


@pytest.mark.parametrize(
    "value",
    [
        ["x" * 80] * 40,
        [torch.zeros(90, dtype=torch.float64)] * 4,
        [[0] * 20] * 3,
    ],
    ids=["message", "frame", "items"],
)
def test_too_much_is_not_sent_either(value: Any) -> None:
    with pytest.raises(wire.WireError, match="too large to send"):
        wire.encode({"value": value}, SMALL)


# --- fuzzing the decoder --------------------------------------------------------------------------


VALID = wire.encode(
    {
        "id": 7,
        "ok": [torch.arange(6.0).reshape(2, 3).T, torch.ones(2, dtype=torch.bool), (1, 2.5, None, "text")],
        "more": {"handle": Handle(3, "module", "Net"), "foreign": Foreign("set", "{1}")},
    }
)


def decodes_or_refuses(data: bytes) -> None:
    """Raises nothing but WireError, and keeps what it allocates in proportion to what was sent."""
    tracemalloc.start()
    try:
        message = wire.decode(data)
    except wire.WireError:
        message = {}
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert isinstance(message, dict)
    assert peak < 100 * len(data) + 2**18


@given(st.binary(max_size=600))
@settings(max_examples=100, deadline=None)
def test_random_bytes(data: bytes) -> None:
    decodes_or_refuses(data)
    decodes_or_refuses(blob(data))


@given(st.integers(0, len(VALID) - 1))
@settings(max_examples=100, deadline=None)
def test_truncations(length: int) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(VALID[:length])


@given(st.lists(st.tuples(st.integers(0, len(VALID) - 1), st.integers(0, 7)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_bit_flips(flips: list[tuple[int, int]]) -> None:
    data = bytearray(VALID)
    for place, bit in flips:
        data[place] ^= 1 << bit
    decodes_or_refuses(bytes(data))


@given(st.integers(0, len(VALID)), st.integers(0, 40), st.binary(max_size=40))
@settings(max_examples=100, deadline=None)
def test_splices(start: int, removed: int, inserted: bytes) -> None:
    decodes_or_refuses(VALID[:start] + inserted + VALID[start + removed :])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
tags = st.sampled_from(["list", "tuple", "dict", "tensor", "device", "handle", "foreign"])


@given(tags, json_values)
@settings(max_examples=300, deadline=None)
def test_any_json_behind_a_known_tag(tag: str, body: Any) -> None:
    decodes_or_refuses(frame({"dict": {"x": {tag: body}}}, bytes(4), **{"0": claim("F32", [1], 4)}))


@given(st.dictionaries(st.sampled_from(["dtype", "shape", "data_offsets"]), json_values, max_size=3))
@settings(max_examples=200, deadline=None)
def test_any_json_in_the_claims_of_a_tensor(changed: dict[str, Any]) -> None:
    decodes_or_refuses(frame(ONE, bytes(4), **{"0": claim("F32", [1], 4) | changed}))


# --- over a connection ----------------------------------------------------------------------------


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    mine, theirs = socket.socketpair()
    with mine, theirs:
        yield mine, theirs


Pair = tuple[socket.socket, socket.socket]


def soon(seconds: float = 0.2) -> float:
    return time.monotonic() + seconds


def in_background(action: Callable[[], None]) -> None:
    def run() -> None:
        try:
            action()
        except OSError:
            return  # the test is over and has closed the connection

    threading.Thread(target=run, daemon=True).start()


def test_a_large_message_arrives_in_pieces(pair: Pair) -> None:
    x = torch.randn(500_000)
    in_background(lambda: wire.send(pair[0], {"x": x}, soon(30)))
    assert torch.equal(wire.receive(pair[1], soon(30))["x"], x)


def test_messages_arrive_one_by_one(pair: Pair) -> None:
    for number in range(3):
        wire.send(pair[0], {"id": number}, soon())
    assert [wire.receive(pair[1], math.inf)["id"] for _ in range(3)] == [0, 1, 2]


def test_a_silent_peer_runs_into_the_deadline(pair: Pair) -> None:
    with pytest.raises(wire.WireTimeout):
        wire.receive(pair[0], soon(0.05))


def test_a_deadline_in_the_past_is_not_waited_for(pair: Pair) -> None:
    wire.send(pair[1], {"id": 1}, soon())
    with pytest.raises(wire.WireTimeout):
        wire.receive(pair[0], soon(-1))


def test_a_peer_that_does_not_read_runs_into_the_deadline(pair: Pair) -> None:
    with pytest.raises(wire.WireTimeout):
        wire.send(pair[0], {"x": torch.zeros(2_000_000)}, soon(0.1))


def test_a_peer_that_is_gone_is_noticed(pair: Pair) -> None:
    pair[1].close()
    with pytest.raises(wire.WireClosed):
        wire.receive(pair[0], soon())
    with pytest.raises(wire.WireClosed):
        wire.send(pair[0], {"x": torch.zeros(2_000_000)}, soon())


def test_a_peer_that_leaves_in_the_middle_is_noticed(pair: Pair) -> None:
    pair[1].sendall(struct.pack("<Q", len(VALID)) + VALID[:50])
    pair[1].close()
    with pytest.raises(wire.WireClosed):
        wire.receive(pair[0], soon())


def test_an_oversized_frame_is_refused_at_its_length(pair: Pair) -> None:
    pair[1].sendall(struct.pack("<Q", BOUNDS.frame_bytes + 1))
    with pytest.raises(wire.WireError, match="at most") as refused:
        wire.receive(pair[0], soon())
    assert not isinstance(refused.value, wire.WireTimeout)


def dribble(sock: socket.socket, data: bytes) -> None:
    """One byte at a time, each soon after the other, for longer than any test waits."""
    for place in range(len(data)):
        sock.sendall(data[place : place + 1])
        time.sleep(0.02)


def test_a_dribbling_peer_meets_one_deadline(pair: Pair) -> None:
    in_background(lambda: dribble(pair[1], struct.pack("<Q", 10**6) + bytes(10**6)))
    with pytest.raises(wire.WireTimeout):
        wire.receive(pair[0], soon(0.3))


@pytest.fixture
def worker(pair: Pair) -> Iterator[Worker]:
    """The grader's end of a connection whose other end the test plays; there is no process to kill."""
    log = os.open(os.devnull, os.O_RDONLY)
    yield Worker(pair[0], -1, None, log)
    os.close(log)


def test_an_exchange_has_one_deadline_for_question_and_answer(worker: Worker, pair: Pair) -> None:
    def slow() -> None:
        wire.receive(pair[1], math.inf)
        dribble(pair[1], struct.pack("<Q", 10**6) + bytes(10**6))

    in_background(slow)
    with pytest.raises(wire.WireTimeout):
        worker.exchange({"op": "source"}, 0.3)


@pytest.mark.parametrize("number", [0, 2, None, "1", [1]])
def test_an_answer_to_another_question_is_refused(worker: Worker, pair: Pair, number: Any) -> None:
    wire.send(pair[1], {"id": number, "ok": "full marks"}, soon())
    with pytest.raises(wire.WireError, match="nobody asked for"):
        worker.exchange({"op": "source"}, 1.0)


def test_a_second_answer_is_refused(worker: Worker, pair: Pair) -> None:
    for _ in range(2):
        wire.send(pair[1], {"id": 1, "ok": None}, soon())
    assert worker.exchange({"op": "source"}, 1.0)["ok"] is None
    with pytest.raises(wire.WireError, match="nobody asked for"):
        worker.exchange({"op": "source"}, 1.0)
