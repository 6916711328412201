"""The device that submissions train on: nobody asks for it where a fork or the grader would suffer from that."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Unpack

import pytest
import torch

from autograder.channel import devices
from autograder.channel.inline import InlineChannel
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.cli import output
from autograder.course.courses import kits_own
from autograder.examiner.session import Examiner
from autograder.failures import GraderError
from autograder.grading import sandboxed, work
from autograder.grading.examine import examine_all, ungraded
from autograder.grading.job import Job
from autograder.grading.work import Setting
from autograder.nbgrader import pool
from autograder.nbgrader.examine import Examine
from autograder.report.results import Report
from autograder.sandbox.probe import Walls
from autograder.student import Student
from autograder.submission.cells import Cell, Submission
from autograder.wire import frames as wire
from autograder.wire.messages import Call, Options, Request
from autograder.wire.values import device_of, said_to_be_on
from autograder.worker import devices as asked
from autograder.worker import zygote as zygotes
from tests.banks import ROOT

CUDA = torch.device("cuda", 0)
DTYPE = ["test_sigmoid_exists", "test_sigmoid_shape", "test_sigmoid_dtype"]
SOLUTION = ROOT / "solutions" / "xor.py"

# --- before the fork ----------------------------------------------------------------------------------------

#: A process in which a GPU may be there, and every way of asking for one ends the process.
REFUSES = """
import functools, gc, sys, warnings
warnings.simplefilter("ignore")
import torch

def refuse(owner, name):
    def asking(*_, **__):
        raise SystemExit(f"somebody asks {name}")
    setattr(owner, name, asking)

questions = ("is_available device_count current_device current_accelerator current_device_index current_stream "
    "get_device_properties get_device_capability init _lazy_init synchronize is_current_stream_capturing "
    "_raw_device_count_nvml _device_count_nvml _nvml_based_avail is_bf16_supported").split()
for owner in (torch.cuda, torch.xpu, torch.mps, torch.mtia, torch.accelerator, torch.backends.mps):
    for name in set(questions) & set(dir(owner)):
        refuse(owner, name)
below = ("_cuda_getDeviceCount _cuda_init _cuda_isCurrentStreamCapturing _cuda_getCurrentRawStream "
    "_cuda_getDefaultStream _xpu_getDeviceCount _xpu_init _xpu_getCurrentRawStream _mps_is_available _mtia_init "
    "_mps_currentAllocatedMemory _mtia_getDeviceCount _accelerator_getAccelerator _accelerator_getDeviceIndex "
    "_accelerator_getStream").split()
for name in below:
    refuse(torch._C, name)
torch.cuda._is_compiled = torch.backends.cuda.is_built = lambda: True

def filled():
    caches = (o for o in gc.get_objects() if isinstance(o, functools._lru_cache_wrapper))
    return {f"{o.__module__}.{o.__qualname__}" for o in caches if o.cache_info().currsize}

from autograder.worker import devices, zygote
before = filled()
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


@pytest.mark.ci
def test_the_warm_up_never_asks_for_a_gpu_and_remembers_no_answer() -> None:
    told = run(REFUSES + "zygote.warm_up(); print(*sorted(filled() - before))")
    assert told.returncode == 0, told.stderr
    remembered = told.stdout.split()
    assert remembered, "the warm-up fills caches: this looks at them"
    words = ("cuda", "gpu", "device", "accelerator", "mps", "xpu", "has_triton")
    about = [name for name in remembered if any(word in name.rpartition("torch.")[2].lower() for word in words)]
    assert [name for name in about if not name.endswith(".has_triton_package")] == []


def test_after_the_warm_up_the_questions_are_torchs_own() -> None:
    told = run(
        REFUSES
        + "with devices.unasked(): assert not torch.cuda.is_available() and not torch.accelerator.is_available()\n"
        + "try: torch.accelerator.is_available()\nexcept SystemExit: torch.cuda.is_available()"
    )
    assert told.stderr.strip() == "somebody asks is_available"


@pytest.mark.long
def test_without_the_answer_the_warm_up_would_ask() -> None:
    """So that the test above can fail."""
    told = run(REFUSES + "zygote.warm_up.__wrapped__()")
    assert told.returncode == 1
    assert "somebody asks" in told.stderr


