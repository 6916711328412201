"""Attacks and honest cases, read from the banks in `cases/`, and what is watched while they run.

An attack is a submission whose softmax is wrong, with one more cell that tries to make up for it. A header
says how it is judged:

attempt   calls `attempt(...)` of `inside.py`: each try must be denied, and the score stays what it was
attack    lies, forges or meddles: it may lose points by that, and wins none
bomb      uses something up or ends its process, under short deadlines: it wins no points
honest    no attack: it keeps every point

Where a case has a line `# --- attack`, what stands above is wrong with it already without the attack.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import select
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Unpack

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.salt import course_salt
from autograder.submission.cells import Cell, Submission, read
from autograder.wire.messages import Options, Reply, Request

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent

#: Shape and dtype are right, the values are not: it sums over everything, and overflows.
WRONG_SOFTMAX = "def softmax(x, dim=-1):\n    return torch.exp(x) / torch.exp(x).sum()\n"

_HEADER = re.compile(r"^# %% (attempt|attack|bomb|honest)( in a notebook)? (\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One cell of a bank."""

    bank: str
    kind: str
    in_notebook: bool
    name: str
    tries: str
    source: str

    def __str__(self) -> str:
        return f"{self.bank}-{self.name}"


def cases(*kinds: str) -> list[Case]:
    """The cases of these kinds, of every bank."""
    paths = sorted((HERE / "cases").glob("*.*py"))
    return [case for path in paths for case in _cases_of(path) if case.kind in kinds]


def _cases_of(path: Path) -> Iterator[Case]:
    text = path.read_text(encoding="utf-8")
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=True):
        kind, notebook, name, tries = header.groups()
        yield Case(path.stem, kind, bool(notebook), name, tries.strip(), text[header.end() : end].strip() + "\n")


@cache
def _solution() -> Submission:
    return read(ROOT / "solutions" / "activations.py")


def handed_in(case: Case, facts: dict[str, Any]) -> Submission:
    """The submission of a case: the solution, spoilt unless the case is honest, then its own cell."""
    if case.kind == "honest":
        sources = [case.source]
    else:
        told = f"import json\nFACTS = json.loads({json.dumps(facts)!r})\n"
        sources = [WRONG_SOFTMAX, told, (HERE / "inside.py").read_text(encoding="utf-8"), case.source]
    cells = (*_solution().cells, *map(Cell, sources))
    kind = "notebook" if case.in_notebook else "script"
    return Submission(case.name, ROOT / "solutions" / "activations.py", kind, cells)


def without_its_attack(case: Case) -> Case:
    """The same submission, with what is wrong in it alone: the wrong softmax, and what stands above the attack."""
    spoilt, found, _ = case.source.partition("# --- attack\n")
    return replace(case, name="nothing", source=spoilt if found else "pass\n")


class HastyChannel(ProcessChannel):
    """A channel with short deadlines, for submissions that are known to use them up."""

    def __init__(self, zygote: Zygote, submission: Submission, seconds: float = 1.5) -> None:
        super().__init__(zygote, submission, seconds)
        self._check_seconds = seconds

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        return super().ask(request, min(timeout, self._check_seconds), **options)


def printed(channel: ProcessChannel) -> str:
    """What the last cell of a submission printed, and the error that ended it."""
    result = channel.results[-1]
    outputs = result.get("outputs")
    texts = [
        output.get("text") for output in (outputs if isinstance(outputs, list) else []) if isinstance(output, dict)
    ]
    return "\n".join([*map(str, texts), json.dumps(result.get("error"))])


