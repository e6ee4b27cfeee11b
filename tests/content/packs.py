"""A small good content folder, written into a test's own folder, and a way to spoil one line of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from tests.content.good_words import CHALLENGES, GLOSSARY, STATUS_FLAGS, STATUS_RULES, STATUSES
from webapp.content.findings import Finding
from webapp.content.library import Library, examine
from webapp.core import clock

TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)

ENTITLEMENTS = """\
entitlements:
  - id: home-money
    title: Money for your first home
    group: home
    also_called: [grant]
    summary: Your council should give you money to set up home.
    who:
      any:
        - {status_any: [frc], age_min: 18, age_max: 24}
        - {status_any: [relevant], ask: "Are you moving?"}
        - {not: {living: [custody]}}
    not_for: [qualifying]
    council: responsible
    decides: Your council
    how_to_ask: Ask your PA.
    pitfalls: [It is not for rent.]
    kind: guidance
    challenge: complain
    applies: {from: 2023-04-01, to: null}
    amounts:
      - id: main
        unit: pence
        per: once
        bound: at_least
        values: {2023-04-01: 300000, 2017-01-01: 200000}
        adds_up: true
      - {id: extra, unit: text, per: null, values: {2023-04-01: A bed}}
    future: {kind: announced, text: It may rise.}
    see_also: [rail-card]
    links: [https://www.gov.uk/leaving-care]
    sources: [DfE guidance volume 3]
    as_at: 2024-10-25
    review_by: 2027-04-01
    confidence: high
  - id: rail-card
    title: Cheaper trains
    group: everyday
    summary: A card for cheaper trains.
    who: {}
    council: none
    decides: The railways
    how_to_ask: Ask online.
    kind: national_scheme
    challenge: ask-them
    sources: [Railcard site]
    as_at: 2026-01-31
    review_by: 2027-04-01
    confidence: low
    confidence_note: One copy only.
    basis: knowledge
"""

HELP = """\
help:
  - id: night-line
    title: Night line
    who: Anyone
    topics: [mind, danger]
    contacts:
      - {type: call, value: "116 123"}
      - {type: text, value: "85258", word: SHOUT}
      - {type: web, value: "https://example.org.uk"}
    hours: All day every day
    free: true
    order: 20
    urgent: true
    sources: [Their own site]
    as_at: 2026-10-31
    review_by: 2027-04-01
    confidence: high
  - {id: out-of-hours, title: Your council at night, who: Anyone, topics: [council], contacts: [], per_council: true,
     free: true, order: 10, sources: [Council pages], as_at: 2026-10-31, review_by: 2027-04-01, confidence: medium}
"""

PASSPORT = """\
areas:
  - id: money
    title: Money
    order: 1
    sources: [Our own list]
    as_at: 2026-11-22
    review_by: 2027-04-01
    confidence: medium
    skills:
      - id: money-01
        can: I can make a budget.
        why: So money lasts.
        try: Write down a week.
        evidence: A week on paper.
        age: 13
        heading: finances
      - {id: money-02, can: I can save., why: For later., try: Save a pound., evidence: A jar., age: 14,
         heading: finances}
"""

PAPERS = """\
papers:
  - id: passport
    title: Passport
    by_age: 16
    when: null
    who_gets_it: Your social worker
    costs: {2026-04-08: 10200}
    runs_out: true
    required_by_law: false
    sources: [GOV.UK]
    as_at: 2026-10-31
    review_by: 2027-04-01
    confidence: high
"""

REVIEWS = """\
reviews:
  - id: plan-review
    title: Plan review
    who: {status_any: [eligible]}
    every: {months: 6}
    limit: {months: 6, text: At least every 6 months.}
    kind: law
    basis: CLR reg 7
    sources: [CLR reg 7]
    as_at: 2026-10-31
    review_by: 2027-04-01
    confidence: high
"""

PACK = """\
slug: oldshire
name: Oldshire
extends: england
state: example
council_type: county
paper: {title: Care leavers' strategy, date: 2016-10-31, file: paper.txt}
owner: Leaving care team
"""

PLEDGE = """\
pledge:
  title: Our pledge
  intro: What we promise.
  areas:
    - id: home
      title: A good home
      promises:
        - id: keep-you-safe
          text: We keep you safe.
          strength: must
          sources: [paper.txt line 3]
          as_at: 2016-10-31
          review_by: 2027-05-01
          confidence: medium
"""

OFFER = """\
offer:
  - id: first-home
    title: Money for your first home
    heading: money
    summary: The paper names a sum.
    how_to_ask: Ask your PA.
    entitlement: home-money
    sources: [paper.txt line 74]
    as_at: 2016-10-31
    review_by: 2027-05-01
    confidence: medium
"""

CONTACTS = """\
contacts:
  - {id: team, role: Leaving care team, what_for: Most things, sources: [paper.txt line 1], as_at: 2016-10-31,
     review_by: 2027-05-01, confidence: medium}
"""

OVERRIDES = """\
overrides:
  entitlements:
    home-money:
      amounts:
        - {id: main, unit: pence, per: once, values: {2016-10-31: 200000}}
      sources: [paper.txt line 74]
      as_at: 2016-10-31
      confidence: medium
"""

FILES = {
    "england/pack.yaml": "slug: england\nname: England\nstate: base\n",
    "england/entitlements/home.yaml": ENTITLEMENTS,
    "england/help.yaml": HELP,
    "england/passport/money.yaml": PASSPORT,
    "england/papers.yaml": PAPERS,
    "england/reviews.yaml": REVIEWS,
    "england/status/statuses.yaml": STATUSES,
    "england/status/rules.yaml": STATUS_RULES,
    "england/status/flags.yaml": STATUS_FLAGS,
    "england/challenges.yaml": CHALLENGES,
    "england/glossary.yaml": GLOSSARY,
    "oldshire/pack.yaml": PACK,
    "oldshire/pledge.yaml": PLEDGE,
    "oldshire/offer.yaml": OFFER,
    "oldshire/contacts.yaml": CONTACTS,
    "oldshire/overrides.yaml": OVERRIDES,
}


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the good content, with `files` in place of its own or beside them; gives the content folder."""
    content = folder / "content"
    for name, text in {**FILES, **(files or {})}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def findings_of(content: Path) -> list[Finding]:
    with clock.fixed(TODAY):
        return examine(content)[1]


def library_of(content: Path) -> Library:
    with clock.fixed(TODAY):
        library, findings = examine(content)
    assert library is not None, [str(finding) for finding in findings]
    return library


def spoil(folder: Path, file: str, old: str, new: str) -> tuple[list[Finding], int]:
    """The findings after `old` became `new` (once) in a file, and the line where the change starts."""
    text = FILES[file]
    assert old in text, f"{file} has no {old!r}"
    before = text.split(old, 1)[0]
    content = write(folder, {file: text.replace(old, new, 1)})
    # A change that starts with a line break is about the line after it.
    start = len(new) - len(new.lstrip("\n "))
    return findings_of(content), (before + new[:start]).count("\n") + 1


def body(answer: TestResponse) -> Any:
    """The JSON of an answer."""
    return answer.get_json()
