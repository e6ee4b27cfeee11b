"""Google's push service as Chromium knows it: check-in and registration over HTTP, messages over a stream (MCS).

The names and numbers of the fields are those of Chromium's `google_apis/gcm/protocol/*.proto`. Senders reach it over
HTTP by RFC 8030, as elsewhere; Chromium gives them an address at one of `ORIGINS`, which the test turns to us.
"""

from __future__ import annotations

import asyncio
import secrets
import ssl
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from . import certificate, rfc
from .background import Background
from .protobuf import fixed64, number, text, varint
from .rfc import Push, Refused

# Google's own Chrome gives the first, other builds of Chromium the second.
ORIGINS = ("https://fcm.googleapis.com", "https://jmt17.google.com")
VERSION = 41
# The kinds of messages on the stream.
HEARTBEAT, HEARTBEAT_ACK, LOGIN, LOGIN_ANSWER, DATA = 0, 1, 2, 3, 8


@dataclass
class Registration:
    """One subscription: the app within Chromium that it is for, the website, and the key that it hears pushes from."""

    app: str
    subtype: str
    sender: str
    gone: bool = False


@dataclass
class GooglePush:
    """The service, within a `with`. `taken` are the pushes that were in order; `refused` says why others were not."""

    background: Background
    folder: Path
    origin: str = ""
    taken: list[Push] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    registrations: dict[str, Registration] = field(default_factory=dict)
    _streams: list[asyncio.StreamWriter] = field(default_factory=list)
    _waiting: list[bytes] = field(default_factory=list)
    _stream_at: str = ""
    _trusted: str = ""

    def __enter__(self) -> GooglePush:
        context, self._trusted = certificate.make(self.folder)
        self.background.do(self._start(context))
        return self

    def __exit__(self, *_: object) -> None:
        self.background.do(self._end())

    @property
    def flags(self) -> list[str]:
        """What Chromium is started with to use this service."""
        return [
            f"--gcm-checkin-url={self.origin}/checkin",
            f"--gcm-registration-url={self.origin}/register",
            f"--gcm-mcs-endpoint={self._stream_at}",
            f"--ignore-certificate-errors-spki-list={self._trusted}",
        ]

    def end_subscriptions(self) -> None:
        """End every subscription without telling a browser: a push to it is answered 410 from now on."""
        for registration in self.registrations.values():
            registration.gone = True

    async def _start(self, context: ssl.SSLContext) -> None:
        app = web.Application()
        app.router.add_post("/checkin", self._check_in)
        app.router.add_post("/register", self._register)
        app.router.add_post("/fcm/send/{token}", self._push)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=context)
        self._stream_at = f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _end(self) -> None:
        self._server.close()
        for stream in self._streams:
            stream.close()
        await self._runner.cleanup()

    async def _check_in(self, _request: web.Request) -> web.Response:
        body = number(1, 1) + number(3, _milliseconds()) + fixed64(7, secrets.randbits(62)) + fixed64(8, 1)
        return web.Response(body=body, content_type="application/x-protobuf")

    async def _register(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        app, subtype = form["app"], form.get("X-subtype", "")
        if form.get("delete") == "true":
            for known in self.registrations.values():
                known.gone |= known.subtype == subtype
            return web.Response(text=f"token={app}")
        token = secrets.token_urlsafe(24)
        self.registrations[token] = Registration(app, subtype, form["sender"])
        return web.Response(text=f"token={token}")

    async def _push(self, request: web.Request) -> web.Response:
        registration = self.registrations.get(request.match_info["token"])
        try:
            if registration is None or registration.gone:
                raise Refused(404 if registration is None else 410, "no such subscription")
            push = await rfc.read(request, ORIGINS, rfc.unpadded(registration.sender))
        except Refused as refused:
            self.refused.append(str(refused))
            return web.Response(status=refused.status)
        self.taken.append(push)
        message = _message(registration, push)
        if not self._streams:
            self._waiting.append(message)
        for stream in self._streams:
            stream.write(message)
        return web.Response(status=201, headers={"Location": f"/m/{uuid.uuid4().hex}", "TTL": str(push.ttl)})

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readexactly(1)
            while True:
                kind, size = (await reader.readexactly(1))[0], await _read_size(reader)
                await reader.readexactly(size)
                if kind == LOGIN:
                    self._log_in(writer)
                elif kind == HEARTBEAT:
                    writer.write(bytes((HEARTBEAT_ACK, 0)))
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            if writer in self._streams:
                self._streams.remove(writer)
            writer.close()

    def _log_in(self, writer: asyncio.StreamWriter) -> None:
        answer = text(1, "login") + text(2, "phone@mcs") + number(5, 1) + number(8, _milliseconds())
        writer.write(bytes((VERSION,)) + _framed(LOGIN_ANSWER, answer))
        self._streams.append(writer)
        for message in self._waiting:
            writer.write(message)
        self._waiting.clear()


def _message(registration: Registration, push: Push) -> bytes:
    """A push as a DataMessageStanza."""
    name = uuid.uuid4().hex
    parts = [
        text(2, name),
        text(3, registration.sender),
        text(5, registration.app),
        text(7, text(1, "subtype") + text(2, registration.subtype)),
        text(7, text(1, "content-encoding") + text(2, "aes128gcm")),
        text(9, name),
        number(17, push.ttl),
        number(18, _milliseconds()),
        text(21, push.body),
    ]
    return _framed(DATA, b"".join(parts))


def _framed(kind: int, body: bytes) -> bytes:
    return bytes((kind,)) + varint(len(body)) + body


async def _read_size(reader: asyncio.StreamReader) -> int:
    size = shift = 0
    while True:
        byte = (await reader.readexactly(1))[0]
        size |= (byte & 0x7F) << shift
        if byte < 0x80:
            return size
        shift += 7


def _milliseconds() -> int:
    return int(time.time() * 1000)
