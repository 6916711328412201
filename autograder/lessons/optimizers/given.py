"""What the locked cells of the notebook give: there for a submission that has lost or moved one of them."""

from collections.abc import Iterable

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from autograder import check, guess, hint, play, progress, reset
