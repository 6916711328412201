"""The process that imports everything once and is forked for each submission.

Run as `python -m autograder.worker.zygote FD CONFINE DEVICE WARM`: FD is a control socket on which each message
carries the two descriptors of a new worker, its connection and its log; CONFINE is "confine" or "trust"; for
the DEVICE "cpu" its workers see no GPU; WARM is "warm", or "bare" for few of them. It never runs backward
(autograd's threads do not survive a fork) and never asks for a GPU (nor does the driver's).
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import torch

from autograder.sandbox import gpu
from autograder.sandbox.inner import Limits, confine
from autograder.sandbox.kernel import PR_SET_DUMPABLE, PR_SET_PDEATHSIG, prctl
from autograder.sandbox.outer import SANDBOX
from autograder.sandbox.scratch import make as make_scratch
from autograder.sandbox.scratch import wipe
from autograder.worker import devices, generators, operators
from autograder.worker.serve import serve


def main() -> None:
    """Warm up, then fork a worker for each message until the control socket is closed."""
    control = socket.socket(fileno=int(sys.argv[1]))
    confined = sys.argv[2] == "confine"
    torch.set_num_threads(1)
    if sys.argv[4] == "warm":
        warm_up()
    if sys.argv[3] == "cpu":
        devices.hide()
    _assert_single_thread()
    gc.collect()
    gc.freeze()  # a worker that collects garbage would copy every page that it shares with this process
    if confined and gpu.files():
        prctl(PR_SET_DUMPABLE, 0)  # a /proc comes with them, and a worker is not to open this one's memory there
    control.send(json.dumps({"ready": True}).encode())
    children: dict[int, Path] = {}
    while True:
        message, fds, _, _ = socket.recv_fds(control, 4096, 2)
        if not message:
            if not confined:
                _bury(children, kill=True)  # behind the walls, what they left is gone with this process
            os._exit(0)  # torch takes seconds to end in order, and there is nothing else to tidy up
        _bury(children, kill=confined)
        scratch = make_scratch() if confined else make_scratch(Path(tempfile.gettempdir()))
        pid = os.fork()
        if pid == 0:
            control.close()
            connection, log = fds
            _be_worker(connection, log, json.loads(message), scratch, confined=confined)
        children[pid] = scratch
        pidfds = [os.pidfd_open(pid)] if hasattr(os, "pidfd_open") else []
        # a number from this side of the outer wall is another process's on the other
        socket.send_fds(control, [json.dumps({"pid": 0 if confined else pid}).encode()], pidfds)
        for fd in (*fds, *pidfds):
            os.close(fd)


@devices.unasked()
def warm_up() -> None:
    """Do once what every worker would otherwise do for itself: fonts, and what is imported at a first use.

    torch's optimizers ask for a GPU in each step.
    """
    parameter = torch.nn.Parameter(torch.zeros(2))
    parameter.grad = torch.ones(2)
    for optimizer in (torch.optim.SGD([parameter], lr=0.1), torch.optim.Adam([parameter])):
        optimizer.step()
    operators.warm_up()
    torch.testing.assert_close(parameter, parameter)
    figure, axes = plt.subplots()
    axes.plot([0, 1], label="line")
    axes.legend()
    figure.canvas.draw()
    plt.close(figure)


def _be_worker(connection: int, log: int, limits: dict[str, Any], scratch: Path, *, confined: bool) -> None:
    """In the child: put up the inner wall, and serve in the folder `scratch` until the connection is closed."""
    status = 1
    for output in (1, 2):
        os.dup2(log, output)
    try:
        if confined:
            confine(Limits(**limits), scratch, (connection,), log)
        else:
            if sys.platform == "linux":
                prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            os.chdir(scratch)
        generators.start(0)
        with contextlib.suppress(SystemExit):
            serve(socket.socket(fileno=connection))
        status = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)  # nobody else hears of it
    finally:
        os._exit(status)


def _bury(children: dict[int, Path], *, kill: bool) -> None:
    """Reap the workers before, and delete what they left; behind the walls, none lives on beside the next."""
    for pid, scratch in list(children.items()):
        if kill:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if os.waitpid(pid, 0 if kill else os.WNOHANG)[0] == 0:
            continue
        if scratch.parent == SANDBOX:
            SANDBOX.chmod(0o700)  # Landlock does not keep a submission from changing that
            if not wipe(scratch):
                raise SystemExit("a submission left more files than can be deleted in time")
            scratch.rmdir()
        else:
            with contextlib.suppress(OSError):  # without walls, it may have done anything to it
                wipe(scratch)
                scratch.rmdir()
        del children[pid]


def _assert_single_thread() -> None:
    tasks = Path("/proc/self/task")
    own = str(threading.get_native_id())
    if tasks.exists():
        others = [(task / "comm").read_text().strip() for task in tasks.iterdir() if task.name != own]
    else:
        others = [thread.name for thread in threading.enumerate() if thread is not threading.current_thread()]
    if others:
        raise SystemExit(_too_many(others))


def _too_many(threads: list[str]) -> str:
    """What a person can do about threads of these names, in one line: it becomes the reason in a report."""
    what = f"a library has started {len(threads)} more in it ({', '.join(sorted(threads)[:5])})"
    if any(name.startswith(("cuda", "nv")) for name in threads):
        cause = "that is the driver of a GPU, which some package asks for as soon as it is imported"
    else:
        cause = "that may be a debugger, a profiler, or a package other than the tested ones"
    return (
        f"submissions are started as copies of a process with one thread, and {what}: {cause}; start the command "
        "from a plain terminal, in an environment made with `pip install -c constraints.txt`"
    )


if __name__ == "__main__":
    main()
