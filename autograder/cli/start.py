"""A lesson to work on."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.output import out


def start(
    lesson: Annotated[
        str | None,
        typer.Argument(help="The next lesson that is not complete where none is named.", show_default=False),
    ] = None,
) -> None:
    """Put the notebook of a lesson into work/, where you fill it in.

    What is there is never written over.
    """
    from autograder.course.courses import course_of, here
    from autograder.course.exercises import exercises_of, lesson_of
    from autograder.course.places import put_to_work
    from autograder.course.progress import progress_in
    from autograder.grading.selection import lesson_named
    from autograder.submission.reset import begun_for_an_editor

    if lesson is None:
        waiting = (each for course in here() for each in progress_in(course).lessons if not each.complete)
        following = next(waiting, None)
        if following is None:
            out.print("every lesson is complete; to work on one again, name it: autograder start LESSON")
            return
        lesson = following.lesson
    lesson = lesson_named(lesson_of(lesson) or lesson)
    course = course_of(lesson)
    assert course is not None, "a lesson that is known has a course"
    path, new = put_to_work(course, lesson)
    if new:
        out.say(f"wrote {path}")
        before = begun_for_an_editor(course, lesson)
        if before is not None:
            note = f"note: you have begun in {before}; from now on {path} counts where both are there"
            out.say(note, "yellow")
    else:
        out.say(f"{path} is there already, as you left it: go on with it")
    _show_the_way(lesson, path.as_posix(), exercises_of(lesson)[0])
    if not new:
        out.say(
            f"to begin anew: autograder reset EXERCISE gives back one; all of them: move {path} away, "
            f"then autograder start {lesson}",
            "dim",
        )


def _show_the_way(lesson: str, path: str, exercise: str) -> None:
    """The commands that come next."""
    from importlib.util import find_spec

    jupyter = find_spec("jupyterlab") is not None
    opened = f"jupyter lab {path}" if jupyter else f"{path}, in an editor that knows notebooks"
    ways = {
        "open it": opened,
        "check it": f"autograder check {lesson}",
        "get a hint": f"autograder hint {exercise}",
        "hand it in": f"autograder submit {lesson}",
    }
    for label, command in ways.items():
        out.say(f"  {label:<11} {command}")
