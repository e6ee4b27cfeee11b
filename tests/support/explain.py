"""How SQLite looks for rows: whether a piece of work reads a table from end to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from webapp.core.db import get_db

_PLANNED = ("SELECT", "UPDATE", "DELETE")


def explained(work: Callable[[], object]) -> list[str]:
    """The steps of the plans of every statement that `work` executes."""
    engine, seen = get_db().engine, dict[str, Any]()

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if statement.startswith(_PLANNED):
            seen[statement] = parameters[0] if many else parameters

    event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    with get_db().read() as db:
        run = db.connection().exec_driver_sql
        return [str(row[-1]) for one, given in seen.items() for row in run(f"EXPLAIN QUERY PLAN {one}", given)]
