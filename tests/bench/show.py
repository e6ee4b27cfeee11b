"""Prints the numbers: `bin/bench`. Times are only worth comparing with each other, on one machine."""

from __future__ import annotations

import dataclasses
import logging
import sys
import tempfile
from pathlib import Path

from tests.conftest import make_settings
from webapp import create_app
from webapp.core.db import get_db
from webapp.settings import ROOT
from webapp.upkeep.migrate import upgrade

from .check import LEAST_SURE, SLOWER, TYPICAL, phone_ms, python_ms, rules_size
from .content import lines as language_lines
from .measures import bundle_sizes, first_visit, flush_in_one, flush_one_by_one, idle_sync, marks
from .packs import COUNCILS, MB, grown, one_and_many, start_built
from .pages import page_times
from .people import SKILLS, new_device
from .search import search_times

COUNT = 500


def line(name: str, value: str, budget: str = "") -> None:
    """One line of the table."""
    sys.stdout.write(f"{name:<58} {value:>14}   {budget}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure on a fresh SQLite database and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = dataclasses.replace(make_settings(Path(folder)), static_dir=ROOT / "static" / "dist")
        app = create_app(settings)
        app.logger.setLevel(logging.ERROR)
        with app.app_context():
            upgrade(get_db())
            visit = first_visit(app)
            line("First visit: JavaScript, gzip", f"{visit.javascript:,} B", "30 KB")
            line("First visit: CSS, gzip", f"{visit.css:,} B", "10 KB")
            line("First visit: HTML", f"{visit.html:,} B")
            line("First visit: in all", f"{visit.whole:,} B", "60 KB")
            for address, size in bundle_sizes(app).items():
                council, lang = address.split("/")[4], address.rpartition("=")[2]
                line(f"Bundle of {council}, {lang}, brotli", f"{size:,} B", "70 KB")
            pages = page_times(app)
            line("Page without JavaScript: in the middle", f"{pages.median:.1f} ms", "15 ms")
            line("Page without JavaScript: slowest in a hundred", f"{pages.slowest:.1f} ms", "15 ms")
            line(f"Page without JavaScript: {pages.largest}", f"{pages.bytes:,} B", "15 KB")
            first, second = new_device(app), new_device(app)
            idle = idle_sync(app, first)
            line("Idle sync: SQL statements", str(len(idle.statements)), "2")
            line("Idle sync: answer", f"{idle.answer_bytes} B", "400 B")
            one = flush_in_one(first, marks(first, SKILLS, COUNT))
            many = flush_one_by_one(second, marks(second, SKILLS, COUNT))
            line(f"{COUNT} marks in one request", f"{one:.2f} s")
            line(f"{COUNT} marks in {COUNT} requests", f"{many:.2f} s")
            line("One request is faster by", f"{many / one:.1f} times")
    show_check()
    show_packs()
    show_languages()
    show_search()


def show_languages() -> None:
    """The same packs in eight languages: a start that has named every bundle, a second build, and memory."""
    for name, value, budget in language_lines():
        line(name, value, budget)


def show_packs() -> None:
    """A start of the server on our own packs, and on as many made-up ones as England has councils."""
    ours = start_built(ROOT / "content")
    line("Start on our packs, already built", f"{ours.seconds:.1f} s", "3 s")
    line("Memory of one process on our packs", f"{ours.bytes / MB:.0f} MB", "150 MB")
    one, many = one_and_many(COUNCILS)
    line(f"Start on {COUNCILS} made-up packs", f"{many.seconds:.1f} s", "20 s")
    line("Of that, the process's own work", f"{many.processor:.1f} s")
    line("Memory that each pack adds", f"{grown(one, many, COUNCILS - 1) / MB:.2f} MB", "1 MB")


def show_check() -> None:
    """The check: all entitlements and the status, for somebody typical and for somebody who is sure of nothing."""
    line("Full check: its rules, gzip", f"{rules_size():,} B", "8 KB")
    lives = {"typical": TYPICAL, "sure of nothing": LEAST_SURE}
    for (name, life), slow in zip(lives.items(), phone_ms(*lives.values()), strict=True):
        budget = "5 ms" if life is TYPICAL else ""
        line(f"Full check in Python, {name}", f"{python_ms(life):.1f} ms", budget)
        line(f"Full check in Chromium, {SLOWER} times slower, {name}", f"{slow:.1f} ms", budget)


def show_search() -> None:
    """The search on a slow phone: nothing keeps it busy for more than 50 ms at a time."""
    times = search_times()
    slow = f"in Chromium, {SLOWER} times slower"
    line(f"Search index {slow}, in all", f"{times.whole:.0f} ms")
    line(f"Search index {slow}, longest slice", f"{times.slice:.1f} ms", "50 ms")
    line(f"Search {slow}, usual", f"{times.median:.1f} ms")
    line(f"Search {slow}, longest", f"{times.look:.1f} ms", "50 ms")


if __name__ == "__main__":
    main()
