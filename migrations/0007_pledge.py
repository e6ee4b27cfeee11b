"""The pledge rated: ratings, published seasons and their results, words, what the council did, and board versions."""

import sqlalchemy as sa
from alembic import op

revision = "0007_pledge"
down_revision = "0006_asks"

MOMENT = sa.DateTime(timezone=True)


def _text(name: str, length: int, *, nullable: bool = False, **options: bool) -> sa.Column:
    return sa.Column(name, sa.String(length), nullable=nullable, **options)


def upgrade() -> None:
    op.create_table(
        "rating",
        sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), primary_key=True),
        _text("season", 8, primary_key=True),
        _text("promise", 64, primary_key=True),
        _text("council", 64),
        _text("answer", 16),
        sa.Column("answer_at", MOMENT, nullable=False),
        sa.Column("answer_op", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary()),
        sa.Column("words_id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_rating_space_seq", "rating", ["space_id", "seq"])
    op.create_index("ix_rating_council_season", "rating", ["council", "season", "promise"])
    op.create_table(
        "pledge_season",
        _text("council", 64, primary_key=True),
        _text("season", 8, primary_key=True),
        sa.Column("published_at", MOMENT, nullable=False),
    )
    op.create_table(
        "pledge_result",
        _text("council", 64, primary_key=True),
        _text("season", 8, primary_key=True),
        _text("promise", 64, primary_key=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
    )
    op.create_table(
        "pledge_words",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _text("council", 64),
        _text("season", 8),
        _text("promise", 64),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("ix_pledge_words_council", "pledge_words", ["council"])
    op.create_table(
        "pledge_did",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _text("council", 64),
        _text("promise", 64, nullable=True),
        sa.Column("you_said", sa.Text(), nullable=False),
        sa.Column("we_did", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
    )
    op.create_index("ix_pledge_did_council", "pledge_did", ["council"])
    op.create_table(
        "pledge_board",
        _text("council", 64, primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    for name in ("pledge_board", "pledge_did", "pledge_words", "pledge_result", "pledge_season", "rating"):
        op.drop_table(name)
