"""Two changes at one moment: a time away, and a young person who comes to the adviser. Neither misses the other."""

from __future__ import annotations

import threading
import uuid

from tests.support import crowd
from webapp.core import clock
from webapp.core.db import get_db
from webapp.cover import away
from webapp.cover.away import Plan

from .team import Team, day

LONG_ENOUGH = 0.5


def test_an_assignment_waits_for_a_time_away_and_then_knows_of_it(team: Team) -> None:
    care = team.care
    done = threading.Event()

    def assign() -> None:
        with care.app.app_context():
            crowd.assign(care.ali, team.sam)
        done.set()

    assigning = threading.Thread(target=assign)
    with get_db().write() as db:
        plan = Plan(day(24).date(), day(26).date(), team.kim.id)
        away.put(db, crowd.COUNCIL, team.sam.id, uuid.uuid4(), plan)
        assigning.start()
        assert not done.wait(LONG_ENOUGH), "it waits until the time away is there"
    assigning.join(10)
    assert done.is_set()
    with clock.fixed(day(25)):
        assert set(team.sync(team.kim)) == {str(care.space), str(care.ali.space)}
