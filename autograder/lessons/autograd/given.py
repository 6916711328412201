"""What the locked cells of the notebook give: there for a submission that has lost or moved one of them."""

import itertools
import math
from collections.abc import Callable, Sequence

import matplotlib.pyplot as plt
import torch

from autograder import check, guess, hint, needs, progress, reset
