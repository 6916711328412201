"""What the students' test of a loss is tried on, besides the right versions: mistakes that one call shows."""

#: Names in mistakes.py.
MISTAKES = (
    "adds the losses of the samples up instead of taking their mean",
    "returns the loss with its sign turned round",
    "takes the softmax over the batch instead of over the classes",
    "picks whole columns instead of one entry of each row",
    "lets exp overflow, because it does not subtract the largest logit first",
    "overwrites the logits",
)
