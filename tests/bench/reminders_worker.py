"""A worker of the bench: the real sending, until nothing is left. Then it prints its memory and its time."""

from __future__ import annotations

import gc
import logging
import resource
import sys
import time

from sqlalchemy import exists, or_, select

from webapp import create_app
from webapp.core.db import get_db
from webapp.deliveries.models import Delivery, NoticeRow
from webapp.deliveries.sending import send_due
from webapp.settings import Settings


def left() -> bool:
    """Whether anything is still to be sent, by this worker or another."""
    waiting = exists().where(NoticeRow.state == "waiting"), exists().where(Delivery.state == "waiting")
    with get_db().read() as db:
        return bool(db.scalar(select(or_(*waiting))))


def main() -> None:
    app = create_app(Settings.from_env())
    app.logger.setLevel(logging.ERROR)
    gc.freeze()
    with app.app_context():
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        began = time.process_time()
        while left():
            send_due(app)
            time.sleep(0.02)
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(f"{used.ru_maxrss * 1024} {time.process_time() - began}")


if __name__ == "__main__":
    main()
