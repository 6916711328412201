"""`python -m autograder`: the command, for whoever does not have it on the PATH."""

from __future__ import annotations

import subprocess
import sys


def test_it_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "autograder", "hint", "softmax"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "hint 1 of" in done.stdout
