"""Does a busy machine change a verdict? Usage: python benchmarks/load.py [LESSON ...] [--loops 8] [--each 2]

Grades a small class of each lesson twice: as the machine is, and with busy loops beside it. The class: the
lesson's solution, right and wrong versions of its banks, and what comes near to its limits, or meets them: a
function and a cell that work for half of their time, loops without an end, and sleep (of these only the first
exercise is examined). Prints how long each took on the wall, and every check whose outcome or points differ.
The goal is none.
"""

import argparse
import contextlib
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, exercises_of
from autograder.examiner.session import Examiner
from autograder.grading.sandboxed import sandboxed_zygote
from autograder.sandbox.probe import probe
from autograder.submission.cells import Cell, Submission, read
from tests.banks import entries

ROOT = Path(__file__).parent.parent
LESSONS = ("activations", "optimizers", "xor")
#: Seconds that a cell may use here.
CELL_SECONDS = 8.0
#: The outcome and the points of each check of each submission, and what was said of each cell.
Verdicts = dict[tuple[str, ...], tuple[str, float]]

_SPIN = "import time as _time\ndef _spin(seconds):\n    start = _time.process_time()\n"
_SPIN += "    while _time.process_time() - start < seconds: pass\n"
#: What is appended to a solution; its functions are wrapped, so that each lesson has the same.
_NEAR = {
    "a cell that takes half of its time": f"{_SPIN}_spin({CELL_SECONDS / 2})",
    "a function that takes half of its time": f"{_SPIN}_own = NAME\n_calls = []\n"
    "def NAME(*args, **options):\n"
    "    if not _calls: _calls.append(_spin(5))\n"
    "    return _own(*args, **options)",
    "a cell that never ends": "while True: pass",
    "a cell that sleeps": "import time\ntime.sleep(1e6)",
    "a function that never ends": "def NAME(*args, **options):\n    while True: pass",
    "a function that sleeps": "import time\ndef NAME(*args, **options): time.sleep(1e6)",
}


def class_of(lesson: str, each: int) -> list[Submission]:
    """The solution, `each` right and wrong versions of the banks, and those that come near to the limits."""
    solution = read(ROOT / "solutions" / f"{lesson}.py")
    bank = [entry for entry in entries() if entry.lesson == lesson]
    chosen = [[entry for entry in bank if entry.right is right] for right in (True, False)]
    # spread over the exercises
    few = [entry for kind in chosen for entry in kind[:: max(len(kind) // max(each, 1), 1)][:each]]
    name = exercises_of(lesson)[0]
    near = [
        Submission(title, solution.path, "script", (*solution.cells, Cell(source.replace("NAME", name))))
        for title, source in _NEAR.items()
    ]
    return [replace(solution, id="solution"), *(entry.submission() for entry in few), *near]


def verdicts(classes: dict[str, list[Submission]], examiner: Examiner, zygote: Zygote) -> Verdicts:
    """What each check and each cell of each submission comes to."""
    found: Verdicts = {}
    for lesson, submissions in classes.items():
        for submission in submissions:
            channel = ProcessChannel(zygote, submission, CELL_SECONDS, lesson=lesson)
            only = exercises_of(lesson)[:1] if submission.id in _NEAR else None
            try:
                channel.start()
                report = examiner.examine(channel, lesson, submission.id, only)
            finally:
                channel.stop()
            for exercise in report.exercises:
                for check in exercise.checks:
                    found[lesson, submission.id, exercise.name, check.id] = (check.outcome, check.points)
            for number, result in enumerate(channel.results):
                error = result["error"] or {"type": "none"}
                found[lesson, submission.id, "cell", str(number)] = (str(error["type"]), 0.0)
    return found


@contextlib.contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many loops run beside what is inside, each in a session of its own, as other people's would."""
    command = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(command, start_new_session=True) for _ in range(loops)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def timed(title: str, classes: dict[str, list[Submission]], examiner: Examiner, zygote: Zygote) -> Verdicts:
    start = time.monotonic()
    found = verdicts(classes, examiner, zygote)
    kinds = Counter(kind for kind, _ in found.values())
    words = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    print(f"{title}: {time.monotonic() - start:.0f} s, {len(found)} verdicts: {words}", flush=True)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Grade and compare; the number of differences."""
    parser = argparse.ArgumentParser(description="Count the verdicts that a busy machine changes.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help=f"default: {' '.join(LESSONS)}")
    parser.add_argument("--loops", type=int, default=8, help="busy loops beside the grader (default: 8)")
    parser.add_argument("--each", type=int, default=2, help="right and wrong versions of each lesson (default: 2)")
    options = parser.parse_args(arguments)
    lessons = options.lessons or LESSONS
    if unknown := set(lessons) - set(available_lessons()):
        parser.error(f"no such lesson: {', '.join(unknown)}")
    classes = {lesson: class_of(lesson, options.each) for lesson in lessons}
    examiner, zygote = Examiner(), sandboxed_zygote(trusted=True)
    print(f"{sum(map(len, classes.values()))} submissions, sandbox: {probe().name}", flush=True)
    try:
        quiet = timed("as it is", classes, examiner, zygote)
        with busy(options.loops):
            loaded = timed(f"beside {options.loops} busy loops", classes, examiner, zygote)
    finally:
        zygote.close()
    different = sorted(key for key in quiet | loaded if quiet.get(key) != loaded.get(key))
    print(f"{len(different)} differences")
    for key in different:
        print(f"    {' / '.join(key)}: {quiet.get(key)} became {loaded.get(key)}")
    return len(different)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
