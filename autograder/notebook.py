"""`check("sigmoid")`: the checks of an exercise on the functions of the notebook, or module, that calls it."""

from __future__ import annotations

import difflib
import inspect
import os
import sys
from collections.abc import MutableMapping
from functools import cache
from typing import Any

from autograder.card import Card
from autograder.channel import InlineChannel
from autograder.examiner import Examiner, Progress
from autograder.exercises import lesson_of, vocabulary
from autograder.report import CheckResult, ExerciseResult, Report

#: Checks with a longer time limit than this train something; they show a progress bar.
_SLOW_SECONDS = 30.0


def check(exercise: str) -> Card | None:
    """Check one exercise and show its card; a student's mistake never raises here.

    exercise: the name of a function or class of the lesson, as in `check("sigmoid")`; or that itself.
    """
    frame = inspect.currentframe()
    caller = frame.f_back.f_globals if frame and frame.f_back else {}
    in_notebook = _in_kernel()
    report = _report(str(getattr(exercise, "__name__", exercise)), _notebook_namespace() or caller)
    card = Card(report, in_notebook=in_notebook)
    if not in_notebook and not hasattr(sys, "ps1") and _notebook_namespace() is None:
        print(card.text())  # a script shows nothing of a last expression
    return card


def _report(exercise: str, namespace: MutableMapping[str, Any]) -> Report:
    lesson = lesson_of(exercise)
    if lesson is None:
        return _unknown(exercise)
    bar = _progress_bar(lesson, exercise)
    try:
        return _examiner().examine(InlineChannel(namespace), lesson, "notebook", [exercise], bar)
    finally:
        if bar is not None:
            bar(0, 0, "")


@cache
def _examiner() -> Examiner:
    return Examiner()


def _notebook_namespace() -> MutableMapping[str, Any] | None:
    """The globals of the IPython session, where this is one."""
    shell = _shell()
    return shell.user_ns if shell is not None else None


def _shell() -> Any:
    if "IPython" not in sys.modules:
        return None
    from IPython.core.getipython import get_ipython

    return get_ipython()


def _in_kernel() -> bool:
    return type(_shell()).__name__ == "ZMQInteractiveShell"


def _progress_bar(lesson: str, exercise: str) -> Progress | None:
    from autograder.exercises import checks_of

    slow = any(c.exercise == exercise and c.timeout > _SLOW_SECONDS for c in checks_of(lesson))
    # while nbgrader grades, an extra display would be one more output to wade through
    if not slow or not _in_kernel() or os.environ.get("NBGRADER_EXECUTION"):
        return None
    from IPython.display import HTML, display

    handle = display(HTML(""), display_id=True)

    def show(done: int, total: int, title: str) -> None:
        text = f'<progress value="{done}" max="{total}"></progress> {title}' if total else ""
        handle.update(HTML(text))

    return show


def _unknown(exercise: str) -> Report:
    """A card that says which name was meant."""
    near = difflib.get_close_matches(exercise, vocabulary(), n=1)
    meant = f'Did you mean check("{near[0]}")?' if near else f"The exercises are: {', '.join(vocabulary())}."
    message = f"There is no exercise named {exercise!r}. {meant}"
    result = CheckResult("unknown", "The exercise exists.", "failed", 0.0, 0.0, message, 0.0)
    return Report("", "notebook", 0.0, exercises=(ExerciseResult(exercise, (result,)),))
