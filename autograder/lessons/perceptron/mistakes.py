"""Wrong versions of the exercises on the perceptron, each with its misconception and a hint."""

# %% weighted_sum: sums over everything, so that all samples become one number
# hint: How many numbers should come out for three samples? Over which of the dimensions must the sum run?
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum() + bias

# %% weighted_sum: sums over everything, so that all samples become one number
def weighted_sum(inputs, weights, bias):
    return torch.sum(inputs * weights + bias)

# %% weighted_sum: sums over everything, so that all samples become one number
def weighted_sum(inputs, weights, bias):
    total = 0
    for row in inputs:
        total = total + (row * weights).sum()
    return total + bias

# %% weighted_sum: goes along the first dimension, which holds the samples, not the inputs of one
# hint: In a batch of shape (m, n), what does `inputs[0]` stand for: one sample, or the first input of all of
# them? Which of the two does a weight belong to?
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(0) + bias

# %% weighted_sum: goes along the first dimension, which holds the samples, not the inputs of one
def weighted_sum(inputs, weights, bias):
    z = bias
    for i in range(len(inputs)):
        z = z + inputs[i] * weights[i]
    return z

# %% weighted_sum: goes along the first dimension, which holds the samples, not the inputs of one
def weighted_sum(inputs, weights, bias):
    z = 0
    for w, x in zip(weights, inputs):
        z = z + w * x
    return z + bias

# %% weighted_sum: goes along the first dimension, which holds the samples, not the inputs of one
def weighted_sum(inputs, weights, bias):
    z = 0.0
    for i in range(len(weights)):
        z = z + weights[i] * inputs[i]
    return z + bias

# %% weighted_sum: works for one sample only
# hint: `torch.dot` and plain sums take two vectors. What is the shape of the inputs when there are three
# samples?
def weighted_sum(inputs, weights, bias):
    return torch.dot(inputs, weights) + bias

# %% weighted_sum: works for one sample only
def weighted_sum(inputs, weights, bias):
    z = 0
    for i in range(len(weights)):
        z = z + weights[i].item() * inputs[i].item()
    return torch.tensor(z) + bias

# %% weighted_sum: works for one sample only
def weighted_sum(inputs, weights, bias):
    return torch.tensor(sum(float(w) * float(x) for w, x in zip(weights, inputs))) + bias

# %% weighted_sum: works for one sample only
def weighted_sum(inputs, weights, bias):
    return torch.tensor([inputs[i] * weights[i] for i in range(len(weights))]).sum() + bias

# %% weighted_sum: works for a batch only
# hint: What are the inputs if there is one sample alone, of shape (n,)? Try it, and a stack of batches too.
def weighted_sum(inputs, weights, bias):
    return torch.mv(inputs, weights) + bias

# %% weighted_sum: works for a batch only
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(1) + bias

# %% weighted_sum: works for a batch only
def weighted_sum(inputs, weights, bias):
    return torch.stack([(row * weights).sum() for row in inputs]) + bias

# %% weighted_sum: works for a batch only
def weighted_sum(inputs, weights, bias):
    m, n = inputs.shape
    z = torch.zeros(m)
    for i in range(m):
        for j in range(n):
            z[i] += inputs[i, j] * weights[j]
    return z + bias

# %% weighted_sum: works for a batch only
def weighted_sum(inputs, weights, bias):
    return torch.mm(inputs, weights.view(-1, 1)) + bias

# %% weighted_sum: works for a batch only
def weighted_sum(inputs, weights, bias):
    return torch.tensor([torch.dot(row, weights) + bias for row in inputs])

# %% weighted_sum: works for one sample and for a batch, but not for more dimensions
# hint: The inputs may have any number of leading dimensions. Which line of yours counts on there being one or
# two?
def weighted_sum(inputs, weights, bias):
    if inputs.dim() == 1:
        return torch.dot(inputs, weights) + bias
    return torch.mv(inputs, weights) + bias

# %% weighted_sum: works for one sample and for a batch, but not for more dimensions
def weighted_sum(inputs, weights, bias):
    if inputs.dim() == 1:
        return inputs @ weights + bias
    return (inputs * weights).sum(1) + bias

# %% weighted_sum: works for one sample and for a batch, but not for more dimensions
def weighted_sum(inputs, weights, bias):
    return weights @ inputs.T + bias

# %% weighted_sum: multiplies in an order, or by an operation, that the shapes do not allow
# hint: Write the shapes below your `@`: which two numbers must be equal? For three samples of two inputs they
# are (3, 2) and (2,).
def weighted_sum(inputs, weights, bias):
    return weights @ inputs + bias

# %% weighted_sum: multiplies in an order, or by an operation, that the shapes do not allow
def weighted_sum(inputs, weights, bias):
    return inputs.T @ weights + bias

# %% weighted_sum: multiplies in an order, or by an operation, that the shapes do not allow
def weighted_sum(inputs, weights, bias):
    return torch.mm(inputs, weights) + bias

# %% weighted_sum: forgets the bias
# hint: What should come out when all inputs are 0? One of the three arguments has no part in your result.
def weighted_sum(inputs, weights, bias):
    return inputs @ weights

# %% weighted_sum: forgets the bias
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(-1)

# %% weighted_sum: adds the bias more than once
# hint: The bias is added once, however many inputs there are. Where does your line add it: to each product, or
# to their sum?
def weighted_sum(inputs, weights, bias):
    return (inputs * weights + bias).sum(-1)

# %% weighted_sum: adds the bias more than once
def weighted_sum(inputs, weights, bias):
    return (inputs + bias) @ weights

# %% weighted_sum: adds the bias more than once
def weighted_sum(inputs, weights, bias):
    return inputs @ (weights + bias)

# %% weighted_sum: adds the bias more than once
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + 2 * bias

# %% weighted_sum: combines the bias by another operation than a plus
# hint: Look at the last step of the formula, and at the sign before b.
def weighted_sum(inputs, weights, bias):
    return inputs @ weights - bias

# %% weighted_sum: combines the bias by another operation than a plus
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights) * bias

# %% weighted_sum: combines the bias by another operation than a plus
def weighted_sum(inputs, weights, bias):
    return bias - inputs @ weights

# %% weighted_sum: combines the bias by another operation than a plus
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + bias.abs()

# %% weighted_sum: combines the bias by another operation than a plus
def weighted_sum(inputs, weights, bias):
    return inputs @ weights * (1 + bias)

# %% weighted_sum: combines the bias by another operation than a plus
def weighted_sum(inputs, weights, bias):
    return inputs @ weights / bias

# %% weighted_sum: does not add up the products
# hint: How many numbers should come out for one sample of two inputs? Which step of the formula makes one of
# two?
def weighted_sum(inputs, weights, bias):
    return inputs * weights + bias

# %% weighted_sum: does not add up the products
def weighted_sum(inputs, weights, bias):
    return inputs * weights

# %% weighted_sum: does not use the weights
# hint: Change the weights: does anything change? Each input counts as much as its weight says.
def weighted_sum(inputs, weights, bias):
    return inputs.sum(-1) + bias

# %% weighted_sum: does not use the weights
def weighted_sum(inputs, weights, bias):
    return inputs.sum(-1)

# %% weighted_sum: does not use the weights
def weighted_sum(inputs, weights, bias):
    return inputs.sum(-1) * weights.sum() + bias

# %% weighted_sum: does not use the weights
def weighted_sum(inputs, weights, bias):
    return (inputs + weights).sum(-1) + bias

# %% weighted_sum: does not use the weights
def weighted_sum(inputs, weights, bias):
    return inputs.sum(-1) * weights + bias

# %% weighted_sum: takes the mean of the products instead of their sum
# hint: Work out z for (2, 1) with pencil and paper, as in the text. Is the sum divided by anything there?
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).mean(-1) + bias

# %% weighted_sum: takes the mean of the products instead of their sum
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias) / weights.numel()

# %% weighted_sum: changes the weights before it uses them
# hint: The weights are to be used as they are, with their signs and sizes. What does your line do to them
# first?
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.abs() + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs @ (weights / weights.norm()) + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs @ torch.softmax(weights, -1) + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs @ weights ** 2 + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs @ (weights / weights.sum()) + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.round() + bias

# %% weighted_sum: changes the weights before it uses them
def weighted_sum(inputs, weights, bias):
    return inputs.abs() @ weights + bias

# %% weighted_sum: pairs the inputs with the wrong weights
# hint: The first input belongs to the first weight. In which order does your line meet them?
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.flip(0) + bias

# %% weighted_sum: pairs the inputs with the wrong weights
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.sort().values + bias

# %% weighted_sum: pairs the inputs with the wrong weights
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.roll(1) + bias

# %% weighted_sum: pairs the inputs with the wrong weights
def weighted_sum(inputs, weights, bias):
    return (inputs * weights[0]).sum(-1) + bias

# %% weighted_sum: leaves out the first or the last input
# hint: How often does your loop run, and with which number does it begin? Count for n = 2.
def weighted_sum(inputs, weights, bias):
    z = bias
    for i in range(1, len(weights)):
        z = z + inputs[..., i] * weights[i]
    return z

# %% weighted_sum: leaves out the first or the last input
def weighted_sum(inputs, weights, bias):
    z = bias
    for i in range(len(weights) - 1):
        z = z + inputs[..., i] * weights[i]
    return z

