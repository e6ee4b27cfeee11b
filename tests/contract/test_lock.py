"""The front end's lock file must work on every machine: `npm ci` refuses one that lacks another platform's packages."""

from __future__ import annotations

import json
from typing import Any

from webapp.settings import ROOT

LOCK: dict[str, Any] = json.loads((ROOT / "static" / "package-lock.json").read_text(encoding="utf-8"))


def test_every_optional_package_is_locked() -> None:
    packages = LOCK["packages"]
    wanted = {name for entry in packages.values() for name in entry.get("optionalDependencies", {})}
    assert wanted, "esbuild, Biome and TypeScript all bring packages for each platform"
    assert {name for name in wanted if f"node_modules/{name}" not in packages} == set()


def test_no_download_address_is_locked() -> None:
    assert [name for name, entry in LOCK["packages"].items() if "resolved" in entry] == []
