"""Mutants: small edits of a solution, each once, each said in a line."""

from __future__ import annotations

import ast

import pytest

from autograder.audit.mutants import mutants_of
from autograder.course.exercises import available_lessons, exercises_of
from tests.banks import ROOT


def changes(source: str, name: str = "f") -> set[str]:
    return {mutant.change for mutant in mutants_of(source, name)}


@pytest.mark.parametrize(
    ("body", "becomes"),
    [
        ("return a - b", {"return a + b", "return a", "return b", "nothing"}),
        ("return -a", {"return a", "nothing"}),
        ("return a < 3", {"return a <= 3", "return a > 3", "return a < 4", "return a < 2", "nothing"}),
        ("return a and b", {"return a or b", "return a", "return b", "nothing"}),
        (
            "return a * 0.5",
            {"return a / 0.5", "return a", "return 0.5", "return a * 1.0", "return a * 0.25", "nothing"},
        ),
        ("a.close()", {"a", "nothing"}),
        (
            "return g(a, k=True)",
            {"return a", "return g(k=True)", "return g(a)", "return g(a, k=False)", "nothing"},
        ),
        ("return g(a, b)", {"return a", "return g(a)", "return g(b)", "return g(b, a)", "nothing"}),
        ("return (a, b)", {"return (b, a)", "nothing"}),
        ("a += 1", {"a = 1", "a -= 1", "a += 2", "a += 0", "nothing"}),
        ("return a if b else c", {"return a", "return c", "nothing"}),
        ("return [x for x in a if b]", {"return [x for x in a]", "nothing"}),
        ("return f'{a}!'", {"return ''", "nothing"}),
    ],
)
def test_what_becomes_of_a_line(body: str, becomes: set[str]) -> None:
    assert changes(f"def f(a, b, c):\n    {body}\n") == {f"{body} => {after}" for after in becomes}


def test_what_becomes_of_blocks() -> None:
    loop = changes("def f(a):\n    for x in a:\n        if x:\n            break\n    return a\n")
    assert loop == {
        "for x in a: => nothing",
        "for x in a: => its first round only",
        "if x: => nothing",
        "break => nothing",
        "return a => nothing",
    }
    inside = {
        mutant.change: mutant.source for mutant in mutants_of("def f(a):\n    with a:\n        a.b = 1\n", "f")
    }
    assert inside["with a: => what stands in it"] == "def f(a):\n    a.b = 1\n"


def test_a_class_loses_methods_bases_and_decorators() -> None:
    source = "class f(Base):\n    @staticmethod\n    def g():\n        pass\n"
    assert changes(source) == {
        "class f(Base): => class f:",
        "@staticmethod\ndef g(): => nothing",
        "@staticmethod\ndef g(): => def g():",
    }


def test_words_for_people_stay_as_they_are() -> None:
    source = 'def f(a: int = None) -> int:\n    """Doc of 1 + 1."""\n    raise ValueError(f"{a} + 1")\n'
    raised = "raise ValueError(f'{a} + 1')"
    assert changes(source) == {f"{raised} => nothing", f"{raised} => raise f'{{a}} + 1'"}


def test_the_same_change_in_two_places_has_two_names() -> None:
    twice = changes("def f(a):\n    a.b()\n    a.b()\n")
    assert twice == {"a.b() => nothing", "a.b() => a", "a.b() => nothing (2)", "a.b() => a (2)"}


def test_what_is_not_defined_has_none() -> None:
    assert mutants_of("from g import f\n", "f") == []


@pytest.mark.parametrize("lesson", available_lessons())
def test_every_mutant_of_the_lessons_is_another_version_of_its_exercise(lesson: str) -> None:
    text = (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")
    for exercise in exercises_of(lesson):
        found = mutants_of(text, exercise)
        assert len(found) >= 5
        assert len({mutant.change for mutant in found}) == len({mutant.source for mutant in found}) == len(found)
        assert all(ast.parse(mutant.source).body[0].name == exercise for mutant in found)