# %% weighted_sum: leaves out the first or the last input
def weighted_sum(inputs, weights, bias):
    for i in range(len(weights)):
        z = inputs[..., i] * weights[i] + bias
    return z

# %% weighted_sum: counts on exactly two inputs
# hint: The pictures have two inputs, but n may be any number. Which line of yours knows the number 2?
def weighted_sum(inputs, weights, bias):
    return weights[0] * inputs[..., 0] + weights[1] * inputs[..., 1] + bias

# %% weighted_sum: counts on exactly two inputs
def weighted_sum(inputs, weights, bias):
    return weights[0] * inputs[0] + weights[1] * inputs[1] + bias

# %% weighted_sum: counts on exactly two inputs
def weighted_sum(inputs, weights, bias):
    w1, w2 = weights
    return w1 * inputs[..., 0] + w2 * inputs[..., 1] + bias

# %% weighted_sum: counts on exactly two inputs
def weighted_sum(inputs, weights, bias):
    x1, x2 = inputs
    w1, w2 = weights
    return w1 * x1 + w2 * x2 + bias

# %% weighted_sum: returns from inside its loop
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def weighted_sum(inputs, weights, bias):
    z = bias
    for i in range(len(weights)):
        z = z + inputs[..., i] * weights[i]
        return z

# %% weighted_sum: returns from inside its loop
def weighted_sum(inputs, weights, bias):
    for row in inputs:
        return torch.dot(row, weights) + bias

# %% weighted_sum: keeps the last dimension, with length 1
# hint: Which shape should come out for inputs of shape (3, 2)? Compare it with yours: a sum or a product with a
# column may keep the dimension.
def weighted_sum(inputs, weights, bias):
    return (inputs * weights).sum(-1, keepdim=True) + bias

# %% weighted_sum: keeps the last dimension, with length 1
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.unsqueeze(1) + bias

# %% weighted_sum: adds a dimension, or makes a batch of one sample
# hint: Print the shape of the result for one sample of shape (n,). It should be ().
def weighted_sum(inputs, weights, bias):
    return torch.atleast_1d(inputs @ weights + bias)

# %% weighted_sum: adds a dimension, or makes a batch of one sample
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).unsqueeze(0)

# %% weighted_sum: squeezes away dimensions of length 1 that should stay
# hint: A batch of one sample has shape (1, n). Which shape should come out, and which does your squeeze leave?
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights.reshape(-1, 1)).squeeze() + bias

# %% weighted_sum: squeezes away dimensions of length 1 that should stay
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).squeeze()

# %% weighted_sum: applies an activation already
# hint: This exercise ends with z, which can be any number. Which part of the neuron comes afterwards?
def weighted_sum(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias)

# %% weighted_sum: applies an activation already
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).clamp(min=0)

# %% weighted_sum: applies an activation already
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias >= 0).float()

# %% weighted_sum: applies an activation already
def weighted_sum(inputs, weights, bias):
    return torch.tanh(inputs @ weights + bias)

# %% weighted_sum: applies an activation already
def weighted_sum(inputs, weights, bias):
    return torch.softmax(inputs @ weights + bias, dim=-1)

# %% weighted_sum: computes the result but does not return it
# hint: Try `print(weighted_sum(...))` with numbers of your own. Which word hands a value over to the caller?
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias

# %% weighted_sum: computes the result but does not return it
def weighted_sum(inputs, weights, bias):
    print(inputs @ weights + bias)

# %% weighted_sum: cuts the graph, so that no gradient flows back
# hint: torch follows the way from the arguments to your result, to find slopes later. `.item()`, `.tolist()`,
# `.detach()` and a new tensor made of numbers all end it.
@torch.no_grad()
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + bias

# %% weighted_sum: cuts the graph, so that no gradient flows back
def weighted_sum(inputs, weights, bias):
    rows = inputs.reshape(-1, inputs.shape[-1])
    total = [sum(w * x for w, x in zip(weights.tolist(), row)) + bias.item() for row in rows.tolist()]
    return torch.tensor(total).reshape(inputs.shape[:-1])

# %% weighted_sum: cuts the graph, so that no gradient flows back
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).detach()

# %% weighted_sum: lets the gradient reach some of its three arguments only
# hint: There are three ways back, to the inputs, to the weights and to the bias. Which of them goes through
# `float(...)`, `.item()`, `.detach()` or `.data`?
def weighted_sum(inputs, weights, bias):
    return inputs @ weights + float(bias)

# %% weighted_sum: lets the gradient reach some of its three arguments only
def weighted_sum(inputs, weights, bias):
    return inputs @ weights.detach() + bias

# %% weighted_sum: lets the gradient reach some of its three arguments only
def weighted_sum(inputs, weights, bias):
    return inputs.detach() @ weights + bias

# %% weighted_sum: lets the gradient reach some of its three arguments only
def weighted_sum(inputs, weights, bias):
    return inputs.data @ weights.data + bias

# %% weighted_sum: lets the gradient reach some of its three arguments only
def weighted_sum(inputs, weights, bias):
    return inputs.detach() @ weights.detach() + bias.detach() + 0 * bias

# %% weighted_sum: writes into its arguments
# hint: Print inputs, weights and bias before and after the call. `*=`, `+=` and methods whose name ends in an
# underscore change what belongs to the caller.
def weighted_sum(inputs, weights, bias):
    inputs *= weights
    return inputs.sum(-1) + bias

# %% weighted_sum: writes into its arguments
def weighted_sum(inputs, weights, bias):
    with torch.no_grad():
        inputs *= weights
    return inputs.sum(-1) + bias

# %% weighted_sum: writes into its arguments
def weighted_sum(inputs, weights, bias):
    bias += (inputs @ weights).sum()
    return bias

# %% weighted_sum: writes into its arguments
def weighted_sum(inputs, weights, bias):
    total = inputs @ weights + bias
    bias.data += total.detach().sum()
    return total

# %% weighted_sum: writes into its arguments
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    weights.detach().div_(weights.norm())
    return z

# %% weighted_sum: writes into its arguments
def weighted_sum(inputs, weights, bias):
    z = bias
    for i in range(len(weights)):
        z += inputs[..., i] * weights[i]
    return z

# %% weighted_sum: calls torch's linear layer
# hint: The exercise asks you to build it from a product and a sum. Which operator does both?
def weighted_sum(inputs, weights, bias):
    return torch.nn.functional.linear(inputs, weights.unsqueeze(0), bias.unsqueeze(0)).squeeze(-1)

# %% weighted_sum: calls torch's linear layer
def weighted_sum(inputs, weights, bias):
    layer = torch.nn.Linear(weights.shape[0], 1)
    with torch.no_grad():
        layer.weight.copy_(weights)
        layer.bias.copy_(bias)
    return layer(inputs).squeeze(-1)

# %% weighted_sum: calls torch's linear layer
def weighted_sum(inputs, weights, bias):
    return torch.nn.functional.linear(inputs, weights, bias)

# %% weighted_sum: gives another dtype than that of the inputs
# hint: Print the dtype of the inputs and that of your result. Which line changes it?
def weighted_sum(inputs, weights, bias):
    return inputs.double() @ weights.double() + bias

# %% weighted_sum: gives another dtype than that of the inputs
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).int()

# %% weighted_sum: gives another dtype than that of the inputs
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).half()

# %% weighted_sum: gives another dtype than that of the inputs
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).long()

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
# hint: Print `type(...)` of your result. Gradients can only flow through tensors.
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).tolist()

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    return z.item() if z.dim() == 0 else z

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
import numpy as np


def weighted_sum(inputs, weights, bias):
    return np.dot(inputs, weights) + float(bias)

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).detach().numpy()

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
def weighted_sum(inputs, weights, bias):
    return [float(row @ weights + bias) for row in inputs]

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
def weighted_sum(inputs, weights, bias):
    return sum(w * x for w, x in zip(weights.tolist(), inputs.tolist())) + float(bias)

# %% weighted_sum: uses numpy or plain numbers and returns no tensor
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).item()

# %% weighted_sum: uses view, which fails for transposed inputs
# hint: `view` wants the numbers in one piece in memory, and those of a transposed tensor are not. Which
# function is less strict?
def weighted_sum(inputs, weights, bias):
    return (inputs.view(-1, weights.numel()) @ weights).view(inputs.shape[:-1]) + bias

# %% weighted_sum: flattens the leading dimensions
# hint: Print the shape of the result for inputs of shape (2, 3, 4). It should be (2, 3): where does the 2 go?
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).flatten() if inputs.dim() > 1 else inputs @ weights + bias

# %% weighted_sum: flattens the leading dimensions
def weighted_sum(inputs, weights, bias):
    return inputs.reshape(-1, len(weights)) @ weights + bias

# %% weighted_sum: rounds the result
# hint: The caller goes on computing with what you return. How many of its digits may get lost?
def weighted_sum(inputs, weights, bias):
    return torch.round(inputs @ weights + bias)

# %% weighted_sum: rounds the result
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).round(decimals=2)

# %% weighted_sum: rounds the result
def weighted_sum(inputs, weights, bias):
    return (inputs @ weights + bias).round(decimals=3)

# %% weighted_sum: gives the same numbers whatever its arguments are
# hint: Call it with other weights. Why do they make no difference?
def weighted_sum(inputs, weights, bias):
    return torch.zeros(inputs.shape[:-1])

# %% weighted_sum: gives the same numbers whatever its arguments are
def weighted_sum(inputs, weights, bias):
    return torch.ones(inputs.shape[:-1])

