"""Who handed in what for a lesson: for each student the file that fits best, or why there is none.

The same for `autograder grade` and `nbgrader autograde`. Nothing here raises for what a student handed in: it
costs that student, and the others go on.
"""

from __future__ import annotations

import ast
import fnmatch
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.course.exercises import available_lessons, exercises_of
from autograder.failures import Unreadable
from autograder.submission.cells import SUFFIXES, is_code_file, lesson_of_names, read
from autograder.submission.named import (
    ARCHIVES,
    DOCUMENTS,
    is_kept_with_another,
    is_of_another,
    plain,
)
from autograder.submission.outline import outline_of
from autograder.submission.tree import MADE_BY_TOOLS, Tree, scan

#: Files of one student that are opened to see what they are.
_MAX_READ = 12


@dataclass(frozen=True)
class HandIn:
    """What one student handed in: a file to grade, or the reason why there is none.

    notes: what a TA should know, such as that the file has another name. left_out: links and the like.
    alone: whether the folder of the file is the student's own, so that the files beside it are, too.
    """

    student: str
    path: Path | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()
    left_out: tuple[Path, ...] = ()
    alone: bool = True
    #: whether its folder is beyond what may be walked through
    hopeless: bool = False


def handed_in(submitted: Path, lesson: str, only: str = "*") -> list[HandIn]:
    """What lies in a folder for a lesson, by student: in STUDENT/LESSON/, in STUDENT/, or as STUDENT.ipynb.

    only: the id of a student, or a pattern of ids. Every folder of a student has an entry, but for one that holds
    other lessons and nothing else; a file of another lesson, by its name and what it defines, has none.
    """
    folders, files, irregular = _listing(submitted)
    flat = _by_student(files, lesson)
    everybody = sorted({*folders, *flat} - MADE_BY_TOOLS)
    meant = [student for student in everybody if student == only or fnmatch.fnmatchcase(student, only)]
    found = (_of_student(one, folders.get(one), flat.get(one, []), irregular, lesson) for one in meant)
    return [entry for entry in found if entry is not None]


def students_in(submitted: Path, lesson: str) -> frozenset[str]:
    """Who has something in a folder that is of a lesson, or may be; nobody whose name is no student's."""
    folders, files, _ = _listing(submitted)
    found = {*_by_student(files, lesson)}
    for student, folder in folders.items():
        if os.path.lexists(folder / lesson) or not _holds_only_others(scan(folder), lesson):
            found.add(student)
    named = (each for each in found - MADE_BY_TOOLS if not each.startswith((".", "__")))
    return frozenset(each for each in named if each.isprintable())


def of_other_lessons(submitted: Path, lesson: str) -> list[str]:
    """The names of the plain files in a folder that have no entry: they are another lesson's."""
    _, files, _ = _listing(submitted)
    return sorted(path.name for path in _plain_code(files) if _is_named_after_another(path, lesson))


@dataclass(frozen=True)
class _Candidate:
    """A file that may be what a student wanted to hand in; `below` is how it is named to a TA."""

    path: Path
    below: Path
    lesson: str
    flat: bool = False

    @cached_property
    def names(self) -> tuple[dict[str, bool], str | None]:
        """Each exercise's name that the file defines, and whether it is answered; and why it cannot be read."""
        try:
            outline = outline_of(read(self.path).source)
        except Unreadable as error:
            return {}, str(error)
        stubs = {name: not is_stub(node) for name, node in outline.own.items()}
        return {**dict.fromkeys(outline.imported, True), **stubs}, None

    @cached_property
    def others(self) -> str | None:
        """The other lesson whose exercises it defines, where it defines none of this one."""
        return None if self.mine else lesson_of_names(self.names[0].keys(), available_lessons())

    @property
    def mine(self) -> bool:
        return bool(self.names[0].keys() & set(exercises_of(self.lesson)))

    @property
    def answered(self) -> bool:
        return any(self.names[0].get(exercise, False) for exercise in exercises_of(self.lesson))

    @cached_property
    def rank(self) -> int:
        """How well its place and name fit: 0 is LESSON/LESSON.ipynb; from 5 on, its content has to tell."""
        name, suffix = self.path.stem, self.path.suffix
        exact = name == self.lesson and suffix in SUFFIXES
        if exact and self.below.parts[:-1] == (self.lesson,):
            return 0 if suffix == ".ipynb" else 1
        if exact and len(self.below.parts) == 1:
            return 2
        if plain(name) == self.lesson or self.flat:
            return 3
        in_folder = any(plain(part) == self.lesson for part in self.below.parts[:-1])
        return 4 if in_folder and suffix.lower() == ".ipynb" else 5

    def fits(self) -> bool:
        return self.rank < 5 or self.mine

    def order(self) -> tuple[object, ...]:
        """The best first: with answers, of this lesson, readable, by name."""
        return (not self.answered, self.others is not None, bool(self.names[1]), self.rank, str(self.below))


