"""What the made-up people asked for, what came of it, and what they received. Data only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What the adviser said of a request, so many days after it."""

    days: int
    state: str
    words: str = ""


@dataclass(frozen=True)
class Ask:
    """A request, made so many days before the load, and what came of it."""

    days_ago: int
    entitlement: str
    title: str
    need: str
    answers: tuple[Answer, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Got:
    """Something received against a right, written down on the day, so many days before the load."""

    days_ago: int
    entitlement: str
    what: str
    pence: int


FIRST_HOME = "setting-up-home-allowance"

AMINA = (
    Ask(
        days_ago=6,
        entitlement=FIRST_HOME,
        title="Money to set up your first home",
        need="The next part of the money, for a bed and a washing machine. I get the keys next month.",
        note="I would like to shop for them with Sam.",
        answers=(Answer(1, "seen"),),
    ),
    Ask(
        days_ago=40,
        entitlement="id-documents-paid",
        title="Help to get passport, birth certificate and driving licence",
        need="The fee for my first passport.",
        answers=(
            Answer(2, "seen"),
            Answer(
                9,
                "refused",
                "We paid for your birth certificate and driving licence this year. My manager says there is no money "
                "left for a passport until April.",
            ),
        ),
    ),
)
AMINA_GOT = (
    Got(33, FIRST_HOME, "Cooker", 28_900),
    Got(33, FIRST_HOME, "Curtains", 6_250),
    Got(26, FIRST_HOME, "Carpet for the bedroom", 18_500),
    Got(19, FIRST_HOME, "Pans, plates and cups", 10_350),
)

# Longer ago than the ten working days in which somebody should have answered.
JAY = (
    Ask(
        days_ago=24,
        entitlement="personal-adviser",
        title="A personal adviser (PA) to help you",
        need="A new PA. My tenancy runs out next year and I do not know who to ask.",
    ),
)
