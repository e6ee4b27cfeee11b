"""Two devices, any order of arrival: the same state, the same history, the same reminders."""

from __future__ import annotations

import itertools
import uuid
from typing import Any

from sqlalchemy import select

from tests.support.care import Care, operation
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeRow, NoticeState

from .planning import EXAM, REVIEW, WHEN, at, do, own, planned, steps_of

Row = dict[str, Any]
FEEL = {"heading": "career", "face": 2, "words": "a", "want": "", "change": ""}


def without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in ("seq", *names)}


def reminders(date: str) -> set[tuple[str, str, str]]:
    with get_db().read() as db:
        query = select(NoticeRow).where(NoticeRow.cause == f"date:{date}", NoticeRow.state == NoticeState.WAITING)
        return {(row.to_role, row.occurrence, to_wire(row.due)) for row in db.scalars(query)}


def ends(care: Care, date: str, steps: list[tuple[Any, str, Row]]) -> set[str]:
    """How the date ends for both, for each order in which the steps arrive; each is stamped in the order given."""
    found = set()
    for order in itertools.permutations(range(len(steps))):
        fresh = planned(care) if date == "planned" else do(care, care.maya, "date.ask", kind=REVIEW, words="")
        for number in order:
            person, kind, body = steps[number]
            made = operation(care.space, kind, at(number + 1), **(body | {"date": fresh}))
            assert care.outcome(person, made)["outcome"] != "refused"
        for person in (care.maya, care.sam):
            (row,) = [row for row in care.rows(person, "dates") if row["id"] == fresh]
            history = sorted(
                (step["at"], step["state"], step["day"] or "", step["words"])
                for step in care.rows(person, "date_steps")
                if step["date"] == fresh
            )
            found.add(repr((without(row, "id"), history, sorted(reminders(fresh)))))
    return found


def test_moves_marks_and_wishes(care: Care) -> None:
    steps: list[tuple[Any, str, Row]] = [
        (care.sam, "date.move", WHEN | {"day": "2027-01-20", "words": "a"}),
        (care.maya, "date.propose", WHEN | {"day": "2027-01-25", "words": "b"}),
        (care.sam, "date.mark", {"state": "missed", "words": "c"}),
        (care.sam, "date.move", WHEN | {"day": "2027-01-22", "words": "d"}),
    ]
    (end,) = ends(care, "planned", steps)
    assert "'day': '2027-01-22'" in end
    assert "'state': 'planned'" in end
    assert "'version': 3" in end
    assert "'proposed': None" in end
    assert "2027-01-22T08:00:00.000Z" in end


def test_a_wish_after_a_move_stays(care: Care) -> None:
    steps: list[tuple[Any, str, Row]] = [
        (care.sam, "date.move", WHEN | {"day": "2027-01-20"}),
        (care.sam, "date.decline", {"words": "no"}),
        (care.maya, "date.propose", WHEN | {"day": "2027-01-25", "words": "b"}),
    ]
    (end,) = ends(care, "planned", steps)
    assert "'proposed': None" not in end
    assert "'day': '2027-01-25'" in end
    assert "'state': 'planned'" in end


def test_one_asked_for_is_planned_and_a_later_no_is_about_something_else(care: Care) -> None:
    steps: list[tuple[Any, str, Row]] = [
        (care.sam, "date.move", WHEN | {"day": "2027-01-20"}),
        (care.maya, "date.propose", WHEN | {"day": "2027-01-25", "words": "b"}),
        (care.sam, "date.decline", {"words": "no"}),
    ]
    (end,) = ends(care, "asked", steps)
    assert "'state': 'planned'" in end
    assert "'proposed': None" in end


def test_a_no_before_a_yes(care: Care) -> None:
    steps: list[tuple[Any, str, Row]] = [
        (care.sam, "date.decline", {"words": "no"}),
        (care.sam, "date.move", WHEN | {"day": "2027-01-20"}),
        (care.sam, "date.mark", {"state": "cancelled", "words": ""}),
    ]
    (end,) = ends(care, "asked", steps)
    assert "'state': 'cancelled'" in end
    assert end.endswith("[])")