# %% weighted_sum: gives the same numbers whatever its arguments are
def weighted_sum(inputs, weights, bias):
    return bias

# %% weighted_sum: gives the same numbers whatever its arguments are
def weighted_sum(inputs, weights, bias):
    return torch.tensor(0.25)

# %% weighted_sum: takes other arguments than the exercise asks for
# hint: Read the line with `def` in the exercise again. Which arguments does the caller give, and in which
# order?
def weighted_sum(inputs, weights):
    return inputs @ weights

# %% weighted_sum: takes other arguments than the exercise asks for
def weighted_sum(x, weights, bias, n):
    return x @ weights + bias

# %% weighted_sum: invents parameters of its own instead of using those that it is given
# hint: Call it twice with the same arguments. Where do the numbers of your neuron come from?
def weighted_sum(inputs, weights, bias):
    weights = torch.ones(inputs.shape[-1])
    bias = torch.tensor(1.0)
    return inputs @ weights + bias

# %% weighted_sum: invents parameters of its own instead of using those that it is given
def weighted_sum(inputs, weights, bias):
    bias = torch.tensor(1.0)
    return inputs @ weights + bias

# %% weighted_sum: returns more than the sum
# hint: The caller writes `z = ...` and goes on computing with z. What is z, if a function returns two things?
def weighted_sum(inputs, weights, bias):
    z = inputs @ weights + bias
    return z, bias

# %% weighted_sum: returns more than the sum
def weighted_sum(inputs, weights, bias):
    return [inputs @ weights + bias]

# %% perceptron: leaves out the sigmoid
# hint: Between which two numbers should the output lie? The weighted sum can be any number.
def perceptron(inputs, weights, bias):
    return inputs @ weights + bias

# %% perceptron: leaves out the sigmoid
def perceptron(inputs, weights, bias):
    return (inputs * weights).sum(-1) + bias

# %% perceptron: decides already, or rounds the output
# hint: The output says how sure the neuron is, such as 0.562. The decision between 0 and 1 comes in the next
# exercise.
def perceptron(inputs, weights, bias):
    return (inputs @ weights + bias >= 0).float()

# %% perceptron: decides already, or rounds the output
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).round(decimals=2)

# %% perceptron: decides already, or rounds the output
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias) >= 0.5

# %% perceptron: decides already, or rounds the output
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).round(decimals=3)

# %% perceptron: decides already, or rounds the output
def perceptron(inputs, weights, bias):
    return torch.sign(inputs @ weights + bias)

# %% perceptron: decides already, or rounds the output
def perceptron(inputs, weights, bias):
    return (torch.sigmoid(inputs @ weights + bias) >= 0.5).int()

# %% perceptron: takes the exponential of a large number and divides infinity by it
# hint: What is exp(1000) in a computer, and what is that number divided by itself? Above or below the bar:
# where does infinity do no harm?
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.exp(z) / (1 + torch.exp(z))

# %% perceptron: takes the exponential of a large number and divides infinity by it
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 - torch.exp(-z) / (1 + torch.exp(-z))

# %% perceptron: takes the exponential of a large number and divides infinity by it
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.nan_to_num(torch.exp(z) / (1 + torch.exp(z)))

# %% perceptron: takes the exponential of a large number and divides infinity by it
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    if (z < 0).any():
        return 1 / (1 + torch.exp(-z))
    return torch.exp(z) / (1 + torch.exp(z))

# %% perceptron: has the wrong sign in the exponent
# hint: The sample (2, 1) has z = 0.25 and the output 0.562. What does your formula give for a z above 0, more
# or less than one half?
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / (1 + torch.exp(z))

# %% perceptron: has the wrong sign in the exponent
def perceptron(inputs, weights, bias):
    return torch.sigmoid(-(inputs @ weights + bias))

# %% perceptron: does not divide by the whole denominator, 1 plus the exponential
# hint: Division binds more tightly than addition. Which part of your line is divided by which, if you draw in
# the brackets that Python sees?
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / 1 + torch.exp(-z)

# %% perceptron: does not divide by the whole denominator, 1 plus the exponential
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.exp(z) / 1 + torch.exp(z)

# %% perceptron: does not divide by the whole denominator, 1 plus the exponential
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / torch.exp(-z) + 1

# %% perceptron: does not divide by the whole denominator, 1 plus the exponential
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / (1 - torch.exp(-z))

# %% perceptron: forgets the bias
# hint: What should come out when all inputs are 0? One of the three arguments has no part in your result.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights)

# %% perceptron: forgets the bias
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum(-1))

# %% perceptron: adds the bias at the wrong place or with the wrong sign
# hint: The bias belongs to the weighted sum, added once, before the sigmoid. Where does yours stand?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights) + bias

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights - bias)

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights + bias).sum(-1))

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs + bias) @ weights)

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights) - bias

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights) * bias

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs @ weights) * bias)

# %% perceptron: adds the bias at the wrong place or with the wrong sign
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias) + bias

# %% perceptron: takes the sigmoid before the sum
# hint: First add up, then squash once: in which order does your line do it?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights).sum(-1)

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights + bias)

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights + bias).sum(-1)

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights).sum(-1) + bias

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs) @ weights + bias

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs * weights + bias).mean(-1)

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.sigmoid(inputs) @ weights + bias)

# %% perceptron: takes the sigmoid before the sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs) @ torch.sigmoid(weights) + bias

# %% perceptron: squashes twice
# hint: What is the output at z = 0, and what should it be? Count how often the sigmoid is applied.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.sigmoid(inputs @ weights + bias))

# %% perceptron: squashes twice
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.relu(inputs @ weights + bias))

# %% perceptron: squashes twice
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.tanh(inputs @ weights + bias))

# %% perceptron: has another activation than the sigmoid
# hint: Which function of z does the formula name? Its value at z = 0 is one half.
def perceptron(inputs, weights, bias):
    return torch.tanh(inputs @ weights + bias)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    return torch.relu(inputs @ weights + bias)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.softmax(z, dim=-1)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.exp(z)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.log(1 + torch.exp(z))

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.clamp(z, 0, 1)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    return torch.nn.functional.logsigmoid(inputs @ weights + bias)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.clamp(z / 6 + 0.5, 0, 1)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    return torch.softmax(inputs * weights + bias, dim=-1)

# %% perceptron: has another activation than the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return z * torch.sigmoid(z)

# %% perceptron: stretches or shifts the sigmoid
# hint: Compare with the table in the text: z = 0.25 gives 0.562 and z = 2.25 gives 0.905.
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 0.5 * (1 + torch.tanh(z))

# %% perceptron: stretches or shifts the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.sigmoid(z / 2)

# %% perceptron: stretches or shifts the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 2 * torch.sigmoid(z) - 1

# %% perceptron: stretches or shifts the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.sigmoid(z) - 0.5

# %% perceptron: stretches or shifts the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.sigmoid(z - 0.5)

# %% perceptron: stretches or shifts the sigmoid
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 2 * torch.sigmoid(z)

# %% perceptron: takes the mean of the products instead of their sum
# hint: Work out z for (2, 1) with pencil and paper, as in the text. Is the sum divided by anything there?
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).mean(-1) + bias)

# %% perceptron: takes the mean of the products instead of their sum
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights + bias).mean(-1))

# %% perceptron: does not use the weights
# hint: Change the weights: does anything change? Each input counts as much as its weight says.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs.sum(-1) + bias)

# %% perceptron: does not use the weights
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs.sum(-1))

# %% perceptron: does not use the weights
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs + bias)

# %% perceptron: does not use the weights
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs + weights).sum(-1) + bias)

# %% perceptron: cuts the weighted sum off so early that the values change
# hint: From which z on is the sigmoid 1, as far as float32 can tell? It is not yet so at 4.
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-4, 4)
    return torch.sigmoid(z)

# %% perceptron: cuts the weighted sum off so early that the values change
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-1, 1)
    return torch.sigmoid(z)

# %% perceptron: cuts the weighted sum off so early that the values change
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-5, 5)
    return torch.sigmoid(z)

# %% perceptron: cuts the weighted sum off so early that the values change
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(0, 1)
    return torch.sigmoid(z)

# %% perceptron: cuts the weighted sum off so early that the values change
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-2, 2)
    return torch.sigmoid(z)

# %% perceptron: cuts the weighted sum off so early that the values change
def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).clamp(-3, 3)
    return torch.sigmoid(z)

# %% perceptron: uses Python's math, which takes one number only
# hint: How many numbers does `math.exp` take, and how many samples are there? torch has an exponential for a
# whole tensor.
import math


def perceptron(inputs, weights, bias):
    return torch.tensor(1 / (1 + math.exp(-(inputs @ weights + bias))))

# %% perceptron: uses Python's math, which takes one number only
import math


def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / (1 + math.exp(-z))

# %% perceptron: uses Python's math, which takes one number only
import math


def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.tensor([1 / (1 + math.exp(-v)) for v in z])

# %% perceptron: uses Python's math, which takes one number only
import math


def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    values = [1 / (1 + math.exp(-v)) for v in z.flatten().tolist()]
    return torch.tensor(values).reshape(z.shape)

# %% perceptron: uses Python's math, which takes one number only
import math


def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return [1 / (1 + math.exp(-v)) for v in z]

