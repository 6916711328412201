"""What the sandbox opens to a GPU's driver, and that nothing else is open then; the card is a fake."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.failures import GraderError
from autograder.sandbox import gpu, outer
from autograder.sandbox.inner import Limits
from autograder.sandbox.probe import probe
from autograder.submission.cells import Cell, Submission
from autograder.wire.messages import Call
from tests.sandbox.test_sandbox import ALLOWED, ARCH, EPERM, decide, needs_bwrap, needs_landlock

FILES = ("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm", "nvidia-uvm-tools")


@pytest.fixture
def cards(tmp_path: Path) -> tuple[Path, ...]:
    """The device files of two cards; what they lead to takes no command."""
    folder = tmp_path / "dev"
    folder.mkdir()
    for name in (*FILES, "nvidia-modeset", "nvidiaX", "null"):
        (folder / name).symlink_to("/dev/full")
    return gpu.files(folder)


def test_all_cards_and_the_drivers_files_are_found_and_no_others(cards: tuple[Path, ...]) -> None:
    assert sorted(path.name for path in cards) == sorted(FILES)


def test_a_driver_without_a_card_is_none(tmp_path: Path) -> None:
    for name in ("nvidiactl", "nvidia-uvm"):
        (tmp_path / name).touch()
    assert gpu.files(tmp_path) == ()
    assert gpu.files(tmp_path / "nowhere") == ()


def test_the_drivers_library_is_found_where_only_the_environment_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
    (tmp_path / "with" / "libcuda.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{tmp_path}/without:{tmp_path}/with:")
    assert tmp_path / "with" in gpu.libraries()
    assert tmp_path / "without" not in gpu.libraries()
    assert str(tmp_path / "with") in outer.environment(gpu=True)["LD_LIBRARY_PATH"]
    assert "LD_LIBRARY_PATH" not in outer.environment()


@needs_bwrap
def test_the_command_binds_the_cards_and_is_without_them_what_it_was(cards: tuple[Path, ...]) -> None:
    plain, opened = outer.bwrap_command(["true"]), outer.bwrap_command(["true"], gpu=cards)
    triples = {tuple(opened[place : place + 3]) for place in range(len(opened))}
    for name in FILES:
        (source,) = [path for path in cards if path.name == name]
        assert ("--dev-bind", str(source), f"/dev/{name}") in triples
    assert ("--ro-bind", "/sys", "/sys") in triples
    assert "--proc" in opened
    assert "--as-pid-1" in opened
    assert not {"--proc", "--as-pid-1", "/sys"} & set(plain)
    assert not [word for word in plain if "nvidia" in word]
    assert "--cap-drop" in opened
    # one mount of /proc: none of its files is bound from the host's
    assert not [word for word in opened if word.startswith("/proc/")]


@pytest.mark.parametrize("architecture", ARCH)
def test_the_filter_opens_the_drivers_calls_and_nothing_else(architecture: str) -> None:
    column = list(ARCH).index(architecture)
    ioctl, socket, bind, connect, sendmsg = (
        (16, 29)[column],
        (41, 198)[column],
        (49, 200)[column],
        *(((42, 203)[column], (46, 211)[column])),
    )
    commands = {0xC020462A: True, 0xC0104600 + 0xC9: True, 0x30000001: True, 0x25: True, 0x5401: True}
    commands |= {0x5412: False, 0x8910: False, 0xAE01: False, 0x4020AE46: False, 0x30000003: False}
    for command, allowed in commands.items():
        assert decide(architecture, ioctl, 3, command, gpu=True) == (ALLOWED if allowed else EPERM), hex(command)
    assert decide(architecture, ioctl, 3, 0xC020462A) == EPERM
    assert decide(architecture, socket, 1, 5 | 0o2000000, 0, gpu=True) == ALLOWED
    for family, kind in ((1, 1), (2, 1), (16, 3), (40, 5)):
        assert decide(architecture, socket, family, kind, 0, gpu=True) == EPERM
    assert decide(architecture, bind, 3, gpu=True) == ALLOWED
    for number in (connect, sendmsg):
        assert decide(architecture, number, 3, gpu=True) == EPERM
    for number in (socket, bind):
        assert decide(architecture, number, 1, 5) == EPERM


INSIDE = """
import fcntl, mmap, os, socket

