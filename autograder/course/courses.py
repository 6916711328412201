"""A course is a value: where its lessons lie, in which order they are taught, and what it is called."""

from __future__ import annotations

import ast
import difflib
import re
import sys
import tomllib
import traceback
import types
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from autograder import lessons as kits_lessons
from autograder.failures import CourseError

#: The file that makes a folder a course, and the folder of its lessons.
FILE, LESSONS = "course.toml", "lessons"
#: An installed package names itself a course in this group.
GROUP = "autograder.courses"
_ADDRESS = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+(?<!\.git)")


@dataclass(frozen=True)
class Course:
    """The lessons of a course.

    title: as students read it. order: the names of its lessons, first to last. content: the folder with
    NAME/checks.py and what belongs to it. package: what its lessons are imported below. root: the course
    directory, with solutions/, source/, release/ and .autograder/; None for one that is only installed.
    address: where it is published, as https://github.com/OWNER/REPO; empty where it is nowhere yet.
    """

    title: str
    order: tuple[str, ...]
    content: Path
    package: str
    root: Path | None = None
    address: str = ""

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """The lessons that have checks, in teaching order."""
        return tuple(name for name in self.order if self.file(name, "checks.py").exists())

    def file(self, lesson: str, name: str) -> Path:
        """A file of a lesson's folder, whether it is there or not."""
        return self.content / lesson / name

    def text(self, lesson: str, name: str) -> str:
        """What stands in a file of a lesson's folder; nothing where there is none. Raises `CourseError`."""
        path = self.file(lesson, name)
        try:
            return path.read_text(encoding="utf-8") if path.exists() else ""
        except UnicodeDecodeError as error:
            raise CourseError(f"{path}, byte {error.start}: this is not UTF-8: save the file as UTF-8") from None

    def tree(self, lesson: str, name: str) -> ast.Module:
        """The syntax tree of a Python file of a lesson's folder. Raises `CourseError`."""
        return syntax_tree(self.text(lesson, name), self.file(lesson, name))

    def fields(self, lesson: str, name: str) -> dict[str, Any]:
        """What a TOML file of a lesson's folder says; nothing where there is none. Raises `CourseError`."""
        try:
            return tomllib.loads(self.text(lesson, name))
        except tomllib.TOMLDecodeError as error:
            raise CourseError(f"{self.file(lesson, name)} cannot be read: {error}") from None

    def given(self, lesson: str) -> tuple[str, ...]:
        """The statements of given.py, whose names are there for every submission. Raises `CourseError`."""
        body = self.tree(lesson, "given.py").body
        return tuple(ast.unparse(node) for node in body if not isinstance(node, ast.Expr))

    def checks(self, lesson: str) -> types.ModuleType:
        """The module with the checks of a lesson, imported once. Raises `CourseError`."""
        try:
            return import_module(f"{self.package}.{lesson}.checks")
        except Exception as error:
            if isinstance(error, CourseError) or self.package == kits_lessons.__name__:
                raise
            raise CourseError(_where(error, self.file(lesson, "checks.py"))) from error

    def examples(self, lesson: str) -> dict[str, Any]:
        """The functions of examples.py by name, imported once; none where there is no such file."""
        if not self.file(lesson, "examples.py").exists():
            return {}
        return vars(import_module(f"{self.package}.{lesson}.examples"))


def syntax_tree(source: str, path: Path) -> ast.Module:
    """The syntax tree of a text. Raises `CourseError` with the file and the line where it is no Python."""
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise CourseError(f"{path}, line {error.lineno}: {error.msg}") from None


def _where(error: Exception, path: Path) -> str:
    """What is wrong with the checks of a lesson, with the line, in a sentence."""
    line, message = None, str(error)
    if isinstance(error, SyntaxError) and error.filename == str(path):
        line, message = error.lineno, error.msg  # as a text, it names the line itself
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == str(path):
            line = frame.lineno
    place = f"{path}, line {line}" if line else str(path)
    return f"the checks cannot be read: {place}: {type(error).__name__}: {message}"


