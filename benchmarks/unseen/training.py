# Wrong submissions by three people who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import copy
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

# %% train_step: the gradients are never cleared, they add up from call to call
# told: never clears the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% train_step: zero_grad between backward and step wipes the gradients before they are used
# told: has no gradients of the model at hand when the optimizer steps
def train_step(model, criterion, optimizer, inputs, labels):
    # forward
    y_hat = model(inputs)
    loss = criterion(y_hat, labels)

    # backward
    loss.backward()
    optimizer.zero_grad()

    # update
    optimizer.step()

    return float(loss)

# %% train_step: returns the loss as a tensor with its graph instead of a float
# told: returns the loss as a tensor
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss

# %% train_step: the arguments of the criterion are swapped, labels first
# told: gives the labels to the criterion first, then the outputs
def train_step(model, criterion, optimizer, inputs, labels):
    """Do one step of training and give back the loss."""
    optimizer.zero_grad()
    predictions = model(inputs)
    error = criterion(labels, predictions)
    error.backward()
    optimizer.step()
    error_value = error.item()
    return error_value

# %% train_step: returns the loss computed again after the update
# told: returns the loss after the update
def compute_loss(model, criterion, inputs, labels):
    return criterion(model(inputs), labels)


def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    compute_loss(model, criterion, inputs, labels).backward()
    optimizer.step()
    with torch.no_grad():
        final = compute_loss(model, criterion, inputs, labels)
    return final.item()

# %% train_step: BOTH puts a sigmoid on the model output before the criterion; never clears the gradients
# told: applies a sigmoid or a softmax to the outputs before the criterion
# and: never clears the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    logits = model(inputs)
    probs = torch.sigmoid(logits)   # we need probabilities for the loss
    loss = criterion(probs, labels)
    loss.backward()
    optimizer.step()
    return loss.detach().item()

# %% train: only the loss of the last batch is kept for each epoch
# told: takes the loss of the last batch for the loss of the epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    history = []
    for epoch in range(num_epochs):
        for x, y in dataloader:
            optimizer.zero_grad()
            out = model(x)
            loss = criterion(out, y)
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history

# %% train: the sum of the batch losses is divided by the number of samples instead of the number of batches
# told: divides the sum of the batch losses by another number than that of the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        running_loss = 0.0
        n = 0
        for inputs, labels in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            n += labels.shape[0]
        losses.append(running_loss / n)
    return losses

