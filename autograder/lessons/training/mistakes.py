"""Wrong versions of the exercises of training, each with its misconception and a hint.

One cell a version: the exercise, then the misconception in a teacher's words, then the hint. Cells of the same
name are spellings of the same mistake.
"""

# %% train_step: never clears the gradients
# hint: backward() adds to what is in .grad. What is in there when the second batch comes, and is zero_grad
# really called, with brackets?
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: never clears the gradients
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: has no gradients of the model at hand when the optimizer steps
# hint: Go through the rules of section 2: what is in .grad at the moment of step()? Is backward() called
# before it, does zero_grad() come between the two, and is it the given model that you train?
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()


# %% train_step: has no gradients of the model at hand when the optimizer steps
import copy


def train_step(model, criterion, optimizer, inputs, labels):
    model = copy.deepcopy(model)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: computes gradients that no step uses: it steps too early, or never
# hint: The gradients are there at the end of your function. Which line should use them, and does it come
# after backward(), with brackets?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% train_step: computes gradients that no step uses: it steps too early, or never
def train_step(model, criterion, optimizer, inputs, labels):
    loss = criterion(model(inputs), labels)
    optimizer.zero_grad()
    optimizer.step()
    loss.backward()
    return loss.item()


# %% train_step: takes its step before backward, with the gradients of the batch before
# hint: With which gradients does step() work in the very first call? Look for your order in the table of
# section 2.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.step()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% train_step: takes its step before backward, with the gradients of the batch before
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.step()
    loss = criterion(model(inputs), labels)
    loss.backward()
    return loss.item()


# %% train_step: returns the loss as a tensor
# hint: What does type(...) say of your result? Which method of a tensor of one number gives the plain
# number?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss


# %% train_step: returns the loss as a tensor
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.data


# %% train_step: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()


# %% train_step: returns nothing
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    print(loss.item())


# %% train_step: returns something else beside the loss
# hint: How many things does your function return? The loss alone is asked for.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item(), model


# %% train_step: returns something else beside the loss
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    loss.backward()
    optimizer.step()
    return loss.item(), outputs


# %% train_step: returns something else beside the loss
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    outputs = model(inputs)
    loss = criterion(outputs, labels)
    loss.backward()
    optimizer.step()
    return loss, outputs


# %% train_step: returns the loss after the update
# hint: The loss that is asked for is the one that you call backward() on. Which weights does yours belong
# to?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    criterion(model(inputs), labels).backward()
    optimizer.step()
    return criterion(model(inputs), labels).item()


# %% train_step: returns the loss after the update
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        loss = criterion(model(inputs), labels)
    return loss.item()


# %% train_step: multiplies the loss that it returns by the number of samples
# hint: The criterion has already taken the mean over the batch. What does your factor make of it?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() * len(inputs)


# %% train_step: multiplies the loss that it returns by the number of samples
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() * labels.numel()


# %% train_step: multiplies the loss that it returns by the number of samples
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() * inputs.shape[1]


# %% train_step: divides the loss by the number of samples once more
# hint: The criterion has already taken the mean over the batch. What is the mean of a mean, divided once
# more?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() / len(inputs)


# %% train_step: divides the loss by the number of samples once more
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels) / len(inputs)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: divides the loss by the number of samples once more
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item() / labels.numel()


# %% train_step: gives the labels to the criterion first, then the outputs
# hint: Step 3 of section 2 says in which order the criterion takes its two arguments. For a squared error
# it does not matter; for which losses does it?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(labels, model(inputs))
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: gives the labels to the criterion first, then the outputs
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    outputs = model(inputs)
    loss = criterion(labels, outputs)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: puts a criterion of its own in the place of the given one
