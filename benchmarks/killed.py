"""Is anything lost when grading is killed? Usage: python benchmarks/killed.py [LESSON] [--students N] [--kills 3]

Grades a mixed class undisturbed; then the same class in a copy of the course, where SIGKILL ends the grader with
everything below it at random moments, one run after the other, until the last run, which nobody disturbs. Prints
after each run how many verdicts are kept. In the end the verdicts of both have to be the same, check by check, and
no verdict that was kept when a run was killed may have been made again; else this fails.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grading import BIN, environment, make_course, run

from autograder.course.salt import course_salt
from autograder.grading.reports import reports_in
from tests.attacks.arena import descendants

#: When a file was written, and which one it is: a verdict that is made again is another file.
Stamp = tuple[int, int]


def killed(course: Path, lesson: str, after: float) -> None:
    """Begin to grade, and kill everything after so many seconds. Raises where it was done by then."""
    grader = subprocess.Popen(
        [str(BIN / "autograder"), "grade", lesson],
        cwd=course,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    if grader.poll() is not None:
        raise RuntimeError(f"it was done before {after:.0f} s; try a larger class")
    for pid in (grader.pid, *descendants(grader.pid)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    grader.wait()


def kept(course: Path) -> dict[str, Stamp]:
    """The verdicts of a course."""
    found = {}
    for path in (course / ".autograder" / "verdicts").rglob("*.json"):
        status = path.stat()
        found[path.name] = status.st_mtime_ns, status.st_ino
    return found


def verdicts(course: Path, lesson: str) -> Iterator[tuple[str, str, float, str]]:
    """How each check of each submission ended."""
    for report in reports_in(course, lesson):
        for exercise in report.exercises:
            for check in exercise.checks:
                yield report.submission, check.id, check.points, check.outcome


def main() -> None:
    """Grade, kill, compare."""
    parser = argparse.ArgumentParser(description="Kill the grader at random moments, and compare the verdicts.")
    parser.add_argument("lesson", nargs="?", default="activations")
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.randrange(1000), help="of the moments")
    options = parser.parse_args()
    moments = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        undisturbed, course = Path(name, "undisturbed"), Path(name, "killed")
        make_course(undisturbed, options.lesson, options.students, stock=False, kind="mixed")
        course_salt(undisturbed)
        shutil.copytree(undisturbed, course)
        whole = run(undisturbed, "autograder", "grade", options.lesson)
        print(
            f"{options.students} of {options.lesson}, undisturbed: {whole:.0f} s (seed {options.seed})", flush=True
        )
        again = 0
        before: dict[str, Stamp] = {}
        for number in range(options.kills + 1):
            if number < options.kills:
                after = moments.uniform(0.1, 0.9) * whole / options.kills
                killed(course, options.lesson, after)
            else:
                after = run(course, "autograder", "grade", options.lesson)
            now = kept(course)
            again += sum(now.get(file) != stamp for file, stamp in before.items())
            word = "killed" if number < options.kills else "done"
            print(
                f"{word} after {after:.0f} s: {len(now)} verdicts, {len(now.keys() - before.keys())} new",
                flush=True,
            )
            before = now
        same = list(verdicts(undisturbed, options.lesson)) == list(verdicts(course, options.lesson))
    print(f"verdicts {'as undisturbed' if same else 'DIFFER'}; made twice: {again}")
    sys.exit(0 if same and not again else 1)


if __name__ == "__main__":
    main()
