"""What stands in for things that cannot work where a submission is graded, or that would wait for a person."""

from __future__ import annotations

import builtins
import importlib.util
import inspect
import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import matplotlib.pyplot as plt
import torch.utils.data
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure
from torch import nn

from autograder.worker.devices import StandIn, standing_in
from autograder.worker.notes import say

NOBODY_THERE = "input() cannot be answered while grading: nobody is at the keyboard"
#: Empty answers that one call of student code gets: a loop that asks until it likes the answer shall end.
_ANSWERS = 20


def prepare() -> None:
    """Make what cannot work in a sandbox say so, or work in another way."""
    import autograder

    builtins.input = _empty_answers(0)
    for name in ("check", "guess", "hint", "progress", "reset"):
        setattr(autograder, name, _nothing)  # in here, there are no checks to run: a card is made outside
    for owner, name, stand_in in _waiting():
        setattr(owner, name, stand_in)
    torch.compile = _compile
    nn.Module.compile = _compile_module  # type: ignore[method-assign]  # there is no compiler here
    torch.jit.script = _script(torch.jit.script)
    _load_without_processes()
    if importlib.util.find_spec("tqdm") is None:
        sys.modules |= _progress_bars()


@contextmanager
def unattended() -> Iterator[None]:
    """Nothing that is called inside waits for a person, or shows one anything: no answer, no key, no figure."""
    with standing_in([(builtins, "input", _empty_answers(_ANSWERS)), (plt, "show", _nothing), *_waiting()]):
        yield


def _waiting() -> list[StandIn]:
    """What waits for somebody in front of a screen, and what does not."""
    return [
        (plt, "pause", _nothing),
        (Figure, "waitforbuttonpress", lambda *_, **__: True),  # `while not plt.waitforbuttonpress()` shall end
        (Figure, "ginput", lambda *_, **__: []),
        (FigureCanvasBase, "start_event_loop", _nothing),
        (sys, "breakpointhook", _nothing),
    ]


def _nothing(*_: object, **__: object) -> None:
    """Whatever it is asked for, it is done."""


def _empty_answers(most: int) -> Callable[..., str]:
    count = itertools.count()

    def empty_answer(prompt: object = "") -> str:
        if next(count) >= most:
            raise RuntimeError(NOBODY_THERE)
        return ""

    return empty_answer


def _compile(model: Any = None, **options: object) -> Any:
    if model is None:
        return _compile
    say("torch.compile gives the function as it is here", matters=False)
    return model


def _compile_module(self: nn.Module, *_: object, **__: object) -> None:
    say("compile() leaves the network as it is here", matters=False)


def _script(original: Callable[..., Any]) -> Callable[..., Any]:
    def script(obj: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return original(obj, *args, **kwargs)
        except Exception:  # whatever it cannot do with this function, the function itself can be run
            say("torch.jit.script gives the function as it is here", matters=False)
            return obj

    return script


def _load_without_processes() -> None:
    loader = torch.utils.data.DataLoader
    original = loader.__init__
    signature = inspect.signature(original)
    alone = {"num_workers": 0, "prefetch_factor": None, "persistent_workers": False}
    alone |= {"timeout": 0, "multiprocessing_context": None}

    def without_processes(self: Any, *args: Any, **kwargs: Any) -> None:
        given = signature.bind(self, *args, **kwargs)
        if given.arguments.get("num_workers"):
            say("DataLoader runs with num_workers=0 here", matters=False)
            given.arguments.update(alone)
        original(*given.args, **given.kwargs)

    loader.__init__ = without_processes  # type: ignore[method-assign]  # loaders cannot start processes here


class _Bar:
    """tqdm's progress bar, without the bar: many a training loop has one, and it changes no result."""

    def __init__(self, iterable: Any = None, *_: object, **__: object) -> None:
        self._iterable = iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self._iterable)

    def __len__(self) -> int:
        return len(self._iterable)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was begun."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing

    @staticmethod
    def write(text: str, *_: object, **__: object) -> None:
        print(text)


def _progress_bars() -> dict[str, ModuleType]:
    modules = {name: ModuleType(name) for name in ("tqdm", "tqdm.auto", "tqdm.notebook")}
    for name, module in modules.items():
        module.__spec__ = ModuleSpec(name, None, is_package=name == "tqdm")
        module.__dict__.update(tqdm=_Bar, trange=lambda *given, **__: _Bar(range(*given)), tqdm_notebook=_Bar)
    modules["tqdm"].__path__ = []
    modules["tqdm"].__dict__.update(auto=modules["tqdm.auto"], notebook=modules["tqdm.notebook"])
    return modules