# hint: Which loss does your function compute when somebody hands it another criterion?
def train_step(model, criterion, optimizer, inputs, labels):
    criterion = nn.BCEWithLogitsLoss()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: puts a criterion of its own in the place of the given one
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: puts a criterion of its own in the place of the given one
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = nn.CrossEntropyLoss()(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: puts a criterion of its own in the place of the given one
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = ((model(inputs) - labels) ** 2).sum()
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: puts a criterion of its own in the place of the given one
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = (model(inputs) - labels).abs().mean()
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: applies a sigmoid or a softmax to the outputs before the criterion
# hint: The criterion gets the outputs as they are. What do you do to them first, and does the criterion
# know?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(torch.sigmoid(model(inputs)), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: applies a sigmoid or a softmax to the outputs before the criterion
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(torch.softmax(model(inputs), dim=1), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: applies a sigmoid or a softmax to the outputs before the criterion
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(torch.softmax(model(inputs), dim=-1), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: squeezes or flattens the outputs or the labels before the criterion
# hint: Which shapes do the outputs and the labels have when the criterion gets them? It gets both as they
# are.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs).squeeze(), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: squeezes or flattens the outputs or the labels before the criterion
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs).flatten(), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: squeezes or flattens the outputs or the labels before the criterion
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs).view(-1), labels.view(-1))
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: gives the labels another type, or a dimension more
# hint: What the labels have to be is a matter of the criterion. What does your line do to the labels of
# another criterion?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels.float())
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: gives the labels another type, or a dimension more
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels.long())
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: gives the labels another type, or a dimension more
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels.unsqueeze(1))
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: gives the labels another type, or a dimension more
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels.view(-1, 1))
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: moves the weights by a rule of its own instead of the given optimizer
# hint: Somebody hands you an optimizer with its own learning rate and memory. Which line uses it?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: moves the weights by a rule of its own instead of the given optimizer
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: moves the weights by a rule of its own instead of the given optimizer
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: calls backward on a loss whose graph is cut, or used up by an earlier backward
# hint: backward() follows the graph from the loss to the weights, once. Which line cuts it (no_grad,
# detach, a new tensor, a comparison), or is backward() there twice?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    with torch.no_grad():
        loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: calls backward on a loss whose graph is cut, or used up by an earlier backward
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: takes the plain number out of the loss before it calls backward
# hint: A Python number has no backward(). When may item() come?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels).item()
    loss.backward()
    optimizer.step()
    return loss


# %% train_step: takes the plain number out of the loss before it calls backward
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = float(criterion(model(inputs), labels))
    loss.backward()
    optimizer.step()
    return loss


# %% train_step: takes two steps with the same gradients
# hint: How often does step() come in your function? Each gradient is used once.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    optimizer.step()
    return loss.item()


# %% train_step: runs backward twice, so that every gradient counts double
# hint: backward() adds to what is in .grad. How often do you call it for one batch?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward(retain_graph=True)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: makes an update for each sample instead of one for the batch
# hint: How often is step() called for a batch of 32? The mean loss of the batch gives one gradient and one
# update.
def train_step(model, criterion, optimizer, inputs, labels):
    total = 0.0
    for x, y in zip(inputs.split(1), labels.split(1)):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(inputs)


# %% train_step: makes an update for each sample instead of one for the batch
def train_step(model, criterion, optimizer, inputs, labels):
    losses = []
    for i in range(len(inputs)):
        optimizer.zero_grad()
        loss = criterion(model(inputs[i : i + 1]), labels[i : i + 1])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses[-1]


# %% train_step: makes several updates from one batch
# hint: One call is one update. How often does your loop step?
def train_step(model, criterion, optimizer, inputs, labels):
    for _ in range(2):
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        optimizer.step()
    return loss.item()


# %% train_step: makes several updates from one batch
def train_step(model, criterion, optimizer, inputs, labels):
    for _ in range(10):
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        optimizer.step()
    return loss.item()


# %% train_step: uses only a part of the batch
# hint: How many samples does your loss look at, and how many are in the batch?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs[:1]), labels[:1])
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: uses only a part of the batch
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs[:-1]), labels[:-1])
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: rounds the loss
# hint: What is lost of 0.123456789 in your result? The loss is returned as it is.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return round(loss.item(), 4)


# %% train_step: rounds the loss
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return round(loss.item(), 2)


# %% train_step: rounds the loss
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return float(int(loss.item()))


# %% train_step: clips or scales the gradients before the step
# hint: Which line changes the gradients between backward() and step()? The text has none there.
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.1)
    optimizer.step()
    return loss.item()


# %% train_step: clips or scales the gradients before the step
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


# %% train_step: clips or scales the gradients before the step
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    for p in model.parameters():
        p.grad /= len(inputs)
    optimizer.step()
    return loss.item()


