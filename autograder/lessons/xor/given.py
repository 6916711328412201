"""What the locked cells of the notebook give: there for a submission that has lost or moved one of them."""

import torch


def available_device():
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")
