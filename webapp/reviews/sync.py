"""The operations and collections of dates: who may write what, and who hears of which rows."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import select

from ..core.clock import to_wire
from ..spaces.models import OWNER, SUPPORTERS
from ..sync.registers import newest
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import preparing, schemas, service
from .models import Agreement, DateStep, PlanAnswer, Preparation, ReviewDate
from .preparing import agreement_place, answer_place, preparation_place
from .reminding import stamp_tuple, state_of_row
from .rules import OWN, State, is_open
from .service import place, step_place
from .sharing import changed

BOTH = OWNER | SUPPORTERS

KINDS = (
    OperationKind("date.plan", schemas.PlanBody, SUPPORTERS, service.plan),
    OperationKind("date.move", schemas.MoveBody, SUPPORTERS, service.move),
    OperationKind("date.mark", schemas.MarkBody, SUPPORTERS, service.mark),
    OperationKind("date.decline", schemas.DeclineBody, SUPPORTERS, service.decline),
    OperationKind("date.own", schemas.OwnBody, OWNER, service.own),
    OperationKind("date.own_change", schemas.OwnChangeBody, OWNER, service.own_change),
    OperationKind("date.own_cancel", schemas.DateBody, OWNER, service.own_cancel),
    OperationKind("date.propose", schemas.ProposeBody, OWNER, service.propose),
    OperationKind("date.ask", schemas.AskBody, OWNER, service.ask),
    OperationKind("prepare.put", schemas.PrepareBody, OWNER, preparing.prepare),
    OperationKind("prepare.share", schemas.ShareBody, OWNER, preparing.share),
    OperationKind("plan.answer", schemas.AnswerBody, OWNER, preparing.answer_plan),
    OperationKind("agreement.put", schemas.AgreementBody, SUPPORTERS, preparing.put_agreement),
    OperationKind("agreement.done", schemas.DoneBody, BOTH, preparing.mark_done),
)


def read_dates(view: View, window: Window) -> list[Row]:
    """Reviews, and own dates: all of the young person's own, for anyone else only those shared."""
    return [
        _date(view, row, seq) if visible else {"id": str(row.id), "seq": seq, "deleted": True}
        for row, seq, visible in changed(view, window, ReviewDate)
    ]


def _date(view: View, row: ReviewDate, seq: int) -> Row:
    made_at = newest(row, "day", "said", "wanted", "declined")
    return {
        "id": str(row.id),
        "seq": seq,
        "kind": row.kind,
        "title": view.open(place("title", row.id), row.title),
        "day": _day(row.day),
        "time": _time(row.at_time),
        "place": view.open(place("place", row.id), row.place),
        "with": view.open(place("with_whom", row.id), row.with_whom),
        "call": row.call,
        "state": state_of_row(row).value,
        "version": row.version,
        "shared": row.shared,
        "proposed": _proposed(view, row),
        "made_at": to_wire(made_at) if made_at else None,
        "by": row.by_name,
        "by_owner": row.by_owner,
    }


def _proposed(view: View, row: ReviewDate) -> Row | None:
    wanted = stamp_tuple(row, "wanted")
    if wanted is None or row.wanted_words is None or state_of_row(row) not in (State.ASKED, State.PLANNED):
        return None
    if not is_open(wanted, *(stamp_tuple(row, answer) for answer in ("day", "said", "declined"))):
        return None
    words = view.open(place("wanted_words", row.id), row.wanted_words)
    return {"day": _day(row.wanted), "time": _time(row.wanted_time), "words": words, "at": to_wire(wanted[0])}


def read_steps(view: View, window: Window) -> list[Row]:
    """Everything that happened to the dates, dated and by whom. That of own dates is the owner's alone."""
    query = select(DateStep).where(DateStep.space_id == view.space.id)
    if not view.is_owner:
        query = query.join(ReviewDate, ReviewDate.id == DateStep.date_id).where(ReviewDate.kind != OWN)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "date": str(row.date_id),
            "state": row.state,
            "day": _day(row.day),
            "time": _time(row.at_time),
            "at": to_wire(row.made_at),
            "by": row.by_name,
            "by_owner": row.by_owner,
            "words": view.open(step_place(row.id), row.words),
        }
        for row in view.db.scalars(window.cut(query, DateStep.seq))
    ]


def read_preparations(view: View, window: Window) -> list[Row]:
    """What the young person wrote to get ready; for anyone else only what is shared."""
    return [
        _preparation(view, row, seq) if visible else {"id": f"{row.date_id}/{row.heading}", "seq": seq, "deleted": True}
        for row, seq, visible in changed(view, window, Preparation)
    ]


def _preparation(view: View, row: Preparation, seq: int) -> Row:
    def text(column: str, sealed: bytes | None) -> str:
        return view.open(preparation_place(row, column), sealed) if sealed else ""

    made_at = newest(row, "words", "shared")
    return {
        "id": f"{row.date_id}/{row.heading}",
        "seq": seq,
        "date": str(row.date_id),
        "heading": row.heading,
        "face": row.face,
        "words": text("words", row.words),
        "want": text("want", row.want),
        "change": text("change", row.change),
        "shared": row.shared,
        "made_at": to_wire(made_at) if made_at else None,
    }


def read_agreements(view: View, window: Window) -> list[Row]:
    """What was agreed, who does it and by when."""
    query = select(Agreement).where(Agreement.space_id == view.space.id)
    rows = []
    for row in view.db.scalars(window.cut(query, Agreement.seq)):
        made_at = newest(row, "what", "done")
        rows.append(
            {
                "id": str(row.id),
                "seq": row.seq,
                "date": str(row.date_id),
                "what": view.open(agreement_place("what", row.id), row.what),
                "who": row.who,
                "who_words": view.open(agreement_place("who_words", row.id), row.who_words),
                "by": _day(row.by_day),
                "done": row.done,
                "made_at": to_wire(made_at) if made_at else None,
                "by_name": row.by_name,
                "by_owner": row.by_owner,
            }
        )
    return rows


def read_plan_answers(view: View, window: Window) -> list[Row]:
    """Whether the young person agrees with each plan, and why not."""
    query = select(PlanAnswer).where(PlanAnswer.space_id == view.space.id)
    return [
        {
            "id": str(row.date_id),
            "seq": row.seq,
            "agree": row.agree,
            "words": view.open(answer_place(row), row.words),
            "made_at": to_wire(row.agree_at),
        }
        for row in view.db.scalars(window.cut(query, PlanAnswer.seq))
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(at: time | None) -> str | None:
    return at.strftime("%H:%M") if at is not None else None


COLLECTIONS = (
    Collection("dates", read_dates, (ReviewDate.seq, ReviewDate.others_seq)),
    Collection("date_steps", read_steps, (DateStep.seq,)),
    Collection("preparations", read_preparations, (Preparation.seq, Preparation.others_seq)),
    Collection("agreements", read_agreements, (Agreement.seq,)),
    Collection("plan_answers", read_plan_answers, (PlanAnswer.seq,)),
)