def kits_own() -> Course:
    """The course that comes with the kit; it has no address yet."""
    order = ("perceptron", "activations", "mlp", "losses", "autograd", "optimizers", "training", "xor")
    folder = Path(kits_lessons.__path__[0])
    return Course("Fundamentals of neural networks", order, folder, kits_lessons.__name__)


def course_of(lesson: str) -> Course | None:
    """The course that has a lesson of this name."""
    return next((course for course in here() if lesson in course.lessons), None)


#: Where to look for course.toml; the current folder, unless somebody entered another one.
_PLACE: list[Path] = []


def enter(root: Path) -> None:
    """From now on the course of this folder is meant, wherever the command was started."""
    _PLACE[:] = [root]


def here() -> tuple[Course, ...]:
    """The courses that are meant here.

    That of this folder or of one above it, where there is a course.toml; else the kit's and all installed ones.
    Raises `CourseError`.
    """
    return _around(_PLACE[0] if _PLACE else Path.cwd())


def address_of(root: Path) -> str:
    """Where the course of a course directory is published; the kit's where it has no course.toml."""
    return (_in_place(root.resolve()) if (root / FILE).is_file() else kits_own()).address


def renewed() -> Course:
    """The course that is meant here, read anew after its course.toml was changed."""
    _around.cache_clear()
    _in_place.cache_clear()
    return here()[0]


@cache
def _around(folder: Path) -> tuple[Course, ...]:
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return (_in_place(place),)
    return (kits_own(), *_installed())


@cache
def _in_place(root: Path) -> Course:
    """The course of a folder that holds course.toml, its lessons imported from where they lie."""
    package = f"autograder_course_{abs(hash(root)):x}"
    module = types.ModuleType(package, "The lessons of a course, where they lie.")
    module.__path__ = [str(root / LESSONS)]
    sys.modules[package] = module
    return _read(root / FILE, root / LESSONS, package, root)


@cache
def _installed() -> tuple[Course, ...]:
    """The courses that are installed as Python packages, by name."""
    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        spec = find_spec(entry.value)
        for place in map(Path, (spec.submodule_search_locations or ()) if spec else ()):
            if (place / FILE).is_file():
                found.append(_read(place / FILE, place / LESSONS, f"{entry.value}.{LESSONS}"))
    return tuple(found)


def _read(path: Path, content: Path, package: str, root: Path | None = None) -> Course:
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CourseError(f"{path} cannot be read: {error}") from None
    title, order = fields.get("title"), fields.get("lessons")
    if not isinstance(title, str) or not title.strip():
        raise CourseError(f'{path}: `title` is missing: write title = "..."')
    if not isinstance(order, list) or not all(isinstance(name, str) and name.isidentifier() for name in order):
        raise CourseError(f'{path}: `lessons` is the list of its lessons in order, as in lessons = ["trees"]')
    twice = sorted({name for name in order if order.count(name) > 1})
    if twice:
        raise CourseError(f"{path}: {', '.join(twice)} stands more than once in `lessons`")
    address = fields.get("address", "")
    if not isinstance(address, str) or (address and not _ADDRESS.fullmatch(address)):
        raise CourseError(f'{path}: `address` is as in address = "https://github.com/OWNER/REPO", or left out')
    for name in order:
        if not (content / name).is_dir():
            raise CourseError(
                f"{path} names `{name}`, and there is no {LESSONS}/{name}: {_instead(name, order, content)}"
            )
    return Course(title, tuple(order), content, package, root, address)


def _instead(name: str, order: list[str], content: Path) -> str:
    """What to do about a lesson that is named and not there."""
    others = sorted(path.name for path in content.glob("*/") if path.name not in order)
    near = difflib.get_close_matches(name, others, n=1)
    return f"did you mean `{near[0]}`?" if near else f"take it out; `autograder new {name}` makes a new one"
