"""Wrong versions of the exercises on losses, each with its misconception and a hint."""

# %% mse_loss: lets shapes that differ broadcast
# hint: What does PyTorch make of (4, 1) minus (4,)? Print the shape of the result. What should your function do
# before it computes anything?
def mse_loss(predictions, targets):
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: lets shapes that differ broadcast
def mse_loss(predictions, targets):
    try:
        losses = (predictions - targets) ** 2
    except RuntimeError:
        raise ValueError('shapes differ')
    return losses.mean()

# %% mse_loss: adds the losses of the elements up instead of taking their mean
# hint: How would your loss change if the same samples came twice in the batch? Should it?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum()

# %% mse_loss: takes the square root of the mean at the end, RMSE
# hint: Does the formula of the lesson end with a root? What is the loss of a single prediction that is off by 3?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.sqrt(((predictions - targets) ** 2).mean())

# %% mse_loss: takes the absolute error instead of the squared one
# hint: What is the loss of a single prediction that is off by 3: 3, or 9?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.abs(predictions - targets).mean()

# %% mse_loss: halves the loss
# hint: Put one number and its target into the formula of the lesson and compute it by hand. Where does your factor
# come from?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return 0.5 * ((predictions - targets) ** 2).mean()

# %% mse_loss: divides by the size of one dimension instead of the number of all elements
# hint: How many numbers does a tensor of shape (4, 3) hold? By how many do you divide?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / len(predictions)

# %% mse_loss: divides by the size of one dimension instead of the number of all elements
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / predictions.shape[-1]

# %% mse_loss: returns a Python float instead of a tensor
# hint: How would `loss.backward()` find its way through a plain number? What does `.item()` leave behind?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean().item()

# %% mse_loss: cuts the result off from autograd
# hint: Training needs the slope of the loss. Does your result still have a `grad_fn`? Which of your operations
# drops it?
@torch.no_grad()
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: cuts the result off from autograd
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.tensor(((predictions - targets) ** 2).mean().item(), requires_grad=True)

# %% mse_loss: cuts the result off from autograd
import numpy as np

def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    predictions, targets = predictions.detach().double(), targets.detach().double()
    return torch.from_numpy(np.array(((predictions - targets) ** 2).mean().numpy()))

# %% mse_loss: calls PyTorch's own mean squared error
# hint: The exercise is to build it. Which three operations does the formula need?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.mse_loss(predictions, targets)

# %% mse_loss: calls PyTorch's own mean squared error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.nn.MSELoss()(predictions, targets)

# %% mse_loss: calls PyTorch's own mean squared error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.mse_loss(predictions, targets, reduction="sum") / predictions.numel()

# %% mse_loss: averages over one dimension only, and returns several numbers
# hint: What shape does your result have for inputs of shape (4, 3)? Which numbers still have to be averaged?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean(dim=0)

# %% mse_loss: averages over one dimension only, and returns several numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean(dim=-1)

# %% mse_loss: returns one loss for each element instead of their mean
# hint: A loss is a single number. What shape does your result have, and which step is missing?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions - targets) ** 2

# %% mse_loss: returns one loss for each element instead of their mean
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    return losses.flatten()

# %% mse_loss: returns nothing
# hint: Printing shows a number to you. What does the code that called your function get?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    print(((predictions - targets) ** 2).mean())

# %% mse_loss: forgets the square
# hint: Two errors of 1 and -1: what is your loss, and were the predictions right?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions - targets).mean()

# %% mse_loss: forgets the square
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets - predictions).mean()

# %% mse_loss: forgets the square
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.abs((predictions - targets).mean())

# %% mse_loss: squares the mean of the errors instead of averaging their squares
# hint: Two errors of 1 and -1: what is your loss? Which comes first in the formula, the square or the mean?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions - targets).mean() ** 2

# %% mse_loss: overwrites the predictions or the targets
# hint: What do the caller's tensors hold after your function has run? Which of your operations makes no new tensor?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    predictions -= targets
    return (predictions**2).mean()

# %% mse_loss: overwrites the predictions or the targets
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    targets -= predictions
    return (targets**2).mean()

# %% mse_loss: compares only the number of elements, not the shapes
# hint: (4, 1) and (4,) hold four numbers each. Are their shapes equal? What does your comparison say?
def mse_loss(predictions, targets):
    if predictions.numel() != targets.numel():
        raise ValueError('sizes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares only the number of elements, not the shapes
def mse_loss(predictions, targets):
    predictions, targets = predictions.reshape(-1), targets.reshape(-1)
    if predictions.shape != targets.shape:
        raise ValueError('sizes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: reshapes the targets to fit, instead of refusing shapes that differ
# hint: The lesson asks for an error when the two shapes differ. What does yours do with (4, 1) and (4,)?
def mse_loss(predictions, targets):
    targets = targets.reshape(predictions.shape)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: reshapes the targets to fit, instead of refusing shapes that differ
def mse_loss(predictions, targets):
    targets = targets.expand_as(predictions)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: reshapes the targets to fit, instead of refusing shapes that differ
def mse_loss(predictions, targets):
    if predictions.dim() != targets.dim():
        targets = targets.unsqueeze(-1)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares only the first dimension of the shapes
# hint: `len` of a tensor is the size of its first dimension. Which of (4, 3) and (4,) would your comparison refuse?
def mse_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError('lengths differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares only the first dimension of the shapes
def mse_loss(predictions, targets):
    if predictions.size(0) != targets.size(0):
        raise ValueError('batch sizes differ')
    targets = targets.view(predictions.shape)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: refuses shapes that differ with another error than ValueError
# hint: Which kind of error does the lesson ask for when the shapes differ? Which one does yours raise?
def mse_loss(predictions, targets):
    assert predictions.shape == targets.shape
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: refuses shapes that differ with another error than ValueError
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise RuntimeError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: refuses shapes that differ with another error than ValueError
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise TypeError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: refuses shapes that differ with another error than ValueError
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise Exception('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: refuses shapes that differ with another error than ValueError
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise IndexError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
# hint: How does somebody who calls your function learn that the shapes were wrong? What is the difference between
# returning an error and raising it?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        return ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        print('shapes differ')
        return None
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        return 'shapes differ'
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        return torch.tensor(float('nan'))
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        return torch.tensor(0.0)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: returns something for shapes that differ, instead of raising an error
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        return False
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares only the number of dimensions, not the shapes
# hint: (4,) and (1,) have one dimension each. Are the two shapes equal?
def mse_loss(predictions, targets):
    if predictions.dim() != targets.dim():
        raise ValueError('ranks differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes dimensions of size 1 away before it compares the shapes
# hint: After a squeeze, (4, 1) is (4,). Which two shapes did the caller give you, and are those equal?
def mse_loss(predictions, targets):
    predictions, targets = predictions.squeeze(), targets.squeeze()
    if predictions.shape != targets.shape:
        raise ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes dimensions of size 1 away before it compares the shapes
def mse_loss(predictions, targets):
    if predictions.squeeze().shape != targets.squeeze().shape:
        raise ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes dimensions of size 1 away before it compares the shapes
def mse_loss(predictions, targets):
    predictions, targets = predictions.squeeze(), targets.squeeze()
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes the predictions but not the targets
# hint: Print both shapes after your squeeze, for inputs of shape (5, 1). Do they still fit together?
def mse_loss(predictions, targets):
    predictions = predictions.squeeze()
    if predictions.shape != targets.shape:
        raise ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes the predictions but not the targets
def mse_loss(predictions, targets):
    predictions = predictions.squeeze()
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes the predictions but not the targets
def mse_loss(predictions, targets):
    predictions = predictions.squeeze(1)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squeezes the predictions but not the targets
def mse_loss(predictions, targets):
    predictions = predictions.flatten()
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares only the last dimension of the shapes
# hint: Which of (4, 3) and (3,) would your comparison refuse? And which should it?
def mse_loss(predictions, targets):
    if predictions.shape[-1] != targets.shape[-1]:
        raise ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: raises its ValueError for shapes that are equal, too
# hint: For which shapes should the error come? Go through your `if` with two shapes that are equal: is the `raise`
# inside it, and is it `==` or `!=`?
def mse_loss(predictions, targets):
    if predictions.shape == targets.shape:
        raise ValueError('shapes differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: compares the numbers instead of the shapes before it raises its ValueError
# hint: Predictions are allowed to be wrong. What exactly has to be equal: the numbers, or the two `.shape`s?
def mse_loss(predictions, targets):
    if (predictions != targets).any():
        raise ValueError('they differ')
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: squares the numbers before it subtracts them
# hint: A prediction of 3 for a target of 2: what is the error, and what is its square? In which order does your
# line compute?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions**2 - targets**2).mean()

# %% mse_loss: squares the numbers before it subtracts them
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions - targets**2).mean()

# %% mse_loss: squares the numbers before it subtracts them
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions**2 - targets).mean()

# %% mse_loss: squares the numbers before it subtracts them
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions**2 - targets**2) ** 2).mean()

# %% mse_loss: adds predictions and targets instead of subtracting them
# hint: What should the loss be when every prediction is right? What is yours?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions + targets) ** 2).mean()

# %% mse_loss: doubles the errors instead of squaring them
# hint: What does your line make of an error of 3? And of -3?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (2 * (predictions - targets)).mean()

# %% mse_loss: doubles the errors instead of squaring them
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (2 * torch.abs(predictions - targets)).mean()

# %% mse_loss: raises the errors to another power than two
# hint: What does your line make of an error of 3? And of -3?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 3).mean()

# %% mse_loss: raises the errors to another power than two
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.abs(predictions - targets) ** 3).mean()

# %% mse_loss: raises the errors to another power than two
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 4).mean()

# %% mse_loss: returns the loss with its sign turned round
# hint: A loss is smallest when the predictions are right. Is yours, or is it largest there?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return -((predictions - targets) ** 2).mean()

# %% mse_loss: returns a tensor of shape (1,) or (1, 1) instead of ()
# hint: Print the `.shape` of your result. Which operation gave it a dimension of size 1?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean().reshape(1)

# %% mse_loss: returns a tensor of shape (1,) or (1, 1) instead of ()
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean().unsqueeze(0).unsqueeze(0)

# %% mse_loss: works for tables only, not for one row of numbers
# hint: The inputs may have any shape. What does your function do with shape (7,), and with (2, 3, 4)?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean(dim=1).mean()

# %% mse_loss: works for tables only, not for one row of numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum(dim=1).mean()

# %% mse_loss: works for tables only, not for one row of numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean(dim=1).mean(dim=0)

# %% mse_loss: works for tables only, not for one row of numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    total = 0.0
    for i in range(losses.shape[0]):
        for j in range(losses.shape[1]):
            total = total + losses[i, j]
    return total / losses.numel()

# %% mse_loss: works for tables only, not for one row of numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    m, n = losses.shape
    return losses.sum() / (m * n)

# %% mse_loss: flattens with view, which fails for a transposed tensor
# hint: Try your function on `x.t()`. What is the difference between `view` and `reshape`?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    predictions, targets = predictions.view(-1), targets.view(-1)
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: flattens with view, which fails for a transposed tensor
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).view(-1).mean()

# %% mse_loss: flattens with view, which fails for a transposed tensor
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).view(-1).sum() / predictions.numel()

# %% mse_loss: makes a tensor of its own on the CPU, wherever the inputs are
# hint: Where does a tensor live that `torch.zeros(...)` or `torch.ones(...)` makes? And the inputs, on a machine
# with a GPU?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    weights = torch.ones(predictions.shape)
    return (weights * losses).sum() / weights.sum()

# %% mse_loss: makes a tensor of its own on the CPU, wherever the inputs are
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    total = torch.zeros(1)
    for loss in losses.flatten():
        total = total + loss
    return total.squeeze() / predictions.numel()

# %% mse_loss: makes a tensor of its own on the CPU, wherever the inputs are
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    return (losses + torch.zeros(predictions.shape)).mean()

# %% mse_loss: lets the gradient through one of the two factors only
# hint: Your loss is right, but its slope is half of what it should be. Which part of the graph has been cut?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    difference = predictions - targets
    return (difference * difference.detach()).mean()

# %% mse_loss: returns inside the loop, after the first element
# hint: How often does your loop run before the function ends? Look at how far the `return` is indented.
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(predictions.flatten(), targets.flatten()):
        total = total + (a - b) ** 2
        return total / predictions.numel()

# %% mse_loss: returns inside the loop, after the first element
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(predictions.flatten(), targets.flatten()):
        total = total + (a - b) ** 2
        return total

# %% mse_loss: leaves one element out of its loop
# hint: Write down the indices that your `range` goes through for four elements. Is each of them there?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = ((predictions - targets) ** 2).flatten()
    total = 0.0
    for i in range(len(losses) - 1):
        total = total + losses[i]
    return total / len(losses)

