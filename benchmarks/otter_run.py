"""What does `otter run` take for the same submissions? Usage: python benchmarks/otter_run.py OTTER [--students 4]

OTTER: the command of an environment of its own that has otter-grader and the constraints' torch and matplotlib:

    python3 -m venv otter && otter/bin/pip install -c constraints.txt otter-grader ipykernel torch matplotlib

Right submissions to activations, as benchmarks/grading.py makes them, each graded by a command of its own, as it
is done without Docker. What they are asked is little: five functions, each compared with torch's once. Cells that
call the kit's `check` fail there at once, for the kit is not in that environment. Prints seconds for one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import nbformat
from grading import submission

LESSON = "activations"
#: Of each exercise, what torch calls it.
EQUAL = {
    "sigmoid": "torch.sigmoid(x)",
    "tanh": "torch.tanh(x)",
    "relu": "torch.relu(x)",
    "leaky_relu": "torch.nn.functional.leaky_relu(x)",
    "softmax": "torch.softmax(x, -1)",
}
TEST = """
OK_FORMAT = True
test = {{"name": "{name}", "points": 1, "suites": [{{"cases": [{{"code": r'''
>>> import torch
>>> x = torch.linspace(-3, 3, 12).reshape(3, 4)
>>> bool(torch.allclose({name}(x), {right}))
True
''', "hidden": False, "locked": False}}], "scored": True, "setup": "", "teardown": "", "type": "doctest"}}]}}
"""


def of_one(otter: Path, number: int, folder: Path) -> float:
    """Seconds until a submission is graded. Raises where it did not get all points."""
    path = folder / f"s{number}" / f"{LESSON}.ipynb"
    path.parent.mkdir()
    nbformat.write(submission(LESSON, number), path)
    places = f"{otter.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": places, "OMP_NUM_THREADS": "1"}
    words = ["run", "-a", str(folder / "autograder.zip"), "-o", str(path.parent), "--no-logo", str(path)]
    start = time.perf_counter()
    subprocess.run([str(otter), *words], check=True, capture_output=True, cwd=path.parent, env=environment)
    wall = time.perf_counter() - start
    tests = json.loads((path.parent / "results.json").read_text(encoding="utf-8"))["tests"]
    if sum(test.get("score", 0) for test in tests) != len(EQUAL):
        raise RuntimeError(f"not all points: {tests}")
    return wall


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what `otter run` takes for a submission.")
    parser.add_argument("otter", type=Path)
    parser.add_argument("--students", type=int, default=4)
    options = parser.parse_args()
    otter = options.otter.absolute()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        for exercise, right in EQUAL.items():
            (folder / "tests" / f"{exercise}.py").write_text(TEST.format(name=exercise, right=right))
        words = ["generate", "-t", "tests", "-o", "autograder.zip"]
        subprocess.run([str(otter), *words], check=True, capture_output=True, cwd=folder)
        walls = [of_one(otter, number, folder) for number in range(options.students)]
    print(f"{LESSON}, otter run: {sum(walls) / len(walls):.2f} s each, {min(walls):.2f} to {max(walls):.2f}")


if __name__ == "__main__":
    main()
