"""What the people of the state machine do with dates: who may do what, and with which bodies."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.support.device import Operation

Deed = tuple[str, dict[str, Any]]

DAYS = ("2027-06-10", "2027-12-31")
WHEN = [{"day": day, "time": time} for day, time in ((DAYS[0], "14:00"), (DAYS[1], None))]
OWN = [when | {"title": title, "shared": shared} for when in WHEN for title, shared in (("a", True), ("b", False))]
KIND = {"kind": "pathway-plan-review"}
BEGINNINGS: dict[bool, list[Deed]] = {
    True: [("date.ask", KIND | {"words": ""}), *(("date.own", body) for body in OWN)],
    False: [("date.plan", when | KIND) for when in WHEN],
}
# What each may do with a review, and what only the owner may do with an own date.
REVIEWS: dict[bool, list[Deed]] = {
    True: [
        *(("date.propose", when) for when in WHEN),
        *(("prepare.put", {"heading": "career", "face": 3, "words": words}) for words in ("a", "b")),
        *(
            ("prepare.share", {"heading": heading, "shared": shared})
            for heading in ("career", None)
            for shared in (True, False)
        ),
        ("plan.answer", {"agree": True}),
        ("plan.answer", {"agree": False, "words": "no"}),
    ],
    False: [
        *(("date.move", when) for when in WHEN),
        *(("date.mark", {"state": state}) for state in ("held", "missed", "cancelled")),
        ("date.decline", {"words": "no"}),
        *(("agreement.put", {"agreement": None, "what": "x", "who": who}) for who in ("me", "adviser")),
    ],
}
OWNS: list[Deed] = [*(("date.own_change", body) for body in OWN), ("date.own_cancel", {})]


@st.composite
def deeds(draw: Any, device: Any, space: Any, *, owner: bool) -> Deed | None:
    """Something that this device can do with a date that it has; None when it has none."""
    rows = device.rows(space, "dates")
    mine = sorted(id_ for id_, row in rows.items() if row["kind"] == "own")
    reviews = sorted(set(rows) - set(mine))
    agreed = device.rows(space, "agreements")
    choices: list[Deed] = [
        (kind, body | {"date": date})
        for dates, bodies in ((reviews, REVIEWS[owner]), (mine if owner else [], OWNS))
        for date in dates
        for kind, body in bodies
    ]
    choices += [("agreement.done", {"agreement": id_, "done": done}) for id_ in agreed for done in (True, False)]
    if not owner:
        choices += [
            ("agreement.put", {"date": row["date"], "agreement": id_, "what": "y", "who": "other"})
            for id_, row in agreed.items()
        ]
    deed: Deed | None = draw(st.sampled_from(choices)) if choices else None
    return deed


def too_early_to_be_held(operation: Operation) -> bool:
    """Whether somebody said that a review took place: it is taken only once its day, as the server has it, is there."""
    return (operation["kind"], operation["body"].get("state")) == ("date.mark", "held")
