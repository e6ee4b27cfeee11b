"""People who are ready at once, without a code: for the demo, and for tests of other parts."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy.orm import Session

from ..core.guards import Role
from ..spaces.models import Space
from ..spaces.service import assign_adviser, create_space
from . import accounts, pass_phrases, second_factor
from .models import Account


def create_staff_ready(  # noqa: PLR0913  (each is one fact about the person)
    db: Session,
    *,
    role: Role,
    council: str,
    name: str,
    email: str,
    pass_phrase: str,
    totp_secret: str | None = None,
) -> tuple[Account, str]:
    """Someone who works for a council and has joined; with the secret of their code app (a new one unless given).

    Raises `Problem(CONFLICT)` when the email has an account.
    """
    account = accounts.new_staff(db, role=role, council=council, name=name, email=email)
    account.pass_hash = pass_phrases.make_hash(pass_phrase)
    secret = totp_secret or second_factor.new_secret()
    second_factor.store(db, account.id, secret)
    return account, secret


def create_young_person_ready(  # noqa: PLR0913  (each is one fact about the person)
    db: Session,
    *,
    name: str,
    birthday: date,
    council: str,
    pass_phrase: str,
    home_council: str | None = None,
    language: str = "en",
    sign_in_name: str | None = None,
    adviser_id: uuid.UUID | None = None,
) -> tuple[Account, Space]:
    """A young person who has joined, with their space; on the duty list when `adviser_id` is None."""
    account = accounts.new_young_person(db, name=name, council=council, language=language, sign_in_name=sign_in_name)
    account.pass_hash = pass_phrases.make_hash(pass_phrase)
    space = create_space(db, owner=account.id, council=council, birthday=birthday, home_council=home_council)
    db.flush()
    assign_adviser(db, space, adviser_id)
    db.flush()
    return account, space
