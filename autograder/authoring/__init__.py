"""From the one text of a lesson, solutions/LESSON.py, to the three files that are made of it."""
