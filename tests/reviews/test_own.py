"""Dates of one's own: private unless shared, and a share taken back is gone for whoever had it, and for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.support import crowd
from tests.support.care import MADE, Care, operation
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.reviews.models import Agreement, DateStep, PlanAnswer, Preparation, ReviewDate

from .planning import EXAM, WHEN, at, code, do, only, own, planned, refusal, steps_of


def test_it_is_mayas_alone(either_care: Care) -> None:
    care = either_care
    date = own(care)
    row = only(care, care.maya)
    expected = EXAM | {"id": date, "kind": "own", "with": "", "call": False, "state": "planned", "version": 1}
    expected |= {"shared": False, "proposed": None, "made_at": MADE, "by": "Maya", "by_owner": True}
    assert row == expected | {"seq": row["seq"]}
    part = care.part(care.sam)
    assert "dates" not in part["changes"]
    assert "date_steps" not in part["changes"]
    # Not even a tombstone, and not after further changes.
    seen = part["seq"]
    do(care, care.maya, "date.own_change", at(1), date=date, **(EXAM | {"title": "Physics exam", "shared": False}))
    do(care, care.maya, "date.own_cancel", at(2), date=date)
    assert care.rows(care.sam, "dates", seen) == []
    assert care.rows(care.sam, "dates") == []


def test_its_history_is_mayas_alone_even_while_it_is_shared(either_care: Care) -> None:
    care = either_care
    date = own(care, shared=True)
    later = EXAM | {"day": "2027-01-12", "time": None, "shared": True}
    do(care, care.maya, "date.own_change", at(1), date=date, **later)
    do(care, care.maya, "date.own_cancel", at(2), date=date)
    steps = sorted(care.rows(care.maya, "date_steps"), key=lambda step: step["at"])
    assert [(step["state"], step["day"], step["time"], step["by_owner"]) for step in steps] == [
        ("planned", "2027-01-11", "09:30", True),
        ("changed", "2027-01-12", None, True),
        ("cancelled", None, None, True),
    ]
    assert only(care, care.sam)["state"] == "cancelled"
    assert care.rows(care.sam, "date_steps") == []


def test_she_alone_is_reminded(care: Care) -> None:
    date = own(care, shared=True)
    assert steps_of(f"date:{date}") == {("young_person", step) for step in ("-14d", "-3d", "morning")}
    do(care, care.maya, "date.own_cancel", at(1), date=date)
    assert steps_of(f"date:{date}") == set()
    assert only(care, care.sam)["state"] == "cancelled"


def test_a_change_moves_the_reminders(care: Care) -> None:
    date = own(care)
    do(care, care.maya, "date.own_change", at(1), date=date, **(EXAM | {"day": "2026-11-24", "shared": False}))
    assert steps_of(f"date:{date}") == {("young_person", "morning")}
    assert only(care, care.maya)["version"] == 2


def test_shared_and_taken_back(either_care: Care) -> None:
    care = either_care
    date = own(care)
    do(care, care.maya, "date.own_change", at(1), date=date, **(EXAM | {"shared": True}))
    row = only(care, care.sam)
    assert (row["title"], row["place"], row["shared"]) == ("Maths exam", "College hall", True)
    read = care.seq()
    do(care, care.maya, "date.own_change", at(2), date=date, **(EXAM | {"shared": False}))
    (tombstone,) = care.rows(care.sam, "dates", read)
    assert tombstone == {"id": date, "seq": tombstone["seq"], "deleted": True}
    # A device that never had it, and an adviser who came later, hear nothing.
    assert care.rows(care.sam, "dates") == []
    with clock.fixed(datetime(2026, 11, 22, 10, tzinfo=UTC)):
        kim = crowd.add_person("Kim", Role.ADVISER)
        crowd.assign(care.maya, kim)
        phone = crowd.add_phone(care.app, kim)
        cursor = {str(care.space): {"epoch": care.epoch(care.maya), "seq": read}}
        (part,) = phone.post({"account": str(kim.id), "cursors": cursor}).json["spaces"]
    assert set(part["changes"]) == {"profile"}
    # Her own phone still has it.
    assert only(care, care.maya)["title"] == "Maths exam"


def test_sam_changes_none_of_it(care: Care) -> None:
    hidden, shown = own(care), own(care, shared=True)
    for kind, body in (
        ("date.move", WHEN),
        ("date.mark", {"state": "held", "words": ""}),
        ("date.decline", {"words": ""}),
        ("agreement.put", {"agreement": None, "what": "x", "who": "me", "who_words": "", "by": None}),
    ):
        # One that he cannot see looks like one that is not there.
        assert code(refusal(care, care.sam, kind, at(1), date=hidden, **body)) == "not-yet"
        assert code(refusal(care, care.sam, kind, at(1), date=shown, **body)) == "not-allowed"
    for kind, body in (
        ("date.own", EXAM | {"shared": False}),
        ("date.own_change", EXAM | {"shared": True, "date": hidden}),
        ("date.own_cancel", {"date": hidden}),
    ):
        assert code(refusal(care, care.sam, kind, at(1), **body)) == "not-allowed"
    assert {row["state"] for row in care.rows(care.maya, "dates")} == {"planned"}


def test_maya_treats_a_review_as_no_own_date_and_an_own_date_as_no_review(care: Care) -> None:
    review, mine = planned(care), own(care)
    change = EXAM | {"shared": False, "date": review}
    assert code(refusal(care, care.maya, "date.own_change", at(1), **change)) == "not-allowed"
    assert code(refusal(care, care.maya, "date.own_cancel", at(1), date=review)) == "not-allowed"
    assert code(refusal(care, care.maya, "date.propose", at(1), date=mine, **WHEN, words="")) == "not-allowed"
    prepare = {"heading": "career", "face": 3, "words": "", "want": "", "change": ""}
    assert code(refusal(care, care.maya, "prepare.put", at(1), date=mine, **prepare)) == "not-allowed"


def test_a_share_of_a_date_that_is_over_can_be_taken_back(care: Care) -> None:
    date = own(care, "2026-11-01T09:00:00.000Z", day="2026-11-02", shared=True)
    do(care, care.maya, "date.own_change", at(1), date=date, **(EXAM | {"day": "2026-11-02", "shared": False}))
    assert care.rows(care.sam, "dates") == []


def test_somebody_elses_own_date_is_not_here(care: Care) -> None:
    date = own(care, shared=True)
    assert care.ali.space is not None
    for kind, body in (("date.own_change", EXAM | {"shared": True}), ("date.own_cancel", {})):
        made = operation(care.ali.space, kind, **(body | {"date": date}))
        assert code(care.outcome(care.ali, made)["problem"]) == "not-yet"
    assert only(care, care.maya)["state"] == "planned"


@pytest.mark.parametrize("model", [ReviewDate, DateStep, Preparation, Agreement, PlanAnswer])
def test_no_words_lie_open_in_the_database(care: Care, model: type) -> None:
    date = planned(care, place="SECRET place", **{"with": "SECRET name"})
    own(care, title="SECRET title")
    do(care, care.maya, "date.propose", at(1), date=date, **WHEN, words="SECRET wish")
    secret = {"words": "SECRET", "want": "SECRET", "change": "SECRET"}
    do(care, care.maya, "prepare.put", at(1), date=date, heading="career", face=2, **secret)
    agreed = {"agreement": None, "what": "SECRET", "who": "other", "who_words": "SECRET", "by": None}
    do(care, care.sam, "agreement.put", at(2), date=date, **agreed)
    do(care, care.maya, "plan.answer", at(3), date=date, agree=False, words="SECRET")
    with get_db().read() as db:
        rows = db.execute(select(*model.__table__.columns)).all()  # type: ignore[attr-defined]
    assert rows
    assert "SECRET" not in repr(rows)
    assert "SECRET" in repr([care.rows(care.maya, name) for name in ("dates", "preparations", "plan_answers")])
