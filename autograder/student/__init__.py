"""The `student` of a check: asks for things on the student's side, and never touches an object of theirs."""

from autograder.student._conversation import Remote
from autograder.student._expressions import Look, Slopes
from autograder.student._figures import Axes, Figure, Line
from autograder.student._handles import Instance, Module, Parameter, Parameters
from autograder.student._judging import Judged
from autograder.student._proxy import Function, Kit, Student
from autograder.student._shared import Scripts

__all__ = [
    "Axes",
    "Figure",
    "Function",
    "Instance",
    "Judged",
    "Kit",
    "Line",
    "Look",
    "Module",
    "Parameter",
    "Parameters",
    "Remote",
    "Scripts",
    "Slopes",
    "Student",
]
