"""Amounts in words, as they hold today. The same words as on the phone (features/rights/amounts.ts)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..content.values import value_on
from ..core.i18n import Screens
from .page import Line


def amount_lines(amounts: list[dict[str, Any]], day: date, words: Screens) -> list[Line]:
    """A line for each amount that has a value on that day."""
    found = []
    for amount in amounts:
        value = value_on(amount["values"], day)
        if value is not None:
            figure = " ".join(filter(None, (_bound(amount, words), _figure(amount, value, words), _per(amount, words))))
            label = amount.get("label")
            found.append(Line(f"{label}: {figure}" if label else figure, note=amount.get("note", "")))
    return found


def _figure(amount: dict[str, Any], value: int | str, words: Screens) -> str:
    if isinstance(value, str):
        return value
    match amount["unit"]:
        case "pence":
            return (
                words.t("free") if value == 0 and amount.get("per") in (None, "once") else words.isolated(pounds(value))
            )
        case "percent":
            return f"{value}%"
        case "days":
            return words.tn("{n} day", "{n} days", value)
        case "weeks":
            return words.tn("{n} week", "{n} weeks", value)
        case _:
            return words.tn("{n} month", "{n} months", value)


def pounds(pence: int) -> str:
    """£3,000, or £63.50 when there are pence. Always written as in Britain."""
    return f"£{pence / 100:,.2f}" if pence % 100 else f"£{pence // 100:,}"


def _bound(amount: dict[str, Any], words: Screens) -> str:
    said = {"at_least": words.t("at least"), "up_to": words.t("up to"), "about": words.t("about")}
    return said.get(amount.get("bound", ""), "")


def _per(amount: dict[str, Any], words: Screens) -> str:
    said = {
        "once": words.t("once"),
        "hour": words.t("an hour"),
        "day": words.t("a day"),
        "week": words.t("a week"),
        "month": words.t("a month"),
        "year": words.t("a year"),
    }
    return said.get(amount.get("per") or "", "")
