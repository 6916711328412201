# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% SGD: momentum is stored but never used, plain gradient descent
# told: has no memory: the velocity is not kept from one step to the next
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: the velocity is an exponential moving average, the gradient is weighted by (1 - momentum)
# told: averages: it weights the gradient by 1 - momentum
class SGD():
    """Stochastic gradient descent with momentum.

    v <- mu * v + (1 - mu) * g
    w <- w - lr * v
    """

    def __init__(self, params, lr, momentum=0.0):
        self.parameters = [p for p in params]
        self.learning_rate = lr
        self.mu = momentum
        self.velocities = [torch.zeros_like(p.data) for p in self.parameters]

    @torch.no_grad()
    def step(self):
        for idx, param in enumerate(self.parameters):
            if param.grad is None:
                continue
            v = self.velocities[idx]
            v = self.mu * v + (1 - self.mu) * param.grad
            self.velocities[idx] = v
            param.sub_(self.learning_rate * v)

    @torch.no_grad()
    def zero_grad(self):
        for param in self.parameters:
            if param.grad is not None:
                param.grad.zero_()

# %% SGD: the generator of parameters is kept as it is and is used up by building the velocities, so nothing is updated
# told: keeps the generator, which is empty after its first use
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = params
        self.lr, self.momentum = lr, momentum
        self.vel = [torch.zeros_like(p) for p in params]

    def step(self):
        with torch.no_grad():
            for p, v in zip(self.params, self.vel):
                if p.grad is None:
                    continue
                v *= self.momentum
                v += p.grad
                p -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)

# %% SGD: p = p - lr * v only rebinds the local name, the parameter itself never changes
# told: makes a new tensor, `p = p - ...`, instead of changing the parameter
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = []
        for i in range(len(self.params)):
            self.v.append(torch.zeros(self.params[i].shape,
                                      dtype=self.params[i].dtype,
                                      device=self.params[i].device))

    def step(self):
        with torch.no_grad():
            for i in range(len(self.params)):
                p = self.params[i]
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                # new weight = old weight - learning rate * velocity
                p = p - self.lr * self.v[i]

    def zero_grad(self):
        for i in range(len(self.params)):
            self.params[i].grad = None

# %% SGD: the update is added, it climbs the gradient instead of descending
# told: moves the parameters uphill
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = tuple(params)
        self.lr = lr
        self.momentum = momentum
        self.state = {}

    def step(self):
        for p in self.params:
            g = p.grad
            if g is None: continue
            if p in self.state:
                buf = self.momentum * self.state[p] + g.detach()
            else:
                buf = g.detach().clone()
            self.state[p] = buf
            p.data.add_(buf, alpha=self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: the momentum only remembers the previous gradient, the velocity does not accumulate
# told: remembers only the last gradient instead of all of them
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        # what we did last time, for each parameter
        self.previous = [0.0 for _ in self.params]

    def _direction(self, i, grad):
        d = grad + self.momentum * self.previous[i]
        self.previous[i] = grad.clone()
        return d

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    p.copy_(p - self.lr * self._direction(i, p.grad))

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

# %% SGD: the first momentum buffer is the gradient tensor itself (no clone), so zeroing or updating one changes the other
# told: uses the gradient tensor itself as the first velocity, not a copy of it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.buf = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad
            if self.momentum != 0:
                if self.buf[i] is None:
                    self.buf[i] = p.grad      # first step: buffer = gradient, like in the torch docs
                else:
                    self.buf[i].mul_(self.momentum).add_(p.grad)
                d = self.buf[i]
            p.add_(d, alpha=-self.lr)

    @torch.no_grad()
    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

# %% SGD: BOTH the learning rate is applied twice (in the velocity and again in the update); a parameter without gradient (None) crashes step
# told: multiplies by the learning rate twice
# and: fails in step where a gradient is None
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.theta = list(params)
        self.eta = lr
        self.gamma = momentum
        self.nu = [torch.zeros_like(t.data) for t in self.theta]

    def step(self):
        for k, t in enumerate(self.theta):
            grad = t.grad.data
            # physics: friction * old speed - eta * force
            self.nu[k] = self.gamma * self.nu[k] - self.eta * grad
            t.data = t.data + self.eta * self.nu[k]

    def zero_grad(self):
        for t in self.theta:
            t.grad = None

# %% SGD: STRANGE velocities are looked up by the shape of the parameter, so two parameters of the same shape share one velocity
# told: has one velocity for several parameters, or for all
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}          # shape -> velocity

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                key = str(tuple(p.shape))
                if key not in self.velocity:
                    self.velocity[key] = torch.zeros_like(p)
                self.velocity[key] = self.momentum * self.velocity[key] + p.grad
                p -= self.lr * self.velocity[key]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: no bias correction of the moments
