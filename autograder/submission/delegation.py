"""Finds calls of the built-in that an exercise should implement, in its source and in what it executed.

A reminder of the exercise's rule and a flag for the TA, not a security boundary.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from autograder.course.exercises import builtins_of, exercises_of, lesson_of
from autograder.submission.mentions import Mention, Search
from autograder.submission.outline import outline_of

# aten's and nn's other spellings of one operation, after `_plain`
_ENDINGS = ("", "loss", "forward", "2d", "nd", "kernel", "withnoise")
_OPTIM = "torch.optim"

#: Words of code that runs where the worker does not see it, or that may keep it from seeing.
_HIDING = {"torch._C", "torch.overrides", "_python_dispatch", "_disable_current_modes"}
_HIDING |= {"DisableTorchFunction", "DisableTorchFunctionSubclass", "__torch_function__", "__torch_dispatch__"}
_HIDING |= {"threading", "_thread", "concurrent", "asyncio", "multiprocessing", "ctypes", "cffi", "gc", "builtins"}
_HIDING |= {"settrace", "setprofile", "_getframe", "currentframe", "f_back", "tb_frame", "sys.modules"}
_HIDING |= {"eval", "exec", "importlib", "__import__", "__builtins__"}


@dataclass(frozen=True)
class Delegation:
    """What an exercise calls of what it should implement: names, sorted.

    called: it ran, or stands in the source where no operator would show it. idle: it stands in the source, and
    would have been seen if it had run.
    """

    called: tuple[str, ...]
    idle: tuple[str, ...]


def delegation(exercise: str, source: str, operators: Iterable[str]) -> Delegation:
    """Where `source`, or the operators that ran, have the built-ins of the exercise, in any spelling."""
    found = mentions(exercise, source)
    ran = {name for name in operators if is_forbidden(exercise, name)}
    called = ran | {mention.name for mention in found if not mention.shown}
    # what ran is also what its source calls by another of its names: F.linear is addmm as well
    idle = {mention.name for mention in found} - called if not ran else set()
    return Delegation(tuple(sorted(called)), tuple(sorted(idle)))


def is_in(source: str, exercise: str) -> bool:
    """Whether a source shows what the exercise is; else only the operators that run say what it calls."""
    outline = outline_of(source)
    return exercise in outline.bindings or exercise in outline.imported


@lru_cache(maxsize=32)
def mentions(exercise: str, source: str) -> frozenset[Mention]:
    """What the exercise may not call, where its source and that of its helpers has it."""
    if not builtins_of(exercise):
        return frozenset()
    outline = outline_of(source)
    siblings = set(exercises_of(lesson_of(exercise) or "")) - {exercise}
    # the bare module is what operators are noted as
    search = Search(outline, siblings, lambda name: name != _OPTIM and is_forbidden(exercise, name))
    found = search.from_name(exercise)
    ours = (word for word in outline.identifiers if word.startswith("autograder.") and word != "autograder.check")
    if outline.identifiers & _HIDING or any(ours):  # no submission needs another part of this package
        return frozenset(Mention(mention.name, shown=False) for mention in found)
    return frozenset(found)


def is_forbidden(exercise: str, name: str) -> bool:
    """Whether a dotted name is one of those that the exercise may not call."""
    banned = builtins_of(exercise)
    if banned == (_OPTIM,):
        return _is_an_optimizer(name)
    return any(_plain(name) == _plain(word) + ending for word in banned for ending in _ENDINGS)


def _is_an_optimizer(name: str) -> bool:
    """A class or function below torch.optim; its empty base class and its modules are nobody's work."""
    parts = name.split(".")
    if name == _OPTIM or parts[-1].startswith("_fused_"):
        return True
    below = parts[2:] if parts[:2] == ["torch", "optim"] else []
    return bool(below) and below[-1] != "Optimizer" and (below[-1][0].isupper() or len(below) > 1)


def _plain(name: str) -> str:
    plain = name.split(".")[-1].lower().replace("_", "")
    for prefix in ("special", "safe", "aten", "foreach", "sparse"):
        plain = plain.removeprefix(prefix)
    return plain
