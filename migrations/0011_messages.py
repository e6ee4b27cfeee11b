"""The conversation of a space: messages, how far each has read, what the app says in it, and files."""

import sqlalchemy as sa
from alembic import op

revision = "0011_messages"
down_revision = "0010_reminders"

MOMENT = sa.DateTime(timezone=True)
HASH = sa.LargeBinary(32)


def _to(table: str, column: str, **more: bool) -> sa.Column:
    return sa.Column(column, sa.Uuid(), sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), **more)


def _space(**more: bool) -> sa.Column:
    return _to("space", "space_id", nullable=False, **more)


def _account() -> sa.Column:
    return sa.Column("account_id", sa.Uuid(), sa.ForeignKey("account.id", ondelete="SET NULL"))


def _number(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def upgrade() -> None:
    _conversation()
    _files()


def _conversation() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _number("seq"),
        _number("number"),
        _account(),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("by_owner", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("arrived_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT),
        sa.Column("answers", sa.Uuid()),
        sa.Column("marked", sa.String(8)),
        sa.Column("marked_at", MOMENT),
        sa.Column("marked_op", sa.Uuid()),
        sa.Column("mark_id", sa.Uuid()),
    )
    op.create_index("ix_message_space_seq", "message", ["space_id", "seq"])
    op.create_index("ix_message_space_number", "message", ["space_id", "number"], unique=True)
    op.create_table(
        "message_read",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _number("seq"),
        _account(),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("by_owner", sa.Boolean(), nullable=False),
        _number("upto"),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_message_read_space_seq", "message_read", ["space_id", "seq"])
    op.create_index("ix_message_read_space_upto", "message_read", ["space_id", "upto"])
    op.create_table(
        "message_line",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _number("seq"),
        _number("number"),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(80)),
        sa.Column("about", sa.Uuid()),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_message_line_space_seq", "message_line", ["space_id", "seq"])
    op.create_table(
        "thread",
        _space(primary_key=True),
        _number("seq"),
        sa.Column("usual_minutes", sa.Integer()),
        _number("waiting_number", nullable=True),
        sa.Column("waiting_since", MOMENT),
    )
    op.create_index("ix_thread_waiting_since", "thread", ["waiting_since"])


def _files() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _account(),
        _to("message", "message_id"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("announced", HASH, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", HASH, nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8)),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_index("ix_attachment_space_id", "attachment", ["space_id"])
    op.create_index("ix_attachment_unsent", "attachment", ["message_id", "made_at"])
    op.create_table(
        "attachment_part",
        _to("attachment", "attachment_id", primary_key=True),
        sa.Column("index", sa.Integer(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    for name in ("attachment_part", "attachment", "thread", "message_line", "message_read", "message"):
        op.drop_table(name)