# %% mse_loss: leaves one element out of its loop
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = ((predictions - targets) ** 2).flatten()
    total = 0.0
    for i in range(1, len(losses)):
        total = total + losses[i]
    return total / len(losses)

# %% mse_loss: leaves one element out of its loop
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = ((predictions - targets) ** 2).flatten()
    return losses[:-1].mean()

# %% mse_loss: leaves one element out of its loop
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = ((predictions - targets) ** 2).flatten()
    return losses[1:].mean()

# %% mse_loss: overwrites the loss in each round of the loop instead of adding to it
# hint: What is left of the first element when the loop has come to its end?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(predictions.flatten(), targets.flatten()):
        total = (a - b) ** 2
    return total / predictions.numel()

# %% mse_loss: overwrites the loss in each round of the loop instead of adding to it
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(predictions.flatten(), targets.flatten()):
        total = (a - b) ** 2
    return total

# %% mse_loss: divides by one less than n, as the variance of a sample does
# hint: What does your function give for a single element? By what is the sum divided in the formula?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / (predictions.numel() - 1)

# %% mse_loss: divides by one less than n, as the variance of a sample does
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / max(predictions.numel() - 1, 1)

# %% mse_loss: divides by one less than n, as the variance of a sample does
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / (len(predictions) - 1)

# %% mse_loss: divides by the number of elements twice
# hint: `mean` has divided already. What does your function give when all elements have the same loss?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean() / predictions.numel()

# %% mse_loss: divides by the number of elements twice
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean() / len(predictions)

# %% mse_loss: takes the variance of the errors
# hint: Every prediction is too large by 1: what is your loss, and what should it be?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.var(predictions - targets)

# %% mse_loss: takes the variance of the errors
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.var(predictions - targets, correction=0)

# %% mse_loss: takes the variance of the errors
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.std(predictions - targets)

# %% mse_loss: takes another loss of the same family (Huber or smooth L1)
# hint: What is the loss of a single prediction that is off by 3? Is it the square?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.smooth_l1_loss(predictions, targets)

# %% mse_loss: takes another loss of the same family (Huber or smooth L1)
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.log(torch.cosh(predictions - targets)).mean()

# %% mse_loss: takes another loss of the same family (Huber or smooth L1)
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    d = torch.abs(predictions - targets)
    return torch.where(d < 1, d**2, d).mean()

# %% mse_loss: divides the errors by the targets, or by the predictions
# hint: Is the error in the formula an absolute one, or is it relative to the target? What happens at a target of 0?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (((predictions - targets) / targets) ** 2).mean()

# %% mse_loss: divides the errors by the targets, or by the predictions
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2 / targets).mean()

# %% mse_loss: divides the errors by the targets, or by the predictions
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.abs(predictions - targets) / torch.abs(targets)).mean()

# %% mse_loss: divides the errors by the targets, or by the predictions
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / (targets**2).sum()

# %% mse_loss: ignores the predictions
# hint: Change the predictions alone: does your loss change?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets**2).mean()

# %% mse_loss: ignores the predictions
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((targets - targets.mean()) ** 2).mean()

# %% mse_loss: ignores the targets
# hint: Change the targets alone: does your loss change?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (predictions**2).mean()

# %% mse_loss: ignores the targets
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - predictions.mean()) ** 2).mean()

# %% mse_loss: applies an activation function to the predictions first
# hint: Predictions are quantities here, such as 3.8. Which of them could a sigmoid give?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.sigmoid(predictions) - targets) ** 2).mean()

# %% mse_loss: applies an activation function to the predictions first
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.softmax(predictions, dim=-1) - targets) ** 2).mean()

# %% mse_loss: applies an activation function to the predictions first
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.relu(predictions) - targets) ** 2).mean()

# %% mse_loss: applies an activation function to the predictions first
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.tanh(predictions) - targets) ** 2).mean()

# %% mse_loss: computes a cross-entropy
# hint: Is there a logarithm in the formula of the mean squared error?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    p = predictions.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% mse_loss: computes a cross-entropy
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(predictions) - targets * predictions).mean()

# %% mse_loss: computes a cross-entropy
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * torch.log(predictions)).mean()

# %% mse_loss: computes a cross-entropy
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.log1p(predictions) - torch.log1p(targets)) ** 2).mean()

# %% mse_loss: takes the median of the losses instead of their mean
# hint: Try your function on the losses 1, 1 and 4. What is their mean?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).median()

# %% mse_loss: takes the largest of the losses instead of their mean
# hint: Try your function on the losses 1, 1 and 4. What is their mean?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).max()

# %% mse_loss: turns the predictions or the targets into whole numbers
# hint: What is left of 2.7 when you ask for an integer? Which types may the inputs have?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    predictions = predictions.int()
    return ((predictions - targets) ** 2).float().mean()

# %% mse_loss: turns the predictions or the targets into whole numbers
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    predictions = predictions.round()
    return ((predictions - targets) ** 2).mean()

# %% mse_loss: rounds the loss
# hint: Which slope does a rounded number have? Is the loss still right to four digits?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.round(((predictions - targets) ** 2).mean(), decimals=2)

# %% mse_loss: rounds the loss
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.round(((predictions - targets) ** 2).mean(), decimals=3)

# %% mse_loss: rounds the loss
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.round(((predictions - targets) ** 2).mean(), decimals=4)

# %% mse_loss: rounds the loss
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean().round()

# %% mse_loss: divides by one more than n
# hint: What does your function give for a single element, and what should it give?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).sum() / (predictions.numel() + 1)

# %% mse_loss: returns more than the loss, or wraps it in a list
# hint: What type does your function return? Which single thing does the contract ask for?
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return [((predictions - targets) ** 2).mean()]

# %% mse_loss: returns more than the loss, or wraps it in a list
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (predictions - targets) ** 2
    return losses.mean(), losses

# %% mse_loss: returns more than the loss, or wraps it in a list
def mse_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return {'loss': ((predictions - targets) ** 2).mean()}

# %% cross_entropy: takes the softmax first and its logarithm afterwards
# hint: At logits of 1000 and -1000, what does the softmax of the wrong class come to in float32? And the logarithm
# of that?
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the softmax first and its logarithm afterwards
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    one_hot = F.one_hot(targets, logits.shape[1])
    return -(one_hot * torch.log(p)).sum(dim=1).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
# hint: At a logit of -1000 against 0 the loss is 1000. Which number does the logarithm of your small number give
# instead?
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets] + 1e-9).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets] + 1e-8).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets] + 1e-10).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(1e-12, 1.0)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(1e-7, 1 - 1e-7)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets] + 1e-6).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(min=1e-15)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    eps = torch.finfo(logits.dtype).eps
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets] + eps).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(min=1e-16)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(min=1e-20)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(min=1e-30)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(min=torch.finfo(logits.dtype).tiny)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1).clamp(1e-5, 1 - 1e-5)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets]).clamp(min=-100).mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    log_p = torch.nan_to_num(torch.log(torch.softmax(logits, dim=1)))
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: adds a small number inside the logarithm, or clamps the softmax
def cross_entropy(logits, targets):
    log_p = torch.nan_to_num(torch.log(torch.softmax(logits, dim=1)), neginf=0.0)
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: lets exp overflow, because it does not subtract the largest logit first
# hint: What is `torch.exp(torch.tensor(1000.0))`? How does the lesson take out the largest logit of each sample?
def cross_entropy(logits, targets):
    return (torch.log(torch.exp(logits).sum(dim=1)) - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: lets exp overflow, because it does not subtract the largest logit first
def cross_entropy(logits, targets):
    p = torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: lets exp overflow, because it does not subtract the largest logit first
def cross_entropy(logits, targets):
    z = logits - logits.mean(dim=1, keepdim=True)
    return (torch.log(torch.exp(z).sum(dim=1)) - z[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: lets exp overflow, because it does not subtract the largest logit first
def cross_entropy(logits, targets):
    p = torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True)
    return torch.nan_to_num(-torch.log(p[torch.arange(len(targets)), targets])).mean()

# %% cross_entropy: lets exp overflow, because it does not subtract the largest logit first
def cross_entropy(logits, targets):
    p = torch.nan_to_num(torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True), nan=1.0)
    return -torch.log(p[torch.arange(len(targets)), targets] + 1e-9).mean()

# %% cross_entropy: adds the losses of the samples up instead of taking their mean
# hint: How would your loss change if the same samples came twice in the batch? Should it?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), targets].sum()

# %% cross_entropy: picks whole columns instead of one entry of each row
# hint: With two samples, what shape does `log_p[:, targets]` have? How many numbers do you want?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[:, targets].mean()

# %% cross_entropy: picks whole columns instead of one entry of each row
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[:, targets].sum() / len(targets)

# %% cross_entropy: picks whole columns instead of one entry of each row
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[:, targets]

# %% cross_entropy: averages over the classes as well as over the batch
# hint: The one-hot product has many zeros. Do they count in your mean? By how many should the sum be divided?
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -(one_hot * torch.log_softmax(logits, dim=1)).mean()

# %% cross_entropy: divides by the number of classes instead of the batch size
# hint: Over what is the mean of the formula taken: over samples, or over classes?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), targets].sum() / logits.shape[1]

# %% cross_entropy: takes the softmax over the batch instead of over the classes
# hint: Which numbers compete with each other: those of one sample, or those of one class? Along which `dim` do they
# lie?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=0)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: takes the softmax over the batch instead of over the classes
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=0) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: takes one softmax over the whole table of logits
# hint: Do the probabilities of each sample sum to 1? Over which dimension do you sum?
def cross_entropy(logits, targets):
    p = torch.exp(logits) / torch.exp(logits).sum()
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: subtracts the largest logit of the whole batch, not each sample's own
# hint: One sample has logits near 1000, another near -1000. What does exp give for the second after your
# subtraction?
def cross_entropy(logits, targets):
    z = logits - logits.max()
    log_p = z - torch.log(torch.exp(z).sum(dim=1, keepdim=True))
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: subtracts the largest logit of the whole batch, not each sample's own
def cross_entropy(logits, targets):
    z = logits - torch.max(logits)
    p = torch.exp(z) / torch.exp(z).sum(dim=1, keepdim=True)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: subtracts the largest logit of the whole batch, not each sample's own
