"""The outcome of each operation, and the epoch."""

import sqlalchemy as sa
from alembic import op

revision = "0003_sync"
down_revision = "0002_spaces"


def upgrade() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_mac", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("problem", sa.Text()),
    )
    state = op.create_table(
        "server_state",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
    )
    op.bulk_insert(state, [{"id": 1, "epoch": 1}])


def downgrade() -> None:
    op.drop_table("server_state")
    op.drop_table("operation")
