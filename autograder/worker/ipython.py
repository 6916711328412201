"""IPython's shell without a screen, a keyboard or a system shell, which runs a cell statement by statement."""

from __future__ import annotations

import ast
import contextlib
import linecache
import sys
from collections import Counter
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import LSString, SList
from traitlets import Type

from autograder.worker.magics import HARMLESS, NO_CODE, without_options
from autograder.worker.notes import say
from autograder.worker.statements import Statements, split

_INSTALLERS = {"pip", "conda", "mamba", "micromamba", "uv", "pixi"}
#: They change how Jupyter works, and no result.
_NO_MATTER = {"autoreload", "aimport", "gui", "matplotlib", "autosave", "xmode", "colors"}
_EXTENSIONS = {"load_ext", "reload_ext", "unload_ext"}


class _Results(DisplayHook):
    """Keeps the value of a cell's last expression, where a terminal would print it."""

    #: by MIME type
    kept: dict[str, Any] | None = None

    def write_output_prompt(self) -> None:
        """A notebook shows it beside the output."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.kept = format_dict


class _Compiler(CachingCompiler):
    """Names the code of a cell after the cell, and shows its lines as the student wrote them."""

    #: what the code of the next cell is called, as in warnings
    cell = "cell"

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # IPython's
        self._names: Counter[str] = Counter()

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        self._names[self.cell] += 1
        count = self._names[self.cell]  # another code of the same name would have the lines of the first
        return f"<{self.cell}>" if count == 1 else f"<{self.cell}, {count}>"

    def cache(self, transformed_code: str, number: int = 0, raw_code: str | None = None) -> str:
        name = super().cache(transformed_code, number, raw_code)
        lines = (raw_code or "").rstrip("\n").split("\n")
        if len(lines) == transformed_code.rstrip("\n").count("\n") + 1:
            linecache.cache[name] = (len(transformed_code), None, [f"{line}\n" for line in lines], name)
        return name


def _in_pythons_words(error: SyntaxError, code: str) -> None:
    """What Python says of a cell that ends in the middle, where IPython hopes that there is more to come."""
    try:
        ast.parse(code)
    except SyntaxError as plain:
        error.msg, error.lineno, error.text = plain.msg, plain.lineno, plain.text


class Shell(InteractiveShell):
    """A notebook's kernel, as far as its code can tell; `statements` decides what of a cell is run."""

    displayhook_class = Type(_Results)
    compiler_class = Type(_Compiler)
    statements: Statements
    _python = ""

    def transform_cell(self, raw_cell: str) -> str:
        """The cell as Python; each line keeps its number, also below empty ones."""
        lines = raw_cell.split("\n")
        empty = next((place for place, line in enumerate(lines) if line.strip()), 0)
        python: str = super().transform_cell(raw_cell)  # type: ignore[no-untyped-call]  # IPython's
        self._python = "\n" * empty + python
        return self._python

    async def run_ast_nodes(
        self,
        nodelist: list[ast.stmt],
        cell_name: str,
        interactivity: str = "last_expr",
        compiler: Any = compile,
        result: Any = None,
    ) -> bool:
        """Run the statements one by one, whatever became of those above."""
        nodes = split(nodelist)
        failed = False
        for place, node in enumerate(nodes):
            if not self.statements.wants(node):
                continue
            is_last = place == len(nodes) - 1
            shown = interactivity if is_last or interactivity == "all" else "none"
            if await super().run_ast_nodes([node], cell_name, shown, compiler, result):
                failed = True
                error = result.error_in_exec or result.error_before_exec
                result.error_in_exec = result.error_before_exec = None
                self.statements.raised(error, node, below="" if is_last else "rest")
            else:
                self.statements.ran(node)
        return failed

    async def run_code(self, code_obj: Any, result: Any = None, *, async_: bool = False) -> bool:
        """Run one statement; whether it raised. Without the traceback that IPython would print."""
        try:
            if async_:
                await eval(code_obj, self.user_global_ns, self.user_ns)
            else:
                exec(code_obj, self.user_global_ns, self.user_ns)
        except BaseException as error:  # a student's SystemExit and KeyboardInterrupt included
            result.error_in_exec = error
            return True
        return False

    def showtraceback(self, exc_tuple: Any = None, *_: Any, **__: Any) -> None:
        """The exception is reported as what it is; printed as well, it would be seen twice."""
        error = exc_tuple[1] if exc_tuple else sys.exc_info()[1]
        if error is not None:
            self.statements.raised(error)

    def showsyntaxerror(self, *_: Any, **__: Any) -> None:
        """As above."""
        error = sys.exc_info()[1]
        if isinstance(error, SyntaxError) and error.msg == "incomplete input":
            _in_pythons_words(error, self._python)
        if error is not None:
            self.statements.raised(error, below="nothing")

    def ask_exit(self) -> None:
        """`exit()` and `quit()`: they end the cell."""
        raise SystemExit

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no screen."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, str]:
        """Pictures are shown, or not, as the grader wants them, whatever `%matplotlib` and `%pylab` say."""
        return "inline", "inline"

    def system(self, cmd: str) -> None:
        """`!pip install`, `%%sh` and the like."""
        say(f"`!{cmd[:80]}` was left out: there is no shell while grading")
        self.user_ns["_exit_code"] = 0

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """`files = !ls`."""
        self.system(cmd)
        return SList() if split else LSString()

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """One that cannot work here says so; those that change no result do nothing."""
        if magic_name in _INSTALLERS:
            say(f"`%{magic_name} {line[:80]}` was left out: nothing can be installed while grading")
        elif magic_name in _EXTENSIONS and line.strip() != "autoreload":
            say(f"`%{magic_name} {line[:80]}` was left out: there are no extensions while grading")
        elif magic_name == "timeit" and "-o" not in line.split():
            self._run_once(line)
        elif magic_name == "config":
            with contextlib.suppress(UsageError):  # as of InlineBackend, where no pictures are made
                super().run_line_magic(magic_name, line, _stack_depth + 1)
        elif magic_name in _NO_MATTER | _EXTENSIONS:
            pass
        elif magic_name not in self._magics("line"):
            say(f"`%{magic_name} {line[:80]}` was left out: there is no such magic while grading")
        else:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        return None

    def run_cell_magic(self, magic_name: str, line: str, cell: str) -> Any:
        """A script of another language cannot be run here; a file can be written."""
        elsewhere = magic_name.lower() in NO_CODE - HARMLESS
        if elsewhere or magic_name not in self._magics("cell"):
            say(f"`%%{magic_name}` and what stands below it was left out: that cannot be run while grading")
            return None
        return super().run_cell_magic(magic_name, line, cell)  # type: ignore[no-untyped-call]  # IPython's

    def _magics(self, kind: str) -> set[str]:
        return set(self.magics_manager.magics[kind])

    def _run_once(self, line: str) -> None:
        """`%timeit`: here, how fast something is does not matter, and what it assigns stays in it."""
        before = dict(self.user_ns)
        super().run_line_magic("time", without_options(line), 3)
        self.user_ns.update(before)
