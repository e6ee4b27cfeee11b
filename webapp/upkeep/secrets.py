"""Makes the secrets of a try-out once: `python -m webapp.upkeep.secrets`. Production brings its own."""

from __future__ import annotations

import base64
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from ..settings import KEY_BYTES, ROOT


def make_secrets(data_dir: Path) -> list[str]:
    """Make what is missing under `data_dir/secrets` (folder 0700, files 0600); give the names of what was made.

    Never overwrites: a lost wrapping key is lost messages.
    """
    folder = data_dir / "secrets"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    makers: dict[str, Callable[[], bytes]] = {"secret_key": _key, "wrapping_keys": _key, "vapid.pem": _vapid}
    return [name for name, make in makers.items() if _write_once(folder / name, make)]


def _write_once(path: Path, make: Callable[[], bytes]) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(make())
    return True


def _key() -> bytes:
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES))


def _vapid() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def main() -> None:
    """Make the secrets of `FOOTING_DATA` (default `var/`), unless this is production."""
    if os.environ.get("FOOTING_ENV") == "production":
        sys.exit("FOOTING_ENV=production refuses generated secrets: set FOOTING_SECRET_KEY and the others yourself.")
    made = make_secrets(Path(os.environ.get("FOOTING_DATA", ROOT / "var")).resolve())
    sys.stdout.write(f"Made {', '.join(made)}.\n" if made else "Secrets are there already.\n")


if __name__ == "__main__":
    main()