# %% perceptron: works for some shapes of the inputs only
# hint: Try one sample of shape (n,), a batch of shape (m, n), and a stack of batches. Which of them fails?
# Write the shapes below your product or your sum.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.dot(inputs, weights) + bias)

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.mv(inputs, weights) + bias)

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum(1) + bias)

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum(0) + bias)

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    return torch.tensor([torch.sigmoid(torch.dot(row, weights) + bias) for row in inputs])

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    z = 0
    for w, x in zip(weights, inputs):
        z = z + w * x
    return torch.sigmoid(z + bias)

# %% perceptron: works for some shapes of the inputs only
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.mm(inputs, weights) + bias)

# %% perceptron: sums over everything, so that all samples become one number
# hint: How many outputs should there be for three samples? Over which of the dimensions must the sum run?
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs * weights).sum() + bias)

# %% perceptron: sums over everything, so that all samples become one number
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).sum()

# %% perceptron: sums over everything, so that all samples become one number
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).mean()

# %% perceptron: sums over everything, so that all samples become one number
def perceptron(inputs, weights, bias):
    return torch.sigmoid(torch.sum(inputs * weights + bias))

# %% perceptron: keeps or adds a dimension of length 1
# hint: Which shape should come out for inputs of shape (3, 2)? Compare it with yours.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights.view(-1, 1) + bias)

# %% perceptron: keeps or adds a dimension of length 1
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias.reshape(1))

# %% perceptron: keeps or adds a dimension of length 1
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).unsqueeze(0)

# %% perceptron: squeezes away dimensions of length 1 that should stay
# hint: A batch of one sample has shape (1, n). Which shape should come out, and which does your squeeze leave?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).squeeze()

# %% perceptron: squeezes away dimensions of length 1 that should stay
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs @ weights.view(-1, 1)).squeeze() + bias)

# %% perceptron: flattens the leading dimensions
# hint: Print the shape of the result for inputs of shape (2, 3, 4). It should be (2, 3): where does the 2 go?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).flatten()

# %% perceptron: flattens the leading dimensions
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs.reshape(-1, inputs.shape[-1]) @ weights + bias)

# %% perceptron: computes the result but does not return it
# hint: Try `print(perceptron(...))` with numbers of your own. Which word hands a value over to the caller?
def perceptron(inputs, weights, bias):
    y = torch.sigmoid(inputs @ weights + bias)

# %% perceptron: computes the result but does not return it
def perceptron(inputs, weights, bias):
    print(torch.sigmoid(inputs @ weights + bias))

# %% perceptron: cuts the graph, so that no gradient flows back
# hint: torch follows the way from the arguments to your result, to find slopes later. `.item()`, `.detach()`
# and a new tensor made of numbers all end it.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).detach()

# %% perceptron: cuts the graph, so that no gradient flows back
import numpy as np


def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).detach().numpy()
    return torch.from_numpy(np.asarray(1 / (1 + np.exp(-z))))

# %% perceptron: cuts the graph, so that no gradient flows back
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.tensor(torch.sigmoid(z).tolist())

# %% perceptron: lets the gradient reach some of its three arguments only
# hint: There are three ways back, to the inputs, to the weights and to the bias. Which of them goes through
# `float(...)`, `.item()`, `.detach()` or `.data`?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + float(bias))

# %% perceptron: lets the gradient reach some of its three arguments only
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights.detach() + bias)

# %% perceptron: lets the gradient reach some of its three arguments only
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs.detach() @ weights + bias)

# %% perceptron: lets the gradient reach some of its three arguments only
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs.data @ weights.data + bias)

# %% perceptron: writes into its arguments
# hint: Print inputs, weights and bias before and after the call. `*=`, `+=` and methods whose name ends in an
# underscore change what belongs to the caller.
def perceptron(inputs, weights, bias):
    with torch.no_grad():
        inputs.mul_(weights)
    return torch.sigmoid(inputs.sum(-1) + bias)

# %% perceptron: writes into its arguments
def perceptron(inputs, weights, bias):
    inputs *= weights
    return torch.sigmoid(inputs.sum(-1) + bias)

# %% perceptron: writes into its arguments
def perceptron(inputs, weights, bias):
    bias.mul_(1.5)
    return torch.sigmoid(inputs @ weights + bias / 1.5)

# %% perceptron: writes into its arguments
def perceptron(inputs, weights, bias):
    bias += (inputs @ weights).sum()
    return torch.sigmoid(bias)

# %% perceptron: writes into its arguments
def perceptron(inputs, weights, bias):
    y = torch.sigmoid(inputs @ weights + bias)
    weights.detach().zero_()
    return y

# %% perceptron: gives another dtype than that of the inputs
# hint: Print the dtype of the inputs and that of your result. Which line changes it?
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs @ weights + bias).double())

# %% perceptron: gives another dtype than that of the inputs
def perceptron(inputs, weights, bias):
    return torch.sigmoid((inputs @ weights + bias).half())

# %% perceptron: gives another dtype than that of the inputs
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).int()

# %% perceptron: gives another dtype than that of the inputs
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).long()

# %% perceptron: uses numpy or plain numbers and returns no tensor
# hint: Print `type(...)` of your result. Gradients can only flow through tensors.
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).tolist()

# %% perceptron: uses numpy or plain numbers and returns no tensor
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).detach().numpy()

# %% perceptron: uses numpy or plain numbers and returns no tensor
def perceptron(inputs, weights, bias):
    y = torch.sigmoid(inputs @ weights + bias)
    return y.item() if y.dim() == 0 else y

# %% perceptron: uses numpy or plain numbers and returns no tensor
def perceptron(inputs, weights, bias):
    return torch.sigmoid(inputs @ weights + bias).item()

# %% perceptron: calls numpy on a tensor, which fails once gradients are asked for
# hint: numpy knows nothing of gradients. Which functions of torch do the same work on a tensor?
import numpy as np


def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return 1 / (1 + np.exp(-z))

# %% perceptron: calls numpy on a tensor, which fails once gradients are asked for
import numpy as np


def perceptron(inputs, weights, bias):
    z = (inputs @ weights + bias).numpy()
    return torch.from_numpy(1 / (1 + np.exp(-z)))

# %% perceptron: gives the slope of the sigmoid instead of its value
# hint: A slope is almost 0 far out on both sides. What should the output be for a large z?
def perceptron(inputs, weights, bias):
    y = torch.sigmoid(inputs @ weights + bias)
    return y * (1 - y)

# %% perceptron: gives the same numbers whatever its arguments are
# hint: Call it with other weights. Why do they make no difference?
def perceptron(inputs, weights, bias):
    return torch.full(inputs.shape[:-1], 0.5)

# %% perceptron: gives the same numbers whatever its arguments are
def perceptron(inputs, weights, bias):
    return torch.ones(inputs.shape[:-1])

# %% perceptron: gives the same numbers whatever its arguments are
def perceptron(inputs, weights, bias):
    return torch.zeros(inputs.shape[:-1])

# %% perceptron: takes other arguments than the exercise asks for
# hint: Read the line with `def` in the exercise again. Which arguments does the caller give, and in which
# order?
def perceptron(inputs, weights):
    return torch.sigmoid(inputs @ weights)

# %% perceptron: takes other arguments than the exercise asks for
def perceptron(z):
    return torch.sigmoid(z)

# %% perceptron: returns more than the output
# hint: The caller writes `y = ...` and goes on computing with y. What is y, if a function returns two things?
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return z, torch.sigmoid(z)

# %% perceptron: returns more than the output
def perceptron(inputs, weights, bias):
    return [torch.sigmoid(inputs @ weights + bias)]

# %% perceptron: returns more than the output
def perceptron(inputs, weights, bias):
    z = inputs @ weights + bias
    return torch.sigmoid(z), z

# %% perceptron: calls itself without an end
# hint: Inside your function the name `perceptron` means your function. Who computes the weighted sum then?
def perceptron(inputs, weights, bias):
    return torch.sigmoid(perceptron(inputs, weights, bias))

# %% perceptron: calls itself without an end
def perceptron(inputs, weights, bias):
    return perceptron(inputs, weights, bias)

# %% predict: gives 0 at the threshold itself
# hint: A point exactly on the boundary belongs to class 1. What does your comparison or your rounding say of an
# output of exactly 0.5?
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) > threshold).float()

# %% predict: gives 0 at the threshold itself
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold + 1e-6).float()

# %% predict: rounds, or asks for more than one half, whatever the threshold is
# hint: To what does `torch.round` take 0.5 itself, and which class should a point on the boundary get? How does
# your line learn of another threshold?
def predict(inputs, weights, bias, threshold=0.5):
    return torch.round(perceptron(inputs, weights, bias))

# %% predict: rounds, or asks for more than one half, whatever the threshold is
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias).round()

# %% predict: ignores the threshold and always compares with one half
# hint: Call it with threshold=0.9. Which number in your function should be the argument instead?
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= 0.5).float()

# %% predict: ignores the threshold and always compares with one half
def predict(inputs, weights, bias, threshold=0.5):
    return (weighted_sum(inputs, weights, bias) >= 0).float()

# %% predict: compares the weighted sum with the threshold, not the output
# hint: The threshold is a number between 0 and 1. Which of the two lies between 0 and 1 too, the weighted sum
# or the output?
def predict(inputs, weights, bias, threshold=0.5):
    return (weighted_sum(inputs, weights, bias) >= threshold).float()

# %% predict: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights + bias >= 2 * threshold - 1).float()

