"""What was said of Rutland's pledge in the two seasons before this one, so that there are results to look at.

It takes more people than the demo has. Those who said it have left since: nobody sees them, and nobody signs in as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import fixed, now
from ..core.db import get_db
from ..core.guards import Role, SignedIn
from ..core.working_days import london_day
from ..people import accounts, sessions
from ..people.cookies import Caller
from ..pledge import did, words
from ..pledge.models import PledgeDid, Rating
from ..pledge.publishing import publish_due
from ..pledge.rules import Answer, Season, newest_closed
from ..spaces.models import Member, Space
from ..spaces.service import create_space
from . import demo_history

Cells = tuple[int, int, int, int]
COUNCIL = "rutland"
PEOPLE = 14
BEFORE_THE_SEASON = timedelta(days=30)
BIRTHDAY = date(2001, 5, 1)
# How many said kept, partly, not kept, can't say.
LAST: dict[str, Cells] = {
    "safe-home": (8, 5, 1, 0),
    "health-checks": (6, 5, 2, 1),
    "mind-help": (2, 5, 6, 1),
    "learn-every-day": (9, 2, 1, 0),
    "few-moves": (3, 3, 2, 1),
}
BEFORE: dict[str, Cells] = {"safe-home": (6, 6, 2, 0), "health-checks": (6, 4, 2, 2), "mind-help": (0, 5, 8, 1)}
# By promise: what one of them wrote.
WROTE = {
    "safe-home": "My room is warm and the lock works now.",
    "mind-help": "I waited a long time and nobody told me why. Ask Mx Example.",
    "health-checks": "The nurse came to me. That was good.",
}
SHARED = "safe-home"
ABOUT = "mind-help"
YOU_SAID = "We wait too long for help with our feelings."
WE_DID = "A worker for feelings and mood is at the drop-in each week now. You do not need a letter to see them."


def load() -> None:
    """Let them say it, publish it, and have the council answer. What was done already is not done again."""
    last = newest_closed(london_day(now()))
    for number in range(PEOPLE):
        _leaver(number, last)
    publish_due(COUNCIL)
    with get_db().write() as db:
        _council_answers(db, last)


def _leaver(number: int, last: Season) -> None:
    name = f"Was here {number + 1}"
    with fixed(_noon(last.before.first) - BEFORE_THE_SEASON), get_db().write() as db:
        account = accounts.find(db, name) or accounts.new_young_person(
            db, name=name, council=COUNCIL, sign_in_name=name
        )
        space = db.scalar(
            select(Space).join(Member, Member.space_id == Space.id).where(Member.account_id == account.id)
        )
        space = space or create_space(db, owner=account.id, council=COUNCIL, birthday=BIRTHDAY)
        if space.ended_at is not None:
            return
        device = Caller(address="", device_name="Demo", session_token=None, known_token=None)
        begun = sessions.begin(db, account.id, device)
        who = SignedIn(account.id, Role(account.role), account.council, begun.session_id, account.name)
    said = [*_said(number, last.before, BEFORE, {}), *_said(number, last, LAST, WROTE)]
    demo_history.apply_deeds(name, who, who, space, said)
    with get_db().write() as db:
        sessions.end_one(db, who.account_id, who.session_id)
        db.get_one(Space, space.id).ended_at = now()


def _said(number: int, season: Season, counts: dict[str, Cells], wrote: dict[str, str]) -> Iterator[demo_history.Deed]:
    at = _noon(season.first) + timedelta(days=5 * number)
    for place, (promise, cells) in enumerate(counts.items()):
        answers = [answer for answer, count in zip(Answer, cells, strict=True) for _ in range(count)]
        # Another one begins with each promise, so that nobody always says the best or the worst.
        turn = (number + 4 * place) % PEOPLE
        if turn >= len(answers):
            continue
        body = {"promise": promise, "season": season.code, "answer": answers[turn].value}
        words = {"words": wrote[promise]} if turn == 0 and promise in wrote else {}
        yield demo_history.Deed(at, False, "pledge.rate", body | words, f"{season.code}/{promise}")


def _council_answers(db: Session, last: Season) -> None:
    shared = select(Rating.words_id).where(
        Rating.council == COUNCIL, Rating.season == last.code, Rating.promise == SHARED, Rating.words.is_not(None)
    )
    words.decide(db, COUNCIL, db.scalars(shared).one(), public=True, text=None)
    if db.scalar(select(PledgeDid.id).where(PledgeDid.council == COUNCIL)) is None:
        on = london_day(now()) - timedelta(days=4)
        did.add(db, COUNCIL, {"promise": ABOUT, "you_said": YOU_SAID, "we_did": WE_DID, "on": on})


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
