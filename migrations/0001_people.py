"""People: accounts, sessions, one-time codes, second factors, counted tries."""

import sqlalchemy as sa
from alembic import op

revision = "0001_people"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
HASH = sa.LargeBinary(32)


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("council", sa.String(64), nullable=False, index=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("sign_in_name", sa.String(64), unique=True),
        sa.Column("email", sa.String(254), unique=True),
        sa.Column("sign_in_key", sa.String(254), unique=True),
        sa.Column("pass_hash", sa.String(255)),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
    )
    op.create_table(
        "device_session",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(index=True),
        sa.Column("token_hash", HASH, nullable=False, unique=True),
        sa.Column("device_name", sa.String(60), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_seen", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(index=True),
        sa.Column("purpose", sa.String(8), nullable=False),
        sa.Column("code_hash", HASH, nullable=False, unique=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("spent_at", MOMENT),
        sa.Column("voided_at", MOMENT),
    )
    _second_factors()
    op.create_table(
        "known_device",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(index=True),
        sa.Column("token_hash", HASH, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
    )
    op.create_index("ix_known_device_token_account", "known_device", ["token_hash", "account_id"], unique=True)
    op.create_table(
        "attempt",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("counted_under", HASH, nullable=False),
        sa.Column("at", MOMENT, nullable=False, index=True),
    )
    op.create_index("ix_attempt_counted_under_at", "attempt", ["counted_under", "at"])


def _second_factors() -> None:
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "invitation_id", sa.Uuid(), sa.ForeignKey("invitation.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        _account(),
        sa.Column("token_hash", HASH, nullable=False, unique=True),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("pass_hash", sa.String(255), nullable=False),
        sa.Column("device_name", sa.String(60), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
    )
    op.create_table(
        "second_factor",
        _account(primary_key=True),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(index=True),
        sa.Column("code_hash", HASH, nullable=False),
        sa.Column("used_at", MOMENT),
    )


def _account(*, index: bool = False, primary_key: bool = False) -> sa.Column:
    owner = sa.ForeignKey("account.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.Uuid(), owner, nullable=False, index=index, primary_key=primary_key)


def downgrade() -> None:
    for table in (
        "attempt",
        "known_device",
        "recovery_code",
        "second_factor",
        "enrolment",
        "invitation",
        "device_session",
        "account",
    ):
        op.drop_table(table)
