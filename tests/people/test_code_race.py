"""Codes made and spent at the same moment. On SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import select

from webapp.core.db import get_db
from webapp.people import invitations, sessions, team
from webapp.people.models import Account, Invitation, Purpose

from .people import API, Team, client, kind, signed_in


def live_codes(account: uuid.UUID) -> int:
    with get_db().read() as db:
        live = select(Invitation).where(Invitation.voided_at.is_(None), Invitation.spent_at.is_(None))
        return len(db.scalars(live.where(Invitation.account_id == account)).all())


def meanwhile(act: Callable[[], Any], answers: list[Any]) -> threading.Thread:
    """Begin something in another thread, and give it time to come to where it must wait."""
    thread = threading.Thread(target=lambda: answers.append(act()))
    thread.start()
    time.sleep(0.7)
    return thread


def test_of_two_codes_made_at_once_one_works(placed_app: Flask, placed_team: Team) -> None:
    yusuf = placed_team.yusuf
    phone, answers = signed_in(placed_app, yusuf), []  # type: ignore[var-annotated]
    with get_db().write() as db:
        invitations.make(db, yusuf.id, Purpose.DEVICE)
        other = meanwhile(lambda: phone.post(f"{API}/auth/device-code"), answers)
    other.join()
    assert answers[0].status_code == 200
    assert live_codes(yusuf.id) == 1


def test_a_code_spent_while_the_account_starts_again_is_refused_and_nobody_waits_for_ever(
    placed_app: Flask, placed_team: Team
) -> None:
    ada = placed_team.ada
    code = signed_in(placed_app, ada).post(f"{API}/auth/device-code").json["code"]
    form, answers = {"code": code, "second_factor": ada.code()}, []  # type: ignore[var-annotated]
    with get_db().write() as db:
        account = db.get_one(Account, ada.id, with_for_update=True)
        other = meanwhile(lambda: client(placed_app).post(f"{API}/invitations/spend", json=form), answers)
        team.start_again(db, account)
    other.join()
    assert answers[0].status_code in (401, 410), answers[0].json
    assert kind(answers[0]) in ("wrong-code", "code-spent")


def test_a_device_that_is_signed_out_meanwhile_leaves_no_code_behind(placed_app: Flask, placed_team: Team) -> None:
    yusuf = placed_team.yusuf
    phone, answers = signed_in(placed_app, yusuf), []  # type: ignore[var-annotated]
    with get_db().write() as db:
        sessions.end_all(db, yusuf.id)
        other = meanwhile(lambda: phone.post(f"{API}/auth/device-code"), answers)
    other.join()
    assert answers[0].status_code == 401
    assert live_codes(yusuf.id) == 0
