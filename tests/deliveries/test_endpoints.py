"""An endpoint comes from a browser: only known push services over https, never a way into our own network."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from tests.support import crowd
from webapp.core.db import get_db
from webapp.deliveries.endpoints import Endpoints
from webapp.deliveries.models import Subscription
from webapp.deliveries.senders.wire import PrivateAddress, Wire
from webapp.settings import Sending

from .browser import Browser, at, b64
from .later import in_an_hour
from .push_service import PushService, status
from .sent import Post, stands

GOOD = [
    "https://fcm.googleapis.com/fcm/send/abc:def_-",
    "https://fcm.googleapis.com/wp/abc",
    "https://jmt17.google.com/fcm/send/x",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QGuQ",
    "https://api.push.apple.com/3/x",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYAA%2bx",
    "https://fcm.googleapis.com:443/fcm/send/x",
]
BAD = [
    "",
    "http://fcm.googleapis.com/fcm/send/x",
    "https://127.0.0.1/x",
    "https://127.0.0.1:8000/x",
    "https://[::1]/x",
    "https://10.0.0.7/x",
    "https://localhost/x",
    "https://router.local/x",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://evil.example/fcm.googleapis.com/x",
    "https://fcm.googleapis.com.evil.example/x",
    "https://evilpush.apple.com.example/x",
    "https://push.apple.com/x",
    "https://notpush.apple.com/x",
    "https://fcm.googleapis.com@127.0.0.1/x",
    "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com\\@127.0.0.1/x",
    "https://fcm.googleapis.com#@127.0.0.1/x",
    "https://fcm.googleapis.com/x#y",
    "https://fcm.googleapis.com",
    "https://fcm.googleapis.com/",
    "https://FCM.googleapis.com/x",
    "https://fcm.googleapis.com./x",
    "https://fcm.googleapis.com/x y",
    "https://fcm.googleapis.com/x\r\nHost: evil.example",
    "https://fcm.googleapis.com/\u0131",
    "https://fcm\u3002googleapis.com/x",
    "file:///etc/passwd",
    "https://fcm.googleapis.com/" + "x" * 2048,
]


@pytest.mark.parametrize("endpoint", GOOD)
def test_known_push_services(endpoint: str) -> None:
    found = Endpoints(Sending()).split(endpoint)
    assert found is not None
    origin, path = found
    assert endpoint.replace(":443/", "/") == origin + path


@pytest.mark.parametrize("endpoint", BAD)
def test_everything_else_is_refused(post: Post, endpoint: str) -> None:
    assert Endpoints(Sending()).split(endpoint) is None
    asked = Browser(endpoint).subscription()
    answer = post.care.maya_phone.client.post("/api/v1/me/subscriptions", json=asked)
    assert answer.status_code == 422
    assert "endpoint" in str(answer.get_json()["errors"])
    with get_db().read() as db:
        assert db.query(Subscription).count() == 0


def test_a_setting_adds_a_push_service() -> None:
    endpoints = Endpoints(Sending(push_hosts=("push.council.example", "*.up.example")))
    assert endpoints.split("https://push.council.example/x") is not None
    assert endpoints.split("https://a.up.example/x") is not None
    assert endpoints.split("https://up.example/x") is None


@pytest.mark.parametrize(
    "keys",
    [
        {"p256dh": "", "auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"p256dh": b64(b"\x04" + bytes(64)), "auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"p256dh": b64(b"\x02" + bytes(32)), "auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"p256dh": "x" * 200, "auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"p256dh": 7, "auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"auth": "BTBZMqHH6r4Tts7J_aSIgg"},
        {"auth": b64(bytes(15))},
        {"auth": b64(bytes(17))},
        {"auth": "!!!"},
        {"auth": None},
    ],
)
def test_a_bad_key_is_refused(post: Post, keys: dict[str, Any]) -> None:
    asked = at(post.service.origin).subscription()
    if "p256dh" not in keys and len(keys) == 1 and keys.get("auth") != "BTBZMqHH6r4Tts7J_aSIgg":
        keys = {"p256dh": asked["keys"]["p256dh"], **keys}
    answer = post.care.maya_phone.client.post("/api/v1/me/subscriptions", json=asked | {"keys": keys})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1", "0.0.0.0"],
)
def test_a_known_name_that_leads_into_our_network_is_not_connected_to(
    push_service: PushService, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    port = int(push_service.origin.rpartition(":")[2])
    where: tuple[Any, ...] = (address, port) if family == socket.AF_INET else (address, port, 0, 0)

    def leads_there(*_: Any, **__: Any) -> list[Any]:
        return [(family, socket.SOCK_STREAM, 6, "", where)]

    monkeypatch.setattr(socket, "getaddrinfo", leads_there)

    async def ask(wire: Wire) -> None:
        await wire.post(f"http://fcm.googleapis.com:{port}", "/x", "", b"")

    with pytest.raises(PrivateAddress):
        asyncio.run(ask(Wire()))
    assert push_service.asked == []
    if address == "127.0.0.1":
        asyncio.run(ask(Wire(trusted=f"http://fcm.googleapis.com:{port}")))
        assert len(push_service.asked) == 1, "so it was the address that was refused"


def test_an_endpoint_that_is_allowed_no_more_is_not_sent_to(post: Post) -> None:
    post.browser(post.care.maya)
    post.due()
    post.set(push_test_origin=None)
    post.send()
    assert post.service.asked == []
    assert stands() == [("push", "gone", "not-a-push-service")]


def test_in_tests_every_push_service_is_the_stand_in(post: Post) -> None:
    browser = Browser("https://fcm.googleapis.com/fcm/send/abc")
    answer = post.care.maya_phone.client.post("/api/v1/me/subscriptions", json=browser.subscription())
    assert answer.status_code == 204
    post.due()
    post.send()
    (asked,) = post.service.asked
    assert asked.path == "/fcm/send/abc"
    assert browser.reads(asked.body)["title"] == "You have a reminder"


def test_a_browser_belongs_to_the_last_who_subscribed_on_it(post: Post) -> None:
    browser = post.browser(post.care.maya)
    post.due()
    answer = post.care.ali_phone.client.post("/api/v1/me/subscriptions", json=browser.subscription())
    assert answer.status_code == 204
    post.send()
    assert post.asked(browser) == [], "Ali holds this phone now"


def test_a_renewed_subscription_takes_the_place_of_the_old_one(post: Post) -> None:
    post.service.rule = lambda asked: status(503)
    old = post.browser(post.care.maya)
    post.due()
    post.send()
    post.service.rule = lambda asked: status(201)
    renewed = at(post.service.origin)
    client = post.care.maya_phone.client
    client.post("/api/v1/me/subscriptions", json=renewed.subscription() | {"old": old.endpoint})
    in_an_hour(post)
    assert (len(post.asked(old)), len(post.asked(renewed))) == (1, 1)


def test_removing_is_only_for_ones_own(post: Post) -> None:
    browser = post.browser(post.care.maya)
    gone = {"endpoint": browser.endpoint}
    assert post.care.ali_phone.client.delete("/api/v1/me/subscriptions", json=gone).status_code == 204
    post.due()
    post.send()
    assert len(post.asked(browser)) == 1
    assert post.care.maya_phone.client.delete("/api/v1/me/subscriptions", json=gone).status_code == 204
    post.due()
    post.send()
    assert len(post.asked(browser)) == 1


def test_an_account_keeps_a_dozen_browsers(post: Post) -> None:
    phone = crowd.add_phone(post.app, post.care.maya)
    for _ in range(20):
        assert (
            phone.client.post("/api/v1/me/subscriptions", json=at(post.service.origin).subscription()).status_code
            == 204
        )
    with get_db().read() as db:
        assert db.query(Subscription).count() == 12
