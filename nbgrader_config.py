"""The course directory's nbgrader configuration: `nbgrader` commands are run from here.

Submissions run in a sandbox, and the verdict is made outside of it; SECURITY.md tells what that stops.
"""

from glob import escape
from pathlib import Path

from autograder.submission import irregular_files

c = get_config()  # noqa: F821 - nbgrader defines it

c.CourseDirectory.course_id = "neural-network-fundamentals"

# links and special files in submissions are not followed and not copied
links = irregular_files(Path.cwd() / "submitted")
for link in links:
    print(f"left out, because it is a link or a special file: {link}")
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    "feedback",
    *(escape(str(p)) for p in links),
]

# of a submission its cells' sources are read, and nothing that it claims in metadata or outputs
c.Autograde.exporter_class = "autograder.preprocessors.exporter.SubmissionExporter"

c.Autograde.sanitize_preprocessors = [
    "autograder.preprocessors.restore.RestoreCells",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.Autograde.autograde_preprocessors = [
    "autograder.preprocessors.clean.Clean",
    "autograder.preprocessors.examine.Examine",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.preprocessors.save.SaveVerdicts",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}
