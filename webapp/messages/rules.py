"""What text is kept as, how tricky text is known, and the usual time to a reply. Pure: no database, no web."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import median

from ..core.london import instant, wall
from ..deliveries.rules import SATURDAY

MAX_BODY = 10_000
MAX_FILES = 5
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_PART_BYTES = 256 * 1024
# Of a file that comes in pieces, only the last may be smaller: a row is kept for each.
MIN_PART_BYTES = 16 * 1024
MAX_UNSENT = 20
# Of one person in one space, in any 24 hours: far more than anybody sends who means well, and little for a disk.
MAX_DAY_BYTES = 100 * 1024 * 1024
UNSENT_FOR = timedelta(days=7)
MAX_NAME = 100
# So many replies are looked at, and fewer than this many say nothing yet.
REPLIES = 20
FEWEST_REPLIES = 3
MINUTE = timedelta(minutes=1)

# When a council opens and closes, by London's clock.
Hours = tuple[time, time]

# Embeddings, overrides and isolates (Unicode Standard Annex 9): they can show words in an order that nobody wrote.
OVERRIDES = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
KEPT_CONTROLS = "\n\t"
# Line ends of other systems, and Unicode's own.
LINE_ENDS = str.maketrans({"\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})


class LineKind(StrEnum):
    """What the app itself says in a thread."""

    AWAY = "away"
    NOBODY_COVERS = "nobody_covers"
    BACK = "back"
    PASSED_ON = "passed_on"
    TOLD_MANAGER = "told_manager"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"


class FileKind(StrEnum):
    """What a file is, as its bytes say."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    PDF = "pdf"


ENDINGS = {
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.PNG: (".png",),
    FileKind.WEBP: (".webp",),
    FileKind.PDF: (".pdf",),
}


class MarkedAs(StrEnum):
    """What an adviser made of a message; or that it needs no answer, so that colleagues do not wait for one either."""

    REQUEST = "request"
    DATE = "date"
    NO_ANSWER = "none"


@dataclass(frozen=True)
class Sent:
    """A message as the usual reply time sees it: whose side it is from, and when it arrived."""

    by_owner: bool
    at: datetime


def clean(text: str) -> str:
    """The text in one form (NFC), with one kind of line end, and without control characters but that and the tab."""
    text = text.replace("\r\n", "\n").translate(LINE_ENDS)
    kept = "".join(one for one in text if one in KEPT_CONTROLS or unicodedata.category(one) != "Cc")
    return unicodedata.normalize("NFC", kept)


def says_nothing(text: str) -> bool:
    """Whether nothing of the text can be seen: only spaces, and letters that have no shape."""
    return all(unicodedata.category(one)[0] == "Z" or unicodedata.category(one) in ("Cc", "Cf") for one in text)


def is_tricky(text: str) -> bool:
    """Whether the text turns the direction of reading around; a screen must not let it."""
    return not OVERRIDES.isdisjoint(text)


def file_name(told: str) -> str:
    """The name of a file without the folders it was in, on one line, and short: what a phone told may be anything."""
    last = clean(told).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = "".join(one for one in last if one not in OVERRIDES and one.isprintable()).strip(" .")
    if len(name) <= MAX_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    return stem[: MAX_NAME - 6] + dot + ending[:5] if dot else name[:MAX_NAME]


def with_ending(name: str, kind: FileKind) -> str:
    """The name with an ending that says what the file is."""
    if name.lower().endswith(ENDINGS[kind]):
        return name
    stem = name.rpartition(".")[0] or name
    return (stem or "file") + ENDINGS[kind][0]


def worked(start: datetime, end: datetime, hours: Hours, holidays: AbstractSet[date]) -> timedelta:
    """The working time of a council that opens and closes at `hours` between two moments.

    `holidays` must hold those of all the years between.
    """
    total, day = timedelta(), wall(start)[0]
    while day <= wall(end)[0]:
        if day.weekday() < SATURDAY and day not in holidays:
            opens, closes = instant(day, hours[0]), instant(day, hours[1])
            total += max(min(end, closes) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return total


def replies(messages: Iterable[Sent]) -> list[tuple[datetime, datetime]]:
    """Each reply, in the order of the thread: when the first message that it answers arrived, and when it did."""
    pairs, asked = [], None
    for one in messages:
        if one.by_owner:
            asked = asked or one.at
        elif asked is not None:
            pairs.append((asked, one.at))
            asked = None
    return pairs


def usual_reply(pairs: Sequence[tuple[datetime, datetime]], hours: Hours, holidays: AbstractSet[date]) -> int | None:
    """The minutes of working time that a reply usually takes: the middle one of the last 20, rounded up.

    A reply that took no working time (asked and answered in one evening) is a kindness that nobody should count on, so
    it is left out. None: there are too few replies to say.
    """
    taken = [worked(*pair, hours, holidays) for pair in pairs]
    counted = [wait for wait in taken if wait > timedelta()][-REPLIES:]
    if len(counted) < FEWEST_REPLIES:
        return None
    return math.ceil(median(wait / MINUTE for wait in counted))
