"""Wrong versions of the exercises on optimizers, each with its misconception and a hint."""

# %% SGD: makes a new tensor, `p = p - ...`, instead of changing the parameter
# hint: After `p = p - ...`, which object does the name `p` stand for? And which one does the network still hold?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p = p - self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: makes a new tensor, `p = p - ...`, instead of changing the parameter
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                self.params[i] = p - self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: works on copies of the parameters
# hint: Does `self.params` hold the same objects that the network has? Which of your operations copies them?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = [p.clone() for p in params]
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: keeps the generator, which is empty after its first use
# hint: `model.parameters()` gives a generator. What does a second `for` over it go through?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                self.velocities[p] = self.momentum * self.velocities.get(p, 0.0) + p.grad
                p -= self.lr * self.velocities[p]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: keeps the generator, which is empty after its first use
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.velocities = [torch.zeros_like(p) for p in params]
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: fails in step where a gradient is None
# hint: What does your step do with a parameter whose `.grad` is None? What should happen to it?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: fails in step where a gradient is None
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad.data
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: fails in zero_grad where a gradient is None
# hint: What is `.grad` before the first backward pass? What does your zero_grad do with it?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()

# %% SGD: fails in zero_grad where a gradient is None
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad *= 0

# %% SGD: has no memory: the velocity is not kept from one step to the next
# hint: After step 1 with the gradient 8 the velocity is 8. Which number does your step 2 begin with, and where was
# it stored?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses the gradient tensor itself as the first velocity, not a copy of it
# hint: After `v = p.grad`, how many tensors are there? What happens to one of them when the other changes?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if i not in self.velocities:
                    self.velocities[i] = p.grad
                else:
                    self.velocities[i].mul_(self.momentum).add_(p.grad)
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

# %% SGD: uses the gradient tensor itself as the first velocity, not a copy of it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if i not in self.velocities:
                    self.velocities[i] = p.grad
                else:
                    self.velocities[i].mul_(self.momentum).add_(p.grad)
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses the gradient tensor itself as the first velocity, not a copy of it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v = p.grad
                v += self.momentum * self.velocities[i]
                self.velocities[i] = v
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: averages: it weights the gradient by 1 - momentum
# hint: In the table of the lesson the second velocity is 0.9 times 8 plus 6.4. Which factor stands before the
# gradient?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + (1 - self.momentum) * p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: averages: it weights the gradient by 1 - momentum
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if i not in self.velocities:
                    self.velocities[i] = p.grad.clone()
                else:
                    self.velocities[i] = self.momentum * self.velocities[i] + (1 - self.momentum) * p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets autograd record the update, and PyTorch refuses
# hint: What does the message "a leaf Variable that requires grad is being used in an in-place operation" want you
# to switch off while the parameter changes?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: asks `if` about a gradient, which is a tensor
# hint: You want to know whether there is a gradient. What should `if p.grad` say of a tensor with three numbers in
# it?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad:
                    self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                    p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: asks `if` about a gradient, which is a tensor
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad:
                p.grad.zero_()

# %% SGD: asks `if` about a gradient, which is a tensor
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad != None:
                    if p.grad.any():
                        self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                        p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves the parameters uphill
# hint: The gradient points uphill. Which way does `p += lr * gradient` go?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p += self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: takes a gradient of None for a gradient of zero
# hint: A gradient of None means that nothing arrived. What happens to the parameter and to its velocity in your
# step then, and what should?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                g = torch.zeros_like(p) if p.grad is None else p.grad
                self.velocities[i] = self.momentum * self.velocities[i] + g
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: takes a gradient of None for a gradient of zero
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.velocities[i] = self.momentum * self.velocities[i]
                if p.grad is None:
                    continue
                self.velocities[i] = self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: takes a gradient of None for a gradient of zero
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: takes a gradient of None for a gradient of zero
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    p.grad = torch.zeros_like(p)
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: forgets the velocity of a parameter whose gradient is None
# hint: A parameter misses one gradient. With which velocity should it go on when the next one comes?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    self.velocities[i] = torch.zeros_like(p)
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: stops at the first parameter whose gradient is None
# hint: The second parameter has no gradient. What happens to the third one in your loop? What is the difference
# between `return`, `break` and `continue`?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    return
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: leaves the gradients as they are in zero_grad
# hint: Look at `.grad` after your zero_grad: has it changed? What does an assignment to a name of your own do?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        pass

# %% SGD: clears only some of the gradients in zero_grad
# hint: Which parameters does your zero_grad reach? Look at how far each line is indented, and at the bounds of the
# loop.
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        self.params[0].grad = None

# %% SGD: clears only some of the gradients in zero_grad
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params[1:]:
            p.grad = None

# %% SGD: clears only some of the gradients in zero_grad
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is None:
                return
            p.grad = None

# %% SGD: sets the gradients to the number 0 in zero_grad
# hint: What type may `.grad` have? Which two ways does the lesson name to clear it?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = 0

# %% SGD: sets the gradients to the number 0 in zero_grad
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = 0.0

# %% SGD: forgets the velocities in zero_grad
# hint: What should zero_grad clear, and what should survive it? How often is it called in training?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for i, p in enumerate(self.params):
            p.grad = None
            self.velocities[i] = torch.zeros_like(p)

# %% SGD: clears the parameters in zero_grad
# hint: Which attribute of a parameter should zero_grad clear: its value, or its gradient?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.data.zero_()
            p.grad = None

# %% SGD: has another default for momentum than 0, or none
# hint: What does `SGD(params, lr=0.1)` do in the lesson: is it plain gradient descent?
class SGD:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: has another default for momentum than 0, or none
class SGD:
    def __init__(self, params, lr, momentum=0.5):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: has another default for momentum than 0, or none
