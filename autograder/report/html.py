"""What is common to the pages that a report, or a part of it, is shown on."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from autograder.picture.data import Example
from autograder.picture.draw import drawn, sentence

_CONTROLS = ("Cc", "Cf", "Cs")


def harmless(text: str) -> str:
    """The text without characters that nobody sees and that make others look different."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in _CONTROLS else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def lines_of(example: Example) -> tuple[tuple[str, str], ...]:
    """The call of an example, what is right, and what came, each with its name."""
    return (("example", example.call), ("right", example.expected), ("yours", example.got)) if example.call else ()


def example_parts(example: Example | None) -> dict[str, Any]:
    """What `example.html` shows of an example: its lines, and its picture with what it shows in words."""
    if example is None:
        return {"example": (), "picture": {}}
    found = example.picture
    picture = {} if found is None else {"svg": Markup(drawn(found)), "words": sentence(found)}
    return {"example": lines_of(example), "picture": picture}


def policy(script: str = "") -> str:
    """A Content-Security-Policy: nothing is loaded or sent, and no script runs but this one."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    scripts = f"script-src 'sha256-{digest}'; " if script else ""
    nowhere = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; {scripts}style-src 'unsafe-inline'; img-src data:; {nowhere}"


@cache
def template(name: str) -> jinja2.Template:
    """A template of this folder, in which all that is not said to be HTML is escaped."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    return environment.get_template(name)


def _shown(value: Any) -> Any:
    return harmless(value) if type(value) is str else value
