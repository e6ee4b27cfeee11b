"""The recorded legal status with the young person's disagreement, and the check that they share."""

import sqlalchemy as sa
from alembic import op

revision = "0005_status"
down_revision = "0004_passport"

MOMENT = sa.DateTime(timezone=True)


def _space(**options: bool) -> sa.Column:
    return sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), **options)


def upgrade() -> None:
    op.create_table(
        "status_record",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("disagreed", sa.LargeBinary()),
        sa.Column("disagreed_at", MOMENT),
        sa.Column("disagreed_op", sa.Uuid()),
        sa.Column("seq", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_status_record_space_seq", "status_record", ["space_id", "seq"])
    op.create_table(
        "shared_check",
        _space(primary_key=True),
        sa.Column("result", sa.LargeBinary()),
        sa.Column("result_at", MOMENT, nullable=False),
        sa.Column("result_op", sa.Uuid(), nullable=False),
        sa.Column("first_shared_seq", sa.BigInteger()),
        sa.Column("first_shared_at", MOMENT),
        sa.Column("taken_back_at", MOMENT),
        sa.Column("seq", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    for name in ("shared_check", "status_record"):
        op.drop_table(name)
