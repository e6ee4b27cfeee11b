"""How long the server takes for a page without JavaScript, and how large it is."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

from flask import Flask

from webapp.content.languages import LANGUAGES
from webapp.content.library import get_library
from webapp.pages.finding import paths_of

COUNCIL = "warwickshire"
EACH = 12


@dataclass(frozen=True)
class Pages:
    """Milliseconds of the middle one and of the slowest in a hundred; the largest in bytes, and its address."""

    median: float
    slowest: float
    bytes: int
    largest: str


def page_times(app: Flask) -> Pages:
    """Every list and some entries of a council in every language; the first look at a catalogue is not counted."""
    client, times, sizes = app.test_client(), [], {}
    with app.app_context():
        paths = list(paths_of(get_library().council(COUNCIL)))
    chosen = [path for path in paths if path.count("/") == 2 or path.startswith("/rights/offer")] + paths[::EACH]
    for lang in LANGUAGES:
        query = {"council": COUNCIL, "lang": lang}
        client.get(chosen[0], query_string=query)
        for path in chosen:
            began = time.perf_counter()
            answer = client.get(path, query_string=query)
            times.append((time.perf_counter() - began) * 1000)
            sizes[f"{path} in {lang}"] = len(answer.data)
    largest = max(sizes, key=lambda address: sizes[address])
    return Pages(statistics.median(times), statistics.quantiles(times, n=100)[-1], sizes[largest], largest)
