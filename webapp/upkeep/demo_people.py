"""The made-up people of a try-out: who they are, and what they have done so far. Data only.

A journey is written as one letter for each mark, in the order in which it was made: n not yet, h with help, o on my
own, c could show a friend.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ..core.guards import Role
from . import demo_asks, demo_dates, demo_messages, demo_reminders

PASS_PHRASE = "seven purple kites"
LEVELS = {"n": "not_yet", "h": "with_help", "o": "on_my_own", "c": "can_show"}


@dataclass(frozen=True)
class Staff:
    """Someone who works for a council. `on_duty`: reads for young people whom nobody else reads for."""

    name: str
    email: str
    council: str
    role: Role
    on_duty: bool = False


@dataclass(frozen=True)
class Note:
    """What a young person wrote beside a skill."""

    skill: str
    text: str
    shared: bool


@dataclass(frozen=True)
class Paper:
    """A key paper: its state, and the month in which it runs out."""

    paper: str
    state: str
    runs_out: str | None = None


@dataclass(frozen=True)
class Status:
    """The legal status that the adviser recorded, from the birthday of an age; and words that say "I disagree"."""

    status: str
    since_age: int
    source: str
    disagreed: str = ""


@dataclass(frozen=True)
class YoungPerson:
    """A young person. `age` is in whole years on the day of loading; `weeks` is how long ago they began."""

    name: str
    age: int
    language: str
    council: str
    adviser: str
    weeks: int
    journey: dict[str, str]
    sign_offs: tuple[str, str]
    notes: tuple[Note, ...]
    papers: tuple[Paper, ...]
    status: Status | None = None
    home_council: str | None = None
    on_duty_list: bool = False
    asks: tuple[demo_asks.Ask, ...] = ()
    got: tuple[demo_asks.Got, ...] = ()
    reminders: tuple[demo_reminders.Reminder, ...] = ()
    dates: tuple[demo_dates.Date, ...] = ()
    talk: demo_messages.Talk = demo_messages.NONE

    @property
    def sign_in_name(self) -> str:
        """Fixed, so that the table of people stays the same from one try-out to the next."""
        return f"{self.name.lower()}-demo-{self.age}"

    @property
    def began(self) -> timedelta:
        """How long before the load this person joined."""
        return timedelta(weeks=self.weeks)


SAM = "sam.okafor@rutland.example"
PRIYA = "priya.nair@merton.example"

STAFF = (
    Staff("Sam Okafor", SAM, "rutland", Role.ADVISER),
    Staff("Priya Nair", PRIYA, "merton", Role.ADVISER),
    Staff("Helen Marsh", "helen.marsh@rutland.example", "rutland", Role.MANAGER),
    Staff("Ngozi Bello", "ngozi.bello@rutland.example", "rutland", Role.ADVISER, on_duty=True),
    Staff("Grace Obi", "grace.obi@merton.example", "merton", Role.MANAGER),
)

AMINA = YoungPerson(
    name="Amina",
    age=18,
    language="en",
    council="rutland",
    adviser=SAM,
    weeks=12,
    status=Status("frc", 18, "Pathway plan, first page"),
    journey={
        "home-01": "nho", "home-02": "ho", "home-03": "o", "home-05": "nh", "money-01": "hoc", "money-02": "ho",
        "money-03": "nh", "money-06": "h", "food-01": "oc", "food-02": "o", "food-04": "ho", "health-01": "o",
        "health-02": "nho", "travel-01": "c", "id-01": "ho", "online-01": "o", "work-01": "h", "rel-01": "o",
    },
    sign_offs=("money-01", "food-04"),
    notes=(
        Note("home-05", "The boiler at the new flat looks different. Ask Sam to look at it with me.", True),
        Note("money-03", "I want to do this one by myself before my birthday.", False),
        Note("health-02", "Booked the dentist on my own!", True),
    ),
    papers=(
        Paper("birth-certificate", "got_it"), Paper("ni-number", "got_it"), Paper("passport", "asked_for"),
        Paper("bank-account", "got_it"), Paper("tenancy", "asked_for"),
        Paper("provisional-licence", "got_it", "2035-06"),
    ),
    asks=demo_asks.AMINA,
    got=demo_asks.AMINA_GOT,
    reminders=demo_reminders.AMINA,
    dates=demo_dates.AMINA,
    talk=demo_messages.AMINA,
)  # fmt: skip

LEO = YoungPerson(
    name="Leo",
    age=17,
    language="en",
    council="rutland",
    adviser=SAM,
    weeks=10,
    home_council="merton",
    status=Status(
        "relevant",
        17,
        "Care records: left care for his mum's",
        disagreed="I went to my mum's a month later than it says. Can we look at the dates together?",
    ),
    journey={
        "food-01": "no", "food-02": "ho", "food-03": "ho", "food-04": "n", "money-01": "nho", "money-02": "h",
        "travel-01": "ho", "travel-02": "oc", "travel-03": "o", "work-01": "nh", "work-02": "h", "online-01": "oc",
        "online-02": "o", "health-01": "ho", "rel-02": "n", "rights-01": "h",
    },
    sign_offs=("travel-02", "food-02"),
    notes=(
        Note("work-01", "The garage might take me for a week in spring.", True),
        Note("rel-02", "Not ready to talk about this one.", False),
    ),
    papers=(
        Paper("birth-certificate", "got_it"), Paper("ni-number", "not_sure"), Paper("passport", "not_needed"),
        Paper("pass-card", "asked_for"), Paper("exam-certificates", "got_it"),
    ),
    reminders=demo_reminders.LEO,
    dates=demo_dates.LEO,
    talk=demo_messages.LEO,
)  # fmt: skip

JAY = YoungPerson(
    name="Jay",
    age=19,
    language="vi",
    council="rutland",
    adviser=SAM,
    weeks=14,
    on_duty_list=True,
    status=Status("frc", 18, "Letter to Jay on turning 18"),
    journey={
        "home-01": "ho", "home-02": "o", "home-03": "nho", "home-04": "h", "money-01": "oc", "money-04": "ho",
        "money-05": "n", "food-01": "oc", "food-03": "ho", "food-05": "ho", "id-01": "nho", "id-02": "h",
        "health-03": "ho", "work-02": "o", "online-03": "h",
    },
    sign_offs=("money-01", "food-05"),
    notes=(
        Note("home-04", "The landlord answers quicker by text.", True),
        Note("id-02", "I keep the letters in the blue folder.", False),
    ),
    papers=(
        Paper("immigration-status", "got_it", "2029-03"), Paper("ni-number", "got_it"), Paper("bank-account", "got_it"),
        Paper("nhs-number", "got_it"), Paper("tenancy", "got_it", "2027-08"),
    ),
    asks=demo_asks.JAY,
    dates=demo_dates.JAY,
    talk=demo_messages.JAY,
)  # fmt: skip

SENAIT = YoungPerson(
    name="Senait",
    age=20,
    language="ti",
    council="merton",
    adviser=PRIYA,
    weeks=20,
    status=Status("frc", 18, "Pathway plan, first page"),
    journey={
        "money-01": "hoc", "money-02": "oc", "money-03": "ho", "food-01": "c", "food-04": "oc", "food-06": "o",
        "home-01": "oc", "home-02": "ho", "home-06": "nh", "work-01": "ho", "work-03": "oc", "work-04": "h",
        "travel-01": "oc", "travel-04": "o", "id-03": "ho", "rights-02": "ho", "health-04": "o",
    },
    sign_offs=("work-03", "money-02"),
    notes=(
        Note("work-03", "College said my form was the best in the class.", True),
        Note("home-06", "Show me once more how the meter works.", True),
        Note("rights-02", "Read it twice with my friend from church.", False),
    ),
    papers=(
        Paper("immigration-status", "got_it", "2031-04"), Paper("ni-number", "got_it"), Paper("bank-account", "got_it"),
        Paper("student-papers", "got_it"), Paper("travel-cards", "got_it", "2027-09"), Paper("passport", "not_sure"),
    ),
    reminders=demo_reminders.SENAIT,
    dates=demo_dates.SENAIT,
    talk=demo_messages.SENAIT,
)  # fmt: skip

MARIAM = YoungPerson(
    name="Mariam",
    age=16,
    language="fa",
    council="merton",
    adviser=PRIYA,
    weeks=8,
    journey={
        "food-01": "nho", "food-02": "h", "food-03": "nh", "health-01": "o", "health-02": "nh", "travel-01": "nho",
        "travel-02": "h", "online-01": "ho", "online-02": "n", "work-01": "h", "rel-01": "ho", "id-01": "n",
        "money-01": "nh", "rights-01": "h",
    },
    sign_offs=("food-01", "travel-01"),
    notes=(
        Note("travel-01", "Bus 93 goes all the way to college.", True),
        Note("online-02", "I am not sure who to trust online.", False),
    ),
    papers=(
        Paper("birth-certificate", "not_sure"), Paper("immigration-status", "asked_for"), Paper("nhs-number", "got_it"),
        Paper("health-summary", "asked_for"), Paper("pep-and-ehcp", "got_it"),
    ),
    dates=demo_dates.MARIAM,
    talk=demo_messages.MARIAM,
)  # fmt: skip

ARBEN = YoungPerson(
    name="Arben",
    age=24,
    language="sq",
    council="merton",
    adviser=PRIYA,
    weeks=26,
    status=Status("frc", 18, "Care records, checked when he came back to us"),
    journey={
        "home-01": "oc", "home-02": "oc", "home-03": "hoc", "home-07": "ho", "money-01": "oc", "money-05": "ho",
        "money-07": "nho", "food-01": "c", "food-04": "oc", "food-07": "o", "work-02": "oc", "work-05": "ho",
        "work-06": "o", "travel-01": "c", "rights-03": "ho", "rel-03": "o", "health-05": "h",
    },
    sign_offs=("home-03", "work-02"),
    notes=(
        Note("money-07", "Paid the last of the old bill in October.", True),
        Note("health-05", "I still put this off.", False),
    ),
    papers=(
        Paper("passport", "got_it", "2030-11"), Paper("ni-number", "got_it"), Paper("p45-p60", "got_it"),
        Paper("provisional-licence", "got_it", "2032-02"), Paper("voter", "asked_for"),
        Paper("insurance", "not_needed"),
    ),
    dates=demo_dates.ARBEN,
    talk=demo_messages.ARBEN,
)  # fmt: skip

YOUNG_PEOPLE = (AMINA, LEO, JAY, SENAIT, MARIAM, ARBEN)
