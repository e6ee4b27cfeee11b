"""How long a full check takes, on the server and on a slow phone, and how large its code is."""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.devices import ARGUMENTS, CHROMIUM
from webapp.content.library import open_library
from webapp.entitlements.answers import read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import check
from webapp.settings import ROOT

STATIC = ROOT / "static"
# A phone of young people is about four times as slow as a desk.
SLOWER = 4
WARM_UP, ROUNDS = 30, 300
TARGETS = ["chrome90", "safari15", "firefox100"]

TODAY = "2026-11-22"
NOT_SURE = "not_sure"
# Who most people are, and the least sure person there could be.
TYPICAL: dict[str, Any] = {
    "answers": {
        "dob": "2008-03-01",
        "care_spells": [{"start": "2015", "end": "2026-03-01", "type": "foster"}],
        "in_or_wants_education": "yes",
    },
    "circumstances": {"living": "own_tenancy_private"},
}
LEAST_SURE: dict[str, Any] = {
    "answers": {
        "dob": "2009-05-01",
        "nation": NOT_SURE,
        "in_care_now": NOT_SURE,
        "care_order_now": NOT_SURE,
        "care_spells": [
            {"start": "2024", "end": "2025", "type": NOT_SURE},
            {"start": NOT_SURE, "end": NOT_SURE, "type": "section17_or_housing"},
        ],
        "sgo": {"in_force": NOT_SURE, "looked_after_before": NOT_SURE},
        "on_16th_birthday": {"where": NOT_SURE, "looked_after_before": NOT_SURE},
        "home_spell": NOT_SURE,
        "other_accommodation_16_17": [NOT_SURE],
        "learning_programme_in_plan": NOT_SURE,
    },
    "circumstances": {},
}

_MEASURE = """
([life, entries, today, warmUp, rounds]) => {
  const once = () => {
    const read = rules.parseAnswers(life.answers, today);
    const input = { answers: read.answers, circumstances: life.circumstances, entries, council: "merton", today };
    return rules.check({ ...input, homeCouncil: null });
  };
  for (let round = 0; round < warmUp; round++) once();
  const took = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    once();
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}
"""


def entries() -> list[dict[str, Any]]:
    """All entitlements of the first council, as the phone has them."""
    found: list[dict[str, Any]] = json.loads(json.dumps(open_library(ROOT / "content").council("merton").entitlements))
    return found


def python_ms(life: dict[str, Any]) -> float:
    """Milliseconds of a full check on the server: the median of many."""
    found, today = entries(), date.fromisoformat(TODAY)

    def once() -> None:
        answers = read_answers(life["answers"], today)
        check(Enquiry(answers, life["circumstances"], found, today, "merton"))

    return _median_ms(once)


def _median_ms(once: Callable[[], None]) -> float:
    for _ in range(WARM_UP):
        once()
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        once()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


def phone_ms(*lives: dict[str, Any]) -> list[float]:
    """The same in Chromium with a slowed processor, for each life."""
    found = entries()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, "--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=rules_bundle().decode())
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        took = [page.evaluate(_MEASURE, [life, found, TODAY, WARM_UP, ROUNDS]) for life in lives]
        browser.close()
    return took


def rules_bundle() -> bytes:
    """The rules as the app's build makes them, alone in one script."""
    command = [
        str(STATIC / "node_modules" / ".bin" / "esbuild"),
        str(Path("src") / "features" / "check" / "rules" / "index.ts"),
        "--bundle",
        "--minify",
        "--format=iife",
        "--global-name=rules",
        f"--target={','.join(TARGETS)}",
    ]
    return subprocess.run(command, cwd=STATIC, capture_output=True, check=True).stdout


def rules_size() -> int:
    """The bytes of the rules over the wire (gzip)."""
    return len(gzip.compress(rules_bundle(), 9))
