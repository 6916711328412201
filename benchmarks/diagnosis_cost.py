"""What does it cost to name mistakes? Usage: python benchmarks/diagnosis_cost.py [LESSON ...] [--students 40]

Grades a mixed class (every other one makes a mistake, all of them different) with `autograder grade`, with the
mistakes run and without, in turn: first as a class is graded for the first time, when the lesson's mistakes are
run under the course's salt, which is kept; then again with `--fresh`, when all that is known. Then a wrong
`check("softmax")` as a notebook runs it, the first and later ones. Prints seconds, and what naming adds.
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

from grading import make_course, run

from autograder.diagnosis.diagnose import NO_MISTAKES

ROOT = Path(__file__).parent.parent
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


def of_a_class(lesson: str, students: int, folder: Path) -> None:
    """Grade twice, and print what naming adds to either."""
    courses = {wanted: folder / f"{lesson}-{wanted}" for wanted in (True, False)}
    for course in courses.values():
        make_course(course, lesson, students, stock=False, kind="mixed")
    for when, *words in (("for the first time",), ("again", "--fresh")):
        seconds = {}
        for wanted, course in courses.items():
            with naming(wanted):
                seconds[wanted] = run(course, "autograder", "grade", lesson, *words)
        added = seconds[True] / seconds[False] - 1
        told = f"{lesson}, {students} submissions {when}: {seconds[True]:.1f} s, {seconds[False]:.1f} unnamed"
        print(f"{told}: {added:+.0%}", flush=True)


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
    parser.add_argument("--students", type=int, default=40, help="how many hand in (default: 40)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        of_a_check(Path(name))
        for lesson in options.lessons:
            of_a_class(lesson, options.students, Path(name))


if __name__ == "__main__":
    main()
