"""nbgrader's plugin points: what `nbgrader_config.json` names, one class a file, in the order in which they act.

wall.SaveCellsBehindTheWall   without the kit's configuration, no submission runs at all
arrivals.Arrivals             which submissions nbgrader gets to see, and whether it grades in the sandbox
exporter.SubmissionExporter   reads a submission's sources; what cannot be read becomes ungraded
restore.RestoreCells          the released assignment's cells, points and roles come back
clean.Clean                   nothing of the student's runs in a feedback page
examine.Examine               the cells run in a sandbox; scores and cards come from the examiner
save.SaveVerdicts             ungraded goes to the gradebook as "needs manual grading", never as 0
"""

#: Where a notebook's metadata says why it is not graded.
MARK = "autograder_ungraded"
