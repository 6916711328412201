"""The files beside a notebook: written into the scratch folder, where its code opens and imports them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path, PurePosixPath
from types import ModuleType

import numpy as np
import torch

from autograder.wire.values import BOUNDS

#: Modules of the student's: those that run here, and those that stand beside them.
_OWN = {"__main__", "submission"}


def settle(folder: Path) -> None:
    """Make what stands in `folder` importable.

    As in Jupyter, a module there goes before an installed one. But a `random.py` must not take the place of
    the standard library's for torch, matplotlib or the kit: of those names, only student code gets its own.
    """
    sys.path.append(str(folder))  # last: for packages without an __init__.py, and whoever walks through it
    sys.meta_path.insert(0, _Beside(folder))


def place(folder: Path, name: str, content: bytes, *, more: bool = False) -> None:
    """Write a file below `folder`; `more` goes to its end. Raises `ValueError` or `OSError`."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\0" in name:
        raise ValueError(f"{name!r} is no name of a file in the folder of the notebook")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("ab" if more else "wb") as file:
        file.write(content)


def pieces(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, torch.Tensor, bool]]:
    """Files as they cross: name, a uint8 tensor that fits into a frame, and whether it goes to the end."""
    for name, content in files:
        for start in range(0, max(len(content), 1), BOUNDS.elements):
            piece = bytearray(content[start : start + BOUNDS.elements])
            yield name, torch.from_numpy(np.frombuffer(piece, dtype=np.uint8)), start > 0


class _Beside(MetaPathFinder):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if path is not None or not self._is_there(fullname):
            return None
        if fullname in sys.stdlib_module_names and not self._asked_by_the_student():
            return None
        importlib.invalidate_caches()  # it may have been written a moment ago
        spec = PathFinder.find_spec(fullname, [str(self._folder)])
        return spec if spec is not None and spec.loader is not None else None

    def _is_there(self, name: str) -> bool:
        try:
            return (self._folder / f"{name}.py").is_file() or (self._folder / name / "__init__.py").is_file()
        except (OSError, ValueError):  # as of a name that no file can have
            return False

    def _asked_by_the_student(self) -> bool:
        frame = sys._getframe(2)
        while frame.f_back is not None and frame.f_code.co_filename.startswith("<frozen importlib"):
            frame = frame.f_back
        return frame.f_globals.get("__name__") in _OWN or frame.f_code.co_filename.startswith(str(self._folder))
