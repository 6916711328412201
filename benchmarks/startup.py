"""How long is it until there is an answer? Usage: python benchmarks/startup.py [--times 5]

Times `import torch`, and in turn with it the commands of a student, from a cold process each: `--help`, `list`,
`hint sigmoid` and `check sigmoid` on a solution; then what a notebook waits for: `import autograder` after torch,
the first `check("sigmoid")` after torch and matplotlib, and a later one. Prints the median seconds on the wall and
of processors (all processes together), and the wall's ratio to `import torch` of the same run; the first round is
left out, because it reads the files from the disk. Ratios are what to compare between machines. On two quiet
cores, the goals are 0.4 s for what is only said, twice `import torch` for `check sigmoid`, 0.1 s for
`import autograder`, 1 s for the first check of a notebook and 0.1 s for a later one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOLUTION = ROOT / "solutions" / "activations.py"
#: (name, seconds on the wall, seconds of processors)
Times = Iterator[tuple[str, float, float]]

COMMANDS = {
    "autograder --help": ["--help"],
    "autograder list": ["list"],
    "autograder hint sigmoid": ["hint", "sigmoid"],
    "autograder check sigmoid": ["check", "sigmoid", "--student", str(SOLUTION)],
}

#: What a notebook does, as a script; the times are written to the file that it is given.
NOTEBOOK = """
import json, sys, time
times = {}
def timed(name, do):
    wall, own = time.perf_counter(), time.process_time()
    do()
    times[name] = [time.perf_counter() - wall, time.process_time() - own]
import torch
def package():
    import autograder
timed("import autograder, after torch", package)
import matplotlib.pyplot
def sigmoid(x):
    return torch.where(x >= 0, 1 / (1 + torch.exp(-x.abs())), 1 - 1 / (1 + torch.exp(-x.abs())))
def sigmoid_checked():
    from autograder import check
    check("sigmoid")
timed('check("sigmoid"), the first', sigmoid_checked)
timed('check("sigmoid"), a later one', sigmoid_checked)
with open(sys.argv[1], "w") as file:
    json.dump(times, file)
"""


def of_process(name: str, command: list[str]) -> Times:
    """What a process takes, with those that it started."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    yield name, wall, used


def of_notebook() -> Times:
    """What the cells of a notebook take."""
    with tempfile.TemporaryDirectory() as folder:
        script, times = Path(folder, "mine.py"), Path(folder, "times.json")
        script.write_text(NOTEBOOK, encoding="utf-8")
        subprocess.run([sys.executable, str(script), str(times)], check=True, stdout=subprocess.DEVNULL)
        for name, (wall, used) in json.loads(times.read_text(encoding="utf-8")).items():
            yield name, wall, used


def once() -> Times:
    """Everything, one after another."""
    yield from of_process("import torch", [sys.executable, "-c", "import torch"])
    for name, words in COMMANDS.items():
        yield from of_process(name, [sys.executable, "-m", "autograder", *words])
    yield from of_notebook()


def main(times: int) -> None:
    """Measure so many rounds, after one to warm up, and show a table."""
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(times + 1):
        for name, wall, used in once():
            if number:
                found.setdefault(name, []).append((wall, used))
    medians = {name: tuple(map(statistics.median, zip(*rows, strict=True))) for name, rows in found.items()}
    torch_wall = medians["import torch"][0]
    print(f"{'':32}{'seconds':>9}{'processor':>11}{'ratio':>7}")
    for name, (wall, used) in medians.items():
        print(f"{name:32}{wall:9.2f}{used:11.2f}{wall / torch_wall:7.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5, help="rounds that count")
    main(parser.parse_args().times)
