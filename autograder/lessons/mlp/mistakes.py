"""Wrong versions of the exercises of mlp, each with its misconception and a hint.

One cell a version: the exercise, then the misconception in a teacher's words, then the hint. Cells of the same
name are spellings of the same mistake.
"""

# %% SimpleMLP: applies a softmax to the logits
# hint: The table ends with fc3, and the result is called logits. What are logits, and which later step
# turns them into probabilities?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.softmax(self.fc3(x), dim=1)


# %% SimpleMLP: applies a softmax to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Softmax(dim=1),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: applies a softmax to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        x = self.relu1(self.fc1(x))
        x = self.relu2(self.fc2(x))
        x = self.fc3(x)
        x = self.softmax(x)
        return x


# %% SimpleMLP: lets no ReLU act between its layers
# hint: Which line of forward uses what a ReLU gives back? A ReLU does not change the tensor that you give
# it: it returns another one. Section 2 shows what a network is without any.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.fc1(x)
        x = self.fc2(x)
        return self.fc3(x)


# %% SimpleMLP: lets no ReLU act between its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: lets no ReLU act between its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(self.fc2(self.fc1(x)))


# %% SimpleMLP: applies a ReLU after the last layer, too
# hint: Can a logit be negative? And what is left of a negative number after your last line?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        x = torch.relu(self.fc3(x))
        return x


# %% SimpleMLP: applies a ReLU after the last layer, too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.ReLU(),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: leaves out the ReLU between fc1 and fc2
# hint: Follow one sample through forward, line by line. What happens to it between fc1 and fc2?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(self.fc1(x))))


# %% SimpleMLP: leaves out the ReLU between fc1 and fc2
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.relu = nn.ReLU()

    def forward(self, x):
        x = self.fc1(x)
        x = self.fc2(x)
        x = self.relu(x)
        return self.fc3(x)


# %% SimpleMLP: leaves out the ReLU between fc1 and fc2
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: leaves out the ReLU between fc2 and fc3
# hint: Count the ReLUs that a sample meets on its way through forward. After which layer is one missing?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.relu2 = nn.ReLU()
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(self.fc2(self.relu1(self.fc1(x))))


# %% SimpleMLP: leaves out the ReLU between fc2 and fc3
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = self.fc2(x)
        torch.relu(x)
        return self.fc3(x)


# %% SimpleMLP: does not halve the hidden size
# hint: The table gives two sizes for each layer. How many neurons has the second hidden layer?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size)
        self.fc3 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: does not halve the hidden size
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: passes on something in forward that is no tensor, or forgets self
# hint: Does nn.ReLU(...) apply a ReLU, or does it make one? And does the list of arguments of each method
# begin with self?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.ReLU(self.fc1(x))
        x = nn.ReLU(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: passes on something in forward that is no tensor, or forgets self
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: forgets super().__init__()
# hint: Section 3 says what the first line of __init__ sets up. What does the error say about a module that
# was assigned too early?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: forgets super().__init__()
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: squeezes its result, so that a batch of one, or a single class, loses a dimension
# hint: Which shape does a batch of one sample have after your last line? And a batch of three with one
# class?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).squeeze()


# %% SimpleMLP: squeezes its result, so that a batch of one, or a single class, loses a dimension
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).squeeze(1)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
# hint: Go through the table row by row: which of your layers is not in it? What would the same sample give
# twice?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Dropout(0.2),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Dropout(0.2),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Dropout(0.2),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops neurons at random in training mode (dropout)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.dropout = nn.Dropout(0.3)

    def forward(self, x):
        x = self.dropout(torch.relu(self.fc1(x)))
        x = self.dropout(torch.relu(self.fc2(x)))
        return self.fc3(x)


# %% SimpleMLP: drops neurons at random, in evaluation mode too
# hint: Give your network the same sample twice, after eval(). Which line of forward still rolls dice then,
# and is it in the table?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.nn.functional.dropout(torch.relu(self.fc1(x)), 0.5)
        x = torch.nn.functional.dropout(torch.relu(self.fc2(x)), 0.5)
        return self.fc3(x)


# %% SimpleMLP: drops neurons at random, in evaluation mode too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.dropout(torch.relu(self.fc1(x)), 0.2)
        return self.fc3(torch.relu(self.fc2(x)))


# %% SimpleMLP: drops neurons at random, in evaluation mode too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = nn.functional.dropout(x, 0.5)
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: drops neurons at random, in evaluation mode too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        x = nn.Dropout(0.5)(x)
        return self.fc3(x)


# %% SimpleMLP: cuts the graph in forward, so that no gradient gets through
# hint: Training needs the way back from the logits to every weight and to the inputs. Which line of forward
# leaves it: detach, .data, torch.no_grad or a new tensor?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        hidden = torch.relu(self.fc1(x)).detach()
        return self.fc3(torch.relu(self.fc2(hidden)))


# %% SimpleMLP: cuts the graph in forward, so that no gradient gets through
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    @torch.no_grad()
    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
# hint: What does list(network.parameters()) show? Section 3 has a network that forgets: what did it keep
# its layers in, and what does nn.Module look for?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        self.layers = [nn.Linear(n, m) for n, m in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


# %% SimpleMLP: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        self.weights = [torch.randn(m, n, requires_grad=True) for n, m in zip(sizes, sizes[1:])]
        self.biases = [torch.zeros(m, requires_grad=True) for m in sizes[1:]]

    def forward(self, x):
        for w, b in zip(self.weights[:-1], self.biases[:-1]):
            x = torch.relu(x @ w.T + b)
        return x @ self.weights[-1].T + self.biases[-1]


# %% SimpleMLP: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.sizes = input_size, hidden_size, hidden_size // 2, num_classes

    def forward(self, x):
        a, b, c, d = self.sizes
        return nn.Linear(c, d)(torch.relu(nn.Linear(b, c)(torch.relu(nn.Linear(a, b)(x)))))


# %% SimpleMLP: has weights that are not registered: in a plain list, as plain tensors, or made anew in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.w1 = torch.randn(input_size, hidden_size)
        self.b1 = torch.zeros(hidden_size)
        self.w2 = torch.randn(hidden_size, half)
        self.b2 = torch.zeros(half)
        self.w3 = torch.randn(half, num_classes)
        self.b3 = torch.zeros(num_classes)

    def forward(self, x):
        x = torch.relu(x @ self.w1 + self.b1)
        x = torch.relu(x @ self.w2 + self.b2)
        return x @ self.w3 + self.b3


# %% SimpleMLP: registers only a part of its layers
# hint: What does list(network.parameters()) show, and what is missing there? A layer in a plain list, or
# one that forward makes, is not in the register.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.hidden = [nn.Linear(input_size, hidden_size), nn.Linear(hidden_size, hidden_size // 2)]
        self.output = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        for layer in self.hidden:
            x = torch.relu(layer(x))
        return self.output(x)


# %% SimpleMLP: registers only a part of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.layers = [nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(), nn.Linear(hidden_size // 2, num_classes)]

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        for layer in self.layers:
            x = layer(x)
        return x


# %% SimpleMLP: registers only a part of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.num_classes = num_classes

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        fc3 = nn.Linear(x.shape[1], self.num_classes)
        return fc3(x)


# %% SimpleMLP: registers only a part of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.hidden = [nn.Linear(hidden_size, hidden_size // 2)]
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.hidden[0](x))
        return self.fc3(x)


