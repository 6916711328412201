"""Submissions of the lesson on optimizers: wrong ones must lose a point, right ones none."""
# ruff: noqa: B006, B905, C416, E402, F811, F821, F841, RUF012 - cells stand alone, and some make the mistake on purpose


# %% wrong SGD: is torch's
# killed by: test_sgd_own_work
from torch.optim import SGD


# %% right SGD: through .data
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = [*params]
        self.lr, self.momentum = lr, momentum
        self.buffers = [torch.zeros(p.shape) for p in self.params]

    def step(self):
        for i in range(len(self.params)):
            p = self.params[i]
            if p.grad is None:
                continue
            self.buffers[i] = self.momentum * self.buffers[i] + p.grad.data
            p.data = p.data - self.lr * self.buffers[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.detach_()
                p.grad.zero_()


# %% right SGD: copy_ inside no_grad, tuple of parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = tuple(params)
        self.lr, self.momentum = lr, momentum
        self.velocity = dict.fromkeys(range(len(self.params)), 0)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.velocity[i] = self.velocity[i] * self.momentum + p.grad
                    p.copy_(p - self.lr * self.velocity[i])

    def zero_grad(self):
        for p in filter(lambda p: p.grad is not None, self.params):
            p.grad = torch.zeros_like(p)


# %% right SGD: the velocity has the sign and the learning rate in it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.mul_(self.momentum).sub_(self.lr * p.grad)
                p.add_(v)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right SGD: the first velocity is a clone, and none without momentum
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.state = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            g = p.grad
            if g is None:
                continue
            if self.momentum != 0:
                if p not in self.state:
                    self.state[p] = g.clone()
                else:
                    self.state[p].mul_(self.momentum).add_(g)
                g = self.state[p]
            p.add_(g, alpha=-self.lr)

    def zero_grad(self, set_to_none=True):
        for p in self.params:
            if set_to_none:
                p.grad = None
            elif p.grad is not None:
                p.grad.zero_()


# %% right SGD: prints and warns at every step
import warnings


class SGD:
    def __init__(self, params, lr, momentum=0.0):
        print("SGD with", lr, momentum)
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        warnings.warn("a step", stacklevel=1)
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.mul_(self.momentum).add_(p.grad)
                p -= self.lr * v
                print(v)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right SGD: a dataclass with float64 velocities
from dataclasses import dataclass


@dataclass
class SGD:
    params: Iterable
    lr: float
    momentum: float = 0.0

    def __post_init__(self):
        self.params = list(self.params)
        self.velocity = {id(p): torch.zeros_like(p, dtype=torch.float64) for p in self.params}

    def step(self):
        for p in self.params:
            if p.grad is not None:
                self.velocity[id(p)] = self.momentum * self.velocity[id(p)] + p.grad.double()
                p.data.copy_(p.data - self.lr * self.velocity[id(p)])

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right SGD: a base class, a helper for each parameter, detach
class Base:
    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.fill_(0)


class Mover:
    def __init__(self, p, lr, momentum):
        self.p, self.lr, self.momentum, self.v = p, lr, momentum, 0.0

    def __call__(self):
        if self.p.grad is not None:
            self.v = self.momentum * self.v + self.p.grad.clone()
            self.p.detach().sub_(self.lr * self.v)


class SGD(Base):
    def __init__(self, params, lr, momentum=0.0, **ignored):
        super().__init__()
        self.params = list(params)
        self.movers = [Mover(p, lr, momentum) for p in self.params]

    def step(self, closure=None):
        for move in self.movers:
            move()


# %% right SGD: torch's foreach functions, no loop
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        pairs = [(p, v) for p, v in zip(self.params, self.v) if p.grad is not None]
        if not pairs:
            return
        ps, vs = map(list, zip(*pairs))
        torch._foreach_mul_(vs, self.momentum)
        torch._foreach_add_(vs, [p.grad for p in ps])
        torch._foreach_add_(ps, vs, alpha=-self.lr)

    def zero_grad(self):
        [setattr(p, "grad", None) for p in self.params]


# %% right SGD: made by a function with a closure
def SGD(params, lr, momentum=0.0):
    params = list(params)
    velocities = [0 * p.detach() for p in params]

    class Optimizer:
        def step(self):
            for p, v in zip(params, velocities):
                if p.grad is not None:
                    v *= momentum
                    v += p.grad
                    p.data -= lr * v

        def zero_grad(self):
            for p in params:
                p.grad = None

    return Optimizer()


# %% right SGD: the velocity lives on the parameter, fresh for each optimizer
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        for p in self.params:
            p.velocity = torch.zeros_like(p)

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.velocity = self.momentum * p.velocity + p.grad
                p -= self.lr * p.velocity

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right SGD: a self-test against torch's, in a method that nobody calls
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr, self.momentum = lr, momentum
        self.velocities = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for place, param in enumerate(self.params):
            if param.grad is None:
                continue
            old = self.velocities[place]
            self.velocities[place] = param.grad.clone() if old is None else self.momentum * old + param.grad
            param -= self.lr * self.velocities[place]

    def zero_grad(self):
        for param in self.params:
            param.grad = None

    def self_test(self):
        twin = torch.nn.Parameter(torch.ones(3))
        return torch.optim.SGD([twin], lr=self.lr, momentum=self.momentum)


# %% right SGD: its own step on torch's empty base class
class SGD(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=0.0):
        super().__init__(params, defaults={"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is not None:
                    memory = self.state[param]
                    memory["v"] = group["momentum"] * memory.get("v", 0.0) + param.grad
                    param.sub_(group["lr"] * memory["v"])


# %% wrong SGD: a step of its own that hands over to torch's
# killed by: test_sgd_own_work
class SGD(torch.optim.SGD):
    def __init__(self, params, lr, momentum=0.0):
        super().__init__(params, lr=lr, momentum=momentum)

    def step(self):
        return super().step()


# %% wrong Adam: torch.optim's functional form
# killed by: test_adam_own_work
from torch.optim.adam import adam as update


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps = list(params), lr, betas, eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = [torch.tensor(0.0) for p in self.params]

    @torch.no_grad()
    def step(self):
        use = [i for i, p in enumerate(self.params) if p.grad is not None]
        update(
            [self.params[i] for i in use],
            [self.params[i].grad for i in use],
            [self.m[i] for i in use],
            [self.v[i] for i in use],
            [],
            [self.t[i] for i in use],
            amsgrad=False,
            beta1=self.betas[0],
            beta2=self.betas[1],
            lr=self.lr,
            weight_decay=0.0,
            eps=self.eps,
            maximize=False,
        )

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right Adam: one counter for all parameters
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps, self.t = list(params), lr, betas, eps, 0
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        self.t += 1
        for p, m, v in zip(self.params, self.m, self.v):
            if p.grad is None:
                continue
            m.mul_(b1).add_((1 - b1) * p.grad)
            v.mul_(b2).add_((1 - b2) * p.grad**2)
            p -= self.lr * m / (1 - b1**self.t) / ((v / (1 - b2**self.t)).sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% right Adam: a state for each parameter, made when it is needed, as torch does
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.eps = list(params), lr, eps
        self.beta1, self.beta2 = betas
        self.state = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            s = self.state.setdefault(p, {"step": 0, "m": torch.zeros_like(p), "v": torch.zeros_like(p)})
            s["step"] += 1
            s["m"].lerp_(p.grad, 1 - self.beta1)
            s["v"].mul_(self.beta2).addcmul_(p.grad, p.grad, value=1 - self.beta2)
            denominator = s["v"].sqrt() / (1 - self.beta2 ** s["step"]) ** 0.5 + self.eps
            p.addcdiv_(s["m"], denominator, value=-self.lr / (1 - self.beta1 ** s["step"]))

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right Adam: the efficient order, with eps scaled to match
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps, self.t = list(params), lr, betas, eps, 0
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        self.t += 1
        root = math.sqrt(1 - b2**self.t)
        for p, m, v in zip(self.params, self.m, self.v):
            if p.grad is None:
                continue
            m.mul_(b1).add_(p.grad, alpha=1 - b1)
            v.mul_(b2).add_(p.grad.square(), alpha=1 - b2)
            p -= self.lr * root / (1 - b1**self.t) * m / (torch.sqrt(v) + self.eps * root)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


import math


# %% right Adam: through .data, with running powers of the betas
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps = [p for p in params], lr, betas, eps
        self.m, self.v = [0.0] * len(self.params), [0.0] * len(self.params)
        self.power1 = self.power2 = 1.0

    def step(self):
        b1, b2 = self.betas
        self.power1 *= b1
        self.power2 *= b2
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad.data
            self.m[i] = b1 * self.m[i] + (1 - b1) * g
            self.v[i] = b2 * self.v[i] + (1 - b2) * g * g
            m_hat = self.m[i] / (1 - self.power1)
            v_hat = self.v[i] / (1 - self.power2)
            p.data = p.data - self.lr * m_hat / (v_hat**0.5 + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = torch.zeros_like(p) if p.grad is not None else None


# %% right Adam: inherits from the student's SGD
class Adam(SGD):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr)
        self.parameters_ = list(self.params)
        self.betas, self.eps, self.t = betas, eps, 0
        self.m = [torch.zeros_like(p) for p in self.parameters_]
        self.v = [torch.zeros_like(p) for p in self.parameters_]

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        self.t += 1
        for p, m, v in zip(self.parameters_, self.m, self.v):
            if p.grad is not None:
                m.copy_(b1 * m + (1 - b1) * p.grad)
                v.copy_(b2 * v + (1 - b2) * p.grad.pow(2))
                p.copy_(p - self.lr * (m / (1 - b1**self.t)) / ((v / (1 - b2**self.t)).sqrt() + self.eps))


# %% right Adam: float64 inside, printing
class Adam:
    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-8, verbose=True):
        self.params, self.lr, self.betas, self.eps = list(params), lr, list(betas), eps
        self.averages = [[0, torch.zeros(p.shape).double(), torch.zeros(p.shape).double()] for p in self.params]

    def step(self):
        with torch.no_grad():
            for p, state in zip(self.params, self.averages):
                if p.grad is not None:
                    state[0] += 1
                    for k, power in ((1, 1), (2, 2)):
                        state[k] = (
                            self.betas[k - 1] * state[k] + (1 - self.betas[k - 1]) * p.grad.double() ** power
                        )
                    m, v = (state[k] / (1 - self.betas[k - 1] ** state[0]) for k in (1, 2))
                    p.copy_(p - self.lr * m / (v.sqrt() + self.eps))
                    print("moved", p)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right Adam: the step count is a tensor
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps = list(params), lr, torch.tensor(betas), eps
        self.t = torch.tensor(0.0)
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        self.t += 1
        b1, b2 = self.betas
        c1, c2 = 1 - self.betas**self.t
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad**2
            p -= self.lr * (self.m[i] / c1) / (torch.sqrt(self.v[i] / c2) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right Adam: the closed sum over all past gradients
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps = list(params), lr, betas, eps
        self.past = [[] for _ in self.params]

    @torch.no_grad()
    def step(self):
        for p, past in zip(self.params, self.past):
            if p.grad is None:
                continue
            past.append(p.grad.clone())
            weights = [[b ** (len(past) - 1 - k) for k in range(len(past))] for b in self.betas]
            m = sum(w * g for w, g in zip(weights[0], past)) / sum(weights[0])
            v = sum(w * g**2 for w, g in zip(weights[1], past)) / sum(weights[1])
            p.sub_(self.lr * m / (v.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right SGD: annotations name torch's types
class SGD:
    parent: torch.optim.Optimizer | None

    def __init__(self, params: "torch.optim.optimizer.ParamsT", lr: float, momentum: float = 0.0) -> None:
        self.params: list[torch.nn.Parameter] = list(params)
        self.lr, self.momentum = lr, momentum
        self.v: list[torch.Tensor] = [torch.zeros_like(p) for p in self.params]

    def step(self) -> None:
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.copy_(self.momentum * v + p.grad)
                p.data -= self.lr * v

    def zero_grad(self) -> None:
        for p in self.params:
            p.grad = None


# %% right test_sgd: known numbers, and what each of them is for
def test_sgd(SGD):
    """One block for each promise."""
    w = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([w], 0.1, 0.9)
    for expected in (3.2, 1.84, 0.248, -1.2344):
        optimizer.zero_grad()
        assert w.grad is None or w.grad == 0
        (w**2).backward()
        slope = w.grad.item()
        optimizer.step()
        assert abs(w.item() - expected) < 1e-4
        assert w.grad.item() == slope, "step changed the gradient"

    plain = nn.Parameter(torch.tensor([4.0]))
    optimizer = SGD((p for p in [plain]), lr=0.1)
    for expected in (3.2, 2.56):
        plain.grad = 2 * plain.detach()
        optimizer.step()
        assert abs(plain.item() - expected) < 1e-4

    first, second = nn.Parameter(torch.zeros(2)), nn.Parameter(torch.zeros(2))
    optimizer = SGD([first, second], lr=1.0, momentum=0.5)
    first.grad, second.grad = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
    optimizer.step()
    assert first.tolist() == [-1, -2]
    assert second.tolist() == [-10, -20]
    first.grad = None
    optimizer.step()
    assert first.tolist() == [-1, -2], "a gradient of None"
    assert second.tolist() == [-25, -50]


# %% right test_sgd: a network beside a copy of it, a ValueError of its own
def test_sgd(optimizer_class):
    import copy

    x = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]])
    for settings in ({}, {"momentum": 0.8}, {"momentum": 0.3}):
        ours = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
        unused = nn.Parameter(torch.ones(2))
        torchs = copy.deepcopy(ours)
        mine = optimizer_class((p for p in [unused, *ours.parameters()]), lr=0.05, **settings)
        right = torch.optim.SGD(torchs.parameters(), lr=0.05, **settings)
        for number in range(6):
            for model, optimizer in ((ours, mine), (torchs, right)):
                optimizer.zero_grad()
                model(x).square().mean().backward()
                if number == 3:
                    model[2].weight.grad = None
            before = [None if p.grad is None else p.grad.clone() for p in ours.parameters()]
            mine.step()
            right.step()
            for p, q, g in zip(ours.parameters(), torchs.parameters(), before):
                if not torch.allclose(p, q, atol=1e-5):
                    raise ValueError(f"another value after step {number + 1}")
                if (p.grad is None) != (g is None) or (g is not None and not torch.equal(p.grad, g)):
                    raise ValueError("a gradient was changed")
        if not torch.equal(unused, torch.ones(2)) or unused.grad is not None:
            raise ValueError("what has no gradient stays")


# %% right test_sgd: helpers of its own, any shapes, torch's assertions
def go(optimizer, params, history, after=lambda: None):
    path = []
    for gradients in history:
        for p, g in zip(params, gradients):
            p.grad = g if g is None else g.clone()
        optimizer.step()
        path += [p.detach().clone() for p in params]
        for p, g in zip(params, gradients):
            torch.testing.assert_close(p.grad, g, rtol=0, atol=0)
        optimizer.zero_grad()
        after()
    return path


def test_sgd(SGD):
    start = [torch.tensor(1.0), torch.ones(2), torch.zeros(2), torch.full((2, 3), 0.5)]
    generator = torch.Generator().manual_seed(0)
    history = [[torch.randn(p.shape, generator=generator) for p in start] for _ in range(8)]
    history[3][1] = history[5][0] = history[0][3] = None
    for settings in ({"lr": 0.3}, {"lr": 0.01, "momentum": 0.9}, {"lr": 0.2, "momentum": 0.0}):
        ours, others = ([nn.Parameter(p.clone()) for p in start] for _ in range(2))

        def cleared():
            assert all(p.grad is None or (p.grad == 0).all() for p in ours)

        found = go(SGD(params=iter(ours), **settings), ours, history, cleared)
        right = go(torch.optim.SGD(others, **settings), others, history)
        torch.testing.assert_close(found, right, msg=lambda text: f"SGD with {settings}: {text}")
    return "fine"
