"""Does the size of a class matter? Usage: python benchmarks/scale.py [STUDENTS ...] [--jobs 1 2 4]

Grades made-up classes of different sizes by `autograder grade`, in a course of one small exercise (the one that
`autograder new` writes), so that what is measured is the grader's own work and not the checks'. No two submissions
are the same. Prints for each size and number of processes the seconds for one submission,
start-up included, and the most memory that any one process of it held.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LESSON = "scale"


@dataclass(frozen=True)
class Cost:
    """Seconds for a submission, and MiB at the most."""

    each: float
    memory: float


def autograder(folder: Path, *words: str) -> None:
    """Run the kit's command in a folder. Raises where it could not do what it should."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-m", "autograder", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(words)}: {done.stderr[-2000:]}")


def make_class(folder: Path, students: int) -> None:
    """A course of one lesson, and a class that has handed in."""
    autograder(folder.parent, "init", str(folder))
    autograder(folder, "new", LESSON)
    solution = (folder / "solutions" / f"{LESSON}.py").read_text(encoding="utf-8")
    for number in range(students):
        place = folder / "submitted" / f"s{number:05}" / LESSON
        place.mkdir(parents=True)
        (place / f"{LESSON}.py").write_text(f"{solution}\nMINE = {number}\n", encoding="utf-8")


def cost(students: int, jobs: int) -> Cost:
    """What a class costs; measured by a process of its own, whose children are those of this class alone."""
    with tempfile.TemporaryDirectory() as name:
        course = Path(name) / "course"
        make_class(course, students)
        start = time.perf_counter()
        autograder(course, "grade", LESSON, "--jobs", str(jobs))
        wall = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Cost(wall / students, memory)


def apart(students: int, jobs: int) -> Cost:
    """`cost`, in a process of its own."""
    words = [sys.executable, __file__, "--one", str(students), str(jobs)]
    run = subprocess.run(words, capture_output=True, text=True, check=True)
    return Cost(*map(float, run.stdout.split()))


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what classes of different sizes cost.")
    parser.add_argument("students", nargs="*", type=int, default=[10, 100, 1000])
    parser.add_argument("--jobs", nargs="*", type=int, default=[1, 2])
    parser.add_argument("--one", nargs=2, type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    if options.one:
        found = cost(*options.one)
        print(found.each, found.memory)
        return
    print(f"{os.cpu_count()} processors\n\n| students | processes | each | MiB |")
    print("| ---: | ---: | ---: | ---: |")
    for jobs in options.jobs:
        for students in options.students:
            found = apart(students, jobs)
            print(f"| {students} | {jobs} | {found.each:.3f} | {found.memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