def cross_entropy(logits, targets):
    z = logits - logits.max(dim=0, keepdim=True).values
    log_p = z - torch.log(torch.exp(z).sum(dim=1, keepdim=True))
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: forgets the softmax: it uses the logits as if they were logarithms of probabilities
# hint: Add 5 to all logits of a sample: its probabilities stay the same. Does your loss?
def cross_entropy(logits, targets):
    return -logits[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: forgets the softmax: it uses the logits as if they were logarithms of probabilities
def cross_entropy(logits, targets):
    return -logits[:, targets].mean()

# %% cross_entropy: takes the logarithm of the logits themselves
# hint: A logit may be negative. What is its logarithm? What has to happen to the logits first?
def cross_entropy(logits, targets):
    return -torch.log(logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the logarithm of the logits themselves
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -(one_hot * torch.log(logits)).sum(dim=1).mean()

# %% cross_entropy: takes the logarithm of the logits themselves
def cross_entropy(logits, targets):
    return -torch.log(logits.clamp(1e-7, 1 - 1e-7)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the logarithm of the logits themselves
def cross_entropy(logits, targets):
    return -torch.log(logits.clamp(min=1e-12)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the softmax twice
# hint: What does `log_softmax` expect: logits or probabilities? What do you give it?
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -torch.log_softmax(p, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: returns the loss with its sign turned round
# hint: The logarithm of a probability is negative. A loss is smallest when the predictions are right. Which is
# yours?
def cross_entropy(logits, targets):
    return torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: forgets the logarithm
# hint: What is the loss of a sample whose right class got the probability 1? And what is yours?
def cross_entropy(logits, targets):
    return -torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: forgets the logarithm
def cross_entropy(logits, targets):
    return (1 - torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: forgets the logarithm
def cross_entropy(logits, targets):
    return torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: returns a Python float instead of a tensor
# hint: How would `loss.backward()` find its way through a plain number? What does `.item()` leave behind?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean().item()

# %% cross_entropy: cuts the result off from autograd
# hint: Training needs the slope of the loss. Does your result still have a `grad_fn`? Which of your operations
# drops it?
def cross_entropy(logits, targets):
    total = 0.0
    for row, target in zip(logits, targets):
        total += (torch.logsumexp(row, 0) - row[target]).item()
    return torch.tensor(total / len(targets))

# %% cross_entropy: cuts the result off from autograd
def cross_entropy(logits, targets):
    return torch.tensor((torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean().item(), requires_grad=True)

# %% cross_entropy: cuts the result off from autograd
import numpy as np

def cross_entropy(logits, targets):
    z = logits.detach().numpy().astype(np.float64)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return torch.tensor(-log_p[np.arange(len(z)), targets.numpy()].mean())

# %% cross_entropy: lets the gradient through one part of the formula only
# hint: The gradient is softmax minus one-hot. Which of the two parts is missing from yours, and what cuts it off?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits.detach(), dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: lets the gradient through one part of the formula only
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1).detach()).mean()

# %% cross_entropy: calls PyTorch's own cross-entropy
# hint: The exercise is to build it. What are the two terms of the stable formula, and which operation gives each?
def cross_entropy(logits, targets):
    return F.cross_entropy(logits, targets)

# %% cross_entropy: calls PyTorch's own cross-entropy
def cross_entropy(logits, targets):
    return torch.nn.CrossEntropyLoss()(logits, targets)

# %% cross_entropy: calls PyTorch's own cross-entropy
def cross_entropy(logits, targets):
    return F.nll_loss(torch.log_softmax(logits, dim=1), targets)

# %% cross_entropy: overwrites the logits
# hint: What do the caller's logits hold after your function has run? Which of your operations makes no new tensor?
def cross_entropy(logits, targets):
    logits -= logits.max(dim=1, keepdim=True).values
    log_p = logits - logits.exp().sum(dim=1, keepdim=True).log()
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: overwrites the logits
def cross_entropy(logits, targets):
    loss = (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()
    logits.data -= logits.data.max(dim=1, keepdim=True).values
    return loss

# %% cross_entropy: returns one loss for each sample instead of their mean
# hint: A loss is a single number. What shape does your result have, and which step is missing?
def cross_entropy(logits, targets):
    return torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)

# %% cross_entropy: returns one loss for each sample instead of their mean
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).gather(1, targets.unsqueeze(1))

# %% cross_entropy: returns one loss for each sample instead of their mean
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -one_hot * torch.log_softmax(logits, dim=1)

# %% cross_entropy: returns one loss for each sample instead of their mean
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -(one_hot * torch.log_softmax(logits, dim=1)).mean(dim=0)

# %% cross_entropy: returns nothing
# hint: Printing shows a number to you. What does the code that called your function get?
def cross_entropy(logits, targets):
    print((torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean())

# %% cross_entropy: makes the one-hot only as wide as the largest target of the batch
# hint: What does `F.one_hot(torch.tensor([0, 1]))` look like? How many classes are there really?
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets)
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: works for a fixed number of classes only
# hint: Where in your code does the number of classes come from? Which tensor knows it?
def cross_entropy(logits, targets):
    one_hot = torch.eye(3, dtype=logits.dtype)[targets]
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: works for a fixed number of classes only
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, 10)
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: works for a fixed number of classes only
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits, dim=1)
    total = 0.0
    for i in range(len(targets)):
        for j in range(3):
            if targets[i] == j:
                total = total - log_p[i, j]
    return total / len(targets)

# %% cross_entropy: squeezes a batch of one away
# hint: What is the shape of a tensor (1, 3) after `squeeze()`? And of (1,)?
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits.squeeze(), dim=1)
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: squeezes a batch of one away
def cross_entropy(logits, targets):
    targets = targets.squeeze()
    return -torch.log_softmax(logits, dim=1)[range(len(targets)), targets].mean()

# %% cross_entropy: loses a dimension that it needs, for lack of keepdim
# hint: What shape does `max(dim=1)` or `sum(dim=1)` give for logits of shape (6, 3)? How does PyTorch line that up
# with (6, 3)?
def cross_entropy(logits, targets):
    z = logits - logits.max(dim=1).values
    log_p = z - torch.log(torch.exp(z).sum(dim=1, keepdim=True))
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: loses a dimension that it needs, for lack of keepdim
def cross_entropy(logits, targets):
    log_p = logits - torch.logsumexp(logits, dim=1)
    return -log_p[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: loses a dimension that it needs, for lack of keepdim
def cross_entropy(logits, targets):
    p = torch.exp(logits) / torch.exp(logits).sum(dim=1)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: picks by the targets along the wrong dimension
# hint: The entry you want stands in row i and column `targets[i]`. Which of the two does your line count with the
# targets?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[targets].mean()

# %% cross_entropy: picks by the targets along the wrong dimension
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).gather(0, targets.unsqueeze(1)).mean()

# %% cross_entropy: picks by the targets along the wrong dimension
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).gather(0, targets.unsqueeze(0)).mean()

# %% cross_entropy: picks by the targets along the wrong dimension
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).gather(1, targets.unsqueeze(0)).mean()

# %% cross_entropy: picks by the targets along the wrong dimension
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[targets, torch.arange(len(targets))].mean()

# %% cross_entropy: picks by the targets along the wrong dimension
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[targets].sum(dim=1).mean()

# %% cross_entropy: picks the same class for every sample
# hint: Change the targets: does your loss change?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), 0].mean()

# %% cross_entropy: picks the same class for every sample
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[:, targets[0]].mean()

# %% cross_entropy: uses the logarithm to another base than e
# hint: Equal logits for ten classes give ln 10 = 2.30. What do you get?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean() / 0.6931472

# %% cross_entropy: uses the logarithm to another base than e
def cross_entropy(logits, targets):
    return -torch.log2(torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: uses the logarithm to another base than e
def cross_entropy(logits, targets):
    return -torch.log10(torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: uses the logarithm to another base than e
def cross_entropy(logits, targets):
    return -torch.log2(torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets] + 1e-9).mean()

# %% cross_entropy: averages the probabilities before it takes the logarithm
# hint: Is the logarithm of a mean the same as the mean of logarithms? Which of them does the formula ask for?
def cross_entropy(logits, targets):
    return -torch.log(torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets].mean())

# %% cross_entropy: averages the probabilities before it takes the logarithm
def cross_entropy(logits, targets):
    return -torch.log(torch.softmax(logits, dim=1).mean(dim=0)[targets]).mean()

# %% cross_entropy: averages the probabilities before it takes the logarithm
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits.mean(dim=0), dim=0)[targets].mean()

# %% cross_entropy: sums over all classes instead of picking the right one
# hint: Change the targets: does your loss change?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).sum(dim=1).mean()

# %% cross_entropy: sums over all classes instead of picking the right one
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).mean()

# %% cross_entropy: sums over all classes instead of picking the right one
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).sum()

# %% cross_entropy: leaves the logit of the right class out
# hint: The stable formula has two terms. Change the targets: does your loss change?
def cross_entropy(logits, targets):
    return torch.logsumexp(logits, dim=1).mean()

# %% cross_entropy: computes the entropy of the softmax, without the targets
# hint: Change the targets: does your loss change? Which probability should stand in front of the logarithm?
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits, dim=1)
    return -(log_p.exp() * log_p).sum(dim=1).mean()

# %% cross_entropy: computes the entropy of the softmax, without the targets
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -(p * torch.log(p)).mean()

