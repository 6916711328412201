"""A workflow of GitHub Classroom that gives the points of each exercise of a lesson.

As the README of the action classroom-resources/autograding-command-grader and src/main.js of the action
classroom-resources/autograding-grading-reporter have it: a step for each test, whose points are given whole or not
at all, and a reporter that finds the result of the step ID in ID_RESULTS, in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.courses import course_of
from autograder.course.exercises import points_of

#: Where GitHub Classroom looks for it in the repository that students get a copy of.
PLACE = ".github/workflows/classroom.yml"
#: Minutes for an exercise: torch alone takes some seconds to start.
_MINUTES = 10

_START = """\
# Made by `autograder export --to github`. An exercise counts when all of its checks pass. What is shown here is
# for the student: the checks run beside the student's code. Whoever grades collects the repositories instead.
name: Autograding Tests
'on':
  - push
  - workflow_dispatch
  - repository_dispatch
permissions:
  checks: write
  actions: read
  contents: read
env:
  # what pip installs the kit from: an address, or a path in this repository
  KIT: "{kit}"
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    steps:
      - name: Checkout code
        uses: actions/checkout@v4
      - name: Set up Python
        uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - name: Install the kit
        run: pip install "${{KIT:?write into .github/workflows/classroom.yml what pip installs the kit from}}"
"""
_STEP = """\
      - name: {name}
        id: {name}
        uses: classroom-resources/autograding-command-grader@v1
        with:
          test-name: {name}
          command: autograder check {name} --student .
          timeout: {minutes}
          max-score: {points:g}
"""
_END = """\
      - name: Autograding Reporter
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
{results}        with:
          runners: {runners}
"""
_RESULT = '          {capitals}_RESULTS: "${{{{steps.{id}.outputs.result}}}}"\n'


def workflow(lessons: Sequence[str]) -> str:
    """The workflow for a repository with these lessons; it installs the kit from the address of their course.

    What is worth no points is no test of it.
    """
    points = {name: worth for lesson in lessons for name, worth in points_of(lesson).items() if worth}
    courses = [course for course in map(course_of, lessons) if course is not None]
    address = next((course.address for course in courses if course.address), "")
    return "".join(_parts(points, f"git+{address}" if address else ""))


def _parts(points: dict[str, float], kit: str) -> Iterator[str]:
    yield _START.format(kit=kit)
    for name, worth in points.items():
        yield _STEP.format(name=name, minutes=_MINUTES, points=worth)
    results = "".join(_RESULT.format(id=name, capitals=name.upper()) for name in points)
    yield _END.format(results=results, runners=",".join(points))
