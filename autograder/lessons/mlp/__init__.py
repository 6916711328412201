"""All that the grader knows of the lesson on the multi-layer perceptron."""
