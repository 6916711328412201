"""A class on a Dask cluster: what is sent to its workers, and what they make sure of before they examine."""

from __future__ import annotations

import re
import socket
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from distributed import Client, KilledWorker

from autograder.course import courses
from autograder.course.salt import kept_salt
from autograder.examiner.digest import content, digest, software, told
from autograder.failures import GraderError
from autograder.grading import work
from autograder.grading.work import Done, Setting, Task

#: Seconds until a scheduler must have answered.
_PATIENCE = 20


@dataclass(frozen=True)
class Terms:
    """What a worker needs, and what it must agree with: it has its own copy of the kit, the course and the secret.

    salt: the secret, where the connection is encrypted; else it is in .autograder/salt where the worker runs.
    salt_digest, checks: what must come out there of the secret, and of the kit and the checks of the lesson.
    """

    trusted: bool
    device: str
    salt: str | None
    salt_digest: str
    checks: str

    def setting(self, lesson: str | None) -> Setting:
        """The setting on this worker. Raises `GraderError` where its verdicts would not be those of the course."""
        course = Path.cwd()
        courses.enter(course)
        if self.checks != fingerprint(lesson):
            raise GraderError(
                f"{_here()} has another version of Python, of a library, of the kit or of the checks of {lesson}: "
                "install there what is installed here"
            )
        salt = self.salt or kept_salt(course)
        if digest(salt) != self.salt_digest:
            raise GraderError(
                f"{_here()} does not have the course's secret: start it in a folder with a copy of the course's "
                ".autograder/salt, or reach the scheduler by tls://, and the secret is sent"
            )
        return Setting(course, salt, trusted=self.trusted, device=self.device)


class Cluster:
    """The workers of a Dask scheduler; one submission at a time for each of their processes."""

    #: what is raised for a submission that has ended one worker after another
    lost: tuple[type[Exception], ...] = (KilledWorker,)

    def __init__(self, address: str) -> None:
        if not re.fullmatch(r"(\w+://)?[^\s:/]+:\d+", address):
            raise GraderError(f"{address} is no address of a Dask scheduler, such as tcp://host:8786")
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise GraderError(f"there is no Dask scheduler at {address}: {error}") from None
        self._encrypted = address.startswith("tls://")
        self._executor = self._client.get_executor(pure=False)
        self.count = len(self._client.nthreads())
        if not self.count:
            self.close()
            raise GraderError(
                f"the scheduler at {address} has no workers: start some with `dask worker {address}`"
            )

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        """Have a submission examined by one of them."""
        salt = digest(setting.salt)
        sent = setting.salt if self._encrypted else None
        terms = Terms(setting.trusted, setting.device, sent, salt, fingerprint(task.lesson))
        found: Future[Done] = self._executor.submit(_examined, terms, task)
        return found

    def renew(self) -> None:
        """The scheduler does that by itself."""

    def close(self) -> None:
        """Leave the cluster; what its workers have begun is cancelled."""
        self._client.close()


def fingerprint(lesson: str | None) -> str:
    """What must be the same wherever submissions to a lesson are examined."""
    return digest([software(), [content(lesson), told(lesson)] if lesson is not None else []])


def _here() -> str:
    return f"the worker on {socket.gethostname()}"


def _examined(terms: Terms, task: Task) -> Done:
    return work.examined(terms.setting(task.lesson), task)
