"""The lessons in teaching order, and what the notebook of each imports."""

from __future__ import annotations

LESSONS = ("perceptron", "activations", "mlp", "losses", "optimizers", "training", "xor")

_ALWAYS = ("import torch", "import matplotlib.pyplot as plt", "from autograder import check, hint")
_NEEDS = "from autograder import needs"
_AVAILABLE_DEVICE = """\
def available_device():
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")
"""

#: What each lesson's notebook imports, and what it gives in locked cells: these names are there for a submission
#: that has lost or moved the cell.
IMPORTS: dict[str, tuple[str, ...]] = {
    "perceptron": (*_ALWAYS, _NEEDS, "import numpy as np"),
    "activations": (*_ALWAYS, _NEEDS, "from matplotlib.figure import Figure"),
    "mlp": (*_ALWAYS, "from torch import nn"),
    "losses": (*_ALWAYS, "from torch.nn import functional as F"),
    "optimizers": (*_ALWAYS, "from collections.abc import Iterable", "from torch import nn", "import numpy as np"),
    "training": (*_ALWAYS, "from torch import nn", "from torch.utils.data import DataLoader, TensorDataset"),
    "xor": (
        *(*_ALWAYS, _NEEDS, "from matplotlib.figure import Figure", "from torch import nn"),
        "from torch.utils.data import DataLoader, TensorDataset",
        _AVAILABLE_DEVICE,
    ),
}
