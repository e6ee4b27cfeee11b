"""Times away and who covers, the duty list, what was passed on unread, and who looked."""

import sqlalchemy as sa
from alembic import op

revision = "0012_cover"
down_revision = "0011_messages"

MOMENT = sa.DateTime(timezone=True)


def _to(table: str, column: str, **more: object) -> sa.Column:
    return sa.Column(column, sa.Uuid(), sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), **more)


def upgrade() -> None:
    op.create_table(
        "away",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _to("account", "account_id", nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("cover_id", sa.Uuid(), sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("cancelled_at", MOMENT),
        sa.Column("away_said", MOMENT),
        sa.Column("back_said", MOMENT),
    )
    op.create_index("ix_away_account_until", "away", ["account_id", "until"])
    op.create_table(
        "duty",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("council", sa.String(64), nullable=False),
        _to("account", "account_id", nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT),
    )
    op.create_index("ix_duty_council_until", "duty", ["council", "until"])
    op.create_table(
        "passed_on",
        _to("space", "space_id", primary_key=True),
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False, index=True),
        sa.Column("told_at", MOMENT),
    )
    op.create_table(
        "look",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _to("space", "space_id", nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        _to("account", "account_id", nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.LargeBinary()),
    )
    op.create_index("ix_look_space_seq", "look", ["space_id", "seq"])
    op.create_index("uq_look_space_id", "look", ["space_id", "account_id", "kind", "at"], unique=True)


def downgrade() -> None:
    for name in ("look", "passed_on", "duty", "away"):
        op.drop_table(name)
