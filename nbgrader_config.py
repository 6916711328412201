"""The course directory's nbgrader configuration: `nbgrader` commands are run from here.

Submissions run in a sandbox, and the verdict is made outside of it; SECURITY.md tells what that stops.
"""

from glob import escape
from pathlib import Path

from autograder.intake import irregular_files, say_once, unreadable_times

c = get_config()  # noqa: F821 - nbgrader defines it

c.CourseDirectory.course_id = "neural-network-fundamentals"

submitted = Path.cwd() / "submitted"

# links and special files in submissions are not followed and not copied
links = irregular_files(submitted)
for link in links:
    say_once(f"left out, because it is a link or a special file: {str(link)!r}")
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    "feedback",
    *(escape(str(p)) for p in links),
]

# nbgrader opens timestamp.txt itself: one without an end would stop the class
endless = unreadable_times(submitted)
for student, time in endless.items():
    say_once(f"{student!r} is left out of this run, because this is no small file; delete it: {str(time)!r}")
c.CourseDirectory.student_id_exclude = ",".join(endless)

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

# what is not graded has no score, where nbgrader itself writes 0
c.GenerateFeedback.exporter_class = "autograder.preprocessors.feedback.FeedbackPage"
c.ExportApp.plugin_class = "autograder.preprocessors.grades.GradesCsv"
