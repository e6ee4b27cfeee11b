"""Several devices with wrong clocks, shuffled queues, lost answers, restored backups: all end the same, nothing lost.

The short form runs always; FOOTING_FULL=1 runs the long one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from tests.support import crowd
from tests.support.care import Care, make_care
from tests.support.device import Device, Operation
from tests.support.places import Place, keep, put_back
from webapp.core import clock
from webapp.core.db import get_db
from webapp.sync import outgoing
from webapp.sync.models import ServerState
from webapp.sync.service import new_epoch

from . import messages_model, pledge_model, reminders_model
from .dates_rules import BEGINNINGS, deeds, too_early_to_be_held
from .machine_words import (
    ANSWERS,
    GOT,
    ITEMS,
    LEVELS,
    MINE,
    NAMED,
    PAPERS,
    PROMISES,
    SAID,
    SEASON,
    SIGNED,
    SKILLS,
    note_bodies,
    paper_bodies,
    wrong_clocks,
)
from .model import Model, expected, seen_by

FULL = os.environ.get("FOOTING_FULL") == "1"
START = datetime(2026, 11, 22, 9, tzinfo=UTC)
phones = st.integers(0, 1)
anyone = st.integers(0, 2)


@dataclass
class Bench:
    """An app with its people, and a place to which each example's database goes back."""

    app: Flask
    place: Place
    care: Care
    second_phone: crowd.Phone


@pytest.fixture
def bench(placed_app: Flask, place: Place, monkeypatch: pytest.MonkeyPatch) -> Bench:
    # Small pages, so that the cut between two numbers is tried all the time.
    monkeypatch.setattr(outgoing, "PAGE_ROWS", 3)
    with clock.fixed(START):
        care = make_care(placed_app)
        bench = Bench(placed_app, place, care, crowd.add_phone(placed_app, care.maya))
    keep(get_db(), place, "pristine")
    return bench


