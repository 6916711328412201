"""What is known of the files that somebody works on, which exercise is looked at, and what a key asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from autograder.course.courses import course_of
from autograder.course.hints import hints_of
from autograder.course.progress import Progress, progress_in
from autograder.failures import CannotWrite, UsageError
from autograder.grading.earnings import remembered
from autograder.grading.newest import News, Order
from autograder.grading.saved import Saved
from autograder.report.card import not_begun
from autograder.report.results import ExerciseResult, Report
from autograder.submission.cells import Submission
from autograder.submission.changes import digests
from autograder.submission.reset import reset


@dataclass(frozen=True)
class Known:
    """What came of an exercise, for the text of this digest. told: nothing more will be said of it."""

    digest: str
    result: ExerciseResult
    told: bool


@dataclass
class Sheet:
    """A file: its text when it was last looked at, and what came of its exercises since the watch began."""

    name: str
    lesson: str
    submission: Submission
    known: dict[str, Known] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @cached_property
    def digests(self) -> dict[str, str]:
        """What each of the exercises depends on."""
        return digests(self.submission, self.lesson)

    def unknown(self, exercise: str) -> bool:
        """Whether it is not known what this text of an exercise earns."""
        known = self.known.get(exercise)
        return known is None or known.digest != self.digests[exercise]

    def stale(self, exercise: str) -> bool:
        """Whether there is something to find out about an exercise."""
        return self.unknown(exercise) or not self.known[exercise].told


class Desk:
    """The state of a watch.

    lesson: the only one that is worked on; None for all. files: where the lessons are, those to go on with first.
    """

    def __init__(self, lesson: str | None, files: Mapping[Path, str]) -> None:
        self.only = lesson
        self.files = dict(files)
        self.sheets: dict[Path, Sheet] = {}
        #: the file that is worked on: at first of a lesson that is not complete, where there is one
        self.path = next((path for path, name in files.items() if not _is_complete(name)), next(iter(files)))
        #: the exercise that is looked at
        self.focus = ""
        #: the exercises that were completed just now
        self.completed: tuple[str, ...] = ()
        #: which hint is shown; 0 for none
        self.hint = 0
        #: what is checked, and what is done of it now
        self.order: Order | None = None
        self.step = ""
        #: a sentence about what was asked for last
        self.said = ""
        #: how far the course is
        self.progress = _progress(self.lesson)
        #: whether somebody asked for the exercise that is looked at
        self._chosen = False
        #: what was looked at when the last order was made
        self._held = ""
        #: the exercise to give back, if it is asked for once more; and what is to be said when that was saved
        self._sure = self._done = ""

    @property
    def sheet(self) -> Sheet | None:
        """The file that is worked on, once it was read."""
        return self.sheets.get(self.path)

    @property
    def lesson(self) -> str:
        """The lesson that is worked on."""
        return self.files[self.path]

    @property
    def following(self) -> str | None:
        """What comes next: an open exercise of the lesson, else a lesson that is not complete."""
        return (
            self._open_after(self.focus) or self.progress.of(self.lesson).open or self.progress.after(self.lesson)
        )

    @property
    def scored(self) -> bool:
        """Whether no score is waited for; which mistake it is may be."""
        if self.sheet is None or self.order is None:
            return True
        return not any(map(self.sheet.unknown, self.order.exercises))

    def result(self, exercise: str) -> ExerciseResult | None:
        """What came of an exercise of the lesson; None where that is not known yet."""
        known = self.sheet.known.get(exercise) if self.sheet is not None else None
        return known.result if known is not None else None

    def lies(self, saved: Saved) -> None:
        """What a file says before anything was done to it here."""
        if saved.submission is not None and saved.lesson is not None:
            self.sheets[saved.path] = Sheet(saved.name, saved.lesson, saved.submission)
        elif saved.path == self.path:
            self.said = f"{saved.name}: {saved.problem}"

    def saved(self, saved: Saved) -> Order | None:
        """A file was saved: what is to be checked now, if anything."""
        if saved.lesson is None or self.only not in (None, saved.lesson):
            return None
        if saved.submission is None:
            self.said = f"{saved.name}: {saved.problem}"
            return None
        self.said, self._done, self._sure = self._done, "", ""
        before = self.sheets.get(saved.path)
        sheet = Sheet(saved.name, saved.lesson, saved.submission)
        changed = {name for name, now in sheet.digests.items() if before is None or before.digests[name] != now}
        if before is not None:
            sheet.known, sheet.notes = before.known, before.notes
            if not changed and before.submission.cells != saved.submission.cells:
                self.said = f"{saved.name} is saved; no exercise has changed"
        self.sheets[saved.path] = sheet
        if not changed:
            return None
        if self.order is not None and saved.path == self.path:  # what it did not come to
            changed |= set(filter(sheet.unknown, self.order.changed))
        self.files[saved.path] = saved.lesson
        self._look_at(saved.path)
        return self._order(changed)

    def opened(self) -> Order | None:
        """What is to be checked of the file that is worked on, as it lies there."""
        return self._order(set())

    def _look_at(self, path: Path) -> None:
        if path != self.path:
            self.path, self.focus, self.hint, self._chosen = path, "", 0, False
            self.progress = _progress(self.lesson)
        self.completed = ()

    def _order(self, changed: set[str]) -> Order | None:
        sheet = self.sheet
        if sheet is None:
            return None
        stale = [name for name in sheet.digests if sheet.stale(name)]
        if not stale:
            return None
        exercises = sorted(stale, key=lambda name: name not in changed)
        self.order = Order(sheet.submission, sheet.lesson, tuple(exercises), frozenset(changed))
        self.step, self._held = "starting", self.focus
        return self.order

    def hears(self, news: News) -> None:
        """Something became of an order; of an earlier one than the last, it is no news."""
        sheet = self.sheet
        if news.order is not self.order or sheet is None:
            return
        self.step = news.step or self.step
        if news.report is not None:
            (result,) = news.report.exercises
            sheet.notes = news.notes
            sheet.known[result.name] = Known(sheet.digests[result.name], result, news.told)
            self._stands(news.report, news.order)
        if news.problem:
            self.said = f"{sheet.name}: {news.problem}"
        if news.over:
            self.order, self.step = None, ""

    def _stands(self, report: Report, order: Order) -> None:
        """An exercise has been checked; one that was changed just now may be more interesting than what was."""
        (result,) = report.exercises
        name, before = result.name, self.progress.earned.get(result.name)
        (self.progress,) = remembered([report])
        if name not in order.changed:
            if not order.changed and not self._chosen:
                self._turn_to(self._open_after("") or name)
            return
        if result.passed and not (before is not None and before.complete):
            self.completed = (*self.completed, name)
        self._turn_to(min(order.exercises, key=lambda name: self._interest(name, order)))

    def _interest(self, name: str, order: Order) -> int:
        """The place of an exercise among those to look at after a change; the smallest first."""
        if name not in order.changed:
            return 5
        known = None if self.sheet is None or self.sheet.unknown(name) else self.sheet.known[name].result
        if known is None:
            return 0 if name == self._held else 4
        if known.passed:
            return 2
        return 3 if not_begun(known) else 0 if name == self._held else 1

    def _turn_to(self, name: str) -> None:
        if name != self.focus:
            self.focus, self.hint = name, 0

    def _open_after(self, name: str) -> str | None:
        """The next exercise of the lesson that is worth points and not complete, and not this one."""
        progress = self.progress.of(self.lesson)
        names = list(progress.exercises)
        place = names.index(name) + 1 if name in names else 0
        left = set(progress.counting) - progress.done - {name}
        return next((other for other in names[place:] + names[:place] if other in left), None)

    def give_hint(self) -> None:
        """Show the next hint for the exercise that is looked at; after the last one, the first."""
        if not self.focus:
            self.said = "there is no exercise left here that needs a hint"
            return
        hints = hints_of(self.lesson, self.focus)
        self.hint = self.hint % len(hints) + 1 if hints else 0
        self.said = "" if hints else f"there are no hints for {self.focus}"

    def give_back(self) -> None:
        """Begin the exercise that is looked at anew, where that is asked for twice in a row."""
        if not self.focus:
            return
        if self._sure != self.focus:
            self._sure = self.focus
            self.said = f"press r again to begin {self.focus} anew; what it holds now is kept"
            return
        self._sure = ""
        try:
            done = reset(self.focus, self.path)
        except (UsageError, CannotWrite) as error:
            self.said = str(error)
            return
        self.progress = _progress(self.lesson)
        kept = f"; what it held is in {done.old}" if done.old is not None else ""
        self.said = " ".join(filter(None, (f"{self.focus} is as it was given to you{kept}.", done.note)))
        self._done = self.said if done.old is not None else ""

    def leave(self) -> None:
        """Something else is asked for: what was to be asked for twice in a row is not."""
        if self._sure:
            self._sure = self.said = ""

    def turn(self) -> Order | None:
        """Look at the next open exercise, or the next lesson where there is none; what is to be checked then."""
        self.said, self.completed, self.hint = "", (), 0
        self._chosen = True
        following = self._open_after(self.focus)
        if following is not None:
            self._turn_to(following)
            return None
        open_one = self.progress.of(self.lesson).open
        if open_one is not None:
            self.said = f"{open_one} is the last that is open in {self.lesson}"
            return None
        return self._next_lesson(self.lesson)

    def _next_lesson(self, lesson: str) -> Order | None:
        following = self.progress.after(lesson)
        path = next((path for path, mine in self.files.items() if mine == following), None)
        if following is None:
            self.said = "nothing is left to do: the course is complete"
        elif self.only is not None:
            self.said = f"{lesson} is complete; go on with: autograder watch {following}"
        elif path is None:
            self.said = f"{following} comes next: `autograder start {following}` puts it into work/"
        else:
            self._look_at(path)
            return self.opened()
        return None


def _progress(lesson: str) -> Progress:
    """How far the course of a lesson is."""
    course = course_of(lesson)
    assert course is not None, f"{lesson} is the lesson of a file"
    return progress_in(course)


def _is_complete(lesson: str) -> bool:
    return _progress(lesson).of(lesson).complete
