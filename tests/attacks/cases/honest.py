"""Honest submissions that do unusual things: all of them keep every point."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% honest training: trains a network at the top level
inputs = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
targets = torch.tensor([[0.0], [1], [1], [0]])
network = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.Tanh(), torch.nn.Linear(8, 1))
optimizer = torch.optim.Adam(network.parameters(), lr=0.05)
for _ in range(200):
    optimizer.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(network(inputs), targets)
    loss.backward()
    optimizer.step()
assert loss.item() < 0.5

# %% honest files: saves and loads with torch, numpy, json, pickle and open
import json
import pathlib
import pickle
import shutil
import tempfile

import numpy as np

layer = torch.nn.Linear(3, 2)
torch.save(layer.state_dict(), "layer.pt")
layer.load_state_dict(torch.load("layer.pt"))
np.save("array.npy", np.arange(3))
np.savez("arrays.npz", a=np.arange(3))
assert np.load("array.npy").sum() == np.load("arrays.npz")["a"].sum() == 3
with open("own.pickle", "wb") as file:
    pickle.dump({"a": layer}, file)
assert pickle.load(open("own.pickle", "rb"))["a"].in_features == 3
pathlib.Path("folder/inner").mkdir(parents=True)
pathlib.Path("folder/inner/notes.json").write_text(json.dumps({"mean": 0.5}))
shutil.copytree("folder", "copy")
shutil.rmtree("folder")
assert json.load(open("copy/inner/notes.json"))["mean"] == 0.5
with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile(dir=folder) as file:
    file.write(b"here")
with tempfile.TemporaryFile() as file:
    file.write(b"here")

# %% honest noise: warns, writes to stderr and to the log, prints a lot
import logging
import sys
import warnings

warnings.warn("look at me")
print("a line on stderr", file=sys.stderr)
logging.warning("a line in the log")
for line in range(20_000):
    print("a line", line)
print("x" * 1_000_000)


def relu(x):
    warnings.warn("called")
    print("called with", x, file=sys.stderr)
    return torch.where(x > 0, x, torch.zeros_like(x))


# %% honest threads: works with threads of its own, and with several of torch's
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

torch.set_num_threads(4)
assert (torch.randn(300, 300) @ torch.randn(300, 300)).shape == (300, 300)
results = queue.Queue()
workers = [threading.Thread(target=results.put, args=(n,)) for n in range(8)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
assert results.qsize() == 8


def tanh(x):
    with ThreadPoolExecutor(2) as pool:
        grown, shrunk = pool.map(torch.exp, (2 * x.clamp(-30, 30), -2 * x.clamp(-30, 30)))
    return torch.where(x > 0, (1 - shrunk) / (1 + shrunk), (grown - 1) / (grown + 1))


# %% honest pictures: draws, saves and shows figures
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([0, 1], [1, 0], label="a line")
axes.legend()
figure.savefig("figure.png")
figure.savefig("figure.pdf")
figure.savefig("figure.svg")
plt.show()
plt.imread("figure.png")

# %% honest loaders: a DataLoader with worker processes, and the rest of torch.utils.data
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Numbers(Dataset):
    def __len__(self):
        return 10

    def __getitem__(self, index):
        return torch.tensor([float(index)])


batches = list(DataLoader(Numbers(), batch_size=4, num_workers=2, shuffle=True))
assert sum(len(batch) for batch in batches) == 10
batches = list(DataLoader(Numbers(), 4, False, None, None, 2, persistent_workers=True, prefetch_factor=4))
assert len(batches) == 3
list(DataLoader(Numbers(), num_workers=1, timeout=5, multiprocessing_context="spawn"))
random_split(TensorDataset(torch.ones(4)), [3, 1])

# %% honest classes: subclasses, dataclasses, enumerations, named tuples, properties, metaclasses
import collections
import enum
import functools
from dataclasses import dataclass, field


class Sign(enum.Enum):
    UP = 1
    DOWN = -1


@dataclass(order=True)
class Settings:
    slope: float = 0.01
    history: list = field(default_factory=list)


Point = collections.namedtuple("Point", "x y")


class Activation(torch.nn.Module):
    def __init__(self, settings):
        super().__init__()
        self.settings = settings

    def forward(self, x):
        return torch.where(x > 0, x, 0 * x)


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return 2 * x * gradient


Square.apply(torch.ones(1, requires_grad=True)).backward()
relu = functools.partial(Activation(Settings()))

# %% honest introspection: looks at its own source, frames, modules and memory
import gc
import inspect
import sys


def own(x):
    return x


assert "return x" in inspect.getsource(own)
assert inspect.signature(own).parameters
assert sys._getframe().f_code
gc.collect()
sys.getsizeof(torch.ones(10))
help(own)

# %% honest libraries: what a course uses beside torch
import csv
import datetime
import hashlib
import io
import random
import time

import numpy as np

random.seed(0)
np.random.default_rng(0).normal(size=(20, 20))
np.linalg.svd(np.eye(5))
torch.linalg.svd(torch.eye(5))
torch.manual_seed(3)
hashlib.sha256(b"x").hexdigest()
datetime.datetime.now().isoformat()
time.sleep(0.01)
csv.writer(io.StringIO()).writerow([1, 2])
torch.cuda.is_available()
device = "cuda" if torch.cuda.is_available() else "cpu"
torch.jit.script(torch.nn.Linear(2, 2))
torch.nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1)

# %% honest an_error_at_the_top: a cell that raises costs nothing but itself
raise ValueError("an old experiment")

# %% honest asks_for_input: a cell that asks a question gets a clear error, and costs nothing
name = input("What is your name? ")

# %% honest large_work: half a gigabyte of tensors, and ten megabytes of file
large = torch.ones(2**27)
large += 1
del large
with open("large.bin", "wb") as file:
    file.write(bytes(10 * 2**20))

# %% honest recursion: recursion as deep as Python allows, and the error beyond it
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


assert depth(800) == 800
try:
    depth(10**6)
except RecursionError:
    print("too deep")

# %% honest waits_for_somebody: a plot that waits for a key, a question, and a pause, within the functions
import matplotlib.pyplot as plt

plotted = plot_activations


def plot_activations(x):
    figure = plotted(x)
    plt.pause(60)
    plt.waitforbuttonpress()
    input("press enter to go on ")
    breakpoint()
    plt.show(block=True)
    return figure

# %% honest progress: tqdm, whether or not it is installed, around what it does
from tqdm import tqdm, trange

for epoch in (bar := tqdm(range(3), desc="epochs")):
    bar.set_postfix(loss=0.5)
assert list(trange(3)) == [0, 1, 2]

# %% honest missing_package: a package that nobody has, then its own functions
import a_package_that_nobody_has as package

package.run()


def relu(x):
    return torch.where(x > 0, x, torch.zeros_like(x))
