"""What the name of a handed-in file says: which lesson it is of, and what is handed in by mistake."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from autograder.course.exercises import available_lessons
from autograder.submission.cells import is_code_file

#: What a file manager, a browser or a careful student makes of a name.
_VARIANT = re.compile(
    r"copy of|kopie von|[\s_.-]*(?:\(\d+\)|copy|kopie|copie|final|solved|done|submission|solution|abgabe|v?\d+)"
)
#: What is handed in by mistake, by the suffix of its name.
ARCHIVES = {".zip": "a zip archive", ".rar": "an archive", ".7z": "an archive", ".gz": "an archive"}
DOCUMENTS = {".pdf": "a PDF", ".html": "a web page", ".docx": "a document", ".txt": "a text", ".md": "a text"}


def plain(name: str) -> str:
    """A name without what was added to it: "activations" of "Activations (1)", "perceptron" of "perceptrons"."""
    plain = _VARIANT.sub("", name.lower()).strip(" _.-")
    near = difflib.get_close_matches(plain, available_lessons(), n=1, cutoff=0.85)
    return near[0] if near else plain


def is_of_another(below: Path, lesson: str) -> bool:
    """Whether a path below a student's folder is named after another lesson and lies where that belongs."""
    others = set(available_lessons()) - {lesson}
    return plain(below.stem) in others and (len(below.parts) == 1 or plain(below.parts[-2]) in others)


def is_kept_with_another(below: Path, lesson: str) -> bool:
    """Whether it is another lesson's by where it lies; what may hold anything only if its name says so, too."""
    folders, name = [plain(part) for part in below.parts[:-1]], plain(below.stem)
    others = set(available_lessons()) - {lesson}
    if lesson in (*folders, name):
        return False
    if not folders:
        return name in others and is_code_file(below)
    return folders[0] in others and (name in others or below.suffix.lower() not in {".ipynb", *ARCHIVES})
