"""A new pack: the five files of a council, with notes that explain them, which pass the check as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

from .fields import SLUG

TEMPLATES = Path(__file__).parent / "starter"
LOOK_AGAIN_AFTER = timedelta(days=365)


class PackRefused(Exception):
    """The pack cannot be made. The text is a plain sentence that says why, and what to do."""


@dataclass(frozen=True)
class NewPack:
    """What the officer says about the council."""

    slug: str
    name: str
    owner: str
    council_type: str


def start_pack(pack: NewPack, into: Path, today: date) -> list[Path]:
    """Make the folder of a pack and its files in the content folder `into`, and give their paths.

    Raises `PackRefused` when the slug is no slug or the folder is there already; then nothing is made.
    """
    if not SLUG.fullmatch(pack.slug):
        raise PackRefused(f"{pack.slug!r} is not a short name. Use small letters, digits and hyphens: north-oldshire.")
    folder = into / pack.slug
    if folder.exists():
        raise PackRefused(f"{folder} is there already. Choose another short name, or change the files in it.")
    if not pack.name.strip() or not pack.owner.strip():
        raise PackRefused("The name and the owner need a few letters each.")
    said = {
        "slug": pack.slug,
        # A quoted text in JSON is one in YAML too.
        "name": json.dumps(pack.name.strip(), ensure_ascii=False),
        "owner": json.dumps(pack.owner.strip(), ensure_ascii=False),
        "council_type": pack.council_type,
        "today": today.isoformat(),
        "review_by": (today + LOOK_AGAIN_AFTER).isoformat(),
    }
    folder.mkdir(parents=True)
    made = []
    for template in sorted(TEMPLATES.glob("*.yaml")):
        path = folder / template.name
        path.write_text(Template(template.read_text(encoding="utf-8")).substitute(said), encoding="utf-8")
        made.append(path)
    return made
