"""A real HTTP server in a thread, for feeds that tell the truth and for feeds that do not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]
# Takes the request's handler and answers by it.
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Hands every request to the server's `answer`, and remembers its address."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        try:
            self.server.answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass

    @property
    def where(self) -> str:
        return urlsplit(self.path).path

    def asked_for(self, name: str) -> str:
        return parse_qs(urlsplit(self.path).query).get(name, [""])[0]

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, value: Any) -> None:
        self.send(json.dumps(value).encode(), Content_Type="application/json")


class Server(ThreadingHTTPServer):
    """The server, what it answers with, and what it was asked."""

    daemon_threads = True
    # A slow answer that nobody reads any more must not hold up the end of a test.
    block_on_close = False

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    """A server that runs for as long as the block."""
    server = Server(answer)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def service(number: int, **fields: Any) -> Json:
    """A good service; `fields` go over it, and a field that is None is left out."""
    good = {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "name": f"Service {number:03}",
        "description": f"Help number {number}.",
        "status": "active",
        "last_modified": "2026-06-01T10:00:00.000Z",
        "assured_date": "2026-05-01",
        "attributes": [{"id": "a", "taxonomy_term": {"id": "t", "name": "Housing advice"}}],
    }
    return {name: value for name, value in {**good, **fields}.items() if value is not None}


def page(services: Sequence[Any], number: int, per_page: int) -> Json:
    """An honest page of a list."""
    pages = -(-len(services) // per_page)
    contents = list(services[(number - 1) * per_page : number * per_page])
    return {
        "total_items": len(services),
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }


def feed(services: Sequence[Any], per_page: int = 2, spoil: Callable[[Json, int], Any] | None = None) -> Answer:
    """Serves a list of services, and each of them; `spoil` may change a page before it is sent."""

    def answer(handler: Handler) -> None:
        if handler.where.endswith("/services"):
            number = int(handler.asked_for("page"))
            good = page(services, number, per_page)
            handler.send_json(spoil(good, number) if spoil else good)
            return
        found = [one for one in services if handler.where.endswith(f"/services/{one['id']}")]
        handler.send_json(found[0]) if found else handler.send(b"{}", 404)

    return answer
