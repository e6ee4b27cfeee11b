"""Notes: private until shared, sealed in the database, and gone from the adviser's phone when taken back."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.support import crowd
from tests.support.care import Care, operation
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.passport.models import SkillNote
from webapp.sync import outgoing

SKILL = "home-09"
count = iter(range(1, 1000))


def note(care: Care, **body: Any) -> None:
    """Maya writes; each time a millisecond later."""
    made = operation(care.space, "passport.note", f"2026-11-20T09:00:00.{next(count):03}Z", skill=SKILL, **body)
    assert care.outcome(care.maya, made)["outcome"] == "applied"


def shown(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["id"], row.get("text"), row.get("shared"), row.get("deleted", False)) for row in rows]


def test_a_private_note_never_reaches_the_adviser(care: Care) -> None:
    start = care.seq()
    note(care, text="only mine")
    note(care, text="still mine")
    note(care, shared=False)
    assert shown(care.rows(care.maya, "notes")) == [(SKILL, "still mine", False, False)]
    assert care.rows(care.sam, "notes") == []
    assert care.part(care.sam, start)["changes"] == {}


def test_a_shared_note_reaches_the_adviser_and_so_do_its_edits(care: Care) -> None:
    note(care, text="look")
    note(care, shared=True)
    assert shown(care.rows(care.sam, "notes")) == [(SKILL, "look", True, False)]
    start = care.seq()
    note(care, text="look again")
    assert shown(care.rows(care.sam, "notes", start)) == [(SKILL, "look again", True, False)]


def test_taking_back_sends_a_tombstone_and_later_edits_nothing(care: Care) -> None:
    note(care, text="look", shared=True)
    had_it = care.seq()
    note(care, shared=False)
    taken_back = care.seq()
    assert care.rows(care.sam, "notes", had_it) == [{"id": SKILL, "seq": taken_back, "deleted": True}]
    note(care, text="mine again")
    after = care.seq()
    assert shown(care.rows(care.sam, "notes", had_it)) == [(SKILL, None, None, True)]
    assert care.rows(care.sam, "notes", after - 1) == []
    note(care, shared=True)
    assert shown(care.rows(care.sam, "notes", after)) == [(SKILL, "mine again", True, False)]


def test_shared_and_taken_back_between_two_visits_says_nothing(care: Care) -> None:
    before = care.seq()
    note(care, text="look", shared=True)
    note(care, shared=False)
    assert care.rows(care.sam, "notes", before) == []


def test_one_who_missed_the_second_sharing_still_loses_the_first(care: Care) -> None:
    note(care, text="look", shared=True)
    had_it = care.seq()
    for shared in (False, True, False):
        note(care, shared=shared)
    assert shown(care.rows(care.sam, "notes", had_it)) == [(SKILL, None, None, True)]


def test_a_new_adviser_hears_nothing_of_what_was_taken_back(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    note(care, text="look", shared=True)
    note(care, shared=False)
    robin = crowd.add_person("Robin", Role.ADVISER)
    phone = crowd.add_phone(care.app, robin)
    crowd.assign(care.maya, robin)
    monkeypatch.setattr(outgoing, "PAGE_ROWS", 1)
    for after in (None, *range(care.seq() + 1)):
        cursors = {str(care.space): {"epoch": care.epoch(care.maya), "seq": after}} if after is not None else {}
        answer = phone.post({"account": str(robin.id), "cursors": cursors}).json
        assert "notes" not in answer["spaces"][0]["changes"]


def test_an_adviser_who_left_and_came_back_still_loses_what_was_taken_back(care: Care) -> None:
    note(care, text="look", shared=True)
    had_it = care.seq()
    crowd.assign(care.maya, None)
    note(care, shared=False)
    crowd.assign(care.maya, care.sam)
    assert shown(care.rows(care.sam, "notes", had_it)) == [(SKILL, None, None, True)]


def test_text_and_sharing_are_two_registers(care: Care) -> None:
    late = operation(care.space, "passport.note", "2026-11-21T09:00:00.000Z", skill=SKILL, text="late")
    early = operation(care.space, "passport.note", "2026-11-20T09:00:00.000Z", skill=SKILL, text="early", shared=True)
    older = operation(care.space, "passport.note", "2026-11-19T09:00:00.000Z", skill=SKILL, text="old", shared=False)
    outcomes = care.send(care.maya, late, early, older).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["applied", "applied", "superseded"]
    assert shown(care.rows(care.sam, "notes")) == [(SKILL, "late", True, False)]


@pytest.mark.parametrize(
    "body",
    [
        {"text": "x" * 2001},
        {"text": None},
        {"text": 7},
        {"text": "\ud83d"},
        {"shared": 1},
        {"shared": "true"},
        {"shared": None},
        {},
        {"skill": "home-99", "text": "x"},
        {"text": "x", "colour": "red"},
    ],
)
def test_a_bad_note_is_refused_whole(care: Care, body: dict[str, Any]) -> None:
    made = operation(care.space, "passport.note", **({"skill": SKILL} | body))
    outcome = care.outcome(care.maya, made)
    assert outcome["problem"]["type"] == "urn:footing:problem:not-valid"
    assert care.rows(care.maya, "notes") == []


def test_the_longest_note_in_any_script_comes_back_as_it_was(care: Care) -> None:
    text = ("سلام ሰላም 😀\n" * 200)[:2000]
    note(care, text=text)
    assert care.rows(care.maya, "notes")[0]["text"] == text


def test_a_note_is_sealed_to_its_place(care: Care) -> None:
    note(care, text="only mine")
    with get_db().read() as db:
        sealed = db.scalars(select(SkillNote.text)).one()
    assert sealed is not None
    assert b"only mine" not in sealed
    with get_db().write() as db:
        db.execute(update(SkillNote).values(skill="home-01"))
    assert care.send(care.maya).status_code == 500


def test_a_note_of_another_space_is_out_of_reach(care: Care) -> None:
    note(care, text="look", shared=True)
    made = operation(care.space, "passport.note", skill=SKILL, text="not mine")
    assert care.outcome(care.ali, made | {"id": str(uuid.uuid4())})["problem"]["status"] == 404
    assert care.part(care.ali) is None
