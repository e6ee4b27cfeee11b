"""The passport: levels and their history, notes, papers held, sign-offs."""

import sqlalchemy as sa
from alembic import op

revision = "0004_passport"
down_revision = "0003_sync"

MOMENT = sa.DateTime(timezone=True)


def _space(**options: bool) -> sa.Column:
    return sa.Column("space_id", sa.Uuid(), sa.ForeignKey("space.id", ondelete="CASCADE"), **options)


def _register(name: str, kind: sa.types.TypeEngine, *, needed: bool = False) -> list[sa.Column]:
    return [
        sa.Column(name, kind, nullable=not needed),
        sa.Column(f"{name}_at", MOMENT, nullable=not needed),
        sa.Column(f"{name}_op", sa.Uuid(), nullable=not needed),
    ]


def _table(name: str, *columns: sa.Column) -> None:
    op.create_table(name, *columns, sa.Column("seq", sa.BigInteger(), nullable=False))
    op.create_index(f"ix_{name}_space_seq", name, ["space_id", "seq"])


def upgrade() -> None:
    _table(
        "skill_level",
        _space(primary_key=True),
        sa.Column("skill", sa.String(64), primary_key=True),
        *_register("level", sa.String(16), needed=True),
    )
    _table(
        "skill_mark",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(nullable=False),
        sa.Column("skill", sa.String(64), nullable=False),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("by_account", sa.Uuid(), sa.ForeignKey("account.id", ondelete="SET NULL")),
    )
    _table(
        "skill_note",
        _space(primary_key=True),
        sa.Column("skill", sa.String(64), primary_key=True),
        *_register("text", sa.LargeBinary()),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("shared_at", MOMENT),
        sa.Column("shared_op", sa.Uuid()),
        sa.Column("others_seq", sa.BigInteger()),
        sa.Column("first_shared_seq", sa.BigInteger()),
        sa.Column("first_shared_at", MOMENT),
        sa.Column("taken_back_at", MOMENT),
    )
    op.create_index("ix_skill_note_space_others_seq", "skill_note", ["space_id", "others_seq"])
    _table(
        "paper_held",
        _space(primary_key=True),
        sa.Column("paper", sa.String(64), primary_key=True),
        *_register("state", sa.String(16)),
        *_register("runs_out", sa.String(7)),
    )
    _table(
        "sign_off",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _space(nullable=False),
        sa.Column("skill", sa.String(64), nullable=False),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        *_register("withdrawn", sa.LargeBinary()),
        sa.Column("withdrawn_by", sa.String(80)),
    )


def downgrade() -> None:
    for name in ("sign_off", "paper_held", "skill_note", "skill_mark", "skill_level"):
        op.drop_table(name)
