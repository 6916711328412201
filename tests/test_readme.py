"""The README's and CONTRIBUTING's commands, as they are written, in a fresh clone, in order.

A block without a language, or in sh or bash, is commands. Each is run, or stands in one of the tables below with
the reason why it is not, or not simply.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
import pytest

from autograder.course.exercises import available_lessons, points_of
from autograder.report.results import loads
from docs.making.sections import expanded
from tests.banks import ROOT

PAGES = ("README.md", "CONTRIBUTING.md")
DOCS = sorted((ROOT / "docs").rglob("*.md"))
BIN = Path(sys.executable).parent

#: What continuous integration itself runs, word for word, and why not here.
ELSEWHERE = {
    "python3 -m venv .venv": "the clone's environment is the one that runs this test: a new one takes minutes",
    '.venv/bin/pip install -c constraints.txt -e ".[course]"': "it downloads a gigabyte",
    "make demo": "it takes minutes",
    "make test": "it takes minutes",
    "make test-ci": "it would run this test",
    "make lint": "it takes a minute, and looks at the same files",
}

#: What another test does in short, and which.
SHORTENED = {
    "make docs": "tests/test_docs.py makes the same pages, without what takes minutes to draw",
}

#: Commands that end with another code than 0, and why.
CODES = {
    ".venv/bin/autograder check perceptron": (1, "nothing is written yet"),
    ".venv/bin/autograder submit perceptron": (1, "the same; the file is made all the same"),
}


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: where it begins, its language, and its lines."""

    page: str
    line: int
    language: str
    text: str

    @property
    def commands(self) -> list[str]:
        whole = self.text.replace("\\\n", " ")
        return [command for command in map(without_comment, whole.splitlines()) if command]


@cache
def blocks(page: str) -> list[Block]:
    return found_in(page, (ROOT / page).read_text(encoding="utf-8"))


def found_in(page: str, text: str) -> list[Block]:
    found = re.finditer(r"^```([^`\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(page, text[: match.start()].count("\n") + 1, match[1], match[2]) for match in found]


def without_comment(line: str) -> str:
    return re.sub(r"(^|\s)#.*", "", line).strip()


SHELL = ("", "sh", "bash")
COMMANDS = [block for page in PAGES for block in blocks(page) if block.language in SHELL]


@dataclass
class Clone:
    """A fresh clone of the kit, and the shell of somebody who reads the page from top to bottom."""

    root: Path
    state: Path

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """What the command prints and ends with; what it exports holds for the next one."""
        script = f'. "{self.state}"; trap \'export -p >"{self.state}"\' EXIT\n{command}'
        return subprocess.run(
            ["bash", "-uo", "pipefail", "-c", script], cwd=self.root, capture_output=True, text=True, check=False
        )

    def git(self, *words: str) -> str:
        """What git says."""
        identity = ("-c", "user.name=reader", "-c", "user.email=reader@localhost")
        done = subprocess.run(
            ["git", *identity, *words], cwd=self.root, capture_output=True, text=True, check=True
        )
        return done.stdout

    def hand_in(self, student: str, answers: bool) -> None:
        """A submission of activations, from the release or the source: its imports and solution cells alone."""
        folder = "source" if answers else "release"
        notebook = nbformat.read(ROOT / folder / "activations" / "activations.ipynb", as_version=4)
        first, *rest = (cell for cell in notebook.cells if cell.cell_type == "code")
        notebook.cells = [first, *(cell for cell in rest if cell.metadata.get("nbgrader", {}).get("solution"))]
        place = self.root / "submitted" / student / "activations"
        place.mkdir(parents=True)
        nbformat.write(notebook, place / "activations.ipynb")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone of what is in the working tree, committed or not, with an environment."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("there is no git repository to clone")
    root = tmp_path_factory.mktemp("clone") / "nn-autograder"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root)], check=True)
    made = Clone(root, root.parent / "state")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        (root / name).unlink(missing_ok=True)
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--allow-empty", "--message", "what is in the working tree")
    (root / ".venv").symlink_to(BIN.parent)
    made.git("update-index", "--refresh")
    # the environment's own `autograder` is the one under test; here it is the clone's
    exports = {"PYTHONPATH": str(root), "PATH": "/usr/local/bin:/usr/bin:/bin"}
    made.state.write_text("".join(f"export {name}={shlex.quote(value)}\n" for name, value in exports.items()))
    made.hand_in("ada", answers=True)
    made.hand_in("ben", answers=False)
    with zipfile.ZipFile(root / "download.zip", "w") as download:
        for name in ("ada", "ben"):
            file = root / "submitted" / name / "activations" / "activations.ipynb"
            download.write(file, f"{name.title()}_101_assignsubmission_file_/notebook.ipynb")
    (root / "class.csv").write_text("student_id,first_name,last_name\nada,Ada,Lovelace\n", encoding="utf-8")
    return made


