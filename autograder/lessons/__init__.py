"""The checks of each lesson: pytest tests on the fixtures `student` and `rng`."""
