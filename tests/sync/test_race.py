"""What two requests at the same moment could break. On SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
import time
from typing import Any

from flask import Flask

from tests.support.care import make_care, operation
from webapp.core.db import get_db
from webapp.spaces import service
from webapp.spaces.models import Space


def test_an_adviser_whose_place_ends_while_the_operation_waits_writes_nothing(placed_app: Flask) -> None:
    care = make_care(placed_app)
    made = operation(care.space, "passport.sign_off", skill="home-09", level="on_my_own")
    answers: list[Any] = []
    sender = threading.Thread(target=lambda: answers.append(care.send(care.sam, made)))
    with get_db().write() as db:
        space = db.get_one(Space, care.space, with_for_update=True)
        sender.start()
        # Long enough for the operation to come to the lock that is held here.
        time.sleep(0.7)
        service.assign_adviser(db, space, None)
    sender.join()
    assert answers[0].json["outcomes"][0]["problem"]["status"] == 404
    assert care.rows(care.maya, "sign_offs") == []
