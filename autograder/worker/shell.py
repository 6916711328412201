"""Runs the code cells of a submission, as a notebook's kernel or a script would."""

from __future__ import annotations
import __future__

import base64
import builtins
import inspect
import itertools
import json
import linecache
import sys
import types
from typing import Any, NoReturn

import matplotlib.pyplot as plt
import torch.utils.data
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets import Type
from traitlets.config import Config

from autograder.values import BOUNDS
from autograder.wire import Message
from autograder.worker.describe import describe_error

_TEXT = 100_000
_PICTURE = BOUNDS.string
_OUTPUTS = 100
#: Characters of all outputs of a cell; more would not fit into a frame.
_TOTAL = BOUNDS.header_bytes // 2
_FUTURE = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


class _Results(DisplayHook):
    """Keeps the value of a cell's last expression, where a terminal would print it."""

    #: by MIME type
    kept: dict[str, Any] | None = None

    def write_output_prompt(self) -> None:
        """A notebook shows it beside the output."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.kept = format_dict


class _Shell(InteractiveShell):
    displayhook_class = Type(_Results)

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no screen; `%matplotlib` asks for this, and must not fail at it."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        """The exception is reported as what it is; printed as well, it would be seen twice."""


class NotebookShell:
    """An IPython shell: magics, `display` and top-level await work, and with `pictures` inline figures."""

    def __init__(self, *, pictures: bool) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.InteractiveShell.xmode = "Context"
        self._shell: InteractiveShell = _Shell.instance(config=config)
        self._results: Any = self._shell.displayhook
        if pictures:
            self._shell.run_cell("%matplotlib inline", silent=True)  # type: ignore[no-untyped-call]  # IPython's

    @property
    def namespace(self) -> dict[str, Any]:
        """The notebook's globals."""
        namespace: dict[str, Any] = self._shell.user_ns
        return namespace

    def run(self, source: str) -> Message:
        """Run one cell: its outputs, and the exception that ended it, if one did."""
        self._results.kept = None
        with capture_output() as captured:
            result = self._shell.run_cell(source, store_history=True)
        plt.close("all")  # what was to be shown has been shown
        error = result.error_before_exec or result.error_in_exec
        outputs = [_stream(name, text) for name, text in _streams(captured) if text]
        outputs += [_display(item.data) for item in captured.outputs[:_OUTPUTS]]
        if self._results.kept:
            outputs.append(_display(self._results.kept) | {"type": "result"})
        return {"outputs": _fitting(outputs), "error": describe_error(error) if error else None}


class ScriptShell:
    """The module that a script is; it is importable as `submission`, so that inspect and pickle work."""

    def __init__(self) -> None:
        module = types.ModuleType("submission")
        sys.modules["submission"] = module
        self.namespace: dict[str, Any] = module.__dict__
        self._future = 0  # a `from __future__ import` of one part holds in the next
        self._count = 0

    def run(self, source: str) -> Message:
        """Run a part of the script: its outputs, and the exception that ended it, if one did."""
        self._count += 1
        filename = f"<submission part {self._count}>"
        linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
        error: BaseException | None = None
        with capture_output() as captured:
            try:
                code = compile(source, filename, "exec", flags=self._future, dont_inherit=True)
                self._future |= code.co_flags & _FUTURE
                exec(code, self.namespace)
            except BaseException as raised:  # a student's SystemExit included
                error = raised
        outputs = [_stream(name, text) for name, text in _streams(captured) if text]
        return {"outputs": outputs, "error": describe_error(error) if error else None}


def prepare() -> None:
    """Make what cannot work in a sandbox say so, or work in another way."""
    import autograder

    builtins.input = _no_input
    autograder.check = _no_check  # type: ignore[assignment]  # in here, there are no checks to run
    loader = torch.utils.data.DataLoader
    original = loader.__init__
    signature = inspect.signature(original)
    alone = {"num_workers": 0, "prefetch_factor": None, "persistent_workers": False}
    alone |= {"timeout": 0, "multiprocessing_context": None}

    def without_processes(self: Any, *args: Any, **kwargs: Any) -> None:
        given = signature.bind(self, *args, **kwargs)
        if given.arguments.get("num_workers"):
            print("note: DataLoader runs with num_workers=0 here")
            given.arguments.update(alone)
        original(*given.args, **given.kwargs)

    loader.__init__ = without_processes  # type: ignore[method-assign]  # loaders cannot start processes here


def _no_input(prompt: object = "") -> NoReturn:
    raise RuntimeError("input() cannot be answered while grading: nobody is at the keyboard")


def _no_check(*names: str) -> None:
    """`check(...)` in a submission: its card is made by the grader, outside."""


def _streams(captured: Any) -> list[tuple[str, str]]:
    return [("stdout", captured.stdout), ("stderr", captured.stderr)]


def _fitting(outputs: list[Message]) -> list[Message]:
    """The first outputs that fit into a frame together, and a note when there are more."""
    sizes = (len(json.dumps(output)) for output in outputs)
    count = sum(total <= _TOTAL for total in itertools.accumulate(sizes))
    left_out = len(outputs) - count
    note = [_stream("stdout", f"[{left_out} more outputs, left out here]\n")] if left_out else []
    return outputs[:count] + note


def _stream(name: str, text: str) -> Message:
    cut = text if len(text) <= _TEXT else text[:_TEXT] + f"\n[{len(text):,} characters, cut here]"
    return {"type": "stream", "name": name, "text": cut}


def _display(shown: Any) -> Message:
    data: dict[str, str] = {}
    for mime, value in (shown or {}).items():
        if isinstance(value, bytes):
            value = base64.b64encode(value).decode("ascii")
        if isinstance(value, str) and len(value) <= (_PICTURE if mime.startswith("image/") else _TEXT):
            data[str(mime)] = value
    return {"type": "display", "data": data}
