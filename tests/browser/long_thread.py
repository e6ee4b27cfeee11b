"""A conversation of very many messages, written straight into a server's database, as if it had gone on for years."""

from __future__ import annotations

import logging
import os
import random
import uuid
from datetime import timedelta

from sqlalchemy import select

from tests.support.server import LiveServer
from webapp import create_app
from webapp.core.clock import now
from webapp.core.crypto import get_crypto
from webapp.core.db import get_db
from webapp.messages.models import Message, MessageRead
from webapp.settings import Settings
from webapp.spaces.models import Member, MemberRole, Space

FULL = os.environ.get("FOOTING_FULL") == "1"
# The short form still has more than any window of the thread holds.
LONG = 10_000 if FULL else 1_500
WORDS = "a few words more, as people write. "
APART = timedelta(hours=3)
NAMES = {True: "Leo", False: "Sam"}


def write_long_thread(server: LiveServer, space_id: uuid.UUID, count: int = LONG) -> None:
    """Into the database of a server of its own, which may be running."""
    app = create_app(Settings.from_env(server.environment))
    app.logger.setLevel(logging.ERROR)
    with app.app_context():
        write_messages(space_id, count)
        get_db().engine.dispose()


def write_messages(space_id: uuid.UUID, count: int) -> None:
    """The adviser and the young person write in turn, and each has seen what the other wrote."""
    chance, crypto = random.Random(6), get_crypto()
    with get_db().write() as db:
        space = db.get_one(Space, space_id)
        first = space.seq + 1
        members = {
            row.role == MemberRole.YOUNG_PERSON: row.account_id
            for row in db.scalars(select(Member).where(Member.space_id == space_id))
        }
        for number in range(first, first + count):
            id_, own = uuid.uuid4(), number % 2 == 0
            at = now() - APART * (first + count - number)
            text = f"Message {number - first}: {WORDS * chance.randint(0, 6)}"
            place = {"space_id": space_id, "seq": number}
            db.add(
                Message(
                    id=id_, number=number, account_id=members[own], by_name=NAMES[own], by_owner=own,
                    body=crypto.seal(space.wrapped_key, f"message.body:{id_}", text),
                    written_at=at, arrived_at=at, **place,
                )
            )  # fmt: skip
            seen = {"account_id": members[not own], "by_name": NAMES[not own], "by_owner": not own}
            db.add(MessageRead(id=uuid.uuid4(), upto=number, at=at, **seen, **place))
        space.seq = first + count - 1
