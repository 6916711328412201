"""What a function of the submission may be expected to do when it is called, and not to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import torch

from autograder.channel.protocol import listed
from autograder.channel.troubles import explains
from autograder.failures import Mismatch, StudentError
from autograder.show import cut, kind, text
from autograder.student import Function, Student
from autograder.submission.delegation import delegation, is_in
from autograder.submission.misnamed import misnamed

# how torch says that an operation was given tensors on two devices
_TWO_DEVICES = re.compile(r"not on the expected device|to be on the same device")
_MAKERS = {"zeros", "ones", "full", "empty", "eye"}
#: Characters of what went wrong where a name should have been defined.
_TROUBLE = 1_000
_ASKS = re.compile(r"\bis_cuda\b|\bget_device\b|\bdevice\.type\b")


def defined(function: Function, *positional: str, **keywords: Any) -> None:
    """The name exists, is callable, and takes these positional and these keyword arguments."""
    name = function.name
    found = function.describe()
    wanted = f"{name}({', '.join([*positional, *(f'{k}={text(v)}' for k, v in keywords.items())])})"
    if found.get("exists") is not True:
        trouble = cut(_trouble(function), _TROUBLE)
        meant = misnamed(name, [text for text in listed(found.get("instead")) if isinstance(text, str)])
        meant = None if explains(trouble, name) else meant
        because = f"you wrote `{cut(meant, 60)}`: did you mean `{name}`?" if meant else None
        requirement = f"there is a function or class named {name}, as in {wanted}"
        raise Mismatch(requirement, because, kind="missing", got="no such name", trouble=trouble)
    if found.get("callable") is not True:
        raise Mismatch(f"{name} can be called, as in {wanted}", kind="type", got=cut(str(found.get("type"))))
    parameters = found.get("parameters")
    if isinstance(parameters, list) and not _accepts(parameters, len(positional), list(keywords)):
        names = [str(row[0]) for row in parameters if isinstance(row, list) and row]
        got = cut(f"{name}({', '.join(names)})")
        raise Mismatch(f"{name} can be called as {wanted}", kind="signature", got=got)


def _trouble(function: Function) -> str:
    """What went wrong where the function should have been defined, if that is known."""
    name = function.name
    told = function.conversation.channel.troubles()
    about = [trouble for trouble in told if re.search(rf"\b{re.escape(name)}\b", trouble)]
    about = [trouble for trouble in about if f"name '{name}' is not defined" not in trouble]
    return next((trouble for trouble in about if explains(trouble, name)), next(iter(about), ""))


def raises(error: type[Exception], function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """The call raises this exception or a subclass, as far as the names of classes tell."""
    try:
        result = function(*args, **kwargs)
    except StudentError as raised:
        if raised.type_name == "NotImplementedError":
            raise
        if error.__name__ in (raised.type_name, *raised.bases):
            return
        got = cut(f"{raised.type_name}: {raised.message}")
        raise Mismatch(f"the call raises {error.__name__}", got=got) from None
    raise Mismatch(f"the call raises {error.__name__}", got=f"no exception, but {kind(result)}")


def untouched(function: Function, *args: Any, because: str | None = None, **kwargs: Any) -> None:
    """The call does not modify its tensor arguments, and leaves autograd switched on."""
    with function.guarded() as modified:
        function(*args, **kwargs)
    if function.conversation.autograd_left_off:
        because = "`with torch.no_grad():` ends by itself, `torch.set_grad_enabled(False)` has to be taken back"
        raise Mismatch("gradients are not left switched off", because, kind="changed")
    if modified:
        hint = (
            because or "an in-place operation such as `x += 1`, `x[...] = ` or `x.exp_()` changes the caller's x"
        )
        got = "; ".join(function.conversation.changes[:2])
        raise Mismatch("the inputs are left as they were", hint, kind="changed", got=got)


def device_followed(student: Student, exercise: str, *inputs: torch.Tensor) -> None:
    """What the exercise makes itself is made where its inputs are, as the device "meta" shows.

    Code that has to look at the numbers cannot do so there, and is let through; so is code that asks for the
    device itself, and an index, which may stay on the CPU.
    """
    function: Function = getattr(student, exercise)
    try:
        result = function(*map(student.kit.meta, inputs))
    except StudentError as error:
        if not _TWO_DEVICES.search(error.message) or _makes_an_index(function, inputs):
            return
        result = f"{error.type_name}: {error.message}"
    if isinstance(result, (torch.Tensor, str)) and not _ASKS.search(function.conversation.channel.source()):
        got = result if isinstance(result, str) else f"a tensor on {result.device}"
        raise Mismatch(
            f"the result is made on the device of {'x' if len(inputs) == 1 else 'the inputs'}, wherever that is",
            "`torch.zeros(...)` and its like make a tensor on the CPU, also where x is on a GPU; "
            "`torch.zeros_like(x)` and `device=x.device` make it where x is",
            kind="device",
            got=cut(got),
        )


def _makes_an_index(function: Function, inputs: Sequence[torch.Tensor]) -> bool:
    """Whether all that a call makes may be an index: one that is compared is easily taken for a tensor."""
    with function.watched() as operators:
        function(*inputs)
    return "arange" in operators and not operators & _MAKERS


def not_delegated(student: Student, exercise: str, action: Callable[[], Any]) -> None:
    """The built-in that the exercise re-implements is not called, by its source or by what `action` executes.

    What stands in code that did not run, in this check or in those before it, is a remark for a person.
    """
    function: Function = getattr(student, exercise)
    with function.watched() as operators:
        action()
    conversation = function.conversation
    source = conversation.channel.source()
    found = delegation(exercise, source, operators)
    if found.called:
        raise Mismatch(
            f"{exercise} is written by you, from simpler operations",
            "the exercise is to build it, so its ready-made version may not be called",
            kind="own_work",
            got=cut(f"a call of {', '.join(found.called[:3])}"),
        )
    if not is_in(source, exercise):
        conversation.remarks.add("it is defined where the source does not show it, or cannot be read")
    conversation.remarks |= {f"{name} stands in code that no check has run" for name in found.idle[:3]}


def _accepts(parameters: list[Any], positional: int, keywords: list[str]) -> bool:
    rows = [row for row in parameters if isinstance(row, list) and list(map(type, row)) == [str, str, bool]]
    ordered = [row for row in rows if row[1] in ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD")]
    by_name = {row[0] for row in rows if row[1] in ("POSITIONAL_OR_KEYWORD", "KEYWORD_ONLY")}
    given = {row[0] for row in ordered[:positional]} & by_name
    kinds = [row[1] for row in rows]
    if len(ordered) < positional and "VAR_POSITIONAL" not in kinds:
        return False
    if given & set(keywords) or ("VAR_KEYWORD" not in kinds and not set(keywords) <= by_name):
        return False
    left = [row for row in rows if row not in ordered[:positional] and not row[1].startswith("VAR_")]
    return all(row[2] or row[0] in by_name & set(keywords) for row in left)
