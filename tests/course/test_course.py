"""A course of one's own, from an installed wheel of the kit: made, extended, built, checked, graded, installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest

pytest.importorskip("nbgrader")

from autograder.authoring.skeleton import add_lesson, make_course
from autograder.channel.inline import InlineChannel
from autograder.channel.zygote import Zygote
from autograder.cli.build import build
from autograder.course import courses, exercises
from autograder.course.courses import Course
from autograder.examiner.session import Examiner
from autograder.failures import CourseError, UsageError
from autograder.grading import sandboxed
from autograder.grading.examine import examine_all
from autograder.grading.job import Job
from tests.authoring.test_build import checked, solution
from tests.banks import ROOT

pytestmark = pytest.mark.ci

Run = Callable[..., subprocess.CompletedProcess[str]]

#: A second exercise of the lesson, for the end of its text: a module with a convolution.
EDGES = f'''
# %% [markdown]
# ### Exercise: `Edges`
#
# A network of one convolution, from 1 channel to 2, 3 by 3.

{solution("Edges")}class Edges(torch.nn.Module):
    """A convolution: (batch, 1, h, w) -> (batch, 2, h - 2, w - 2)."""

    def __init__(self):
        super().__init__()
        ### BEGIN SOLUTION
        self.convolution = torch.nn.Conv2d(1, 2, 3)
        ### END SOLUTION

    def forward(self, x):
        ### BEGIN SOLUTION
        return self.convolution(x)
        ### END SOLUTION

{checked("Edges", 4)}'''
EDGES_CHECKS = '''

@exercise("Edges", points=1)
def test_edges_exists(student: Student) -> None:
    """There is a network Edges()."""
    expect.module(student.Edges())


@exercise("Edges", points=3)
def test_edges_values(student: Student, rng: Rng) -> None:
    """It is the convolution of its own weights, as one of the kit's network is."""
    net = expect.module(student.Edges())
    weight, bias = (parameter.value for parameter in net.parameters())
    x = rng.normal(2, 1, 6, 5)
    expect.close(net(x), torch.nn.functional.conv2d(x, weight, bias))
    kits = student.kit.network(first=("Conv2d", 1, 2, 3), pool=("MaxPool2d", 2))
    kits.load([weight, bias])
    expect.shape(kits(x), (2, 2, 2, 1))
