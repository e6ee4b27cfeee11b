"""Operations on requests and spends, as Maya and Sam send them, with words of every day unless a test says other."""

from __future__ import annotations

import uuid
from typing import Any

from tests.support.care import MADE, Care, operation
from tests.support.crowd import Person

RIGHT = "setting-up-home-allowance"
WORDS = {"entitlement": RIGHT, "title": "Setting up home allowance", "need": "A bed and a fridge.", "note": ""}
Row = dict[str, Any]


def ask(care: Care, made_at: str = MADE, **changes: Any) -> Row:
    """Maya asks."""
    return operation(care.space, "request.make", made_at, **(WORDS | changes))


def answer(care: Care, request: str, state: str, made_at: str = MADE, **body: Any) -> Row:
    """Sam says something of a request."""
    return operation(care.space, "request.step", made_at, request=request, state=state, **body)


def asked(care: Care, **changes: Any) -> str:
    """Maya has asked: the request's id."""
    made = ask(care, **changes)
    assert care.outcome(care.maya, made)["outcome"] == "applied"
    request: str = made["id"]
    return request


def got(care: Care, made_at: str = MADE, **changes: Any) -> Row:
    """Maya writes down what she received."""
    kettle = {"item": str(uuid.uuid4()), "entitlement": RIGHT, "what": "Kettle", "pence": 2000, "on": "2026-11-19"}
    return operation(care.space, "spend.put", made_at, **(kettle | changes))


def refusal(care: Care, person: Person, made: Row) -> str:
    """The code with which an operation is refused."""
    outcome = care.outcome(person, made)
    assert outcome["outcome"] == "refused", outcome
    code: str = outcome["problem"]["type"].removeprefix("urn:footing:problem:")
    return code
