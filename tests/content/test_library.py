"""What the library holds: merged, in order, ready for JSON; overrides remembered; figures by date."""

from __future__ import annotations

import hashlib
import json
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.packs import HELP, OFFER, OVERRIDES, PACK, library_of, write
from webapp.content.findings import ContentError
from webapp.content.library import Council, open_library
from webapp.content.merging import merge
from webapp.content.packs import Item, Pack, Place
from webapp.content.reading import Document
from webapp.content.schemas.conditions import STATUSES
from webapp.content.schemas.status import FLAGS, RULES
from webapp.content.values import newest_as_at, value_on


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return library_of(write(tmp_path)).council("oldshire")


def test_a_base_pack_is_no_council(tmp_path: Path) -> None:
    library = library_of(write(tmp_path))
    assert [one.slug for one in library.councils()] == ["oldshire", "england"]
    assert library.has_council("oldshire")
    assert not library.has_council("england")
    assert library.council("england").cover["state"] == "base"
    assert library.council("england").pledge is None


def test_a_council_has_its_own_and_englands(council: Council) -> None:
    assert council.cover == {
        "slug": "oldshire",
        "name": "Oldshire",
        "state": "example",
        "paper": {"title": "Care leavers' strategy", "date": "2016-10-31"},
    }
    assert [entry["id"] for entry in council.entitlements] == ["home-money", "rail-card"]
    assert [entry["id"] for entry in council.help] == ["out-of-hours", "night-line"]
    assert [entry["id"] for entry in council.offer] == ["first-home"]
    assert council.pledge is not None
    assert council.skill_ids == {"money-01", "money-02"}
    assert council.paper_ids == {"passport"}


def test_entries_are_plain_json(council: Council) -> None:
    entries = [*council.entitlements, *council.papers, *council.reviews, *council.areas, *council.contacts]
    assert json.loads(json.dumps(entries)) == entries
    assert council.entitlements[0]["who"]["any"][2] == {"not": {"living": ["custody"]}}
    assert council.entitlements[0]["applies"] == {"from": "2023-04-01", "to": None}
    assert council.papers[0]["costs"] == [{"from": "2026-04-08", "value": 10200}]
    assert council.areas[0]["skills"][0]["try"] == "Write down a week."


def test_an_override_changes_only_what_it_names_and_remembers_the_rest(council: Council) -> None:
    entry = council.entitlements[0]
    assert entry["title"] == "Money for your first home"
    assert entry["amounts"][0]["values"] == [{"from": "2016-10-31", "value": 200000}]
    assert entry["overrides"]["amounts"]["england"][0]["values"] == [
        {"from": "2017-01-01", "value": 200000},
        {"from": "2023-04-01", "value": 300000},
    ]
    assert entry["overrides"]["as_at"] == {"england": "2024-10-25"}
    assert set(entry["overrides"]) == {"amounts", "sources", "as_at", "confidence"}
    assert "overrides" not in council.entitlements[1]


def test_two_councils_do_not_share_their_overrides(tmp_path: Path) -> None:
    pack = "slug: newshire\nname: Newshire\nextends: england\nstate: live\n"
    other = OVERRIDES.replace("200000", "250000")
    library = library_of(write(tmp_path, {"newshire/pack.yaml": pack, "newshire/overrides.yaml": other}))
    paid = [one.entitlements[0]["amounts"][0]["values"][0]["value"] for one in library.councils()[:2]]
    assert paid == [250000, 200000]
    assert library.council("newshire").pledge is None


def test_a_council_may_add_entries_of_its_own(tmp_path: Path) -> None:
    own = HELP.replace("night-line", "own-line").replace("out-of-hours", "own-night").replace("order: 10", "order: 1")
    council = library_of(write(tmp_path, {"oldshire/help.yaml": own})).council("oldshire")
    assert [entry["id"] for entry in council.help] == ["own-night", "out-of-hours", "night-line", "own-line"]


