"""Runs the code cells of a submission, as a notebook's kernel or a script would."""

from __future__ import annotations
import __future__

import ast
import importlib
import io
import linecache
import sys
import types
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import matplotlib.pyplot as plt
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from autograder.wire.messages import CellResult, Output
from autograder.worker import notes, outputs
from autograder.worker.ipython import Shell
from autograder.worker.magics import CODE, is_code, opened, python_of
from autograder.worker.statements import Statements, split

_ENDED_CELL = "ended this cell; the cells below were run all the same"
_ENDED_SCRIPT = "would end the program here; what stands below was run all the same"
_FUTURE = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


class NotebookShell:
    """An IPython shell: magics, `display` and top-level await work, and with `pictures` inline figures.

    imports: lines that the lesson's notebook begins with, whose names are there from the start.
    """

    def __init__(self, *, pictures: bool, imports: Sequence[str] = ()) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.InteractiveShell.xmode = "Context"
        self._shell: Shell = Shell.instance(config=config)
        self._results: Any = self._shell.displayhook
        self._compiler: Any = self._shell.compile
        formatter: Any = self._shell.display_formatter
        self._pictures = formatter.formatters["image/png"]
        #: the notebook's globals
        self.namespace: dict[str, Any] = self._shell.user_ns
        self.seeds = _seeded(self.namespace, imports)
        self._statements = Statements(self.namespace, self.seeds, _ENDED_CELL)
        self._shell.statements = self._statements
        if pictures:
            InteractiveShell.enable_matplotlib(self._shell, "inline")

    def run(self, source: str, name: str = "cell", *, pictures: bool = True) -> CellResult:
        """Run one cell, `name` being what it is called: its outputs, and what was raised in it.

        pictures: whether figures are drawn where they are shown, if they are at all.
        """
        self._results.kept = None
        self._pictures.enabled = pictures
        self._statements.begin()
        self._compiler.cell = name
        importlib.invalidate_caches()  # a file may have been written by the cell before
        with notes.of_a_cell() as said, capture_output() as captured:
            self._run(source)
        plt.close("all")  # what was to be shown has been shown
        shown: list[Output] = outputs.streams(captured)
        shown += [outputs.display(item.data) for item in captured.outputs[: outputs.MOST]]
        if self._results.kept:
            shown.append(outputs.display(self._results.kept, "result"))
        return _result(shown, self._statements, said)

    def _run(self, source: str) -> None:
        code, magics = opened(source, *CODE - {"capture"})
        if magics - CODE and not is_code(code):
            code, magics = source, set()
        before = dict(self.namespace)
        result = self._shell.run_cell(code, store_history=True)  # type: ignore[no-untyped-call]  # IPython's
        if "timeit" in magics:  # in Jupyter, what it assigns stays in it
            self.namespace.update(before)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:  # not of a statement: IPython could make nothing of the cell
            self._statements.raised(error)


class ScriptShell:
    """The module that a script is; it is importable as `submission`, so that inspect and pickle work.

    filename: of the script, as tracebacks and `__file__` have it. imports: as for a notebook.
    """

    def __init__(self, filename: str = "submission.py", imports: Sequence[str] = ()) -> None:
        module = types.ModuleType("submission")
        module.__file__ = filename
        sys.modules["submission"] = module
        self.namespace: dict[str, Any] = module.__dict__
        self.seeds = _seeded(self.namespace, imports)
        self._statements = Statements(self.namespace, self.seeds, _ENDED_SCRIPT)
        self._filename = filename
        self._lines: list[str] = []
        self._future = 0  # a `from __future__ import` of one part holds in the next

    def run(self, source: str, name: str = "", *, pictures: bool = True) -> CellResult:
        """Run a part of the script: its outputs, and what was raised in it. A script shows no pictures."""
        self._statements.begin()
        self._show_lines(source)
        importlib.invalidate_caches()
        with notes.of_a_cell() as said, capture_output() as captured:
            try:
                nodes = split(self._parsed(source))
            except BaseException as error:  # as of a source that is nested too deeply
                self._statements.raised(error, below="nothing")
            else:
                self._run(nodes)
        return _result(outputs.streams(captured), self._statements, said)

    def _run(self, nodes: list[ast.stmt]) -> None:
        for place, node in enumerate(nodes):
            if not self._statements.wants(node):
                continue
            try:
                exec(self._compiled(ast.Module([node], [])), self.namespace)
            except BaseException as error:  # a student's SystemExit included
                self._statements.raised(error, node, below="rest" if place < len(nodes) - 1 else "")
            else:
                self._statements.ran(node)

    def _parsed(self, source: str) -> list[ast.stmt]:
        """The statements; magics become calls, as some editors allow them in the cells of a script."""
        try:
            return self._tree(source)
        except SyntaxError:
            python = python_of(source)
            if not python:
                raise
            self.namespace.setdefault("get_ipython", _NoMagics)
            return self._tree(python)

    def _tree(self, source: str) -> list[ast.stmt]:
        flags = self._future | ast.PyCF_ONLY_AST
        tree: ast.Module = compile(source, self._filename, "exec", flags=flags, dont_inherit=True)
        return tree.body

    def _compiled(self, module: ast.Module) -> types.CodeType:
        code: types.CodeType = compile(module, self._filename, "exec", flags=self._future, dont_inherit=True)
        self._future |= code.co_flags & _FUTURE
        return code

    def _show_lines(self, source: str) -> None:
        """Tracebacks and `inspect` find the lines of all parts so far in one file, each at its own number."""
        lines = io.StringIO(source).readlines()  # Python's lines: a form feed does not end one
        start = next((place for place, line in enumerate(lines) if line.strip()), 0)
        self._lines[len(self._lines) :] = ["\n"] * (start - len(self._lines))
        self._lines[start:] = lines[start:]
        linecache.cache[self._filename] = (len(source), None, self._lines, self._filename)


class _NoMagics:
    """What a magic in a script is called on."""

    def __getattr__(self, name: str) -> Any:
        def left_out(*given: object) -> None:
            notes.say(f"`{' '.join(map(str, given))[:80]}` was left out: a script has no magics")

        return left_out


def _seeded(namespace: dict[str, Any], imports: Sequence[str]) -> Mapping[str, Any]:
    """The names that these import lines give, put into the namespace; one that cannot be had is not there."""
    found: dict[str, Any] = {}
    for line in imports:
        with suppress(ImportError):
            exec(line, found)
    found.pop("__builtins__", None)
    namespace.update(found)
    return found


def _result(shown: list[Output], statements: Statements, said: Mapping[str, bool]) -> CellResult:
    """Outputs; the exception that the cell is said to have ended with, or None; all of them; what to look at."""
    return {
        "outputs": outputs.fitting(shown),
        "error": statements.error(),
        "errors": statements.errors(),
        "notes": [text for text, matters in said.items() if matters],
    }
