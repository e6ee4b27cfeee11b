"""The pages that lead to the entries: each list is a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ..content.packs import Entry
from ..core.i18n import Screens
from .contacts import contact_lines
from .kinds import groups, headings
from .page import Line, Page, Place, Section


def money(entries: Sequence[Entry], place: Place, words: Screens) -> Page:
    """What there is to get, by group."""
    sections = [
        Section(title, lines=[_to(one, place, "/rights/money") for one in entries if one["group"] == group])
        for group, title in groups(words).items()
    ]
    return Page(words.t("Money"), words.t("Money, help and promises you can ask for"), sections, _home(place, words))


def offer(entries: Sequence[Entry], place: Place, words: Screens) -> Page:
    """What a council offers, by heading."""
    said = words.t("What {council} council says it offers to care leavers.", council=place.council.name)
    sections = [Section(texts=[said])]
    sections += [
        Section(title, lines=[_to(one, place, "/rights/offer") for one in entries if one["heading"] == heading])
        for heading, title in headings(words).items()
    ]
    return Page(words.t("Local offer"), said, sections, _home(place, words))


def glossary(entries: Sequence[Entry], place: Place, words: Screens) -> Page:
    """Every legal word that we explain."""
    lines = [Line(one["term"], place.href(f"/rights/words/{one['id']}")) for one in entries]
    title = words.t("What legal words mean")
    return Page(title, title, [Section(lines=lines)], _home(place, words))


def help_lines(entries: Sequence[Entry], contacts: Sequence[Entry], place: Place, words: Screens) -> Page:
    """Who to call or write to, the most urgent first; then who is who at the council."""
    danger = words.t("If you or someone else is in danger now, call 999.")
    lines = [
        Line(one["title"], place.href(f"/help/{one['id']}"), more=tuple(contact_lines(one, words, notes=False)))
        for one in entries
    ]
    sections = [Section(texts=[danger], lines=lines)]
    if contacts:
        council = words.t("{council} council", council=place.council.name)
        sections.append(Section(council, lines=[Line(one["role"], note=one["what_for"]) for one in contacts]))
    return Page(words.t("Get help"), danger, sections, _home(place, words))


def passport(areas: Sequence[Entry], place: Place, words: Screens) -> Page:
    """The areas of the passport, and the key papers."""
    lines = [_to(one, place, "/passport/area") for one in areas]
    lines.append(Line(words.t("Key papers"), place.href("/passport/papers")))
    about = words.t("Skills for living on your own, step by step")
    return Page(words.t("Passport"), about, [Section(texts=[about], lines=lines)], _home(place, words))


def area(entry: Entry, place: Place, words: Screens) -> Page:
    """The skills of one area."""
    lines = [Line(one["can"], place.href(f"/passport/skill/{one['id']}")) for one in entry["skills"]]
    return Page(entry["title"], entry["title"], [Section(lines=lines)], _up(place, words))


def papers(entries: Sequence[Entry], place: Place, words: Screens) -> Page:
    """The papers to hold, and who gets each."""
    about = words.t("What you need to have, and when each one runs out")
    lines = [Line(one["title"], note=_who_gets(one, words)) for one in entries]
    return Page(words.t("Key papers"), about, [Section(texts=[about], lines=lines)], _up(place, words))


def councils(all_councils: Sequence[Place], words: Screens) -> Page:
    """Every council that has content here."""
    title = words.t("Choose your council")
    lines = [Line(_named(one, words), one.href("/rights/money")) for one in all_councils]
    return Page(title, title, [Section(lines=lines)])


def _named(place: Place, words: Screens) -> str:
    name = place.council.name
    return words.t("{council} (example)", council=name) if place.council.state == "example" else name


def _who_gets(paper: Entry, words: Screens) -> str:
    return words.t("Who gets it for you: {who}", who=paper["who_gets_it"])


def _to(entry: Entry, place: Place, path: str) -> Line:
    return Line(entry["title"], place.href(f"{path}/{entry['id']}"))


def _home(place: Place, words: Screens) -> Line:
    return Line(words.t("Your council"), Place(place.council, place.lang).href("/councils"))


def _up(place: Place, words: Screens) -> Line:
    return Line(words.t("Passport"), place.href("/passport"))
