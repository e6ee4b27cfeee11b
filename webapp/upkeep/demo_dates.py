"""The made-up people's reviews and dates of their own. Data only; days are counted from the load."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ready:
    """What a young person wrote under one heading to get ready."""

    heading: str
    face: int
    words: str
    want: str
    change: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Agreed:
    """Something agreed in a review, by a day so many days from the load."""

    what: str
    who: str
    in_days: int
    done: bool = False


@dataclass(frozen=True)
class Wish:
    """Another time that the young person proposed, a day after the review was planned."""

    in_days: int
    time: str
    words: str


@dataclass(frozen=True)
class Review:
    """Planned so many days ago, for a day so many days from the load on (below nothing: before it).

    `state` is what the adviser said of it on the day. One that lies before its planning was written down as held.
    """

    days_ago: int
    kind: str
    in_days: int
    time: str | None = None
    place: str = ""
    with_whom: str = ""
    call: bool = False
    state: str = ""
    words: str = ""
    wish: Wish | None = None
    ready: tuple[Ready, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    plan_is_right: bool | None = None
    because: str = ""


@dataclass(frozen=True)
class Asked:
    """A review that the young person asked for sooner, so many days ago."""

    days_ago: int
    kind: str
    words: str


@dataclass(frozen=True)
class Own:
    """A date of the young person's own."""

    days_ago: int
    title: str
    in_days: int
    time: str | None = None
    place: str = ""
    shared: bool = False


PLAN, VISIT = "pathway-plan-review", "pa-visit"
Date = Review | Asked | Own

AMINA: tuple[Date, ...] = (
    Review(80, PLAN, -157, "14:00", "Civic Centre, room 2", "Sam", plan_is_right=True),
    Review(
        days_ago=45,
        kind=VISIT,
        in_days=-30,
        time="16:00",
        place="The café in the library",
        with_whom="Sam",
        state="held",
        agreed=(
            Agreed("Ask housing what is left of the deposit scheme.", "adviser", -9, done=True),
            Agreed("Take photos of the flat before moving in.", "me", 8),
        ),
    ),
    Review(
        days_ago=10,
        kind=PLAN,
        in_days=19,
        time="14:00",
        place="Civic Centre, room 2",
        with_whom="Sam, and Ms Cole from housing",
        ready=(
            Ready("finances", 2, "The washing machine worries me.", "A plan for the first three months.", shared=True),
            Ready("family_friends", 4, "Better since the summer.", "To see my brother more often.", "Who comes along."),
        ),
    ),
    Review(
        days_ago=6,
        kind=VISIT,
        in_days=12,
        time="11:00",
        with_whom="Sam",
        call=True,
        wish=Wish(13, "16:30", "I have college until four."),
    ),
    Own(8, "Maths test", 9, "09:30", "College hall", shared=True),
    Own(5, "Dentist", 23, "15:45"),
)
# Two months and some days without a visit: over the limit, which is law in a home that the council provides.
LEO: tuple[Date, ...] = (
    Review(60, VISIT, -74, "16:00", "At Leo’s home", "Sam"),
    Own(6, "Taster day at the garage", 33, "08:30", "The garage on Mill Street"),
)
JAY: tuple[Date, ...] = (Review(90, PLAN, -205, "10:00", "Civic Centre", "Sam"), Own(20, "Rent is due", 6))
SENAIT: tuple[Date, ...] = (
    Review(130, PLAN, -120, "13:00", "Priya’s office", "Priya", state="held", plan_is_right=False,
           because="The plan says I live alone. I share with two others."),
    Review(40, VISIT, -14, "17:00", "The hostel", "Priya", state="missed", words="My bus did not come."),
    Review(7, VISIT, 4, "17:00", "The hostel", "Priya"),
    Asked(9, PLAN, "My course is changing. I would like to talk about the plan before spring."),
)  # fmt: skip
MARIAM: tuple[Date, ...] = (
    Review(50, "looked-after-review", -70, "15:30", "At home", "Mr Reid, the IRO"),
    Review(21, "health-assessment", 16, "10:15", "The health centre", "Nurse Adams"),
)
ARBEN: tuple[Date, ...] = (Review(100, "contact-21-plus", -300), Own(12, "End of my tenancy", 41))
