"""The secrets of a try-out are made once, readable by their owner alone; production brings its own."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from webapp.settings import Settings
from webapp.upkeep import secrets

NAMES = {"secret_key", "wrapping_keys", "vapid.pem"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_made_once_with_narrow_modes(tmp_path: Path) -> None:
    assert set(secrets.make_secrets(tmp_path)) == NAMES
    folder = tmp_path / "secrets"
    assert mode(folder) == 0o700
    assert {mode(folder / name) for name in NAMES} == {0o600}
    before = {name: (folder / name).read_bytes() for name in NAMES}
    assert secrets.make_secrets(tmp_path) == []
    assert {name: (folder / name).read_bytes() for name in NAMES} == before
    load_pem_private_key(before["vapid.pem"], password=None)


def test_settings_take_them_up(tmp_path: Path) -> None:
    secrets.make_secrets(tmp_path)
    settings = Settings.from_env({"FOOTING_DATA": str(tmp_path)})
    assert len(settings.secret_key) == 32
    assert [len(key) for key in settings.wrapping_keys] == [32]
    assert settings.vapid_key_file == tmp_path / "secrets" / "vapid.pem"


def test_production_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTING_ENV", "production")
    monkeypatch.setenv("FOOTING_DATA", str(tmp_path))
    with pytest.raises(SystemExit, match="FOOTING_SECRET_KEY"):
        secrets.main()
    assert not (tmp_path / "secrets").exists()