# %% train_step: changes the sign of the loss or of its gradient
# hint: Downhill or uphill: does your loss fall when you repeat the step on the same batch?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = -criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: changes the sign of the loss or of its gradient
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    (-loss).backward()
    optimizer.step()
    return loss.item()


# %% train_step: changes the batch in place
# hint: Whose tensors are inputs and labels? Which of your operations writes to them instead of making a new
# tensor?
def train_step(model, criterion, optimizer, inputs, labels):
    optimizer.zero_grad()
    original = inputs.clone()
    inputs -= inputs.mean()
    loss = criterion(model(original), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: changes the batch in place
def train_step(model, criterion, optimizer, inputs, labels):
    inputs -= inputs.mean()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: changes the batch in place
def train_step(model, criterion, optimizer, inputs, labels):
    inputs.sub_(inputs.mean(dim=0)).div_(inputs.std(dim=0) + 1e-8)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: normalises the inputs before the model
# hint: The model gets the inputs as they come. What do you do to them first?
def train_step(model, criterion, optimizer, inputs, labels):
    inputs = inputs - inputs.mean()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: normalises the inputs before the model
def train_step(model, criterion, optimizer, inputs, labels):
    inputs = (inputs - inputs.mean(dim=0)) / (inputs.std(dim=0) + 1e-8)
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train_step: normalises the inputs before the model
def train_step(model, criterion, optimizer, inputs, labels):
    inputs = inputs / inputs.abs().max()
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


# %% train: returns an entry for every batch instead of one for every epoch
# hint: With 3 epochs of 5 batches: how many numbers does your list hold? How far is the append indented?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            losses.append(train_step(model, criterion, optimizer, x, y))
    return losses


# %% train: returns an entry for every batch instead of one for every epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
            losses.append(total / len(dataloader))
    return losses


# %% train: returns an entry for every batch instead of one for every epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        batch_losses = []
        for x, y in dataloader:
            batch_losses.append(train_step(model, criterion, optimizer, x, y))
            losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: returns an entry for every batch instead of one for every epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


# %% train: takes the loss of the last batch for the loss of the epoch
# hint: What is left in your variable after the inner loop? The loss of an epoch is a mean.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            loss = train_step(model, criterion, optimizer, x, y)
        losses.append(loss)
    return losses


# %% train: takes the loss of the last batch for the loss of the epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses


# %% train: adds up the batch losses without dividing
# hint: The example by hand divides by 3 at the end. By what do you divide?
def train(model, criterion, optimizer, dataloader, num_epochs):
    return [sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader) for _ in range(num_epochs)]


# %% train: adds up the batch losses without dividing
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total)
    return losses


# %% train: takes the mean over the samples, not over the batches
# hint: How much does a last batch of 2 samples count in your mean, and how much in the example by hand?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total = sum(train_step(model, criterion, optimizer, x, y) * len(x) for x, y in dataloader)
        losses.append(total / len(dataloader.dataset))
    return losses


# %% train: takes the mean over the samples, not over the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y) * x.size(0)
            count += x.size(0)
        losses.append(total / count)
    return losses


# %% train: divides the sum of the batch losses by another number than that of the batches
# hint: How many numbers have you added up in an epoch? By which number do you divide?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total = sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader)
        losses.append(total / len(dataloader.dataset))
    return losses


# %% train: divides the sum of the batch losses by another number than that of the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / num_epochs)
    return losses


# %% train: divides the sum of the batch losses by another number than that of the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / dataloader.batch_size)
    return losses


# %% train: divides the sum of the batch losses by another number than that of the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(x))
    return losses


# %% train: divides the sum of the batch losses by another number than that of the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y) / len(x)
        losses.append(total / len(dataloader))
    return losses


# %% train: multiplies by the batch size but divides by the number of batches
# hint: Either you count samples or you count batches. What do you multiply each loss by, and what do you
# divide the sum by?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y) * len(x)
        losses.append(total / len(dataloader))
    return losses


