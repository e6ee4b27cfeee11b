"""Ratings as young people send them, the moments of a season, and what everyone may read afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from flask import Flask
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import MADE, Care, operation
from tests.support.crowd import Person, Phone
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.pledge.promises import promises_of
from webapp.spaces.models import Space

SEASON = "2026-Q4"
RATED = datetime(2026, 11, 20, 10, tzinfo=UTC)
# The last moment of the days of grace in London, and the first after it.
STILL_OPEN = datetime(2027, 1, 14, 23, 59, 59, 999_000, tzinfo=UTC)
PUBLISHED = datetime(2027, 1, 15, tzinfo=UTC)
RESULTS = "/api/v1/councils/rutland/pledge/results"
Json = dict[str, Any]


def promise(number: int = 0, council: str = "rutland") -> str:
    """The id of one of a council's promises."""
    return list(promises_of(council))[number]


def rating(space: uuid.UUID, answer: str = "kept", made_at: str = MADE, **changes: Any) -> Json:
    """The operation."""
    body = {"promise": promise(), "season": SEASON, "answer": answer}
    return operation(space, "pledge.rate", made_at, **body | changes)


def refusal(care: Care, person: Person, made: Json) -> Json:
    """The problem with which an operation is refused."""
    outcome = care.outcome(person, made)
    assert outcome["outcome"] == "refused", outcome
    problem: Json = outcome["problem"]
    return problem


def rater(council: str = "rutland") -> tuple[uuid.UUID, Person]:
    """One more young person of a council, and their space."""
    person = crowd.add_young_person("Noor")
    assert person.space is not None
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == person.space).values(council=council))
    return person.space, person


def sent(app: Flask, person: Person, made: Json) -> str:
    """What becomes of an operation that a person sends from a new phone."""
    answer = crowd.add_phone(app, person).post({"account": str(person.id), "operations": [made]})
    outcome: str = answer.get_json()["outcomes"][0]["outcome"]
    return outcome


def all_say(app: Flask, answers: Iterable[str], council: str = "rutland", **changes: Any) -> list[uuid.UUID]:
    """As many young people as there are answers give them, about one promise: their spaces."""
    about = {"promise": promise(council=council)} | changes
    spaces = []
    for answer in answers:
        space, person = rater(council)
        assert sent(app, person, rating(space, answer, **about)) == "applied"
        spaces.append(space)
    return spaces


def manager(app: Flask, council: str = "rutland") -> Phone:
    """A manager of a council, signed in."""
    person = crowd.add_person("Morgan", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == person.id).values(council=council))
    return crowd.add_phone(app, person)


def results(app: Flask, council: str = "rutland") -> Json:
    """What everyone may read now."""
    answer = app.test_client().get(RESULTS.replace("rutland", council))
    assert answer.status_code == 200, answer.text
    body: Json = answer.get_json()
    return body


def cells(row: Json) -> tuple[int | None, ...]:
    """The number of answers, and the four cells."""
    return tuple(row[name] for name in ("answers", "kept", "partly", "not_kept", "cannot_say"))
