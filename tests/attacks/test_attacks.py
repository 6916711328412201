"""No attack earns a point or leaves a mark, and no honest submission is taken for one."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import exercises_of
from autograder.examiner.session import Examiner
from autograder.report.results import Report, dumps
from autograder.report.terminal import class_table, show_report
from tests.attacks.arena import (
    Case,
    HastyChannel,
    Outside,
    cases,
    descendants,
    handed_in,
    printed,
    without_its_attack,
)
from tests.seldom import one_in

EXERCISES = exercises_of("activations")

#: No submission may keep a grader busy for longer, with all its checks, in seconds of processor time.
SECONDS = 60

#: What reading an answer may cost the grader in memory, in bytes: some copies of the largest frame.
MEMORY = 700 * 2**20


#: The honest cases that are about an error at the top level.
FAILS_ON_PURPOSE = {
    "an_error_at_the_top": "ValueError",
    "asks_for_input": "RuntimeError",
    "lines_for_colab": "ModuleNotFoundError",
    "a_demo_that_raises": "AttributeError",
    "leaves": "SystemExit",
    "missing_package": "ModuleNotFoundError",
}


class Grading:
    """Grades cases one after another with the same zygote and examiner."""

    def __init__(self, zygote: Zygote, examiner: Examiner, outside: Outside) -> None:
        self.zygote, self.examiner, self.outside = zygote, examiner, outside
        self._plain: dict[tuple[str, bool, tuple[str, ...]], float] = {}
        self._idle = 0

    def grade(self, case: Case) -> tuple[Report, ProcessChannel]:
        """The report of a case, and the channel that it went through."""
        submission = handed_in(case, self.outside.facts())
        channel = (HastyChannel if case.kind == "bomb" else ProcessChannel)(self.zygote, submission)
        try:
            channel.start()
            return self.examiner.examine(channel, "activations", case.name, exercises_for(case)), channel
        finally:
            channel.stop()

    def plain(self, case: Case) -> float:
        """The score of the same submission without its attack."""
        alone = replace(without_its_attack(case), kind="attack")
        key = (alone.source, alone.in_notebook, exercises_for(case))
        if key not in self._plain:
            submission = handed_in(alone, self.outside.facts())
            channel = ProcessChannel(self.zygote, submission)
            report = self.examiner.examine(channel, "activations", "plain", exercises_for(case))
            channel.stop()
            assert not any(result["error"] for result in channel.results)
            self._plain[key] = report.points or 0.0
            self._idle = len(descendants(self.zygote._process.pid))
        return self._plain[key]

    def processes_left(self) -> int:
        """How many processes there are in the sandbox beside those that belong there."""
        return len(descendants(self.zygote._process.pid)) - self._idle


def forget_peak() -> int:
    """The bytes of memory that this process has now, from which on its peak is counted: proc(5), clear_refs."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def peak() -> int:
    """The most bytes of memory that this process has had since its peak was forgotten."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return 1024 * int(fields["VmHWM"].removesuffix("kB"))


def exercises_for(case: Case) -> tuple[str, ...]:
    """The exercises that are graded: all in honest submissions, otherwise a right one and the wrong one."""
    return EXERCISES if case.kind == "honest" or "plot" in case.source else ("relu", "softmax")


@pytest.fixture(scope="session")
def grading(walled: Zygote, judge: Examiner, outside: Outside) -> Grading:
    return Grading(walled, judge, outside)


def test_without_an_attack_only_softmax_loses(grading: Grading) -> None:
    """What attacks are compared with: all points but most of softmax's."""
    for in_notebook in (False, True):
        case = Case("", "attack", in_notebook, "nothing", "", "# plot\npass\n")
        report, channel = grading.grade(case)
        lost = {exercise.name for exercise in report.exercises if not exercise.passed}
        assert lost == {"softmax"}
        assert not any(result["error"] for result in channel.results)


