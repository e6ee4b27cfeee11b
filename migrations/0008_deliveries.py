"""Notices, the deliveries that they become, subscriptions of browsers, and how each person wants to be told."""

import sqlalchemy as sa
from alembic import op

revision = "0008_deliveries"
down_revision = "0007_pledge"

MOMENT = sa.DateTime(timezone=True)


def _to(name: str, target: str, **options: object) -> sa.Column:
    return sa.Column(name, sa.Uuid(), sa.ForeignKey(f"{target}.id", ondelete="CASCADE"), nullable=False, **options)


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, MOMENT, nullable=nullable)


def _text(name: str, length: int, *, nullable: bool = False, **options: bool) -> sa.Column:
    return sa.Column(name, sa.String(length), nullable=nullable, **options)


def upgrade() -> None:
    _notices()
    _people()


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _text("cause", 128),
        _text("occurrence", 32),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("space_id", "space"),
        _text("to_role", 16),
        _text("kind", 32),
        _moment("due"),
        _moment("until"),
        _text("url", 200),
        _text("state", 16),
        _moment("next_at"),
    )
    op.create_index("uq_notice_cause", "notice", ["cause", "occurrence", "version", "to_role"], unique=True)
    op.create_index("ix_notice_state_next_at", "notice", ["state", "next_at"])
    op.create_index("ix_notice_space_id", "notice", ["space_id"])
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _to("notice_id", "notice"),
        _to("account_id", "account"),
        _text("channel", 8),
        sa.Column("target", sa.Uuid(), nullable=False),
        _text("state", 16),
        _moment("first_at"),
        _moment("next_at"),
        sa.Column("claim", sa.Uuid()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("small", sa.Boolean(), nullable=False),
        _text("reason", 32, nullable=True),
        _moment("sent_at", nullable=True),
        _moment("received_at", nullable=True),
        _moment("shown_at", nullable=True),
        _moment("seen_at", nullable=True),
    )
    op.create_index("uq_delivery_notice_id", "delivery", ["notice_id", "account_id", "channel", "target"], unique=True)
    op.create_index("ix_delivery_account_id", "delivery", ["account_id"])
    op.create_index("ix_delivery_state_next_at", "delivery", ["state", "next_at"])


def _people() -> None:
    op.create_table(
        "planned",
        _text("cause", 128, primary_key=True),
        _text("to_role", 16, primary_key=True),
        _to("space_id", "space"),
        sa.Column("version", sa.Integer(), nullable=False),
        _text("kind", 32),
        _text("review_kind", 64, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        _text("url", 200),
    )
    op.create_index("ix_planned_space_id", "planned", ["space_id"])
    op.create_index("ix_planned_day", "planned", ["day"])
    op.create_table(
        "subscription",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _to("account_id", "account"),
        _to("session_id", "device_session"),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("endpoint_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("p256dh", sa.LargeBinary(65), nullable=False),
        sa.Column("auth", sa.LargeBinary(16), nullable=False),
        _moment("made_at"),
        _moment("renewed_at"),
    )
    op.create_index("ix_subscription_account_id", "subscription", ["account_id"])
    op.create_index("ix_subscription_session_id", "subscription", ["session_id"])
    op.create_table("dead_endpoint", sa.Column("endpoint_hash", sa.LargeBinary(32), primary_key=True), _moment("at"))
    op.create_index("ix_dead_endpoint_at", "dead_endpoint", ["at"])
    op.create_table(
        "notice_prefs",
        _to("account_id", "account", primary_key=True),
        sa.Column("plans", sa.Text(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        _text("plainness", 16),
        _text("lang", 16, nullable=True),
        sa.Column("number", sa.LargeBinary()),
        sa.Column("text_on", sa.Boolean(), nullable=False),
        sa.Column("address", sa.LargeBinary()),
        sa.Column("email_on", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    for name in ("notice_prefs", "dead_endpoint", "subscription", "planned", "delivery", "notice"):
        op.drop_table(name)
