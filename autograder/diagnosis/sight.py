"""Mistakes that are seen without running anything: in the source, and in what the checks found."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from autograder.channel.troubles import explains
from autograder.examiner.recording import Exchange
from autograder.report.results import ExerciseResult, Misconception
from autograder.submission.misnamed import functions_in, misnamed
from autograder.submission.outline import parsed
from autograder.submission.scopes import DEFINITIONS, FUNCTIONS
from autograder.wire.values import Foreign

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_UNDEFINED = re.compile(r"NameError: name '(\w+)' is not defined")
_NUMPY = re.compile(r"\b(?:np|numpy)\.(?:\w+\.)*\w+\s*\(")


def at_once(exercise: ExerciseResult, source: str) -> Misconception | None:
    """What there is to say before any mistake is run: the exercise is not there, or is not whole."""
    findings = [check.finding for check in exercise.checks if check.wrong and check.finding]
    kinds = [finding.kind for finding in findings]
    name = exercise.name
    if kinds[:1] == ["missing"]:
        meant = misnamed(name, functions_in(source))
        if meant is None or explains(findings[0].trouble, name):
            return None
        hint = "Compare the name in your line with that in the text, letter by letter. Capitals count."
        return Misconception(f"{name}-is-misspelt", f"is called `{meant}` instead of `{name}`", hint)
    if "not_implemented" not in kinds:
        return None
    found = _definition(source, name)
    if found is not None and _raises_not_implemented(found):
        hint = "Look for the line `raise NotImplementedError()`: when does Python come to it, and what does it do?"
        return Misconception(
            f"{name}-is-not-implemented", "still raises the NotImplementedError that your code is to replace", hint
        )
    return None


def at_last(exercise: ExerciseResult, source: str, exchanges: Sequence[Exchange]) -> Misconception | None:
    """What there is to say where no mistake of the lesson's explains it.

    exchanges: of the first check that failed.
    """
    name, found = exercise.name, _definition(source, exercise.name)
    if found is None or not exchanges:
        return None
    reply = exchanges[-1].reply
    if reply is not None and reply.get("ok") is None and exchanges[-1].request["op"] == "call":
        return _without_result(name, found)
    findings = [check.finding for check in exercise.checks if check.wrong and check.finding]
    unknown = _UNDEFINED.match(findings[0].what) if findings else None
    if unknown:
        hint = "Which line defines or imports this name? Has it run before? Is it spelt alike in both places?"
        return Misconception(f"{name}-needs-a-name", f"uses the name `{unknown[1]}`, which is not defined", hint)
    lines = [finding.where for finding in findings]
    if (lines and _NUMPY.search(lines[0])) or (reply is not None and _is_numpys(reply.get("ok"))):
        hint = "Whose tensors come in, and whose function did you call? Torch has nearly all that numpy has."
        return Misconception(f"{name}-uses-numpy", "calls a function of numpy's where torch's is needed", hint)
    return None


def _without_result(name: str, found: _Definition) -> Misconception | None:
    """A function, or a network's forward, that never returns a value."""
    bodies = [found] if not isinstance(found, ast.ClassDef) else [part for part in found.body if _is_forward(part)]
    own = [part for body in bodies for part in _own_parts(body)]
    if not bodies or any(
        isinstance(part, (ast.Yield, ast.YieldFrom)) or (isinstance(part, ast.Return) and part.value is not None)
        for part in own
    ):
        return None
    calls = [part.func.id for part in own if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
    where = "forward " if isinstance(found, ast.ClassDef) else ""
    if "print" in calls:
        hint = "Printing shows a value to you. How does the value get to the code that called the function?"
        return Misconception(f"{name}-prints", f"{where}prints its result instead of returning it", hint)
    hint = "Which line of the function hands its result to whoever called it?"
    return Misconception(f"{name}-has-no-return", f"{where}computes its result, and does not return it", hint)


def _definition(source: str, name: str) -> _Definition | None:
    """The last definition of this name at the top of a source."""
    found = [node for node in parsed(source).body if isinstance(node, DEFINITIONS) and node.name == name]
    return found[-1] if found else None


def _own_parts(function: ast.AST) -> Iterator[ast.AST]:
    """All that is in a function, but for the functions in it."""
    for part in ast.iter_child_nodes(function):
        if not isinstance(part, (*FUNCTIONS, ast.ClassDef)):
            yield part
            yield from _own_parts(part)


def _is_forward(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "forward"


def _is_numpys(answer: object) -> bool:
    return isinstance(answer, Foreign) and (answer.type_name == "ndarray" or answer.text.startswith("np."))


def _raises_not_implemented(found: _Definition) -> bool:
    """Whether the stub's line is in it."""
    raised = [part.exc for part in ast.walk(found) if isinstance(part, ast.Raise) and part.exc is not None]
    names = [exc.func if isinstance(exc, ast.Call) else exc for exc in raised]
    return any(isinstance(name, ast.Name) and name.id == "NotImplementedError" for name in names)
