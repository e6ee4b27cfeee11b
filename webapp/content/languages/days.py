"""Names of months and weekdays for the phone, from CLDR by way of Babel: browsers lack some of these languages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from babel import Locale

FILE = "dates.json"


def day_names(lang: str) -> dict[str, list[str]]:
    """Months and their short forms, January first; weekdays, Monday first. Always of the Gregorian calendar."""
    locale = Locale.parse(lang)
    months = locale.months["format"]
    return {
        "months": [months["wide"][month] for month in range(1, 13)],
        "months_short": [months["abbreviated"][month] for month in range(1, 13)],
        "weekdays": [locale.days["format"]["wide"][day] for day in range(7)],
    }


def write_day_names(translations: Path, langs: Iterable[str]) -> list[Path]:
    """Write the names beside each language's catalogues; the files that changed."""
    changed = []
    for lang in langs:
        path = translations / lang / FILE
        text = json.dumps(day_names(lang), ensure_ascii=False, indent=1) + "\n"
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed
