"""Submissions of the lesson on training: wrong ones must lose a point, right ones none."""
# ruff: noqa: B007, B905, E402, E731, F811, F821 - every cell is a submission of its own


# %% right train_step: clears after the step
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return float(loss)


# %% right train_step: clears between forward and backward, to zero
def train_step(model, criterion, optimizer, inputs, labels):
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    optimizer.zero_grad(set_to_none=False)
    loss.backward()
    optimizer.step()
    return loss.detach().cpu().numpy().item()


# %% right train_step: model.zero_grad and model.train
def train_step(net, loss_function, opt, x, y):
    net.train()
    net.zero_grad()
    value = loss_function(net(x), y)
    value.backward()
    opt.step()
    return value.tolist()


# %% right train_step: a closure
def train_step(model, criterion, optimizer, inputs, labels):
    def closure():
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        return loss

    return optimizer.step(closure).item()


# %% right train_step: gradients by torch.autograd.grad
def train_step(model, criterion, optimizer, inputs, labels):
    parameters = list(model.parameters())
    loss = criterion(model(inputs), labels)
    for p, g in zip(parameters, torch.autograd.grad(loss, parameters)):
        p.grad = g
    optimizer.step()
    return loss.item()


# %% right train_step: sets every grad to None by hand, prints, keeps the graph
def train_step(model, criterion, optimizer, inputs, labels):
    for group in optimizer.param_groups:
        for p in group["params"]:
            p.grad = None
    loss = criterion(model(inputs), labels)
    loss.backward(retain_graph=True)
    print("loss", loss)
    optimizer.step()
    return round(loss.item(), 12)


# %% right train_step: a class with __call__, gradients enabled explicitly
class Trainer:
    def __call__(self, model, criterion, optimizer, inputs, labels, *, verbose=False):
        with torch.enable_grad():
            optimizer.zero_grad()
            loss = criterion(model.forward(inputs), labels)
            torch.autograd.backward([loss])
        optimizer.step()
        return loss.data.item()


train_step = Trainer()


# %% right train_step: anomaly detection and a second forward pass for curiosity
import warnings


def train_step(model, criterion, optimizer, inputs, labels):
    warnings.warn("training", stacklevel=2)
    with torch.no_grad():
        before = criterion(model(inputs), labels).item()
    optimizer.zero_grad()
    with torch.autograd.set_detect_anomaly(True):
        criterion(model(inputs), labels).backward()
    optimizer.step()
    return before


# %% right train_step: clears before and after
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    model.zero_grad()
    return loss.item()


# %% right train: everything inline, a running total
def train(model, criterion, optimizer, dataloader, num_epochs):
    model.train()
    history = []
    for epoch in range(num_epochs):
        running = 0.0
        for i, (inputs, labels) in enumerate(dataloader):
            optimizer.zero_grad()
            outputs = model(inputs)
            loss = criterion(outputs, labels)
            loss.backward()
            optimizer.step()
            running += loss.item()
        history.append(running / (i + 1))
        print(f"epoch {epoch}: {history[-1]:.4f}")
    return history


# %% right train: a comprehension with statistics.fmean
from statistics import fmean


def train(model, criterion, optimizer, dataloader, num_epochs):
    def one_epoch():
        return fmean(train_step(model, criterion, optimizer, *batch) for batch in dataloader)

    return [one_epoch() for _ in range(num_epochs)]


# %% right train: numpy means
import numpy as np


def train(model, criterion, optimizer, dataloader, num_epochs):
    return [
        np.mean([train_step(model, criterion, optimizer, x, y) for x, y in dataloader]) for _ in range(num_epochs)
    ]


# %% right train: a tensor's mean as a list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = torch.zeros(num_epochs, len(dataloader), dtype=torch.float64)
    for epoch in range(num_epochs):
        for k, (x, y) in enumerate(dataloader):
            losses[epoch, k] = train_step(model, criterion, optimizer, x, y)
    return losses.mean(dim=1).tolist()


# %% right train: while loops, an incremental mean, a batch list made in each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    result, epoch = [], 0
    while epoch < num_epochs:
        batches = list(dataloader)
        mean = 0.0
        for k, batch in enumerate(batches, start=1):
            mean += (train_step(model, criterion, optimizer, batch[0], batch[1]) - mean) / k
        result += [mean]
        epoch += 1
    return result


# %% right train: graphs kept until the end of the epoch, cleared after the step
def train(model, criterion, optimizer, dataloader, num_epochs=1):
    history = []
    for _ in range(num_epochs):
        losses = []
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss)
        history.append(torch.stack(losses).mean().item())
    return history


# %% right train: a generator, turned into a list
def epochs(model, criterion, optimizer, dataloader, num_epochs):
    for _ in range(num_epochs):
        total, count = 0.0, 0
        for x, y in dataloader:
            total, count = total + train_step(model, criterion, optimizer, x, y), count + 1
        yield total / count


train = lambda *args, **kwargs: list(epochs(*args, **kwargs))


# %% right evaluate: sigmoid at least 0.5, as decorator
@torch.no_grad()
def evaluate(model, inputs, labels):
    mode = model.training
    model.train(False)
    p = torch.sigmoid(model(inputs))
    model.train(mode)
    return float(((p >= 0.5) == labels.bool()).double().mean())


# %% right evaluate: round, try and finally, inference mode
def evaluate(network, x, y):
    mode = network.training
    network.eval()
    try:
        with torch.inference_mode():
            guess = network(x).sigmoid().round()
            return (guess.eq(y).sum() / y.numel()).item()
    finally:
        network.train(mode)


# %% right evaluate: counts in a loop, one sample at a time
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    correct = 0
    with torch.no_grad():
        for x, y in zip(inputs, labels):
            z = model(x.unsqueeze(0)).item()
            correct += int((1 if z > 0 else 0) == int(y.item()))
    if was_training:
        model.train()
    return correct / len(inputs)


# %% right evaluate: on a deep copy
import copy


def evaluate(model, inputs, labels):
    twin = copy.deepcopy(model).eval()
    with torch.no_grad():
        logits = twin(inputs)
    return 1.0 - (torch.heaviside(logits, torch.tensor(1.0)) - labels).abs().mean().item()


# %% right evaluate: restores each module by itself
def evaluate(model, inputs, labels):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    with torch.set_grad_enabled(False):
        logits = model(inputs).flatten()
    for module, mode in modes.items():
        module.training = mode
    return torch.where(logits > 0, 1.0, 0.0).eq(labels.flatten()).float().mean().item()


# %% right evaluate: numpy and prints
import numpy as np


def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs).numpy()
    if was_training:
        model.train()
    else:
        model.eval()
    accuracy = np.mean((logits > 0) == (labels.numpy() > 0.5))
    print("accuracy", accuracy)
    return float(accuracy)


# %% right evaluate: a context manager of its own
from contextlib import contextmanager


@contextmanager
def evaluating(model):
    mode = model.training
    try:
        yield model.eval()
    finally:
        model.train(mode)


def evaluate(model, inputs, labels):
    with evaluating(model), torch.no_grad():
        signs = torch.sign(model(inputs)) * (2 * labels - 1)
    return (signs > 0).float().mean().item()
