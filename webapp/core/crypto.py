"""Secrets at rest: space keys wrapped by the settings' keys, sealed texts bound to their row, keyed hashes.

AES-256-GCM throughout. The first wrapping key is the newest; older ones still open what they closed (rotation). A
sealed text is bound by its associated data to table, column and row, so that it cannot be moved to another row.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask, current_app

from ..settings import Settings

NONCE_BYTES = 12
KEY_ID_BYTES = 4
# On a column of a table: its values are closed by the settings' keys, so `flask keys rotate` closes them anew. The word
# is what binds them; None is the usual place, `table.column:primary key`.
BY_SETTINGS: dict[Any, Any] = {"by-settings": None}
SPACE_KEY = "space-key"
BY_SETTINGS_AS_SPACE_KEY: dict[Any, Any] = {"by-settings": SPACE_KEY}
_EXTENSION = "footing-crypto"


class SealBroken(Exception):
    """The text was changed, moved to another row, or sealed by a key that we no longer have."""


class Crypto:
    """The operations that need the settings' keys."""

    def __init__(self, settings: Settings) -> None:
        self._wrapping = {_key_id(key): AESGCM(key) for key in settings.wrapping_keys}
        self._newest = _key_id(settings.wrapping_keys[0])
        self._mac_key = hashlib.sha256(b"footing mac" + settings.secret_key).digest()

    def new_space_key(self) -> bytes:
        """A fresh data key, wrapped: what the space's row stores."""
        return self._wrap(AESGCM.generate_key(256), SPACE_KEY.encode())

    def seal(self, wrapped: bytes, where: str, text: str) -> bytes:
        """Close `text` under a space's key. `where` is `table.column:row id`, and must be the same to open it."""
        return self.seal_bytes(wrapped, where, text.encode())

    def open(self, wrapped: bytes, where: str, sealed: bytes) -> str:
        """The text again. Raises `SealBroken` when it was changed or stands in another place."""
        return self.open_bytes(wrapped, where, sealed).decode()

    def seal_bytes(self, wrapped: bytes, where: str, data: bytes) -> bytes:
        """The same as `seal`, for a piece of a file."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._space_cipher(wrapped).encrypt(nonce, data, where.encode())

    def open_bytes(self, wrapped: bytes, where: str, sealed: bytes) -> bytes:
        """The same as `open`, for a piece of a file. Raises `SealBroken`."""
        return _decrypt(self._space_cipher(wrapped), sealed, where.encode())

    def seal_setting(self, where: str, text: str) -> bytes:
        """Close a text that belongs to no space (a worker's second-factor secret) under the newest settings key."""
        return self._wrap(text.encode(), where.encode())

    def open_setting(self, where: str, sealed: bytes) -> str:
        """The opposite of `seal_setting`. Raises `SealBroken`."""
        return self._unwrap(sealed, where.encode()).decode()

    @property
    def newest_key(self) -> bytes:
        """The first bytes of everything that the newest settings key closed: they name the key, and tell nothing."""
        return self._newest

    def close_anew(self, where: str, closed: bytes) -> bytes:
        """What an older settings key closed, now under the newest one. Raises `SealBroken` when no key opens it."""
        return self._wrap(self._unwrap(closed, where.encode()), where.encode())

    def mac(self, data: bytes) -> bytes:
        """A keyed hash (32 bytes): tells whether two bodies are the same without keeping either."""
        return hmac.digest(self._mac_key, data, "sha256")

    def _space_cipher(self, wrapped: bytes) -> AESGCM:
        return AESGCM(self._unwrap(wrapped, SPACE_KEY.encode()))

    def _wrap(self, plain: bytes, where: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return self._newest + nonce + self._wrapping[self._newest].encrypt(nonce, plain, where)

    def _unwrap(self, wrapped: bytes, where: bytes) -> bytes:
        cipher = self._wrapping.get(wrapped[:KEY_ID_BYTES])
        if cipher is None:
            raise SealBroken("no key in the settings opens this")
        return _decrypt(cipher, wrapped[KEY_ID_BYTES:], where)


def _decrypt(cipher: AESGCM, sealed: bytes, where: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], where)
    except InvalidTag as error:
        raise SealBroken("changed, moved or wrong key") from error


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"footing key id" + key).digest()[:KEY_ID_BYTES]


def new_token() -> str:
    """A fresh secret of 256 bits for a cookie or a link, safe in a URL."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """What the database keeps of a token that has 256 bits of chance in it: a plain SHA-256."""
    return hashlib.sha256(token.encode()).digest()


def install(app: Flask, settings: Settings) -> None:
    """Hang the keys on the app; `get_crypto()` finds them again."""
    app.extensions[_EXTENSION] = Crypto(settings)


def get_crypto() -> Crypto:
    """The keys of the current app."""
    crypto: Crypto = current_app.extensions[_EXTENSION]
    return crypto
