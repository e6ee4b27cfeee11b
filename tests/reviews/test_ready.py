"""Getting ready for a review, and what comes of it: what was agreed, and whether the plan is right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.care import MADE, Care
from webapp.reviews.rules import HEADINGS

from .planning import at, code, do, nobody, only, own, planned, refusal, steps_of, waiting

FEEL = {"heading": "finances", "face": 2, "words": "I worry.", "want": "A plan for rent.", "change": "Pay day."}
AGREED = {"what": "Apply for the bursary", "who": "me", "who_words": "", "by": "2027-02-01"}


def test_it_is_private_until_shared(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    before = care.seq()
    do(care, care.maya, "prepare.put", at(1), date=date, **FEEL)
    row = only(care, care.maya, "preparations")
    expected = FEEL | {"id": f"{date}/finances", "date": date, "shared": False, "made_at": at(1)}
    assert row == expected | {"seq": row["seq"]}
    assert care.rows(care.sam, "preparations", before) == []
    assert care.rows(care.sam, "preparations") == []


def test_one_heading_is_shared_and_taken_back(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    do(care, care.maya, "prepare.put", at(1), date=date, **FEEL)
    do(care, care.maya, "prepare.put", at(1), date=date, **(FEEL | {"heading": "career", "words": "Secret."}))
    do(care, care.maya, "prepare.share", at(2), date=date, heading="finances", shared=True)
    assert only(care, care.sam, "preparations")["want"] == "A plan for rent."
    read = care.seq()
    do(care, care.maya, "prepare.share", at(3), date=date, heading="finances", shared=False)
    (tombstone,) = care.rows(care.sam, "preparations", read)
    assert tombstone == {"id": f"{date}/finances", "seq": tombstone["seq"], "deleted": True}
    assert care.rows(care.sam, "preparations") == []
    assert {row["id"] for row in care.rows(care.maya, "preparations")} == {f"{date}/finances", f"{date}/career"}


def test_all_is_shared_also_what_is_written_later(care: Care) -> None:
    date = planned(care)
    do(care, care.maya, "prepare.share", at(1), date=date, heading=None, shared=True)
    do(care, care.maya, "prepare.put", at(2), date=date, **FEEL)
    rows = {row["heading"]: row for row in care.rows(care.sam, "preparations")}
    assert set(rows) == set(HEADINGS)
    assert (rows["finances"]["words"], rows["career"]["face"], rows["career"]["words"]) == ("I worry.", None, "")
    do(care, care.maya, "prepare.share", at(3), date=date, heading="finances", shared=False)
    assert "finances" not in {row["heading"] for row in care.rows(care.sam, "preparations")}
    read = care.seq()
    do(care, care.maya, "prepare.share", at(4), date=date, heading=None, shared=False)
    tombstones = care.rows(care.sam, "preparations", read)
    assert all(row["deleted"] for row in tombstones)
    assert care.rows(care.sam, "preparations") == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("prepare.put", FEEL),
        ("prepare.share", {"heading": None, "shared": True}),
        ("plan.answer", {"agree": True, "words": ""}),
    ],
)
def test_it_is_the_young_persons_to_write(care: Care, kind: str, body: dict[str, Any]) -> None:
    assert code(refusal(care, care.sam, kind, at(1), date=planned(care), **body)) == "not-allowed"


def test_what_was_agreed_is_seen_by_both_and_each_is_reminded_of_theirs(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    steps = ("-14d", "-3d", "morning")
    sides = {"me": ("young_person",), "adviser": ("adviser",), "other": ("young_person", "adviser")}
    for who, to in sides.items():
        made = do(care, care.sam, "agreement.put", date=date, agreement=None, **(AGREED | {"who": who}))
        assert steps_of(f"agreement:{made}") == {(side, step) for side in to for step in steps}
        for person in (care.maya, care.sam):
            row = next(row for row in care.rows(person, "agreements") if row["id"] == made)
            expected = AGREED | {"id": made, "date": date, "who": who, "done": False, "made_at": MADE}
            assert row == expected | {"by_name": "Sam", "by_owner": False, "seq": row["seq"]}
    urls = {url for *_, url in waiting(f"agreement:{made}")}
    assert urls == {f"/dates/{date}/after", f"/people/{care.space}/dates/{date}"}


def test_done_ends_the_reminder_and_not_done_brings_it_back(either_care: Care) -> None:
    care = either_care
    made = do(care, care.sam, "agreement.put", date=planned(care), agreement=None, **AGREED)
    cause = f"agreement:{made}"
    do(care, care.maya, "agreement.done", at(1), agreement=made, done=True)
    assert (only(care, care.sam, "agreements")["done"], steps_of(cause)) == (True, set())
    do(care, care.sam, "agreement.done", at(2), agreement=made, done=False)
    assert len(steps_of(cause)) == 3
    assert only(care, care.maya, "agreements")["made_at"] == at(2)


def test_a_correction_is_whole_and_moves_the_reminder(care: Care) -> None:
    date = planned(care)
    made = do(care, care.sam, "agreement.put", date=date, agreement=None, **AGREED)
    new = {"what": "Ask the college", "who": "adviser", "who_words": "", "by": "2026-11-24"}
    do(care, care.sam, "agreement.put", at(1), date=date, agreement=made, **new)
    row = only(care, care.maya, "agreements")
    assert {name: row[name] for name in new} == new
    assert steps_of(f"agreement:{made}") == {("adviser", "morning")}
    do(care, care.sam, "agreement.put", at(2), date=date, agreement=made, **(new | {"by": None}))
    assert steps_of(f"agreement:{made}") == set()


def test_an_agreement_that_is_not_here_may_still_come(care: Care) -> None:
    date, other = planned(care), planned(care)
    made = do(care, care.sam, "agreement.put", date=date, agreement=None, **AGREED)
    assert code(refusal(care, care.sam, "agreement.put", at(1), date=date, agreement=nobody(), **AGREED)) == "not-yet"
    assert code(refusal(care, care.sam, "agreement.put", at(1), date=other, agreement=made, **AGREED)) == "not-yet"
    assert code(refusal(care, care.maya, "agreement.done", at(1), agreement=nobody(), done=True)) == "not-yet"
    alis = {"id": nobody(), "space": str(care.ali.space), "kind": "agreement.done", "made_at": MADE}
    outcome = care.outcome(care.ali, alis | {"body": {"agreement": made, "done": True}})
    assert code(outcome["problem"]) == "not-yet"


def test_only_supporters_write_what_was_agreed(care: Care) -> None:
    body = {"date": planned(care), "agreement": None}
    assert code(refusal(care, care.maya, "agreement.put", at(1), **(AGREED | body))) == "not-allowed"


def test_i_agree_or_i_do_not_because(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    do(care, care.maya, "plan.answer", at(1), date=date, agree=False, words="Nobody asked where I want to live.")
    row = only(care, care.sam, "plan_answers")
    expected = {"id": date, "agree": False, "words": "Nobody asked where I want to live.", "made_at": at(1)}
    assert row == expected | {"seq": row["seq"]}
    do(care, care.maya, "plan.answer", at(2), date=date, agree=True, words="")
    row = only(care, care.maya, "plan_answers")
    assert (row["agree"], row["words"], row["made_at"]) == (True, "", at(2))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("prepare.put", {"heading": "love"}),
        ("prepare.put", {"face": 0}),
        ("prepare.put", {"face": 6}),
        ("prepare.put", {"face": "3"}),
        ("prepare.put", {"words": "x" * 2001}),
        ("prepare.share", {"heading": "love", "shared": True}),
        ("prepare.share", {"heading": None, "shared": "yes"}),
        ("plan.answer", {"agree": 1, "words": ""}),
    ],
)
def test_what_is_refused_of_getting_ready(care: Care, kind: str, wrong: dict[str, Any]) -> None:
    date = planned(care)
    body = FEEL | wrong if kind == "prepare.put" else wrong
    assert code(refusal(care, care.maya, kind, at(1), date=date, **body)) == "not-valid"


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": " "},
        {"who": "the council"},
        {"by": "2026-11-19"},
        {"by": "2027-02-29"},
        {"by": "2207-02-01"},
        {"who_words": "x" * 121},
    ],
)
def test_what_is_refused_of_an_agreement(care: Care, wrong: dict[str, Any]) -> None:
    body = AGREED | {"date": planned(care), "agreement": None} | wrong
    assert code(refusal(care, care.sam, "agreement.put", at(1), **body)) == "not-valid"


def test_an_own_date_has_nothing_agreed(care: Care) -> None:
    body = AGREED | {"date": own(care, shared=True), "agreement": None}
    assert code(refusal(care, care.sam, "agreement.put", at(1), **body)) == "not-allowed"
