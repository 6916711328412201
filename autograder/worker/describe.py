"""What is told of objects of the submission's: an exception, the parameters of a function, a short text."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.wire import Message


def describe_error(error: BaseException) -> Message:
    """Type, bases, message and the student's own last line of an exception."""
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_students(frame.filename)]
    return {
        "type": type(error).__name__,
        "bases": [base.__name__ for base in type(error).__mro__[1:20]],
        "message": short_repr(error, str)[:600],
        "where": f"line {own[-1].lineno}, in {own[-1].name}: {own[-1].line}"[:300] if own else "",
    }


def parameters_of(found: Any) -> list[list[Any]] | None:
    """Name, kind and whether there is a default, of each parameter; None where that is not known."""
    try:
        signature = inspect.signature(found)
    except (ValueError, TypeError):
        return None
    return [[p.name, p.kind.name, p.default is not p.empty] for p in signature.parameters.values()]


def short_repr(value: Any, form: Callable[[Any], str] = repr) -> str:
    """One line of at most 200 characters; nothing where the object cannot be shown."""
    try:
        return " ".join(form(value)[:400].split())[:200]
    except Exception:  # a student's __repr__ may do anything
        return ""


def _is_students(filename: str) -> bool:
    """Whether a frame is of the submission: neither of a library nor of the kit."""
    libraries = (sys.base_prefix, sys.prefix, str(Path(__file__).parent.parent))
    return not filename.startswith((*libraries, "<frozen", "<kit>"))
