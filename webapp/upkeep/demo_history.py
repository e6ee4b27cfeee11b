"""What the demo people did in the past weeks, as operations that go through the same door as everyone's."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from ..core.ages import birthday
from ..core.clock import fixed, now, to_wire
from ..core.guards import SignedIn
from ..core.london import instant, wall
from ..core.working_days import SATURDAY
from ..spaces.models import Space
from ..sync.incoming import receive
from .demo_dates import Asked, Own, Review
from .demo_messages import Said
from .demo_people import LEVELS, YoungPerson

# Nobody's last mark is newer than this, so that the adviser's sign-off still fits in after it.
QUIET = timedelta(days=3)
SIGNED_AFTER = timedelta(days=2)
RECORDED_AFTER = timedelta(days=1)
DISAGREED_AFTER = timedelta(days=9)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Deed:
    """One operation, still without its id. `name` is for one that another deed speaks of."""

    at: datetime
    by_adviser: bool
    kind: str
    body: dict[str, Any]
    name: str = ""


def apply(person: YoungPerson, owner: SignedIn, adviser: SignedIn, space: Space) -> None:
    """Apply everything the person and their adviser did, each at its moment, counted back from now.

    Raises `RuntimeError` when one is refused: then the demo's data does not fit the content.
    """
    apply_deeds(person.name, owner, adviser, space, _deeds(person, space, now()))


def apply_deeds(name: str, owner: SignedIn, adviser: SignedIn, space: Space, deeds: Iterable[Deed]) -> None:
    """Apply deeds in the order of their moments. Raises `RuntimeError` as `apply` does."""
    for number, deed in enumerate(sorted(deeds, key=lambda deed: deed.at)):
        operation = {
            "id": str(_id(deed.at, f"{space.id}/{deed.name or number}")),
            "space": str(space.id),
            "kind": deed.kind,
            "made_at": to_wire(deed.at),
            "body": deed.body,
        }
        with fixed(deed.at):
            (answer,) = receive(adviser if deed.by_adviser else owner, [operation])
        if answer["outcome"] == "refused":
            raise RuntimeError(f"{name}: {deed.kind} {deed.body} was refused: {answer['problem']['detail']}")


def _deeds(person: YoungPerson, space: Space, until: datetime) -> Iterator[Deed]:
    yield from _status(person, space, until - person.began + RECORDED_AFTER)
    yield from _asks(person, space, until)
    yield from _reminders(person, space, until)
    yield from _dates(person, space, until)
    yield from _messages(person, space, until)
    began, last_deed = until - person.began, until - QUIET - 10 * _share(person.name) * timedelta(days=1)
    steps = [
        (skill, letters[turn])
        for turn in range(max(map(len, person.journey.values())))
        for skill, letters in person.journey.items()
        if turn < len(letters)
    ]
    last: dict[str, datetime] = {}
    for (skill, letter), moment in zip(steps, _spread(began, last_deed, len(steps), person.name), strict=True):
        last[skill] = moment
        yield Deed(moment, False, "passport.mark", {"skill": skill, "level": LEVELS[letter]})
    for skill in person.sign_offs:
        level = LEVELS[person.journey[skill][-1]]
        at = min(last[skill] + SIGNED_AFTER, until - timedelta(hours=2))
        yield Deed(at, True, "passport.sign_off", {"skill": skill, "level": level})
    for note in person.notes:
        body = {"skill": note.skill, "text": note.text, "shared": note.shared}
        yield Deed(last[note.skill] + timedelta(minutes=3), False, "passport.note", body)
    moments = _spread(began, last_deed, len(person.papers), f"{person.name} papers")
    for paper, moment in zip(person.papers, moments, strict=True):
        body = {"paper": paper.paper, "state": paper.state}
        yield Deed(moment, False, "passport.paper", body | ({"runs_out": paper.runs_out} if paper.runs_out else {}))


def _status(person: YoungPerson, space: Space, at: datetime) -> Iterator[Deed]:
    told, name = person.status, "status"
    if told is None:
        return
    body = {"status": told.status, "since": birthday(space.birthday, told.since_age).isoformat(), "source": told.source}
    yield Deed(at, True, "status.record", body, name)
    if told.disagreed:
        body = {"record": str(_id(at, f"{space.id}/{name}")), "words": told.disagreed}
        yield Deed(at + DISAGREED_AFTER, False, "status.disagree", body)


def _asks(person: YoungPerson, space: Space, until: datetime) -> Iterator[Deed]:
    for number, ask in enumerate(person.asks):
        at, name = until - timedelta(days=ask.days_ago), f"request {number}"
        words = {"entitlement": ask.entitlement, "title": ask.title, "need": ask.need, "note": ask.note}
        yield Deed(at, False, "request.make", words, name)
        for answer in ask.answers:
            body = {"request": str(_id(at, f"{space.id}/{name}")), "state": answer.state, "words": answer.words}
            yield Deed(at + timedelta(days=answer.days), True, "request.step", body)
    for got in person.got:
        at = until - timedelta(days=got.days_ago)
        item = {"item": str(_id(at, f"{space.id}/{got.what}")), "on": at.date().isoformat()}
        bought = {"entitlement": got.entitlement, "what": got.what, "pence": got.pence}
        yield Deed(at, False, "spend.put", item | bought)


def _reminders(person: YoungPerson, space: Space, until: datetime) -> Iterator[Deed]:
    today = wall(until)[0]
    for number, one in enumerate(person.reminders):
        at, name = until - timedelta(days=one.days_ago), f"reminder {number}"
        day = today + timedelta(days=one.in_days)
        last = day + timedelta(weeks=one.weeks)
        repeat = {"every": "week", "until": last.isoformat()} if one.weeks else None
        body = {"text": one.text, "day": day.isoformat(), "time": one.time, "repeat": repeat, "template": None}
        yield Deed(at, True, "reminder.make", body, name)
        if one.seen:
            reminder = {"reminder": str(_id(at, f"{space.id}/{name}")), "on": day.isoformat()}
            came = instant(day, time.fromisoformat(one.time) if one.time else None)
            yield Deed(came + timedelta(hours=1), False, "reminder.seen", reminder)


def _dates(person: YoungPerson, space: Space, until: datetime) -> Iterator[Deed]:
    for number, one in enumerate(person.dates):
        at, name = until - timedelta(days=one.days_ago), f"date {number}"
        if isinstance(one, Asked):
            yield Deed(at, False, "date.ask", {"kind": one.kind, "words": one.words}, name)
            continue
        when = {"day": _working_day(until, one.in_days).isoformat(), "time": one.time, "place": one.place}
        if isinstance(one, Own):
            yield Deed(at, False, "date.own", when | {"title": one.title, "shared": one.shared}, name)
            continue
        held = one.in_days < -one.days_ago
        body = when | {"kind": one.kind, "with": one.with_whom, "call": one.call, "held": held}
        yield Deed(at, True, "date.plan", body, name)
        yield from _around(one, {"date": str(_id(at, f"{space.id}/{name}"))}, space, until)


def _around(one: Review, about: dict[str, str], space: Space, until: datetime) -> Iterator[Deed]:
    """What the young person and the adviser say of one review, before it and after."""
    soon = until - timedelta(days=one.days_ago) + timedelta(days=1)
    if one.wish:
        wish = {"day": _working_day(until, one.wish.in_days).isoformat(), "time": one.wish.time}
        yield Deed(soon, False, "date.propose", about | wish | {"words": one.wish.words})
    for ready in one.ready:
        said = {"face": ready.face, "words": ready.words, "want": ready.want, "change": ready.change}
        heading = about | {"heading": ready.heading}
        yield Deed(soon, False, "prepare.put", heading | said)
        if ready.shared:
            yield Deed(soon + timedelta(minutes=2), False, "prepare.share", heading | {"shared": True})
    over = soon
    if one.state:
        over = instant(_working_day(until, one.in_days), time(18))
        yield Deed(over, True, "date.mark", about | {"state": one.state, "words": one.words})
    for number, agreed in enumerate(one.agreed):
        by, name = _working_day(until, agreed.in_days).isoformat(), f"agreed {number} {about['date']}"
        what = {"agreement": None, "what": agreed.what, "who": agreed.who, "by": by}
        yield Deed(over, True, "agreement.put", about | what, name)
        if agreed.done:
            done = {"agreement": str(_id(over, f"{space.id}/{name}")), "done": True}
            yield Deed(over + timedelta(days=5), True, "agreement.done", done)
    if one.plan_is_right is not None:
        answer = {"agree": one.plan_is_right, "words": one.because}
        yield Deed(over + timedelta(hours=3), False, "plan.answer", about | answer)


def _messages(person: YoungPerson, space: Space, until: datetime) -> Iterator[Deed]:
    """The talk: who answers has read what came before just before they write, or that day if it needs no answer."""
    last: tuple[Said, str] | None = None
    for number, one in enumerate(person.talk.said):
        at, name = _said_at(until, one), f"message {number}"
        id_ = str(_id(at, f"{space.id}/{name}"))
        if last and last[0].by_adviser is not one.by_adviser:
            yield Deed(at - MINUTE / 2, one.by_adviser, "message.seen", {"upto": last[1]})
        elif last and last[0].days_ago > one.days_ago:
            read = _said_at(until, last[0]) + 30 * MINUTE
            yield Deed(read, not one.by_adviser, "message.seen", {"upto": last[1]})
            if not one.by_adviser:
                yield Deed(read, True, "message.mark", {"message": last[1], "as": "none", "id": None})
        yield Deed(at, one.by_adviser, "message.send", {"body": one.text}, name)
        if one.taken_back:
            yield Deed(at + MINUTE, one.by_adviser, "message.withdraw", {"message": id_})
        last = one, id_
    if last and person.talk.read:
        seen = _said_at(until, last[0]) + 5 * MINUTE
        yield Deed(seen, not last[0].by_adviser, "message.seen", {"upto": last[1]})


def _said_at(until: datetime, one: Said) -> datetime:
    day, left = wall(until)[0], one.days_ago
    while left > 0:
        day -= timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return instant(day, time.fromisoformat(one.time))


def _working_day(until: datetime, in_days: int) -> date:
    """So many days from the load on, or the Monday after when nobody works on that day."""
    day = wall(until)[0] + timedelta(days=in_days)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


def _spread(start: datetime, end: datetime, count: int, seed: str) -> Iterator[datetime]:
    """So many moments between the two, in order, a little uneven, the same each time."""
    step = (end - start) / count
    for number in range(count):
        yield start + step * (number + _share(f"{seed}/{number}"))


def _share(seed: str) -> float:
    return hashlib.sha256(seed.encode()).digest()[0] / 256


def _id(moment: datetime, seed: str) -> uuid.UUID:
    """An id of version 7 (RFC 9562), whose chance is the seed's: the same operation each time."""
    chance = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:10], "big")
    value = round(moment.timestamp() * 1000) << 80 | chance
    value = value & ~(0xF << 76) | 0x7 << 76
    return uuid.UUID(int=value & ~(0b11 << 62) | 0b10 << 62)
