"""A manager opens a file of a conversation: with a reason, and the young person sees it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care
from webapp.core.db import get_db
from webapp.core.guards import Role
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
    assert [opened(one, reason=why).status_code for one in (unsent, gone)] == [404, 404]
    assert reasons() == [], "what was not opened is no look"
    answer = opened(file, reason=why)
    assert (answer.data, answer.headers["Cache-Control"]) == (PDF, "no-store")
    assert opened(file, reason=why).status_code == 200
    assert reasons() == [why], "once an hour for one reason"
    stranger = crowd.add_phone(care.app, manager_of("merton"))
    url = f"/api/v1/council/spaces/{care.space}/files/{file.id}"
    assert stranger.client.post(url, json={"reason": why}).status_code == 404
