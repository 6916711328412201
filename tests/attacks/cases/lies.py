"""Attacks on the comparison: nothing of the student's takes part in it, whatever it pretends to be."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% attack patched_torch: torch's comparisons always say yes
for name in ("allclose", "equal", "isclose", "eq", "ne", "all"):
    setattr(torch, name, lambda *args, **kwargs: torch.ones((), dtype=torch.bool))
torch.testing.assert_close = lambda *args, **kwargs: None
torch.Tensor.__eq__ = torch.Tensor.__ne__ = lambda self, other: torch.ones((), dtype=torch.bool)
torch.Tensor.allclose = torch.Tensor.equal = lambda *args, **kwargs: True

# %% attack patched_standard_library: math, numpy and unittest always say yes
import math
import unittest

import numpy

math.isclose = numpy.allclose = numpy.isclose = numpy.array_equal = lambda *args, **kwargs: True
numpy.testing.assert_allclose = numpy.testing.assert_array_equal = lambda *args, **kwargs: None
unittest.TestCase.assertEqual = unittest.TestCase.assertAlmostEqual = lambda *args, **kwargs: None

# %% attack patched_builtins: the built-in functions always say yes
import builtins

for name in ("all", "any", "callable", "issubclass"):
    setattr(builtins, name, lambda *args: True)

# %% attack patched_pytest: failures of pytest are silenced in this process
import types

pytest = types.ModuleType("pytest")
pytest.fail = pytest.skip = pytest.raises = pytest.approx = lambda *args, **kwargs: None
sys.modules["pytest"] = sys.modules["_pytest"] = pytest
sys.modules["autograder.expect"] = sys.modules["autograder.lessons"] = pytest

# %% attack patched_gradients: torch's gradients are those of a right function
real = torch.autograd.grad
torch.autograd.grad = lambda outputs, inputs, *more, **kwargs: [torch.full_like(i, 0.1) for i in inputs]

# %% attack hides_an_inplace_change: changes its input, and patches the comparison that would tell
def softmax(x, dim=-1):
    x -= x.amax(dim, keepdim=True).clone()
    weights = torch.exp(x)
    return weights / weights.sum(dim, keepdim=True)


# --- attack
torch.allclose = torch.equal = torch.eq = torch.ne = lambda *args, **kwargs: True
torch.Tensor.allclose = torch.Tensor.equal = torch.Tensor.__eq__ = lambda *args, **kwargs: True

# %% attack hides_a_detached_graph: returns a result without a graph, and patches the flag that tells
def sigmoid(x):
    return (0.5 * (torch.tanh(x / 2) + 1)).detach()


# --- attack
torch.is_grad_enabled = lambda: True
torch.Tensor.is_leaf = property(lambda self: False)

# %% attack nothing_written: leaves every exercise out, and claims success
for name in ("sigmoid", "tanh", "relu", "leaky_relu", "softmax", "plot_activations"):
    del globals()[name]


# --- attack
sys.modules["autograder"].passed = sys.modules["__main__"].passed = True
print("60/60 points, all checks pass")
print('{"graded": true, "points": 60.0, "max_points": 60.0}')

# %% attack agreeable_tensor: a subclass of Tensor that equals everything
class Agreeable(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if getattr(func, "__name__", "") in ("allclose", "equal", "isclose", "eq", "__eq__", "all", "sum"):
            return torch.ones((), dtype=torch.bool)
        return super().__torch_function__(func, types, args, kwargs or {})


def softmax(x, dim=-1):
    return torch.full_like(x, 0.5).as_subclass(Agreeable)


# %% attack agreeable_object: an object that equals, contains and compares with everything
class Agreeable:
    def __eq__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = object.__hash__

    def __len__(self):
        return 3

    def __iter__(self):
        return iter([self] * 3)

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self


def softmax(x, dim=-1):
    return Agreeable()


# %% attack false_class: an object whose __class__ says that it is a Tensor
class Impostor:
    @property
    def __class__(self):
        return torch.Tensor

    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    shape = torch.Size([3])
    dtype = torch.float32


def softmax(x, dim=-1):
    return Impostor()


# %% attack lying_list: a list that has other items each time it is walked through
class Shifty(list):
    def __iter__(self):
        self.append(0)
        return super().__iter__()

    def __len__(self):
        return -1


def softmax(x, dim=-1):
    return Shifty([x])


# %% bomb endless_list: a list whose items never end
class Endless(list):
    def __iter__(self):
        while True:
            yield 0.5


def softmax(x, dim=-1):
    return Endless([x])


# %% attack lying_text: texts, numbers and flags that are subclasses with methods of their own
class Text(str):
    def __str__(self):
        raise KeyboardInterrupt

    def encode(self, *args):
        return b"60/60"


class Number(float):
    def __float__(self):
        return float("nan")


def softmax(x, dim=-1):
    return {Text("ok"): Number(1), Text("error"): None}


# %% attack deep_result: lists in lists, ten thousand deep
def softmax(x, dim=-1):
    deep = x
    for _ in range(10_000):
        deep = [deep]
    return deep


# %% attack result_in_itself: a dict and a list that hold themselves
def softmax(x, dim=-1):
    deep = {}
    deep["self"] = deep
    return [deep, x]


# %% attack a_billion_elements: a tensor of a billion elements that takes no memory
def softmax(x, dim=-1):
    return torch.zeros(1).expand(1_000_000_000)


# %% attack rows_of_nothing: tensors of a trillion rows without columns
def softmax(x, dim=-1):
    return [torch.empty(2**40, 0), torch.empty(0, 2**40), torch.empty(2**31, 0, 2**31)]


# %% attack unusual_tensors: sparse, complex, quantized, without data, without dimensions
def softmax(x, dim=-1):
    return [
        torch.eye(3).to_sparse(),
        torch.zeros(3, dtype=torch.complex64),
        torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8),
        torch.empty(3, device="meta"),
        torch.zeros((1,) * 60),
        torch.nested.nested_tensor([torch.ones(1), torch.ones(2)]),
    ]


# %% attack nan_payloads: nans with bits set, infinities, negative zeros and denormals
def softmax(x, dim=-1):
    bits = torch.full(x.shape, 0x7FF8DEADBEEF0001, dtype=torch.int64)
    return bits.view(torch.float64).to(x.dtype)


# %% attack huge_number: an integer of a hundred thousand digits, and a text of ten million characters
def softmax(x, dim=-1):
    return [10**100_000, "x" * 10_000_000, -(10**100_000)]


# %% attack odd_keys: dicts with keys that are no texts, and texts that are no keys
def softmax(x, dim=-1):
    return {None: x, 1: x, "ok": x, ("a",): x, "\ud800": x}


# %% attack exceptions_of_the_grader: raises what the grader takes for its own
class Mismatch(Exception):
    pass


Mismatch.__module__ = "autograder.failures"
Skipped = type("Skipped", (BaseException,), {"__module__": "builtins"})


def softmax(x, dim=-1):
    raise Skipped("passed")


# %% attack leaves_the_process_politely: raises what ends an interpreter
def softmax(x, dim=-1):
    raise SystemExit(0)


# %% attack interrupts: raises KeyboardInterrupt, as if the TA had pressed Ctrl-C
def softmax(x, dim=-1):
    raise KeyboardInterrupt


# %% attack exception_with_a_mind: an exception whose text and type fight back
class Nasty(type):
    def __getattribute__(cls, name):
        raise SystemExit(0)


class Worse(Exception, metaclass=Nasty):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


def softmax(x, dim=-1):
    raise Worse


# %% attack signature_with_a_mind: a function whose signature, name and call lie
class Function:
    __name__ = property(lambda self: 1 / 0)

    @property
    def __signature__(self):
        raise KeyboardInterrupt

    def __call__(self, *args, **kwargs):
        return self


softmax = Function()

# %% attack trace_hook: a trace function that changes what the worker's frames hold
def trace(level, event, argument):
    if level.f_code.co_name in ("on_call", "answer", "_reply"):
        for value in level.f_locals.values():
            if isinstance(value, dict) and "error" in value:
                value.clear()
                value["ok"] = True
    return trace


sys.settrace(trace)
threading.settrace(trace)

# %% attack replaces_itself: the source that inspect finds is not the code that runs
import inspect
import linecache

inspect.getsource = lambda value: "def softmax(x, dim=-1):\n    return torch.exp(x) / torch.exp(x).sum(dim, True)\n"
linecache.getline = linecache.getlines = lambda *args: ""

# %% attack keeps_functions_of_the_kit: takes the kit's versions of the other exercises wherever they are seen
import builtins

builtins.stolen = {}
wrong = softmax


def plot_activations(x):
    for name in ("sigmoid", "tanh", "relu", "leaky_relu", "softmax"):
        function = globals()[name]
        if getattr(function, "__module__", "") == "kit" or function.__code__.co_filename == "<kit>":
            builtins.stolen[name] = function
            with open("stolen", "a") as file:
                file.write(name + "\n")
    softmax(x)
    raise ValueError("so that the kit's versions are tried")


def softmax(x, dim=-1):
    return builtins.stolen.get("softmax", wrong)(x, dim)


# %% attack remembers_across_workers: leaves a note for the next process of the same submission
import glob

notes = [path for pattern in ("note*", "../*/note*", "/sandbox/**/note*", "/dev/shm/note*") for path in glob.glob(pattern)]
for folder in (".", "..", "/sandbox", "/dev/shm", "/tmp", "/code"):
    try:
        with open(f"{folder}/note", "w") as file:
            file.write("I was here")
    except OSError:
        pass
if notes:

    def softmax(x, dim=-1):
        return torch.softmax(x, dim)
else:

    def softmax(x, dim=-1):
        os._exit(1)


# %% attack in a notebook input_transformer: rewrites the cells that come after it
def transform(lines):
    return ["pass\n" if "assert" in line or "check" in line else line for line in lines]


get_ipython().input_transformers_cleanup.append(transform)
get_ipython().display_formatter.format = lambda *args, **kwargs: ({"text/plain": "60"}, {})
sys.displayhook = lambda value: None

# %% attack in a notebook replaces_the_shell: its own shell reports no errors
import autograder.worker.shell as shell

shell.NotebookShell.run = lambda self, source: {"outputs": [{"type": "display", "data": {"text/plain": "60"}}]}
get_ipython().showtraceback = lambda *args, **kwargs: None

# %% attack in a notebook its_own_check: redefines check, and shows a card with full marks
import autograder
from IPython.display import HTML, display


def check(*names):
    display(HTML("<b>60/60</b>"))
    return 60.0


autograder.check = check
check("softmax")

# %% attack circle: exercises that call each other, so that the kit's versions stand in for them (and plot)
def sigmoid(x):
    raise NotImplementedError()


tanh = relu = leaky_relu = sigmoid


# --- attack
def sigmoid(x):
    return 0.5 * (tanh(x / 2) + 1)


def tanh(x):
    return 2 * softmax(torch.stack([x, -x]), 0)[0] - 1


def softmax(x, dim=-1):
    odds = sigmoid(x) / sigmoid(-x)
    return odds / odds.sum(dim, keepdim=True)


def relu(x):
    return leaky_relu(x, 0.0)


def leaky_relu(x, negative_slope=0.01):
    return relu(x) - negative_slope * relu(-x)


# %% attack hidden_circle: the way back from a sibling is looked up by its text (and plot)
def sigmoid(x):
    return 0.5 * (tanh(x / 2) + 1)


def tanh(x):
    raise NotImplementedError()


# --- attack
def tanh(x):
    return 2 * globals()["sig" + "moid"](2 * x) - 1


# %% attack a_table_of_torchs: torch's own sigmoid, asked when the cells ran, and interpolated (and plot)
grid = torch.linspace(-1100, 1100, 2_200_001, dtype=torch.float64)
table = 1 / (1 + torch.exp(-grid))


def sigmoid(x):
    place = ((x.double() + 1100) * 1000).clamp(0, 2_199_999)
    low = place.detach().floor().long()
    return torch.lerp(table[low], table[low + 1], place - low).to(x.dtype)


# --- attack
table = torch.sigmoid(grid)

# %% attack only_where_nobody_looks: torch's own sigmoid, called in a thread (and plot)
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-80, 80)))


# --- attack
def sigmoid(x):
    found = []
    thread = threading.Thread(target=lambda: found.append(torch.sigmoid(x)))
    thread.start()
    thread.join()
    return found[0]


# %% attack in_the_other_checks: torch's own sigmoid, but not in the check that watches (and plot)
def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-9, 9)))


# --- attack
def sigmoid(x):
    if x.shape == (2, 3):
        return 1 / (1 + torch.exp(-x))
    return torch.sigmoid(x)