class SGD:
    def __init__(self, params, lr, momentum):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies by the learning rate twice
# hint: Follow one gradient through your two lines: how many times does it meet `lr`?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + self.lr * p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: forgets the learning rate
# hint: With `lr` ten times smaller, every step should be ten times shorter. Is yours?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies only a part of the step by the learning rate
# hint: With `lr` ten times smaller, every step should be ten times shorter. Which part of yours stays as long as it
# was?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad + self.momentum * self.velocities[i]
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies only a part of the step by the learning rate
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad
                p -= self.momentum * self.velocities[i]
                self.velocities[i] = p.grad.clone()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: divides by the learning rate
# hint: Should a larger `lr` make the step longer or shorter?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.velocities[i] / self.lr

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses Nesterov's momentum
# hint: In the lesson, which one vector is multiplied by `lr`? Which two do you add up there?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * (p.grad + self.momentum * self.velocities[i])

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: adds the gradient to a velocity that has it already
# hint: After the first line the velocity contains the gradient. How often is it in your step?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * (p.grad + self.velocities[i])

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: remembers only the last gradient instead of all of them
# hint: In the table of the lesson the third velocity is 0.9 times 13.6 plus 3.68. What is 13.6: a gradient, or a
# velocity?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * (self.momentum * self.velocities[i] + p.grad)
                self.velocities[i] = p.grad.clone()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: remembers only the last gradient instead of all of them
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                step = p.grad + self.momentum * self.velocities[i]
                self.velocities[i] = self.lr * p.grad
                p -= self.lr * step

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies the gradient by momentum as well
# hint: With momentum 0 the step should be plain gradient descent. What is yours?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * (self.velocities[i] + p.grad)
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies the gradient by momentum as well
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.velocities[i] + self.momentum * p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies the gradient by momentum as well
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = (1 - self.momentum) * self.velocities[i] + self.momentum * p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: multiplies the gradient by momentum as well
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * self.momentum * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the wrong part of the velocity survive
# hint: With momentum 0.9, how much of the old velocity is left after a step? And with momentum 0?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = (1 - self.momentum) * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the wrong part of the velocity survive
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the wrong part of the velocity survive
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.velocities[i] / self.momentum + p.grad if self.momentum else p.grad.clone()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the wrong part of the velocity survive
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = 0.9 * self.velocities[i] + p.grad if self.momentum else p.grad.clone()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the wrong part of the velocity survive
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum**2 * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: subtracts the old velocity instead of adding it
# hint: While the gradients agree, should the steps grow or shrink?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = p.grad - self.momentum * self.velocities[i]
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: subtracts the old velocity instead of adding it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] - p.grad
                p += self.lr * (self.velocities[i] + 2 * p.grad)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses momentum as a factor of the step, without a memory
# hint: Momentum remembers. What does your second step know of the first gradient?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * (1 + self.momentum) * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses momentum as a factor of the step, without a memory
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * (1 - self.momentum) * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses momentum as a factor of the step, without a memory
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad + self.momentum * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses momentum as a factor of the step, without a memory
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad + self.momentum * p

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: uses momentum as a factor of the step, without a memory
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.copy_(self.momentum * p - self.lr * p.grad)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves the parameter before it updates the velocity
# hint: The very first step: which velocity does the parameter move with, and what should it be?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * self.velocities[i]
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: has one velocity for several parameters, or for all
# hint: Two parameters with different gradients: how many velocities are there in your optimizer?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0.0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocity = self.momentum * self.velocity + p.grad
                p.copy_(p - self.lr * self.velocity)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: has one velocity for several parameters, or for all
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v = self.velocities.get(p.shape, 0.0)
                self.velocities[p.shape] = self.momentum * v + p.grad
                p -= self.lr * self.velocities[p.shape]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: has one velocity for several parameters, or for all
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0.0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocity = self.momentum * self.velocity + p.grad.mean()
                p -= self.lr * self.velocity

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: shares its velocities with other optimizers
# hint: Make two optimizers, and step with one of them. Which velocities does the other one have now? Where do yours
# live: on the object, or elsewhere?
class SGD:
    velocities = {}

    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v = self.velocities.get((i, p.shape), 0.0)
                self.velocities[i, p.shape] = self.momentum * v + p.grad
                p -= self.lr * self.velocities[i, p.shape]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: shares its velocities with other optimizers
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.velocity = self.momentum * getattr(p, 'velocity', 0.0) + p.grad
                p -= self.lr * p.velocity

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: shares its velocities with other optimizers
class SGD:
    velocities = []

    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities.extend(torch.zeros_like(p) for p in self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the gradients in step
# hint: Print a gradient before and after your step. Which of your operations writes into it?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.grad.mul_(self.lr)
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the gradients in step
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.grad *= self.lr
                p -= p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: clears the gradients in step
# hint: Whose task is it to clear the gradients? What does somebody see who looks at `.grad` after your step?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]
        self.zero_grad()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: clears the gradients in step
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]
                p.grad.zero_()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves only one of the parameters
# hint: How many parameters move in one step of yours? Look at how far each line is indented.
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.param = next(iter(params))
        self.lr = lr
        self.momentum = momentum
        self.velocity = torch.zeros_like(self.param)

    def step(self):
        if self.param.grad is not None:
            self.velocity = self.momentum * self.velocity + self.param.grad
            self.param.data -= self.lr * self.velocity

    def zero_grad(self):
        self.param.grad = None