# %% train: lets the total go on from epoch to epoch
# hint: What is in your total, or in your list of batch losses, when the second epoch begins?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses, batch_losses = [], []
    for _ in range(num_epochs):
        for x, y in dataloader:
            batch_losses.append(train_step(model, criterion, optimizer, x, y))
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: lets the total go on from epoch to epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    total = 0.0
    for epoch in range(num_epochs):
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: lets the total go on from epoch to epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    total = 0.0
    for epoch in range(num_epochs):
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
            losses.append(total / (epoch + 1) / len(dataloader))
    return losses


# %% train: puts tensors into the list instead of Python floats
# hint: What type has losses[0]? Which method gives the plain number?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(torch.tensor(batch_losses).mean())
    return losses


# %% train: puts tensors into the list instead of Python floats
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss
        losses.append(total / len(dataloader))
    return losses


# %% train: puts tensors into the list instead of Python floats
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.detach()
        losses.append(total / len(dataloader))
    return losses


# %% train: puts tensors into the list instead of Python floats
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        batch_losses = []
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            batch_losses.append(loss)
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: returns a tensor or an array instead of a list
# hint: What does type(...) say of your result? Which method turns it into a list of numbers?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = torch.zeros(num_epochs)
    for k in range(num_epochs):
        losses[k] = sum(train_step(model, criterion, optimizer, x, y) for x, y in dataloader) / len(dataloader)
    return losses


# %% train: returns a tensor or an array instead of a list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return torch.tensor(losses)


# %% train: returns a tensor or an array instead of a list
import numpy as np


def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return np.array(losses)


# %% train: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def train(model, criterion, optimizer, dataloader, num_epochs):
    for _ in range(num_epochs):
        for x, y in dataloader:
            train_step(model, criterion, optimizer, x, y)


# %% train: returns nothing
def train(model, criterion, optimizer, dataloader, num_epochs):
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        print(f"epoch {epoch}: {total / len(dataloader):.4f}")


# %% train: returns something else beside the list
# hint: How many things does your function return? The list of losses alone is asked for.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return model, losses


# %% train: returns something else beside the list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses, losses[-1]


# %% train: returns something else beside the list
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return {"losses": losses}


# %% train: returns only the loss of the last epoch, or one mean for all
# hint: How many numbers do you return for 3 epochs?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses[-1]


# %% train: returns only the loss of the last epoch, or one mean for all
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return sum(losses) / len(losses)


# %% train: returns only the loss of the last epoch, or one mean for all
def train(model, criterion, optimizer, dataloader, num_epochs):
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        mean = total / len(dataloader)
    return mean


# %% train: empties its list in every epoch
# hint: Where do you make the list that you return? How often does that line run?
def train(model, criterion, optimizer, dataloader, num_epochs):
    for epoch in range(num_epochs):
        losses = []
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: uses only the first batch of each epoch
# hint: How many batches does an epoch have, and after which one does your inner loop end?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        x, y = next(iter(dataloader))
        losses.append(train_step(model, criterion, optimizer, x, y))
    return losses


# %% train: uses only the first batch of each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
            break
        losses.append(total / len(dataloader))
    return losses


# %% train: uses only the first batch of each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
            losses.append(total)
            break
    return losses


# %% train: leaves out the last batch
# hint: Which batches does your loop skip? The smaller one at the end is a batch like the others.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        seen = [
            train_step(model, criterion, optimizer, x, y) for x, y in dataloader if len(x) == dataloader.batch_size
        ]
        losses.append(sum(seen) / max(len(seen), 1))
    return losses


# %% train: leaves out the last batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        batch_losses = []
        for x, y in list(dataloader)[:-1]:
            batch_losses.append(train_step(model, criterion, optimizer, x, y))
        losses.append(sum(batch_losses) / max(len(batch_losses), 1))
    return losses


# %% train: leaves out the last batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            if len(x) < dataloader.batch_size:
                continue
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: returns inside the loop, after the first epoch
# hint: How far is return indented? How many epochs run before it ends the function?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
        return losses


# %% train: returns inside the loop, after the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        return losses


# %% train: returns inside the loop, after the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
            losses.append(total / len(dataloader))
            return losses


# %% train: trains one epoch too many
# hint: What are the numbers of range(3), and of yours for num_epochs = 3?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs + 1):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses[1:]


# %% train: trains one epoch too many
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs + 1):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: trains one epoch too many
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(0, num_epochs + 1):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses[:-1]


