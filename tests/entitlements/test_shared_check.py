"""The check that a young person shares: theirs alone to give, seen while it is shared, gone when it is taken back."""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care, operation
from tests.support.device import Device
from webapp.core import clock
from webapp.core.crypto import get_crypto
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.entitlements import service
from webapp.entitlements.models import SharedCheck
from webapp.spaces.models import Space

from .told import (
    EARLY,
    LATE,
    LATEST,
    RESULT,
    bytes_of_the_database,
    foreign_adviser,
    refusal,
    result_with,
    share,
)


def checks(care: Care, person: crowd.Person, after: int | None = None) -> list[dict[str, Any]]:
    return care.rows(person, "shared_checks", after)


def test_a_shared_check_is_seen_by_both_as_it_was_sent(care: Care) -> None:
    assert care.outcome(care.maya, share(care, RESULT))["outcome"] == "applied"
    seq = care.seq()
    for person in (care.maya, care.sam):
        assert checks(care, person) == [{"id": "check", "seq": seq, "result": RESULT, "at": EARLY}]
    assert care.part(care.ali) is None


def test_what_the_check_really_answers_can_be_shared(care: Care) -> None:
    spells = [{"start": "2020", "end": "not_sure", "type": "foster"}]
    answers = {"dob": "2008-05-04", "nation": "not_sure", "care_spells": spells}
    found: Any = care.maya_phone.client.post("/api/v1/entitlements/check", json={"answers": answers}).json
    del found["status"]["words"]
    entries = [{name: one[name] for name in ("id", "state", "on", "until")} for one in found["entitlements"]]
    result = {"status": found["status"], "entitlements": entries, "made_on": found["today"]}
    assert found["status"]["unsure"]
    assert care.outcome(care.maya, share(care, result)) | {"id": ""} == {"id": "", "outcome": "applied"}


def test_a_later_check_takes_the_place_of_the_last(care: Care) -> None:
    care.send(care.maya, share(care, RESULT))
    start = care.seq()
    care.send(care.maya, share(care, result_with(status="frc"), LATE))
    assert [row["result"]["status"]["status"] for row in checks(care, care.sam, start)] == ["frc"]
    assert care.outcome(care.maya, share(care, RESULT))["outcome"] == "superseded"


def test_only_the_young_person_shares(care: Care) -> None:
    assert refusal(care.outcome(care.sam, share(care, RESULT))) == "not-allowed"
    care.send(care.maya, share(care, RESULT))
    assert refusal(care.outcome(care.sam, share(care, None, LATE))) == "not-allowed"
    assert refusal(care.outcome(care.ali, share(care, None, LATE))) == "not-found"
    person, phone = foreign_adviser(care)
    answer = phone.post({"account": str(person.id), "operations": [share(care, RESULT, LATE)]}).json
    assert refusal(answer["outcomes"][0]) == "not-found"
    assert answer["spaces"] == []
    assert [row["result"] for row in checks(care, care.sam)] == [RESULT]


def test_taken_back_it_is_gone_from_every_device(care: Care) -> None:
    other_phone = crowd.add_phone(care.app, care.maya)
    phones = ((care.maya_phone, care.maya), (other_phone, care.maya), (care.sam_phone, care.sam))
    devices = [Device(phone, person.id, clock.now) for phone, person in phones]
    for result, seen in ((RESULT, ["check"]), (None, [])):
        devices[0].do(care.space, "check.share", result=result)
        for device in devices:
            device.settle()
        assert [list(device.rows(care.space, "shared_checks")) for device in devices] == [seen] * 3


def test_taken_back_it_is_not_kept_even_sealed(care: Care) -> None:
    care.send(care.maya, share(care, RESULT), share(care, None, LATE))
    with get_db().read() as db:
        assert db.get_one(SharedCheck, care.space).result is None


def test_whoever_never_had_it_does_not_hear_that_it_was_shared(care: Care) -> None:
    before = care.seq()
    care.send(care.maya, share(care, RESULT), share(care, None, LATE))
    assert checks(care, care.sam, before) == []
    assert checks(care, care.sam) == []
    robin = crowd.add_person("Robin", Role.ADVISER)
    phone = crowd.add_phone(care.app, robin)
    crowd.assign(care.maya, robin)
    for after in range(care.seq()):
        cursors = {str(care.space): {"epoch": care.epoch(care.maya), "seq": after}}
        (part,) = phone.post({"account": str(robin.id), "cursors": cursors}).json["spaces"]
        assert "shared_checks" not in part["changes"]


def test_nothing_is_heard_of_taking_back_what_was_never_shared(care: Care) -> None:
    assert care.outcome(care.maya, share(care, None))["outcome"] == "applied"
    before = care.seq()
    assert checks(care, care.sam) == []
    care.send(care.maya, share(care, RESULT, LATE), share(care, None, LATEST))
    assert checks(care, care.sam, before) == []


def test_an_adviser_who_left_and_came_back_still_loses_it(care: Care) -> None:
    care.send(care.maya, share(care, RESULT))
    had_it = care.seq()
    crowd.assign(care.maya, None)
    care.send(care.maya, share(care, None, LATE))
    crowd.assign(care.maya, care.sam)
    assert [(row["id"], row["deleted"]) for row in checks(care, care.sam, had_it)] == [("check", True)]


def test_shared_again_it_is_seen_again(care: Care) -> None:
    care.send(care.maya, share(care, RESULT), share(care, None, LATE), share(care, RESULT, LATEST))
    assert [row["at"] for row in checks(care, care.sam)] == [LATEST]


