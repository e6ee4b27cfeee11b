"""The protocol: pages, cursors, several spaces, and what an idle sync costs. On SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.support import crowd
from tests.support.care import Care, make_care, operation
from tests.support.device import Device
from tests.support.statements import statements_of
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.sync import outgoing
from webapp.sync.models import Operation
from webapp.sync.registry import Collection, Row, View, Window, get_registry
from webapp.sync.service import new_epoch


@pytest.fixture
def care(placed_app: Flask) -> Care:
    return make_care(placed_app)


def marks(care: Care, count: int) -> list[dict[str, Any]]:
    levels = ("not_yet", "with_help", "on_my_own", "can_show")
    return [
        operation(care.space, "passport.mark", skill=f"home-{number % 12 + 1:02}", level=levels[number % 4])
        for number in range(count)
    ]


def test_an_idle_sync_of_a_young_person_costs_two_statements_and_400_bytes(care: Care) -> None:
    care.send(care.maya, *marks(care, 3))
    cursor = (care.epoch(care.maya), care.seq())
    with statements_of(get_db()) as statements:
        response = care.send(care.maya, cursor=cursor)
    assert len(statements) <= 2, statements
    assert len(response.data) <= 400
    (part,) = response.json["spaces"]
    assert part == {"id": str(care.space), "epoch": cursor[0], "seq": cursor[1], "more": False, "changes": {}}
    assert response.headers["Cache-Control"] == "no-store"


def test_a_sync_reads_only_the_collections_that_changed(care: Care) -> None:
    care.send(care.maya, *marks(care, 3))
    cursor = (care.epoch(care.maya), care.seq())
    care.send(care.maya, operation(care.space, "passport.mark", skill="home-12", level="with_help"))
    with statements_of(get_db()) as statements:
        (part,) = care.send(care.maya, cursor=cursor).json["spaces"]
    assert set(part["changes"]) == {"skills", "marks"}
    # An idle sync's two, the question what changed, and the two that did.
    assert len(statements) <= 5, statements
    # Only the space's own row, which is there already, needs no question.
    assert [one.name for one in get_registry().collections.values() if not one.numbers] == ["profile"]


def test_500_offline_marks_are_flushed_in_one_request(care: Care) -> None:
    answer = care.send(care.maya, *marks(care, 500)).json
    assert {outcome["outcome"] for outcome in answer["outcomes"]} <= {"applied", "superseded"}
    assert len({row["id"] for row in all_rows(care, "marks")}) == 500


def all_rows(care: Care, collection: str, page: int = 0) -> list[dict[str, Any]]:
    """All pages of a collection, each row as often as it was sent."""
    rows: list[dict[str, Any]] = []
    cursor: tuple[int, int] | None = None
    while True:
        (part,) = care.send(care.maya, cursor=cursor).json["spaces"]
        rows += part["changes"].get(collection, [])
        count = sum(len(changes) for changes in part["changes"].values())
        assert page == 0 or count <= page + 2, "no more than the rows of one number over the page"
        assert cursor is None or part["seq"] > cursor[1]
        cursor = (part["epoch"], part["seq"])
        if not part["more"]:
            return rows


@pytest.mark.parametrize("page", [1, 2, 3, 7, 500])
def test_pages_are_cut_between_two_numbers_and_skip_nothing(
    care: Care, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    operations = marks(care, 20)
    care.send(care.maya, *operations)
    whole = care.part(care.maya)["changes"]
    monkeypatch.setattr(outgoing, "PAGE_ROWS", page)
    for name, rows in whole.items():
        assert all_rows(care, name, page) == rows


def test_a_number_with_more_rows_than_a_page_is_not_torn(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    seqs = [2, 3, 3, 3, 3, 3, 4]

    def read(_view: View, window: Window) -> list[Row]:
        rows = [{"id": str(at), "seq": seq} for at, seq in enumerate(seqs) if window.after < seq <= window.upto]
        return rows[: window.limit]

    get_registry().add_collection(Collection("many", read))
    care.send(care.maya, *marks(care, 4))
    monkeypatch.setattr(outgoing, "PAGE_ROWS", 2)
    assert [row["id"] for row in all_rows(care, "many")] == [str(at) for at in range(len(seqs))]


def test_an_adviser_has_several_spaces_and_what_does_not_fit_comes_next(
    care: Care, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd.assign(care.ali, care.sam)
    care.send(care.maya, *marks(care, 6))
    monkeypatch.setattr(outgoing, "ANSWER_ROWS", 5)
    device = Device(care.sam_phone, care.sam.id, clock.now)
    first = device.sync().json
    assert [part["more"] for part in first["spaces"]] == [True, True]
    device.settle()
    assert care.ali.space
    assert len(device.rows(care.space, "marks")) == 6
    assert device.rows(care.ali.space, "profile")[str(care.ali.space)]["name"] == "Ali"


def test_a_manager_or_an_adviser_without_young_people_has_no_space(care: Care) -> None:
    manager = crowd.add_person("Morgan", Role.MANAGER)
    answer = crowd.add_phone(care.app, manager).post({"account": str(manager.id)}).json
    assert (answer["spaces"], answer["ended"], answer["outcomes"]) == ([], [], [])


def test_a_new_epoch_is_never_one_that_a_device_has_seen(care: Care) -> None:
    with get_db().write() as db:
        first = new_epoch(db)
        second = new_epoch(db)
        third = new_epoch(db, after=second + 10)
    assert first < second < third
    assert first >= int(clock.now().timestamp()) - 60
    assert third == second + 11
    assert care.epoch(care.maya) == third


def test_only_the_hash_of_a_body_is_kept(care: Care) -> None:
    note = operation(care.space, "passport.note", skill="home-09", text="only mine")
    care.send(care.maya, note)
    with get_db().read() as db:
        (row,) = db.execute(select(Operation.__table__)).all()
    assert "only mine" not in str(row)
    assert len(row.body_mac) == 32


def test_the_same_flush_twice_at_the_same_moment_doubles_nothing(care: Care) -> None:
    operations = marks(care, 12)
    answers: list[Any] = []
    phones = [crowd.add_phone(care.app, care.maya) for _ in range(3)]
    body = {"account": str(care.maya.id), "cursors": {}, "operations": operations}
    threads = [threading.Thread(target=lambda phone=phone: answers.append(phone.post(body))) for phone in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcomes = [answer.json["outcomes"] for answer in answers]
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert len(care.rows(care.maya, "marks")) == 12


def test_a_device_with_a_wrong_clock_is_corrected_by_the_first_answer(care: Care) -> None:
    device = Device(care.maya_phone, care.maya.id, clock.now, timedelta(days=-400))
    device.settle()
    made = device.do(care.space, "passport.mark", skill="home-09", level="with_help")
    assert abs(clock.now() - datetime.fromisoformat(made["made_at"])) < timedelta(minutes=1)
