"""What the Open Referral UK profile (HSDS-UK 3.0) asks of each object: names, kinds, and which are required.

Source: github.com/OpenReferralUK/uk-profile, commit ecdfabf (10 October 2024): `schema/service.json`, `taxonomy.json`,
`taxonomy_term.json`, `service_at_location.json`, `location.json`, `organization.json`, `attribute.json`; the envelope
and the parameters are from `schema/openapi.json`. The details of an API, all three required, are in `api_details.json`
of the standard's validator (github.com/tpximpact/OpenReferralApi, `Schemas/V3.0-UK`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

Kind = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str)


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def yes_no(value: Any) -> bool:
    return isinstance(value, bool)


def uuid(value: Any) -> bool:
    return isinstance(value, str) and str(UUID(value)) == value


def uri(value: Any) -> bool:
    return isinstance(value, str) and bool(urlsplit(value).scheme and urlsplit(value).netloc)


def day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def moment(value: Any) -> bool:
    # Milliseconds and a zone: "should have millisecond accuracy", RFC 3339.
    return isinstance(value, str) and len(value) == 24 and datetime.fromisoformat(value).tzinfo is not None


def one_of(*codes: str) -> Kind:
    return lambda value: value in codes


def many(name: str) -> Kind:
    return lambda value: isinstance(value, list) and all(follows(name, one) for one in value)


def inner(name: str) -> Kind:
    return lambda value: follows(name, value)


FIELDS: dict[str, dict[str, Kind]] = {
    "api_details": {"version": text, "profile": uri, "openapi_url": uri},
    "page": {
        "total_items": whole, "total_pages": whole, "page_number": whole, "size": whole, "first_page": yes_no,
        "last_page": yes_no, "empty": yes_no, "contents": lambda value: isinstance(value, list),
    },
    "service": {
        "id": uuid, "organization_id": uuid, "name": text, "description": text, "url": uri, "email": text,
        "status": one_of("active", "inactive", "defunct", "temporarily closed"), "fees": text, "accreditations": text,
        "minimum_age": number, "maximum_age": number, "assured_date": day, "assurer_email": text, "alert": text,
        "last_modified": moment, "service_at_locations": many("service_at_location"),
        "organization": inner("organization"), "attributes": many("attribute"),
    },
    "organization": {
        "id": uuid, "name": text, "description": text, "email": text, "website": uri, "logo": text, "uri": uri,
        "parent_organization_id": uuid,
    },
    "attribute": {
        "id": uuid, "link_id": uuid, "taxonomy_term_id": uuid, "link_type": text,
        "taxonomy_term": inner("taxonomy_term"),
    },
    "taxonomy": {
        "id": uuid, "name": text, "description": text, "uri": uri, "version": text,
        "taxonomy_terms": many("taxonomy_term"),
    },
    "taxonomy_term": {
        "id": uuid, "name": text, "description": text, "parent_id": uuid, "taxonomy": text, "taxonomy_id": uuid,
        "term_uri": uri, "term": text,
    },
    "service_at_location": {
        "id": uuid, "service_id": uuid, "location_id": uuid, "location": inner("location"), "service": inner("service"),
    },
    "location": {
        "id": uuid, "location_type": one_of("physical", "postal", "virtual"), "name": text, "description": text,
        "latitude": number, "longitude": number, "external_identifier": text, "external_identifier_type": text,
    },
}  # fmt: skip

REQUIRED: dict[str, tuple[str, ...]] = {
    "api_details": ("version", "profile", "openapi_url"),
    "page": tuple(FIELDS["page"]),
    "service": ("id", "name", "status"),
    "organization": ("id", "name", "description"),
    "attribute": ("id",),
    "taxonomy": ("id", "name", "description"),
    "taxonomy_term": ("id", "name", "description"),
    "service_at_location": ("id",),
    "location": ("id", "location_type"),
}

# Parameters of each list (`paths` and `components/parameters`).
PAGING = ("page", "per_page")
SERVICES = (*PAGING, "search", "taxonomy_term_id", "taxonomy_id", "minimum_age", "maximum_age", "start_time",
            "end_time", "day")  # fmt: skip
PARAMETERS = {
    "services": SERVICES,
    "service_at_locations": (*SERVICES, "postcode", "proximity"),
    "taxonomies": PAGING,
    "taxonomy_terms": PAGING,
}
OBJECTS = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


def wrong(name: str, value: Any) -> list[str]:
    """What in an object is not as the profile asks: missing, unknown to it, or of another kind."""
    if not isinstance(value, Mapping):
        return [f"{name} is no object"]
    missing = [f"{name}.{field} is missing" for field in REQUIRED[name] if field not in value]
    unknown = [f"{name}.{field} is unknown" for field in value if field not in FIELDS[name]]
    odd = [f"{name}.{field}: {value[field]!r}" for field, kind in FIELDS[name].items()
           if field in value and not kind(value[field])]  # fmt: skip
    return [*missing, *unknown, *odd]


def follows(name: str, value: Any) -> bool:
    """Whether an object is as the profile asks."""
    return not wrong(name, value)