# %% SimpleMLP: creates its layers only when forward runs
# hint: Which parameters has your network before it is called for the first time? And after the second call,
# are they still the same?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.hidden_size = hidden_size
        self.num_classes = num_classes

    def forward(self, x):
        self.fc1 = nn.Linear(x.shape[1], self.hidden_size)
        self.fc2 = nn.Linear(self.hidden_size, self.hidden_size // 2)
        self.fc3 = nn.Linear(self.hidden_size // 2, self.num_classes)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: applies a log-softmax to the logits
# hint: What does the text call the outputs of the network, and what comes after the last layer in the
# table?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.log_softmax(self.fc3(x), dim=1)


# %% SimpleMLP: applies a log-softmax to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return torch.log_softmax(self.net(x), dim=-1)


# %% SimpleMLP: applies a sigmoid to the logits
# hint: Between which two numbers do your outputs lie? Can a logit be -3, or 7?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.sigmoid(self.fc3(x))


# %% SimpleMLP: applies a sigmoid to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Sigmoid(),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: applies a softmax over the samples of the batch
# hint: Which dimension counts the samples, and which one the classes? And does the table have a softmax at
# all?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.softmax(self.fc3(x), dim=0)


# %% SimpleMLP: applies a softmax over the samples of the batch
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Softmax(dim=0),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: applies a tanh to the logits
# hint: What comes after fc3 in the table? Compare it with the last line of forward.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.tanh(self.fc3(x))


# %% SimpleMLP: applies a tanh to the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Tanh(),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: applies a softmax in evaluation mode only
# hint: What does the network return in evaluation mode, and what in training mode? Should the two differ?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        logits = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))
        return logits if self.training else logits.softmax(dim=1)


# %% SimpleMLP: applies a softmax in evaluation mode only
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        x = self.fc3(x)
        if not self.training:
            x = torch.softmax(x, dim=1)
        return x


# %% SimpleMLP: applies its only ReLU after the last layer
# hint: Which layers have a ReLU after them in the table, and which has none? Compare that with forward,
# line by line.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return torch.relu(self.fc3(self.fc2(self.fc1(x))))


# %% SimpleMLP: applies its only ReLU after the last layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.Linear(hidden_size // 2, num_classes),
            nn.ReLU(),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: applies a ReLU to the inputs instead of after fc1
# hint: What does a ReLU do to a sample that has negative numbers in it, before any layer has seen them?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(self.fc1(torch.relu(x)))))


# %% SimpleMLP: applies a ReLU to the inputs instead of after fc1
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.fc1(torch.relu(x))
        x = self.fc2(torch.relu(x))
        return self.fc3(x)


# %% SimpleMLP: applies a ReLU to the inputs, too
# hint: How many ReLUs does a sample meet in your network? The inputs may be negative: does that get lost?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        for layer in (self.fc1, self.fc2, self.fc3):
            x = layer(x.relu())
        return x


# %% SimpleMLP: applies a ReLU to the inputs, too
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.ReLU(),
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a sigmoid where a ReLU belongs
# hint: Which activation function does the table name? What does it do to a neuron of 5, and what does yours
# do to it?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.sigmoid(self.fc1(x))
        x = torch.sigmoid(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a sigmoid where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.sigmoid(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a sigmoid where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.sigmoid(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a sigmoid where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.Sigmoid(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.Sigmoid(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a tanh where a ReLU belongs
# hint: Which activation function does the table name? What does it do to a neuron of 5, and what does yours
# do to it?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.tanh(self.fc1(x))
        x = torch.tanh(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a tanh where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.tanh(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a tanh where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.tanh(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a leaky ReLU where a ReLU belongs
# hint: What is left of a neuron of -2 after a ReLU? And after your function?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.leaky_relu(self.fc1(x))
        x = nn.functional.leaky_relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a leaky ReLU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = nn.functional.leaky_relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a leaky ReLU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.leaky_relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a leaky ReLU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.LeakyReLU(0.1),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.LeakyReLU(0.1),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a leaky ReLU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a GELU where a ReLU belongs
# hint: What is left of a neuron of -1 after a ReLU? Your function is a relative of it: is it the same at
# -1?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.gelu(self.fc1(x))
        x = nn.functional.gelu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a GELU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = nn.functional.gelu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a GELU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.gelu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses an ELU, a SELU or a CELU where a ReLU belongs
# hint: What is left of a neuron of -1 after a ReLU? Your function is a relative of it: is it the same at
# -1?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.elu(self.fc1(x))
        x = nn.functional.elu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses an ELU, a SELU or a CELU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.selu(self.fc1(x))
        x = nn.functional.selu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses an ELU, a SELU or a CELU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.celu(self.fc1(x), 0.5)
        x = nn.functional.celu(self.fc2(x), 0.5)
        return self.fc3(x)


# %% SimpleMLP: uses an ELU, a SELU or a CELU where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = nn.functional.elu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a SiLU, a Mish or a softplus where a ReLU belongs
# hint: What is left of a neuron of -1 after a ReLU? Your function is a relative of it: is it the same at
# -1?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.silu(self.fc1(x))
        x = nn.functional.silu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a SiLU, a Mish or a softplus where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.softplus(self.fc1(x))
        x = nn.functional.softplus(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a SiLU, a Mish or a softplus where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.mish(self.fc1(x))
        x = nn.functional.mish(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a SiLU, a Mish or a softplus where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = nn.functional.silu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a PReLU, which has a parameter of its own
# hint: How many parameters should the network have? Which of your layers brings one that is in no row of
# the table?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.PReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.PReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a PReLU, which has a parameter of its own
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.act = nn.PReLU()

    def forward(self, x):
        x = self.act(self.fc1(x))
        x = self.act(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a ReLU6, which cuts off at 6
# hint: What does a ReLU make of a neuron of 10? And your function?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU6(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU6(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: uses a ReLU6, which cuts off at 6
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.clamp(self.fc1(x), 0, 6)
        x = torch.clamp(self.fc2(x), 0, 6)
        return self.fc3(x)


# %% SimpleMLP: takes the absolute value where a ReLU belongs
# hint: What does a ReLU make of -3? Compare it with what your function makes of it.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(self.fc2(self.fc1(x).abs()).abs())


# %% SimpleMLP: takes the absolute value where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.abs(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a softmax inside the network where a ReLU belongs
# hint: What do the hidden neurons of a sample add up to in your network? Which function does the table
# name?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.softmax(self.fc1(x), dim=1)
        x = torch.softmax(self.fc2(x), dim=1)
        return self.fc3(x)


# %% SimpleMLP: uses a softmax inside the network where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.softmax(self.fc2(x), dim=1)
        return self.fc3(x)


# %% SimpleMLP: cuts off what is positive instead of what is negative
# hint: Which numbers does a ReLU let through: those above 0, or those below? Try yours with -1 and 1.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.fc1(x).clamp(max=0)
        x = self.fc2(x).clamp(max=0)
        return self.fc3(x)


# %% SimpleMLP: cuts off what is positive instead of what is negative
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        zero = torch.tensor(0.0)
        x = torch.minimum(self.fc1(x), zero)
        x = torch.minimum(self.fc2(x), zero)
        return self.fc3(x)


# %% SimpleMLP: makes steps of 0 and 1 where a ReLU belongs
# hint: What does a ReLU make of 3? A mask says which numbers are positive: where have the numbers
# themselves gone?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = (self.fc1(x) > 0).float()
        x = (self.fc2(x) > 0).float()
        return self.fc3(x)


# %% SimpleMLP: makes steps of 0 and 1 where a ReLU belongs
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.heaviside(self.fc1(x), torch.tensor(0.0))
        x = torch.heaviside(self.fc2(x), torch.tensor(0.0))
        return self.fc3(x)


# %% SimpleMLP: has layers without a bias, or with one that is not registered
# hint: A linear layer from n to m has m * n + m parameters. Which of them do your layers have?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size, bias=False)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2, bias=False)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes, bias=False)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: has layers without a bias, or with one that is not registered
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes, bias=False)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: has layers without a bias, or with one that is not registered
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.w1 = nn.Parameter(torch.randn(input_size, hidden_size))
        self.w2 = nn.Parameter(torch.randn(hidden_size, half))
        self.w3 = nn.Parameter(torch.randn(half, num_classes))
        self.b1 = torch.zeros(hidden_size)
        self.b2 = torch.zeros(half)
        self.b3 = torch.zeros(num_classes)

    def forward(self, x):
        x = torch.relu(x @ self.w1 + self.b1)
        x = torch.relu(x @ self.w2 + self.b2)
        return x @ self.w3 + self.b3


# %% SimpleMLP: gives nn.Linear a hidden size that is a float
# hint: What is the type of 8 / 2 in Python? And of 8 // 2?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size / 2)
        self.fc3 = nn.Linear(hidden_size / 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives nn.Linear a hidden size that is a float
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size / 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives fc3 another number of inputs than fc2 puts out
# hint: How many numbers leave fc2 for each sample, and how many does fc3 expect? Write the sizes under each
# other.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives fc3 another number of inputs than fc2 puts out
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives fc3 another number of inputs than fc2 puts out
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: gives fc2 another number of inputs than fc1 puts out
# hint: How many numbers leave fc1 for each sample, and how many does fc2 expect? Write the sizes under each
# other.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size // 2, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives fc2 another number of inputs than fc1 puts out
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(input_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives fc2 another number of inputs than fc1 puts out
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size // 2)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: swaps the number of inputs and the number of outputs of nn.Linear
# hint: Which number comes first in nn.Linear(...): that of the values that come in, or that of those that
# go out?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(hidden_size, input_size)
        self.fc2 = nn.Linear(hidden_size // 2, hidden_size)
        self.fc3 = nn.Linear(num_classes, hidden_size // 2)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: swaps the number of inputs and the number of outputs of nn.Linear
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size // 2, hidden_size)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: swaps the number of inputs and the number of outputs of nn.Linear
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(num_classes, hidden_size // 2)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: gives a layer something of a shape that it cannot take
# hint: The error names two shapes. In which line of forward is it, which layer should have made the tensor
# that goes in there, and what shape has it?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        a = torch.relu(self.fc1(x))
        b = torch.relu(self.fc2(x))
        return self.fc3(b)


# %% SimpleMLP: gives a layer something of a shape that it cannot take
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x.T))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: returns what a hidden layer gives instead of the logits
# hint: How many numbers does your result have for each sample? Which layer did it leave last?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        logits = self.fc3(x)
        return x


# %% SimpleMLP: returns what a hidden layer gives instead of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = self.fc2(x)
        return x


# %% SimpleMLP: returns what a hidden layer gives instead of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        hidden = torch.relu(self.fc1(x))
        hidden2 = torch.relu(self.fc2(hidden))
        logits = self.fc3(hidden2)
        return hidden


# %% SimpleMLP: has only one hidden layer
# hint: Count the linear layers in the table, and those in your __init__.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(), nn.Linear(hidden_size, num_classes)
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: has only one hidden layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


# %% SimpleMLP: has only one hidden layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: has only one hidden layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: has one hidden layer too many
# hint: Count the linear layers in the table, and those in your __init__.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: has one hidden layer too many
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, hidden_size // 4)
        self.fc4 = nn.Linear(hidden_size // 4, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        x = torch.relu(self.fc3(x))
        return self.fc4(x)


# %% SimpleMLP: has one hidden layer too many
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: has one hidden layer too many
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.ReLU(),
            nn.Linear(num_classes, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: creates a layer that it never uses
# hint: Every layer that you assign in __init__ is registered, and its parameters count. Does forward use
# each of them?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.fc4 = nn.Linear(num_classes, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: creates a layer that it never uses
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.output = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: creates a layer that it never uses
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.bn1 = nn.BatchNorm1d(hidden_size)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: swaps the sizes of the two hidden layers
# hint: Which hidden layer is the wider one in the table?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size // 2)
        self.fc2 = nn.Linear(hidden_size // 2, hidden_size)
        self.fc3 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: swaps the sizes of the two hidden layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: halves the hidden size in the first layer already
# hint: With hidden_size 64: how many neurons have the two hidden layers in the table, and how many have
# yours?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.fc1 = nn.Linear(input_size, half)
        self.fc2 = nn.Linear(half, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: halves the hidden size in the first layer already
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size // 2)
        self.fc2 = nn.Linear(hidden_size // 2, hidden_size // 4)
        self.fc3 = nn.Linear(hidden_size // 4, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: doubles the hidden size instead of halving it
# hint: With hidden_size 64: how many neurons has the second hidden layer in the table?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size * 2)
        self.fc3 = nn.Linear(hidden_size * 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: doubles the hidden size instead of halving it
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, 2 * hidden_size),
            nn.ReLU(),
            nn.Linear(2 * hidden_size, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: rounds half of an odd hidden size up
# hint: The text says what becomes of a hidden size of 7. What does your half give for it?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = (hidden_size + 1) // 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: rounds half of an odd hidden size up
import math


class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = math.ceil(hidden_size / 2)
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
# hint: SimpleMLP(20, 10, 3) should take samples of 20 numbers. Where do your layers use input_size,
# hidden_size and num_classes?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(100, 64)
        self.fc2 = nn.Linear(64, 32)
        self.fc3 = nn.Linear(32, 5)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(784, 128)
        self.fc2 = nn.Linear(128, 64)
        self.fc3 = nn.Linear(64, 10)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, 64)
        self.fc2 = nn.Linear(64, 32)
        self.fc3 = nn.Linear(32, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 32)
        self.fc3 = nn.Linear(32, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, 5)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: writes numbers into its layers instead of using the sizes that it is given
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, 10)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: freezes parameters of its layers
# hint: Which of your parameters have requires_grad set to False? Each parameter of this network should be
# trainable.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size).requires_grad_(False)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: freezes parameters of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        for p in self.parameters():
            p.requires_grad = False

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: freezes parameters of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.fc3.weight.requires_grad = False

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: freezes parameters of its layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.fc1.bias.requires_grad = False
        self.fc2.bias.requires_grad = False
        self.fc3.bias.requires_grad = False

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: returns nothing from forward
# hint: What does a Python function give back that ends without a return? Look at the last line of forward.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: returns nothing from forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        print(self.fc3(x))


# %% SimpleMLP: returns something else beside the logits
# hint: How many things does forward give back? The result is one tensor, the logits.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        hidden = torch.relu(self.fc2(torch.relu(self.fc1(x))))
        return self.fc3(hidden), hidden


# %% SimpleMLP: returns something else beside the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return {"logits": self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))}


# %% SimpleMLP: returns something else beside the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        logits = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))
        return logits, torch.softmax(logits, dim=1)


# %% SimpleMLP: returns something else beside the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        hidden1 = torch.relu(self.fc1(x))
        hidden2 = torch.relu(self.fc2(hidden1))
        return hidden1, hidden2, self.fc3(hidden2)


# %% SimpleMLP: returns the most likely class instead of the logits
# hint: What is the shape of the result in the text, (batch,) or (batch, num_classes)? Choosing a class
# comes later.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x))))).argmax(dim=1)


# %% SimpleMLP: returns the most likely class instead of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.softmax(self.fc3(x), dim=1).argmax(dim=1, keepdim=True)


# %% SimpleMLP: returns the most likely class instead of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).max(dim=1).values


# %% SimpleMLP: returns the most likely class instead of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return torch.max(self.fc3(x), 1)


# %% SimpleMLP: flattens the logits into one row of numbers
# hint: Which shape do the logits of 3 samples have, and which one has your result?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).flatten()


# %% SimpleMLP: flattens the logits into one row of numbers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).view(-1)


# %% SimpleMLP: returns the logits turned round, as (num_classes, batch)
# hint: Which dimension of the result counts the samples? Compare with the text.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).T


# %% SimpleMLP: returns the logits turned round, as (num_classes, batch)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).transpose(0, 1)


# %% SimpleMLP: takes a mean or a sum of the logits
# hint: How many numbers does your result hold for a batch of 32 samples with 5 classes? Each sample has 5
# logits of its own.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).mean(dim=0)


# %% SimpleMLP: takes a mean or a sum of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).mean()


# %% SimpleMLP: takes a mean or a sum of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).sum(dim=1)


# %% SimpleMLP: takes a mean or a sum of the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).mean(dim=0, keepdim=True)


# %% SimpleMLP: returns a numpy array or a list instead of a tensor
# hint: What type does your result have? A loss needs a tensor, with the graph that leads back to the
# weights.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).detach().numpy()


# %% SimpleMLP: returns a numpy array or a list instead of a tensor
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x).tolist()


# %% SimpleMLP: scales or shifts the logits
# hint: What happens to the numbers that leave fc3? The logits are returned as they come.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        logits = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))
        return nn.functional.normalize(logits, dim=1)


# %% SimpleMLP: scales or shifts the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x) / x.shape[0]


# %% SimpleMLP: scales or shifts the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        logits = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))
        return logits - logits.max(dim=1, keepdim=True).values


# %% SimpleMLP: scales or shifts the logits
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return 10 * self.fc3(x)


# %% SimpleMLP: drops logits at random in training mode (dropout after fc3)
# hint: What is the last row of the table? Some of your outputs are exactly zero: which layer does that?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Dropout(0.5),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops logits at random in training mode (dropout after fc3)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
            nn.Dropout(0.2),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: drops logits at random, in evaluation mode too (dropout after fc3)
# hint: What is the last row of the table? Some of your outputs are exactly zero, even after eval(): which
# line does that?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc2(torch.relu(self.fc1(x))))
        return nn.functional.dropout(self.fc3(x), 0.3)


# %% SimpleMLP: drops logits at random, in evaluation mode too (dropout after fc3)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return nn.functional.dropout(self.fc3(x), 0.5)


# %% SimpleMLP: drops logits at random, in evaluation mode too (dropout after fc3)
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return nn.functional.dropout(self.fc3(x), 0.2)


# %% SimpleMLP: normalises its neurons with a batch normalisation
# hint: Which rows does the table have? The parameters of your network and its output depend on one that is
# not there.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.BatchNorm1d(hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a batch normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.BatchNorm1d(hidden_size),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.BatchNorm1d(hidden_size // 2),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a batch normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.BatchNorm1d(hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.BatchNorm1d(hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a batch normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.BatchNorm1d(hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a batch normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.BatchNorm1d(input_size),
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a layer normalisation
# hint: Which rows does the table have? The parameters of your network and its output depend on one that is
# not there.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.LayerNorm(hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a layer normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.LayerNorm(hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.LayerNorm(hidden_size // 2),
            nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises its neurons with a layer normalisation
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2),
            nn.ReLU(),
            nn.LayerNorm(hidden_size // 2),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises the inputs before the first layer
# hint: Is what fc1 gets still x as it came? Should the logits of a sample depend on the other samples of
# its batch?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = (x - x.mean(dim=0)) / (x.std(dim=0) + 1e-5)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.BatchNorm1d(input_size, affine=False), nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% SimpleMLP: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = (x - x.mean()) / x.std()
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = x / x.max()
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = nn.functional.normalize(x, dim=1)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: normalises the inputs before the first layer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = x / 255
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its inputs in place
# hint: Whose tensor is x? What does a method whose name ends in _, or an assignment such as x -= ..., do to
# it?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        logits = self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))
        with torch.no_grad():
            x.relu_()
        return logits


# %% SimpleMLP: changes its inputs in place
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x -= x.mean(dim=0)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its inputs in place
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x.relu_()
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its inputs in place
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x *= 0.5
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its own mode in forward
# hint: Who decides whether a network is in training or in evaluation mode? What is network.training after
# your forward?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        self.eval()
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its own mode in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        self.train()
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: changes its own mode in forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        self.training = False
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: has no forward that PyTorch finds
# hint: PyTorch calls a method named forward. Is it spelled so, and how far is its def indented?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

        def forward(self, x):
            return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: has no forward that PyTorch finds
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)


# %% SimpleMLP: keeps its layers in local variables of __init__
# hint: What is left of a local variable when __init__ is done? How do the other methods of a class find the
# layers?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        fc1 = nn.Linear(input_size, hidden_size)
        fc2 = nn.Linear(hidden_size, hidden_size // 2)
        fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: keeps its layers in local variables of __init__
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        fc1 = nn.Linear(input_size, hidden_size)
        fc2 = nn.Linear(hidden_size, hidden_size // 2)
        fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return fc3(torch.relu(fc2(torch.relu(fc1(x)))))


# %% SimpleMLP: uses an attribute in forward that __init__ has not created
# hint: The error names an attribute. Where in __init__ is it created, and is it spelled in the same way
# there?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = self.relu(self.fc1(x))
        x = self.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses an attribute in forward that __init__ has not created
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc4(x)


# %% SimpleMLP: assigns two layers to the same attribute
# hint: How many layers are left after __init__? What happens to an attribute that gets a second value?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc2 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: assigns two layers to the same attribute
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc2 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc2(x)


# %% SimpleMLP: uses a name in forward that is not defined
# hint: The error names what Python does not know. Was it imported, does it need self., or is it spelled
# differently?
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)


# %% SimpleMLP: uses a name in forward that is not defined
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(inputs)))))


# %% SimpleMLP: is not derived from nn.Module
# hint: Where do parameters(), eval() and state_dict() come from, and what does the first line of the class
# in section 3 say?
class SimpleMLP:
    def __init__(self, input_size, hidden_size, num_classes):
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def __call__(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: is not derived from nn.Module
class SimpleMLP:
    def __init__(self, input_size, hidden_size, num_classes):
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def __call__(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: does not take input_size, hidden_size and num_classes, in this order
# hint: How is your class called in the text? Compare the arguments of __init__ with it, name by name.
class SimpleMLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(100, 64)
        self.fc2 = nn.Linear(64, 32)
        self.fc3 = nn.Linear(32, 5)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: does not take input_size, hidden_size and num_classes, in this order
class SimpleMLP(nn.Module):
    def __init__(self, input_size, num_classes, hidden_size):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% SimpleMLP: computes with a copy of its weights, made when the network was made
# hint: When the weights are trained or loaded, which numbers does forward use? clone() and tolist() make
# copies.
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.w = self.fc1.weight.detach().clone()

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(x @ self.w.T + self.fc1.bias))))


# %% SimpleMLP: computes with a copy of its weights, made when the network was made
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.w1, self.b1 = self.fc1.weight.clone(), self.fc1.bias.clone()
        self.w2, self.b2 = self.fc2.weight.clone(), self.fc2.bias.clone()
        self.w3, self.b3 = self.fc3.weight.clone(), self.fc3.bias.clone()

    def forward(self, x):
        x = torch.relu(x @ self.w1.T + self.b1)
        x = torch.relu(x @ self.w2.T + self.b2)
        return x @ self.w3.T + self.b3


# %% SimpleMLP: shares its layers with every other network
# hint: Make two networks and change a weight of one. What happens to the other? What belongs to one network
# is created in its __init__.
_layers = {}


class SimpleMLP(nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        a, b, d = sizes
        if sizes not in _layers:
            _layers[sizes] = nn.Sequential(
                nn.Linear(a, b), nn.ReLU(), nn.Linear(b, b // 2), nn.ReLU(), nn.Linear(b // 2, d)
            )
        self.net = _layers[sizes]

    def forward(self, x):
        return self.net(x)


# %% count_parameters: counts the frozen parameters, too
# hint: Freeze a layer of your network: does your count change? What tells you of a parameter whether it is
# trainable?
def count_parameters(model):
    return sum(p.numel() for p in model.parameters())


# %% count_parameters: counts the frozen parameters, too
def count_parameters(model):
    total = 0
    for layer in model.modules():
        total += sum(p.numel() for p in layer.parameters(recurse=False))
    return total


# %% count_parameters: counts the tensors instead of the numbers in them
# hint: How many numbers does a weight of shape (64, 100) hold? How much does it add to your total?
def count_parameters(model):
    return len([p for p in model.parameters() if p.requires_grad])


# %% count_parameters: counts the tensors instead of the numbers in them
def count_parameters(model):
    return len(list(model.parameters()))


# %% count_parameters: counts the tensors instead of the numbers in them
def count_parameters(model):
    return len(model.state_dict())


# %% count_parameters: counts the weights without the biases
# hint: A linear layer from n to m has m * n + m numbers. Which part of them do you count?
def count_parameters(model):
    return sum(p.numel() for n, p in model.named_parameters() if "weight" in n and p.requires_grad)


# %% count_parameters: counts the weights without the biases
def count_parameters(model):
    return sum(layer.weight.numel() for layer in model.modules() if isinstance(layer, nn.Linear))


# %% count_parameters: counts the weights without the biases
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad and p.dim() > 1:
            total += p.numel()
    return total


# %% count_parameters: counts the weights without the biases
def count_parameters(model):
    total = 0
    for layer in model.children():
        if hasattr(layer, "weight"):
            total += layer.weight.numel()
    return total


# %% count_parameters: returns a tensor instead of an int
# hint: What does type(...) say of your result? Which method turns a tensor of one number into a Python
# number?
def count_parameters(model):
    return torch.tensor([p.numel() for p in model.parameters() if p.requires_grad]).sum()


# %% count_parameters: returns a tensor instead of an int
def count_parameters(model):
    total = torch.zeros(1)
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
    return total


# %% count_parameters: returns a number of numpy's instead of an int
# hint: What does type(...) say of your result? numpy has integers of its own; the text asks for Python's.
import numpy as np


def count_parameters(model):
    return np.sum([p.numel() for p in model.parameters() if p.requires_grad])


# %% count_parameters: returns a number of numpy's instead of an int
import numpy as np


def count_parameters(model):
    return np.array(sum(p.numel() for p in model.parameters() if p.requires_grad))


# %% count_parameters: returns a float instead of an int
# hint: Can there be half a parameter? What does type(...) say of your result, and which operation made it
# so?
def count_parameters(model):
    return float(sum(p.numel() for p in model.parameters() if p.requires_grad))


# %% count_parameters: returns a float instead of an int
def count_parameters(model):
    total = 0.0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
    return total


# %% count_parameters: prints the number instead of returning it
# hint: What is the value of count_parameters(model), as opposed to what appears on the screen?
def count_parameters(model):
    print(sum(p.numel() for p in model.parameters() if p.requires_grad))


# %% count_parameters: prints the number instead of returning it
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()


# %% count_parameters: takes only one dimension of each tensor
# hint: What does len give for a tensor of shape (64, 100)? How many numbers are in it?
def count_parameters(model):
    return sum(len(p) for p in model.parameters() if p.requires_grad)


# %% count_parameters: takes only one dimension of each tensor
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.shape[-1]
    return total


# %% count_parameters: takes only one dimension of each tensor
def count_parameters(model):
    return sum(p.shape[0] for p in model.parameters())


# %% count_parameters: adds the sizes of a shape instead of multiplying them
# hint: How many numbers are in a table of 3 rows and 4 columns: 7 or 12?
def count_parameters(model):
    return sum(sum(p.shape) for p in model.parameters() if p.requires_grad)


# %% count_parameters: adds the sizes of a shape instead of multiplying them
def count_parameters(model):
    total = 0
    for p in model.parameters():
        for size in p.shape:
            total += size
    return total


# %% count_parameters: returns inside the loop, after the first parameter
# hint: How often does your loop run before return ends the function? Look at how far return is indented.
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
        return total


# %% count_parameters: returns inside the loop, after the first parameter
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
            return total


# %% count_parameters: keeps only the last parameter, because each one replaces the total
# hint: What is in your total after the second turn of the loop: the sum, or the last number alone?
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total = p.numel()
    return total


# %% count_parameters: keeps only the last parameter, because each one replaces the total
def count_parameters(model):
    for p in model.parameters():
        count = p.numel()
    return count


# %% count_parameters: returns a list of numbers instead of their sum
# hint: The result is one number for the whole model. What is still to be done with your list?
def count_parameters(model):
    return [p.numel() for p in model.parameters() if p.requires_grad]


# %% count_parameters: returns a list of numbers instead of their sum
def count_parameters(model):
    counts = []
    for p in model.parameters():
        counts.append(p.numel())
    return counts


# %% count_parameters: returns a list of numbers instead of their sum
def count_parameters(model):
    return {name: p.numel() for name, p in model.named_parameters() if p.requires_grad}


# %% count_parameters: counts nested layers several times
# hint: modules() gives the model itself, its layers, and the layers inside them. How often does a weight
# come up that way when each of them is asked for all of its parameters?
def count_parameters(model):
    return sum(p.numel() for module in model.modules() for p in module.parameters() if p.requires_grad)


# %% count_parameters: counts nested layers several times
def count_parameters(model):
    total = 0
    for module in model.modules():
        for p in module.parameters():
            if p.requires_grad:
                total += p.numel()
        for child in module.children():
            for p in child.parameters():
                if p.requires_grad:
                    total += p.numel()
    return total


# %% count_parameters: counts nested layers several times
def count_parameters(model):
    total = 0
    for module in model.modules():
        total += sum(p.numel() for p in module.parameters())
    return total


# %% count_parameters: counts a weight that two layers share twice
# hint: Two layers use the same weight: how many numbers are there to learn? model.parameters() gives it
# once; what do you go through?
def count_parameters(model):
    return sum(p.numel() for m in model.modules() for p in m.parameters(recurse=False) if p.requires_grad)


# %% count_parameters: counts a weight that two layers share twice
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters(recurse=False) if p.requires_grad)
    for child in model.children():
        total += sum(p.numel() for p in child.parameters() if p.requires_grad)
    return total


# %% count_parameters: counts linear layers only
# hint: The model may be made of any layers. Which of them have parameters and are left out?
def count_parameters(model):
    total = 0
    for layer in model.modules():
        if isinstance(layer, nn.Linear):
            total += sum(p.numel() for p in layer.parameters() if p.requires_grad)
    return total


# %% count_parameters: counts linear layers only
def count_parameters(model):
    total = 0
    for layer in model.modules():
        if isinstance(layer, nn.Linear):
            for p in (layer.weight, layer.bias):
                if p.requires_grad:
                    total += p.numel()
    return total


# %% count_parameters: uses the formula of a linear layer, whether it has a bias or is frozen or not
# hint: Your formula knows the sizes of a layer only. How would it notice that a layer has no bias, or is
# frozen, or is not linear?
def count_parameters(model):
    return sum(
        layer.in_features * layer.out_features + layer.out_features
        for layer in model.modules() if isinstance(layer, nn.Linear)
    )


# %% count_parameters: uses the formula of a linear layer, whether it has a bias or is frozen or not
def count_parameters(model):
    return sum(layer.in_features * layer.out_features + layer.out_features for layer in (model.fc1, model.fc2, model.fc3))


# %% count_parameters: counts the children of the model, but not what is nested deeper
# hint: A child may be a Sequential with layers of its own. Which method gives you the parameters at every
# depth?
def count_parameters(model):
    total = 0
    for layer in model.children():
        for name in ("weight", "bias"):
            parameter = getattr(layer, name, None)
            if parameter is not None and parameter.requires_grad:
                total += parameter.numel()
    return total


# %% count_parameters: counts the children of the model, but not what is nested deeper
def count_parameters(model):
    layers = [*model.children(), *(inner for layer in model.children() for inner in layer.children())]
    own = [p for layer in layers for p in layer.parameters(recurse=False)]
    return sum(p.numel() for p in own if p.requires_grad)


# %% count_parameters: counts weight and bias of the innermost layers, and nothing else
# hint: Not every parameter is called weight or bias, and some belong to a module that has layers inside.
# Which method gives you all parameters, whatever their names and places?
def count_parameters(model):
    seen = {}
    for module in model.modules():
        for name in ("weight", "bias"):
            p = getattr(module, name, None)
            if isinstance(p, nn.Parameter) and p.requires_grad:
                seen[id(p)] = p.numel()
    return sum(seen.values())


# %% count_parameters: counts weight and bias of the innermost layers, and nothing else
def count_parameters(model):
    seen = {}
    for module in model.modules():
        if not list(module.children()):
            seen.update((id(p), p.numel()) for p in module.parameters() if p.requires_grad)
    return sum(seen.values())


# %% count_parameters: counts buffers, too
# hint: state_dict() also holds what must be saved but is not learned. Which are those in the text, and are
# they parameters?
def count_parameters(model):
    return sum(value.numel() for value in model.state_dict().values())


# %% count_parameters: counts buffers, too
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return total + sum(b.numel() for b in model.buffers())


# %% count_parameters: counts buffers, too
def count_parameters(model):
    total = 0
    for value in model.state_dict().values():
        if value.requires_grad or value.is_floating_point():
            total += value.numel()
    return total


# %% count_parameters: counts only the frozen parameters
# hint: Read your condition aloud: which parameters does it let through?
def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if not p.requires_grad)


# %% count_parameters: counts only the frozen parameters
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad == False:
            total += p.numel()
    return total


# %% count_parameters: lets one parameter decide for the whole model whether it is trainable
# hint: Some parameters may be frozen while others are not. For how many of them do you look at
# requires_grad?
def count_parameters(model):
    if not next(model.parameters()).requires_grad:
        return 0
    return sum(p.numel() for p in model.parameters())


# %% count_parameters: lets one parameter decide for the whole model whether it is trainable
def count_parameters(model):
    total = 0
    for layer in model.modules():
        own = list(layer.parameters(recurse=False))
        if own and own[0].requires_grad:
            total += sum(p.numel() for p in own)
    return total


# %% count_parameters: subtracts the frozen parameters from the trainable ones
# hint: Which parameters are already in your first sum? What is left when you take the frozen ones away from
# it?
def count_parameters(model):
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    frozen = sum(p.numel() for p in model.parameters() if not p.requires_grad)
    return trainable - frozen


# %% count_parameters: subtracts the frozen parameters from the trainable ones
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
        else:
            total -= p.numel()
    return total


# %% count_parameters: asks something of a parameter or a layer that it does not have
# hint: The error says which object has no such attribute. What do you get from model.parameters(): one
# tensor, or many, one after the other?
def count_parameters(model):
    return model.parameters().numel()


# %% count_parameters: asks something of a parameter or a layer that it does not have
def count_parameters(model):
    total = 0
    for layer in model.children():
        total += layer.weight.numel() + layer.bias.numel()
    return total


# %% count_parameters: uses Python or numpy functions on what they do not fit
# hint: The error is a TypeError. Which value is there, and of what type: a generator, a torch.Size, a
# tensor, a method without its brackets?
def count_parameters(model):
    return len(model.parameters())


# %% count_parameters: uses Python or numpy functions on what they do not fit
def count_parameters(model):
    total = 0
    for name, p in model.named_parameters:
        total += p.numel()
    return total


# %% count_parameters: counts nothing at all
# hint: Your condition is never true. Is p.data trainable? Is there a p.grad before the first backward pass?
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.data.requires_grad:
            total += p.numel()
    return total


# %% count_parameters: counts nothing at all
def count_parameters(model):
    return sum(value.numel() for value in model.state_dict().values() if value.requires_grad)


# %% count_parameters: adds the values of the parameters instead of counting them
# hint: What do you add up: how many numbers there are, or the numbers themselves?
def count_parameters(model):
    return sum(p.sum().item() for p in model.parameters() if p.requires_grad)


# %% count_parameters: adds the values of the parameters instead of counting them
def count_parameters(model):
    return sum(p.sum() for p in model.parameters() if p.requires_grad)


# %% count_parameters: adds the values of the parameters instead of counting them
def count_parameters(model):
    return int(sum(p.sum() for p in model.parameters() if p.requires_grad))


# %% count_parameters: counts only numbers that are not zero
# hint: A weight may be zero just now and still be learned. Does the count depend on the values?
def count_parameters(model):
    return sum(int(torch.count_nonzero(p)) for p in model.parameters() if p.requires_grad)


# %% count_parameters: counts only numbers that are not zero
def count_parameters(model):
    return sum(int((p > 0).sum()) for p in model.parameters() if p.requires_grad)


# %% count_parameters: counts bytes, thousands or millions instead of single numbers
# hint: In which unit is your count? For SimpleMLP(100, 64, 5) the text finds 8,709.
def count_parameters(model):
    return sum(p.numel() * p.element_size() for p in model.parameters() if p.requires_grad)


# %% count_parameters: counts bytes, thousands or millions instead of single numbers
def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad) / 1e6


# %% count_parameters: counts bytes, thousands or millions instead of single numbers
def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad) / 1000


# %% count_parameters: counts bytes, thousands or millions instead of single numbers
def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad) // 1000


# %% count_parameters: counts the neurons instead of the parameters
# hint: fc1 from 100 to 64 has 64 neurons. How many numbers does each of them learn?
def count_parameters(model):
    return sum(layer.out_features for layer in model.modules() if isinstance(layer, nn.Linear))


# %% count_parameters: counts the neurons instead of the parameters
def count_parameters(model):
    return sum(layer.in_features + layer.out_features for layer in model.modules() if isinstance(layer, nn.Linear))


# %% count_parameters: returns a text instead of a number
# hint: Could one calculate with your result? What does type(...) say of it?
def count_parameters(model):
    return f"{sum(p.numel() for p in model.parameters() if p.requires_grad):,}"


# %% count_parameters: returns a text instead of a number
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return f"{total} parameters"


# %% count_parameters: returns a text instead of a number
def count_parameters(model):
    return str(sum(p.numel() for p in model.parameters() if p.requires_grad))


# %% count_parameters: returns two numbers, the trainable and all
# hint: How many numbers does the text ask for?
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters())
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return total, trainable


# %% count_parameters: returns two numbers, the trainable and all
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters())
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return {"total": total, "trainable": trainable}


# %% count_parameters: returns two numbers, the trainable and all
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters())
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return trainable, total


# %% count_parameters: freezes what it counts
# hint: What is p.requires_grad after your function? One equals sign asks nothing: it sets.
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
            p.requires_grad = False
    return total


# %% count_parameters: freezes what it counts
def count_parameters(model):
    total = sum(p.numel() for p in model.parameters() if p.requires_grad)
    model.requires_grad_(False)
    return total


# %% count_parameters: makes every parameter trainable before it counts
# hint: The model stays as it is. What does requires_grad = True do to a frozen parameter?
def count_parameters(model):
    model.requires_grad_(True)
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


# %% count_parameters: makes every parameter trainable before it counts
def count_parameters(model):
    total = 0
    for p in model.parameters():
        p.requires_grad = True
        total += p.numel()
    return total


# %% layer_shapes: leaves out the shape of the inputs
# hint: Six shapes are asked for. What is the first row of the table in the text?
def layer_shapes(model, inputs):
    shapes = []
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves out the shape of the inputs
def layer_shapes(model, inputs):
    shapes = []
    hooks = []
    for layer in model.children():
        hooks.append(layer.register_forward_hook(lambda module, args, output: shapes.append(tuple(output.shape))))
    model(inputs)
    for hook in hooks:
        hook.remove()
    return shapes


# %% layer_shapes: leaves out the shapes after the ReLUs, which are the same as those before them
# hint: A ReLU changes no shape, but it has a row in the table of the text. How many shapes do you return?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        if isinstance(layer, nn.Linear):
            shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves out the shapes after the ReLUs, which are the same as those before them
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        if tuple(inputs.shape) not in shapes:
            shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves out the inputs and the ReLUs
# hint: How many rows has the table in the text, and how many shapes do you return?
def layer_shapes(model, inputs):
    shapes = []
    for layer in model.children():
        inputs = layer(inputs)
        if isinstance(layer, nn.Linear):
            shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves out the inputs and the ReLUs
def layer_shapes(model, inputs):
    a = model.fc1(inputs)
    b = model.fc2(model.relu1(a))
    c = model.fc3(model.relu2(b))
    return [tuple(a.shape), tuple(b.shape), tuple(c.shape)]


# %% layer_shapes: leaves out the last layer
# hint: Which shape stands in the last row of the table? How many does your list hold?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for name in ("fc1", "relu1", "fc2", "relu2"):
        inputs = getattr(model, name)(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves out the last layer
def layer_shapes(model, inputs):
    shapes = []
    for layer in model.children():
        shapes.append(tuple(inputs.shape))
        inputs = layer(inputs)
    return shapes


# %% layer_shapes: gives a layer something of a shape that it cannot take
# hint: Which tensor does fc2 get in your code, and which layer should have made it? If you loop over
# modules(), what is the first thing that it gives?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        output = layer(inputs)
        shapes.append(tuple(output.shape))
    return shapes


# %% layer_shapes: gives a layer something of a shape that it cannot take
def layer_shapes(model, inputs):
    a = model.fc1(inputs)
    b = model.relu1(inputs)
    c = model.fc2(inputs)
    d = model.relu2(inputs)
    e = model.fc3(inputs)
    return [tuple(t.shape) for t in (inputs, a, b, c, d, e)]


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
# hint: Where in your shapes is the batch size? What goes through the network: the weights, or the samples?
def layer_shapes(model, inputs):
    return [tuple(p.shape) for p in model.parameters()]


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    return [tuple(inputs.shape)] + [tuple(p.shape) for p in model.parameters()]


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        if isinstance(layer, nn.Linear):
            shapes.append(tuple(layer.weight.shape))
    return shapes


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    return [(layer.in_features, layer.out_features) for layer in model.children() if isinstance(layer, nn.Linear)]


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    last = None
    for layer in model.children():
        if hasattr(layer, "weight"):
            last = tuple(layer.weight.shape)
        shapes.append(last)
    return shapes


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        if isinstance(layer, nn.Linear):
            shapes.append((layer.in_features, layer.out_features))
        else:
            shapes.append(shapes[-1])
    return shapes


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        if isinstance(layer, nn.Linear):
            shapes.append((layer.in_features, layer.out_features))
    return shapes


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    return [tuple(layer.weight.shape) for layer in model.children() if isinstance(layer, nn.Linear)]


# %% layer_shapes: returns the shapes of the parameters instead of those of the batch
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        shapes.append(tuple(layer.weight.shape) if isinstance(layer, nn.Linear) else ())
    return shapes


# %% layer_shapes: leaves out the batch size
# hint: Which two numbers has each row of the table? Your shapes are those of one sample.
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape[1:])]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape[1:]))
    return shapes


# %% layer_shapes: leaves out the batch size
def layer_shapes(model, inputs):
    x = inputs[0]
    shapes = [tuple(x.shape)]
    for layer in model.children():
        x = layer(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: notes a number instead of a shape
# hint: A shape is a tuple, such as (32, 64). What do len, numel and shape[1] give?
def layer_shapes(model, inputs):
    shapes = [inputs.shape[1]]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(inputs.shape[1])
    return shapes


# %% layer_shapes: notes a number instead of a shape
def layer_shapes(model, inputs):
    shapes = [inputs.numel()]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(inputs.numel())
    return shapes


# %% layer_shapes: notes a number instead of a shape
def layer_shapes(model, inputs):
    shapes = [len(inputs)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(len(inputs))
    return shapes


# %% layer_shapes: notes a number instead of a shape
def layer_shapes(model, inputs):
    shapes = [inputs.dim()]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(inputs.dim())
    return shapes


# %% layer_shapes: prints the shapes instead of returning them
# hint: What is the value of layer_shapes(...), as opposed to what appears on the screen?
def layer_shapes(model, inputs):
    print(tuple(inputs.shape))
    for layer in model.children():
        inputs = layer(inputs)
        print(tuple(inputs.shape))


# %% layer_shapes: prints the shapes instead of returning them
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))


# %% layer_shapes: returns inside the loop
# hint: How often does your loop run before return ends the function? Look at how far return is indented.
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
        return shapes


# %% layer_shapes: returns inside the loop
def layer_shapes(model, inputs):
    shapes = []
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
        return shapes


# %% layer_shapes: returns only the shape of the output
# hint: How many shapes are asked for? What happens between the inputs and the output?
def layer_shapes(model, inputs):
    return tuple(model(inputs).shape)


# %% layer_shapes: returns only the shape of the output
def layer_shapes(model, inputs):
    return [tuple(inputs.shape), tuple(model(inputs).shape)]


# %% layer_shapes: returns only the shape of the output
def layer_shapes(model, inputs):
    return [tuple(model(inputs).shape)]


# %% layer_shapes: notes lists instead of tuples
# hint: What type has each of your shapes? The text asks for tuples of ints.
def layer_shapes(model, inputs):
    shapes = [list(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(list(inputs.shape))
    return shapes


# %% layer_shapes: notes lists instead of tuples
def layer_shapes(model, inputs):
    shapes = [[inputs.shape[0], inputs.shape[1]]]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append([inputs.shape[0], inputs.shape[1]])
    return shapes


# %% layer_shapes: returns a dictionary instead of a list
# hint: What type of result does the text ask for? The names are known; the shapes come in a fixed order.
def layer_shapes(model, inputs):
    shapes = {"input": tuple(inputs.shape)}
    for name, layer in model.named_children():
        inputs = layer(inputs)
        shapes[name] = tuple(inputs.shape)
    return shapes


# %% layer_shapes: returns a dictionary instead of a list
def layer_shapes(model, inputs):
    shapes = {}
    shapes["inputs"] = inputs.shape
    for name in ("fc1", "relu1", "fc2", "relu2", "fc3"):
        inputs = getattr(model, name)(inputs)
        shapes[name] = inputs.shape
    return shapes


# %% layer_shapes: notes names beside the shapes
# hint: Each entry of the list is a shape and nothing else. What is the first thing in yours?
def layer_shapes(model, inputs):
    shapes = [("input", tuple(inputs.shape))]
    for name, layer in model.named_children():
        inputs = layer(inputs)
        shapes.append((name, tuple(inputs.shape)))
    return shapes


# %% layer_shapes: notes names beside the shapes
def layer_shapes(model, inputs):
    shapes = [("inputs", inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append((type(layer).__name__, inputs.shape))
    return shapes


# %% layer_shapes: returns texts instead of tuples
# hint: Could one take the second number of your shape with [1]? What does type(...) say of it?
def layer_shapes(model, inputs):
    shapes = [str(tuple(inputs.shape))]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(str(tuple(inputs.shape)))
    return shapes


# %% layer_shapes: returns texts instead of tuples
def layer_shapes(model, inputs):
    shapes = [str(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(str(inputs.shape))
    return shapes


# %% layer_shapes: returns texts instead of tuples
def layer_shapes(model, inputs):
    shapes = [f"input: {tuple(inputs.shape)}"]
    for name, layer in model.named_children():
        inputs = layer(inputs)
        shapes.append(f"{name}: {tuple(inputs.shape)}")
    return shapes


# %% layer_shapes: returns the tensors themselves
# hint: You keep the batch after each layer. What of it is asked for?
def layer_shapes(model, inputs):
    outputs = [inputs]
    for layer in model.children():
        outputs.append(layer(outputs[-1]))
    return outputs


# %% layer_shapes: returns the tensors themselves
def layer_shapes(model, inputs):
    a = model.fc1(inputs)
    b = model.relu1(a)
    c = model.fc2(b)
    d = model.relu2(c)
    return [inputs, a, b, c, d, model.fc3(d)]


# %% layer_shapes: makes tensors of the shapes
# hint: What type has each of your shapes? tuple(x.shape) is all that is needed.
def layer_shapes(model, inputs):
    shapes = [torch.tensor(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(torch.tensor(inputs.shape))
    return shapes


# %% layer_shapes: makes tensors of the shapes
def layer_shapes(model, inputs):
    shapes = [inputs.shape]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(inputs.shape)
    return torch.tensor(shapes)


# %% layer_shapes: puts all shapes into one flat list
# hint: How many entries has your list? Each of the six is a tuple. What is the difference between append
# and +=?
def layer_shapes(model, inputs):
    shapes = list(inputs.shape)
    for layer in model.children():
        inputs = layer(inputs)
        shapes += inputs.shape
    return shapes


# %% layer_shapes: puts all shapes into one flat list
def layer_shapes(model, inputs):
    shapes = []
    shapes.extend(inputs.shape)
    for layer in model.children():
        inputs = layer(inputs)
        shapes.extend(inputs.shape)
    return shapes


# %% layer_shapes: swaps the batch size and the number of values
# hint: Which dimension of x counts the samples? Compare your first shape with inputs.shape.
def layer_shapes(model, inputs):
    shapes = [(inputs.shape[1], inputs.shape[0])]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append((inputs.shape[1], inputs.shape[0]))
    return shapes


# %% layer_shapes: swaps the batch size and the number of values
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.T.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.T.shape))
    return shapes


# %% layer_shapes: notes the shape of the inputs twice
# hint: Which shape does your loop note in its first turn, and which one did you note before the loop?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        shapes.append(tuple(inputs.shape))
        inputs = layer(inputs)
    return shapes


# %% layer_shapes: notes the shape of the inputs twice
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    x = inputs
    for layer in model.children():
        shapes.append(tuple(x.shape))
        x = layer(x)
    shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: uses the same hidden size for both hidden layers
# hint: The second hidden layer is half as wide as the first. Where in your shapes can one see that?
def layer_shapes(model, inputs):
    batch = inputs.shape[0]
    hidden = model.fc1.out_features
    return [tuple(inputs.shape), (batch, hidden), (batch, hidden), (batch, hidden), (batch, hidden), (batch, model.fc3.out_features)]


# %% layer_shapes: uses the same hidden size for both hidden layers
def layer_shapes(model, inputs):
    batch, h = len(inputs), model.fc1.out_features
    return [(batch, model.fc1.in_features), (batch, h), (batch, h // 2), (batch, h // 2), (batch, h // 2), (batch, model.fc3.out_features)]


# %% layer_shapes: writes numbers of the example instead of asking the batch and the layers
# hint: Your function is called with batches of 9, of 4 and of 1 samples, too. Which numbers in your code do
# not change then?
def layer_shapes(model, inputs):
    a, b, c, d = model.fc1.in_features, model.fc1.out_features, model.fc2.out_features, model.fc3.out_features
    return [(32, a), (32, b), (32, b), (32, c), (32, c), (32, d)]


# %% layer_shapes: writes numbers of the example instead of asking the batch and the layers
def layer_shapes(model, inputs):
    return [(32, 100), (32, 64), (32, 64), (32, 32), (32, 32), (32, 5)]


# %% layer_shapes: lets one sample stand for the whole batch
# hint: What is the first number of your shapes, and how many samples does inputs hold?
def layer_shapes(model, inputs):
    x = inputs[:1]
    shapes = [tuple(x.shape)]
    for layer in model.children():
        x = layer(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: lets one sample stand for the whole batch
def layer_shapes(model, inputs):
    x = torch.randn(1, model.fc1.in_features)
    shapes = [tuple(x.shape)]
    for layer in model.children():
        x = layer(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: squeezes a batch of one away
# hint: Which shape has a batch of one sample? Try your function with inputs of shape (1, 100).
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.squeeze().shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.squeeze().shape))
    return shapes


# %% layer_shapes: squeezes a batch of one away
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    x = inputs.squeeze()
    for layer in model.children():
        x = layer(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: collects shapes in a list that lives on from call to call
# hint: Call your function twice and look at the length of the second result. When is the list made?
def layer_shapes(model, inputs, shapes=[]):
    shapes.append(tuple(inputs.shape))
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: collects shapes in a list that lives on from call to call
shapes = []


def layer_shapes(model, inputs):
    shapes.append(tuple(inputs.shape))
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: leaves its hooks on the network
# hint: What does a hook do when the network is used next time? Registering one gives you a handle: what is
# it for?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        layer.register_forward_hook(lambda module, args, output: shapes.append(tuple(output.shape)))
    model(inputs)
    return shapes


# %% layer_shapes: leaves its hooks on the network
_shapes = []


def layer_shapes(model, inputs):
    _shapes.clear()
    _shapes.append(tuple(inputs.shape))
    for layer in model.children():
        layer.register_forward_hook(lambda module, args, output: _shapes.append(tuple(output.shape)))
    model(inputs)
    return list(_shapes)


# %% layer_shapes: leaves its hooks on the network
def layer_shapes(model, inputs):
    shapes = []
    handles = [
        layer.register_forward_pre_hook(lambda module, args: shapes.append(tuple(args[0].shape)))
        for layer in model.children()
    ]
    shapes.append(tuple(model(inputs).shape))
    for handle in handles[:-1]:
        handle.remove()
    return shapes


# %% layer_shapes: leaves its hooks on the network
shapes = []


def note(module, args, output):
    shapes.append(tuple(output.shape))


def layer_shapes(model, inputs):
    shapes.append(tuple(inputs.shape))
    for layer in model.children():
        layer.register_forward_hook(note)
    model(inputs)
    return shapes


# %% layer_shapes: leaves the network in evaluation mode
# hint: In which mode was the network when it came, and in which one is it when your function ends?
def layer_shapes(model, inputs):
    model.eval()
    shapes = [tuple(inputs.shape)]
    with torch.no_grad():
        for layer in model.children():
            inputs = layer(inputs)
            shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: always puts the network into training mode at the end
# hint: A network may come in evaluation mode. What do you have to remember before you change it?
def layer_shapes(model, inputs):
    model.eval()
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    model.train()
    return shapes


# %% layer_shapes: always puts the network into training mode at the end
def layer_shapes(model, inputs):
    model.train()
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: gives only the network itself its mode back, not its layers
# hint: eval() changes every layer inside, too. Which method sets them all back?
def layer_shapes(model, inputs):
    before = model.training
    model.eval()
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    model.training = before
    return shapes


# %% layer_shapes: changes the inputs in place
# hint: Whose tensor is inputs? Is it still the same after your function?
def layer_shapes(model, inputs):
    inputs.zero_()
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: changes the inputs in place
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    x = model.fc1(inputs)
    shapes.append(tuple(x.shape))
    inputs.relu_()
    x = model.relu1(x)
    shapes.append(tuple(x.shape))
    x = model.fc2(x)
    shapes.append(tuple(x.shape))
    x = model.relu2(x)
    shapes.append(tuple(x.shape))
    x = model.fc3(x)
    shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: changes the weights of the network
# hint: Shapes do not depend on the values of the weights. Which line of yours writes to them?
def layer_shapes(model, inputs):
    for p in model.parameters():
        nn.init.ones_(p)
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: changes the weights of the network
def layer_shapes(model, inputs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model(inputs).sum().backward()
    optimizer.step()
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: freezes the network, or converts it to another type
# hint: What has become of the parameters when your function is done: are they still trainable, and still
# float32?
def layer_shapes(model, inputs):
    model.requires_grad_(False)
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: freezes the network, or converts it to another type
def layer_shapes(model, inputs):
    model.double()
    x = inputs.double()
    shapes = [tuple(x.shape)]
    for layer in model.children():
        x = layer(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: looks for the layers under names that the network does not have
# hint: How are the five children called in the text? The error names the one that was not found.
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.layers:
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: looks for the layers under names that the network does not have
def layer_shapes(model, inputs):
    x = inputs
    shapes = [tuple(x.shape)]
    for name in ("fc1", "relu", "fc2", "relu", "fc3"):
        x = getattr(model, name)(x)
        shapes.append(tuple(x.shape))
    return shapes


# %% layer_shapes: takes a name or a pair for a layer, or a shape for a function
# hint: The error is a TypeError. What does your loop give in each turn: a layer, its name, or both? And is
# shape something that one calls?
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.named_children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% layer_shapes: takes a name or a pair for a layer, or a shape for a function
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(inputs.shape())
    return shapes


# %% layer_shapes: replaces the forward of the layers and leaves it so
# hint: What does a layer do when it is used after your function? It should be what it was.
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        def forward(x, layer=layer):
            y = type(layer).forward(layer, x)
            shapes.append(tuple(y.shape))
            return y
        layer.forward = forward
    model(inputs)
    return shapes