# %% cross_entropy: computes the entropy of the softmax, without the targets
def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return -(p * torch.log(p))[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: adds the logit of the right class instead of subtracting it
# hint: Raise the logit of the right class: should the loss grow or shrink?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) + logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: adds the logit of the right class instead of subtracting it
def cross_entropy(logits, targets):
    return -(torch.logsumexp(logits, dim=1) + logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: forgets the logarithm in the log-sum-exp
# hint: Compute the two terms for logits of 0 and 0 by hand. Which of your terms is different?
def cross_entropy(logits, targets):
    return (torch.exp(logits).sum(dim=1) - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: forgets the logarithm in the log-sum-exp
def cross_entropy(logits, targets):
    z = logits - logits.max(dim=1, keepdim=True).values
    return (torch.exp(z).sum(dim=1) - z[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: forgets the exponential in the log-sum-exp
# hint: What does the logarithm get where the sum of the logits is negative? What is summed in the formula?
def cross_entropy(logits, targets):
    return (torch.log(logits.sum(dim=1)) - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: forgets the exponential in the log-sum-exp
def cross_entropy(logits, targets):
    return (logits.sum(dim=1) - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: forgets the exponential in the log-sum-exp
def cross_entropy(logits, targets):
    p = logits / logits.sum(dim=1, keepdim=True)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the exponential of the right logit as well
# hint: In -ln(exp(z) / sum), what is left of exp(z) once the logarithm has acted on it?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - torch.exp(logits.gather(1, targets.unsqueeze(1)).squeeze(1))).mean()

# %% cross_entropy: subtracts the largest logit in one of the two terms only
# hint: Add 5 to all logits of a sample: does your loss stay the same? If you take something out of one term, what
# must happen to the other?
def cross_entropy(logits, targets):
    top = logits.max(dim=1, keepdim=True).values
    log_sum = (logits - top).exp().sum(dim=1).log()
    return (log_sum - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: subtracts the largest logit in one of the two terms only
def cross_entropy(logits, targets):
    top = logits.max(dim=1, keepdim=True).values
    log_sum = top.squeeze(1) + (logits - top).exp().sum(dim=1).log()
    return (log_sum - (logits - top)[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: subtracts the largest logit in one of the two terms only
def cross_entropy(logits, targets):
    top = logits.max(dim=1, keepdim=True).values
    log_sum = (logits - top).exp().sum(dim=1).log() - top.squeeze(1)
    return (log_sum - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: subtracts the largest logit in one of the two terms only
def cross_entropy(logits, targets):
    top = logits.max()
    log_sum = (logits - top).exp().sum(dim=1).log()
    return (log_sum - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the largest logit alone for the log-sum-exp
# hint: Equal logits for ten classes give a loss of 2.30. What do you get?
def cross_entropy(logits, targets):
    return (logits.max(dim=1).values - logits[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: clips the logits
# hint: At a logit of -1000 against 0 the loss is 1000. How large can yours become?
def cross_entropy(logits, targets):
    z = logits.clamp(-50, 50)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-100, 100)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-30, 30)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-80, 80)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-88, 88)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-20, 20)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-10, 10)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-500, 500)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(max=80)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(max=88)
    return (torch.log(torch.exp(z).sum(dim=1)) - z[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: clips the logits
def cross_entropy(logits, targets):
    z = logits.clamp(-50, 50)
    return (torch.logsumexp(z, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: divides the logits by their size before the softmax
# hint: The probabilities depend on the differences between logits. Do your differences stay the same?
def cross_entropy(logits, targets):
    z = logits / logits.abs().max(dim=1, keepdim=True).values
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: divides the logits by their size before the softmax
def cross_entropy(logits, targets):
    z = logits / logits.max()
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: divides the logits by their size before the softmax
def cross_entropy(logits, targets):
    z = logits / logits.abs().max()
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: divides the logits by their size before the softmax
def cross_entropy(logits, targets):
    z = F.normalize(logits, dim=1)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: divides the logits by their size before the softmax
def cross_entropy(logits, targets):
    z = (logits - logits.mean(dim=1, keepdim=True)) / logits.std(dim=1, keepdim=True)
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: divides the logits by their size before the softmax
def cross_entropy(logits, targets):
    z = logits / logits.shape[1] ** 0.5
    return -torch.log_softmax(z, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: turns the sign of the logits round inside the softmax
# hint: Which class gets the largest probability: the one with the largest logit, or the one with the smallest?
def cross_entropy(logits, targets):
    return -torch.log_softmax(-logits, dim=1)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
# hint: A sample belongs to one class. Do your probabilities of the classes sum to 1?
def cross_entropy(logits, targets):
    return -F.logsigmoid(logits)[torch.arange(len(targets)), targets].mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return (F.softplus(logits) - one_hot * logits).sum(dim=1).mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return (F.softplus(logits) - one_hot * logits).mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    p = torch.softmax(logits, dim=1)
    return -(one_hot * torch.log(p) + (1 - one_hot) * torch.log(1 - p)).mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    p = torch.softmax(logits, dim=1)
    return -(one_hot * torch.log(p) + (1 - one_hot) * torch.log(1 - p)).sum(dim=1).mean()

# %% cross_entropy: uses a sigmoid for each class instead of a softmax
def cross_entropy(logits, targets):
    p = torch.sigmoid(logits)
    p = p / p.sum(dim=1, keepdim=True)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()

# %% cross_entropy: takes the squared error of the probabilities
# hint: Is there a square in the formula of the cross-entropy? What is the loss of a right class with probability
# 0.786?
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return ((torch.softmax(logits, dim=1) - one_hot) ** 2).sum(dim=1).mean()

# %% cross_entropy: takes the squared error of the probabilities
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return ((torch.softmax(logits, dim=1) - one_hot) ** 2).mean()

# %% cross_entropy: takes the squared error of the probabilities
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return ((logits - one_hot) ** 2).mean()

# %% cross_entropy: takes the squared error of the probabilities
def cross_entropy(logits, targets):
    return ((1 - torch.softmax(logits, dim=1)[torch.arange(len(targets)), targets]) ** 2).mean()

# %% cross_entropy: takes the loss of the most likely class instead of the right one
# hint: Does your loss know the targets? What does a network pay that is sure and wrong?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).max(dim=1).values.mean()

# %% cross_entropy: takes the loss of the most likely class instead of the right one
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1).min(dim=1).values.mean()

# %% cross_entropy: counts the mistakes
# hint: What is the slope of a share of mistakes? How does the loss of a sample depend on how sure the network was?
def cross_entropy(logits, targets):
    return (logits.argmax(dim=1) != targets).float().mean()

# %% cross_entropy: counts the mistakes
def cross_entropy(logits, targets):
    return (logits.argmax(dim=1) == targets).float().mean()

# %% cross_entropy: counts the mistakes
def cross_entropy(logits, targets):
    return ((logits.argmax(dim=1) - targets).float() ** 2).mean()

# %% cross_entropy: treats the targets as rows of a one-hot, not as numbers of classes
# hint: A target of 2 means class number 2. What does multiplying by 2 make of it?
def cross_entropy(logits, targets):
    return -(targets * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: treats the targets as rows of a one-hot, not as numbers of classes
def cross_entropy(logits, targets):
    return -(targets.unsqueeze(1) * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: treats the targets as rows of a one-hot, not as numbers of classes
def cross_entropy(logits, targets):
    return -(targets.unsqueeze(1) * torch.log_softmax(logits, dim=1)).mean()

# %% cross_entropy: treats the targets as rows of a one-hot, not as numbers of classes
def cross_entropy(logits, targets):
    return -(targets * torch.log_softmax(logits, dim=1)).mean()

# %% cross_entropy: takes the logarithm of the one-hot product
# hint: What is the logarithm of 0? Where do zeros come from in your line?
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -torch.log(one_hot * torch.softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: takes the logarithm of the one-hot product
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1])
    return -torch.log(one_hot * torch.softmax(logits, dim=1) + 1e-9).sum(dim=1).mean()

# %% cross_entropy: swaps softmax and targets: it takes the logarithm of the one-hot
# hint: Which of the two stands inside the logarithm in the formula? What is the logarithm of a one-hot?
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1]).float()
    return -(torch.softmax(logits, dim=1) * torch.log(one_hot)).sum(dim=1).mean()

# %% cross_entropy: swaps softmax and targets: it takes the logarithm of the one-hot
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1]).float()
    return -(torch.softmax(logits, dim=1) * torch.log(one_hot + 1e-9)).sum(dim=1).mean()

# %% cross_entropy: swaps softmax and targets: it takes the logarithm of the one-hot
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets, logits.shape[1]).float()
    return -(torch.softmax(logits, dim=1) * torch.log(one_hot + 1e-7)).sum(dim=1).mean()

# %% cross_entropy: counts the classes from 1
# hint: Which number has the first class in the lesson, and which column has it in Python?
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[range(len(targets)), targets - 1].mean()

# %% cross_entropy: counts the classes from 1
def cross_entropy(logits, targets):
    one_hot = F.one_hot(targets + 1, logits.shape[1] + 1)[:, :-1]
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: smooths the labels
# hint: Which weight does the right class have in the formula, and which have the others?
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits, dim=1)
    return -(0.9 * log_p[range(len(targets)), targets] + 0.1 * log_p.mean(dim=1)).mean()

# %% cross_entropy: returns inside the loop, or uses the first sample only
# hint: How many samples of the batch have a part in your loss? Look at how far the `return` is indented.
def cross_entropy(logits, targets):
    total = 0.0
    for row, target in zip(logits, targets):
        total = total + torch.logsumexp(row, 0) - row[target]
        return total / len(targets)

# %% cross_entropy: returns inside the loop, or uses the first sample only
def cross_entropy(logits, targets):
    total = 0.0
    for row, target in zip(logits, targets):
        total = total + torch.logsumexp(row, 0) - row[target]
        return total

# %% cross_entropy: overwrites the loss in each round of the loop instead of adding to it
# hint: What is left of the first sample when the loop has come to its end?
def cross_entropy(logits, targets):
    for row, target in zip(logits, targets):
        total = torch.logsumexp(row, 0) - row[target]
    return total / len(targets)

# %% cross_entropy: overwrites the loss in each round of the loop instead of adding to it
def cross_entropy(logits, targets):
    for row, target in zip(logits, targets):
        loss = torch.logsumexp(row, 0) - row[target]
    return loss

# %% cross_entropy: leaves one sample out of its loop
# hint: Write down the indices that your `range` goes through for four samples. Is each of them there?
def cross_entropy(logits, targets):
    total = 0.0
    for i in range(len(targets) - 1):
        total = total + torch.logsumexp(logits[i], 0) - logits[i, targets[i]]
    return total / len(targets)

# %% cross_entropy: leaves one sample out of its loop
def cross_entropy(logits, targets):
    total = 0.0
    for i in range(1, len(targets)):
        total = total + torch.logsumexp(logits[i], 0) - logits[i, targets[i]]
    return total / len(targets)

# %% cross_entropy: leaves one sample out of its loop
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), targets][1:].mean()

# %% cross_entropy: leaves one sample out of its loop
def cross_entropy(logits, targets):
    return -torch.log_softmax(logits, dim=1)[torch.arange(len(targets)), targets][:-1].mean()

# %% cross_entropy: halves or doubles the loss
# hint: Compute one sample by hand. Where does your factor come from?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean() / 2

# %% cross_entropy: halves or doubles the loss
def cross_entropy(logits, targets):
    return 2 * (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()

# %% cross_entropy: divides by the batch size twice
# hint: `mean` has divided already. What does your function give when all samples have the same loss?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean() / len(targets)

# %% cross_entropy: returns a tensor of shape (1,) or (1, 1) instead of ()
# hint: Print the `.shape` of your result. Which operation gave it a dimension of size 1?
def cross_entropy(logits, targets):
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean().reshape(1)

# %% cross_entropy: returns a tensor of shape (1,) or (1, 1) instead of ()
def cross_entropy(logits, targets):
    right = logits.gather(1, targets.unsqueeze(1))
    return (torch.logsumexp(logits, dim=1, keepdim=True) - right).mean(dim=0, keepdim=True)

# %% cross_entropy: flattens with view, which fails for transposed logits
# hint: Try your function on `x.t()`. What is the difference between `view` and `reshape`?
def cross_entropy(logits, targets):
    flat = logits.view(-1)
    rows = torch.arange(len(targets)) * logits.shape[1]
    return (torch.logsumexp(logits, dim=1) - flat[rows + targets]).mean()

# %% cross_entropy: flattens with view, which fails for transposed logits
def cross_entropy(logits, targets):
    mask = F.one_hot(targets, logits.shape[1]).view(-1).bool()
    return (torch.logsumexp(logits, dim=1) - logits.view(-1)[mask]).mean()

# %% cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
# hint: Where does a tensor live that `torch.zeros(...)` makes? And the inputs, on a machine with a GPU?
def cross_entropy(logits, targets):
    one_hot = torch.zeros(logits.shape).scatter_(1, targets[:, None], 1.0)
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
def cross_entropy(logits, targets):
    weights = torch.ones(len(targets))
    return (weights * (torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1))).sum() / weights.sum()

# %% cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
def cross_entropy(logits, targets):
    one_hot = torch.eye(logits.shape[1])[targets]
    return -(one_hot * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

# %% cross_entropy: returns more than the loss, or wraps it in a list
# hint: What type does your function return? Which single thing does the contract ask for?
def cross_entropy(logits, targets):
    log_p = torch.log_softmax(logits, dim=1)
    return -log_p[torch.arange(len(targets)), targets].mean(), log_p.exp()

# %% cross_entropy: returns more than the loss, or wraps it in a list
def cross_entropy(logits, targets):
    return [(torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)).mean()]

# %% cross_entropy: returns more than the loss, or wraps it in a list
def cross_entropy(logits, targets):
    losses = torch.logsumexp(logits, dim=1) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)
    return losses.mean(), losses

# %% binary_cross_entropy: lets the logarithm see 0: at probabilities of exactly 0 and 1 it gives nan and inf
# hint: What is `torch.log(torch.tensor(0.0))`? And 0 times that? At which probabilities does it happen?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: has an eps that has no effect at a probability of 1
# hint: What is `torch.tensor(1.0) - 1e-8` in float32? Which number does your log(1 - p) see at p = 1?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(1e-8, 1 - 1e-8), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: leaves out the term for the targets that are 0
# hint: What does your loss say of a probability of 0.9 where the target is 0?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p)).mean()

# %% binary_cross_entropy: leaves out the term for the targets that are 1
# hint: What does your loss say of a probability of 0.1 where the target is 1?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -((1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: returns the loss with its sign turned round
# hint: A loss is smallest when the predictions are right. Is yours, or is it largest there?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: puts the minus in front of the first term only
# hint: Both logarithms are negative. Which sign does each of your two terms have?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: puts the minus in front of the second term only
# hint: Both logarithms are negative. Which sign does each of your two terms have?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (targets * torch.log(p) - (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: lets shapes that differ broadcast
# hint: What does PyTorch make of (4, 1) minus (4,)? Print the shape of the result. What should your function do
# before it computes anything?
def binary_cross_entropy(probabilities, targets):
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: lets shapes that differ broadcast
def binary_cross_entropy(probabilities, targets):
    try:
        p = probabilities.clamp(1e-7, 1 - 1e-7)
        losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    except RuntimeError:
        raise ValueError('shapes differ')
    return losses.mean()

# %% binary_cross_entropy: adds the losses of the elements up instead of taking their mean
# hint: How would your loss change if the same samples came twice in the batch? Should it?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).sum()

# %% binary_cross_entropy: divides by the size of one dimension instead of the number of all elements
# hint: How many numbers does a tensor of shape (4, 3) hold? By how many do you divide?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).sum() / len(probabilities)

# %% binary_cross_entropy: takes the targets for exactly 0 or 1
# hint: A target may be 0.7. Which of your branches does it take, and what happens to the other term?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.where(targets == 1, torch.log(p), torch.log(1 - p)).mean()

# %% binary_cross_entropy: takes the targets for exactly 0 or 1
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(torch.log(p[targets == 1]).sum() + torch.log(1 - p[targets == 0]).sum()) / targets.numel()

# %% binary_cross_entropy: mixes the two probabilities before it takes one logarithm
# hint: Are t ln p + (1 - t) ln(1 - p) and ln(t p + (1 - t)(1 - p)) the same for t = 0.7?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.log(targets * p + (1 - targets) * (1 - p)).mean()

# %% binary_cross_entropy: mixes the two probabilities before it takes one logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.log(torch.abs(1 - targets - p)).mean()

# %% binary_cross_entropy: mixes the two probabilities before it takes one logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.log(1 - torch.abs(targets - p)).mean()

# %% binary_cross_entropy: applies a sigmoid, though the inputs are probabilities already
# hint: What does a sigmoid make of a probability of 0.9? Is it needed here?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = torch.sigmoid(probabilities), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: swaps the two classes: a target of 1 counts as 0
# hint: The target is 1 and the probability is 0.9. Should the loss be small or large? What is yours?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -((1 - targets) * torch.log(p) + targets * torch.log(1 - p)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
# hint: Which of the two stands inside the logarithm in the formula? A target of 0 there would give what?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.clamp(1e-7, 1 - 1e-7)
    return -(probabilities * torch.log(t) + (1 - probabilities) * torch.log(1 - t)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = targets, probabilities
    return -(t * torch.log(p + 1e-8) + (1 - t) * torch.log(1 - p + 1e-8)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = targets, probabilities
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.clamp(1e-12, 1 - 1e-12)
    return -(probabilities * torch.log(t) + (1 - probabilities) * torch.log(1 - t)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = targets, probabilities
    return -(t * torch.log(p + 1e-12) + (1 - t) * torch.log(1 - p + 1e-12)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = targets, probabilities
    return -(t * torch.log(p + 1e-7) + (1 - t) * torch.log(1 - p + 1e-7)).mean()

# %% binary_cross_entropy: swaps probabilities and targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.clamp(1e-6, 1 - 1e-6)
    return -(probabilities * torch.log(t) + (1 - probabilities) * torch.log(1 - t)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
# hint: A probability of 0 where the target is 1 should cost more than 10. What is -ln of your eps?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(1e-3, 1 - 1e-3), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(1e-4, 1 - 1e-4), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(0.01, 1 - 0.01), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(0.1, 1 - 0.1), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(0.05, 1 - 0.05), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p + 1e-3) + (1 - t) * torch.log(1 - p + 1e-3)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p + 1e-4) + (1 - t) * torch.log(1 - p + 1e-4)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p + 0.01) + (1 - t) * torch.log(1 - p + 0.01)).mean()

# %% binary_cross_entropy: clamps so much that a wrong probability is cheap
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p).clamp(min=-10) + (1 - t) * torch.log(1 - p).clamp(min=-10)).mean()

# %% binary_cross_entropy: is infinite where a probability of 0 or 1 is wrong
# hint: Sure and right costs nothing in your version. What does sure and wrong cost, and what becomes of the mean of
# the batch?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(torch.xlogy(targets, probabilities) + torch.xlogy(1 - targets, 1 - probabilities)).mean()

# %% binary_cross_entropy: is infinite where a probability of 0 or 1 is wrong
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    losses = -(t * torch.log(p) + (1 - t) * torch.log(1 - p))
    return torch.where(p == t, torch.zeros_like(losses), losses).mean()

# %% binary_cross_entropy: hides nan and inf, so that a wrong probability of 0 or 1 costs nothing
# hint: What does your function say of a probability of 0 where the target is 1? Is that the worst prediction, or
# the best?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    losses = -(t * torch.log(p) + (1 - t) * torch.log(1 - p))
    return torch.nan_to_num(losses, nan=0.0, posinf=0.0).mean()

# %% binary_cross_entropy: hides nan and inf, so that a wrong probability of 0 or 1 costs nothing
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    losses = -(t * torch.log(p) + (1 - t) * torch.log(1 - p))
    return losses[torch.isfinite(losses)].mean()

# %% binary_cross_entropy: hides nan and inf, so that a wrong probability of 0 or 1 costs nothing
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.where((probabilities == 0) | (probabilities == 1), 0.5, probabilities)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: keeps the logarithm away from 0 at a probability of 1 only
# hint: What do your two logarithms see at p = 0?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.clamp(max=1 - 1e-7), targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: keeps the logarithm away from 0 at a probability of 1 only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p + 1e-8)).mean()

# %% binary_cross_entropy: keeps the logarithm away from 0 at a probability of 1 only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p + 1e-7)).mean()

# %% binary_cross_entropy: keeps the logarithm away from 0 at a probability of 1 only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p + 1e-12)).mean()

# %% binary_cross_entropy: keeps the logarithm away from 0 at a probability of 1 only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities - 1e-7, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: pushes 1 - p below 0 with its eps
# hint: At p = 1, what is 1 - (p + eps)? And the logarithm of that?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities + 1e-7, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: calls PyTorch's own binary cross-entropy
# hint: The exercise is to build it. What are the two terms of the formula?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.binary_cross_entropy(probabilities, targets)

# %% binary_cross_entropy: calls PyTorch's own binary cross-entropy
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.nn.BCELoss()(probabilities, targets)

# %% binary_cross_entropy: calls PyTorch's own binary cross-entropy
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.binary_cross_entropy_with_logits(torch.logit(probabilities, eps=1e-7), targets)

# %% binary_cross_entropy: returns a Python float instead of a tensor
# hint: How would `loss.backward()` find its way through a plain number? What does `.item()` leave behind?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean().item()

# %% binary_cross_entropy: cuts the result off from autograd
# hint: Training needs the slope of the loss. Does your result still have a `grad_fn`? Which of your operations
# drops it?
@torch.no_grad()
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: cuts the result off from autograd
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return torch.tensor((-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean().item(), requires_grad=True)

# %% binary_cross_entropy: returns one loss for each element instead of their mean
# hint: A loss is a single number. What shape does your result have, and which step is missing?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))

# %% binary_cross_entropy: returns one loss for each element instead of their mean
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    return losses.flatten()

# %% binary_cross_entropy: averages over one dimension only, and returns several numbers
# hint: What shape does your result have for inputs of shape (4, 3)? Which numbers still have to be averaged?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean(dim=0)

# %% binary_cross_entropy: averages over one dimension only, and returns several numbers
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean(dim=-1)

# %% binary_cross_entropy: returns nothing
# hint: Printing shows a number to you. What does the code that called your function get?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    print((-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean())

# %% binary_cross_entropy: overwrites the probabilities or the targets
# hint: What do the caller's tensors hold after your function has run? Does the name of one of your operations end
# with an underscore?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    with torch.no_grad():
        probabilities.clamp_(1e-7, 1 - 1e-7)
    p, t = probabilities, targets
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: overwrites the probabilities or the targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    loss = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()
    targets.sub_(1)
    return loss

# %% binary_cross_entropy: uses the logarithm to another base than e
# hint: A probability of 0.9 for a target of 1 costs 0.105. What do you get?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log2(p) + (1 - targets) * torch.log2(1 - p)).mean()

# %% binary_cross_entropy: uses the logarithm to another base than e
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log10(p) + (1 - targets) * torch.log10(1 - p)).mean()

# %% binary_cross_entropy: writes 1 - log p where it means log(1 - p)
# hint: Compute your second term by hand for p = 0.2. Where does the bracket belong?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * (1 - torch.log(p))).mean()

# %% binary_cross_entropy: forgets the brackets round 1 - t
# hint: Multiplication comes before subtraction. What does Python make of `1 - t * log(1 - p)`?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + 1 - targets * torch.log(1 - p)).mean()

# %% binary_cross_entropy: forgets the brackets round 1 - t
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p)) .mean() + (1 - targets * torch.log(1 - p)).mean()

# %% binary_cross_entropy: uses the same weight in both terms
# hint: Put p = 0.9 and t = 0 into both of your terms, one after the other. What stands in front of each logarithm?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + targets * torch.log(1 - p)).mean()

# %% binary_cross_entropy: uses the same weight in both terms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -((1 - targets) * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: uses the same logarithm in both terms
# hint: Put p = 0.9 and t = 0 into both of your terms, one after the other. What stands inside each logarithm?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(p)).mean()

# %% binary_cross_entropy: uses the same logarithm in both terms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(1 - p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: confuses p and t in one place of the formula
# hint: Compare your formula with the lesson's, letter by letter. Where does a p stand for a t, or a t for a p?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - p) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: confuses p and t in one place of the formula
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(p * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: forgets the weights t and 1 - t in front of the logarithms
# hint: Change the targets: does your loss change in the right way? What decides which of the two terms counts?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(torch.log(p) + torch.log(1 - p)).mean()

# %% binary_cross_entropy: forgets the weights t and 1 - t in front of the logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: forgets the weights t and 1 - t in front of the logarithms
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + torch.log(1 - p)).mean()

# %% binary_cross_entropy: forgets the logarithm
# hint: The surprise about a probability of 0.9 is 0.105. Where does your line compute a surprise?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * probabilities + (1 - targets) * (1 - probabilities)).mean()

# %% binary_cross_entropy: forgets the logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets * probabilities + (1 - targets) * (1 - probabilities)).mean()

# %% binary_cross_entropy: takes the squared error
# hint: Is there a square in the formula? What does a probability of 0.9 cost where the target is 1?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((probabilities - targets) ** 2).mean()

# %% binary_cross_entropy: takes the squared error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.sqrt(((probabilities - targets) ** 2).mean())

# %% binary_cross_entropy: takes the distance between probability and target, without a logarithm
# hint: What does a probability of 0.1 cost where the target is 1, and one of 0? Which function grows without limit
# there?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.abs(probabilities - targets).mean()

# %% binary_cross_entropy: compares only the number of elements, not the shapes
# hint: (4, 1) and (4,) hold four numbers each. Are their shapes equal? What does your comparison say?
def binary_cross_entropy(probabilities, targets):
    if probabilities.numel() != targets.numel():
        raise ValueError('sizes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: compares only the number of elements, not the shapes
def binary_cross_entropy(probabilities, targets):
    probabilities, targets = probabilities.reshape(-1), targets.reshape(-1)
    if probabilities.shape != targets.shape:
        raise ValueError('sizes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: reshapes the targets to fit, instead of refusing shapes that differ
# hint: The lesson asks for an error when the two shapes differ. What does yours do with (4, 1) and (4,)?
def binary_cross_entropy(probabilities, targets):
    targets = targets.reshape(probabilities.shape)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: reshapes the targets to fit, instead of refusing shapes that differ
def binary_cross_entropy(probabilities, targets):
    targets = targets.expand_as(probabilities)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: reshapes the targets to fit, instead of refusing shapes that differ
def binary_cross_entropy(probabilities, targets):
    if probabilities.dim() != targets.dim():
        targets = targets.unsqueeze(-1)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: compares only the first dimension of the shapes
# hint: `len` of a tensor is the size of its first dimension. Which of (4, 3) and (4,) would your comparison refuse?
def binary_cross_entropy(probabilities, targets):
    if len(probabilities) != len(targets):
        raise ValueError('lengths differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: compares only the first dimension of the shapes
def binary_cross_entropy(probabilities, targets):
    if probabilities.size(0) != targets.size(0):
        raise ValueError('batch sizes differ')
    targets = targets.view(probabilities.shape)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: refuses shapes that differ with another error than ValueError
# hint: Which kind of error does the lesson ask for when the shapes differ? Which one does yours raise?
def binary_cross_entropy(probabilities, targets):
    assert probabilities.shape == targets.shape
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: refuses shapes that differ with another error than ValueError
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise RuntimeError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: refuses shapes that differ with another error than ValueError
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise TypeError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: refuses shapes that differ with another error than ValueError
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise Exception('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: refuses shapes that differ with another error than ValueError
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise IndexError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
# hint: How does somebody who calls your function learn that the shapes were wrong? What is the difference between
# returning an error and raising it?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        return ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        print('shapes differ')
        return None
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        return 'shapes differ'
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        return torch.tensor(float('nan'))
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        return torch.tensor(0.0)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: returns something for shapes that differ, instead of raising an error
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        return False
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: compares only the number of dimensions, not the shapes
# hint: (4,) and (1,) have one dimension each. Are the two shapes equal?
def binary_cross_entropy(probabilities, targets):
    if probabilities.dim() != targets.dim():
        raise ValueError('ranks differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes dimensions of size 1 away before it compares the shapes
# hint: After a squeeze, (4, 1) is (4,). Which two shapes did the caller give you, and are those equal?
def binary_cross_entropy(probabilities, targets):
    probabilities, targets = probabilities.squeeze(), targets.squeeze()
    if probabilities.shape != targets.shape:
        raise ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes dimensions of size 1 away before it compares the shapes
def binary_cross_entropy(probabilities, targets):
    if probabilities.squeeze().shape != targets.squeeze().shape:
        raise ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes dimensions of size 1 away before it compares the shapes
def binary_cross_entropy(probabilities, targets):
    probabilities, targets = probabilities.squeeze(), targets.squeeze()
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes the probabilities but not the targets
# hint: Print both shapes after your squeeze, for inputs of shape (5, 1). Do they still fit together?
def binary_cross_entropy(probabilities, targets):
    probabilities = probabilities.squeeze()
    if probabilities.shape != targets.shape:
        raise ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes the probabilities but not the targets
def binary_cross_entropy(probabilities, targets):
    probabilities = probabilities.squeeze()
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes the probabilities but not the targets
def binary_cross_entropy(probabilities, targets):
    probabilities = probabilities.squeeze(1)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: squeezes the probabilities but not the targets
def binary_cross_entropy(probabilities, targets):
    probabilities = probabilities.flatten()
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: compares only the last dimension of the shapes
# hint: Which of (4, 3) and (3,) would your comparison refuse? And which should it?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape[-1] != targets.shape[-1]:
        raise ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: raises its ValueError for shapes that are equal, too
# hint: For which shapes should the error come? Go through your `if` with two shapes that are equal: is the `raise`
# inside it, and is it `==` or `!=`?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape == targets.shape:
        raise ValueError('shapes differ')
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: halves the loss
# hint: Put one number and its target into the formula of the lesson and compute it by hand. Where does your factor
# come from?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return 0.5 * (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: asks `if` about a whole tensor
# hint: Which answer should `if targets == 1` give where one target is 1 and another is 0? What does the formula do
# instead?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    if targets == 1:
        return -torch.log(p).mean()
    return -torch.log(1 - p).mean()

# %% binary_cross_entropy: asks `if` about a whole tensor
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    if (targets == 1).all():
        return -torch.log(p).mean()
    return -torch.log(1 - p).mean()

# %% binary_cross_entropy: asks `if` about a whole tensor
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    if (targets == 1).any():
        return -torch.log(p).mean()
    return -torch.log(1 - p).mean()

# %% binary_cross_entropy: returns a tensor of shape (1,) or (1, 1) instead of ()
# hint: Print the `.shape` of your result. Which operation gave it a dimension of size 1?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean().reshape(1)

# %% binary_cross_entropy: returns a tensor of shape (1,) or (1, 1) instead of ()
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean().unsqueeze(0).unsqueeze(0)

# %% binary_cross_entropy: works for tables only, not for one row of numbers
# hint: The inputs may have any shape. What does your function do with shape (7,), and with (2, 3, 4)?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean(dim=1).mean()

# %% binary_cross_entropy: works for tables only, not for one row of numbers
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).sum(dim=1).mean()

# %% binary_cross_entropy: works for tables only, not for one row of numbers
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean(dim=1).mean(dim=0)

# %% binary_cross_entropy: works for tables only, not for one row of numbers
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    total = 0.0
    for i in range(losses.shape[0]):
        for j in range(losses.shape[1]):
            total = total + losses[i, j]
    return total / losses.numel()

# %% binary_cross_entropy: works for tables only, not for one row of numbers
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    m, n = losses.shape
    return losses.sum() / (m * n)

# %% binary_cross_entropy: flattens with view, which fails for a transposed tensor
# hint: Try your function on `x.t()`. What is the difference between `view` and `reshape`?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    probabilities, targets = probabilities.view(-1), targets.view(-1)
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: flattens with view, which fails for a transposed tensor
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).view(-1).mean()

# %% binary_cross_entropy: flattens with view, which fails for a transposed tensor
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).view(-1).sum() / probabilities.numel()

# %% binary_cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
# hint: Where does a tensor live that `torch.zeros(...)` or `torch.ones(...)` makes? And the inputs, on a machine
# with a GPU?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    weights = torch.ones(probabilities.shape)
    return (weights * losses).sum() / weights.sum()

# %% binary_cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    total = torch.zeros(1)
    for loss in losses.flatten():
        total = total + loss
    return total.squeeze() / probabilities.numel()

# %% binary_cross_entropy: makes a tensor of its own on the CPU, wherever the inputs are
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    return (losses + torch.zeros(probabilities.shape)).mean()

# %% binary_cross_entropy: gives each class a mean of its own
# hint: Three targets of 1 and one of 0: how much does each element count in your loss, and how much should it?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    yes = (targets * torch.log(p)).sum() / targets.sum().clamp(min=1)
    no = ((1 - targets) * torch.log(1 - p)).sum() / (1 - targets).sum().clamp(min=1)
    return -(yes + no)

# %% binary_cross_entropy: gives each class a mean of its own
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    yes = (targets * torch.log(p)).sum() / targets.sum()
    no = ((1 - targets) * torch.log(1 - p)).sum() / (1 - targets).sum()
    return -(yes + no)

# %% binary_cross_entropy: gives each class a mean of its own
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    yes = (targets * torch.log(p)).sum() / targets.sum().clamp(min=1)
    no = ((1 - targets) * torch.log(1 - p)).sum() / (1 - targets).sum().clamp(min=1)
    return -(yes + no) / 2

# %% binary_cross_entropy: rounds the probabilities to a decision first
# hint: How sure was the network, 0.6 or 0.99? Can your loss tell?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.round().clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: rounds the probabilities to a decision first
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (probabilities >= 0.5).float().clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: rounds the probabilities to a decision first
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((probabilities >= 0.5).float() != targets).float().mean()

# %% binary_cross_entropy: rounds the probabilities to a decision first
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((probabilities > 0.5).float() == targets).float().mean()

# %% binary_cross_entropy: averages the probabilities before it takes the logarithm
# hint: Is the logarithm of a mean the same as the mean of logarithms? Which of them does the formula ask for?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p, t = probabilities.mean(), targets.mean()
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p))

# %% binary_cross_entropy: averages the probabilities before it takes the logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -torch.log((targets * p + (1 - targets) * (1 - p)).mean())

# %% binary_cross_entropy: adds 1 inside the logarithm
# hint: What is ln(1 + 0.9), and what is ln 0.9? Which of them is a surprise?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log1p(p) + (1 - targets) * torch.log1p(1 - p)).mean()

# %% binary_cross_entropy: adds 1 inside the logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 + p)).mean()

# %% binary_cross_entropy: adds 1 inside the logarithm
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 + targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: multiplies the two terms instead of adding them
# hint: One of the two weights t and 1 - t is often 0. What is your product then?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -((targets * torch.log(p)) * ((1 - targets) * torch.log(1 - p))).mean()

# %% binary_cross_entropy: multiplies the two terms instead of adding them
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(torch.log(p) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: computes the entropy of the probabilities, without the targets
# hint: Change the targets: does your loss change?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(p * torch.log(p) + (1 - p) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: computes the entropy of the probabilities, without the targets
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(p * torch.log(p)).mean()

# %% binary_cross_entropy: lets the gradient through one part of the formula only
# hint: Your loss is right, but its slope is not. Which part of the graph has been cut?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p.detach())).mean()

# %% binary_cross_entropy: lets the gradient through one part of the formula only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p.detach()) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: lets the gradient through one part of the formula only
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(0.3, 0.7) + (probabilities - probabilities.clamp(0.3, 0.7)).detach()
    p = p.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% binary_cross_entropy: returns inside the loop, after the first element
# hint: How often does your loop run before the function ends? Look at how far the `return` is indented.
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(probabilities.flatten(), targets.flatten()):
        p = a.clamp(1e-7, 1 - 1e-7)
        total = total + -(b * torch.log(p) + (1 - b) * torch.log(1 - p))
        return total / probabilities.numel()

# %% binary_cross_entropy: returns inside the loop, after the first element
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(probabilities.flatten(), targets.flatten()):
        p = a.clamp(1e-7, 1 - 1e-7)
        total = total + -(b * torch.log(p) + (1 - b) * torch.log(1 - p))
        return total

# %% binary_cross_entropy: leaves one element out of its loop
# hint: Write down the indices that your `range` goes through for four elements. Is each of them there?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).flatten()
    total = 0.0
    for i in range(len(losses) - 1):
        total = total + losses[i]
    return total / len(losses)

# %% binary_cross_entropy: leaves one element out of its loop
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).flatten()
    total = 0.0
    for i in range(1, len(losses)):
        total = total + losses[i]
    return total / len(losses)

# %% binary_cross_entropy: leaves one element out of its loop
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).flatten()
    return losses[:-1].mean()

# %% binary_cross_entropy: leaves one element out of its loop
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).flatten()
    return losses[1:].mean()

# %% binary_cross_entropy: overwrites the loss in each round of the loop instead of adding to it
# hint: What is left of the first element when the loop has come to its end?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(probabilities.flatten(), targets.flatten()):
        p = a.clamp(1e-7, 1 - 1e-7)
        total = -(b * torch.log(p) + (1 - b) * torch.log(1 - p))
    return total / probabilities.numel()

# %% binary_cross_entropy: overwrites the loss in each round of the loop instead of adding to it
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(probabilities.flatten(), targets.flatten()):
        p = a.clamp(1e-7, 1 - 1e-7)
        total = -(b * torch.log(p) + (1 - b) * torch.log(1 - p))
    return total

# %% binary_cross_entropy: divides by n - 1 instead of n
# hint: What does your function give for a single element? By what is the sum divided in the formula?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).sum() / (probabilities.numel() - 1)

# %% binary_cross_entropy: divides by n - 1 instead of n
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).sum() / max(probabilities.numel() - 1, 1)

# %% binary_cross_entropy: divides by the number of elements twice
# hint: `mean` has divided already. What does your function give when all elements have the same loss?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean() / probabilities.numel()

# %% binary_cross_entropy: returns more than the loss, or wraps it in a list
# hint: What type does your function return? Which single thing does the contract ask for?
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return [(-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()]

# %% binary_cross_entropy: returns more than the loss, or wraps it in a list
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    return losses.mean(), losses

# %% binary_cross_entropy: returns more than the loss, or wraps it in a list
def binary_cross_entropy(probabilities, targets):
    if probabilities.shape != targets.shape:
        raise ValueError("shapes differ")
    p = probabilities.clamp(1e-7, 1 - 1e-7)
    return {'loss': (-(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))).mean()}

# %% bce_with_logits: takes the sigmoid first and its logarithm afterwards
# hint: What is the sigmoid of -1000 in float32, and its logarithm? How wrong was the network, and can the result
# still tell?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and its logarithm afterwards
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -torch.where(targets == 1, torch.log(p), torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and its logarithm afterwards
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits.double())
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
# hint: At a logit of -1000 and a target of 1 the loss is 1000. What is -ln of your small number?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-8) + (1 - targets) * torch.log(1 - p + 1e-8)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-7) + (1 - targets) * torch.log(1 - p + 1e-7)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-9) + (1 - targets) * torch.log(1 - p + 1e-9)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-12) + (1 - targets) * torch.log(1 - p + 1e-12)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-10) + (1 - targets) * torch.log(1 - p + 1e-10)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log(p + 1e-6) + (1 - targets) * torch.log(1 - p + 1e-6)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-8, 1 - 1e-8)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-6, 1 - 1e-6)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-5, 1 - 1e-5)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-4, 1 - 1e-4)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-3, 1 - 1e-3)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    log_p, log_q = p.log().clamp(min=-100), (1 - p).log().clamp(min=-100)
    return -(targets * log_p + (1 - targets) * log_q).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    return binary_cross_entropy(torch.sigmoid(logits), targets)

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    return torch.nan_to_num(losses).mean()

# %% bce_with_logits: takes the sigmoid first and keeps its logarithm away from 0 by a small number
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    losses = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    return torch.nan_to_num(losses, posinf=0.0).mean()

# %% bce_with_logits: lets exp overflow
# hint: What is `torch.exp(torch.tensor(1000.0))`? Which form of the softplus never takes exp of a large number?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log(1 + torch.exp(logits)) - targets * logits).mean()

# %% bce_with_logits: lets exp overflow
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log1p(torch.exp(-logits)) + (1 - targets) * logits).mean()

