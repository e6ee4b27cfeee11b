"""Whatever is planned, changed and given over in whatever order: those inside a space are those whom the plans name."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests.support import crowd
from tests.support.crowd import JOINED
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.errors import Problem
from webapp.core.guards import Role, SignedIn
from webapp.core.london import instant
from webapp.cover import away, duty
from webapp.cover.away import Plan
from webapp.people import ending, leaving
from webapp.people.models import Account
from webapp.spaces.access import spaces_of
from webapp.spaces.models import Space
from webapp.spaces.service import assign_adviser, create_space, lock_in_council

START = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAY = timedelta(days=1)
councils = itertools.count()
who = st.integers(0, 3)
maybe = st.one_of(st.none(), who)
days = st.integers(0, 6)
steps = st.one_of(
    st.tuples(st.just("wait"), st.integers(1, 30)),
    st.tuples(st.just("assign"), st.integers(0, 1), maybe),
    st.tuples(st.just("duty"), st.frozensets(who)),
    st.tuples(st.just("away"), who, days, days, maybe),
    st.tuples(st.just("change"), st.integers(0, 9), days, days, maybe),
    st.tuples(st.just("back"), st.integers(0, 9)),
    st.tuples(st.just("hand over"), who, maybe, st.booleans()),
    st.tuples(st.just("end"), st.integers(0, 1)),
    st.tuples(st.just("open again"), st.integers(0, 1)),
    st.tuples(st.just("join"), who),
)
# Somebody's adviser and a duty list, whatever is said then.
first_steps = st.tuples(st.tuples(st.just("assign"), st.just(0), who), st.tuples(st.just("duty"), st.frozensets(who)))


@dataclass
class Told:
    """What was said, in the plainest form: from it the test says by itself who may read."""

    council: str
    people: list[uuid.UUID]
    spaces: list[uuid.UUID]
    advisers: list[int | None] = field(default_factory=lambda: [None, None])
    on_duty: frozenset[int] = frozenset()
    away: dict[uuid.UUID, tuple[int, date, date, int | None]] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    invited: set[int] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)

    def readers(self, space: int, moment: datetime) -> set[int]:
        if space in self.ended:
            return set()
        gone: dict[int, int | None] = dict.fromkeys(self.invited)
        gone |= {
            person: cover
            for person, since, until, cover in self.away.values()
            if instant(since, None) <= moment < instant(until + DAY, None)
        }
        gone |= dict.fromkeys(self.left)
        adviser = self.advisers[space]
        last, steps_left = adviser, len(self.people)
        while last is not None and last in gone and steps_left:
            last, steps_left = gone[last], steps_left - 1
        cover = set(self.on_duty - set(gone)) if last is None or last in gone else {last}
        return cover | ({adviser} if adviser is not None else set())


def make_council(invited: AbstractSet[int] = frozenset()) -> Told:
    council = f"c{next(councils)}"
    people = [uuid.uuid4() for _ in range(4)]
    with get_db().write() as db:
        for number, id_ in enumerate(people):
            of = {"role": Role.ADVISER, "council": council, "created_at": clock.now()}
            db.add(Account(id=id_, name=f"P{number}", pass_hash=None if number in invited else JOINED, **of))
        spaces = [_space(db, council) for _ in range(2)]
    return Told(council, people, spaces, invited=set(invited))


def _space(db: Session, council: str) -> uuid.UUID:
    owner = Account(id=uuid.uuid4(), role=Role.YOUNG_PERSON, council=council, name="Y", created_at=clock.now())
    db.add(owner)
    db.flush()
    return create_space(db, owner=owner.id, council=council, birthday=date(2008, 5, 4)).id


def do(told: Told, step: tuple[Any, ...]) -> None:
    """Say one thing to the server, and keep it if it was taken."""
    today, manager = clock.now().date(), SignedIn(uuid.uuid4(), Role.MANAGER, told.council, uuid.uuid4(), "Ann")
    with get_db().write() as db:
        match step:
            case ("assign", space, adviser) if space not in told.ended and adviser not in told.left:
                row = lock_in_council(db, told.council, told.spaces[space])
                assign_adviser(db, row, None if adviser is None else told.people[adviser])
                told.advisers[space] = adviser
            case ("duty", chosen):
                told.on_duty = chosen - told.left - told.invited
                duty.set_duty(db, told.council, {told.people[one] for one in told.on_duty})
            case ("away", person, first, length, cover) if person not in told.left:
                plan_away(db, told, uuid.uuid4(), (person, today + first * DAY, today + (first + length) * DAY, cover))
            case ("change", number, first, length, cover) if told.away:
                id_ = list(told.away)[number % len(told.away)]
                person, since, _, _ = told.away[id_]
                since = since if since <= today else today + first * DAY
                plan_away(db, told, id_, (person, since, max(since, today) + length * DAY, cover))
            case ("back", number) if told.away:
                id_ = list(told.away)[number % len(told.away)]
                away.cancel(db, told.council, told.people[told.away.pop(id_)[0]], id_)
            case ("hand over", person, to, leaves) if person not in told.left and to not in {person, *told.left}:
                leaving.hand_over(
                    db, manager, told.people[person], None if to is None else told.people[to], leaves=leaves
                )
                told.advisers = [to if one == person else one for one in told.advisers]
                told.left |= {person} if leaves else set()
            case ("end", space) if space not in told.ended:
                ending.end_as_manager(db, manager, told.spaces[space])
                told.ended.add(space)
            case ("open again", space) if space in told.ended:
                ending.open_again(db, manager, told.spaces[space])
                told.ended.remove(space)
                told.advisers[space] = None


def join(told: Told, person: int) -> None:
    """Whoever was invited joins, which takes transactions of its own."""
    if person in told.invited - told.left:
        crowd.join(told.people[person])
        told.invited.remove(person)


def plan_away(db: Session, told: Told, id_: uuid.UUID, plan: tuple[int, date, date, int | None]) -> None:
    person, since, until, cover = plan
    chosen = Plan(since, until, None if cover is None else told.people[cover])
    try:
        away.put(db, told.council, told.people[person], id_, chosen)
    except Problem:
        # It overlaps, is over, or names oneself: refused, and nothing changed.
        return
    told.away[id_] = plan


def check(told: Told, moment: datetime) -> None:
    with clock.fixed(moment), get_db().read() as db:
        inside = {person: {one.space.id for one in spaces_of(db, id_)} for person, id_ in enumerate(told.people)}
        for number, space in enumerate(told.spaces):
            now = {person for person, spaces in inside.items() if space in spaces}
            assert now == told.readers(number, moment), (number, moment, told)
        found = [one.space.id for id_ in told.people for one in spaces_of(db, id_)]
        assert len(found) == sum(map(len, inside.values())), "nobody stands twice in a space"


@settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(invited=st.frozensets(who, max_size=2), first=first_steps, said=st.lists(steps, min_size=3, max_size=14))
def test_whoever_is_inside_is_who_the_plans_say(
    app: Flask, invited: frozenset[int], first: tuple[Any, ...], said: list[tuple[Any, ...]]
) -> None:
    """`invited`: those who have not joined yet, and so read nothing although they stand in a space."""
    moment = START
    with clock.fixed(moment):
        told = make_council(invited)
    for step in (*first, *said):
        if step[0] == "wait":
            moment += timedelta(hours=step[1])
            continue
        with clock.fixed(moment):
            if step[0] == "join":
                join(told, step[1])
            else:
                do(told, step)
        check(told, moment)
    # What was worked out ahead holds by itself from then on.
    for hours in range(1, 14 * 24, 12):
        check(told, moment + timedelta(hours=hours))
    check(told, moment + 20 * DAY)


def test_a_space_that_ends_is_left_alone(app: Flask) -> None:
    with clock.fixed(START):
        told = make_council()
        with get_db().write() as db:
            db.get_one(Space, told.spaces[0]).ended_at = clock.now()
        do(told, ("duty", frozenset({1})))
        with get_db().read() as db:
            assert [one.space.id for one in spaces_of(db, told.people[1])] == [told.spaces[1]]
