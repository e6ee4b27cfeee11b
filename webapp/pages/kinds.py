"""What stands behind an entitlement, in words: the same as on the phone (features/rights/kinds.ts)."""

from __future__ import annotations

from ..core.i18n import Screens


def kind_words(kind: str, words: Screens) -> str:
    """The kind in a word or two; nothing for no kind."""
    said = {
        "law_must": words.t("The law says must"),
        "law_may": words.t("The law says may"),
        "guidance": words.t("Government guidance"),
        "national_scheme": words.t("National scheme"),
        "council_choice": words.t("Council choice"),
        "charity_or_business": words.t("Charity or business"),
        "announced": words.t("Announced, not started"),
        "enacted_not_commenced": words.t("New law, not started yet"),
    }
    return said.get(kind, "")


def kind_meaning(kind: str, words: Screens) -> str:
    """What the kind means for the reader, in a sentence or two."""
    said = {
        "law_must": words.t("If this fits you, the law says you must get it."),
        "law_may": words.t("The law lets them give you this. They decide, and they should tell you why."),
        "guidance": words.t("The government tells councils to do this. They need a good reason not to."),
        "national_scheme": words.t("This is the same all over England. You may be able to get it."),
        "council_choice": words.t("Each council decides this for itself. You may be able to get it."),
        "charity_or_business": words.t("This is a gift or offer. You may be able to get it, but nobody must give it."),
        "announced": words.t("The government has said it will do this. As far as we know it has not started: ask."),
        "enacted_not_commenced": words.t("This is in a new law, but as far as we know that part has not started: ask."),
    }
    return said[kind]


def groups(words: Screens) -> dict[str, str]:
    """The groups of entitlements, in the order of the screen."""
    return {
        "home": words.t("A place to live"),
        "money": words.t("Benefits and money"),
        "learning": words.t("Learning and training"),
        "health": words.t("Health"),
        "everyday": words.t("Everyday life"),
        "people": words.t("People and plans"),
    }


def headings(words: Screens) -> dict[str, str]:
    """The headings of a local offer, in the order of the screen."""
    return {
        "accommodation": words.t("Where you live"),
        "money": words.t("Money"),
        "education_training": words.t("Education and training"),
        "employment": words.t("Work"),
        "health_wellbeing": words.t("Health and feeling well"),
        "relationships": words.t("People around you"),
        "participation": words.t("Having your say"),
    }
