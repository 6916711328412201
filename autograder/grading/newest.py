"""The newest text of a file is checked in a warm process, beside whoever waits for it; older ones are given up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.channel.zygote import Zygote
from autograder.failures import Ended, GraderError
from autograder.submission.cells import Submission

if TYPE_CHECKING:  # torch comes with them: the thread imports them while the zygote does the same beside it
    from autograder.examiner.session import Examiner
    from autograder.report.results import Report


@dataclass(frozen=True, eq=False)
class Order:
    """What is to be checked: exercises of a text, in this order. changed: those that were changed just now."""

    submission: Submission
    lesson: str
    exercises: tuple[str, ...]
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class News:
    """What became of an order.

    step: what is done now, for a line on the screen. report: of one exercise, first without and then with which
    mistake it is, `told`. notes: on the file. problem: why nothing was checked. over: nothing more comes of it.
    """

    order: Order
    step: str = ""
    report: Report | None = None
    told: bool = False
    notes: tuple[str, ...] = ()
    problem: str = ""
    over: bool = False


class Newest(threading.Thread):
    """Checks the order that was put last; what it did for the one before, it leaves at once.

    tell: is called with what became of it, in this thread; and with an exception, where nothing can be checked.
    """

    def __init__(self, tell: Callable[[News | Exception], None]) -> None:
        super().__init__(name="newest", daemon=True)
        self._tell = tell
        self._changed = threading.Condition()
        self._order: Order | None = None
        self._over = False
        self._zygote = Zygote()

    def put(self, order: Order) -> None:
        """From another thread: check this next, and leave what is being done."""
        with self._changed:
            self._order = order
            self._zygote.interrupt()
            self._changed.notify()

    def stop(self) -> None:
        """From another thread: check nothing more."""
        with self._changed:
            self._over = True
            self._zygote.interrupt()  # or its death would be told of what runs in it
            self._changed.notify()
        self._zygote.close()

    def run(self) -> None:
        try:
            from autograder.examiner.session import Examiner

            examiner = Examiner()
            while (order := self._next()) is not None:
                self._check(order, examiner)
        except Ended:
            pass
        except Exception as error:
            self._tell(error)

    def _next(self) -> Order | None:
        with self._changed:
            while self._order is None and not self._over:
                self._changed.wait()
            order, self._order = self._order, None
            if self._over:
                return None
            self._zygote.resume()
            return order

    def _check(self, order: Order, examiner: Examiner) -> None:
        try:
            for news in _news(order, examiner, self._zygote, self._tell):
                self._tell(news)
        except Ended:
            return
        except (GraderError, OSError) as error:
            self._tell(News(order, problem=str(error), over=True))


def _news(order: Order, examiner: Examiner, zygote: Zygote, tell: Callable[[News], None]) -> Iterator[News]:
    """The score of each exercise as soon as it is known; when there are all, which mistakes they are."""
    from autograder.channel.process import ProcessChannel
    from autograder.diagnosis.diagnose import Physician
    from autograder.diagnosis.examples import asked, in_a_process, with_examples
    from autograder.diagnosis.transcripts import at_home
    from autograder.examiner.recording import Record
    from autograder.grading.examine import RUNNING
    from autograder.grading.released import Released
    from autograder.report.card import not_begun
    from autograder.report.summary import notes

    def step(_: int, __: int, title: str) -> None:
        tell(News(order, step=f"{name}: {title}"))

    channel = ProcessChannel(zygote, Released.at_home(order.lesson).needed(order.submission), lesson=order.lesson)
    wrong = []
    try:
        yield News(order, step=RUNNING)
        channel.start()
        for name in order.exercises:
            record = Record()
            report = examiner.examine(channel, order.lesson, order.submission.id, [name], step, record=record)
            known = report.passed or not_begun(report.exercises[0])
            yield News(order, report=report, told=known, notes=tuple(notes(report)))
            if not known:
                wrong.append((report, record))
        given = [asked(report, channel) for report, _ in wrong]
    finally:
        channel.stop()
    physician = Physician(examiner, lambda: zygote, at_home(examiner.seed, zygote.device))
    for (report, record), sketches in zip(wrong, given, strict=True):
        yield News(order, step=f"{report.exercises[0].name}: which mistake is it?")
        report = with_examples(report, sketches, in_a_process(lambda: zygote))
        report = physician.diagnosed(report, channel.source(), record).report
        yield News(order, report=report, told=True, notes=tuple(notes(report)))
    yield News(order, over=True)