@pytest.mark.parametrize("order", itertools.permutations(range(3)))
@pytest.mark.parametrize("last", [RESULT, None])
def test_any_order_of_arrival_ends_the_same(care: Care, order: Sequence[int], last: Any) -> None:
    made = [share(care, RESULT), share(care, None if last else RESULT, LATE), share(care, last, LATEST)]
    for place in order:
        assert care.outcome(care.maya, made[place])["outcome"] in ("applied", "superseded")
    for person in (care.maya, care.sam):
        assert [row["result"] for row in checks(care, person) if "deleted" not in row] == ([last] if last else [])


def test_the_same_operation_again_changes_nothing(care: Care) -> None:
    shared = share(care, RESULT)
    first = care.outcome(care.maya, shared)
    seq = care.seq()
    assert care.outcome(care.maya, shared) == first
    care.send(care.maya, share(care, None, LATE))
    assert care.outcome(care.maya, shared) == first
    assert [row.get("deleted") for row in checks(care, care.maya)] == [True]
    assert care.seq() == seq + 1
    other = shared | {"body": {"result": None}}
    assert refusal(care.outcome(care.maya, other)) == "reused-id"


def changed(path: str, value: Any) -> dict[str, Any]:
    """A good result with something else at one place, or without it when the value is `...`."""
    result: Any = copy.deepcopy(RESULT)
    *way, last = path.split(".")
    spot = result
    for step in way:
        spot = spot[int(step)] if step.isdigit() else spot[step]
    if value is ...:
        del spot[last]
    else:
        spot[last] = value
    return dict(result)


BAD = [
    ("status", ...),
    ("status", None),
    ("status", []),
    ("entitlements", None),
    ("entitlements", {}),
    ("entitlements", [RESULT["entitlements"][0]] * 301),  # type: ignore[index]
    ("made_on", ...),
    ("made_on", "2026-02-30"),
    ("made_on", "today"),
    ("answers", {"dob": "2008-05-04"}),
    ("status.age", True),
    ("status.age", "18"),
    ("status.age", 18.0),
    ("status.age", -1),
    ("status.age", 10**30),
    ("status.days", None),
    ("status.days", 50_001),
    ("status.band", "18_to_20"),
    ("status.status", "frc_education"),
    ("status.status", None),
    ("status.best_guess", "care_leaver"),
    ("status.possible", ["frc"] * 9),
    ("status.possible", [None]),
    ("status.possible", "frc"),
    ("status.frc_education", "yes"),
    ("status.frc_education", 1),
    ("status.rule", "13"),
    ("status.rule", "D13 because I was in Mrs Low's home"),
    ("status.rule", None),
    ("status.guess_rule", "D١٣"),
    ("status.day_91", "91"),
    ("status.changes", [{"on": "2029-05-04", "status": "frc"}]),
    ("status.changes.0.why", "age"),
    ("status.flags", ["E1\n"]),
    ("status.flags", ["E1"] * 1001),
    ("status.unsure", ["I lived with my nan"]),
    ("status.unsure", ["x" * 65]),
    ("status.dob", "2008-05-04"),
    ("entitlements.0.id", ""),
    ("entitlements.0.id", "x" * 65),
    ("entitlements.0.id", "Setting up home"),
    ("entitlements.0.id", 7),
    ("entitlements.0.state", "soon"),
    ("entitlements.0.on", "20260504"),
    ("entitlements.0.until", ...),
    ("entitlements.0.because", []),
    *((f"status.{name}", ...) for name in RESULT["status"]),
]


def test_a_bad_result_is_refused_whole(care: Care) -> None:
    # All in one request: nothing is written, so that none can hide another.
    outcomes = care.send(care.maya, *[share(care, changed(path, value)) for path, value in BAD]).json["outcomes"]
    said = [
        (path, value, outcome.get("problem", {}).get("status"))
        for (path, value), outcome in zip(BAD, outcomes, strict=True)
    ]
    assert [one for one in said if one[2] != 422] == []
    assert checks(care, care.maya) == []


@pytest.mark.parametrize("body", [{}, {"result": 7}, {"result": []}, {"result": "x"}, {"result": None, "extra": 1}])
def test_a_bad_body_is_refused_whole(care: Care, body: dict[str, Any]) -> None:
    assert refusal(care.outcome(care.maya, operation(care.space, "check.share", **body))) == "not-valid"
    assert checks(care, care.maya) == []


def test_a_result_of_300_entitlements_fits(care: Care) -> None:
    entries = [{"id": f"right-{number}", "state": "maybe", "on": None, "until": None} for number in range(300)]
    assert care.outcome(care.maya, share(care, RESULT | {"entitlements": entries}))["outcome"] == "applied"
    assert checks(care, care.sam)[0]["result"]["entitlements"] == entries


def test_it_is_sealed_in_the_database_as_canonical_json(care: Care) -> None:
    care.send(care.maya, share(care, RESULT))
    found = bytes_of_the_database()
    assert b"check.share" in found
    for secret in (b"setting-up-home", b"qualifying", b"care_spells"):
        assert secret not in found
    with get_db().read() as db:
        row, space = db.get_one(SharedCheck, care.space), db.get_one(Space, care.space)
        assert row.result
        text = get_crypto().open(space.wrapped_key, service.result_place(row), row.result)
    assert text == json.dumps(RESULT, sort_keys=True, separators=(",", ":"))
    with get_db().write() as db:
        db.execute(update(SharedCheck).values(space_id=care.ali.space, seq=1))
    assert care.send(care.ali).status_code == 500