# %% train: the epoch loss is weighted by batch size, a mean over samples and not the plain mean of the batch losses
# told: takes the mean over the samples, not over the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    epoch_losses = []
    for _ in range(num_epochs):
        values, sizes = [], []
        for xb, yb in dataloader:
            loss = criterion(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            values.append(loss.item())
            sizes.append(len(xb))
        # the last batch can be smaller so it counts less
        epoch_losses.append(float(np.average(values, weights=sizes)))
    return epoch_losses

# %% train: the running total is not set back to zero, it goes on over all epochs
# told: lets the total go on from epoch to epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    result = []
    total = 0.0
    epoch = 0
    while epoch < num_epochs:
        count = 0
        for batch in dataloader:
            inputs, labels = batch
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            total = total + loss.item()
            count = count + 1
        result.append(total / count)
        epoch = epoch + 1
    return result

# %% train: the return is indented into the epoch loop, it stops after the first epoch
# told: returns inside the loop, after the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):

    def one_epoch():
        batch_losses = []
        for inputs, labels in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            batch_losses.append(loss.item())
        return sum(batch_losses) / len(batch_losses)

    losses = []
    for epoch in range(num_epochs):
        losses.append(one_epoch())
        return losses

# %% train: STRANGE gathers the losses of all batches and makes one single backward and step an epoch with their mean
# told: makes one update for each epoch instead of one for each batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    mean_losses = []
    for epoch in range(num_epochs):
        optimizer.zero_grad()
        batch_losses = []
        for inputs, labels in dataloader:
            batch_losses.append(criterion(model(inputs), labels))
        # the loss of the epoch is the mean over the batches
        epoch_loss = torch.stack(batch_losses).mean()
        epoch_loss.backward()
        optimizer.step()
        mean_losses.append(epoch_loss.item())
    return mean_losses

# %% evaluate: the raw logits are compared with 0.5, no sigmoid
# told: compares the logits with 0.5
def evaluate(model, inputs, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        outputs = model(inputs)
        predicted = (outputs > 0.5).float()
        accuracy = (predicted == labels).float().mean().item()
    model.train(mode)
    return accuracy

# %% evaluate: always ends in training mode, also when the model was in evaluation mode before
# told: always leaves the model in training mode
def evaluate(model, inputs, labels):
    model.eval()
    correct = 0
    with torch.no_grad():
        probs = torch.sigmoid(model(inputs))
        for i in range(len(labels)):
            guess = 1 if probs[i].item() >= 0.5 else 0
            if guess == int(labels[i].item()):
                correct += 1
    model.train()
    return correct / len(labels)

# %% evaluate: the predictions are squeezed to (m,) and compared with (m, 1), which broadcasts to (m, m)
# told: squeezes only one of predictions and labels, so that each is compared with each
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs).squeeze()
    model.train(was_training)
    preds = torch.round(torch.sigmoid(logits))
    return (preds == labels).float().mean().item()

# %% evaluate: looks up the mode only after eval(), so the model is always left in evaluation mode
# told: leaves the model in evaluation mode
@torch.no_grad()
def evaluate(model, inputs, labels):
    model.eval()
    before = model.training            # remember the mode
    hits = ((model(inputs) > 0) == (labels > 0.5))
    acc = hits.sum().item() / hits.numel()
    if before:
        model.train()
    return acc

# %% evaluate: the model runs with autograd on, no no_grad
# told: builds a graph while the model runs
def evaluate(model, inputs, labels):
    training = model.training
    model.eval()
    p = torch.sigmoid(model(inputs))
    classes = torch.where(p >= 0.5, torch.ones_like(p), torch.zeros_like(p))
    n_right = torch.sum(classes == labels)
    model.train(training)
    return n_right.item() / labels.shape[0]

# %% evaluate: BOTH gives a percentage (0 to 100); does not switch to evaluation mode
# told: returns percent instead of a part of 1
# and: runs the model, or layers in it, in training mode
def evaluate(model, inputs, labels):
    with torch.no_grad():
        y = torch.sigmoid(model(inputs)).cpu().numpy()
    y = (y > 0.5).astype(int)
    t = labels.cpu().numpy().astype(int)
    return float(np.mean(y == t) * 100)


# %% train_step: the gradients are cleared between backward and step, so nothing moves
# told: has no gradients of the model at hand when the optimizer steps
def train_step(model, criterion, optimizer, inputs, labels):
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()


# %% train_step: nobody clears the gradients, each step uses the sum of all so far
# told: never clears the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    pred = model(inputs)
    loss = criterion(pred, labels)
    loss.backward()
    optimizer.step()
    return float(loss)


# %% train_step: computes the loss once more after the step and returns that one
# told: returns the loss after the update
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    criterion(model(inputs), labels).backward()
    optimizer.step()
    with torch.no_grad():
        new_loss = criterion(model(inputs), labels)
    return new_loss.item()


# %% train_step: step is called before backward, when there are no gradients yet
# told: computes gradients that no step uses: it steps too early, or never
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    out = model(inputs)
    loss = criterion(out, labels)
    optimizer.step()
    loss.backward()
    return loss.item()


# %% train_step: labels and outputs are handed to the criterion in the wrong order; and a detached tensor comes back in place of a float
# told: gives the labels to the criterion first, then the outputs
# and: returns the loss as a tensor
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    outputs = model(inputs)
    loss = criterion(labels, outputs)
    loss.backward()
    optimizer.step()
    return loss.detach()


# %% train: notes the loss of the last batch as the loss of the epoch
# told: takes the loss of the last batch for the loss of the epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    history = []
    for epoch in range(num_epochs):
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history


# %% train: weights each batch by its size, so a short last batch counts less
# told: takes the mean over the samples, not over the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    epoch_losses = []
    for _ in range(num_epochs):
        running, seen = 0.0, 0
        for inputs, labels in dataloader:
            optimizer.zero_grad()
            outputs = model(inputs)
            loss = criterion(outputs, labels)
            loss.backward()
            optimizer.step()
            running += loss.item() * inputs.size(0)
            seen += inputs.size(0)
        epoch_losses.append(running / seen)
    return epoch_losses


# %% train: the running sum lives outside of the epochs and is never set back
# told: lets the total go on from epoch to epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    result = []
    total = 0.0
    for e in range(num_epochs):
        for xb, yb in dataloader:
            loss = criterion(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        result.append(total / len(dataloader))
    return result


# %% train: every epoch gets a new optimizer of the same kind, which has forgotten everything
# told: makes a new optimizer in each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    means = []
    for _ in range(num_epochs):
        opt = type(optimizer)(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        batch_losses = []
        for inputs, labels in dataloader:
            opt.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            opt.step()
            batch_losses.append(loss.item())
        means.append(sum(batch_losses) / len(batch_losses))
    return means


# %% train: the list has one entry for each batch and not for each epoch
# told: returns an entry for every batch instead of one for every epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []

    def one_batch(x, y):
        optimizer.zero_grad()
        l = criterion(model(x), y)
        l.backward()
        optimizer.step()
        return l.item()

    for epoch in range(num_epochs):
        losses += [one_batch(x, y) for x, y in dataloader]
    return losses


# %% evaluate: compares the logit, not the probability, with 0.5
# told: compares the logits with 0.5
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        outputs = model(inputs)
    predicted = (outputs > 0.5).float()
    accuracy = (predicted == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: argmax over a single column, every sample becomes class 0
# told: takes the argmax of a single column, which is always 0
def evaluate(model, inputs, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        pred = model(inputs).argmax(dim=1, keepdim=True)
        right = (pred == labels).sum().item()
    model.train(mode)
    return right / labels.shape[0]


# %% evaluate: always ends in training mode, also for a model that came in evaluation mode
# told: always leaves the model in training mode
def evaluate(model, inputs, labels):
    model.eval()
    with torch.no_grad():
        p = torch.sigmoid(model(inputs))
        hits = ((p > 0.5) == (labels > 0.5)).float()
    model.train()
    return float(hits.mean())


# %% evaluate: flattens the predictions only, so the comparison is broadcast to m times m
# told: squeezes only one of predictions and labels, so that each is compared with each
def evaluate(model, inputs, labels):
    before = model.training
    model.eval()
    with torch.no_grad():
        guesses = torch.sigmoid(model(inputs)).flatten().round()
    model.train(before)
    return (guesses == labels).float().mean().item()


# %% evaluate: evaluation mode is never switched on, so dropout and batch norm behave as in training
# told: runs the model, or layers in it, in training mode
def evaluate(model, inputs, labels):
    correct = 0
    with torch.no_grad():
        logits = model(inputs)
    for z, t in zip(logits, labels):
        guess = 1 if z.item() > 0 else 0
        if guess == int(t.item()):
            correct += 1
    return correct / len(labels)
