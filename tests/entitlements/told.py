"""What the tests of status and check send, and how they look at what became of it."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from tests.support import crowd
from tests.support.care import Care, operation
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account

EARLY, LATE, LATEST = (f"2026-11-20T09:00:00.00{number}Z" for number in range(3))
RECORD = {"status": "frc", "since": "2026-05-04", "source": "Pathway plan of 3 May 2026"}
STATUS = {
    "age": 18,
    "band": "18_20",
    "status": "unknown",
    "best_guess": "frc",
    "possible": ["frc", "qualifying"],
    "frc_education": None,
    "rule": "D20",
    "guess_rule": "D13",
    "days": 412,
    "day_91": None,
    "changes": [{"on": "2029-05-04", "status": "none_care_experienced", "rule": "D19"}],
    "flags": ["E1"],
    "unsure": ["care_spells.0.end"],
}
RESULT = {
    "status": STATUS,
    "entitlements": [
        {"id": "setting-up-home", "state": "now", "on": None, "until": "2029-05-04"},
        {"id": "junior-isa", "state": "ended", "on": "2026-05-04", "until": None},
    ],
    "made_on": "2026-11-20",
}


def record(care: Care, made_at: str = EARLY, **body: Any) -> dict[str, Any]:
    return operation(care.space, "status.record", made_at, **(RECORD | body))


def disagree(care: Care, about: dict[str, Any], words: str, made_at: str = EARLY) -> dict[str, Any]:
    return operation(care.space, "status.disagree", made_at, record=about["id"], words=words)


def share(care: Care, result: Any, made_at: str = EARLY) -> dict[str, Any]:
    return operation(care.space, "check.share", made_at, result=result)


def result_with(**status: Any) -> dict[str, Any]:
    """A good result with another status."""
    return RESULT | {"status": STATUS | status}


def refusal(outcome: dict[str, Any]) -> str:
    assert outcome["outcome"] == "refused", outcome
    code: str = outcome["problem"]["type"].removeprefix("urn:footing:problem:")
    return code


def foreign_adviser(care: Care) -> tuple[crowd.Person, crowd.Phone]:
    """An adviser of another council, signed in."""
    account = Account(id=uuid.uuid4(), role=Role.ADVISER, council="merton", name="Priya", created_at=now())
    with get_db().write() as db:
        db.add(account)
    person = crowd.Person(account.id, account.name)
    return person, crowd.add_phone(care.app, person)


def bytes_of_the_database() -> bytes:
    """Everything that stands in the database's files, also what is still in its log."""
    name = get_db().url.database
    assert name
    return b"".join(path.read_bytes() for path in sorted(Path(name).parent.glob(f"{Path(name).name}*")))
