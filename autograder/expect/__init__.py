"""What a check may expect of a value that came back; each raises `Mismatch` in a student's words.

No expectation trusts the type of what it is given: anything at all may have come back.
"""

from autograder.expect._calls import defined, device_followed, not_delegated, raises, untouched
from autograder.expect._gradients import gradcheck, gradient
from autograder.expect._partly import (
    Way,
    by_parts,
    defined_somehow,
    first_answer,
    reshaped,
    right_way,
    turned,
    untouched_in,
    values,
)
from autograder.expect._tests import lets_pass, notices
from autograder.expect._values import (
    close,
    equal,
    figure,
    floats,
    instance,
    module,
    number,
    pair,
    python_float,
    python_int,
    sequence,
    shape,
    tensor,
    that,
)
from autograder.wire.values import device_of

__all__ = [
    "Way",
    "by_parts",
    "close",
    "defined",
    "defined_somehow",
    "device_followed",
    "device_of",
    "equal",
    "figure",
    "first_answer",
    "floats",
    "gradcheck",
    "gradient",
    "instance",
    "lets_pass",
    "module",
    "not_delegated",
    "notices",
    "number",
    "pair",
    "python_float",
    "python_int",
    "raises",
    "reshaped",
    "right_way",
    "sequence",
    "shape",
    "tensor",
    "that",
    "turned",
    "untouched",
    "untouched_in",
    "values",
]
