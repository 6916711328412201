"""nbgrader as its own commands find it in a course: with the configuration files that they read."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.apps import AutogradeApp
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.failures import GraderError

#: Where a release goes that nobody asked for: release/ is the instructor's.
_RELEASE = ".autograder/release"


def configuration(course: Path) -> Config:
    """What `nbgrader autograde` has read when it starts in a course. Raises `GraderError` where that fails."""
    try:
        app = AutogradeApp(log_level=logging.CRITICAL)
        app.initialize([], root=str(course))
    except SystemExit:
        raise GraderError("nbgrader cannot read its configuration: see what `nbgrader autograde` says") from None
    config: Config = app.config
    for section in ("Application", "AutogradeApp", "NbGrader"):  # of what is logged, the command shows its own
        config.pop(section, None)
    return config


def course_directory(config: Config, course: Path, lesson: str) -> CourseDirectory:
    """The folders of a course, for one assignment."""
    found = CourseDirectory(config=config)
    found.root, found.assignment_id = str(course.resolve()), lesson
    return found


def make_assignment(config: Config, course: Path, lesson: str) -> None:
    """Let the gradebook learn a lesson, and release/ be as it is. Raises `GraderError`."""
    directory = course_directory(config, course, lesson)
    directory.release_directory = _RELEASE
    source = Path(directory.format_path(directory.source_directory, ".", lesson))
    if not source.is_dir():
        raise GraderError(f"there is no {source}, of which nbgrader's gradebook would learn {lesson}")
    with tools_on_the_path():
        converter = GenerateAssignment(coursedir=directory, config=config)
        converter.force = True
        try:
            converter.start()
        except NbGraderException as error:
            raise GraderError(
                f"{lesson} could not be put into the gradebook ({error}): see what "
                f"`nbgrader generate_assignment {lesson} --force` says"
            ) from None


@contextmanager
def tools_on_the_path() -> Iterator[None]:
    """nbgrader starts `alembic` for a new gradebook, which lies beside this interpreter."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before
