"""A push service of the tests' own: it keeps what it is sent, and answers as a test says, also badly.

Run as a program it serves alone, for tests that kill workers, and writes each request to a file as a line of JSON.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

CREATED = b"HTTP/1.1 201 Created\r\nLocation: /m/1\r\nTTL: 60\r\nContent-Length: 0\r\n\r\n"


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What is written back, as it stands on the wire; `wait` seconds before it, and `hang_up` after it."""

    raw: bytes = CREATED
    wait: float = 0.0
    hang_up: bool = False


def status(number: int, *headers: str, body: bytes = b"") -> Answer:
    """An ordinary answer."""
    head = [f"HTTP/1.1 {number} Whatever", f"Content-Length: {len(body)}", *headers]
    return Answer("\r\n".join(head).encode() + b"\r\n\r\n" + body)


Rule = Callable[[Asked], Answer]


class Connection(asyncio.Protocol):
    """HTTP/1.1 with kept connections, no more than is needed."""

    def __init__(self, answer: Rule) -> None:
        self._answer, self._seen = answer, b""
        self._out: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._out = transport

    def data_received(self, data: bytes) -> None:
        self._seen += data
        while (end := self._seen.find(b"\r\n\r\n")) >= 0:
            head = self._seen[:end].decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
            size = end + 4 + int(headers.get("content-length", "0"))
            if len(self._seen) < size:
                return
            asked = Asked(head[0].split(" ")[1], headers, self._seen[end + 4 : size])
            self._seen = self._seen[size:]
            self._say(self._answer(asked))

    def _say(self, answer: Answer) -> None:
        if answer.wait:
            asyncio.get_running_loop().call_later(answer.wait, self._say, Answer(answer.raw, 0, answer.hang_up))
            return
        self._out.write(answer.raw)
        if answer.hang_up:
            self._out.close()


@dataclass
class PushService:
    """A push service in a thread, within a `with`."""

    rule: Rule = lambda _asked: Answer()
    asked: list[Asked] = field(default_factory=list)
    origin: str = ""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        started = threading.Event()

        async def serve() -> None:
            server = await self._loop.create_server(lambda: Connection(self._take), "127.0.0.1", 0)
            self.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            started.set()

        def run() -> None:
            self._loop.run_until_complete(serve())
            self._loop.run_forever()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _take(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        return self.rule(asked)


async def _alone(file: Path) -> None:
    with file.open("a", buffering=1) as lines:

        def write(asked: Asked) -> Answer:
            line = {"path": asked.path, "topic": asked.headers.get("topic"), "body": _text(asked.body)}
            lines.write(json.dumps(line) + "\n")
            return Answer(wait=0.005)

        server = await asyncio.get_running_loop().create_server(lambda: Connection(write), "127.0.0.1", 0)
        sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await server.serve_forever()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


if __name__ == "__main__":
    asyncio.run(_alone(Path(sys.argv[1])))
