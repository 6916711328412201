"""Does everything work on this machine's GPU? Usage: python benchmarks/devices.py [--keep FILE]

Examines every lesson's solution by `autograder check`, by `check(...)` in a real kernel, and by `autograder grade`
in the sandbox, with the GPU and without; then the right and wrong banks of the lessons that train, on the GPU.
Prints a table of seconds with the card's name, which --keep writes as Markdown. Ends with 1 where a point was
lost, a mistake kept every point, or something ran elsewhere than it was asked to; with 0 where there is no GPU.
It takes less than four minutes: what has not started by then is counted as not tried.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from autograder.channel.devices import tried
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import available_lessons, exercises_of
from autograder.examiner.session import Examiner
from autograder.report.results import Report, loads
from tests.banks import Entry, entries

ROOT = Path(__file__).parent.parent
SECONDS = 225.0
#: Lessons whose checks train a network of the student's for many steps.
TRAINS = ("training", "xor")
#: The lesson that chooses its device: the others' checks stay on the CPU, whatever there is.
CHOOSES = "xor"
PROCESSES = max(2, min(8, (os.cpu_count() or 2) // 2))

_FINDS = "from autograder.worker import devices; import json; print(json.dumps(devices.computes_on()))"
_CARD = "import torch; print(torch.cuda.get_device_name(0), '/ torch', torch.__version__)"
_CHECKS = "import json; print(json.dumps([check(name).report.as_json() for name in {names!r}]))"


@dataclass(frozen=True)
class Row:
    """What became of one lesson's solution, in one way, on one device; or of one part of a bank."""

    lesson: str
    way: str
    device: str
    seconds: float
    result: str
    problem: str = ""


Way = Callable[[str, str, float], list[Report]]


def by_check(lesson: str, device: str, timeout: float) -> list[Report]:
    """`autograder check` on the solution."""
    return _command(["check", lesson, "--student", str(ROOT / "solutions" / f"{lesson}.py")], device, timeout)


def by_grade(lesson: str, device: str, timeout: float) -> list[Report]:
    """`autograder grade` on a class of one, in the sandbox."""
    with tempfile.TemporaryDirectory() as course:
        shutil.copy(ROOT / "solutions" / f"{lesson}.py", Path(course) / "one.py")
        return _command(["grade", lesson, "--submitted", course], device, timeout, course)


