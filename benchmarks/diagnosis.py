"""How well mistakes are told: each of a sample as if nobody had written it down before.

    python benchmarks/diagnosis.py [--spellings N] [--mistakes N] [LESSON ...]

First, one spelling of a mistake is taken out, and what remains is asked which mistake it is. Then whole mistakes
are taken out: what is named then is wrong, but where two mistakes do the same.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from autograder.channel.budget import Seconds
from autograder.channel.zygote import Zygote
from autograder.course.courses import kits_own
from autograder.course.exercises import checks_of
from autograder.course.mistakes import Mistake, mistakes, mistakes_of
from autograder.course.reference import source_of
from autograder.diagnosis.constants import Constants
from autograder.diagnosis.matching import Case, Explanation, Observed, explain
from autograder.diagnosis.simulation import Simulation
from autograder.diagnosis.transcripts import Transcripts
from autograder.examiner.session import Examiner

#: One way of writing a mistake, by its number.
Drawn = tuple[str, Mistake, int]


class Bench:
    """Asks for the diagnosis of spellings; what was found out is kept for the next question."""

    def __init__(self, examiner: Examiner, zygote: Zygote, folder: Path) -> None:
        self._examiner, self._zygote, self._folder = examiner, zygote, folder
        self._runs: dict[str, Simulation] = {}

    def close(self) -> None:
        for run in self._runs.values():
            run.close()

    def explained(self, drawn: Drawn, *, whole: bool) -> Explanation:
        """What explains a spelling where it, or its whole mistake, is not known."""
        lesson, mistake, number = drawn
        run = self._run(lesson, mistake.exercise)
        not_passed, passed = [], []
        failed: set[str] = set()
        for check in checks_of(lesson):
            if check.exercise != mistake.exercise or failed & set(check.needs):
                failed |= {check.id} if failed & set(check.needs) else set()
                continue
            found = run.transcript(mistake.spellings[number], check)
            observed = Observed(check, *found)
            if found.outcome == "passed":
                passed.append(observed)
            else:
                failed.add(check.id)
                not_passed.append(observed)
        not_passed.sort(key=lambda observed: bool(observed.check.builtins))
        known = _without(mistakes_of(lesson, mistake.exercise), mistake, None if whole else number)
        right = source_of(lesson, [mistake.exercise])
        own = Constants(mistake.exercise, mistake.spellings[number], right)
        return explain(Case(tuple(not_passed), tuple(passed)), known, run.transcript, own.put_into, run.known)

    def _run(self, lesson: str, exercise: str) -> Simulation:
        if exercise not in self._runs:
            for run in self._runs.values():  # one process at a time
                run.close()
            transcripts = Transcripts(self._folder / f"{exercise}.json")
            self._runs[exercise] = Simulation(
                self._examiner, lambda: self._zygote, transcripts, lesson, exercise, Seconds(1e6)
            )
        return self._runs[exercise]


def _without(known: Iterable[Mistake], mistake: Mistake, number: int | None) -> list[Mistake]:
    """The mistakes but one, or but one of its spellings."""
    found = [one for one in known if one.name != mistake.name]
    if number is not None:
        rest = tuple(text for place, text in enumerate(mistake.spellings) if place != number)
        found.append(Mistake(mistake.exercise, mistake.name, mistake.hint, rest, mistake.line))
    return found


def verdict(found: Explanation, drawn: Drawn) -> str:
    """What came of it, in a word."""
    if found.told == "unknown":
        return "unknown"
    names = [one.name for one in found.mistakes]
    if found.told == "named":
        return "right" if names == [drawn[1].name] else "wrong"
    return "several" if drawn[1].name in names else "wrong"


def main() -> None:
    """Draw, ask, and print a line a lesson."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--spellings", type=int, default=20, help="drawn for each lesson")
    parser.add_argument("--mistakes", type=int, default=8, help="taken out wholly for each lesson")
    parser.add_argument("--keep", type=Path, help="a folder in which transcripts are kept for the next run")
    parser.add_argument("--all", action="store_true", help="print each that was not named rightly")
    parser.add_argument("lessons", nargs="*", default=list(kits_own().order))
    asked = parser.parse_args()
    zygote, total = Zygote(device="cpu"), Counter[tuple[str, str]]()
    with tempfile.TemporaryDirectory() as folder:
        examiner = Examiner()
        for lesson in asked.lessons:
            draw, begun, counts = random.Random(lesson), time.perf_counter(), Counter[tuple[str, str]]()
            found = mistakes(kits_own(), lesson)
            several = [
                (lesson, m, number) for m in found if len(m.spellings) > 1 for number in range(len(m.spellings))
            ]
            alone = [(lesson, m, number) for m in found for number in range(len(m.spellings))]
            bench = Bench(examiner, zygote, asked.keep or Path(folder))
            sample = [("spelling", one) for one in draw.sample(several, min(asked.spellings, len(several)))]
            sample += [("whole", one) for one in draw.sample(alone, min(asked.mistakes, len(alone)))]
            for kind, one in sorted(sample, key=lambda pair: pair[1][1].exercise):
                explained = bench.explained(one, whole=kind == "whole")
                came = verdict(explained, one)
                counts[kind, came] += 1
                if asked.all and came != ("right" if kind == "spelling" else "unknown"):
                    names = [each.name for each in explained.mistakes]
                    print(f"  {kind} {came}: {one[1].exercise}: {one[1].name} #{one[2]} -> {names}", flush=True)
            bench.close()
            _show(lesson, counts, time.perf_counter() - begun)
            total += counts
    _show("all", total, 0.0)
    zygote.close()


def _show(name: str, counts: Counter[tuple[str, str]], seconds: float) -> None:
    words = ("right", "wrong", "several", "unknown")
    cells = [
        f"{kind}: " + ", ".join(f"{counts[kind, word]} {word}" for word in words) for kind in ("spelling", "whole")
    ]
    print(f"{name:12} {'; '.join(cells)}  ({seconds:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
