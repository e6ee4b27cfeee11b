"""What each page is about, in the terms of schema.org: for search engines and other programs."""

from __future__ import annotations

from typing import Any

from ..content.packs import Entry
from ..core.i18n import bare
from .page import Place

Json = dict[str, Any]
# What a charity or a business gives is no service of a government.
_PRIVATE = "charity_or_business"


def service(entry: Entry, place: Place, provider: str) -> Json:
    """Something that a council, a department or a charity gives."""
    private = entry.get("kind") == _PRIVATE
    return _thing(
        "Service" if private else "GovernmentService",
        place,
        name=entry["title"],
        description=entry["summary"],
        provider={"@type": "Organization" if private else "GovernmentOrganization", "name": bare(provider)},
        areaServed={"@type": "AdministrativeArea", "name": place.council.name},
    )


def organisation(entry: Entry, place: Place) -> Json:
    """Somebody to call, text or write to."""
    by_phone = ("call", "text", "relay")
    points = [
        {"@type": "ContactPoint", "contactType": one["type"], "telephone": one["value"]}
        for one in entry["contacts"]
        if one["type"] in by_phone
    ]
    sites = [one["value"] for one in entry["contacts"] if one["type"] == "web"]
    said = {**({"contactPoint": points} if points else {}), **({"sameAs": sites} if sites else {})}
    return _thing("Organization", place, name=entry["title"], description=entry["who"], **said)


def term(entry: Entry, place: Place) -> Json:
    """A legal word."""
    return _thing("DefinedTerm", place, name=entry["term"], description=entry["meaning"])


def skill(entry: Entry, place: Place) -> Json:
    """Something to learn."""
    return _thing("LearningResource", place, name=entry["can"], description=entry["why"], teaches=bare(entry["can"]))


def how_to(entry: Entry, place: Place) -> Json:
    """Steps, one after the other."""
    steps = [{"@type": "HowToStep", "name": bare(step["title"])} for step in entry["steps"]]
    return _thing("HowTo", place, name=entry["title"], description=entry["intro"], step=steps)


def pledge(entry: Entry, place: Place) -> Json:
    """A council's promises."""
    publisher = {"@type": "GovernmentOrganization", "name": place.council.name}
    return _thing("CreativeWork", place, name=entry["title"], description=entry["intro"], publisher=publisher)


def _thing(kind: str, place: Place, *, name: str, description: str, **more: Any) -> Json:
    said = {"name": bare(name), "description": bare(description), "inLanguage": place.lang}
    return {"@context": "https://schema.org", "@type": kind, **said, **more}
