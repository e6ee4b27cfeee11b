"""What the worker does about covers by itself: it says who is away or back, and passes on what nobody reads.

Access needs no job: it begins and ends by the times of its rows. Each job may be cut off and run again at any time.
"""

from __future__ import annotations

from ..core.jobs import Job
from .saying import say_who_is_away, say_who_is_back
from .unread import cancel_what_was_read, pass_on

EVERY_MINUTES = 5


def say() -> None:
    """Who is back, then who is away: on a day with both, the last line is what holds."""
    say_who_is_back()
    say_who_is_away()


def unread() -> None:
    """What was read is told no more; what was not is passed on."""
    cancel_what_was_read()
    pass_on()


JOBS = (Job("cover.say", EVERY_MINUTES, say), Job("cover.unread", EVERY_MINUTES, unread))
