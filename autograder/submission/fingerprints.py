"""Fingerprints of code that stay when it is renamed, commented and laid out anew.

The syntax tree becomes a row of words without the student's own names; of every few words in a row a digest is
made, and of these the smallest of each window is kept, so that whatever two sources share at some length leaves a
trace in both: winnowing, by Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
from collections.abc import Iterator

from autograder.submission.outline import parsed
from autograder.submission.scopes import children

#: Words in a row, and digests in a window: what is shared over 11 words is always seen.
_ROW, _WINDOW = 8, 4
#: Names that are nobody's own.
_KEPT = {*dir(builtins), "torch", "nn", "F", "np", "numpy", "math", "plt", "optim"}


def fingerprints(source: str) -> frozenset[int]:
    """The fingerprints of a source; none where it does not parse."""
    words = list(_words(parsed(source)))
    rows = [" ".join(words[start : start + _ROW]) for start in range(len(words) - _ROW + 1)]
    digests = [int.from_bytes(hashlib.blake2b(row.encode(), digest_size=8).digest(), "big") for row in rows]
    windows = range(max(1, len(digests) - _WINDOW + 1)) if digests else ()
    return frozenset(min(digests[start : start + _WINDOW]) for start in windows)


def _words(tree: ast.AST) -> Iterator[str]:
    """The nodes of a tree in the order of its text; texts, annotations and imports are left out."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.expr_context)):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring, or a text that serves as a comment
        word = _word(node)
        if word:
            yield word
        stack += reversed(list(children(node)))


def _word(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id if node.id in _KEPT else "name"
    if isinstance(node, ast.Attribute):
        own = isinstance(node.value, ast.Name) and node.value.id == "self"
        return ".own" if own else f".{node.attr}"
    if isinstance(node, ast.keyword):
        return f"{node.arg}="
    if isinstance(node, ast.Constant):
        return "text" if isinstance(node.value, (str, bytes)) else repr(node.value)
    return "" if isinstance(node, (ast.Module, ast.arguments)) else type(node).__name__
