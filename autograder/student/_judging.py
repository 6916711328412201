"""Tests that the student has written, tried on versions of what they test."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.courses import course_of
from autograder.course.exercises import lesson_of, tested_by
from autograder.course.mistakes import mistakes_of
from autograder.failures import CourseError, StudentCrash
from autograder.rng import Rng
from autograder.show import cut
from autograder.student._conversation import Conversation
from autograder.submission.scopes import DEFINITIONS

#: What the versions find, as they do in a notebook of any lesson.
_IMPORTS = "import math\nimport torch\nfrom torch import nn\nfrom torch.nn import functional\nF = functional\n"
#: The file with right versions in unusual styles: NAME_how, each with a docstring that says how in words.
_VERSIONS = "versions.py"
#: How many numbers a version can be given to tell it from itself under another salt.
_NUMBERS = 1 << 30


@dataclass(frozen=True)
class Version:
    """A version of an exercise; name: of a right one how it is written, of a wrong one its mistake."""

    name: str
    right: bool
    tree: ast.stmt


@dataclass(frozen=True)
class Judged:
    """What a test did with a version; raised: what it raised, "" where it let that pass."""

    name: str
    right: bool
    raised: str


def raises_for(conversation: Conversation, test: str, source: str, name: str) -> str:
    """What a test raises for a version of `name`; "" where it lets that pass."""
    conversation.last_call = f"{test}({name})"
    reply = conversation.ask({"op": "judge", "target": test, "source": source, "name": name})
    if "ok" not in reply:
        raise StudentCrash("The process that runs your code did not say what your test does.")
    error = reply["ok"]
    if error is None:
        return ""
    parts = error if isinstance(error, dict) else {}
    return cut(f"{parts.get('type', 'Exception')}: {parts.get('message', '')}".rstrip(": "), 200)


def judged(conversation: Conversation, test: str, mistakes: Sequence[str], rng: Rng) -> list[Judged]:
    """What a test does with each version, which come in an order and in spellings that hang on `rng`."""
    lesson = lesson_of(test) or ""
    tested = tested_by(lesson, test)
    sources = rng.once(lambda: _sources(lesson, tested, mistakes, rng), test)
    return [
        Judged(version.name, version.right, raises_for(conversation, test, source, tested))
        for version, source in sources
    ]


def _sources(lesson: str, tested: str, mistakes: Sequence[str], rng: Rng) -> list[tuple[Version, str]]:
    versions = [*_right(lesson, tested), *_wrong(lesson, tested, mistakes)]
    order = rng.permutation(len(versions)).tolist()
    return [(versions[place], _IMPORTS + disguised(versions[place].tree, tested, rng)) for place in order]


def _right(lesson: str, exercise: str) -> Iterator[Version]:
    """The right versions that the lesson has of an exercise. Raises `CourseError` where there is none."""
    course = course_of(lesson)
    body = [] if course is None else course.tree(lesson, _VERSIONS).body
    found = [node for node in body if isinstance(node, DEFINITIONS) and node.name.startswith(f"{exercise}_")]
    if not found:
        raise CourseError(f"{lesson}/{_VERSIONS} has no right version of {exercise}, as in `def {exercise}_plain`")
    for node in found:
        said = (ast.get_docstring(node) or node.name).splitlines()[0].rstrip(".")
        yield Version(said[0].lower() + said[1:], True, node)


def _wrong(lesson: str, exercise: str, names: Sequence[str]) -> Iterator[Version]:
    """The first spelling of each of these mistakes. Raises `CourseError` where there is none."""
    known = {mistake.name: mistake for mistake in mistakes_of(lesson, exercise)}
    for name in names:
        if name not in known:
            raise CourseError(f"{lesson}/mistakes.py has no mistake of {exercise} that is called {name!r}")
        body = ast.parse(known[name].spellings[0]).body
        node = next(node for node in body if isinstance(node, DEFINITIONS) and node.name == exercise)
        yield Version(name, False, node)


def disguised(tree: ast.stmt, name: str, rng: Rng) -> str:
    """The source of a version under the name of the exercise, in which nothing but what it does tells what it is.

    Docstrings and annotations are gone, its own variables and attributes have names of `rng`'s, and each function
    begins with a number of `rng`'s that nobody uses: so neither its text nor its code is the same under another
    salt.
    """
    tree = ast.parse(ast.unparse(tree)).body[0]
    assert isinstance(tree, DEFINITIONS)
    tree.name = name
    for node in ast.walk(tree):
        if isinstance(node, DEFINITIONS) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
            _rename(node, rng)
            node.body.insert(0, ast.parse(f"v{_number(rng)} = {_number(rng)}").body[0])
        if isinstance(node, ast.ClassDef):
            _rename_attributes(node, rng)
        if isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _rename(function: ast.FunctionDef | ast.AsyncFunctionDef, rng: Rng) -> None:
    """Give the variables that a function makes for itself other names."""
    nodes = list(ast.walk(function))
    kept = {node.arg for node in nodes if isinstance(node, ast.arg)}
    kept |= {name for node in nodes if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
    used = [node for node in nodes if isinstance(node, ast.Name)]
    made = dict.fromkeys(node.id for node in used if isinstance(node.ctx, ast.Store))
    names = {name: f"v{_number(rng)}" for name in made if name not in kept}
    for one in used:
        one.id = names.get(one.id, one.id)


def _rename_attributes(definition: ast.ClassDef, rng: Rng) -> None:
    """Give what the objects of a class keep for themselves other names; those that the class has stay."""
    shared = [part for part in definition.body if not isinstance(part, DEFINITIONS)]
    kept = {part.name for part in definition.body if isinstance(part, DEFINITIONS)}
    kept |= {node.id for part in shared for node in ast.walk(part) if isinstance(node, ast.Name)}
    used = [node for node in ast.walk(definition) if isinstance(node, ast.Attribute)]
    own = [node for node in used if isinstance(node.value, ast.Name) and node.value.id == "self"]
    made = dict.fromkeys(node.attr for node in own if isinstance(node.ctx, ast.Store))
    names = {name: f"v{_number(rng)}" for name in made if name not in kept}
    for one in own:
        one.attr = names.get(one.attr, one.attr)


def _number(rng: Rng) -> int:
    return int(rng.integers(0, _NUMBERS))
