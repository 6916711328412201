"""What are submissions told that nobody here has seen?

    python benchmarks/unseen.py [--keep FOLDER] [FILE ...]

A file named after its lesson holds wrong submissions as cells of a percent script, by default those in
benchmarks/unseen/:

    # %% softmax: subtracts the maximum of the whole tensor
    # told: subtracts the largest score of the whole tensor, not that of each row
    def softmax(x, dim=-1): ...

First the exercise, and what is wrong in its author's words; then, if somebody has looked it up, the mistake of
mistakes.py which says the same (a line each, where several do). `# and:` is the second of two mistakes in one
cell; a cell without either line has a mistake that no list has. What stands above the first cell, as imports, goes
with each. Each stands in for the solution's version and is examined as `autograder grade` does; what it is told is
printed, and in the end how often that was right.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from autograder.failures import UsageError
from autograder.grading.classes import Workers
from autograder.grading.executors import at_a_time, workers
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import ExerciseResult
from autograder.rng import PUBLIC_SEED
from autograder.submission.cells import Cell, Submission, read

ROOT = Path(__file__).parent.parent
#: A submission's mistakes are run for a limited time; what was found out is kept, so that asking again goes on.
TRIES = 40
WORDS = ("right", "half", "several", "wrong", "unknown", "rightly unknown", "not looked for", "keeps its points")

_CELL = re.compile(r"^# %% (\w+): (.+)\n((?:# (?:told|and): .+\n)*)", re.MULTILINE)
_TOLD = re.compile(r"^# (told|and): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Unseen:
    """A wrong submission of one exercise.

    label: its author's words. told: names of mistakes.py, of which one is right; also: those for a second one.
    """

    lesson: str
    exercise: str
    label: str
    told: frozenset[str]
    also: frozenset[str]
    source: str

    def task(self) -> Task:
        """The lesson's solution with this version of the exercise."""
        solution = read(ROOT / "solutions" / f"{self.lesson}.py")
        whole = Submission(self.label, solution.path, "script", (*solution.cells, Cell(self.source)))
        return Task(whole, self.lesson, (self.exercise,))

    def verdict(self, found: ExerciseResult) -> str:
        """What came of it, in one of `WORDS`."""
        names = {one.name for one in found.misconceptions}
        if found.points == found.max_points:
            return "keeps its points"
        if not names:
            unlisted = not self.told and found.diagnosis
            return "rightly unknown" if unlisted else "unknown" if found.diagnosis else "not looked for"
        if not names & (self.told | self.also):
            return "wrong"
        if found.diagnosis == "both":
            hit = not self.also or (names & self.told and names & self.also)
            return "right" if hit and names <= self.told | self.also else "half" if self.also else "several"
        return "several" if len(names) > 1 else "half" if self.also else "right"


def cells(path: Path) -> Iterator[Unseen]:
    """The cells of a file. Raises `UsageError` where there are none."""
    text = path.read_text(encoding="utf-8")
    headers = list(_CELL.finditer(text))
    if not headers:
        raise UsageError(f"{path}: there is no cell `# %% EXERCISE: what is wrong`")
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=True):
        names = _TOLD.findall(header[3])
        told, also = (frozenset(name for kind, name in names if kind == word) for word in ("told", "and"))
        yield Unseen(
            path.stem, header[1], header[2], told, also, text[: headers[0].start()] + text[header.end() : end]
        )


def spread(found: Sequence[Unseen]) -> list[Unseen]:
    """In another order: of each exercise one, and so on, so that two processes seldom run the same mistakes."""
    ordered: dict[str, list[Unseen]] = {}
    for one in found:
        ordered.setdefault(one.exercise, []).append(one)
    return [one for one in chain(*zip_longest(*ordered.values())) if one is not None]


def result(one: Unseen, first: Future[Done], hands: Workers, setting: Setting) -> ExerciseResult:
    """What came of it, however long its mistakes run. Raises `GraderError`."""
    done = first.result()
    for _ in range(TRIES):
        assert done.report is not None, "it is a lesson's"
        if done.lasting or done.report.exercises[0].diagnosis:  # what runs out of time never lasts
            break
        done = hands.examine(setting, one.task()).result()
    assert done.report is not None, "it is a lesson's"
    return done.report.exercises[0]


def main() -> None:
    """Examine, and print a line for each and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--keep", type=Path, help="a folder in which transcripts are kept for the next run")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    files = asked.files or sorted((ROOT / "benchmarks" / "unseen").glob("*.py"))
    found = spread([one for path in files for one in cells(path)])
    sums, hands = Counter[str](), workers(at_a_time(len(found)))
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(asked.keep or Path(folder), PUBLIC_SEED, trusted=True)
        try:
            begun = [(one, hands.examine(setting, one.task())) for one in found]
            for one, future in begun:
                came = result(one, future, hands, setting)
                word = one.verdict(came)
                sums[word] += 1
                print(f"{one.exercise}: {one.label}\n  {came.points:g}/{came.max_points:g}  {word}: {said(came)}")
        finally:
            hands.close()
    print(", ".join(f"{sums[word]} {word}" for word in WORDS if sums[word]), f"({sum(sums.values())} in all)")


def said(found: ExerciseResult) -> str:
    """What it is told, in a line."""
    return f"[{found.diagnosis or 'nothing'}] " + "; ".join(one.name for one in found.misconceptions)


if __name__ == "__main__":
    main()
