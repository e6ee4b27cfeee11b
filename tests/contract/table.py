"""The matrix: for each API route, what each role gets when it asks about Maya's space, device or adviser."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.deliveries.browser import Browser
from webapp.core.clock import now
from webapp.core.working_days import london_day
from webapp.records import exports

from .cast import ADVISER, FOREIGN, MANAGER, OTHER, OWNER, ROLES, SIGNED_OUT, STRANGER, Cast
from .files import new_file, own_file, sent_file

Body = Callable[[Cast, str], dict[str, Any]]


@dataclass(frozen=True)
class Case:
    """One route. `path` and `body` are filled from the cast; `expected` holds a status for each role."""

    expected: dict[str, int]
    path: Callable[[Cast], str] | None = None
    body: Body | None = None


def everyone(status: int) -> dict[str, int]:
    """The same for all, signed in or not."""
    return dict.fromkeys(ROLES, status)


def signed_in(status: int) -> dict[str, int]:
    """401 without a session, and one status for every role."""
    return everyone(status) | {SIGNED_OUT: 401}


def only(status: int, *roles: str) -> dict[str, int]:
    """401 without a session, `status` for these, and for the others 404 as if there were nothing."""
    return signed_in(404) | dict.fromkeys(roles, status)


def _sync(cast: Cast, role: str) -> dict[str, Any]:
    mark = {
        "id": str(uuid.uuid4()),
        "space": str(cast.space),
        "kind": "passport.mark",
        "made_at": "2026-11-20T09:00:00.000Z",
        "body": {"skill": "home-01", "level": "with_help"},
    }
    account = cast.people[role].id if role in cast.people else uuid.uuid4()
    cursors = {str(cast.space): {"epoch": 1, "seq": 0}}
    return {"account": str(account), "cursors": cursors, "operations": [mark]}


def _bundle(cast: Cast) -> str:
    councils = cast.phones[SIGNED_OUT].client.get("/api/v1/councils").get_json()["councils"]
    address: str = councils[0]["bundles"]["en"]
    return address


def _new_young_person(_cast: Cast, _role: str) -> dict[str, Any]:
    return {"name": "Jo", "birthday": "2008-05-04", "council": "rutland"}


def _new_adviser(_cast: Cast, _role: str) -> dict[str, Any]:
    return {"name": "Pat", "email": f"pat-{uuid.uuid4().hex}@rutland.example"}


def _assignment(cast: Cast, _role: str) -> dict[str, Any]:
    return {"space": str(cast.space), "adviser": str(cast.people[STRANGER].id)}


PLEDGE = "/api/v1/council/pledge"
YOU_SAID = {"you_said": "Nobody rang.", "we_did": "We ring.", "on": "2026-11-01"}


def _entry(cast: Cast) -> str:
    made = cast.phones[MANAGER].client.post(f"{PLEDGE}/did", json=YOU_SAID).get_json()["id"]
    return f"{PLEDGE}/did/{made}"


def _board(cast: Cast) -> str:
    day = (london_day(now()) + timedelta(days=9)).isoformat()
    cast.phones[MANAGER].client.post(f"{PLEDGE}/boards", json={"on": day})
    return f"/api/v1/councils/rutland/pledge/boards/{day}"


def _copy(cast: Cast) -> str:
    phone = cast.phones[OWNER].client
    if not phone.get("/api/v1/me/exports").get_json()["exports"]:
        phone.post("/api/v1/me/exports")
        exports.make_waiting()
    (made,) = phone.get("/api/v1/me/exports").get_json()["exports"]
    return f"/api/v1/me/exports/{made['id']}"


def _ended(cast: Cast) -> str:
    cast.phones[MANAGER].client.post(f"/api/v1/people/young-people/{cast.space}/end")
    return f"/api/v1/people/young-people/{cast.space}/open-again"


def _to_erase(cast: Cast) -> str:
    _ended(cast)
    return f"/api/v1/council/spaces/{cast.space}/erase"


PREFS = {
    "plans": {"review": ["-3d"]},
    "quiet_from": "21:00",
    "quiet_to": "08:00",
    "plainness": "plainest",
    "lang": None,
    "text": {"number": None, "on": False},
    "email": {"address": None, "on": False},
}


def _subscription(_cast: Cast, role: str) -> dict[str, Any]:
    return Browser(f"https://fcm.googleapis.com/fcm/send/{uuid.uuid4()}").subscription()


AWAY = "/api/v1/me/away"
THEIR_AWAY = "/api/v1/council/advisers/<uuid:adviser_id>/away"


def _away_days(_cast: Cast, _role: str) -> dict[str, Any]:
    start = london_day(now()) + timedelta(days=secrets.randbelow(700))
    return {"since": start.isoformat(), "until": start.isoformat(), "cover": None}


def _own_away(cast: Cast) -> str:
    path = f"{AWAY}/{uuid.uuid4()}"
    cast.phones[ADVISER].client.put(path, json=_away_days(cast, ADVISER))
    return path


def _adviser_away(cast: Cast) -> str:
    return THEIR_AWAY.replace("<uuid:adviser_id>", str(cast.people[ADVISER].id))


COUNCIL = "/api/v1/councils/<slug>"
TABLE: dict[tuple[str, str], Case] = {
    ("GET", "/api/v1/openapi.json"): Case(everyone(200)),
    ("GET", "/api/v1/councils"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/offer"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/entitlements"): Case(everyone(200)),
    ("POST", "/api/v1/entitlements/check"): Case(
        everyone(200), body=lambda cast, role: {"answers": {"dob": "2008-05-04"}}
    ),
    ("GET", f"{COUNCIL}/pledge"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/pledge/results"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/pledge/results.csv"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/pledge/boards/<on>"): Case(everyone(200), path=_board),
    ("GET", f"{COUNCIL}/pledge/boards/<on>.csv"): Case(everyone(200), path=lambda cast: f"{_board(cast)}.csv"),
    ("GET", f"{COUNCIL}/passport"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/help"): Case(everyone(200)),
    ("GET", f"{COUNCIL}/bundle/<hash_>"): Case(everyone(200), path=_bundle),
    ("POST", "/api/v1/auth/sign-in"): Case(
        everyone(401), body=lambda cast, role: {"name": f"nobody {uuid.uuid4()}", "pass_phrase": "not the right one"}
    ),
    ("GET", "/api/v1/auth/me"): Case(signed_in(200)),
    ("PATCH", "/api/v1/auth/me"): Case(signed_in(200), body=lambda cast, role: {"language": "ar"}),
    ("GET", "/api/v1/auth/devices"): Case(signed_in(200)),
    ("DELETE", "/api/v1/auth/devices/<uuid:device_id>"): Case(
        only(204, OWNER), path=lambda cast: f"/api/v1/auth/devices/{cast.lost_phone.session_id}"
    ),
    ("POST", "/api/v1/auth/device-code"): Case(signed_in(200)),
    ("POST", "/api/v1/auth/sign-out"): Case(signed_in(204), body=lambda cast, role: {"everywhere": False}),
    ("POST", "/api/v1/invitations/look"): Case(everyone(404), body=lambda cast, role: {"code": "ABCD-EFGH-JKMN"}),
    ("POST", "/api/v1/invitations/spend"): Case(
        everyone(404), body=lambda cast, role: {"code": "ABCD-EFGH-JKMN", "device_name": "Phone"}
    ),
    ("POST", "/api/v1/invitations/confirm"): Case(
        everyone(410), body=lambda cast, role: {"token": "nobody's token", "code": "123456"}
    ),
    ("POST", "/api/v1/people/young-people"): Case(only(201, ADVISER, STRANGER), body=_new_young_person),
    ("POST", "/api/v1/people/young-people/<uuid:space>/code"): Case(
        only(201, ADVISER), path=lambda cast: f"/api/v1/people/young-people/{cast.space}/code"
    ),
    ("GET", "/api/v1/people/team"): Case(only(200, MANAGER, FOREIGN)),
    ("POST", "/api/v1/people/advisers"): Case(only(201, MANAGER, FOREIGN), body=_new_adviser),
    ("POST", "/api/v1/people/advisers/<uuid:adviser_id>/second-factor"): Case(
        only(201, MANAGER), path=lambda cast: f"/api/v1/people/advisers/{cast.people[ADVISER].id}/second-factor"
    ),
    ("POST", "/api/v1/people/assignments"): Case(only(204, MANAGER), body=_assignment),
    ("GET", "/api/v1/council/requests"): Case(only(200, MANAGER, FOREIGN)),
    ("GET", f"{PLEDGE}/words"): Case(only(200, MANAGER, FOREIGN)),
    # What is decided on is tested elsewhere; here there are no words of that id.
    ("POST", f"{PLEDGE}/words"): Case(
        signed_in(404), body=lambda cast, role: {"id": str(uuid.uuid4()), "publish": False}
    ),
    ("POST", f"{PLEDGE}/did"): Case(only(201, MANAGER, FOREIGN), body=lambda cast, role: YOU_SAID),
    ("PUT", f"{PLEDGE}/did/<uuid:did_id>"): Case(only(204, MANAGER), path=_entry, body=lambda cast, role: YOU_SAID),
    ("DELETE", f"{PLEDGE}/did/<uuid:did_id>"): Case(only(204, MANAGER), path=_entry),
    ("POST", f"{PLEDGE}/boards"): Case(
        only(201, MANAGER, FOREIGN), body=lambda cast, role: {"on": london_day(now()).isoformat()}
    ),
    ("GET", "/api/v1/me/calendar"): Case(only(200, OWNER, OTHER, ADVISER, STRANGER)),
    ("POST", "/api/v1/me/calendar"): Case(
        only(200, OWNER, OTHER, ADVISER, STRANGER), body=lambda cast, role: {"neutral": True}
    ),
    ("DELETE", "/api/v1/me/calendar"): Case(only(204, OWNER, OTHER, ADVISER, STRANGER)),
    ("GET", "/api/v1/me/notices"): Case(signed_in(200)),
    ("PUT", "/api/v1/me/notices"): Case(signed_in(200), body=lambda cast, role: PREFS),
    ("POST", "/api/v1/me/notices/shown"): Case(signed_in(204), body=lambda cast, role: {"id": str(uuid.uuid4())}),
    ("POST", "/api/v1/me/notices/seen"): Case(signed_in(204), body=lambda cast, role: {"id": str(uuid.uuid4())}),
    # This app has no push key.
    ("GET", "/api/v1/me/push-key"): Case(signed_in(404)),
    ("POST", "/api/v1/me/subscriptions"): Case(signed_in(204), body=_subscription),
    ("DELETE", "/api/v1/me/subscriptions"): Case(signed_in(204), body=lambda cast, role: {"endpoint": "https://x"}),
    ("GET", "/api/v1/council/parked"): Case(only(200, MANAGER, FOREIGN)),
    ("GET", AWAY): Case(only(200, ADVISER, STRANGER)),
    ("PUT", f"{AWAY}/<uuid:away_id>"): Case(
        only(200, ADVISER, STRANGER), path=lambda cast: f"{AWAY}/{uuid.uuid4()}", body=_away_days
    ),
    ("DELETE", f"{AWAY}/<uuid:away_id>"): Case(only(204, ADVISER), path=_own_away),
    ("GET", THEIR_AWAY): Case(only(200, MANAGER), path=_adviser_away),
    ("PUT", f"{THEIR_AWAY}/<uuid:away_id>"): Case(
        only(200, MANAGER), path=lambda cast: f"{_adviser_away(cast)}/{uuid.uuid4()}", body=_away_days
    ),
    ("DELETE", f"{THEIR_AWAY}/<uuid:away_id>"): Case(
        only(204, MANAGER), path=lambda cast: _own_away(cast).replace(AWAY, _adviser_away(cast))
    ),
    ("POST", "/api/v1/council/advisers/<uuid:adviser_id>/hand-over"): Case(
        only(200, MANAGER),
        path=lambda cast: f"/api/v1/council/advisers/{cast.people[ADVISER].id}/hand-over",
        body=lambda cast, role: {"to": str(cast.people[STRANGER].id), "leaves": False},
    ),
    ("POST", "/api/v1/council/spaces/<uuid:space_id>/look"): Case(
        only(200, MANAGER),
        path=lambda cast: f"/api/v1/council/spaces/{cast.space}/look",
        body=lambda cast, role: {"reason": "A worry was passed on to me."},
    ),
    ("GET", "/api/v1/council/duty"): Case(only(200, MANAGER, FOREIGN)),
    ("GET", "/api/v1/council/unread"): Case(only(200, MANAGER, FOREIGN)),
    ("PUT", "/api/v1/council/duty"): Case(only(200, MANAGER, FOREIGN), body=lambda cast, role: {"advisers": []}),
    ("POST", "/api/v1/receipts/notify"): Case(
        everyone(401), body=lambda cast, role: {"reference": str(uuid.uuid4()), "status": "delivered"}
    ),
    ("POST", "/api/v1/people/young-people/<uuid:space>/end"): Case(
        only(204, MANAGER), path=lambda cast: f"/api/v1/people/young-people/{cast.space}/end"
    ),
    ("POST", "/api/v1/people/young-people/<uuid:space>/open-again"): Case(
        # The young person's devices were signed out with the end.
        only(204, MANAGER) | {OWNER: 401},
        path=_ended,
    ),
    # Nobody here has a pass phrase yet.
    ("POST", "/api/v1/auth/me/end"): Case(
        only(422, OWNER, OTHER), body=lambda cast, role: {"pass_phrase": "not the right one"}
    ),
    ("GET", "/api/v1/council/ended"): Case(only(200, MANAGER, FOREIGN)),
    ("POST", "/api/v1/council/spaces/<uuid:space_id>/erase"): Case(
        only(204, MANAGER) | {OWNER: 401}, path=_to_erase, body=lambda cast, role: {"name": "Maya", "why": "asked"}
    ),
    ("POST", "/api/v1/me/exports"): Case(only(202, OWNER, OTHER)),
    ("POST", "/api/v1/council/spaces/<uuid:space_id>/thread"): Case(
        only(200, MANAGER),
        path=lambda cast: f"/api/v1/council/spaces/{cast.space}/thread",
        body=lambda cast, role: {"reason": "She asked me to file it.", "as": "json"},
    ),
    ("GET", "/api/v1/me/thread"): Case(only(200, OWNER, OTHER)),
    ("GET", "/api/v1/me/exports"): Case(only(200, OWNER, OTHER)),
    ("GET", "/api/v1/me/exports/<uuid:export_id>"): Case(only(200, OWNER), path=_copy),
    # Sync answers everyone; who may do and see what within it is in test_matrix.py.
    ("POST", "/api/v1/sync"): Case(signed_in(200), body=_sync),
}

FILES = "/api/v1/spaces/<uuid:space>/files"
TABLE |= {
    ("GET", "/api/v1/spaces/<uuid:space>/messages"): Case(
        only(200, OWNER), path=lambda cast: f"/api/v1/spaces/{cast.space}/messages"
    ),
    ("POST", FILES): Case(
        only(200, OWNER, ADVISER), path=lambda cast: f"/api/v1/spaces/{cast.space}/files", body=new_file
    ),
    # Without an offset it is refused before anything is looked for; with one, tests/messages say who may.
    ("PATCH", f"{FILES}/<uuid:file>"): Case(signed_in(422), path=own_file),
    # A file that is not sent yet is its sender's alone.
    ("GET", f"{FILES}/<uuid:file>/offset"): Case(only(200, OWNER), path=lambda cast: f"{own_file(cast)}/offset"),
    ("DELETE", f"{FILES}/<uuid:file>"): Case(only(204, OWNER), path=own_file),
    ("POST", "/api/v1/council/spaces/<uuid:space>/files/<uuid:file>"): Case(
        only(200, MANAGER),
        path=lambda cast: sent_file(cast).replace("/spaces/", "/council/spaces/"),
        body=lambda cast, role: {"reason": "She asked me to read the letter."},
    ),
    ("GET", f"{FILES}/<uuid:file>"): Case(only(200, OWNER, ADVISER), path=sent_file),
}

INSIDE = {OWNER, ADVISER}
OUTSIDE = {OTHER, STRANGER, MANAGER, FOREIGN}
