"""Are copies found, and others left alone? Usage: benchmarks/similar.py [LESSON] [--students N] [--copies N]

Makes a class of notebooks: everybody answers each exercise in one of the ways that the banks and the lesson's
mistakes know, most of them in one of a few usual ways, and edits it a little. Some hand in what a neighbour wrote,
with other names, other comments, and an exercise of their own. Prints the seconds that the comparison takes, how
many of the copies are among the pairs that are told, and how many other pairs there are.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat

from autograder.audit.bank import banked
from autograder.course.courses import kits_own
from autograder.course.exercises import exercises_of
from autograder.course.mistakes import mistakes
from autograder.grading.similar import similar

ROOT = Path(__file__).parent.parent


def versions_of(lesson: str) -> dict[str, list[str]]:
    """The ways in which each exercise may be answered; the lesson's own is one of them."""
    found: dict[str, list[str]] = {name: [] for name in exercises_of(lesson)}
    for cell in nbformat.read(ROOT / "source" / lesson / f"{lesson}.ipynb", as_version=4).cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in found:
            found[name].append(cell.source)
    for each in banked(ROOT, lesson):
        found[each.exercise].append(each.source)
    for mistake in mistakes(kits_own(), lesson):
        found[mistake.exercise] += mistake.spellings
    return found


def edited(source: str, chance: random.Random) -> str:
    """A version as somebody else would write it: another number somewhere, or a line that looks at something."""
    lines = source.splitlines()
    inside = [place for place, line in enumerate(lines) if re.match(r"    \w", line)]
    if inside and chance.random() < 0.7:
        place, number = chance.choice(inside), chance.randrange(10)
        kinds = "size_{0} = {0}", "print('at', {0})", "assert {0} >= 0"
        extra = f"    {chance.choice(kinds).format(number)}"
        lines.insert(place, extra)
    return "\n".join(lines)


def disguised(source: str, chance: random.Random) -> str:
    """The same code with other names, other comments, and other empty lines."""
    names = set(re.findall(r"^ +(\w+) = ", source, re.MULTILINE))
    for name in names:
        source = re.sub(rf"\b{name}\b", f"my_{name}_{chance.randrange(100)}", source)
    return source.replace("\n    ", f"\n    # step {chance.randrange(100)}\n    ", 1)


def make_class(folder: Path, lesson: str, students: int, copies: int) -> set[tuple[str, str]]:
    """Hand in for a class; who copied from whom."""
    chance, ways = random.Random(2026), versions_of(lesson)
    written: list[dict[str, str]] = []
    pairs: set[tuple[str, str]] = set()
    for number in range(students):
        answers = {}
        for name, versions in ways.items():
            usual = versions[: max(1, len(versions) // 10)]
            answers[name] = edited(chance.choice(usual if chance.random() < 0.6 else versions), chance)
        if number >= students - copies:
            other = chance.randrange(students - copies)
            own = chance.choice(list(ways))
            copied = {name: disguised(source, chance) for name, source in written[other].items() if name != own}
            answers |= copied
            pairs.add((f"s{other:05}", f"s{number:05}"))
        written.append(answers)
        notebook = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = answers.get(name, cell.source)
        place = folder / f"s{number:05}" / lesson
        place.mkdir(parents=True)
        nbformat.write(notebook, place / f"{lesson}.ipynb")
    return pairs


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what comparing a class takes, and what it finds.")
    parser.add_argument("lesson", nargs="?", default="activations")
    parser.add_argument("--students", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=20)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name:
        copied = make_class(Path(name), options.lesson, options.students, options.copies)
        start, used = time.perf_counter(), time.process_time()
        found = similar(Path(name), ROOT, options.lesson).pairs
        wall, used = time.perf_counter() - start, time.process_time() - used
    told = [(pair.first, pair.second) for pair in found]
    ranks = [told.index(pair) + 1 for pair in copied if pair in told]
    print(f"{options.students} submissions of {options.lesson}: {wall:.1f} s, of a processor {used:.1f} s")
    print(f"{len(ranks)} of {len(copied)} copies are told, the last as number {max(ranks, default=0)}")
    print(f"{len(set(told) - copied)} other pairs are told")


if __name__ == "__main__":
    main()
