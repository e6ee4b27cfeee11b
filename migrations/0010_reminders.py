"""Reminders, and what became of each on its days."""

import sqlalchemy as sa
from alembic import op

revision = "0010_reminders"
down_revision = "0009_reviews"

MOMENT = sa.DateTime(timezone=True)


def _space() -> sa.Column:
    return sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("template", sa.String(64)),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time()),
        sa.Column("every", sa.String(8)),
        sa.Column("until", sa.Date()),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("cancelled_at", MOMENT),
        sa.Column("cancelled_op", sa.Uuid()),
        sa.Column("put_upto", sa.Date()),
        sa.Column("extend_at", MOMENT),
        sa.Column("seq", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_reminder_space_seq", "reminder", ["space_id", "seq"])
    op.create_index("ix_reminder_extend_at", "reminder", ["extend_at"])
    op.create_table(
        "reminder_day",
        sa.Column("reminder_id", sa.Uuid(), sa.ForeignKey("reminder.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        _space(),
        sa.Column("sent_at", MOMENT),
        sa.Column("seen_at", MOMENT),
    )
    op.create_index("ix_reminder_day_space_id", "reminder_day", ["space_id"])


def downgrade() -> None:
    for name in ("reminder_day", "reminder"):
        op.drop_table(name)
