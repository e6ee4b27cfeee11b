"""The entitlements that are translated first are there."""

from __future__ import annotations

from pathlib import Path

from tests.content.packs import FILES, findings_of, write

MOST = "england/pack.yaml"


def most_used(*ids: str) -> dict[str, str]:
    return {MOST: FILES[MOST] + "most_used:\n" + "".join(f"  - {id_}\n" for id_ in ids)}


def test_a_most_used_entitlement_that_is_not_there(tmp_path: Path) -> None:
    found = findings_of(write(tmp_path, most_used("home-money", "rail-cart", "xyz")))
    assert [str(one) for one in found] == [
        "content/england/pack.yaml:6: there is no entitlement `rail-cart`; write rail-card instead",
        "content/england/pack.yaml:7: there is no entitlement `xyz`; write the id of one of the entitlements instead",
    ]


def test_most_used_names_entitlements_and_nothing_else(tmp_path: Path) -> None:
    assert findings_of(write(tmp_path / "good", most_used("home-money", "rail-card"))) == []
    # The id of a help line, of an amount.
    assert len(findings_of(write(tmp_path / "bad", most_used("night-line", "main")))) == 2
