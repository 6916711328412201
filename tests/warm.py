"""Commands of nbgrader's, each in a process of its own, forked from one that has imported what they import.

Importing is half of what most of them cost, and for a new gradebook `alembic`, which nbgrader starts to ask which
version that is. The README's commands are tried as they are: test_readme.py.
Run as `python -m tests.warm`, it takes requests from `nbgrader`, a line each, and says what each ended with.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.banks import ROOT

_IMPORTED = ("nbgrader.apps", "nbgrader.converters", "nbgrader.preprocessors", "nbgrader.plugins", "torch")


def nbgrader(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `nbgrader WORDS` does in a folder, with these variables beside those of the tests."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with tempfile.TemporaryDirectory() as name:
        outputs = [str(Path(name) / stream) for stream in ("stdout", "stderr")]
        server = _server()
        assert server.stdin is not None
        assert server.stdout is not None
        print(json.dumps([words, str(folder), variables, outputs]), file=server.stdin, flush=True)
        status = int(server.stdout.readline())
        said = [Path(output).read_text(encoding="utf-8", errors="replace") for output in outputs]
    return subprocess.CompletedProcess(["nbgrader", *words], status, *said)


@cache
def newest_gradebook() -> str:
    """The version of a gradebook that is made now, which `nbgrader.api.get_alembic_version` asks a command for."""
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR

    return str(ScriptDirectory(ALEMBIC_DIR).get_current_head())


@cache
def _server() -> subprocess.Popen[str]:
    """It ends with the tests, whose side of its standard input is closed then."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-m", "tests.warm"]
    return subprocess.Popen(command, cwd=ROOT, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"}, **pipes)


def main() -> None:
    """Fork for each line of the standard input."""
    for name in _IMPORTED:
        importlib.import_module(name)
    nbgrader_api: Any = importlib.import_module("nbgrader.api")
    nbgrader_api.get_alembic_version = newest_gradebook
    newest_gradebook()
    while line := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            _become(*json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _become(words: list[str], folder: str, variables: dict[str, str], outputs: list[str]) -> None:
    """From here on, be `python -m nbgrader WORDS` in a folder."""
    places = [(os.devnull, os.O_RDONLY), *((output, os.O_WRONLY | os.O_CREAT) for output in outputs)]
    for number, place in enumerate(places):
        os.dup2(os.open(*place), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["nbgrader", *words]
    sys.path.insert(0, folder)
    runpy.run_module("nbgrader", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