# %% SGD: moves only one of the parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]
                return

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves only one of the parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.velocities[i] = self.momentum * self.velocities[i] + p.grad
            p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves only one of the parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params[:1]):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves only one of the parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params[:-1]):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: moves only one of the parameters
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i in range(len(self.params) - 1):
                p = self.params[i]
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for i in range(len(self.params) - 1):
            self.params[i].grad = None

# %% SGD: works for some shapes of parameters only
# hint: A parameter may have any shape, also (). What does your step do with a single number, and with a table?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i][:] = self.momentum * self.velocities[i] + p.grad
                p[:] = p - self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: works for some shapes of parameters only
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                for j in range(len(p)):
                    self.velocities[i][j] = self.momentum * self.velocities[i][j] + p.grad[j]
                    p[j] -= self.lr * self.velocities[i][j]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: works for some shapes of parameters only
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                for j in range(p.shape[0]):
                    for k in range(p.shape[1]):
                        self.velocities[i][j, k] = self.momentum * self.velocities[i][j, k] + p.grad[j, k]
                        p[j, k] -= self.lr * self.velocities[i][j, k]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: works for some shapes of parameters only
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v, g, w = self.velocities[i].view(-1), p.grad.view(-1), p.view(-1)
                for j in range(1, len(w)):
                    v[j] = self.momentum * v[j] + g[j]
                    w[j] -= self.lr * v[j]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: reads the gradients once, when it is made
