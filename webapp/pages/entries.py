"""A page for each kind of entry. The words around them are those of the app's own screens."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.packs import Entry
from ..core.clock import now
from ..core.i18n import Screens, long_day
from ..core.working_days import london_day
from . import describing
from .contacts import contact_lines
from .figures import amount_lines
from .kinds import kind_meaning, kind_words
from .page import Line, Page, Place, Section


def entitlement(entry: Entry, place: Place, words: Screens) -> Page:
    """What there is to get: how much, what for, how to ask, who decides, what to watch out for."""
    day = london_day(now())
    also = ", ".join(entry.get("also_called", []))
    until, future = entry.get("until_then") or {}, entry.get("future") or {}
    starts = (entry.get("applies") or {}).get("from")
    sections = [
        Section(lines=amount_lines(entry.get("amounts", []), day, words)),
        Section(
            texts=[
                entry["summary"],
                *([words.t("Starts on {date}.", date=long_day(starts))] if starts and starts > day.isoformat() else []),
                *([words.t("Also called: {names}", names=also)] if also else []),
                kind_meaning(entry["kind"], words),
            ]
        ),
        _part(words.t("Until then"), until.get("text")),
        _part(kind_words(future.get("kind", ""), words), future.get("text")),
        _part(words.t("What it is for"), entry.get("what_for")),
        _part(words.t("How to ask"), entry["how_to_ask"]),
        _part(words.t("Who decides"), entry["decides"]),
        Section(words.t("Watch out for"), lines=[Line(text) for text in entry.get("pitfalls", [])]),
        says_no(place, words, entry["challenge"]),
    ]
    return Page(
        entry["title"],
        entry["summary"],
        sections,
        Line(words.t("Money"), place.href("/rights/money")),
        tag=kind_words(entry["kind"], words),
        data=describing.service(entry, place, entry["decides"]),
        entry=entry,
    )


def offer(entry: Entry, place: Place, words: Screens) -> Page:
    """One line of a council's local offer."""
    behind = entry.get("entitlement")
    links = [Line(words.t("What the law and the government say"), place.href(f"/rights/money/{behind}"))]
    sections = [
        Section(texts=[entry["summary"]]),
        _part(words.t("How to ask"), entry["how_to_ask"]),
        Section(lines=links if behind else []),
        says_no(place, words),
    ]
    parent = Line(words.t("Local offer"), place.href("/rights/offer"))
    data = describing.service(entry, place, place.council.name)
    return Page(entry["title"], entry["summary"], sections, parent, data=data, entry=entry)


def says_no(place: Place, words: Screens, challenge: str = "") -> Section:
    """What a person can do when the answer is no: on every page of something to ask for."""
    steps = words.t("What you can do, step by step")
    return Section(
        words.t("If they say no"),
        lines=[
            Line(words.t("Ask them to tell you why, in writing.")),
            Line(words.t("Ask for an advocate: someone on your side who helps you speak up. It is free.")),
            Line(words.t("You can complain to your council. It cannot be held against you.")),
            *([Line(steps, place.href(f"/rights/no/{challenge}"))] if challenge else []),
            Line(words.t("People who can help"), place.href("/help")),
        ],
    )


def challenge(entry: Entry, place: Place, words: Screens) -> Page:
    """The steps after a late answer or a no."""
    sections = [Section(texts=[entry["intro"]])]
    sections += [Section(step["title"], [step["text"]]) for step in entry["steps"]]
    parent = Line(words.t("My rights"), place.href("/rights/money"))
    data = describing.how_to(entry, place)
    return Page(entry["title"], entry["intro"], sections, parent, data=data, entry=entry)


def help_line(entry: Entry, place: Place, words: Screens) -> Page:
    """Who to call, text or write to; in a draft with the English beside it."""
    sections = [Section(texts=[entry["who"]]), Section(lines=contact_lines(entry, words, notes=True))]
    if entry.get("hours"):
        sections.append(Section(texts=[entry["hours"]]))
    english = entry.get("english", {})
    beside = [str(english[name]) for name in ("title", "who", "hours") if name in english]
    beside += [one["note"] for one in english.get("contacts", []) if one.get("note")]
    if beside:
        sections.append(Section("English", [words.english(text) for text in beside]))
    parent = Line(words.t("Get help"), place.href("/help"))
    data = describing.organisation(entry, place)
    return Page(entry["title"], entry["who"], sections, parent, data=data, entry=entry)


def word(entry: Entry, place: Place, words: Screens) -> Page:
    """A legal word in plain words."""
    also = ", ".join(entry.get("also", []))
    texts = [entry["meaning"], *([words.t("Also called: {names}", names=also)] if also else [])]
    parent = Line(words.t("What legal words mean"), place.href("/rights/words"))
    data = describing.term(entry, place)
    return Page(entry["term"], entry["meaning"], [Section(texts=texts)], parent, data=data, entry=entry)


def skill(area: Entry, entry: Entry, place: Place, words: Screens) -> Page:
    """One skill of the passport: why, how to try it, how it is checked, from which age."""
    sections = [
        _part(words.t("Why it helps"), entry["why"]),
        _part(words.t("Try it"), entry["try"]),
        _part(words.t("How your PA checks"), entry["evidence"]),
        _part(words.t("A good age to start"), words.t("From {age}. There is no deadline.", age=entry["age"])),
    ]
    parent = Line(area["title"], place.href(f"/passport/area/{area['id']}"))
    data = describing.skill(entry, place)
    return Page(entry["can"], entry["why"], sections, parent, data=data, entry=area)


def pledge(entry: Entry, place: Place, words: Screens) -> Page:
    """What a council promises, area by area."""
    said = {"must": words.t("Must have"), "good_to_have": words.t("Good to have")}
    sections = [Section(texts=[entry["intro"]])]
    sections += [
        Section(area["title"], lines=[Line(one["text"], note=said[one["strength"]]) for one in area["promises"]])
        for area in entry["areas"]
    ]
    parent = Line(words.t("My rights"), place.href("/rights/money"))
    data = describing.pledge(entry, place)
    return Page(entry["title"], entry["intro"], sections, parent, data=data)


def _part(title: str, text: str | None) -> Section:
    return Section(title, [text] if text else [])


def filled(sections: Iterable[Section]) -> list[Section]:
    """The sections that say something."""
    return [section for section in sections if section.texts or section.lines]
