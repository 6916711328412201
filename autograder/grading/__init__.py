"""A file, a class: from what was handed in to reports."""
