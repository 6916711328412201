"""nbgrader's plugin points: what `nbgrader_config.json` names, one class a file, in the order in which they act.

wall.SaveCellsBehindTheWall   without the kit's configuration, no submission runs at all
arrivals.Arrivals             which submissions nbgrader gets to see, and whether it grades in the sandbox
exporter.SubmissionExporter   reads a submission's sources; what cannot be read becomes ungraded
restore.RestoreCells          the released assignment's cells, points and roles come back
clean.Clean                   outputs are text and pictures, and no page of it takes long
examine.Examine               the cells run in a sandbox; scores and cards come from the examiner
save.SaveVerdicts             ungraded goes to the gradebook as "needs manual grading", never as 0
feedback.FeedbackPage         a page for the student; it is made anew when what it shows has changed
clean.markdown2html           the same, and formgrader's pages: nothing of the student's runs there
grades.GradesCsv              the scores, for other programs; CanvasCsv and MoodleCsv beside it, for those two
late.LatePenalty              points off for each day late, where a course names it

Beside them, for `autograder grade --gradebook` and `autograder roster`:

book.Book                     a class into the gradebook, with all this and nbgrader's converters, many at once
roster.enter                  a class list into the gradebook
"""

#: Where a notebook's metadata says why it is not graded.
MARK = "autograder_ungraded"
#: Where it says which file was read, and what a person should know of that.
FILE = "autograder_file"
