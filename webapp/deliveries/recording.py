"""Writing down what became of the tries: sent, to be tried again, gone, parked; and what follows from that.

A result counts only while the claim is still ours: another worker may have taken the row after the lease.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from . import listeners
from .fanout import delivery_row
from .letters import UNSUBSCRIBED, End, Letter, Result
from .models import Channel, DeadEndpoint, Delivery, State, Subscription
from .people import allowed
from .rules import GIVE_UP_AFTER, wait_before
from .subscriptions import digest
from .tables import insert_new

Done = tuple[Letter, Result]
_chance = random.SystemRandom()


def record(done: Sequence[Done]) -> None:
    """Write the results of some tries down, all in one transaction."""
    moment = now()
    ends: dict[End, list[Done]] = {}
    for one in done:
        ends.setdefault(one[1].end, []).append(one)
    sent = [letter for letter, _ in ends.pop(End.SENT, [])]
    with get_db().write() as db:
        # Spaces are locked first everywhere: two that wait for each other would both be lost.
        heard = listeners.lock_spaces(db, sent)
        _keep(db, sent, state=State.SENT, sent_at=moment, reason=None)
        _follow_up(db, sent, moment)
        for end, some in ends.items():
            for letter, result in some:
                _END[end](db, letter, result, moment)
        listeners.tell(db, heard)


def _keep(db: Session, letters: Iterable[Letter], **values: Any) -> None:
    """Change the rows whose claims are still ours."""
    claims: dict[uuid.UUID, list[uuid.UUID]] = {}
    for letter in letters:
        claims.setdefault(letter.claim, []).append(letter.id)
    table = Delivery.__table__
    change = update(table).values(**values)  # type: ignore[arg-type]
    for claim, ids in claims.items():
        db.connection().execute(change.where(table.c.id.in_(ids), table.c.claim == claim))


def _follow_up(db: Session, sent: Iterable[Letter], moment: datetime) -> None:
    """A text or an e-mail for later, for those who chose one: it is cancelled when the push is shown or seen."""
    wait = timedelta(minutes=current_app.extensions["footing-settings"].sending.fallback_minutes)
    pushed = [letter for letter in sent if letter.channel is Channel.PUSH and letter.fallback]
    _add_fallbacks(db, pushed, moment + wait)


def _add_fallbacks(db: Session, letters: Sequence[Letter], at: datetime) -> None:
    rows, told = [], _told(db, letters)
    for letter in letters:
        when = allowed(at, young=letter.young, quiet=letter.quiet)
        if when < letter.until and (letter.notice_id, letter.account_id) not in told:
            rows.append(delivery_row(letter.notice_id, letter.account_id, letter.fallback[0], when))
    insert_new(db, Delivery, rows)


def _told(db: Session, letters: Sequence[Letter]) -> set[tuple[uuid.UUID, uuid.UUID]]:
    """Who has been shown what already: the phone may say so before the push service answers us."""
    known = Delivery.shown_at.is_not(None) | Delivery.seen_at.is_not(None)
    if not letters:
        return set()
    of_these = Delivery.notice_id.in_({letter.notice_id for letter in letters})
    rows = db.execute(select(Delivery.notice_id, Delivery.account_id).where(of_these, known))
    return {(notice, account) for notice, account in rows}


def _gone(db: Session, letter: Letter, result: Result, moment: datetime) -> None:
    if letter.channel is Channel.PUSH:
        db.execute(delete(Subscription).where(Subscription.id == letter.target, _same_endpoint(letter)))
        if letter.device is not None and result.reason == UNSUBSCRIBED:
            dead = {"endpoint_hash": digest(letter.device.endpoint), "at": moment}
            insert_new(db, DeadEndpoint, [dead])
    _keep(db, [letter], state=State.GONE, reason=result.reason)
    _use_another_way(db, letter, moment)


def _same_endpoint(letter: Letter) -> Any:
    # The browser may have renewed its subscription while the push service was being asked about the old one.
    return Subscription.endpoint == (letter.device.endpoint if letter.device else "")


def _too_large(db: Session, letter: Letter, result: Result, moment: datetime) -> None:
    if letter.small:
        _never(db, letter, result, moment)
    else:
        _keep(db, [letter], small=True, next_at=moment, reason=result.reason)


def _later(db: Session, letter: Letter, result: Result, moment: datetime) -> None:
    wait = wait_before(letter.tries, result.asked, _chance)
    again = allowed(moment + wait, young=letter.young, quiet=letter.quiet)
    # A night or a weekend in which nobody may be told is not counted as a day of tries.
    if moment + wait >= letter.first_at + GIVE_UP_AFTER:
        _never(db, letter, result, moment)
    else:
        _keep(db, [letter], next_at=again, reason=result.reason)


def _never(db: Session, letter: Letter, result: Result, moment: datetime) -> None:
    _keep(db, [letter], state=State.PARKED, reason=result.reason)
    _use_another_way(db, letter, moment)


def _untried(db: Session, letter: Letter, result: Result, moment: datetime) -> None:
    wait = wait_before(1, result.asked, _chance)
    _keep(db, [letter], next_at=moment + wait, tries=letter.tries - 1, reason=result.reason)


def _use_another_way(db: Session, letter: Letter, moment: datetime) -> None:
    """The next way that the person chose, at once, unless another push of this notice is out or on its way."""
    mine = Delivery.notice_id == letter.notice_id, Delivery.account_id == letter.account_id
    alive = Delivery.state.in_((State.WAITING, State.SENT)), Delivery.id != letter.id
    if letter.channel is Channel.PUSH and db.scalar(select(exists().where(*mine, *alive))):
        return
    if _told(db, [letter]):
        # A push service may deliver, and then say that it could not.
        return
    tried = letter.fallback.index(letter.channel) + 1 if letter.channel in letter.fallback else 0
    rest = letter.fallback[tried:]
    insert_new(db, Delivery, [delivery_row(letter.notice_id, letter.account_id, way, moment) for way in rest[:1]])


_END = {
    End.GONE: _gone,
    End.TOO_LARGE: _too_large,
    End.LATER: _later,
    End.NEVER: _never,
    End.UNTRIED: _untried,
}