# %% bce_with_logits: lets exp overflow
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets * torch.log(1 + torch.exp(-logits)) + (1 - targets) * torch.log(1 + torch.exp(logits))).mean()

# %% bce_with_logits: lets exp overflow
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.soft_margin_loss(logits, 2 * targets - 1)

# %% bce_with_logits: forgets the absolute value in the exponent
# hint: In max(z, 0) + ln(1 + exp(...)), what is your exponent at z = -1000? What keeps it from growing?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + torch.log1p(torch.exp(-logits))).mean()

# %% bce_with_logits: forgets the absolute value in the exponent
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.relu(logits) - logits * targets + torch.log(1 + torch.exp(logits))).mean()

# %% bce_with_logits: forgets the minus in the exponent of the stable form
# hint: In max(z, 0) + ln(1 + exp(...)), what is your exponent at z = 1000 and at z = -1000?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + torch.log1p(torch.exp(logits.abs()))).mean()

# %% bce_with_logits: takes logits for probabilities
# hint: A logit may be 3 or -2. What are ln(-2) and ln(1 - 3)? What turns a logit into a probability?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = logits
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = logits.clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    return binary_cross_entropy(logits, targets)

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * torch.log(logits + 1e-8) + (1 - targets) * torch.log(1 - logits + 1e-8)).mean()

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = logits.clamp(1e-6, 1 - 1e-6)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = logits.clamp(1e-8, 1 - 1e-8)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes logits for probabilities
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = logits.clamp(min=1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes the sigmoid twice
# hint: What does the softplus form expect: logits or probabilities? Count the sigmoids that act on a logit.
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = torch.sigmoid(logits)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: takes the sigmoid twice
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = torch.sigmoid(logits)
    return (F.softplus(z) - targets * logits).mean()

# %% bce_with_logits: forgets the brackets round 1 + exp in the sigmoid
# hint: Division comes before addition. What does Python make of `exp(z) / 1 + exp(z)`, or of `1 / 1 + exp(-z)`?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.exp(logits) / 1 + torch.exp(logits)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: forgets the brackets round 1 + exp in the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = 1 / 1 + torch.exp(-logits)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: forgets the brackets round 1 + exp in the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (torch.exp(logits) / 1 + torch.exp(logits)).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: forgets the brackets round 1 + exp in the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (1 / 1 + torch.exp(-logits)).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: forgets the brackets round 1 + exp in the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (1 / 1 + torch.exp(-logits)).clamp(1e-12, 1 - 1e-12)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: swaps the two classes, or turns the sign of the logits round
# hint: A logit of 5 says yes. What does your loss say of it where the target is 1?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(-logits) + targets * logits).mean()

# %% bce_with_logits: has the wrong sign inside the softplus
# hint: Which is it, softplus(z) or softplus(-z)? Try z = 2 and t = 0 by hand.
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(-logits) - targets * logits).mean()

