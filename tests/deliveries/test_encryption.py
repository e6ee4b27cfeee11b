"""What we send is encrypted as RFC 8291 says: its example comes out byte for byte, and another library reads ours."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp.deliveries.letters import Device
from webapp.deliveries.senders.encryption import encrypt
from webapp.deliveries.senders.vapid import Vapid

from .browser import Browser, b64
from .sent import Post

# RFC 8291, section 5 and appendix A.
PLAIN = b"When I grow up, I want to be a watermelon"
SERVER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
BROWSER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
BROWSER_PUBLIC = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
    "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(raw(text)), ec.SECP256R1())


def test_the_example_of_rfc_8291_comes_out_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    server = private(SERVER_PRIVATE)
    monkeypatch.setattr(ec, "generate_private_key", lambda *_curve: server)
    monkeypatch.setattr("os.urandom", lambda size: raw(SALT)[:size])
    device = Device("https://fcm.googleapis.com/fcm/send/x", raw(BROWSER_PUBLIC), raw(AUTH))
    assert encrypt(device, PLAIN) == raw(BODY)


def test_no_two_messages_share_a_key_or_a_salt() -> None:
    browser = Browser("https://fcm.googleapis.com/fcm/send/x")
    device = Device(browser.endpoint, browser.point, browser.auth)
    bodies = [encrypt(device, PLAIN) for _ in range(20)]
    assert len({body[:16] for body in bodies}) == 20
    assert len({body[21:86] for body in bodies}) == 20


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=8))
def test_another_library_reads_whatever_we_send(words: dict[str, Any]) -> None:
    browser = Browser("https://fcm.googleapis.com/fcm/send/x")
    body = encrypt(Device(browser.endpoint, browser.point, browser.auth), json.dumps(words).encode())
    assert browser.reads(body) == words


def test_who_we_are_is_signed_for_each_push_service_and_renewed_in_time(post: Post) -> None:
    vapid = Vapid(post.app.extensions["footing-settings"].vapid_key_file, "https://footing.example")
    header = vapid.header("https://fcm.googleapis.com")
    assert vapid.header("https://fcm.googleapis.com") == header
    assert vapid.header("https://web.push.apple.com") != header
    signed, _, key = header.removeprefix("vapid t=").partition(",k=")
    assert key == vapid.public_key
    head, claims, signature = signed.split(".")
    assert json.loads(raw(head)) == {"typ": "JWT", "alg": "ES256"}
    said = json.loads(raw(claims))
    assert said["aud"] == "https://fcm.googleapis.com"
    assert said["sub"] == "https://footing.example"
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(key))
    r, s = int.from_bytes(raw(signature)[:32]), int.from_bytes(raw(signature)[32:])
    public.verify(utils.encode_dss_signature(r, s), f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))


def test_the_key_that_browsers_get_is_the_one_that_signs(post: Post) -> None:
    given_key = post.care.maya_phone.client.get("/api/v1/me/push-key").get_json()["key"]
    pem = post.app.extensions["footing-settings"].vapid_key_file.read_bytes()
    key = serialization.load_pem_private_key(pem, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    assert given_key == b64(key.public_key().public_bytes(*form))
