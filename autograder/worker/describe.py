"""What is told of objects of the submission's: an exception, the parameters of a function, a short text."""

from __future__ import annotations

import inspect
import re
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from torch import nn

from autograder.wire.messages import Error

#: Where an object lies in memory: it says nothing to anybody, and is another one each time.
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
#: The folder in which a submission is run: to its author, it is where the notebook stands.
_folder = ""


def run_in(folder: Path) -> None:
    """From now on, nothing that is told names this folder."""
    global _folder
    _folder = str(folder)


def describe_error(error: BaseException) -> Error:
    """Type, bases, message and the student's own last line of an exception."""
    own = student_lines(error)
    message = error.msg if isinstance(error, SyntaxError) and isinstance(error.msg, str) else error
    return {
        "type": type(error).__name__,
        "bases": [base.__name__ for base in type(error).__mro__[1:20]],
        "message": without_folders(short_repr(message, str)[:600]),
        "where": _where(error, own[-1] if own else None)[:300],
    }


def student_lines(error: BaseException) -> list[traceback.FrameSummary]:
    """The lines of the submission that an exception came through, innermost last."""
    return [frame for frame in traceback.extract_tb(error.__traceback__) if _is_students(frame.filename)]


def without_folders(text: str) -> str:
    """The text without the name of the folder in which a submission is run."""
    return text.replace(f"{_folder}/", "").replace(_folder, ".") if _folder else text


def own(namespace: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The functions and classes that a namespace defines itself, by name."""
    module = namespace.get("__name__")
    items = ((name, value) for name, value in list(namespace.items()) if callable(value))
    return [(name, value) for name, value in items if _module_of(value) == module]


def source_of(namespace: Mapping[str, Any]) -> str:
    """The source of every function and class that a namespace defines itself, where it is known."""
    sources = []
    for name, value in own(namespace):
        try:
            text = inspect.getsource(value)
        except (OSError, TypeError):
            continue
        sources.append(text if getattr(value, "__name__", name) == name else "")
    return "\n".join(sources)


def parameters_of(found: Any) -> list[list[Any]] | None:
    """Name, kind and whether there is a default, of each parameter; None where that is not known."""
    try:
        signature = inspect.signature(found)
    except (ValueError, TypeError):
        return None
    return [[p.name, p.kind.name, p.default is not p.empty] for p in signature.parameters.values()]


def hooks_of(module: nn.Module) -> list[int]:
    """How many hooks a module and each of its submodules has; a `forward` put on the object counts as one."""
    kinds = ("_forward_hooks", "_forward_pre_hooks", "_backward_hooks", "_backward_pre_hooks")
    return [
        sum(len(getattr(part, kind, None) or ()) for kind in kinds) + ("forward" in vars(part))
        for part in module.modules()
    ]


def short_repr(value: Any, form: Callable[[Any], str] = repr) -> str:
    """One line of at most 200 characters, without addresses; nothing where the object cannot be shown."""
    try:
        return " ".join(_ADDRESS.sub("", form(value)[:400]).split())[:200]
    except Exception:  # a student's __repr__ may do anything
        return ""


def _module_of(value: Any) -> str | None:
    try:
        return str(value.__module__)
    except Exception:  # a student's object may refuse to tell
        return None


def _where(error: BaseException, frame: traceback.FrameSummary | None) -> str:
    """The line, the function and the file where it is not the submission itself, and what stands there."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        file, code = _of_file(str(error.filename)), error.text if isinstance(error.text, str) else ""
        if frame is None or file:  # else it is the text of an eval, say, and not of the submission
            return f"line {error.lineno}{file}: {code.strip()}".removesuffix(": ")
    if frame is None:
        return ""
    function = {"<module>": "", "<lambda>": ", in a lambda"}.get(frame.name, f", in {frame.name}")
    return f"line {frame.lineno}{_of_file(frame.filename)}{function}: {frame.line}".removesuffix(": ")


def _of_file(filename: str) -> str:
    """The name of a file beside the submission; nothing for its own cells."""
    path = Path(filename)
    try:
        is_beside = path.is_absolute() and "ipykernel_" not in filename and path.is_relative_to(Path.cwd())
        return f" of {path.relative_to(Path.cwd())}" if is_beside else ""
    except (OSError, ValueError):  # the folder may be gone
        return ""


def _is_students(filename: str) -> bool:
    """Whether a frame is of the submission: neither of a library nor of the kit."""
    libraries = (sys.base_prefix, sys.prefix, str(Path(__file__).parent.parent))
    return not filename.startswith((*libraries, "<frozen", "<kit>"))
