"""How long does a class take? Usage: python benchmarks/grading.py [LESSON ...] [--few 4] [--many 12]

Grades made-up classes of right submissions, all different and none a copy, in three ways, side by side in one run:
stock nbgrader, which runs each notebook in a kernel of its own; the kit through `nbgrader autograde`; and
`autograder grade`. Each way grades a class of `few` and one of `many`: the difference is what one more submission
costs, the rest is start-up. Prints seconds, and how many times faster than stock nbgrader each way is.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
#: What a course without the kit has: the stub of its exercises, and nbgrader's own pipeline.
STOCK = (
    '{"CourseDirectory": {"course_id": "stock"}, "ClearSolutions": '
    '{"code_stub": {"python": "raise NotImplementedError()"}}}'
)


@dataclass(frozen=True)
class Cost:
    """Seconds for one more submission, and until the first is begun."""

    each: float
    start: float


def submission(lesson: str, number: int) -> nbformat.NotebookNode:
    """A right submission that is nobody else's: every cell of the student's has a line of its own."""
    notebook = nbformat.read(ROOT / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
            cell.source += f"\n# student {number}"
    return notebook


def make_course(folder: Path, lesson: str, students: int, *, stock: bool) -> None:
    """A course directory with a class that has handed in, and a gradebook that knows the lesson."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "source" / lesson, folder / "source" / lesson)
    if stock:
        (folder / "nbgrader_config.json").write_text(STOCK, encoding="utf-8")
    else:
        shutil.copy(ROOT / "nbgrader_config.json", folder)
    run(folder, "nbgrader", "generate_assignment", lesson)
    for number in range(students):
        place = folder / "submitted" / f"s{number:05}" / lesson
        place.mkdir(parents=True)
        nbformat.write(submission(lesson, number), place / f"{lesson}.ipynb")


def run(folder: Path, *command: str) -> float:
    """Seconds that a command takes in a course directory. Raises where it fails."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1"}
    start = time.perf_counter()
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=folder, env=environment, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode()[-2000:]}")
    return time.perf_counter() - start


WAYS: dict[str, tuple[bool, tuple[str, ...]]] = {
    "stock nbgrader autograde": (True, ("nbgrader", "autograde")),
    "nbgrader autograde": (False, ("nbgrader", "autograde")),
    "autograder grade": (False, ("autograder", "grade")),
}


def cost(way: str, lesson: str, few: int, many: int, folder: Path, say: Callable[[str], None]) -> Cost:
    """What a way of grading costs."""
    stock, command = WAYS[way]
    seconds = {}
    for students in (few, many):
        course = folder / f"{way.replace(' ', '-')}-{lesson}-{students}"
        make_course(course, lesson, students, stock=stock)
        seconds[students] = run(course, *command, lesson)
        say(f"{lesson}, {way}: {seconds[students]:.1f} s for {students}")
    each = (seconds[many] - seconds[few]) / (many - few)
    return Cost(each, seconds[few] - few * each)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what it costs to grade one more submission.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", default=["activations", "xor"])
    parser.add_argument("--few", type=int, default=4, help="submissions of the smaller class (default: 4)")
    parser.add_argument("--many", type=int, default=12, help="submissions of the larger class (default: 12)")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors; seconds for one more right submission, and until the first is begun")
    with tempfile.TemporaryDirectory() as name:
        for lesson in options.lessons:
            costs = {
                way: cost(
                    way, lesson, options.few, options.many, Path(name), lambda line: print(line, file=sys.stderr)
                )
                for way in WAYS
            }
            stock = costs["stock nbgrader autograde"]
            print(f"\n| {lesson} | each | times faster | start-up |\n| --- | ---: | ---: | ---: |")
            for way, found in costs.items():
                print(
                    f"| {way} | {found.each:.2f} | {stock.each / found.each:.1f} | {found.start:.1f} |", flush=True
                )


if __name__ == "__main__":
    main()
