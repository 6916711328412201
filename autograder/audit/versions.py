"""What goes on trial in a lesson: the solution, its stub, mistakes, right versions in other styles, mutants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from autograder.audit.bank import bank_of, banked
from autograder.audit.mutants import mutants_of
from autograder.course.courses import Course, syntax_tree
from autograder.course.exercises import exercises_of
from autograder.course.mistakes import mistakes
from autograder.examiner.siblings import reached
from autograder.failures import CourseError, UsageError
from autograder.submission.cells import Cell, Submission, submission_of
from autograder.submission.scopes import DEFINITIONS

Kind = Literal["solution", "stub", "right", "mistake", "wrong", "mutant"]

_REGION = re.compile(r"^( *)### BEGIN SOLUTION$.*?^ *### END SOLUTION$", re.MULTILINE | re.DOTALL)
#: Of what must lose, so many lost checks tell whether one of them is alone in seeing it.
_TELLING = 2
#: What a cell may hold, and yet do nothing but define.
_DEFINES = (*DEFINITIONS, ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class Version:
    """One version of an exercise, in the place of the solution's.

    title: of a mistake its name, of a mutant its change. source: of the exercise alone; the solution and its
    stub have none, and are versions of all exercises ("" as `exercise`). examined: the exercises that are. number:
    which spelling of a mistake it is. killed_by: the check that it is there to try. place: the file, and the line.
    id: of a mistake what a report calls it.
    """

    lesson: str
    exercise: str
    kind: Kind
    title: str
    source: str
    examined: tuple[str, ...]
    number: int = 0
    killed_by: str | None = None
    place: str = ""
    id: str = ""

    @property
    def wrong(self) -> bool:
        """Whether it must lose points of its exercise."""
        return self.kind in ("mistake", "wrong", "mutant")

    @property
    def enough(self) -> int | None:
        """After how many lost checks enough is known of it; a mistake is tried whole once."""
        whole = self.kind == "mistake" and not self.number
        return _TELLING if self.wrong and not whole and self.examined == (self.exercise,) else None


class Lesson:
    """A lesson of a course, as it goes on trial.

    root: the course directory. Raises `UsageError` where the solution is not there, `CourseError` where it, the
    bank or the mistakes cannot be read.
    """

    def __init__(self, course: Course, root: Path, name: str) -> None:
        self.course, self.root, self.name = course, root, name
        self.path = root / "solutions" / f"{name}.py"
        if not self.path.is_file():
            raise UsageError(f"{self.path} is missing: audit a course in its own directory")
        try:
            self.text = self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise CourseError(f"{self.path}, byte {error.start}: this is not UTF-8: save it as UTF-8") from None
        self.tree = syntax_tree(self.text, self.path)
        self.exercises = exercises_of(name)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """All that is tried, the solution first."""
        whole = [self._whole("solution", "the solution"), self._whole("stub", "the stub")]
        return (*whole, *self._banked(), *self._mistakes(), *self._mutants())

    def submission(self, version: Version) -> Submission:
        """The file that is examined."""
        whole = self._stub if version.kind == "stub" else self._solution
        cells = (*whole, Cell(version.source)) if version.source else whole
        return Submission(version.title, self.path, "script", cells)

    @cached_property
    def _solution(self) -> tuple[Cell, ...]:
        return submission_of(self.text, self.path).cells

    @cached_property
    def _stub(self) -> tuple[Cell, ...]:
        return submission_of(_REGION.sub(r"\1raise NotImplementedError()", self.text), self.path).cells

    def _whole(self, kind: Kind, title: str) -> Version:
        return Version(self.name, "", kind, title, "", self.exercises, place=str(self.path))

    def _banked(self) -> Iterator[Version]:
        path = bank_of(self.root, self.name)
        for cell in banked(self.root, self.name):
            kind: Kind = "right" if cell.right else "wrong"
            place = f"{path}, line {cell.line}"
            if cell.exercise not in self.exercises:
                raise CourseError(f"{place}: there is no exercise {cell.exercise} in {self.name}")
            yield Version(
                self.name, cell.exercise, kind, cell.title, cell.source, (cell.exercise,), 0, cell.killed_by, place
            )

    def _mistakes(self) -> Iterator[Version]:
        path = self.course.file(self.name, "mistakes.py")
        for mistake in mistakes(self.course, self.name):
            if mistake.exercise not in self.exercises:
                raise CourseError(f"{path}, line {mistake.line}: there is no exercise {mistake.exercise}")
            for number, source in enumerate(mistake.spellings):
                place = f"{path}, line {mistake.line}" + (f", spelling {number + 1}" if number else "")
                touched = self._touched(mistake.exercise, source, first=not number)
                yield Version(
                    lesson=self.name,
                    exercise=mistake.exercise,
                    kind="mistake",
                    title=mistake.name,
                    source=source,
                    examined=touched,
                    number=number,
                    place=place,
                    id=mistake.id,
                )

    def _mutants(self) -> Iterator[Version]:
        for name in self.exercises:
            for mutant in mutants_of(self.text, name):
                yield Version(self.name, name, "mutant", mutant.change, mutant.source, (name,))

    def _touched(self, exercise: str, source: str, *, first: bool) -> tuple[str, ...]:
        """The exercises that a version can have a say in: its own, and where it stands first, those that call it.

        What its cell does beside defining its exercise may touch any of them.
        """
        if self._does_more(exercise, source):
            return self.exercises
        callers = [name for name in self.exercises if first and exercise in self._calls[name]]
        return tuple(name for name in self.exercises if name == exercise or name in callers)

    @cached_property
    def _calls(self) -> dict[str, frozenset[str]]:
        """The other exercises that each of them is built on, in the solution."""
        return {name: reached(self.text, self.name, name) for name in self.exercises}

    @cached_property
    def _own(self) -> set[str]:
        """What the solution defines."""
        return {name for node in self.tree.body for name in _defined(node)}

    def _does_more(self, exercise: str, source: str) -> bool:
        """Whether a cell defines another name of the solution's, or does something when it is run."""
        try:
            body = ast.parse(source).body
        except SyntaxError:
            return False
        names = {name for node in body for name in _defined(node)}
        return bool(names & self._own - {exercise}) or not all(isinstance(node, _DEFINES) for node in body)


def _defined(node: ast.stmt) -> Iterator[str]:
    """The names that a statement at the top level defines."""
    if isinstance(node, DEFINITIONS):
        yield node.name
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        names = (part for part in ast.walk(node) if isinstance(part, ast.Name))
        yield from (name.id for name in names if isinstance(name.ctx, ast.Store))


def counted(versions: Iterable[Version], kind: Kind, *, first: bool = False) -> int:
    """How many of a kind there are; `first`: of each mistake one."""
    return sum(version.kind == kind and not (first and version.number) for version in versions)
