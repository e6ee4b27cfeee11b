"""How a person wants to be told: plans, quiet hours, plainness, language, and the number and address they gave.

The number and the address are closed with the settings' wrapping key (AES-256-GCM), bound to table, column and account.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import Crypto, SealBroken, get_crypto
from ..settings import Settings
from ..spaces.access import spaces_of
from ..spaces.models import MemberRole
from . import service
from .letters import Letter
from .models import Channel, NoticePrefs, NoticeRow, NoticeState, Planned
from .rules import DEFAULT_PLAN, PLAINEST, QUIET_FROM, QUIET_TO

# The kinds that are shown with a plan even when the person has changed none.
PLANNED_KINDS = ("review", "own_date", "agreement")


def read(db: Session, account_id: uuid.UUID) -> dict[str, Any]:
    """What the person chose, with the defaults for what they did not."""
    row = db.get(NoticePrefs, account_id) or new(account_id)
    plans: dict[str, list[str]] = {kind: list(DEFAULT_PLAN) for kind in PLANNED_KINDS}
    return {
        "plans": plans | json.loads(row.plans),
        "quiet_from": row.quiet_from,
        "quiet_to": row.quiet_to,
        "plainness": row.plainness,
        "lang": row.lang,
        "text": {"number": _opened(row.number, "number", account_id), "on": row.text_on},
        "email": {"address": _opened(row.address, "address", account_id), "on": row.email_on},
    }


def ways(settings: Settings) -> dict[str, bool]:
    """What this server can send besides pushes. A try-out writes texts and e-mails to its log."""
    sending, tried_out = settings.sending, not settings.production
    return {
        "text": tried_out or bool(sending.notify_key and sending.notify_text_template),
        "email": tried_out or bool(sending.smtp_url or (sending.notify_key and sending.notify_email_template)),
    }


def write(db: Session, account_id: uuid.UUID, chosen: dict[str, Any]) -> None:
    """Keep all of it, and plan the person's dates anew."""
    row = db.get(NoticePrefs, account_id) or new(account_id)
    before = row.plans
    row.plans = json.dumps(chosen["plans"], sort_keys=True)
    row.quiet_from, row.quiet_to = chosen["quiet_from"], chosen["quiet_to"]
    row.plainness, row.lang = chosen["plainness"], chosen["lang"]
    row.number = _sealed(chosen["text"]["number"], "number", account_id)
    row.address = _sealed(chosen["email"]["address"], "address", account_id)
    row.text_on = chosen["text"]["on"] and row.number is not None
    row.email_on = chosen["email"]["on"] and row.address is not None
    db.add(row)
    db.flush()
    if row.plans != before:
        _plan_anew(db, account_id)


def new(account_id: uuid.UUID) -> NoticePrefs:
    """The defaults."""
    return NoticePrefs(
        account_id=account_id,
        plans="{}",
        quiet_from=QUIET_FROM,
        quiet_to=QUIET_TO,
        plainness=PLAINEST,
        lang=None,
        number=None,
        text_on=False,
        address=None,
        email_on=False,
    )


def open_sealed(crypto: Crypto, letter: Letter) -> str | None:
    """Where a text or an e-mail goes; None when the person took it back, or it cannot be opened any more."""
    column = "number" if letter.channel is Channel.TEXT else "address"
    sealed = letter.number if letter.channel is Channel.TEXT else letter.address
    if sealed is None or letter.channel not in letter.fallback:
        return None
    try:
        return crypto.open_setting(place(column, letter.account_id), sealed)
    except SealBroken:
        return None


def place(column: str, account_id: uuid.UUID) -> str:
    """Where a sealed text stands: it opens nowhere else."""
    return f"notice_prefs.{column}:{account_id}"


def _plan_anew(db: Session, account_id: uuid.UUID) -> None:
    """Dates that are planned already follow the new plan. What was sent stays sent."""
    for access in spaces_of(db, account_id):
        side = MemberRole.YOUNG_PERSON if access.is_owner else MemberRole.ADVISER
        mine = Planned.space_id == access.space.id, Planned.to_role == side.value
        for planned in db.scalars(select(Planned).where(*mine)):
            notices = service.notices_of(db, planned)
            waiting = NoticeRow.cause == planned.cause, NoticeRow.to_role == side.value
            kept = [notice.occurrence for notice in notices]
            db.execute(
                delete(NoticeRow).where(
                    *waiting,
                    NoticeRow.version == planned.version,
                    NoticeRow.state == NoticeState.WAITING,
                    NoticeRow.due > now(),
                    NoticeRow.occurrence.not_in(kept),
                )
            )
            service.put(db, notices)


def _sealed(text: str | None, column: str, account_id: uuid.UUID) -> bytes | None:
    return get_crypto().seal_setting(place(column, account_id), text) if text else None


def _opened(sealed: bytes | None, column: str, account_id: uuid.UUID) -> str | None:
    if sealed is None:
        return None
    try:
        return get_crypto().open_setting(place(column, account_id), sealed)
    except SealBroken:
        # Its key is gone from the settings. The person can write it again.
        return None
