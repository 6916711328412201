"""Cells of a lesson that show what a student's own functions do, and can only do so once there are any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from traceback import walk_tb

from autograder.worker import notes
from autograder.worker.describe import describe_error

_NOT_YET = "Not yet: this cell"


@contextmanager
def needs(*exercises: str) -> Iterator[None]:
    """Around the lines of a cell that call these exercises: what goes wrong is told in a line.

    So "Run All" reaches the cells below, in a notebook that is not finished, or not even begun.
    """
    try:
        yield
    except Exception as error:
        start, lacks, now = _told(error, exercises)
        print(f"This cell {lacks}." if notes.of_others() else f"{start} {lacks}. {now}")


def _told(error: Exception, exercises: Sequence[str]) -> tuple[str, str, str]:
    """How to begin, what the cell lacks, and what to do about it."""
    # the functions and classes that were running, by their names in the notebook, outermost first
    calls = [frame.f_code.co_qualname.partition(".")[0] for frame, _ in walk_tb(error.__traceback__)]
    if isinstance(error, NotImplementedError):
        raised_by = [name for name in calls if name in exercises][-1:] or exercises
        verb = "is" if len(raised_by) == 1 else "are"
        lacks = f"needs {_listed(raised_by)}, which {verb} not written yet"
        return _NOT_YET, lacks, "Run it again then."
    if isinstance(error, NameError) and calls[-1:] == ["<module>"]:
        if error.name in exercises:
            now = f"Run the cell of {error.name}, then run this one again."
            return _NOT_YET, f"needs {error.name}", now
        lacks = f"needs {error.name}, which a cell above makes"
        return _NOT_YET, lacks, "Run that one first."
    told = describe_error(error)
    what = f"{told['type']}: {told['message']}".removesuffix(": ")
    where = f" ({told['where']})" if told["where"] else ""
    checks = " and ".join(f'check("{name}")' for name in exercises)
    more = "they tell more" if len(exercises) > 1 else "it tells more"
    lacks = f"needs {_listed(exercises)}, and ended with {what}{where}"
    return "This cell", lacks, f"Run {checks}: {more}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
