"""Finding one entry of the real content by its id."""

from __future__ import annotations

from typing import Any

from webapp.content.library import Council

Entry = dict[str, Any]


def one(entries: tuple[Entry, ...], id_: str) -> Entry:
    (found,) = [entry for entry in entries if entry["id"] == id_]
    return found


def amount_of(council: Council, entitlement: str, amount: str) -> Entry:
    return one(tuple(one(council.entitlements, entitlement)["amounts"]), amount)
