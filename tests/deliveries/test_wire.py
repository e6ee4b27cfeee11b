"""The connections to push services: kept, used again, never for an answer that belongs to another request."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from webapp.deliveries.senders.wire import Answer, Unreachable, Wire

from .certificates import self_signed

CREATED = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"


async def served(
    answers: list[list[bytes]], ask: Callable[[Wire, str], Awaitable[None]], *, tls: ssl.SSLContext | None = None
) -> list[list[bytes]]:
    """Run `ask` against a server that gives these answers on its first, second, … connection, then hangs up.

    Gives the requests of each connection.
    """
    heard: list[list[bytes]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine = answers[len(heard)]
        heard.append(requests := [])
        try:
            for answer in mine:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
                requests.append(head + await reader.readexactly(length))
                writer.write(answer)
            await writer.drain()
        except asyncio.IncompleteReadError:
            pass
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    origin = f"{'https' if tls else 'http'}://localhost:{server.sockets[0].getsockname()[1]}"
    wire = Wire(trusted=origin)
    async with asyncio.timeout(20):
        await ask(wire, origin)
    wire.close()
    server.close()
    return heard


def run(answers: list[list[bytes]], count: int) -> tuple[list[Answer], list[list[bytes]]]:
    """So many posts, one after another: what was answered, and what was heard on each connection."""
    said: list[Answer] = []

    async def ask(wire: Wire, origin: str) -> None:
        for number in range(count):
            said.append(await wire.post(origin, f"/{number}", "TTL: 5\r\n", b"body"))
            await asyncio.sleep(0.01)

    return said, asyncio.run(served(answers, ask))


def test_a_request_as_it_stands_on_the_wire() -> None:
    _, ((heard,),) = run([[CREATED]], 1)
    lines = heard.split(b"\r\n")
    assert lines[0] == b"POST /0 HTTP/1.1"
    assert lines[1].startswith(b"Host: localhost:")
    assert lines[2:] == [b"TTL: 5", b"Content-Length: 4", b"", b"body"]


def test_a_connection_is_used_again() -> None:
    said, heard = run([[CREATED] * 3], 3)
    assert [answer.status for answer in said] == [201] * 3
    assert [len(one) for one in heard] == [3]


def test_a_kept_connection_that_was_closed_meanwhile_costs_nothing() -> None:
    said, heard = run([[CREATED], [CREATED]], 2)
    assert [answer.status for answer in said] == [201, 201]
    assert [len(one) for one in heard] == [1, 1]


def test_a_connection_that_ends_as_we_ask_again_is_tried_once_on_a_new_one() -> None:
    said, heard = run([[CREATED, b""], [CREATED]], 2)
    assert [answer.status for answer in said] == [201, 201]
    assert [len(one) for one in heard] == [2, 1]


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nlo",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nlong-and-longer",
        b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\nuntil it ends",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nconnection: Close\r\n\r\n",
        b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_what_may_still_come_is_never_the_next_answer(answer: bytes) -> None:
    said, heard = run([[answer, b"HTTP/1.1 201 A\r\nContent-Length: 0\r\n\r\n"], [CREATED]], 2)
    assert [one.status for one in said] == [404, 201]
    assert [len(one) for one in heard] == [1, 1]


def test_a_whole_body_is_passed_over_and_the_connection_kept() -> None:
    said, heard = run([[b"HTTP/1.1 410 Gone\r\ncontent-length: 4\r\nRetry-After:  7 \r\n\r\nlong", CREATED]], 2)
    assert said == [Answer(410, "7"), Answer(201, None)]
    assert [len(one) for one in heard] == [2]


def test_what_comes_before_the_answer_is_passed_over() -> None:
    said, _ = run([[b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + CREATED]], 1)
    assert said == [Answer(201, None)]


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 101 Switching\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/2 201 Created\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 2011 Created\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
        b"HTTP/1.1 201 Created\r\nContent-Length: +0\r\n\r\n",
        b"HTTP/1.1 201 Created\r\nX: " + b"y" * 20_000,
    ],
)
def test_what_is_no_answer_is_none(answer: bytes) -> None:
    with pytest.raises(Unreachable):
        run([[answer]], 1)


def test_a_name_that_is_looked_up_for_long_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up, ended = socket.getaddrinfo, threading.Event()

    def slow(host: str, *rest: Any, **more: Any) -> Any:
        if host == "slow.example":
            ended.wait(10)
            raise socket.gaierror
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)

    async def ask(wire: Wire, origin: str) -> None:
        other = asyncio.create_task(wire.post("https://slow.example", "/", "", b""))
        await asyncio.sleep(0.05)
        answer = await asyncio.wait_for(wire.post(origin, "/", "", b""), 5)
        assert answer.status == 201
        ended.set()
        with pytest.raises(socket.gaierror):
            await other

    asyncio.run(served([[CREATED]], ask))


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(self_signed(tmp_path))

    async def ask(wire: Wire, origin: str) -> None:
        with pytest.raises(ssl.SSLCertVerificationError):
            await wire.post(origin, "/", "", b"secret")

    assert asyncio.run(served([[CREATED]], ask, tls=tls)) == []


def test_over_tls_to_whom_we_trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = self_signed(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    said: list[Answer] = []

    async def ask(wire: Wire, origin: str) -> None:
        said.extend([await wire.post(origin, "/a", "", b"x") for _ in range(2)])

    heard = asyncio.run(served([[CREATED, CREATED]], ask, tls=tls))
    assert [answer.status for answer in said] == [201, 201]
    assert [len(one) for one in heard] == [2]
