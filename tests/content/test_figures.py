"""The figures that matter most, held against the fact sheets: a slip of the pen in the content breaks one line here.

When a figure changes, add its new value and date to the content, and a line with the new date here.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.content.entries import amount_of
from webapp.content.library import Council
from webapp.content.values import value_on

# Entitlement, its amount, a day, and what holds on that day: pence, percent, days, weeks or months.
AMOUNTS: list[tuple[str, str, str, int | None]] = [
    ("setting-up-home-allowance", "main", "2022-06-01", 200000),
    ("setting-up-home-allowance", "main", "2023-03-31", 200000),
    ("setting-up-home-allowance", "main", "2023-04-01", 300000),
    ("setting-up-home-allowance", "main", "2026-11-22", 300000),
    ("he-bursary", "main", "2008-08-31", None),
    ("he-bursary", "main", "2008-09-01", 200000),
    ("he-bursary", "main", "2026-11-22", 200000),
    ("apprenticeship-bursary", "main", "2023-07-31", 100000),
    ("apprenticeship-bursary", "main", "2023-08-01", 300000),
    ("apprenticeship-bursary", "day-60", "2026-11-22", 100000),
    ("apprenticeship-bursary", "day-120", "2026-11-22", 100000),
    ("apprenticeship-bursary", "day-300", "2026-11-22", 100000),
    ("bursary-16-19", "main", "2026-11-22", 120000),
    ("universal-credit-18-plus", "standard-single-under-25", "2026-11-22", 33858),
    ("universal-credit-18-plus", "standard-single-25-plus", "2026-11-22", 42490),
    ("universal-credit-18-plus", "standard-couple-both-under-25", "2026-11-22", 52834),
    ("universal-credit-18-plus", "child", "2026-11-22", 30394),
    ("universal-credit-18-plus", "health-part-new", "2026-11-22", 21726),
    ("universal-credit-18-plus", "health-part-existing-or-severe", "2026-11-22", 42980),
    ("universal-credit-18-plus", "get-ready", "2026-11-22", 28),
    ("universal-credit-16-17", "housing-part", "2026-11-22", 0),
    ("minimum-wage", "age-21-plus", "2026-03-31", None),
    ("minimum-wage", "age-21-plus", "2026-04-01", 1271),
    ("minimum-wage", "age-18-to-20", "2026-04-01", 1085),
    ("minimum-wage", "under-18", "2026-04-01", 800),
    ("minimum-wage", "apprentice", "2026-04-01", 800),
    ("student-finance-independent", "away-outside-london", "2026-08-01", 1083000),
    ("student-finance-independent", "away-london", "2026-08-01", 1413500),
    ("student-finance-independent", "at-home", "2026-08-01", 911800),
    ("student-finance-independent", "tuition", "2026-08-01", 979000),
    ("dsa", "main", "2026-11-22", 2778300),
    ("care-to-learn", "main", "2026-11-22", 18000),
    ("care-to-learn", "london", "2026-11-22", 19500),
    ("sure-start-maternity-grant", "main", "2026-11-22", 50000),
    ("junior-isa-child-trust-fund", "main", "2026-11-22", 20000),
    ("free-nhs-charges-existing-routes", "prescription-charge", "2026-11-22", 990),
    ("tv-licence", "main", "2026-04-01", 18000),
    ("id-documents-paid", "passport-adult-online", "2026-04-08", 10200),
    ("id-documents-paid", "birth-certificate", "2026-11-22", 1250),
    ("nationality-and-status", "main", "2022-06-16", 0),
    ("travel-london", "main", "2024-02-21", 50),
    ("council-tax-national-rules", "single-adult", "2026-11-22", 25),
    ("council-tax-national-rules", "nobody-counted", "2026-11-22", 50),
    ("council-tax-national-rules", "all-students", "2026-11-22", 100),
    ("rent-deposit-guarantor", "rent-up-front", "2026-04-30", None),
    ("rent-deposit-guarantor", "rent-up-front", "2026-05-01", 1),
    ("rent-deposit-guarantor", "deposit-cap", "2026-11-22", 5),
    ("not-intentionally-homeless", "review", "2026-11-22", 21),
    ("homeless-local-connection", "two-years", "2026-11-22", 24),
    ("complaint", "make-it-within", "2026-11-22", 12),
    ("complaint", "step-1-answer", "2026-11-22", 10),
    ("complaint", "step-1-longest", "2026-11-22", 20),
    ("complaint", "step-2-answer", "2026-11-22", 25),
    ("complaint", "step-2-longest", "2026-11-22", 65),
    ("complaint", "step-3-ask", "2026-11-22", 20),
    ("complaint", "step-3-meets", "2026-11-22", 30),
    ("complaint", "step-3-report", "2026-11-22", 5),
    ("complaint", "step-3-reply", "2026-11-22", 15),
    ("complaint", "ombudsman", "2026-11-22", 12),
    ("see-your-care-records", "cost", "2026-11-22", 0),
    ("see-your-care-records", "reply", "2026-11-22", 1),
    ("see-your-care-records", "extra-time", "2026-11-22", 2),
    ("pa-visits-and-contact", "first-visit", "2026-11-22", 7),
    ("pa-visits-and-contact", "longest-gap", "2026-11-22", 2),
    ("pa-visits-and-contact", "everyone-else", "2026-11-22", 56),
    ("pathway-plan-review", "longest-gap", "2026-11-22", 6),
    ("pathway-plan-review", "new-home", "2026-11-22", 28),
    ("needs-assessment", "deadline-eligible", "2026-11-22", 3),
    ("health-assessment-in-care", "main", "2026-11-22", 12),
]

# Entitlement, its amount, and its shape: the unit, per what, and how exact.
SHAPES: list[tuple[str, str, tuple[str, str | None, str]]] = [
    ("setting-up-home-allowance", "main", ("pence", "once", "at_least")),
    ("he-bursary", "main", ("pence", "once", "exact")),
    ("apprenticeship-bursary", "main", ("pence", "once", "exact")),
    ("bursary-16-19", "main", ("pence", "year", "up_to")),
    ("universal-credit-18-plus", "standard-single-under-25", ("pence", "month", "exact")),
    ("minimum-wage", "age-21-plus", ("pence", "hour", "at_least")),
    ("student-finance-independent", "tuition", ("pence", "year", "up_to")),
    ("care-to-learn", "main", ("pence", "week", "up_to")),
    ("complaint", "step-2-answer", ("days", None, "up_to")),
    ("pa-visits-and-contact", "longest-gap", ("months", None, "up_to")),
    ("rent-deposit-guarantor", "deposit-cap", ("weeks", None, "up_to")),
    ("council-tax-care-leaver", "main", ("percent", "year", "up_to")),
]


@pytest.mark.parametrize(("entitlement", "amount", "day", "expected"), AMOUNTS)
def test_a_figure_on_a_day(england: Council, entitlement: str, amount: str, day: str, expected: int | None) -> None:
    values = amount_of(england, entitlement, amount)["values"]
    assert value_on(values, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(("entitlement", "amount", "shape"), SHAPES)
def test_what_a_figure_means(
    england: Council, entitlement: str, amount: str, shape: tuple[str, str | None, str]
) -> None:
    found = amount_of(england, entitlement, amount)
    assert (found["unit"], found.get("per"), found.get("bound", "exact")) == shape
