"""What a student calls in a notebook or a module, as `check("sigmoid")` on the functions there."""

from __future__ import annotations

import difflib
import inspect
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import FunctionType
from typing import Any, TypeVar

from autograder.course.courses import course_of, here
from autograder.course.exercises import checks_of, exercises_of, lesson_of, vocabulary
from autograder.course.hints import hints_of
from autograder.course.progress import forget, progress_in
from autograder.examiner.session import Examiner, Progress
from autograder.failures import CourseError, Finding, Unreadable, UsageError
from autograder.grading.earnings import remembered
from autograder.grading.here import examined, shell
from autograder.report.card import Card
from autograder.report.results import CheckResult, ExerciseResult, Report
from autograder.report.standing import CourseTable, LessonCard, is_missing, line
from autograder.submission.reset import stub_of

T = TypeVar("T")

#: Checks with a longer time limit than this train something; they show a progress bar.
_SLOW_SECONDS = 30.0

_examiner = cache(Examiner)


def check(exercise: object = "", *more: object) -> Card | LessonCard:
    """Check one exercise and show its card; a student's mistake never raises here.

    exercise: the name of a function or class of the lesson, as in `check("sigmoid")`; or that itself. Of several
    of a lesson each has a line. Without any, the lesson is checked of which most exercises are defined here.
    """
    namespace = _namespace(inspect.currentframe())
    wanted = tuple(filter(None, map(_name, (exercise, *more))))
    try:
        return _shown(_checked(wanted, namespace))
    except CourseError as error:
        return _shown(_said("".join(wanted[:1]), str(error)))


def _checked(wanted: tuple[str, ...], namespace: dict[str, Any]) -> Card | LessonCard:
    lesson = (lesson_of(wanted[0]) if wanted else _lesson_here(namespace)) or ""
    for name in wanted or ("",):
        trouble = _trouble(name, lesson, namespace)
        if trouble:
            return _said(name, trouble)
    names = wanted or exercises_of(lesson)
    report = _examined(namespace, lesson, names)
    hints = {each: hints_of(lesson, each) for each in names}
    standing = _remembered(report)
    if len(wanted) == 1:
        return Card(report, in_notebook=_in_kernel(), hints=hints, standing=standing)
    return LessonCard(report, hints, standing)


def progress() -> CourseTable | Hint:
    """Show how far you are in the course: what each lesson earned when it was last checked, and what is next."""
    namespace = _namespace(inspect.currentframe())
    course = _or_why_not(lambda: course_of(_lesson_here(namespace) or "") or here()[0])
    return _shown(course if isinstance(course, Hint) else CourseTable(progress_in(course)))


@dataclass(frozen=True)
class Hint:
    """A hint, or whatever else is said in a few sentences; a notebook shows it as the Markdown that it is.

    folded: the hints after it, which unfold there one after another.
    """

    markdown: str
    folded: str = ""

    def __repr__(self) -> str:
        return self.markdown

    def _repr_markdown_(self) -> str:
        return f"{self.markdown}\n\n{self.folded}".rstrip("\n")


def hint(exercise: object = "", number: int = 1) -> Hint:
    """Show a hint for an exercise; the second and the third tell more, and a wrong name never raises here.

    exercise: the name of a function or class of the lesson, as in `hint("sigmoid", 2)`; or that itself.
    """
    return _shown(_or_why_not(lambda: _hint(_name(exercise), number)))


def _or_why_not(made: Callable[[], T]) -> T | Hint:
    """What this makes; the reason where the course cannot be used as it is."""
    try:
        return made()
    except CourseError as error:
        return Hint(str(error))


def _hint(exercise: str, number: object) -> Hint:
    lesson = lesson_of(exercise)
    if lesson is None:
        return Hint(_no_such_exercise(exercise, "hint"))
    hints = hints_of(lesson, exercise)
    last = len(hints)
    if not isinstance(number, int) or not 1 <= number <= last:
        return Hint(f'There are {last} hints: `hint("{exercise}", 1)` to `hint("{exercise}", {last})`.')
    more = f'; the next: `hint("{exercise}", {number + 1})`' if number < last else ""
    return Hint(f"{hints[number - 1]}\n\n*Hint {number} of {last}{more}*", _folded(hints, number))


def _folded(hints: Sequence[str], place: int) -> str:
    """The hints from a place on as Markdown, each within the one before."""
    if place == len(hints):
        return ""
    summary = f"<summary>The next hint ({place + 1} of {len(hints)})</summary>"
    return f"<details>{summary}\n\n{hints[place]}\n\n{_folded(hints, place + 1)}\n\n</details>"


def reset(exercise: object = "") -> Hint:
    """Show an exercise as it was given to you, to put in the place of yours, and forget what it has earned.

    No cell is changed, and none is made: of two that define the same, a notebook is graded by the lower one.
    """
    return _shown(_or_why_not(lambda: Hint(_reset(_name(exercise)))))


