"""`flask content stale`: what is past its review-by date, by owner."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from tests.content.packs import CONTACTS, HELP, OFFER, OVERRIDES, PLEDGE, write

LATE = {
    "oldshire/pledge.yaml": PLEDGE.replace("2027-05-01", "2020-05-01"),
    "oldshire/offer.yaml": OFFER.replace("2027-05-01", "2019-05-01"),
    "oldshire/overrides.yaml": OVERRIDES.replace("      as_at", "      review_by: 2018-01-01\n      as_at"),
    "england/help.yaml": HELP.replace("2027-04-01", "2021-04-01", 1),
}


def test_nothing_is_stale(small: Flask) -> None:
    result = small.test_cli_runner().invoke(args=["content", "stale"])
    assert (result.exit_code, result.output) == (0, "0 past the review-by date.\n")


def test_what_is_stale_is_listed_by_owner_and_ends_with_1(small: Flask, tmp_path: Path) -> None:
    folder = write(tmp_path / "late", LATE)
    result = small.test_cli_runner().invoke(args=["content", "stale", str(folder)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Leaving care team (oldshire): 3",
        "  2018-01-01  content/oldshire/overrides.yaml:7  home-money",
        "  2019-05-01  content/oldshire/offer.yaml:10  first-home",
        "  2020-05-01  content/oldshire/pledge.yaml:13  keep-you-safe",
        "no owner is named in pack.yaml (england): 1",
        "  2021-04-01  content/england/help.yaml:16  night-line",
        "4 past the review-by date.",
    ]


def test_one_pack_by_itself(small: Flask, tmp_path: Path) -> None:
    late = CONTACTS.replace("2027-05-01", "2020-05-01")
    folder = write(tmp_path / "late", {**LATE, "oldshire/contacts.yaml": late}) / "oldshire"
    result = small.test_cli_runner().invoke(args=["content", "stale", str(folder)])
    assert "england" not in result.output
    assert result.output.endswith("4 past the review-by date.\n")
