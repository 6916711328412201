"""What a course is: its lessons in their order, the mark of an exercise, its secret, and its files."""
