"""What the passport allows, and who hears of a note. Pure decisions: no database, no web."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How far a person is with a skill: not yet, with help, on my own, I could show a friend."""

    NOT_YET = "not_yet"
    WITH_HELP = "with_help"
    ON_MY_OWN = "on_my_own"
    CAN_SHOW = "can_show"


# A personal adviser signs that the person did it and knows what to do if it goes wrong: never below "on my own".
SIGNABLE = (Level.ON_MY_OWN, Level.CAN_SHOW)


class PaperState(StrEnum):
    """Whether a person holds a key paper. Only this and a month are kept: never a number, never an image."""

    GOT_IT = "got_it"
    ASKED_FOR = "asked_for"
    NOT_NEEDED = "not_needed"
    NOT_SURE = "not_sure"


MAX_NOTE = 2000
MAX_REASON = 500
MAX_ID = 64
# So long before a paper runs out it is time to renew it: `id-expiry` in content/england/reviews.yaml.
RENEW_MONTHS = 9
# A month of this century, as in "2031-04".
MONTH = r"20\d\d-(0[1-9]|1[0-2])"


def others_hear(*, was_shared: bool, is_shared: bool) -> bool:
    """Whether anyone but the owner hears of a change to a note: never while it stays private."""
    return was_shared or is_shared
