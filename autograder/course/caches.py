"""Where this system keeps what a person's programs remember and can do without."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def caches() -> Path:
    """The kit's folder among the caches of this person; it need not be there yet."""
    if sys.platform == "win32":
        place = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        place = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return place / "nn-autograder"
