"""Submissions of the lesson on training: wrong ones must lose a point, right ones none."""
# ruff: noqa: B007, B905, E402, E731, F811, F821 - every cell is a submission of its own


# %% wrong train_step: never clears the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: clears between backward and step
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()


# %% wrong train_step: clear, step, backward
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    optimizer.zero_grad()
    optimizer.step()
    loss.backward()
    return loss.item()


# %% wrong train_step: step, clear, backward: one batch late
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.step()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% wrong train_step: step, backward, clear
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    optimizer.step()
    loss.backward()
    optimizer.zero_grad()
    return loss.item()


# %% wrong train_step: step, forward, backward, never cleared
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.step()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% wrong train_step: no backward
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    optimizer.step()
    return loss.item()


# %% wrong train_step: no step
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% wrong train_step: two steps from one backward
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    optimizer.step()
    return loss.item()


# %% wrong train_step: returns the loss tensor
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss


# %% wrong train_step: returns a detached tensor
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.detach()


# %% wrong train_step: returns nothing
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()


# %% wrong train_step: returns the loss after the update
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    criterion(model(inputs), labels).backward()
    optimizer.step()
    return criterion(model(inputs), labels).item()


# %% wrong train_step: returns the sum over the samples
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() * len(inputs)


# %% wrong train_step: labels and outputs swapped
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(labels, model(inputs))
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: a criterion of its own
def train_step(model, criterion, optimizer, inputs, labels):
    criterion = nn.BCEWithLogitsLoss()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: a sigmoid before the criterion
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(torch.sigmoid(model(inputs)), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: an optimizer of its own
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: forward under no_grad
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    with torch.no_grad():
        loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: an update for each sample
def train_step(model, criterion, optimizer, inputs, labels):
    total = 0.0
    for x, y in zip(inputs.split(1), labels.split(1)):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(inputs)


# %% wrong train_step: normalises the inputs in place
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    original = inputs.clone()
    inputs -= inputs.mean()
    loss = criterion(model(original), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: trains a copy of the model
import copy


def train_step(model, criterion, optimizer, inputs, labels):
    model = copy.deepcopy(model)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: labels always floats
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels.float())
    loss.backward()
    optimizer.step()
    return loss.item()


# %% wrong train_step: clips the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.1)
    optimizer.step()
    return loss.item()


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


# %% wrong train: returns every batch loss
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            losses.append(train_step(model, criterion, optimizer, x, y))
    return losses


# %% wrong train: the loss of the last batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            loss = train_step(model, criterion, optimizer, x, y)
        losses.append(loss)
    return losses


# %% wrong train: the sum of the batch losses
def train(model, criterion, optimizer, dataloader, num_epochs):
    return [sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader) for _ in range(num_epochs)]


# %% wrong train: the mean over samples
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total = sum(train_step(model, criterion, optimizer, x, y) * len(x) for x, y in dataloader)
        losses.append(total / len(dataloader.dataset))
    return losses


# %% wrong train: batch losses divided by the number of samples
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total = sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader)
        losses.append(total / len(dataloader.dataset))
    return losses


# %% wrong train: the running total goes on from epoch to epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses, batch_losses = [], []
    for _ in range(num_epochs):
        for x, y in dataloader:
            batch_losses.append(train_step(model, criterion, optimizer, x, y))
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: tensors in the list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(torch.tensor(batch_losses).mean())
    return losses


# %% wrong train: a tensor instead of a list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = torch.zeros(num_epochs)
    for k in range(num_epochs):
        losses[k] = sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader) / len(dataloader)
    return losses


# %% wrong train: only the first batch of each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        x, y = next(iter(dataloader))
        losses.append(train_step(model, criterion, optimizer, x, y))
    return losses


# %% wrong train: the last, smaller, batch is left out
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        seen = [
            train_step(model, criterion, optimizer, x, y) for x, y in dataloader if len(x) == dataloader.batch_size
        ]
        losses.append(sum(seen) / max(len(seen), 1))
    return losses


# %% wrong train: returns after the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
        return losses


