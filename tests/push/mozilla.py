"""A push service as Firefox knows one: its protocol over a websocket, and over HTTP what RFC 8030 says.

The same messages as Mozilla's autopush server: hello, register, unregister, notification, ack.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from . import rfc
from .background import Background
from .rfc import Push, Refused

Message = dict[str, Any]


@dataclass
class Channel:
    """One subscription: whom it belongs to, and the key that it hears pushes from. `gone` once it was ended."""

    browser: str
    channel: str
    key: bytes | None
    gone: bool = False


@dataclass
class Connected:
    """A browser on the line: what it calls itself, once it has said so."""

    line: web.WebSocketResponse
    browser: str = ""


@dataclass
class MozillaPush:
    """The service, within a `with`. `taken` are the pushes that were in order; `refused` says why others were not."""

    background: Background
    origin: str = ""
    taken: list[Push] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    # What browsers said of the messages that they were sent: 100 is "decrypted and given to the service worker".
    acknowledged: list[int] = field(default_factory=list)
    channels: dict[str, Channel] = field(default_factory=dict)
    _browsers: set[str] = field(default_factory=set)
    _lines: dict[str, web.WebSocketResponse] = field(default_factory=dict)
    _waiting: list[Message] = field(default_factory=list)
    _signal: bool = True
    _runner: web.AppRunner | None = None

    def __enter__(self) -> MozillaPush:
        self.background.do(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        assert self._runner is not None
        self.background.do(self._runner.cleanup())

    @property
    def socket(self) -> str:
        """Where browsers connect to."""
        return self.origin.replace("http://", "ws://") + "/"

    def end_subscriptions(self) -> None:
        """End every subscription without telling a browser: a push to it is answered 410 from now on."""
        for channel in self.channels.values():
            channel.gone = True

    def lose_signal(self) -> None:
        """Hang up, and let no browser in until `find_signal`. What is sent meanwhile waits."""
        self._signal = False
        self.background.do(self._hang_up())

    def find_signal(self) -> None:
        """Let browsers in again. They try by themselves."""
        self._signal = True

    def forget_browsers(self) -> None:
        """Lose all that is known of the browsers, and hang up. They will be given new names, and subscribe again."""
        self.background.do(self._forget())

    async def _forget(self) -> None:
        self.end_subscriptions()
        self._browsers.clear()
        await self._hang_up()

    async def _hang_up(self) -> None:
        for line in list(self._lines.values()):
            await line.close()

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_get("/", self._listen)
        app.router.add_post("/wpush/v2/{token}", self._push)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _listen(self, request: web.Request) -> web.StreamResponse:
        if not self._signal:
            return web.Response(status=503)
        line = web.WebSocketResponse(protocols=("push-notification",))
        await line.prepare(request)
        connected = Connected(line)
        answers: dict[str, Callable[[Connected, Message], Awaitable[None]]] = {
            "hello": self._hello,
            "register": self._register,
            "unregister": self._unregister,
            "ack": self._ack,
        }
        async for frame in line:
            if frame.type is not WSMsgType.TEXT:
                break
            message = frame.json()
            if message == {}:
                await line.send_str("{}")
            elif answer := answers.get(message["messageType"]):
                await answer(connected, message)
        if self._lines.get(connected.browser) is line:
            del self._lines[connected.browser]
        return line

    async def _hello(self, who: Connected, message: Message) -> None:
        known = message.get("uaid")
        who.browser = known if known in self._browsers else uuid.uuid4().hex
        self._browsers.add(who.browser)
        self._lines[who.browser] = who.line
        said: Message = {"uaid": who.browser, "status": 200, "use_webpush": True, "broadcasts": {}}
        await who.line.send_json({"messageType": "hello", **said})
        for waiting in [one for one in self._waiting if self.channels[one["token"]].browser == who.browser]:
            await self._give(who.line, waiting)

    async def _register(self, who: Connected, message: Message) -> None:
        token, key = uuid.uuid4().hex, message.get("key")
        self.channels[token] = Channel(who.browser, message["channelID"], rfc.unpadded(key) if key else None)
        said = {"channelID": message["channelID"], "status": 200, "pushEndpoint": f"{self.origin}/wpush/v2/{token}"}
        await who.line.send_json({"messageType": "register", **said})

    async def _unregister(self, who: Connected, message: Message) -> None:
        for channel in self.channels.values():
            channel.gone |= channel.channel == message["channelID"]
        await who.line.send_json(
            {"messageType": "unregister", "channelID": message["channelID"], "status": 200},
        )

    async def _ack(self, _who: Connected, message: Message) -> None:
        for update in message["updates"]:
            self.acknowledged.append(update.get("code"))
            self._waiting = [one for one in self._waiting if one["version"] != update["version"]]

    async def _push(self, request: web.Request) -> web.Response:
        channel = self.channels.get(request.match_info["token"])
        try:
            if channel is None or channel.gone:
                raise Refused(404 if channel is None else 410, "no such subscription")
            push = await rfc.read(request, (self.origin,), channel.key)
        except Refused as refused:
            self.refused.append(str(refused))
            return web.Response(status=refused.status)
        self.taken.append(push)
        await self._pass_on(channel, push)
        return web.Response(status=201, headers={"Location": f"/m/{uuid.uuid4().hex}", "TTL": str(push.ttl)})

    async def _pass_on(self, channel: Channel, push: Push) -> None:
        """Give it to the browser, or keep it until it comes; one of the same topic takes the place of an older one."""
        message = {"token": push.token, "topic": push.topic, "version": uuid.uuid4().hex, "body": push.body}
        if push.topic is not None:
            same = push.token, push.topic
            self._waiting = [one for one in self._waiting if (one["token"], one["topic"]) != same]
        self._waiting.append(message)
        line = self._lines.get(channel.browser)
        if line is not None and not line.closed:
            await self._give(line, message)

    async def _give(self, line: web.WebSocketResponse, message: Message) -> None:
        said = {
            "channelID": self.channels[message["token"]].channel,
            "version": message["version"],
            "data": rfc.base64url(message["body"]),
            "headers": {"encoding": "aes128gcm"},
        }
        await line.send_json({"messageType": "notification", **said})
