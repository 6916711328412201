"""What students can read of a solution: one of its lines, or what it computes under other names."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.authoring.percent import Cell, place
from autograder.course.grade_ids import grade_id_of

BEGIN, END = "BEGIN SOLUTION", "END SOLUTION"  # nbgrader's own delimiters
LEAK_LENGTH = 12  # characters; a shorter line says too little to be a leak
LEAK_OPERATIONS = 4  # in a row; fewer, such as `optimizer.step()`, are how anybody would call that

_OPERATIONS = (ast.Call, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Subscript, ast.Attribute)
_HEADS = ("value", "iter", "test", "exc")  # where statements hold the expression that they are about


def leaks(cells: Sequence[Cell], released: Sequence[Cell], exercise_file: str) -> Iterator[str]:
    """No line of a solution can be read by students, be it in code or in prose, nor its syntax in any code."""
    for cell in cells:
        lines = list(_lines(cell.source, released, exercise_file))
        for line, places in lines:
            yield (
                f"students can read the solution line {line!r} of {grade_id_of(cell.metadata)!r} in "
                f"{' and in '.join(places)}: reword it there, or move it out of the solution"
            )
        for code, where in _renamed(cell.source, released) if not lines else ():
            yield (
                f"students can read `{code}` of {grade_id_of(cell.metadata)!r} in {where}, under whatever "
                "names: show there what comes of it, such as numbers, and not how"
            )


def _lines(source: str, released: Sequence[Cell], exercise_file: str) -> Iterator[tuple[str, list[str]]]:
    """The solution's lines that stand elsewhere, and where."""
    for line in dict.fromkeys(_solution_lines(source)):
        places = [place(other) for other in released if line in other.source]
        if not places and line in exercise_file:
            places = ["the exercise file"]
        if places:
            yield line, places


def _solution_lines(source: str) -> Iterator[str]:
    for number in sorted(_inside(source)):
        line = source.splitlines()[number - 1].strip()
        if len(line) >= LEAK_LENGTH:
            yield line


def _inside(source: str) -> set[int]:
    """The numbers of the lines between the delimiters."""
    found, inside = set(), False
    for number, line in enumerate(source.splitlines(), 1):
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            found.add(number)
    return found


@dataclass(frozen=True)
class _Step:
    """An expression of a program: itself, what it looks like without names, and how much it does."""

    code: str
    form: str
    operations: int
    line: int


def _renamed(source: str, released: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """The longest row of a solution's steps that another cell takes too, whatever it calls things; and where."""
    inside = _inside(source)
    solution = [step for step in _steps(source) if step.line in inside]
    for other in released if solution else ():
        given = _steps(other.source) if other.cell_type == "code" else ()
        rows = (_common(solution[i:], given[j:]) for i in range(len(solution)) for j in range(len(given)))
        row = max(rows, key=_operations, default=[])
        if _operations(row) >= LEAK_OPERATIONS:
            yield "; ".join(step.code for step in row), place(other)


def _common(one: Sequence[_Step], other: Sequence[_Step]) -> list[_Step]:
    """The steps that two programs begin with alike."""
    pairs = itertools.takewhile(lambda pair: pair[0].form == pair[1].form, zip(one, other, strict=False))
    return [step for step, _ in pairs]


def _operations(row: Sequence[_Step]) -> int:
    return sum(step.operations for step in row)


@lru_cache(maxsize=256)
def _steps(source: str) -> tuple[_Step, ...]:
    """The expressions of a cell's statements, as they come; none of what is no plain Python."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    heads = [getattr(statement, field, None) for statement in statements for field in _HEADS]
    heads += [item.context_expr for s in statements if isinstance(s, ast.With) for item in s.items]
    steps = [_step(head) for head in heads if isinstance(head, ast.expr) and not isinstance(head, ast.Constant)]
    return tuple(sorted(steps, key=lambda step: step.line))


def _step(head: ast.expr) -> _Step:
    code = ast.unparse(head)
    copy = ast.parse(code, mode="eval")
    numbers: dict[str, str] = {}
    for node in ast.walk(copy):
        if isinstance(node, ast.Name):
            node.id = numbers.setdefault(node.id, f"_{len(numbers)}")
    operations = sum(isinstance(node, _OPERATIONS) for node in ast.walk(copy))
    return _Step(code, ast.dump(copy), operations, head.lineno)
