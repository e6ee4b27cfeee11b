"""An adviser without a screen, spoken to by the protocol alone, and the phone of who they support."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.crowd import Phone
from tests.support.device import Device
from tests.support.server import LiveServer

from . import people
from .dating import PLAN, in_days
from .devices import NewDevice
from .people import LEO, SAM


@dataclass(frozen=True)
class SignedInPhone:
    """What `Device` needs of a phone, on a device of this browser that is signed in."""

    context: BrowserContext
    server: LiveServer

    def post(self, body: Any) -> Any:
        """Send one sync request and give status and answer."""
        headers = {"Origin": self.server.url}
        response = self.context.request.post(f"{self.server.url}/api/v1/sync", data=body, headers=headers)
        return SimpleNamespace(status_code=response.status, json=response.json())


def adviser_of(new_device: NewDevice, server: LiveServer) -> Device:
    """Sam's device, spoken to by the protocol alone."""
    context = new_device()
    me = people.begin_session(context, SAM, server)
    device = Device(cast(Phone, SignedInPhone(context, server)), uuid.UUID(me), partial(datetime.now, UTC))
    device.settle()
    return device


@dataclass(frozen=True)
class Adviser:
    """Sam's device, and what he does for one young person."""

    device: Device
    space: uuid.UUID

    def do(self, what: str, /, **body: Any) -> str:
        """An operation that is taken: its id."""
        made = self.device.do(self.space, what, **body)
        self.device.settle()
        assert self.device.refused == []
        return str(made["id"])

    def plan(self, days: int, **more: Any) -> str:
        """A review planned for a day so many days from now."""
        return self.do("date.plan", **(PLAN | {"day": in_days(days)} | more))

    def remind(self, text: str, days: int, **more: Any) -> str:
        """A reminder for a day so many days from now."""
        when: dict[str, Any] = {"day": in_days(days), "time": None, "repeat": None, "template": None}
        return self.do("reminder.make", **(when | {"text": text} | more))

    def sees(self, collection: str) -> list[dict[str, Any]]:
        """What has come to his device."""
        self.device.settle()
        return list(self.device.rows(self.space, collection).values())

    def sees_own(self) -> list[dict[str, Any]]:
        """The dates of the young person's own that have come to his device."""
        return [row for row in self.sees("dates") if row["kind"] == "own"]


def adviser_of_leo(new_device: NewDevice, server: LiveServer) -> Adviser:
    """Sam, who supports Leo."""
    ((space,),) = server.rows(
        "SELECT m.space_id FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?",
        LEO.signs_in_as,
    )
    return Adviser(adviser_of(new_device, server), uuid.UUID(space))


def phone_of_leo(new_device: NewDevice, server: LiveServer, **options: Any) -> Page:
    """Leo's phone, with everything on it that is needed without a signal."""
    page = new_device(**options).new_page()
    people.sign_in(page, LEO, server)
    # The notice of an example pack shows once the council's pages are here.
    expect(page.locator(".slim")).to_be_visible()
    people.install(page, server)
    return page
