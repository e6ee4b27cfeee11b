"""The shape of every kind of content, one file for each kind."""

from __future__ import annotations

from functools import cache

from .base import Checked
from .challenges import ChallengeSchema
from .council import ContactSchema, OfferSchema, PackSchema, PledgeSchema
from .entitlements import GROUPS, EntitlementSchema
from .glossary import GlossarySchema
from .help import HelpSchema
from .papers import PaperSchema
from .passport import AreaSchema
from .reviews import ReviewSchema
from .status import StatusFlagSchema, StatusNameSchema, StatusRuleSchema

__all__ = ["GROUPS", "LISTS", "OVERRIDABLE", "Checked", "schema_of"]

# Kinds whose files hold a list of entries under the kind's name, and where a pack keeps them.
LISTS: dict[str, tuple[str, type[Checked]]] = {
    "entitlements": ("entitlements/*.yaml", EntitlementSchema),
    "help": ("help.yaml", HelpSchema),
    "areas": ("passport/*.yaml", AreaSchema),
    "papers": ("papers.yaml", PaperSchema),
    "reviews": ("reviews.yaml", ReviewSchema),
    "statuses": ("status/statuses.yaml", StatusNameSchema),
    "status_rules": ("status/rules.yaml", StatusRuleSchema),
    "status_flags": ("status/flags.yaml", StatusFlagSchema),
    "challenges": ("challenges.yaml", ChallengeSchema),
    "glossary": ("glossary.yaml", GlossarySchema),
    # offer.yaml is what people write; a feed that is read in goes to a file of its own beside it.
    "offer": ("offer*.yaml", OfferSchema),
    "contacts": ("contacts.yaml", ContactSchema),
}
# Kinds that a council's overrides.yaml may change.
OVERRIDABLE = ("entitlements", "help", "areas", "papers", "reviews")


@cache
def schema_of(kind: str) -> Checked:
    """The schema of a kind, made once: making one costs more than using it."""
    if kind == "pack":
        return PackSchema()
    return PledgeSchema() if kind == "pledge" else LISTS[kind][1]()
