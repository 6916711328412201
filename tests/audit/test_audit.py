"""A course with every fault that a trial can find, and what the trial says of it."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from pathlib import Path

import pytest

from autograder.audit.findings import findings
from autograder.audit.named import misnamed, sharp
from autograder.audit.show import summary
from autograder.audit.tables import Row, alike, costs, row, seen
from autograder.audit.trial import Tried, tried
from autograder.audit.versions import Lesson, Version
from autograder.course.courses import kits_own
from autograder.failures import CourseError, UsageError
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import CheckResult, ExerciseResult, Misconception, Report
from autograder.submission.cells import Cell
from tests.audit.conftest import Trial, own_course
from tests.banks import ROOT

CHECKS = '''
import torch
from autograder import exercise, expect

X = torch.tensor([1.0, 2.0, -3.0])

@exercise("square", points=0)
def test_square_exists(student):
    """There is a function square(x)."""
    expect.defined(student.square, "x")

@exercise("square", points=2)
def test_square_values(student):
    """Every element is squared."""
    expect.close(student.square(X), X * X)

@exercise("square", points=1)
def test_square_zero(student):
    """The square of zero is zero."""
    expect.close(student.square(torch.zeros(2)), torch.zeros(2))

@exercise("cube", points=1)
def test_cube_exists(student):
    """There is a function cube(x)."""
    expect.defined(student.cube, "x")

@exercise("cube", points=3)
def test_cube_values(student):
    """Every element is taken to the third power."""
    expect.close(student.cube(X), X * X * X)

@exercise("half", points=1)
def test_half_values(student):
    """Every element is halved."""
    expect.close(student.half(X), X / 2)
'''
SOLUTION = '''
# %%
import torch

# %%
def square(x, unused=2):
    """Square."""
    ### BEGIN SOLUTION
    return x * x
    ### END SOLUTION

# %%
def cube(x):
    ### BEGIN SOLUTION
    return square(x) * x
    ### END SOLUTION

# %%
def half(x):
    ### BEGIN SOLUTION
    return x / 3
    ### END SOLUTION
'''
REFERENCE = "def square(x): return x * x\ndef cube(x): return x * x * x\ndef half(x): return x / 2\n"
MISTAKES = """
# %% square: doubles
# hint: What is the square of 3?
def square(x):
    return 2 * x

# %% square: doubles
def square(x):
    return x ** 2

# %% square: spoils its neighbour
# hint: Whose is cube?
def square(x):
    return x

def cube(x):
    return x

# %% cube: adds three times
# hint: What is the cube of 3?
def cube(x):
    return 3 * x

# %% cube: multiplies by three
# hint: What is the cube of 2?
def cube(x):
    return x + x + x
"""
BANK = """
# %% right square: a power
def square(x):
    return x ** 2

# %% right cube: wrong after all
def cube(x):
    return x

# %% right cube: raises beside
def cube(x):
    return x ** 3

1 / 0

# %% wrong square: one at zero
# killed by: test_square_zero
def square(x):
    return torch.where(x == 0, 1, x * x)

# %% wrong square: one everywhere
# killed by: test_square_exists
def square(x):
    return 1
"""
EQUIVALENTS = """
[square]
"def square(x, unused=2): => def square(x, unused=3):" = "nobody reads it"
"return x * x => return x" = "it is not"
"return x * x => return x + x" = "there is no such mutant"