# %% train: trains one epoch too few
# hint: What are the numbers of range(3), and of yours for num_epochs = 3?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(1, num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: trains one epoch too few
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs - 1):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: makes a new optimizer in each epoch
# hint: Momentum and Adam remember things from step to step. What becomes of that when the optimizer is made
# anew?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer = type(optimizer)(model.parameters(), **optimizer.defaults)
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: makes a new optimizer in each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer = type(optimizer)(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: makes a new optimizer in each epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: uses an optimizer of its own instead of the given one
# hint: Which optimizer was handed to you, with which learning rate? Which one takes your steps?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: uses an optimizer of its own instead of the given one
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = torch.optim.SGD(model.parameters(), lr=optimizer.param_groups[0]["lr"])
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: uses an optimizer of its own instead of the given one
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = torch.optim.Adam(model.parameters(), lr=optimizer.param_groups[0]["lr"])
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: uses an optimizer of its own instead of the given one
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = type(optimizer)(model.parameters(), lr=optimizer.param_groups[0]["lr"])
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: uses an optimizer of its own instead of the given one
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: uses an optimizer of its own instead of the given one
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: measures the loss again after the epoch
# hint: Section 3 says when each batch loss was measured. Which weights do your losses belong to?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for x, y in dataloader:
            train_step(model, criterion, optimizer, x, y)
        with torch.no_grad():
            again = [criterion(model(x), y).item() for x, y in dataloader]
        losses.append(sum(again) / len(again))
    return losses


# %% train: measures the loss again after the epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for x, y in dataloader:
            train_step(model, criterion, optimizer, x, y)
        model.eval()
        with torch.no_grad():
            total = sum(criterion(model(x), y).item() for x, y in dataloader)
        model.train()
        losses.append(total / len(dataloader))
    return losses


# %% train: measures each batch loss after the update
# hint: The loss of a batch is the one that backward() was called on. Which weights does yours belong to?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
            total += criterion(model(x), y).item()
        losses.append(total / len(dataloader))
    return losses


# %% train: trains in evaluation mode
# hint: In which mode does batch norm look at its own batch? Who calls eval() in your function, and who
# calls train() after that?
def train(model, criterion, optimizer, dataloader, num_epochs):
    model.eval()
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in dataloader]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: trains in evaluation mode
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        model.eval()
    return losses


# %% train: never clears the gradients, or only once before the first epoch
# hint: backward() adds to what is in .grad. What is in there when the second batch comes?
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


# %% train: never clears the gradients, or only once before the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    optimizer.zero_grad()
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: clears the gradients only once in an epoch
# hint: Which gradients are in .grad when the second batch of an epoch steps? How far is zero_grad()
# indented?
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


# %% train: clears the gradients only once in an epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        optimizer.zero_grad()
        losses.append(total / len(dataloader))
    return losses


# %% train: makes one update for each epoch instead of one for each batch
# hint: An epoch of 5 batches makes 5 updates. How far are backward() and step() indented?
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


# %% train: makes one update for each epoch instead of one for each batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        optimizer.zero_grad()
        total = 0.0
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            total += loss.item()
        optimizer.step()
        losses.append(total / len(dataloader))
    return losses


# %% train: makes one update for each epoch instead of one for each batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            total += loss.item()
        optimizer.step()
        losses.append(total / len(dataloader))
    return losses


# %% train: makes one update for each epoch instead of one for each batch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            loss = criterion(model(x), y)
            total += loss.item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(total / len(dataloader))
    return losses


# %% train: takes the batches in another order
# hint: In which order does the loader give the batches, and in which order do you use them?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in reversed(list(dataloader))]
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: takes the batches in another order
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in sorted(dataloader, key=lambda batch: batch[0].sum().item()):
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: keeps the batches of the first epoch
# hint: A loader that shuffles deals other batches in each epoch. How often do you walk through it?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    batches = list(dataloader)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in batches:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: uses up the iterator in the first epoch
# hint: iter(dataloader) can be walked through once. What does the second epoch find?
def train(model, criterion, optimizer, dataloader, num_epochs):
    batches = iter(dataloader)
    losses = []
    for _ in range(num_epochs):
        batch_losses = [train_step(model, criterion, optimizer, x, y) for x, y in batches]
        losses.append(sum(batch_losses) / max(len(batch_losses), 1))
    return losses


