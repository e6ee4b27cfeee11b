"""What was erased, and the copies that people ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0013_records"
down_revision = "0012_cover"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", sa.Uuid(), primary_key=True),
        # No foreign key: the space is gone.
        sa.Column("space_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_account", sa.Uuid()),
        sa.Column("by_role", sa.String(16), nullable=False),
        sa.Column("why", sa.String(16), nullable=False),
    )
    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("claim", sa.Uuid()),
        sa.Column("ready_at", MOMENT),
        sa.Column("until", MOMENT),
        sa.Column("fetched_at", MOMENT),
        sa.Column("bytes", sa.BigInteger()),
        sa.Column("sha256", sa.String(64)),
    )
    op.create_table(
        "export_part",
        sa.Column("export_id", sa.Uuid(), sa.ForeignKey("export.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    for name in ("export_part", "export", "erasure"):
        op.drop_table(name)