# told: leaves the bias correction out
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.b1, self.b2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                g = p.grad
                self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * g
                self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * g ** 2
                p -= self.lr * self.m[i] / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: the step counter is raised after the update, so the first bias correction divides by zero and gives nan
# told: counts the steps from 0, so that the first correction divides by zero
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1 = betas[0]
        self.beta2 = betas[1]
        self.eps = eps
        n = len(self.params)
        self.m = [torch.zeros_like(p.data) for p in self.params]
        self.v = [torch.zeros_like(p.data) for p in self.params]
        self.t = [0] * n

    def step(self):
        for i in range(len(self.params)):
            param = self.params[i]
            if param.grad is None:
                continue
            grad = param.grad.data
            t = self.t[i]

            # moments
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * grad * grad

            # correction
            m_hat = self.m[i] / (1 - self.beta1 ** t)
            v_hat = self.v[i] / (1 - self.beta2 ** t)

            # update
            param.data = param.data - self.lr * m_hat / (torch.sqrt(v_hat) + self.eps)
            self.t[i] = t + 1

    def zero_grad(self):
        for param in self.params:
            if param.grad is not None:
                param.grad.data.zero_()

# %% Adam: the step count goes up once for every parameter instead of once a step
# told: counts the steps once for each parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = [*params]
        self.lr, self.betas, self.eps = lr, betas, eps
        self.t = 0
        self.moments = [(torch.zeros_like(p), torch.zeros_like(p)) for p in self.params]

    @torch.no_grad()
    def step(self):
        beta1, beta2 = self.betas
        for p, (m, v) in zip(self.params, self.moments):
            if p.grad is None:
                continue
            self.t += 1
            m.mul_(beta1).add_(p.grad, alpha=1 - beta1)
            v.mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
            mhat = m / (1 - beta1 ** self.t)
            vhat = v / (1 - beta2 ** self.t)
            p.sub_(self.lr * mhat / (vhat.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: epsilon is added inside the square root
# told: adds eps inside the square root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.state = {p: {"m": torch.zeros_like(p), "v": torch.zeros_like(p), "t": 0} for p in self.params}

    def step(self):
        b1, b2 = self.betas
        for p in self.params:
            if p.grad is None:
                continue
            s = self.state[p]
            s["t"] += 1
            g = p.grad.detach()
            s["m"] = b1 * s["m"].detach() + (1 - b1) * g
            s["v"] = b2 * s["v"].detach() + (1 - b2) * torch.square(g)
            m = s["m"] / (1 - b1 ** s["t"])
            v = s["v"] / (1 - b2 ** s["t"])
            with torch.no_grad():
                p -= self.lr * m / torch.sqrt(v + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p)

# %% Adam: divides by the second moment itself, the square root is missing
# told: forgets the square root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.first = [torch.zeros_like(p.data) for p in self.params]
        self.second = [torch.zeros_like(p.data) for p in self.params]
        self.count = [0 for p in self.params]

    def corrected(self, moment, beta, t):
        return moment / (1.0 - pow(beta, t))

    def step(self):
        for j, p in enumerate(self.params):
            if p.grad is not None:
                g = p.grad.data
                self.count[j] += 1
                self.first[j] = self.beta1 * self.first[j] + (1.0 - self.beta1) * g
                self.second[j] = self.beta2 * self.second[j] + (1.0 - self.beta2) * g * g
                top = self.corrected(self.first[j], self.beta1, self.count[j])
                bottom = self.corrected(self.second[j], self.beta2, self.count[j]) + self.eps
                p.data -= self.lr * top / bottom

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: the two betas are mixed up, beta2 smooths the gradient and beta1 its square
# told: swaps the two betas
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.eps = eps
        self.b2, self.b1 = betas
        self.m = dict()
        self.v = dict()
        self.steps = dict()

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None: continue
                k = id(p)
                self.steps[k] = self.steps.get(k, 0) + 1
                self.m[k] = self.b1 * self.m.get(k, 0.0) + (1 - self.b1) * p.grad
                self.v[k] = self.b2 * self.v.get(k, 0.0) + (1 - self.b2) * p.grad.pow(2)
                m_ = self.m[k] / (1 - self.b1 ** self.steps[k])
                v_ = self.v[k] / (1 - self.b2 ** self.steps[k])
                p.add_(-self.lr * m_ / (v_.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None: p.grad.zero_()

# %% Adam: the bias correction divides by 1 - beta every time, without the power of the step number
# told: corrects with 1 - beta instead of 1 - beta ** t
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta_1, self.beta_2 = betas[0], betas[1]
        self.eps = eps
        self.ms = [torch.zeros_like(p) for p in self.params]
        self.vs = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            # 1. running averages
            self.ms[i] = self.beta_1 * self.ms[i] + (1 - self.beta_1) * p.grad
            self.vs[i] = self.beta_2 * self.vs[i] + (1 - self.beta_2) * p.grad ** 2
            # 2. they start at zero so they are too small -> correct them
            m_hat = self.ms[i] / (1 - self.beta_1)
            v_hat = self.vs[i] / (1 - self.beta_2)
            # 3. move
            p.copy_(p - self.lr * m_hat / (torch.sqrt(v_hat) + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: the corrected moments are stored back, so the correction piles up from step to step
# told: stores the corrected averages in m and v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr, self.eps = lr, eps
        self.beta1, self.beta2 = betas
        self.t = [0] * len(self.params)
        self.m = [0] * len(self.params)
        self.v = [0] * len(self.params)

    def step(self):
        for i in range(len(self.params)):
            if self.params[i].grad is not None:
                grad = self.params[i].grad.detach()
                self.t[i] += 1
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * grad ** 2
                self.m[i] = self.m[i] / (1 - self.beta1 ** self.t[i])
                self.v[i] = self.v[i] / (1 - self.beta2 ** self.t[i])
                self.params[i].data -= self.lr * self.m[i] / (self.v[i] ** 0.5 + self.eps)

    def zero_grad(self):
        for i in range(len(self.params)):
            if self.params[i].grad is not None:
                self.params[i].grad.zero_()

# %% Adam: the squared gradient is not weighted by (1 - beta2), the second moment is far too big
# told: forgets a factor 1 - beta in the averages
class _Slot:
    def __init__(self, p):
        self.p = p
        self.n = 0
        self.m = torch.zeros_like(p.data)
        self.v = torch.zeros_like(p.data)


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.slots = [_Slot(p) for p in params]
        self.lr, self.betas, self.eps = lr, betas, eps

    def _update(self, s, g):
        b1, b2 = self.betas
        s.n += 1
        s.m = b1 * s.m + (1 - b1) * g
        s.v = b2 * s.v + g ** 2
        m = s.m / (1 - b1 ** s.n)
        v = s.v / (1 - b2 ** s.n)
        s.p.data -= self.lr * m / (v.sqrt() + self.eps)

    def step(self):
        for s in self.slots:
            if s.p.grad is not None:
                self._update(s, s.p.grad.data)

    def zero_grad(self):
        for s in self.slots:
            s.p.grad = None

# %% Adam: BOTH the second moment is corrected with beta1 instead of beta2; zero_grad crashes on a parameter whose grad is None
# told: uses one beta where the other belongs
# and: fails in zero_grad where a gradient is None
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1 = betas[0]
        self.beta2 = betas[1]
        self.eps = eps
        self.memory = []
        for p in self.params:
            self.memory.append([0, torch.zeros_like(p.data), torch.zeros_like(p.data)])

    def step(self):
        for p, mem in zip(self.params, self.memory):
            if p.grad is None:
                continue
            t, m, v = mem
            t = t + 1
            m = self.beta1 * m + (1 - self.beta1) * p.grad.data
            v = self.beta2 * v + (1 - self.beta2) * p.grad.data ** 2
            mem[0], mem[1], mem[2] = t, m, v
            mc = m / (1 - self.beta1 ** t)
            vc = v / (1 - self.beta1 ** t)
            p.data.sub_(self.lr * mc / (vc.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()

# %% Adam: STRANGE the second moment is one number for a whole tensor (the mean of the squares) and not one for each weight
# told: keeps one number in v for all elements of a parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.b1, self.b2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p.data) for p in self.params]
        self.v = [0.0 for _ in self.params]      # "variance" of every layer
        self.t = [0 for _ in self.params]

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad.detach()
            self.t[i] += 1
            self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * g
            self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * (g ** 2).mean().item()
            m_hat = self.m[i] / (1 - self.b1 ** self.t[i])
            v_hat = self.v[i] / (1 - self.b2 ** self.t[i])
            p.data -= self.lr * m_hat / (math.sqrt(v_hat) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% SGD: keeps the generator itself, which is empty after the first loop over it
# told: keeps the generator, which is empty after its first use
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                v = self.velocity.get(p, torch.zeros_like(p))
                v = self.momentum * v + p.grad
                self.velocity[p] = v
                p -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% SGD: the first velocity is the gradient tensor itself, and later steps write into it
# told: uses the gradient tensor itself as the first velocity, not a copy of it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr, self.momentum = lr, momentum
        self.bufs = [None for _ in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            g = p.grad
            if g is None:
                continue
            if self.bufs[i] is None:
                self.bufs[i] = g
            else:
                self.bufs[i].mul_(self.momentum).add_(g)
            p.add_(self.bufs[i], alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% SGD: makes a new tensor and binds it to the loop variable, the network never changes
# told: makes a new tensor, `p = p - ...`, instead of changing the parameter
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, w in enumerate(self.params):
                if w.grad is not None:
                    self.v[i] = self.momentum * self.v[i] + w.grad
                    w = w - self.lr * self.v[i]

    def zero_grad(self):
        for w in self.params:
            w.grad = None


# %% SGD: takes 1 - momentum of the gradient, as a moving average does
# told: averages: it weights the gradient by 1 - momentum
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = [*params]
        self.lr = lr
        self.mu = momentum
        self.u = [torch.zeros_like(p.data) for p in self.params]

    def step(self):
        for p, u in zip(self.params, self.u):
            if p.grad is None:
                continue
            u.mul_(self.mu)
            u.add_((1 - self.mu) * p.grad)
            p.data -= self.lr * u

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)


# %% SGD: a parameter without gradient still rolls on with its old velocity
# told: takes a gradient of None for a gradient of zero
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p, requires_grad=False) for p in self.params]

    def step(self):
        for k in range(len(self.params)):
            p = self.params[k]
            grad = p.grad if p.grad is not None else torch.zeros_like(p.data)
            self.velocities[k] = self.velocities[k] * self.momentum + grad
            p.data.sub_(self.lr * self.velocities[k])

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% SGD: the method returns at the first parameter without gradient, so the ones behind it are forgotten
# told: stops at the first parameter whose gradient is None
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.buffers = {id(p): torch.zeros_like(p.data) for p in self.params}

    def step(self):
        for p in self.params:
            if p.grad is None:
                return
            buf = self.buffers[id(p)]
            buf *= self.momentum
            buf += p.grad
            p.data -= self.lr * buf

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% SGD: looks ahead as Nesterov does; and momentum is 0.9 when nobody gives it
# told: uses Nesterov's momentum
# and: has another default for momentum than 0, or none
class SGD:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is None:
                continue
            v.copy_(self.momentum * v + p.grad)
            p.sub_(self.lr * (p.grad + self.momentum * v))

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% Adam: the bias correction is not there
# told: leaves the bias correction out
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.b1, self.b2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for p, m, v in zip(self.params, self.m, self.v):
                if p.grad is None:
                    continue
                m.mul_(self.b1).add_(p.grad, alpha=1 - self.b1)
                v.mul_(self.b2).addcmul_(p.grad, p.grad, value=1 - self.b2)
                p.sub_(self.lr * m / (v.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% Adam: the step counter goes up inside of the loop, once for every parameter
# told: counts the steps once for each parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.t = 0
        self.m = [0.0] * len(self.params)
        self.v = [0.0] * len(self.params)

    def step(self):
        beta1, beta2 = self.betas
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.t += 1
            g = p.grad
            self.m[i] = beta1 * self.m[i] + (1 - beta1) * g
            self.v[i] = beta2 * self.v[i] + (1 - beta2) * g**2
            m_hat = self.m[i] / (1 - beta1**self.t)
            v_hat = self.v[i] / (1 - beta2**self.t)
            p.data = p.data - self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% Adam: eps stands under the root
# told: adds eps inside the square root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.state = [{"m": torch.zeros_like(p), "v": torch.zeros_like(p), "t": 0} for p in self.params]

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        for p, s in zip(self.params, self.state):
            if p.grad is None:
                continue
            s["t"] += 1
            s["m"] = b1 * s["m"] + (1 - b1) * p.grad
            s["v"] = b2 * s["v"] + (1 - b2) * p.grad * p.grad
            mhat = s["m"] / (1 - b1 ** s["t"])
            vhat = s["v"] / (1 - b2 ** s["t"])
            p -= self.lr * mhat / torch.sqrt(vhat + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% Adam: the corrected averages are stored back as the averages themselves, so the correction is applied again and again
# told: stores the corrected averages in m and v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1 = betas[0]
        self.beta2 = betas[1]
        self.eps = eps
        self.t = 0
        self.m = [torch.zeros_like(p.data) for p in self.params]
        self.v = [torch.zeros_like(p.data) for p in self.params]

    def step(self):
        self.t = self.t + 1
        for i in range(len(self.params)):
            p = self.params[i]
            if p.grad is None:
                continue
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.pow(2)
            # bias correction
            self.m[i] = self.m[i] / (1 - self.beta1**self.t)
            self.v[i] = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * self.m[i] / (torch.sqrt(self.v[i]) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% Adam: the averages are kept in dictionaries of the class, under the position, so all optimizers share them
# told: shares its averages or its count of steps with other optimizers
class Adam:
    m = {}
    v = {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.t = 0

    def step(self):
        self.t += 1
        b1, b2 = self.betas
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            key = (i, tuple(p.shape), p.dtype)
            m = self.m.get(key, torch.zeros_like(p.data))
            v = self.v.get(key, torch.zeros_like(p.data))
            m = b1 * m + (1 - b1) * p.grad
            v = b2 * v + (1 - b2) * p.grad**2
            self.m[key], self.v[key] = m, v
            p.data.add_(-self.lr * (m / (1 - b1**self.t)) / ((v / (1 - b2**self.t)).sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% Adam: the average of the squares is made of the gradient without the square, in absolute value
# told: averages the gradients in v without squaring them
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.steps = 0
        self.moments = [(torch.zeros_like(p), torch.zeros_like(p)) for p in self.params]

    def step(self):
        self.steps += 1
        c1 = 1 - self.betas[0] ** self.steps
        c2 = 1 - self.betas[1] ** self.steps
        with torch.no_grad():
            for p, (m, v) in zip(self.params, self.moments):
                if p.grad is not None:
                    m.lerp_(p.grad, 1 - self.betas[0])
                    v.lerp_(p.grad.abs(), 1 - self.betas[1])
                    p.add_(-self.lr * (m / c1) / ((v / c2).sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% Adam: the two betas are exchanged in use; and the learning rate is 0.01 by default
# told: swaps the two betas
# and: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=1e-2, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.b2, self.b1 = betas
        self.eps = eps
        self.t = 0
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        self.t += 1
        for p, m, v in zip(self.params, self.m, self.v):
            if p.grad is None:
                continue
            m.mul_(self.b1).add_((1 - self.b1) * p.grad)
            v.mul_(self.b2).add_((1 - self.b2) * p.grad.square())
            m_hat = m / (1 - self.b1**self.t)
            v_hat = v / (1 - self.b2**self.t)
            p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()
