"""The messages between the grader and a worker: each request, by its `op`, and what is answered to it.

These say what either side sends. What comes from a worker's process is the student's word all the same: the grader
takes a `Reply` for anything, and looks at each part of it before it is believed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal, NotRequired, Required, TypedDict, TypeVar

import torch

from autograder.wire.steps import Apply, Trace
from autograder.wire.values import Handle

Value = TypeVar("Value")
Gradients = Sequence[torch.Tensor | None]

#: What has become of what stands below a line that raised.
Below = Literal["", "rest", "definitions", "nothing"]
#: What the kit makes on the student's side.
Made = Literal["network", "criterion", "optimizer", "loader", "parameters", "generator", "meta", "seed"]


# --- requests ------------------------------------------------------------------------------------------


class Plain(TypedDict):
    op: Literal["device", "source"]


class Place(TypedDict):
    op: Literal["place"]
    name: str
    content: torch.Tensor
    more: bool


class Open(TypedDict):
    op: Literal["open"]
    kind: Literal["notebook", "script"]
    filename: str
    imports: Sequence[str]
    pictures: bool


class Run(TypedDict):
    op: Literal["run"]
    source: str
    name: str
    pictures: bool


class Describe(TypedDict):
    op: Literal["describe"]
    name: str


class Replace(TypedDict):
    op: Literal["replace"]
    source: str


class Call(TypedDict):
    op: Literal["call"]
    target: str | Handle
    method: str
    args: Sequence[Any]
    kwargs: Mapping[str, Any]
    graph: NotRequired[bool]
    guard: NotRequired[bool]


class Backward(TypedDict):
    op: Literal["backward"]
    graph: Handle
    cotangent: torch.Tensor


class OfModule(TypedDict):
    op: Literal["parameters", "state", "hooks", "watched"]
    module: Handle


class Load(TypedDict):
    op: Literal["load"]
    module: Handle
    values: Sequence[torch.Tensor]


class ModuleGradients(TypedDict):
    op: Literal["gradients"]
    module: Handle
    inputs: torch.Tensor
    cotangent: torch.Tensor


class Mode(TypedDict):
    op: Literal["mode"]
    module: Handle
    training: NotRequired[bool]


class To(TypedDict):
    op: Literal["to"]
    module: Handle
    dtype: NotRequired[str | None]
    device: NotRequired[str | None]


class Freeze(TypedDict):
    op: Literal["freeze"]
    module: Handle
    indices: Sequence[int]


class Make(TypedDict):
    op: Literal["make"]
    kind: Made
    args: Sequence[Any]


class OfParameters(TypedDict):
    op: Literal["values", "get_gradients"]
    parameters: Handle


class SetGradients(TypedDict):
    op: Literal["set_gradients"]
    parameters: Handle
    gradients: Gradients


class Walk(TypedDict):
    op: Literal["walk"]
    parameters: Handle
    optimizer: Handle
    history: Sequence[Gradients]
    start: NotRequired[Sequence[torch.Tensor] | None]


class OfFigure(TypedDict):
    op: Literal["figure"]
    figure: Handle


class Judge(TypedDict):
    op: Literal["judge"]
    target: str
    source: str
    name: str


OfACell = Place | Open | Run
OfAModule = OfModule | Load | ModuleGradients | Mode | To | Freeze
OfAList = OfParameters | SetGradients | Walk
Written = Trace | Apply | Judge
Request = Plain | OfACell | Describe | Replace | Call | Backward | OfAModule | Make | OfAList | OfFigure | Written


class Options(TypedDict, total=False):
    """How a request is answered.

    fresh: drop the objects that were handed out before. seed: what random numbers start from, from now on. watch:
    tell the operators that run.
    """

    fresh: bool
    seed: int
    watch: bool


class Sent(Options):
    """A request as it crosses."""

    id: int
    ask: Request


# --- answers -------------------------------------------------------------------------------------------


class Error(TypedDict):
    """An exception of the student's; where: the line of theirs that it came through last."""

    type: str
    message: str
    bases: NotRequired[list[str]]
    where: NotRequired[str]


class CellError(Error):
    """An exception in a cell; refused: it is the sandbox's doing."""

    below: Below
    refused: NotRequired[bool]


class Ok(TypedDict, Generic[Value]):
    """What was asked for."""

    ok: Value


class Answer(TypedDict, total=False):
    """An answer as it crosses: that of its request, or an error.

    operators: those that ran. reasons: why the process computes on no other device.
    """

    id: Required[object]
    ok: Any
    error: Error
    printed: str
    operators: list[str]
    reasons: dict[str, str]


class Called(Ok[Any], total=False):
    """What a call gave; drawn: the last figure that it left open. inputs: its tensors, as they are after it."""

    drawn: Handle
    graph: Handle
    inputs: list[torch.Tensor]
    autograd_left_off: bool


class Description(TypedDict):
    """What a name stands for; parameters: name, kind and whether there is a default, None where not known."""

    exists: bool
    callable: bool
    type: str
    parameters: list[list[Any]] | None
    instead: list[str]


class Stream(TypedDict):
    type: Literal["stream"]
    name: Literal["stdout", "stderr"]
    text: str


class Display(TypedDict):
    type: Literal["display", "result"]
    data: dict[str, str]


Output = Stream | Display


class CellResult(TypedDict):
    """What running a cell gave; error: the one that it is said to have ended with. notes: what to look at."""

    outputs: list[Output]
    error: CellError | None
    errors: NotRequired[list[CellError]]
    notes: NotRequired[list[str]]


class LineShown(TypedDict):
    label: str
    x: torch.Tensor
    y: torch.Tensor


class AxesShown(TypedDict):
    title: str
    xlabel: str
    ylabel: str
    xscale: str
    yscale: str
    grid: bool
    legend: list[str]
    lines: list[LineShown]
    center: list[float]


#: What arrives of an `Answer`.
Reply = Mapping[str, object]