def _listing(submitted: Path) -> tuple[dict[str, Path], list[Path], set[Path]]:
    """The students' folders by name, links included, the files beside them, and which of these are none."""
    folders: dict[str, Path] = {}
    files: list[Path] = []
    irregular: set[Path] = set()
    with os.scandir(submitted) as entries:
        for entry in entries:
            path = Path(entry.path)
            is_folder = not is_code_file(path) if entry.is_symlink() else entry.is_dir(follow_symlinks=False)
            if is_folder:
                folders[entry.name] = path
            else:
                files.append(path)
            if not entry.is_file(follow_symlinks=False):
                irregular.add(path)
    return folders, files, irregular


def _by_student(files: Iterable[Path], lesson: str) -> dict[str, list[Path]]:
    """The plain files by whose they are; those that are named after another lesson are left out."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in _plain_code(files):
        if not _is_named_after_another(path, lesson):
            found[path.stem].append(path)
    return found


def _plain_code(files: Iterable[Path]) -> Iterator[Path]:
    """The files that somebody may have meant to hand in."""
    return (path for path in files if is_code_file(path) and not path.name.startswith("."))


def _is_named_after_another(file: Path, lesson: str) -> bool:
    """Whether a plain file is another lesson's, by its name and what it defines."""
    words = re.split(r"[^a-z]+", file.stem.lower())
    named = {other for other in available_lessons() if other in words}
    return bool(named) and lesson not in named and not _Candidate(file, Path(file.name), lesson, True).mine


def _of_student(
    student: str, folder: Path | None, flat: Sequence[Path], irregular: set[Path], lesson: str
) -> HandIn | None:
    tree = scan(folder) if folder is not None else Tree(Path())
    links = [path for path in flat if path in irregular]
    if links and len(links) == len(flat) and folder is None:
        return HandIn(student, reason=_no_file(Path(links[0].name), "a link or a special file"))
    if tree.problem:
        return HandIn(student, reason=tree.problem, hopeless=True)
    if folder is not None and not flat and _holds_only_others(tree, lesson):
        return None
    candidates = [*_candidates(tree, lesson)]
    candidates += [_Candidate(path, Path(path.name), lesson, True) for path in flat if path not in links]
    entry = _chosen(student, candidates, tree, lesson, flat=folder is None)
    if student.startswith((".", "__")) and entry.path is None:
        return None  # its name says that it is no student's, and nobody's work is in it
    if student.startswith("."):
        return HandIn(student, reason="its folder's name begins with a dot, so that it is hidden: rename it")
    return entry


def _candidates(tree: Tree, lesson: str) -> Iterator[_Candidate]:
    return (_Candidate(path, path.relative_to(tree.root), lesson) for path in tree.kept() if is_code_file(path))