def by_kernel(lesson: str, device: str, timeout: float) -> list[Report]:
    """`check(...)` of every exercise in a real kernel, below the lesson's own cells."""
    notebook = nbformat.read(ROOT / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    given = [
        c for c in notebook.cells if c.cell_type == "code" and not c.metadata.get("nbgrader", {}).get("grade")
    ]
    cells = [cell for cell in given if cell.metadata.get("nbgrader", {}).get("grade_id")]
    cells.append(nbformat.v4.new_code_cell(_CHECKS.format(names=list(exercises_of(lesson)))))
    notebook.cells = cells
    hidden = {"CUDA_VISIBLE_DEVICES": "-1"} if device == "cpu" else {}
    with tempfile.TemporaryDirectory() as folder:
        place = {"metadata": {"path": folder}}
        client = NotebookClient(notebook, timeout=int(timeout), kernel_name="python3", resources=place)
        client.execute(env={**os.environ, **hidden, "PYTHONPATH": str(ROOT)})
    printed = "".join(output.get("text", "") for output in cells[-1].outputs)
    return loads(printed.strip().splitlines()[-1])


WAYS: dict[str, Way] = {"check": by_check, "kernel": by_kernel, "grade": by_grade}


def _command(words: Sequence[str], device: str, timeout: float, folder: str | None = None) -> list[Report]:
    command = [sys.executable, "-m", "autograder", *words, "--device", device, "--json", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=timeout)
    if not run.stdout.strip():
        raise RuntimeError(
            run.stderr.strip().splitlines()[-1] if run.stderr.strip() else f"status {run.returncode}"
        )
    return loads(run.stdout)


def row(lesson: str, way: str, device: str, deadline: float) -> Row:
    """Try one lesson in one way; whatever goes wrong is the row's problem."""
    start = time.monotonic()
    if start >= deadline:
        return Row(lesson, way, device, 0.0, "not tried")
    try:
        reports = WAYS[way](lesson, device, deadline + 10 - start)
    except Exception as error:  # a benchmark goes on
        return Row(lesson, way, device, time.monotonic() - start, "-", f"{type(error).__name__}: {error}"[:300])
    return judged(lesson, way, device, time.monotonic() - start, reports)


def judged(lesson: str, way: str, device: str, seconds: float, reports: Sequence[Report]) -> Row:
    """The row of these reports: a solution has all points, and trained where it was asked to."""
    points, worth = sum(r.points or 0.0 for r in reports), sum(r.max_points for r in reports)
    lost = [c.message for r in reports for e in r.exercises for c in e.checks if c.outcome != "passed"]
    problems = [r.reason or "not graded" for r in reports if not r.graded] + lost[:1]
    there = {r.device for r in reports} - {"cpu"}
    if there != ({device} if lesson == CHOOSES and device != "cpu" else set()):
        problems.append(f"trained on {', '.join(sorted(there)) or 'cpu'}")
    if way == "grade" and any(r.sandbox == "none" for r in reports):
        problems.append("without a sandbox")
    return Row(lesson, way, device, seconds, f"{points:g}/{worth:g}", "; ".join(problems)[:300])


# --- the banks --------------------------------------------------------------------------------------------


@cache
def _tools(device: str) -> tuple[Examiner, Zygote]:
    return Examiner(), tried(Zygote(device=device))


def misjudged(entry: Entry, device: str, deadline: float) -> tuple[float, str | None]:
    """Seconds, and what is wrong with the verdict on an entry of a bank: "" nothing, None not tried."""
    examiner, zygote = _tools(device)
    start = time.monotonic()
    if start >= deadline:
        return 0.0, None
    channel = ProcessChannel(zygote, entry.submission())
    try:
        report = examiner.examine(channel, entry.lesson, entry.title, [entry.exercise])
    finally:
        channel.stop()
    kept_all = report.points == report.max_points
    return time.monotonic() - start, "" if kept_all == entry.right else str(entry)


def bank_of(lessons: Sequence[str]) -> list[Entry]:
    """The right versions of these lessons, then each mistake in its first spelling: more there is no time for."""
    wanted = [entry for entry in entries() if entry.lesson in lessons and entry.spelling == 0]
    return sorted(wanted, key=lambda entry: not entry.right)


def bank_rows(bank: Sequence[Entry], device: str, deadline: float) -> list[Row]:
    """A row for the right and one for the wrong entries of each lesson."""
    context = multiprocessing.get_context("spawn")  # a fork of a process with torch's threads could hang
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        jobs = [pool.submit(misjudged, entry, device, deadline) for entry in bank]
        found = [(entry, *job.result()) for entry, job in zip(bank, jobs, strict=True)]
    return [
        summed(
            lesson,
            right,
            device,
            [(s, v) for entry, s, v in found if (entry.lesson, entry.right) == (lesson, right)],
        )
        for lesson in dict.fromkeys(entry.lesson for entry in bank)
        for right in (True, False)
    ]


def summed(lesson: str, right: bool, device: str, verdicts: Sequence[tuple[float, str | None]]) -> Row:
    """One row of many verdicts."""
    done = [(seconds, verdict) for seconds, verdict in verdicts if verdict is not None]
    bad = [verdict for _, verdict in done if verdict]
    result = f"{len(done) - len(bad)} of {len(done)}"
    if len(done) < len(verdicts):
        result += f", {len(verdicts) - len(done)} not tried"
    way = f"bank, {'right' if right else 'wrong'}"
    return Row(lesson, way, device, sum(seconds for seconds, _ in done), result, "; ".join(bad)[:300])


# --- the table --------------------------------------------------------------------------------------------


def table(rows: Iterable[Row], machine: str, seconds: float) -> str:
    """The rows as Markdown."""
    lines = [f"{machine}; {os.cpu_count()} processors, {PROCESSES} at work; {seconds:.0f} seconds in all.", ""]
    lines += ["| lesson | way | device | seconds | result | problem |", "| --- | --- | --- | ---: | --- | --- |"]
    for r in rows:
        problem = " ".join(r.problem.split()).replace("|", "\\|")
        lines.append(f"| {r.lesson} | {r.way} | {r.device} | {r.seconds:.1f} | {r.result} | {problem} |")
    return "\n".join(lines) + "\n"


def found_here() -> tuple[str, dict[str, str], str]:
    """The best device that a process of this machine has, why not a better one, and the machine's name."""
    device, reasons = json.loads(_said(_FINDS))
    return device, reasons, _said(_CARD) if device == "cuda" else f"this machine's {device}"


def _said(code: str) -> str:
    """What a process of its own prints: no driver is started in this one, which makes others."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def measured(lessons: Sequence[str], device: str, bank: Sequence[Entry], seconds: float) -> list[Row]:
    """Every row, the banks' last; nothing is started after so many seconds."""
    deadline = time.monotonic() + seconds
    wanted = [(lesson, way, d) for lesson in lessons for way in WAYS for d in dict.fromkeys((device, "cpu"))]
    with ThreadPoolExecutor(PROCESSES) as pool:
        jobs = [pool.submit(row, *each, deadline) for each in wanted]
        rows = [job.result() for job in jobs]
    return rows + (bank_rows(bank, device, deadline) if bank else [])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Try everything on this machine's GPU.")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the table there as well")
    parser.add_argument("--device", choices=["cpu", "cuda", "mps"], help="try this one, whatever there is")
    parser.add_argument("--lessons", nargs="*", metavar="LESSON", help="all of them where none is named")
    parser.add_argument("--no-bank", action="store_true", help="only the solutions")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    found, reasons, machine = found_here()
    if found == "cpu" and options.device is None:
        print("no device here: " + "; ".join(f"{name}: {reason}" for name, reason in reasons.items()))
        return 0
    lessons = options.lessons or list(available_lessons())
    bank = [] if options.no_bank else bank_of([lesson for lesson in TRAINS if lesson in lessons])
    rows = measured(lessons, options.device or found, bank, SECONDS - 25)  # the last ones take as long to end
    text = table(rows, machine, time.monotonic() - start)
    print(text)
    if options.keep is not None:
        options.keep.write_text(text, encoding="utf-8")
    return int(any(r.problem for r in rows))


if __name__ == "__main__":
    sys.exit(main())