# hint: What is `.grad` when the optimizer is made? When does the gradient of a step come into being?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]
        self.grads = [p.grad for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if self.grads[i] is not None:
                    self.velocities[i] = self.momentum * self.velocities[i] + self.grads[i]
                    p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the size of the gradient before it uses it
# hint: The gradient in a step is taken as it is. Which of your lines makes it shorter, or longer?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad.sign()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the size of the gradient before it uses it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad.mean()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the size of the gradient before it uses it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad.abs()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the size of the gradient before it uses it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad**2
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: changes the size of the gradient before it uses it
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad / p.numel()
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the weights decay
# hint: Is there a term in the formula in which the weight itself is multiplied by a small number?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad + 0.01 * p
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the weights decay
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad + 1e-4 * p
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the learning rate shrink from step to step
# hint: The learning rate is constant here. Which of your lines makes it smaller with each step?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]
        self.lr *= 0.99

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the learning rate shrink from step to step
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.lr *= self.momentum or 1
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the learning rate shrink from step to step
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr / self.t * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: lets the learning rate shrink from step to step
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                p -= self.lr / self.t**0.5 * self.velocities[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% SGD: is PyTorch's own optimizer
# hint: The exercise is to build it. Which two lines of the formula does one step consist of?
class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.inner = torch.optim.SGD(params, lr=lr, momentum=momentum)

    def step(self):
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()

# %% SGD: is PyTorch's own optimizer
from torch.optim import SGD as Base


class SGD(Base):
    def __init__(self, params, lr, momentum=0.0):
        super().__init__(params, lr=lr, momentum=momentum)

# %% Adam: leaves the bias correction out
# hint: The first step of Adam should be `lr` long. How long is yours, and by how much is m too small after one
# step?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                p -= self.lr * self.m[i] / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects only one of the two averages
# hint: Both m and v start at zero. Which of them do you divide by what is missing?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects only one of the two averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * self.m[i] / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects only one of the two averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (self.m[i].abs().sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects with 1 - beta instead of 1 - beta ** t
# hint: By how much is m too small in step 1, and by how much in step 100? Does your correction know which step it
# is?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1)
                v_hat = self.v[i] / (1 - self.beta2)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects with 1 - beta instead of 1 - beta ** t
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: corrects with 1 - beta instead of 1 - beta ** t
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies beta by t instead of raising it to the power t
# hint: What is 0.9 to the power 2, and what is 0.9 times 2? Which does the formula say?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1 * self.t)
                v_hat = self.v[i] / (1 - self.beta2 * self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies beta by t instead of raising it to the power t
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1) ** self.t
                v_hat = self.v[i] / (1 - self.beta2) ** self.t
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: counts the steps from 0, so that the first correction divides by zero
# hint: What is t in your first step, and what is 1 - beta ** t then?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
        self.t += 1

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: counts the steps from 0, so that the first correction divides by zero
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
                self.t += 1

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: counts the steps from 2
# hint: Which number has t in your first step? Where does it start, and when does it grow?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 1

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: counts the steps once for each parameter
# hint: Two parameters, one step: what is t for the first of them, and what for the second?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.t += 1
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: counts the steps once for each parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.t += 1
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: stores the corrected averages in m and v
# hint: In step 2, which m should be averaged with the new gradient: the corrected one, or the plain one?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                self.m[i] = self.m[i] / (1 - self.beta1**self.t)
                self.v[i] = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * self.m[i] / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: stores the corrected averages in m and v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                self.m[i] = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * self.m[i] / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: stores the corrected averages in m and v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                self.v[i] = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps inside the square root
# hint: With a gradient of 1e-8, what is under your root, and what is the root of eps alone?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / torch.sqrt(v_hat + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps inside the square root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = (self.v[i] + self.eps) / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / torch.sqrt(v_hat)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps to the root of v before the correction
# hint: Write your denominator out: by what is eps divided in the end? What does the order in the formula say?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                size = self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)
                p -= size * self.m[i] / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has no eps
# hint: All gradients of a weight were zero so far. What does your step divide by?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / v_hat.sqrt()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: ignores the eps that is given
# hint: Make an optimizer with `eps=0.1`. Which number does your step add?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + 1e-8)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
# hint: Which eps does `Adam(params)` have in the lesson? Count the zeros of yours.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-7):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-6):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-5):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-4):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-3):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-10):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-9):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-12):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + 1e-7)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + 1e-6)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + 1e-10)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps**0.5)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses an eps of another size
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + 10 * self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps in the wrong place
# hint: In the formula, to what is eps added, and when? Compute your step for a gradient of 1e-8 by hand.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * (m_hat / v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps in the wrong place
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * (m_hat + self.eps) / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps in the wrong place
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() - self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps in the wrong place
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / v_hat.sqrt().clamp(min=self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: adds eps in the wrong place
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() * self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the square root
# hint: A gradient of 8: what are m_hat and v_hat in step 1, and what is their quotient? The step should be `lr`
# long.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the square root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat**2 + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: averages the gradients in v without squaring them
# hint: v is the mean of the squares. A gradient of 8 adds (1 - beta2) times what?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: averages the gradients in v without squaring them
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.abs()
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: averages the gradients in v without squaring them
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.abs()
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: squares m instead of the gradient for v
# hint: v is the mean of the squared gradients. What do you square: the gradient, or an average of it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * self.m[i] ** 2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: squares m instead of the gradient for v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * m_hat**2
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: squares more than the gradient in v
# hint: Look at the brackets: to what does your square belong? With a gradient of 8, what should v be after step 1?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + ((1 - self.beta2) * p.grad) ** 2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: squares more than the gradient in v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = (self.beta2 * self.v[i] + (1 - self.beta2) * p.grad) ** 2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: squares more than the gradient in v
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] ** 2 + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps one number in v for all elements of a parameter
# hint: Two elements of one parameter, with gradients of 8 and 0.1: how many different numbers has your v?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * (p.grad**2).mean()
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps one number in v for all elements of a parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * (p.grad**2).sum()
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps one number in v for all elements of a parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.norm()
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: averages the squared distance of the gradient from m in v (AdaBelief)
# hint: What is squared in the formula of the lesson: the gradient, or its difference from m?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * (p.grad - self.m[i]) ** 2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets a factor 1 - beta in the averages
# hint: An average of equal numbers is that number. What becomes of your m, or v, when the gradient is always 8?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets a factor 1 - beta in the averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets a factor 1 - beta in the averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + p.grad
                self.v[i] = self.beta2 * self.v[i] + p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: swaps the factors beta and 1 - beta in the averages
# hint: With beta1 = 0.9, how much of the old m survives a step, and how much of the new gradient enters it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = (1 - self.beta1) * self.m[i] + self.beta1 * p.grad
                self.v[i] = (1 - self.beta2) * self.v[i] + self.beta2 * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: swaps the factors beta and 1 - beta in the averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = (1 - self.beta1) * self.m[i] + self.beta1 * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: swaps the factors beta and 1 - beta in the averages
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = (1 - self.beta2) * self.v[i] + self.beta2 * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: does not let the averages keep what they had
# hint: What is left of the first gradient in m after the second step? Is the new m made from the old one?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                m = (1 - self.beta1) * p.grad
                v = (1 - self.beta2) * p.grad**2
                m_hat = m / (1 - self.beta1**self.t)
                v_hat = v / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: does not let the averages keep what they had
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                v = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = v / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: does not let the averages keep what they had
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                m = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = m / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: does not let the averages keep what they had
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * p.grad + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: does not let the averages keep what they had
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                m_hat = p.grad
                v_hat = p.grad**2
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps everything in the averages: nothing fades
# hint: With beta1 = 0.9, what is left of the first gradient after ten steps? And in your m?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps everything in the averages: nothing fades
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] += p.grad
                self.v[i] += p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps everything in the averages: nothing fades
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.v[i] + p.grad**2
                p -= self.lr * p.grad / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps everything in the averages: nothing fades
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: swaps the two betas
# hint: Which of the two, 0.9 and 0.999, belongs to the mean of the gradients? Which comes first in `betas`?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta2, self.beta1 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: swaps the two betas
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta2**self.t)
                v_hat = self.v[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
# hint: Copy and paste: which beta stands in your line for v? And in the correction of v?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta1 * self.v[i] + (1 - self.beta1) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta1 * self.v[i] + (1 - self.beta1) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta2**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta2 * self.m[i] + (1 - self.beta2) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta2**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta1) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: uses one beta where the other belongs
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.m[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: ignores the betas that are given
# hint: Make an optimizer with `betas=(0.5, 0.9)`. Which numbers does your step use?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = 0.9 * self.m[i] + 0.1 * p.grad
                self.v[i] = 0.999 * self.v[i] + 0.001 * p.grad**2
                m_hat = self.m[i] / (1 - 0.9**self.t)
                v_hat = self.v[i] / (1 - 0.999**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: ignores the betas that are given
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - 0.9**self.t)
                v_hat = self.v[i] / (1 - 0.999**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
# hint: Compare the first line of your `__init__` with the lesson, number by number.
class Adam:
    def __init__(self, params, lr=1e-2, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.99), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=0.1, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=1e-4, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.9), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr, betas, eps):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has other defaults than 1e-3 and (0.9, 0.999), or none
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.999, 0.9), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: makes a new tensor, `p = p - ...`, instead of changing the parameter
# hint: After `p = p - ...`, which object does the name `p` stand for? And which one does the network still hold?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p = p - self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: makes a new tensor, `p = p - ...`, instead of changing the parameter
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                self.params[i] = p - self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: works on copies of the parameters
# hint: Does `self.params` hold the same objects that the network has? Which of your operations copies them?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = [p.clone() for p in params]
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps the generator, which is empty after its first use
# hint: `model.parameters()` gives a generator. What does a second `for` over it go through?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = params
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = {}
        self.v = {}
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[p] = self.beta1 * self.m.get(p, 0.0) + (1 - self.beta1) * p.grad
                self.v[p] = self.beta2 * self.v.get(p, 0.0) + (1 - self.beta2) * p.grad**2
                m_hat = self.m[p] / (1 - self.beta1**self.t)
                v_hat = self.v[p] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps the generator, which is empty after its first use
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = params
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: fails in step where a gradient is None
# hint: What does your step do with a parameter whose `.grad` is None? What should happen to it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: fails in step where a gradient is None
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad.data
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.data**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: fails in zero_grad where a gradient is None
# hint: What is `.grad` before the first backward pass? What does your zero_grad do with it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()

