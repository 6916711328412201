"""A file of one's own in this very process, where no other can be forked: as on Windows."""

from __future__ import annotations

import contextlib
import sys
import types

from autograder.channel.inline import InlineChannel, deadline
from autograder.channel.process import CELL_SECONDS
from autograder.channel.troubles import name_of, troubles_of
from autograder.course.courses import course_of
from autograder.submission.cells import Submission
from autograder.wire.frames import Message
from autograder.worker.describe import run_in
from autograder.worker.ipython import Shell
from autograder.worker.shell import NotebookShell, ScriptShell
from autograder.worker.stand_ins import prepare


class OwnChannel(InlineChannel):
    """A submission whose cells were run here, in the folder that it is in.

    It has the interface of a `ProcessChannel`, and protects nobody: what ends this process ends the checks.
    """

    def __init__(self, submission: Submission, lesson: str) -> None:
        prepare()
        course = course_of(lesson)
        given = course.given(lesson) if course is not None else ()
        shell: NotebookShell | ScriptShell
        if submission.kind == "notebook":
            Shell.clear_instance()
            shell = NotebookShell(pictures=False, imports=given)
        else:
            shell = ScriptShell(submission.path.name, given)
        super().__init__(shell.namespace)
        self.submission = submission
        self.results: list[Message] = []
        self._shell = shell
        self._folder = submission.path.resolve().parent
        self._modules: dict[str, types.ModuleType] = {}

    def start(self) -> None:
        """Run the cells; of one that does not end, the rest is left out."""
        self._modules = dict(sys.modules)
        sys.path.insert(0, str(self._folder))
        run_in(self._folder)
        with contextlib.chdir(self._folder):
            for cell in self.submission.cells:
                with deadline(CELL_SECONDS) as expired:
                    result: Message = {**self._shell.run(cell.source, name_of(cell))}
                if expired():
                    message = f"this cell did not finish within {CELL_SECONDS:.3g} seconds"
                    result = {"error": {"type": "Timeout", "message": message, "where": "", "below": "nothing"}}
                self.results.append(result)

    def stop(self) -> None:
        """The next file meets none of the modules beside this one."""
        if str(self._folder) in sys.path:
            sys.path.remove(str(self._folder))
        for name, module in list(sys.modules.items()):
            if name not in self._modules and str(getattr(module, "__file__", "")).startswith(str(self._folder)):
                del sys.modules[name]

    def source(self) -> str:
        return self.submission.source

    def troubles(self) -> list[str]:
        return troubles_of(self.submission.cells, self.results)
