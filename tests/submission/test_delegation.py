"""Delegation: every spelling of a forbidden built-in is found, and nothing that is fair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder import expect
from autograder.channel.inline import InlineChannel
from autograder.course.exercises import builtins_of, vocabulary
from autograder.failures import Mismatch
from autograder.student import Student
from autograder.submission.cells import Cell, Submission
from autograder.submission.delegation import delegation

IMPORTS = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n"

X = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])
HALF = torch.tensor([[0.5, 0.25, 0.75], [0.1, 0.9, 0.5]])
BITS = torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])

#: How each exercise is called.
CALLS: dict[str, tuple[Any, ...]] = {
    "weighted_sum": (X, torch.ones(3), torch.tensor(1.0)),
    "sigmoid": (X,),
    "tanh": (X,),
    "relu": (X,),
    "leaky_relu": (X,),
    "softmax": (X,),
    "mse_loss": (X, X + 1),
    "cross_entropy": (X, torch.tensor([0, 2])),
    "binary_cross_entropy": (HALF, BITS),
    "bce_with_logits": (X, BITS),
}


class Channel(InlineChannel):
    """A submission in this process, with its source as a grader knows it: as it was handed in."""

    def __init__(self, source: str) -> None:
        self.text = IMPORTS + source
        namespace: dict[str, Any] = {"__name__": "submission"}
        exec(compile(self.text, "<submission>", "exec"), namespace)
        super().__init__(namespace)

    def source(self) -> str:
        return self.text


def is_found(exercise: str, source: str) -> bool:
    """Whether the exercise is said to be delegated, by its source and by what it executed."""
    return verdict(exercise, source) is None


def verdict(exercise: str, source: str) -> set[str] | None:
    """None where the exercise is said to be delegated, else what a person should look at."""
    student = Student(Channel(source))

    def action() -> None:
        if exercise in CALLS:
            getattr(student, exercise)(*CALLS[exercise])
            return
        owned = student.kit.parameters([torch.ones(2)])
        owned.set_gradients([torch.ones(2)])
        getattr(student, exercise)(owned, lr=0.1).step()

    try:
        expect.not_delegated(student, exercise, action)
    except Mismatch as error:
        if error.finding.kind == "own_work":
            return None
        raise
    return student._conversation.remarks


# --- what is forbidden ------------------------------------------------------------------------------

FUNCTIONS = {
    "weighted_sum": [
        "F.linear(x, w[None], b[None])[..., 0]",
        "torch.nn.functional.linear(x, w.unsqueeze(0), b).squeeze(-1)",
        "torch._C._nn.linear(x, w[None], b[None])[..., 0]",
        "torch.ops.aten.linear(x, w[None], b[None])[..., 0]",
        "nn.Linear(3, 1)(x)",
    ],
    "sigmoid": [
        "torch.sigmoid(x)",
        "x.sigmoid()",
        "x.clone().sigmoid_()",
        "torch.sigmoid_(x.clone())",
        "F.sigmoid(x)",
        "nn.Sigmoid()(x)",
        "torch.nn.modules.activation.Sigmoid().forward(x)",
        "torch.special.expit(x)",
        "torch.ops.aten.sigmoid(x)",
        "torch.ops.aten.sigmoid.default(x)",
        "F.logsigmoid(x).exp()",
        "nn.LogSigmoid()(x).exp()",
        "getattr(torch, 'sig' + 'moid')(x)",
        "torch.sigmoid(x, out=torch.empty_like(x))",
        "vars(torch)['sigmoid'](x)",
        "torch.Tensor.sigmoid(x)",
        "next(f for n, f in vars(torch).items() if n.startswith('sigm'))(x)",
        "x.numpy() if False else torch.func.vmap(torch.sigmoid)(x)",
    ],
    "tanh": [
        "torch.tanh(x)",
        "x.tanh()",
        "nn.Tanh()(x)",
        "F.tanh(x)",
        "torch.ops.aten.tanh(x)",
        "x.clone().tanh_()",
    ],
    "relu": [
        "torch.relu(x)",
        "x.relu()",
        "x.clone().relu_()",
        "F.relu(x)",
        "F.relu(x.clone(), inplace=True)",
        "nn.ReLU()(x)",
        "torch.ops.aten.relu(x)",
        "F.threshold(x, 0, 0)",
        "nn.Threshold(0, 0)(x)",
        "torch.threshold(x, 0, 0)",
    ],
    "leaky_relu": [
        "F.leaky_relu(x, 0.01)",
        "F.leaky_relu_(x.clone(), 0.01)",
        "nn.LeakyReLU(0.01)(x)",
        "F.prelu(x, torch.tensor([0.01]))",
        "nn.PReLU(init=0.01)(x)",
        "torch.ops.aten.leaky_relu(x, 0.01)",
        "F.rrelu(x, 0.01, 0.01)",
        "nn.RReLU(0.01, 0.01)(x)",
    ],
    "softmax": [
        "torch.softmax(x, -1)",
        "x.softmax(dim=-1)",
        "F.softmax(x, dim=-1)",
        "nn.Softmax(dim=-1)(x)",
        "torch.special.softmax(x, -1)",
        "torch.log_softmax(x, -1).exp()",
        "torch.special.log_softmax(x, -1).exp()",
        "nn.LogSoftmax(dim=-1)(x).exp()",
        "F.softmin(-x, dim=-1)",
        "nn.Softmin(dim=-1)(-x)",
        "torch.ops.aten._softmax(x, -1, False)",
        "nn.Softmax2d()(x[..., None, None])[..., 0, 0]",
    ],
    "mse_loss": [
        "F.mse_loss(x, y)",
        "nn.MSELoss()(x, y)",
        "torch.ops.aten.mse_loss(x, y)",
        "torch._C._nn.mse_loss(x, y)",
    ],
    "cross_entropy": [
        "F.cross_entropy(x, y)",
        "nn.CrossEntropyLoss()(x, y)",
        "F.nll_loss(torch.log_softmax(x, -1), y)",
        "nn.NLLLoss()(x.log_softmax(-1), y)",
        "torch.ops.aten.cross_entropy_loss(x, y)",
        "torch.ops.aten.nll_loss(x.log_softmax(-1), y)",
        "torch.ops.aten.nll_loss_forward(x.log_softmax(-1), y, None, 1, -100)[0]",
    ],
    "binary_cross_entropy": [
        "F.binary_cross_entropy(x, y)",
        "nn.BCELoss()(x, y)",
        "torch.ops.aten.binary_cross_entropy(x, y)",
        "F.binary_cross_entropy_with_logits(torch.logit(x), y)",
    ],
    "bce_with_logits": [
        "F.binary_cross_entropy_with_logits(x, y)",
        "nn.BCEWithLogitsLoss()(x, y)",
        "torch.binary_cross_entropy_with_logits(x, y, None, None, 1)",
        "torch.ops.aten.binary_cross_entropy_with_logits(x, y)",
        "F.binary_cross_entropy(torch.sigmoid(x), y)",
    ],
}

ARGUMENTS = {"weighted_sum": "x, w, b", "mse_loss": "x, y", "cross_entropy": "x, y"}
ARGUMENTS |= {"binary_cross_entropy": "x, y", "bce_with_logits": "x, y"}


@pytest.mark.parametrize(
    ("exercise", "value"), [(name, value) for name, found in FUNCTIONS.items() for value in found]
)
def test_a_spelling_is_found(exercise: str, value: str) -> None:
    arguments = ARGUMENTS.get(exercise, "x")
    assert is_found(exercise, f"def {exercise}({arguments}):\n    return {value}")
    assert is_found(
        exercise, f"def helper({arguments}):\n    return {value}\n{exercise} = lambda *args: helper(*args)"
    )


@pytest.mark.parametrize(
    "source",
    [
        "from torch import sigmoid as squash\ndef sigmoid(x): return squash(x)",
        "from torch.special import expit\ndef sigmoid(x): return expit(x)",
        "import torch.special as s\ndef sigmoid(x): return s.expit(x)",
        "from torch.nn import Sigmoid\ndef sigmoid(x): return Sigmoid()(x)",
        "def sigmoid(x):\n    from torch import sigmoid as squash\n    return squash(x)",
        "squash = torch.sigmoid\ndef sigmoid(x): return squash(x)",
        "a = torch.sigmoid\nb = a\ndef sigmoid(x): return b(x)",
        "squash: object = torch.sigmoid\ndef sigmoid(x): return squash(x)",
        "if True:\n    squash = torch.sigmoid\ndef sigmoid(x): return squash(x)",
        "sigmoid = torch.sigmoid",
        "sigmoid = nn.Sigmoid()",
        "class Net(nn.Module):\n    def forward(self, x): return x.sigmoid()\ndef sigmoid(x): return Net()(x)",
        "class Squash:\n    def __call__(self, x): return self.act(x)\n    act = nn.Sigmoid()\nsigmoid = Squash()",
        "def deepest(x): return x.sigmoid()\ndef deep(x): return deepest(x)\ndef sigmoid(x): return deep(x)",
        "def sigmoid(x):\n    def inner(x): return torch.sigmoid(x)\n    return inner(x)",
        "def sigmoid(x, act=torch.sigmoid): return act(x)",
        "import functools\nsigmoid = functools.partial(torch.sigmoid)",
        "def sigmoid(x):\n    with torch.no_grad(): return torch.sigmoid(x)",
        "def sigmoid(x): return torch.stack([row.sigmoid() for row in x])",
        "sigmoid = torch.compile(torch.sigmoid, backend='eager')",
    ],
)
def test_a_detour_is_found(source: str) -> None:
    assert is_found("sigmoid", source)


@pytest.mark.parametrize(
    ("exercise", "source"),
    [
        ("sigmoid", "from scipy.special import expit\ndef sigmoid(x): return torch.tensor(expit(x.numpy()))"),
        ("sigmoid", "from scipy import special\ndef sigmoid(x): return special.expit(x)"),
        ("sigmoid", "import scipy\ndef sigmoid(x): return scipy.special.expit(x)"),
        ("softmax", "from scipy.special import softmax as sm\ndef softmax(x, dim=-1): return sm(x, axis=dim)"),
        ("softmax", "def softmax(x, dim=-1):\n    import scipy.special as sp\n    return sp.log_softmax(x).exp()"),
        ("sigmoid", "from scipy.special import *\ndef sigmoid(x): return torch.tensor(expit(x.numpy()))"),
        ("sigmoid", "import scipy.special\ndef sigmoid(x, lib=scipy.special): return lib.expit(x)"),
        (
            "sigmoid",
            "import scipy.special\ndef f(lib, x): return lib.expit(x)\ndef sigmoid(x): return f(scipy.special, x)",
        ),
        (
            "sigmoid",
            "from scipy import special\nclass Own:\n    def expit(self): pass\n"
            "def f(lib, x): return lib.expit(x)\ndef sigmoid(x): return f(special, x)",
        ),
        ("sigmoid", "from scipy import special\ndef sigmoid(x): return getattr(special, 'expit')(x)"),
        ("sigmoid", "from scipy import special\ndef sigmoid(x): return vars(special)['expit'](x)"),
        ("sigmoid", "def sigmoid(x): return __import__('scipy.special').special.expit(x)"),
        ("sigmoid", "import importlib\ndef sigmoid(x): return importlib.import_module('scipy.special').expit(x)"),
        ("sigmoid", "import scipy\ndef sigmoid(x): return eval('scipy.special.expit(x)')"),
        ("sigmoid", "class Lib:\n    from scipy.special import expit\ndef sigmoid(x): return Lib.expit(x)"),
        (
            "sigmoid",
            "from scipy import special\ndef sigmoid(x): return special.expit(x) if [0 for special in x] else 0",
        ),
        ("tanh", "import numpy as np\ndef tanh(x): return torch.from_numpy(np.tanh(x.numpy()))"),
        ("tanh", "import math\ndef tanh(x): return torch.tensor([math.tanh(v) for v in x])"),
        ("tanh", "def tanh(x): return torch.from_numpy(np.tanh(x.numpy()))"),
    ],
)
def test_source_alone_gives_it_away(exercise: str, source: str) -> None:
    """Functions of other libraries are not among the operators that ran."""
    assert delegation(exercise, IMPORTS + source, []).called


HELPER = b"import torch\nfrom scipy.special import expit\ndef squash(x): return torch.tensor(expit(x.numpy()))\n"


@pytest.mark.parametrize(
    "cell",
    [
        "from helper import squash\ndef sigmoid(x): return squash(x)",
        "from helper import squash as s\ndef sigmoid(x): return s(x)",
        "import helper\ndef sigmoid(x): return helper.squash(x)",
        "import helper as h\nsigmoid = h.squash",
        "from helper import *\ndef sigmoid(x): return squash(x)",
        "def sigmoid(x):\n    from helper import squash\n    return squash(x)",
    ],
)
def test_a_module_beside_the_notebook_is_read_as_well(cell: str) -> None:
    alone = Submission("one", Path("one"), "notebook", (Cell(cell),))
    with_helper = replace(alone, beside=(("helper.py", HELPER), ("data.csv", b"0"), ("bad.py", b"def")))
    assert not delegation("sigmoid", alone.source, []).called
    assert delegation("sigmoid", with_helper.source, []).called == ("expit",)


@pytest.mark.parametrize(
    "cell",
    [
        "import importlib\nsigmoid = importlib.import_module('helper').squash",
        "exec(open('helper.py').read())\ndef sigmoid(x): return squash(x)",
        "%run helper.py\ndef sigmoid(x): return squash(x)",
        "from middle import squash\ndef sigmoid(x): return squash(x)",
    ],
)
def test_a_module_that_is_reached_in_another_way_is_read_as_well(cell: str) -> None:
    files = (("helper.py", HELPER), ("middle.py", b"from helper import squash\n"))
    submission = Submission("one", Path("one"), "notebook", (Cell(cell),), files)
    assert "expit(" in submission.source


def test_a_file_that_nobody_imports_is_no_code_of_the_submission() -> None:
    """In exercises/, the other lessons lie beside it."""
    relu = IMPORTS + IDLE["a debug branch"][1]
    other = b"import threading\ndef evaluate(model): model.eval()\n"
    submission = Submission("one", Path("one"), "script", (Cell(relu),), (("training.py", other),))
    assert submission.source == relu
    assert delegation("relu", submission.source, []).called == ()


def test_a_module_of_ones_own_is_no_library() -> None:
    helper = b"class Act:\n    def softmax(self, x): return x.exp()\ndef softmax(x): return x.exp()\nact = Act()\n"
    cell = "import helper\nfrom helper import act\ndef softmax(x): return helper.softmax(x) + act.softmax(x)"
    submission = Submission("one", Path("one"), "notebook", (Cell(cell),), (("helper.py", helper),))
    found = delegation("softmax", submission.source, [])
    assert (found.called, found.idle) == ((), ())


GRID = "grid = torch.linspace(-20, 20, 10001)\n"
LOOK_UP = "def sigmoid(x): return table[((x + 20) * 250).long().clamp(0, 10000)]\n"

#: A table that torch made when the cells ran, and that the exercise looks its answers up in.
TABLES = [
    GRID + "table = torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "table: object = grid.sigmoid()\n" + LOOK_UP,
    GRID + "squash = torch.sigmoid\ntable = squash(grid)\n" + LOOK_UP,
    GRID + "act = nn.Sigmoid()\ntable = act(grid)\n" + LOOK_UP,
    GRID + "table = nn.Sigmoid()(grid)\n" + LOOK_UP,
    GRID + "table = torch.zeros(10001)\ntable[:] = torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "table = torch.zeros(10001)\nfor i, v in enumerate(grid):\n    table[i] = torch.sigmoid(v)\n" + LOOK_UP,
    GRID + "table = torch.zeros(10001)\ntable.copy_(torch.sigmoid(grid))\n" + LOOK_UP,
    GRID + "values = []\nfor v in grid:\n    values.append(v.sigmoid())\ntable = torch.stack(values)\n" + LOOK_UP,
    GRID + "table = []\nfor v in grid:\n    table.append(v.sigmoid())\ntable = torch.stack(table)\n" + LOOK_UP,
    GRID + "table = torch.sigmoid(grid)\nother = table * 1\ntable = other\n" + LOOK_UP,
    GRID + "table = torch.stack([torch.sigmoid(v) for v in grid])\n" + LOOK_UP,
    GRID + "table = torch.stack(list(map(torch.sigmoid, grid)))\n" + LOOK_UP,
    GRID + "table = torch.stack([f(v) for v in grid for f in [torch.sigmoid]])\n" + LOOK_UP,
    GRID + "def fill():\n    global table\n    table = torch.sigmoid(grid)\nfill()\n" + LOOK_UP,
    GRID + "def fill(t): t[:] = torch.sigmoid(grid)\ntable = torch.zeros(10001)\nfill(table)\n" + LOOK_UP,
    GRID + "def make(): return torch.sigmoid(grid)\ntable = make()\n" + LOOK_UP,
    GRID + "with torch.no_grad():\n    table = torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "if True:\n    table = torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "grid, table = grid, torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "print((table := torch.sigmoid(grid)).shape)\n" + LOOK_UP,
    GRID + "globals()['table'] = torch.sigmoid(grid)\n" + LOOK_UP,
    GRID + "globals().update(table=torch.sigmoid(grid))\n" + LOOK_UP,
    GRID + "def sigmoid(x, table=torch.sigmoid(grid)): return table[x.long()]",
    GRID + LOOK_UP.replace("table[", "sigmoid.table[") + "sigmoid.table = torch.sigmoid(grid)",
    GRID + LOOK_UP.replace("table[", "sigmoid.table[") + "setattr(sigmoid, 'table', torch.sigmoid(grid))",
    GRID + "class Table:\n    values = torch.sigmoid(grid)\n" + LOOK_UP.replace("table[", "Table.values["),
    GRID
    + "class Table:\n    def __init__(self): self.fill()\n    def fill(self): self.values = torch.sigmoid(grid)\n"
    "table = Table()\n" + LOOK_UP.replace("table[", "table.values["),
    GRID + "class Table:\n    def sigmoid(self): pass\ntable = grid.sigmoid()\n" + LOOK_UP,
    GRID + "def remember(f):\n    values = torch.sigmoid(grid)\n"
    "    return lambda x: values[((x + 20) * 250).long().clamp(0, 10000)]\n@remember\ndef sigmoid(x): pass",
    GRID
    + "def make():\n    values = torch.sigmoid(grid)\n    return lambda x: values[x.long()]\nsigmoid = make()",
    "answers = {}\nfor v in range(9):\n    answers[v] = torch.sigmoid(torch.tensor(float(v)))\n"
    "def sigmoid(x): return torch.stack([answers.get(int(v), v) for v in x.flatten()]).reshape(x.shape)",
]


@pytest.mark.parametrize("source", TABLES)
def test_a_table_that_was_made_by_the_built_in_is_found(source: str) -> None:
    """It was called while the cells ran: no operator of a check shows that."""
    assert is_found("sigmoid", source)


#: torch's own sigmoid, called where no recorder sees it.
HIDDEN = {
    "a thread": "from concurrent.futures import ThreadPoolExecutor\n"
    "def sigmoid(x): return ThreadPoolExecutor(1).submit(torch.sigmoid, x).result()",
    "a thread of its own": "import threading\ndef sigmoid(x):\n    found = []\n"
    "    t = threading.Thread(target=lambda: found.append(x.sigmoid()))\n    t.start(); t.join()\n"
    "    return found[0]",
    "modes off": "from torch.utils._python_dispatch import _disable_current_modes\ndef sigmoid(x):\n"
    "    with torch._C.DisableTorchFunction(), _disable_current_modes(): return torch.sigmoid(x)",
    "only unwatched": "from torch.utils import _python_dispatch as d\ndef sigmoid(x):\n"
    "    if d._get_current_dispatch_mode() is None: return torch.sigmoid(x)\n    return 1 / (1 + torch.exp(-x))",
    "only without a mode": "def sigmoid(x):\n    if not torch._C._len_torch_function_stack(): return x.sigmoid()\n"
    "    return 1 / (1 + torch.exp(-x))",
    "the recorder replaced": "import autograder.worker.operators as o\ndef sigmoid(x):\n"
    "    if not o._recording: return torch.sigmoid(x)\n    return 1 / (1 + torch.exp(-x))",
    "from the stack": "import sys\ndef sigmoid(x):\n"
    "    if sys._getframe(3).f_code.co_name == 'answer': return x.sigmoid()\n"
    "    return 1 / (1 + torch.exp(-x))",
}


@pytest.mark.parametrize("source", HIDDEN.values(), ids=HIDDEN)
def test_the_source_decides_where_the_record_may_be_kept_from_seeing(source: str) -> None:
    assert is_found("sigmoid", source)


OPTIMIZERS = [
    "SGD = torch.optim.SGD",
    "class SGD(torch.optim.SGD): pass",
    "class SGD:\n    def __init__(self, params, lr):\n        self.inner = torch.optim.SGD(params, lr=lr)\n"
    "    def step(self): self.inner.step()",
    "from torch import optim\ndef SGD(params, lr): return optim.SGD(params, lr=lr)",
    "from torch.optim import SGD as Real\ndef SGD(params, lr): return Real(params, lr=lr)",
    "import torch.optim as o\ndef SGD(params, lr): return o.SGD(params, lr=lr)",
    "import torch.optim.sgd as o\ndef SGD(params, lr): return o.SGD(params, lr=lr)",
    "from torch.optim.sgd import SGD as Real\ndef SGD(params, lr): return Real(params, lr=lr)",
    "def SGD(params, lr): return getattr(getattr(torch, 'op' + 'tim'), 'SGD')(params, lr=lr)",
]


@pytest.mark.parametrize(
    "assignment", ["squash = x.sigmoid", "squash: Any = x.sigmoid", "squash = other = x.sigmoid"]
)
def test_an_alias_is_followed_in_the_source(assignment: str) -> None:
    source = f"{assignment}\ndef sigmoid(x): return squash()"
    assert delegation("sigmoid", source, []).idle == ("sigmoid",)
    assert delegation("sigmoid", source, ["sigmoid"]).called == ("sigmoid",)


STEP = "    @torch.no_grad()\n    def step(self):\n        for group in self.param_groups:\n"
STEP += "            for p in group['params']: p -= group['lr'] * p.grad\n"
INIT = "    def __init__(self, params, lr): super().__init__(params, {'lr': lr})\n"

#: torch's empty base class keeps the parameters, and nothing else; the rule is the student's.
ON_THE_BASE = [
    "class SGD(torch.optim.Optimizer):\n" + INIT + STEP,
    "from torch.optim import Optimizer\nclass SGD(Optimizer):\n" + INIT + STEP,
    "from torch.optim.optimizer import Optimizer as Base\nclass SGD(Base):\n" + INIT + STEP,
    "import torch.optim as optim\nclass SGD(optim.Optimizer):\n" + INIT + STEP,
    "class Mine(torch.optim.Optimizer):\n" + INIT + "class SGD(Mine):\n" + STEP,
]


@pytest.mark.parametrize("source", ON_THE_BASE)
def test_a_step_of_ones_own_on_torchs_empty_base_class_is_ones_own(source: str) -> None:
    assert verdict("SGD", source) == set()


@pytest.mark.parametrize(
    "source",
    [
        "class SGD(torch.optim.SGD):\n    def step(self): return super().step()",
        "class SGD(torch.optim.SGD):\n    def step(self): torch.optim.SGD.step(self)",
        "class Mine(torch.optim.SGD): pass\nclass SGD(Mine):\n    def step(self): super().step()",
        "class SGD(torch.optim.Optimizer):\n" + INIT + "    def step(self):\n"
        "        inner = torch.optim.SGD([p for g in self.param_groups for p in g['params']], lr=0.1)\n"
        "        inner.step()",
        "class SGD(torch.optim.Optimizer):\n"
        + INIT
        + "    @torch.no_grad()\n    def step(self):\n        from torch.optim.sgd import sgd\n"
        "        ps = self.param_groups[0]['params']\n"
        "        sgd(ps, [p.grad for p in ps], [None], weight_decay=0, momentum=0,\n"
        "            lr=0.1, dampening=0, nesterov=False, maximize=False)",
    ],
)
def test_a_step_of_torchs_is_found_below_a_class_of_ones_own(source: str) -> None:
    assert is_found("SGD", source)


@pytest.mark.parametrize(
    ("exercise", "operator"),
    [
        ("sigmoid", "sigmoid_"),
        ("sigmoid", "log_sigmoid_forward"),
        ("relu", "threshold"),
        ("leaky_relu", "rrelu_with_noise"),
        ("leaky_relu", "_prelu_kernel"),
        ("softmax", "_softmax"),
        ("softmax", "_safe_softmax"),
        ("softmax", "_log_softmax"),
        ("cross_entropy", "nll_loss_forward"),
        ("cross_entropy", "nll_loss_nd"),
        ("cross_entropy", "nll_loss2d"),
        ("cross_entropy", "cross_entropy_loss"),
        ("SGD", "torch.optim"),
    ],
)
def test_an_operator_alone_gives_it_away(exercise: str, operator: str) -> None:
    assert delegation(exercise, "", ["exp", operator, "add"]).called == (operator,)


@pytest.mark.parametrize("source", OPTIMIZERS)
def test_torchs_optimizers_are_found(source: str) -> None:
    assert is_found("SGD", source)


def test_both_optimizers_are_watched() -> None:
    assert is_found("Adam", "def Adam(params, lr): return torch.optim.Adam(params, lr=lr)")


# --- what is fair -----------------------------------------------------------------------------------

FAIR = {
    "tanh in sigmoid": ("sigmoid", "def sigmoid(x): return 0.5 * (torch.tanh(x / 2) + 1)"),
    "softmax in sigmoid": ("sigmoid", "def sigmoid(x): return torch.stack([x * 0, x]).softmax(0)[1]"),
    "softplus in sigmoid": ("sigmoid", "def sigmoid(x): return torch.exp(-F.softplus(-x))"),
    "sigmoid in tanh": ("tanh", "def tanh(x): return 2 * torch.sigmoid(2 * x) - 1"),
    "logsumexp in softmax": (
        "softmax",
        "def softmax(x, dim=-1): return (x - x.logsumexp(dim, keepdim=True)).exp()",
    ),
    "softplus in BCE": ("bce_with_logits", "def bce_with_logits(x, y): return (F.softplus(x) - x * y).mean()"),
    "logsigmoid in BCE": (
        "bce_with_logits",
        "def bce_with_logits(x, y): return -(y * F.logsigmoid(x) + (1 - y) * F.logsigmoid(-x)).mean()",
    ),
    "log_softmax in cross_entropy": (
        "cross_entropy",
        "def cross_entropy(x, y): return -x.log_softmax(-1)[torch.arange(len(y)), y].mean()",
    ),
    "gather in cross_entropy": (
        "cross_entropy",
        "def cross_entropy(x, y): return -F.log_softmax(x, 1).gather(1, y[:, None]).mean()",
    ),
    "clamp in relu": ("relu", "def relu(x): return x.clamp(min=0)"),
    "maximum in relu": ("relu", "def relu(x): return torch.maximum(x, torch.zeros_like(x))"),
    "relu in leaky_relu": ("leaky_relu", "def leaky_relu(x, s=0.01): return F.relu(x) - s * F.relu(-x)"),
    "where in leaky_relu": ("leaky_relu", "def leaky_relu(x, s=0.01): return torch.where(x > 0, x, s * x)"),
    "matmul in weighted_sum": ("weighted_sum", "def weighted_sum(x, w, b): return x @ w + b"),
    "einsum in weighted_sum": (
        "weighted_sum",
        "def weighted_sum(x, w, b): return torch.einsum('...n,n', x, w) + b",
    ),
    "dist in mse_loss": ("mse_loss", "def mse_loss(x, y): return torch.dist(x, y) ** 2 / x.numel()"),
    "a local variable": (
        "softmax",
        "def softmax(x, dim=-1):\n    softmax = x.exp()\n    return softmax / softmax.sum(dim, True)",
    ),
    "an argument": ("sigmoid", "def sigmoid(sigmoid): return 1 / (1 + torch.exp(-sigmoid))"),
    "its own name in a text": (
        "sigmoid",
        "def sigmoid(x):\n    'Not torch.sigmoid(x).'\n    return 1 / (1 + torch.exp(-x))",
    ),
    "an attribute of self": (
        "sigmoid",
        "class sigmoid_:\n    def sigmoid(self, x): return 1 / (1 + (-x).exp())\n"
        "    def __call__(self, x): return self.sigmoid(x)\nsigmoid = sigmoid_()",
    ),
    "its own recursion": ("relu", "def relu(x):\n    return x if (x >= 0).all() else relu(x * (x > 0))"),
    "a sibling of one's own": (
        "tanh",
        "def sigmoid(x): return 1 / (1 + torch.exp(-x))\ndef tanh(x): return 2 * sigmoid(2 * x) - 1",
    ),
    "a built-in elsewhere": (
        "sigmoid",
        "def compare(x): return torch.sigmoid(x)\ndef sigmoid(x): return 1 / (1 + torch.exp(-x))",
    ),
    "an import that is not used": (
        "sigmoid",
        "from torch.special import expit\ndef sigmoid(x): return 1 / (1 + torch.exp(-x))",
    ),
    "SGD by hand": (
        "SGD",
        "class SGD:\n    def __init__(self, params, lr): self.params, self.lr = list(params), lr\n"
        "    def step(self):\n        with torch.no_grad():\n"
        "            for p in self.params: p -= self.lr * p.grad",
    ),
}


@pytest.mark.parametrize(("exercise", "source"), FAIR.values(), ids=FAIR)
def test_what_is_fair_is_not_found(exercise: str, source: str) -> None:
    assert verdict(exercise, source) == set()


POWERS = (
    "        powers = (x - x.amax(-1, keepdim=True)).exp()\n        return powers / powers.sum(-1, keepdim=True)\n"
)
STATIC = "class Curves:\n    @staticmethod\n    def softmax(x):\n" + POWERS
METHOD = "class Curves:\n    def softmax(self, x):\n" + POWERS

#: Functions that are the student's own, and bear the built-in's name.
OWN = {
    "a static method": STATIC + "def softmax(x): return Curves.softmax(x)",
    "a class method": STATIC.replace("static", "class").replace("(x):", "(cls, x):")
    + "def softmax(x): return Curves.softmax(x)",
    "an instance": METHOD + "def softmax(x): return Curves().softmax(x)",
    "an instance with a name": METHOD + "curves = Curves()\ndef softmax(x): return curves.softmax(x)",
    "a local instance": METHOD + "def softmax(x):\n    act = Curves()\n    return act.softmax(x)",
    "an instance as an argument": METHOD
    + "def go(act, x): return act.softmax(x)\ndef softmax(x): return go(Curves(), x)",
    "an instance in a list": METHOD + "acts = [Curves()]\ndef softmax(x): return acts[0].softmax(x)",
    "an instance in an attribute": METHOD + "class Net:\n    def __init__(self): self.act = Curves()\n"
    "    def forward(self, x): return self.act.softmax(x)\ndef softmax(x): return Net().forward(x)",
    "an alias of the class": STATIC + "C = Curves\ndef softmax(x): return C.softmax(x)",
    "an alias of the method": STATIC + "apply = Curves.softmax\ndef softmax(x): return apply(x)",
    "the method itself": STATIC + "softmax = Curves.softmax",
    "a function in a class": "def powers(x):\n    e = x.exp()\n    return e / e.sum(-1, keepdim=True)\n"
    "class Curves:\n    softmax = staticmethod(powers)\ndef softmax(x): return Curves.softmax(x)",
    "a module": METHOD.replace("Curves:", "Curves(nn.Module):")
    + "act = Curves()\ndef softmax(x): return act.softmax(x)",
    "a subclass": STATIC + "class More(Curves): pass\ndef softmax(x): return More.softmax(x)",
    "a class in a function": "def softmax(x):\n    class Curves:\n        @staticmethod\n        def softmax(x):\n"
    "            e = x.exp()\n            return e / e.sum(-1, keepdim=True)\n    return Curves.softmax(x)",
    "an enumeration of functions": STATIC
    + "table = {'softmax': Curves.softmax}\ndef softmax(x): return table['softmax'](x)",
    "a namespace": "from types import SimpleNamespace\ndef powers(x):\n    e = x.exp()\n"
    "    return e / e.sum(-1, keepdim=True)\n"
    "ns = SimpleNamespace(softmax=powers)\ndef softmax(x): return ns.softmax(x)",
}


@pytest.mark.parametrize("source", OWN.values(), ids=OWN)
def test_a_function_of_ones_own_is_no_built_in(source: str) -> None:
    assert not is_found("softmax", source)


#: Code with the built-in that does not run: for a person to look at, and no loss.
IDLE = {
    "a debug branch": (
        "relu",
        "CHECKING = False\ndef relu(x):\n    y = x.clamp(min=0)\n"
        "    if CHECKING: assert torch.equal(y, torch.relu(x))\n    return y",
    ),
    "an early return": ("relu", "def relu(x):\n    return x.clamp(min=0)\n    return F.relu(x)"),
    "an unused method": (
        "SGD",
        "class SGD:\n    def __init__(self, params, lr): self.params, self.lr = list(params), lr\n"
        "    @torch.no_grad()\n    def step(self):\n        for p in self.params: p -= self.lr * p.grad\n"
        "    def compare(self, weight): return torch.optim.SGD([weight], self.lr)",
    ),
    "an unused method of a class that was made at once": (
        "softmax",
        METHOD + "    def compare(self, x): return torch.softmax(x, -1)\nact = Curves()\n"
        "def softmax(x): return act.softmax(x)",
    ),
    "an unused helper": (
        "tanh",
        "def check(x): return torch.allclose(tanh(x), torch.tanh(x))\n"
        "def tanh(x, test=False):\n    if test: check(x)\n    e = (2 * x).exp()\n    return (e - 1) / (e + 1)",
    ),
    "an unused layer": (
        "leaky_relu",
        "act = nn.LeakyReLU(0.01)\ndef leaky_relu(x, s=0.01, reference=act):\n"
        "    return torch.where(x > 0, x, s * x)",
    ),
    "an unused default": ("sigmoid", "def sigmoid(x, same_as=torch.sigmoid): return 1 / (1 + torch.exp(-x))"),
    "a case that never comes": (
        "sigmoid",
        "def sigmoid(x):\n    if x.numel() > 10**9: return x.sigmoid()\n    return 1 / (1 + torch.exp(-x))",
    ),
    "a base class whose step is not called": (
        "SGD",
        "class SGD(torch.optim.SGD):\n    @torch.no_grad()\n    def step(self):\n"
        "        for p in self.param_groups[0]['params']: p -= self.param_groups[0]['lr'] * p.grad",
    ),
}


@pytest.mark.parametrize("more", ["net = nn.Linear(2, 1)\nnet.eval()", "frame.eval('a + b')"])
def test_a_method_that_is_called_like_a_function_of_pythons_hides_nothing(more: str) -> None:
    exercise, source = IDLE["a debug branch"]
    assert delegation(exercise, f"{IMPORTS}{source}\n{more}", []).called == ()
    assert delegation(exercise, f"{IMPORTS}{source}\neval('1')", []).called == ("relu",)


@pytest.mark.parametrize(("exercise", "source"), IDLE.values(), ids=IDLE)
def test_what_did_not_run_is_a_remark_and_no_loss(exercise: str, source: str) -> None:
    (remark,) = verdict(exercise, source) or {""}
    assert remark.endswith("stands in code that no check has run")


def test_code_that_runs_beside_the_exercise_says_nothing() -> None:
    """A comparison with torch in a cell of its own, or in a test that the exercise does not call."""
    source = "def sigmoid(x): return 1 / (1 + torch.exp(-x))\nx = torch.ones(3)\n"
    source += "assert torch.allclose(sigmoid(x), torch.sigmoid(x))\nreference = x.sigmoid()\n"
    source += "def compare(f, g): assert torch.allclose(f(x), g(x))\ncompare(sigmoid, torch.sigmoid)\n"
    source += (
        "torch.testing.assert_close(sigmoid(x), torch.sigmoid(x))\nresults = {}\nresults['s'] = torch.sigmoid(x)\n"
    )
    assert verdict("sigmoid", source) == set()


def test_a_delegating_sibling_is_a_matter_of_its_own_check() -> None:
    source = "def relu(x): return torch.relu(x)\ndef leaky_relu(x, s=0.01): return relu(x) - s * relu(-x)"
    assert not is_found("leaky_relu", source)
    assert is_found("relu", source)


@pytest.mark.parametrize("exercise", sorted(name for name in vocabulary() if not builtins_of(name)))
def test_other_exercises_may_call_anything(exercise: str) -> None:
    source = f"def {exercise}(): torch.sigmoid(x); torch.optim.SGD"
    assert not delegation(exercise, source, ["linear", "relu"]).called


def test_the_exercises_with_a_rule() -> None:
    """What stands at the marks of the checks is what the lessons' texts promise."""
    ruled = {"weighted_sum", "sigmoid", "tanh", "relu", "leaky_relu", "softmax", "mse_loss", "cross_entropy"}
    ruled |= {"binary_cross_entropy", "bce_with_logits", "linear_backward", "SGD", "Adam"}
    assert {name for name in vocabulary() if builtins_of(name)} == ruled
    assert builtins_of("softmax") == ("softmax", "log_softmax", "softmin")


@pytest.mark.parametrize("broken", ["def sigmoid(x", "\0", "(" * 500, "x = 1\n  y = 2"])
def test_a_source_that_does_not_parse_says_nothing(broken: str) -> None:
    assert delegation("sigmoid", broken, []).called == ()
    assert delegation("sigmoid", broken, ["sigmoid"]).called == ("sigmoid",)
