"""What a student calls in a notebook or a module: `check("sigmoid")` on the functions there, `hint("sigmoid")`."""

from __future__ import annotations

import difflib
import inspect
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from autograder.channel.inline import InlineChannel
from autograder.channel.protocol import Channel
from autograder.channel.zygote import Zygote
from autograder.course.courses import Course
from autograder.course.exercises import exercises_of, lesson_of, vocabulary
from autograder.course.hints import hints_of
from autograder.course.reference import source_of
from autograder.diagnosis.diagnose import Physician
from autograder.diagnosis.examples import asked, with_examples
from autograder.diagnosis.transcripts import at_home
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner, Progress
from autograder.failures import Finding
from autograder.report.card import Card
from autograder.report.results import CheckResult, ExerciseResult, Report
from autograder.worker.generators import Generators
from autograder.worker.state import shipped

#: Checks with a longer time limit than this train something; they show a progress bar.
_SLOW_SECONDS = 30.0


def check(exercise: str) -> Card | None:
    """Check one exercise and show its card; a student's mistake never raises here.

    exercise: the name of a function or class of the lesson, as in `check("sigmoid")`; or that itself.
    """
    frame = inspect.currentframe()
    caller = frame.f_back.f_globals if frame and frame.f_back else {}
    in_notebook = _in_kernel()
    report = _report(_name(exercise), _notebook_namespace() or caller)
    card = Card(report, in_notebook=in_notebook)
    if _in_script():
        print(card.text())
    return card


@dataclass(frozen=True)
class Hint:
    """A hint, or the sentence that there is none; a notebook shows it as the Markdown that it is."""

    markdown: str

    def __repr__(self) -> str:
        return self.markdown

    def _repr_markdown_(self) -> str:
        return self.markdown


def hint(exercise: str = "", number: int = 1) -> Hint:
    """Show a hint for an exercise; the second and the third tell more, and a wrong name never raises here.

    exercise: the name of a function or class of the lesson, as in `hint("sigmoid", 2)`; or that itself.
    """
    shown = Hint(_hint(_name(exercise), number))
    if _in_script():
        print(shown)
    return shown


def _hint(exercise: str, number: object) -> str:
    lesson = lesson_of(exercise)
    if lesson is None:
        return _no_such_exercise(exercise, "hint")
    hints = hints_of(lesson, exercise)
    if not isinstance(number, int) or not 1 <= number <= len(hints):
        return f'There are {len(hints)} hints: `hint("{exercise}", 1)` to `hint("{exercise}", {len(hints)})`.'
    more = f'; the next: `hint("{exercise}", {number + 1})`' if number < len(hints) else ""
    return f"{hints[number - 1]}\n\n*Hint {number} of {len(hints)}{more}*"


def _name(exercise: object) -> str:
    return str(getattr(exercise, "__name__", exercise))


def _report(exercise: str, namespace: MutableMapping[str, Any]) -> Report:
    lesson = lesson_of(exercise)
    if lesson is None:
        return _unknown(exercise)
    bar = _progress_bar(lesson, exercise)
    generators = Generators.now()  # the next random number in the notebook is the one that it would have been
    try:
        with shipped():  # the checks run in this process, too
            channel, record = InlineChannel(namespace), Record()
            report = _examiner().examine(channel, lesson, "notebook", [exercise], bar, record=record)
            if report.passed:
                return report
            report = with_examples(report, asked(report, channel), _right_versions)
            return _told(report, channel.source(), record)
    finally:
        generators.restore()
        if bar is not None:
            bar(0, 0, "")


@contextmanager
def _right_versions(_: Course, lesson: str) -> Iterator[Channel]:
    """The lesson's own, in this process, which has imported all that they need."""
    namespace: dict[str, Any] = {"__name__": "right"}
    exec(source_of(lesson, exercises_of(lesson)), namespace)
    yield InlineChannel(namespace)


def _told(report: Report, source: str, record: Record) -> Report:
    """The report with which mistake it is; the mistakes run in a process of their own, where one can be forked."""
    if not hasattr(os, "fork"):
        return report
    with ExitStack() as stack:

        @cache
        def zygote() -> Zygote:
            return stack.enter_context(closing(Zygote()))

        physician = Physician(_examiner(), zygote, at_home(_examiner().seed, "auto"))
        return physician.diagnosed(report, source, record).report


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


def _in_script() -> bool:
    """Whether nobody shows the value of a last expression."""
    return _notebook_namespace() is None and not hasattr(sys, "ps1")


def _progress_bar(lesson: str, exercise: str) -> Progress | None:
    from autograder.course.exercises import checks_of

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
    finding = Finding("unclear", _no_such_exercise(exercise, "check"))
    result = CheckResult("unknown", "The exercise exists.", "error", 0.0, 0.0, finding, 0.0)
    return Report("", "notebook", 0.0, exercises=(ExerciseResult(exercise, (result,)),))


def _no_such_exercise(name: str, function: str) -> str:
    near = difflib.get_close_matches(name, vocabulary(), n=1)
    meant = f'Did you mean {function}("{near[0]}")?' if near else f"The exercises are: {', '.join(vocabulary())}."
    return f"There is no exercise named {name!r}. {meant}"
