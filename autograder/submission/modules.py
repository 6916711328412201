"""Which of the Python files beside a submission are its code: those that it imports, however indirectly."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from autograder.submission.outline import outline_of

#: With these, code may run a file without importing it by its name.
_OTHERWISE = frozenset({"importlib", "import_module", "__import__", "runpy", "exec", "eval"})
_RUN = re.compile(r"^\s*%run\b", re.MULTILINE)


def imported(sources: Sequence[str], written: Sequence[str], files: Mapping[str, str]) -> Iterator[str]:
    """The texts of the files that are imported.

    sources: the cells as Python. written: as they stand, magics included. files: by their names, as in `a/b.py`.
    What merely lies beside them, as the other lessons in exercises/ do, is none of their code.
    """
    left = dict(files)
    if any(map(_RUN.search, written)):
        yield from left.values()
        return
    texts = list(sources)
    while left and texts:
        words = frozenset[str]().union(*(outline_of(text).identifiers for text in texts))
        if words & _OTHERWISE:
            yield from left.values()
            return
        roots = {root for text in texts for root in _roots(outline_of(text).tree)}
        new = sorted(name for name in left if name.removesuffix(".py").partition("/")[0] in roots)
        texts = [left.pop(name) for name in new]
        yield from texts


def _roots(tree: ast.AST) -> Iterator[str]:
    """The first words of all that is imported anywhere in a source; within a package, the module alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from (name.partition(".")[0] for name in names)
