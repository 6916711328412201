"""The numbers of the system calls are those of this machine's kernel headers, for both architectures."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox needs Linux", allow_module_level=True)

from autograder.sandbox import attempts, kernel, landlock, syscalls

INCLUDE = Path("/usr/include")
#: Where distributions keep the numbers; those of aarch64 are the generic ones, which come with any headers.
HEADERS = {
    "x86_64": ("x86_64-linux-gnu/asm/unistd_64.h", "asm/unistd_64.h"),
    "aarch64": ("asm-generic/unistd.h",),
}
_DEFINED = re.compile(r"^#define __NR(\w*?)_(\w+)\s+(?:(\d+)|__NR(\w*?)_(\w+))", re.MULTILINE)


def numbers(architecture: str) -> dict[str, int]:
    """The system calls that the headers know, by name; those under a name of their own for 64 bits, too."""
    of_others = architecture == "x86_64" != os.uname().machine
    found = [INCLUDE / name for name in HEADERS[architecture] if not (of_others and name.startswith("asm/"))]
    header = next((path for path in found if path.exists()), None)
    if header is None:
        pytest.skip(f"no kernel headers for {architecture} here (Debian: linux-libc-dev)")
    defined: dict[str, int] = {}
    for prefix, name, number, other_prefix, other in _DEFINED.findall(header.read_text()):
        known = int(number) if number else defined.get(other_prefix + other)
        if known is not None:
            defined.setdefault(prefix + name, known)
    return defined


def entries() -> Iterator[tuple[str, list[str]]]:
    tables = (syscalls.ALLOWED, syscalls.PRETENDED, syscalls.CONDITIONAL, syscalls.OF_A_GPU)
    for entry in " ".join(tables).split():
        name, *columns = entry.split(":")
        yield name, columns


@pytest.mark.parametrize("architecture", HEADERS)
def test_the_tables_are_those_of_the_headers(architecture: str) -> None:
    """A call that the headers lack is newer than they are, or one that the architecture never had."""
    known = numbers(architecture)
    newest = max(known[name] for name in known.keys() - {"syscalls"})
    column = syscalls._ARCHITECTURES.index(architecture)
    wrong = {}
    for name, columns in entries():
        written = None if columns[column] == "-" else int(columns[column])
        if known.get(name) != written and not (name not in known and written is not None and written > newest):
            wrong[name] = (written, known.get(name))
    assert not wrong, "written here, and what the headers say"


def test_each_call_is_decided_on_once() -> None:
    """In one table, and below the number from which all calls are unknown."""
    names = [name for name, _ in entries()]
    assert len(names) == len(set(names))
    assert all(int(n) < syscalls.UNKNOWN_FROM for _, columns in entries() for n in columns if n != "-")


@pytest.mark.parametrize("architecture", HEADERS)
def test_the_calls_of_the_walls_themselves(architecture: str) -> None:
    """Most have one number everywhere; two that are tried have this machine's."""
    known = numbers(architecture)
    ours = {
        "close_range": kernel._CLOSE_RANGE,
        "landlock_create_ruleset": landlock._CREATE_RULESET,
        "landlock_add_rule": landlock._ADD_RULE,
        "landlock_restrict_self": landlock._RESTRICT_SELF,
        "io_uring_setup": attempts._IO_URING_SETUP,
    }
    if architecture == os.uname().machine:
        ours |= {"ptrace": attempts._PTRACE, "unshare": attempts._UNSHARE}
    assert ours == {name: known[name] for name in ours}
