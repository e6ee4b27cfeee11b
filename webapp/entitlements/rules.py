"""Which status in law a life leads to on a day: the decision table D1 to D19, as pure functions over a known life.

What a person is not sure about becomes several lives (see `worlds`); D20 is what they disagree on.
Sources: Children Act 1989 (CA89); Care Planning, Placement and Case Review (England) Regulations 2010 (CPPCR);
Care Leavers (England) Regulations 2010 (CLR).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..core.ages import age_on, birthday, months_after

Times = tuple[tuple[date, date], ...]
Decision = tuple[str, str]

# 13 weeks (CA89 Sch 2 para 19B; CPPCR reg 40), as the days from the start of a time in care to its end.
ENOUGH_DAYS = 91
# "Back home" counts from six unbroken months (CLR reg 3).
HOME_MONTHS = 6
ADULT, OLDER, OLDEST = 18, 21, 25
COUNTS_FROM, LEAVES_FROM = 14, 16


@dataclass(frozen=True, slots=True)
class Life:
    """What decides a status, with nothing unsure. Times are merged, in order, and end by the 18th birthday.

    `full_time` is time in care that counts; `breaks` is short breaks in a planned series (CPPCR reg 48). Whoever is in
    care now is taken to stay so until 18.
    """

    dob: date
    abroad: bool
    full_time: Times
    breaks: Times
    guardianship: bool
    away_at_16: bool
    home: tuple[date, date | None] | None
    other_home: bool
    programme: bool

    def on(self, age: int) -> date:
        """The day on which they reach an age."""
        return birthday(self.dob, age)


def decide(life: Life, day: date) -> Decision:
    """The status on `day` (London) and the rule that gives it, the first that fits."""
    if life.abroad:
        return "unknown", "D1"
    age = age_on(life.dob, day)
    if age < LEAVES_FROM:
        in_care = within(life.full_time, day) or within(life.breaks, day)
        return ("looked_after", "D2") if in_care else ("none_care_experienced", "D3")
    if age < ADULT:
        return _before_18(life, day)
    if age < OLDEST:
        return _before_25(life, age)
    if life.programme and _former_relevant(life):
        return "frc", "D18"
    return "none_care_experienced", "D19"


def _before_18(life: Life, day: date) -> Decision:
    if within(life.full_time, day):
        return ("eligible", "D5") if counted_days(life, day) >= ENOUGH_DAYS else ("looked_after", "D6")
    if within(life.breaks, day):
        return "looked_after", "D4"
    return _left_before_18(life, day)


def _left_before_18(life: Life, day: date) -> Decision:
    home = settled_at_home(life, day)
    if was_eligible(life, day):
        return ("qualifying", "D7") if home else ("relevant", "D8")
    if life.away_at_16 and counted_days(life, day) >= ENOUGH_DAYS and not home:
        return "relevant", "D9"
    if life.guardianship:
        return "qualifying", "D10"
    if in_council_care_from_16(life, day) or life.other_home:
        return "qualifying", "D11"
    return "none_care_experienced", "D12"


def _before_25(life: Life, age: int) -> Decision:
    rule = _former_relevant(life)
    if rule:
        return "frc", rule
    council_care = in_council_care_from_16(life, life.on(ADULT))
    if age >= OLDER:
        both = life.guardianship or council_care
        return ("qualifying_21_24", "D17") if both else ("none_care_experienced", "D19")
    if life.guardianship:
        return "qualifying", "D15"
    if council_care or life.other_home:
        return "qualifying", "D16"
    return "none_care_experienced", "D19"


def _former_relevant(life: Life) -> str | None:
    """The rule by which they became a former relevant child at 18 (CA89 s23C(1)), or None."""
    at_18 = life.on(ADULT)
    eve = at_18 - timedelta(days=1)
    if within(life.full_time, eve) and counted_days(life, at_18) >= ENOUGH_DAYS:
        return "D13"
    # Short breaks between two stays at home do not undo an earlier time in care that was long enough.
    return "D14" if _left_before_18(life, eve)[0] == "relevant" else None


def counted_days(life: Life, day: date) -> int:
    """Days in care that count up to `day`: since the 14th birthday, without short breaks, no day twice."""
    first = life.on(COUNTS_FROM)
    return sum(max(0, (min(end, day) - max(start, first)).days) for start, end in life.full_time)


def was_eligible(life: Life, day: date) -> bool:
    """Whether they were an eligible child when a time in care ended, at 16 or later and by `day`.

    One day of 16 is enough, for an age is reached as the birthday starts (CA89 s23A(2); Family Law Reform Act 1969 s9).
    """
    at_16 = life.on(LEAVES_FROM)
    # The last end is the one with the most days.
    last = max((end for _, end in life.full_time if at_16 <= end <= day), default=None)
    return last is not None and counted_days(life, last) >= ENOUGH_DAYS


def settled_at_home(life: Life, day: date) -> bool:
    """Whether they have lived for six months with a parent or somebody like one, and still do (CLR reg 3)."""
    if life.home is None:
        return False
    start, end = life.home
    return months_after(start, HOME_MONTHS) <= day and (end is None or day < end)


def in_council_care_from_16(life: Life, day: date) -> bool:
    """Whether a council looked after them at any time at 16 or 17, up to `day`, breaks too (CA89 s24(1B), (2))."""
    at_16 = life.on(LEAVES_FROM)
    return any(end >= at_16 and start <= day for times in (life.full_time, life.breaks) for start, end in times)


def within(times: Times, day: date) -> bool:
    """Whether `day` lies in one of the times; the day on which one ends does not."""
    return any(start <= day < end for start, end in times)