# %% predict: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights + bias > threshold).float()

# %% predict: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights >= threshold).float()

# %% predict: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights + bias >= threshold - 0.5).float()

# %% predict: compares the weighted sum with the threshold, not the output
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights + bias >= -threshold).float()

# %% predict: returns booleans instead of 1. and 0.
# hint: Print the dtype of your result. How does a True become a 1.?
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias) >= threshold

# %% predict: returns booleans instead of 1. and 0.
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias) > threshold

# %% predict: returns whole numbers instead of floats
# hint: Print the dtype of your result. The classes are to be floats, so that one can compute with them.
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).long()

# %% predict: returns whole numbers instead of floats
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).int()

# %% predict: returns whole numbers instead of floats
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) > threshold).int()

# %% predict: returns whole numbers instead of floats
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias).round().int()

# %% predict: has the two classes the wrong way round
# hint: Which class should a sample get whose output is near 1? Look at the direction of the comparison, or at
# the order of the two numbers.
def predict(inputs, weights, bias, threshold=0.5):
    return torch.where(perceptron(inputs, weights, bias) >= threshold, 0.0, 1.0)

# %% predict: has the two classes the wrong way round
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) <= threshold).float()

# %% predict: gives classes -1 and 1
# hint: Which two numbers are the classes called in this lesson?
def predict(inputs, weights, bias, threshold=0.5):
    return torch.sign(perceptron(inputs, weights, bias) - threshold)

# %% predict: gives classes -1 and 1
def predict(inputs, weights, bias, threshold=0.5):
    return torch.sign(weighted_sum(inputs, weights, bias))

# %% predict: decides for one sample only, by an if
# hint: There may be many samples at once, and an `if` has one answer. Which function of torch chooses for each
# element?
def predict(inputs, weights, bias, threshold=0.5):
    if perceptron(inputs, weights, bias) >= threshold:
        return torch.tensor(1.0)
    return torch.tensor(0.0)

# %% predict: decides for one sample only, by an if
def predict(inputs, weights, bias, threshold=0.5):
    return torch.tensor(float(perceptron(inputs, weights, bias) >= threshold))

# %% predict: makes one decision for all samples together
# hint: Two samples may lie on different sides of the boundary. What does your `any`, `all` or `mean` make of
# them?
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.ones_like(p) if (p >= threshold).any() else torch.zeros_like(p)

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.ones_like(p) if (p >= threshold).all() else torch.zeros_like(p)

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p.mean() >= threshold).float()

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    if p.mean() >= threshold:
        return torch.ones_like(p)
    return torch.zeros_like(p)

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float().sum()

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float().mean()

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= p.mean()).float()

# %% predict: makes one decision for all samples together
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p == p.max()).float()

# %% predict: returns the output itself, not a class
# hint: How many different numbers may your result hold? The class is the answer to a yes-or-no question about
# the output.
def predict(inputs, weights, bias, threshold=0.5):
    return perceptron(inputs, weights, bias)

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.where(p >= threshold, p, 0.0)

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.where(p >= threshold, 1.0, p)

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    return weighted_sum(inputs, weights, bias)

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return p - threshold

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.clamp(p, min=threshold)

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return p * threshold

# %% predict: returns the output itself, not a class
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.where(p >= threshold, p, 1 - p)

# %% predict: cannot be called without a threshold
# hint: What happens at `predict(inputs, weights, bias)`? An argument may have a default, written in the line
# with `def`.
def predict(inputs, weights, bias, threshold):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: cannot be called without a threshold
def predict(threshold, inputs, weights, bias):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
# hint: Call it without a threshold on a point of the boundary. Which default does the exercise ask for?
def predict(inputs, weights, bias, threshold=0.6):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
def predict(inputs, weights, bias, threshold=0):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
def predict(inputs, weights, bias, threshold=1.0):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
def predict(inputs, weights, bias, threshold=0.0001):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
def predict(inputs, weights, bias, threshold=0.4):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: has another threshold than 0.5 when none is given
def predict(inputs, weights, bias, threshold=0.9):
    return (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: takes no argument called threshold
# hint: The caller writes `predict(inputs, weights, bias, threshold=0.9)`. What stands in your line with `def`?
def predict(inputs, weights, bias):
    return (perceptron(inputs, weights, bias) >= 0.5).float()

# %% predict: takes no argument called threshold
def predict(inputs, weights, bias):
    return (weighted_sum(inputs, weights, bias) > 0).float()

# %% predict: takes no argument called threshold
def predict(inputs, weights, bias):
    return perceptron(inputs, weights, bias) >= 0.5

# %% predict: mirrors the threshold
# hint: Is it harder or easier to be class 1 at a threshold of 0.9? Try an output of 0.7.
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= 1 - threshold).float()

# %% predict: mirrors the threshold
def predict(inputs, weights, bias, threshold=0.5):
    return (1 - perceptron(inputs, weights, bias) < threshold).float()

# %% predict: puts threshold and output through the sigmoid once too often
# hint: Both sides of a comparison must mean the same thing. Which of them is already a number between 0 and 1?
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid(perceptron(inputs, weights, bias)) >= threshold).float()

# %% predict: puts threshold and output through the sigmoid once too often
def predict(inputs, weights, bias, threshold=0.5):
    limit = torch.log(torch.tensor(threshold))
    return (weighted_sum(inputs, weights, bias) >= limit).float()

# %% predict: puts threshold and output through the sigmoid once too often
def predict(inputs, weights, bias, threshold=0.5):
    limit = torch.log(torch.tensor(1 - threshold))
    return (weighted_sum(inputs, weights, bias) >= limit).float()

# %% predict: forgets the bias or changes its sign
# hint: Where does the boundary lie without the bias? It would always go through the origin.
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid(inputs @ weights) >= threshold).float()

# %% predict: forgets the bias or changes its sign
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid(inputs @ weights) + bias >= threshold).float()

# %% predict: forgets the bias or changes its sign
def predict(inputs, weights, bias, threshold=0.5):
    return (inputs @ weights >= 0).float()

# %% predict: gets nan for a large weighted sum, which counts as 0
# hint: What is infinity divided by infinity, and is it at least 0.5? Your perceptron does not have this
# problem.
def predict(inputs, weights, bias, threshold=0.5):
    e = torch.exp(inputs @ weights + bias)
    return (e / (1 + e) >= threshold).float()

# %% predict: keeps or adds a dimension of length 1
# hint: Which shape should come out for inputs of shape (3, 2)? Compare it with yours.
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).float().unsqueeze(-1)

# %% predict: keeps or adds a dimension of length 1
def predict(inputs, weights, bias, threshold=0.5):
    y = torch.sigmoid(inputs @ weights.reshape(-1, 1) + bias)
    return (y >= threshold).float()

# %% predict: keeps or adds a dimension of length 1
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).float().unsqueeze(0)

# %% predict: keeps or adds a dimension of length 1
def predict(inputs, weights, bias, threshold=0.5):
    return torch.atleast_1d((perceptron(inputs, weights, bias) >= threshold).float())

# %% predict: squeezes away dimensions of length 1 that should stay
# hint: A batch of one sample has shape (1, n). Which shape should come out, and which does your squeeze leave?
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).float().squeeze()

# %% predict: flattens the leading dimensions
# hint: Print the shape of the result for inputs of shape (2, 3, 4). It should be (2, 3): where does the 2 go?
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).float().flatten()

# %% predict: flattens the leading dimensions
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.tensor([1.0 if v >= threshold else 0.0 for v in p.flatten()])

# %% predict: goes through the samples in a loop that suits a batch only
# hint: What is `for y in p` when p is a single number, and what when it is a matrix?
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return torch.tensor([1.0 if y >= threshold else 0.0 for y in p])

# %% predict: goes through the samples in a loop that suits a batch only
def predict(inputs, weights, bias, threshold=0.5):
    result = []
    for x in inputs:
        result.append(1.0 if torch.sigmoid(torch.dot(x, weights) + bias) >= threshold else 0.0)
    return torch.tensor(result)

# %% predict: goes through the samples in a loop that suits a batch only
def predict(inputs, weights, bias, threshold=0.5):
    return torch.stack([(perceptron(x, weights, bias) >= threshold).float() for x in inputs])

# %% predict: goes through the samples in a loop that suits a batch only
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid(torch.dot(inputs, weights) + bias) >= threshold).float()

# %% predict: goes through the samples in a loop that suits a batch only
def predict(inputs, weights, bias, threshold=0.5):
    return (torch.sigmoid((inputs * weights).sum(1) + bias) >= threshold).float()

# %% predict: returns from inside its loop, after the first sample
# hint: How often does the loop run before `return` ends the function? Look at how far the line is indented.
def predict(inputs, weights, bias, threshold=0.5):
    for y in perceptron(inputs, weights, bias):
        return torch.tensor(1.0 if y >= threshold else 0.0)

# %% predict: returns from inside its loop, after the first sample
def predict(inputs, weights, bias, threshold=0.5):
    for y in perceptron(inputs, weights, bias).flatten():
        if y >= threshold:
            return torch.tensor(1.0)
        return torch.tensor(0.0)

# %% predict: returns from inside its loop, after the first sample
def predict(inputs, weights, bias, threshold=0.5):
    for y in perceptron(inputs, weights, bias):
        if y >= threshold:
            return 1.0
        return 0.0

