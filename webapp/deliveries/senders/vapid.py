"""Who we are to push services (VAPID, RFC 8292): one key of this server, and a signed header for each service."""

from __future__ import annotations

import base64
import time
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from py_vapid import Vapid02

from ...settings import Settings

# A header is made once for each push service and hour. RFC 8292 allows at most 24 hours.
RENEWED_EVERY = 3600
GOOD_FOR = 12 * 3600


class Vapid:
    """The key, and the headers of this hour."""

    def __init__(self, key_file: Path, subject: str) -> None:
        self._key = Vapid02.from_file(str(key_file))
        self._subject = subject
        self._headers: dict[str, tuple[float, str]] = {}

    @property
    def public_key(self) -> str:
        """What a browser needs to subscribe: the uncompressed point in base64url."""
        form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        raw = self._key.public_key.public_bytes(*form)
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    def header(self, origin: str) -> str:
        """The `Authorization` header for one push service."""
        moment = time.time()
        made_at, header = self._headers.get(origin, (0.0, ""))
        if moment - made_at >= RENEWED_EVERY or moment < made_at:
            claims = {"sub": self._subject, "aud": origin, "exp": int(moment) + GOOD_FOR}
            header = str(self._key.sign(claims)["Authorization"])
            self._headers[origin] = (moment, header)
        return header


def vapid_of(settings: Settings) -> Vapid | None:
    """The key of these settings; None when there is none, and then nothing can be pushed."""
    if settings.vapid_key_file is None:
        return None
    # A push service may write to this address when our pushes trouble it; some refuse an http one.
    subject = settings.origin if settings.secure_cookies else "mailto:try-out@footing.example"
    return Vapid(settings.vapid_key_file, subject)