def _reset(name: str) -> str:
    lesson = lesson_of(name)
    course = course_of(lesson or "")
    if lesson is None or course is None:
        return _no_such_exercise(name, "reset")
    try:
        stub = stub_of(course, lesson, name)
    except (UsageError, Unreadable, OSError) as error:
        return f"Nothing was changed: {error}."
    if not _nbgrader_runs_this():
        forget(course, [name])
    told = f"This is `{name}` as it was given to you: put it in the place of yours. Its points are forgotten."
    return f"{told}\n\n```python\n{stub}\n```"


def _name(exercise: object) -> str:
    return str(getattr(exercise, "__name__", exercise))


def _lesson_here(namespace: Mapping[str, Any]) -> str | None:
    """The lesson of which most exercises are defined in a namespace, and not imported; the earlier of two."""
    home = namespace.get("__name__")
    kinds = (FunctionType, type)
    own = [name for name, value in namespace.items() if isinstance(value, kinds) and value.__module__ == home]
    known = vocabulary()
    counts = Counter(known[name] for name in own if name in known)
    return max(dict.fromkeys(known.values()), key=lambda lesson: counts[lesson], default=None) if counts else None


def _examined(namespace: dict[str, Any], lesson: str, names: Sequence[str]) -> Report:
    bar = _progress_bar(lesson, names)
    try:
        return examined(namespace, lesson, names, _examiner(), bar)
    finally:
        if bar is not None:
            bar(0, 0, "")


def _remembered(report: Report) -> str:
    """Remember what was earned, and say how far that is; nothing while nbgrader runs the notebook.

    An exercise whose cell was not run today has what it had.
    """
    if _nbgrader_runs_this():
        return ""
    there = tuple(each for each in report.exercises if not is_missing(each))
    alone = report.exercises[0].name if len(report.exercises) == 1 else ""
    told = (line(each, report.lesson, alone) for each in remembered([replace(report, exercises=there)]))
    return next(told, "")


def _namespace(frame: Any) -> dict[str, Any]:
    """The globals of the IPython session, where this is one, else of whoever called the function of this frame."""
    session = shell()
    if session is not None:
        found: dict[str, Any] = session.user_ns
        return found
    return frame.f_back.f_globals if frame and frame.f_back else {}


def _in_kernel() -> bool:
    return type(shell()).__name__ == "ZMQInteractiveShell"


def _shown(value: T) -> T:
    """The value, printed in a script, where nobody shows that of a last expression."""
    if shell() is None and not hasattr(sys, "ps1"):
        print(value)
    return value


def _nbgrader_runs_this() -> bool:
    return bool(os.environ.get("NBGRADER_EXECUTION"))


def _progress_bar(lesson: str, exercises: Sequence[str]) -> Progress | None:
    slow = any(c.exercise in exercises and c.timeout > _SLOW_SECONDS for c in checks_of(lesson))
    # while nbgrader grades, an extra display would be one more output to wade through
    if not slow or not _in_kernel() or _nbgrader_runs_this():
        return None
    from IPython.display import HTML, display

    handle = display(HTML(""), display_id=True)

    def show(done: int, total: int, title: str) -> None:
        text = f'<progress value="{done}" max="{total}"></progress> {title}' if total else ""
        handle.update(HTML(text))

    return show


def _trouble(name: str, lesson: str, namespace: Mapping[str, Any]) -> str:
    """Why an exercise is not checked, or those of the lesson here where it has no name; nothing where it is."""
    if not name:
        nothing = "No exercise is defined here yet: run the cells of a lesson first, or name an exercise."
        return "" if lesson else f"{nothing} {_all_exercises()}"
    own = lesson_of(name)
    if own is None:
        return _no_such_exercise(name, "check")
    if own != lesson:
        return f"`{name}` is an exercise of {own}, and the one before it of {lesson}: check one lesson at a time."
    here = _lesson_here(namespace) if name not in namespace else None
    if here in (None, lesson):
        return ""
    others = ", ".join(exercises_of(str(here)))
    return f"`{name}` is an exercise of {lesson}, and what is defined here is of {here}: {others}."


def _said(name: str, why: str) -> Card:
    """A card for what cannot be checked, and why."""
    result = CheckResult("unknown", "The exercise exists.", "error", 0.0, 0.0, Finding("unclear", why), 0.0)
    report = Report("", "notebook", 0.0, exercises=(ExerciseResult(name, (result,)),))
    return Card(report, in_notebook=_in_kernel())


def _no_such_exercise(name: str, function: str) -> str:
    if not name:
        return f'Name an exercise, as in {function}("{next(iter(vocabulary()))}"). {_all_exercises()}'
    near = difflib.get_close_matches(name, vocabulary(), n=1)
    meant = f'Did you mean {function}("{near[0]}")?' if near else _all_exercises()
    return f"There is no exercise named {name!r}. {meant}"


def _all_exercises() -> str:
    return f"The exercises are: {', '.join(vocabulary())}."