# --- every command --------------------------------------------------------------------------------------


def notebook_opens(clone: Clone, command: str) -> None:
    """JupyterLab serves the notebook that the command names, from the folder where that is."""
    with lab(clone, command) as get:
        assert json.loads(get(f"api/contents/{Path(command.split()[-1]).name}"))["type"] == "notebook"


def formgrader_opens(clone: Clone, command: str) -> None:
    """Formgrader knows the lesson, and who handed it in."""
    with lab(clone, command) as get:
        assert "formgrader" in get("formgrader").lower()
        lessons = {
            entry["name"]: entry["num_submissions"] for entry in json.loads(get("formgrader/api/assignments"))
        }
        assert lessons["activations"] == 2


def watch_looks(clone: Clone, command: str) -> None:
    """It shows the first exercise, and Ctrl-C ends it."""
    script = f'. "{clone.state}"\nexec {command}'
    words = ["bash", "-c", script]
    with subprocess.Popen(
        words, cwd=clone.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as watch:
        assert watch.stdout is not None
        shown = next((line for line in watch.stdout if "Not begun yet: write weighted_sum" in line), "")
        watch.send_signal(signal.SIGINT)
        assert (bool(shown), watch.wait()) == (True, 0)


@contextmanager
def lab(clone: Clone, command: str) -> Iterator[Callable[[str], str]]:
    """A JupyterLab server that is started by the command, and stopped in the end; gives what gets its pages."""
    folder = Path(tempfile.mkdtemp(dir=clone.root.parent, prefix="jupyter"))
    settings = {"allow_root": True, "open_browser": False, "token": "reader", "port": 0}
    (folder / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": settings}))
    places = "".join(f"export JUPYTER_{kind}_DIR={shlex.quote(str(folder))}\n" for kind in ("CONFIG", "RUNTIME"))
    script = f'. "{clone.state}"\n{places}exec {command}'
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(["bash", "-c", script], cwd=clone.root, stderr=log)
        try:
            base = address(folder, server)
            yield lambda page: urllib.request.urlopen(f"{base}{page}?token=reader", timeout=60).read().decode()
        finally:
            server.terminate()
            server.wait()


def address(folder: Path, server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        for file in folder.glob("jpserver-*.json"):
            try:
                base = str(json.loads(file.read_text())["url"])
                urllib.request.urlopen(f"{base}api?token=reader", timeout=60).close()
            except (ValueError, KeyError, urllib.error.URLError):
                continue  # it is still being written, or not yet listening
            return base
        time.sleep(0.2)
    pytest.fail((folder / "log").read_text())


#: Commands that do not end by themselves, and how they are tried.
ENDLESS: dict[str, Callable[[Clone, str], None]] = {
    ".venv/bin/jupyter lab work/perceptron.ipynb": notebook_opens,
    ".venv/bin/autograder watch": watch_looks,
    "jupyter lab": formgrader_opens,
}


@pytest.mark.ci
@pytest.mark.timeout(0)  # how long a command takes is the machine's business
@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: f"{block.page}:{block.line}")
def test_commands_do_what_they_say(block: Block, clone: Clone) -> None:
    assert block.commands
    for command in block.commands:
        if command in ELSEWHERE or command in SHORTENED:
            continue
        if command in ENDLESS:
            ENDLESS[command](clone, command)
            continue
        done = clone.run(command)
        code, _ = CODES.get(command, (0, ""))
        assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stdout + done.stderr, f"{command}\n{done.stdout}\n{done.stderr}"


# After all of the commands; nothing is run here. No class: xdist might give it to another worker.


@pytest.mark.ci
@pytest.mark.timeout(0)
def test_every_submission_has_a_report_and_a_page(clone: Clone) -> None:
    reports = loads((clone.root / "reports.json").read_text(encoding="utf-8"))
    assert {report.submission: report.points for report in reports} == {"ada": 60.0, "ben": 0.0}
    for student in ("ada", "ben"):
        page = clone.root / "feedback" / student / "activations" / "activations.html"
        score = {"ada": 60.0, "ben": 0.0}[student]
        assert f"Score: {score} / 60.0" in page.read_text(encoding="utf-8")
        assert (clone.root / ".autograder" / "reports" / "activations" / f"{student}.json").exists()


@pytest.mark.ci
@pytest.mark.timeout(0)
def test_nothing_that_is_in_git_has_changed(clone: Clone) -> None:
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""


def test_checks_are_tried_without_what_the_kits_own_tests_need() -> None:
    """An instructor has not installed [dev], and pytest reads pyproject.toml all the same."""
    words = ["--student", "solutions/perceptron.py", "autograder/lessons/perceptron", "--collect-only", "-q"]
    plugins = [word for name in ("timeout", "xdist") for word in ("-p", f"no:{name}")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, *plugins], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_continuous_integration_runs_what_is_not_run_here() -> None:
    steps = [without_comment(line) for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()]
    assert [command for command in ELSEWHERE if command not in steps] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in (command.removeprefix("make ") for command in ELSEWHERE if command.startswith("make ")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_no_table_names_a_command_that_is_gone() -> None:
    written = {command for block in COMMANDS for command in block.commands}
    assert [command for command in (*ELSEWHERE, *SHORTENED, *CODES, *ENDLESS) if command not in written] == []


#: Commands that docs/ shows besides: they stand in SECURITY.md, and make a user.
BY_HAND = {
    ".venv/bin/python -m pytest -q tests/sandbox tests/attacks",
    "sudo useradd --create-home grader",
    "sudo -u grader -H .venv/bin/python -m pytest -q -p no:cacheprovider tests/sandbox tests/attacks",
}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_docs_have_no_commands_of_their_own(page: Path) -> None:
    """What docs/ shows was run above, word for word."""
    text = expanded(page.read_text(encoding="utf-8"), page.relative_to(ROOT / "docs").as_posix())
    shown = {
        command for block in found_in(page.name, text) if block.language in SHELL for command in block.commands
    }
    written = {command for block in COMMANDS for command in block.commands}
    assert shown - written - BY_HAND == set()


# --- what else they say -----------------------------------------------------------------------------------


def rows() -> Iterator[tuple[str, int, float]]:
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"\| `(\w+)` \|.*\| (\d+) \| (\d+) \|", line)
        if found:
            yield found[1], int(found[2]), float(found[3])


def test_the_table_of_the_course() -> None:
    worth = {lesson: points_of(lesson) for lesson in available_lessons()}
    assert list(rows()) == [(lesson, len(points), sum(points.values())) for lesson, points in worth.items()]


def test_the_example_of_a_report_is_one() -> None:
    (example,) = (block.text for block in blocks("README.md") if block.language == "json")
    (report,) = loads(example)
    assert report.lesson == "activations"
    assert set(json.loads(example)[0]) == set(report.as_json())


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