def tried(attempt):
    try:
        return attempt() or "done"
    except (OSError, MemoryError) as error:
        return type(error).__name__ + f" {error.errno}"

def command(number):
    with open("/dev/nvidia0", "r+b", buffering=0) as file:
        fcntl.ioctl(file, number, bytes(64))

def mapped(size, **how):
    mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | how.get("flags", 0), prot=how.get("prot", 3))

def attempts():
    return {
        "a command of the driver's": tried(lambda: command(0xC020462A)),
        "another command": tried(lambda: command(0x5412)),
        "address space": tried(lambda: mapped(2**44, flags=0x4000, prot=0)),
        "memory": tried(lambda: mapped(2**28)),
        "too much memory": tried(lambda: mapped(3 * 2**30)),
        "the zygote's memory": tried(lambda: open("/proc/1/mem", "rb").close()),
        "to write it": tried(lambda: open("/proc/1/mem", "r+b").close()),
        "its environment": tried(lambda: open("/proc/1/environ", "rb").close()),
        "a thread's name": tried(lambda: open("/proc/self/task/%d/comm" % os.getpid(), "w").close()),
        "the zygote's name": tried(lambda: open("/proc/1/task/1/comm", "w").close()),
        "the kernel's settings": tried(lambda: open("/proc/sys/kernel/hostname", "w").close()),
        "a setting in sys": tried(lambda: open("/sys/kernel/mm/ksm/run", "w").close()),
        "the network": tried(lambda: socket.socket().close()),
        "a process": tried(os.fork),
        "processes": sorted(int(name) for name in os.listdir("/proc") if name.isdigit()),
        "self": os.getpid(),
    }
"""
REFUSED = ("PermissionError 1", "PermissionError 13")


@pytest.fixture
def found(cards: tuple[Path, ...]) -> Any:
    """What a submission in a sandbox with a card can do."""
    zygote = Zygote(partial(outer.bwrap_command, gpu=cards), "bubblewrap", asdict(Limits(gpu=True)), "cuda")
    channel = ProcessChannel(zygote, Submission("one", Path("one.py"), "script", (Cell(INSIDE),)))
    try:
        channel.start()
        request: Call = {"op": "call", "target": "attempts", "method": "__call__", "args": [], "kwargs": {}}
        return channel.ask(request, 30.0)["ok"]
    except GraderError as error:
        if "proc" in str(error):
            pytest.skip(f"this machine lets nobody mount a /proc of a sandbox's own: {error}")
        raise
    finally:
        channel.stop()
        zygote.close()


@needs_bwrap
def test_the_walls_hold_though_they_are_open_to_a_card(cards: tuple[Path, ...]) -> None:
    opened, plain = probe(cards), probe()
    if any("proc" in missing for missing in opened.missing):
        pytest.skip(f"this machine lets nobody mount a /proc of a sandbox's own: {opened.missing}")
    assert opened == plain


@pytest.mark.ci
@needs_bwrap
@needs_landlock
def test_a_sandbox_with_a_card_opens_that_and_no_more(found: Any) -> None:
    assert found["a command of the driver's"] == "OSError 25"  # the fake knows none, and the walls let it through
    assert found["another command"] == "PermissionError 1"
    assert found["address space"] == found["memory"] == found["a thread's name"] == "done"
    assert found["too much memory"] == "OSError 12"
    assert found["processes"] == [1, found["self"]]
    for act in (
        "the zygote's memory",
        "to write it",
        "its environment",
        "the zygote's name",
        "the kernel's settings",
    ):
        assert found[act] in REFUSED, act
    for act in ("a setting in sys", "the network", "a process"):
        assert found[act].split()[0] in ("PermissionError", "OSError", "FileNotFoundError"), act
