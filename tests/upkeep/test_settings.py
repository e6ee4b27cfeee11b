"""A setting that is missing or wrong stops the start, and the sentence names it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

import pytest

from webapp.settings import Settings, SettingsError
from webapp.upkeep.secrets import make_secrets

KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    """A production that starts. Generated secrets lie about, to be refused."""
    make_secrets(tmp_path)
    return {
        "FOOTING_ENV": "production",
        "FOOTING_DATA": str(tmp_path),
        "FOOTING_ORIGIN": "https://footing.example",
        "FOOTING_SECRET_KEY": KEY,
        "FOOTING_WRAPPING_KEYS": KEY,
        "FOOTING_VAPID_KEY_FILE": str(tmp_path / "secrets" / "vapid.pem"),
    }


def test_a_good_production_starts(good: dict[str, str]) -> None:
    settings = Settings.from_env(good)
    assert settings.production
    assert settings.secure_cookies


@pytest.mark.parametrize(
    "name", ["FOOTING_SECRET_KEY", "FOOTING_WRAPPING_KEYS", "FOOTING_VAPID_KEY_FILE", "FOOTING_ORIGIN"]
)
def test_production_names_what_is_missing(good: dict[str, str], name: str) -> None:
    del good[name]
    with pytest.raises(SettingsError, match=name):
        Settings.from_env(good)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"FOOTING_ORIGIN": "http://footing.example"}, "FOOTING_ORIGIN"),
        ({"FOOTING_ENV": "prod"}, "FOOTING_ENV"),
        ({"FOOTING_SECRET_KEY": "short"}, "FOOTING_SECRET_KEY"),
        ({"FOOTING_SECRET_KEY": "ü"}, "FOOTING_SECRET_KEY"),
        ({"FOOTING_WRAPPING_KEYS": f"{KEY},abc"}, "FOOTING_WRAPPING_KEYS"),
        ({"FOOTING_VAPID_KEY_FILE": "/nowhere/vapid.pem"}, "FOOTING_VAPID_KEY_FILE"),
        ({"FOOTING_TRUSTED_PROXIES": "many"}, "FOOTING_TRUSTED_PROXIES"),
        ({"FOOTING_RETENTION": "asks"}, "FOOTING_RETENTION"),
        ({"FOOTING_RETENTION": "asks=0"}, "FOOTING_RETENTION"),
        ({"FOOTING_RETENTION": "asks=9,asks=8"}, "FOOTING_RETENTION"),
        ({"FOOTING_UNREAD_HOURS": "0"}, "FOOTING_UNREAD_HOURS"),
        ({"FOOTING_UNREAD_HOURS": "41"}, "FOOTING_UNREAD_HOURS"),
    ],
)
def test_wrong_values_are_named(good: dict[str, str], change: Mapping[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        Settings.from_env({**good, **change})


def test_a_secret_may_be_a_file(good: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(KEY + "\n", encoding="utf-8")
    del good["FOOTING_SECRET_KEY"]
    assert Settings.from_env({**good, "FOOTING_SECRET_KEY_FILE": str(file)}).secret_key == bytes(range(32))
    with pytest.raises(SettingsError, match="FOOTING_SECRET_KEY_FILE"):
        Settings.from_env({**good, "FOOTING_SECRET_KEY_FILE": str(tmp_path / "gone")})


def test_several_wrapping_keys_newest_first(good: dict[str, str]) -> None:
    newer = base64.urlsafe_b64encode(bytes(32)).decode()
    settings = Settings.from_env({**good, "FOOTING_WRAPPING_KEYS": f"{newer},{KEY}"})
    assert settings.wrapping_keys == (bytes(32), bytes(range(32)))


def test_a_try_out_without_secrets_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="bin/run"):
        Settings.from_env({"FOOTING_DATA": str(tmp_path)})


def test_what_is_kept_for_how_long(good: dict[str, str]) -> None:
    assert Settings.from_env(good).retention == ()
    named = Settings.from_env({**good, "FOOTING_RETENTION": "asks=2555, looks=365"})
    assert named.retention == (("asks", 2555), ("looks", 365))