'''
EDGES_REFERENCE = """

class Edges(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = torch.nn.Conv2d(1, 2, 3)

    def forward(self, x):
        return self.convolution(x)
"""
EDGES_MISTAKE = """
# %% Edges: forgets the bias
# hint: How many numbers does a convolution have beside its weights?
class Edges(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = torch.nn.Conv2d(1, 2, 3, bias=False)

    def forward(self, x):
        return self.convolution(x)
"""
EDGES_HINT = "\n## Edges\n\n- Which layer of torch slides a small window over a picture?\n"
EDGES_IDEA = "\n## Edges\n\nOne small window sees the whole picture, a step at a time.\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the kit's wheel installed in site/, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("own")
    pip(folder / "site", ROOT)
    return folder


def pip(target: Path, source: Path) -> None:
    words = ["install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(target), str(source)]
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *words], check=True)


@pytest.fixture(scope="module")
def run(place: Path) -> Run:
    """Runs a module's command in the course, or in another folder, with what is installed in site/."""

    def run(*words: str, folder: Path = place / "trees", code: int = 0) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {**os.environ, "PYTHONPATH": str(place / "site"), "PATH": path, "COLUMNS": "200"}
        environment.pop("PYTEST_ADDOPTS", None)
        command = [sys.executable, "-P", "-m", *words]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return run


@pytest.fixture(scope="module")
def course(place: Path, run: Run) -> Path:
    """A course with one lesson of two exercises."""
    folder = place / "trees"
    run("autograder", "init", str(folder), folder=place)
    run("autograder", "new", "trees")
    added = {"solutions/trees.py": EDGES, "lessons/trees/checks.py": EDGES_CHECKS}
    added |= {"lessons/trees/hints.md": EDGES_HINT, "lessons/trees/ideas.md": EDGES_IDEA}
    added |= {"lessons/trees/reference.py": EDGES_REFERENCE}
    added["lessons/trees/mistakes.py"] = EDGES_MISTAKE
    for name, text in added.items():
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    run("autograder", "build")
    return folder


def test_the_kit_under_test_is_the_wheel(course: Path, run: Run, place: Path) -> None:
    (place / "site" / "where.py").write_text("import autograder\nprint(autograder.__file__)\n", encoding="utf-8")
    assert run("where").stdout.strip() == str(place / "site" / "autograder" / "__init__.py")


def test_it_is_up_to_date_and_right(course: Path, run: Run) -> None:
    run("autograder", "build", "--check")
    assert "7/7 points" in run("autograder", "check", "--student", "solutions").stdout
    listed = run("autograder", "list").stdout
    assert "trees_square" in listed
    assert "Edges" in listed
    assert "sigmoid" not in listed, "a course has its own lessons, and no others"
    assert "slides a small window" in run("autograder", "hint", "Edges").stdout


def test_pytest_runs_its_checks(course: Path, run: Run) -> None:
    done = run("pytest", "-q", "-p", "no:cacheprovider", "--student", "solutions/trees.py", "lessons/trees")
    assert "5 passed" in done.stdout


def hand_in(course: Path, student: str, step: str) -> None:
    notebook = nbformat.read(course / step / "trees" / "trees.ipynb", as_version=4)
    folder = course / "submitted" / student / "trees"
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / "trees.ipynb")


def test_a_class_is_graded_on_both_ways(course: Path, run: Run) -> None:
    from autograder.sandbox.probe import probe

    if not probe().sufficient:
        pytest.skip("no sandbox on this machine: " + "; ".join(probe().missing))
    hand_in(course, "ada", "source")
    hand_in(course, "ben", "release")
    run("autograder", "grade", "trees", "--json", "reports.json")
    reports = json.loads((course / "reports.json").read_text(encoding="utf-8"))
    assert {report["submission"]: report["points"] for report in reports} == {"ada": 7.0, "ben": 0.0}
    run("nbgrader", "generate_assignment", "trees", "--force")
    run("nbgrader", "autograde", "trees", f"--course-dir={course}", folder=course.parent)
    run("nbgrader", "generate_feedback", "trees")
    for student, score in {"ada": "7.0 / 7.0", "ben": "0.0 / 7.0"}.items():
        page = (course / "feedback" / student / "trees" / "trees.html").read_text(encoding="utf-8")
        assert f"Score: {score}" in page


NOTEBOOK = """\
import torch
from autograder import check
def trees_square(x):
    return {body}
check("trees_square")
"""


@pytest.mark.parametrize(
    ("body", "points"), [("x * x", "3/3"), pytest.param("2 * x", "0/3", marks=pytest.mark.long)]
)
def test_check_finds_it_in_the_course_and_where_it_is_installed(
    course: Path, run: Run, place: Path, body: str, points: str
) -> None:
    student = place / "anywhere"
    student.mkdir(exist_ok=True)
    if not (place / "site" / "trees").exists():
        pip(place / "site", course)
    for folder in (course / "release" / "trees", student):
        (place / "site" / "as_a_student.py").write_text(NOTEBOOK.format(body=body), encoding="utf-8")
        assert points in run("as_a_student", folder=folder).stdout


def test_lessons_are_started_from_what_is_installed(course: Path, run: Run, place: Path) -> None:
    student = place / "student"
    student.mkdir()
    if not (place / "site" / "trees").exists():
        pip(place / "site", course)
    for lesson, origin in (("trees", course), ("mlp", ROOT)):
        run("autograder", "start", lesson, folder=student)
        given = origin / "release" / lesson / f"{lesson}.ipynb"
        assert (student / "work" / f"{lesson}.ipynb").read_bytes() == given.read_bytes()


# --- what an author may do wrong, in this process ---------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A course with one lesson, as `init` and `new` make it, which is meant in this process."""
    monkeypatch.setattr(courses, "_PLACE", [tmp_path / "own"])
    make_course(tmp_path / "own")
    add_lesson(courses.here()[0], "trees")
    yield tmp_path / "own"
    courses._around.cache_clear()


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        ("trees", "there is a lesson trees already"),
        ("xor", "the kit has a lesson of the name xor; name another one"),
        ("Trees!", "no name for a lesson: lower-case"),
        ("torch/class", "no name for a lesson: lower-case"),
        ("class", "no name for a lesson: it is a word of Python's own"),
        ("torch", "exercises/torch.py would hide the module torch"),
        ("random", "exercises/random.py would hide the module random"),
    ],
)
def test_a_lesson_that_cannot_be_added(own: Path, lesson: str, said: str) -> None:
    before = (own / "course.toml").read_text(encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        add_lesson(courses.renewed(), lesson)
    assert (own / "course.toml").read_text(encoding="utf-8") == before


def test_nothing_is_written_over_a_course(own: Path) -> None:
    with pytest.raises(CourseError, match="nothing is written over it"):
        make_course(own)


def test_a_lesson_needs_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "_PLACE", [tmp_path])
    with pytest.raises(CourseError, match="`autograder init FOLDER` makes a course"):
        add_lesson(courses.here()[0], "trees")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("course.toml", "title = ", "course.toml cannot be read"),
        ("course.toml", "lessons = []\n", "`title` is missing"),
        ("course.toml", 'title = "Trees"\nlessons = "trees"\n', "`lessons` is the list of its lessons"),
        ("course.toml", 'title = "Trees"\nlessons = ["trees", "trees"]\n', "trees stands more than once"),
        ("course.toml", 'title = "Trees"\nlessons = ["tres"]\n', "no lessons/tres: did you mean `trees`?\n"),
        ("course.toml", 'title = "T"\nlessons = ["trees", "tress"]\n', "no lessons/tress: take it out; `autog"),
        ("lessons/trees/checks.py", "def test(:\n", "checks.py, line 1: SyntaxError: invalid syntax\n"),
        ("lessons/trees/checks.py", "import torch\n\ntorch.nothing\n", "checks.py, line 3: AttributeError"),
    ],
)
def test_mistakes_of_an_author_are_said_with_the_place(own: Path, file: str, text: str, said: str) -> None:
    (own / file).write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        courses.renewed().checks("trees")
    assert said in f"{caught.value}\n"


MORE = (
    '\n\n@exercise("{name}", points=1)\ndef test_more(student: Student) -> None:\n    {title}student.{name}(1)\n'
)
OTHER = MORE.format(name="other", title='"It is there."\n    ')

#: A file of the lesson, what is added to it, and what `autograder build` says of it then.
BREAKS = {
    "a reference that is no Python": ("reference.py", "def (:\n", r"reference.py, line \d+: invalid syntax"),
    "a reference without one exercise": ("checks.py", OTHER, "reference.py: there is no right version of other"),
    "no hints for an exercise": ("checks.py", OTHER, "hints.md: there are no hints for other"),
    "hints for nothing": ("hints.md", "\n## ghost\n\n- Boo.\n", "hints.md: there is no exercise ghost"),
    "no idea of an exercise": ("checks.py", OTHER, "ideas.md: there is no sentence on the idea of other"),
    "no title": ("checks.py", MORE.format(name="trees_square", title=""), "checks.py: test_more has no docstring"),
    "mistakes that are no Python": ("mistakes.py", "def (:\n", r"mistakes.py, line \d+: invalid syntax"),
    "no UTF-8": ("hints.md", "\udcff", "hints.md, byte .*: this is not UTF-8"),
    "a mistake in nothing": (
        "mistakes.py",
        "# %% ghost: boo\n# hint: boo\nghost = 1\n",
        "there is no exercise ghost",
    ),
    "a mistake without a hint": (
        "mistakes.py",
        "\n# %% trees_square: cubes\ntrees_square = lambda x: x**3\n",
        r"mistakes.py, line \d+: 'cubes' has no line `# hint: ...`",
    ),
    "a mistake that is not there": (
        "mistakes.py",
        "# %% trees_square: cubes\n# hint: x * x\n",
        "no version of trees_",
    ),
    "a mistake without a name": ("mistakes.py", "\n# %% cubes\n", "write `# %% EXERCISE: the misconception` here"),
    "a text that is no Python": ("../../solutions/trees.py", "def (:\n", r"trees.py, line \d+: invalid syntax"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_lesson_that_is_not_whole_is_not_built(name: str, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    file, more, said = BREAKS[name]
    path = own / "lessons" / "trees" / file
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8", errors="surrogateescape")
    courses.renewed()
    with pytest.raises(UsageError, match=f"(?s)nothing was built:.*{said}"):
        build(["trees"])
    assert not (own / "source").exists()


def test_what_a_lesson_gives_must_be_python(own: Path) -> None:
    (own / "lessons" / "trees" / "given.py").write_text("import (", encoding="utf-8")
    with pytest.raises(CourseError, match=r"given\.py, line 1"):
        courses.renewed().given("trees")


def test_a_reference_that_cannot_be_read_costs_nobody_a_point(own: Path, zygote: Zygote) -> None:
    """Whoever needs it is not graded, and told where it is wrong: it is the author's mistake."""
    more = MORE.format(name="cube", title='"It is there."\n    ')
    checks = own / "lessons" / "trees" / "checks.py"
    checks.write_text(checks.read_text(encoding="utf-8") + more, encoding="utf-8")
    (own / "lessons" / "trees" / "reference.py").write_text("def (:\n", encoding="utf-8")
    courses.renewed()
    exercises._checks.cache_clear()
    work = own / "mine.py"
    work.write_text("def trees_square(x):\n    return oops\ndef cube(x):\n    return trees_square(x) * x\n")
    (report,) = examine_all([Job(work, "trees", "mine")], Examiner(), zygote)
    assert not report.graded
    assert report.reason is not None
    assert "reference.py, line 1" in report.reason


def test_checks_may_stand_on_a_module_beside_them(own: Path) -> None:
    folder = own / "lessons" / "trees"
    (folder / "numbers_to_try.py").write_text("FIVE = 5\n", encoding="utf-8")
    checks = folder / "checks.py"
    text = checks.read_text(encoding="utf-8") + "\nfrom .numbers_to_try import FIVE\n"
    checks.write_text(
        text + '\n\n@exercise("trees_square", points=FIVE)\ndef test_five(student):\n    """Five."""\n'
    )
    courses.renewed()
    exercises._checks.cache_clear()
    channel = InlineChannel({"__name__": "submission", "trees_square": lambda x: x * x})
    assert Examiner().examine(channel, "trees", "someone").points == 8.0


def test_two_lessons_with_one_exercise(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    add_lesson(courses.renewed(), "forest")
    checks = own / "lessons" / "forest" / "checks.py"
    checks.write_text(
        checks.read_text(encoding="utf-8").replace("forest_square", "trees_square"), encoding="utf-8"
    )
    courses.renewed()
    with pytest.raises(UsageError, match="trees_square is an exercise of forest as well"):
        build(["trees"])


def test_the_lessons_of_an_installed_course_are_not_seen_in_the_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """They lie beside the libraries, which are seen; this one stands for such a course."""
    beside = Path(nbformat.__file__).parent
    monkeypatch.setattr(courses, "_installed", lambda: (Course("Beside", (), beside, "nbformat", None),))
    courses._around.cache_clear()
    try:
        hidden = sandboxed.wall().keywords["hidden"]
    finally:
        courses._around.cache_clear()
    assert beside in hidden


def test_the_configuration_of_a_new_course_is_the_kits() -> None:
    template = ROOT / "autograder" / "authoring" / "templates" / "course" / "nbgrader_config.json.jinja"
    assert template.read_text(encoding="utf-8") == (ROOT / "nbgrader_config.json").read_text(encoding="utf-8")
