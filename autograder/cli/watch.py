"""One's own work, checked whenever it is saved."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.ending import PASSED
from autograder.cli.output import out
from autograder.failures import UsageError

if TYPE_CHECKING:
    from autograder.grading.desk import Desk
    from autograder.grading.newest import Newest, News, Order
    from autograder.grading.saved import Saved

    #: What happens: a key, a file that is saved, what became of a check; or that something cannot go on.
    _Events = SimpleQueue[str | Saved | News | Exception]

#: What each key does.
_KEYS = {"h": "hint", "n": "next", "l": "list", "r": "reset", "q": "quit"}
#: To the upper left corner; nothing in the rest of the line, in all that is below, on the whole screen.
_HOME, _REST_OF_LINE, _REST, _CLEAR = "\x1b[H", "\x1b[K", "\x1b[J", "\x1b[H\x1b[2J"
#: Seconds until threads that are told to end have ended; an import of torch is not waited for.
_PATIENCE = 1.0
#: Seconds after which a signal is seen that came just before the wait for what happens next.
_LOOK = 0.5


def watch(
    lesson: Annotated[
        str | None, typer.Argument(help="Only this lesson. [default: all of them]", show_default=False)
    ] = None,
) -> None:
    """Check your work in work/ and exercises/ whenever you save it, until you press q.

    Exit code 0, whatever the checks say.
    """
    if not hasattr(os, "fork"):
        raise UsageError(
            "`autograder watch` needs Linux or macOS (on Windows: WSL). Without either, "
            "check after each save: autograder check LESSON, or check(...) in a notebook"
        )
    from autograder.cli.keys import pressed
    from autograder.grading.desk import Desk
    from autograder.grading.newest import Newest
    from autograder.grading.saved import Watch, own_files
    from autograder.grading.selection import lesson_named

    only = lesson_named(lesson) if lesson is not None else None
    mine = dict(own_files(only))
    events: _Events = SimpleQueue()
    checks, files = Newest(events.put), Watch(events.put)  # from here on a zygote imports what takes seconds
    checks.start()
    files.start()
    try:
        with _signals(events), pressed(events.put) as again:
            _Session(Desk(only, mine), checks, again).run(events)
    finally:
        checks.stop()
        files.stop()
        checks.join(_PATIENCE)
    if checks.is_alive():
        sys.stdout.flush()
        os._exit(PASSED)
    raise typer.Exit(PASSED)


@contextmanager
def _signals(events: _Events) -> Iterator[None]:
    """Whatever ends a command presses q; after Ctrl-Z, or in a window of another size, all is shown again."""
    keys = {signal.SIGINT: "q", signal.SIGTERM: "q", signal.SIGHUP: "q", signal.SIGCONT: "", signal.SIGWINCH: ""}
    before = {number: signal.signal(number, lambda n, _: events.put(keys[signal.Signals(n)])) for number in keys}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Session:
    """Takes what happens, one after the other, and shows what is known then."""

    def __init__(self, desk: Desk, checks: Newest, again: Callable[[], None] | None) -> None:
        self._desk, self._checks, self._again = desk, checks, again
        self._keys = _KEYS if again is not None else {}
        self._listed = False
        self._shown = ""

    def run(self, events: _Events) -> None:
        """Go on until somebody quits, or nobody reads any more."""
        from autograder.grading.saved import seen

        first = self._desk.path
        self._show()
        for path in sorted(self._desk.files, key=lambda path: path != first):
            self._desk.lies(seen(path))
            if path == first:
                self._check(self._desk.opened())
        while not out.closed:
            try:
                event = events.get(timeout=_LOOK)
            except Empty:
                continue
            if event == "q":
                return
            self._take(event)
            if events.empty():
                self._show()

    def _take(self, event: object) -> None:
        from autograder.grading.newest import News
        from autograder.grading.saved import Saved, seen

        if isinstance(event, Exception):
            raise event
        if isinstance(event, News):
            self._desk.hears(event)
        elif isinstance(event, Saved):
            if event.lesson is None:  # the file may import it
                event = seen(self._desk.path)
            self._check(self._desk.saved(event))
        elif event == "":
            self._shown = ""
            if self._again is not None:
                self._again()
        elif event in self._keys:
            self._press(str(event))
        elif isinstance(event, str):
            self._desk.leave()

    def _press(self, key: str) -> None:
        self._listed = key == "l" and not self._listed
        if key == "r":
            self._desk.give_back()
            return
        self._desk.leave()
        if key == "n":
            self._check(self._desk.turn())
        elif key == "h":
            self._desk.give_hint()

    def _check(self, order: Order | None) -> None:
        if order is not None:
            self._checks.put(order)

    def _show(self) -> None:
        """Put it on the screen; where there is none, write it whenever there is something new to read."""
        from autograder.report.watching import screen

        if not out.is_terminal and not self._desk.scored:
            return
        with out.capture() as captured:
            out.print(screen(self._desk, self._keys, listed=self._listed, steps=out.is_terminal))
        text = captured.get()
        if text != self._shown:
            out.file.write(self._in_place(text) if out.is_terminal else text + "\n")
            out.file.flush()
            self._shown = text

    def _in_place(self, text: str) -> str:
        """What puts a text in the place of the one on the screen; where both fit, nothing flickers."""
        if not self._shown or max(text.count("\n"), self._shown.count("\n")) >= out.height:
            return _CLEAR + text
        return _HOME + text.replace("\n", f"{_REST_OF_LINE}\n") + _REST