# %% predict: returns a list, a numpy array or plain numbers
# hint: Print `type(...)` of your result. The classes are to be a tensor, like the inputs.
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float().tolist()

# %% predict: returns a list, a numpy array or plain numbers
def predict(inputs, weights, bias, threshold=0.5):
    y = (perceptron(inputs, weights, bias) >= threshold).float()
    return y.item() if y.dim() == 0 else y

# %% predict: returns a list, a numpy array or plain numbers
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float().numpy()

# %% predict: gives the places of the samples of class 1
# hint: How many numbers should come out for five samples? `torch.where` with a condition alone tells where it
# holds.
def predict(inputs, weights, bias, threshold=0.5):
    return torch.where(perceptron(inputs, weights, bias) >= threshold)

# %% predict: gives the places of the samples of class 1
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return p[p >= threshold]

# %% predict: gives the places of the samples of class 1
def predict(inputs, weights, bias, threshold=0.5):
    return (perceptron(inputs, weights, bias) >= threshold).nonzero()

# %% predict: writes into its arguments
# hint: Print inputs, weights and bias before and after the call. Which line changes what belongs to the caller?
def predict(inputs, weights, bias, threshold=0.5):
    weights *= 1000
    return (torch.sigmoid(inputs @ weights + 1000 * bias) >= threshold).float()

# %% predict: writes into its arguments
def predict(inputs, weights, bias, threshold=0.5):
    y = (perceptron(inputs, weights, bias) >= threshold).float()
    inputs.zero_()
    return y

# %% predict: writes into its arguments
def predict(inputs, weights, bias, threshold=0.5):
    inputs *= weights
    return (torch.sigmoid(inputs.sum(-1) + bias) >= threshold).float()

# %% predict: writes into its arguments
def predict(inputs, weights, bias, threshold=0.5):
    bias -= 0
    bias += threshold
    return (torch.sigmoid(inputs @ weights + bias - threshold) >= threshold).float()

# %% predict: computes the result but does not return it
# hint: Try `print(predict(...))` with numbers of your own. Which word hands a value over to the caller?
def predict(inputs, weights, bias, threshold=0.5):
    classes = (perceptron(inputs, weights, bias) >= threshold).float()

# %% predict: computes the result but does not return it
def predict(inputs, weights, bias, threshold=0.5):
    print((perceptron(inputs, weights, bias) >= threshold).float())

# %% predict: gives the same class to every sample
# hint: Take one sample far on each side of the boundary. Why do both get the same class?
def predict(inputs, weights, bias, threshold=0.5):
    return torch.ones(inputs.shape[:-1])

# %% predict: gives the same class to every sample
def predict(inputs, weights, bias, threshold=0.5):
    return torch.zeros(inputs.shape[:-1])

# %% predict: returns more than the classes
# hint: The caller writes `classes = ...` and goes on computing. What does it get, if a function returns two
# things?
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return p, (p >= threshold).float()

# %% predict: returns more than the classes
def predict(inputs, weights, bias, threshold=0.5):
    p = perceptron(inputs, weights, bias)
    return (p >= threshold).float(), p

# %% predict: returns more than the classes
def predict(inputs, weights, bias, threshold=0.5):
    return [(perceptron(inputs, weights, bias) >= threshold).float()]

# %% predict: calls itself without an end
# hint: Inside your function the name `predict` means your function. Who computes the output then?
def predict(inputs, weights, bias, threshold=0.5):
    return (predict(inputs, weights, bias) >= threshold).float()

# %% fit_perceptron: fires only where the weighted sum is above 0, not at 0 itself
# hint: At the start every weighted sum is exactly 0. Which decision does the step of the exercise make there,
# and which does yours?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: fires only where the weighted sum is above 0, not at 0 itself
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.heaviside(x @ weights + bias, torch.tensor(0.0))
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: makes decisions of -1 and 1, while the targets are 0 and 1
# hint: What is t - y for a target of 0 and a decision of -1? A right decision should change nothing.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else -1.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: makes decisions of -1 and 1, while the targets are 0 and 1
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.sign(x @ weights + bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: makes decisions of -1 and 1, while the targets are 0 and 1
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else -1.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: turns the targets into -1 and 1, so that each correction is twice as long
# hint: How large is t - y for a wrong decision, if both are -1 or 1? The rule of the exercise has targets of 0
# and 1.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, 2 * targets - 1):
            y = 1.0 if x @ weights + bias >= 0 else -1.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: turns the targets into -1 and 1, so that each correction is twice as long
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, 2 * targets - 1):
            y = 1.0 if x @ weights + bias > 0 else -1.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
