"""All that the grader knows of the lesson on optimizers."""
