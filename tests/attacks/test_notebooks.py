"""Tampered notebooks through nbgrader itself: autograde, the gradebook, feedback pages and formgrader."""

from __future__ import annotations

import html.parser
import json
import re
import shutil
import stat
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbgrader")

from autograder.course.exercises import points_of
from tests import warm
from tests.attacks.arena import ROOT, WRONG_SOFTMAX
from tests.attacks.malformed import malformed
from tests.attacks.tampering import CLASS, LOSERS, MARK, UNGRADED, Notebook, cells
from tests.seldom import one_in

LESSON = "activations"


@dataclass
class Course:
    """A course directory after `nbgrader autograde` and `nbgrader generate_feedback`."""

    folder: Path
    log: str
    status: int

    def feedback(self, student: str) -> str:
        return (self.folder / "feedback" / student / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")

    def autograded(self, student: str) -> Path:
        return self.folder / "autograded" / student / LESSON / f"{LESSON}.ipynb"


#: Half of the class takes part only where there is time, but for those whom others are compared with.
STUDENTS = one_in(2, sorted(CLASS))
COMPARED = ("plain", "scripts", "surrogates")


@pytest.fixture(scope="module")
def course(walls: None, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Those of the class of `tampering` whom a test asks for, and some with no notebooks, graded at once."""
    tests = [item for item in request.session.items if isinstance(item, pytest.Function)]
    asked = {item.callspec.params.get("student") for item in tests if hasattr(item, "callspec")}
    folder = tmp_path_factory.mktemp("tampered")
    shutil.copy(ROOT / "nbgrader_config.json", folder)
    shutil.copytree(ROOT / "source" / LESSON, folder / "source" / LESSON)
    nbgrader(folder, "generate_assignment")
    released = json.loads((folder / "release" / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    solved = json.loads((folder / "source" / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    for name, change in CLASS.items():
        if name in {*asked, *COMPARED}:
            hand_in(folder, name, handed_out(released, solved), change)
    for name, data in malformed(6, seed=7):
        place = folder / "submitted" / name / LESSON
        place.mkdir(parents=True)
        (place / f"{LESSON}.ipynb").write_bytes(data)
    graded = nbgrader(folder, "autograde", check=False)
    nbgrader(folder, "generate_feedback")
    return Course(folder, graded.stderr + graded.stdout, graded.returncode)


def nbgrader(folder: Path, command: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    done = warm.nbgrader(folder, command, LESSON, "--log-level=INFO")
    assert done.returncode == 0 or not check, done.stderr[-3000:]
    return done


def handed_out(released: Notebook, solved: Notebook) -> Notebook:
    """The released notebook without its prose and pictures, solved but for softmax and the picture."""
    notebook: Notebook = json.loads(json.dumps(released))
    right = cells(solved)
    for name, cell in cells(notebook).items():
        if not name.startswith("check-") and name != "plot_activations":
            cell["source"] = WRONG_SOFTMAX if name == "softmax" else right[name]["source"]
    kept = [
        cell
        for cell in notebook["cells"]
        if "nbgrader" in cell["metadata"] or "import torch" in "".join(cell["source"])
    ]
    return {**notebook, "cells": kept}


def hand_in(course: Path, student: str, notebook: Notebook, change: Any) -> None:
    folder = course / "submitted" / student / LESSON
    folder.mkdir(parents=True)
    if change(notebook, folder) != "handed in":
        (folder / f"{LESSON}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def scores(course: Course) -> Iterator[dict[str, tuple[float | None, float]]]:
    """For each student the score (None: needs manual grading) and the points that there are."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        yield {
            submission.student.id: (
                None if submission.needs_manual_grade else submission.score,
                submission.max_score,
            )
            for submission in gradebook.assignment_submissions(LESSON)
        }


@pytest.mark.ci
@pytest.mark.parametrize("student", STUDENTS)
def test_tampering_gains_nothing(
    student: str, course: Course, scores: dict[str, tuple[float | None, float]]
) -> None:
    best = scores["plain"][0]
    assert best is not None
    score, possible = scores[student]
    assert possible == sum(points_of(LESSON).values())
    if student in UNGRADED:
        assert score is None
    elif student in LOSERS:
        assert score is not None
        assert score <= best
    else:
        assert score == best


@pytest.mark.parametrize("student", [name for name, _ in malformed(6, seed=7)])
def test_what_is_no_notebook_is_left_for_a_person(
    student: str, scores: dict[str, tuple[float | None, float]]
) -> None:
    assert scores[student][0] is None


def test_the_whole_class_is_graded(course: Course) -> None:
    assert course.status == 0, course.log[-3000:]
    assert "ran in the sandbox (bubblewrap)" in course.log


def test_nothing_is_left_or_let_out(course: Course) -> None:
    """No file beside a submission was imported, no link followed, and the secret is nobody else's."""
    assert not (course.folder / MARK).exists()
    salt = course.folder / ".autograder" / "salt"
    assert stat.S_IMODE(salt.stat().st_mode) == 0o600
    secret = salt.read_text().strip()
    for folder in ("autograded", "feedback", "release"):
        paths = list((course.folder / folder).rglob("*"))
        assert not [path for path in paths if path.is_symlink()]
        assert not [path for path in paths if path.is_file() and secret in path.read_text(errors="replace")]
        assert not [path for path in paths if path.is_file() and "root:x:" in path.read_text(errors="replace")]


def test_the_log_does_nothing_to_a_terminal(course: Course) -> None:
    assert not [c for c in course.log if not c.isprintable() and c not in "\n\t"]


class Page(html.parser.HTMLParser):
    """Counts what a page runs, loads or sends: elements and attributes that can."""

    ELEMENTS = ("script", "iframe", "object", "embed", "form", "meta", "base", "link", "style", "frame", "svg")

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.active: Counter[str] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.ELEMENTS:
            self.active[tag] += 1
        for name, value in attrs:
            address = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("srcdoc", "formaction", "action", "background", "ping"):
                self.active[f"{tag} {name}"] += 1
            if name in ("href", "src", "xlink:href", "data") and re.match(
                r"(javascript|vbscript|data:(?!image/))", address
            ):
                self.active[f"{tag} {name}={address[:20]}"] += 1


def active(text: str) -> Counter[str]:
    return Page(text).active


def test_the_counter_of_active_content_has_teeth() -> None:
    page = (
        '<script></script><img src=x onerror=y><a href="java\nscript:x"><svg onload=x><a href="&#106;avascript:">'
    )
    assert sum(active(page).values()) == 6


@pytest.mark.parametrize("student", [each for each in STUDENTS if each.values[0] not in UNGRADED])
def test_feedback_pages_run_nothing_of_the_students(student: str, course: Course) -> None:
    assert active(course.feedback(student)) <= active(course.feedback("plain"))


@pytest.mark.ci
@pytest.mark.parametrize("configured", [True, False], ids=["in the course", "from elsewhere"])
def test_formgrader_runs_nothing_of_the_students(course: Course, configured: bool) -> None:
    """The pages that a TA looks at are made of the same notebooks by another template.

    Also where it was started without the course's configuration, as with another course's.
    """
    pages = {
        student: formgrader_page(course.autograded(student), configured)
        for student in ("plain", "scripts", "surrogates")
    }
    assert active(pages["scripts"]) <= active(pages["plain"])
    assert active(pages["surrogates"]) <= active(pages["plain"])


def formgrader_page(path: Path, configured: bool) -> str:
    from nbconvert.exporters import HTMLExporter
    from nbgrader.server_extensions.formgrader import handlers
    from traitlets.config import Config
    from traitlets.config.loader import JSONFileConfigLoader

    loader = JSONFileConfigLoader("nbgrader_config.json", path=str(ROOT))
    config = loader.load_config() if configured else Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    facts = dict.fromkeys(
        ("submission_id", "assignment_id", "notebook_id", "first_name", "last_name", "student"), "x"
    )
    resources = {
        **facts,
        "index": 0,
        "total": 1,
        "base_url": "/",
        "mathjax_url": "/",
        "my_path": "x",
        "keyword_blacklist": [],
        "is_filter": False,
        "unique_key": "x",
        "unique_id": "x",
        "nbgrader": {"date": ""},
        "filename": path.name,
    }
    text: str = HTMLExporter(config=config).from_filename(str(path), resources=resources)[0]
    return text