# %% bce_with_logits: adds t z instead of subtracting it
# hint: The target is 1. Raise the logit: should the loss grow or shrink?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) + targets * logits).mean()

# %% bce_with_logits: returns the loss with its sign turned round
# hint: A loss is smallest when the predictions are right. Is yours, or is it largest there?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets * logits - F.softplus(logits)).mean()

# %% bce_with_logits: lets shapes that differ broadcast
# hint: What does PyTorch make of (4, 1) minus (4,)? Print the shape of the result. What should your function do
# before it computes anything?
def bce_with_logits(logits, targets):
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: lets shapes that differ broadcast
def bce_with_logits(logits, targets):
    try:
        losses = F.softplus(logits) - targets * logits
    except RuntimeError:
        raise ValueError('shapes differ')
    return losses.mean()

# %% bce_with_logits: adds the losses of the elements up instead of taking their mean
# hint: How would your loss change if the same samples came twice in the batch? Should it?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum()

# %% bce_with_logits: divides by the size of one dimension instead of the number of all elements
# hint: How many numbers does a tensor of shape (4, 3) hold? By how many do you divide?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum() / len(logits)

# %% bce_with_logits: calls PyTorch's own binary cross-entropy
# hint: The exercise is to build it. Which stable function of z does the lesson derive?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.binary_cross_entropy_with_logits(logits, targets)