# %% Adam: fails in zero_grad where a gradient is None
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad *= 0

# %% Adam: takes a gradient of None for a gradient of zero
# hint: A gradient of None means that nothing arrived. What happens to the parameter and to its averages in your
# step then, and what should?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                g = torch.zeros_like(p) if p.grad is None else p.grad
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: takes a gradient of None for a gradient of zero
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                self.m[i] = self.beta1 * self.m[i]
                self.v[i] = self.beta2 * self.v[i]
                if p.grad is None:
                    continue
                self.m[i] += (1 - self.beta1) * p.grad
                self.v[i] += (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: takes a gradient of None for a gradient of zero
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                    self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: takes a gradient of None for a gradient of zero
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    p.grad = torch.zeros_like(p)
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the averages of a parameter whose gradient is None
# hint: A parameter misses one gradient. With which averages should it go on when the next one comes?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    self.m[i] = torch.zeros_like(p)
                    self.v[i] = torch.zeros_like(p)
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: stops at the first parameter whose gradient is None
# hint: The second parameter has no gradient. What happens to the third one in your loop? What is the difference
# between `return`, `break` and `continue`?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    return
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: lets autograd record the update, and PyTorch refuses
# hint: What does the message "a leaf Variable that requires grad is being used in an in-place operation" want you
# to switch off while the parameter changes?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: asks `if` about a gradient, which is a tensor
# hint: You want to know whether there is a gradient. What should `if p.grad` say of a tensor with three numbers in
# it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if not p.grad:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: asks `if` about a gradient, which is a tensor
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad:
                p.grad.zero_()

# %% Adam: has one average for all parameters
# hint: Two parameters with different gradients: how many m and v are there in your optimizer?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = 0.0
        self.v = 0.0
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m = self.beta1 * self.m + (1 - self.beta1) * p.grad
                self.v = self.beta2 * self.v + (1 - self.beta2) * p.grad**2
                m_hat = self.m / (1 - self.beta1**self.t)
                v_hat = self.v / (1 - self.beta2**self.t)
                p.copy_(p - self.lr * m_hat / (v_hat.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has one average for all parameters
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = 0.0
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v = self.beta2 * self.v + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v / (1 - self.beta2**self.t)
                p.copy_(p - self.lr * m_hat / (v_hat.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: has the same tensors for m and v
# hint: How many lists does `self.m = self.v = [...]` make? What happens to v when m changes?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i].mul_(self.beta1).add_((1 - self.beta1) * p.grad)
                self.v[i].mul_(self.beta2).add_((1 - self.beta2) * p.grad**2)
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
# hint: Make two optimizers, and step with one of them. Which averages and which t does the other one have now?
# Where do yours live: on the object, or elsewhere?
class Adam:
    m, v, t = {}, {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                key = (i, p.shape)
                self.t[key] = t = self.t.get(key, 0) + 1
                self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * p.grad
                self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * p.grad**2
                m_hat = self.m[key] / (1 - self.beta1**t)
                v_hat = self.v[key] / (1 - self.beta2**t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
class Adam:
    m, v, t = {}, {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                key = p
                self.t[key] = t = self.t.get(key, 0) + 1
                self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * p.grad
                self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * p.grad**2
                m_hat = self.m[key] / (1 - self.beta1**t)
                v_hat = self.v[key] / (1 - self.beta2**t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
steps_done = 0


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        global steps_done
        steps_done += 1
        self.t = steps_done
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
class Adam:
    m, v = {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                key = (i, p.shape)
                self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * p.grad
                self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * p.grad**2
                m_hat = self.m[key] / (1 - self.beta1**self.t)
                v_hat = self.v[key] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
class Adam:
    m, v = {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                key = p
                self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * p.grad
                self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * p.grad**2
                m_hat = self.m[key] / (1 - self.beta1**self.t)
                v_hat = self.v[key] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: shares its averages or its count of steps with other optimizers
class Adam:
    m, v = [], []

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.t = 0
        self.m.extend(torch.zeros_like(p) for p in self.params)
        self.v.extend(torch.zeros_like(p) for p in self.params)

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves the parameters uphill
# hint: The gradient points uphill. Which way does `p += ...` go?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p += self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the learning rate
# hint: The first step should be `lr` long for every weight. How long is yours with lr = 0.1?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies by the learning rate twice
# hint: Follow one gradient through your lines: how many times does it meet `lr`?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                g = self.lr * p.grad
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies by the root instead of dividing by it
# hint: Weights with large gradients: should their steps become longer or shorter by the division?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat * (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: turns the fraction of m and v upside down, or takes the root of m
# hint: Which of the two averages stands above the line, and under which of them is the root?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * v_hat.sqrt() / (m_hat + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: turns the fraction of m and v upside down, or takes the root of m
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat.sqrt() / (v_hat + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies by the correction instead of dividing
# hint: m is too small at first. Does multiplying by 1 - 0.9 make it larger or smaller?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] * (1 - self.beta1**self.t)
                v_hat = self.v[i] * (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies by the correction instead of dividing
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] * (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: multiplies by the correction instead of dividing
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] * (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the brackets round the correction
# hint: Division comes before subtraction. What does Python make of `m / 1 - beta1 ** t`?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / 1 - self.beta1**self.t
                v_hat = self.v[i] / 1 - self.beta2**self.t
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: forgets the brackets round the correction
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / 1 - self.beta1**self.t
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the gradient instead of the mean of the gradients
# hint: What is above the line in the formula: the gradient of this step, or m_hat?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * p.grad / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the gradient instead of the mean of the gradients
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                p -= self.lr * p.grad / (self.v[i].sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the mean of the gradients alone, without dividing by the root
# hint: How long is the first step for a gradient of 1000, and how long for 0.1? Both should be `lr` long.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the mean of the gradients alone, without dividing by the root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + p.grad
                p -= self.lr * self.m[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the mean of the gradients alone, without dividing by the root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves by the mean of the gradients alone, without dividing by the root
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                p -= self.lr * self.m[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves the parameter before it updates the averages
# hint: The very first step: which m and v does the parameter move with? What should they be?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps the largest v so far (AMSGrad)
# hint: Can v become smaller in the formula of the lesson? Can yours?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0
        self.largest = [torch.zeros_like(p) for p in self.params]

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                self.largest[i] = torch.maximum(self.largest[i], self.v[i])
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.largest[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: keeps the largest gradient instead of the mean of the squares (AdaMax)
# hint: What is v in the formula of the lesson: a mean, or a maximum?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = torch.maximum(self.beta2 * self.v[i], p.grad.abs())
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                p -= self.lr * m_hat / (self.v[i] + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: looks ahead as Nesterov does
# hint: What stands above the line in the formula of the lesson, and what stands there in yours?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                m_bar = self.beta1 * m_hat + (1 - self.beta1) * p.grad / (1 - self.beta1**self.t)
                p -= self.lr * m_bar / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: lets the weights decay
# hint: Is there a term in the formula in which the weight itself is multiplied by a small number?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * 0.01 * p
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: lets the weights decay
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                g = p.grad + 0.01 * p
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: leaves the gradients as they are in zero_grad
# hint: Look at `.grad` after your zero_grad: has it changed? What does an assignment to a name of your own do?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        pass

# %% Adam: clears only some of the gradients in zero_grad
# hint: Which parameters does your zero_grad reach? Look at how far each line is indented, and at the bounds of the
# loop.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        self.params[0].grad = None

# %% Adam: clears only some of the gradients in zero_grad
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params[1:]:
            p.grad = None

# %% Adam: clears only some of the gradients in zero_grad
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is None:
                return
            p.grad = None

# %% Adam: sets the gradients to the number 0 in zero_grad
# hint: What type may `.grad` have? Which two ways does the lesson name to clear it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = 0

# %% Adam: sets the gradients to the number 0 in zero_grad
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = 0.0

# %% Adam: forgets the averages or the count of steps in zero_grad
# hint: What should zero_grad clear, and what should survive it? How often is it called in training?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        self.t = 0
        for p in self.params:
            p.grad = None

# %% Adam: forgets the averages or the count of steps in zero_grad
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for i, p in enumerate(self.params):
            p.grad = None
            self.m[i] = torch.zeros_like(p)
            self.v[i] = torch.zeros_like(p)

# %% Adam: forgets the averages or the count of steps in zero_grad
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        self.t = 0
        for i, p in enumerate(self.params):
            p.grad = None
            self.m[i] = torch.zeros_like(p)
            self.v[i] = torch.zeros_like(p)

# %% Adam: clears the parameters in zero_grad
# hint: Which attribute of a parameter should zero_grad clear: its value, or its gradient?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.data.zero_()
            p.grad = None

# %% Adam: changes the gradients in step
# hint: Print a gradient before and after your step. Which of your operations writes into it?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad.pow_(2)
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: changes the gradients in step
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                g = p.grad
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2
                g *= 0
                g += self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * g / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: clears the gradients in step
# hint: Whose task is it to clear the gradients? What does somebody see who looks at `.grad` after your step?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
        self.zero_grad()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: clears the gradients in step
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
                p.grad.zero_()

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves only one of the parameters
# hint: How many parameters move in one step of yours? Look at how far each line is indented.
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
                return

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves only one of the parameters
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params[:1]):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves only one of the parameters
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                    self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: moves only one of the parameters
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params[:-1]):
                if p.grad is None:
                    continue
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: works for some shapes of parameters only
# hint: A parameter may have any shape, also (). What does your step do with a single number, and with a table?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.m[i][:] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i][:] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p[:] = p - self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: works for some shapes of parameters only
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = 0

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                for j in range(len(p)):
                    self.m[i][j] = self.beta1 * self.m[i][j] + (1 - self.beta1) * p.grad[j]
                    self.v[i][j] = self.beta2 * self.v[i][j] + (1 - self.beta2) * p.grad[j] ** 2
                m_hat = self.m[i] / (1 - self.beta1**self.t)
                v_hat = self.v[i] / (1 - self.beta2**self.t)
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

# %% Adam: is PyTorch's own optimizer
# hint: The exercise is to build it. Which two averages does it keep, and what does one step do with them?
class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.inner = torch.optim.Adam(params, lr=lr, betas=betas, eps=eps)

    def step(self):
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()

# %% Adam: is PyTorch's own optimizer
class Adam(torch.optim.Adam):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr=lr, betas=betas, eps=eps)

# %% test_sgd: raises nothing for wrong steps: it prints or returns what it finds, catches its own exception, or tests another class
# hint: Run it with a class that is plainly wrong, whose `step` does nothing. What in your test ends with an exception then?
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([1.0, 2.0]))
    p.grad = torch.tensor([3.0, -1.0])
    SGD([p], lr=0.1).step()
    return torch.allclose(p, torch.tensor([0.7, 2.1]))

# %% test_sgd: raises nothing for wrong steps: it prints or returns what it finds, catches its own exception, or tests another class
def test_sgd(SGD):
    try:
        p = nn.Parameter(torch.tensor(4.0))
        optimizer = SGD([p], lr=0.1, momentum=0.9)
        for expected in (3.2, 1.84, 0.248):
            p.grad = 2 * p.detach()
            optimizer.step()
            assert abs(p.item() - expected) < 1e-4
    except Exception as error:
        print("wrong:", error)

# %% test_sgd: raises nothing for wrong steps: it prints or returns what it finds, catches its own exception, or tests another class
def test_sgd(optimizer_class):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    for expected in (3.2, 1.84, 0.248):
        p.grad = 2 * p.detach()
        optimizer.step()
        assert abs(p.item() - expected) < 1e-4

# %% test_sgd: compares numbers of floating point with ==
# hint: Two right ways to compute a number may differ in its last digit. How close is close enough?
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    for expected in (3.2, 1.84, 0.248):
        p.grad = 2 * p.detach()
        optimizer.step()
        assert p == expected

# %% test_sgd: compares numbers of floating point with ==
def test_sgd(SGD):
    ours = [nn.Parameter(torch.linspace(-1, 1, 30)), nn.Parameter(torch.linspace(0.3, 2.1, 30))]
    torchs = [nn.Parameter(p.detach().clone()) for p in ours]
    for optimizer, params in ((SGD(ours, 0.03, 0.9), ours), (torch.optim.SGD(torchs, 0.03, 0.9), torchs)):
        for number in range(10):
            for p in params:
                p.grad = torch.sin(3 * p.detach() + number)
            optimizer.step()
    for p, q in zip(ours, torchs):
        assert torch.equal(p, q)

# %% test_sgd: makes one step only
# hint: What does an optimizer know after its first step that it did not know before? In which step would you see that it has forgotten it?
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([1.0, 2.0]))
    p.grad = torch.tensor([3.0, -1.0])
    SGD([p], lr=0.1).step()
    torch.testing.assert_close(p.data, torch.tensor([0.7, 2.1]))

# %% test_sgd: makes one step only
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([1.0, 2.0]))
    p.grad = torch.tensor([3.0, -1.0])
    SGD([p], lr=0.1, momentum=0.9).step()
    torch.testing.assert_close(p.data, torch.tensor([0.7, 2.1]))

# %% test_sgd: makes one step only
def test_sgd(SGD):
    for momentum in (0.0, 0.9):
        ours, slopes = [nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))], [1.0, 3.0]
        for p, slope in zip(ours, slopes):
            p.grad = torch.full((2,), slope)
        optimizer = SGD(iter(ours), lr=0.1, momentum=momentum)
        optimizer.step()
        for p, slope in zip(ours, slopes):
            torch.testing.assert_close(p.data, torch.full((2,), 1 - 0.1 * slope))
            torch.testing.assert_close(p.grad, torch.full((2,), slope))
        optimizer.zero_grad()
        assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: tries no momentum but 0
# hint: Which of the lesson's five points are about the velocity? What is left of it where momentum is 0?
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1)
    for expected in (3.2, 2.56, 2.048):
        p.grad = 2 * p.detach()
        optimizer.step()
        torch.testing.assert_close(p.item(), expected, rtol=0, atol=1e-4)

# %% test_sgd: tries no momentum but 0
def test_sgd(SGD):
    ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
    one, other = SGD(iter(ours), lr=0.1), torch.optim.SGD(torchs, lr=0.1)
    for slopes in ([1.0, 3.0], [2.0, None]):
        for params in (ours, torchs):
            for p, slope in zip(params, slopes):
                p.grad = None if slope is None else torch.full((2,), slope)
        one.step()
        other.step()
        torch.testing.assert_close(ours, torchs)
        torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
        one.zero_grad()
        assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: always names momentum, and never leaves it out
# hint: Which momentum is meant where the caller gives none? Make one `SGD` without it, and let it go two steps.
def test_sgd(SGD):
    for momentum in (0.0, 0.9):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(iter(ours), lr=0.1, momentum=momentum), torch.optim.SGD(torchs, lr=0.1, momentum=momentum)
        for slopes in ([1.0, 3.0], [2.0, None]):
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = None if slope is None else torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
            one.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: tries a single parameter only
# hint: What can go wrong with two parameters that cannot with one? Give them different gradients.
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))
        one, other = SGD(iter([ours]), **settings), torch.optim.SGD([torchs], **settings)
        for slope in (torch.tensor([1.0, 3.0]), torch.tensor([2.0, -1.0]), None):
            ours.grad = torchs.grad = slope
            ours.grad = None if slope is None else slope.clone()
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close(ours.grad, torchs.grad)
            one.zero_grad()
            assert ours.grad is None or not ours.grad.any()

# %% test_sgd: tries a single parameter only
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))
        one, other = SGD(iter([ours]), **settings), torch.optim.SGD([torchs], **settings)
        for slope in (torch.tensor([1.0, 3.0]), torch.tensor([2.0, -1.0])):
            ours.grad, torchs.grad = slope.clone(), slope
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close(ours.grad, torchs.grad)
            one.zero_grad()
            assert ours.grad is None or not ours.grad.any()

# %% test_sgd: tries a single parameter only
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    for expected in (3.2, 1.84, 0.248):
        optimizer.zero_grad()
        (p**2).backward()
        optimizer.step()
        assert abs(p.item() - expected) < 1e-4

# %% test_sgd: tries a single parameter only
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    for expected in (3.2, 1.84, 0.248):
        p.grad = 2 * p.detach()
        optimizer.step()
        assert abs(p.item() - expected) < 1e-4

# %% test_sgd: never leaves a gradient None after a step with a velocity
# hint: What should happen to a parameter without a gradient? When would you see that it rolls on all the same?
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ([1.0, 3.0], [2.0, -1.0]):
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
            one.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: never leaves a gradient None after a step with a velocity
def test_sgd(SGD):
    x = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]])
    ours, torchs = nn.Linear(2, 1), nn.Linear(2, 1)
    torchs.load_state_dict(ours.state_dict())
    one = SGD(ours.parameters(), lr=0.05, momentum=0.9)
    other = torch.optim.SGD(torchs.parameters(), lr=0.05, momentum=0.9)
    for _ in range(5):
        for model, optimizer in ((ours, one), (torchs, other)):
            optimizer.zero_grad()
            model(x).square().mean().backward()
            optimizer.step()
    torch.testing.assert_close(list(ours.parameters()), list(torchs.parameters()))

# %% test_sgd: hands over lists of parameters only
# hint: As what does `model.parameters()` come, and how often can that be read? Hand over `iter(...)` of your list.
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(ours, **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ([1.0, 3.0], [2.0, None]):
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = None if slope is None else torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
            one.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: does not look at what zero_grad has done, or never calls it
# hint: What would a `zero_grad` have to do, or to leave undone, for your test to raise? Look at `.grad` after it.
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ([1.0, 3.0], [2.0, None]):
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = None if slope is None else torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])

# %% test_sgd: does not look at what zero_grad has done, or never calls it
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ([1.0, 3.0], [2.0, None]):
            one.zero_grad()
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = None if slope is None else torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])

