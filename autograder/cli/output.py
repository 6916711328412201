"""What all commands write to, and a choice that several of them offer."""

from __future__ import annotations

from enum import StrEnum

from autograder.cli.screen import Screen

#: What submissions can be trained on.
Device = StrEnum("Device", ["cpu", "cuda", "mps", "auto"])

out = Screen(highlight=False)
err = Screen(stderr=True, highlight=False)
