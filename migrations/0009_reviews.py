"""Dates: reviews and own dates, their history, getting ready, what was agreed, and the calendar feed."""

import sqlalchemy as sa
from alembic import op

revision = "0009_reviews"
down_revision = "0008_deliveries"

MOMENT = sa.DateTime(timezone=True)


def _space() -> sa.Column:
    return sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), nullable=False)


def _date(**options: bool) -> sa.Column:
    return sa.Column("date_id", sa.Uuid(), sa.ForeignKey("review_date.id", ondelete="CASCADE"), **options)


def _stamp(name: str, *, nullable: bool) -> list[sa.Column]:
    return [
        sa.Column(f"{name}_at", MOMENT, nullable=nullable),
        sa.Column(f"{name}_op", sa.Uuid(), nullable=nullable),
    ]


def _sealed(*names: str, nullable: bool = False) -> list[sa.Column]:
    return [sa.Column(name, sa.LargeBinary(), nullable=nullable) for name in names]


def _by() -> list[sa.Column]:
    return [
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("by_owner", sa.Boolean(), nullable=False),
    ]


def _shareable() -> list[sa.Column]:
    return [
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("others_seq", sa.BigInteger()),
        sa.Column("first_shared_seq", sa.BigInteger()),
        sa.Column("first_shared_at", MOMENT),
        sa.Column("taken_back_at", MOMENT),
    ]


def _table(name: str, *columns: sa.Column) -> None:
    op.create_table(name, *columns, sa.Column("seq", sa.BigInteger(), nullable=False))
    op.create_index(f"ix_{name}_space_seq", name, ["space_id", "seq"])


def upgrade() -> None:
    _dates()
    _getting_ready()
    op.create_table(
        "calendar_feed",
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("neutral", sa.Boolean(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )


def _dates() -> None:
    _table(
        "review_date",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        sa.Column("kind", sa.String(64), nullable=False),
        *_by(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date()),
        *_stamp("day", nullable=False),
        sa.Column("at_time", sa.Time()),
        *_sealed("title", "place", "with_whom"),
        sa.Column("call", sa.Boolean(), nullable=False),
        sa.Column("said", sa.String(16), nullable=False),
        *_stamp("said", nullable=False),
        sa.Column("wanted", sa.Date()),
        *_stamp("wanted", nullable=True),
        sa.Column("wanted_time", sa.Time()),
        *_sealed("wanted_words", nullable=True),
        sa.Column("declined", sa.Boolean()),
        *_stamp("declined", nullable=True),
        *_shareable(),
    )
    op.create_index("ix_review_date_space_others_seq", "review_date", ["space_id", "others_seq"])
    _table(
        "date_step",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _date(nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("at_time", sa.Time()),
        *_sealed("words"),
        *_by(),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_index("ix_date_step_date_id", "date_step", ["date_id"])


def _getting_ready() -> None:
    _table(
        "preparation",
        _date(primary_key=True),
        sa.Column("heading", sa.String(32), primary_key=True),
        _space(),
        sa.Column("face", sa.Integer()),
        *_sealed("words", "want", "change", nullable=True),
        *_stamp("words", nullable=True),
        *_stamp("shared", nullable=True),
        *_shareable(),
    )
    op.create_index("ix_preparation_space_others_seq", "preparation", ["space_id", "others_seq"])
    _table(
        "agreement",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(),
        _date(nullable=False),
        *_sealed("what"),
        *_stamp("what", nullable=False),
        sa.Column("who", sa.String(16), nullable=False),
        *_sealed("who_words"),
        sa.Column("by_day", sa.Date()),
        *_by(),
        sa.Column("done", sa.Boolean(), nullable=False),
        *_stamp("done", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_agreement_date_id", "agreement", ["date_id"])
    _table(
        "plan_answer",
        _date(primary_key=True),
        _space(),
        sa.Column("agree", sa.Boolean(), nullable=False),
        *_stamp("agree", nullable=False),
        *_sealed("words"),
    )


def downgrade() -> None:
    for name in ("calendar_feed", "plan_answer", "agreement", "preparation", "date_step", "review_date"):
        op.drop_table(name)
