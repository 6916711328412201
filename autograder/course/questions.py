"""Questions that are answered before a picture answers them: `guess(...)` in a cell of a lesson.

The question and its choices stand in the cell, and so does what the student writes; the answers are kept in
`questions.toml` of the lesson's folder, so that nobody reads one before giving one:

    ["Which of the four losses is the lowest after 15 epochs?"]
    answer = "that of the order that clears once an epoch"
    because = "Its steps are up to five times as long as the learning rate says, for an epoch has five batches."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.course.courses import Course, here
from autograder.failures import CourseError

NAME = "questions.toml"


@dataclass(frozen=True)
class Answer:
    """What is right, in the words of a choice, and the sentence that says why."""

    answer: str
    because: str


@dataclass(frozen=True)
class Reply:
    """What a guess is told; a notebook shows it as the Markdown that it is."""

    markdown: str

    def __repr__(self) -> str:
        return self.markdown.replace("**", "")

    def _repr_markdown_(self) -> str:
        return self.markdown


def guess(question: str, *, answer: object = None, **choices: str) -> Reply:
    """Say whether a guess was right, and why; never graded, and kept nowhere but in the cell.

    answer: the letter of a choice, or its words; None where there is none yet, and then the reply says how to give
    one. choices: what there is to choose from, as `a="..."`, `b="..."`. Nothing here raises.
    """
    letters = " or ".join(f'`answer="{letter}"`' for letter in choices)
    if answer is None or not str(answer).strip():
        return Reply(f"Not answered yet. Decide, write {letters} into this cell, and run it again.")
    known = _known(question)
    right = next((letter for letter, words in choices.items() if known and words == known.answer), None)
    if known is None or right is None:
        return Reply("This question is not as the lesson asks it: put its words and its choices back.")
    given = str(answer).strip()
    letter = next((one for one, words in choices.items() if given.lower() in (one, words.lower())), None)
    if letter is None:
        return Reply(f"{given!r} is none of the choices: write {letters} into this cell, and run it again.")
    verdict = "**Right.**" if letter == right else f"**Not so: it is {right}**, {choices[right]}."
    return Reply(f"{verdict} {known.because}")


def answers(course: Course, lesson: str) -> dict[str, Answer]:
    """The answers of a lesson by their questions; none where it asks nothing. Raises `CourseError`."""
    path, fields = course.file(lesson, NAME), course.fields(lesson, NAME)
    return {question: _answer(given, f"{path}, {question!r}") for question, given in fields.items()}


def _answer(given: object, place: str) -> Answer:
    words = given if isinstance(given, Mapping) else {}
    answer, because = words.get("answer"), words.get("because")
    if not isinstance(answer, str) or not isinstance(because, str) or not because.strip():
        raise CourseError(f"{place}: say what is right in `answer`, and why in `because`")
    return Answer(answer, because)


def _known(question: str) -> Answer | None:
    try:
        known = (answers(course, lesson) for course in here() for lesson in course.lessons)
        return next((found[question] for found in known if question in found), None)
    except CourseError:
        return None
