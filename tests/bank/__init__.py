"""Submissions that the checks are tested with: wrong ones that must lose points, right ones that must not."""
