"""Where the files of a lesson lie for a student: what was released, what is worked on, what is handed in."""

from __future__ import annotations

from pathlib import Path

from autograder import lessons as kits_lessons
from autograder.course import atomic
from autograder.course.courses import Course
from autograder.failures import UsageError

#: Folders below the one that somebody works in: of lessons that were started, of those for an editor, of files to
#: upload, and, beside a file, of what was taken out of it.
WORK, EXERCISES, SUBMIT, OLD = "work", "exercises", "submit", "old"
_RELEASE = "release"


def own_file(lesson: str) -> Path | None:
    """The file in which somebody works on a lesson: in work/, else in exercises/, else in this folder."""
    names = [Path(folder, f"{lesson}{suffix}") for folder in (WORK, EXERCISES, "") for suffix in (".ipynb", ".py")]
    return next((path for path in names if path.is_file()), None)


def newer_elsewhere(lesson: str, file: Path) -> Path | None:
    """What lies in exercises/ for a lesson and was written later than the file in work/ that counts."""
    other = Path(EXERCISES, f"{lesson}.py")
    if file.parent != Path(WORK) or not other.is_file():
        return None
    return other if other.stat().st_mtime > file.stat().st_mtime else None


def released(course: Course, lesson: str) -> Path:
    """The notebook of a lesson as students are given it: in the course directory, or installed with the course.

    Raises `UsageError`, which says where to get it.
    """
    folders = [course.root or Path.cwd(), course.content.parent]
    if course.package == kits_lessons.__name__:
        folders.append(course.content.parent.parent)  # a checkout of the kit
    found = [path for folder in folders if (path := folder / _RELEASE / lesson / f"{lesson}.ipynb").is_file()]
    if found:
        return found[0]
    name = f"{_RELEASE}/{lesson}/{lesson}.ipynb"
    if course.root is not None and (course.root / "solutions" / f"{lesson}.py").is_file():
        raise UsageError(f"there is no {name} in {course.root} yet: `autograder build {lesson}` makes it")
    raise UsageError(
        f"the notebook of {lesson} did not come with this course: ask whoever gave it to you for {name}, "
        f"and put that into {WORK}/"
    )


def put_to_work(course: Course, lesson: str) -> tuple[Path, bool]:
    """The notebook of a lesson in work/, and whether it was put there now: what is there is never written over.

    Raises `UsageError` or `CannotWrite`.
    """
    given, here = released(course, lesson), Path.cwd()
    if given.parents[1].resolve() in (here, *here.parents):
        raise UsageError(f"files in {_RELEASE}/ stay as they were given out: do this in the folder above it")
    found = own_file(lesson)
    if found is not None and found.parent == Path(WORK):
        return found, False
    there = Path(WORK, f"{lesson}.ipynb")
    there.parent.mkdir(exist_ok=True)
    atomic.write(there, given.read_text(encoding="utf-8"), mode=atomic.usual_mode(), keep=True)
    return there, True


def put_to_submit(lesson: str, path: Path, text: str) -> Path:
    """The file to upload, with the text of the one that somebody works on; an earlier one is replaced.

    Raises `CannotWrite`.
    """
    there = Path(SUBMIT, f"{lesson}{path.suffix.lower()}")
    there.parent.mkdir(exist_ok=True)
    atomic.write(there, text, mode=atomic.usual_mode())
    return there


def other_uploads(lesson: str, upload: Path) -> list[Path]:
    """What lies beside the file to upload for the same lesson: of an earlier time, when it had another form."""
    beside = (upload.with_name(f"{lesson}{suffix}") for suffix in (".ipynb", ".py"))
    return [path for path in beside if path != upload and path.is_file()]
