"""A council's local offer in the objects of the Open Referral UK profile (HSDS-UK 3.0). What we lack is left out."""

from __future__ import annotations

from typing import Any

from ...content.library import Council
from ..headings import TERM_IDS, term
from ..ids import feed_id

Thing = dict[str, Any]
# How a description carries what the profile has no field of its own for; the import reads it back.
HOW_TO_ASK = "How to ask:"


def services(council: Council, origin: str) -> list[Thing]:
    """Every line of the offer as a service with all that belongs to it, in the order of the pack.

    `origin` is where its page is: the app's own address.
    """
    return [_service(council, entry, origin) for entry in council.offer]


def service_at_locations(council: Council, origin: str) -> list[Thing]:
    """Where each service is. An offer has no addresses, so each is at the council's one virtual location."""
    found = services(council, origin)
    return [{**at, "service": in_list(one)} for one in found for at in one["service_at_locations"]]


def in_list(service: Thing) -> Thing:
    """What a list says of a service: its own fields, its organisation and its terms."""
    return {name: value for name, value in service.items() if name != "service_at_locations"}


def organization(council: Council) -> Thing:
    """The council, which gives all its services."""
    return {
        "id": feed_id("council", council.slug),
        "name": council.name,
        "description": f"The local offer for care leavers of {council.name}.",
    }


def _service(council: Council, entry: Thing, origin: str) -> Thing:
    id_ = feed_id("offer", council.slug, entry["id"])
    example = council.state == "example"
    return {
        "id": id_,
        "organization_id": feed_id("council", council.slug),
        "name": entry["title"],
        "description": f"{entry['summary']}\n\n{HOW_TO_ASK} {entry['how_to_ask']}",
        "url": f"{origin}/rights/offer/{entry['id']}?council={council.slug}",
        # An example was made from an old paper: nobody may take it for something that is there today.
        "status": "inactive" if example else "active",
        **({"alert": _alert(council)} if example else {}),
        "assured_date": entry["as_at"],
        "last_modified": f"{entry['as_at']}T00:00:00.000Z",
        "organization": organization(council),
        "attributes": [_attribute(council, entry, id_)],
        "service_at_locations": [_at(council, entry, id_)],
    }


def _alert(council: Council) -> str:
    paper = council.paper or {}
    return f"An example, made from an old paper ({paper.get('title')}, {paper.get('date')}). Not what is offered today."


def _attribute(council: Council, entry: Thing, service_id: str) -> Thing:
    return {
        "id": feed_id("attribute", council.slug, entry["id"]),
        "link_id": service_id,
        "link_type": "service_type",
        "taxonomy_term_id": TERM_IDS[entry["heading"]],
        "taxonomy_term": term(entry["heading"]),
    }


def _at(council: Council, entry: Thing, service_id: str) -> Thing:
    location = feed_id("location", council.slug)
    return {
        "id": feed_id("at", council.slug, entry["id"]),
        "service_id": service_id,
        "location_id": location,
        "location": {
            "id": location,
            "location_type": "virtual",
            "name": council.name,
            "description": "No address. How to ask is in the description of each service.",
        },
    }
