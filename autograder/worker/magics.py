"""What IPython adds to Python in the text of a cell: which of it is the notebook's own code, as plain Python.

Read on both sides: by the worker, which runs a cell, and by the rules on a submission's source.
"""

from __future__ import annotations

import ast
import re

#: Cell magics whose body is not the notebook's code: a shell's, another language's, another process's, a file's.
_SHELLS = ("!", "bash", "cmd", "script", "sh", "sx", "system")
_LANGUAGES = ("perl", "pypy", "python", "python2", "python3", "ruby")
_SHOWN = ("html", "javascript", "js", "latex", "markdown", "svg")
NO_CODE = frozenset((*_SHELLS, *_LANGUAGES, *_SHOWN, "file", "writefile"))
#: Those of them that can be done here.
HARMLESS = frozenset((*_SHOWN, "file", "writefile"))
#: Cell magics whose body is; of an unknown one, it is where it is Python.
CODE = frozenset({"capture", "prun", "time", "timeit"})

_CELL_MAGIC = re.compile(r"\s*+(?P<line>%%(?P<name>\S++)(?P<rest>[^\n]*+))")
_OPTIONS = re.compile(r"\s*+(?:-[a-z]\s*+\d*+\s*+)*+")
#: `%time`, `!ls`, `files = !ls`, `?sum`, `sum?`; possessive, so that any line takes time linear in its length.
_LINE = re.compile(r"^([ \t]*+)(\w[\w.,\[\] \t]*+=[ \t]*+)?(?:[%!?].*|[\w.]++\?{1,2}+[ \t]*+)$", re.MULTILINE)
#: One cell magic above the other, and no end of them, would be read again each time.
_STACKED = 8
#: IPython reads the whole cell again for each magic in it: beyond these, lines are replaced one by one.
_TRANSFORMED_CHARACTERS, _TRANSFORMED_LINES = 20_000, 12


def python_of(source: str) -> str:
    """The Python of a cell, with its magics turned into calls or `pass`; nothing where even so it is none."""
    if parses(source):
        return source
    code, _ = opened(source, *CODE)
    if len(code) <= _TRANSFORMED_CHARACTERS and len(_LINE.findall(code)) <= _TRANSFORMED_LINES:
        transformed = _transformed(code)
        if parses(transformed):
            return transformed
    begins = _CELL_MAGIC.match(code)
    plain = "" if begins and _is_no_code(begins["name"]) else _LINE.sub(_without_magic, code)
    return plain if parses(plain) else ""


def opened(source: str, *names: str) -> tuple[str, set[str]]:
    """A cell without the cell magics that stand above its code, and their names; its lines keep their numbers.

    names: only these, and those that nobody knows.
    """
    found: set[str] = set()
    for _ in range(_STACKED):
        magic = _CELL_MAGIC.match(source)
        if not magic or _is_no_code(magic["name"]) or (magic["name"] in CODE and magic["name"] not in names):
            break
        found.add(magic["name"])
        # what follows the options of %%timeit is code as well
        setup = without_options(magic["rest"]) if magic["name"] == "timeit" else ""
        source = source[: magic.start("line")] + setup + source[magic.end() :]
    return source, found


def without_options(line: str) -> str:
    """The code in the line of a `%timeit`."""
    return _OPTIONS.sub("", line, count=1).strip()


def parses(source: str) -> bool:
    """Whether a text is Python."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def is_code(source: str) -> bool:
    """Whether a text is what a notebook runs: Python, with or without magics."""
    return parses(source) or parses(_transformed(source))


def _without_magic(line: re.Match[str]) -> str:
    return line[1] + (f"{line[2]}None" if line[2] else "pass")


def _is_no_code(name: str) -> bool:
    return name.lower() in NO_CODE


def _transformed(source: str) -> str:
    from IPython.core.inputtransformer2 import TransformerManager  # takes long, and few cells need it

    try:
        return str(TransformerManager().transform_cell(source))
    except (SyntaxError, ValueError, RuntimeError):  # IPython gives up on some texts
        return source
