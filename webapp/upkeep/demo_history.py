"""What the demo people did in the past weeks, as operations that go through the same door as everyone's."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..core.clock import fixed, now, to_wire
from ..core.guards import SignedIn
from ..sync.incoming import receive
from .demo_people import LEVELS, YoungPerson

# Nobody's last deed is newer than this, so that the adviser's sign-off still fits in after it.
QUIET = timedelta(days=3)
SIGNED_AFTER = timedelta(days=2)


@dataclass(frozen=True)
class Deed:
    """One operation, still without its id."""

    at: datetime
    by_adviser: bool
    kind: str
    body: dict[str, Any]


def apply(person: YoungPerson, owner: SignedIn, adviser: SignedIn, space: uuid.UUID) -> None:
    """Apply everything the person and their adviser did, each at its moment, counted back from now.

    Raises `RuntimeError` when one is refused: then the demo's data does not fit the content.
    """
    for number, deed in enumerate(sorted(_deeds(person, now()), key=lambda deed: deed.at)):
        operation = {
            "id": str(_id(deed.at, f"{space}/{number}")),
            "space": str(space),
            "kind": deed.kind,
            "made_at": to_wire(deed.at),
            "body": deed.body,
        }
        with fixed(deed.at):
            (answer,) = receive(adviser if deed.by_adviser else owner, [operation])
        if answer["outcome"] == "refused":
            raise RuntimeError(f"{person.name}: {deed.kind} {deed.body} was refused: {answer['problem']['detail']}")


def _deeds(person: YoungPerson, until: datetime) -> Iterator[Deed]:
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
