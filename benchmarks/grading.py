"""How long does a class take? Usage: python benchmarks/grading.py [LESSON ...] [--class right] ...

Grades made-up classes, all different and none a copy, in several ways, side by side in one run: stock nbgrader,
which runs each notebook in a kernel of its own; the kit through `nbgrader autograde`; `autograder grade
--gradebook`; `autograder grade`, and that by one process; and the floor, the same cells and checks in one process
without walls (`benchmarks/floor.py`). Each way grades a class of `few` and one of `many`: the difference is what
one more submission costs, the rest is start-up; the smaller one is large enough for two processes already. Prints
seconds, and how many times faster than stock nbgrader each way is.
A class is right, wrong (one mistake of mistakes.py each) or mixed (every other).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.course.courses import kits_own
from autograder.course.mistakes import Mistake, mistakes

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


def submission(lesson: str, number: int, kind: str = "right") -> nbformat.NotebookNode:
    """A submission that is nobody else's: every cell of the student's has a line of its own."""
    notebook = nbformat.read(ROOT / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    wrong = _mistake(lesson, number) if kind == "wrong" or (kind == "mixed" and number % 2) else None
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
            if wrong is not None and cell.metadata.nbgrader.grade_id == wrong.exercise:
                cell.source = wrong.spellings[0]
            cell.source += f"\n# student {number}"
    return notebook


def _mistake(lesson: str, number: int) -> Mistake:
    """One of the lesson's mistakes, of an exercise that draws nothing: those of the plots all cost alike."""
    known = [mistake for mistake in mistakes(kits_own(), lesson) if not mistake.exercise.startswith("plot")]
    return known[number * 7919 % len(known)]


def make_course(folder: Path, lesson: str, students: int, *, stock: bool, kind: str = "right") -> None:
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
        nbformat.write(submission(lesson, number, kind), place / f"{lesson}.ipynb")


def environment() -> dict[str, str]:
    """In which commands run: this checkout's kit, the programs beside this Python, and one thread each."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


def run(folder: Path, *command: str) -> float:
    """Seconds that a command takes in a course directory. Raises where it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=folder, env=environment(), capture_output=True
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode()[-2000:]}")
    return time.perf_counter() - start


WAYS: dict[str, tuple[bool, tuple[str, ...]]] = {
    "stock nbgrader autograde": (True, ("nbgrader", "autograde")),
    "nbgrader autograde": (False, ("nbgrader", "autograde")),
    "autograder grade --gradebook": (False, ("autograder", "grade", "--gradebook")),
    "autograder grade": (False, ("autograder", "grade")),
    "autograder grade --jobs 1": (False, ("autograder", "grade", "--jobs", "1")),
    "the floor, one process": (False, ("python", str(ROOT / "benchmarks" / "floor.py"))),
}


def cost(way: str, lesson: str, kind: str, sizes: tuple[int, int], folder: Path) -> Cost:
    """What a way of grading costs."""
    stock, command = WAYS[way]
    walls = []
    for students in sizes:
        course = folder / f"{way.replace(' ', '-')}-{lesson}-{kind}-{students}"
        make_course(course, lesson, students, stock=stock, kind=kind)
        walls.append(run(course, *command, lesson))
        print(f"{lesson}, {way}: {walls[-1]:.1f} s for {students}", file=sys.stderr)
    few, many = sizes
    each = (walls[1] - walls[0]) / (many - few)
    return Cost(each, walls[0] - few * each)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what it costs to grade one more submission.")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", default=["activations", "xor"])
    parser.add_argument("--few", type=int, default=8, help="submissions of the smaller class (default: 8)")
    parser.add_argument("--many", type=int, default=24, help="submissions of the larger class (default: 24)")
    parser.add_argument("--class", dest="kind", choices=["right", "wrong", "mixed"], default="right")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors; seconds for one more {options.kind} submission")
    sizes = options.few, options.many
    with tempfile.TemporaryDirectory() as name:
        for lesson in options.lessons:
            costs = {way: cost(way, lesson, options.kind, sizes, Path(name)) for way in WAYS}
            stock = costs["stock nbgrader autograde"]
            print(f"\n| {lesson} | each | times faster | start-up |\n| --- | ---: | ---: | ---: |")
            for way, found in costs.items():
                print(
                    f"| {way} | {found.each:.2f} | {stock.each / found.each:.1f} | {found.start:.1f} |", flush=True
                )


if __name__ == "__main__":
    main()