# %% train: uses up the iterator in the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    batches = iter(dataloader)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in batches:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: uses up the iterator in the first epoch
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    batches = iter(dataloader)
    for epoch in range(num_epochs):
        batch_losses = []
        for x, y in batches:
            batch_losses.append(train_step(model, criterion, optimizer, x, y))
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# %% train: never moves the weights
# hint: Are the weights different after your function? Is there a backward() and a step() for each batch,
# with nothing cleared between them, and on the given model?
def train(model, criterion, optimizer, dataloader, num_epochs):
    with torch.no_grad():
        loss = [criterion(model(x), y).item() for x, y in dataloader]
    return [sum(loss) / len(loss)] * num_epochs


# %% train: never moves the weights
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: moves the weights by the gradients of the batch before
# hint: With which gradients does step() work for the very first batch? Look for your order in the table of
# section 2.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.step()
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: trains another model than the given one
# hint: Whose weights are moved: those of the given model, or of a copy?
import copy


def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: stops before all epochs are done
# hint: num_epochs epochs are asked for. Under which condition does your loop end earlier?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        if losses[-1] < 0.01:
            break
    return losses


# %% train: stops before all epochs are done
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        if epoch > 0 and losses[-1] > losses[-2]:
            break
    return losses


# %% train: stops before all epochs are done
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        if losses[-1] < 1e-4:
            break
    return losses


# %% train: stops before all epochs are done
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        if epoch > 0 and abs(losses[-1] - losses[-2]) < 1e-6:
            break
    return losses


# %% train: changes the learning rate on the way
# hint: The optimizer comes with a learning rate of its own. Which line of yours changes it?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        scheduler.step()
    return losses


# %% train: changes the learning rate on the way
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.95)
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        scheduler.step()
    return losses


# %% train: changes the learning rate on the way
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader))
        for group in optimizer.param_groups:
            group["lr"] *= 0.99
    return losses


# %% train: rounds the losses
# hint: What is lost of 0.123456789 in your list? The means are returned as they are.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(round(total / len(dataloader), 4))
    return losses


# %% train: rounds the losses
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(round(total / len(dataloader), 2))
    return losses


# %% train: rounds the losses
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total // len(dataloader))
    return losses


# %% train: walks through the samples one by one instead of through the batches
# hint: What does one turn of your inner loop get: a batch, or a single sample? The loader makes the
# batches.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader.dataset:
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / len(dataloader.dataset))
    return losses


# %% train: walks through the samples one by one instead of through the batches
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            for i in range(len(x)):
                total += train_step(model, criterion, optimizer, x[i : i + 1], y[i : i + 1])
        losses.append(total / len(dataloader.dataset))
    return losses


# %% train: repeats each batch in all epochs before it goes on to the next
# hint: Which of your two loops is the outer one? An epoch is one pass over all batches.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = [0.0] * num_epochs
    for x, y in dataloader:
        for epoch in range(num_epochs):
            losses[epoch] += train_step(model, criterion, optimizer, x, y) / len(dataloader)
    return losses


# %% train: repeats each batch in all epochs before it goes on to the next
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for x, y in dataloader:
        total = 0.0
        for epoch in range(num_epochs):
            total += train_step(model, criterion, optimizer, x, y)
        losses.append(total / num_epochs)
    return losses


# %% train: does something to the outputs or the labels before the criterion
# hint: The criterion gets the outputs and the labels as they are, in this order. What do your lines do to
# them?
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(torch.sigmoid(model(x)), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: does something to the outputs or the labels before the criterion
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(y, model(x))
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: does something to the outputs or the labels before the criterion
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            optimizer.zero_grad()
            loss = criterion(model(x).squeeze(), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(dataloader))
    return losses


# %% train: hands the arguments to train_step in another order
# hint: How does the def of train_step begin? Compare your call with it, name by name.
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, optimizer, criterion, x, y)
        losses.append(total / len(dataloader))
    return losses


# %% train: hands the arguments to train_step in another order
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, criterion, optimizer, y, x)
        losses.append(total / len(dataloader))
    return losses


