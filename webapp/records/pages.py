"""Readable pages of what is in a copy. Each stands alone: no script, nothing fetched, and good on paper too."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from flask import current_app, render_template

from ..content.library import Council
from ..core.clock import now
from ..core.london import LONDON

Row = Mapping[str, Any]
# What only machines need; it is in the JSON.
HIDDEN = frozenset({"id", "seq", "number", "mine", "by_owner", "tricky", "version", "template", "op"})
LABELS = {
    "by": "Who", "by_name": "Who", "made_at": "When", "at": "When", "on": "Day", "upto": "Up to message",
    "written_at": "Written", "arrived_at": "Arrived", "withdrawn_at": "Taken back", "body": "Words",
    "words": "Words", "text": "Words",
}  # fmt: skip
TITLES = {
    "profile": "About me", "account": "My account", "devices": "My devices", "who_could_read": "Who could read this",
    "notice_settings": "How I want to be told", "notices": "What was sent to me", "looks": "Who looked",
    "messages": "Messages", "message_reads": "When messages were seen", "message_lines": "What the app said",
    "thread": "How messages are answered", "status_records": "My legal status", "shared_checks": "The check I shared",
    "ratings": "Promises I rated", "skills": "My skills", "marks": "Each time a skill changed", "notes": "My notes",
    "papers": "My papers", "sign_offs": "What was signed off", "requests": "What I asked for",
    "request_steps": "What came of it", "request_challenges": "Steps I took against an answer",
    "spends": "What I received", "dates": "My dates", "date_steps": "What happened to my dates",
    "preparations": "Getting ready", "agreements": "What was agreed", "plan_answers": "What I said of my plan",
    "reminders": "Reminders",
}  # fmt: skip
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}"
    "section{border-block-start:1px solid #999;padding-block:.5rem;break-inside:avoid}dl{margin:0}"
    "dt{font-weight:600}dd{margin:0 0 .25rem;white-space:pre-wrap;overflow-wrap:anywhere}"
    ".soft{color:#444;font-size:.875rem;overflow-wrap:anywhere}"
    ".proof{color:#595959;font:.625rem/1.3 monospace;margin:0}p{white-space:pre-wrap;overflow-wrap:anywhere}"
)
# By which a browser knows that this style is ours, when a page is shown by the server.
STYLE_HASH = "sha256-" + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.\d{3}Z")
# How we name a choice, such as `on_my_own`.
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Characters that turn the direction of the words around them: they could make a line say what it does not.
TRICKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def title_of(name: str) -> str:
    """What a part of a copy is called on its page."""
    return TITLES.get(name, name.replace("_", " ").capitalize())


def page(title: str, parts: Iterable[Mapping[str, Any]], **more: Any) -> str:
    """A page of its own. Each part is a list of labels with values (`fields`), or a line with `words`."""
    product = current_app.extensions["footing-settings"].product_name
    made = shown(now())
    return render_template(
        "record.html", title=title, parts=list(parts), product=product, style=STYLE, made=made, **more
    )


def part_of(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    """A row as labels with values, in plain words; what is empty is left out."""
    fields = [(label(name, value), said(value, names)) for name, value in row.items() if name not in HIDDEN]
    about = names.get(str(row.get("id")), "")
    return {"fields": [("What", about)] * bool(about) + [(name, value) for name, value in fields if value]}


def label(name: str, value: Any) -> str:
    """What a field is called."""
    known = None if isinstance(value, (bool, Mapping)) else LABELS.get(name)
    return known or name.replace("_", " ").capitalize()


def said(value: Any, names: Mapping[str, str]) -> str:
    """A value in plain words: a day or a moment as it is in London, the title of what has an id in the content."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        inner = [(label(name, one), said(one, names)) for name, one in value.items() if name not in HIDDEN]
        about = names.get(str(value.get("id")), "")
        return "; ".join([about] * bool(about) + [f"{name}: {text}" for name, text in inner if text])
    if isinstance(value, (list, tuple)):
        between = "\n" if any(isinstance(one, Mapping) for one in value) else ", "
        return between.join(filter(None, (said(one, names) for one in value)))
    return _text(str(value), names)


def shown(moment: datetime) -> str:
    """A moment as clocks in London show it: 22 November 2026, 09:14."""
    local = moment.astimezone(LONDON)
    return f"{local.day} {local:%B %Y, %H:%M}"


def names_in(council: Council | None) -> dict[str, str]:
    """The council's name, and the title of everything in its content that has an id."""
    if council is None:
        return {}
    found = {council.slug: council.name}
    _gather(list(vars(council).values()), found)
    return found


def _text(text: str, names: Mapping[str, str]) -> str:
    if _MOMENT.fullmatch(text):
        return shown(datetime.fromisoformat(text))
    if _DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return f"{day.day} {day:%B %Y}"
    if text in names:
        return names[text]
    return (text.replace("_", " ") if _CODE.fullmatch(text) else text).translate(TRICKS)


def _gather(value: Any, found: dict[str, str]) -> None:
    if isinstance(value, Mapping):
        title = next((value[key] for key in ("title", "name", "can", "text") if isinstance(value.get(key), str)), None)
        if isinstance(value.get("id"), str) and title:
            found.setdefault(value["id"], title)
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            _gather(inner, found)
