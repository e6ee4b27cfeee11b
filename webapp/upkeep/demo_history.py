"""What the demo people did in the past weeks, as operations that go through the same door as everyone's."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..core.ages import birthday
from ..core.clock import fixed, now, to_wire
from ..core.guards import SignedIn
from ..spaces.models import Space
from ..sync.incoming import receive
from .demo_people import LEVELS, YoungPerson

# Nobody's last mark is newer than this, so that the adviser's sign-off still fits in after it.
QUIET = timedelta(days=3)
SIGNED_AFTER = timedelta(days=2)
RECORDED_AFTER = timedelta(days=1)
DISAGREED_AFTER = timedelta(days=9)


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
