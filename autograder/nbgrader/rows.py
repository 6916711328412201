"""The rows of nbgrader's gradebook: those of an assignment, and those of what one student handed in to it.

They are copied to another gradebook, and what has become of them there is written back for many students at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from nbgrader import api
from nbgrader.api import Gradebook
from sqlalchemy import Connection, Engine, Table, create_engine, insert, select, update
from sqlalchemy.pool import StaticPool

#: What is one student's, each after what it refers to.
_OF_STUDENT = (api.Student, api.SubmittedAssignment, api.SubmittedNotebook, api.Grade, api.Comment)

#: The values of a row, by column, and the rows of a table, by id.
Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]


@dataclass(frozen=True)
class Assignment:
    """The ids of an assignment, of its notebooks and of their cells; with them nothing has to be searched for."""

    id: str
    notebooks: tuple[str, ...]
    cells: tuple[str, ...]

    @classmethod
    def of(cls, connection: Connection, name: str) -> Assignment:
        """The assignment of that name."""
        assignment, notebook, cell = map(_table, (api.Assignment, api.Notebook, api.BaseCell))
        (found,) = connection.scalars(select(assignment.c.id).where(assignment.c.name == name))
        notebooks = tuple(connection.scalars(select(notebook.c.id).where(notebook.c.assignment_id == found)))
        cells = connection.scalars(select(cell.c.id).where(cell.c.notebook_id.in_(notebooks)))
        return cls(found, notebooks, tuple(cells))

    def students(self, connection: Connection) -> set[str]:
        """Those of whom there is a submission."""
        table = _table(api.SubmittedAssignment)
        return set(connection.scalars(select(table.c.student_id).where(table.c.assignment_id == self.id)))

    def rows(self, connection: Connection, student: str) -> Rows:
        """What there is of a student's submission."""
        who, whole, part, grade, comment = map(_table, _OF_STUDENT)
        found = {who.name: _read(connection, who, who.c.id == student)}
        wanted = whole.c.assignment_id == self.id, whole.c.student_id == student
        found[whole.name] = _read(connection, whole, *wanted)
        wanted = part.c.notebook_id.in_(self.notebooks), part.c.assignment_id.in_(found[whole.name])
        found[part.name] = _read(connection, part, *wanted) if found[whole.name] else {}
        for table in (grade, comment):
            wanted = table.c.cell_id.in_(self.cells), table.c.notebook_id.in_(found[part.name])
            found[table.name] = _read(connection, table, *wanted) if found[part.name] else {}
        return found


def template(connection: Connection, name: str) -> bytes:
    """A gradebook that knows one assignment and no student, as the bytes of a SQLite file."""
    assignment = Assignment.of(connection, name)
    home, whole, notebook = map(_table, (api.Course, api.Assignment, api.Notebook))
    cells = [_table(each) for each in (api.BaseCell, api.GradeCell, api.SolutionCell, api.TaskCell)]
    source = _table(api.SourceCell)
    wanted = [
        (home, home.c.id.is_not(None)),
        (whole, whole.c.id == assignment.id),
        (notebook, notebook.c.id.in_(assignment.notebooks)),
        *((table, table.c.id.in_(assignment.cells)) for table in cells),
        (source, source.c.notebook_id.in_(assignment.notebooks)),
    ]
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
    try:
        api.Base.metadata.create_all(bind=engine)
        put(engine, {table.name: _read(connection, table, which) for table, which in wanted})
        return memory.serialize()
    finally:
        engine.dispose()
        memory.close()


def put(engine: Engine, rows: Rows) -> None:
    """Write rows that are not there."""
    with engine.begin() as connection:
        for name, found in rows.items():
            if found:
                connection.execute(insert(api.Base.metadata.tables[name]), list(found.values()))


@dataclass(frozen=True)
class Changes:
    """What is to be written: rows that are new, and of others their id and the values that have changed."""

    new: Rows = field(default_factory=dict)
    changed: Rows = field(default_factory=dict)

    @classmethod
    def between(cls, before: Rows, after: Rows) -> Changes:
        """What has become of rows; of those that a person may write to meanwhile, only what has changed."""
        new: Rows = {}
        changed: Rows = {}
        for name, rows in after.items():
            old = before.get(name, {})
            new[name] = {key: row for key, row in rows.items() if key not in old}
            pairs = ((key, dict(row.items() - old[key].items())) for key, row in rows.items() if key in old)
            changed[name] = {key: {**values, "id": key} for key, values in pairs if values}
        return cls(new, changed)


def write(gradebook: Gradebook, changes: Iterable[Changes]) -> None:
    """Write what has changed of many students in one transaction."""
    everything = list(changes)
    for table in _OF_STUDENT:
        name = _table(table).name
        new = [row for each in everything for row in each.new.get(name, {}).values()]
        if table is api.Student:  # another program may have learnt of the student meanwhile
            known = {student.id for student in gradebook.students} if new else set()
            new = [row for row in new if row["id"] not in known]
        if new:
            gradebook.db.execute(insert(table), new)
        changed = [row for each in everything for row in each.changed.get(name, {}).values()]
        if changed:
            gradebook.db.execute(update(table), changed)
    gradebook.db.commit()


def _read(connection: Connection, table: Table, *which: Any) -> dict[str, Row]:
    return {row["id"]: dict(row) for row in connection.execute(select(table).where(*which)).mappings()}


def _table(model: Any) -> Table:
    table: Table = model.__table__
    return table
