"""The names of the torch functions and operators that ran while student code was called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch.optim.optimizer import register_optimizer_step_post_hook
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode


class _Functions(TorchFunctionMode):
    """Sees what was asked for: torch.sigmoid, Tensor.sigmoid, F.linear, before it is decomposed."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self.names = names

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.add(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))


class _Operators(TorchDispatchMode):
    """Sees what was executed: aten::sigmoid, also through torch.ops or an alias."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self.names = names

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.add(func.overloadpacket.__name__)
        return func(*args, **(kwargs or {}))


@contextmanager
def recorded(names: set[str]) -> Iterator[None]:
    """Add to `names` each torch function and operator that runs inside; "torch.optim" for a step of its."""

    def optimizer_stepped(*_: Any) -> None:
        names.add("torch.optim")

    hook = register_optimizer_step_post_hook(optimizer_stepped)
    try:
        with ExitStack() as stack:
            stack.enter_context(_Functions(names))
            stack.enter_context(_Operators(names))
            yield
    finally:
        hook.remove()


def warm_up() -> None:
    """Import lazily loaded parts now, once, instead of in every sandbox."""
    with recorded(set()):
        torch.relu(torch.zeros(1))
