"""What does it cost to name mistakes? Usage: python benchmarks/diagnosis_cost.py [LESSON ...]

Grades a mixed class (every other one makes a mistake) with `autograder grade`, once with the mistakes run and once
without, in turn. The first submissions of a course pay for running its mistakes under its salt, which is kept;
what counts for a class is one more submission after that: of two further batches, the difference. Then the same of
a wrong `check("softmax")` as a notebook runs it, after the first. Prints seconds and what naming adds, as a share.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from grading import make_course, run, submission

from autograder.diagnosis.diagnose import NO_MISTAKES

ROOT = Path(__file__).parent.parent
#: How many are graded at first, and in each batch after that.
FIRST, FEW, MANY = 40, 8, 40

CHECK = """
import json, sys, time
import torch, matplotlib.pyplot
from autograder import check
def softmax(x, dim=-1):
    powers = (x - x.max()).exp()
    return powers / powers.sum()
times = []
for _ in range(8):
    start = time.perf_counter()
    card = check("softmax")
    times.append(time.perf_counter() - start)
named = bool(card.report.exercises[0].misconceptions)
json.dump([times, named], open(sys.argv[1], "w"))
"""


@contextmanager
def naming(wanted: bool) -> Iterator[None]:
    """Whether what is started in the block runs mistakes."""
    if not wanted:
        os.environ[NO_MISTAKES] = "1"
    try:
        yield
    finally:
        os.environ.pop(NO_MISTAKES, None)


def hand_in(course: Path, lesson: str, numbers: range) -> None:
    """Submissions of a mixed class that nobody has handed in before."""
    for number in numbers:
        place = course / "submitted" / f"s{number:05}" / lesson
        place.mkdir(parents=True)
        nbformat.write(submission(lesson, number, "mixed"), place / f"{lesson}.ipynb")


def of_a_class(lesson: str, folder: Path) -> None:
    """Grade, and print what one more submission costs."""
    seconds: dict[bool, list[float]] = {True: [], False: []}
    courses = {wanted: folder / f"{lesson}-{wanted}" for wanted in seconds}
    for course in courses.values():
        make_course(course, lesson, FIRST, stock=False, kind="mixed")
    batches = (range(0), range(FIRST, FIRST + FEW), range(FIRST + FEW, FIRST + FEW + MANY))
    for batch in batches:
        for wanted, course in courses.items():
            hand_in(course, lesson, batch)
            with naming(wanted):
                seconds[wanted].append(run(course, "autograder", "grade", lesson))
    each = {wanted: (many - few) / (MANY - FEW) for wanted, (_, few, many) in seconds.items()}
    added = each[True] / each[False] - 1
    print(f"{lesson}: {each[True]:.3f} s for one more submission, {each[False]:.3f} unnamed: {added:+.0%}")
    print(f"    the first {FIRST}: {seconds[True][0]:.1f} s, {seconds[False][0]:.1f} unnamed", flush=True)


def of_a_check(folder: Path) -> None:
    """Check in a process as a notebook's, and print what a later answer takes."""
    found = {}
    for wanted in (True, False):
        answer = folder / "times.json"
        with naming(wanted):
            environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "caches")}
            subprocess.run(
                [sys.executable, "-c", CHECK, str(answer)], env=environment, check=True, stdout=subprocess.DEVNULL
            )
        (first, *later), named = json.loads(answer.read_text(encoding="utf-8"))
        assert named is wanted
        found[wanted] = statistics.median(later)
        print(f'check("softmax"), {"named" if wanted else "unnamed"}: {first:.2f} s, later {found[wanted]:.3f} s')
    print(f"    naming adds {found[True] - found[False]:.3f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what it costs to name the mistakes of a class.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", default=["activations", "losses"])
    with tempfile.TemporaryDirectory() as name:
        of_a_check(Path(name))
        for lesson in parser.parse_args().lessons:
            of_a_class(lesson, Path(name))


if __name__ == "__main__":
    main()