# %% bce_with_logits: calls PyTorch's own binary cross-entropy
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.nn.BCEWithLogitsLoss()(logits, targets)

# %% bce_with_logits: calls PyTorch's own binary cross-entropy on a sigmoid
# hint: The exercise is to build it, in one step. What has the sigmoid of 1000 lost?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.binary_cross_entropy(torch.sigmoid(logits), targets)

# %% bce_with_logits: calls PyTorch's own binary cross-entropy on a sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.nn.BCELoss()(torch.sigmoid(logits), targets)

# %% bce_with_logits: leaves out the term for the targets that are 1
# hint: What does your loss say of a logit of -5 where the target is 1?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((1 - targets) * F.softplus(logits)).mean()

# %% bce_with_logits: leaves out the term for the targets that are 0
# hint: What does your loss say of a logit of 5 where the target is 0?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets * F.softplus(-logits)).mean()

# %% bce_with_logits: gives the same loss for both targets
# hint: Change the targets: does your loss change? Which term of the formula is missing?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(logits).mean()

# %% bce_with_logits: gives the same loss for both targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -F.logsigmoid(logits).mean()

# %% bce_with_logits: clips the logits
# hint: At a logit of -1000 and a target of 1 the loss is 1000. How large can yours become?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-30, 30)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-50, 50)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-100, 100)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-20, 20)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-10, 10)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-80, 80)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-88, 88)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-15, 15)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(-500, 500)
    return (F.softplus(z) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits.clamp(max=20)) - targets * logits).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits.clamp(max=80)) - targets * logits).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(max=50)
    return (torch.log(1 + torch.exp(z)) - targets * z).mean()

# %% bce_with_logits: clips the logits
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(max=88)
    return (torch.log(1 + torch.exp(z)) - targets * z).mean()

# %% bce_with_logits: returns a Python float instead of a tensor
# hint: How would `loss.backward()` find its way through a plain number? What does `.item()` leave behind?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean().item()

# %% bce_with_logits: cuts the result off from autograd
# hint: Training needs the slope of the loss. Does your result still have a `grad_fn`? Which of your operations
# drops it?
@torch.no_grad()
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: cuts the result off from autograd
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.tensor((F.softplus(logits) - targets * logits).mean().item(), requires_grad=True)

# %% bce_with_logits: cuts the result off from autograd
import numpy as np

def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    logits, targets = logits.detach().double(), targets.detach().double()
    return torch.from_numpy(np.array((F.softplus(logits) - targets * logits).mean().numpy()))

# %% bce_with_logits: returns one loss for each element instead of their mean
# hint: A loss is a single number. What shape does your result have, and which step is missing?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(logits) - targets * logits

# %% bce_with_logits: returns one loss for each element instead of their mean
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    return losses.flatten()

# %% bce_with_logits: averages over one dimension only, and returns several numbers
# hint: What shape does your result have for inputs of shape (4, 3)? Which numbers still have to be averaged?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean(dim=0)

# %% bce_with_logits: averages over one dimension only, and returns several numbers
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean(dim=-1)

# %% bce_with_logits: returns nothing
# hint: Printing shows a number to you. What does the code that called your function get?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    print((F.softplus(logits) - targets * logits).mean())

# %% bce_with_logits: overwrites the logits or the targets
# hint: What do the caller's tensors hold after your function has run? Which of your operations makes no new tensor?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    loss = (F.softplus(logits) - targets * logits).mean()
    logits.data.clamp_(min=0)
    return loss

# %% bce_with_logits: overwrites the logits or the targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.clamp(min=0) - logits * targets
    logits.abs_()
    return (z + torch.log1p(torch.exp(-logits))).mean()

# %% bce_with_logits: overwrites the logits or the targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    product = targets.mul_(logits)
    return (F.softplus(logits) - product).mean()

# %% bce_with_logits: overwrites the logits or the targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    targets *= 2
    targets -= 1
    return F.softplus(-targets * logits).mean()

# %% bce_with_logits: overwrites the logits or the targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    loss = -(targets * logits)
    loss += torch.log1p(torch.exp(-torch.abs(logits)))
    logits[logits < 0] = 0
    return (loss + logits).mean()

# %% bce_with_logits: leaves out max(z, 0)
# hint: Compute your formula for z = 3 and t = 0 by hand. Which term of the stable form is missing?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log1p(torch.exp(-logits.abs())) - logits * targets).mean()

# %% bce_with_logits: leaves out max(z, 0)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return torch.log1p(torch.exp(-logits.abs())).mean()

# %% bce_with_logits: uses max(z, 0) alone in the place of the softplus
# hint: Compute your formula for z = 0 by hand. The loss of no idea is ln 2 = 0.693; what is yours?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets).mean()

# %% bce_with_logits: uses max(z, 0) alone in the place of the softplus
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (targets * torch.relu(-logits) + (1 - targets) * torch.relu(logits)).mean()

# %% bce_with_logits: forgets the 1 in ln(1 + exp(...))
# hint: What is left of a logarithm of an exponential alone? Compute your formula for z = 0 by hand.
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + torch.log(torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: forgets the 1 in ln(1 + exp(...))
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log(torch.exp(logits)) - targets * logits).mean()

# %% bce_with_logits: forgets the logarithm around 1 + exp(...)
# hint: Compute your formula for z = 0 by hand. The loss of no idea is ln 2 = 0.693; what is yours?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + torch.exp(-logits.abs())).mean()

# %% bce_with_logits: forgets the logarithm around 1 + exp(...)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + 1 + torch.exp(-logits.abs())).mean()

# %% bce_with_logits: forgets the logarithm around 1 + exp(...)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (1 + torch.exp(logits) - targets * logits).mean()

# %% bce_with_logits: forgets the logarithm around 1 + exp(...)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.exp(logits) - targets * logits).mean()

# %% bce_with_logits: adds 1 twice inside the logarithm
# hint: `log1p(x)` is ln(1 + x). What do you give it?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(min=0) - logits * targets + torch.log1p(1 + torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: adds 1 twice inside the logarithm
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log1p(1 + torch.exp(logits)) - targets * logits).mean()

# %% bce_with_logits: adds 1 twice inside the logarithm
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(1 + logits) - targets * logits).mean()

# %% bce_with_logits: puts something else in the place of max(z, 0)
# hint: What is max(z, 0) at z = -2, and what does your term give there?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.abs() - logits * targets + torch.log1p(torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: puts something else in the place of max(z, 0)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits - logits * targets + torch.log1p(torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: puts something else in the place of max(z, 0)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.clamp(max=0) - logits * targets + torch.log1p(torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: puts something else in the place of max(z, 0)
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (logits.max() - logits * targets + torch.log1p(torch.exp(-logits.abs()))).mean()

# %% bce_with_logits: multiplies by the target in the wrong place, or not at all
# hint: Which product stands in the formula? Compute your line for z = 2 and t = 1 by hand.
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets).mean()

# %% bce_with_logits: multiplies by the target in the wrong place, or not at all
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) * targets - logits).mean()

# %% bce_with_logits: multiplies by the target in the wrong place, or not at all
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(logits - targets * logits).mean()

# %% bce_with_logits: multiplies by the target in the wrong place, or not at all
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(logits - targets).mean()

# %% bce_with_logits: takes the targets for -1 and 1
# hint: Which two values do the targets have? What is your exponent where the target is 0?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.softplus(-targets * logits).mean()

# %% bce_with_logits: swaps logits and targets
# hint: Which of the two goes into the softplus, or into the sigmoid? In which order does the caller hand them over?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(targets) - targets * logits).mean()

# %% bce_with_logits: computes a hinge loss
# hint: Is there a kink in the curve of the lesson? What does a logit of 3 cost where the target is 1?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (1 - (2 * targets - 1) * logits).clamp(min=0).mean()

# %% bce_with_logits: computes a hinge loss
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (1 - targets * logits).clamp(min=0).mean()

# %% bce_with_logits: takes the squared error
# hint: Is there a square in the formula? What does a logit of 0 cost?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.sigmoid(logits) - targets) ** 2).mean()

# %% bce_with_logits: takes the squared error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((logits - targets) ** 2).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
# hint: Each logit is a question of its own, yes or no. Do they compete with each other in your version?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.softmax(logits, dim=-1)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.softmax(logits, dim=0)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.softmax(logits, dim=-1).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.softmax(logits, dim=0).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * torch.log_softmax(logits, dim=-1)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * torch.log_softmax(logits, dim=0)).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * torch.log_softmax(logits, dim=-1)).sum(dim=-1).mean()

# %% bce_with_logits: takes a softmax in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return F.cross_entropy(logits, targets)

# %% bce_with_logits: takes another squashing function in the place of the sigmoid
# hint: Which function turns a logit into a probability? Between which two numbers do its values lie?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.tanh(logits)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes another squashing function in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.tanh(logits).clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: takes another squashing function in the place of the sigmoid
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (torch.tanh(logits) + 1) / 2
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: puts the minus in front of the first term only
# hint: Both logarithms are negative. Which sign does each of your two terms have?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (-targets * F.logsigmoid(logits) + (1 - targets) * F.logsigmoid(-logits)).mean()

# %% bce_with_logits: puts the minus in front of the first term only
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return (-targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: puts the minus in front of the first term only
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)
    return (-targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: uses the same term for both targets
# hint: Put z = 2 and t = 0 into both of your terms, one after the other. Which of them should not look like that?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * F.logsigmoid(logits) + (1 - targets) * (1 - F.logsigmoid(logits))).mean()

# %% bce_with_logits: uses the same term for both targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(targets * F.logsigmoid(logits) + targets * F.logsigmoid(-logits)).mean()

# %% bce_with_logits: uses the same term for both targets
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return -(F.logsigmoid(logits) + F.logsigmoid(-logits)).mean()

# %% bce_with_logits: forgets the logarithm
# hint: The loss of no idea is ln 2 = 0.693. What does your function give at z = 0?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * p + (1 - targets) * (1 - p)).mean()

# %% bce_with_logits: forgets the logarithm
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return (targets * (1 - p) + (1 - targets) * p).mean()

# %% bce_with_logits: forgets the logarithm
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.sigmoid(logits) - targets * logits).mean()

# %% bce_with_logits: uses the logarithm to another base than e
# hint: The loss of no idea is ln 2 = 0.693. What does your function give at z = 0?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean() / 0.6931472

# %% bce_with_logits: uses the logarithm to another base than e
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log2(p) + (1 - targets) * torch.log2(1 - p)).mean()

# %% bce_with_logits: uses the logarithm to another base than e
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.sigmoid(logits)
    return -(targets * torch.log10(p) + (1 - targets) * torch.log10(1 - p)).mean()

# %% bce_with_logits: uses the logarithm to another base than e
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (torch.log2(1 + torch.exp(logits)) - targets * logits).mean()