def _holds_only_others(tree: Tree, lesson: str) -> bool:
    """Whether a student's folder holds other lessons where they belong, and nothing that may be of this one."""
    files = [path.relative_to(tree.root) for path in (*tree.kept(), *tree.irregular)]
    if tree.problem or not files or any(plain(path.name) == lesson for path in tree.root.iterdir()):
        return False
    unnamed = [each for each in _candidates(tree, lesson) if not is_of_another(each.below, lesson)]
    if len(unnamed) > _MAX_READ or any(each.fits() for each in unnamed):
        return False
    told = {each.below for each in unnamed if each.others is not None}
    return all(path in told or is_kept_with_another(path, lesson) for path in files)


def _chosen(student: str, all_of_them: Sequence[_Candidate], tree: Tree, lesson: str, *, flat: bool) -> HandIn:
    # what is named after another lesson and lies where that belongs is not even opened
    candidates = [each for each in all_of_them if not is_of_another(each.below, lesson)]
    nearest = sorted(candidates, key=lambda each: (each.rank, str(each.below)))[:_MAX_READ]
    fitting = sorted((each for each in nearest if each.fits()), key=_Candidate.order)
    left_out = tuple(sorted(tree.irregular))
    notes = tuple(
        f"left out, because it is {kind}: {path.relative_to(tree.root)}"
        for path, kind in list(tree.irregular.items())[:5]
    )
    if not fitting:
        return HandIn(student, reason=_nothing(tree, lesson), notes=notes, left_out=left_out)
    best = fitting[0]
    problem = best.names[1]
    if problem is None and best.others is not None:
        defined = ", ".join(name for name in exercises_of(best.others) if name in best.names[0])
        problem = f"{best.below} is {best.others}, not {lesson}: it defines {defined}"
    elif problem is not None and best.rank > 1 and not flat:
        problem = f"{best.below}: {problem}"
    notes = (*_notes(fitting, flat), *notes)
    path = None if problem else best.path
    return HandIn(student, path, problem, notes, left_out, alone=not flat and best.path.is_relative_to(tree.root))


def _notes(fitting: Sequence[_Candidate], flat: bool) -> Iterator[str]:
    best = fitting[0]
    rivals = [each for each in fitting[1:] if each.rank < 5 or each.path.suffix.lower() == ".ipynb"]
    if rivals:
        names = " and ".join(f'"{each.below}"' for each in sorted([best, *rivals[:3]], key=lambda e: str(e.below)))
        only = best.answered and not any(each.answered for each in rivals)
        why = "which has answers" if only else "whose name fits best"
        yield f'graded was "{best.below}", {why}, of {len(rivals) + 1} files: {names}'
    elif best.rank > 2 and not flat:
        yield f'graded from "{best.below}", because there is no {best.lesson}.ipynb'


def _nothing(tree: Tree, lesson: str) -> str:
    """Why there is nothing to grade, and what there is."""
    for path, kind in tree.irregular.items():
        if is_code_file(path) or plain(path.name) == lesson:
            return _no_file(path.relative_to(tree.root), kind)
    files = [path.relative_to(tree.root) for path in tree.kept()]
    near = [path for path in files if any(plain(part) == lesson for part in path.parent.parts)]
    for path in [*near, *([] if any(map(is_code_file, files)) else files)]:
        what = {**ARCHIVES, **DOCUMENTS}.get(path.suffix.lower())
        if what:
            mend = "unpack it" if path.suffix.lower() in ARCHIVES else "a notebook is needed"
            return f'there is no {lesson}.ipynb; "{path}" is {what}: {mend}'
    if near:
        return f'there is no {lesson}.ipynb; there is "{near[0]}"'
    if not tree.files:
        return "the folder is empty"
    return f"nothing was handed in for {lesson}"


def _no_file(path: Path, kind: str) -> str:
    return f"{path} is {kind}, not a file that was handed in"


def is_stub(node: ast.AST) -> bool:
    """Whether what was to be written is still missing somewhere in a definition."""
    raised = (child.exc for child in ast.walk(node) if isinstance(child, ast.Raise))
    named = (exc.func if isinstance(exc, ast.Call) else exc for exc in raised)
    return any(isinstance(name, ast.Name) and name.id == "NotImplementedError" for name in named)
