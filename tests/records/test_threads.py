"""The conversation as a record: a page to print and JSON, each message with a hash that covers the one before."""

from __future__ import annotations

import base64
import copy
import hashlib
from typing import Any

import pytest

from tests.messages.sending import PDF, taken
from tests.messages.writing import sent, withdraw
from tests.support.care import Care
from tests.support.crowd import add_person, add_phone
from tests.support.marked import TODAY
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.ending import end_again
from webapp.records import pages, threads
from webapp.spaces.models import Space

pytestmark = pytest.mark.usefixtures("on_one_day")

THREAD = "/api/v1/me/thread"


def record(care: Care) -> Any:
    answer = care.maya_phone.client.get(f"{THREAD}?as=json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return answer.json


def is_whole(entries: list[dict[str, Any]]) -> bool:
    """What anybody can check who has the file."""
    before = threads.FIRST
    for entry in entries:
        if entry["hash"] != threads.hash_of(entry, before):
            return False
        before = entry["hash"]
    return True


def test_it_has_every_message_and_a_chain_of_hashes(care: Care) -> None:
    file = taken(care, care.maya, PDF, "letter.pdf")
    sent(care, care.maya, "Can you help?", files=[file.id])
    sent(care, care.sam, "Yes 🙂")
    whole = record(care)
    entries = whole["messages"]
    assert [(entry["by"], entry["body"]) for entry in entries] == [("Maya", "Can you help?"), ("Sam", "Yes 🙂")]
    assert entries[0]["files"][0]["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert (whole["name"], whole["last_hash"]) == ("Maya", entries[-1]["hash"])
    assert is_whole(entries)
    for place, change in ((0, {"body": "Can you not help?"}), (1, {"by": "Kim"}), (0, {"number": 9})):
        changed = copy.deepcopy(entries)
        changed[place] |= change
        assert not is_whole(changed)
    assert not is_whole(entries[1:])
    assert not is_whole(entries[::-1])


def test_what_was_taken_back_is_hidden_here_and_kept_for_the_councils_record(care: Care) -> None:
    file = taken(care, care.sam, PDF, "other.pdf")
    id_ = sent(care, care.sam, "For somebody else", files=[file.id])
    care.outcome(care.sam, withdraw(care, id_))
    (entry,) = record(care)["messages"]
    assert (entry["body"], entry["files"], entry["withdrawn_at"] is None) == (None, [], False)
    with get_db().read() as db:
        kept = threads.document(db, db.get_one(Space, care.space), "Maya", withdrawn=True)["messages"]
    assert (kept[0]["body"], kept[0]["files"][0]["name"]) == ("For somebody else", "other.pdf")
    assert is_whole(kept)


def test_the_page_stands_alone(care: Care) -> None:
    sent(care, care.maya, "<b>Hello</b>\nyou \u202ethere")
    answer = care.maya_phone.client.get(THREAD)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "&lt;b&gt;Hello&lt;/b&gt;\nyou there" in answer.text
    assert record(care)["last_hash"] in answer.text
    style = answer.text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert answer.headers["Content-Security-Policy"] == f"default-src 'none'; style-src 'sha256-{digest}'; sandbox"
    assert [word for word in ("<script", "<link", "src=", "http:", "https:") if word in answer.text] == []
    assert pages.shown(TODAY) in answer.text


def test_an_empty_one_says_so(care: Care) -> None:
    assert "There is nothing here." in care.maya_phone.client.get(THREAD).text
    assert record(care)["last_hash"] == threads.FIRST


def test_only_ones_own(care: Care) -> None:
    sent(care, care.maya, "Can you help?")
    assert "Can you help?" not in care.ali_phone.client.get(THREAD).text
    assert care.sam_phone.client.get(THREAD).status_code == 404
    assert care.maya_phone.client.get(f"{THREAD}?as=doc").status_code == 422


def take(
    care: Care, role: Role = Role.MANAGER, reason: str = "For the court, on 3 December.", form: str = "json"
) -> Any:
    phone = add_phone(care.app, add_person("Mo", role))
    path = f"/api/v1/council/spaces/{care.space}/thread"
    return phone.client.post(path, json={"reason": reason, "as": form})


def test_a_manager_takes_the_record_with_a_reason_that_is_seen(care: Care) -> None:
    id_ = sent(care, care.sam, "For somebody else")
    care.outcome(care.sam, withdraw(care, id_))
    answer = take(care)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    (entry,) = answer.json["messages"]
    assert (answer.json["name"], entry["body"], is_whole([entry])) == ("Maya", "For somebody else", True)
    (look,) = (row for row in care.rows(care.maya, "looks") if row["kind"] == "manager")
    assert (look["by"], look["reason"]) == ("Mo", "For the court, on 3 December.")
    assert "For somebody else" in take(care, form="page").text


def test_it_can_be_taken_after_the_end(care: Care) -> None:
    sent(care, care.maya, "Can you help?")
    with get_db().write() as db:
        end_again(db, care.space, clock.now())
    assert take(care).json["messages"][0]["body"] == "Can you help?"


def test_without_a_reason_or_in_another_council_nothing_is_given(care: Care) -> None:
    assert take(care, reason="a  b  c").status_code == 422
    assert take(care, Role.ADVISER).status_code == 404
    with get_db().write() as db:
        db.get_one(Space, care.space).council = "merton"
    assert take(care).status_code == 404
    assert care.rows(care.maya, "looks") == []
