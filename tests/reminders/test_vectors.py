"""The rules agree with the phone's on the shared vectors (`static/test/reminders.test.ts` reads the same file)."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

import pytest

from webapp.core.london import instant
from webapp.reminders.rules import Every, Plan, Repeat, trouble
from webapp.settings import ROOT

VECTORS: dict[str, Any] = json.loads((ROOT / "tests" / "vectors" / "reminders.json").read_text(encoding="utf-8"))


def plan_of(one: dict[str, Any]) -> Plan:
    repeat, at = one["repeat"], one.get("time")
    again = Repeat(Every(repeat["every"]), date.fromisoformat(repeat["until"])) if repeat else None
    return Plan(date.fromisoformat(one["day"]), time.fromisoformat(at) if at else None, again)


@pytest.mark.parametrize("one", VECTORS["days"], ids=lambda one: str(one["about"]))
def test_the_days_on_which_it_comes(one: dict[str, Any]) -> None:
    assert [day.isoformat() for day in plan_of(one).days()] == one["days"]


@pytest.mark.parametrize("one", VECTORS["trouble"], ids=lambda one: str(one["about"]))
def test_what_cannot_be(one: dict[str, Any]) -> None:
    day, at = one["now"]
    found = trouble(plan_of(one), instant(date.fromisoformat(day), time.fromisoformat(at)))
    assert (found and found[0]) == one["field"]