# %% test_sgd: does not look at the gradients after a step
# hint: What would somebody notice who reads `.grad` after `step`, to plot it perhaps? Keep a `clone()` of a gradient, and compare.
def test_sgd(SGD):
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
        one, other = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ([1.0, 3.0], [2.0, None]):
            for params in (ours, torchs):
                for p, slope in zip(params, slopes):
                    p.grad = None if slope is None else torch.full((2,), slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            one.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)

# %% test_sgd: refuses one of the two ways to clear a gradient
# hint: The lesson allows `zero_grad` two ways to clear a gradient. What does your test say of each, and where does it count on one of them?
def test_sgd(SGD):
    p = nn.Parameter(torch.ones(2))
    p.grad = torch.ones(2)
    SGD([p], lr=0.1).zero_grad()
    assert p.grad is None

# %% test_sgd: refuses one of the two ways to clear a gradient
def test_sgd(SGD):
    p = nn.Parameter(torch.ones(2))
    p.grad = torch.ones(2)
    SGD([p], lr=0.1).zero_grad()
    assert p.grad.abs().sum() == 0

# %% test_sgd: refuses one of the two ways to clear a gradient
def test_sgd(SGD):
    ours, torchs = ([nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))] for _ in range(2))
    for optimizer, (first, second) in (
        (SGD(ours, lr=0.1, momentum=0.9), ours),
        (torch.optim.SGD(torchs, lr=0.1, momentum=0.9), torchs),
    ):
        for loss in (lambda a, b: (a**2 + b**2).sum(), lambda a, b: (a**2).sum()):
            optimizer.zero_grad()
            loss(first, second).backward()
            optimizer.step()
    torch.testing.assert_close(ours, torchs)