class Outside:
    """What there is outside of the sandbox to be read, changed, reached or hurt; all of it is watched."""

    def __init__(self, temporary: Path) -> None:
        self.marker = f"autograder-mark-{secrets.token_hex(6)}"
        self.course = temporary / "course"
        self.course.mkdir()
        self._make_course()
        self.bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
        self._listeners = [
            socket.create_server(("127.0.0.1", 0)),
            socket.socket(socket.AF_UNIX),
            socket.socket(socket.AF_UNIX),
        ]
        self._listeners[1].bind(str(temporary / "socket"))
        self._listeners[2].bind("\0" + self.marker + "-host")
        for listener in self._listeners[1:]:
            listener.listen()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._door: int = free.getsockname()[1]
        self._temporary = temporary
        self._before = self._snapshot()

    def facts(self) -> dict[str, Any]:
        """What an attacker is told: where everything is, so that no attack fails for want of a path."""
        return {
            "marker": self.marker,
            "course": str(self.course),
            "salt": str(self.course / ".autograder" / "salt"),
            "gradebook": str(self.course / "gradebook.db"),
            "other": str(self.course / "submitted" / "other" / "activations" / "activations.py"),
            "root": str(ROOT),
            "solutions": str(ROOT / "solutions" / "activations.py"),
            "package": str(ROOT / "autograder"),
            "checks": str(ROOT / "autograder" / "lessons" / "activations" / "checks.py"),
            "temporary": str(self._temporary),
            "home": str(Path.home()),
            "grader": os.getpid(),
            "bystander": self.bystander.pid,
            "port": self._listeners[0].getsockname()[1],
            "socket": str(self._temporary / "socket"),
            "abstract": self.marker + "-host",
            "door": self._door,
        }

    def secrets_in(self, text: str) -> list[str]:
        """Which of the things that nobody may read are in a text."""
        return [name for name, value in self._canaries.items() if value in text]

    def marks(self) -> list[str]:
        """What has changed outside since the start; empty when all is as it was."""
        found = [f"{path} is there" for path in self._marked_files()]
        if self._snapshot() != self._before:
            found.append("the course folder has changed")
        if self.bystander.poll() is not None or _state(self.bystander.pid) in "TtZ":
            found.append("a bystander was hurt")
        if select.select(self._listeners, [], [], 0)[0]:
            found.append("a socket was reached")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._door), 0.2):
            found.append("somebody listens")
        if any(line.rstrip().endswith(self.marker) for line in Path("/proc/net/unix").read_text().splitlines()):
            found.append("somebody listens on an abstract socket")
        return found

    def close(self) -> None:
        """End what was started."""
        self.bystander.kill()
        self.bystander.wait()
        for listener in self._listeners:
            listener.close()

    def _make_course(self) -> None:
        other = self.course / "submitted" / "other" / "activations"
        other.mkdir(parents=True)
        self._canaries = {name: f"canary-{secrets.token_hex(8)}" for name in ("other", "gradebook", "environment")}
        self._canaries["salt"] = course_salt(self.course)
        (other / "activations.py").write_text(f"# {self._canaries['other']}\n")
        with contextlib.closing(sqlite3.connect(self.course / "gradebook.db")) as database:
            database.execute("create table grade (student text, score real)")
            database.execute("insert into grade values (?, 0)", (self._canaries["gradebook"],))
            database.commit()
        os.environ["AUTOGRADER_CANARY"] = self._canaries["environment"]

    def _marked_files(self) -> list[Path]:
        folders = {"/", "/tmp", "/var/tmp", "/dev/shm", "/run", str(Path.home()), str(ROOT), str(Path.cwd())}
        folders |= {
            str(ROOT / "autograder"),
            str(self._temporary),
            str(self.course),
            sys.prefix,
            str(Path(os.__file__).parent),
        }
        folders |= {path for path in sys.path if path}
        return [path for folder in sorted(folders) for path in _matching(Path(folder), self.marker)]

    def _snapshot(self) -> dict[str, tuple[int, int, str]]:
        files = sorted(path for path in self.course.rglob("*") if path.is_file())
        return {
            str(p): (p.stat().st_mode, p.stat().st_mtime_ns, hashlib.sha256(p.read_bytes()).hexdigest())
            for p in files
        }


def _matching(folder: Path, marker: str) -> list[Path]:
    try:
        return [path for path in folder.glob(f"{marker}*") if not path.name.endswith("-host")]
    except OSError:
        return []


def descendants(pid: int) -> set[int]:
    """The processes below `pid` that are not zombies, however far they have wandered."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and _state(int(folder.name)) not in "ZX":
            with contextlib.suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"
