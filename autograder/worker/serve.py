"""Serves one submission on one socket: runs its cells, then answers the checks' requests."""

from __future__ import annotations

import math
import socket
from pathlib import Path

from autograder.wire import frames as wire
from autograder.wire.frames import Message
from autograder.worker import beside, devices
from autograder.worker.answers import Answers
from autograder.worker.describe import describe_error, run_in
from autograder.worker.shell import NotebookShell, ScriptShell
from autograder.worker.stand_ins import prepare


def serve(connection: socket.socket) -> None:
    """Answer frames until the other side closes the connection."""
    prepare()
    folder = Path.cwd()
    run_in(folder)
    beside.settle(folder)
    shell: NotebookShell | ScriptShell | None = None
    answers: Answers | None = None
    while True:
        try:
            request = wire.receive(connection, math.inf, placed=True)
        except wire.WireClosed:
            return
        op, parameters = request.get("op"), request.get("with", {})
        if op == "open":
            shell = _opened(**parameters)
            answers = Answers(shell.namespace, shell.seeds)
            reply: Message = {"id": request["id"], "ok": None}
        elif op == "place" and shell is None:
            reply = {"id": request["id"], **_placed(folder, parameters)}
        elif op == "device":
            device, reasons = devices.computes_on()
            reply = {"id": request["id"], "ok": device, "reasons": reasons}
        elif op == "run" and shell is not None:
            reply = {"id": request["id"], "ok": shell.run(**parameters)}
        elif answers is not None:
            reply = answers.answer(request)
        else:
            reply = {"id": request["id"], "error": {"type": "ValueError", "message": "nothing is open yet"}}
        _reply(connection, reply)


def _opened(
    kind: str, pictures: bool = False, filename: str = "submission.py", imports: tuple[str, ...] = ()
) -> NotebookShell | ScriptShell:
    if kind == "notebook":
        return NotebookShell(pictures=pictures, imports=imports)
    return ScriptShell(filename, imports)


def _placed(folder: Path, parameters: Message) -> Message:
    """Put a file beside the submission; one that cannot be had is not there, as anywhere."""
    content = bytes(parameters["content"].numpy())
    try:
        beside.place(folder, parameters["name"], content, more=parameters["more"])
    except (OSError, ValueError) as error:
        return {"error": describe_error(error)}
    return {"ok": None}


def _reply(connection: socket.socket, reply: Message) -> None:
    try:
        wire.send(connection, reply, math.inf)
    except wire.WireClosed:
        raise SystemExit(0) from None
    except wire.WireError as error:  # too large an answer: say so instead
        sorry = {"type": "ValueError", "message": f"the result is too large to look at: {error}"}
        wire.send(connection, {"id": reply.get("id"), "error": sorry}, math.inf)
