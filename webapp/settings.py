"""The settings of one running Footing: read once, checked at the start, then frozen.

Every setting has a name that starts with `FOOTING_`. A secret may also be given as a file:
`FOOTING_SECRET_KEY_FILE`.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEY_BYTES = 32
# A working week.
MOST_UNREAD_HOURS = 40


class SettingsError(Exception):
    """A setting is missing or wrong. The text says which one and what to write."""


@dataclass(frozen=True)
class Sending:
    """How people are told things outside the app. What is not set is not used."""

    push_hosts: tuple[str, ...] = ()
    push_test_origin: str | None = None
    fallback_minutes: int = 60
    notify_key: str | None = None
    notify_url: str = "https://api.notifications.service.gov.uk"
    notify_text_template: str = ""
    notify_email_template: str = ""
    notify_receipt_token: str | None = None
    smtp_url: str | None = None
    mail_from: str = ""
    queue_url: str | None = None

    @classmethod
    def from_env(cls, source: Mapping[str, str]) -> Sending:
        """Read them. Raises `SettingsError` for a number that is none, and for a test's push service in production."""
        test_origin = source.get("FOOTING_PUSH_TEST_ORIGIN", "").rstrip("/") or None
        if test_origin and source.get("FOOTING_ENV") == "production":
            raise SettingsError("FOOTING_PUSH_TEST_ORIGIN is for tests: production sends to real push services only.")
        return cls(
            push_hosts=tuple(filter(None, source.get("FOOTING_PUSH_HOSTS", "").replace(" ", "").split(","))),
            push_test_origin=test_origin,
            fallback_minutes=_whole_number(source, "FOOTING_FALLBACK_MINUTES", "60"),
            notify_key=_optional_secret(source, "FOOTING_NOTIFY_KEY"),
            notify_url=source.get("FOOTING_NOTIFY_URL", cls.notify_url).rstrip("/"),
            notify_text_template=source.get("FOOTING_NOTIFY_TEXT_TEMPLATE", ""),
            notify_email_template=source.get("FOOTING_NOTIFY_EMAIL_TEMPLATE", ""),
            notify_receipt_token=_optional_secret(source, "FOOTING_NOTIFY_RECEIPT_TOKEN"),
            smtp_url=_optional_secret(source, "FOOTING_SMTP_URL"),
            mail_from=source.get("FOOTING_MAIL_FROM", ""),
            queue_url=_optional_secret(source, "FOOTING_QUEUE_URL"),
        )


@dataclass(frozen=True)
class Settings:
    """What `create_app` needs. Keys are raw bytes; `origin` has no trailing slash."""

    environment: str
    data_dir: Path
    database_url: str
    secret_key: bytes
    wrapping_keys: tuple[bytes, ...]
    origin: str
    content_dir: Path = ROOT / "content"
    translations_dir: Path = ROOT / "translations"
    static_dir: Path = ROOT / "static" / "dist"
    product_name: str = "Footing"
    vapid_key_file: Path | None = None
    trusted_proxies: int = 0
    # Days after the end of an account, by kind of record; what is not named is kept with the care record.
    retention: tuple[tuple[str, int], ...] = ()
    unread_hours: int = 8
    sending: Sending = Sending()

    @property
    def production(self) -> bool:
        """Whether real people use this Footing."""
        return self.environment == "production"

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies may carry `Secure` and the `__Host-` prefix: people come by https."""
        return self.origin.startswith("https://")

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from environment variables.

        Raises `SettingsError` when one is missing or wrong; in production nothing is ever made up.
        """
        source = os.environ if env is None else env
        environment = source.get("FOOTING_ENV", "development")
        if environment not in ("development", "test", "production"):
            raise SettingsError("FOOTING_ENV must be development, test or production.")
        data_dir = Path(source.get("FOOTING_DATA", str(ROOT / "var"))).resolve()
        secrets = data_dir / "secrets"
        settings = cls(
            environment=environment,
            data_dir=data_dir,
            database_url=source.get("FOOTING_DATABASE_URL", f"sqlite:///{data_dir / 'footing.sqlite3'}"),
            secret_key=_decode("FOOTING_SECRET_KEY", _secret(source, "FOOTING_SECRET_KEY", secrets / "secret_key")),
            wrapping_keys=tuple(
                _decode("FOOTING_WRAPPING_KEYS", part)
                for part in _secret(source, "FOOTING_WRAPPING_KEYS", secrets / "wrapping_keys").split(",")
            ),
            origin=source.get("FOOTING_ORIGIN", f"http://127.0.0.1:{source.get('PORT', '8000')}").rstrip("/"),
            content_dir=Path(source.get("FOOTING_CONTENT", str(ROOT / "content"))),
            static_dir=Path(source.get("FOOTING_STATIC", str(ROOT / "static" / "dist"))),
            product_name=source.get("FOOTING_NAME", "Footing"),
            vapid_key_file=_vapid(source, secrets),
            trusted_proxies=_whole_number(source, "FOOTING_TRUSTED_PROXIES"),
            retention=_retention(source),
            unread_hours=_unread_hours(source),
            sending=Sending.from_env(source),
        )
        settings._refuse_weak_production(source)
        return settings

    def _refuse_weak_production(self, source: Mapping[str, str]) -> None:
        if not self.production:
            return
        if not self.secure_cookies:
            raise SettingsError("FOOTING_ORIGIN must start with https:// in production, so that cookies are safe.")
        if "FOOTING_ORIGIN" not in source:
            raise SettingsError("FOOTING_ORIGIN is missing: write the address that people open, like https://…")