class Machine(RuleBasedStateMachine):
    """Maya on two phones and her adviser Sam on one, against the server and the model of it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench, self.care, self.space = bench, bench.care, bench.care.space
        put_back(get_db(), bench.place, "pristine")
        self.time = START + timedelta(minutes=1)
        self.model = Model()
        self.backup: Model | None = None
        self.made_marks: set[str] = set()
        self.made_requests: set[str] = set()
        self.made_messages: set[str] = set()
        self.devices: list[Device] = []

    @initialize(wrong=st.tuples(wrong_clocks, wrong_clocks, wrong_clocks))
    def switch_on(self, wrong: tuple[timedelta, timedelta, timedelta]) -> None:
        care = self.care
        phones = [(care.maya_phone, care.maya), (self.bench.second_phone, care.maya), (care.sam_phone, care.sam)]
        self.devices = [
            Device(phone, person.id, lambda: self.time, off) for (phone, person), off in zip(phones, wrong, strict=True)
        ]

    @rule(who=phones, skill=st.sampled_from(SKILLS), level=st.sampled_from(LEVELS))
    def mark(self, who: int, skill: str, level: str) -> None:
        made = self.devices[who].do(self.space, "passport.mark", skill=skill, level=level)
        self.made_marks.add(made["id"])

    @rule(who=phones, skill=st.sampled_from(SKILLS), body=note_bodies.filter(bool))
    def note(self, who: int, skill: str, body: dict[str, Any]) -> None:
        self.devices[who].do(self.space, "passport.note", skill=skill, **body)

    @rule(who=phones, paper=st.sampled_from(PAPERS), body=paper_bodies.filter(bool))
    def paper(self, who: int, paper: str, body: dict[str, Any]) -> None:
        self.devices[who].do(self.space, "passport.paper", paper=paper, **body)

    @rule(skill=st.sampled_from(SKILLS), level=st.sampled_from(SIGNED))
    def sign_off(self, skill: str, level: str) -> None:
        self.devices[2].do(self.space, "passport.sign_off", skill=skill, level=level)

    @precondition(lambda self: self.devices and self.devices[2].rows(self.space, "sign_offs"))
    @rule(data=st.data(), reason=st.sampled_from(("wrong skill", "wrong person")))
    def withdraw(self, data: st.DataObject, reason: str) -> None:
        seen = sorted(self.devices[2].rows(self.space, "sign_offs"))
        sign_off = data.draw(st.sampled_from(seen))
        self.devices[2].do(self.space, "passport.sign_off_withdraw", sign_off=sign_off, reason=reason)

    @rule(who=phones, need=st.sampled_from(("a bed", "a coat")))
    def ask(self, who: int, need: str) -> None:
        made = self.devices[who].do(self.space, "request.make", entitlement="any-right", title="Any right", need=need)
        self.made_requests.add(made["id"])

    @precondition(lambda self: any(device.rows(self.space, "requests") for device in self.devices))
    @rule(who=anyone, data=st.data(), body=st.sampled_from(ANSWERS), mine=st.sampled_from(MINE))
    def say_of_a_request(self, who: int, data: st.DataObject, body: dict[str, str], mine: tuple[str, Any]) -> None:
        seen = sorted(self.devices[who].rows(self.space, "requests"))
        if not seen:
            return
        kind, body = ("request.step", body) if who == 2 else mine
        self.devices[who].do(self.space, kind, request=data.draw(st.sampled_from(seen)), **body)

    @rule(who=phones, item=st.sampled_from(ITEMS), body=st.sampled_from(GOT))
    def write_down_what_was_received(self, who: int, item: str, body: dict[str, Any] | None) -> None:
        kind = "spend.put" if body else "spend.remove"
        self.devices[who].do(self.space, kind, item=item, **(body or {}))

    @rule(who=phones, promise=st.sampled_from(PROMISES), said=st.sampled_from(SAID))
    def rate(self, who: int, promise: str, said: dict[str, str]) -> None:
        self.devices[who].do(self.space, pledge_model.KIND, promise=promise, season=SEASON, **said)

    @rule(who=anyone, data=st.data())
    def begin_a_date(self, who: int, data: st.DataObject) -> None:
        kind, body = data.draw(st.sampled_from(BEGINNINGS[who != 2]))
        self.devices[who].do(self.space, kind, **body)

    @precondition(lambda self: any(device.rows(self.space, "dates") for device in self.devices))
    @rule(who=anyone, data=st.data())
    def do_something_with_a_date(self, who: int, data: st.DataObject) -> None:
        deed = data.draw(deeds(self.devices[who], self.space, owner=who != 2))
        if deed is not None:
            self.devices[who].do(self.space, deed[0], **deed[1])

    @rule(body=st.sampled_from(reminders_model.MAKES))
    def remind(self, body: dict[str, Any]) -> None:
        self.devices[2].do(self.space, "reminder.make", **body)

    @precondition(lambda self: any(device.rows(self.space, "reminders") for device in self.devices))
    @rule(who=anyone, data=st.data())
    def say_of_a_reminder(self, who: int, data: st.DataObject) -> None:
        rows = self.devices[who].rows(self.space, "reminders")
        if not rows:
            return
        row = rows[data.draw(st.sampled_from(sorted(rows)))]
        if who == 2:
            self.devices[who].do(self.space, "reminder.cancel", reminder=row["id"])
        else:
            on = data.draw(st.sampled_from(reminders_model.days_of(row)))
            self.devices[who].do(self.space, "reminder.seen", reminder=row["id"], on=on)

    @rule(who=anyone, data=st.data())
    def talk(self, who: int, data: st.DataObject) -> None:
        rows = self.devices[who].rows(self.space, "messages")
        kind, body = data.draw(messages_model.deeds(rows, owner=who != 2))
        made = self.devices[who].do(self.space, kind, **body)
        self.made_messages |= {made["id"]} if kind == "message.send" else set()

    @rule(milliseconds=st.integers(0, 12 * 3_600_000))
    def time_passes(self, milliseconds: int) -> None:
        self.time += timedelta(milliseconds=milliseconds)

    @rule(who=anyone)
    def sync(self, who: int) -> None:
        self.exchange(self.devices[who])

    @rule(who=anyone)
    def the_answer_is_lost(self, who: int) -> None:
        self.exchange(self.devices[who], lost=True)

    @rule(who=anyone)
    def come_up_to_date(self, who: int) -> None:
        self.settle(self.devices[who])
        self.compare(self.devices[who])

    @rule(who=anyone, data=st.data())
    def the_queue_is_shuffled_and_repeated(self, who: int, data: st.DataObject) -> None:
        device = self.devices[who]
        sent = data.draw(st.permutations(device.queue + device.kept[-3:] + device.queue[:2]))
        self.hand_over(device, {"account": str(device.account), "cursors": {}, "operations": list(sent)})

    @rule()
    def make_a_backup(self) -> None:
        keep(get_db(), self.bench.place, "backup")
        self.backup = self.model.copy()

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore_the_backup(self) -> None:
        assert self.backup is not None
        # As `flask restore` does: the number goes on from the database that is replaced, even within one second.
        with get_db().read() as db:
            replaced = db.scalars(select(ServerState.epoch)).one()
        put_back(get_db(), self.bench.place, "backup")
        with self.server_time(), get_db().write() as db:
            new_epoch(db, after=replaced)
        self.model = self.backup.copy()

    def teardown(self) -> None:
        """Everyone comes online twice: what one device had to wait for, another has sent by then."""
        for device in self.devices * 3:
            self.settle(device)
        for device in self.devices:
            self.compare(device)
            assert not device.queue
            refused = [one for one in device.refused if not too_early_to_be_held(one)]
            assert [one for one in refused if one["kind"] != pledge_model.KIND] == []
        if self.devices:
            assert self.made_marks == set(self.devices[0].rows(self.space, "marks"))
            assert self.made_requests == set(self.devices[0].rows(self.space, "requests"))
            assert self.made_messages == set(self.devices[0].rows(self.space, "messages"))

    def exchange(self, device: Device, *, lost: bool = False) -> None:
        answer = self.hand_over(device, device.request())
        if not lost:
            device.hear(answer)

    def hand_over(self, device: Device, request: dict[str, Any]) -> Any:
        """Let the server work on a request, and tell the model of each operation that it took."""
        with self.server_time():
            response = device.phone.post(request)
        assert response.status_code == 200, response.json
        for operation, outcome in zip(request["operations"], response.json["outcomes"], strict=True):
            self.check_outcome(operation, outcome, owner=device.account == self.care.maya.id)
        return response.json

    def check_outcome(self, operation: Operation, outcome: dict[str, Any], *, owner: bool) -> None:
        assert outcome["id"] == operation["id"]
        if operation["kind"] == pledge_model.KIND:
            too_early = pledge_model.out_of_season(operation["body"], operation["made_at"], self.time)
            assert (outcome["outcome"] == "refused") is too_early, outcome
            if too_early:
                return
        if outcome["outcome"] == "refused" and too_early_to_be_held(operation):
            assert outcome["problem"]["type"].endswith((":not-yet", ":not-valid")), outcome
        elif outcome["outcome"] == "refused":
            assert outcome["problem"]["type"].endswith(":not-yet"), outcome
            named = [operation["body"].get(name) for name in NAMED]
            assert any(about and about not in self.model.told for about in named)
        else:
            self.model.tell(operation, self.time, owner=owner)

    def settle(self, device: Device) -> None:
        for _ in range(60):
            waiting = len(device.queue)
            self.exchange(device)
            if not device.unread and len(device.queue) in (0, waiting):
                return
        raise AssertionError("the device does not come to rest")

    def compare(self, device: Device) -> None:
        owner = device.account == self.care.maya.id
        assert seen_by(device.rows, self.space) == expected(self.model, owner=owner)

    @contextmanager
    def server_time(self) -> Iterator[None]:
        with clock.fixed(self.time):
            yield


def test_all_devices_end_the_same_and_the_history_is_complete(bench: Bench) -> None:
    short = settings(max_examples=12 if get_db().sqlite else 5, stateful_step_count=25)
    # On PostgreSQL each example copies whole databases, which takes seconds.
    long = settings(max_examples=100 if get_db().sqlite else 40, stateful_step_count=50)
    calm = settings(long if FULL else short, deadline=None, suppress_health_check=list(HealthCheck))

    class Placed(Machine):
        def __init__(self) -> None:
            super().__init__(bench)

    run_state_machine_as_test(Placed, settings=calm)
