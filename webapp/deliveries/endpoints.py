"""Which addresses a push may go to. They come from browsers, and must not be a way into our own network.

An endpoint counts only at a known push service, over https on the usual port. A host's addresses are looked at again
when it is connected to: see `senders/push.py`.
"""

from __future__ import annotations

import base64
import binascii
import re

from cryptography.hazmat.primitives.asymmetric import ec

from ..settings import Sending

# Google (Chrome and what is made of it), Mozilla, Apple, Microsoft.
HOSTS = (
    "fcm.googleapis.com",
    "jmt17.google.com",
    "updates.push.services.mozilla.com",
    "*.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
)
MAX_ENDPOINT = 2048
P256DH_BYTES, AUTH_BYTES = 65, 16
# Nothing but a host of plain letters, then a path: no port but 443, no name before an @, nothing after a #.
_PATH = re.compile(r"/[!-\"$-\[\]-~]+", re.ASCII)
_ENDPOINT = re.compile(
    rf"(?P<origin>https://(?P<host>[a-z0-9.-]{{4,253}})(?::443)?)(?P<path>{_PATH.pattern})", re.ASCII
)
_BASE64 = re.compile(r"[A-Za-z0-9_+/-]+={0,2}", re.ASCII)


class Endpoints:
    """The addresses that these settings allow."""

    def __init__(self, sending: Sending) -> None:
        self._hosts = frozenset(host for host in (*HOSTS, *sending.push_hosts) if not host.startswith("*."))
        # "*.push.apple.com" is any name before ".push.apple.com".
        self._ends = tuple(host[1:] for host in (*HOSTS, *sending.push_hosts) if host.startswith("*."))
        self.test_origin = sending.push_test_origin

    def split(self, endpoint: str) -> tuple[str, str] | None:
        """The origin and the path of an endpoint that we send to, or None when we do not."""
        if len(endpoint) > MAX_ENDPOINT:
            return None
        test = self.test_origin
        if test and endpoint.startswith(f"{test}/"):
            path = endpoint.removeprefix(test)
            return (test, path) if _PATH.fullmatch(path) else None
        match = _ENDPOINT.fullmatch(endpoint)
        if match is None or not self._knows(match["host"]):
            return None
        return match["origin"].removesuffix(":443"), match["path"]

    def sent_to(self, origin: str) -> str:
        """Where a push for `origin` really goes: there, or in tests to the one that stands in for all."""
        return self.test_origin or origin

    def _knows(self, host: str) -> bool:
        return host in self._hosts or host.endswith(self._ends)


def read_p256dh(text: str) -> bytes:
    """A browser's public key. Raises `ValueError` when it is no point of P-256 in its uncompressed form."""
    raw = _decode(text, P256DH_BYTES)
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    if raw[0] != 4:
        raise ValueError("not an uncompressed point")
    return raw


def read_auth(text: str) -> bytes:
    """A browser's secret. Raises `ValueError` when it is not 16 bytes (RFC 8291 section 3.2)."""
    return _decode(text, AUTH_BYTES)


def _decode(text: str, length: int) -> bytes:
    if not _BASE64.fullmatch(text):
        raise ValueError("not base64")
    plain = text.rstrip("=").replace("+", "-").replace("/", "_")
    try:
        raw = base64.urlsafe_b64decode(plain + "=" * (-len(plain) % 4))
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(raw) != length:
        raise ValueError(f"not {length} bytes")
    return raw