# %% test_sgd: asks only whether the parameters move, or whether the loss gets smaller
# hint: Which wrong steps go downhill, too? Compare with numbers that you know, as those of the table for momentum.
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([4.0, -2.0]))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    before = (p**2).sum().item()
    for _ in range(5):
        optimizer.zero_grad()
        (p**2).sum().backward()
        optimizer.step()
    assert (p**2).sum().item() < before

# %% test_sgd: asks only whether the parameters move, or whether the loss gets smaller
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([4.0, -2.0]))
    before = p.sum().item()
    p.sum().backward()
    SGD([p], lr=0.1).step()
    assert p.sum().item() < before

# %% test_sgd: asks only whether the parameters move, or whether the loss gets smaller
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor([4.0, -2.0]))
    p.grad = torch.ones(2)
    before = p.detach().clone()
    SGD([p], lr=0.1, momentum=0.9).step()
    assert not torch.equal(p, before)

# %% test_sgd: raises for every version, also for a right one
# hint: Run it with `torch.optim.SGD`: what does it say then, and what did it expect? What can it know of a class that somebody else has written?
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    for expected in (3.2, 2.56, 2.048):
        p.grad = 2 * p.detach()
        optimizer.step()
        assert abs(p.item() - expected) < 1e-4

# %% test_sgd: raises for every version, also for a right one
def test_sgd(SGD):
    p = nn.Parameter(torch.tensor(4.0))
    optimizer = SGD([p], lr=0.1, momentum=0.9)
    p.grad = 2 * p.detach()
    optimizer.step()
    assert len(optimizer.velocities) == 1