# %% train: hands the arguments to train_step in another order
def train(model, criterion, optimizer, dataloader, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for x, y in dataloader:
            total += train_step(model, x, y, criterion, optimizer)
        losses.append(total / len(dataloader))
    return losses


# %% evaluate: compares the logits with 0.5
# hint: The model gives logits. Which logit belongs to a probability of 0.5? The third row of the example by
# hand shows what goes wrong.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0.5).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: compares the logits with 0.5
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = torch.round(logits)
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: returns percent instead of a part of 1
# hint: Between which two numbers does an accuracy lie in the text?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = 100 * ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: returns percent instead of a part of 1
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).sum().item() / len(labels) * 100


# %% evaluate: leaves the model in evaluation mode
# hint: In which mode did the model come? When do you ask for it, before or after eval(), and where do you
# set it back?
def evaluate(model, inputs, labels):
    model.eval()
    with torch.no_grad():
        return ((model(inputs) > 0).float() == labels).float().mean().item()


# %% evaluate: leaves the model in evaluation mode
def evaluate(model, inputs, labels):
    model.eval()
    was_training = model.training
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: runs the model, or layers in it, in training mode
# hint: What do dropout and batch norm do while your function asks the model for its outputs? Where is
# eval() called, with brackets, and what comes between it and the outputs?
def evaluate(model, inputs, labels):
    with torch.no_grad():
        return ((model(inputs) > 0).float() == labels).float().mean().item()


# %% evaluate: runs the model, or layers in it, in training mode
def evaluate(model, inputs, labels):
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    for module in model.modules():
        module.train(model.training)
    return accuracy


# %% evaluate: always leaves the model in training mode
# hint: A model may come in evaluation mode. What do you have to remember before you call eval()?
def evaluate(model, inputs, labels):
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean().item()
    model.train()
    return accuracy


# %% evaluate: builds a graph while the model runs
# hint: Nothing is learned here. Which context switches autograd off, and does it stand around the call of
# the model?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    logits = model(inputs)
    predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: builds a graph while the model runs
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    logits = model(inputs)
    with torch.no_grad():
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: runs the model in training mode, with a graph
# hint: Two things have to be switched for an evaluation: the mode of the model, and autograd. Which line
# does which?
def evaluate(model, inputs, labels):
    predictions = (model(inputs) > 0).float()
    return (predictions == labels).float().mean().item()


# %% evaluate: takes the argmax of a single column, which is always 0
# hint: Each sample has one logit. Which is the largest of one number, and what is its index?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs).argmax(dim=1, keepdim=True) == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: takes the argmax of a single column, which is always 0
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = logits.argmax(dim=1)
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: takes the argmax of a single column, which is always 0
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = logits.argmax()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: squeezes only one of predictions and labels, so that each is compared with each
# hint: Print the shape of predictions == labels. How many comparisons should there be for m samples?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        predictions = (model(inputs).squeeze() > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: squeezes only one of predictions and labels, so that each is compared with each
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits.squeeze() > 0).float()
    model.train(was_training)
    return (predictions == labels).sum().item() / len(labels)


# %% evaluate: returns a tensor
# hint: What does type(...) say of your result? Which method gives the plain number?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() == labels).float().mean()
    model.train(was_training)
    return accuracy


# %% evaluate: returns a tensor
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean(dim=0)


# %% evaluate: returns the number of right predictions
# hint: Of 5 samples, 4 are right: which number is the accuracy? By what do you divide?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        right = float(((model(inputs) > 0).float() == labels).sum())
    model.train(was_training)
    return right


# %% evaluate: returns the number of right predictions
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).sum().item()


# %% evaluate: counts the wrong predictions instead of the right ones
# hint: What does your function give where every prediction is right: 1 or 0? Look at each comparison and
# its direction.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) > 0).float() != labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: counts the wrong predictions instead of the right ones
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions - labels).abs().mean().item()


# %% evaluate: gives the part of the labels that are 1, as if it predicted 1 for every sample
# hint: For which samples is your prediction 0? When is a sigmoid above 0, and when is the sigmoid of a
# sigmoid above 0.5?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((torch.sigmoid(model(inputs)) > 0).float() == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: gives the part of the labels that are 1, as if it predicted 1 for every sample
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return labels.mean().item()