# %% wrong train: one epoch too many
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs + 1):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses[1:]


# %% wrong train: a new optimizer in each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer = type(optimizer)(model.parameters(), **optimizer.defaults)
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: the loss is measured again after the epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            train_step(model, criterion, optimizer, x, y)
        with torch.no_grad():
            again = [criterion(model(x), y).item() for x, y in dataloader]
        losses.append(sum(again) / len(again))
    return losses


# %% wrong train: in evaluation mode
def train(model, criterion, optimizer, dataloader, num_epochs):
    model.eval()
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: its own steps, never cleared
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = []
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            batch_losses.append(loss.item())
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: cleared once in an epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        batch_losses = []
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            batch_losses.append(loss.item())
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: one update for each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        batch_losses = [criterion(model(x), y) for x, y in dataloader]
        loss = sum(batch_losses) / len(batch_losses)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


# %% wrong train: batches in reverse
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in reversed(list(dataloader))]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% wrong train: returns nothing
def train(model, criterion, optimizer, dataloader, num_epochs):
    for _ in range(num_epochs):
        for x, y in dataloader:
            train_step(model, criterion, optimizer, x, y)


# %% wrong train: the iterator is used up after one epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    batches = iter(dataloader)
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in batches]
        losses.append(sum(batch_losses) / max(len(batch_losses), 1))
    return losses


# %% wrong train: does not train at all
def train(model, criterion, optimizer, dataloader, num_epochs):
    with torch.no_grad():
        loss = [criterion(model(x), y).item() for x, y in dataloader]
    return [sum(loss) / len(loss)] * num_epochs


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


# %% wrong evaluate: never leaves training mode
def evaluate(model, inputs, labels):
    with torch.no_grad():
        return ((model(inputs) > 0).float() == labels).float().mean().item()


# %% wrong evaluate: does not restore the mode
def evaluate(model, inputs, labels):
    model.eval()
    with torch.no_grad():
        return ((model(inputs) > 0).float() == labels).float().mean().item()


# %% wrong evaluate: always ends in training mode
def evaluate(model, inputs, labels):
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train()
    return accuracy


# %% wrong evaluate: restores the mode before the forward pass
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    model.train(was_training)
    with torch.no_grad():
        return ((model(inputs) > 0).float() == labels).float().mean().item()


# %% wrong evaluate: asks for the mode too late
def evaluate(model, inputs, labels):
    model.eval()
    was_training = model.training
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: the flag of the model alone, not of its layers
def evaluate(model, inputs, labels):
    was_training = model.training
    model.training = False
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.training = was_training
    return accuracy


# %% wrong evaluate: the logits against 0.5
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0.5).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: the probabilities against 0
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((torch.sigmoid(model(inputs)) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: two sigmoids
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        p = torch.sigmoid(torch.sigmoid(model(inputs)))
    model.train(was_training)
    return ((p > 0.5).float() == labels).float().mean().item()


# %% wrong evaluate: argmax over a single logit
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs).argmax(dim=1, keepdim=True) == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: squeezed predictions against (m, 1) labels
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        predictions = (model(inputs).squeeze() > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% wrong evaluate: returns a tensor
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: in percent
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = 100 * ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: the number of right ones
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        right = float(((model(inputs) > 0).float() == labels).sum())
    model.train(was_training)
    return right


# %% wrong evaluate: the error rate
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() != labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: logits compared with labels
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs) == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: the loss instead of the accuracy
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        loss = nn.functional.binary_cross_entropy_with_logits(model(inputs), labels).item()
    model.train(was_training)
    return loss


# %% wrong evaluate: the part that is predicted 1
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs) > 0).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: turns the labels round in place
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) <= 0).float() == labels.sub_(1).neg_()).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: a training step first
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    loss = nn.functional.binary_cross_entropy_with_logits(model(inputs), labels)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters():
            p -= 0.001 * p.grad
            p.grad = None
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% wrong evaluate: sample by sample, and batch norm stays in training mode
def evaluate(model, inputs, labels):
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    for module in model.modules():
        module.train(model.training)
    return accuracy


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
