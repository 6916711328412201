"""What came of a mistake's checks: in memory, and in a file, for whoever asks next."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from autograder.course import atomic
from autograder.course.caches import caches
from autograder.examiner.digest import content, digest, software

_FOLDER = Path(".autograder") / "transcripts"
#: Files of one exercise that are kept: one for each device, version or salt that it is checked with.
_MOST = 4


class Transcript(NamedTuple):
    """How a check ended, the answers that it got, and what it found wrong; see `normalised` and `remarked`."""

    outcome: str
    answers: list[Any]
    finding: Any = None


@dataclass(frozen=True)
class Shelf:
    """Where transcripts are kept, and what they depend on but the mistakes themselves.

    folder: below which the files are. salt: of the random inputs. device: where submissions train.
    """

    folder: Path
    salt: str
    device: str

    def of(self, lesson: str, exercise: str) -> Transcripts:
        """The transcripts of the mistakes of an exercise."""
        depends = digest([software(), self.salt, self.device, content(lesson).get(exercise, "")])
        return Transcripts(self.folder / lesson / f"{exercise}-{depends[:24]}.json")


def of_course(course: Path, salt: str, device: str) -> Shelf:
    """The transcripts of a course, which tell of its salt."""
    return Shelf(course / _FOLDER, salt, device)


def at_home(salt: str, device: str) -> Shelf:
    """The transcripts that a person keeps for work of one's own, where caches are."""
    return Shelf(caches() / "transcripts", salt, device)


class Transcripts:
    """Transcripts of one exercise by check and spelling; a file that cannot be read or written costs only time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Transcript] = {}
        self._new = False
        self._read_at: tuple[int, int] | None = None

    def find(self, check: str, spelling: str) -> Transcript | None:
        """What came of a check of this spelling; None where it did not run yet."""
        return self._known.get(_key(check, spelling))

    def add(self, check: str, spelling: str, transcript: Transcript) -> None:
        """Remember what came of a check."""
        self._known[_key(check, spelling)] = transcript
        self._new = True

    def read(self) -> None:
        """Learn what is in the file by now."""
        try:
            status = self._path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if stamp == self._read_at:
                return
            fields = json.loads(self._path.read_text(encoding="utf-8"))
            found = {
                str(key): Transcript(str(outcome), list(answers), finding)
                for key, (outcome, answers, finding) in fields.items()
            }
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return  # not there, or damaged: it is made again
        self._known = {**found, **self._known}
        self._read_at = stamp

    def write(self) -> None:
        """Write what is new, beside what others have written in the meantime."""
        if not self._new:
            return
        self.read()
        with contextlib.suppress(OSError):
            atomic.write(self._path, json.dumps(self._known, separators=(",", ":")))
            self._new = False
            self._drop_the_oldest()

    def _drop_the_oldest(self) -> None:
        exercise = self._path.name.rpartition("-")[0]
        found = sorted(self._path.parent.glob(f"{exercise}-*.json"), key=lambda path: path.stat().st_mtime)
        for path in found[:-_MOST]:
            path.unlink(missing_ok=True)


def _key(check: str, spelling: str) -> str:
    return f"{check} {hashlib.sha256(spelling.encode()).hexdigest()[:20]}"
