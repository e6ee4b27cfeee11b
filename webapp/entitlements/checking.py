"""The check as others call it: reads what they sent, asks the rules, adds the words. Keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from ..content.library import Council, get_library
from ..content.values import newest_as_at
from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from .answers import Answers, AnswersError, read_answers
from .person import Enquiry
from .results import Result, check
from .timeline import timeline

# The rules are England's law, so this is what there is for somebody who names no council.
BASE_PACK = "england"
FARTHEST = timedelta(days=366)
# What is not sure about many separate times in care multiplies; this is half a second's work, and no real life.
MOST_TO_WEIGH = 300_000
# What to say of each problem that `read_answers` finds.
SENTENCES: Mapping[str, str] = {
    "not_a_date": "We could not read this as a date. Write 2024-05-01, or 2024-05, or 2024, or not_sure.",
    "in_future": "This date is still to come. Check it.",
    "born_in_future": "This birthday is still to come. Check the year.",
    "too_long_ago": "This birthday is more than 110 years ago. Check the year.",
    "before_birth": "This date is before the birthday you gave. Check both dates.",
    "end_before_start": "This time ends before it starts. Check both dates.",
    "still_open": "You say you are not in care now, but this time in care has no end. Change one of them.",
    "too_many": "There is room for 200 of these. Join times that follow on from each other.",
    "not_valid": "This is not an answer that we know. Check how it is written, or leave it out.",
}
BIRTHDAY_NEEDED = "We need the whole birthday here, like 2008-05-04."


def answer(body: Mapping[str, Any], lang: str) -> Result:
    """The answer (`CheckAnswer`) to a loaded `CheckBody`.

    Raises `Problem(NOT_VALID)` with `errors` by place, when the day, a council or an answer cannot be.
    """
    today = _day(body.get("today"))
    council = _council(BASE_PACK if body["council"] is None else body["council"])
    enquiry = Enquiry(
        answers=_answers(body["answers"], today),
        facts=body["circumstances"],
        entries=council.entitlements,
        today=today,
        council=council.slug if get_library().has_council(council.slug) else None,
        home_council=_home_council(body["home_council"]),
    )
    _check_size(enquiry)
    found = check(enquiry)
    return {
        "council": council.slug,
        "lang": lang,
        "as_of": newest_as_at(council.entitlements),
        "today": today.isoformat(),
        "status": {**found["status"], "words": words(found["status"], council)},
        "entitlements": [
            {**result, "title": entry["title"]}
            for entry, result in zip(council.entitlements, found["entitlements"], strict=True)
        ],
        "missing": found["missing"],
        "timeline": timeline(enquiry),
    }


def words(status: Result, council: Council) -> Result:
    """The words for a status (`StatusWordsSchema`), with the person's age, days and date put in."""
    named = {entry["id"]: _pick(entry, "title", "summary") for entry in council.statuses}
    rules = {entry["id"]: entry for entry in council.status_rules}
    reached = status["day_91"] and _long(date.fromisoformat(status["day_91"]))

    def reason(code: str, rule: str) -> Result:
        because = rules[rule]["because"].format(age=status["age"], days=status["days"], date=reached)
        return {**named[code], "because": because, **_pick(rules[rule], "sources", "as_at", "confidence")}

    shown = ("id", "title", "text", "sources", "as_at", "confidence")
    back_in_learning = "frc" in (status["status"], status["best_guess"]) and status["frc_education"]
    return {
        **reason(status["status"], status["rule"]),
        "best_guess": reason(status["best_guess"], status["guess_rule"]) if status["best_guess"] else None,
        "learning": named["frc_education"] if back_in_learning else None,
        "flags": [_pick(flag, *shown) for flag in council.status_flags if flag["id"] in status["flags"]],
    }


def _pick(entry: Mapping[str, Any], *names: str) -> Result:
    return {name: entry[name] for name in names}


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _wrong(place: str, sentence: str) -> Problem:
    return Problem(ErrorCode.NOT_VALID, sentence, errors={place: [sentence]})


def _day(asked: date | None) -> date:
    today = london_day(now())
    if asked is None:
        return today
    if abs(asked - today) > FARTHEST:
        raise _wrong("today", "We can check for a day up to a year before or after today. Choose one nearer.")
    return asked


def _council(slug: str) -> Council:
    try:
        return get_library().council(slug)
    except KeyError as error:
        raise _wrong("council", "We do not have that council. Choose one from the list, or leave it out.") from error


def _home_council(slug: str | None) -> str | None:
    if slug is not None and not get_library().has_council(slug):
        raise _wrong("home_council", "We do not have that council. Choose one from the list, or leave it out.")
    return slug


def _answers(raw: Any, today: date) -> Answers:
    try:
        return read_answers(raw, today)
    except AnswersError as error:
        raise Problem(ErrorCode.NOT_VALID, errors=_sentences(error.problems)) from error


def _check_size(enquiry: Enquiry) -> None:
    """Refuse what would keep a worker from everybody else: the work grows as the square of the times in care."""
    lives = enquiry.course.standing.lives.every
    if sum((len(life.full_time) + len(life.breaks)) ** 2 for life in lives) > MOST_TO_WEIGH:
        raise _wrong(
            "answers.care_spells",
            "There are too many separate times in care with too much that is not sure. Join times that follow on from "
            "each other, or fill in what you can find out.",
        )


def _sentences(problems: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in problems:
        at, code = problem["at"], problem["code"]
        sentence = BIRTHDAY_NEEDED if (at, code) == ("dob", "not_a_date") else SENTENCES[code]
        found.setdefault(f"answers.{at}" if at else "answers", []).append(sentence)
    return found
