"""A small class from the list of its names to the page that a student reads, with formgrader in a real browser.

Nobody who hands in late gets away with it, and nobody with more time pays for it, whichever command grades.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.course.exercises import points_of
from tests.banks import ROOT
from tests.browser import opened
from tests.cli.test_gradebook import command
from tests.warm import nbgrader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.ci,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
    pytest.mark.timeout(0),  # how long a class takes is the machine's business
]

LESSON = "mlp"
RIGHT = "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)"
WRONG = "def count_parameters(model):\n    return 0  # <script>alert(1)</script>"
WORTH = points_of(LESSON)["count_parameters"]
NAMES = (
    "First name;Surname;Username\nAda;Lovelace;ada\nBen;Bright;ben\nCleo;Cruz;cleo\nDan;Diaz;dan\nEve;Elm;eve\n"
)
#: When they handed in; the lesson was due at noon on the first.
HANDED_IN = {"ada": "2026-11-01 11:00:00 UTC", "cleo": "2026-11-02 13:00:00 UTC", "dan": "2026-11-02 13:00:00 UTC"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course, configured as the README says, whose class is in the gradebook and is graded."""
    root = tmp_path_factory.mktemp("class") / "course"
    for folder in ("source", "release"):
        shutil.copytree(ROOT / folder / LESSON, root / folder / LESSON)
    configured = json.loads((ROOT / "nbgrader_config.json").read_text(encoding="utf-8"))
    (late,) = re.findall(
        r'^"AssignLatePenalties".*\n"LatePenalty".*', (ROOT / "README.md").read_text(), re.MULTILINE
    )
    (root / "nbgrader_config.json").write_text(json.dumps({**configured, **json.loads(f"{{{late}}}")}))
    (root / "extensions.csv").write_text(f"student,lesson,days\ndan,{LESSON},2\n")
    (root / "class.csv").write_text(NAMES)
    for student in ("ada", "ben", "cleo", "dan"):
        notebook = nbformat.read(ROOT / "release" / LESSON / f"{LESSON}.ipynb", 4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "count_parameters":
                cell.source = WRONG if student == "ben" else RIGHT
        folder = root / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{LESSON}.ipynb")
        if student in HANDED_IN:
            (folder / "timestamp.txt").write_text(HANDED_IN[student])
    assert command(root, "autograder", "roster", "class.csv").returncode == 0
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        gradebook.update_or_create_assignment(LESSON, duedate=datetime(2026, 11, 1, 12))
    done = command(root, "autograder", "grade", LESSON, "--gradebook", "--trust-submissions", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    (root / "said").write_text(done.stdout, encoding="utf-8")
    return root


def scores(course: Path) -> dict[str, tuple[float, float]]:
    """What each has lost for being late, and what is left."""
    done = nbgrader(course, "export", "--to=grades.csv")
    assert done.returncode == 0, done.stderr
    with (course / "grades.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["student_id"]: (float(row["late_submission_penalty"] or 0), float(row["score"])) for row in rows}


LATE = {
    "ada": (0.0, WORTH),
    "ben": (0.0, 0.0),
    "cleo": (min(10.0, WORTH), max(0.0, WORTH - 10)),
    "dan": (0.0, WORTH),
    "eve": (0.0, 0.0),  # handed in nothing, which is 0 in nbgrader's table
}


@pytest.mark.long
def test_late_is_what_the_rule_says_and_who_had_more_time_is_not(course: Path) -> None:
    assert scores(course) == LATE
    page = (course / "feedback" / "cleo" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    assert "Late submission penalty" in page


def test_names_stand_beside_ids(course: Path, browser: Browser) -> None:
    said = (course / "said").read_text(encoding="utf-8")
    assert re.search(r"│ ben +│ Ben Bright +│", said)
    assert re.search(r"│ eve +│ Eve Elm +│ +– │ +│ nothing handed in +│", said)
    with opened(browser, course / ".autograder" / "pages" / LESSON / "index.html") as shown:
        assert shown.get_by_role("row", name="Eve Elm").get_by_text("nothing handed in").is_visible()
        shown.get_by_role("row", name="Ben Bright").get_by_role("link").click()
        assert shown.get_by_role("heading", level=1).inner_text() == f"Ben Bright (ben) {LESSON}"
        assert "<script>alert(1)</script>" in shown.locator("section pre.code").first.inner_text()
        shown.get_by_role("link", name="the student's feedback page").click()
        assert shown.locator("#toc li.lost a").all_inner_texts() == [
            "SimpleMLP",
            "count_parameters",
            "layer_shapes",
        ]


@contextmanager
def server(course: Path, folder: Path) -> Iterator[str]:
    """A Jupyter server in the course, with nbgrader's extensions; its address."""
    settings = {"allow_root": True, "open_browser": False, "token": "", "password": "", "port": 0}
    (folder / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": settings}))
    places = {f"JUPYTER_{kind}_DIR": str(folder) for kind in ("CONFIG", "RUNTIME")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, **places, "PATH": path, "PYTHONPATH": str(ROOT)}
    with (folder / "log").open("w") as log:
        started = [sys.executable, "-m", "jupyter_server"]
        running = subprocess.Popen(started, cwd=course, env=environment, stdout=log, stderr=log)
        try:
            yield _address(folder, running)
        finally:
            running.terminate()
            running.wait()


def _address(folder: Path, running: subprocess.Popen[bytes]) -> str:
    while running.poll() is None:
        for file in folder.glob("jpserver-*.json"):
            try:
                address = str(json.loads(file.read_text())["url"])
                urllib.request.urlopen(f"{address}api", timeout=60).close()
            except (ValueError, KeyError, urllib.error.URLError):
                continue  # it is still being written, or not yet listening
            return address
        time.sleep(0.2)
    pytest.fail((folder / "log").read_text())


def test_a_score_and_a_comment_reach_the_student(course: Path, browser: Browser, tmp_path: Path) -> None:
    pages = {student: course / "feedback" / student / LESSON / f"{LESSON}.html" for student in ("ada", "ben")}
    before = pages["ada"].stat().st_mtime_ns
    with server(course, tmp_path) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(120_000)
        shown = context.new_page()
        context.route(lambda url: not url.startswith(address), lambda route: route.abort())  # there is no network
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission_notebook(LESSON, LESSON, "ben").id
        shown.goto(f"{address}formgrader/gradebook/{LESSON}/{LESSON}")
        shown.get_by_role("link", name="Submission #").first.wait_for()
        shown.goto(f"{address}formgrader/submissions/{submission}/?index=0")
        # what is typed before the page has its scores is saved nowhere
        shown.wait_for_function("formgrader.grades?.loaded && formgrader.comments?.loaded")
        give(shown, "#check-count_parameters", "2.5")
        give(shown, "#count_parameters-comment", "Nearly: which of $n^2$ are *trained*?")
        assert shown.locator(".autograder-card", has_text="count_parameters").first.is_visible()
        shown.goto(f"{address}formgrader/manage_submissions/{LESSON}")
        shown.get_by_role("row", name="Bright, Ben").locator(".generate-feedback a").click()
        shown.get_by_text("Successfully generated feedback").wait_for()
        context.close()
    with opened(browser, pages["ben"]) as shown:
        assert "count_parameters lost points (Score: 2.5 " in " ".join(shown.locator("#toc").inner_text().split())
        comment = shown.locator(".panel-footer", has_text="Nearly")
        assert comment.locator("em").inner_text() == "trained"
        assert comment.locator("math msup").is_visible()
        assert "(Score: 2.5 " in shown.locator("h4").inner_text()
    assert pages["ada"].stat().st_mtime_ns == before, "nobody else's page is made again"


def give(page: Page, field: str, value: str) -> None:
    """Fill in a field of formgrader's, which saves it by itself."""
    with page.expect_response(lambda answer: "/formgrader/api/" in answer.url and answer.request.method == "PUT"):
        page.locator(field).fill(value)
        page.locator(field).blur()


@pytest.mark.long
def test_nbgraders_own_command_takes_off_the_same(course: Path) -> None:
    done = nbgrader(course, "autograde", LESSON, "--force", "--Examine.trust_submissions=True")
    assert done.returncode == 0, done.stderr
    assert scores(course) == {**LATE, "ben": (0.0, 2.5)}, "and what a person gave stays"
