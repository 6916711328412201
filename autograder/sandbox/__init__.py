"""The two walls around student code: `outer` around all sandboxes of a grader, `inner` around one submission.

This package runs on both sides of the outer wall: it needs the standard library only, and is quick to import.
"""