def test_a_point_more_would_be_seen(grading: Grading) -> None:
    """The comparison is worth something: a right softmax does earn more."""
    right = "def softmax(x, dim=-1):\n    e = torch.exp(x - x.amax(dim, keepdim=True))\n"
    right += "    return e / e.sum(dim, keepdim=True)\n"
    case = Case("", "attack", False, "right", "", right)
    report, _ = grading.grade(case)
    assert (report.points or 0.0) > grading.plain(case)


def test_much_memory_would_be_seen_however_much_there_was_before() -> None:
    size = 64 * 2**20
    assert len(b"x" * 2 * size) == 2 * size
    before = forget_peak()
    assert len(b"x" * size) == size
    assert peak() - before > 0.9 * size


@pytest.mark.parametrize("name", ["import_the_answers", "climb_out", "read_the_machine"])
def test_without_walls_the_attempts_get_through(
    name: str, zygote: Zygote, judge: Examiner, outside: Outside
) -> None:
    """So it is the walls that hold, and the attempts are no blanks. These change nothing, wherever they run."""
    (case,) = [case for case in cases("attempt") if case.name == name]
    channel = ProcessChannel(zygote, handed_in(case, outside.facts()))
    channel.start()
    channel.stop()
    assert "breach:" in printed(channel)


#: What takes longest: time that is used up, and answers by the ten thousand. Others do the same with less.
LONG = {
    "honest-large_work",
    "lies-circle",
    "wire-one_tensor_ten_thousand_times",
    "wire-too_many_items",
    "wire-too_many_tensors",
}


def tried(number: int, *kinds: str) -> list[Any]:
    """The cases of these kinds, one in so many of them in a usual run, and those that take longest in none."""
    last = [case for case in cases(*kinds) if str(case) in LONG]
    rest = [case for case in cases(*kinds) if str(case) not in LONG]
    return one_in(number, rest) + [pytest.param(case, id=str(case), marks=pytest.mark.long) for case in last]


@pytest.mark.parametrize("case", tried(1, "attempt") + tried(3, "attack", "bomb"))
def test_an_attack_gains_nothing(case: Case, grading: Grading) -> None:
    plain = grading.plain(case)
    start, memory = time.process_time(), forget_peak()
    report, channel = grading.grade(case)
    assert report.graded
    assert (report.points or 0.0) <= plain, f"{case.tries}: earned a point"
    assert time.process_time() - start < SECONDS
    assert peak() - memory < MEMORY
    said = printed(channel)
    assert "breach:" not in said, [line for line in said.splitlines() if line.startswith("breach:")]
    assert not grading.outside.secrets_in(said + dumps([report]))
    assert not grading.outside.marks()
    assert grading.processes_left() <= 0
    assert_can_be_shown(report)
    if case.kind == "attempt":
        assert report.points == plain, "an attempt that was denied costs nothing"
        assert "denied:" in said
        assert said.rstrip().endswith("null"), "the attempts were cut short"


def assert_can_be_shown(report: Report) -> None:
    """A report fits into files, and does nothing to a terminal."""
    import io

    from rich.console import Console

    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    console = Console(file=screen, force_terminal=False, width=120)
    show_report(report, console)
    console.print(class_table([report]))
    screen.flush()
    shown = screen.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    assert not [c for c in shown if not c.isprintable() and c != "\n"]
    assert dumps([report]).encode("utf-8")


@pytest.mark.parametrize("case", tried(2, "honest"))
def test_honest_code_keeps_every_point(case: Case, grading: Grading) -> None:
    report, channel = grading.grade(case)
    failed = channel.results[-1]["error"]
    assert (failed or {}).get("type") == FAILS_ON_PURPOSE.get(case.name), printed(channel)
    lost = [f"{c.id}: {c.message}" for e in report.exercises for c in e.checks if c.outcome != "passed"]
    assert not lost, "\n".join([*lost, printed(channel)])
    assert grading.outside.marks() == []
