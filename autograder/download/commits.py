"""When the last commit of a repository was made, without trusting the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from autograder.failures import Unreadable
from autograder.submission.opening import content_of

_BYTES = 4 * 2**20
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_COMMITTER = re.compile(rb"^committer .*> (\d{1,12}) [+-]\d{4}$", re.MULTILINE)
_SECONDS = 20


def committed_at(repository: Path) -> datetime | None:
    """The time of the commit that is checked out, in UTC and without a zone; None where there is none, or no git.

    It is what the committer's clock said: only the platform knows when it was pushed. git reads the repository's
    objects alone, and never its configuration, which may name programs to run.
    """
    git, folder = shutil.which("git"), repository / ".git"
    try:
        commit = _checked_out(folder)
    except Unreadable:
        return None
    if git is None or not _COMMIT.fullmatch(commit):
        return None
    try:
        with tempfile.TemporaryDirectory() as empty:
            return _asked(git, Path(empty), folder, commit)
    except (OSError, subprocess.SubprocessError, ValueError, OverflowError):
        return None


def _asked(git: str, empty: Path, folder: Path, commit: str) -> datetime | None:
    kind = "sha256" if len(commit) == 64 else "sha1"
    places = {"GIT_DIR": str(empty), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    environment = {"PATH": os.environ.get("PATH", os.defpath), **places}
    made = [git, "init", "--quiet", "--bare", f"--object-format={kind}", "--template=", str(empty)]
    subprocess.run(made, env=environment, timeout=_SECONDS, check=True, capture_output=True)
    environment["GIT_OBJECT_DIRECTORY"] = str((folder / "objects").resolve())
    asked = [git, "cat-file", "commit", commit]
    done = subprocess.run(asked, env=environment, timeout=_SECONDS, check=True, capture_output=True)
    said = _COMMITTER.search(done.stdout.partition(b"\n\n")[0])
    return datetime.fromtimestamp(int(said[1]), UTC).replace(tzinfo=None) if said else None


def _checked_out(folder: Path) -> str:
    """The commit that HEAD means. Raises `Unreadable`."""
    head = _text(folder / "HEAD")
    if not head.startswith("ref: refs/") or ".." in head:
        return head
    name = head.removeprefix("ref: ")
    try:
        return _text(folder / name)
    except Unreadable:
        lines = _text(folder / "packed-refs").splitlines()
        return next((line.partition(" ")[0] for line in lines if line.endswith(f" {name}")), "")


def _text(path: Path) -> str:
    return content_of(path, _BYTES).decode("utf-8", "replace").strip()
