"""Serves one submission on one socket: runs its cells, then answers the checks' requests."""

from __future__ import annotations

import math
import socket

from autograder import wire
from autograder.wire import Message
from autograder.worker.answers import Answers
from autograder.worker.shell import NotebookShell, ScriptShell, prepare


def serve(connection: socket.socket) -> None:
    """Answer frames until the other side closes the connection."""
    prepare()
    shell: NotebookShell | ScriptShell | None = None
    answers: Answers | None = None
    while True:
        try:
            request = wire.receive(connection, math.inf)
        except wire.WireClosed:
            return
        op, parameters = request.get("op"), request.get("with", {})
        if op == "open":
            notebook = parameters["kind"] == "notebook"
            shell = NotebookShell(pictures=parameters["pictures"]) if notebook else ScriptShell()
            answers = Answers(shell.namespace)
            reply: Message = {"id": request["id"], "ok": None}
        elif op == "run" and shell is not None:
            reply = {"id": request["id"], "ok": shell.run(parameters["source"])}
        elif answers is not None:
            reply = answers.answer(request)
        else:
            reply = {"id": request["id"], "error": {"type": "ValueError", "message": "nothing is open yet"}}
        _reply(connection, reply)


def _reply(connection: socket.socket, reply: Message) -> None:
    try:
        wire.send(connection, reply, math.inf)
    except wire.WireClosed:
        raise SystemExit(0) from None
    except wire.WireError as error:  # too large an answer: say so instead
        sorry = {"type": "ValueError", "message": f"the result is too large to look at: {error}"}
        wire.send(connection, {"id": reply.get("id"), "error": sorry}, math.inf)
