"""The passport's operations and collections: who may write what, and who hears of which rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, or_, select

from ..core.clock import to_wire
from ..spaces.access import was_inside
from ..spaces.models import OWNER, SUPPORTERS
from ..spaces.names import account_table
from ..sync.registers import newest
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import schemas, service
from .models import PaperHeld, SignOff, SkillLevel, SkillMark, SkillNote

KINDS = (
    OperationKind("passport.mark", schemas.MarkBody, OWNER, service.mark),
    OperationKind("passport.note", schemas.NoteBody, OWNER, service.note),
    OperationKind("passport.paper", schemas.PaperBody, OWNER, service.paper),
    OperationKind("passport.sign_off", schemas.SignOffBody, SUPPORTERS, service.sign_off),
    OperationKind("passport.sign_off_withdraw", schemas.WithdrawBody, SUPPORTERS, service.withdraw),
)


def read_skills(view: View, window: Window) -> list[Row]:
    """The level of each skill."""
    query = select(SkillLevel).where(SkillLevel.space_id == view.space.id)
    return [
        {
            "id": row.skill,
            "seq": row.seq,
            "level": row.level,
            "made_at": to_wire(row.level_at),
            "op": str(row.level_op),
        }
        for row in view.db.scalars(window.cut(query, SkillLevel.seq))
    ]


def read_marks(view: View, window: Window) -> list[Row]:
    """The history: every mark ever made, with the name its maker goes by now."""
    account = account_table()
    query = select(SkillMark, account.c.name).join(account, account.c.id == SkillMark.by_account, isouter=True)
    query = query.where(SkillMark.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "skill": row.skill,
            "level": row.level,
            "made_at": to_wire(row.made_at),
            "by": name,
        }
        for row, name in view.db.execute(window.cut(query, SkillMark.seq))
    ]


def read_notes(view: View, window: Window) -> list[Row]:
    """The owner's notes; for anyone else only those shared.

    Someone else also gets a tombstone for a note that was taken back, if they were in the space while it was shared and
    their device has read that far. To nobody else does it say that there was a note.
    """
    query = select(SkillNote).where(SkillNote.space_id == view.space.id)
    if view.is_owner:
        return [_note(view, row, row.seq) for row in view.db.scalars(window.cut(query, SkillNote.seq))]
    could_have_it = and_(
        SkillNote.first_shared_seq <= window.after,
        was_inside(view.account_id, view.space.id, SkillNote.first_shared_at, SkillNote.taken_back_at),
    )
    query = query.where(or_(SkillNote.shared, could_have_it))
    return [
        _note(view, row, row.others_seq or 0)
        if row.shared
        else {"id": row.skill, "seq": row.others_seq, "deleted": True}
        for row in view.db.scalars(window.cut(query, SkillNote.others_seq))
    ]


def _note(view: View, row: SkillNote, seq: int) -> Row:
    text = view.open(service.note_place(row), row.text) if row.text else ""
    made_at = newest(row, "text", "shared")
    return {
        "id": row.skill,
        "seq": seq,
        "text": text,
        "shared": row.shared,
        "made_at": to_wire(made_at) if made_at else None,
    }


def read_papers(view: View, window: Window) -> list[Row]:
    """What the young person says about each key paper."""
    query = select(PaperHeld).where(PaperHeld.space_id == view.space.id)
    rows = []
    for row in view.db.scalars(window.cut(query, PaperHeld.seq)):
        made_at = newest(row, "state", "runs_out")
        rows.append(
            {
                "id": row.paper,
                "seq": row.seq,
                "state": row.state,
                "runs_out": row.runs_out,
                "made_at": to_wire(made_at) if made_at else None,
            }
        )
    return rows


def read_sign_offs(view: View, window: Window) -> list[Row]:
    """Every sign-off, also those withdrawn."""
    query = select(SignOff).where(SignOff.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "skill": row.skill,
            "level": row.level,
            "by": row.by_name,
            "at": to_wire(row.made_at),
            "withdrawn": _withdrawn(view, row),
        }
        for row in view.db.scalars(window.cut(query, SignOff.seq))
    ]


def _withdrawn(view: View, row: SignOff) -> dict[str, Any] | None:
    if row.withdrawn is None or row.withdrawn_at is None:
        return None
    reason = view.open(service.reason_place(row), row.withdrawn)
    return {"at": to_wire(row.withdrawn_at), "by": row.withdrawn_by, "reason": reason}


COLLECTIONS = (
    Collection("skills", read_skills, (SkillLevel.seq,)),
    Collection("marks", read_marks, (SkillMark.seq,)),
    Collection("notes", read_notes, (SkillNote.seq, SkillNote.others_seq)),
    Collection("papers", read_papers, (PaperHeld.seq,)),
    Collection("sign_offs", read_sign_offs, (SignOff.seq,)),
)
