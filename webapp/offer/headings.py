"""The taxonomy of the feed: the headings of a local offer, and how a term of another feed is taken for one of them.

Source: Children and Social Work Act 2017, section 2(2): a local offer covers services that relate to health and
well-being, relationships, education and training, employment, accommodation, and participation in society. Money is a
heading of our own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..content.schemas.council import OFFER_HEADINGS
from .ids import feed_id

LAW = "https://www.legislation.gov.uk/ukpga/2017/16/section/2"
TAXONOMY_ID = feed_id("taxonomy", "local-offer")
TAXONOMY_NAME = "Local offer for care leavers"
TAXONOMY: dict[str, Any] = {
    "id": TAXONOMY_ID,
    "name": TAXONOMY_NAME,
    "description": "The six headings that the Children and Social Work Act 2017, section 2, names for a council's "
    "local offer for care leavers, and money, which has a heading of its own here.",
    "uri": LAW,
    "version": "1",
}


@dataclass(frozen=True)
class Heading:
    """One heading. `words` (a pattern) finds what leads there in the terms of other feeds."""

    name: str
    description: str
    words: re.Pattern[str]


def _words(beginnings: str, whole: str = "") -> re.Pattern[str]:
    fragments = [rf"\b{word}" for word in beginnings.split()] + [rf"\b{word}\b" for word in whole.split()]
    return re.compile("|".join(fragments))


# In the order of the Act. A word must point to one heading alone: "support" or "advice" would fit them all.
HEADINGS: dict[str, Heading] = {
    "health_wellbeing": Heading(
        "Health and well-being",
        "Feeling well in body and mind: GPs, dentists, counselling, help with drugs or alcohol, sport.",
        _words("health wellbeing well-being counsel dental dentist doctor disab drug alcohol sport fitness bereave"),
    ),
    "relationships": Heading(
        "Relationships",
        "Family, friends, mentors and others who stay in a young person's life.",
        _words("relationship famil friend mentor befriend parent sibling lonel"),
    ),
    "education_training": Heading(
        "Education and training",
        "School, college, university, and courses.",
        _words("educat school college universit course learn tutor bursar literac", "training"),
    ),
    "employment": Heading(
        "Employment",
        "Finding work, starting it and keeping it: work experience, apprenticeships, help with job applications.",
        _words("employ career apprentic volunteer", "job jobs work"),
    ),
    "accommodation": Heading(
        "Accommodation",
        "Somewhere to live: finding a home, moving in, keeping it.",
        _words("accommod hous homeless tenan landlord lodging", "home rent"),
    ),
    "participation": Heading(
        "Participation in society",
        "Having a say, joining in, knowing one's rights, and being heard.",
        _words("participat advoca complain forum leisure librar cultur communit citizen", "rights vote voting"),
    ),
    "money": Heading(
        "Money",
        "Grants, benefits, discounts, budgeting and debt.",
        _words("money financ benefit grant debt budget allowance welfare saving discount"),
    ),
}
TERM_IDS = {code: feed_id("term", code) for code in HEADINGS}
_BY_ID = {id_: code for code, id_ in TERM_IDS.items()}


def term(code: str) -> dict[str, Any]:
    """The taxonomy term of a heading, as the profile writes it."""
    heading = HEADINGS[code]
    return {
        "id": TERM_IDS[code],
        "name": heading.name,
        "description": heading.description,
        "taxonomy": TAXONOMY_NAME,
        "taxonomy_id": TAXONOMY_ID,
        "term_uri": LAW,
        "term": code,
    }


def heading_of_terms(terms: Sequence[tuple[str, str]]) -> str | None:
    """The heading that a service's terms (id, words) point to; None when no term points to any.

    Our own ids come before words. Where two headings are meant, the one that more terms point to, then the earlier.
    """
    own = [_BY_ID[id_] for id_, _ in terms if id_ in _BY_ID]
    return _most(own or [code for _, words in terms if (code := heading_of_words(words))])


def heading_of_words(text: str) -> str | None:
    """The heading that the words of a text point to, or None."""
    plain = text.casefold()
    return _most([code for code, heading in HEADINGS.items() for _ in heading.words.findall(plain)])


def _most(found: Sequence[str]) -> str | None:
    if not found:
        return None
    return max(OFFER_HEADINGS, key=lambda code: (found.count(code), -OFFER_HEADINGS.index(code)))
