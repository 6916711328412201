"""Is every salt fair? Usage: python benchmarks/salts.py [LESSON ...] [--salts 300] [--first 0] [--solutions]

Examines each lesson's solution, and every unusual right version of the banks, under many salts, and prints how
often a check refused one of them, and which check under which salt. The goal is none. A check whose inputs do
not depend on the salt, as most that train, runs under the first salt only.
"""

import argparse
import inspect
import math
import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, checks_of
from autograder.examiner.session import Examiner
from autograder.submission.cells import Submission, read
from tests.banks import Entry, entries

ROOT = Path(__file__).parent.parent
PROCESSES = 2
#: Salts for one process at a time: enough to be worth a worker, few enough to share the work out evenly.
BATCH = 50
#: Checks that look at the random numbers of the student's own code, which start from the salt as well.
DRAWN = {"test_xornet_initialisation"}


@dataclass(frozen=True)
class Right:
    """What no check may refuse: a lesson's solution, or a version of one exercise in its place."""

    lesson: str
    entry: Entry | None = None

    def __str__(self) -> str:
        return f"{self.lesson} solution" if self.entry is None else f"{self.entry.exercise}: {self.entry.title}"

    def submission(self) -> Submission:
        """The file that is examined."""
        if self.entry is None:
            return read(ROOT / "solutions" / f"{self.lesson}.py")
        return self.entry.submission()


@dataclass(frozen=True)
class Refusal:
    """A check that a right version did not pass."""

    right: str
    check: str
    salt: str
    message: str


def rights(lessons: Iterable[str], *, solutions_only: bool = False) -> list[Right]:
    """The solutions of these lessons, and the right versions of their banks."""
    found = [Right(lesson) for lesson in lessons]
    bank = [] if solutions_only else [e for e in entries() if e.right and e.lesson in lessons]
    return found + [Right(entry.lesson, entry) for entry in bank]


@cache
def salted(lesson: str) -> frozenset[str]:
    """The checks whose inputs depend on the salt, for they ask for `rng`, and those in `DRAWN`."""
    module = import_module(f"autograder.lessons.{lesson}.checks")
    tests = {check.id: getattr(module, check.id) for check in checks_of(lesson)}
    return frozenset(
        name for name, test in tests.items() if name in DRAWN or "rng" in inspect.signature(test).parameters
    )


def refusals(
    right: Right, salts: Sequence[str], examiner: Examiner, zygote: Zygote, *, everything: bool = False
) -> Iterator[Refusal]:
    """What is refused under these salts; `everything`: also what does not depend on the salt, under the first."""
    channel = ProcessChannel(zygote, right.submission(), total_seconds=math.inf)
    exercises = None if right.entry is None else [right.entry.exercise]
    try:
        for number, salt in enumerate(salts):
            only = None if everything and number == 0 else salted(right.lesson)
            examiner.reseed(salt)
            report = examiner.examine(channel, right.lesson, str(right), exercises, only=only)
            for check in (check for found in report.exercises for check in found.checks):
                if check.outcome != "passed":
                    yield Refusal(str(right), check.id, salt, check.message)
    finally:
        channel.stop()


@cache
def _tools() -> tuple[Examiner, Zygote]:
    return Examiner(), Zygote()


def _batch(right: Right, salts: Sequence[str], everything: bool) -> list[Refusal]:
    return list(refusals(right, salts, *_tools(), everything=everything))


def main() -> None:
    """Examine and print."""
    parser = argparse.ArgumentParser(description="Count the salts under which a right version is refused.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="all of them where none is named")
    parser.add_argument("--salts", type=int, default=300, help="how many (default: 300)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first (default: 0)")
    parser.add_argument("--solutions", action="store_true", help="without the unusual right versions")
    options = parser.parse_args()
    lessons = options.lessons or available_lessons()
    salts = [f"salt{number}" for number in range(options.first, options.first + options.salts)]
    batches = [salts[start : start + BATCH] for start in range(0, len(salts), BATCH)]
    # spawned: a fork of a process that has torch's threads could hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        for lesson in lessons:
            start, mine = time.monotonic(), rights([lesson], solutions_only=options.solutions)
            jobs = [pool.submit(_batch, r, batch, batch is batches[0]) for r in mine for batch in batches]
            refused = [refusal for job in jobs for refusal in job.result()]
            seconds = time.monotonic() - start
            print(f"{lesson}: {len(refused)} refusals, {len(mine)} versions, {len(salts)} salts, {seconds:.0f} s")
            for refusal in refused:
                print(f"    {refusal.check} under {refusal.salt}, {refusal.right}: {refusal.message}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
