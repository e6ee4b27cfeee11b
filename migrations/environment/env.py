"""Alembic's entry: runs the migrations on the connection that `webapp.upkeep.migrate` hands over."""

from __future__ import annotations

from alembic import context

from webapp.core.db import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
# The caller began the transaction and commits it: all migrations of one start land together or not at all.
context.run_migrations()
