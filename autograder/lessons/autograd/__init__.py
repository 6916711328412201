"""All that the grader knows of the lesson on backward propagation."""