def test_a_driver_that_has_started_all_the_same_is_named_with_what_to_do() -> None:
    sentence = zygotes._too_many(["cuda-EvtHandlr", "python"])
    assert "(cuda-EvtHandlr, python)" in sentence
    assert "the driver of a GPU" in sentence
    assert "pip install -c constraints.txt" in sentence
    assert "\n" not in sentence


@pytest.mark.ci
def test_a_zygote_with_a_thread_ends_with_that_sentence() -> None:
    told = run(
        "import threading, time\nfrom autograder.worker import zygote\nzygote._assert_single_thread()\n"
        "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nzygote._assert_single_thread()"
    )
    assert told.returncode == 1
    assert "a library has started 1 more in it" in told.stderr
    assert "a debugger, a profiler" in told.stderr.splitlines()[-1]


# --- where student code runs --------------------------------------------------------------------------------


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A process whose torch says what a test tells it to; afterwards it is as it was."""
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    monkeypatch.delenv("HIP_VISIBLE_DEVICES", raising=False)
    for owner, name, _ in asked._answered_no():
        monkeypatch.setattr(owner, name, getattr(owner, name))
    return monkeypatch


def seeded() -> Any:
    """The `available_device` that a submission in the lesson on XOR finds."""
    scope: dict[str, Any] = {}
    for line in kits_own().given("xor"):
        exec(line, scope)
    return scope["available_device"]


def test_a_hidden_gpu_is_hidden_from_every_question(machine: pytest.MonkeyPatch) -> None:
    machine.setattr(torch.cuda, "is_available", lambda: True)
    machine.setattr(torch.backends.mps, "is_available", lambda: True)
    machine.setattr(torch.accelerator, "current_accelerator", lambda **_: torch.device("cuda"))
    assert seeded()() == torch.device("cuda")
    asked.hide()
    assert seeded()() == torch.device("cpu")
    assert torch.cuda.device_count() == 0
    assert torch.accelerator.current_accelerator(check_available=True) is None
    assert asked.computes_on()[0] == "cpu"


def test_a_gpu_that_cannot_be_used_is_passed_over_with_the_reason(machine: pytest.MonkeyPatch) -> None:
    """As in a sandbox that binds no device, or on a card whose memory is full."""
    machine.setattr(torch.cuda, "is_available", lambda: True)
    machine.setattr(torch.backends.mps, "is_available", lambda: False)
    machine.setattr(torch, "ones", lambda *_, **__: (_ for _ in ()).throw(RuntimeError("out of\nmemory")))
    device, reasons = asked.computes_on()
    assert device == "cpu"
    assert reasons["cuda"] == "out of memory"
    assert "finds none" in reasons["mps"]


def test_a_driver_that_cannot_be_started_is_told_in_its_own_words(machine: pytest.MonkeyPatch) -> None:
    """torch only warns of it, and says that there is none."""
    said = partial(warnings.warn, "Error 304: OS call failed", stacklevel=1)
    machine.setattr(torch.cuda, "is_available", lambda: said() or False)
    machine.setattr(torch.backends.mps, "is_available", lambda: False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, reasons = asked.computes_on()
    assert "finds none: Error 304: OS call failed" in reasons["cuda"]
    assert reasons["mps"] == f"torch {torch.__version__} finds none"


@pytest.mark.parametrize("there", ["cuda", "mps"])
def test_the_best_device_that_works_is_taken(machine: pytest.MonkeyPatch, there: str) -> None:
    for owner, name in ((torch.cuda, "cuda"), (torch.backends.mps, "mps")):
        machine.setattr(owner, "is_available", lambda name=name: name == there)
    ones = torch.ones
    made = []
    machine.setattr(torch, "ones", lambda *size, device: made.append(device) or ones(*size))
    assert asked.computes_on()[0] == there
    assert made == [there]


SEES = """
import os, torch
from torch import nn
class Told(nn.Module): pass
def xor_data(device=None): return [os.environ.get("CUDA_VISIBLE_DEVICES"), torch.cuda.is_available()]
"""


@pytest.mark.ci
@pytest.mark.parametrize(("device", "sees"), [("cpu", "-1"), ("auto", "0")])
def test_a_submission_on_the_cpu_sees_no_gpu_without_any_wall(
    device: str, sees: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    zygote = Zygote(device=device)
    channel = ProcessChannel(zygote, Submission("one", Path("one.py"), "script", (Cell(SEES),)))
    try:
        request: Call = {"op": "call", "target": "xor_data", "method": "__call__", "args": [], "kwargs": {}}
        found: Any = channel.ask(request, 20.0)["ok"]
        assert found[0] == sees
        if device == "cpu":
            assert found[1] is False
            assert channel.ask({"op": "device"}, 60.0)["ok"] == "cpu"
    finally:
        channel.stop()
        zygote.close()


# --- a device is carried, and the grader asks for none ------------------------------------------------------


def test_a_tensor_from_a_gpu_arrives_on_the_cpu_and_remembers_it(machine: pytest.MonkeyPatch) -> None:
    for owner, name, _ in asked._answered_no():
        machine.setattr(owner, name, lambda *_, **__: pytest.fail("the grader asks for a GPU"))
    sent = said_to_be_on(torch.ones(2), CUDA)
    message = wire.decode(wire.encode({"value": [sent, CUDA]}))
    value, device = message["value"]
    assert value.device.type == "cpu"
    assert device_of(value) == device == CUDA
    again = wire.encode({"value": value})  # back to the student's side, it goes where it came from
    assert b"cuda:0" in again
    assert device_of(wire.decode(again)["value"]) == CUDA


def test_on_the_students_side_a_tensor_goes_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = []
    monkeypatch.setattr(torch.Tensor, "to", lambda self, where: moved.append(where) or self)
    frame = wire.encode({"value": said_to_be_on(torch.ones(2), CUDA)})
    moved.clear()
    wire.decode(frame, placed=True)
    assert moved == [CUDA]


@pytest.mark.parametrize("name", ["meta", "xpu:0", "nowhere", "cuda:x", 5])
def test_other_devices_do_not_cross(name: object) -> None:
    frame = wire.encode({"value": CUDA}).replace(b'\\"cuda:0\\"', b'\\"' + str(name).encode().ljust(6) + b'\\"')
    with pytest.raises(wire.WireError):
        wire.decode(frame)


class Elsewhere(InlineChannel):
    """A submission whose process says where it computes, and whose tensors come back from a GPU where `moves`."""

    def __init__(self, function: Any, answer: object, moves: Callable[[Call], bool]) -> None:
        super().__init__({"__name__": "submission", function.__name__: function})
        self._answer, self._moves = answer, moves

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> dict[str, Any]:
        if request["op"] == "device":
            return {"ok": self._answer}
        reply: Any = super().ask(request, timeout, **options)
        if request["op"] == "call" and self._moves(request):
            values = reply["ok"] if isinstance(reply["ok"], tuple) else [reply["ok"]]
            for value in values:
                said_to_be_on(value, CUDA)
        return reply


def xor_data(device: Any = None) -> tuple[torch.Tensor, torch.Tensor]:
    """The table."""
    inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return inputs.to(device), torch.tensor([[0.0], [1.0], [1.0], [0.0]]).to(device)


def xor_data_checked(examiner: Examiner, answer: object) -> Report:
    """The report on a submission whose default device is a GPU, and whose process says this."""
    channel = Elsewhere(xor_data, answer, lambda parameters: parameters["kwargs"]["device"] is None)
    only = ["test_xor_data_exists", "test_xor_data_device"]
    return examiner.examine(channel, "xor", "somebody", ["xor_data"], only=only)


def test_the_report_says_the_device_that_the_submissions_process_said(examiner: Examiner) -> None:
    report = xor_data_checked(examiner, "cuda")
    assert report.passed, report
    assert report.as_json()["device"] == report.device == "cuda"


@pytest.mark.parametrize("answer", ["cpu", "a toaster", None, ["cuda"], 7])
def test_anything_else_that_it_says_is_the_cpu(answer: object, examiner: Examiner) -> None:
    report = xor_data_checked(examiner, answer)
    assert report.device == "cpu"
    (failed,) = [check for check in report.exercises[0].checks if check.outcome != "passed"]
    assert "xor_data(device=None) is on cpu" in failed.message
    assert failed.finding is not None
    assert "cuda:0" in failed.finding.got


def test_a_function_whose_result_is_elsewhere_is_seen_with_and_without_a_graph(examiner: Examiner) -> None:
    def sigmoid(x: torch.Tensor) -> torch.Tensor:
        return 1 / (1 + (-x).exp())

    channel = Elsewhere(sigmoid, "cuda", lambda _: True)
    report = examiner.examine(channel, "activations", "somebody", ["sigmoid"], only=DTYPE)
    (failed,) = [check for check in report.exercises[0].checks if check.outcome == "failed"]
    assert "it is on cpu" in failed.message
    x = torch.ones(2, requires_grad=True)
    assert device_of(Student(channel).sigmoid(x)) == device_of(Student(channel).sigmoid(x.detach())) == CUDA


def test_the_grader_asks_for_no_gpu_while_it_examines(
    examiner: Examiner, zygote: Zygote, machine: pytest.MonkeyPatch
) -> None:
    for owner, name, _ in asked._answered_no():
        machine.setattr(owner, name, lambda *_, **__: pytest.fail("the grader asks for a GPU"))
    with pytest.raises(pytest.fail.Exception):  # as an oracle does, that steps an optimizer of torch's
        torch.cuda.is_available()
    exercise = ("SGD",)
    job = Job(SOLUTION.parent / "optimizers.py", "optimizers", "somebody", exercise)
    (report,) = examine_all([job], examiner, zygote)
    assert report.passed
    assert ungraded(job, "a reason").device == "cpu"


# --- asking for one ------------------------------------------------------------------------------------------


def test_every_way_to_ask_offers_the_same_devices() -> None:
    assert tuple(output.Device) == devices.CHOICES
    assert Examine.device.values == devices.CHOICES
    assert Examine().device == "cpu"
    assert Examine.device.metadata["config"] is True


@pytest.mark.parametrize("device", ["cuda", pytest.param("mps", marks=pytest.mark.long)])
def test_a_device_that_is_not_there_is_said_before_anything_is_graded(
    device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    if device == "mps" and torch.backends.mps.is_available():
        pytest.skip("this machine has what is to be missing")
    zygote = Zygote(device=device)
    with pytest.raises(GraderError, match=f"cannot be run on {device} here: .*; ask for the device cpu"):
        devices.tried(zygote)
    assert zygote._process.poll() is not None


@pytest.mark.parametrize("device", ["cpu", "auto"])
def test_what_is_always_there_is_not_tried(device: str) -> None:
    class Untried:
        def fork(self) -> None:
            pytest.fail("a worker was started for nothing")

    untried: Any = Untried()
    untried.device = device
    assert devices.tried(untried) is untried


class Answering:
    """A zygote whose workers say this of their device."""

    def __init__(self, answer: object) -> None:
        self.device, self.answer, self.closed = "cuda", answer, False

    def fork(self) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self

    def exchange(self, request: Request, seconds: float) -> Any:
        assert request == {"op": "device"}
        return self.answer

    def kill(self) -> None:
        """It is one of ours."""

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"ok": "cpu", "reasons": {"cuda": "No CUDA GPUs are available"}}, "No CUDA GPUs are available"),
        ({"ok": "mps"}, "None"),
        ({}, "None"),
        (GraderError("no worker can be started: out of memory"), "out of memory"),
    ],
)
def test_what_the_trial_found_is_told(answer: Any, says: str) -> None:
    zygote: Any = Answering(answer)
    with pytest.raises(GraderError, match=says):
        devices.tried(zygote)
    assert zygote.closed


def test_a_device_that_works_is_kept() -> None:
    zygote: Any = Answering({"ok": "cuda", "reasons": {}})
    assert devices.tried(zygote) is zygote
    assert not zygote.closed


@pytest.fixture
def walls(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A machine with a sandbox; the zygotes that would be started in it."""
    started: list[Any] = []

    class Started:
        def __init__(self, wrapper: Any, sandbox: str, limits: Any, device: str) -> None:
            self.wrapper, self.sandbox, self.limits, self.device = wrapper, sandbox, limits, device
            started.append(self)

    monkeypatch.setattr(sandboxed, "Zygote", Started)
    monkeypatch.setattr(sandboxed, "probe", lambda *_: Walls(sufficient=True))
    monkeypatch.setattr(sandboxed.gpu, "files", tuple)
    monkeypatch.setattr(sandboxed, "tried", lambda zygote: zygote)
    return started


