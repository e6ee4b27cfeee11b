"""Ask for it: requests, what came of them, steps against an answer, and what was received."""

import sqlalchemy as sa
from alembic import op

revision = "0006_asks"
down_revision = "0005_status"

MOMENT = sa.DateTime(timezone=True)


def _id() -> sa.Column:
    return sa.Column("id", sa.Uuid(), primary_key=True)


def _space(**options: bool) -> sa.Column:
    return sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), **options)


def _request(**options: bool) -> sa.Column:
    return sa.Column("request_id", sa.Uuid(), sa.ForeignKey("request.id", ondelete="CASCADE"), **options)


def _register(name: str, kind: sa.types.TypeEngine, *, nullable: bool) -> list[sa.Column]:
    return [
        sa.Column(name, kind, nullable=nullable),
        sa.Column(f"{name}_at", MOMENT, nullable=False),
        sa.Column(f"{name}_op", sa.Uuid(), nullable=False),
    ]


def _table(name: str, *columns: sa.Column) -> None:
    op.create_table(name, *columns, sa.Column("seq", sa.BigInteger(), nullable=False))
    op.create_index(f"ix_{name}_space_seq", name, ["space_id", "seq"])


def upgrade() -> None:
    _table(
        "request",
        _id(),
        _space(nullable=False),
        sa.Column("entitlement", sa.String(64), nullable=False),
        *[sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("title", "need", "note")],
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
    )
    _table(
        "request_step",
        _id(),
        _space(nullable=False),
        _request(nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("by_owner", sa.Boolean(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_index("ix_request_step_request_id", "request_step", ["request_id"])
    _table(
        "request_challenge",
        _request(primary_key=True),
        sa.Column("step", sa.String(64), primary_key=True),
        _space(nullable=False),
        *_register("day", sa.Date(), nullable=True),
    )
    _table(
        "spend",
        _space(primary_key=True),
        sa.Column("item", sa.Uuid(), primary_key=True),
        *_register("gone", sa.Boolean(), nullable=False),
        sa.Column("entitlement", sa.String(64)),
        sa.Column("what", sa.LargeBinary()),
        sa.Column("pence", sa.Integer()),
        sa.Column("day", sa.Date()),
    )


def downgrade() -> None:
    for name in ("spend", "request_challenge", "request_step", "request"):
        op.drop_table(name)
