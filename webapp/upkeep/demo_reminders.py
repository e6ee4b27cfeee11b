"""What the made-up advisers remind their young people of. Data only; days are counted from the load."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reminder:
    """Made so many days ago, for a day so many days from the load on (below nothing: before it).

    `weeks`: it comes again every week, so many weeks long. `seen`: the young person opened it an hour after it came.
    """

    days_ago: int
    text: str
    in_days: int
    time: str | None = None
    weeks: int = 0
    seen: bool = False


AMINA = (
    Reminder(days_ago=12, text="Send the meter reading for the old flat.", in_days=-5, time="17:00", seen=True),
    Reminder(days_ago=4, text="Bring your ID and the tenancy to the housing office.", in_days=3, time="14:00"),
    Reminder(days_ago=9, text="Put something by for the washing machine.", in_days=-2, time="18:00", weeks=12),
)
LEO = (Reminder(days_ago=5, text="Ring the garage about the week in spring.", in_days=2),)
SENAIT = (
    Reminder(days_ago=20, text="College wants the form back this week.", in_days=-13, time="09:30"),
    Reminder(days_ago=3, text="Wear shoes that you can walk in: we look at two rooms.", in_days=6, time="11:00"),
)