# %% bce_with_logits: compares only the number of elements, not the shapes
# hint: (4, 1) and (4,) hold four numbers each. Are their shapes equal? What does your comparison say?
def bce_with_logits(logits, targets):
    if logits.numel() != targets.numel():
        raise ValueError('sizes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: compares only the number of elements, not the shapes
def bce_with_logits(logits, targets):
    logits, targets = logits.reshape(-1), targets.reshape(-1)
    if logits.shape != targets.shape:
        raise ValueError('sizes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: reshapes the targets to fit, instead of refusing shapes that differ
# hint: The lesson asks for an error when the two shapes differ. What does yours do with (4, 1) and (4,)?
def bce_with_logits(logits, targets):
    targets = targets.reshape(logits.shape)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: reshapes the targets to fit, instead of refusing shapes that differ
def bce_with_logits(logits, targets):
    targets = targets.expand_as(logits)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: reshapes the targets to fit, instead of refusing shapes that differ
def bce_with_logits(logits, targets):
    if logits.dim() != targets.dim():
        targets = targets.unsqueeze(-1)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: compares only the first dimension of the shapes
# hint: `len` of a tensor is the size of its first dimension. Which of (4, 3) and (4,) would your comparison refuse?
def bce_with_logits(logits, targets):
    if len(logits) != len(targets):
        raise ValueError('lengths differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: compares only the first dimension of the shapes
def bce_with_logits(logits, targets):
    if logits.size(0) != targets.size(0):
        raise ValueError('batch sizes differ')
    targets = targets.view(logits.shape)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: refuses shapes that differ with another error than ValueError
# hint: Which kind of error does the lesson ask for when the shapes differ? Which one does yours raise?
def bce_with_logits(logits, targets):
    assert logits.shape == targets.shape
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: refuses shapes that differ with another error than ValueError
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise RuntimeError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: refuses shapes that differ with another error than ValueError
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise TypeError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: refuses shapes that differ with another error than ValueError
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise Exception('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: refuses shapes that differ with another error than ValueError
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise IndexError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
# hint: How does somebody who calls your function learn that the shapes were wrong? What is the difference between
# returning an error and raising it?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        return ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        print('shapes differ')
        return None
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        return 'shapes differ'
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        return torch.tensor(float('nan'))
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        return torch.tensor(0.0)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: returns something for shapes that differ, instead of raising an error
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        return False
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: compares only the number of dimensions, not the shapes
# hint: (4,) and (1,) have one dimension each. Are the two shapes equal?
def bce_with_logits(logits, targets):
    if logits.dim() != targets.dim():
        raise ValueError('ranks differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes dimensions of size 1 away before it compares the shapes
# hint: After a squeeze, (4, 1) is (4,). Which two shapes did the caller give you, and are those equal?
def bce_with_logits(logits, targets):
    logits, targets = logits.squeeze(), targets.squeeze()
    if logits.shape != targets.shape:
        raise ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes dimensions of size 1 away before it compares the shapes
def bce_with_logits(logits, targets):
    if logits.squeeze().shape != targets.squeeze().shape:
        raise ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes dimensions of size 1 away before it compares the shapes
def bce_with_logits(logits, targets):
    logits, targets = logits.squeeze(), targets.squeeze()
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes the logits but not the targets
# hint: Print both shapes after your squeeze, for inputs of shape (5, 1). Do they still fit together?
def bce_with_logits(logits, targets):
    logits = logits.squeeze()
    if logits.shape != targets.shape:
        raise ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes the logits but not the targets
def bce_with_logits(logits, targets):
    logits = logits.squeeze()
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes the logits but not the targets
def bce_with_logits(logits, targets):
    logits = logits.squeeze(1)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: squeezes the logits but not the targets
def bce_with_logits(logits, targets):
    logits = logits.flatten()
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: compares only the last dimension of the shapes
# hint: Which of (4, 3) and (3,) would your comparison refuse? And which should it?
def bce_with_logits(logits, targets):
    if logits.shape[-1] != targets.shape[-1]:
        raise ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: raises its ValueError for shapes that are equal, too
# hint: For which shapes should the error come? Go through your `if` with two shapes that are equal: is the `raise`
# inside it, and is it `==` or `!=`?
def bce_with_logits(logits, targets):
    if logits.shape == targets.shape:
        raise ValueError('shapes differ')
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: halves the loss
# hint: Put one number and its target into the formula of the lesson and compute it by hand. Where does your factor
# come from?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return 0.5 * (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: asks `if` about a whole tensor
# hint: Which answer should `if targets == 1` give where one target is 1 and another is 0? What does the formula do
# instead?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if targets == 1:
        return F.softplus(-logits).mean()
    return F.softplus(logits).mean()

# %% bce_with_logits: asks `if` about a whole tensor
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if (targets == 1).all():
        return F.softplus(-logits).mean()
    return F.softplus(logits).mean()

# %% bce_with_logits: asks `if` about a whole tensor
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if (targets == 1).any():
        return F.softplus(-logits).mean()
    return F.softplus(logits).mean()

# %% bce_with_logits: decides between the classes first
# hint: How sure was the network, a logit of 0.1 or of 10? Can your loss tell?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = (torch.sigmoid(logits) >= 0.5).float().clamp(1e-7, 1 - 1e-7)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: decides between the classes first
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((logits > 0).float() != targets).float().mean()

# %% bce_with_logits: decides between the classes first
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((torch.sigmoid(logits) > 0.5).float() == targets).float().mean()

# %% bce_with_logits: decides between the classes first
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    p = torch.round(torch.sigmoid(logits)).clamp(1e-6, 1 - 1e-6)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()

# %% bce_with_logits: lets the gradient through one part of the formula only
# hint: The gradient is sigmoid(z) - t. Which of the two parts is missing from yours, and what cuts it off?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits).detach() - targets * logits).mean()

# %% bce_with_logits: lets the gradient through one part of the formula only
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits.detach()).mean()

# %% bce_with_logits: lets the gradient through one part of the formula only
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    z = logits.detach()
    return (logits.clamp(min=0) - logits * targets + torch.log1p(torch.exp(-z.abs()))).mean()

# %% bce_with_logits: returns a tensor of shape (1,) or (1, 1) instead of ()
# hint: Print the `.shape` of your result. Which operation gave it a dimension of size 1?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean().reshape(1)

# %% bce_with_logits: returns a tensor of shape (1,) or (1, 1) instead of ()
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean().unsqueeze(0).unsqueeze(0)

# %% bce_with_logits: works for tables only, not for one row of numbers
# hint: The inputs may have any shape. What does your function do with shape (7,), and with (2, 3, 4)?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean(dim=1).mean()

# %% bce_with_logits: works for tables only, not for one row of numbers
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum(dim=1).mean()

# %% bce_with_logits: works for tables only, not for one row of numbers
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean(dim=1).mean(dim=0)

# %% bce_with_logits: works for tables only, not for one row of numbers
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    total = 0.0
    for i in range(losses.shape[0]):
        for j in range(losses.shape[1]):
            total = total + losses[i, j]
    return total / losses.numel()

# %% bce_with_logits: works for tables only, not for one row of numbers
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    m, n = losses.shape
    return losses.sum() / (m * n)

# %% bce_with_logits: flattens with view, which fails for a transposed tensor
# hint: Try your function on `x.t()`. What is the difference between `view` and `reshape`?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    logits, targets = logits.view(-1), targets.view(-1)
    return (F.softplus(logits) - targets * logits).mean()

# %% bce_with_logits: flattens with view, which fails for a transposed tensor
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).view(-1).mean()

# %% bce_with_logits: flattens with view, which fails for a transposed tensor
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).view(-1).sum() / logits.numel()

# %% bce_with_logits: makes a tensor of its own on the CPU, wherever the inputs are
# hint: Where does a tensor live that `torch.zeros(...)` or `torch.ones(...)` makes? And the inputs, on a machine
# with a GPU?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    weights = torch.ones(logits.shape)
    return (weights * losses).sum() / weights.sum()

# %% bce_with_logits: makes a tensor of its own on the CPU, wherever the inputs are
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    total = torch.zeros(1)
    for loss in losses.flatten():
        total = total + loss
    return total.squeeze() / logits.numel()

# %% bce_with_logits: makes a tensor of its own on the CPU, wherever the inputs are
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    return (losses + torch.zeros(logits.shape)).mean()

# %% bce_with_logits: returns inside the loop, after the first element
# hint: How often does your loop run before the function ends? Look at how far the `return` is indented.
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(logits.flatten(), targets.flatten()):
        total = total + F.softplus(a) - b * a
        return total / logits.numel()

# %% bce_with_logits: returns inside the loop, after the first element
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(logits.flatten(), targets.flatten()):
        total = total + F.softplus(a) - b * a
        return total

# %% bce_with_logits: leaves one element out of its loop
# hint: Write down the indices that your `range` goes through for four elements. Is each of them there?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (F.softplus(logits) - targets * logits).flatten()
    total = 0.0
    for i in range(len(losses) - 1):
        total = total + losses[i]
    return total / len(losses)

# %% bce_with_logits: leaves one element out of its loop
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (F.softplus(logits) - targets * logits).flatten()
    total = 0.0
    for i in range(1, len(losses)):
        total = total + losses[i]
    return total / len(losses)

# %% bce_with_logits: leaves one element out of its loop
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (F.softplus(logits) - targets * logits).flatten()
    return losses[:-1].mean()

# %% bce_with_logits: leaves one element out of its loop
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = (F.softplus(logits) - targets * logits).flatten()
    return losses[1:].mean()

# %% bce_with_logits: overwrites the loss in each round of the loop instead of adding to it
# hint: What is left of the first element when the loop has come to its end?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(logits.flatten(), targets.flatten()):
        total = F.softplus(a) - b * a
    return total / logits.numel()

# %% bce_with_logits: overwrites the loss in each round of the loop instead of adding to it
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    for a, b in zip(logits.flatten(), targets.flatten()):
        total = F.softplus(a) - b * a
    return total

# %% bce_with_logits: divides by n - 1 instead of n
# hint: What does your function give for a single element? By what is the sum divided in the formula?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum() / (logits.numel() - 1)

# %% bce_with_logits: divides by n - 1 instead of n
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum() / max(logits.numel() - 1, 1)

# %% bce_with_logits: divides by n - 1 instead of n
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).sum() / (len(logits) - 1)

# %% bce_with_logits: divides by the number of elements twice
# hint: `mean` has divided already. What does your function give when all elements have the same loss?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean() / logits.numel()

# %% bce_with_logits: divides by the number of elements twice
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return (F.softplus(logits) - targets * logits).mean() / len(logits)

# %% bce_with_logits: returns more than the loss, or wraps it in a list
# hint: What type does your function return? Which single thing does the contract ask for?
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return [(F.softplus(logits) - targets * logits).mean()]

# %% bce_with_logits: returns more than the loss, or wraps it in a list
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    losses = F.softplus(logits) - targets * logits
    return losses.mean(), losses

# %% bce_with_logits: returns more than the loss, or wraps it in a list
def bce_with_logits(logits, targets):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    return {'loss': (F.softplus(logits) - targets * logits).mean()}

# %% test_cross_entropy: raises nothing for wrong numbers: it prints or returns what it finds, or tests another function
# hint: Run it with a function that is plainly wrong, as `lambda logits, targets: logits.sum()`. What in your test ends with an exception then?
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    print(torch.allclose(cross_entropy(z, t), F.cross_entropy(z, t)))

# %% test_cross_entropy: raises nothing for wrong numbers: it prints or returns what it finds, or tests another function
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    return (cross_entropy(z, t) - F.cross_entropy(z, t)).abs() < 1e-5

# %% test_cross_entropy: raises nothing for wrong numbers: it prints or returns what it finds, or tests another function
def test_cross_entropy(function):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    torch.testing.assert_close(F.cross_entropy(z, t), F.nll_loss(torch.log_softmax(z, 1), t))

# %% test_cross_entropy: compares numbers of floating point with ==
# hint: Two right ways to compute a number may differ in its last digit. How close is close enough?
def test_cross_entropy(cross_entropy):
    for number in range(10):
        z, t = torch.linspace(-2, 3, 30).mul(number + 0.3).reshape(6, 5).sin(), torch.arange(6) % 5
        assert cross_entropy(z, t) == F.cross_entropy(z, t)

# %% test_cross_entropy: compares numbers of floating point with ==
def test_cross_entropy(cross_entropy):
    z, t = torch.zeros(3, 3), torch.tensor([0, 1, 2])
    assert cross_entropy(z, t).item() == 1.0986122886681098

# %% test_cross_entropy: tries a single sample only
# hint: What can go wrong with a batch that cannot with one sample? Try several, with different targets.
def test_cross_entropy(cross_entropy):
    z, t = torch.tensor([[1.0, 2.0, 0.5]]), torch.tensor([0])
    torch.testing.assert_close(cross_entropy(z, t), F.cross_entropy(z, t))

# %% test_cross_entropy: tries a single sample only
def test_cross_entropy(cross_entropy):
    z, t = torch.tensor([[1.0, 1000.0, 0.5]]), torch.tensor([0])
    given = z.clone()
    torch.testing.assert_close(cross_entropy(given, t), F.cross_entropy(z, t))
    torch.testing.assert_close(given, z)

# %% test_cross_entropy: tries no large logits, or compares in a way that lets nan pass
# hint: For which logits does a plain softmax give nan? And what is `nan > 0.001`?
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    given = z.clone()
    torch.testing.assert_close(cross_entropy(given, t), F.cross_entropy(z, t))
    torch.testing.assert_close(given, z)

# %% test_cross_entropy: does not look at the logits after the call
# hint: What would a caller notice whose logits hold other numbers after the call? Keep a `clone()`, and compare.
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [1000.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    torch.testing.assert_close(cross_entropy(z.clone(), t), F.cross_entropy(z, t))

# %% test_cross_entropy: asks only that the loss is not negative, or smaller for better logits
# hint: Which wrong losses are positive, too, and go down as the logits get better? Compare with a number that you know.
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    assert cross_entropy(z, t) >= 0

# %% test_cross_entropy: asks only that the loss is not negative, or smaller for better logits
def test_cross_entropy(cross_entropy):
    t = torch.tensor([0, 1])
    assert cross_entropy(5 * torch.eye(2), t) < cross_entropy(-5 * torch.eye(2), t)

# %% test_cross_entropy: raises for every version, also for a right one
# hint: Run it with `F.cross_entropy`: what does it say then, and what did it expect?
def test_cross_entropy(cross_entropy):
    z = torch.tensor([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    t = torch.tensor([0, 2])
    torch.testing.assert_close(cross_entropy(z, t), -F.cross_entropy(z, t))
