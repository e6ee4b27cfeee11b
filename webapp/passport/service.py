"""The verbs of the passport. Each works inside the operation's transaction, on a space whose row is locked."""

from __future__ import annotations

from ..content.library import Council, get_library
from ..core.errors import ErrorCode, Problem
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import PaperHeld, SignOff, SkillLevel, SkillMark, SkillNote
from .reminding import remind_of_paper
from .rules import others_hear


def mark(change: Change) -> Outcome:
    """Set the level of a skill. The mark enters the history even when a later one is already there.

    Raises `Problem(NOT_VALID)` for a skill that the space's council does not have.
    """
    skill, level, stamp = _known_skill(change), change.body["level"], change.stamp
    change.db.add(
        SkillMark(
            id=stamp.op,
            space_id=change.space.id,
            skill=skill,
            level=level,
            made_at=stamp.at,
            by_account=change.who.account_id,
            seq=change.take_seq(),
        )
    )
    row = change.db.get(SkillLevel, (change.space.id, skill)) or SkillLevel(space_id=change.space.id, skill=skill)
    if not put(row, "level", level, stamp):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    change.db.add(row)
    return Outcome.APPLIED


def note(change: Change) -> Outcome:
    """Write a note, share it, or take the share back.

    Raises `Problem(NOT_VALID)` for a skill that the space's council does not have.
    """
    skill, body, space = _known_skill(change), change.body, change.space
    row = change.db.get(SkillNote, (space.id, skill)) or SkillNote(space_id=space.id, skill=skill, shared=False)
    was_shared = row.shared
    written = False
    if "text" in body:
        sealed = change.seal(note_place(row), body["text"])
        written = put(row, "text", sealed, change.stamp)
    if "shared" in body:
        written = put(row, "shared", body["shared"], change.stamp) or written
    if not written:
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    if others_hear(was_shared=was_shared, is_shared=row.shared):
        _tell_others(change, row, was_shared=was_shared)
    change.db.add(row)
    return Outcome.APPLIED


def _tell_others(change: Change, row: SkillNote, *, was_shared: bool) -> None:
    row.others_seq = row.seq
    if row.first_shared_seq is None:
        row.first_shared_seq, row.first_shared_at = row.seq, change.arrived
    if was_shared and not row.shared:
        row.taken_back_at = change.arrived


def paper(change: Change) -> Outcome:
    """Say whether a key paper is held, and when it runs out, of which people are reminded.

    Raises `Problem(NOT_VALID)` for a paper that the space's council does not have.
    """
    body, space = change.body, change.space
    if body["paper"] not in _council(change).paper_ids:
        raise _unknown("paper", "We do not know this paper.")
    row = change.db.get(PaperHeld, (space.id, body["paper"])) or PaperHeld(space_id=space.id, paper=body["paper"])
    written = [put(row, name, body[name], change.stamp) for name in ("state", "runs_out") if name in body]
    if not any(written):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    change.db.add(row)
    remind_of_paper(change.db, row)
    return Outcome.APPLIED


def sign_off(change: Change) -> Outcome:
    """Add an adviser's sign-off of the level they saw.

    Raises `Problem(NOT_VALID)` for a skill that the space's council does not have.
    """
    change.db.add(
        SignOff(
            id=change.stamp.op,
            space_id=change.space.id,
            skill=_known_skill(change),
            level=change.body["level"],
            made_at=change.stamp.at,
            by_name=change.who.name,
            seq=change.take_seq(),
        )
    )
    return Outcome.APPLIED


def withdraw(change: Change) -> Outcome:
    """Take a sign-off back, with the reason. It stays to be seen, as withdrawn.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such sign-off: after a restore, the withdrawal
    can come back before the sign-off does.
    """
    row = change.db.get(SignOff, change.body["sign_off"])
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    sealed = change.seal(reason_place(row), change.body["reason"])
    if not put(row, "withdrawn", sealed, change.stamp):
        return Outcome.SUPERSEDED
    row.withdrawn_by = change.who.name
    row.seq = change.take_seq()
    return Outcome.APPLIED


def note_place(row: SkillNote) -> str:
    """Where a note's text stands: it opens nowhere else."""
    return f"skill_note.text:{row.space_id}/{row.skill}"


def reason_place(row: SignOff) -> str:
    """Where the reason of a withdrawal stands."""
    return f"sign_off.withdrawn:{row.id}"


def _known_skill(change: Change) -> str:
    skill: str = change.body["skill"]
    if skill not in _council(change).skill_ids:
        raise _unknown("skill", "We do not know this skill.")
    return skill


def _unknown(field: str, sentence: str) -> Problem:
    return Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={field: [sentence]})


def _council(change: Change) -> Council:
    library = get_library()
    if not library.has_council(change.space.council):
        # Its pack is missing for the moment; that is no fault of the young person's, so it may come again.
        raise Problem(ErrorCode.BUSY)
    return library.council(change.space.council)
