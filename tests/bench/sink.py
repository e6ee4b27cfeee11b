"""A push service for the bench: it answers 201 as fast as Python can, and keeps one body in a thousand.

It prints its port, serves, and at SIGTERM writes the kept bodies (path and base64) and the count as JSON.
"""

from __future__ import annotations

import asyncio
import base64
import json
import signal
import sys
from pathlib import Path

CREATED = b"HTTP/1.1 201 Created\r\nLocation: http://127.0.0.1/m/1\r\nTTL: 60\r\nContent-Length: 0\r\n\r\n"
ONE_IN = 1000


class Sink(asyncio.Protocol):
    """HTTP/1.1, kept connections."""

    count = 0
    kept: list[tuple[str, str]] = []  # noqa: RUF012 (one list for all connections)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._out, self._seen = transport, b""

    def data_received(self, data: bytes) -> None:
        self._seen += data
        while (end := self._seen.find(b"\r\n\r\n")) >= 0:
            head = self._seen[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._seen) < end + 4 + length:
                return
            Sink.count += 1
            if Sink.count % ONE_IN == 1:
                path = self._seen[:end].split(b" ", 2)[1].decode()
                body = self._seen[end + 4 : end + 4 + length]
                Sink.kept.append((path, base64.b64encode(body).decode()))
            self._seen = self._seen[end + 4 + length :]
            self._out.write(CREATED)  # type: ignore[attr-defined]


async def main(file: Path) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Sink, "127.0.0.1", 0)
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await ended.wait()
    file.write_text(json.dumps({"count": Sink.count, "kept": Sink.kept}))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
