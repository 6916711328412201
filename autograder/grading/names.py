"""Who takes part in a course, and what they are called, where its gradebook knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def names_of(gradebook: Path) -> dict[str, str]:
    """Names by student id, as in "Ada Lovelace", of all students; an empty one of who has none there.

    gradebook: a file of nbgrader's, `gradebook.db`; where there is none, nobody is known. It is read as it lies
    there, for nbgrader takes seconds to be imported.
    """
    if not gradebook.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{gradebook.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT id, first_name, last_name FROM student").fetchall()
    except sqlite3.Error:  # no gradebook, or one of another time
        return {}
    return {str(student): " ".join(filter(None, (first, last))) for student, first, last in rows}
