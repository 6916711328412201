"""What crosses between the grader and a worker: values, and the frames that they travel in."""