# hint: The second sample should meet the weights that the first one has already corrected. When does your code
# compute the decisions, and when does it correct?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        delta = targets - (inputs @ weights + bias >= 0).float()
        weights = weights + lr * delta @ inputs
        bias = bias + lr * delta.sum()
        wrong = int(delta.abs().sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        decisions = (inputs @ weights + bias > 0).float()
        wrong = 0
        for x, t, y in zip(inputs, targets, decisions):
            if y != t:
                weights = weights + lr * (t - y) * x
                bias = bias + lr * (t - y)
                wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        delta = targets - (inputs @ weights + bias >= 0).float()
        weights = weights + lr * (delta @ inputs) / len(inputs)
        bias = bias + lr * delta.mean()
        wrong = int((delta != 0).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        delta = targets - (inputs @ weights + bias > 0).float()
        weights = weights + lr * (delta @ inputs) / len(inputs)
        bias = bias + lr * delta.mean()
        wrong = int((delta != 0).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        delta = targets - torch.sigmoid(inputs @ weights + bias)
        weights = weights + lr * delta @ inputs
        bias = bias + lr * delta.sum()
        wrong = int((delta.abs() > 0.5).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges all samples of an epoch by the same parameters, the batch at once
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        delta = targets - (inputs @ weights + bias >= 0).float()
        weights = weights + lr * (delta.unsqueeze(1) * inputs).mean(0)
        bias = bias + lr * delta.sum()
        wrong = int((delta != 0).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
# hint: The error t - y should be exactly -1, 0 or 1. Which numbers can your y be?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = perceptron(x, weights, bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y >= 0.5) != (t >= 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.sigmoid(x @ weights + bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = x @ weights + bias
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y >= 0) != (t >= 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = x @ weights + bias
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = x @ weights + bias
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y >= 0.5) != (t >= 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.sigmoid(x @ weights + bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y > 0.5) != (t > 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = perceptron(x, weights, bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(abs(t - y) > 0.5)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.tanh(x @ weights + bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int((y >= 0) != (t >= 0.5))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: decides by the sigmoid or the weighted sum itself instead of the step
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = torch.relu(x @ weights + bias)
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: compares the weighted sum with one half instead of 0
# hint: The threshold 0.5 belongs to the output of the sigmoid. Where is the border for the weighted sum?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0.5 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: compares the weighted sum with one half instead of 0
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0.5 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves the bias out of its decision
# hint: Where does the bias come in, when a sample is judged? Without it the boundary always goes through the
# origin.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves the bias out of its decision
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves the bias out of its decision
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights - bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: never corrects the bias
# hint: Two lines change something after a mistake. What happens to b in yours?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: never corrects the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: never corrects the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(1.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias, but never the weights
# hint: Which line of yours gives the weights a new value? A line such as `weights + ...` alone changes nothing,
# and the decision belongs to the sample as it came.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias, but never the weights
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
# hint: The bias is the weight of an input that is always 1. By how much does it change after a mistake?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y) * x.sum()
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias - lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * t
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y) * x[0]
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y) / 2
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y) * x.mean()
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects the bias by something other than lr (t - y)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - (1.0 if x @ weights + bias >= 0 else 0.0))
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: forgets the learning rate for the bias
# hint: Call it with lr=0.5. Which of the two corrections becomes half as long, and which does not?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: forgets the learning rate for the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: forgets the learning rate for the bias
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores the learning rate
# hint: Call it with lr=0.5 and with lr=2. Does anything change?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores the learning rate
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + 0.1 * (t - y) * x
            bias = bias + 0.1 * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
# hint: The correction is multiplied by lr, in the last epoch as in the first. What does your code do with lr?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for epoch in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * 0.9 ** epoch * (t - y) * x
            bias = bias + lr * 0.9 ** epoch * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x / lr
            bias = bias + (t - y) / lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for epoch in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr / (epoch + 1) * (t - y) * x
            bias = bias + lr / (epoch + 1) * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr ** 2 * (t - y) * x
            bias = bias + lr ** 2 * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x / len(inputs)
            bias = bias + lr * (t - y) / len(inputs)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: divides by the learning rate, or makes it smaller as it goes on
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
        lr = lr / 2
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
# hint: Read the line with `def` in the exercise again. Which two defaults stand in it?
def fit_perceptron(inputs, targets, lr=0.1, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=10):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=0.01, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=1000):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=0.1, max_epochs=10):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=0.1, max_epochs=1000):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=0.5, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has another learning rate or number of epochs than asked for when none is given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=50):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: cannot be called without a learning rate and a number of epochs
# hint: What happens at `fit_perceptron(inputs, targets)`? An argument may have a default, written in the line
# with `def`.
def fit_perceptron(inputs, targets, lr, max_epochs):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: cannot be called without a learning rate and a number of epochs
def fit_perceptron(inputs, targets, lr, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: calls its arguments something else
# hint: The caller writes `lr=0.5` and `max_epochs=10`. What are those two called in your line with `def`?
def fit_perceptron(inputs, targets, eta=1.0, epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + eta * (t - y) * x
            bias = bias + eta * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: calls its arguments something else
def fit_perceptron(inputs, targets, learning_rate=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + learning_rate * (t - y) * x
            bias = bias + learning_rate * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: calls its arguments something else
def fit_perceptron(inputs, targets, lr=1.0, epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has no argument for the learning rate or for the number of epochs
# hint: The caller may choose both. What happens at `fit_perceptron(inputs, targets, lr=0.5, max_epochs=10)`?
def fit_perceptron(inputs, targets):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(100):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has no argument for the learning rate or for the number of epochs
def fit_perceptron(inputs, targets, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + (t - y) * x
            bias = bias + (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: goes on after an epoch without a mistake
# hint: OR is learned after four epochs. How many numbers are in your list of errors, and what should end the
# learning?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
    return weights, bias, errors

# %% fit_perceptron: goes on after an epoch without a mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if errors[-2:] == [0, 0]:
            break
    return weights, bias, errors

# %% fit_perceptron: goes on after an epoch without a mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
    return weights, bias, errors

# %% fit_perceptron: goes on after an epoch without a mistake
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if len(errors) > 10 and wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves out the final 0 of the errors
# hint: For OR the errors are 2, 2, 1 and 0. What comes first in your loop: writing the number down, or asking
# whether to stop?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        if wrong == 0:
            break
        errors.append(wrong)
    return weights, bias, errors

# %% fit_perceptron: leaves out the final 0 of the errors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        if wrong == 0:
            break
        errors.append(wrong)
    return weights, bias, errors

# %% fit_perceptron: leaves out the number of the first or of the last epoch
# hint: Every epoch that is run has its number in the list. Which one is missing in yours?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors[1:]

# %% fit_perceptron: leaves out the number of the first or of the last epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors[:-1]

# %% fit_perceptron: stops too early
# hint: What should be true of an epoch before learning may end? AND needs six epochs.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong <= 1:
            break
    return weights, bias, errors

# %% fit_perceptron: stops too early
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        break
    return weights, bias, errors

# %% fit_perceptron: stops too early
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if len(errors) > 1 and errors[-1] == errors[-2]:
            break
    return weights, bias, errors

# %% fit_perceptron: stops too early
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if len(errors) > 1 and errors[-1] >= errors[-2]:
            break
    return weights, bias, errors

# %% fit_perceptron: stops too early
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if len(errors) > 1 and errors[-1] > errors[-2]:
            break
    return weights, bias, errors

# %% fit_perceptron: ends the epoch, or all learning, at one sample
# hint: Every sample is visited once in each epoch. Which `break` or `return` of yours stands inside the inner
# loop?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y == t:
                break
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ends the epoch, or all learning, at one sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y != t:
                weights = weights + lr * (t - y) * x
                bias = bias + lr * (t - y)
                wrong += 1
                break
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ends the epoch, or all learning, at one sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            if wrong == 0:
                break
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ends the epoch, or all learning, at one sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            errors.append(wrong)
            return weights, bias, errors

# %% fit_perceptron: runs one epoch too many or too few
# hint: Call it with max_epochs=1 on XOR. How many numbers should there be in errors?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs + 1):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: runs one epoch too many or too few
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs - 1):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores max_epochs
# hint: Call it with max_epochs=4 on XOR. How many epochs does it run, and what decides that?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(100):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores max_epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(1000):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores max_epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(10):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores max_epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(len(inputs)):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ignores max_epochs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(50):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has the wrong sign in its correction
# hint: A target of 1 that was taken for 0 needs a larger weighted sum. Does your correction make it larger? Do
# one line of the table for OR by hand.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights - lr * (t - y) * x
            bias = bias - lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has the wrong sign in its correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (y - t) * x
            bias = bias + lr * (y - t)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has the wrong sign in its correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights - lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ends with the zeros that it started with
# hint: Print the weights after a mistake. Does your line give them a new value? And on which kind of mistake
# does it act: a 0 taken for 1, a 1 taken for 0, or both?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    return torch.zeros(inputs.shape[1]), torch.tensor(0.0), [0]

# %% fit_perceptron: ends with the zeros that it started with
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights + lr * (t - y) * x
            bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: ends with the zeros that it started with
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    return torch.zeros(inputs.shape[1]), torch.tensor(0.0), []

# %% fit_perceptron: ends with the zeros that it started with
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
    return torch.zeros(inputs.shape[1]), torch.tensor(0.0), errors

# %% fit_perceptron: corrects by something other than the error times the input
# hint: By how much does a weight change when its input was 0, and by how much when the decision was right?
# Compare with the rule.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y)
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * t * x
            bias = bias + lr * t
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * x
            bias = bias + lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y != t:
                weights = weights + lr * x
                bias = bias + lr
                wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = lr * (t - y) * x
            bias = lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x * y
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x.sum()
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x ** 2
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects by something other than the error times the input
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x / 2
            bias = bias + lr * (t - y) / 2
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects one kind of mistake only
# hint: There are two kinds: a 1 taken for 0, and a 0 taken for 1. What happens after each of them?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y > t:
                weights = weights - lr * x
                bias = bias - lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: corrects one kind of mistake only
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            if t > y:
                weights = weights + lr * x
                bias = bias + lr
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges a sample again in the middle of its correction
# hint: The decision is made once for a sample, and both corrections use it. Which parameters does your second
# decision meet?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges a sample again in the middle of its correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: judges a sample again in the middle of its correction
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            while y != t:
                weights = weights + lr * (t - y) * x
                bias = bias + lr * (t - y)
                wrong += 1
                y = 1.0 if x @ weights + bias >= 0 else 0.0
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
# hint: Call it twice. Do you get the same weights? The exercise says what weights and bias start from.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.randn(inputs.shape[1])
    bias = torch.randn(())
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.rand(inputs.shape[1])
    bias = torch.rand(())
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.randn(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    torch.manual_seed(0)
    weights = torch.randn(inputs.shape[1])
    bias = torch.randn(())
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.randn(inputs.shape[1]) * 0.01
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    torch.manual_seed(42)
    weights = torch.randn(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.rand(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from random numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    torch.manual_seed(0)
    weights = torch.rand(inputs.shape[1])
    bias = torch.rand(())
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
# hint: What are the weights and the bias before the first sample? Look at the first line of the table for OR.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.ones(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(1.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.ones(inputs.shape[1])
    bias = torch.tensor(1.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(-1.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.5)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.full((inputs.shape[1],), 0.5)
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.ones(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(-0.5)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts from ones or other fixed numbers instead of zeros
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.full((inputs.shape[1],), 0.1)
    bias = torch.tensor(0.1)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts again from zero in every epoch
# hint: What an epoch has learned should be there for the next. Where are your weights set to zero?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    errors = []
    for _ in range(max_epochs):
        weights = torch.zeros(inputs.shape[1])
        bias = torch.tensor(0.0)
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts again from zero in every epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    errors = []
    for _ in range(max_epochs):
        bias = torch.tensor(0.0)
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: starts again from zero in every epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    errors = []
    for _ in range(max_epochs):
        weights = torch.zeros(inputs.shape[1])
        bias = torch.tensor(0.0)
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: shuffles the samples, or draws them at random
# hint: Call it twice. Do you get the same errors? The exercise says in which order the samples are visited.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in torch.randperm(len(inputs)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: shuffles the samples, or draws them at random
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in torch.randint(0, len(inputs), (len(inputs),)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: shuffles the samples, or draws them at random
import random


def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in random.sample(range(len(inputs)), len(inputs)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: shuffles the samples, or draws them at random
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    order = torch.randperm(len(inputs))
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs[order], targets[order]):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: shuffles the samples, or draws them at random
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in torch.randperm(len(inputs)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: visits the samples in another order than the one given
# hint: Which sample comes first in your loop? Print it, beside inputs[0].
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(reversed(inputs), reversed(targets)):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: visits the samples in another order than the one given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    order = torch.argsort(targets, stable=True)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs[order], targets[order]):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: visits the samples in another order than the one given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(len(inputs) - 1, -1, -1):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: visits the samples in another order than the one given
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    order = torch.argsort(targets, descending=True, stable=True)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs[order], targets[order]):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves out the first or the last sample
# hint: How often does the inner loop run, and with which number does it begin? Count for four samples.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(1, len(inputs)):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves out the first or the last sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(len(inputs) - 1):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves out the first or the last sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(len(inputs) - 1):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: leaves out the first or the last sample
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(inputs.shape[1]):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds the mistakes of all epochs up
# hint: The errors of OR are 2, 2, 1 and 0. Where does your count start from 0 again?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    wrong = 0
    for _ in range(max_epochs):
        before = wrong
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == before:
            break
    return weights, bias, errors

# %% fit_perceptron: adds the mistakes of all epochs up
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    wrong = 0
    for _ in range(max_epochs):
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds the mistakes of all epochs up
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    wrong = 0
    for _ in range(max_epochs):
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds the mistakes of all epochs up
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong + sum(errors))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts the right decisions instead of the mistakes
# hint: Do your numbers grow or shrink while it learns? The list is called errors.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y == t)
        errors.append(wrong)
        if wrong == len(inputs):
            break
    return weights, bias, errors

# %% fit_perceptron: counts the right decisions instead of the mistakes
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y == t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts the mistakes after the epoch instead of while it runs
# hint: Each sample is judged by the parameters that it meets. At which moment does your code count?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
        wrong = int(((inputs @ weights + bias >= 0).float() != targets).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts the mistakes after the epoch instead of while it runs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
        wrong = int(((inputs @ weights + bias > 0).float() != targets).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts the mistakes after the epoch instead of while it runs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = int(((inputs @ weights + bias >= 0).float() != targets).sum())
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds up signed errors, so that two mistakes can cancel
# hint: What is the sum of +1 and -1, and how many mistakes were that?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(t - y)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds up signed errors, so that two mistakes can cancel
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(t - y)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds up signed errors, so that two mistakes can cancel
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y - t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds up signed errors, so that two mistakes can cancel
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(t > y)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: adds up signed errors, so that two mistakes can cancel
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y > t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
# hint: Do the first epoch of OR by hand: it has two mistakes. What does your counter say after each sample?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += 1
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong = int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += 2 * int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong = 1 if y != t else wrong
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 1
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i, (x, t) in enumerate(zip(inputs, targets)):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            if y != t:
                wrong = wrong + i
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts each mistake or each sample wrongly
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = -1
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down one number a sample instead of one an epoch
# hint: How many numbers should the list hold after four epochs? Look at how far the line with `append` is
# indented.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down one number a sample instead of one an epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            errors.append(int(y != t))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down one number a sample instead of one an epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            if y != t:
                weights = weights + lr * (t - y) * x
                bias = bias + lr * (t - y)
                wrong += 1
                errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down one number a sample instead of one an epoch
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
            errors.append(int(t - y))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts with tensors, so that the errors are no Python ints
# hint: Print `type(errors[0])`. How does a tensor with one number become a plain int?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong = wrong + (y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts with tensors, so that the errors are no Python ints
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += abs(t - y)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts with floats, so that the errors are no Python ints
# hint: Print `type(errors[0])`: is it 2 or 2.0? A number of mistakes is a whole number.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0.0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += abs(float(t - y))
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts with floats, so that the errors are no Python ints
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += float(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down the share of mistakes instead of their number
# hint: How many samples were wrong in the first epoch of OR? The list should hold that number, not a part of 1.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong / len(inputs))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down the share of mistakes instead of their number
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(100 * wrong / len(inputs))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down the share of mistakes instead of their number
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong // len(inputs))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes down the share of mistakes instead of their number
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(1 - wrong / len(inputs))
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: returns no list of errors, or one number instead of the list
# hint: The caller writes `weights, bias, errors = fit_perceptron(...)`. What does it find in errors?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        if wrong == 0:
            break
    return weights, bias

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    total = 0
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        total += wrong
        if wrong == 0:
            break
    return weights, bias, total

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, wrong

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, len(errors)

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return errors

# %% fit_perceptron: returns no list of errors, or one number instead of the list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, errors

# %% fit_perceptron: returns the errors as a tensor or as a dictionary, not as a list
# hint: Print `type(errors)`. A plain Python list is enough.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, torch.tensor(errors)

# %% fit_perceptron: returns the errors as a tensor or as a dictionary, not as a list
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, dict(enumerate(errors))

# %% fit_perceptron: returns the errors as a tensor or as a dictionary, not as a list
import numpy as np


def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, np.array(errors)

# %% fit_perceptron: returns its results in another order or in another form
# hint: The caller writes `weights, bias, errors = fit_perceptron(...)`. Which of the three comes first in your
# line with `return`?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return bias, weights, errors

# %% fit_perceptron: returns its results in another order or in another form
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return errors, weights, bias

# %% fit_perceptron: returns its results in another order or in another form
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, errors, bias

# %% fit_perceptron: returns its results in another order or in another form
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return {"weights": weights, "bias": bias, "errors": errors}

# %% fit_perceptron: returns its results in another order or in another form
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return (weights, bias), errors

# %% fit_perceptron: returns its results in another order or in another form
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors, len(errors)

# %% fit_perceptron: gives the bias the shape (1,)
# hint: Print `bias.shape`. One number alone has the shape ().
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.zeros(1)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: gives the bias the shape (1,)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor([0.0])
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: gives the bias the shape (1,)
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.zeros(1, 1)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: gives the bias as a plain number, or parameters that are no tensors
# hint: Print `type(bias)`. Both parameters are to be tensors, of float32.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = 0.0
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias += lr * (t.item() - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: gives the bias as a plain number, or parameters that are no tensors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.tolist(), bias.item(), errors

# %% fit_perceptron: gives the bias as a plain number, or parameters that are no tensors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.numpy(), bias.item(), errors

# %% fit_perceptron: gives the bias as a plain number, or parameters that are no tensors
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.numpy(), bias.numpy(), errors

# %% fit_perceptron: gives the weights the shape of a row or of a column
# hint: Print `weights.shape`. There is one weight for each input, and nothing else: (n,).
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(1, inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if (x * weights).sum() + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: gives the weights the shape of a row or of a column
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.unsqueeze(1), bias, errors

# %% fit_perceptron: gives the weights the shape of a row or of a column
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1], 1)
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: puts the bias into the weights and does not take it out again
# hint: How many weights should come back for samples of two inputs? The bias is returned for itself.
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    inputs = torch.cat([inputs, torch.ones(len(inputs), 1)], dim=1)
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, weights[-1], errors

# %% fit_perceptron: puts the bias into the weights and does not take it out again
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    inputs = torch.cat([torch.ones(len(inputs), 1), inputs], dim=1)
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights[:-1], weights[-1], errors

# %% fit_perceptron: has as many weights as samples, not as inputs
# hint: Which of the two numbers in `inputs.shape` counts the inputs of a sample?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[0])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: has as many weights as samples, not as inputs
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(len(inputs))
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if (x * weights).sum() + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts on exactly two inputs or four samples
# hint: The gates have four samples of two inputs, but m and n may be any numbers. Which line of yours knows a 2
# or a 4?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(2)
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if weights[0] * x[0] + weights[1] * x[1] + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x[:2]
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts on exactly two inputs or four samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(4):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts on exactly two inputs or four samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(2)
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts on exactly two inputs or four samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(4):
            x, t = inputs[i], targets[i]
            y = 1.0 if x @ weights + bias > 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: counts on exactly two inputs or four samples
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            x1, x2 = x
            y = 1.0 if weights[0] * x1 + weights[1] * x2 + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes into the inputs or the targets
# hint: Print both before and after the call. Which line changes what belongs to the caller?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    targets *= 2
    targets -= 1
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else -1.0
            weights = weights + lr * (t - y) / 2 * x
            bias = bias + lr * (t - y) / 2
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes into the inputs or the targets
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = inputs[0].mul_(0.0).clone()
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes into the inputs or the targets
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = targets[0]
    bias.zero_()
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: writes into the inputs or the targets
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = inputs[0]
    weights *= 0
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights += lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return weights, bias, errors

# %% fit_perceptron: keeps the best weights instead of the last ones
# hint: Which weights should come back when max_epochs is reached: those of the best epoch, or those of the
# last?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    best, kept = 10**9, (weights, bias)
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong < best:
            best, kept = wrong, (weights, bias)
        if wrong == 0:
            break
    return *kept, errors

# %% fit_perceptron: keeps the best weights instead of the last ones
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    kept = (weights, bias)
    for _ in range(max_epochs):
        kept = (weights, bias)
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break
    return *kept, errors

# %% fit_perceptron: learns by the gradient of a loss instead of Rosenblatt's rule
# hint: This rule is older than gradients: it corrects after a mistake and is silent otherwise. Which formula of
# section 5 do you use?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1], requires_grad=True)
    bias = torch.zeros((), requires_grad=True)
    errors = []
    for _ in range(max_epochs):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(inputs @ weights + bias, targets)
        gw, gb = torch.autograd.grad(loss, (weights, bias))
        with torch.no_grad():
            weights -= lr * gw
            bias -= lr * gb
        wrong = int(((inputs @ weights + bias >= 0).float() != targets).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.detach(), bias.detach(), errors

# %% fit_perceptron: learns by the gradient of a loss instead of Rosenblatt's rule
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1], requires_grad=True)
    bias = torch.zeros((), requires_grad=True)
    errors = []
    for _ in range(max_epochs):
        loss = ((torch.sigmoid(inputs @ weights + bias) - targets) ** 2).mean()
        gw, gb = torch.autograd.grad(loss, (weights, bias))
        with torch.no_grad():
            weights -= lr * gw
            bias -= lr * gb
        wrong = int(((inputs @ weights + bias >= 0).float() != targets).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return weights.detach(), bias.detach(), errors

# %% fit_perceptron: computes everything but does not return it
# hint: The caller writes `weights, bias, errors = fit_perceptron(...)`. Which word hands values over?
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            break

# %% fit_perceptron: computes everything but does not return it
def fit_perceptron(inputs, targets, lr=1.0, max_epochs=100):
    weights = torch.zeros(inputs.shape[1])
    bias = torch.tensor(0.0)
    errors = []
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(inputs, targets):
            y = 1.0 if x @ weights + bias >= 0 else 0.0
            weights = weights + lr * (t - y) * x
            bias = bias + lr * (t - y)
            wrong += int(y != t)
        errors.append(wrong)
        if wrong == 0:
            return weights, bias, errors
