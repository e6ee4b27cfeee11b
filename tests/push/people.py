"""What people do in the tests of real push: Sam by the API, Robin's side by the database of the running server."""

from __future__ import annotations

import json
import sqlite3
import urllib.request
import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from http.cookiejar import CookieJar
from types import SimpleNamespace
from typing import Any, cast

import pyotp

from tests.support.crowd import Phone
from tests.support.device import Device
from tests.support.server import LiveServer
from webapp.upkeep import demo_file
from webapp.upkeep.demo_people import PASS_PHRASE, SAM

from .background import until

NAME, PHRASE = "Robin", "green kettle on a boat"
PLACE = "Room 4, Town Hall"
PLAN = {"kind": "pathway-plan-review", "time": "14:00", "place": PLACE, "with": "Sam and Ms Cole", "call": False}


class Api:
    """A signed-in device of which only the requests are there."""

    def __init__(self, server: LiveServer) -> None:
        self._server = server
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def ask(self, method: str, path: str, body: Any) -> Any:
        """The answer to a request. Raises `urllib.error.HTTPError` when it is refused."""
        request = urllib.request.Request(
            f"{self._server.url}/api/v1{path}",
            method=method,
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Origin": self._server.url},
        )
        with self._opener.open(request, timeout=20) as response:
            return json.loads(response.read() or b"null")

    def post(self, body: Any) -> Any:
        """One sync, as `Device` sends it."""
        return SimpleNamespace(status_code=200, json=self.ask("POST", "/sync", body))


@dataclass
class Adviser:
    """Sam, signed in."""

    api: Api
    device: Device

    def invites(self) -> tuple[uuid.UUID, str]:
        """Add Robin, grown up since half a year: the space, and the code to join it with."""
        birthday = datetime.now(UTC).date() - timedelta(days=round(365.25 * 18.5))
        young_person = {"name": NAME, "birthday": birthday.isoformat(), "council": "rutland"}
        invited = self.api.ask("POST", "/people/young-people", young_person)
        self.device.settle()
        return uuid.UUID(invited["space"]), invited["code"]

    def plans(self, space: uuid.UUID, days: int) -> str:
        """Plan a review for so many days from now: its id."""
        return self._do(space, "date.plan", **PLAN, day=_in(days))

    def moves(self, space: uuid.UUID, date: str, days: int) -> None:
        """Move it to so many days from now."""
        again = {name: value for name, value in PLAN.items() if name != "kind"}
        self._do(space, "date.move", **again, date=date, day=_in(days), words="")

    def _do(self, space: uuid.UUID, what: str, /, **body: Any) -> str:
        made = self.device.do(space, what, **body)
        self.device.settle()
        assert self.device.refused == []
        return str(made["id"])


def sam(server: LiveServer) -> Adviser:
    """Sam signs in with name, pass phrase and the code of his code app."""
    notes = demo_file.read(server.data_dir)
    assert notes is not None
    api = Api(server)
    form = {"name": SAM, "pass_phrase": PASS_PHRASE, "code": pyotp.TOTP(notes.secrets[SAM]).now()}
    me = api.ask("POST", "/auth/sign-in", form | {"device_name": "Desk"})
    device = Device(cast(Phone, api), uuid.UUID(me["account"]["id"]), partial(datetime.now, UTC))
    device.settle()
    return Adviser(api, device)


def comes_due(server: LiveServer, date: str, step: str) -> None:
    """Let time pass until a step of a date's plan was due a minute ago, in whichever version of the date.

    The news that it was planned or moved, which goes out at once, is put aside: see the test of its own.
    """
    _change(server, "DELETE FROM notice WHERE cause LIKE ?", f"date:{date}/news/%")
    past = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M:%S.000000")
    which = "WHERE cause = ? AND occurrence = ? AND to_role = 'young_person'"
    assert _change(server, f"UPDATE notice SET due = ?, next_at = ? {which}", past, past, f"date:{date}", step) > 0


def forgets_subscriptions(server: LiveServer) -> None:
    """The server's database is put back to a time before there were any."""
    assert _change(server, "DELETE FROM subscription") > 0


def _change(server: LiveServer, statement: str, *values: str) -> int:
    with closing(sqlite3.connect(server.data_dir / "footing.sqlite3", timeout=20)) as database, database:
        return database.execute(statement, values).rowcount


@dataclass(frozen=True)
class Told:
    """What the server knows of one delivery of a date's reminder."""

    step: str
    version: int
    state: str
    shown: bool
    seen: bool


def told(server: LiveServer, date: str) -> list[Told]:
    """The deliveries of a date's reminders, the oldest first."""
    query = (
        "SELECT n.occurrence, n.version, d.state, d.shown_at IS NOT NULL, d.seen_at IS NOT NULL FROM delivery d"
        " JOIN notice n ON n.id = d.notice_id WHERE n.cause = ? ORDER BY d.first_at, d.id"
    )
    return [
        Told(step, version, state, bool(shown), bool(seen))
        for step, version, state, shown, seen in server.rows(query, f"date:{date}")
    ]


def told_in_the_end(server: LiveServer, date: str, *expected: Told) -> None:
    """Stay until the server knows just this."""
    until(lambda: told(server, date) == list(expected), lambda: f"{expected}; the server knows {told(server, date)}")


def endpoints(server: LiveServer) -> list[str]:
    """Where the server would send Robin's pushes."""
    found = server.rows(
        "SELECT s.endpoint FROM subscription s JOIN account a ON a.id = s.account_id WHERE a.name = ?", NAME
    )
    return [endpoint for (endpoint,) in found]


def _in(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()
