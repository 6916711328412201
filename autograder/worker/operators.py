"""The names of the torch functions and operators that ran while student code was called."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.optim.optimizer import register_optimizer_step_post_hook
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode


class _Noting:
    """Adds what it sees to a set of names."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self.names = names


class _Functions(_Noting, TorchFunctionMode):
    """Sees what was asked for: torch.sigmoid, Tensor.sigmoid, F.linear, before it is decomposed."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.add(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))


class _Executed(_Noting):
    """Sees what was executed: aten::sigmoid, also through torch.ops or an alias."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.add(func.overloadpacket.__name__)
        return func(*args, **(kwargs or {}))


class _Operators(_Executed, TorchDispatchMode):
    """The mode; its method is inherited, for around one of its own torch puts its compiler, a second's import."""


#: Where the steps of torch's optimizers are noted; a set while something is recorded.
_recording: list[set[str]] = []


@contextmanager
def recorded(names: set[str]) -> Iterator[None]:
    """Add to `names` each torch function and operator that runs inside; "torch.optim" for a step of its."""

    def optimizer_stepped(optimizer: torch.optim.Optimizer, *_: Any) -> None:
        if _is_torchs(type(optimizer).step):
            names.add("torch.optim")

    hook = register_optimizer_step_post_hook(optimizer_stepped)
    _recording.append(names)
    try:
        with _noted_steps(), _Functions(names), _Operators(names):
            yield
    finally:
        _recording.remove(names)
        hook.remove()


@contextmanager
def _noted_steps() -> Iterator[None]:
    """The steps of torch's own optimizers are noted, also where a subclass calls them from its own."""
    kinds = [kind for kind in _below(torch.optim.Optimizer) if _is_torchs(vars(kind).get("step"))]
    before = {kind: (kind.step, _noted(kind.step)) for kind in kinds}
    for kind, (_, noted) in before.items():
        kind.step = noted  # type: ignore[method-assign]  # put back below
    try:
        yield
    finally:
        for kind, (step, noted) in before.items():
            if vars(kind)["step"] is noted:  # else torch has put its hooks around it meanwhile
                kind.step = step  # type: ignore[method-assign]  # as it was


def _noted(step: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(step)
    def stepped(*args: Any, **kwargs: Any) -> Any:
        for names in _recording:
            names.add("torch.optim")
        return step(*args, **kwargs)

    return stepped


def _below(kind: type[torch.optim.Optimizer]) -> Iterator[type[torch.optim.Optimizer]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _below(sub)


def _is_torchs(step: object) -> bool:
    """Whether a method is one of torch's optimizers', and not of a class that derives from them."""
    return str(getattr(step, "__module__", "")).startswith("torch.optim.")


def warm_up() -> None:
    """Import lazily loaded parts now, once, instead of in every sandbox."""
    with recorded(set()):
        torch.relu(torch.zeros(1))
