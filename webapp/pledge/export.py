"""The published results as a table for spreadsheets: a row for each promise and season."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from .rules import Answer

# The marks of official statistics in England for a number that is confidential, or that there is none of.
HIDDEN, NONE = "[c]", "[x]"
COLUMNS = ("season", "area", "promise", "strength", "text", "answers")
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(results: dict[str, Any]) -> bytes:
    """The figures as CSV in UTF-8. A byte order mark begins it: without one, Excel breaks pound signs and quotes."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([*COLUMNS, *Answer, *[f"change_{answer}" for answer in Answer]])
    table.writerows(_rows(results))
    return file.getvalue().encode("utf-8-sig")


def _rows(results: dict[str, Any]) -> Iterator[list[str]]:
    for season in results["seasons"]:
        for row in season["promises"]:
            change = row["change"] or {}
            yield [
                season["season"],
                *[_text(row[name]) for name in ("area", "promise", "strength", "text")],
                *[_number(row[name], HIDDEN) for name in ("answers", *Answer)],
                *[_number(change.get(answer), NONE) for answer in Answer],
            ]


def _text(value: str | None) -> str:
    text = NONE if value is None else value
    return f"'{text}" if text.startswith(FORMULA) else text


def _number(value: int | None, otherwise: str) -> str:
    return otherwise if value is None else str(value)
