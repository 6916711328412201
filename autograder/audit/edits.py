"""The small edits that make a mutant: operators, constants, comparisons, arguments, and statements left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

from autograder.submission.scopes import DEFINITIONS

#: What stands in the place of an operator; an operand left out tells most of the rest.
_OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
#: Statements that may be left out with all that stands in them.
_LEFT_OUT: tuple[type[ast.AST], ...] = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Raise)
_LEFT_OUT += (ast.Delete, ast.Break, ast.Continue, ast.Assert, ast.If, ast.For, ast.While, *DEFINITIONS)
#: Where the statements within a statement are.
_BODIES = ("body", "orelse", "finalbody", "handlers")
_NOTHING = "nothing"


def edited(definition: Any) -> Iterator[tuple[str, str, Any]]:
    """Every edit of a definition: the line, what becomes of it, and the definition with that, until the next.

    The tree is changed in place and back: whoever wants to keep it makes its source.
    """
    for owner, place in _places(definition):
        statement = owner[place]
        head = _head(statement)
        for words, statements in _of_statement(statement, whole=statement is definition):
            owner[place : place + 1] = statements
            yield head, words, definition
            owner[place : place + len(statements)] = [statement]
        for _ in _of_expressions(statement):
            yield head, _head(statement), definition


def _places(definition: Any) -> Iterator[tuple[list[Any], int]]:
    """Every statement, as its list and its place there, outermost first; the definition itself as well."""
    queue: list[list[Any]] = [[definition]]
    while queue:
        statements = queue.pop(0)
        for place, statement in enumerate(statements):
            if isinstance(statement, ast.stmt):
                yield statements, place
        queue = [inner for statement in statements for inner in _bodies(statement)] + queue


def _bodies(statement: Any) -> list[list[Any]]:
    """The lists of statements in a statement."""
    found = (getattr(statement, name, None) for name in _BODIES)
    return [inner for inner in found if isinstance(inner, list)]


def _head(statement: Any) -> str:
    """A statement as it reads without what stands in it."""
    bare = copy(statement)
    for name in _BODIES:
        if isinstance(getattr(bare, name, None), list):
            setattr(bare, name, [])
    return ast.unparse(ast.fix_missing_locations(bare)).strip()


def _of_statement(statement: Any, *, whole: bool) -> Iterator[tuple[str, list[Any]]]:
    """What may stand in the place of a statement, in words and as statements; `whole`: it is all that there is."""
    if isinstance(statement, _LEFT_OUT) and not whole:
        yield _NOTHING, [ast.Pass()]
    if isinstance(statement, ast.With):
        yield "what stands in it", statement.body
    if isinstance(statement, ast.AugAssign):
        assign = ast.Assign([statement.target], statement.value)
        yield ast.unparse(ast.fix_missing_locations(assign)), [assign]
    if isinstance(statement, (ast.For, ast.While)):
        once = copy(statement)
        once.body = [*statement.body, ast.Break()]
        yield "its first round only", [once]


def _of_expressions(statement: Any) -> Iterator[None]:
    """Edit an expression of a statement, yield, and put it back, for each in turn."""
    for owner, name in _slots(statement):
        before = getattr(owner, name)
        for after in _of_list(owner, name, before) if isinstance(before, list) else _instead(before):
            setattr(owner, name, after)
            yield
        setattr(owner, name, before)


def _slots(node: Any) -> Iterator[tuple[Any, str]]:
    """Every field of an expression's in a statement; not those of statements within it, nor words for people."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            children = [value]
        elif isinstance(value, list) and value and all(isinstance(child, ast.AST) for child in value):
            children = value
        else:
            continue
        if isinstance(children[0], (ast.stmt, ast.ExceptHandler)):
            continue
        yield node, name
        for child in children:
            if not isinstance(child, ast.JoinedStr) and not isinstance(node, ast.Raise):
                yield from _slots(child)


def _of_list(owner: Any, name: str, items: Sequence[Any]) -> Iterator[list[Any]]:
    """Without an argument, a condition, a base or a decorator; with neighbours swapped; with another for one."""
    calls = isinstance(owner, ast.Call) and name in ("args", "keywords")
    conditions = isinstance(owner, ast.BoolOp) and name == "values"
    if calls or conditions or name in ("ifs", "decorator_list", "bases"):
        for number in range(len(items)):
            yield [*items[:number], *items[number + 1 :]]
    is_tuple = isinstance(owner, ast.Tuple) and isinstance(owner.ctx, ast.Load)
    if (isinstance(owner, ast.Call) and name == "args") or is_tuple:
        for number in range(len(items) - 1):
            yield [*items[:number], items[number + 1], items[number], *items[number + 2 :]]
    for number, node in enumerate(items):
        yield from ([*items[:number], after, *items[number + 1 :]] for after in _instead(node))


def _instead(node: Any) -> Iterator[Any]:
    """What may stand in the place of an expression or an operator."""
    yield from (operator() for operator in _OPERATORS.get(type(node), ()))
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from map(ast.Constant, _constants(node.value))
    elif isinstance(node, ast.JoinedStr):
        yield ast.Constant("")
    elif isinstance(node, ast.IfExp):
        yield from (node.body, node.orelse)
    elif isinstance(node, ast.Call):  # what it is made of: its first argument, or the object whose method it is
        yield from node.args[:1]
        if isinstance(node.func, ast.Attribute):
            yield node.func.value


def _constants(value: object) -> tuple[Any, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1, value - 1)
    if isinstance(value, float):
        return (2 * value, value / 2) if value else (1.0,)
    return ("",) if isinstance(value, str) and value else ()
