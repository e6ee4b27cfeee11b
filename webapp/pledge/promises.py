"""What a council promises now, by the id of each promise, in the order of its pledge."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.library import get_library


@dataclass(frozen=True)
class Promise:
    """A promise in the words of today."""

    place: int
    area: str
    text: str
    strength: str


def promises_of(council: str) -> dict[str, Promise]:
    """The promises of a council; none when it has no pledge here, or no pack."""
    library = get_library()
    pledge = library.council(council).pledge if library.has_council(council) else None
    every = [(area["title"], promise) for area in (pledge or {"areas": []})["areas"] for promise in area["promises"]]
    return {
        promise["id"]: Promise(place, title, promise["text"], promise["strength"])
        for place, (title, promise) in enumerate(every)
    }
