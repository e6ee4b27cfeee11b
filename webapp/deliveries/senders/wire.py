"""Posts to push services over HTTP/1.1: connections that stay open, many at a time, and nothing else.

A general HTTP client costs more for each push than its encryption. This one writes a request and reads the head of the
answer: a push service is a stranger, so nothing of its body is read, it is followed nowhere, it may take only so long,
and its name must not lead into a private network.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import aiohappyeyeballs

CONNECT_SECONDS = 5.0
MAX_HEAD = 16 * 1024
# How long an address is kept, and how soon the next address of a name is tried beside the first.
ADDRESS_SECONDS, BESIDE_SECONDS = 60.0, 0.25
_STATUS = re.compile(rb"HTTP/1\.([01]) ([2-5][0-9]{2})(?: [^\r\n]*)?(?:\r\n|\Z)")
_FIELD = re.compile(rb"(?im)^(content-length|transfer-encoding|connection|retry-after):[ \t]*([^\r\n]*?)[ \t]*\r?$")
_NO_BODY = (204, 304)

Address = tuple[int, int, int, str, Any]


class Unreachable(OSError):
    """Nobody answers there, or with something that is no answer."""


class PrivateAddress(OSError):
    """The name of a push service leads to an address that is not on the public internet."""


class _Stale(Unreachable):
    """A kept connection ended before a byte of the answer: the service had closed it before it heard us."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer, as far as we care."""

    status: int
    retry_after: str | None


class Wire:
    """The open connections to all push services. `trusted` is an origin of tests, which may be on this machine."""

    def __init__(self, trusted: str | None = None) -> None:
        self._trusted = trusted
        self._idle: dict[str, list[_Connection]] = defaultdict(list)
        self._addresses: dict[tuple[str, int], tuple[float, list[Address]]] = {}
        # One for each name: others do not wait for one that nobody knows.
        self._looking_up: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tls = ssl.create_default_context()
        self._tls.set_alpn_protocols(["http/1.1"])

    async def post(self, origin: str, path: str, fields: str, body: bytes) -> Answer:
        """Post `body` with `fields` (each with its line's end) to a path of `origin`; give the answer.

        Raises `PrivateAddress`, `Unreachable`, or another `OSError`. Takes as long as it takes: the caller sets a time.
        """
        host = origin.partition("://")[2]
        head = f"POST {path} HTTP/1.1\r\nHost: {host}\r\n{fields}Content-Length: {len(body)}\r\n\r\n"
        request = head.encode() + body
        idle = self._idle[origin]
        while idle:
            kept = idle.pop()
            if kept.usable:
                try:
                    return await self._ask(kept, origin, request)
                except _Stale:
                    # Nothing was heard of this one. Were it heard after all, its Topic makes the second take its place.
                    break
        return await self._ask(await self._connect(origin), origin, request)

    def close(self) -> None:
        """Close all that is open."""
        for kept in self._idle.values():
            for connection in kept:
                connection.abort()
        self._idle.clear()

    async def _ask(self, connection: _Connection, origin: str, request: bytes) -> Answer:
        try:
            answer = await connection.ask(request)
        except BaseException:
            connection.abort()
            raise
        if connection.usable:
            self._idle[origin].append(connection)
        else:
            connection.abort()
        return answer

    async def _connect(self, origin: str) -> _Connection:
        where = urlsplit(origin)
        secure, host = where.scheme == "https", where.hostname or ""
        async with asyncio.timeout(CONNECT_SECONDS):
            found = await self._look_up(host, where.port or (443 if secure else 80), trusted=origin == self._trusted)
            reached = await aiohappyeyeballs.start_connection(found, happy_eyeballs_delay=BESIDE_SECONDS)
            tls: dict[str, Any] = {"ssl": self._tls, "server_hostname": host} if secure else {}
            _, connection = await asyncio.get_running_loop().create_connection(_Connection, sock=reached, **tls)
        return connection

    async def _look_up(self, host: str, port: int, *, trusted: bool) -> list[Any]:
        async with self._looking_up[host]:
            until, found = self._addresses.get((host, port), (0.0, []))
            if until < time.monotonic():
                loop = asyncio.get_running_loop()
                found = [tuple(one) for one in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)]  # type: ignore[misc]
                if not trusted and not all(_is_public(one) for one in found):
                    raise PrivateAddress("not a public address")
                self._addresses[host, port] = (time.monotonic() + ADDRESS_SECONDS, found)
        return found


class _Connection(asyncio.Protocol):
    """One connection: one request at a time."""

    def __init__(self) -> None:
        self.usable = True
        self._seen, self._asked = b"", 0
        self._answer: asyncio.Future[Answer] | None = None
        self._out: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._out = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._seen += data
        try:
            answer = self._read()
        except ValueError:
            self._fail(Unreachable("not an answer"))
            return
        if answer is not None and self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)
        self._answer = None if answer is not None else self._answer

    def connection_lost(self, error: Exception | None) -> None:
        stale = self._asked > 1 and not self._seen
        self._fail(_Stale("closed") if stale else Unreachable("closed"))

    async def ask(self, request: bytes) -> Answer:
        """Send a request and wait for the head of its answer."""
        self._answer = asyncio.get_running_loop().create_future()
        self._asked += 1
        self._seen = b""
        self._out.write(request)
        return await self._answer

    def abort(self) -> None:
        """Close it, without waiting for what is still to come."""
        self.usable = False
        self._out.abort()

    def _fail(self, error: Unreachable) -> None:
        self.usable = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
        self._out.abort()

    def _read(self) -> Answer | None:
        """The answer when its head is there. Raises `ValueError` for what is none."""
        if self._answer is None or self._answer.done():
            raise ValueError("nobody asked")
        while True:
            end = self._seen.find(b"\r\n\r\n")
            if end > MAX_HEAD or (end < 0 and len(self._seen) > MAX_HEAD):
                raise ValueError("too long a head")
            if end < 0:
                return None
            if not self._seen.startswith((b"HTTP/1.1 100 ", b"HTTP/1.1 103 ")):
                break
            # Not yet the answer (RFC 9110 section 15.2).
            self._seen = self._seen[end + 4 :]
        return self._answered(self._seen[:end], len(self._seen) - end - 4)

    def _answered(self, head: bytes, beyond: int) -> Answer:
        line = _STATUS.match(head)
        if line is None:
            raise ValueError("no status")
        status, fields = int(line[2]), dict[bytes, bytes]()
        for name, value in _FIELD.findall(head):
            if fields.setdefault(name.lower(), value) != value:
                raise ValueError("said twice")
        length = fields.get(b"content-length", b"0" if status in _NO_BODY else b"none")
        if b"content-length" in fields and not length.isdigit():
            raise ValueError("no length")
        # A connection is used again only when it is certain where the next answer on it begins.
        ends_here = length.isdigit() and int(length) == beyond and b"transfer-encoding" not in fields
        self.usable = ends_here and line[1] == b"1" and b"close" not in fields.get(b"connection", b"").lower()
        wish = fields.get(b"retry-after")
        return Answer(status, wish.decode("latin-1") if wish is not None else None)


def _is_public(found: Address) -> bool:
    return ipaddress.ip_address(str(found[4][0]).partition("%")[0]).is_global