def _secret(source: Mapping[str, str], name: str, generated: Path) -> str:
    """The text of a secret: from the variable, from its `_FILE`, or (not in production) from the generated file."""
    if name in source:
        return source[name].strip()
    if f"{name}_FILE" in source:
        path = Path(source[f"{name}_FILE"])
        if not path.is_file():
            raise SettingsError(f"{name}_FILE names a file that is not there.")
        return path.read_text(encoding="utf-8").strip()
    if source.get("FOOTING_ENV") == "production":
        raise SettingsError(f"{name} is missing: production refuses generated secrets. Set {name} or {name}_FILE.")
    if generated.is_file():
        return generated.read_text(encoding="utf-8").strip()
    raise SettingsError(f"{name} is missing. For a try-out, run bin/run: it makes the secrets once.")


def _optional_secret(source: Mapping[str, str], name: str) -> str | None:
    """The text of a secret that may be left out."""
    if name in source:
        return source[name].strip() or None
    if f"{name}_FILE" in source:
        path = Path(source[f"{name}_FILE"])
        if not path.is_file():
            raise SettingsError(f"{name}_FILE names a file that is not there.")
        return path.read_text(encoding="utf-8").strip() or None
    return None


def _decode(name: str, text: str) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise SettingsError(f"{name} is not base64.") from error
    if len(raw) != KEY_BYTES:
        raise SettingsError(f"{name} must be {KEY_BYTES} bytes in base64; this one has {len(raw)}.")
    return raw


def _vapid(source: Mapping[str, str], secrets: Path) -> Path | None:
    given = source.get("FOOTING_VAPID_KEY_FILE")
    path = Path(given) if given else secrets / "vapid.pem"
    if given and not path.is_file():
        raise SettingsError("FOOTING_VAPID_KEY_FILE names a file that is not there.")
    if not given and source.get("FOOTING_ENV") == "production":
        raise SettingsError("FOOTING_VAPID_KEY_FILE is missing: production refuses generated keys.")
    return path if path.is_file() else None


def _unread_hours(source: Mapping[str, str]) -> int:
    hours = _whole_number(source, "FOOTING_UNREAD_HOURS", "8")
    if not 1 <= hours <= MOST_UNREAD_HOURS:
        raise SettingsError(f"FOOTING_UNREAD_HOURS must be between 1 and {MOST_UNREAD_HOURS}: nobody waits for weeks.")
    return hours


def _whole_number(source: Mapping[str, str], name: str, without: str = "0") -> int:
    text = source.get(name, without)
    if not text.isdigit():
        raise SettingsError(f"{name} must be a whole number, 0 or more.")
    return int(text)


def _retention(source: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    parts = [part.strip() for part in source.get("FOOTING_RETENTION", "").split(",") if part.strip()]
    found = [re.fullmatch(r"([a-z_]+)=([1-9][0-9]{0,4})", part) for part in parts]
    kinds = [match[1] for match in found if match]
    if None in found or len(set(kinds)) < len(parts):
        raise SettingsError("FOOTING_RETENTION must be like messages=2555,looks=365: each kind once, in whole days.")
    return tuple((match[1], int(match[2])) for match in found if match)