def test_own_dates_shared_and_taken_back_in_any_order(care: Care) -> None:
    changes = [("a", True), ("b", False), ("c", True), ("d", False)]
    for last in (3, 4):
        for order in itertools.permutations(range(last)):
            date = own(care)
            for number in order:
                title, shared = changes[number]
                body = EXAM | {"title": title, "shared": shared, "date": date}
                care.send(care.maya, operation(care.space, "date.own_change", at(number + 1), **body))
            (row,) = [row for row in care.rows(care.maya, "dates") if row["id"] == date]
            assert (row["title"], row["shared"], row["version"]) == (*changes[last - 1], 1 + last)
            seen = {row["id"] for row in care.rows(care.sam, "dates")}
            assert (date in seen) is changes[last - 1][1]
            assert len(steps_of(f"date:{date}")) == 3


def test_preparation_in_any_order(care: Care) -> None:
    steps: list[tuple[str, Row]] = [
        ("prepare.put", FEEL),
        ("prepare.share", {"heading": None, "shared": True}),
        ("prepare.put", FEEL | {"words": "b"}),
        ("prepare.share", {"heading": "finances", "shared": False}),
    ]
    found = set()
    for order in itertools.permutations(range(len(steps))):
        date = planned(care)
        for number in order:
            kind, body = steps[number]
            care.send(care.maya, operation(care.space, kind, at(number + 1), **(body | {"date": date})))
        for person in (care.maya, care.sam):
            rows = [row for row in care.rows(person, "preparations") if row["date"] == date]
            found.add((person.name, repr(sorted(repr(without(row, "id", "date")) for row in rows))))
    assert len(found) == 2
    (sams,) = [rows for name, rows in found if name == "Sam"]
    assert "'words': 'b'" in sams
    assert "finances" not in sams


def test_agreements_in_any_order(care: Care) -> None:
    found = set()
    for order in itertools.permutations(range(4)):
        date = planned(care)
        new = {"what": "a", "who": "me", "who_words": "", "by": "2027-02-01"}
        made = do(care, care.sam, "agreement.put", date=date, agreement=None, **new)
        steps: list[tuple[Any, str, Row]] = [
            (care.maya, "agreement.done", {"done": True}),
            (care.sam, "agreement.put", new | {"date": date, "what": "b", "who": "adviser"}),
            (care.sam, "agreement.done", {"done": False}),
            (care.sam, "agreement.put", new | {"date": date, "what": "c", "by": "2027-03-01"}),
        ]
        for number in order:
            person, kind, body = steps[number]
            care.send(person, operation(care.space, kind, at(number + 1), **(body | {"agreement": made})))
        (row,) = [row for row in care.rows(care.maya, "agreements") if row["id"] == made]
        found.add(repr((without(row, "id", "date"), sorted(steps_of(f"agreement:{made}")))))
    (end,) = found
    assert "'what': 'c'" in end
    assert "'done': False" in end
    assert "'adviser'" not in end


def test_answers_to_the_plan_in_any_order(care: Care) -> None:
    for order in itertools.permutations(range(3)):
        date = planned(care)
        for number in order:
            body = {"date": date, "agree": number != 1, "words": str(number)}
            care.send(care.maya, operation(care.space, "plan.answer", at(number + 1), **body))
        (row,) = [row for row in care.rows(care.sam, "plan_answers") if row["id"] == date]
        assert (row["agree"], row["words"]) == (True, "2")


def test_the_same_plan_twice_is_one_date(care: Care) -> None:
    made = operation(care.space, "date.ask", kind=REVIEW, words="")
    for _ in range(2):
        assert care.outcome(care.maya, made) == {"id": made["id"], "outcome": "applied"}
    assert len(care.rows(care.sam, "dates")) == len(care.rows(care.sam, "date_steps")) == 1
    assert uuid.UUID(care.rows(care.sam, "dates")[0]["id"])