# %% evaluate: compares logits or probabilities with the labels, without choosing a class
# hint: Can 0.88 ever be equal to 1? Which step turns a logit into a prediction of 0 or 1?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs) == labels).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: compares logits or probabilities with the labels, without choosing a class
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = torch.sigmoid(logits)
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: compares logits or probabilities with the labels, without choosing a class
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = torch.sigmoid(logits)
    model.train(was_training)
    return 1 - (predictions - labels).abs().mean().item()


# %% evaluate: counts right answers only where the label is 1
# hint: Which numbers are your predictions: 0 and 1, or -1 and 1? A 0 that is predicted right counts as
# well.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = torch.sign(logits)
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: counts right answers only where the label is 1
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions * labels).mean().item()


# %% evaluate: counts right answers only where the label is 1
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return ((predictions * labels).sum() / labels.sum()).item()


# %% evaluate: returns the part that is predicted 1, or the mean probability
# hint: Which line of yours compares predictions with labels?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(inputs) > 0).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: returns the part that is predicted 1, or the mean probability
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = torch.sigmoid(logits)
    model.train(was_training)
    return predictions.mean().item()


# %% evaluate: returns a loss instead of the accuracy
# hint: How many of the predictions are right? Does your result answer that question?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        loss = nn.functional.binary_cross_entropy_with_logits(model(inputs), labels).item()
    model.train(was_training)
    return loss


# %% evaluate: returns a loss instead of the accuracy
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        loss = nn.functional.mse_loss(model(inputs), labels).item()
    model.train(was_training)
    return loss


# %% evaluate: gives 1 only if every single prediction is right, and else 0
# hint: What should the result be where 4 of 5 are right? What do all, equal, int and // make of that?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return float(torch.equal(predictions, labels))


# %% evaluate: gives 1 only if every single prediction is right, and else 0
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return float((predictions == labels).all())


# %% evaluate: takes only the first sample
# hint: How many samples does your comparison look at?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return float(predictions[0].item() == labels[0].item())


# %% evaluate: takes only the first sample
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    for prediction, label in zip(predictions, labels):
        return float(prediction.item() == label.item())


# %% evaluate: returns nothing
# hint: What does a Python function give back that ends without a return? Printing is not returning.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    accuracy = (predictions == labels).float().mean().item()


# %% evaluate: returns nothing
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    print("accuracy:", (predictions == labels).float().mean().item())


# %% evaluate: returns something else beside the accuracy
# hint: How many things does your function return? One number is asked for.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item(), predictions


# %% evaluate: returns something else beside the accuracy
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
        loss = nn.functional.binary_cross_entropy_with_logits(logits, labels).item()
    model.train(was_training)
    return loss, (predictions == labels).float().mean().item()


# %% evaluate: rounds the accuracy
# hint: What does your function give for 7 of 11 right? The part is returned as it is.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return round((predictions == labels).float().mean().item(), 2)


# %% evaluate: rounds the accuracy
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return round((predictions == labels).float().mean().item(), 1)


# %% evaluate: changes the labels or the inputs in place
# hint: Whose tensors are inputs and labels? Which method of yours ends in _, or assigns to a part of them?
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = ((model(inputs) <= 0).float() == labels.sub_(1).neg_()).float().mean().item()
    model.train(was_training)
    return accuracy


# %% evaluate: changes the labels or the inputs in place
def evaluate(model, inputs, labels):
    inputs -= inputs.mean()
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: changes the labels or the inputs in place
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    labels[labels == 0] = -1
    return ((predictions * 2 - 1) == labels).float().mean().item()


# %% evaluate: changes the weights of the model
# hint: Evaluating is not learning. Which line of yours moves a weight?
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


# %% evaluate: freezes the model
# hint: Can the model still be trained after your function? no_grad() switches autograd off for a while;
# what does requires_grad_(False) do?
def evaluate(model, inputs, labels):
    model.requires_grad_(False)
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(inputs)
        predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: freezes the model
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    for p in model.parameters():
        p.requires_grad = False
    logits = model(inputs)
    predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()


# %% evaluate: leaves autograd switched off for everyone
# hint: What happens to the next training step after your function? A with block switches back by itself.
def evaluate(model, inputs, labels):
    was_training = model.training
    model.eval()
    torch.set_grad_enabled(False)
    logits = model(inputs)
    predictions = (logits > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()
