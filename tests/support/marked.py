"""A word that nobody else writes, put through the API into every place in which words of people are kept.

A feature that keeps words in a new sealed column writes there too: `sealed_columns` finds the column by itself, and the
tests that use this fail until something is written into it.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, LargeBinary

from tests.entitlements.told import RECORD, RESULT
from tests.messages.sending import PDF, taken
from tests.pledge.rating import promise, rating
from tests.reviews.planning import PLAN, WHEN
from tests.support.care import Care, operation
from tests.support.crowd import Person, add_person, add_phone
from webapp.core.db import Base
from webapp.core.guards import Role
from webapp.records.kinds import in_a_space

# A Sunday; every operation below is good on it.
TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
MARK = "zebraquill47"
# Bytes in tables of spaces that are no words of anybody: keys, hashes.
NO_WORDS = {
    "space.wrapped_key", "operation.body_mac", "attachment.announced", "attachment.sha256",
}  # fmt: skip
# Sealed, and filled by the worker rather than by an operation.
BY_THE_WORKER = {"export_part.sealed"}


def sealed_columns() -> dict[str, Column[Any]]:
    """Every column of words that belongs to a space, by its full name: also in tables that hang on other rows of it."""
    inside = {"space", *(table.name for table in in_a_space())}
    for table in Base.metadata.sorted_tables:
        if any(key.column.table.name in inside - {"account"} for key in table.foreign_keys):
            inside.add(table.name)
    columns = [column for name in inside for column in Base.metadata.tables[name].columns]
    words = [column for column in columns if isinstance(column.type, LargeBinary)]
    return {str(column): column for column in words if str(column) not in NO_WORDS}


class Writer:
    """Writes the mark everywhere in Maya's space; `round_` is in it too, so that each round writes rows of its own."""

    def __init__(self, care: Care, round_: int = 1) -> None:
        self.care, self.round = care, round_
        self._second = 0

    def say(self, where: str) -> str:
        """The mark, and where it was written."""
        return f"{MARK} {where} {self.round}"

    def do(self, person: Person, kind: str, /, **body: Any) -> str:
        """Somebody does something, and it is taken: its id."""
        self._second += 1
        made_at = f"2026-11-22T08:{self.round:02}:{self._second:02}.000Z"
        made = operation(self.care.space, kind, made_at, **body)
        outcome = self.care.outcome(person, made)
        assert outcome["outcome"] == "applied", outcome
        made_id: str = made["id"]
        return made_id

    def everything(self) -> None:
        """Every kind of words."""
        self.passport()
        self.requests()
        self.dates()
        self.status()
        self.messages()
        self.looks()

    def passport(self) -> None:
        maya, sam, skill = self.care.maya, self.care.sam, f"home-0{self.round}"
        self.do(maya, "passport.note", skill=skill, text=self.say("skill_note.text"), shared=True)
        self.do(maya, "passport.mark", skill=skill, level="on_my_own")
        signed = self.do(sam, "passport.sign_off", skill=skill, level="on_my_own")
        self.do(sam, "passport.sign_off_withdraw", sign_off=signed, reason=self.say("sign_off.withdrawn"))

    def requests(self) -> None:
        maya, sam, right = self.care.maya, self.care.sam, "setting-up-home-allowance"
        words = {name: self.say(f"request.{name}") for name in ("title", "need", "note")}
        asked = self.do(maya, "request.make", entitlement=right, **words)
        self.do(sam, "request.step", request=asked, state="refused", words=self.say("request_step.words"))
        spent = {"entitlement": right, "what": self.say("spend.what"), "pence": 100, "on": "2026-11-19"}
        self.do(maya, "spend.put", item=str(uuid.uuid4()), **spent)

    def dates(self) -> None:
        maya, sam = self.care.maya, self.care.sam
        said = {"place": self.say("review_date.place"), "with": self.say("review_date.with_whom")}
        date = self.do(sam, "date.plan", **(PLAN | said))
        self.do(maya, "date.propose", date=date, **WHEN, words=self.say("review_date.wanted_words"))
        self.do(maya, "date.own", **WHEN, title=self.say("review_date.title"), place="", shared=False)
        feel = {name: self.say(f"preparation.{name}") for name in ("words", "want", "change")}
        self.do(maya, "prepare.put", date=date, heading="finances", face=2, **feel)
        agreed = {"what": self.say("agreement.what"), "who_words": self.say("agreement.who_words")}
        self.do(sam, "agreement.put", date=date, agreement=None, who="other", by=None, **agreed)
        self.do(maya, "plan.answer", date=date, agree=False, words=self.say("plan_answer.words"))
        other = self.do(sam, "date.plan", **PLAN)
        self.do(sam, "date.mark", date=other, state="cancelled", words=self.say("date_step.words"))
        remind = {"day": "2026-11-25", "time": "14:00", "repeat": None, "template": None}
        self.do(sam, "reminder.make", text=self.say("reminder.text"), **remind)

    def status(self) -> None:
        maya, sam = self.care.maya, self.care.sam
        record = self.do(sam, "status.record", **(RECORD | {"source": self.say("status_record.source")}))
        self.do(maya, "status.disagree", record=record, words=self.say("status_record.disagreed"))
        rights = [{"id": MARK, "state": "now", "on": None, "until": None}]
        self.do(maya, "check.share", result=RESULT | {"entitlements": rights})
        words = self.say("rating.words")
        made = rating(self.care.space, promise=promise(self.round), words=words)
        assert self.care.outcome(maya, made)["outcome"] == "applied"

    def messages(self) -> None:
        maya, sam = self.care.maya, self.care.sam
        letter = PDF[:9] + f"% {self.say('attachment_part.content')}\n".encode() + PDF[9:]
        file = taken(self.care, maya, letter, self.say("attachment.name") + ".pdf")
        self.do(maya, "message.send", body=self.say("message.body"), files=[file.id])
        self.do(sam, "message.send", body=self.say("message.body by the adviser"))

    def looks(self) -> None:
        manager = add_phone(self.care.app, add_person("Mo", Role.MANAGER))
        path = f"/api/v1/council/spaces/{self.care.space}/look"
        assert manager.client.post(path, json={"reason": self.say("look.reason")}).status_code == 200
