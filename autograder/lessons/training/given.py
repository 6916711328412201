"""What the locked cells of the notebook give: there for a submission that has lost or moved one of them."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from autograder import check, guess, hint, needs, progress, reset
