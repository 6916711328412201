"""Automated grading and exercises for neural-network fundamentals in PyTorch.

Students call `check("sigmoid")`, `hint("sigmoid")`, `progress()` and `reset("sigmoid")`; lessons show what came
of it, `with needs("sigmoid")`, ask first, `guess("What comes?", a="this", b="that")`, and draw with `play` and
`grids`; authors of checks use `exercise`, `expect`, and the types of the two fixtures, `Student` and `Rng`.
Everything is imported at first use, because this file is also what a sandboxed worker imports, and a worker must
not see the checks.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder import expect
    from autograder.course.exercises import exercise
    from autograder.course.questions import guess
    from autograder.notebook import check, hint, progress, reset
    from autograder.rng import Rng
    from autograder.student import Student
    from autograder.worker.demonstration import needs
    from autograder.worker.grids import grids
    from autograder.worker.play import play

__version__ = "0.1.0"
__all__ = [
    "Rng",
    "Student",
    "__version__",
    "check",
    "exercise",
    "expect",
    "grids",
    "guess",
    "hint",
    "needs",
    "play",
    "progress",
    "reset",
]

_HOME = dict.fromkeys(("check", "hint", "progress", "reset"), "notebook")
_HOME |= {"exercise": "course.exercises", "guess": "course.questions", "Rng": "rng", "Student": "student"}
_HOME |= {"needs": "worker.demonstration", "grids": "worker.grids", "play": "worker.play"}


def __getattr__(name: str) -> Any:
    if name == "expect":
        return import_module("autograder.expect")
    if name in _HOME:
        return getattr(import_module(f"autograder.{_HOME[name]}"), name)
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
