"""A course of one's own, and a lesson in it, that work as they are; written, and never over anything."""

from __future__ import annotations

import keyword
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from autograder.course import atomic
from autograder.course.courses import FILE, LESSONS, Course, kits_own
from autograder.course.exercises import vocabulary
from autograder.failures import CourseError

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    autoescape=False,  # Python, Markdown and TOML are made, and no HTML
)
#: The files of a course by their templates: one that is called .gitignore would be one here.
_COURSE = {"course.toml": FILE, "nbgrader_config.json": "nbgrader_config.json", "gitignore": ".gitignore"}
_COURSE |= {"README.md": "README.md", "pyproject.toml": "pyproject.toml"}
_LESSON = ("checks.py", "hints.md", "ideas.md", "reference.py", "mistakes.py", "given.py")


def make_course(folder: Path) -> list[Path]:
    """Make a course directory of a folder; the files written. Raises `CourseError` where one is there already."""
    paths = {name: folder / path for name, path in _COURSE.items()}
    there = [str(path) for path in paths.values() if path.exists()]
    if there:
        raise CourseError(
            f"{', '.join(there)}: there already, and nothing is written over it; name another folder"
        )
    words = [word for word in re.split(r"\W+|_", folder.resolve().name) if word]
    package = "_".join(words).lower() or "course"
    if not package.isidentifier() or package in sys.stdlib_module_names or find_spec(package):
        package = f"course_{package}"  # the name of a package that exists would hide it, or be hidden by it
    fields = {"title": " ".join(words).capitalize() or "A course", "package": package}
    return [_write(path, f"course/{name}", fields) for name, path in paths.items()]


def add_lesson(course: Course, lesson: str) -> list[Path]:
    """Write the skeleton of a lesson, and name it in course.toml; the files written. Raises `CourseError`."""
    if course.root is None:
        raise CourseError(f"there is no {FILE} here or in a folder above: `autograder init FOLDER` makes a course")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", lesson):
        raise CourseError(f"{lesson!r} is no name for a lesson: lower-case letters, digits and _, a letter first")
    if keyword.iskeyword(lesson) or keyword.issoftkeyword(lesson):
        raise CourseError(f"{lesson!r} is no name for a lesson: it is a word of Python's own; name another one")
    module = find_spec(lesson)  # of a folder without any, it has no origin
    if lesson in sys.stdlib_module_names or (module is not None and module.origin is not None):
        raise CourseError(
            f"{lesson!r} is no name for a lesson: exercises/{lesson}.py would hide the module {lesson} from "
            "whoever works there; name another one"
        )
    if lesson in course.order:
        raise CourseError(f"there is a lesson {lesson} already; name another one")
    if lesson in kits_own().order:
        raise CourseError(f"the kit has a lesson of the name {lesson}; name another one")
    exercise = f"{lesson}_square"
    if exercise in vocabulary():
        raise CourseError(f"there is an exercise {exercise} already, in {vocabulary()[exercise]}")
    paths = {f"lesson/{name}": course.file(lesson, name) for name in _LESSON}
    paths["lesson/solution.py"] = course.root / "solutions" / f"{lesson}.py"
    paths["lesson/bank.py"] = course.root / "tests" / "bank" / f"{lesson}.py"
    there = [str(path) for path in paths.values() if path.exists()]
    if there:
        raise CourseError(f"{', '.join(there)}: there already, and nothing is written over it")
    listed = _with(course.root / FILE, lesson)
    fields = {"lesson": lesson, "title": lesson.replace("_", " ").capitalize()}
    written = [_write(path, name, fields) for name, path in paths.items()]
    atomic.write(course.root / FILE, listed, mode=0o644)
    return written


def _with(path: Path, lesson: str) -> str:
    """The text of a course.toml with one more lesson in the end."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^lessons\s*=\s*\[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise CourseError(f'{path}: add "{lesson}" to `{LESSONS}` yourself: its list is not written as expected')
    before = found[1].rstrip().rstrip(",")
    inside = f'{before}, "{lesson}"' if before.strip() else f'"{lesson}"'
    return text[: found.start(1)] + inside + text[found.end(1) :]


def _write(path: Path, template: str, fields: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(_TEMPLATES.get_template(f"{template}.jinja").render(fields))
    return path
