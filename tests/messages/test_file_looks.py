"""A manager opens a file of a conversation: with a reason, and the young person sees it."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.ending import end_again
from webapp.people.models import Account

from .sending import PDF, File, taken
from .writing import sent, withdraw


def manager_of(council: str) -> crowd.Person:
    person = crowd.add_person("Grace", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == person.id).values(council=council))
    return person


def test_a_manager_opens_a_file_for_a_reason_that_the_young_person_reads(care: Care) -> None:
    why, ann = "Maya asked me to read the letter.", crowd.add_phone(care.app, crowd.add_person("Ann", Role.MANAGER))
    file, unsent = taken(care, care.maya, PDF), taken(care, care.maya, PDF)
    gone = taken(care, care.maya, PDF)
    sent(care, care.maya, files=[file.id])
    care.send(care.maya, withdraw(care, sent(care, care.maya, files=[gone.id])))

    def opened(file: File, **body: str) -> Any:
        return ann.client.post(f"/api/v1/council/spaces/{care.space}/files/{file.id}", json=body)

    def reasons() -> list[str]:
        return [row["reason"] for row in care.rows(care.maya, "looks") if row["kind"] == "manager"]

    assert [opened(file).status_code, opened(file, reason="x").status_code] == [422, 422]
    assert opened(unsent, reason=why).status_code == 404
    assert reasons() == [], "what was not opened is no look"
    answer = opened(file, reason=why)
    assert (answer.data, answer.headers["Cache-Control"]) == (PDF, "no-store")
    assert opened(file, reason=why).status_code == 200
    assert reasons() == [why], "once an hour for one reason"
    assert gone.fetch(care.sam).status_code == 404
    assert opened(gone, reason=why).data == PDF, "what was taken back is hidden from the thread and kept in the record"
    stranger = crowd.add_phone(care.app, manager_of("merton"))
    url = f"/api/v1/council/spaces/{care.space}/files/{file.id}"
    assert stranger.client.post(url, json={"reason": why}).status_code == 404


def test_every_file_that_the_record_names_can_be_opened_after_the_end(either_care: Care) -> None:
    care, ann = either_care, crowd.add_phone(either_care.app, crowd.add_person("Ann", Role.MANAGER))
    for _ in range(2):
        sent(care, care.maya, files=[taken(care, care.maya, PDF).id])
    care.send(care.maya, withdraw(care, sent(care, care.maya, files=[taken(care, care.maya, PDF).id])))
    with get_db().write() as db:
        end_again(db, care.space, clock.now())
    body = {"reason": "For the court, on 3 December."}
    path = f"/api/v1/council/spaces/{care.space}"
    record: Any = ann.client.post(f"{path}/thread", json=body | {"as": "json"}).json
    files = [file for entry in record["messages"] for file in entry["files"]]
    assert len(files) == 3
    for file in files:
        answer = ann.client.post(f"{path}/files/{file['id']}", json=body)
        assert answer.status_code == 200
        assert hashlib.sha256(answer.data).hexdigest() == file["sha256"]
