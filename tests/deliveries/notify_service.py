"""A stand-in for GOV.UK Notify: it checks what the real client sends as the real API does, and keeps it."""

from __future__ import annotations

import json
import re
import threading
import time
import uuid
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import jwt

SERVICE, SECRET = str(uuid.uuid4()), str(uuid.uuid4())
KEY = f"tests-{SERVICE}-{SECRET}"
TEXT, EMAIL = str(uuid.uuid4()), str(uuid.uuid4())
PLACES = {"words", "link"}


@dataclass
class NotifyService:
    """Notify within a `with`. `fail` holds answers for the next posts: a status, or "lost" (taken, but unanswered)."""

    sent: list[dict[str, Any]] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    fail: list[int | str] = field(default_factory=list)
    url: str = ""

    def __enter__(self) -> Self:
        service = self

        class Handler(_Handler):
            """Bound to this one."""

        Handler.notify = service
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    notify: NotifyService

    def log_message(self, format: str, *args: Any) -> None:
        return

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if not self._authentic() or asked.path != "/v2/notifications":
            return self._say(404, _error("NoResultFound", "No result found"))
        (reference,) = parse_qs(asked.query)["reference"]
        self.notify.looked.append(reference)
        found = [one for one in self.notify.sent if one["reference"] == reference]
        return self._say(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._authentic():
            return self._say(403, _error("AuthError", "Invalid token: signature, api token not found"))
        fail = self.notify.fail.pop(0) if self.notify.fail else None
        if isinstance(fail, int):
            return self._say(fail, _error("RateLimitError" if fail == 429 else "Trouble", "Exceeded"))
        problem = _problem(self.path, body)
        if problem:
            return self._say(400, problem)
        self.notify.sent.append({"id": str(uuid.uuid4()), "status": "sending", "reference": body["reference"], **body})
        if fail == "lost":
            self.close_connection = True
            return None
        return self._say(201, {"id": self.notify.sent[-1]["id"], "reference": body["reference"], "content": {}})

    def _authentic(self) -> bool:
        """As Notify checks its tokens: HS256 by the key's secret, issued by the service within half a minute."""
        given = self.headers.get("Authorization", "")
        try:
            claims = jwt.decode(
                given.removeprefix("Bearer "), SECRET, algorithms=["HS256"], options={"verify_iat": False}
            )
        except jwt.InvalidTokenError:
            return False
        return bool(claims["iss"] == SERVICE and abs(time.time() - claims["iat"]) < 30)

    def _say(self, status: int, body: dict[str, Any]) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)


def _problem(path: str, body: dict[str, Any]) -> dict[str, Any] | None:
    text = path == "/v2/notifications/sms"
    to, template = ("phone_number", TEXT) if text else ("email_address", EMAIL)
    if path not in ("/v2/notifications/sms", "/v2/notifications/email"):
        return _error("BadRequestError", "Not a way")
    if set(body) != {to, "template_id", "personalisation", "reference"}:
        return _error("ValidationError", f"Additional properties {sorted(body)}")
    if body["template_id"] != template:
        return _error("BadRequestError", "Template not found")
    if set(body["personalisation"]) != PLACES:
        return _error("BadRequestError", "Missing personalisation")
    if text and not re.fullmatch(r"(\+44|0)7[0-9]{9}", body[to]):
        return _error("ValidationError", f"phone_number {body[to]} is not possible")
    return None


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"status_code": 400, "errors": [{"error": kind, "message": message}]}
