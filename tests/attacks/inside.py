"""Runs inside the sandbox before each attack: its tools. FACTS, what it is told of the outside, is set already."""

# ruff: noqa: F401 - the attacks use these
import ctypes
import gc
import json
import os
import platform
import socket
import stat
import struct
import sys
import threading
import time

import torch

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long

#: The numbers of system calls on x86_64 and on aarch64.
CALLS = {
    "fork": (57, None),
    "vfork": (58, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "memfd_create": (319, 279),
    "open_by_handle_at": (304, 265),
    "init_module": (175, 105),
    "kexec_load": (246, 104),
    "reboot": (169, 142),
    "personality": (135, 92),
    "setuid": (105, 146),
    "setgid": (106, 144),
    "sethostname": (170, 161),
    "settimeofday": (164, 170),
    "syslog": (103, 116),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "execveat": (322, 281),
    "landlock_restrict_self": (446, 446),
    "seccomp": (317, 277),
    "sendmsg": (46, 211),
    "socket": (41, 198),
}


def attempt(what, action):
    """Say whether `action` got through: it returns something true, and does not raise."""
    try:
        got = action()
    except BaseException as error:
        print(f"denied: {what}: {type(error).__name__}")
    else:
        print(f"breach: {what}: {got!r:.300}" if got else f"denied: {what}: nothing there")


def call(name, *arguments):
    """Make a system call by its name: True when it succeeds."""
    number = CALLS[name][platform.machine() != "x86_64"]
    if number is None:
        return False
    if LIBC.syscall(ctypes.c_long(number), *arguments) == -1:
        raise OSError(ctypes.get_errno(), name)
    return True


def connection():
    """The descriptor of the connection to the grader."""
    for fd in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                return fd
        except OSError:
            continue
    raise OSError("no connection found")


def request_number():
    """The number of the request that is being answered now, from the frames above."""
    level = sys._getframe()
    while level is not None:
        request = level.f_locals.get("request")
        if isinstance(request, dict) and "id" in request:
            return request["id"]
        level = level.f_back
    return 0


def frame(text, tensors=None, data=b""):
    """A frame with this message; `tensors` is the part of the header that describes `data`."""
    header = json.dumps({"__metadata__": {"message": text}, **(tensors or {})}).encode()
    header += b" " * (-len(header) % 8)
    blob = struct.pack("<Q", len(header)) + header + data
    return struct.pack("<Q", len(blob)) + blob


def answer(number, value, **more):
    """The text of a reply; `value` is written as the wire writes it."""
    return json.dumps({"dict": {"id": number, "ok": value, **more}})


def forged(number, result):
    """A frame that answers request `number` with a tensor."""
    data = result.detach().to(torch.float32).contiguous().numpy().tobytes()
    entry = {"dtype": "F32", "shape": list(result.shape), "data_offsets": [0, len(data)]}
    order = list(range(result.dim()))
    return frame(answer(number, {"tensor": ["0", "cpu", False, order]}), {"0": entry}, data)


def write(data, fd=None):
    """Write all of `data` to the connection, for two seconds at most."""
    fd = connection() if fd is None else fd
    rest, end = memoryview(data), time.monotonic() + 2
    os.set_blocking(fd, False)
    try:
        while rest and time.monotonic() < end:
            try:
                rest = rest[os.write(fd, rest[: 2**18]) :]
            except BlockingIOError:
                time.sleep(0.001)
    finally:
        os.set_blocking(fd, True)


def uniform(x, dim=-1):
    """A guess at softmax: right in its shape, wrong in its values."""
    return torch.full_like(x, 0.5)