def test_an_offer_may_stand_in_two_files(tmp_path: Path) -> None:
    read_in = OFFER.replace("id: first-home", "id: read-in")
    council = library_of(write(tmp_path, {"oldshire/offer-imported.yaml": read_in})).council("oldshire")
    assert {entry["id"] for entry in council.offer} == {"first-home", "read-in"}


def test_a_question_is_named_by_its_english_words(council: Council) -> None:
    asking = council.entitlements[0]["who"]["any"][1]
    assert asking["ask_id"] == hashlib.sha256(b"Are you moving?").hexdigest()[:10]
    assert "ask_id" not in council.entitlements[0]["who"]["any"][0]


def test_a_council_has_words_for_statuses_and_ways_to_challenge(council: Council) -> None:
    assert {entry["id"] for entry in council.statuses} == set(STATUSES)
    assert {entry["id"] for entry in council.status_rules} == set(RULES)
    assert {entry["id"] for entry in council.status_flags} == set(FLAGS)
    ask, _, answer = council.challenges[0]["steps"]
    assert (ask["within"], ask["longest"], ask["counted_from"]) == (None, None, None)
    assert (answer["within"], answer["longest"]) == ({"working_days": 10}, {"working_days": 20})


def test_a_council_may_name_the_days_in_which_it_answers(council: Council, tmp_path: Path) -> None:
    assert council.answer_days == 10
    own = library_of(write(tmp_path, {"oldshire/pack.yaml": PACK + "answer_days: 5\n"})).council("oldshire")
    assert own.answer_days == 5


def test_a_council_may_name_its_working_hours(council: Council, tmp_path: Path) -> None:
    assert council.working_hours == (time(9), time(17))
    hours = 'working_hours: {opens: "08:30", closes: "16:45"}\n'
    own = library_of(write(tmp_path, {"oldshire/pack.yaml": PACK + hours})).council("oldshire")
    assert own.working_hours == (time(8, 30), time(16, 45))


def test_broken_content_opens_no_library(tmp_path: Path) -> None:
    content = write(tmp_path, {"england/help.yaml": HELP.replace("free: true\n", "free: yess\n", 1)})
    with pytest.raises(ContentError, match=r"content/england/help\.yaml:11: `free` 'yess' is neither true nor false"):
        open_library(content)


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(st.dictionaries(DAYS, st.one_of(st.none(), st.integers(0, 10**7)), min_size=1), DAYS)
def test_value_on_is_the_last_that_has_started(values: dict[date, int | None], day: date) -> None:
    listed = [{"from": start.isoformat(), "value": values[start]} for start in sorted(values)]
    started = [start for start in values if start <= day]
    assert value_on(listed, day) == (values[max(started)] if started else None)
    first = min(values)
    assert value_on(listed, first) == values[first]
    assert value_on(listed, first - timedelta(days=1)) is None


FIELDS = st.dictionaries(st.sampled_from(["title", "summary", "amounts", "sources", "x"]), st.integers(), min_size=1)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), FIELDS), st.dictionaries(st.sampled_from(["a", "b"]), FIELDS))
def test_overriding_changes_the_named_fields_and_no_others(
    base: dict[str, dict[str, int]], changes: dict[str, dict[str, int]]
) -> None:
    place = Place(Document("f", None, {}))
    england, council = Pack("england"), Pack("oldshire")
    england.items["help"] = [Item("help", {"id": id_, **fields}, place) for id_, fields in base.items()]
    council.overrides = {("help", id_): (place, fields) for id_, fields in changes.items()}
    merged, _ = merge(england, council)
    assert {item.raw["id"]: item.raw for item in merged["help"]} == {
        id_: {"id": id_, **fields, **changes.get(id_, {})} for id_, fields in base.items()
    }
    assert [item.raw for item in england.items["help"]] == [{"id": id_, **fields} for id_, fields in base.items()]


def test_newest_as_at_looks_inside() -> None:
    assert newest_as_at({"areas": [{"as_at": "2016-01-01"}, {"x": [{"as_at": "2020-01-01"}]}]}) == "2020-01-01"
    assert newest_as_at([]) is None