[circle]
"return r => nothing" = "there is no such exercise"
"""
FILES = {
    "lessons/shapes/checks.py": CHECKS,
    "lessons/shapes/reference.py": REFERENCE,
    "lessons/shapes/mistakes.py": MISTAKES,
    "lessons/shapes/equivalents.toml": EQUIVALENTS,
    "solutions/shapes.py": SOLUTION,
    "tests/bank/shapes.py": BANK,
}
#: What is wrong with it, below its folder.
FOUND = [
    "solutions/shapes.py: the solution does not pass test_half_values: the values",
    "solutions/shapes.py: the stub of cube earns points in test_cube_exists",
    "tests/bank/shapes.py, line 6: 'wrong after all' is a right version of cube, and does not pass test_cube",
    "tests/bank/shapes.py, line 10: 'raises beside' is a right version of cube, but raises: ",
    "tests/bank/shapes.py, line 21: 'one everywhere' is there to try test_square_exists, but test_square_values,",
    "lessons/shapes/mistakes.py, line 2, spelling 2: 'doubles' keeps all points of square",
    "lessons/shapes/mistakes.py, line 11: 'spoils its neighbour' is a mistake in square, and cube loses test_c",
    "no check sees this mutant of square",
    "lessons/shapes/equivalents.toml: test_square_values of square sees this mutant, so it is not equiv",
    "no check sees this mutant of half",
    "lessons/shapes/equivalents.toml: the solution of square has no such mutant any more, take out the line: r",
    "lessons/shapes/equivalents.toml: there is no exercise circle",
]


@pytest.fixture
def shapes(tmp_path: Path, trial: Trial) -> tuple[Lesson, list[Tried]]:
    """The course with its faults, and what came of its versions."""
    lesson = Lesson(own_course(tmp_path, FILES), tmp_path, "shapes")
    return lesson, trial(lesson)


def test_a_trial_finds_every_fault_and_no_other(shapes: tuple[Lesson, list[Tried]]) -> None:
    lesson, came = shapes
    said = [finding.replace(f"{lesson.root}/", "") for finding in findings(lesson, came)]
    assert [text for text, start in zip(said, FOUND, strict=True) if not text.startswith(start)] == []
    line = '"def square(x, unused=2): => def square(x, unused=1):" = ""'
    assert any(text.endswith(line) for text in said), "a line to be copied"


def test_what_a_trial_counts(shapes: tuple[Lesson, list[Tried]]) -> None:
    lesson, came = shapes
    assert row(lesson, came) == Row("shapes", 4, 5, 3, 17, 4, 3)
    kills = {found.check.id: (found.kills, found.alone) for found in seen("shapes", came)}
    assert kills["test_square_exists"] == (0, 0)
    assert kills["test_square_zero"][1] == 1, "what is one at zero, no other check sees"
    assert kills["test_cube_values"][1] == kills["test_cube_values"][0] > 5
    parts = {version.title: part for version, part in costs(came)}
    assert parts == {
        "doubles": pytest.approx(2 / 3),
        "spoils its neighbour": pytest.approx(2 / 3),
        "adds three times": 0.75,
        "multiplies by three": 0.75,
    }
    assert [[version.title for version in group] for group in alike(came)] == [
        ["adds three times", "multiplies by three"]
    ]


@pytest.mark.parametrize(
    ("ids", "way", "said"),
    [
        (["square-doubles"], "alone", None),
        (["square-doubles", "square-halves"], "among others", None),
        (["square-halves"], "as something else", "line 2: 'doubles' is taken for 'halves'"),
        ([], "not at all", "line 2: 'doubles' is not known when it is seen"),
    ],
)
def test_how_a_mistake_is_named(ids: list[str], way: str, said: str | None, tmp_path: Path) -> None:
    """Where reports name mistakes at all, as that of the other one does."""
    lesson = Lesson(own_course(tmp_path, FILES), tmp_path, "shapes")
    doubles, _, spoils, *_ = (version for version in lesson.versions if version.kind == "mistake")
    came = [named(doubles, ids), named(spoils, ["square-spoils-its-neighbour"])]
    assert sharp(came) == {"square": Counter([way, "alone"])}
    found = list(misnamed(came))
    assert len(found) == (said is not None)
    assert all(text.endswith(said or "") for text in found)


def test_where_no_mistake_is_named_nothing_is_said_of_it(tmp_path: Path) -> None:
    lesson = Lesson(own_course(tmp_path, FILES), tmp_path, "shapes")
    came = [named(version, []) for version in lesson.versions if version.kind == "mistake"]
    assert sharp(came) == {}
    assert list(misnamed(came)) == []


def named(version: Version, ids: list[str]) -> Tried:
    """A version that lost a point, with the mistakes of these ids named for it."""
    lost = CheckResult("test_square_values", "", "failed", 0.0, 1.0, None, 0.0)
    known = tuple(Misconception(id, id.partition("-")[2], "") for id in ids)
    return Tried(version, Report("shapes", "", 1.0, exercises=(ExerciseResult(version.exercise, (lost,), known),)))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "equivalents.toml",
            "[square]\n'a => b' = ' '\n",
            r"say below \[square\] why this is equivalent: a => b",
        ),
        ("equivalents.toml", "[square\n", "equivalents.toml cannot be read"),
        (
            "mistakes.py",
            "# %% circle: is none\n# hint: Which?\ncircle = 1\n",
            "line 1: there is no exercise circle",
        ),
        (
            "../../tests/bank/shapes.py",
            "# %% right circle: a\ncircle = 1\n",
            "line 1: there is no exercise circle",
        ),
        ("../../solutions/shapes.py", "def (:\n", "shapes.py, line 1: invalid syntax"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, text: str, said: str, tmp_path: Path) -> None:
    course = own_course(tmp_path, FILES)
    course.file("shapes", name).write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        row(Lesson(course, tmp_path, "shapes"), [])


def test_a_course_is_audited_where_its_solutions_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"solutions/xor\.py is missing: audit a course in its own directory"):
        Lesson(kits_own(), tmp_path, "xor")


# --- the kit --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lesson", "exercise"), [("activations", "leaky_relu"), ("mlp", "count_parameters")])
def test_a_slice_of_the_kit_is_clean(lesson: str, exercise: str, trial: Trial) -> None:
    """The mutants of two exercises; `make audit` tries all, and every mistake."""
    accused = Lesson(kits_own(), ROOT, lesson)
    mutants = [v for v in accused.versions if v.kind == "mutant" and v.exercise == exercise]
    accused.versions = tuple(mutants)
    came = trial(accused)
    assert len(came) >= 5
    assert [text for text in findings(accused, came) if "no such mutant any more" not in text] == []


def test_the_readme_shows_the_table_of_the_kit() -> None:
    """What is counted, as it is now, and that nothing is missed: `make audit` must say the same."""
    lines = summary([row(Lesson(kits_own(), ROOT, name), []) for name in kits_own().lessons]).splitlines()
    shown = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line not in shown] == []


def test_what_was_interrupted_is_tried_once_more(tmp_path: Path) -> None:
    """A limit of time that a busy machine exceeded is no finding; one that is exceeded again is."""
    lesson = Lesson(own_course(tmp_path, FILES), tmp_path, "shapes")
    hands = Hasty()
    (came,) = tried([lesson], Setting(tmp_path, "public"), hands)
    assert [one.report.points for one in came] == [1.0] * len(lesson.versions)
    assert hands.asked == 2 * len(lesson.versions)


class Hasty:
    """Interrupts everything the first time that it sees it."""

    count = 1
    lost: tuple[type[Exception], ...] = ()

    def __init__(self) -> None:
        self.asked = 0
        self._seen: set[tuple[Cell, ...]] = set()

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        """An empty report, and then one with a point."""
        self.asked += 1
        again = (*task.submission.cells, Cell(task.submission.id)) in self._seen
        self._seen.add((*task.submission.cells, Cell(task.submission.id)))
        passed = CheckResult("test_a", "", "passed", float(again), 1.0, None, 0.0)
        future: Future[Done] = Future()
        future.set_result(
            Done(Report("shapes", "", 1.0, exercises=(ExerciseResult("square", (passed,)),)), lasting=again)
        )
        return future

    def renew(self) -> None:
        """Nothing is ever lost."""

    def close(self) -> None:
        """Nothing runs."""
