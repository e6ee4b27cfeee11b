"""Each thing that can be wrong in an entry is named with file, line, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.packs import spoil

HOME = "england/entitlements/home.yaml"
HELP = "england/help.yaml"
MONEY = "england/passport/money.yaml"
PAPERS = "england/papers.yaml"
REVIEWS = "england/reviews.yaml"
PLEDGE = "oldshire/pledge.yaml"
RULES = "england/status/rules.yaml"
CHALLENGES = "england/challenges.yaml"
PACK = "oldshire/pack.yaml"
OWNER = "owner: Leaving care team"
OFFER = "oldshire/offer.yaml"

# name: (file, what stands there, what is written instead, what the finding says, what it tells to write)
WRONG = {
    "unknown field": (HOME, "pitfalls:", "pitfals:", "`pitfals` is not known here", "`pitfalls`"),
    "unknown far field": (HOME, "decides: Your", "zzz: Your", "`zzz` is not known here", "one of"),
    "not text": (HOME, "title: Money for your first home", "title: 12", "`title` is not text (12)", "in quotes"),
    "no text": (HOME, "title: Money for your first home", 'title: "  "', "`title` has no text", "a few plain words"),
    "null text": (HOME, "title: Money for your first home", "title:", "`title` is empty", "`title:"),
    "long title": (HOME, "title: Money", "title: Very " + "very " * 12 + "long money", "characters", "at most 60"),
    "unknown kind": (HOME, "kind: guidance", "kind: gudance", "'gudance' is not known for `kind`", "guidance"),
    "unknown group": (HOME, "group: home", "group: xx", "'xx' is not known for `group`", "one of home, money"),
    "list is none": (HOME, "pitfalls: [It is not for rent.]", "pitfalls: No rent.", "this is not a list", "[…]"),
    "amount is no integer": (HOME, "300000", "3000.50", "3000.5 is not a whole number", "whole pence"),
    "amount is text": (HOME, "300000", "£3,000", "'£3' is not a whole number", "whole pence"),
    "amount is true": (HOME, "300000", "true", "True is not a whole number", "whole pence"),
    "amount below zero": (HOME, "300000", "-5", "-5 is not a whole number", "whole pence"),
    "text amount is a number": (HOME, "A bed}", "12}", "12 is not text", "in quotes"),
    "value without date": (HOME, "{2023-04-01: A bed}", "{soon: A bed}", "'soon' is not a date", "2026-11-22"),
    "no values": (HOME, "{2023-04-01: A bed}", "{}", "`values` has no value by date", "values: {2026-04-01"),
    "amount without unit": (HOME, "unit: text, ", "", "`unit` is missing", "`unit: pence | percent"),
    "date is none": (
        HOME,
        "as_at: 2024-10-25",
        "as_at: 25 October",
        "`as_at` '25 October' is not a date",
        "2026-11-22",
    ),
    "date not in calendar": (
        HOME,
        "as_at: 2024-10-25",
        "as_at: 2024-02-31",
        "'2024-02-31' is not a date",
        "a date like",
    ),
    "date with time": (HOME, "as_at: 2024-10-25", "as_at: 2024-02-01 10:00:00", "is not a date", "a date like"),
    "month only": (HOME, "as_at: 2024-10-25", "as_at: 2024-10", "'2024-10' is not a date", "a date like"),
    "link to nothing": (HOME, "[rail-card]", "[railcard]", "`see_also` points to `railcard`", "rail-card"),
    "challenge of nothing": (HOME, "e: complain", "e: complan", "`challenge` points to `complan`", "write complain"),
    "text adds up": (HOME, "unit: text, ", "unit: text, adds_up: true, ", "does not add up to money", "no `adds_up`"),
    "adding up is false": (HOME, "adds_up: true", "adds_up: false", "does not add up to money", "no `adds_up`"),
    "question with its id": (HOME, 'ask: "Are', 'ask_id: x, ask: "Are', "condition key `ask_id`", 'ask: "<a plain'),
    "unknown status name": ("england/status/statuses.yaml", "id: frc", "id: fcr", "'fcr' is not known for `id`", "frc"),
    "unknown flag": ("england/status/flags.yaml", "id: E1,", "id: E11,", "'E11' is not known for `id`", "E1"),
    "unknown rule": (RULES, "id: D13", "id: D21", "'D21' is not known for `id`", "D2"),
    "unknown hole": (RULES, "with {days}", "with {day}", "`because` has {day}, which", "{age} or {days} or {date}"),
    "half a hole": (RULES, "with {days}", "with {days", "`because` has {, which", "{age} or {days} or {date}"),
    "date in another rule": (RULES, 'are {age}."', 'are {date}."', "has {date}, which", "{age} or {days} inst"),
    "two units": (CHALLENGES, "{months: 12}", "{months: 12, days: 1}", "this time has 2 units", "exactly one"),
    "no unit": (CHALLENGES, "{months: 12}", "{}", "this time has 0 units", "exactly one"),
    "unknown unit": (CHALLENGES, "{months: 12}", "{month: 12}", "`month` is not known here", "`months`"),
    "counted from nothing": (CHALLENGES, ", counted_from: decision", "", "nothing says from when", "counted_from:"),
    "counting nothing": (CHALLENGES, "within: {months: 12}, ", "", "`counted_from` has no time", "`within: …`"),
    "longest of nothing": (CHALLENGES, "g., acts: you", "g., acts: you, longest: {days: 1}", "no time", "`within: …`"),
    "answer to no complaint": (
        CHALLENGES,
        "text: Ask them., acts: you",
        "text: Ask them., acts: them, within: {days: 2}, counted_from: complaint",
        "no step before this is the complaint",
        "`counted_from: decision`",
    ),
    "step after nothing": (
        CHALLENGES,
        "text: Ask them., acts: you",
        "text: Ask them., acts: you, within: {days: 2}, counted_from: step",
        "no step before this is the step",
        "`counted_from: decision`",
    ),
    "no steps": (CHALLENGES, "[{id: ask-why, title: Ask, text: Ask them., acts: you}]", "[]", "`steps` is an", "1 or"),
    "days to answer": (PACK, OWNER, "answer_days: 61", "`answer_days` 61 does not fit", "1 to 60"),
    "hours without quotes": (
        PACK,
        OWNER,
        'working_hours: {opens: 8:30, closes: "17:00"}',
        "`opens` 510 is no",
        '"08:30"',
    ),
    "hours turned round": (PACK, OWNER, 'working_hours: {opens: "17:00", closes: "09:00"}', "`closes` is not", "08:30"),
    "no days to answer": (PACK, OWNER, "answer_days: 0", "`answer_days` 0 does not", "1 to 60"),
    "not https": (HOME, "[https://www.gov", "[http://www.gov", "is not a web address", "https://"),
    "id is no slug": (HOME, "id: home-money", "id: Home Money", "'Home Money' is not a short name", "small letters"),
    "unknown status": (HOME, "status_any: [frc]", "status_any: [frcc]", "'frcc' is not known", "frc"),
    "unknown not_for": (HOME, "[qualifying]", "[qualifing]", "'qualifing' is not known for `not_for`", "qualifying"),
    "unknown condition": (HOME, "living: [custody]", "working: true", "condition key `working`", 'ask: "<a plain'),
    "condition meant": (HOME, "age_max: 24", "max_age: 24", "condition key `max_age`", "ask:"),
    "nobody is that old": (HOME, "age_max: 24", "age_max: 17", "nobody is 18 or more and 17 or less", "larger age_max"),
    "age is text": (HOME, "age_max: 24", "age_max: old", "`age_max` 'old' is not a whole number", "a whole number"),
    "age too high": (HOME, "age_max: 24", "age_max: 2400", "`age_max` 2400 does not fit", "0 to 120"),
    "empty any": (HELP, "topics: [mind, danger]", "topics: []", "`topics` is an empty list", "1 or more"),
    "flag is none": (HELP, "free: true\n", "free: maybe\n", "neither true nor false", "true or false"),
    "nobody to reach": (
        HELP,
        "contacts: [], per_council: true",
        "contacts: []",
        "nobody can be reached",
        "per_council",
    ),
    "number with words": (HELP, '"116 123"', '"ask the operator"', "does not fit the type call", "116 123"),
    "web without https": (
        HELP,
        '"https://example.org.uk"',
        '"example.org.uk"',
        "does not fit the type web",
        "https://",
    ),
    "call in text form": (HELP, "type: call", "type: phone", "'phone' is not known for `type`", "one of call"),
    "skill without why": (MONEY, "why: So money lasts.", "wy: So money lasts.", "`wy` is not known here", "why"),
    "skill heading": (MONEY, "heading: finances\n", "heading: finance\n", "'finance' is not known", "finances"),
    "cost is none": (PAPERS, "10200", "free", "'free' is not a whole number", "whole pence"),
    "two rhythms": (REVIEWS, "{months: 6}", "{months: 6, weeks: 2}", "`every` has 2 rhythms", "exactly one"),
    "strength": (PLEDGE, "strength: must", "strength: should", "'should' is not known", "must"),
    "offer heading": (OFFER, "heading: money", "heading: monney", "'monney' is not known", "money"),
    "offer links to nothing": (OFFER, "entitlement: home-money", "entitlement: home-mony", "`home-mony`", "home-money"),
    "state": (PACK, "state: example", "state: exmple", "'exmple' is not known", "example"),
    "extends nothing": (
        PACK,
        "extends: england",
        "extends: englnd",
        "no base pack `englnd`",
        "england",
    ),
    "slug is not folder": (
        PACK,
        "slug: oldshire",
        "slug: newshire",
        "not the name of",
        "slug: oldshire",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_entry_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    file, old, new, says, instead = WRONG[name]
    findings, line = spoil(tmp_path, file, old, new)
    here = [str(finding) for finding in findings if finding.file == f"content/{file}" and finding.line == line]
    assert any(says in text and "write " in text and instead in text for text in here), [str(f) for f in findings]


# name: (file, the line that is taken out, the first line of the entry, what the finding says)
MISSING = {
    "sources": (HOME, "    sources: [DfE guidance volume 3]\n", 2),
    "as_at": (HOME, "    as_at: 2024-10-25\n", 2),
    "review_by": (HELP, "    review_by: 2027-04-01\n", 2),
    "confidence": (PAPERS, "    confidence: high\n", 2),
    "summary": (OFFER, "    summary: The paper names a sum.\n", 2),
    "who": (REVIEWS, "    who: {status_any: [eligible]}\n", 2),
    "challenge": (HOME, "    challenge: complain\n", 2),
    "because": (RULES, "    because: You are {age}, with {days} days in care. You get there on {date}.\n", 2),
    "intro": (CHALLENGES, "    intro: You can complain.\n", 2),
    "can": (MONEY, "        can: I can make a budget.\n", 10),
    "text": (PLEDGE, "          text: We keep you safe.\n", 8),
    "paper": (PACK, "paper: {title: Care leavers' strategy, date: 2016-10-31, file: paper.txt}\n", 1),
    "extends": (PACK, "extends: england\n", 1),
}


@pytest.mark.parametrize("name", MISSING)
def test_each_missing_field_is_named_with_the_line_of_its_entry(name: str, tmp_path: Path) -> None:
    file, text, line = MISSING[name]
    findings, _ = spoil(tmp_path, file, text, "")
    assert (f"content/{file}", line) in {(finding.file, finding.line) for finding in findings}
    assert any(f"`{name}` is missing; write `{name}: " in finding.text for finding in findings)


def test_an_empty_list_of_sources_is_a_missing_source(tmp_path: Path) -> None:
    findings, line = spoil(tmp_path, HOME, "sources: [DfE guidance volume 3]", "sources: []")
    assert [(finding.line, "`sources` is an empty list" in finding.text) for finding in findings] == [(line, True)]


def test_several_wrong_things_are_all_named(tmp_path: Path) -> None:
    findings, _ = spoil(tmp_path, HOME, "group: home\n    also_called: [grant]", "group: hme\n    also_caled: [grant]")
    assert sorted(finding.line for finding in findings) == [4, 5]
