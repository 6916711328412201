"""Submissions that attack the grader, and honest ones that must not be taken for attacks."""