@pytest.mark.parametrize("device", ["cpu", "auto"])
def test_without_a_card_the_sandbox_is_what_it_always_was(walls: list[Any], device: str) -> None:
    zygote: Any = sandboxed.sandboxed_zygote(device=device)
    assert zygote.device == "cpu"
    assert zygote.wrapper.func is sandboxed.bwrap_command
    assert "gpu" not in zygote.wrapper.keywords
    assert zygote.limits["gpu"] is False


@pytest.mark.parametrize(("device", "says"), [("cuda", "no NVIDIA card"), ("mps", "can only be cuda")])
def test_a_sandbox_says_what_it_cannot_have(walls: list[Any], device: str, says: str) -> None:
    with pytest.raises(GraderError, match=says):
        sandboxed.sandboxed_zygote(device=device)
    assert not walls


@pytest.mark.parametrize("device", ["cuda", "auto"])
def test_a_card_is_given_to_the_sandbox_where_it_is_asked_for(
    walls: list[Any], device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (Path("/dev/nvidia0"), Path("/dev/nvidiactl"))
    monkeypatch.setattr(sandboxed.gpu, "files", lambda: files)
    zygote: Any = sandboxed.sandboxed_zygote(device=device)
    assert zygote.device == "cuda"
    assert zygote.wrapper.keywords["gpu"] == files
    assert zygote.limits["gpu"] is True
    assert sandboxed.sandboxed_zygote().limits["gpu"] is False  # type: ignore[attr-defined]  # of a fake


def test_auto_falls_back_to_the_cpu_where_the_card_cannot_be_used(
    walls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(zygote: Any) -> Any:
        raise devices.not_here(zygote.device, "the driver is another version's")

    monkeypatch.setattr(sandboxed.gpu, "files", lambda: (Path("/dev/nvidia0"),))
    monkeypatch.setattr(sandboxed, "tried", refused)
    assert sandboxed.sandboxed_zygote(device="auto").device == "cpu"
    with pytest.raises(GraderError, match="another version's"):
        sandboxed.sandboxed_zygote(device="cuda")


def test_where_a_class_ran_is_said() -> None:
    assert devices.in_words("cpu", "bubblewrap") == "on the CPU, and no GPU is within their reach"
    assert "opens the sandbox to its driver" in devices.in_words("cuda", "bubblewrap")
    assert devices.in_words("mps", "none") == "on mps"
    assert "each of them" in devices.in_words("auto", "none")


def test_nbgrader_is_told_where_the_class_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[Any] = []
    monkeypatch.setattr(sandboxed, "probe", lambda: Walls(sufficient=True))
    monkeypatch.setattr(work, "sandboxed_zygote", lambda **how: said.append(how) or Answering({}))
    monkeypatch.setattr(work, "course_salt", lambda _: "salt")
    monkeypatch.setattr(pool, "get_logger", lambda: SimpleNamespace(info=lambda *words: said.append(words)))
    monkeypatch.setattr(pool, "lacking", tuple)
    assert pool._setting(Path(), False, "cuda") == Setting(Path(), "salt", "bubblewrap", False, "cuda")
    assert said == [
        {"trusted": False, "device": "cuda"},
        ("submissions run %s", devices.in_words("cuda", "bubblewrap")),
    ]


def test_a_wall_that_does_not_hold_beside_a_card_keeps_it_out(
    walls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though they hold without it."""
    holes = ("student code can see the host's processes",)
    monkeypatch.setattr(sandboxed.gpu, "files", lambda: (Path("/dev/nvidia0"),))
    monkeypatch.setattr(
        sandboxed, "probe", lambda opened=(): Walls(missing=holes if opened else (), sufficient=not opened)
    )
    with pytest.raises(GraderError, match="see the host's processes"):
        sandboxed.sandboxed_zygote(device="cuda")
    assert sandboxed.sandboxed_zygote(device="auto").device == "cpu"
