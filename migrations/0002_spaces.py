"""Spaces and who is in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002_spaces"
down_revision = "0001_people"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "space",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("council", sa.String(64), nullable=False, index=True),
        sa.Column("home_council", sa.String(64)),
        sa.Column("birthday", sa.Date(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("profile_seq", sa.BigInteger(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT),
    )
    op.create_index("ix_member_account_space", "member", ["account_id", "space_id"])


def downgrade() -> None:
    op.drop_table("member")
    op.drop_table("space")
