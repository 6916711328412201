"""Serves one submission on one socket: runs its cells, then answers the checks' requests."""

from __future__ import annotations

import math
import socket
from pathlib import Path
from typing import cast

from autograder.wire import frames as wire
from autograder.wire.messages import Answer, Open, Sent
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
            sent = cast("Sent", wire.receive(connection, math.inf, placed=True))
        except wire.WireClosed:
            return
        asked, reply = sent["ask"], Answer(id=sent["id"])
        if asked["op"] == "open":
            shell = _opened(asked)
            answers = Answers(shell.namespace, shell.seeds)
            reply["ok"] = None
        elif asked["op"] == "place" and shell is None:
            try:
                beside.place(folder, asked["name"], bytes(asked["content"].numpy()), more=asked["more"])
                reply["ok"] = None
            except (OSError, ValueError) as error:  # a file that cannot be had is not there, as anywhere
                reply["error"] = describe_error(error)
        elif asked["op"] == "device":
            reply["ok"], reply["reasons"] = devices.computes_on()
        elif asked["op"] == "run" and shell is not None:
            reply["ok"] = shell.run(asked["source"], asked["name"], pictures=asked["pictures"])
        elif answers is not None:
            reply = answers.answer(sent)
        else:
            reply["error"] = {"type": "ValueError", "message": "nothing is open yet"}
        _reply(connection, reply)


def _opened(asked: Open) -> NotebookShell | ScriptShell:
    if asked["kind"] == "notebook":
        return NotebookShell(pictures=asked["pictures"], imports=asked["imports"])
    return ScriptShell(asked["filename"], asked["imports"])


def _reply(connection: socket.socket, reply: Answer) -> None:
    try:
        wire.send(connection, reply, math.inf)
    except wire.WireClosed:
        raise SystemExit(0) from None
    except wire.WireError as error:  # too large an answer: say so instead
        sorry = {"type": "ValueError", "message": f"the result is too large to look at: {error}"}
        wire.send(connection, {"id": reply.get("id"), "error": sorry}, math.inf)
